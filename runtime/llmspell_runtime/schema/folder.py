"""A repository in a folder: a file for each name, with all its versions.

Files are replaced as a whole, under a lock that other processes respect: a reader sees the old versions or the new
ones, and of two writers neither loses a version.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from llmspell_runtime.files import FileFailure, FileMissing, read_file, reason, write_file
from llmspell_runtime.schema import shelf_files
from llmspell_runtime.schema.shelves import (
    MAX_NAMES,
    Full,
    InvalidSchemaName,
    Shelf,
    require_distinct,
    require_name,
)

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions

MAX_FILE_BYTES: Final = 16 * 1024 * 1024
LOCK_SECONDS: Final = 10.0
_LOCK: Final = ".schemas.lock"


class FolderFailure(Exception):
    """A file or the folder could not be used; ``path`` says which, the message why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(why)
        self.path = path


class NotSchemas(FolderFailure):
    """A file does not hold schemas of a version that is known here."""


class Folder:
    """Shelves by name, in the folder that was given as ``shown``."""

    def __init__(self, folder: Path, shown: str, permissions: Permissions, extension: str) -> None:
        self._folder, self._shown, self._permissions = folder, shown, permissions
        self._extension = extension
        self._lock = Lock()

    def names(self) -> list[str]:
        """Every name, in the order of the alphabet. Raises FolderFailure."""
        return sorted(self._files())

    def read(self, name: str) -> Shelf | None:
        """The shelf of a name, or None. Raises FolderFailure and PermissionDenied."""
        self._permissions.require_path("fs.read", self._folder)
        for extension in shelf_files.EXTENSIONS:
            shelf = self._read(name, extension)
            if shelf is not None:
                return shelf
        return None

    def _read(self, name: str, extension: str) -> Shelf | None:
        path = self._folder / f"{name}{extension}"
        shown = self._name_of(path)
        try:
            data = read_file(path, MAX_FILE_BYTES)
        except FileMissing:
            return None
        except FileFailure as error:
            raise FolderFailure(shown, str(error)) from None
        try:
            return shelf_files.read(data, name, extension)
        except shelf_files.InvalidShelf as error:
            raise NotSchemas(shown, str(error)) from None

    @contextmanager
    def changing(self, name: str) -> Iterator[Shelf]:
        """A shelf to change. Raises FolderFailure, PermissionDenied, Full and InvalidSchemaName."""
        self._permissions.require_path("fs.write", self._folder)
        with self._lock, self._locked():
            files = self._files()
            if name not in files:
                require_distinct(name, list(files))
                if len(files) >= MAX_NAMES:
                    raise Full(f"it has {MAX_NAMES} names")
            shelf = self.read(name) or Shelf(name)
            yield shelf
            path = self._folder / f"{name}{files.get(name, self._extension)}"
            try:
                self._keep(shelf, path)
            except OSError as error:
                why = str(error) if isinstance(error, FileFailure) else reason(error)
                raise FolderFailure(self._name_of(path), why) from None

    def _keep(self, shelf: Shelf, path: Path) -> None:
        if not shelf.versions:
            path.unlink(missing_ok=True)
            return
        data = shelf_files.write(shelf, path.suffix)
        if len(data) > MAX_FILE_BYTES:
            raise Full(f"the versions of {shelf.name!r} have {len(data)} bytes; {MAX_FILE_BYTES} are allowed")
        write_file(path, data)

    def _files(self) -> dict[str, str]:
        """Names, and the extensions of their files. Raises FolderFailure and PermissionDenied."""
        self._permissions.require_path("fs.read", self._folder)
        found: dict[str, str] = {}
        try:
            for path in self._folder.iterdir():
                if path.suffix in shelf_files.EXTENSIONS and _is_name(path.stem):
                    found[path.stem] = min(path.suffix, found.get(path.stem, path.suffix))
        except OSError as error:
            raise FolderFailure(self._shown, reason(error)) from None
        return found

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """The folder, for no other process to change. Raises FolderFailure."""
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        try:
            descriptor = os.open(self._folder / _LOCK, flags, 0o666)
        except OSError as error:
            raise FolderFailure(self._name_of(self._folder / _LOCK), reason(error)) from None
        try:
            self._wait_for(descriptor)
            yield
        finally:
            os.close(descriptor)

    def _wait_for(self, descriptor: int) -> None:
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise FolderFailure(self._shown, "another process keeps it locked") from None
                time.sleep(0.005)

    def _name_of(self, path: Path) -> str:
        return f"{self._shown.rstrip('/')}/{path.name}"


def _is_name(text: str) -> bool:
    try:
        return bool(require_name(text))
    except InvalidSchemaName:
        return False
