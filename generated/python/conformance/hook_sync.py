"""Every example of hook, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.hook import (
    CacheHook,
    CustomPayload,
    FailurePolicy,
    HookAnswer,
    HookCall,
    MetricsHook,
    Priority,
    RateLimitHook,
    RedactionHook,
    Type,
)

program = Program()


@program.example("hook.register", "pre")
def register_pre(example: Example) -> None:
    """A hook before every tool call."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        with example.shown(session):
            example.result(
                session.hook.register(point="tool_call", type=Type.PRE, name="watch", handler=handler)
            )


@program.example("hook.register", "own_point")
def register_own_point(example: Example) -> None:
    """A point of the program's own, which hook.execute passes."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        with example.shown(session):
            example.result(
                session.hook.register(
                    point="shop.checkout",
                    type=Type.POST,
                    priority=Priority.HIGH,
                    timeout_seconds=2.0,
                    on_failure=FailurePolicy.IGNORE,
                    handler=handler,
                )
            )


@program.example("hook.install", "rate_limit")
def install_rate_limit(example: Example) -> None:
    """Five model calls a minute for each provider."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.install(RateLimitHook(calls=5, per_seconds=60.0, per=["/provider"])))


@program.example("hook.install", "cache")
def install_cache(example: Example) -> None:
    """A tool that does nothing but answer can be answered for."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.hook.install(
                CacheHook(points=["generate", "tool_call"], tools=["calculator"], ttl_seconds=60.0)
            )
        )


@program.example("hook.install", "redaction")
def install_redaction(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.install(RedactionHook(patterns=["[0-9]{16}"], replacement="***")))


@program.example("hook.install", "cache_of_runs")
def install_cache_of_runs(example: Example) -> None:
    """A run changes its agent's conversation, so that its result cannot be kept."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.install(CacheHook(points=["agent_run"])))


@program.example("hook.install", "cache_of_any_tool")
def install_cache_of_any_tool(example: Example) -> None:
    """Which tools only answer, nobody but their author knows."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.install(CacheHook(points=["tool_call"])))


@program.example("hook.install", "bad_pattern")
def install_bad_pattern(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.install(RedactionHook(patterns=["("])))


@program.example("hook.compose", "two")
def compose_two(example: Example) -> None:
    """The one registered last comes first."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(result="second")

        second = session.hook.register(point="shop.checkout", type=Type.PRE, handler=handler)

        def handler_(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(result="first")

        first = session.hook.register(point="shop.checkout", type=Type.PRE, handler=handler_)
        with example.shown(session):
            example.result(session.hook.compose([first, second], name="both", priority=Priority.HIGH))


@program.example("hook.compose", "none")
def compose_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.compose([]))


