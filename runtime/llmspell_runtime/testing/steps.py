"""Taking a step: a call in a session, and what came of it held against what was expected."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError, Cancelled, SessionClosed
from bridge_runtime.session import Session
from llmspell.shared.types import ErrorInfo
from llmspell.testing.types import (
    CallExpectation,
    EventExpectation,
    EventOrder,
    Outcome,
    ScenarioStep,
    StepExpectation,
    StepResult,
)
from pydantic import ValidationError

from llmspell_runtime.testing.assertions import assertion_mismatches, error_mismatches, told
from llmspell_runtime.testing.clock import Clock
from llmspell_runtime.testing.comparison import Mismatch, compared, shown
from llmspell_runtime.testing.happenings import EventLog, event_mismatches
from llmspell_runtime.testing.matchers import expecting
from llmspell_runtime.testing.mocks import Mock
from llmspell_runtime.testing.names import FindFunction, Unfilled, fill
from llmspell_runtime.testing.places import ABSENT
from llmspell_runtime.testing.verification import call_mismatches
from llmspell_runtime.tool.redaction import redacted

if TYPE_CHECKING:
    from bridge_runtime.streams import Stream

ITEMS = 10_000
"""How many items of a stream are read; a stream that gives more is not a step's to take."""


AGAIN_SECONDS = 0.01
"""How long to wait before an expectation that may hold later is looked at again."""


class TooLong(Exception):
    """A step took longer than it may; the message says how long that is."""


@dataclass
class Bench:
    """Where steps are taken: a session, its names, its doubles and the time that is left."""

    session: Session
    clock: Clock
    function: FindFunction
    """The function of a mock, by name."""
    mock: Callable[[str], Mock]
    """A mock by its name; raises NotFound."""
    names: dict[str, Any] = field(default_factory=dict)
    deadline: float | None = None
    """When all must be done, by the clock; None for no limit."""

    def left(self, step: ScenarioStep) -> float | None:
        """The seconds that ``step`` may take."""
        until = None if self.deadline is None else max(self.deadline - self.clock.now(), 0.0)
        limits = [limit for limit in (step.timeout_seconds, until) if limit is not None]
        return min(limits) if limits else None


def title(step: ScenarioStep) -> str:
    """What a step is called in reports."""
    return step.name or step.call or "run"


