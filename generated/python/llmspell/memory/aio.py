"""JSON values and conversations that outlive a call, found again by key, by words and by meaning. For asynchronous programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from bridge_runtime import clients

from ..shared.types import Message
from .types import (
    ConversationInfo,
    ConversationOptions,
    ConversationPolicy,
    Embedder,
    EmbedTexts,
    IndexOptions,
    IndexResult,
    KeyFilter,
    MemoryMatch,
    MemorySpace,
    MemoryStats,
    Scope,
    SearchMode,
    SearchOptions,
    StoreOptions,
    Summarize,
    Type,
)


class AsyncConversation(clients.AsyncResource):
    """Messages under a budget of tokens."""

    async def close_conversation(self) -> None:
        """Let go of a conversation.

        One that is kept in a file stays there.

        Raises:
            ConversationNotFound: No conversation has this handle.
        """
        await self.core.acall("memory.close_conversation", {"conversation": self})

    async def add_messages(self, messages: Sequence[Message | dict[str, Any]]) -> ConversationInfo:
        """Add messages to a conversation, and bring it back within its budget.

        All are kept, or none. A system message is no turn: it becomes the system prompt, which never goes,
        and the next one replaces it. The newest turn stays whole even when it alone is over the budget.

        When a summary cannot be written, nothing is lost: the turns stay, the error stands in `last_error` and in the event
        `memory.summary_error`, and the next call tries again.

        Args:
            messages: The messages, oldest first.

        Returns:
            What a conversation holds.

        Raises:
            ConversationNotFound: No conversation has this handle.
            InvalidConversation: These options, or these messages, do not make a conversation.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: ConversationInfo = await self.core.acall(
            "memory.add_messages", {"conversation": self, "messages": messages}
        )
        return result

    async def get_messages(self, all: bool = False) -> list[Message]:
        """What a model is to be shown of a conversation.

        The system prompt, then the summary as a second system message, then the messages, all within the
        budget. What could not be summarized yet, and does not fit, is left out here, but not lost; with
        `all` it is there as well.

        Args:
            all: Everything it holds, fitting or not.

        Returns:
            A list. Each: One turn of a conversation.

        Raises:
            ConversationNotFound: No conversation has this handle.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: list[Message] = await self.core.acall(
            "memory.get_messages", {"conversation": self, "all": all}
        )
        return result

    async def get_info(self) -> ConversationInfo:
        """What a conversation holds.

        Raises:
            ConversationNotFound: No conversation has this handle.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: ConversationInfo = await self.core.acall("memory.get_info", {"conversation": self})
        return result

    async def compact(self) -> ConversationInfo:
        """Bring a conversation within its budget now, and say when that fails.

        Adding messages does so as well, but does not fail when a summary does. With the policy summarize all turns beyond
        `keep_tokens` are summarized, even when the budget is not reached.

        Returns:
            What a conversation holds.

        Raises:
            ConversationNotFound: No conversation has this handle.
            SummaryFailed: A conversation could not be summarized.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: ConversationInfo = await self.core.acall("memory.compact", {"conversation": self})
        return result

    async def clear_messages(self) -> int:
        """Forget all messages of a conversation, its summary and system prompt included.

        Raises:
            ConversationNotFound: No conversation has this handle.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: int = await self.core.acall("memory.clear_messages", {"conversation": self})
        return result

    async def __aenter__(self) -> AsyncConversation:
        return self

    async def __aexit__(self, *error: object) -> None:
        if self.is_live:
            await self.close_conversation()


