"""A hook with a handler of the program's own: when it is asked, and what its answers do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Set
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from bridge_runtime.errors import BridgeError, CallbackFailed, Cancelled, SessionClosed
from bridge_runtime.values import copied
from llmspell.hook.constants import Limit
from llmspell.hook.errors import Failed, NestedTooDeep, Rejected, Replaced, TimedOut
from llmspell.hook.types import HookAnswer, HookCall, HookError, Phase, Type

from llmspell_runtime.hook import payloads
from llmspell_runtime.provider.reporting import as_error, error_info
from llmspell_runtime.session.service import name_of

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback

    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook

ALLOWED: Final = {
    Phase.BEFORE: {"payload", "result", "reject", "context"},
    Phase.AFTER: {"result", "reject", "retry_after_seconds"},
    Phase.ERROR: {"result", "error", "retry_after_seconds"},
}
"""What a handler may answer in each phase: one of these, and context beside a payload or alone."""

PHASES: Final = {
    Type.PRE: (Phase.BEFORE,),
    Type.POST: (Phase.AFTER,),
    Type.ERROR: (Phase.ERROR,),
    Type.AROUND: (Phase.BEFORE, Phase.AFTER, Phase.ERROR),
}

_NOTHING: Final = HookAnswer()
_running: ContextVar[tuple[Handler, ...]] = ContextVar("handlers that led to this call", default=())


@dataclass(slots=True)
class Visit:
    """One call at one hook."""

    hook: Hook
    passage: Passage
    payload: Any
    context: dict[str, Any] = field(default_factory=dict)
    attempt: int = 1


class Handler:
    """Asks the program's function, and does what it answers."""

    def __init__(
        self,
        callback: Callback[[HookCall], HookAnswer | None],
        type: Type,
        *,
        timeout_seconds: float,
        max_retries: int,
        observe: bool,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._callback = callback
        self._phases = PHASES[type]
        self._timeout_seconds = timeout_seconds
        self._max_retries = max_retries
        self._observe = observe
        self._sleep = sleep
        self._under_way = 0

    @property
    def changes_result(self) -> bool:
        return Phase.AFTER in self._phases and not self._observe

    def report(self) -> dict[str, Any]:
        return {}

    def close(self) -> None:
        """The waist lets go of the function."""

    async def surround(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        """The result of a call that meets the hook; one that the handler itself makes passes it."""
        if self in _running.get():
            return await proceed(payload)
        visit = Visit(hook, passage, payload)
        if Phase.BEFORE in self._phases:
            answer = await self._ask(visit, Phase.BEFORE)
            if "result" in answer.model_fields_set:
                return answer.result
        while True:
            answer, result = await self._attempt(visit, proceed)
            if answer.retry_after_seconds is None:
                return result
            visit.attempt += 1
            visit.passage.attempts += 1
            await self._sleep(answer.retry_after_seconds)

    async def _attempt(self, visit: Visit, proceed: Work) -> tuple[HookAnswer, Any]:
        """What the handler says to the outcome, and the result unless it wants another try; or the error."""
        try:
            result = await proceed(visit.payload)
        except (Cancelled, SessionClosed):
            raise
        except Exception as error:
            if Phase.ERROR not in self._phases:
                raise
            answer = await self._ask(visit, Phase.ERROR, error=error_info(as_error(error)))
            if answer.error is not None:
                raise self._replacement(visit, answer.error) from error
            if answer is _NOTHING:
                raise
            return answer, answer.result
        if Phase.AFTER not in self._phases:
            return _NOTHING, result
        answer = await self._ask(visit, Phase.AFTER, result=copied(result))
        return answer, result if answer is _NOTHING else answer.result

    async def _ask(self, visit: Visit, phase: Phase, **came_out: Any) -> HookAnswer:
        """What the handler wants changed; nothing when it failed and its policy lets the call go on.

        Raises Rejected when it refuses, and Failed or TimedOut when the policy is to fail the call.
        """
        try:
            answer = await self._called(visit, phase, came_out)
            self._take(answer, visit, phase)
        except _Failure as failure:
            visit.hook.failed(visit.passage, phase, failure.error)
            return _NOTHING
        visit.hook.worked()
        if answer.reject is not None:
            raise self._rejection(visit, phase, answer.reject)
        return answer if self._is_heard(answer, visit, phase) else _NOTHING

    async def _called(self, visit: Visit, phase: Phase, came_out: dict[str, Any]) -> HookAnswer:
        hook, passage = visit.hook, visit.passage
        told = HookCall(
            hook=hook.name,
            point=passage.point,
            phase=phase,
            payload=payloads.shown(passage.point, visit.payload),  # type: ignore[arg-type]  # validated to its record
            context=copied(visit.context),
            attempt=visit.attempt,
            call=passage.id,
            session=name_of(passage.session),
            **came_out,
        )
        if self._under_way >= Limit.NESTING:
            raise _Failure(NestedTooDeep(hook=hook.name, limit=Limit.NESTING))
        self._under_way += 1
        outer = _running.set((*_running.get(), self))
        try:
            async with asyncio.timeout(self._timeout_seconds) as scope:
                return await self._callback(told) or _NOTHING
        except TimeoutError as error:
            if not scope.expired():
                raise
            late = TimedOut(
                hook=hook.name, point=passage.point, phase=phase, seconds=self._timeout_seconds, cause=error
            )
            raise _Failure(late) from None
        except (Cancelled, SessionClosed):
            raise
        except BridgeError as error:
            if error.code == NestedTooDeep.code:  # of a call of its own: every level would wrap it once more
                raise _Failure(error) from None
            detail = error.fields.get("detail") if isinstance(error, CallbackFailed) else None
            raise self._failure(visit, phase, detail or error.message, error) from None
        finally:
            _running.reset(outer)
            self._under_way -= 1

    def _take(self, answer: HookAnswer, visit: Visit, phase: Phase) -> None:
        """Take over what is allowed in this phase. Raises _Failure for what is not."""
        given = answer.model_fields_set
        passage = visit.passage
        try:
            if self._observe and given:
                raise payloads.Unfit(f"it only observes, and answers {_names(given)}")
            if not given <= ALLOWED[phase]:
                allowed = _names(ALLOWED[phase])
                raise payloads.Unfit(
                    f"{_names(given - ALLOWED[phase])} cannot be answered in phase {phase}; {allowed} can"
                )
            if len(given - {"context"}) > 1:
                raise payloads.Unfit(f"it answers {_names(given - {'context'})} at once; answer one of them")
            if answer.payload is not None:
                visit.payload = payloads.changed(passage.point, visit.payload, answer.payload)
            if "result" in given:
                payloads.check_result(passage.point, visit.payload, answer.result)
        except payloads.Unfit as unfit:
            raise self._failure(visit, phase, str(unfit)) from None
        visit.context = answer.context or {}

    def _is_heard(self, answer: HookAnswer, visit: Visit, phase: Phase) -> bool:
        """Whether an answer changes something, and does not come too late or too often."""
        if phase is Phase.BEFORE:
            return True
        wants_again = answer.retry_after_seconds is not None
        if visit.passage.delivered and (wants_again or "result" in answer.model_fields_set):
            return False
        if wants_again:
            return visit.attempt <= self._max_retries and visit.passage.attempts < Limit.ATTEMPTS
        return bool(answer.model_fields_set)

    def _failure(
        self, visit: Visit, phase: Phase, reason: str, cause: BaseException | None = None
    ) -> _Failure:
        point = visit.passage.point
        return _Failure(Failed(hook=visit.hook.name, point=point, phase=phase, reason=reason, cause=cause))

    def _rejection(self, visit: Visit, phase: Phase, reason: str) -> Rejected:
        hook, passage = visit.hook, visit.passage
        rejected = Rejected(hook=hook.name, point=passage.point, phase=phase, reason=reason)
        hook.events.emit("hook.reject", {**rejected.fields, "hook_id": hook.handle, "call": passage.id})
        return rejected

    def _replacement(self, visit: Visit, error: HookError) -> Replaced:
        point = visit.passage.point
        return Replaced(hook=visit.hook.name, point=point, reason_code=error.code, reason=error.message)


class _Failure(Exception):
    """The handler has failed; ``error`` is what a call is told when that fails it."""

    def __init__(self, error: BridgeError) -> None:
        super().__init__(error.code)
        self.error = error


def _names(fields: Set[str]) -> str:
    return " and ".join(sorted(fields))
