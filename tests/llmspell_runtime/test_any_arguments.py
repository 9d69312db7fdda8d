"""Whatever is thrown at a function comes back as a result or as an error that the function declares."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from bridge_runtime.pump import Home
from bridge_runtime.session import Session
from bridge_runtime.values import canonical_json
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llmspell._interface import INTERFACE
from llmspell_runtime.event.clock import Clock as EventClock
from llmspell_runtime.event.service import Events
from llmspell_runtime.provider.clock import Clock
from llmspell_runtime.provider.service import Providers
from model_endpoint import Pauses

from tests.strategies.arguments import anything, arguments_of

FUNCTIONS = [
    function for module in INTERFACE.modules for function in INTERFACE.bridge(module).functions.values()
]
NAMES = [
    "provider_1",
    "agent_1",
    "subscription_1",
    "session_1",
    "callback_1",
    "stream_1",
    "workflow_1",
    "run_1",
    "flow",
    "{{input}}",
    "runs.db",
    "script",
    "helper",
    "greet",
]
NAMES += [
    "calculator",
    "file_read",
    "file_write",
    "http_request",
    "system_info",
    "note.txt",
    "events.db",
    "key",
    "tool.list",
]
NAMES += [
    "tool.execute",
    "user.left",
    "tool.*",
    "string",
    "object",
    "1 + 1",
    "{}",
    "Hello",
    "https://127.0.0.1:9/",
]
NAMES += ["conversation_1", "chat", "vector", "hybrid", "persistent", "summarize"]
NAMES += ["hook_1", "hook_2", "generate", "tool_call", "agent_run", "shop.checkout"]
NAMES += ["adds", "doubled", "stored", "$any", "$regex", "testing.run_scenario", "junit"]
NAMES += [
    "validator_1",
    "person",
    "person@1",
    "schema:person",
    "#/$defs/a",
    "https://json-schema.org/draft/2020-12/schema",
]
NAMES += [
    "price",
    "return input",
    "export default 1",
    "input.a",
    "spell.lua",
    "shop.Order",
    "text",
    "shared.Message",
    "state_1",
    "cart",
    "user.name",
    "/tags/0",
    "tags[-]",
    "snapshot_1",
    "```json\n{'a': 1\n",
    "# T\n\n- a",
    "a: &b [*b]",
]
OURS = {
    "runtime.internal",
    "runtime.invalid_result",
    "runtime.broken_installation",
    "runtime.unknown_function",
}
"""Errors for which no caller is to blame."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def enter_new(folder: Path) -> None:
    """Go to a folder of a session's own: what an earlier one wrote over is not there."""
    place = Path(tempfile.mkdtemp(dir=folder))
    os.chdir(place)
    (place / "note.txt").write_text("hello")
    (place / "spell.lua").write_text("return input")


