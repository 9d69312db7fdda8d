"""A call that is given up closes its request to the model, from every surface that is driven from here."""

from __future__ import annotations

import asyncio
import signal
import threading

import llmspell
import pytest
from bridge_runtime.hosts.javascript import JavaScriptHost
from llmspell.agent import State
from llmspell.provider import Type

from tests.surfaces.holding import PATIENCE, Holding

JAVASCRIPT = """
import llmspell from "llmspell";

const provider = await llmspell.provider.create({ type: "local", base_url: args[0], model: "m" });
const agent = await llmspell.agent.create({ name: "helper", provider: "local" });
const controller = new AbortController();
const running = agent.run("Hello", { signal: controller.signal }).catch((error) => error.code);
const seen = [(await provider.getModels())[0].id];
controller.abort();
seen.push(await running, (await provider.getModels())[0].id, await agent.getState());
export default seen;
"""


def test_python_interrupted() -> None:
    """Ctrl-C while a call blocks."""
    main = threading.main_thread()
    assert threading.current_thread() is main
    with Holding() as endpoint, llmspell.Session() as session:
        session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
        agent = session.agent.create(name="helper", provider="local")

        def interrupt() -> None:
            if endpoint.reached.wait(PATIENCE):
                signal.pthread_kill(main.ident or 0, signal.SIGINT)

        thread = threading.Thread(target=interrupt)
        before = signal.signal(
            signal.SIGINT, signal.default_int_handler
        )  # a shell's background jobs ignore it
        thread.start()
        try:
            with pytest.raises(KeyboardInterrupt):
                agent.run("Hello")
        finally:
            thread.join()
            signal.signal(signal.SIGINT, before)
        assert endpoint.left.wait(PATIENCE)
        assert (agent.get_state(), agent.get_messages()) == (State.READY, [])


@pytest.mark.parametrize("streaming", [False, True])
def test_python_task_cancelled(streaming: bool) -> None:
    async def main(endpoint: Holding) -> None:
        async with llmspell.AsyncSession() as session:
            await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
            agent = await session.agent.create(name="helper", provider="local")

            async def read() -> None:
                async for _ in agent.stream("Hello"):
                    pass

            task = asyncio.ensure_future(read() if streaming else agent.run("Hello"))
            assert await asyncio.to_thread(endpoint.reached.wait, PATIENCE)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(endpoint.left.wait, PATIENCE)
            assert (await agent.get_state(), await agent.get_messages()) == (State.READY, [])

    with Holding() as endpoint:
        asyncio.run(main(endpoint))


def test_javascript_aborted() -> None:
    with Holding() as endpoint, llmspell.Session() as session:
        host = JavaScriptHost(session.core, globals={"args": [endpoint.url]})
        assert host.run(JAVASCRIPT) == ["reached", "runtime.cancelled", "left", "ready"]


def test_closing_a_session_ends_its_calls() -> None:
    with Holding() as endpoint:
        session = llmspell.Session()
        session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
        agent = session.agent.create(name="helper", provider="local")
        codes: list[str] = []

        def ask() -> None:
            try:
                agent.run("Hello")
            except llmspell.BridgeError as error:
                codes.append(error.code)

        thread = threading.Thread(target=ask)
        thread.start()
        assert endpoint.reached.wait(PATIENCE)
        session.close()
        thread.join(PATIENCE)
        assert endpoint.left.wait(PATIENCE)
        assert codes == ["runtime.session_closed"]


CLOSING = """
import llmspell from "llmspell";

const code = (promise) => promise.then(() => null, (error) => error.code);
const seen = [];
const script = [{ text: "Hi." }];

const left = await llmspell.session.open();
await left.provider.create({ name: "left", type: "scripted", script });
await left.event.subscribe("order.*", () => { throw new Error("a subscriber that fails is no failure of the close"); });
await left.event.emit("order.paid", {});
try {
  await left.close();
} catch (error) {
  seen.push(error.code, error.fields.provider, error.traceId.length > 0);
}
seen.push(await code(left.provider.list()));

const busy = await llmspell.session.open();
const provider = await busy.provider.create({ type: "local", base_url: args[0], model: "m" });
const agent = await busy.agent.create({ name: "helper", provider: "local" });
const running = code(agent.run("Hello"));
seen.push((await provider.getModels())[0].id, await code(busy.close()), await running);
export default seen;
"""


def test_closing_a_session_from_javascript() -> None:
    with Holding() as endpoint, llmspell.Session() as session:
        host = JavaScriptHost(session.core, globals={"args": [endpoint.url]})
        told = ["provider.script_unfinished", "left", True, "runtime.session_closed"]
        assert host.run(CLOSING) == [*told, "reached", None, "runtime.session_closed"]
        assert endpoint.left.wait(PATIENCE)
