"""Checks of scenarios, fixtures and mocks when they are made, so that a slip of the pen is not found later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import InvalidArgument, UnknownFunction
from bridge_runtime.events import segments
from llmspell.testing.constants import Limit
from llmspell.testing.errors import InvalidDefinition
from llmspell.testing.types import (
    CallExpectation,
    EventExpectation,
    FixtureDefinition,
    MockDefinition,
    MockType,
    ScenarioDefinition,
    ScenarioExpectation,
    ScenarioStep,
    StepExpectation,
)

from llmspell_runtime.testing.assertions import error_expected, expected_by
from llmspell_runtime.testing.matchers import expecting
from llmspell_runtime.testing.names import later

if TYPE_CHECKING:
    from bridge_runtime.spec import Interface


class Definitions:
    """Checks one definition; every method raises InvalidDefinition or InvalidMatcher."""

    def __init__(self, interface: Interface, kind: str, name: str) -> None:
        self._interface, self._kind, self._name = interface, kind, name

    def _refuse(self, path: str, reason: str) -> InvalidDefinition:
        return InvalidDefinition(kind=self._kind, name=self._name, path=path, reason=reason)

    def scenario(self, scenario: ScenarioDefinition) -> None:
        """Check a scenario."""
        self._mocks(scenario.mocks or ())
        self._shallow(scenario.variables, "/variables")
        self._steps(scenario.steps, "/steps")
        if scenario.expect is not None:
            self._expected_events(scenario.expect.events or (), "/expect")
            self._calls(scenario.expect, "/expect")

    def fixture(self, fixture: FixtureDefinition) -> None:
        """Check a fixture."""
        self._mocks(fixture.mocks or ())
        self._shallow(fixture.values, "/values")
        self._steps(fixture.setup or (), "/setup")
        self._steps(fixture.teardown or (), "/teardown")
        if fixture.name in (fixture.needs or ()):
            raise self._refuse("/needs", "it needs itself")

    def mock(self, mock: MockDefinition, path: str = "") -> None:
        """Check a mock."""
        foreign = {
            MockType.FUNCTION: ("script", "model", "parameters", "description"),
            MockType.OBJECT: ("script", "model"),
            MockType.SERVICE: ("responses", "handler", "parameters", "description"),
        }[mock.type]
        for field in foreign:
            if field in mock.model_fields_set:
                raise self._refuse(f"{path}/{field}", f"a {mock.type.value} has none")
        for number, response in enumerate(mock.responses or ()):
            here = f"{path}/responses/{number}"
            if response.fails is not None and "returns" in response.model_fields_set:
                raise self._refuse(here, "it has returns and fails; it can have one of them")
            expecting(later(response.when), f"{here}/when")
            code = response.fails.code if response.fails else None
            if code is not None and self._interface.error(code) is None:
                raise self._refuse(f"{here}/fails/code", f"there is no error {code!r}")

    def calls(self, expectation: CallExpectation, path: str = "") -> None:
        """Check what a mock should have been asked."""
        for field in ("called_with", "last_called_with", "calls"):
            expecting(later(getattr(expectation, field)), f"{path}/{field}")

    def _shallow(self, value: Any, path: str) -> None:
        level = [value]
        for _ in range(Limit.DEPTH):
            level = [item for outer in level for item in _inside(outer)]
            if not level:
                return
        raise self._refuse(path, f"is nested deeper than {Limit.DEPTH}")

    def _mocks(self, mocks: Iterable[MockDefinition]) -> None:
        names: set[str] = set()
        for number, mock in enumerate(mocks):
            self.mock(mock, f"/mocks/{number}")
            if mock.name in names:
                raise self._refuse(f"/mocks/{number}/name", f"there are two mocks {mock.name!r}")
            names.update([mock.name] if mock.name else [])

    def _steps(self, steps: Iterable[ScenarioStep], path: str) -> None:
        for number, step in enumerate(steps):
            here = f"{path}/{number}"
            self._shallow(step.with_, f"{here}/with")
            if (step.call is None) == (step.run is None):
                raise self._refuse(here, "a step has 'call' or 'run', one of them")
            if step.call is not None:
                try:
                    self._interface.function(step.call)
                except UnknownFunction as error:
                    raise self._refuse(f"{here}/call", error.message) from None
            if step.expect is not None:
                self._expectation(step.expect, f"{here}/expect")

    def _expectation(self, expect: StepExpectation, path: str) -> None:
        if "result" in expect.model_fields_set:
            expecting(later(expect.result), f"{path}/result")
        if expect.error is not None:
            if "result" in expect.model_fields_set:
                raise self._refuse(path, "it expects a result and an error; it can have one of them")
            error_expected(later(expect.error.to_json()), f"{path}/error")
        for number, assertion in enumerate(expect.assertions or ()):
            expected_by(assertion.type, later(assertion.expected), f"{path}/assertions/{number}/expected")
        self._expected_events(expect.events or (), path)
        self._calls(expect, path)

    def _calls(self, expect: StepExpectation | ScenarioExpectation, path: str) -> None:
        for name, expectation in (expect.mocks or {}).items():
            self.calls(expectation, f"{path}/mocks/{name}")

    def _expected_events(self, events: Iterable[EventExpectation], path: str) -> None:
        for number, event in enumerate(events):
            here = f"{path}/events/{number}"
            try:
                segments(event.type)
            except InvalidArgument as error:
                raise self._refuse(f"{here}/type", error.message) from None
            if "data" in event.model_fields_set:
                expecting(later(event.data), f"{here}/data", partial=True)


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
