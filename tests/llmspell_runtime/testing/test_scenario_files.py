"""Files of scenarios: what they may hold, and what is refused with its reason."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import given
from hypothesis import strategies as st
from llmspell import Session
from llmspell.testing.errors import AlreadyExists, FileFailed, InvalidDefinition, InvalidFile, InvalidMatcher
from llmspell.testing.types import Outcome
from llmspell_runtime.testing.scenario_files import NotScenarios, read

YAML = """
# yes, no and dates are text, as in YAML 1.2
tags: [quick]
permissions: {}
mocks:
  - {name: weather, type: object, responses: [{returns: {temperature: 22}, always: true}]}
fixtures:
  - name: stored
    setup: [{call: memory.store, with: {key: no, value: 2026-01-01}}]
scenarios:
  - name: weather
    tags: [slow]
    fixtures: [stored]
    steps:
      - call: tool.execute
        with: {name: weather, arguments: {city: Oslo}}
        as: found
        expect:
          result: {$partial: {value: {temperature: {$approx: 22.0}}}}
      - {call: memory.retrieve, with: {key: "no"}, expect: {result: "2026-01-01"}}
  - {name: empty, permissions: {llm: true}, steps: []}
"""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    with Session(permissions={"fs.read": ["."], "llm": True}) as session:
        yield session


def test_yaml(session: Session) -> None:
    Path("all.scenario.yaml").write_text(YAML)
    assert session.testing.load_scenarios("all.scenario.yaml") == ["weather", "empty"]
    weather, empty = session.testing.list_scenarios()
    assert (weather.tags, empty.tags, weather.source) == (["quick", "slow"], ["quick"], "all.scenario.yaml")
    result = session.testing.run_scenario("weather")
    assert result.outcome is Outcome.PASSED, result.reason
    assert result.source == "all.scenario.yaml"
    assert session.testing.run_scenario("empty").mocks[0].name == "weather"  # type: ignore[index]


def test_one_scenario_alone(session: Session) -> None:
    Path("one.json").write_text(json.dumps({"name": "one", "steps": [{"call": "tool.list"}]}))
    assert session.testing.load_scenarios("one.json") == ["one"]


def test_all_or_nothing(session: Session) -> None:
    good: dict[str, Any] = {"name": "good", "steps": []}
    for bad, error in (
        ({"name": "bad", "steps": [{"call": "tool.fly"}]}, InvalidDefinition),
        ({"name": "bad", "steps": [{"call": "tool.list", "expect": {"result": {"$x": 1}}}]}, InvalidMatcher),
        ({"name": "good", "steps": []}, AlreadyExists),
    ):
        Path("x.json").write_text(json.dumps({"scenarios": [good, bad], "fixtures": [{"name": "f"}]}))
        with pytest.raises(error):
            session.testing.load_scenarios("x.json")
        assert session.testing.list_scenarios() == [] and session.testing.list_fixtures() == []


def test_files_that_cannot_be_read(session: Session) -> None:
    with pytest.raises(FileFailed, match="no such file"):
        session.testing.load_scenarios("none.yaml")
    with pytest.raises(FileFailed, match="is a folder"):
        session.testing.load_scenarios(".")
    with pytest.raises(BridgeError) as raised:
        session.testing.load_scenarios("/etc/hostname")
    assert raised.value.code == "runtime.permission_denied"
    Path("big.json").write_text(" " * (4 * 1024 * 1024 + 1))
    with pytest.raises(FileFailed, match="more than 4194304 bytes"):
        session.testing.load_scenarios("big.json")
    Path("x.yaml").write_text("[")
    with pytest.raises(InvalidFile, match=r"'x\.yaml' does not hold scenarios: not YAML: "):
        session.testing.load_scenarios("x.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tests: []", "neither 'scenarios' nor"),
        ("- 1", "neither 'scenarios' nor"),
        ("", "neither 'scenarios' nor"),
        ("{version: 2, scenarios: []}", "it has version 2; version 1 is known here"),
        ("{scenarios: [], colour: red}", "colour"),
        ("scenarios: [{name: x}]", "steps"),
        ("scenarios: [{steps: [{call: 1}]}]", "call"),
        ("scenarios: [{steps: [{run: callback_1}]}]", "a file has no functions"),
        ("{scenarios: [], mocks: [{type: function, handler: callback_1}]}", "a file has no functions"),
        ("scenarios: []\nscenarios: []", "the key 'scenarios' is given twice .line 2, column 1."),
        ("? [1]\n: 2", "a key must be text; quote it"),
        ("scenarios: !!python/object:os.system {}", "the tag '!!python|is not followed"),
        ("scenarios: [{steps: [], variables: {x: .nan}}]", "not a number that JSON has"),
        ("a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
         "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nscenarios: [*e,*e,*e,*e,*e]", "its aliases repeat more than"),
        ("scenarios: &s [*s]", "holds itself"),
        ("[" * 3000, "100 levels deep"),
        ("scenarios: \udcff".encode("utf-8", "surrogateescape"), "not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str | bytes, said: str) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(NotScenarios, match=said):
        read(data, ".yaml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("~", None), ("", None), ("null", None), ("True", True),
        ("0o17", 15), ("017", 17), ("1_000", "1_000"), ("1e3", 1000.0), (".5", 0.5), ("-7", -7),
        ("12:30:45", "12:30:45"), ("2026-01-01", "2026-01-01"), ("'1'", "1"), ("<<", "<<"), ("=", "="),
    ],
)  # fmt: skip
def test_scalars_are_those_of_json(text: str, value: Any) -> None:
    document = f"scenarios: [{{steps: [], variables: {{x: {text}}}}}]".encode()
    found = read(document, ".yml").scenarios[0].variables
    assert found == {"x": value} and type(found["x"]) is type(value)


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_scenarios_or_refused(data: bytes) -> None:
    for suffix in (".yaml", ".json"):
        with contextlib.suppress(NotScenarios):
            read(data, suffix)
