"""A provider's key goes to its endpoint and nowhere else: no event, error, description, repr or log holds it."""

from __future__ import annotations

import logging
from typing import Any

import llmspell
import pytest
from bridge_runtime.values import canonical_json
from llmspell.provider import Type
from model_endpoint import Endpoint

pytestmark = pytest.mark.anyio

KEY = "sk-only-the-endpoint-may-see-this"
TYPES = [Type.OPENAI, Type.ANTHROPIC, Type.COHERE, Type.LOCAL, Type.OLLAMA]


async def attempt(seen: list[str], call: Any) -> None:
    """Make a call, and note all that can be told about its result or its error."""
    try:
        found = await call
        seen += [repr(found), str(found)]
    except llmspell.BridgeError as error:
        seen += [repr(error), str(error), canonical_json(error.to_json())]
        link: BaseException | None = error
        while link is not None:
            seen += [
                repr(link),
                str(link),
                repr(vars(link)) if isinstance(link, llmspell.BridgeError) else "",
            ]
            link = link.__cause__


@pytest.mark.parametrize("type", TYPES)
async def test_a_key_is_told_to_nobody(
    session: llmspell.AsyncSession, endpoint: Endpoint, type: Type, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    seen: list[str] = []
    config = {"type": type, "base_url": endpoint.url, "api_key": KEY, "model": "m", "name": "it"}
    provider = await session.provider.create(**config)  # type: ignore[arg-type]
    answers = [
        ({"error": {"message": f"Incorrect API key provided: {KEY}"}}, 401),
        ({"error": {"message": f"no: {KEY}"}}, 400),
        ({"error": f"down: {KEY}"}, 500),
        ({"message": KEY}, 404),
        ([KEY], 200),
        ("what", 200),
    ]
    calls = (
        lambda: provider.chat([{"role": "user", "content": "Hi"}]),
        lambda: provider.embed(["Hi"]),
        lambda: provider.get_models(),
        lambda: provider.count_tokens("Hi"),
    )
    for call in calls:
        for body, status in answers:
            for _ in range(4):  # for each further try
                endpoint.answer(body, status)
            await attempt(seen, call())
            endpoint.forget()
    unreachable = await session.provider.create(
        type=type, base_url="http://127.0.0.1:1", api_key=KEY, model="m", name="lost"
    )
    await attempt(seen, unreachable.chat([{"role": "user", "content": "Hi"}]))
    live = session.core.handles.of("provider.Provider")
    seen += [repr(live), str(provider), repr(provider)]
    await attempt(seen, provider.get_info())
    await attempt(seen, session.provider.list())
    await attempt(seen, session.session.get_last_error())
    await attempt(seen, session.core.acall("provider.create", {"config": {**config, "temperatur": 1}}))
    await attempt(seen, session.core.acall_json("provider.create", {"config": {"type": 7, "apikey": KEY}}))
    await attempt(seen, provider.configure(base_url="nowhere", api_key=KEY))
    seen.append(canonical_json(await session.core.acall_json("runtime.recorded_events", {})))
    seen.append(caplog.text)
    assert any(KEY in canonical_json(received.headers) for received in endpoint.received)
    assert len(seen) > 40
    assert [text for text in seen if KEY in text] == []
