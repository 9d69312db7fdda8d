"""What differs between a text and what was read from it, told so that a person can follow."""

from __future__ import annotations

from typing import Any

from bridge_runtime.values import write_json
from llmspell.output.constants import Limit
from llmspell.output.types import Change

from llmspell_runtime.output.faults import pointer, shown


class Changes:
    """The changes of one step, with places in the whole text; no more than ``Limit.CHANGES`` are kept."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._made: list[Change] = []
        self._more = 0
        self._line, self._line_start = 1, 0

    def add(self, message: str, at: int | None = None, *, path: str | None = None) -> None:
        """Note one change, at an offset into the text or at a JSON pointer into the value."""
        if self.is_full:
            self._more += 1
            return
        place: dict[str, Any] = {} if path is None else {"path": path}
        if at is not None:
            place["line"], place["column"] = self.place(at)
        self._made.append(Change(message=message, **place))

    def include(self, earlier: list[Change]) -> None:
        """Take up changes that were noted before."""
        self._made.extend(earlier)

    @property
    def is_full(self) -> bool:
        return len(self._made) >= Limit.CHANGES

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, counted from 1, of an offset into the text."""
        at = min(max(at, 0), len(self._text))
        if at < self._line_start:
            self._line, self._line_start = 1, 0
        passed = self._text.count("\n", self._line_start, at)
        if passed:
            self._line += passed
            self._line_start = self._text.rfind("\n", 0, at) + 1
        return self._line, at - self._line_start + 1

    def __len__(self) -> int:
        return len(self._made) + self._more

    def all(self) -> list[Change]:
        """The changes as they are told."""
        if not self._more:
            return list(self._made)
        return [*self._made, Change(message=f"and {self._more} more changes")]


def compare(before: Any, after: Any, changes: Changes, path: str = "") -> None:
    """Note where two JSON values differ; neither is nested beyond the limit."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before.keys() - after.keys():
            changes.add(f"left out {_json(before[key])}", path=pointer(path, key))
        for key, item in after.items():
            if key in before:
                compare(before[key], item, changes, pointer(path, key))
            else:
                changes.add(f"added {_json(item)}, the schema's default", path=pointer(path, key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            compare(old, new, changes, pointer(path, number))
    elif type(before) is not type(after) or before != after:
        changes.add(f"{_json(before)} became {_json(after)}", path=path)


def _json(value: Any) -> str:
    return shown(write_json(value))
