"""The plugin of pytest, in runs of pytest of their own."""

from __future__ import annotations

import subprocess
import sys
from xml.etree import ElementTree

import pytest

pytest_plugins = ["pytester"]

SCENARIOS = """
scenarios:
  - name: adds
    tags: [quick]
    steps:
      - call: tool.execute
        with: {name: calculator, arguments: {expression: 1 + 1}}
        expect: {result: {$partial: {value: {result: 2}}}}
  - name: wrong
    steps:
      - {call: tool.exists, with: {name: calculator}, expect: {result: false}}
      - {call: tool.list}
  - {name: later, skip: not now, steps: []}
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> object:
    """Runs pytest with the plugin alone, installed or not."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(*arguments: str, workers: bool = False) -> pytest.RunResult:
        plugins = [
            "-p",
            "llmspell_runtime.testing.pytest_plugin",
            *(["-p", "xdist.plugin"] if workers else []),
        ]
        return pytester.runpytest_subprocess(*plugins, "-p", "no:cacheprovider", *arguments, timeout=300)

    return run


def test_it_imports_nothing_of_ours() -> None:
    code = (
        "import sys, llmspell_runtime.testing.pytest_plugin\n"
        "found = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(found & {'llmspell', 'bridge_runtime', 'pydantic', 'anyio', 'yaml'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_run_that_uses_nothing_of_it_imports_nothing(pytester: pytest.Pytester, run) -> None:  # type: ignore[no-untyped-def]
    pytester.makepyfile(
        "import sys\ndef test_bare(): assert 'llmspell' not in sys.modules and 'pydantic' not in sys.modules"
    )
    run().assert_outcomes(passed=1)


def test_sessions_and_doubles(pytester: pytest.Pytester, run) -> None:  # type: ignore[no-untyped-def]
    pytester.makepyfile("""
        import asyncio
        import pytest

        def test_agent(llmspell_session, llmspell_mocks, assert_matches):
            weather = llmspell_mocks.tool("weather", {"temperature": 22})
            model = llmspell_mocks.provider({"tool_calls": [{"name": "weather", "arguments": {"city": "Oslo"}}]}, "22 degrees.")
            agent = llmspell_session.agent.create(name="helper", provider="script", tools=["weather"])
            result = agent.run("What's the weather in Oslo?")
            assert_matches(result, {"$partial": {"text": {"$regex": r"\\d+ degrees"}}})
            weather.verify(times=1, called_with=[{"city": "Oslo"}])
            assert model.info.calls == 2 and model.calls[0].arguments[0]["tools"] == ["weather"]

        def test_function(llmspell_mocks):
            next = llmspell_mocks.function(1, 2)
            assert [next(), next()] == [1, 2]
            next.reset()
            assert next("x") == 1

        def test_async(llmspell_async_session):
            async def work():
                async with llmspell_async_session as session:
                    assert await session.tool.exists("calculator")
            asyncio.run(work())

        @pytest.mark.llmspell(permissions={})
        def test_marked(llmspell_session):
            assert llmspell_session.session.get_info().permissions == {}

        def test_setting(llmspell_session):
            assert llmspell_session.session.get_info().permissions == {"llm": True, "net": ["a.org"]}

        def test_unfinished(llmspell_session):
            llmspell_session.provider.create(type="scripted", script=[{"text": "x"}])
    """)
    pytester.makeini("[pytest]\nllmspell_permissions =\n    net = a.org\n")
    result = run("--strict-markers")
    result.assert_outcomes(passed=6, errors=1)
    result.stdout.fnmatch_lines(["*ScriptUnfinished*"])


def test_failures_that_explain_themselves(pytester: pytest.Pytester, run) -> None:  # type: ignore[no-untyped-def]
    pytester.makepyfile("""
        from llmspell_runtime.testing import assert_matches

        def test_value():
            assert_matches({"a": 1, "b": [1, 2]}, {"a": {"$gt": 1}, "b": [1, 3]}, "the answer")

        def test_mock(llmspell_mocks):
            llmspell_mocks.function(name="f").verify(times=1)
    """)
    result = run()
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines([
        "E * AssertionError: the answer: 2 differences",
        "E * /a: expected more than 1, given 1",
        "E * /b/1: expected 3, given 2",
        'E * in {"a":1,"b":?1,2?}',
        "E * AssertionError: mock f: /calls: expected 1 call, given 0",
    ])  # fmt: skip
    result.stdout.no_fnmatch_line("*comparison.py*")


def test_files_of_scenarios(pytester: pytest.Pytester, run) -> None:  # type: ignore[no-untyped-def]
    pytester.makefile(".scenario.yaml", math=SCENARIOS)
    result = run("-v")
    result.assert_outcomes(passed=1, failed=1, skipped=1)
    result.stdout.fnmatch_lines([
        "math.scenario.yaml::adds PASSED*",
        "math.scenario.yaml::wrong FAILED*",
        "math.scenario.yaml::later SKIPPED (not now)*",
        "*scenario: wrong*",
        "scenario 'wrong': step 1 (tool.exists): expected false, given true",
        "*1. tool.exists",
        '*with: {"name":"calculator"}',
        "*gave: true",
        "*- 2. tool.list",
    ])  # fmt: skip
    result.stdout.no_fnmatch_line("*Traceback*")
    run("-k", "quick").assert_outcomes(passed=1, deselected=2)
    run("math.scenario.yaml::adds").assert_outcomes(passed=1)


def test_files_that_hold_none(pytester: pytest.Pytester, run) -> None:  # type: ignore[no-untyped-def]
    pytester.makefile(".scenario.yaml", bad="scenarios: [{steps: [{call: tool.fly}]}]")
    pytester.makefile(".scenario.json", worse="{")
    result = run()
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(
        ["*scenario 'scenario_1', at '/steps/0/call': no function 'tool.fly'*", "*not JSON*"]
    )


def test_permissions_of_files(pytester: pytest.Pytester, run) -> None:  # type: ignore[no-untyped-def]
    pytester.makefile(".txt", note="hello")
    pytester.makefile(
        ".scenario.json",
        read='{"name": "read", "steps": [{"call": "tool.execute", "with": {"name": "file_read", "arguments": {"path": "note.txt"}}}]}',
    )
    result = run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*runtime.permission_denied*"])
    pytester.makeini("[pytest]\nllmspell_permissions = fs.read=.\n")
    run().assert_outcomes(passed=1)
    pytester.makeini("[pytest]\nllmspell_permissions = disk\n")
    run().stdout.fnmatch_lines(["*there is no permission 'disk'*"])


@pytest.mark.parametrize("workers", [False, True])
def test_coverage(pytester: pytest.Pytester, run, workers: bool) -> None:  # type: ignore[no-untyped-def]
    pytester.makefile(".scenario.yaml", math=SCENARIOS.partition("  - name: wrong")[0])
    pytester.makepyfile("""
        def test_it(llmspell_session):
            llmspell_session.memory.store("a", 1)
            llmspell_session.memory.retrieve("a")
    """)
    more = ["-n", "2"] if workers else []
    result = run("--llmspell-coverage", *more, workers=workers)
    assert result.ret == 0
    result.stdout.fnmatch_lines(
        ["*coverage of the interface*", "tool * 1/* 2/*", "memory * 2/*", "not called of memory: *"]
    )
    result = run("--llmspell-coverage=50", "--junitxml=x.xml", *more, workers=workers)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["coverage of functions: * % is less than 50 %"])
    [suite] = ElementTree.parse(pytester.path / "x.xml").getroot()
    assert {case.get("name") for case in suite} == {"adds", "test_it"}
    assert run("--llmspell-coverage=200").ret == 4