class AsyncMemoryBridge(clients.AsyncBridge):
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

    async def store(
        self,
        key: str,
        value: Any,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
        ttl_seconds: float | None = None,
        tags: list[str] | None = None,
        metadata: dict[str, Any] | None = None,
    ) -> None:
        """Keep a value under a key.

        What the key held before is replaced, with its tags, metadata and time.

        Args:
            key: The key.
            value: Any JSON value.
            type: How long the memory lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.
            ttl_seconds: Forget the entry after this long.
            tags: Words to find it by.
            metadata: Anything else to be known about it.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            TooLarge: A value is too large.
            Full: The memory is full.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            StoreOptions,
            type=type,
            scope=scope,
            owner=owner,
            path=path,
            ttl_seconds=ttl_seconds,
            tags=tags,
            metadata=metadata,
        )
        await self.core.acall("memory.store", {"key": key, "value": value, "options": options})

    async def retrieve(
        self,
        key: str,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> Any:
        """The value that a key holds.

        Args:
            key: The key.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            NotFound: The memory has no such key.
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: Any = await self.core.acall("memory.retrieve", {"key": key, "space": space})
        return result

    async def delete(
        self,
        key: str,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> bool:
        """Forget a key.

        Args:
            key: The key.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: bool = await self.core.acall("memory.delete", {"key": key, "space": space})
        return result

    async def list_keys(
        self,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
        prefix: str | None = None,
        tags: list[str] | None = None,
        limit: int | None = None,
    ) -> list[str]:
        """The keys of a memory, in their order.

        Args:
            type: How long the memory lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.
            prefix: What the keys begin with.
            tags: Only entries with all of these tags.
            limit: Longest list to return.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        filter = clients.optional(
            KeyFilter, type=type, scope=scope, owner=owner, path=path, prefix=prefix, tags=tags, limit=limit
        )
        result: list[str] = await self.core.acall("memory.list_keys", {"filter": filter})
        return result

    async def clear(
        self,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> int:
        """Forget everything in a memory.

        Args:
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: int = await self.core.acall("memory.clear", {"space": space})
        return result

    async def get_stats(
        self,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> MemoryStats:
        """What a memory holds and how it has been used.

        Args:
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: MemoryStats = await self.core.acall("memory.get_stats", {"space": space})
        return result

    async def persist(
        self,
        file: str,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> int:
        """Write a memory's entries to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Args:
            file: The file.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: int = await self.core.acall("memory.persist", {"file": file, "space": space})
        return result

    async def load(
        self,
        file: str,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> int:
        """Read entries that memory.persist wrote into a memory.

        They replace entries with the same key; the others stay. What has expired since is left out. When
        one entry cannot be read, none is.

        Args:
            file: The file.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            Full: The memory is full.
            TooLarge: A value is too large.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: int = await self.core.acall("memory.load", {"file": file, "space": space})
        return result

    async def search(
        self,
        query: str,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
        mode: SearchMode | Literal["text", "vector", "hybrid"] | None = None,
        prefix: str | None = None,
        tags: list[str] | None = None,
        min_score: float | None = None,
        limit: int | None = None,
    ) -> list[MemoryMatch]:
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

        Args:
            query: What to look for.
            type: How long the memory lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.
            mode: How entries are found. Default: 'text'.
            prefix: Only entries whose keys begin with this.
            tags: Only entries with all of these tags.
            min_score: Leave out what matches less well.
            limit: Longest list to return. Default: 10.

        Returns:
            A list. Each: An entry that a search has found.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
            NoEmbedder: A memory is searched by meaning and has nothing to make vectors with.
            EmbeddingMismatch: The vectors that are there are of another model than those to be made.
            EmbeddingFailed: An embedder gave something else than a vector for each text.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
        """
        options = clients.optional(
            SearchOptions,
            type=type,
            scope=scope,
            owner=owner,
            path=path,
            mode=mode,
            prefix=prefix,
            tags=tags,
            min_score=min_score,
            limit=limit,
        )
        result: list[MemoryMatch] = await self.core.acall(
            "memory.search", {"query": query, "options": options}
        )
        return result

    async def set_embedder(
        self,
        space: MemorySpace | dict[str, Any] | None = None,
        *,
        provider: str | None = None,
        embed: EmbedTexts | None = None,
        model: str | None = None,
        batch_size: int | None = None,
    ) -> None:
        """Say what makes the vectors of a memory.

        For one memory, or for all of this session's that have none of their own. A provider's model or the
        name of a function's is kept with the vectors, so that they are never compared with those of
        another. What is embedded of an entry is the text of its value: the strings and numbers in it, one
        to a line; its key when it has none.

        Args:
            space: Which memory; all when absent.
            provider: The name of a provider that embeds; needs the permission llm.
            embed: A function that embeds, instead of a provider.
            model: The model, which is kept with its vectors. For a provider, its own when absent; a function has to
                say it.
            batch_size: The most texts of one call. Default: 64.

        Raises:
            InvalidEmbedder: What was given makes no vectors.
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            provider.NotFound: No provider has this name or handle.
        """
        embedder = Embedder(
            **clients.given(provider=provider, embed=embed, model=model, batch_size=batch_size)
        )
        await self.core.acall("memory.set_embedder", {"embedder": embedder, "space": space})

    async def remove_embedder(self, space: MemorySpace | dict[str, Any] | None = None) -> bool:
        """Forget what makes the vectors of a memory.

        Vectors that were made stay.

        Args:
            space: Which memory; what was set for all when absent.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
        """
        result: bool = await self.core.acall("memory.remove_embedder", {"space": space})
        return result

    async def index(
        self,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
        rebuild: bool | None = None,
    ) -> IndexResult:
        """Make the vectors that a memory lacks.

        A search by meaning does the same first; after storing a lot this is the time to wait. Vectors are
        kept batch by batch: when a call fails, the next goes on where it ended. With `rebuild` all are made
        anew, once a first batch has come.

        Args:
            type: How long the memory lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.
            rebuild: Make all vectors anew, of another model as well. Default: False.

        Returns:
            What became of an index.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
            NoEmbedder: A memory is searched by meaning and has nothing to make vectors with.
            EmbeddingMismatch: The vectors that are there are of another model than those to be made.
            EmbeddingFailed: An embedder gave something else than a vector for each text.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
        """
        options = clients.optional(
            IndexOptions, type=type, scope=scope, owner=owner, path=path, rebuild=rebuild
        )
        result: IndexResult = await self.core.acall("memory.index", {"options": options})
        return result

    async def create_conversation(
        self,
        *,
        max_tokens: int,
        policy: ConversationPolicy | Literal["drop", "summarize"] | None = None,
        keep_tokens: int | None = None,
        summarize: Summarize | None = None,
        provider: str | None = None,
        model: str | None = None,
        instruction: str | None = None,
        count_with: str | None = None,
        name: str | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> AsyncConversation:
        """Begin a conversation, or go on with one that is kept in a file.

        Nothing is sent and nothing is counted until messages are added. The options are not kept in the
        file: whoever opens a conversation again says how much of it to keep.

        Estimated tokens of a message are those that provider.count_tokens estimates of its text and of its
        tool calls as JSON, four more for each message, and a thousand for each picture.

        Args:
            max_tokens: The budget: the most tokens a model is shown, system prompt and summary included.
            policy: What becomes of turns beyond it. Default: 'drop'.
            keep_tokens: How many tokens of the newest turns stay as they are when the rest is summarized; half of max_tokens
                when absent. No more than the budget leaves beside the system prompt and a quarter for the summary.
            summarize: A function that writes summaries.
            provider: The name of a provider that writes summaries, instead of a function; needs the permission llm.
            model: The model that writes them; the provider's own when absent.
            instruction: What that model is told to write; a brief of its own when absent.
            count_with: The name of a provider that counts the tokens of messages as they are added (provider.count_tokens;
                needs the permission llm); estimated when absent.
            name: Keep it in persistent memory under this name; without one it lives as long as its handle.
            scope: Who shares a conversation with a name; global when absent.
            owner: The agent or whatever else it belongs to; for the agent scope.
            path: The database file.

        Returns:
            Messages under a budget of tokens.

        Raises:
            InvalidConversation: These options, or these messages, do not make a conversation.
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
            provider.NotFound: No provider has this name or handle.
        """
        options = ConversationOptions(
            **clients.given(
                max_tokens=max_tokens,
                policy=policy,
                keep_tokens=keep_tokens,
                summarize=summarize,
                provider=provider,
                model=model,
                instruction=instruction,
                count_with=count_with,
                name=name,
                scope=scope,
                owner=owner,
                path=path,
            )
        )
        result = await self.core.acall("memory.create_conversation", {"options": options})
        return AsyncConversation.of(self.core, result)

    async def close_conversation(self, conversation: AsyncConversation | str) -> None:
        """Let go of a conversation.

        One that is kept in a file stays there.

        Args:
            conversation: The conversation.

        Raises:
            ConversationNotFound: No conversation has this handle.
        """
        await self.core.acall("memory.close_conversation", {"conversation": conversation})

    async def add_messages(
        self, conversation: AsyncConversation | str, messages: Sequence[Message | dict[str, Any]]
    ) -> ConversationInfo:
        """Add messages to a conversation, and bring it back within its budget.

        All are kept, or none. A system message is no turn: it becomes the system prompt, which never goes,
        and the next one replaces it. The newest turn stays whole even when it alone is over the budget.

        When a summary cannot be written, nothing is lost: the turns stay, the error stands in `last_error` and in the event
        `memory.summary_error`, and the next call tries again.

        Args:
            conversation: The conversation.
            messages: The messages, oldest first.

        Returns:
            What a conversation holds.

        Raises:
            ConversationNotFound: No conversation has this handle.
            InvalidConversation: These options, or these messages, do not make a conversation.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: ConversationInfo = await self.core.acall(
            "memory.add_messages", {"conversation": conversation, "messages": messages}
        )
        return result

    async def get_messages(self, conversation: AsyncConversation | str, all: bool = False) -> list[Message]:
        """What a model is to be shown of a conversation.

        The system prompt, then the summary as a second system message, then the messages, all within the
        budget. What could not be summarized yet, and does not fit, is left out here, but not lost; with
        `all` it is there as well.

        Args:
            conversation: The conversation.
            all: Everything it holds, fitting or not.

        Returns:
            A list. Each: One turn of a conversation.

        Raises:
            ConversationNotFound: No conversation has this handle.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: list[Message] = await self.core.acall(
            "memory.get_messages", {"conversation": conversation, "all": all}
        )
        return result

    async def get_info(self, conversation: AsyncConversation | str) -> ConversationInfo:
        """What a conversation holds.

        Args:
            conversation: The conversation.

        Raises:
            ConversationNotFound: No conversation has this handle.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: ConversationInfo = await self.core.acall("memory.get_info", {"conversation": conversation})
        return result

    async def compact(self, conversation: AsyncConversation | str) -> ConversationInfo:
        """Bring a conversation within its budget now, and say when that fails.

        Adding messages does so as well, but does not fail when a summary does. With the policy summarize all turns beyond
        `keep_tokens` are summarized, even when the budget is not reached.

        Args:
            conversation: The conversation.

        Returns:
            What a conversation holds.

        Raises:
            ConversationNotFound: No conversation has this handle.
            SummaryFailed: A conversation could not be summarized.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: ConversationInfo = await self.core.acall("memory.compact", {"conversation": conversation})
        return result

    async def clear_messages(self, conversation: AsyncConversation | str) -> int:
        """Forget all messages of a conversation, its summary and system prompt included.

        Args:
            conversation: The conversation.

        Raises:
            ConversationNotFound: No conversation has this handle.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: int = await self.core.acall("memory.clear_messages", {"conversation": conversation})
        return result

    async def list_conversations(
        self,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> list[str]:
        """The names of the conversations that are kept in persistent memory.

        Args:
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: list[str] = await self.core.acall("memory.list_conversations", {"space": space})
        return result

    async def delete_conversation(
        self,
        name: str,
        *,
        type: Type | Literal["short_term", "long_term", "persistent"] | None = None,
        scope: Scope | Literal["global", "agent", "session"] | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> bool:
        """Delete a conversation from persistent memory.

        Args:
            name: Its name.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it; session when absent, and global for persistent memory.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: bool = await self.core.acall("memory.delete_conversation", {"name": name, "space": space})
        return result
