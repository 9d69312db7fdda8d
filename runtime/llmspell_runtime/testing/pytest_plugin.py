"""The plugin of pytest: sessions and doubles as fixtures, files of scenarios as tests, coverage of the interface.

It is loaded in every run of pytest of an environment, so that it imports nothing of ours before something of it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from llmspell import AsyncSession, Session
    from llmspell.testing.types import ScenarioFile, ScenarioResult

    from llmspell_runtime.testing.pytest_doubles import Mocks

_SUFFIXES: Final = (".scenario.yaml", ".scenario.yml", ".scenario.json")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options, and the setting for what scenarios may do."""
    group = parser.getgroup("llmspell")
    group.addoption(
        "--llmspell-coverage",
        nargs="?",
        type=_percent,
        const=0.0,
        default=None,
        metavar="PERCENT",
        help="show which functions, events and errors of the interface were covered; fail below this share of functions",
    )
    parser.addini(
        "llmspell_permissions",
        type="linelist",
        default=[],
        help="what scenario files and llmspell_session may do beside the default: one grant a line, as in fs.read=data",
    )


def _percent(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 100:
        raise ValueError(text)
    return value


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker, and begin to count when that is asked for."""
    config.addinivalue_line(
        "markers", "llmspell(**options): how llmspell_session is opened, as in permissions={'fs.read': ['.']}"
    )
    if config.getoption("llmspell_coverage") is not None:
        from llmspell_runtime.testing.pytest_coverage import RunCoverage

        config.pluginmanager.register(RunCoverage(config), "llmspell-coverage")


# --- sessions and doubles


def _options(request: pytest.FixtureRequest) -> dict[str, Any]:
    marker = request.node.get_closest_marker("llmspell")
    options = dict(marker.kwargs) if marker is not None else {}
    if "permissions" not in options:
        options["permissions"] = permissions(request.config)
    return options


def permissions(config: pytest.Config) -> Mapping[str, Any] | None:
    """What the settings grant; None for the default."""
    lines: list[str] = config.getini("llmspell_permissions")
    if not lines:
        return None
    from llmspell_runtime.grants import NotAGrant, granted

    try:
        return granted(lines)
    except NotAGrant as error:
        raise pytest.UsageError(f"llmspell_permissions: {error}") from None


@pytest.fixture
def llmspell_session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """A session for this test; what does not end as it should makes the test fail."""
    from llmspell import Session

    with Session(**_options(request)) as session:
        yield session


@pytest.fixture
def llmspell_async_session(request: pytest.FixtureRequest) -> AsyncSession:
    """An asynchronous session for this test: ``async with llmspell_async_session as session:``."""
    from llmspell import AsyncSession

    return AsyncSession(**_options(request))


@pytest.fixture
def llmspell_mocks(llmspell_session: Session) -> Mocks:
    """Makes doubles in ``llmspell_session``: functions, tools and providers."""
    from llmspell_runtime.testing.pytest_doubles import Mocks

    return Mocks(llmspell_session)


@pytest.fixture
def assert_matches() -> Callable[..., None]:
    """``assert_matches(actual, expected)``, with matchers in what is expected."""
    from llmspell_runtime.testing.asserting import assert_matches

    return assert_matches


# --- files of scenarios


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Files whose name says that they hold scenarios."""
    if file_path.name.lower().endswith(_SUFFIXES):
        collector: pytest.Collector = ScenarioModule.from_parent(parent, path=file_path)
        return collector
    return None


class ScenarioModule(pytest.File):
    """A file of scenarios; each of them is a test."""

    def collect(self) -> Iterator[pytest.Item]:
        """The scenarios, checked; raises CollectError for a file that cannot be used."""
        from llmspell import Session

        from llmspell_runtime.testing import file_runs

        try:
            file = file_runs.read(self.path)
            with Session() as session:
                names = file_runs.add(session, self._shown, file)
        except file_runs.Unusable as error:
            raise self.CollectError(f"{self._shown}: {error}") from None
        for name, scenario in zip(names, file.scenarios, strict=True):
            item = ScenarioItem.from_parent(self, name=name, file=file)
            item.extra_keyword_matches.update(scenario.tags or ())
            yield item

    @property
    def _shown(self) -> Path:
        return Path(self.nodeid or self.path)


class ScenarioItem(pytest.Item):
    """One scenario, run in sessions of its own."""

    def __init__(self, *, file: ScenarioFile, **more: Any) -> None:
        super().__init__(**more)
        self._file = file

    def runtest(self) -> None:
        """Run it; raises ScenarioFailed with its result."""
        from llmspell.testing.types import Outcome, SuiteOptions

        from llmspell_runtime.testing import file_runs

        options = SuiteOptions(scenarios=[self.name])
        report = file_runs.run(self.path, self._file, options, permissions(self.config))
        [result] = report.scenarios
        if result.outcome is Outcome.SKIPPED:
            pytest.skip(result.reason or "")
        if report.outcome is not Outcome.PASSED:
            raise ScenarioFailed(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The scenario's own words, for what is its own failure."""
        error = excinfo.value
        return str(error) if isinstance(error, ScenarioFailed) else super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where it stands."""
        return self.path, None, f"scenario: {self.name}"


class ScenarioFailed(Exception):
    """A scenario has not passed."""

    def __init__(self, result: ScenarioResult) -> None:
        from llmspell_runtime.testing.reports import explained

        super().__init__(f"scenario {result.scenario!r}: {explained(result)}")
        self.result = result
