"""A YAML file as a tree that still knows where everything stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from bridgegen.model import Position


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