@pytest.fixture
def complaints(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """What was logged with a traceback, or as an error."""
    found: list[str] = []

    class Complaints(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info or record.levelno >= logging.ERROR:
                found.append(self.format(record))

    handler = Complaints()
    logging.getLogger().addHandler(handler)
    yield found
    logging.getLogger().removeHandler(handler)


class Furnished:
    """A session that holds one of everything, and a function of the host; another one after each that was changed."""

    def __init__(self, folder: Path) -> None:
        self.home = Home()
        self._folder = folder
        self._session: Session | None = None

    def session(self) -> Session:
        if self._session is None:
            enter_new(self._folder)
            self._session = open_session()
            furnish(self._session, self.home)
        return self._session

    def close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close(quietly=True)  # the script is hardly ever played to its end


def open_session() -> Session:
    """A session whose clocks do not wait."""
    clock, event_clock = Clock(sleep=Pauses().sleep, chance=lambda: 1.0), EventClock(sleep=Pauses().sleep)
    grants = {"llm": True, "fs.read": ["."], "fs.write": ["."], "env": True}
    services = {
        "provider": lambda core: Providers(core, clock),
        "event": lambda core: Events(core, event_clock),
    }
    return Session(INTERFACE, {"permissions": grants}, services=services)


def furnish(session: Session, home: Home) -> None:
    """Put one of everything into a session."""
    script = [
        {"text": "Hi."},
        {"tool_calls": [{"name": "greet", "arguments": {"expression": "1"}}]},
        {"text": "x"},
    ]
    call = session.call_json
    call(
        "provider.create", {"config": {"type": "scripted", "name": "script", "model": "m", "script": script}}
    )
    handler = session.add_callback(lambda arguments: None, home)
    steps = [{"id": "key", "kind": "transform", "value": "{{input}}"}]
    call("workflow.create", {"definition": {"name": "flow", "steps": steps}})
    call("workflow.start", {"workflow": "workflow_1", "options": {"pause_after": ["key"]}})
    call("tool.register", {"definition": {"name": "greet", "description": "Greets.", "handler": handler}})
    call(
        "agent.create", {"config": {"name": "helper", "provider": "script", "tools": ["greet", "calculator"]}}
    )
    call("script.register_handler", {"name": "price", "handler": handler})
    conversion = {"source_type": "shop.Order", "target_type": "text", "converter": handler}
    call("session.register_conversion", conversion)
    for point in ("tool_call", "shop.checkout"):
        call("hook.register", {"definition": {"point": point, "type": "around", "handler": handler}})
    call("testing.create_scenario", {"scenario": {"name": "adds", "steps": [{"call": "tool.list"}]}})
    call("testing.create_mock", {"mock": {"name": "doubled", "type": "function", "handler": handler}})
    call("testing.create_fixture", {"fixture": {"name": "stored", "values": {"key": 1}}})
    call("testing.start_coverage", {})
    call("event.subscribe", {"pattern": "user.*", "callback": handler, "options": {"queue_size": 1}})
    for options in ({}, {"path": "events.db"}):
        call("event.record", {"options": options})
    call("event.emit", {"type": "user.left", "data": {"string": "Hello"}})
    call("session.open", {})
    call(
        "schema.put",
        {"name": "person", "schema": {"properties": {"key": {"$ref": "#/$defs/a"}}, "$defs": {"a": {}}}},
    )
    call(
        "schema.compile",
        {"schema": {"type": "object", "properties": {"n": {"type": "integer", "default": 1}}}},
    )
    call("memory.store", {"key": "key", "value": [1]})
    call("state.create", {"config": {"name": "cart", "value": {"user": {"name": "Ada"}, "tags": [1]}}})
    call("state.snapshot", {"state": "state_1"})
    embed = session.add_callback(lambda arguments: [[1.0, 2.0] for _ in arguments[0]], home)
    call("memory.set_embedder", {"embedder": {"embed": embed, "model": "toy"}})
    call("memory.create_conversation", {"options": {"max_tokens": 50, "name": "chat"}})


def is_refused(function: Any, arguments: Any, session: Session, home: Home) -> bool:
    """Call a function, and check what comes of it; true when its arguments were refused, and so nothing was done."""
    try:
        result = session.call_json(function.name, arguments, home=home)
        if function.streams is not None:
            result = list(result)
        canonical_json(result)
    except BridgeError as error:
        declared = error.code in function.errors or error.code.startswith("runtime.")
        assert declared and error.code not in OURS, canonical_json(error.to_json())
        assert error.trace_id
        canonical_json(error.to_json())
        return error.code == "runtime.invalid_argument"
    return False


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_only_declared_errors(function: Any, complaints: list[str], folder: Path) -> None:
    furnished = Furnished(folder)

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(
        arguments_of(function, NAMES)
        | st.dictionaries(st.sampled_from(NAMES), anything, max_size=2)
        | anything
    )
    def check(arguments: Any) -> None:
        session, is_spent = furnished.session(), True
        try:
            is_spent = not is_refused(function, arguments, session, furnished.home)
            assert session.call_json("session.get_info", {})["name"] == "main"
        finally:
            if is_spent:
                furnished.close()
        assert complaints == []

    try:
        check()
    finally:
        furnished.close()
    assert complaints == []
