"""What an implementation of memory provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Generic, TypeVar

from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

from ..shared.types import Message
from .types import (
    ConversationInfo,
    ConversationOptions,
    Embedder,
    IndexOptions,
    IndexResult,
    KeyFilter,
    MemoryMatch,
    MemorySpace,
    MemoryStats,
    SearchOptions,
    StoreOptions,
)

ConversationT = TypeVar("ConversationT", bound=Resource)


class MemoryService(Service, Generic[ConversationT]):
    """JSON values and conversations that outlive a call, found again by key, by words and by meaning.

    A space is a type and a scope, and for the agent scope an owner; keys of one space are never seen in
    another.

    | type | kept | when it is full |
    | --- | --- | --- |
    | `short_term` | until the session closes, or the entry's time is over | the entry used least recently makes room |
    | `long_term` | until the session closes; `persist` writes it to a file | storing is refused |
    | `persistent` | in a database file, written at once | storing is refused |

    | scope | seen by |
    | --- | --- |
    | `session` | this session |
    | `agent` | this session, under one owner's name |
    | `global` | this session, the one that opened it and those it opens |

    **Persistent memory** lives in `llmspell-memory.db` in the working directory, or in the file that `path` names; reading
    it asks for `fs.read` of that file, writing for both `fs.read` and `fs.write`. What is in the file is seen by every session
    that opens it: the global scope by all of them, an agent's by the agent's name, a session's by the session's name. A session
    that was opened without a name has no persistent session scope; for persistent memory the scope is global when none is given.
    What has been stored survives a crash at any moment; beside the file stand two more (`-wal`, `-shm`) while it is open.
    What has been deleted, or replaced, is overwritten on the disk by the time the session closes (unless it crashes, or others are
    still writing; then when the next session that deletes something closes).

    **Search** is by words (`text`), by meaning (`vector`), or both (`hybrid`). By meaning it needs an embedder
    (`memory.set_embedder`), a provider or a function of yours that makes vectors of texts. Storing makes none: those that are
    missing are made by the next search by meaning, or ahead of it by `memory.index`. Model and dimensions are kept with
    the vectors, and vectors of another model are refused. Vectors need the extra `memory` (`pip install 'llmspell[memory]'`).

    **Conversations** are messages under a budget of tokens: when they outgrow it, the oldest turns are dropped or replaced by a summary.
    A turn begins with a user's message and stays whole, so that no tool's result is without its call.
    """

    @abstractmethod
    def store(self, key: str, value: Any, options: StoreOptions | None = None) -> None:
        """Keep a value under a key.

        What the key held before is replaced, with its tags, metadata and time.

        Raises memory.invalid_space, memory.too_large, memory.full, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def retrieve(self, key: str, space: MemorySpace | None = None) -> Any:
        """The value that a key holds.

        Raises memory.not_found, memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def delete(self, key: str, space: MemorySpace | None = None) -> bool:
        """Forget a key.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def list_keys(self, filter: KeyFilter | None = None) -> list[str]:
        """The keys of a memory, in their order.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def clear(self, space: MemorySpace | None = None) -> int:
        """Forget everything in a memory.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def get_stats(self, space: MemorySpace | None = None) -> MemoryStats:
        """What a memory holds and how it has been used.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    async def persist(self, file: str, space: MemorySpace | None = None) -> int:
        """Write a memory's entries to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    async def load(self, file: str, space: MemorySpace | None = None) -> int:
        """Read entries that memory.persist wrote into a memory.

        They replace entries with the same key; the others stay. What has expired since is left out. When
        one entry cannot be read, none is.

        Raises memory.invalid_space, memory.full, memory.too_large, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    async def search(self, query: str, options: SearchOptions | None = None) -> list[MemoryMatch]:
        """Find entries, best match first.

        **text**: entries that hold a word of the query, or a phrase in double quotes, in their key, tags or the text of their
        value; without regard to case and accents. The score is the share of the query's words that an entry has. Each
        weighs ln(1 + entries of the memory / entries with it), so that rare words say more; one that only begins a word
        there counts half. Of scripts that write no blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) every two signs
        that follow each other are a word; an emoji is one by itself.

        **vector**: entries whose vectors are closest to the query's; the score is the cosine of the angle between them, -1 to 1. Vectors that
        are missing are made first, where the session may write the memory. Every vector of the space is compared, so that nothing near is
        missed: of 384 numbers, 10,000 take some 7 ms and 100,000 some 70; of 1,536 numbers four times as long.

        **hybrid**: both, fused by rank (reciprocal rank fusion): an entry gets 1 / (60 + its rank) from each of the two lists that it is in,
        and the score is the sum as a share of the highest there can be, that of an entry which is first in both.

        Entries with the same score are in the order of their keys.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file, memory.no_embedder, memory.embedding_mismatch, memory.embedding_failed, provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch.
        """

    @abstractmethod
    def set_embedder(self, embedder: Embedder, space: MemorySpace | None = None) -> None:
        """Say what makes the vectors of a memory.

        For one memory, or for all of this session's that have none of their own. A provider's model or the
        name of a function's is kept with the vectors, so that they are never compared with those of
        another. What is embedded of an entry is the text of its value: the strings and numbers in it, one
        to a line; its key when it has none.

        Raises memory.invalid_embedder, memory.invalid_space, provider.not_found.
        """

    @abstractmethod
    def remove_embedder(self, space: MemorySpace | None = None) -> bool:
        """Forget what makes the vectors of a memory.

        Vectors that were made stay.

        Raises memory.invalid_space.
        """

    @abstractmethod
    async def index(self, options: IndexOptions | None = None) -> IndexResult:
        """Make the vectors that a memory lacks.

        A search by meaning does the same first; after storing a lot this is the time to wait. Vectors are
        kept batch by batch: when a call fails, the next goes on where it ended. With `rebuild` all are made
        anew, once a first batch has come.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file, memory.no_embedder, memory.embedding_mismatch, memory.embedding_failed, provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch.
        """

    @abstractmethod
    def create_conversation(self, options: ConversationOptions) -> ConversationT:
        """Begin a conversation, or go on with one that is kept in a file.

        Nothing is sent and nothing is counted until messages are added. The options are not kept in the
        file: whoever opens a conversation again says how much of it to keep.

        Estimated tokens of a message are those that provider.count_tokens estimates of its text and of its
        tool calls as JSON, four more for each message, and a thousand for each picture.

        Raises memory.invalid_conversation, memory.invalid_space, memory.file_failed, memory.invalid_file, provider.not_found.
        """

    @abstractmethod
    def close_conversation(self, conversation: ConversationT) -> None:
        """Let go of a conversation.

        One that is kept in a file stays there.

        Raises memory.conversation_not_found.
        """

    @abstractmethod
    async def add_messages(self, conversation: ConversationT, messages: list[Message]) -> ConversationInfo:
        """Add messages to a conversation, and bring it back within its budget.

        All are kept, or none. A system message is no turn: it becomes the system prompt, which never goes,
        and the next one replaces it. The newest turn stays whole even when it alone is over the budget.

        When a summary cannot be written, nothing is lost: the turns stay, the error stands in `last_error` and in the event
        `memory.summary_error`, and the next call tries again.

        Raises memory.conversation_not_found, memory.invalid_conversation, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def get_messages(self, conversation: ConversationT, all: bool = False) -> list[Message]:
        """What a model is to be shown of a conversation.

        The system prompt, then the summary as a second system message, then the messages, all within the
        budget. What could not be summarized yet, and does not fit, is left out here, but not lost; with
        `all` it is there as well.

        Raises memory.conversation_not_found, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def get_info(self, conversation: ConversationT) -> ConversationInfo:
        """What a conversation holds.

        Raises memory.conversation_not_found, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    async def compact(self, conversation: ConversationT) -> ConversationInfo:
        """Bring a conversation within its budget now, and say when that fails.

        Adding messages does so as well, but does not fail when a summary does. With the policy summarize all turns beyond
        `keep_tokens` are summarized, even when the budget is not reached.

        Raises memory.conversation_not_found, memory.summary_failed, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def clear_messages(self, conversation: ConversationT) -> int:
        """Forget all messages of a conversation, its summary and system prompt included.

        Raises memory.conversation_not_found, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def list_conversations(self, space: MemorySpace | None = None) -> list[str]:
        """The names of the conversations that are kept in persistent memory.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def delete_conversation(self, name: str, space: MemorySpace | None = None) -> bool:
        """Delete a conversation from persistent memory.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """
