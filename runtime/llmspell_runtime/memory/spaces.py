"""Which space is meant, and where it is: this session, the family of sessions, or a file."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from llmspell.memory.constants import Limit
from llmspell.memory.errors import FileFailed, InvalidFile, InvalidSpace

from llmspell_runtime.memory.database import FORMAT, DatabaseSpace
from llmspell_runtime.memory.entries import Bounds, Clock, Entry, Space, SpaceName
from llmspell_runtime.memory.in_process import InProcessSpace
from llmspell_runtime.storage.sqlite import Database, DatabaseFailed, NotOurs

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions

DEFAULT_PATH: Final = "llmspell-memory.db"

BOUNDS: Final = {
    "short_term": Bounds(Limit.SHORT_TERM_ENTRIES, Limit.SPACE_BYTES),
    "long_term": Bounds(Limit.LONG_TERM_ENTRIES, Limit.SPACE_BYTES),
    "persistent": Bounds(Limit.LONG_TERM_ENTRIES, Limit.SPACE_BYTES),
}


class Place(Protocol):
    """What every record that names a space has; absent fields are None."""

    @property
    def type(self) -> str | None: ...
    @property
    def scope(self) -> str | None: ...
    @property
    def owner(self) -> str | None: ...
    @property
    def path(self) -> str | None: ...


@dataclass(slots=True)
class Shared:
    """The spaces that a whole family of sessions sees."""

    spaces: dict[SpaceName, Space] = field(default_factory=dict)


class Spaces:
    """The spaces of one session, made when they are first used."""

    def __init__(
        self,
        session_name: str,
        permissions: Permissions,
        shared: Callable[[], Shared],
        clock: Clock = time.time,
    ) -> None:
        self._session_name, self._permissions, self._shared, self._clock = (
            session_name,
            permissions,
            shared,
            clock,
        )
        self._own: dict[SpaceName, Space] = {}
        self._files: dict[tuple[Path, bool], Database] = {}
        self._stored: dict[tuple[Path, bool, SpaceName], Space] = {}

    def find(
        self, place: Place | None, dropped: Callable[[SpaceName, Entry, str], None], *, writing: bool
    ) -> Space:
        """The space that ``place`` names; ``dropped`` hears of entries that it lets go of by itself.

        Raises InvalidSpace, and for a file PermissionDenied, FileFailed and InvalidFile.
        """
        name = self._name(place)
        path = place.path if place is not None else None
        if name.type == "persistent":
            space = self._persistent(name, path or DEFAULT_PATH, writing)
        elif path is not None:
            raise InvalidSpace(reason=f"a path belongs to persistent memory, and this is {name.type}")
        else:
            spaces = self._shared().spaces if name.scope == "global" else self._own
            found = spaces.get(name)
            if found is None:
                evicts = name.type == "short_term"
                found = InProcessSpace(name, BOUNDS[name.type], self._clock, evicts=evicts)
                spaces[name] = found
            space = found
        space.dropped = lambda entry, reason: dropped(name, entry, reason)
        return space

    def _name(self, place: Place | None) -> SpaceName:
        kind = str(place.type or "short_term") if place is not None else "short_term"
        scope = str(place.scope or "session") if place is not None else "session"
        owner = place.owner if place is not None else None
        if scope == "agent" and owner is None:
            raise InvalidSpace(reason="agent scope needs an owner; name the agent")
        if scope != "agent" and owner is not None:
            raise InvalidSpace(reason=f"an owner belongs to agent scope, and this is {scope}")
        return SpaceName(kind, scope, owner or "")

    def _persistent(self, name: SpaceName, text: str, writing: bool) -> Space:
        """The space in a file. Reading needs ``fs.read``; writing also reads, and needs both."""
        path = self._permissions.require_path("fs.read", text)
        if writing:
            path = self._permissions.require_path("fs.write", text)
        key = (path, writing, name)
        if (found := self._stored.get(key)) is not None:
            return found
        # Whoever opens the file finds an agent's memory by the agent's name, a session's by the session's.
        stored = name._replace(owner=self._session_name) if name.scope == "session" else name
        database = self._database(path, text, writing)
        made = DatabaseSpace(stored, BOUNDS["persistent"], self._clock, database)
        made.name = name
        if database.is_open:
            self._stored[key] = made
        return made

    def _database(self, path: Path, shown: str, writing: bool) -> Database:
        found = self._files.get((path, writing))
        if found is not None:
            return found
        try:
            database = Database(path, FORMAT, writable=writing)
        except NotOurs as error:
            raise InvalidFile(path=shown, reason=str(error)) from None
        except DatabaseFailed as error:
            raise FileFailed(path=shown, reason=str(error)) from None
        if database.is_open:
            self._files[(path, writing)] = database
        return database

    def close(self) -> None:
        """Close the files and forget what only this session sees."""
        for database in self._files.values():
            database.close()
        self._files.clear()
        self._stored.clear()
        self._own.clear()
