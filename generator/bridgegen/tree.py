"""Text to a tree that still knows where everything stood.

YAML 1.2 core schema over PyYAML's C parser: ``on`` and ``no`` are strings, ``0o17`` is octal,
a key given twice is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from bridgegen.diagnostics import Report
from bridgegen.model import Position


class _Yaml12(yaml.CSafeLoader):
    # An instance attribute to the stubs of the base, hence no ClassVar.
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        "-+.0123456789",
    ),
):
    _Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


@dataclass(frozen=True, slots=True)
class Leaf:
    value: Any
    position: Position


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Node, ...]
    position: Position

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)


@dataclass(frozen=True, slots=True)
class Table:
    entries: dict[str, Node]
    keys: dict[str, Position]
    """Where each key stands; a value's own position is the value's."""
    position: Position

    def get(self, key: str) -> Node | None:
        return self.entries.get(key)

    def at(self, key: str) -> Position:
        """Where ``key`` stands, or the table itself when it is absent."""
        return self.keys.get(key, self.position)


Node: TypeAlias = Leaf | Items | Table


def parse(text: str, file: str, report: Report) -> Table | None:
    """Parse one module; reports and returns None when it is not a YAML mapping."""
    loader = _Yaml12(text)
    try:
        root = loader.get_single_node()
        if root is None:
            report.error(
                "yaml-empty", f"{file} is empty; write at least `bridge: <name>`", Position(file, 1, 1)
            )
            return None
        tree = _Builder(file, loader, report).build(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = Position(file, mark.line + 1, mark.column + 1) if mark else Position(file, 1, 1)
        report.error("yaml-syntax", f"not valid YAML: {error.problem or error.context}", position)
        return None
    except yaml.YAMLError as error:
        report.error("yaml-syntax", f"not valid YAML: {error}", Position(file, 1, 1))
        return None
    except RecursionError:
        report.error("yaml-depth", "nested too deeply to be an interface", Position(file, 1, 1))
        return None
    finally:
        loader.dispose()
    if not isinstance(tree, Table):
        report.error("yaml-not-a-mapping", "a module is a mapping of keys to values", tree.position)
        return None
    return tree


class _Builder:
    def __init__(self, file: str, loader: _Yaml12, report: Report) -> None:
        self._file, self._loader, self._report = file, loader, report
        self._open: set[int] = set()

    def _at(self, node: yaml.Node) -> Position:
        return Position(self._file, node.start_mark.line + 1, node.start_mark.column + 1)

    def build(self, node: yaml.Node) -> Node:
        position = self._at(node)
        if isinstance(node, yaml.ScalarNode):
            return Leaf(self._scalar(node, position), position)
        if id(node) in self._open:
            self._report.error(
                "yaml-anchor-cycle", "an anchor refers to itself; write the value out", position
            )
            return Leaf(None, position)
        self._open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return Items(tuple(self.build(item) for item in node.value), position)
            assert isinstance(node, yaml.MappingNode)
            return self._table(node, position)
        finally:
            self._open.discard(id(node))

    def _scalar(self, node: yaml.ScalarNode, position: Position) -> Any:
        tag = node.tag.rpartition(":")[2]
        text: str = node.value
        match tag:
            case "str":
                return text
            case "int":
                return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
            case "float":
                return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
            case "bool":
                return text.lower() == "true"
            case "null":
                return None
        self._report.error("yaml-tag", f"the tag {node.tag!r} has no meaning here; quote the value", position)
        return text

    def _table(self, node: yaml.MappingNode, position: Position) -> Table:
        entries: dict[str, Node] = {}
        keys: dict[str, Position] = {}
        for key_node, value_node in node.value:
            where = self._at(key_node)
            key = self._scalar(key_node, where) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                self._report.error("yaml-key", "a key must be a string; quote it", where)
                continue
            if key in entries:
                first = keys[key]
                self._report.error(
                    "yaml-duplicate-key", f"the key {key!r} is already given on line {first.line}", where
                )
                continue
            entries[key], keys[key] = self.build(value_node), where
        return Table(entries, keys, position)


def plain(node: Node) -> Any:
    """The JSON value of ``node``, positions dropped."""
    if isinstance(node, Leaf):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


def place_of(tree: Node, position: Position, path: tuple[str | int, ...]) -> Position:
    """Where the value at ``path`` below the node at ``position`` stands; the nearest place when it is absent."""
    node = _node_at(tree, position)
    for part in path if node else ():
        if isinstance(node, Table) and str(part) in node.entries:
            position, node = node.at(str(part)), node.entries[str(part)]
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            position = node.position
        else:
            break
    return position


def _node_at(tree: Node, position: Position) -> Node | None:
    """The outermost node that starts at ``position``."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if node.position == position:
            return node
        if isinstance(node, Table):
            waiting.extend(node.entries.values())
        elif isinstance(node, Items):
            waiting.extend(node.items)
    return None
