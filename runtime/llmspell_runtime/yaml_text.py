"""YAML text to JSON values and back: version 1.2, its core schema, safely.

``on``, ``no`` and ``2026-11-21`` are text, ``0o17`` is octal, keys are text and unique. Built over the events of
libyaml without recursion; what is repeated through aliases counts as often as it is repeated, so that no short text
can become a large value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any, Final

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

MAX_DEPTH: Final = 100
MAX_VALUES: Final = 100_000
_LONGEST_NUMBER: Final = 40
_INTEGERS: Final = range(-(2**63), 2**63)
_TAG: Final = "tag:yaml.org,2002:"
_PLAIN: Final = {
    "null": re.compile(r"~|null|Null|NULL|"),
    "bool": re.compile(r"true|True|TRUE|false|False|FALSE"),
    "int": re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    "float": re.compile(
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    ),
}
_NOT_TEXT: Final = re.compile(r"[-+.0-9~ntfNTF]|$")


class InvalidYaml(ValueError):
    """The text is not YAML that means a JSON value; the message says why, without the place."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.line, self.column = line, column
        """Where, counted from 1."""


class UnsafeYaml(InvalidYaml):
    """The text asks for objects to be made, or repeats itself without end."""


class TooDeepYaml(InvalidYaml):
    """Nested more deeply than is allowed."""


class TooManyValues(InvalidYaml):
    """More values than are allowed."""


def read_yaml(text: str, *, max_depth: int = MAX_DEPTH, max_values: int = MAX_VALUES) -> Any:
    """The JSON value of the only document in ``text``; None for an empty text. Raises InvalidYaml."""
    try:
        parser = CParser(text)
        try:
            return _Reader(max_depth, max_values).read(parser)
        finally:
            parser.dispose()
    except yaml.MarkedYAMLError as error:
        raise _explained(error) from None
    except yaml.YAMLError as error:
        raise _unacceptable(str(error), text) from None


def write_yaml(value: Any, *, indent: int = 2, sort_keys: bool = False) -> str:
    """``value``, JSON, as YAML that ``read_yaml`` and readers of YAML 1.1 both read as the same value."""
    return str(
        yaml.dump(
            value,
            Dumper=_Writer,
            allow_unicode=True,
            default_flow_style=False,
            sort_keys=sort_keys,
            indent=indent,
            width=1_000_000,
        )
    )


def _explained(error: yaml.MarkedYAMLError) -> InvalidYaml:
    """The parser's complaint, placed where a reader would look: at what was opened, when its end is missing."""
    endless = "end of stream" in (error.problem or "")
    mark = (error.context_mark if endless else None) or error.problem_mark or error.context_mark
    said = " ".join(part for part in (error.problem, error.context) if part)
    return InvalidYaml(said, *((mark.line + 1, mark.column + 1) if mark else (1, 1)))


def _unacceptable(said: str, text: str) -> InvalidYaml:
    """The complaint about a character that no YAML may hold, placed where it stands."""
    found = re.search(r"#x([0-9a-f]+).*position (\d+)", said, re.DOTALL)
    if found is None:
        return InvalidYaml(" ".join(said.split()), 1, 1)
    before = text[: max(text.find(chr(int(found[1], 16))), 0)]
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    return InvalidYaml(f"the character U+{int(found[1], 16):04X} cannot stand in YAML", *place)


class _Open:
    """A list or a mapping whose end has not come yet."""

    __slots__ = ("anchor", "before", "key", "value", "waits")

    def __init__(self, value: dict[str, Any] | list[Any], anchor: str | None, before: int) -> None:
        self.value, self.anchor = value, anchor
        self.before = before
        """How many values there were when it began."""
        self.key = ""
        self.waits = False
        """Whether ``key`` is there and its value comes next."""


