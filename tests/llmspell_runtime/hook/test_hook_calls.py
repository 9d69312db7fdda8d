"""Hooks at a point of a program's own: their order, what they may answer, their failures, their limits."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import given
from hypothesis import strategies as st
from llmspell import AsyncSession, Session
from llmspell.hook import FailurePolicy, Phase, Priority, Type
from llmspell.hook.errors import (
    Failed,
    InvalidPayload,
    NestedTooDeep,
    NotFound,
    Rejected,
    Replaced,
    TimedOut,
)
from llmspell.hook.types import CustomPayload, HookAnswer, HookCall, HookError

POINT = "shop.checkout"


@pytest.fixture
def session() -> Iterator[Session]:
    with Session(record_events=True) as session:
        yield session


def payload(value: Any) -> CustomPayload:
    return CustomPayload(name=POINT, value=value)


def add(session: Session, type: Type, handler: Callable[[HookCall], Any], **more: Any) -> Any:
    return session.hook.register(point=POINT, type=type, handler=handler, **more)


def events(session: Session) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = session.core.call("runtime.recorded_events", {})
    return found


def value_of(call: HookCall) -> Any:
    assert isinstance(call.payload, CustomPayload)
    return call.payload.value


# --- order

PRIORITIES = list(Priority)


@given(
    st.lists(st.tuples(st.sampled_from(list(Type)), st.sampled_from(PRIORITIES)), max_size=6), st.booleans()
)
def test_hooks_lie_around_the_call_like_the_skins_of_an_onion(
    registered: list[tuple[Type, Priority]], fails: bool
) -> None:
    """In by priority, then by registration; out the other way round, each type in its phases."""
    seen: list[tuple[int, Phase]] = []

    def work(given: Any) -> Any:
        if fails:
            raise ValueError("no connection")
        return given

    with Session() as session:
        for number, (type, priority) in enumerate(registered):
            add(session, type, lambda call, n=number: seen.append((n, call.phase)), priority=priority)
        try:
            session.hook.execute(POINT, 1, work)
        except BridgeError as error:
            assert fails and error.code == "runtime.callback_failed"
    inward = sorted(range(len(registered)), key=lambda n: PRIORITIES.index(registered[n][1]))
    out = Phase.ERROR if fails else Phase.AFTER
    leaving = {Type.AROUND, Type.ERROR if fails else Type.POST}
    assert seen == [
        *((n, Phase.BEFORE) for n in inward if registered[n][0] in (Type.PRE, Type.AROUND)),
        *((n, out) for n in reversed(inward) if registered[n][0] in leaving),
    ]


def test_who_answers_turns_the_call_round(session: Session) -> None:
    """What lies further in is not called; what lies further out sees the result."""
    seen: list[str] = []
    add(session, Type.POST, lambda call: seen.append(f"outer {call.result}"), priority=Priority.HIGHEST)
    add(session, Type.PRE, lambda call: HookAnswer(result=None), priority=Priority.HIGH)
    add(session, Type.AROUND, lambda call: seen.append("inner"))
    assert session.hook.execute(POINT, 1, lambda given: seen.append("work")) is None
    assert seen == ["outer None"]


def test_a_refusal_is_an_error_to_what_lies_further_out(session: Session) -> None:
    seen: list[str] = []

    def outer(call: HookCall) -> None:
        if call.error is not None:
            seen.append(call.error.code)

    add(session, Type.AROUND, outer, priority=Priority.HIGH)
    add(session, Type.PRE, lambda call: HookAnswer(reject="closed"), name="guard")
    add(session, Type.ERROR, lambda call: seen.append("inner"), priority=Priority.LOW)
    with pytest.raises(Rejected, match=r"hook 'guard' refuses this shop\.checkout: closed"):
        session.hook.execute(POINT, 1)
    assert seen == ["hook.rejected"]


# --- answers


def test_payload_and_result_go_from_hook_to_hook(session: Session) -> None:
    add(session, Type.PRE, lambda call: HookAnswer(payload=payload(value_of(call) + 1)))
    add(
        session,
        Type.PRE,
        lambda call: {"payload": {"point": "custom", "name": POINT, "value": value_of(call) * 10}},
    )
    add(session, Type.POST, lambda call: HookAnswer(result=f"<{call.result}>"), priority=Priority.HIGH)
    add(session, Type.POST, lambda call: HookAnswer(result=call.result + 0.5))
    assert session.hook.execute(POINT, 1, lambda given: given) == "<20.5>"
    assert session.hook.execute(POINT, 2) == "<30.5>"


def test_an_around_hook_is_given_its_context_again(session: Session) -> None:
    seen: list[Any] = []

    def both(call: HookCall) -> HookAnswer | None:
        seen.append((call.phase, call.context, value_of(call)))
        if call.phase is Phase.BEFORE:
            return HookAnswer(context={"began": 1}, payload=payload(2))
        return None

    add(session, Type.AROUND, both)
    session.hook.execute(POINT, 1)
    assert seen == [(Phase.BEFORE, {}, 1), (Phase.AFTER, {"began": 1}, 2)]


def test_a_handler_cannot_change_what_passes_but_by_its_answer(session: Session) -> None:
    def spoil(call: HookCall) -> None:
        value_of(call)["items"].append("more")
        if call.result is not None:
            call.result["items"].append("more")

    add(session, Type.AROUND, spoil)
    assert session.hook.execute(POINT, {"items": []}) == {"items": []}


def test_an_error_hook_replaces_an_error_and_keeps_it_as_the_cause(session: Session) -> None:
    def work(given: Any) -> Any:
        raise ValueError("no connection")

    add(
        session,
        Type.ERROR,
        lambda call: HookAnswer(error=HookError(code="shop.closed", message="Come back.")),
    )
    with pytest.raises(Replaced, match="Come back") as caught:
        session.hook.execute(POINT, 1, work)
    assert caught.value.fields["reason_code"] == "shop.closed"
    cause = caught.value.cause
    assert cause is not None and cause.code == "runtime.callback_failed" and "no connection" in str(cause)


def test_a_retry_does_again_what_lies_further_in(session: Session) -> None:
    seen: list[str] = []

    def work(given: Any) -> Any:
        seen.append("work")
        if seen.count("work") < 3:
            raise ValueError("no connection")
        return "at last"

    def again(call: HookCall) -> HookAnswer:
        seen.append(f"try {call.attempt}")
        return HookAnswer(retry_after_seconds=0)

    add(session, Type.PRE, lambda call: seen.append("outer"), priority=Priority.HIGH)
    add(session, Type.ERROR, again)
    add(session, Type.PRE, lambda call: seen.append("inner"), priority=Priority.LOW)
    assert session.hook.execute(POINT, 1, work) == "at last"
    assert seen == ["outer", "inner", "work", "try 1", "inner", "work", "try 2", "inner", "work"]


@pytest.mark.parametrize("max_retries", [0, 2])
def test_a_wish_for_one_retry_too_many_is_not_heard(session: Session, max_retries: int) -> None:
    calls: list[int] = []
    add(session, Type.POST, lambda call: HookAnswer(retry_after_seconds=0), max_retries=max_retries)
    assert session.hook.execute(POINT, 1, lambda given: calls.append(given) or len(calls)) == max_retries + 1


def test_all_hooks_together_have_a_call_done_a_hundred_times_at_most(session: Session) -> None:
    calls: list[int] = []
    for _ in range(3):
        add(session, Type.POST, lambda call: HookAnswer(retry_after_seconds=0), max_retries=99)
    session.hook.execute(POINT, 1, lambda given: calls.append(given))
    assert len(calls) == 100


@pytest.mark.parametrize(
    ("type", "answer", "reason"),
    [
        (Type.PRE, {"retry_after_seconds": 0}, "retry_after_seconds cannot be answered in phase before"),
        (Type.PRE, {"error": {"code": "a", "message": "b"}}, "error cannot be answered in phase before"),
        (Type.PRE, {"result": 1, "reject": "no"}, "it answers reject and result at once"),
        (
            Type.PRE,
            {"payload": {"point": "custom", "name": "other", "value": 1}},
            "not one of 'shop.checkout'",
        ),
        (Type.PRE, {"payload": {"point": "tool_call", "tool": "x"}}, "returned what it may not"),
        (Type.PRE, "later", "returned what it may not"),
        (Type.PRE, {"reject": ""}, "returned what it may not"),
        (Type.POST, {"context": {}}, "context cannot be answered in phase after"),
    ],
)
def test_an_answer_that_makes_no_sense_is_a_failure(
    session: Session, type: Type, answer: Any, reason: str
) -> None:
    add(session, type, lambda call: answer)
    with pytest.raises(Failed) as caught:
        session.hook.execute(POINT, 1)
    assert reason in caught.value.fields["reason"]


def test_a_hook_that_observes_may_not_answer(session: Session) -> None:
    add(session, Type.POST, lambda call: HookAnswer(result=2), observe=True)
    with pytest.raises(Failed, match="it only observes, and answers result"):
        session.hook.execute(POINT, 1)


# --- failures


def broken(call: HookCall) -> None:
    raise ValueError("out of order")


def test_a_failing_hook_fails_the_call_unless_it_says_otherwise(session: Session) -> None:
    hook = add(session, Type.PRE, broken, name="guard")
    with pytest.raises(Failed, match=r"hook 'guard' failed at shop\.checkout: out of order") as caught:
        session.hook.execute(POINT, 1)
    assert caught.value.cause is not None and caught.value.cause.code == "runtime.callback_failed"
    info = hook.get_info()
    assert (info.calls, info.failures, info.enabled) == (1, 1, True)
    [event] = events(session)
    assert event["type"] == "hook.error" and event["data"]["policy"] == "fail"
    assert event["data"]["error"]["trace_id"] == caught.value.trace_id


@pytest.mark.parametrize("phase", list(Phase))
def test_an_ignored_failure_lets_the_call_go_on(session: Session, phase: Phase) -> None:
    def work(given: Any) -> Any:
        if phase is Phase.ERROR:
            raise ValueError("no connection")
        return given

    def handler(call: HookCall) -> None:
        if call.phase is phase:
            broken(call)

    hook = add(session, Type.AROUND, handler, on_failure=FailurePolicy.IGNORE)
    try:
        assert session.hook.execute(POINT, 1, work) == 1
    except BridgeError as error:
        assert phase is Phase.ERROR and error.code == "runtime.callback_failed"
    assert hook.get_info().failures == 1


def test_failures_in_a_row_disable_a_hook(session: Session) -> None:
    failing = [True, True, False, True, True, True]
    hook = add(
        session,
        Type.PRE,
        lambda call: broken(call) if failing.pop(0) else None,
        on_failure=FailurePolicy.DISABLE,
        max_failures=3,
        name="shaky",
    )
    for _ in range(8):
        session.hook.execute(POINT, 1)
    info = hook.get_info()
    assert (info.calls, info.failures, info.enabled, info.disabled_by_failures) == (6, 5, False, True)
    assert events(session)[-1] == {
        "type": "hook.disable",
        "data": {"hook": "shaky", "hook_id": "hook_1", "failures": 3},
    }
    failing += [True, False]
    hook.enable()
    session.hook.execute(POINT, 1)
    assert hook.get_info().enabled and hook.get_info().disabled_by_failures is None


async def _until_cancelled(call: HookCall) -> None:
    await asyncio.Event().wait()


@pytest.mark.anyio
async def test_a_hook_that_takes_too_long_has_failed() -> None:
    async with AsyncSession() as session:
        hook = await session.hook.register(
            point=POINT, type=Type.PRE, handler=_until_cancelled, timeout_seconds=0.01, name="slow"
        )
        with pytest.raises(TimedOut, match=r"'slow' took longer than 0\.01 s"):
            await session.hook.execute(POINT, 1)
        assert (await hook.get_info()).failures == 1


@pytest.mark.anyio
async def test_a_cancelled_call_passes_error_hooks_without_a_word() -> None:
    seen: list[Any] = []
    began = asyncio.Event()

    async def work(given: Any) -> Any:
        began.set()
        await asyncio.Event().wait()

    async with AsyncSession() as session:
        await session.hook.register(point=POINT, type=Type.ERROR, handler=seen.append)
        task = asyncio.create_task(session.hook.execute(POINT, 1, work))
        await began.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert seen == []


# --- calls from within


def test_a_handler_does_not_call_itself_but_the_other_hooks(session: Session) -> None:
    seen: list[str] = []

    def first(call: HookCall) -> None:
        seen.append("first")
        session.hook.execute(POINT, 1)

    def second(call: HookCall) -> None:
        seen.append("second")
        session.hook.execute(POINT, 1)

    add(session, Type.PRE, first)
    add(session, Type.PRE, second)
    session.hook.execute(POINT, 1)
    assert seen == ["first", "second", "second", "first"]


def test_a_handler_that_hides_who_calls_is_stopped_all_the_same(session: Session) -> None:
    """A thread of its own does not know which handler it works for; the number of calls under way does."""
    errors: list[BridgeError] = []

    def handler(call: HookCall) -> None:
        def again() -> None:
            try:
                session.hook.execute(POINT, 1)
            except BridgeError as error:
                errors.append(error)

        thread = threading.Thread(target=again)
        thread.start()
        thread.join()

    add(session, Type.PRE, handler)
    session.hook.execute(POINT, 1)
    assert isinstance(errors[0], NestedTooDeep) and errors[0].fields["limit"] == 256


# --- sessions


def test_a_child_does_not_escape_its_parents_hooks(session: Session) -> None:
    seen: list[str] = []
    add(session, Type.PRE, lambda call: seen.append(f"parent sees {call.session}"), priority=Priority.LOWEST)
    with session.session.open(name="child") as child:
        add(child, Type.PRE, lambda call: seen.append("child"), priority=Priority.HIGHEST)
        assert [info.name for info in child.hook.list()] == ["hook_1"]
        child.hook.execute(POINT, 1)
        with pytest.raises(NotFound):
            child.hook.disable("hook_2")
        session.hook.execute(POINT, 1)
    assert seen == ["parent sees child", "child", "parent sees main"]


def test_sessions_apart_share_no_hooks(session: Session) -> None:
    add(session, Type.PRE, lambda call: HookAnswer(reject="closed"))
    with Session() as other:
        assert other.hook.execute(POINT, 1) == 1


# --- registration


def test_a_disabled_or_removed_hook_is_not_called(session: Session) -> None:
    hook = add(session, Type.PRE, lambda call: HookAnswer(result="seen"), enabled=False)
    assert session.hook.execute(POINT, 1) == 1
    hook.enable()
    assert session.hook.execute(POINT, 1) == "seen"
    hook.disable()
    assert session.hook.execute(POINT, 1) == 1
    hook.enable()
    hook.unregister()
    assert session.hook.execute(POINT, 1) == 1
    with pytest.raises(NotFound):
        hook.enable()


def test_a_call_under_way_keeps_the_hooks_it_began_with(session: Session) -> None:
    seen: list[str] = []
    hook = add(session, Type.AROUND, lambda call: seen.append(call.phase))
    session.hook.execute(POINT, 1, lambda given: hook.unregister())
    assert seen == [Phase.BEFORE, Phase.AFTER]


def test_the_list_is_in_the_order_of_the_way_in(session: Session) -> None:
    add(session, Type.PRE, broken, name="b")
    add(session, Type.PRE, broken, name="c", priority=Priority.LOW, enabled=False)
    add(session, Type.PRE, broken, name="a", priority=Priority.HIGH)
    session.hook.register(point="elsewhere", type=Type.PRE, handler=broken, name="d")
    assert [info.name for info in session.hook.list()] == ["a", "b", "d", "c"]
    assert [info.name for info in session.hook.list(point=POINT, enabled=True)] == ["a", "b"]


@pytest.mark.parametrize(
    ("point", "given", "reason"),
    [
        ("tool_call", 1, "expected an object"),
        ("tool_call", {"tool": "x"}, "arguments"),
        (
            "generate",
            {"provider": "p", "model": "", "messages": [], "tools": [], "streaming": False},
            "messages",
        ),
        ("agent_run", {"point": "tool_call"}, "point"),
    ],
)
def test_a_payload_of_the_runtimes_own_points_is_checked(
    session: Session, point: str, given: Any, reason: str
) -> None:
    with pytest.raises(InvalidPayload) as caught:
        session.hook.execute(point, given)
    assert reason in caught.value.fields["reason"]


def test_what_names_a_call_cannot_be_changed(session: Session) -> None:
    def handler(call: HookCall) -> HookAnswer:
        changed = call.payload.to_json()
        changed["tool"] = "file_write"
        return HookAnswer.model_validate({"payload": changed})

    session.hook.register(point="tool_call", type=Type.PRE, handler=handler)
    given = {"tool": "weather", "arguments": {}, "execution": "execution_1", "mode": "direct"}
    with pytest.raises(Failed, match="tool names the call and cannot be changed from 'weather'"):
        session.hook.execute("tool_call", given)
