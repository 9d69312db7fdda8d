"""Text to a tree: YAML 1.2's core schema over the events of libyaml.

``on`` and ``no`` are strings, ``0o17`` is octal, a key given twice is an error. The tree is built without
recursion, so that no file, however deep, can exhaust the stack.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any

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

from bridgegen.diagnostics import Report
from bridgegen.model import Position
from bridgegen.tree import Items, Leaf, Node, Table

_DEEPEST = 100
_MOST_REPEATED = 10_000
_LONGEST_NUMBER = 40
_INTEGERS = range(-(2**63), 2**63)
_PLAIN = (
    ("null", re.compile(r"~|null|Null|NULL|")),
    ("bool", re.compile(r"true|True|TRUE|false|False|FALSE")),
    ("int", re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")),
    (
        "float",
        re.compile(
            r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
        ),
    ),
)
_NOT_TEXT = re.compile(r"[-+.0-9~ntfNTF]|$")
_TAG = "tag:yaml.org,2002:"


def parse(text: str, file: str, report: Report) -> Table | None:
    """Parse one file; reports and returns None when it is not one YAML mapping."""
    builder = _Builder(file, report)
    try:
        parser = CParser(text)
        try:
            root = builder.build(parser)
        finally:
            parser.dispose()
    except yaml.MarkedYAMLError as error:
        report.error("yaml-syntax", *_explained(error, text, file))
        return None
    except yaml.YAMLError as error:
        report.error("yaml-syntax", *_unacceptable(str(error), text, file))
        return None
    except _TooMuch as error:
        report.error(error.rule, str(error), error.position)
        return None
    if root is None:
        report.error("yaml-empty", f"{file} is empty; write at least `bridge: <name>`", Position(file, 1, 1))
    elif not isinstance(root, Table):
        report.error(
            "yaml-not-a-mapping", "a file of the interface is a mapping of keys to values", root.position
        )
    else:
        return root
    return None


def _explained(error: yaml.MarkedYAMLError, text: str, file: str) -> tuple[str, Position]:
    """The parser's complaint, placed where a reader would look: at what was opened, when its end is missing."""
    endless = "end of stream" in (error.problem or "")
    mark = (error.context_mark if endless else None) or error.problem_mark or error.context_mark
    said = " ".join(part for part in (error.problem, error.context) if part)
    if mark is None:
        return f"not valid YAML: {said}", Position(file, 1, 1)
    if (
        text.splitlines()[mark.line : mark.line + 1]
        and text.splitlines()[mark.line][mark.column :][:1] == "\t"
    ):
        said = "a tab stands here, and YAML indents with spaces only; replace it"
    elif said == "mapping values are not allowed in this context":
        said = "a second colon on one line; put a text with a colon in it in quotes"
    return f"not valid YAML: {said}", Position(file, mark.line + 1, mark.column + 1)


