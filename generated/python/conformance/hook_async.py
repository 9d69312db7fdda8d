"""Every example of hook, as asynchronous Python; prints one line of JSON for each."""

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
async def register_pre(example: Example) -> None:
    """A hook before every tool call."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        with example.shown(session):
            example.result(
                await session.hook.register(point="tool_call", type=Type.PRE, name="watch", handler=handler)
            )


@program.example("hook.register", "own_point")
async def register_own_point(example: Example) -> None:
    """A point of the program's own, which hook.execute passes."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        with example.shown(session):
            example.result(
                await session.hook.register(
                    point="shop.checkout",
                    type=Type.POST,
                    priority=Priority.HIGH,
                    timeout_seconds=2.0,
                    on_failure=FailurePolicy.IGNORE,
                    handler=handler,
                )
            )


@program.example("hook.install", "rate_limit")
async def install_rate_limit(example: Example) -> None:
    """Five model calls a minute for each provider."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.hook.install(RateLimitHook(calls=5, per_seconds=60.0, per=["/provider"]))
            )


@program.example("hook.install", "cache")
async def install_cache(example: Example) -> None:
    """A tool that does nothing but answer can be answered for."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.hook.install(
                    CacheHook(points=["generate", "tool_call"], tools=["calculator"], ttl_seconds=60.0)
                )
            )


@program.example("hook.install", "redaction")
async def install_redaction(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.hook.install(RedactionHook(patterns=["[0-9]{16}"], replacement="***"))
            )


@program.example("hook.install", "cache_of_runs")
async def install_cache_of_runs(example: Example) -> None:
    """A run changes its agent's conversation, so that its result cannot be kept."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.hook.install(CacheHook(points=["agent_run"])))


@program.example("hook.install", "cache_of_any_tool")
async def install_cache_of_any_tool(example: Example) -> None:
    """Which tools only answer, nobody but their author knows."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.hook.install(CacheHook(points=["tool_call"])))


@program.example("hook.install", "bad_pattern")
async def install_bad_pattern(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.hook.install(RedactionHook(patterns=["("])))


@program.example("hook.compose", "two")
async def compose_two(example: Example) -> None:
    """The one registered last comes first."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(result="second")

        second = await session.hook.register(point="shop.checkout", type=Type.PRE, handler=handler)

        def handler_(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(result="first")

        first = await session.hook.register(point="shop.checkout", type=Type.PRE, handler=handler_)
        with example.shown(session):
            example.result(await session.hook.compose([first, second], name="both", priority=Priority.HIGH))


@program.example("hook.compose", "none")
async def compose_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.hook.compose([]))


@program.example("hook.compose", "twice")
async def compose_twice(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        hook = await session.hook.register(point="shop.checkout", type=Type.PRE, handler=handler)
        with example.shown(session):
            example.result(await session.hook.compose([hook, hook]))


@program.example("hook.unregister", "gone")
async def unregister_gone(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(reject="never")

        hook = await session.hook.register(point="tool_call", type=Type.PRE, handler=handler)
        with example.shown(session):
            await hook.unregister()


@program.example("hook.unregister", "unknown")
async def unregister_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.hook.unregister("no-such-hook")


@program.example("hook.execute", "nobody")
async def execute_nobody(example: Example) -> None:
    """Without hooks, what goes in comes out."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.hook.execute("shop.checkout", {"total": 12}))


@program.example("hook.execute", "changed")
async def execute_changed(example: Example) -> None:
    """A PRE hook changes what the work is given."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(payload=CustomPayload(name="shop.checkout", value={"total": 10}))

        await session.hook.register(point="shop.checkout", type=Type.PRE, name="discount", handler=handler)

        def work(payload: Any) -> Any:
            example.called(payload)
            return "paid"

        with example.shown(session):
            example.result(await session.hook.execute("shop.checkout", {"total": 12}, work=work))


@program.example("hook.execute", "around")
async def execute_around(example: Example) -> None:
    """An AROUND hook is called on the way in and on the way out, and given its context again."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        await session.hook.register(point="shop.checkout", type=Type.AROUND, name="both", handler=handler)

        def work(payload: Any) -> Any:
            example.called(payload)
            return "paid"

        with example.shown(session):
            example.result(await session.hook.execute("shop.checkout", 12, work=work))


@program.example("hook.execute", "refused")
async def execute_refused(example: Example) -> None:
    """A hook may refuse."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(reject="The shop is closed.")

        await session.hook.register(point="shop.checkout", type=Type.PRE, name="guard", handler=handler)
        with example.shown(session):
            example.result(await session.hook.execute("shop.checkout", {"total": 12}))


@program.example("hook.execute", "swallowed")
async def execute_swallowed(example: Example) -> None:
    """An ERROR hook gives a result in place of the error."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return HookAnswer(result="later")

        await session.hook.register(point="shop.checkout", type=Type.ERROR, handler=handler)

        def work(payload: Any) -> Any:
            example.called(payload)
            raise RuntimeError("no connection")

        with example.shown(session):
            example.result(await session.hook.execute("shop.checkout", {"total": 12}, work=work))


