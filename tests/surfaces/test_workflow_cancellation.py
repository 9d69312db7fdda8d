"""A workflow that is given up ends the step under way, down to its request to the model, from Python and JavaScript."""

from __future__ import annotations

import signal
import threading

import llmspell
import pytest
from bridge_runtime.hosts.javascript import JavaScriptHost
from llmspell.provider import Type

from tests.surfaces.holding import PATIENCE, Holding

JAVASCRIPT = """
import llmspell from "llmspell";

const provider = await llmspell.provider.create({ type: "local", base_url: args[0], model: "m" });
await llmspell.agent.create({ name: "helper", provider: "local" });
const flow = await llmspell.workflow.create({
  name: "asking",
  steps: [{ id: "ask", kind: "agent", agent: "helper", input: "Hello" }],
});
const controller = new AbortController();
const running = flow.execute({ signal: controller.signal }).catch((error) => error.code);
const seen = [(await provider.getModels())[0].id];
controller.abort();
seen.push(await running, (await provider.getModels())[0].id, (await llmspell.workflow.listRuns()).length);
export default seen;
"""


def test_python_interrupted() -> None:
    """Ctrl-C while a call blocks."""
    main = threading.main_thread()
    with Holding() as endpoint, llmspell.Session() as session:
        session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
        session.agent.create(name="helper", provider="local")
        ask = {"id": "ask", "kind": "agent", "agent": "helper", "input": "Hello"}
        flow = session.workflow.create(name="asking", steps=[ask])

        def interrupt() -> None:
            if endpoint.reached.wait(PATIENCE):
                signal.pthread_kill(main.ident or 0, signal.SIGINT)

        thread = threading.Thread(target=interrupt)
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        thread.start()
        try:
            with pytest.raises(KeyboardInterrupt):
                flow.execute()
        finally:
            thread.join()
            signal.signal(signal.SIGINT, before)
        assert endpoint.left.wait(PATIENCE)
        assert session.workflow.list_runs() == []


def test_javascript_aborted() -> None:
    with Holding() as endpoint, llmspell.Session() as session:
        host = JavaScriptHost(session.core, globals={"args": [endpoint.url]})
        assert host.run(JAVASCRIPT) == ["reached", "runtime.cancelled", "left", 0]
