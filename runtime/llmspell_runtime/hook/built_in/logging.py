"""Logging: one entry for each call, when it has ended."""

from __future__ import annotations

import logging
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from bridge_runtime.values import canonical_json
from llmspell.hook.types import LoggingHook, LogLevel

from llmspell_runtime.hook.built_in.base import ReadyMade, code_of, subject_of
from llmspell_runtime.hook.secrets import Redactor, secrets_of
from llmspell_runtime.session.service import name_of

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook

LOGGER: Final = logging.getLogger("llmspell.hook")
LEVELS: Final = {
    LogLevel.DEBUG: logging.DEBUG,
    LogLevel.INFO: logging.INFO,
    LogLevel.WARNING: logging.WARNING,
    LogLevel.ERROR: logging.ERROR,
}


class Logging(ReadyMade):
    """Tells of each call by an event and a line of the log."""

    def __init__(self, session: Session, options: LoggingHook) -> None:
        super().__init__(options)
        self._session = session
        self._level = options.level
        self._content = options.content
        self._max_characters = options.max_characters
        self._redactor = Redactor()

    async def around(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        began = perf_counter()
        outcome, content = "ok", {"payload": payload}
        try:
            content["result"] = result = await proceed(payload)
            return result
        except BaseException as error:
            outcome = code_of(error)
            raise
        finally:
            self._tell(hook, passage, payload, outcome, perf_counter() - began, content)

    def _tell(
        self,
        hook: Hook,
        passage: Passage,
        payload: Any,
        outcome: str,
        seconds: float,
        content: dict[str, Any],
    ) -> None:
        level = self._level
        if outcome != "ok" and LEVELS[level] < logging.WARNING:
            level = LogLevel.WARNING
        entry = {
            "hook": hook.name,
            "hook_id": hook.handle,
            "point": passage.point,
            "subject": subject_of(passage.point, payload),
            "call": passage.id,
            "session": name_of(passage.session),
            "level": level,
            "outcome": outcome,
            "duration_ms": round(seconds * 1000, 3),
        }
        if self._content:
            secrets = secrets_of(self._session)
            entry |= {name: self._shown(value, secrets) for name, value in content.items()}
        hook.events.emit("hook.log", entry)
        LOGGER.log(
            LEVELS[level],
            "%s %s %s: %s in %.3f ms%s",
            passage.id,
            passage.point,
            entry["subject"],
            outcome,
            entry["duration_ms"],
            "".join(f", {name} {entry[name]}" for name in content if self._content),
        )

    def _shown(self, value: Any, secrets: frozenset[str]) -> str:
        text = canonical_json(self._redactor.redacted(value, secrets), exact=True)
        limit = self._max_characters
        return text if len(text) <= limit else f"{text[: limit - 1]}…"