@program.example("hook.compose", "twice")
def compose_twice(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        hook = session.hook.register(point="shop.checkout", type=Type.PRE, handler=handler)
        with example.shown(session):
            example.result(session.hook.compose([hook, hook]))


@program.example("hook.unregister", "gone")
def unregister_gone(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(reject="never")

        hook = session.hook.register(point="tool_call", type=Type.PRE, handler=handler)
        with example.shown(session):
            hook.unregister()


@program.example("hook.unregister", "unknown")
def unregister_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.hook.unregister("no-such-hook")


@program.example("hook.execute", "nobody")
def execute_nobody(example: Example) -> None:
    """Without hooks, what goes in comes out."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.execute("shop.checkout", {"total": 12}))


@program.example("hook.execute", "changed")
def execute_changed(example: Example) -> None:
    """A PRE hook changes what the work is given."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(payload=CustomPayload(name="shop.checkout", value={"total": 10}))

        session.hook.register(point="shop.checkout", type=Type.PRE, name="discount", handler=handler)

        def work(payload: Any) -> Any:
            example.called(payload)
            return "paid"

        with example.shown(session):
            example.result(session.hook.execute("shop.checkout", {"total": 12}, work=work))


@program.example("hook.execute", "around")
def execute_around(example: Example) -> None:
    """An AROUND hook is called on the way in and on the way out, and given its context again."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        session.hook.register(point="shop.checkout", type=Type.AROUND, name="both", handler=handler)

        def work(payload: Any) -> Any:
            example.called(payload)
            return "paid"

        with example.shown(session):
            example.result(session.hook.execute("shop.checkout", 12, work=work))


@program.example("hook.execute", "refused")
def execute_refused(example: Example) -> None:
    """A hook may refuse."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(reject="The shop is closed.")

        session.hook.register(point="shop.checkout", type=Type.PRE, name="guard", handler=handler)
        with example.shown(session):
            example.result(session.hook.execute("shop.checkout", {"total": 12}))


@program.example("hook.execute", "swallowed")
def execute_swallowed(example: Example) -> None:
    """An ERROR hook gives a result in place of the error."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(result="later")

        session.hook.register(point="shop.checkout", type=Type.ERROR, handler=handler)

        def work(payload: Any) -> Any:
            example.called(payload)
            raise RuntimeError("no connection")

        with example.shown(session):
            example.result(session.hook.execute("shop.checkout", {"total": 12}, work=work))


@program.example("hook.execute", "broken")
def execute_broken(example: Example) -> None:
    """A handler that fails fails the call, unless its hook says otherwise."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            raise RuntimeError("no connection")

        session.hook.register(point="shop.checkout", type=Type.PRE, name="guard", handler=handler)
        with example.shown(session):
            example.result(session.hook.execute("shop.checkout", {"total": 12}))


@program.example("hook.execute", "ignored")
def execute_ignored(example: Example) -> None:
    """With another policy the call goes on."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            raise RuntimeError("no connection")

        session.hook.register(
            point="shop.checkout",
            type=Type.PRE,
            name="guard",
            on_failure=FailurePolicy.IGNORE,
            handler=handler,
        )
        with example.shown(session):
            example.result(session.hook.execute("shop.checkout", {"total": 12}))


@program.example("hook.execute", "cached")
def execute_cached(example: Example) -> None:
    """What was answered before is not done again."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.hook.install(CacheHook(points=["shop.price"]))

        def work(payload: Any) -> Any:
            example.called(payload)
            return 12

        session.hook.execute("shop.price", {"sku": 7}, work=work)

        def work_(payload: Any) -> Any:
            example.called(payload)
            return 13

        with example.shown(session):
            example.result(session.hook.execute("shop.price", {"sku": 7}, work=work_))


@program.example("hook.execute", "redacted")
def execute_redacted(example: Example) -> None:
    """Secrets do not pass."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.hook.install(RedactionHook(points=["shop.checkout"], secrets=["open sesame"]))
        with example.shown(session):
            example.result(
                session.hook.execute(
                    "shop.checkout", {"password": "secret", "words": "They say open sesame here."}
                )
            )


@program.example("hook.execute", "too_many")
def execute_too_many(example: Example) -> None:
    """A rate limit says when the next call may pass."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.hook.install(RateLimitHook(points=["shop.price"], calls=1, per_seconds=3600.0))
        session.hook.execute("shop.price", None)
        with example.shown(session):
            example.result(session.hook.execute("shop.price", None))


@program.example("hook.execute", "try_a_point")
def execute_try_a_point(example: Example) -> None:
    """The runtime's own points can be tried; a payload must be what they carry."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.execute("tool_call", {"tool": "weather"}))


@program.example("hook.list", "order")
def list_order(example: Example) -> None:
    """The highest priority first, then in the order of registration."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        session.hook.register(point="generate", type=Type.POST, name="inner", handler=handler)

        def handler_(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        session.hook.register(
            point="generate",
            type=Type.PRE,
            name="outer",
            priority=Priority.HIGHEST,
            observe=True,
            handler=handler_,
        )
        with example.shown(session):
            example.result(session.hook.list(point="generate"))


@program.example("hook.list", "none")
def list_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.list(enabled=False))


@program.example("hook.enable", "again")
def enable_again(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        hook = session.hook.register(point="generate", type=Type.PRE, enabled=False, handler=handler)
        with example.shown(session):
            hook.enable()


@program.example("hook.enable", "unknown")
def enable_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.hook.enable("no-such-hook")


@program.example("hook.disable", "quiet")
def disable_quiet(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        hook = session.hook.register(point="generate", type=Type.PRE, handler=handler)
        with example.shown(session):
            hook.disable()


@program.example("hook.disable", "unknown")
def disable_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.hook.disable("no-such-hook")


@program.example("hook.get_info", "switched_off")
def get_info_switched_off(example: Example) -> None:
    """A hook that failed too often."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            raise RuntimeError("no connection")

        hook = session.hook.register(
            point="shop.checkout",
            type=Type.PRE,
            name="guard",
            on_failure=FailurePolicy.DISABLE,
            max_failures=1,
            handler=handler,
        )
        session.hook.execute("shop.checkout", None)
        with example.shown(session):
            example.result(hook.get_info())


@program.example("hook.get_info", "measured")
def get_info_measured(example: Example) -> None:
    """What a metrics hook has counted."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        hook = session.hook.install(MetricsHook(points=["tool_call"]))
        session.tool.execute("calculator", {"expression": "1 + 1"})
        with example.shown(session):
            example.result(hook.get_info())


@program.example("hook.get_info", "unknown")
def get_info_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.hook.get_info("no-such-hook"))


if __name__ == "__main__":
    program.run()
