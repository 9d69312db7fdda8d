"""What a value can be made into: filtered, flattened and back, sanitized, pruned."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from fnmatch import translate
from typing import Any, Final, NamedTuple

from llmspell_runtime.expressions import ExpressionFailed, InvalidExpression, compile_expression
from llmspell_runtime.state.paths import END, InvalidPathText, Path, dotted, parse, pointer
from llmspell_runtime.state.tree import MISSING
from llmspell_runtime.tool.redaction import SECRET_NAME, SECRET_TEXT

_SECONDS: Final = 10.0
"""How long an expression may take for all entries together."""
_NAMED_TEXT: Final = re.compile(
    r"(?P<name>\b(?:password|passwd|secret|token|api[-_]?key)\b[\"']?[ \t]{0,5}[=:][ \t]{0,5})(?P<value>[^\s,;&]{1,512})",
    re.IGNORECASE,
)


class NotTransformable(ValueError):
    """The value cannot be transformed like that; the message says why."""


class Transformed(NamedTuple):
    """A value, and the pointers of what was dropped from it or masked, as it stood before."""

    value: Any
    paths: list[str]


Keys = tuple[str | int, ...]


def flatten(value: Any) -> Any:
    """One object whose keys are dotted paths; empty objects and lists are values. Raises NotTransformable."""
    if not isinstance(value, dict | list):
        raise NotTransformable("it is neither an object nor a list")
    return {dotted(keys): item for keys, item in _leaves(value, ())} if value else value


def _leaves(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    if isinstance(value, dict | list) and value:
        for key, item in _entries(value):
            yield from _leaves(item, (*keys, key))
    else:
        yield keys, value


def _entries(value: Any) -> Iterable[tuple[str | int, Any]]:
    return value.items() if isinstance(value, dict) else enumerate(value)


def unflatten(value: Any) -> Any:
    """The inverse of ``flatten``. Raises NotTransformable for keys that do not belong to one value."""
    if not isinstance(value, dict):
        if value == []:
            return value
        raise NotTransformable("it is not an object of dotted paths")
    if not value:
        return value
    root: dict[Any, Any] = {}
    for key, item in value.items():
        try:
            path = _flat_path(key)
        except InvalidPathText as error:
            raise NotTransformable(f"{key!r} is not a dotted path: {error}") from None
        node = root
        for step in path[:-1]:
            node = node.setdefault((step.is_place, step.text), {})
            if not isinstance(node, dict):
                raise NotTransformable(f"{key!r} leads into a value that another key has set")
        last = (path[-1].is_place, path[-1].text)
        if last in node:
            raise NotTransformable(f"{key!r} is set by more than one key")
        node[last] = _Leaf(item)
    return _grown(root)


def _flat_path(key: str) -> Path:
    """The path that a key of ``flatten`` is. One whose first key begins with a slash is no pointer here."""
    if not key:
        raise InvalidPathText("it is empty")
    first, *rest = parse(f"x{key}") if key.startswith("/") else parse(key)
    path = (first._replace(text=first.text[1:]), *rest) if key.startswith("/") else (first, *rest)
    if any(step.is_place and step.text == END for step in path):
        raise InvalidPathText("- is no place of a list that is there")
    return path


class _Leaf(NamedTuple):
    value: Any


def _grown(node: Any) -> Any:
    if isinstance(node, _Leaf):
        return node.value
    kinds = {is_place for is_place, _ in node}
    if len(kinds) == 2:
        raise NotTransformable("one value would be an object and a list")
    if kinds == {False}:
        return {text: _grown(inner) for (_, text), inner in node.items()}
    places = {int(text): inner for (_, text), inner in node.items()}
    if sorted(places) != list(range(len(places))):
        raise NotTransformable("a list would have places without items")
    return [_grown(places[place]) for place in range(len(places))]


def prune(value: Any) -> Transformed:
    """Without nulls, empty texts, objects and lists, from the inside out; the value itself stays."""
    gone: list[str] = []

    def pruned(value: Any, keys: Keys) -> Any:
        if not isinstance(value, dict | list):
            return value
        kept: list[tuple[str | int, Any]] = []
        for key, item in _entries(value):
            inner = pruned(item, (*keys, key))
            if inner is None or inner in ("", [], {}):
                gone.append(pointer((*keys, key)))
            else:
                kept.append((key, inner))
        return _rebuilt(value, kept)

    return Transformed(pruned(value, ()), gone)


def _rebuilt(value: Any, kept: list[tuple[str | int, Any]]) -> Any:
    return dict(kept) if isinstance(value, dict) else [item for _, item in kept]


def sanitize(value: Any, names: Iterable[str], texts: Iterable[str], mask: str) -> Transformed:
    """With ``mask`` in place of secrets: below telling names, in texts that hold keys and tokens, and ``texts``."""
    patterns = [re.compile(translate(name.casefold())) for name in names]
    literals = sorted(set(texts), key=len, reverse=True)
    masked: list[str] = []

    def is_secret(key: str | int) -> bool:
        if not isinstance(key, str):
            return False
        return SECRET_NAME.search(key) is not None or any(each.match(key.casefold()) for each in patterns)

    def cleaned(value: Any, keys: Keys, secret: bool) -> Any:
        if isinstance(value, dict | list):
            inner = [
                (key, cleaned(item, (*keys, key), secret or is_secret(key))) for key, item in _entries(value)
            ]
            return _rebuilt(value, inner)
        if value is None or isinstance(value, bool):
            return value
        made = mask if secret else _masked(value, literals, mask) if isinstance(value, str) else value
        if made != value:
            masked.append(pointer(keys))
        return made

    return Transformed(cleaned(value, (), False), masked)


def _masked(text: str, literals: list[str], mask: str) -> str:
    for literal in literals:
        text = text.replace(literal, mask)
    text = SECRET_TEXT.sub(lambda _: mask, text)
    return _NAMED_TEXT.sub(
        lambda match: match[0] if mask.startswith(match["value"]) else match["name"] + mask, text
    )


class Criteria(NamedTuple):
    """Which parts of a value stay."""

    keep: list[str] | None
    drop: list[str] | None
    where: str | None
    predicate: Callable[[str | int, Any], bool] | None


def filtered(value: Any, criteria: Criteria) -> Transformed:
    """What of a value meets all ``criteria``. Raises NotTransformable and InvalidPathText."""
    if criteria == (None, None, None, None):
        raise NotTransformable("say what stays or goes with keep, drop, where or predicate")
    if not isinstance(value, dict | list):
        raise NotTransformable("it is neither an object nor a list")
    tests = [test for test in (_expression(criteria.where), criteria.predicate) if test is not None]
    wanted = _ALL if criteria.keep is None else _branches(criteria.keep)
    unwanted = _branches(criteria.drop or [])
    if unwanted is _ALL:
        raise NotTransformable("an empty path in drop means the whole value")
    gone: list[str] = []

    def chosen(value: Any, keys: Keys, wanted: Any, unwanted: Any) -> Any:
        """The part of ``value`` that stays, or MISSING."""
        if unwanted is _ALL:
            return MISSING
        if wanted is _ALL and not unwanted and (keys or not tests):
            return value
        if not isinstance(value, dict | list):
            return value if wanted is _ALL else MISSING
        kept: list[tuple[str | int, Any]] = []
        for key, item in _entries(value):
            inner: Any = MISSING
            below = _ALL if wanted is _ALL else wanted.get(str(key))
            if below is not None and (keys or all(test(key, item) for test in tests)):
                inner = chosen(item, (*keys, key), below, unwanted.get(str(key), {}))
            if inner is MISSING:
                gone.append(pointer((*keys, key)))
            else:
                kept.append((key, inner))
        return _rebuilt(value, kept) if kept or wanted is _ALL or not keys else MISSING

    return Transformed(chosen(value, (), wanted, unwanted), gone)


_ALL: Final = "all"
"""A branch that ends: all of what is there is meant."""


def _branches(paths: list[str]) -> Any:
    """Paths as a tree of keys; one that begins another swallows it."""
    root: dict[str, Any] = {}
    for text in paths:
        path = parse(text)
        if not path:
            return _ALL
        node: Any = root
        for step in path[:-1]:
            node = node.setdefault(step.text, {})
            if node is _ALL:
                break
        else:
            node[path[-1].text] = _ALL
    return root


def _expression(source: str | None) -> Callable[[str | int, Any], bool] | None:
    """An expression over ``key`` and ``value`` as a function."""
    if source is None:
        return None
    try:
        expression = compile_expression(source)
    except InvalidExpression as error:
        raise NotTransformable(f"{source!r} is not an expression: {error}") from None
    until = time.monotonic() + _SECONDS

    def holds(key: str | int, value: Any) -> bool:
        left = until - time.monotonic()
        if left <= 0:
            raise NotTransformable(f"{source!r} takes longer than {_SECONDS:g} s for all entries")
        try:
            answer = expression.evaluate({"key": key, "value": value}, seconds=min(left, 2.0))
        except ExpressionFailed as error:
            raise NotTransformable(f"{source!r} has no value for the entry {key!r}: {error}") from None
        if not isinstance(answer, bool):
            raise NotTransformable(f"{source!r} is not true or false for the entry {key!r}")
        return answer

    return holds
