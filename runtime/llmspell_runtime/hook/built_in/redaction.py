"""Redaction: what passes has no secrets any more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError, Cancelled, SessionClosed
from bridge_runtime.values import jsonable
from llmspell.hook.types import RedactionHook, RedactionPart

from llmspell_runtime.hook.built_in.base import ReadyMade
from llmspell_runtime.hook.secrets import Redactor, secrets_of

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook


class Redaction(ReadyMade):
    """Replaces secrets in payloads, results, errors and events."""

    def __init__(self, session: Session, options: RedactionHook) -> None:
        super().__init__(options)
        self._session = session
        self._parts = frozenset(options.parts or RedactionPart)
        self._known = options.known_secrets
        self._secrets = frozenset(options.secrets or ())
        self.changes_result = RedactionPart.RESULT in self._parts
        self._redactor = Redactor(
            names=options.names or (),
            patterns=[self._compiled(pattern) for pattern in options.patterns or ()],
            common_keys=options.common_keys,
            replacement=options.replacement,
        )
        self._leave = None
        if RedactionPart.EVENT in self._parts:
            self._leave = session.events.transform(self._event)

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        try:
            return re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as error:
            raise self.refused("patterns", f"{pattern!r} is no regular expression: {error}") from None

    async def around(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        if RedactionPart.PAYLOAD in self._parts:
            payload = self._without(payload)
        try:
            result = await proceed(payload)
        except (Cancelled, SessionClosed):
            raise
        except BridgeError as error:
            if RedactionPart.ERROR not in self._parts:
                raise
            told = error.to_json()
            shown = self._without(told)
            if shown is told:
                raise
            raise BridgeError.from_json(shown, {error.code: type(error)}) from None
        return self._without(result) if RedactionPart.RESULT in self._parts else result

    def _event(self, type: str, data: Any) -> Any:
        """The data of an event without secrets; itself when it has none."""
        given = jsonable(data)
        shown = self._without(given)
        return data if shown is given else shown

    def _without(self, value: Any) -> Any:
        """The value without secrets; itself when it has none."""
        known = secrets_of(self._session) if self._known else frozenset()
        shown = self._redactor.redacted(value, self._secrets | known)
        if shown is not value:
            self.counts["redacted"] += 1
        return shown

    def close(self) -> None:
        if self._leave is not None:
            self._leave()