def _unacceptable(said: str, text: str, file: str) -> tuple[str, Position]:
    """The complaint about a character that no YAML may hold, placed where it stands."""
    found = re.search(r"#x([0-9a-f]+).*position (\d+)", said, re.DOTALL)
    if found is None:
        return f"not valid YAML: {' '.join(said.split())}", Position(file, 1, 1)
    before = text[: text.find(chr(int(found[1], 16)))]
    place = Position(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return (
        f"not valid YAML: the character U+{int(found[1], 16):04X} cannot stand in a text file; remove it",
        place,
    )


class _TooMuch(Exception):
    def __init__(self, rule: str, message: str, position: Position) -> None:
        super().__init__(message)
        self.rule, self.position = rule, position


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end has not come yet."""

    position: Position
    is_table: bool
    anchor: str | None
    before: int
    """How many nodes there were when it began."""
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Position] = field(default_factory=dict)
    key: str | None = None
    key_at: Position | None = None
    """Where the key stands whose value comes next."""


class _Builder:
    def __init__(self, file: str, report: Report) -> None:
        self._file, self._report = file, report
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._count = 0
        self._repeated = 0

    def build(self, parser: Any) -> Node | None:
        """The tree of the only document; None when there is none."""
        root: Node | None = None
        documents = 0
        while True:
            event = parser.get_event()
            kind = type(event)
            if kind is ScalarEvent:
                node: Node = self._scalar_node(event)
            elif kind in (MappingStartEvent, SequenceStartEvent):
                self._begin(event, kind is MappingStartEvent)
                continue
            elif kind in (MappingEndEvent, SequenceEndEvent):
                node = self._end()
            elif kind is AliasEvent:
                node = self._alias(event)
            elif kind is StreamEndEvent:
                return root
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    text = "a file of the interface holds one document; put the next into a file of its own"
                    raise _TooMuch("yaml-documents", text, self._at(event))
                continue
            if self._open:
                self._put(node)
            else:
                root = node

    def _at(self, event: Any) -> Position:
        mark = event.start_mark
        return Position(self._file, mark.line + 1, mark.column + 1)

    def _begin(self, event: Any, is_table: bool) -> None:
        position = self._at(event)
        if len(self._open) >= _DEEPEST:
            text = f"nested more than {_DEEPEST} levels deep; give the inner parts names of their own"
            raise _TooMuch("yaml-depth", text, position)
        if event.tag is not None and event.tag not in (f"{_TAG}map", f"{_TAG}seq", "!"):
            self._report.error(
                "yaml-tag", f"the tag {event.tag!r} has no meaning here; leave it out", position
            )
        self._open.append(_Open(position, is_table, event.anchor, self._count))

    def _end(self) -> Node:
        done = self._open.pop()
        self._count += 1
        node: Node
        if done.is_table:
            node = Table(done.entries, done.keys, done.position)
        else:
            node = Items(tuple(done.items), done.position)
        if done.anchor:
            self._anchors[done.anchor] = (node, self._count - done.before)
        return node

    def _alias(self, event: Any) -> Node:
        position = self._at(event)
        if any(level.anchor == event.anchor for level in self._open):
            self._report.error(
                "yaml-anchor-cycle", "an anchor refers to itself; write the value out", position
            )
            return Leaf(None, position)
        if event.anchor not in self._anchors:
            self._report.error(
                "yaml-anchor-unknown", f"there is no anchor &{event.anchor} before this", position
            )
            return Leaf(None, position)
        node, size = self._anchors[event.anchor]
        self._count += size
        self._repeated += size
        if self._repeated > _MOST_REPEATED:
            text = "anchors repeat too much of the file; write the values out, or name them as types"
            raise _TooMuch("yaml-anchors", text, position)
        return node

    def _put(self, node: Node) -> None:
        """Adds a finished node to the list or mapping that is open: as an item, a key or a value."""
        level = self._open[-1]
        if not level.is_table:
            level.items.append(node)
        elif level.key_at is None:
            level.key_at = node.position
            level.key = node.value if isinstance(node, Leaf) and isinstance(node.value, str) else None
            if level.key is None:
                self._report.error("yaml-key", "a key must be text; quote it", node.position)
        else:
            self._put_value(level, node)

    def _put_value(self, level: _Open, node: Node) -> None:
        key, where = level.key, level.key_at
        assert where is not None
        level.key = level.key_at = None
        if key is None:
            return
        if key in level.entries:
            first = level.keys[key]
            text = f"the key {key!r} is already given on line {first.line}"
            self._report.error("yaml-duplicate-key", text, where)
            return
        level.entries[key], level.keys[key] = node, where

    def _scalar_node(self, event: Any) -> Leaf:
        position = self._at(event)
        self._count += 1
        leaf = Leaf(self._scalar(event, position), position)
        if event.anchor:
            self._anchors[event.anchor] = (leaf, 1)
        return leaf

    def _scalar(self, event: Any, position: Position) -> Any:
        text: str = event.value
        if event.tag is None or event.tag == "!":
            if not event.implicit[0] or not _NOT_TEXT.match(text):
                return text
            kind = next((name for name, pattern in _PLAIN if pattern.fullmatch(text)), "str")
        else:
            kind = event.tag.removeprefix(_TAG)
            pattern = dict(_PLAIN).get(kind)
            if kind != "str" and (pattern is None or not pattern.fullmatch(text)):
                message = f"the tag {event.tag!r} has no meaning here; quote the value instead"
                self._report.error("yaml-tag", message, position)
                return text
        return self._typed(kind, text, position)

    def _typed(self, kind: str, text: str, position: Position) -> Any:
        match kind:
            case "int" if len(text) > _LONGEST_NUMBER:
                return self._no_number(f"a number of {len(text)} digits fits no type", position)
            case "int":
                whole = int(text, 0) if text[:2] in ("0o", "0x") else int(text)
                if whole not in _INTEGERS:
                    return self._no_number(f"{text} fits no type: integers have 64 bits", position)
                return whole
            case "float":
                number = float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
                if not math.isfinite(number):
                    return self._no_number(f"{text} fits no type: JSON numbers are finite", position)
                return number
            case "bool":
                return text.lower() == "true"
            case "null":
                return None
        return text

    def _no_number(self, why: str, position: Position) -> int:
        self._report.error("yaml-number", f"{why}; quote it when it is meant as text", position)
        return 0
