"""The gate between steps, and the limits that stand still while it is closed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from llmspell_runtime.workflow.control import Control, TimedOut

pytestmark = pytest.mark.anyio


async def test_a_pause_at_the_moment_at_which_a_limit_is_reached() -> None:
    """The limit has been told of its end, and its task has not yet: it cannot stand still any more."""
    problems: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: problems.append(context))
    paused: list[float] = []
    control = Control(lambda: paused.append(control.elapsed))
    control.begin()
    control.close()
    waiting = asyncio.create_task(control.border())
    await asyncio.sleep(0)
    with pytest.raises(TimedOut):
        async with control.limit(0):
            control.end()
            await asyncio.Event().wait()
    control.open()
    await waiting
    assert (len(paused), problems) == (1, [])
