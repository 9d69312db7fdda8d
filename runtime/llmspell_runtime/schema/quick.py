"""A quick look whether a value fits: ``jsonschema-rs``, where it is installed and its time has a bound.

It says yes some fifty times faster than the reference, whose answer it cannot replace: it has no budget, so that a
schema whose references multiply would hold the process without end, its patterns are not quite ours, and its errors are
its own. It is therefore asked about plain schemas only, and believed only when it says yes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from llmspell_runtime.schema.documents import DIALECT, published
from llmspell_runtime.schema.formats import NAMES, conforms
from llmspell_runtime.schema.places import children

MAX_SCHEMAS: Final = 500
"""Schemas that one value may meet, references followed."""
MAX_ALLOWED: Final = 100
"""Values of an ``enum``, each of which a value is compared with."""
_NOT_PLAIN: Final = frozenset(
    {
        "$anchor", "$dynamicAnchor", "$dynamicRef", "$id", "pattern", "patternProperties",
        "unevaluatedItems", "unevaluatedProperties",
    }
)  # fmt: skip
_OUR_FORMATS: Final[dict[str, Callable[..., bool]]] = {name: partial(conforms, format=name) for name in NAMES}


class _NotPlain(Exception):
    """The schema is one that only the reference is asked about."""


def quick_look(schema: Any, *, formats: bool) -> Callable[[Any], bool] | None:
    """What tells at once that a value fits ``schema``; what it does not say yes to may fit all the same."""
    try:
        _count(schema, schema, set(), {})
        import jsonschema_rs
    except (ImportError, _NotPlain):
        return None
    try:
        return jsonschema_rs.Draft202012Validator(
            schema, validate_formats=formats, formats=_OUR_FORMATS, offline=True
        ).is_valid
    except ValueError:
        return None


def quick_look_at_schemas() -> Callable[[Any], bool] | None:
    """What tells at once that a value is a schema whose patterns can be used.

    The schema of schemas refers to itself, but not more than once for each part of a schema.
    """
    try:
        import jsonschema_rs
    except ImportError:
        return None
    formats = dict.fromkeys(NAMES, _no_matter) | {"regex": partial(conforms, format="regex")}
    return jsonschema_rs.Draft202012Validator(
        published().contents(DIALECT), validate_formats=True, formats=formats, offline=True
    ).is_valid


def _no_matter(text: str) -> bool:
    return True


def _count(root: Any, schema: Any, under_way: set[int], known: dict[int, int]) -> int:
    """How many schemas a value may meet in ``schema``. Raises _NotPlain when that is too many, or without end."""
    if not isinstance(schema, dict):
        return 1
    key = id(schema)
    if key in known:
        return known[key]
    if key in under_way or not _NOT_PLAIN.isdisjoint(schema) or len(schema.get("enum", ())) > MAX_ALLOWED:
        raise _NotPlain
    if schema.get("format") == "regex":  # a few characters can take long to compile
        raise _NotPlain
    under_way.add(key)
    total = 1 + sum(
        _count(root, part, under_way, known) for steps, part in children(schema) if steps[0] != "$defs"
    )
    if "$ref" in schema:
        total += _count(root, _target(root, schema["$ref"]), under_way, known)
    under_way.discard(key)
    if total > MAX_SCHEMAS:
        raise _NotPlain
    known[key] = total
    return total


def _target(root: Any, reference: str) -> Any:
    """The definition that ``reference`` names; other places are not plain."""
    name = reference.removeprefix("#/$defs/")
    if name == reference or "/" in name or "~" in name or "%" in name or name not in root.get("$defs", {}):
        raise _NotPlain
    return root["$defs"][name]
