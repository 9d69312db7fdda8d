"""What a session really emits is what the AsyncAPI document says: every event of the interface, as it is delivered."""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bridge_runtime.conformance.program import Example, Program
from bridge_runtime.errors import BridgeError
from bridgegen.load import load
from bridgegen.targets.asyncapi.target import TARGET
from llmspell import Session
from llmspell.event.types import Event
from llmspell_runtime.event.log import EventLog
from llmspell_runtime.storage.sqlite import DatabaseFailed

from tests.interfaces import sdk

ROOT = Path(__file__).parents[2]
OURS = json.loads((ROOT / "generated/asyncapi/asyncapi.json").read_text(encoding="utf-8"))
PROGRAMS = sorted((ROOT / "generated/python/conformance").glob("*_sync.py"))


class Listening(Example):
    """An example whose events are recorded, as the session's subscribers would get them."""

    def __init__(self, function: str, name: str, heard: list[Any]) -> None:
        super().__init__(function, name)
        self._heard = heard

    @contextmanager
    def shown(self, session: Any) -> Iterator[None]:
        session.event.record()
        with super().shown(session):
            yield
        self._heard += [event.to_json() for event in session.event.filter()]


def of_examples(folder: Path) -> list[Any]:
    """The events of every example of the interface."""
    heard: list[Any] = []
    for path in PROGRAMS:
        program: Program = runpy.run_path(str(path))["program"]
        for function, name, run in program.examples:
            inside = folder / f"{function}.{name}"
            inside.mkdir()
            with chdir(inside):
                run(Listening(function, name, heard))
    return heard


# --- those that no example shows, as a subscriber's callback gets them


def overflow(session: Session) -> None:
    def burst(event: Event) -> None:
        for _ in range(3):
            session.event.emit("item", {})

    session.event.subscribe("item", lambda event: None, queue_size=1)
    session.event.subscribe("go", burst)
    session.event.emit("go", {})


def subscription_ended(session: Session) -> None:
    session.event.subscribe("item", lambda event: None, max_events=1)
    session.event.emit("item", {})


def recording_failed(session: Session) -> None:
    session.event.record(path="events.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EventLog, "append", refuse)
        session.event.emit("item", {})
        with pytest.raises(BridgeError, match="disk is full"):
            session.event.flush()


def refuse(*_: Any) -> int:
    raise DatabaseFailed("database or disk is full")


def evict(session: Session) -> None:
    for number in range(1001):
        session.memory.store(str(number), number)


def failing(*_: Any) -> Any:
    error = BridgeError("busy")
    error.code, error.recovery = "shop.busy", "retry_once"
    raise error


def hooks(session: Session) -> None:
    session.hook.install({"kind": "logging", "points": ["shop.buy"]})
    session.hook.install({"kind": "retry", "points": ["shop.buy"]})
    session.hook.register(
        point="shop.sell", type="pre", handler=failing, on_failure="disable", max_failures=1
    )
    with pytest.raises(BridgeError, match="busy"):
        session.hook.execute("shop.buy", 1, failing)
    session.hook.execute("shop.sell", 1)


def workflow_retry(session: Session) -> None:
    session.script.register_handler("work", failing)
    step = {"id": "a", "kind": "script", "handler": "work", "retry": {"attempts": 2, "delay_seconds": 0}}
    run = session.workflow.create(name="flow", pattern="sequential", steps=[step])
    with pytest.raises(BridgeError, match="failed at step 'a'"):
        run.execute()


SELDOM = (overflow, subscription_ended, recording_failed, evict, hooks, workflow_retry)


def of_what_seldom_happens(folder: Path) -> list[Any]:
    heard: list[Event] = []
    for happens in SELDOM:
        with chdir(folder), Session(permissions={"fs.write": ["."], "fs.read": ["."]}) as session:
            session.event.subscribe("**", heard.append)
            happens(session)
    return [event.to_json() for event in heard]


# --- what the documents say of them


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """What was heard of each type."""
    folder = tmp_path_factory.mktemp("events")
    found: dict[str, list[Any]] = {}
    for event in of_examples(folder) + of_what_seldom_happens(folder):
        found.setdefault(event["type"], []).append(event)
    return found


def unfit(document: dict[str, Any], type: str, events: list[Any]) -> list[str]:
    """What is wrong with events of ``type``, of which there must be some."""
    assert events
    payload = document["components"]["messages"][type]["payload"]
    judge = jsonschema.Draft7Validator(
        payload | {"components": document["components"]},
        format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER,
    )
    return [f"{problem.message}: {event}" for event in events for problem in judge.iter_errors(event)]


@pytest.mark.parametrize("type", OURS["channels"])
def test_events_are_as_described(type: str, heard: dict[str, list[Any]]) -> None:
    assert unfit(OURS, type, heard.get(type, [])) == []


def test_events_of_another_interface() -> None:
    interface, _, _ = load(ROOT / "tests/interfaces/library/interface.yaml")
    assert interface is not None
    (unit,) = TARGET.units(interface)
    (file,) = unit.render()
    document = json.loads(file.text)
    heard: list[Any] = []
    for bridge in ("catalog", "lending"):
        done = sdk.python(str(sdk.library() / "conformance" / f"{bridge}_sync.py"))
        assert done.returncode == 0, done.stderr
        heard += [event for line in done.stdout.splitlines() for event in json.loads(line)["events"]]
    for type in document["channels"]:
        assert unfit(document, type, [event for event in heard if event["type"] == type]) == []
