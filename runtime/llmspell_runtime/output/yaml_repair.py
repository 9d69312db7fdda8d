"""Broken YAML, mended: the place that the reader complains of shows what a writer of YAML most often forgets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final

from llmspell.output.constants import Limit

from llmspell_runtime.output.changes import Changes
from llmspell_runtime.output.faults import NotReadable, require_text, shown

_TRIES: Final = 40
_READ: Final = 2_000_000
"""Characters that are read at most, all tries together."""
_VALUE: Final = re.compile(
    r"(?P<key>\s*(?:- +)*(?:[^\s:#\"'\[\]{}][^:#]*:\s+|- +))(?P<value>\S(?:.*\S)?)\s*$"
)
_KEY: Final = re.compile(r"\s*(?:- +)*(?P<key>[^\s:#\[\]{}](?:[^:#]*[^\s:#])?)\s*:(?:\s|$)")


def repair(text: str, offset: int, changes: Changes, read: Callable[[str], Any]) -> Any:
    """The value that broken YAML was meant to be; notes the changes, with ``offset`` as the text's own place.

    ``read`` is the reader whose NotReadable shows what to mend. Raises NotReadable and TooLarge, and what else it raises.
    """
    require_text(text, Limit.REPAIR_CHARACTERS)
    lines = text.split("\n")
    starts = [offset]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    mender = _Mender(lines, starts, changes)
    budget = _READ
    for _ in range(_TRIES):
        budget -= len(text)
        try:
            value = read("\n".join(mender.lines))
        except NotReadable as error:
            if budget < 0 or not mender.mend(error):
                raise
        else:
            if not isinstance(value, dict | list):
                raise NotReadable("it holds no mapping and no list")
            return value
    raise NotReadable(f"it has more than {_TRIES} mistakes")


class _Mender:
    """The lines of a text, one of which is mended at a time."""

    def __init__(self, lines: list[str], starts: list[int], changes: Changes) -> None:
        self.lines = lines
        self._starts, self._changes = starts, changes

    def mend(self, error: NotReadable) -> bool:
        """Mend what the reader complains of; False when nothing is known against it."""
        at = min(error.line or 1, len(self.lines)) - 1
        reason = str(error)
        if "given twice" in reason:
            return self._drop_first_of_two(at)
        if "end of stream" in reason and self._end_quote(at, (error.column or 1) - 1):
            return True
        if any(self._indent(number) for number in range(at, -1, -1) if "\t" in self.lines[number]):
            return True
        if "flow" in reason and self._close_flow():
            return True
        return any(self._quote(number) for number in (at, at - 1) if number >= 0) or self._drop_prose(at)

    def _set(self, number: int, line: str, column: int = 0) -> bool:
        self._changes.add(
            f"{shown(self.lines[number].strip())} became {shown(line.strip())}", self._starts[number] + column
        )
        self.lines[number] = line
        return True

    def _indent(self, number: int) -> bool:
        """Tabs that indent a line become spaces."""
        line = self.lines[number]
        words = line.lstrip(" \t")
        margin = line[: len(line) - len(words)]
        if "\t" not in margin:
            return False
        self._changes.add("a tab became two spaces", self._starts[number])
        self.lines[number] = margin.replace("\t", "  ") + words
        return True

    def _quote(self, number: int) -> bool:
        """A value that only quotes make text gets them."""
        match = _VALUE.match(self.lines[number])
        if match is None or match["value"][0] in "\"'[{|>#":
            return False
        value = match["value"]
        if ": " not in value and not value.endswith(":") and value[0] not in "@`%&*!,]}?":
            return False
        return self._set(
            number, f"{match['key']}{json.dumps(value, ensure_ascii=False)}", match.start("value")
        )

    def _end_quote(self, number: int, column: int) -> bool:
        """A quote that never ends, ends with its line."""
        line = self.lines[number]
        if column >= len(line) or line[column] not in "\"'":
            return False
        inner = line[column + 1 :].rstrip()
        quoted = json.dumps(inner, ensure_ascii=False) if line[column] == '"' else f"'{inner}'"
        return self._set(number, line[:column] + quoted, column)

    def _close_flow(self) -> bool:
        """Brackets that never end, end with the text."""
        waiting: list[str] = []
        for match in re.finditer(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[\[\]{}]", "\n".join(self.lines)):
            mark = match[0]
            if mark in "[{":
                waiting.append("]" if mark == "[" else "}")
            elif mark in "]}" and waiting:
                waiting.pop()
        if not waiting:
            return False
        last = max(number for number, line in enumerate(self.lines) if line.strip())
        closing = "".join(reversed(waiting))
        self._changes.add(f"added {shown(closing)}", self._starts[last] + len(self.lines[last]))
        self.lines[last] = self.lines[last].rstrip().rstrip(",") + closing
        return True

    def _drop_first_of_two(self, number: int) -> bool:
        """Of a key that is given twice, the later value stays; only where both stand on lines of their own."""
        match = _KEY.match(self.lines[number])
        if match is None:
            return False
        margin = len(self.lines[number]) - len(self.lines[number].lstrip())
        for earlier in range(number - 1, -1, -1):
            line = self.lines[earlier]
            first = _KEY.match(line)
            if first is None or first["key"] != match["key"] or len(line) - len(line.lstrip()) != margin:
                continue
            following = self.lines[earlier + 1] if earlier + 1 < number else ""
            if line.lstrip().startswith("- ") or len(following) - len(following.lstrip()) > margin:
                return False
            self._changes.add(
                f"left out {shown(line.strip())}, whose key is given again", self._starts[earlier]
            )
            self.lines[earlier] = ""
            return True
        return False

    def _drop_prose(self, number: int) -> bool:
        """A line that is neither a key nor an item, at either end of the text, is what a model says around it."""
        filled = [index for index, line in enumerate(self.lines) if line.strip()]
        for index in (number, number - 1, *filled[:1], *filled[-1:]):
            if index < 0 or not self.lines[index].strip():
                continue
            line = self.lines[index].strip()
            data = _KEY.match(self.lines[index]) is not None and not line.endswith(":")
            if index in (filled[0], filled[-1]) and not data and not line.startswith(("- ", "[", "{")):
                self._changes.add(f"left out {shown(line)}", self._starts[index])
                self.lines[index] = ""
                return True
        return False
