"""Patterns that a program gives for redaction: matched where one that never ends does no harm.

Python's ``re`` can be kept busy for ever by a short pattern, and holds all threads meanwhile. Patterns without choices, groups
and open repetitions cannot do that, and are matched here; all others in a worker process, which is killed when it is late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from llmspell_runtime.workers import NoWorker, WorkerDied, WorkerLate, Workers

SECONDS: Final = 2.0
"""How long the patterns may take for one value."""

_HARMLESS: Final = re.compile(r"(?:[^*+?{}|()]|\{\d{1,2}\})+")
_WORKERS: Final = Workers("llmspell_runtime.hook.pattern_child")


class PatternsFailed(Exception):
    """It is not known what the patterns match; the message says why."""


class OwnPatterns:
    """Some patterns, and what stands in place of what they match."""

    def __init__(self, sources: Sequence[str], replacement: str) -> None:
        """Raises ValueError for what is no pattern."""
        self.are_harmless = all(_HARMLESS.fullmatch(source) for source in sources)
        self._sources, self._replacement = list(sources), replacement
        self._compiled = [compiled(source) for source in sources]

    def redacted(self, value: Any) -> Any:
        """The JSON value without what they match; itself when that is nothing. Raises PatternsFailed, after ``SECONDS`` at most."""
        texts = list(dict.fromkeys(_texts(value)))
        shown = self._shown(texts)
        return value if shown == texts else _replaced(value, dict(zip(texts, shown, strict=True)))

    def _shown(self, texts: list[str]) -> list[str]:
        if self.are_harmless:
            return [without(text, self._compiled, self._replacement) for text in texts]
        request = {"patterns": self._sources, "replacement": self._replacement, "texts": texts}
        try:
            shown: list[str] = _WORKERS.ask(request, SECONDS) if texts else []
        except (WorkerLate, WorkerDied) as error:
            raise PatternsFailed(f"matching its patterns: {error}; take simpler ones") from None
        except NoWorker as error:
            raise PatternsFailed(f"its patterns are matched in a process of their own: {error}") from None
        return shown


def compiled(source: str) -> re.Pattern[str]:
    """Raises ValueError for what is no pattern."""
    try:
        return re.compile(source)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"{source!r} is no regular expression: {error}") from None


def without(text: str, patterns: Sequence[re.Pattern[str]], replacement: str) -> str:
    """``text`` with ``replacement`` for whatever the patterns match, one after the other; nothing is replaced by nothing."""
    for pattern in patterns:
        text = pattern.sub(lambda found: replacement if found[0] else "", text)
    return text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _replaced(value: Any, shown: dict[str, str]) -> Any:
    if isinstance(value, str):
        return shown[value]
    if isinstance(value, dict):
        return {shown[key]: _replaced(item, shown) for key, item in value.items()}
    return [_replaced(item, shown) for item in value] if isinstance(value, list) else value
