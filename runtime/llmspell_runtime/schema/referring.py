"""What the references of a schema refer to, looked for once in each check."""

from __future__ import annotations

from typing import Any, Final

from llmspell_runtime.schema.budget import current, spend

_MAX_KNOWN: Final = 1_000
"""References that one check keeps in mind; few schemas have more."""


def referred(validator: Any, reference: str) -> Any:
    """The validator of what a reference within ``validator`` refers to."""
    resolver, known = validator._resolver, current().referred
    key = (id(resolver), id(validator.format_checker), reference)
    if key in known:
        spend(3)
        return known[key][1]
    found = resolver.lookup(reference)
    inside = resolver if _means_the_same(found.resolver, resolver) else found.resolver
    target = validator.evolve(schema=found.contents, _resolver=inside)
    if len(known) < _MAX_KNOWN:
        known[key] = (resolver, target)  # with the resolver its id lives on
    return target


def _means_the_same(one: Any, other: Any) -> bool:
    """Whether references mean the same to both resolvers, as within one document, however deep."""
    return (
        one._base_uri == other._base_uri
        and one._registry is other._registry
        and one._previous is other._previous
    )
