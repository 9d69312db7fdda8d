"""Permissions as people write them in a command or a setting: ``fs.read=data``, ``llm``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class NotAGrant(ValueError):
    """A text grants nothing; the message names it and says why."""


def granted(texts: Iterable[str], *, bare: bool = False) -> dict[str, Any]:
    """The permissions that ``texts`` stand for, beside the default ones unless ``bare``.

    A name alone is true, a name with a value one of a list. Raises NotAGrant.
    """
    from llmspell._interface import INTERFACE

    found: dict[str, Any] = {} if bare else dict(INTERFACE.default_grants)
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        permission = INTERFACE.permissions.get(name)
        if permission is None:
            raise NotAGrant(
                f"{text}: there is no permission {name!r}; there are {', '.join(INTERFACE.permissions)}"
            )
        if equals and not permission.takes:
            raise NotAGrant(f"{text}: {name} takes no value; write {name} alone")
        if equals and not value:
            raise NotAGrant(f"{text}: give one of its {permission.takes}, or none of them for all")
        before = found.get(name, [])
        found[name] = True if not equals or before is True else [*before, value]
    return found
