"""Tests of what is built on this interface; scenarios, doubles, assertions, and what they have covered. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class TestingBridge(Bridge):
    """Tests of what is built on this interface; scenarios, doubles, assertions, and what they have covered."""

    def create_scenario(self, scenario: Any) -> Any:
        """Add a scenario to the session."""
        arguments = {
            "scenario": scenario,
        }
        return self._session.call("testing.create_scenario", arguments)

    def load_scenarios(self, path: Any) -> Any:
        """Add the scenarios and fixtures of a file."""
        arguments = {
            "path": path,
        }
        return self._session.call("testing.load_scenarios", arguments)

    def list_scenarios(self, tags: Any = ABSENT) -> Any:
        """The session's scenarios, in the order they were made."""
        arguments = {
            "tags": tags,
        }
        return self._session.call("testing.list_scenarios", arguments)

    def run_scenario(self, scenario: Any, options: Any = ABSENT) -> Any:
        """Run a scenario in a session of its own."""
        arguments = {
            "scenario": scenario,
            "options": options,
        }
        return self._session.call("testing.run_scenario", arguments)

    def run_suite(self, options: Any = ABSENT) -> Any:
        """Run scenarios, and report on them all."""
        arguments = {
            "options": options,
        }
        return self._session.call("testing.run_suite", arguments)

    def format_report(self, report: Any, format: Any) -> Any:
        """Write a suite's report as text."""
        arguments = {
            "report": report,
            "format": format,
        }
        return self._session.call("testing.format_report", arguments)

    def assert_equals(self, actual: Any, expected: Any, message: Any = ABSENT) -> Any:
        """Demand that a value is the same JSON as another."""
        arguments = {
            "actual": actual,
            "expected": expected,
            "message": message,
        }
        return self._session.call("testing.assert_equals", arguments)

    def assert_contains(self, actual: Any, expected: Any, message: Any = ABSENT) -> Any:
        """Demand that a text holds a text, a list holds items, or an object holds fields."""
        arguments = {
            "actual": actual,
            "expected": expected,
            "message": message,
        }
        return self._session.call("testing.assert_contains", arguments)

    def assert_matches(self, actual: Any, expected: Any, message: Any = ABSENT) -> Any:
        """Demand that a value fits an expected one with matchers in it."""
        arguments = {
            "actual": actual,
            "expected": expected,
            "message": message,
        }
        return self._session.call("testing.assert_matches", arguments)

    def assert_throws(self, action: Any, error: Any = ABSENT) -> Any:
        """Demand that something fails."""
        arguments = {
            "action": action,
            "error": error,
        }
        return self._session.call("testing.assert_throws", arguments)

    def compare(self, actual: Any, expected: Any, type: Any = ABSENT) -> Any:
        """Hold a value against an expected one, without an error when it does not fit."""
        arguments = {
            "actual": actual,
            "expected": expected,
            "type": type,
        }
        return self._session.call("testing.compare", arguments)

    def create_mock(self, mock: Any) -> Any:
        """Make a double of a function, a tool or a provider."""
        arguments = {
            "mock": mock,
        }
        return self._session.call("testing.create_mock", arguments)

    def call_mock(self, mock: Any, arguments_: Any = ABSENT) -> Any:
        """Ask a mock that is a function or an object."""
        arguments = {
            "mock": mock,
            "arguments": arguments_,
        }
        return self._session.call("testing.call_mock", arguments)

    def get_mock_calls(self, mock: Any) -> Any:
        """What a mock has been asked, oldest first."""
        arguments = {
            "mock": mock,
        }
        return self._session.call("testing.get_mock_calls", arguments)

    def list_mocks(self) -> Any:
        """The session's mocks, in the order they were made."""
        arguments = {}
        return self._session.call("testing.list_mocks", arguments)

    def verify_mock(self, mock: Any, expectation: Any = ABSENT) -> Any:
        """Demand that a mock was asked what it should have been."""
        arguments = {
            "mock": mock,
            "expectation": expectation,
        }
        return self._session.call("testing.verify_mock", arguments)

    def reset_mock(self, mock: Any) -> Any:
        """Make a mock forget its calls and begin with its first response again."""
        arguments = {
            "mock": mock,
        }
        return self._session.call("testing.reset_mock", arguments)

    def remove_mock(self, mock: Any) -> Any:
        """Take a mock away, and its tool or provider."""
        arguments = {
            "mock": mock,
        }
        return self._session.call("testing.remove_mock", arguments)

    def create_fixture(self, fixture: Any) -> Any:
        """Say how to prepare what scenarios need."""
        arguments = {
            "fixture": fixture,
        }
        return self._session.call("testing.create_fixture", arguments)

    def setup_fixture(self, fixture: Any) -> Any:
        """Prepare a fixture, and those it needs, in this session."""
        arguments = {
            "fixture": fixture,
        }
        return self._session.call("testing.setup_fixture", arguments)

    def teardown_fixture(self, fixture: Any = ABSENT) -> Any:
        """Clear away what fixtures have set up in this session, the newest first."""
        arguments = {
            "fixture": fixture,
        }
        return self._session.call("testing.teardown_fixture", arguments)

    def list_fixtures(self) -> Any:
        """The session's fixtures, in the order they were made."""
        arguments = {}
        return self._session.call("testing.list_fixtures", arguments)

    def start_coverage(self) -> Any:
        """Count from now on which functions are called, which events are emitted and which errors occur."""
        arguments = {}
        return self._session.call("testing.start_coverage", arguments)

    def stop_coverage(self) -> Any:
        """Count no more; what was counted stays."""
        arguments = {}
        return self._session.call("testing.stop_coverage", arguments)

    def get_coverage(self, options: Any = ABSENT) -> Any:
        """What was covered so far."""
        arguments = {
            "options": options,
        }
        return self._session.call("testing.get_coverage", arguments)

    def merge_coverage(self, reports: Any) -> Any:
        """Several reports of coverage as one, of several sessions or programs."""
        arguments = {
            "reports": reports,
        }
        return self._session.call("testing.merge_coverage", arguments)

    def reset(self) -> Any:
        """Clear away all that this bridge holds."""
        arguments = {}
        return self._session.call("testing.reset", arguments)
