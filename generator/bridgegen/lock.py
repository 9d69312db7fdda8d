"""abi.lock: the numbers and names that other people's programs rely on, each given once.

The file has one section per kind and one line per entry, in the order the numbers were given, so that a
change reads well in a review and two branches that take one number conflict. Entries are only ever added;
what leaves the interface stays as retired.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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
_RETIRED = " (retired)"
_NAME = re.compile(r"(.+?) = (.+?)( \(retired\))?")


@dataclass(slots=True)
class Entry:
    """One line: a number, or a name in one target."""

    value: int | str
    retired: bool = False
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class _Lines:
    """A section's lines as the file has them, from the line ``first``."""

    file: str = ""
    first: int = 0
    text: str = ""


@dataclass(slots=True)
class Lock:
    """What the file says: numbers of ``functions``, ``errors``, ``values desk.State`` and ``tags desk.Item``, and each target's names."""

    sections: dict[str, dict[str, Entry]] = field(default_factory=dict)
    """The numbered sections."""
    names: dict[str, _Lines] = field(default_factory=dict)
    """The names of each target. They are many and seldom change, so they stay text."""
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

    def reconcile(
        self, section: str, present: Collection[str], place: Callable[[str], Position | None], report: Report
    ) -> None:
        """Holds a numbered section to what the interface has: reports what returns, retires what left.

        ``place`` says where one of ``present`` stands.
        """
        entries = self.sections.get(section, {})
        kind = section.split()[0].removesuffix("s")
        remaining = frozenset(present)
        for key in present:
            if entries[key].retired:
                message = (
                    f"{kind} {key!r} was removed once, and its number {entries[key].value} is retired; choose another "
                    f"name, or, if it is the same as before, delete '(retired)' from its line in {FILE}"
                )
                report.error("lock-retired", message, place(key))
        for key, entry in entries.items():
            entry.retired = entry.retired or key not in remaining

    def freeze_names(
        self,
        target: str,
        names: Mapping[str, str],
        place: Callable[[str], Position | None],
        report: Report,
    ) -> None:
        """Adds a target's names; reports a frozen one that would change, and a retired one taken again.

        ``place`` says where an entity of ``names`` stands.
        """
        lines = self.names.get(target, _Lines())
        wanted = {f"{key} = {name}": key for key, name in sorted(names.items())}
        if lines.text == "\n".join(wanted):
            return
        kept, others = _compare(lines, wanted, f"names {target}", report)
        taken = {entry.value: key for key, entry in others.items() if key not in names}
        for line, key in wanted.items():
            known, name = others.get(key), names[key]
            if line in kept:
                continue
            if known and known.value != name:
                message = (
                    f"the {target} name of {key} is {known.value!r} in {FILE} and would become {name!r}; programs use "
                    f"the old one: keep it with 'rename', add the new beside it and mark this one 'deprecated', or "
                    f"delete its line from {FILE} to break them knowingly"
                )
                report.error("lock-name-changed", message, place(key))
            elif known is None and name in taken:
                message = (
                    f"the {target} name {name!r} of {key} belongs to {taken[name]}, which was removed; give it another "
                    f"name, or delete that line from {FILE} to reuse it knowingly"
                )
                report.error("lock-name-reused", message, place(key))
            others[key] = Entry(name)
        rows = [(wanted[line], line) for line in kept]
        rows += [
            (key, f"{key} = {entry.value}{'' if key in names else _RETIRED}") for key, entry in others.items()
        ]
        self.names[target] = _Lines(text="\n".join(line for _, line in sorted(rows)))

    def text(self, section: str) -> str:
        """The lines of a section, as the file has them or will."""
        if section.startswith("names "):
            return self.names.get(section.removeprefix("names "), _Lines()).text
        numbered = sorted(self.sections[section].items(), key=lambda item: int(item[1].value))
        return "\n".join(f"{entry.value} {key}{_RETIRED if entry.retired else ''}" for key, entry in numbered)


