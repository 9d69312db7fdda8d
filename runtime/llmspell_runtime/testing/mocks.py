"""Doubles: functions, tools and providers that answer what a test has written, and remember what they were asked."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError
from bridge_runtime.values import jsonable
from llmspell.shared.types import ErrorInfo
from llmspell.testing.constants import Limit
from llmspell.testing.errors import UnexpectedCall
from llmspell.testing.types import MockCall, MockDefinition, MockFailure, MockInfo, MockResponse, MockType

from llmspell_runtime.testing.comparison import Effort, Expected, shown
from llmspell_runtime.testing.matchers import expecting

if TYPE_CHECKING:
    from bridge_runtime.spec import Interface

    from llmspell_runtime.provider.scripted import ScriptedBackend


class Mock:
    """A double with a name, and the calls it has had."""

    def __init__(self, name: str, definition: MockDefinition) -> None:
        self.name, self.definition = name, definition
        self.calls = 0
        self.recorded: deque[MockCall] = deque(maxlen=Limit.CALLS)

    @property
    def responses(self) -> int:
        """How many responses it was given."""
        return len(self.definition.responses or ())

    @property
    def unused(self) -> list[int]:
        """The numbers of responses that are left over."""
        return []

    def forget(self) -> None:
        """As if it had never been called."""
        self.calls = 0
        self.recorded.clear()

    def info(self) -> MockInfo:
        """How it has done."""
        return MockInfo(
            name=self.name,
            type=self.definition.type,
            calls=self.calls,
            responses=self.responses,
            unused=self.unused,
        )

    def record(self, arguments: list[Any], **more: Any) -> MockCall:
        """Remember one more call."""
        self.calls += 1
        call = MockCall(number=self.calls, arguments=arguments, **more)
        self.recorded.append(call)
        return call


@dataclass(slots=True)
class _Response:
    """A response, and how often it has answered."""

    number: int
    given: MockResponse
    when: Expected | None
    used: int = 0

    def answers(self, arguments: list[Any]) -> bool:
        spent = not self.given.always and self.used >= (self.given.times or 1)
        return not spent and (self.when is None or self.when.fits(arguments, Effort()))


class AnsweringMock(Mock):
    """A function, or the handler of a tool; called as a Python function with the arguments."""

    def __init__(
        self,
        name: str,
        definition: MockDefinition,
        interface: Interface,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        """Raises InvalidMatcher."""
        super().__init__(name, definition)
        self._interface, self._sleep = interface, sleep
        self._lock = threading.Lock()
        self._responses = [
            _Response(
                number,
                response,
                expecting(response.when, f"/responses/{number - 1}/when") if response.when else None,
            )
            for number, response in enumerate(definition.responses or (), 1)
        ]

    @property
    def unused(self) -> list[int]:
        return [response.number for response in self._responses if not response.used]

    def forget(self) -> None:
        with self._lock:
            super().forget()
            for response in self._responses:
                response.used = 0

    def __call__(self, *arguments: Any) -> Any:
        """The answer; a coroutine of it when it takes time. Raises UnexpectedCall and what it was told to fail with."""
        given = [_plain(argument) for argument in arguments]
        with self._lock:
            call = self.record(given)
            response = next((found for found in self._responses if found.answers(given)), None)
            if response is not None:
                response.used += 1
                call.response = response.number
        if response is not None:
            later = response.given.delay_seconds
            return self._later(call, response.given) if later else self._answer(call, response.given)
        if self.definition.handler is not None:
            return self._handled(call, given)
        if self._responses:
            raise self._told(call, self._unexpected(call))
        call.returned = None
        return None

    async def _later(self, call: MockCall, response: MockResponse) -> Any:
        await self._sleep(response.delay_seconds or 0)
        return self._answer(call, response)

    def _answer(self, call: MockCall, response: MockResponse) -> Any:
        if response.fails is not None:
            raise self._told(call, failure(self._interface, response.fails))
        call.returned = response.returns
        return response.returns

    def _handled(self, call: MockCall, given: list[Any]) -> Coroutine[Any, Any, Any]:
        handler: Any = self.definition.handler

        async def answer() -> Any:
            try:
                call.returned = await handler(given)
            except BridgeError as error:
                raise self._told(call, error) from error.__cause__
            return call.returned

        return answer()

    def _told(self, call: MockCall, error: BridgeError) -> BridgeError:
        call.error = ErrorInfo.model_validate(error.to_json())
        return error

    def _unexpected(self, call: MockCall) -> UnexpectedCall:
        left = [response for response in self._responses if response.given.always or not response.used]
        count = len(self._responses)
        if left:
            reason = (
                f"none of its {count} responses is for these arguments"
                if count > 1
                else "its one response is for others"
            )
        else:
            reason = f"its {count} responses are used up" if count > 1 else "its one response is used up"
        return UnexpectedCall(
            mock=self.name, number=call.number, arguments=shown(call.arguments), reason=reason
        )


class ServiceMock(Mock):
    """A scripted provider; what it is asked is remembered, and steps that are left over are no error of its own."""

    def __init__(self, name: str, definition: MockDefinition, provider: Any) -> None:
        super().__init__(name, definition)
        self.provider = provider
        self._backend: ScriptedBackend = provider.backend
        self._backend.heard = self._hear
        self._backend.lenient = not definition.strict

    @property
    def responses(self) -> int:
        return self._backend.steps

    @property
    def unused(self) -> list[int]:
        return list(range(self._backend.used + 1, self._backend.steps + 1))

    def forget(self) -> None:
        super().forget()
        self._backend.used = 0

    def _hear(self, request: dict[str, Any], step: int | None) -> None:
        self.record([request], **({} if step is None else {"response": step}))


def is_answering(definition: MockDefinition) -> bool:
    """Whether it is a function or a tool."""
    return definition.type is not MockType.SERVICE


def failure(interface: Interface, fails: MockFailure) -> BridgeError:
    """The error that a mock was told to fail with."""
    code = fails.code or "runtime.callback_failed"
    found = interface.error(code) or BridgeError
    error = found.__new__(found)
    fields = dict(fails.fields or {})
    if fails.message is not None and code == "runtime.callback_failed":
        fields.setdefault("detail", fails.message)
    BridgeError.__init__(error, fails.message, fields=fields)
    return error


def _plain(value: Any) -> Any:
    """An argument as JSON, a copy; a live thing as its handle."""
    handle = getattr(value, "handle", None)
    return handle if isinstance(handle, str) else jsonable(value)
