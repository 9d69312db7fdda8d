"""Which space is meant, and where it is: this session, the family of sessions, or a file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from bridge_runtime.errors import PermissionDenied, Unsupported
from llmspell.memory.constants import Limit
from llmspell.memory.errors import FileFailed, InvalidFile, InvalidSpace

from llmspell_runtime.memory.database import DatabaseSpace
from llmspell_runtime.memory.entries import Bounds, Clock, Entry, Space, SpaceName
from llmspell_runtime.memory.failures import Failures
from llmspell_runtime.memory.format import FORMAT
from llmspell_runtime.memory.in_process import InProcessSpace
from llmspell_runtime.storage.sqlite import Database, DatabaseFailed, NeedsExtra, NotOurs

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


class Shelf:
    """Spaces in this process, of one session or of a whole family; made when they are first used."""

    def __init__(self, clock: Clock = time.time) -> None:
        self._clock = clock
        self._spaces: dict[SpaceName, Space] = {}
        self._database: Database | None = None

    def find(self, name: SpaceName) -> Space:
        """The space of this name. Raises NeedsExtra for long-term memory where SQLite cannot search texts."""
        found = self._spaces.get(name)
        if found is None:
            found = self._spaces[name] = self._made(name)
        return found

    def _made(self, name: SpaceName) -> Space:
        bounds = BOUNDS[name.type]
        if name.type == "short_term":
            return InProcessSpace(name, bounds, self._clock)
        if self._database is None:
            self._database = Database(None, FORMAT, writable=True)
        return DatabaseSpace(name, bounds, self._clock, self._database, (name.scope, name.owner))

    def close(self) -> None:
        """Forget everything."""
        for space in self._spaces.values():
            space.close()
        self._spaces.clear()
        if self._database is not None:
            self._database.close()
            self._database = None


class Spaces:
    """The spaces of one session, and the files that they are in."""

    def __init__(
        self,
        session_name: str,
        permissions: Permissions,
        shared: Callable[[], Shelf],
        clock: Clock = time.time,
    ) -> None:
        """``shared`` gives what the family of sessions sees."""
        self._session_name, self._permissions, self._shared = session_name, permissions, shared
        self._clock = clock
        self._own = Shelf(clock)
        self._files: dict[Path, Database] = {}
        self._stored: dict[tuple[Path, SpaceName], DatabaseSpace] = {}

    def find(
        self, place: Place | None, dropped: Callable[[SpaceName, Entry, str], None], *, writing: bool
    ) -> Space:
        """The space that ``place`` names; ``dropped`` hears of entries that it lets go of by itself.

        Raises InvalidSpace, and for a file PermissionDenied, FileFailed and InvalidFile.
        """
        name = self.name(place)
        if name.type == "persistent":
            space: Space = self._persistent(name, self._path(place), writing)
        else:
            space = (self._shared() if name.scope == "global" else self._own).find(name)
        space.dropped = lambda entry, reason: dropped(name, entry, reason)
        return space

    def name(self, place: Place | None) -> SpaceName:
        """The name of the space that ``place`` names. Raises InvalidSpace."""
        kind = str(place.type or "short_term") if place is not None else "short_term"
        scope = place.scope if place is not None else None
        # What outlives the session cannot belong to it alone unless it is said so.
        scope = str(scope or ("global" if kind == "persistent" else "session"))
        owner = place.owner if place is not None else None
        if scope == "agent" and owner is None:
            raise InvalidSpace(reason="agent scope needs an owner; name the agent")
        if scope != "agent" and owner is not None:
            raise InvalidSpace(reason=f"an owner belongs to agent scope, and this is {scope}")
        if kind != "persistent" and place is not None and place.path is not None:
            raise InvalidSpace(reason=f"a path belongs to persistent memory, and this is {kind}")
        if kind == "persistent" and scope == "session" and not self._session_name:
            raise InvalidSpace(
                reason="persistent session memory is found again by the session's name, and this one has none;"
                " open the session with a name, or use the agent or the global scope"
            )
        return SpaceName(kind, scope, owner or "")

    def failures(self, place: Place | None) -> Failures:
        """A context that tells what goes wrong in the space that ``place`` names. Raises InvalidSpace."""
        return Failures(str(self.name(place)), self._path(place))

    def identity(self, place: Place) -> tuple[SpaceName, str]:
        """What tells the space that ``place`` names from all others: its name and its file."""
        name = self.name(place)
        return name, os.path.realpath(self._path(place)) if name.type == "persistent" else ""

    def _path(self, place: Place | None) -> str:
        return (place.path if place is not None else None) or DEFAULT_PATH

    def stored(self, name: SpaceName) -> tuple[str, str]:
        """The scope and the owner under which a file keeps a persistent space.

        Whoever opens the file finds an agent's memory by the agent's name, a session's by the session's.
        """
        return (name.scope, self._session_name if name.scope == "session" else name.owner)

    def _persistent(self, name: SpaceName, shown: str, writing: bool) -> Space:
        path = self._permitted(shown, writing)
        if (found := self._stored.get((path, name))) is not None and (found.writable or not writing):
            return found
        database = self._opened(path, shown, writing)
        made = DatabaseSpace(name, BOUNDS["persistent"], self._clock, database, self.stored(name))
        if database.is_open:
            self._stored[path, name] = made
        return made

    def database(self, place: Place, *, writing: bool) -> Database:
        """The file that ``place`` names; one that is only read may be missing, and is then empty.

        Raises PermissionDenied, FileFailed and InvalidFile.
        """
        shown = self._path(place)
        return self._opened(self._permitted(shown, writing), shown, writing)

    def _permitted(self, shown: str, writing: bool) -> Path:
        """The real path. Reading needs ``fs.read``; writing also reads, and needs both."""
        path = self._permissions.require_path("fs.read", shown)
        return self._permissions.require_path("fs.write", shown) if writing else path

    def _opened(self, path: Path, shown: str, writing: bool) -> Database:
        """The open file. It is opened once, for writing where that is permitted, unless reading would make it."""
        found = self._files.get(path)
        if found is not None and (found.writable or not writing):
            return found
        try:
            database = Database(path, FORMAT, writable=writing or (path.exists() and self._may_write(path)))
        except NotOurs as error:
            raise InvalidFile(path=shown, reason=str(error)) from None
        except DatabaseFailed as error:
            raise FileFailed(path=shown, reason=str(error)) from None
        except NeedsExtra as error:
            raise Unsupported(detail=str(error)) from None
        if database.is_open:
            self._files[path] = database
        return database

    def _may_write(self, path: Path) -> bool:
        try:
            return self._permissions.require_path("fs.write", path) == path
        except PermissionDenied:
            return False

    def close(self) -> None:
        """Close the files and forget what only this session sees."""
        for space in self._stored.values():
            space.purge()
        for database in self._files.values():
            database.close()
        self._files.clear()
        self._stored.clear()
        self._own.close()
