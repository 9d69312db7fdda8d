"""Secrets in JSON values: what gives them away, and how they are replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from llmspell_runtime.hook.own_patterns import without
from llmspell_runtime.provider.failures import MAX_SECRET
from llmspell_runtime.provider.service import Providers
from llmspell_runtime.tool.redaction import REDACTED, SECRET_NAME, SECRET_TEXT

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class Redactor:
    """Replaces what it takes for a secret."""

    def __init__(
        self,
        names: Iterable[str] = (),
        *,
        common_keys: bool = True,
        replacement: str = REDACTED,
    ) -> None:
        """``names``: more names under which texts are secrets."""
        telling = "|".join((SECRET_NAME.pattern, *map(re.escape, names)))
        self._telling = re.compile(telling, re.IGNORECASE)
        self._patterns = [SECRET_TEXT] if common_keys else []
        self._replacement = replacement

    def redacted(self, value: Any, secrets: frozenset[str]) -> Any:
        """The JSON value without secrets; itself when it has none."""
        patterns = self._patterns
        if secrets:
            patterns = [_any_of(secrets), *patterns]
        return self._value(value, patterns)

    def _value(self, value: Any, patterns: list[re.Pattern[str]]) -> Any:
        if isinstance(value, str):
            return self._text(value, patterns)
        if isinstance(value, dict):
            made = {
                self._text(key, patterns): self._under(key, item, patterns) for key, item in value.items()
            }
            same = len(made) == len(value) and all(made.get(key, made) is item for key, item in value.items())
            return value if same else made
        if isinstance(value, list):
            return _unless_same(value, [self._value(item, patterns) for item in value])
        return value

    def _under(self, key: str, value: Any, patterns: list[re.Pattern[str]]) -> Any:
        if isinstance(value, str | list) and self._telling.search(key):
            return self._hidden(value, patterns)
        return self._value(value, patterns)

    def _hidden(self, value: Any, patterns: list[re.Pattern[str]]) -> Any:
        """What stands under a telling name: a text, or a list of some, is replaced as a whole."""
        if isinstance(value, str):
            return self._replacement if value else value
        if isinstance(value, list):
            return _unless_same(value, [self._hidden(item, patterns) for item in value])
        return self._value(value, patterns)

    def _text(self, text: str, patterns: list[re.Pattern[str]]) -> str:
        shown = without(text, patterns, self._replacement)
        return text if shown == text else shown


def _unless_same(items: list[Any], made: list[Any]) -> list[Any]:
    return items if all(one is other for one, other in zip(items, made, strict=True)) else made


@lru_cache(maxsize=64)
def _any_of(secrets: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(secrets, key=lambda secret: (-len(secret), secret))
    return re.compile("|".join(map(re.escape, longest_first)))


def secrets_of(session: Session) -> frozenset[str]:
    """The keys and headers of the providers of a session and its children, without those too short to be secret."""
    found: set[str] = set()
    providers = session.service("provider")
    if isinstance(providers, Providers):
        for secret in providers.secrets:
            found |= {secret, secret.removeprefix("Bearer ")}
    for child in session.handles.of("session.Session"):
        found |= secrets_of(child)  # type: ignore[arg-type]
    return frozenset(secret for secret in found if len(secret) > MAX_SECRET)
