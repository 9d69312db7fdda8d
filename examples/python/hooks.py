"""Hooks take part in calls: one that guards tools, one that grades answers, and two that come ready-made.

Run it:  python examples/python/hooks.py
"""

from __future__ import annotations

from typing import Any

import llmspell
from llmspell.hook import Phase, Point
from llmspell.hook import Type as HookType
from llmspell.hook.types import HookAnswer, HookCall, MetricsHook, RedactionHook, ToolCallPayload
from llmspell.provider import ScriptedToolCall, ScriptStep, Type

SCRIPT = [
    ScriptStep(tool_calls=[ScriptedToolCall(name="erase", arguments={"path": "/"})]),
    ScriptStep(text="I do not know."),
    ScriptStep(text="Ask ops@example.com, password open-sesame."),
]


def erase(arguments: dict[str, Any]) -> None:
    raise RuntimeError("this must not happen")


def guard(call: HookCall) -> HookAnswer | None:
    """Before a tool runs: refuse what must not be. The model is told, and goes on."""
    assert isinstance(call.payload, ToolCallPayload)
    return HookAnswer(reject="not the root") if call.payload.arguments.get("path") == "/" else None


def grade(call: HookCall) -> HookAnswer | None:
    """After a run: have it done again when the answer is poor, three times at most."""
    return HookAnswer(retry_after_seconds=0) if call.result["text"] == "I do not know." else None


def double(call: HookCall) -> HookAnswer | None:
    """Around the program's own work, on the way out."""
    return HookAnswer(result=call.result * 2) if call.phase is Phase.AFTER else None


def main() -> None:
    with llmspell.Session() as session:
        session.provider.create(type=Type.SCRIPTED, script=SCRIPT)
        session.tool.register(name="erase", description="Erases a folder.", handler=erase)

        guarding = session.hook.register(
            point=Point.TOOL_CALL, type=HookType.PRE, name="guard", handler=guard
        )
        session.hook.register(point=Point.AGENT_RUN, type=HookType.POST, handler=grade)
        session.hook.install(RedactionHook(patterns=[r"\S+@\S+\b"], secrets=["open-sesame"]))
        metrics = session.hook.install(MetricsHook(points=[Point.AGENT_RUN]))

        agent = session.agent.create(name="helper", provider="scripted", tools=["erase"])
        print(agent.run("Clean up.").text)
        print(guarding.get_info().calls, [series.calls for series in metrics.get_info().metrics or []])

        session.hook.register(point="shop.price", type=HookType.AROUND, handler=double)
        print(session.hook.execute("shop.price", {"sku": 7}, lambda payload: payload["sku"] * 3))


if __name__ == "__main__":
    main()