def _compare(
    lines: _Lines, wanted: Mapping[str, str], section: str, report: Report
) -> tuple[set[str], dict[str, Entry]]:
    """Those of ``lines`` that are ``wanted`` (line -> entity), and what the others say."""
    kept: set[str] = set()
    others: dict[str, Entry] = {}
    for number, line in enumerate(lines.text.split("\n"), lines.first):
        if line in wanted and line not in kept:
            kept.add(line)
        elif line.strip() and not line.startswith("#"):
            _read_entry(others, section, line.strip(), Position(lines.file, number, 1), report)
    for line in kept:
        if twin := others.pop(wanted[line], None):
            _duplicate(wanted[line], section, twin.position, report)
    return kept, others


def read(text: str, file: str, report: Report) -> Lock:
    """Reads abi.lock; a line that makes no sense, and a number given twice, are reported.

    What is wrong with names is found when they are frozen.
    """
    lock = Lock()
    for section, lines in _sections(text.replace("\r\n", "\n"), file):
        target = section.removeprefix("names ")
        if target == section:
            entries = lock.sections.setdefault(section, {}) if section else {}
            for number, line in enumerate(lines.text.split("\n"), lines.first):
                if line.strip() and not line.startswith("#"):
                    _read_entry(entries, section, line.strip(), Position(file, number, 1), report)
        elif target in lock.names:
            message = f"the section [{section}] stands here again; put its lines below the first"
            report.error("lock-duplicate", message, Position(file, lines.first - 1, 1))
        else:
            lock.names[target] = lines
    for name, entries in lock.sections.items():
        _check_numbers(name, entries, report)
    return lock


def _sections(text: str, file: str) -> Iterator[tuple[str, _Lines]]:
    """The sections in their order; what stands before the first has no name."""
    name, line, start = "", 1, 0
    for heading, begin, end in _headings(text):
        yield name, _Lines(file, line, text[start:begin].rstrip("\n"))
        line += text.count("\n", start, end)
        name, start = heading, end
    yield name, _Lines(file, line, text[start:].rstrip("\n"))


def _headings(text: str) -> Iterator[tuple[str, int, int]]:
    """Each section's name, where its heading begins, and where its lines do."""
    begin = 0
    while begin >= 0:
        end = text.find("\n", begin) + 1 or len(text)
        if match := _SECTION.fullmatch(text, begin, end - text.endswith("\n", begin, end)):
            yield match[1], begin, end
        found = text.find("\n[", begin)
        begin = found + 1 if found >= 0 else -1


def _read_entry(
    entries: dict[str, Entry], section: str, line: str, position: Position, report: Report
) -> None:
    names = section.startswith("names ")
    match = (_NAME if names else _NUMBER).fullmatch(line)
    if not section:
        message = f"{line!r} stands before any section; take the file back from version control"
        report.error("lock-syntax", message, position)
    elif match is None or (not names and len(match[1]) > 18):
        message = f"{line!r} is no entry of [{section}]; take the file back from version control"
        report.error("lock-syntax", message, position)
    else:
        key, value = (match[1], match[2]) if names else (match[2], int(match[1]))
        if key in entries:
            _duplicate(key, section, position, report)
        else:
            entries[key] = Entry(value, match[3] is not None, position)


def _duplicate(key: str, section: str, position: Position | None, report: Report) -> None:
    message = f"{key!r} already has a line in [{section}]; keep the older of the two"
    report.error("lock-duplicate", message, position)


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
    sections = [*lock.sections, *(f"names {target}" for target in lock.names)]
    texts = {section: lock.text(section) for section in sorted(sections, key=_rank)}
    return "\n".join([_HEADER, *(f"[{section}]\n{text}\n" for section, text in texts.items() if text)])


def _rank(section: str) -> tuple[int, str]:
    order = ("functions", "errors", "values", "tags", "names")
    return order.index(section.split()[0]), section
