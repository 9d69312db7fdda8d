"""The session service: children that never have more, batches, conversions, the last error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llmspell import Session
from llmspell.session.errors import ConversionFailed, PermissionExceeded, TooDeep, UnknownConversion


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


# --- children


def test_a_child_has_what_its_parent_has_or_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.txt").write_text("hello")
    (tmp_path / "data").mkdir()
    with Session(permissions={"fs.read": ["."]}) as session:
        same, less = session.session.open(), session.session.open(permissions={"fs.read": ["data"]})
        note: Any = same.tool.execute("file_read", {"path": "note.txt"}).value
        assert note["text"] == "hello"
        with pytest.raises(BridgeError) as caught:
            less.tool.execute("file_read", {"path": "note.txt"})
        assert caught.value.code == "runtime.permission_denied"
        with pytest.raises(PermissionExceeded, match=r"fs\.read"):
            less.session.open(permissions={"fs.read": ["."]})
        with pytest.raises(PermissionExceeded, match="has none"):
            session.session.open(permissions={"fs.write": ["data"]})


_GRANTS = st.fixed_dictionaries(
    {},
    optional={
        "llm": st.booleans(),
        "process": st.booleans(),
        "net": st.one_of(
            st.booleans(), st.lists(st.sampled_from(["*", "*.a.org", "a.org", "x.a.org", "127.0.0.1"]))
        ),
        "fs.read": st.one_of(
            st.booleans(), st.lists(st.sampled_from(["/", "/tmp", "/tmp/a", "/tmp/../etc", "."]))
        ),
        "env": st.one_of(st.booleans(), st.lists(st.sampled_from(["*", "HOME", "PATH"]))),
    },
)
_WANTED = {
    "net": ["a.org", "x.a.org", "y.x.a.org", "b.org", "127.0.0.1", "localhost"],
    "fs.read": ["/tmp/a/b", "/tmp", "/etc/x", "/", "/tmpx"],
    "env": ["HOME", "PATH", "USER"],
}


def _allowed(session: Session) -> set[str]:
    permissions, found = session.core.permissions, set()
    ways: dict[str, Any] = {
        "net": permissions.require_host,
        "fs.read": permissions.require_path,
        "env": permissions.require_name,
    }
    for name, values in _WANTED.items():
        for value in values:
            try:
                ways[name](name, value)
            except BridgeError:
                continue
            found.add(f"{name} {value}")
    return found | {name for name in ("llm", "process") if permissions.allows(name)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(mine=_GRANTS, wanted=_GRANTS)
def test_no_child_may_do_what_its_parent_may_not(mine: dict[str, Any], wanted: dict[str, Any]) -> None:
    with Session(permissions=mine) as session:
        try:
            child = session.session.open(permissions=wanted)
        except PermissionExceeded:
            return
        assert _allowed(child) <= _allowed(session)


def test_children_close_with_their_parent() -> None:
    with Session() as session:
        child = session.session.open(name="child")
        grandchild = child.session.open()
    for closed in (session, child, grandchild):
        with pytest.raises(BridgeError) as caught:
            closed.tool.list()
        assert caught.value.code == "runtime.session_closed"


def test_closing_a_child_leaves_its_parent(session: Session) -> None:
    child = session.session.open()
    child.event.subscribe("**", lambda event: None)
    session.session.close(child)
    assert session.session.get_info().children == 0
    assert session.tool.exists("calculator")


def test_sessions_go_only_so_deep(session: Session) -> None:
    deepest = session
    for _ in range(8):
        deepest = deepest.session.open()
    with pytest.raises(TooDeep):
        deepest.session.open()


def test_what_is_known_of_a_session(session: Session) -> None:
    child = session.session.open(name="reader", permissions={})
    child.event.subscribe("**", lambda event: None)
    info = session.session.get_info(child)
    assert info == child.session.get_info()
    assert (info.name, info.parent, info.permissions) == ("reader", "main", {})
    assert info.resources == {"event.Subscription": 1}
    assert "parent" not in session.session.get_info().model_fields_set


# --- batches


def call(function: str, **arguments: Any) -> Any:
    return {"function": function, "arguments": arguments}


@pytest.mark.parametrize("concurrency", [1, 4])
def test_outcomes_are_in_the_order_of_the_calls(session: Session, concurrency: int) -> None:
    calls = [
        call("tool.execute", name="calculator", arguments={"expression": f"{n} / {n % 3}"}) for n in range(20)
    ]
    outcomes = session.session.batch(calls, concurrency=concurrency)
    for number, outcome in enumerate(outcomes):
        if number % 3 == 0:
            assert outcome.error is not None and outcome.error.code == "tool.bad_expression"
            assert "result" not in outcome.model_fields_set
        else:
            result: Any = outcome.result
            assert outcome.ok and result["value"]["result"] == number / (number % 3)


def test_handles_travel_as_ids(session: Session) -> None:
    opened = session.session.batch([call("session.open", options={"name": "x"})])[0].result
    outcomes = session.session.batch(
        [call("session.get_info", session=opened), call("session.close", session=opened)]
    )
    info: Any = outcomes[0].result
    assert info["name"] == "x"
    assert outcomes[1].ok and outcomes[1].result is None
    assert "result" in outcomes[1].model_fields_set


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (call("tool.nope"), "runtime.unknown_function"),
        (call("nope"), "runtime.unknown_function"),
        (call("session.batch", calls=[]), "runtime.unsupported"),
        (call("tool.get", nmae="x"), "runtime.invalid_argument"),
        (call("event.subscribe", pattern="**", callback="callback_1"), "runtime.unsupported"),
        (call("agent.stream", agent="agent_1", input="x"), "runtime.unsupported"),
        (call("tool.save", path="x"), "runtime.permission_denied"),
    ],
)
def test_what_goes_wrong_is_that_call_s_outcome(session: Session, wrong: Any, code: str) -> None:
    bad, good = session.session.batch([wrong, call("tool.exists", name="calculator")])
    assert bad.error is not None and bad.error.code == code
    assert bad.error.trace_id
    assert good.result is True


@pytest.mark.parametrize("concurrency", [1, 3])
def test_nothing_begins_after_a_failure(session: Session, concurrency: int) -> None:
    calls = [call("tool.nope")] * 3 + [call("memory.store", key=str(n), value=n) for n in range(50)]
    session.session.batch(calls, stop_on_error=True, concurrency=concurrency)
    assert session.memory.list_keys() == []


def test_a_batch_has_a_limit(session: Session) -> None:
    with pytest.raises(BridgeError) as caught:
        session.session.batch([call("tool.list")] * 1001)
    assert caught.value.code == "runtime.invalid_argument"


def test_metrics_tell_of_batches_and_kept_results(session: Session) -> None:
    provider = session.provider.create(type="scripted", script=[])
    counts = [session.provider.count_tokens(provider, text) for text in ("one", "one", "two", "one")]
    assert [count.tokens for count in counts] == [1, 1, 1, 1]
    session.session.batch([call("tool.list")] * 3)
    session.session.batch(
        [call("tool.list"), call("tool.nope")] * 2 + [call("tool.list")], stop_on_error=True
    )
    metrics = session.session.get_metrics()
    kept = metrics.memoized["provider.count_tokens"]
    assert (kept.hits, kept.misses, kept.entries, kept.policy) == (2, 2, 2, "lru")
    assert metrics.batches.model_dump() == {
        "batches": 2,
        "calls": 5,
        "failed": 1,
        "smallest": 3,
        "largest": 5,
        "mean_size": 2.5,
    }


def test_a_provider_configured_anew_counts_anew(session: Session) -> None:
    provider = session.provider.create(type="scripted", script=[])
    session.provider.count_tokens(provider, "one")
    session.provider.configure(provider, model="other")
    session.provider.count_tokens(provider, "one")
    assert session.session.get_metrics().memoized["provider.count_tokens"].misses == 2
    assert session.session.clear_cache("provider.count_tokens") == 2
    assert session.session.clear_cache() == 0


def test_sessions_keep_results_of_their_own(session: Session) -> None:
    child = session.session.open()
    provider = session.provider.create(type="scripted", script=[])
    session.provider.count_tokens(provider, "one")
    assert child.session.get_metrics().memoized == {}


# --- conversions


def test_a_tool_s_result_becomes_a_message(session: Session) -> None:
    result = session.tool.execute("calculator", {"expression": "6 * 7"}).model_dump(
        mode="json", exclude_unset=True
    )
    message = session.session.convert(result, "tool.ToolResult", "shared.Message")
    assert message == {
        "role": "tool",
        "content": '{"result":42}',
        "tool_call_id": "execution_1",
        "name": "calculator",
    }
    assert session.session.convert(message, "shared.Message", "text") == '{"result":42}'
    running = {"tool": "x", "execution": "execution_1", "status": "running"}
    with pytest.raises(ConversionFailed, match="still running"):
        session.session.convert(running, "tool.ToolResult", "shared.Message")


def test_every_known_conversion_gives_its_type(session: Session) -> None:
    error = BridgeError("no").to_json()
    event = {
        "id": "event_1",
        "type": "a",
        "category": "user",
        "data": {},
        "timestamp": "2026-01-01T00:00:00Z",
        "priority": "low",
    }
    match = {"key": "k", "value": [1], "score": 1, "tags": [], "metadata": {}}
    tool = session.tool.get("calculator").model_dump(mode="json", exclude_unset=True)
    assert session.session.convert(error, "shared.ErrorInfo", "shared.Message")["role"] == "system"
    assert session.session.convert(event, "event.Event", "shared.Message")["content"] == "a: {}"
    assert session.session.convert(match, "memory.MemoryMatch", "shared.Message")["content"] == "k: [1]"
    spec = session.session.convert(tool, "tool.ToolDescription", "shared.ToolSpec")
    assert set(spec) == {"name", "description", "parameters"}
    assert session.session.convert(spec, "shared.ToolSpec", "shared.ToolSpec") == spec


@pytest.mark.parametrize("source", ["nope", "tool.Nope", "tool.ToolService", "os.path", "tool.", "", "text"])
def test_unknown_conversions(session: Session, source: str) -> None:
    with pytest.raises(UnknownConversion, match="one reaches"):
        session.session.convert(1, source, "memory.MemoryStats")
    if source != "text":
        with pytest.raises(UnknownConversion):
            session.session.convert(1, source, source)


@pytest.mark.parametrize(
    "value",
    [
        None,
        3,
        [],
        {"role": "nobody", "content": ""},
        {"role": "user"},
        {"role": "user", "content": "", "x": 1},
    ],
)
def test_values_of_another_type(session: Session, value: Any) -> None:
    with pytest.raises(ConversionFailed):
        session.session.convert(value, "shared.Message", "text")


# --- the last error


def test_the_last_error_is_kept_per_session(session: Session) -> None:
    child = session.session.open()
    assert session.session.get_last_error() is None
    with pytest.raises(BridgeError):
        child.tool.get("nope")
    assert session.session.get_last_error() is None
    found = session.session.get_last_error(child)
    assert found is not None and (found.code, found.fields) == ("tool.not_found", {"tool": "nope"})
    child.tool.exists("nope")
    assert child.session.get_last_error() == found
