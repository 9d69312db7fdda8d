"""The schemas that references lead to: published ones, those of a repository, and documents read from other hosts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

from referencing.exceptions import InvalidAnchor, NoSuchAnchor, PointerToNowhere, Unresolvable
from referencing.jsonschema import DRAFT202012

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
MAX_DOCUMENTS: Final = 64
"""Schemas that one schema may lead to, directly and by way of others."""

Find = Callable[[str], Any]
"""The schema at a URI; raises Unknown."""


class Unknown(LookupError):
    """Nothing is known at a URI; the message says why."""


class Unresolved(LookupError):
    """A reference leads to nothing; ``reference`` is its text, the message says why."""

    def __init__(self, reference: str, reason: str, uri: str = "") -> None:
        super().__init__(reason)
        self.reference = reference
        self.uri = uri
        """The document that is not known, when that is the reason."""


def nowhere(uri: str) -> Any:
    """Finds nothing: for schemas that may only refer to themselves."""
    raise Unknown("a reference stays in its schema, as in '#/$defs/…'")


@cache
def published() -> Any:
    """The registry of the schemas that JSON Schema itself publishes."""
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

    return REGISTRY


def is_published(uri: str) -> bool:
    """Whether ``uri`` names a schema that JSON Schema itself publishes."""
    return uri in published()


def gather(schema: Any, find: Find, check: Callable[[Any], None]) -> tuple[Any, bool]:
    """A registry in which every reference of ``schema`` leads somewhere, and whether there are other documents in it.

    What ``find`` brings is given to ``check`` before it is used. Raises Unresolved, and what ``check`` raises.
    """
    root = DRAFT202012.create_resource(schema)
    registry = published().with_resource("", root)
    if isinstance(schema, dict) and isinstance(schema.get("$id"), str):
        registry = registry.with_resource(schema["$id"], root)
    added: dict[str, Any] = {}
    while True:
        missing = _missing(registry, schema, added)
        if missing is None:
            return registry.crawl(), bool(added)
        reference, uri = missing
        if len(added) == MAX_DOCUMENTS:
            raise Unresolved(reference, f"more than {MAX_DOCUMENTS} other schemas are referred to")
        try:
            document = find(uri)
        except Unknown as error:
            raise Unresolved(reference, str(error), uri) from None
        check(document)
        added[uri] = document
        registry = registry.with_resource(uri, DRAFT202012.create_resource(document))


def _missing(registry: Any, schema: Any, added: dict[str, Any]) -> tuple[str, str] | None:
    """The first reference to a document that ``registry`` does not hold, and its URI. Raises Unresolved."""
    resource = DRAFT202012.create_resource(schema)
    pending = [(registry.resolver_with_root(resource), schema)]
    seen: set[int] = set()
    while pending:
        resolver, contents = pending.pop()
        if id(contents) in seen or not isinstance(contents, dict):
            continue
        seen.add(id(contents))
        for reference in _references(contents):
            try:
                found = resolver.lookup(reference)
            except (NoSuchAnchor, InvalidAnchor, PointerToNowhere):
                raise Unresolved(reference, "its schema has no such place") from None
            except Unresolvable as error:
                return reference, getattr(error.__context__, "ref", reference)
            except Exception:  # a pointer into what is no schema: the library fails in ways of its own
                raise Unresolved(reference, "it is not a reference to a schema") from None
            if not isinstance(found.contents, dict | bool):
                raise Unresolved(reference, "what stands there is not a schema")
            pending.append((found.resolver, found.contents))
        for part in DRAFT202012.subresources_of(contents):
            pending.append((resolver.in_subresource(DRAFT202012.create_resource(part)), part))
    return None


def _references(contents: dict[str, Any]) -> Iterator[str]:
    for keyword in ("$ref", "$dynamicRef"):
        if isinstance(contents.get(keyword), str):
            yield contents[keyword]


def other_dialect(schema: Any) -> Any:
    """A ``$schema`` in ``schema`` that is not draft 2020-12, or None."""
    pending = [schema]
    while pending:
        part = pending.pop()
        if isinstance(part, dict):
            named = part.get("$schema", DIALECT)
            if not isinstance(named, str) or named.rstrip("#") != DIALECT:
                return named
            pending.extend(DRAFT202012.subresources_of(part))
    return None
