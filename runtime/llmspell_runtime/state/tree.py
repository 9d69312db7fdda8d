"""JSON values that are never changed: a change makes a new value, which shares what stayed with the old one."""

from __future__ import annotations

from typing import Any, Final

from bridge_runtime.values import write_json

from llmspell_runtime.state.paths import Path, Step, place_of, pointer


class _Missing:
    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = _Missing()
"""Stands where there is nothing; null is something."""


class NothingThere(LookupError):
    """A path leads nowhere; the message says why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        """The JSON pointer of what was looked for."""


def resolved(root: Any, path: Path) -> tuple[tuple[str | int, ...], Any]:
    """The keys and places that a path means in ``root``, and what is there. Raises NothingThere."""
    keys: list[str | int] = []
    value = root
    for number, step in enumerate(path):
        key = _key(value, step)
        if key is None or (isinstance(key, int) and key >= len(value)):
            raise NothingThere(_told(keys, path[number:]), _reason(value, step))
        keys.append(key)
        value = value[key]
    return tuple(keys), value


def _key(value: Any, step: Step, *, new: bool = False) -> str | int | None:
    """The key or place of ``value`` that a step means; None when there is none, and with ``new`` none can be."""
    if isinstance(value, dict):
        return step.text if not step.is_place and (new or step.text in value) else None
    if isinstance(value, list):
        return place_of(step, len(value))
    return None


def _reason(value: Any, step: Step) -> str:
    if isinstance(value, dict):
        return "an object has no places" if step.is_place else f"the object has no key {step.text!r}"
    if isinstance(value, list):
        if place_of(step, 0) is None:
            return f"a list has places, not the key {step.text!r}"
        return f"the list has {len(value)} item{'' if len(value) == 1 else 's'}"
    return f"there is {'null' if value is None else 'neither an object nor a list'} above it"


def _told(keys: list[str | int], rest: Path) -> str:
    return pointer([*keys, *(step.text for step in rest)])


def placed(root: Any, path: Path, value: Any) -> tuple[Any, tuple[str | int, ...], Any]:
    """``root`` with ``value`` at ``path``, the keys of that place, and what was there (or MISSING).

    Objects that are missing on the way are made. Raises NothingThere.
    """
    if not path:
        return value, (), root
    step, rest = path[0], path[1:]
    key = _key(root, step, new=True)
    if key is None or (isinstance(key, int) and key > len(root)):
        raise NothingThere(_told([], path), _reason(root, step))
    is_new = key == len(root) if isinstance(key, int) else key not in root
    if is_new:
        made, keys = _made(rest, value)
        before: Any = MISSING
    else:
        try:
            made, keys, before = placed(root[key], rest, value)
        except NothingThere as error:
            raise NothingThere(pointer([key]) + error.path, str(error)) from None
    copy: Any = dict(root) if isinstance(root, dict) else list(root)
    if is_new and isinstance(copy, list):
        copy.append(made)
    else:
        copy[key] = made
    return copy, (key, *keys), before


def _made(path: Path, value: Any) -> tuple[Any, tuple[str | int, ...]]:
    """``value`` in objects of its own, one for each step of ``path``."""
    for number, step in enumerate(path):
        if step.is_place:
            raise NothingThere(_told([], path), f"there is no list at its step {number + 1} to have places")
    for step in reversed(path):
        value = {step.text: value}
    return value, tuple(step.text for step in path)


def removed(root: Any, path: Path) -> tuple[Any, tuple[str | int, ...], Any]:
    """``root`` without what is at ``path``, the keys of that place, and what was there. Raises NothingThere."""
    keys, before = resolved(root, path)
    return _without(root, keys), keys, before


def _without(root: Any, keys: tuple[str | int, ...]) -> Any:
    copy: Any = dict(root) if isinstance(root, dict) else list(root)
    if len(keys) == 1:
        del copy[keys[0]]
    else:
        copy[keys[0]] = _without(root[keys[0]], keys[1:])
    return copy


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal; 1 is 1.0 and is not true."""
    if one is other:
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(item, other[key]) for key, item in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def depth_of(value: Any, limit: int) -> int:
    """How many lists and objects stand inside one another, counted no further than just beyond ``limit``."""
    level, depth = [value], 0
    while depth <= limit:
        inner: list[Any] = []
        containers = False
        for item in level:
            if isinstance(item, dict | list):
                containers = True
                inner.extend(item.values() if isinstance(item, dict) else item)
        if not containers:
            break
        level, depth = inner, depth + 1
    return depth


def size_of(value: Any) -> int:
    """Bytes of a value as JSON."""
    return len(write_json(value).encode())
