"""Schemas, checked and prepared once, then used often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import Any, Final, TypeAlias

from bridge_runtime.values import InvalidJson, canonical_json, read_json

from llmspell_runtime.schema.budget import Budget, TooComplex, spending
from llmspell_runtime.schema.formats import Formats
from llmspell_runtime.schema.issues import Issue, ordered, show
from llmspell_runtime.schema.patterns import KEPT_STATES, states
from llmspell_runtime.schema.places import resolver_at, within

MAX_CHARACTERS: Final = 200_000
MAX_DEPTH: Final = 64
MAX_ISSUES: Final = 1000
MAX_META_STEPS: Final = 5_000_000
"""More than any schema of ``MAX_CHARACTERS`` needs to be found a schema."""

Look: TypeAlias = Callable[[Any], bool]


class SchemaFault(ValueError):
    """A schema cannot be used; the message says why, ``issues`` where it is not one."""

    def __init__(self, reason: str, place: str = "", issues: list[Issue] | None = None) -> None:
        super().__init__(f"{reason}{place and f' (at {place})'}")
        self.reason, self.place, self.issues = reason, place, issues or []


class CompiledSchema:
    """A schema that values are checked against; safe to share between threads."""

    def __init__(self, schema: Any, validator: Any, *, alone: bool, look: Callable[[], Look | None]) -> None:
        """``look`` makes what may say at once that a value fits, when that is first asked."""
        self.schema = schema
        self.validator = validator
        """The library's validator; used inside ``spending()``."""
        self.alone = alone
        """Whether it refers to no other document."""
        self._make_look = look

    @cached_property
    def recursive(self) -> bool:
        """Whether a part of it leads back to itself."""
        from llmspell_runtime.schema.bundling import leads_back

        return leads_back(resolver_at(self.validator._registry, self.schema), self.schema)

    @cached_property
    def _quick_look(self) -> Look | None:
        return self._make_look()

    def _fits_at_once(self, value: Any) -> bool:
        look = self._quick_look
        try:
            return look is not None and look(value)
        except Exception:  # what it does not take (a lone surrogate), the reference judges
            return False

    def issues(self, value: Any, limit: int = MAX_ISSUES) -> list[Issue]:
        """Every fault of ``value``, in the order of their places, ``limit`` at most. Raises TooComplex."""
        if self._fits_at_once(value):
            return []
        with spending():
            return ordered(islice(self.validator.iter_errors(value), limit))

    def accepts(self, value: Any) -> bool:
        """Whether ``value`` has no fault. Raises TooComplex."""
        if self._fits_at_once(value):
            return True
        with spending():
            return bool(self.validator.is_valid(value))


def compile_alone(schema: Any, *, formats: bool) -> CompiledSchema:
    """``schema``, which refers to no other document; equal ones share the result. Raises SchemaFault and Unresolved."""
    return _alone(schema_text(schema), formats)


@lru_cache(maxsize=512)
def _alone(text: str, formats: bool) -> CompiledSchema:
    from llmspell_runtime.schema.documents import nowhere

    return compile_text(text, nowhere, formats=formats)


def compile_text(text: str, find: Callable[[str], Any], *, formats: bool) -> CompiledSchema:
    """The schema that is the canonical JSON ``text``, with those it refers to, which ``find`` brings.

    Raises SchemaFault, Unresolved and what ``find`` raises.
    """
    from llmspell_runtime.schema.documents import gather
    from llmspell_runtime.schema.engine import validator_class
    from llmspell_runtime.schema.quick import quick_look

    schema = read_json(text)
    require_schema(schema)
    registry, others = gather(schema, find, require_schema)
    validator = validator_class()(schema, registry=registry, format_checker=Formats(formats))

    def look() -> Look | None:
        return None if others else quick_look(schema, formats=formats)

    return CompiledSchema(schema, validator, alone=not others, look=look)


def schema_text(schema: Any) -> str:
    """The canonical JSON of ``schema``, which may still be no schema. Raises SchemaFault when it is too large."""
    if not isinstance(schema, dict | bool):
        raise SchemaFault(f"expected an object, true or false, given {show(schema)}")
    try:
        text = canonical_json(schema)
    except InvalidJson as error:
        raise SchemaFault(str(error)) from None
    if len(text) > MAX_CHARACTERS:
        raise SchemaFault(f"it has {len(text)} characters; {MAX_CHARACTERS} are allowed")
    return text


def require_schema(schema: Any) -> None:
    """Raise SchemaFault unless ``schema`` is one of draft 2020-12."""
    from llmspell_runtime.schema.documents import DIALECT, other_dialect

    if _depth(schema) > MAX_DEPTH:
        raise SchemaFault(f"it is nested more than {MAX_DEPTH} levels deep")
    if (total := sum(map(states, _patterns(schema)))) > KEPT_STATES:
        raise SchemaFault(f"its patterns have about {total} states together; {KEPT_STATES} are allowed")
    try:
        with spending(Budget(MAX_META_STEPS)):
            issues = _meta().issues(schema)
    except TooComplex as error:
        raise SchemaFault(str(error)) from None
    if issues:
        first = issues[0]
        raise SchemaFault(first.message, first.path, issues)
    other = other_dialect(schema)
    if other is not None:
        raise SchemaFault(f"its $schema is {show(other)}; leave it out, or name draft 2020-12 ({DIALECT})")


def _patterns(schema: Any) -> Iterator[str]:
    """The patterns of what may be a schema."""
    for _, part in within(schema):
        if isinstance(part, dict):
            pattern, by_pattern = part.get("pattern"), part.get("patternProperties")
            if isinstance(pattern, str):
                yield pattern
            if isinstance(by_pattern, dict):
                yield from by_pattern


@cache
def _meta() -> CompiledSchema:
    """The schema of schemas."""
    from llmspell_runtime.schema.documents import DIALECT, published
    from llmspell_runtime.schema.engine import validator_class
    from llmspell_runtime.schema.quick import quick_look_at_schemas

    schema = published().contents(DIALECT)
    validator = validator_class()(schema, registry=published(), format_checker=_PatternsOnly())
    return CompiledSchema(schema, validator, alone=True, look=quick_look_at_schemas)


class _PatternsOnly(Formats):
    """Of the formats in the schema of schemas, the one that decides whether a schema can be used."""

    def __init__(self) -> None:
        super().__init__(asserted=True)

    def check(self, instance: object, format: str) -> None:
        if format == "regex":
            super().check(instance, format)


def _depth(value: Any) -> int:
    deepest, level, pending = 0, 0, [value]
    while pending and level <= MAX_DEPTH:
        inner: list[Any] = []
        for part in pending:
            if isinstance(part, dict):
                inner.extend(part.values())
            elif isinstance(part, list):
                inner.extend(part)
        level += 1
        deepest, pending = level, [part for part in inner if isinstance(part, dict | list)]
    return deepest + bool(pending)
