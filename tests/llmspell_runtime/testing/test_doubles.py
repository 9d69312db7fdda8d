"""Mocks: what they answer, what they remember, and what is demanded of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import Session
from llmspell.testing.errors import (
    AlreadyExists,
    AssertionFailed,
    InvalidDefinition,
    NotFound,
    UnexpectedCall,
)
from llmspell.testing.types import MockType, Outcome
from llmspell_runtime.testing.clock import Clock
from llmspell_runtime.testing.service import Tests


@pytest.fixture
def waited() -> list[float]:
    return []


@pytest.fixture
def session(waited: list[float]) -> Iterator[Session]:
    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    with Session(services={"testing": lambda core: Tests(core, Clock(sleep=sleep))}) as session:
        yield session


def mock(session: Session, *responses: dict[str, Any], **more: Any) -> str:
    return session.testing.create_mock(**{"type": MockType.FUNCTION, "responses": list(responses), **more})


def test_responses_in_order_and_by_arguments(session: Session) -> None:
    name = mock(
        session,
        {"when": ["a"], "returns": 1},
        {"when": [{"$type": "integer"}], "returns": 2, "times": 2},
        {"returns": 3},
        {"when": ["a", {"$any": True}], "returns": 4, "always": True},
    )
    answers = [session.testing.call_mock(name, list(given)) for given in ([7], ["a"], [8], [9], "ab", "ac")]
    assert answers == [2, 1, 2, 3, 4, 4]
    with pytest.raises(UnexpectedCall) as raised:
        session.testing.call_mock(name, ["z"])
    assert (raised.value.mock, raised.value.number, raised.value.arguments) == (name, 7, '["z"]')
    calls = session.testing.get_mock_calls(name)
    assert [call.response for call in calls] == [2, 1, 2, 3, 4, 4, None]
    assert calls[-1].error is not None and calls[-1].error.code == "testing.unexpected_call"
    assert [call.arguments for call in calls[:2]] == [[7], ["a"]]


def test_what_is_left_over(session: Session) -> None:
    name = mock(session, {"returns": 1}, {"returns": 2, "always": True}, {"when": ["x"]})
    session.testing.call_mock(name)
    [info] = session.testing.list_mocks()
    assert (info.calls, info.responses, info.unused) == (1, 3, [2, 3])
    with pytest.raises(AssertionFailed, match="responses 2, 3 are left over"):
        session.testing.verify_mock(name, all_used=True)
    session.testing.call_mock(name)
    session.testing.call_mock(name, ["x"])
    assert session.testing.list_mocks()[0].unused == [3]  # the second one answers all


def test_failures_are_errors_of_the_interface(session: Session) -> None:
    name = mock(
        session,
        {"fails": {"code": "tool.timed_out", "fields": {"tool": "search", "seconds": 5}}},
        {"fails": {"message": "out of order"}},
        {"fails": {"code": "tool.not_found", "message": "gone"}},
    )
    codes = []
    for _ in range(3):
        with pytest.raises(BridgeError) as raised:
            session.testing.call_mock(name)
        codes.append((raised.value.code, raised.value.message, raised.value.recovery))
    assert codes == [
        (
            "tool.timed_out",
            "tool 'search' took longer than 5 s; set timeout_seconds if it needs more",
            "retry_once",
        ),
        ("runtime.callback_failed", "out of order", "none"),
        ("tool.not_found", "gone", "none"),
    ]


def test_delays_go_by_the_clock(session: Session, waited: list[float]) -> None:
    name = mock(session, {"returns": 1, "delay_seconds": 3600}, type=MockType.OBJECT)
    assert session.tool.execute(name, {}).value == 1
    assert waited == [3600]


def test_a_tool(session: Session) -> None:
    city = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    name = mock(session, {"returns": 22}, type=MockType.OBJECT, name="weather", parameters=city)
    assert session.tool.get(name).description == "A mock: it answers what a test has written."
    assert session.tool.get(name).tags == ["mock"]
    with pytest.raises(BridgeError) as raised:
        session.tool.execute("weather", {})
    assert raised.value.code == "tool.invalid_arguments"
    assert session.tool.execute("weather", {"city": "Oslo"}).value == 22
    session.testing.verify_mock("weather", times=1, calls=[[{"city": "Oslo"}]])
    with pytest.raises(BridgeError) as raised:
        session.tool.execute("weather", {"city": "Rome"})
    assert raised.value.code == "tool.execution_failed"
    assert raised.value.cause is not None and raised.value.cause.code == "testing.unexpected_call"
    session.testing.remove_mock("weather")
    assert not session.tool.exists("weather")
    with pytest.raises(NotFound):
        session.testing.get_mock_calls("weather")


def test_a_provider(session: Session) -> None:
    session.testing.create_mock(
        type=MockType.SERVICE,
        name="model",
        model="m",
        script=[
            {"tool_calls": [{"name": "calculator", "arguments": {"expression": "6*7"}}]},
            {"text": "42."},
            {"text": "?"},
        ],
    )
    agent = session.agent.create(name="a", provider="model", tools=["calculator"], system_prompt="Be brief.")
    assert agent.run("What is 6 times 7?").text == "42."
    first, second = session.testing.get_mock_calls("model")
    assert first.arguments[0]["tools"] == ["calculator"] and first.response == 1
    assert [message["role"] for message in second.arguments[0]["messages"]] == [
        "system",
        "user",
        "assistant",
        "tool",
    ]
    session.testing.verify_mock(
        "model", times=2, last_called_with=[{"$partial": {"model": "m", "messages": {"$length": 4}}}]
    )
    [info] = session.testing.list_mocks()
    assert (info.responses, info.unused) == (3, [3])
    session.testing.reset_mock("model")
    assert session.testing.list_mocks()[0].unused == [1, 2, 3]  # and the session closes all the same


def test_a_strict_provider_must_be_played_to_its_end() -> None:
    with pytest.raises(BridgeError) as raised, Session() as session:
        session.testing.create_mock(type=MockType.SERVICE, script=[{"text": "x"}], strict=True)
    assert raised.value.code == "provider.script_unfinished"


def test_a_handler_answers_what_no_response_fits(session: Session) -> None:
    def handler(arguments: list[Any]) -> Any:
        if arguments == ["bad"]:
            raise ValueError("no good")
        return [*arguments, "handled"]

    name = mock(session, {"when": [1], "returns": "scripted", "always": True}, handler=handler)
    assert session.testing.call_mock(name, [1]) == "scripted"
    assert session.testing.call_mock(name, [2]) == [2, "handled"]
    with pytest.raises(BridgeError, match="no good"):
        session.testing.call_mock(name, ["bad"])
    calls = session.testing.get_mock_calls(name)
    assert calls[1].returned == [2, "handled"] and calls[1].response is None
    assert calls[2].error is not None and calls[2].error.code == "runtime.callback_failed"


@pytest.mark.parametrize(
    ("expectation", "said"),
    [
        ({}, None),
        ({"times": 2}, None),
        ({"at_least": 2, "at_most": 2}, None),
        ({"called_with": [{"n": {"$gt": 1}}]}, None),
        ({"calls": [[{"n": 1}], [{"n": 2}]]}, None),
        ({"last_called_with": [{"n": 2}]}, None),
        ({"never": True}, "expected 0 calls, given 2"),
        ({"at_least": 3}, "expected at least 3 calls, given 2"),
        ({"at_most": 1}, "expected at most 1 call, given 2"),
        ({"last_called_with": [{"n": 1}]}, "/calls/1/0/n: expected 1, given 2"),
        ({"calls": [[{"n": 1}]]}, "/calls/1: expected nothing"),
        ({"called_with": []}, "expected a call with []"),
    ],
)
def test_what_is_demanded_of_calls(session: Session, expectation: Any, said: str | None) -> None:
    name = mock(session)
    for number in (1, 2):
        session.testing.call_mock(name, [{"n": number}])
    if said is None:
        session.testing.verify_mock(name, **expectation)
        return
    with pytest.raises(AssertionFailed) as raised:
        session.testing.verify_mock(name, **expectation)
    assert said in raised.value.message and raised.value.message.startswith(f"mock {name}: ")


def test_a_mock_that_was_not_asked(session: Session) -> None:
    name = mock(session)
    session.testing.verify_mock(name, never=True)
    session.testing.verify_mock(name, times=0)
    with pytest.raises(AssertionFailed, match="at least 1 call, given 0"):
        session.testing.verify_mock(name)
    with pytest.raises(AssertionFailed):
        session.testing.verify_mock(name, last_called_with=[])


def test_only_the_last_calls_are_remembered(session: Session) -> None:
    name = mock(session)
    for number in range(1010):
        session.testing.call_mock(name, [number])
    calls = session.testing.get_mock_calls(name)
    assert len(calls) == 1000 and calls[0].number == 11
    session.testing.verify_mock(name, times=1010)


def test_what_is_passed_to_a_mock_is_remembered_as_it_was(session: Session) -> None:
    name = mock(session)
    given = {"list": [1]}
    session.testing.call_mock(name, [given])
    given["list"].append(2)
    assert session.testing.get_mock_calls(name)[0].arguments == [{"list": [1]}]


def test_a_function_is_a_callback(session: Session) -> None:
    """The program's mock in a scenario's session; what it is asked is seen by the program."""
    heard = mock(session, name="heard")
    steps = [
        {"call": "event.subscribe", "with": {"pattern": "user.*", "callback": {"$mock": heard}}},
        {
            "call": "event.emit",
            "with": {"type": "user.left", "data": {"name": "Ada"}},
            "expect": {
                "mocks": {heard: {"called_with": [{"$partial": {"type": "user.left"}}]}},
                "eventually_seconds": 60,
            },
        },
    ]
    result = session.testing.run_scenario(session.testing.create_scenario(steps=steps))
    assert result.outcome is Outcome.PASSED, result.reason
    session.testing.verify_mock(heard, calls=[[{"$partial": {"data": {"name": "Ada"}}}]])


def test_what_comes_after_the_call_has_returned(session: Session) -> None:
    execute = {"name": "calculator", "arguments": {"expression": "1"}, "options": {"mode": "async"}}
    expect = {"events": [{"type": "tool.complete"}], "eventually_seconds": 60}
    name = session.testing.create_scenario(
        steps=[{"call": "tool.execute", "with": execute, "expect": expect}]
    )
    result = session.testing.run_scenario(name)
    assert result.outcome is Outcome.PASSED, result.reason
    assert result.steps[0].events == ["tool.start", "tool.complete"]
    never = {"events": [{"type": "tool.error"}], "eventually_seconds": 0.03}
    name = session.testing.create_scenario(steps=[{"call": "tool.execute", "with": execute, "expect": never}])
    assert session.testing.run_scenario(name).outcome is Outcome.FAILED


def test_what_a_provider_is_asked_to_embed(session: Session) -> None:
    script = [{"embeddings": [{"vector": [1, 0]}]}]
    session.testing.create_mock(type=MockType.SERVICE, name="model", model="m", script=script)
    session.provider.get("model").embed(["Hei"])
    [call] = session.testing.get_mock_calls("model")
    assert call.arguments == [{"model": "m", "texts": ["Hei"]}]


def test_mocks_of_a_scenario(session: Session) -> None:
    mocks = [
        {
            "name": "weather",
            "type": "object",
            "responses": [{"returns": 22}, {"returns": 23}],
            "strict": True,
        },
        {
            "name": "model",
            "type": "service",
            "script": [{"tool_calls": [{"name": "weather"}]}, {"text": "22"}],
        },
    ]
    steps = [
        {
            "call": "agent.create",
            "with": {"config": {"name": "a", "provider": "model", "tools": ["weather"]}},
            "as": "a",
        },
        {
            "call": "agent.run",
            "with": {"agent": "$a", "input": "Oslo?"},
            "expect": {"mocks": {"model": {"times": 2}}},
        },
    ]
    name = session.testing.create_scenario(mocks=mocks, steps=steps)
    for _ in range(2):  # each run has its own
        result = session.testing.run_scenario(name)
        assert result.outcome is Outcome.FAILED
        assert (
            result.reason
            == "/mocks/weather/unused: expected all responses to be used, response 2 is left over"
        )
        assert [(mock.name, mock.calls, mock.unused) for mock in result.mocks or ()] == [
            ("weather", 1, [2]),
            ("model", 2, []),
        ]
    assert session.testing.list_mocks() == []


@pytest.mark.parametrize(
    ("definition", "path"),
    [
        ({"type": "function", "responses": [{"fails": {"code": "no.such"}}]}, "/responses/0/fails/code"),
        ({"type": "object", "parameters": {"type": "objekt"}}, "/parameters"),
        ({"type": "service", "script": [{}]}, "/script"),
        ({"type": "service", "handler": lambda arguments: 1}, "/handler"),
        ({"type": "function", "parameters": {}}, "/parameters"),
    ],
)
def test_mocks_that_make_no_sense(session: Session, definition: Any, path: str) -> None:
    with pytest.raises(InvalidDefinition) as raised:
        session.testing.create_mock(**definition)
    assert raised.value.path == path
    assert session.testing.list_mocks() == []


def test_names_that_are_taken(session: Session) -> None:
    mock(session, name="m")
    session.provider.create(type="scripted", name="p")  # type: ignore[arg-type]
    for name, type, kind in (
        ("m", "function", "mock"),
        ("calculator", "object", "tool"),
        ("p", "service", "provider"),
    ):
        with pytest.raises(AlreadyExists) as raised:
            session.testing.create_mock(name=name, type=MockType(type))
        assert (raised.value.kind, raised.value.name) == (kind, name)
    with pytest.raises(InvalidDefinition):
        session.testing.call_mock(session.testing.create_mock(type=MockType.SERVICE))


def test_many_threads_ask_one_mock(session: Session) -> None:
    name = mock(session, {"returns": 1, "times": 200}, type=MockType.OBJECT)
    core = session.core

    def ask() -> None:
        for _ in range(50):
            core.call_json("tool.execute", {"name": name, "arguments": {}})

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    session.testing.verify_mock(name, times=200, all_used=True)