@program.example("hook.execute", "broken")
async def execute_broken(example: Example) -> None:
    """A handler that fails fails the call, unless its hook says otherwise."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            raise RuntimeError("no connection")

        await session.hook.register(point="shop.checkout", type=Type.PRE, name="guard", handler=handler)
        with example.shown(session):
            example.result(await session.hook.execute("shop.checkout", {"total": 12}))


@program.example("hook.execute", "ignored")
async def execute_ignored(example: Example) -> None:
    """With another policy the call goes on."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            raise RuntimeError("no connection")

        await session.hook.register(
            point="shop.checkout",
            type=Type.PRE,
            name="guard",
            on_failure=FailurePolicy.IGNORE,
            handler=handler,
        )
        with example.shown(session):
            example.result(await session.hook.execute("shop.checkout", {"total": 12}))


@program.example("hook.execute", "cached")
async def execute_cached(example: Example) -> None:
    """What was answered before is not done again."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.hook.install(CacheHook(points=["shop.price"]))

        def work(payload: Any) -> Any:
            example.called(payload)
            return 12

        await session.hook.execute("shop.price", {"sku": 7}, work=work)

        def work_(payload: Any) -> Any:
            example.called(payload)
            return 13

        with example.shown(session):
            example.result(await session.hook.execute("shop.price", {"sku": 7}, work=work_))


@program.example("hook.execute", "redacted")
async def execute_redacted(example: Example) -> None:
    """Secrets do not pass."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.hook.install(RedactionHook(points=["shop.checkout"], secrets=["open sesame"]))
        with example.shown(session):
            example.result(
                await session.hook.execute(
                    "shop.checkout", {"password": "secret", "words": "They say open sesame here."}
                )
            )


@program.example("hook.execute", "too_many")
async def execute_too_many(example: Example) -> None:
    """A rate limit says when the next call may pass."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.hook.install(RateLimitHook(points=["shop.price"], calls=1, per_seconds=3600.0))
        await session.hook.execute("shop.price", None)
        with example.shown(session):
            example.result(await session.hook.execute("shop.price", None))


@program.example("hook.execute", "try_a_point")
async def execute_try_a_point(example: Example) -> None:
    """The runtime's own points can be tried; a payload must be what they carry."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.hook.execute("tool_call", {"tool": "weather"}))


@program.example("hook.list", "order")
async def list_order(example: Example) -> None:
    """The highest priority first, then in the order of registration."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        await session.hook.register(point="generate", type=Type.POST, name="inner", handler=handler)

        def handler_(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        await session.hook.register(
            point="generate",
            type=Type.PRE,
            name="outer",
            priority=Priority.HIGHEST,
            observe=True,
            handler=handler_,
        )
        with example.shown(session):
            example.result(await session.hook.list(point="generate"))


@program.example("hook.list", "none")
async def list_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.hook.list(enabled=False))


@program.example("hook.enable", "again")
async def enable_again(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        hook = await session.hook.register(point="generate", type=Type.PRE, enabled=False, handler=handler)
        with example.shown(session):
            await hook.enable()


@program.example("hook.enable", "unknown")
async def enable_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.hook.enable("no-such-hook")


@program.example("hook.disable", "quiet")
async def disable_quiet(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            return None

        hook = await session.hook.register(point="generate", type=Type.PRE, handler=handler)
        with example.shown(session):
            await hook.disable()


@program.example("hook.disable", "unknown")
async def disable_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.hook.disable("no-such-hook")


@program.example("hook.get_info", "switched_off")
async def get_info_switched_off(example: Example) -> None:
    """A hook that failed too often."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(call: HookCall) -> HookAnswer | None:
            example.called(call)
            raise RuntimeError("no connection")

        hook = await session.hook.register(
            point="shop.checkout",
            type=Type.PRE,
            name="guard",
            on_failure=FailurePolicy.DISABLE,
            max_failures=1,
            handler=handler,
        )
        await session.hook.execute("shop.checkout", None)
        with example.shown(session):
            example.result(await hook.get_info())


@program.example("hook.get_info", "measured")
async def get_info_measured(example: Example) -> None:
    """What a metrics hook has counted."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        hook = await session.hook.install(MetricsHook(points=["tool_call"]))
        await session.tool.execute("calculator", {"expression": "1 + 1"})
        with example.shown(session):
            example.result(await hook.get_info())


@program.example("hook.get_info", "unknown")
async def get_info_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.hook.get_info("no-such-hook"))


if __name__ == "__main__":
    program.run()
