"""What the tests of the bridges share: a session, an endpoint, and a clock that never waits."""

from __future__ import annotations

from collections.abc import AsyncIterator

import llmspell
import pytest
from llmspell_runtime.provider.clock import Clock
from llmspell_runtime.provider.service import Providers
from model_endpoint import Endpoint, Pauses


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    async with Endpoint() as serving:
        yield serving


@pytest.fixture
async def session(pauses: Pauses) -> AsyncIterator[llmspell.AsyncSession]:
    """A session whose providers do not wait between tries, and whose events can be read."""
    clock = Clock(sleep=pauses.sleep, chance=lambda: 1.0)
    async with llmspell.AsyncSession(
        services={"provider": lambda core: Providers(core, clock)}, record_events=True
    ) as opened:
        yield opened
