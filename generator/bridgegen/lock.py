"""abi.lock: the numbers and names that other people's programs rely on, each given once.

The file has one section per kind and one line per entry, in the order the numbers were given, so that a
change reads well in a review and two branches that take one number conflict. Entries are only ever added;
what leaves the interface stays as retired.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bridgegen.diagnostics import Report
from bridgegen.model import Position

FIRST_ERROR = 100
FILE = "abi.lock"

_HEADER = """\
# The numbers and names that programs built on this interface rely on, each given once.
# `bridgegen generate` adds to this file and changes no line of it; commit it beside the interface.
"""
_SECTION = re.compile(r"\[(functions|errors|values \S+|tags \S+|names \S+)\]")
_NUMBER = re.compile(r"(\d+) (.+?)( \(retired\))?")
_NAME = re.compile(r"(.+?) = (.+?)( \(retired\))?")


@dataclass(slots=True)
class Entry:
    """One line: a number, or a name in one target."""

    value: int | str
    retired: bool = False
    position: Position | None = None


@dataclass(slots=True)
class _Unread:
    """The lines of a section as the file has them, from the line ``first``."""

    file: str
    first: int
    lines: list[str] = field(default_factory=list)


_NO_LINES = _Unread("", 0)


@dataclass(slots=True)
class Lock:
    """The sections of the file: ``functions``, ``errors``, ``values desk.State``, ``tags desk.Item``, ``names c``."""

    sections: dict[str, dict[str, Entry]] = field(default_factory=dict)
    unread: dict[str, _Unread] = field(default_factory=dict)
    """Sections of names that nothing asked for yet."""
    _highest: dict[str, int] = field(default_factory=dict)
    """The highest number of each section that was added to."""

    def assign(self, section: str, keys: Iterable[str]) -> None:
        """Numbers those of ``keys`` that have no number yet, above every number ever given."""
        entries = self.sections.setdefault(section, {})
        for key in keys:
            if key not in entries:
                entries[key] = Entry(self._next(section))

    def _next(self, section: str) -> int:
        """The number after the highest ever given; the whole section is looked at once only."""
        if section not in self._highest:
            below = FIRST_ERROR - 1 if section == "errors" else 0
            entries = self.sections[section].values()
            self._highest[section] = max((int(entry.value) for entry in entries), default=below)
        self._highest[section] += 1
        return self._highest[section]

    def number(self, section: str, key: str) -> int:
        """The number of an entry that was assigned one; 0 for one that was not."""
        entry = self.sections.get(section, {}).get(key)
        return int(entry.value) if entry else 0

    def by_module(self, *kinds: str) -> dict[str, list[tuple[str, str, int]]]:
        """The numbers of some kinds of section that each module was given, for telling whether one changed."""
        found: dict[str, list[tuple[str, str, int]]] = {}
        for section, entries in self.sections.items():
            kind, _, named = section.partition(" ")
            for key, entry in entries.items() if kind in kinds else ():
                module = (named or key).partition(".")[0]
                found.setdefault(module, []).append((section, key, int(entry.value)))
        return found

    def reconcile(self, section: str, present: Mapping[str, Position], report: Report) -> None:
        """Holds a numbered section to what the interface has: reports what returns, retires what left."""
        entries = self.sections.get(section, {})
        kind = section.split()[0].removesuffix("s")
        for key, position in present.items():
            if entries[key].retired:
                message = (
                    f"{kind} {key!r} was removed once, and its number {entries[key].value} is retired; choose another "
                    f"name, or, if it is the same as before, delete '(retired)' from its line in {FILE}"
                )
                report.error("lock-retired", message, position)
        for key, entry in entries.items():
            entry.retired = entry.retired or key not in present

    def freeze_names(
        self, target: str, names: Mapping[str, str], positions: Mapping[str, Position], report: Report
    ) -> None:
        """Adds a target's names; reports a frozen one that would change, and a retired one taken again."""
        section = f"names {target}"
        if self.unread.get(section, _NO_LINES).lines == [
            f"{key} = {name}" for key, name in sorted(names.items())
        ]:
            return
        entries = self._entries(section, report)
        taken = {entry.value: key for key, entry in entries.items() if key not in names}
        for key, name in names.items():
            known, position = entries.get(key), positions.get(key)
            if known and known.value != name:
                message = (
                    f"the {target} name of {key} is {known.value!r} in {FILE} and would become {name!r}; programs use "
                    f"the old one: keep it with 'rename', add the new beside it and mark this one 'deprecated', or "
                    f"delete its line from {FILE} to break them knowingly"
                )
                report.error("lock-name-changed", message, position)
            elif known is None and name in taken:
                message = (
                    f"the {target} name {name!r} of {key} belongs to {taken[name]}, which was removed; give it another "
                    f"name, or delete that line from {FILE} to reuse it knowingly"
                )
                report.error("lock-name-reused", message, position)
            elif known is None:
                entries[key] = Entry(name)
            else:
                known.retired = False
        for key, entry in entries.items():
            entry.retired = entry.retired or key not in names

    def _entries(self, section: str, report: Report) -> dict[str, Entry]:
        """The entries of a section, read now if it was not yet."""
        entries = self.sections.setdefault(section, {})
        unread = self.unread.pop(section, _NO_LINES)
        for number, line in enumerate(unread.lines, unread.first):
            _read_entry(self, section, line.strip(), Position(unread.file, number, 1), report)
        return entries


