"""Doubles for tests in Python, in as few words as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from llmspell.testing.types import MockCall, MockInfo, MockResponse, MockType

if TYPE_CHECKING:
    from llmspell import Session


class MockHandle:
    """A mock of a session, by its name."""

    def __init__(self, session: Session, name: str) -> None:
        self._session, self.name = session, name

    def __repr__(self) -> str:
        return f"<mock {self.name}>"

    def __call__(self, *arguments: Any) -> Any:
        """Ask it, as what it is passed to would: a function or a tool's handler."""
        return self._session.testing.call_mock(self.name, list(arguments))

    @property
    def calls(self) -> list[MockCall]:
        """What it has been asked, oldest first."""
        return self._session.testing.get_mock_calls(self.name)

    @property
    def info(self) -> MockInfo:
        """How it has done."""
        return next(info for info in self._session.testing.list_mocks() if info.name == self.name)

    def verify(self, **expectation: Any) -> None:
        """Demand what ``testing.verify_mock`` takes: ``times=2``, ``called_with=[…]``. Raises AssertionError."""
        __tracebackhide__ = True
        from llmspell.testing.errors import AssertionFailed

        try:
            self._session.testing.verify_mock(self.name, **expectation)
        except AssertionFailed as error:
            raise AssertionError(error.message) from None

    def reset(self) -> None:
        """As if it had never been asked."""
        self._session.testing.reset_mock(self.name)


class Mocks:
    """Makes mocks in one session. A response is what it returns, or a MockResponse for more."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def function(self, *responses: Any, name: str | None = None) -> MockHandle:
        """A function; without responses it returns null, as often as it is asked."""
        return self._make(type=MockType.FUNCTION, name=name, responses=_responses(responses))

    def tool(self, name: str, *responses: Any, **more: Any) -> MockHandle:
        """A tool of this name; ``description`` and ``parameters`` as in ``tool.register``."""
        return self._make(type=MockType.OBJECT, name=name, responses=_responses(responses), **more)

    def provider(self, *script: Any, name: str = "script", model: str = "script") -> MockHandle:
        """A provider that answers these steps: a text, or a ScriptStep or its fields for more."""
        steps = [{"text": step} if isinstance(step, str) else step for step in script]
        return self._make(type=MockType.SERVICE, name=name, model=model, script=steps)

    def _make(self, **definition: Any) -> MockHandle:
        given = {field: value for field, value in definition.items() if value is not None}
        return MockHandle(self._session, self._session.testing.create_mock(**given))


def _responses(given: tuple[Any, ...]) -> list[MockResponse]:
    return [one if isinstance(one, MockResponse) else MockResponse(returns=one) for one in given]
