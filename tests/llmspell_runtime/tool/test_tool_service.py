"""The tool service through a session: registration, execution, events, files."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import AsyncSession, Session
from llmspell.tool.errors import (
    AlreadyExists,
    ExecutionFailed,
    InvalidArguments,
    InvalidFile,
    InvalidResult,
    InvalidSchema,
    NoHandler,
    NotFound,
    TimedOut,
    UnknownExecution,
)
from llmspell.tool.types import Category, ExecutionMode, Status

CITY: dict[str, Any] = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def register(session: Session, handler: Any, name: str = "it", **more: Any) -> None:
    session.tool.register(name=name, description="Under test.", handler=handler, **more)


# --- registration


def test_a_tool_is_registered_once_and_can_be_removed(session: Session) -> None:
    register(session, lambda arguments: 1)
    with pytest.raises(AlreadyExists):
        register(session, lambda arguments: 2)
    assert session.tool.execute("it", {}).value == 1
    session.tool.unregister("it")
    with pytest.raises(NotFound, match=r"tool\.register"):
        session.tool.execute("it", {})


def test_a_built_in_tool_can_be_replaced(session: Session) -> None:
    session.tool.unregister("calculator")
    register(session, lambda arguments: "mine", name="calculator")
    assert session.tool.execute("calculator", {}).value == "mine"
    assert not session.tool.get("calculator").built_in


def test_sessions_share_no_tools(session: Session) -> None:
    register(session, lambda arguments: 1)
    with Session() as other:
        assert not other.tool.exists("it")


@pytest.mark.parametrize("name", ["", "a b", "1st", "x" * 65, "a.b", "ü"])
def test_names(session: Session, name: str) -> None:
    with pytest.raises(BridgeError):
        register(session, lambda arguments: 1, name=name)


def test_a_bad_schema_is_refused_at_registration(session: Session) -> None:
    with pytest.raises(InvalidSchema, match='given "objekt"'):
        register(session, lambda arguments: 1, parameters={"type": "objekt"})
    assert not session.tool.exists("it")


def test_what_is_given_back_cannot_change_the_tool(session: Session) -> None:
    register(session, lambda arguments: 1, parameters=CITY)
    session.tool.get_schema("it").clear()
    session.tool.get("it").parameters.clear()
    with pytest.raises(InvalidArguments):
        session.tool.execute("it", {})


# --- execution


def test_arguments_are_checked_before_the_handler_runs(session: Session) -> None:
    seen: list[Any] = []
    register(session, seen.append, parameters={**CITY, "additionalProperties": False})
    with pytest.raises(InvalidArguments) as caught:
        session.tool.execute("it", {"town": 1})
    issues = caught.value.fields["issues"]
    assert [issue.message for issue in issues] == [
        'the property "city" is missing',
        'the property "town" is not allowed',
    ]
    assert not seen


def test_what_a_handler_raises_is_the_reason(session: Session) -> None:
    def fail(arguments: Any) -> None:
        raise ValueError("out of order")

    register(session, fail)
    with pytest.raises(ExecutionFailed, match="out of order") as caught:
        session.tool.execute("it", {})
    assert caught.value.cause is not None and caught.value.cause.code == "runtime.callback_failed"
    info = session.tool.get_info("it")
    assert (info.calls, info.failures, info.last_error) == (1, 1, "tool.execution_failed")


def test_an_error_of_the_interface_stays_visible_behind_it(session: Session) -> None:
    register(session, lambda arguments: session.memory.retrieve("nothing"))
    with pytest.raises(ExecutionFailed) as caught:
        session.tool.execute("it", {})
    assert caught.value.cause is not None and caught.value.cause.code == "memory.not_found"


@pytest.mark.parametrize("value", [{1, 2}, float("nan"), b"bytes", {"a": object()}, "\ud800"])
def test_a_result_must_be_json(session: Session, value: object) -> None:
    register(session, lambda arguments: value)
    with pytest.raises(BridgeError) as caught:
        session.tool.execute("it", {})
    assert caught.value.code in ("tool.invalid_result", "tool.execution_failed")


def test_a_result_has_a_limit(session: Session) -> None:
    register(session, lambda arguments: "x" * 5_000_000)
    with pytest.raises(InvalidResult, match="bytes as JSON"):
        session.tool.execute("it", {})


@pytest.mark.parametrize("value", [None, 0, "", [], {}, [None, {"a": []}]])
def test_null_and_empty_values_are_values(session: Session, value: Any) -> None:
    register(session, lambda arguments: value)
    result = session.tool.execute("it", {})
    assert result.value == value
    assert "value" in result.model_fields_set
    found = session.core.call_json("tool.execute", {"name": "it", "arguments": {}})
    assert found["value"] == value


def test_a_tool_has_a_time_limit(session: Session) -> None:
    async def slow(arguments: Any) -> None:
        await asyncio.Event().wait()

    register(session, slow, timeout_seconds=0.1)
    with pytest.raises(TimedOut, match=r"0\.1 s"):
        session.tool.execute("it", {})
    with pytest.raises(TimedOut, match=r"0\.2 s"):
        session.tool.execute("it", {}, timeout_seconds=0.2)


def test_coroutine_functions_run_on_the_loop(session: Session) -> None:
    async def handler(arguments: Any) -> str:
        await asyncio.sleep(0)
        return threading.current_thread().name

    register(session, handler)
    assert session.tool.execute("it", {}).value != threading.current_thread().name


def test_a_plain_handler_runs_on_the_callers_thread(session: Session) -> None:
    register(session, lambda arguments: threading.current_thread().name)
    assert session.tool.execute("it", {}).value == threading.current_thread().name


def test_a_tool_may_call_a_tool(session: Session) -> None:
    register(session, lambda a: session.tool.execute("calculator", {"expression": a["e"]}).value)
    assert session.tool.execute("it", {"e": "6 * 7"}).value == {"result": 42}


# --- asynchronous executions


def test_an_asynchronous_execution_outlives_its_call(session: Session) -> None:
    begun, release = threading.Event(), threading.Event()

    def handler(arguments: Any) -> str:
        begun.set()
        release.wait(60)
        return "done"

    register(session, handler, mode=ExecutionMode.ASYNC)
    started = session.tool.execute("it", {})
    assert started.status == Status.RUNNING
    assert "value" not in started.model_fields_set
    assert begun.wait(60)
    with pytest.raises(BridgeError) as caught:
        session.tool.wait(started.execution, timeout_seconds=0.05)
    assert caught.value.code == "runtime.timeout"
    release.set()
    assert session.tool.wait(started.execution).value == "done"
    assert session.tool.wait(started.execution).value == "done"


def test_only_the_last_outcomes_are_kept(session: Session) -> None:
    first = session.tool.execute("calculator", {"expression": "1"}, mode=ExecutionMode.ASYNC).execution
    session.tool.wait(first)
    for _ in range(256):
        session.tool.wait(
            session.tool.execute("calculator", {"expression": "1"}, mode=ExecutionMode.ASYNC).execution
        )
    with pytest.raises(UnknownExecution):
        session.tool.wait(first)


def test_closing_the_session_ends_executions() -> None:
    ended = threading.Event()

    async def handler(arguments: Any) -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    with Session() as session:
        register(session, handler, mode=ExecutionMode.ASYNC)
        session.tool.execute("it", {})
    assert ended.is_set()


async def _cancelled() -> list[Any]:
    seen: list[Any] = []
    async with AsyncSession() as session:

        async def handler(arguments: Any) -> None:
            await asyncio.sleep(60)

        await session.tool.register(name="it", description="Under test.", handler=handler)
        session.core.events.subscribe("tool.*", lambda event: seen.append((event.type, event.data_json())))
        call = asyncio.create_task(session.tool.execute("it", {}))
        while not seen:
            await asyncio.sleep(0)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    return seen


def test_cancelling_a_call_is_told() -> None:
    seen = asyncio.run(_cancelled())
    assert [type for type, _ in seen] == ["tool.start", "tool.error"]
    assert seen[1][1]["error"]["code"] == "runtime.cancelled"


# --- finding tools


def test_discover_ranks_by_where_the_words_are(session: Session) -> None:
    register(session, lambda a: 1, name="forecast", tags=["weather"])
    register(session, lambda a: 1, name="weather_now")
    session.tool.register(name="clothes", description="What to wear in this weather.", handler=lambda a: 1)
    found = [tool.name for tool in session.tool.discover(text="WEATHER")]
    assert found == ["weather_now", "forecast", "clothes"]
    assert [tool.name for tool in session.tool.discover(text="weather wear")] == ["clothes"]
    assert [tool.name for tool in session.tool.discover(tags=["weather"])] == ["forecast"]
    assert len(session.tool.discover(limit=2)) == 2
    assert session.tool.discover(text="") == session.tool.discover()


def test_list_is_by_name_and_category(session: Session) -> None:
    names = [tool.name for tool in session.tool.list()]
    assert names == sorted(names) and {
        "calculator",
        "file_read",
        "file_write",
        "http_request",
        "system_info",
    } <= set(names)
    assert [tool.name for tool in session.tool.list(Category.HTTP)] == ["http_request"]


# --- files of definitions


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def opened() -> Session:
    return Session(permissions={"fs.read": ["."], "fs.write": ["."]})


def test_definitions_travel_without_their_handlers(home: Path) -> None:
    with opened() as session:
        register(session, lambda a: 1, parameters=CITY, category="data", tags=["x"], timeout_seconds=2.5)
        saved = session.tool.get("it")
        assert session.tool.save("tools.json") == 1
    with opened() as session:
        assert session.tool.load("tools.json") == ["it"]
        assert session.tool.get("it") == saved
        assert not session.tool.get_info("it").ready
        with pytest.raises(NoHandler, match=r"tool\.attach"):
            session.tool.execute("it", {"city": "Oslo"})
        session.tool.attach("it", lambda arguments: arguments["city"])
        assert session.tool.execute("it", {"city": "Oslo"}).value == "Oslo"


def test_loading_is_all_or_nothing(home: Path) -> None:
    with opened() as session:
        register(session, lambda a: 1, name="one")
        register(session, lambda a: 1, name="two")
        session.tool.save("tools.json")
        session.tool.unregister("one")
        with pytest.raises(AlreadyExists):
            session.tool.load("tools.json")
        assert not session.tool.exists("one")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 2}, "version 2"),
        ({"version": None}, "version None"),
        ({"format": "other"}, "format"),
        ({"tools": {}}, "not a list"),
        ({"tools": [1]}, "tool 0"),
        ({"tools": [{"name": "x"}]}, "tool 0: description"),
    ],
)
def test_a_file_of_another_kind_is_refused(home: Path, change: dict[str, Any], reason: str) -> None:
    with opened() as session:
        register(session, lambda a: 1)
        session.tool.save("tools.json")
        document = json.loads((home / "tools.json").read_text())
        (home / "tools.json").write_text(json.dumps({**document, **change}))
        session.tool.unregister("it")
        with pytest.raises(InvalidFile, match=reason):
            session.tool.load("tools.json")


@pytest.mark.parametrize("field", [{"name": "a b"}, {"more": 1}, {"mode": "never"}, {"built_in": True}])
def test_a_definition_that_is_none_is_refused(home: Path, field: dict[str, Any]) -> None:
    with opened() as session:
        register(session, lambda a: 1)
        session.tool.save("tools.json")
        document = json.loads((home / "tools.json").read_text())
        document["tools"][0] |= field
        (home / "tools.json").write_text(json.dumps(document))
        session.tool.unregister("it")
        with pytest.raises(InvalidFile):
            session.tool.load("tools.json")


@pytest.mark.parametrize("text", ["", "[]", "{", "\ud800".encode("utf-8", "surrogatepass"), "NaN"])
def test_what_is_no_json_is_refused(home: Path, text: str | bytes) -> None:
    (home / "tools.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    with opened() as session, pytest.raises(InvalidFile):
        session.tool.load("tools.json")


def test_files_are_under_the_session_s_folders(home: Path) -> None:
    with opened() as session:
        for call in (lambda: session.tool.save("../tools.json"), lambda: session.tool.load("/etc/passwd")):
            with pytest.raises(BridgeError) as caught:
                call()
            assert caught.value.code == "runtime.permission_denied"


def test_system_info_needs_process() -> None:
    with Session() as session, pytest.raises(BridgeError) as caught:
        session.tool.execute("system_info", {})
    assert caught.value.code == "runtime.permission_denied"
    with Session(permissions={"process": True}) as session:
        found: Any = session.tool.execute("system_info", {}).value
        assert set(found) == {"os", "cpu", "memory", "time", "runtime"}
        assert found["cpu"]["count"] >= 1
        found = session.tool.execute("system_info", {"sections": ["os"]}).value
        assert set(found) == {"os"}