def read(text: str, file: str, report: Report) -> Lock:
    """Reads abi.lock; a line that makes no sense, and a number given twice, are reported.

    Sections of names are left as they are until ``freeze_names`` finds that one changed: they are long.
    """
    lock = Lock()
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and (match := _SECTION.fullmatch(line)):
            section = match[1]
            if section.startswith("names "):
                lock.unread[section] = _Unread(file, number + 1)
            else:
                lock.sections.setdefault(section, {})
        elif section in lock.unread:
            lock.unread[section].lines.append(line)
        elif section:
            _read_entry(lock, section, line.strip(), Position(file, number, 1), report)
        else:
            message = f"{line!r} stands before any section; take the file back from version control"
            report.error("lock-syntax", message, Position(file, number, 1))
    for name, entries in lock.sections.items():
        _check_numbers(name, entries, report)
    return lock


def _read_entry(lock: Lock, section: str, line: str, position: Position, report: Report) -> None:
    names = section.startswith("names ")
    match = (_NAME if names else _NUMBER).fullmatch(line)
    if match is None or (not names and len(match[1]) > 18):
        message = f"{line!r} is no entry of [{section}]; take the file back from version control"
        report.error("lock-syntax", message, position)
        return
    key, value = (match[1], match[2]) if names else (match[2], int(match[1]))
    entries = lock.sections[section]
    if key in entries:
        message = f"{key!r} already has a line in [{section}]; keep the older of the two"
        report.error("lock-duplicate", message, position)
    else:
        entries[key] = Entry(value, match[3] is not None, position)


def _check_numbers(section: str, entries: Mapping[str, Entry], report: Report) -> None:
    lowest = FIRST_ERROR if section == "errors" else 1
    seen: dict[int, str] = {}
    for key, entry in entries.items():
        number = int(entry.value)
        if number < lowest:
            message = f"{key!r} has the number {number}; numbers of [{section}] start at {lowest}"
            report.error("lock-number", message, entry.position)
        if number in seen:
            message = (
                f"{key!r} has the number {number}, which {seen[number]!r} has; delete the line of the newer one, "
                f"so that generate gives it a number of its own"
            )
            report.error("lock-duplicate", message, entry.position)
        seen.setdefault(number, key)


def render(lock: Lock) -> str:
    """The file's text: sections by kind and name, numbers in order, names in the alphabet's."""
    rows = {section: _rows(section, entries) for section, entries in lock.sections.items()}
    rows.update({section: unread.lines for section, unread in lock.unread.items()})
    parts = [_HEADER]
    for section in sorted(rows, key=_rank):
        if rows[section]:
            parts.append("\n".join([f"[{section}]", *rows[section], ""]))
    return "\n".join(parts)


def _rows(section: str, entries: Mapping[str, Entry]) -> list[str]:
    if section.startswith("names "):
        return [f"{key} = {entry.value}{_mark(entry)}" for key, entry in sorted(entries.items())]
    numbered = sorted(entries.items(), key=lambda item: int(item[1].value))
    return [f"{entry.value} {key}{_mark(entry)}" for key, entry in numbered]


def _mark(entry: Entry) -> str:
    return " (retired)" if entry.retired else ""


def _rank(section: str) -> tuple[int, str]:
    order = ("functions", "errors", "values", "tags", "names")
    return order.index(section.split()[0]), section
