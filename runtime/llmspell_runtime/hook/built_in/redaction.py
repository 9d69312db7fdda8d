"""Redaction: what passes has no secrets any more."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError, Cancelled, SessionClosed
from bridge_runtime.values import jsonable
from llmspell.hook.errors import Failed
from llmspell.hook.types import Phase, RedactionHook, RedactionPart

from llmspell_runtime.hook.built_in.base import ReadyMade
from llmspell_runtime.hook.own_patterns import OwnPatterns, PatternsFailed
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
            names=options.names or (), common_keys=options.common_keys, replacement=options.replacement
        )
        try:
            self._own = OwnPatterns(options.patterns, options.replacement) if options.patterns else None
        except ValueError as error:
            raise self.refused("patterns", str(error)) from None
        self._leave = None
        if RedactionPart.EVENT in self._parts:
            self._leave = session.events.transform(self._event)

    async def around(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        parts = self._parts
        if RedactionPart.PAYLOAD in parts:
            payload = await self._passed(payload, hook, passage, Phase.BEFORE)
        try:
            result = await proceed(payload)
        except (Cancelled, SessionClosed):
            raise
        except BridgeError as error:
            if RedactionPart.ERROR not in parts:
                raise
            told = error.to_json()
            shown = await self._passed(told, hook, passage, Phase.ERROR)
            if shown is told:
                raise
            raise BridgeError.from_json(shown, {error.code: type(error)}) from None
        if RedactionPart.RESULT in parts:
            result = await self._passed(result, hook, passage, Phase.AFTER)
        return result

    async def _passed(self, value: Any, hook: Hook, passage: Passage, phase: Phase) -> Any:
        """The value without secrets; itself when it has none. Raises Failed when that cannot be known."""
        if self._own is None or self._own.are_harmless:
            return self._without(value)
        try:
            return await asyncio.to_thread(self._without, value)
        except PatternsFailed as error:
            raise Failed(hook=hook.name, point=passage.point, phase=phase, reason=str(error)) from None

    def _event(self, type: str, data: Any) -> Any:
        """The data of an event without secrets; itself when it has none. Raises PatternsFailed: nobody hears it then."""
        given = jsonable(data)
        shown = self._without(given)
        return data if shown is given else shown

    def _without(self, value: Any) -> Any:
        known = secrets_of(self._session) if self._known else frozenset()
        shown = self._redactor.redacted(value, self._secrets | known)
        if self._own is not None:
            shown = self._own.redacted(shown)
        if shown is not value:
            self.counts["redacted"] += 1
        return shown

    def close(self) -> None:
        if self._leave is not None:
            self._leave()