class _Reader:
    def __init__(self, max_depth: int, max_values: int) -> None:
        self._max_depth, self._max_values = max_depth, max_values
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int, int]] = {}
        """Name -> the value, how many values are in it, how deep it is."""
        self._count = 0
        self._deepest: list[int] = []
        """For each open list or mapping, the levels found inside it."""

    def read(self, parser: Any) -> Any:
        root: Any = None
        documents = 0
        while True:
            event = parser.get_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = self._scalar(event)
                self._counted(event, 1)
                if event.anchor:
                    self._anchors[event.anchor] = (value, 1, 0)
            elif kind in (MappingStartEvent, SequenceStartEvent):
                self._begin(event, {} if kind is MappingStartEvent else [])
                continue
            elif kind in (MappingEndEvent, SequenceEndEvent):
                value = self._end(event)
            elif kind is AliasEvent:
                value = self._alias(event)
            elif kind is StreamEndEvent:
                return root
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    raise _at(event, "a second document begins; one is read")
                continue
            if self._open:
                self._put(event, value)
            else:
                root = value

    def _counted(self, event: Any, more: int) -> None:
        self._count += more
        if self._count > self._max_values:
            raise _at(event, f"more than {self._max_values} values", TooManyValues)

    def _begin(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        if len(self._open) >= self._max_depth:
            raise _at(event, f"nested more than {self._max_depth} levels deep", TooDeepYaml)
        if event.tag not in (None, "!", f"{_TAG}{'map' if isinstance(value, dict) else 'seq'}"):
            raise _at(event, f"the tag {event.tag!r} is not followed", UnsafeYaml)
        self._counted(event, 1)
        self._open.append(_Open(value, event.anchor, self._count - 1))
        self._deepest.append(0)

    def _end(self, event: Any) -> Any:
        done = self._open.pop()
        levels = self._deepest.pop() + 1
        if self._deepest:
            self._deepest[-1] = max(self._deepest[-1], levels)
        if done.anchor:
            self._anchors[done.anchor] = (done.value, self._count - done.before, levels)
        return done.value

    def _alias(self, event: Any) -> Any:
        if any(level.anchor == event.anchor for level in self._open):
            raise _at(event, f"the anchor &{event.anchor} holds itself", UnsafeYaml)
        if event.anchor not in self._anchors:
            raise _at(event, f"there is no anchor &{event.anchor} before this")
        value, size, levels = self._anchors[event.anchor]
        if self._count + size > self._max_values:
            raise _at(event, f"its aliases repeat more than {self._max_values} values", UnsafeYaml)
        self._count += size
        if len(self._open) + levels > self._max_depth:
            raise _at(event, f"nested more than {self._max_depth} levels deep", TooDeepYaml)
        if self._deepest:
            self._deepest[-1] = max(self._deepest[-1], levels)
        return _copied(value)

    def _put(self, event: Any, value: Any) -> None:
        level = self._open[-1]
        if isinstance(level.value, list):
            level.value.append(value)
        elif level.waits:
            level.value[level.key] = value
            level.waits = False
        elif not isinstance(value, str):
            raise _at(event, "a key must be text; quote it")
        elif value in level.value:
            raise _at(event, f"the key {value!r} is given twice")
        else:
            level.key, level.waits = value, True

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if event.tag is None or event.tag == "!":
            if not event.implicit[0] or not _NOT_TEXT.match(text):
                return text
            kind = next((name for name, pattern in _PLAIN.items() if pattern.fullmatch(text)), "str")
            if kind != "str" and self._is_key():
                kind = "str"
        else:
            kind = event.tag.removeprefix(_TAG)
            pattern = _PLAIN.get(kind)
            if kind != "str" and pattern is None:
                raise _at(event, f"the tag {event.tag!r} is not followed", UnsafeYaml)
            if pattern is not None and not pattern.fullmatch(text):
                raise _at(event, f"{text[:60]!r} is not of the type {kind} that its tag names")
        return _typed(kind, text, event)

    def _is_key(self) -> bool:
        """Whether what comes next is a key. ``1: one`` has the key "1", as JSON has it."""
        return bool(self._open) and isinstance(self._open[-1].value, dict) and not self._open[-1].waits


def _at(event: Any, reason: str, kind: type[InvalidYaml] = InvalidYaml) -> InvalidYaml:
    mark = event.start_mark
    return kind(reason, mark.line + 1, mark.column + 1)


def _typed(kind: str, text: str, event: Any) -> Any:
    match kind:
        case "int" if len(text) > _LONGEST_NUMBER:
            raise _at(event, f"a number of {len(text)} digits fits no type; quote it")
        case "int":
            whole = int(text, 0) if text[:2] in ("0o", "0x") else int(text)
            if whole not in _INTEGERS:
                raise _at(event, f"{text} fits no type: integers have 64 bits; quote it")
            return whole
        case "float":
            number = float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
            if not math.isfinite(number):
                raise _at(event, f"{text[:60]} is not a number that JSON has; quote it")
            return number
        case "bool":
            return text.lower() == "true"
        case "null":
            return None
    return text


def _copied(value: Any) -> Any:
    """A copy of its own for each alias, so that changing one leaves the others; at most ``MAX_DEPTH`` calls deep."""
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_copied(item) for item in value]
    return value


class _Writer(yaml.CSafeDumper):
    """Writes text plainly only where neither YAML 1.1 nor 1.2 would take it for something else."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(writer: Any, text: str) -> Any:
    block = "\n" in text and _is_block(text.split("\n"))
    return writer.represent_scalar(f"{_TAG}str", text, style="|" if block else None)


def _is_block(lines: Iterable[str]) -> bool:
    """Whether these lines can stand in a block as they are, without escapes."""
    return all(line == line.rstrip() and line.isprintable() for line in lines)


_Writer.add_representer(str, _represent_text)
for _kind, _pattern in _PLAIN.items():
    _Writer.add_implicit_resolver(f"{_TAG}{_kind}", re.compile(rf"(?:{_pattern.pattern})$"), None)