class Taken:
    """One step while it is taken, and then its result."""

    def __init__(self, bench: Bench, step: ScenarioStep, number: int, fixture: str = "") -> None:
        self._bench, self._step = bench, step
        more: dict[str, Any] = {"fixture": fixture} if fixture else {}
        self.result = StepResult(
            number=number, name=title(step), outcome=Outcome.SKIPPED, duration_ms=0, **more
        )
        self.events: list[dict[str, Any]] = []
        self._value: Any = ABSENT
        self._error: BridgeError | None = None

    @property
    def passed(self) -> bool:
        return self.result.outcome is Outcome.PASSED

    async def take(self) -> StepResult:
        """Make the call, and judge it. Raises nothing but what ends the session."""
        began = self._bench.clock.now()
        log = EventLog(self._bench.session.events)
        self.events = log.events
        try:
            self.result.arguments = redacted(fill(self._step.with_ or {}, self._bench.names))
            await self._call()
            self.result.duration_ms = self._bench.clock.since(began)
            await self._judge()
        except (Unfilled, TooLong) as error:
            self.result.duration_ms = self._bench.clock.since(began)
            self._end(Outcome.ERROR, [Mismatch("", str(error))])
        finally:
            log.stop()
        return self.result

    async def _call(self) -> None:
        step, bench = self._step, self._bench
        limit = bench.left(step)
        try:
            async with asyncio.timeout(limit) as scope:
                if step.run is not None:
                    self._value = await step.run(fill(step.with_ or {}, bench.names))
                else:
                    arguments = fill(step.with_ or {}, bench.names, bench.function)
                    self._value = await self._finished(
                        await bench.session.acall_json(step.call or "", arguments)
                    )
        except TimeoutError:
            if not scope.expired():
                raise
            whose = "" if limit == step.timeout_seconds else " that were left to its scenario"
            raise TooLong(f"took longer than the {limit:.3g} s{whose}") from None
        except (Cancelled, SessionClosed) as error:
            if bench.session.closed:
                raise
            self._error = error
        except BridgeError as error:
            self._error = error

    async def _finished(self, value: Any) -> Any:
        """What was returned; the items of a stream."""
        if not hasattr(value, "__anext__"):
            return value
        stream: Stream[Any] = value
        items: list[Any] = []
        async with stream:
            async for item in stream:
                items.append(item)
                if len(items) >= ITEMS:
                    raise TooLong(f"gave more than {ITEMS} items")
        return items

    async def _judge(self) -> None:
        """Say how the step ended. Raises Unfilled."""
        expect = self._step.expect or StepExpectation()
        if self._error is not None:
            self.result.error = ErrorInfo.model_validate(self._error.to_json())
        else:
            self.result.result = redacted(self._value)
        if self._error is not None and not _expects_error(expect):
            text = f"{self._error.code}: {self._error.message}"
            self._end(Outcome.ERROR, [Mismatch("/error", text, actual=self._error.code)], tell=False)
        else:
            try:
                mismatches = await self._in_time(expect)
                self._end(Outcome.FAILED if mismatches else Outcome.PASSED, mismatches)
            except BridgeError as error:  # a matcher that makes no sense, or no such mock
                self._end(Outcome.ERROR, [Mismatch("", error.message)])
        self.result.events = [event["type"] for event in self.events]
        if self._step.as_ and self._error is None:
            self._bench.names[self._step.as_] = self._value

    async def _in_time(self, expect: StepExpectation) -> list[Mismatch]:
        """What is not as expected, looked at again for as long as the step says."""
        mismatches = self._mismatches(expect)
        until = time.monotonic() + (expect.eventually_seconds or 0)
        while mismatches and time.monotonic() < until:
            await asyncio.sleep(AGAIN_SECONDS)
            mismatches = self._mismatches(expect)
        return mismatches

    def _end(self, outcome: Outcome, mismatches: list[Mismatch], tell: bool = True) -> None:
        self.result.outcome = outcome
        self.mismatches = mismatches
        if tell and mismatches:
            self.result.differences = [mismatch.told() for mismatch in mismatches]

    @property
    def reason(self) -> str:
        """Why it did not pass, in a line."""
        return f"step {self.result.number} ({self.result.name}): {told_plainly(self.mismatches)}"

    def _mismatches(self, expect: StepExpectation) -> list[Mismatch]:
        found = [*self._of_outcome(expect)]
        error = ABSENT if self._error is None else self._error.to_json()
        assertions = fill_record(expect.assertions or [], self._bench.names)
        found += assertion_mismatches(assertions, self._value, error)
        found += events_and_mocks(self._bench, expect.events, expect.event_order, expect.mocks, self.events)
        limit, took = expect.within_ms, self.result.duration_ms
        if limit is not None and took > limit:
            found.append(
                Mismatch("/duration_ms", f"expected at most {limit:g} ms, given {took:g}", limit, took)
            )
        return found

    def _of_outcome(self, expect: StepExpectation) -> list[Mismatch]:
        if expect.error is not None:
            if self._error is None:
                wanted = expect.error.to_json()
                said = f"the error {shown(wanted)}" if wanted else "an error"
                return [Mismatch("/error", f"expected {said}, given the result {shown(self._value)}", wanted)]
            [error] = fill_record([expect.error], self._bench.names)
            return error_mismatches(error, self._error, "/error")
        if "result" in expect.model_fields_set and self._error is None:
            return compared(expecting(fill(expect.result, self._bench.names)), self._value)
        return []


def events_and_mocks(
    bench: Bench,
    events: list[EventExpectation] | None,
    order: EventOrder,
    mocks: Mapping[str, CallExpectation] | None,
    happened: list[dict[str, Any]],
) -> list[Mismatch]:
    """Where events and the calls of mocks are not the expected ones; raises Unfilled, NotFound and InvalidMatcher."""
    found: list[Mismatch] = []
    if events is not None:
        found += event_mismatches(fill_record(events, bench.names), order, happened)
    for name, expectation in sorted((mocks or {}).items()):
        [filled] = fill_record([expectation], bench.names)
        for fault in call_mismatches(bench.mock(name), filled):
            path = f"/mocks/{name}{fault.path}"
            found.append(Mismatch(path, fault.message, fault.expected, fault.actual))
    return found


def fill_record(records: list[Any], names: Mapping[str, Any]) -> list[Any]:
    """Expectations with every name in them replaced; raises Unfilled."""
    try:
        return [type(record).model_validate(fill(record.to_json(), names)) for record in records]
    except ValidationError as error:
        raise Unfilled(
            f"a name stands for what cannot be there: {error.errors(include_url=False)[0]['msg']}"
        ) from None


def told_plainly(mismatches: list[Mismatch]) -> str:
    """The first mismatch in a line; that of an error that was not expected by its code."""
    first = mismatches[0]
    if first.path == "/error" and first.expected is ABSENT:
        return first.message
    return told(mismatches)


def _expects_error(expect: StepExpectation) -> bool:
    return expect.error is not None or any(
        assertion.type.value == "throws" for assertion in expect.assertions or ()
    )
