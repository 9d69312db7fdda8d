"""Where the messages of a conversation are kept: in this process, or in a database file."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import count
from typing import Final, Protocol

from bridge_runtime.values import canonical_json
from llmspell.shared.types import Message, Role

from llmspell_runtime.memory.conversations.turns import Kept, State
from llmspell_runtime.memory.failures import Failures
from llmspell_runtime.storage.sqlite import Database

_PLACE: Final = "scope = ? AND owner = ? AND name = ?"


class Log(Protocol):
    """The messages of one conversation. What a method changes, it changes whole."""

    def state(self) -> State:
        """What is kept now."""

    def add(self, prompt: Kept | None, messages: Sequence[Kept]) -> None:
        """Keep more messages, and ``prompt`` in place of the last one unless it is None."""

    def drop(self, last: Kept) -> None:
        """Drop all messages up to ``last``."""

    def replace(self, before: State, last: Kept, summary: str, tokens: int) -> bool:
        """Put a summary in the place of the messages up to ``last``, and of the summary ``before``.

        False, and nothing has changed, when others have done so since ``before``.
        """

    def clear(self) -> int:
        """Forget everything; gives how many messages that was."""


class InProcessLog:
    """Messages in a list."""

    def __init__(self) -> None:
        self._state = State()
        self._lock = threading.Lock()
        self._next = count(1).__next__

    def state(self) -> State:
        with self._lock:
            now = self._state
            return State(
                now.prompt,
                now.summary,
                now.summary_tokens,
                list(now.messages),
                now.dropped,
                now.summarized,
            )

    def add(self, prompt: Kept | None, messages: Sequence[Kept]) -> None:
        with self._lock:
            self._state.prompt = prompt or self._state.prompt
            self._state.messages += [Kept(kept.message, kept.tokens, self._next()) for kept in messages]

    def drop(self, last: Kept) -> None:
        with self._lock:
            self._state.dropped += self._remove(last)

    def replace(self, before: State, last: Kept, summary: str, tokens: int) -> bool:
        with self._lock:
            now = self._state
            if now.messages[:1] != before.messages[:1] or now.summary != before.summary:
                return False
            now.summarized += self._remove(last)
            now.summary, now.summary_tokens = summary, tokens
            return True

    def _remove(self, last: Kept) -> int:
        left = [kept for kept in self._state.messages if kept.id > last.id]
        gone = len(self._state.messages) - len(left)
        self._state.messages = left
        return gone

    def clear(self) -> int:
        with self._lock:
            gone, self._state = len(self._state.messages), State()
            return gone


class DatabaseLog:
    """Messages in persistent memory, under a name; several may be the same conversation, in other processes too."""

    def __init__(
        self, open: Callable[[bool], Database], place: tuple[str, str], name: str, failures: Failures
    ) -> None:
        """``open`` gives the file, for writing when it is told so; ``place`` is the scope and the owner."""
        self._open, self._failures = open, failures
        self._place = (*place, name)

    def state(self) -> State:
        database = self._open(False)
        with self._failures, database.snapshot():
            rows = database.run(
                "SELECT id, prompt, prompt_tokens, summary, summary_tokens, dropped, summarized"
                f" FROM conversation WHERE {_PLACE}",
                self._place,
            )
            if not rows:
                return State()
            [(id, prompt, prompt_tokens, summary, summary_tokens, dropped, summarized)] = rows
            messages = database.run(
                "SELECT message, tokens, id FROM message WHERE conversation = ? ORDER BY id", (id,)
            )
        return State(
            None if prompt is None else Kept(Message(role=Role.SYSTEM, content=prompt), prompt_tokens),
            summary,
            summary_tokens,
            [Kept(Message.model_validate(json.loads(text)), tokens, id) for text, tokens, id in messages],
            dropped,
            summarized,
        )

    def add(self, prompt: Kept | None, messages: Sequence[Kept]) -> None:
        database = self._open(True)
        with self._failures, database.transaction():
            database.run(
                "INSERT OR IGNORE INTO conversation (scope, owner, name) VALUES (?, ?, ?)", self._place
            )
            [(id,)] = database.run(f"SELECT id FROM conversation WHERE {_PLACE}", self._place)
            if prompt is not None:
                database.run(
                    "UPDATE conversation SET prompt = ?, prompt_tokens = ? WHERE id = ?",
                    (prompt.message.content, prompt.tokens, id),
                )
            database.run_many(
                "INSERT INTO message (conversation, message, tokens) VALUES (?, ?, ?)",
                [(id, canonical_json(kept.message.to_json()), kept.tokens) for kept in messages],
            )

    def drop(self, last: Kept) -> None:
        database = self._open(True)
        with self._failures, database.transaction():
            gone = self._remove(database, last.id)
            database.run(
                f"UPDATE conversation SET dropped = dropped + ? WHERE {_PLACE}", (gone, *self._place)
            )

    def replace(self, before: State, last: Kept, summary: str, tokens: int) -> bool:
        database = self._open(True)
        with self._failures, database.transaction():
            now = self.state()
            if now.messages[:1] != before.messages[:1] or now.summary != before.summary:
                return False
            gone = self._remove(database, last.id)
            database.run(
                "UPDATE conversation SET summary = ?, summary_tokens = ?, summarized = summarized + ?"
                f" WHERE {_PLACE}",
                (summary, tokens, gone, *self._place),
            )
        return True

    def clear(self) -> int:
        database = self._open(True)
        with self._failures, database.transaction():
            gone = self._remove(database, sys.maxsize)
            database.run(f"DELETE FROM conversation WHERE {_PLACE}", self._place)
        return gone

    def _remove(self, database: Database, last: int) -> int:
        database.run(
            f"DELETE FROM message WHERE conversation = (SELECT id FROM conversation WHERE {_PLACE})"
            " AND id <= ?",
            (*self._place, last),
        )
        [(gone,)] = database.run("SELECT changes()")
        return int(gone)


def stored_names(database: Database, place: tuple[str, str]) -> list[str]:
    """The names of the conversations of one scope and owner."""
    rows = database.run("SELECT name FROM conversation WHERE scope = ? AND owner = ? ORDER BY name", place)
    return [name for (name,) in rows]


def delete_stored(database: Database, place: tuple[str, str], name: str) -> bool:
    """Delete a conversation; False when there is none of this name."""
    with database.transaction():
        found = database.run(f"SELECT id FROM conversation WHERE {_PLACE}", (*place, name))
        database.run_many("DELETE FROM message WHERE conversation = ?", found)
        database.run_many("DELETE FROM conversation WHERE id = ?", found)
    return bool(found)
