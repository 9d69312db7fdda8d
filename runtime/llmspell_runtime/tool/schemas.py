"""Argument schemas: JSON Schema 2020-12, checked and prepared once per schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bridge_runtime.values import InvalidJson, canonical_json, read_json

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

ANY_OBJECT: Final[dict[str, Any]] = {"type": "object"}
"""The schema of a tool that names no parameters."""

MAX_SCHEMA_CHARACTERS: Final = 200_000
MAX_ISSUES: Final = 50
"""Faults listed at most; a caller mends them and asks again."""
MAX_MESSAGE: Final = 300


class SchemaError(ValueError):
    """The schema cannot be used; the message says why."""


class Issue(NamedTuple):
    """One fault: a JSON pointer into the arguments, and what is wrong there."""

    path: str
    message: str


class Checker:
    """Checks arguments against one schema."""

    def __init__(self, validator: Draft202012Validator | None) -> None:
        self._validator = validator

    def issues(self, arguments: Any) -> list[Issue]:
        """Every fault of ``arguments``, in the order of their paths; empty when they fit."""
        if self._validator is None:
            return []
        try:
            found = [_issue(error) for error in self._limited(arguments)]
        except RecursionError:
            return [Issue("", "nested too deeply for the schema, or the schema refers to itself without end")]
        return sorted(found)

    def _limited(self, arguments: Any) -> Iterator[ValidationError]:
        assert self._validator is not None
        for count, error in enumerate(self._validator.iter_errors(arguments)):
            if count == MAX_ISSUES:
                return
            yield error


_ACCEPT_ALL: Final = Checker(None)


def checker(schema: Mapping[str, Any], *, any_value: bool = False) -> Checker:
    """The checker of ``schema``; equal schemas share one. Raises SchemaError.

    Arguments are objects, so that a schema of anything else is refused; not so with ``any_value``.
    """
    if schema == ANY_OBJECT and not any_value:
        return _ACCEPT_ALL
    try:
        text = canonical_json(dict(schema))
    except InvalidJson as error:
        raise SchemaError(str(error)) from None
    if len(text) > MAX_SCHEMA_CHARACTERS:
        raise SchemaError(f"it has {len(text)} characters; {MAX_SCHEMA_CHARACTERS} are allowed")
    return _prepared(text, any_value)


@lru_cache(maxsize=512)
def _prepared(text: str, any_value: bool) -> Checker:
    import jsonschema
    import referencing
    from referencing.jsonschema import DRAFT202012

    schema = read_json(text)
    dialect = schema.get("$schema", "https://json-schema.org/draft/2020-12/schema")
    if str(dialect).rstrip("#") != "https://json-schema.org/draft/2020-12/schema":
        raise SchemaError(f"its $schema is {dialect!r}; leave it out, or name draft 2020-12")
    if not any_value:
        _require_object(schema)
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        place = "/".join(map(str, error.absolute_path))
        raise SchemaError(f"{_cut(error.message)}{f' (at /{place})' if place else ''}") from None
    except RecursionError:
        raise SchemaError("nested too deeply") from None
    # A registry without a way to fetch: a reference to elsewhere is refused, never followed.
    resource = referencing.Resource.from_contents(schema, default_specification=DRAFT202012)
    registry: referencing.Registry[Any] = referencing.Registry().with_resource("", resource)
    for reference in _references(schema):
        try:
            registry.resolver().lookup(reference)
        except Exception:
            raise SchemaError(
                f"nothing stands at the $ref {reference!r}; a reference stays in its schema, as in '#/$defs/…'"
            ) from None
    return Checker(jsonschema.Draft202012Validator(schema, registry=registry))


def _require_object(schema: Mapping[str, Any]) -> None:
    kind = schema.get("type", "object")
    if kind != "object" and not (isinstance(kind, list) and "object" in kind) and isinstance(kind, str):
        known = ("array", "boolean", "integer", "null", "number", "string")
        if kind in known:
            raise SchemaError(f"arguments are an object, and its type is {kind!r}; write 'type': 'object'")


def _references(schema: Any) -> Iterator[str]:
    """The values of every ``$ref`` and ``$dynamicRef`` that stands where a schema can."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in ("$ref", "$dynamicRef") and isinstance(value, str):
                yield value
            elif key not in ("const", "enum", "default", "examples"):
                yield from _references(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _references(item)


def _issue(error: ValidationError) -> Issue:
    path = "".join(f"/{_escaped(str(part))}" for part in error.absolute_path)
    return Issue(path, _cut(error.message))


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def _cut(text: str) -> str:
    return text if len(text) <= MAX_MESSAGE else f"{text[: MAX_MESSAGE - 1]}…"
