"""What a repository keeps under one name: versions of a schema."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple, Protocol

MAX_VERSIONS: Final = 1000
MAX_NAMES: Final = 10_000
_NAME: Final = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]{0,62}[A-Za-z0-9_-])?")
_REFERENCE: Final = re.compile(r"(?P<name>[^@]*)(@(?P<version>[1-9][0-9]{0,8}))?")


class InvalidSchemaName(ValueError):
    """A name that schemas cannot have; the message says why."""


class Full(Exception):
    """There is no room for more; the message says of what."""


class Wanted(NamedTuple):
    """What a reference such as "person@2" asks for; without a version, the newest."""

    name: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a schema."""

    number: int
    created_at: datetime
    schema: Any
    note: str = ""


@dataclass(slots=True)
class Shelf:
    """The versions of one name, oldest first."""

    name: str
    next_number: int = 1
    versions: list[Version] = field(default_factory=list)

    def add(self, schema: Any, note: str) -> Version:
        """Put a new version. Raises Full."""
        if len(self.versions) >= MAX_VERSIONS:
            raise Full(f"{self.name!r} has {MAX_VERSIONS} versions")
        version = Version(self.next_number, datetime.now(UTC).replace(microsecond=0), schema, note)
        self.versions.append(version)
        self.next_number += 1
        return version

    def find(self, number: int | None) -> Version | None:
        """The version with this number, or the newest."""
        if number is None:
            return self.versions[-1] if self.versions else None
        return next((version for version in self.versions if version.number == number), None)

    def remove(self, number: int | None) -> int:
        """Forget a version, or all of them; returns how many there were."""
        before = len(self.versions)
        self.versions = [v for v in self.versions if number is not None and v.number != number]
        return before - len(self.versions)


class Store(Protocol):
    """Where shelves stand. Each method may raise what its kind of store fails with."""

    def names(self) -> list[str]:
        """Every name, in the order of the alphabet."""
        ...

    def read(self, name: str) -> Shelf | None:
        """The shelf of a name, or None."""
        ...

    def changing(self, name: str) -> AbstractContextManager[Shelf]:
        """The shelf of a name, new if need be, for nobody else to change; when the block ends well it is kept.

        A shelf left without versions is taken away.
        """
        ...


def read_reference(text: str, version: int | None = None) -> Wanted:
    """The name and version that ``text`` ("person", "person@2") asks for. Raises InvalidSchemaName."""
    found = _REFERENCE.fullmatch(text)
    if found is None:
        raise InvalidSchemaName("after '@' stands the number of a version, as in 'person@2'")
    number = int(found["version"]) if found["version"] else None
    if number is not None and version is not None and number != version:
        raise InvalidSchemaName(f"it names version {number}, and version {version} is asked for")
    return Wanted(require_name(found["name"]), version if number is None else number)


def require_name(name: str) -> str:
    """``name``; raises InvalidSchemaName unless it is one."""
    if not _NAME.fullmatch(name):
        raise InvalidSchemaName(
            "expected 1 to 64 letters, digits, '_', '-' or '.', of which '.' and '-' do not begin it and '.' does not end it"
        )
    return name


def require_distinct(name: str, names: list[str]) -> None:
    """Raise InvalidSchemaName when one of ``names`` differs from ``name`` in case only: some file systems take them for one."""
    for other in names:
        if other != name and other.casefold() == name.casefold():
            raise InvalidSchemaName(f"it differs from {other!r} in the case of its letters only")
