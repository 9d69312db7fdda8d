"""Every example of the interface's own bridges, run in process through the JSON calls of a session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.conformance.compare import difference, normalised
from bridge_runtime.errors import BridgeError, CallbackFailed
from bridge_runtime.pump import Home
from bridge_runtime.session import Session
from bridgegen.load import load
from bridgegen.model import MISSING, Example, Function
from llmspell._interface import INTERFACE

IDL = Path(__file__).parents[2] / "idl" / "interface.yaml"


def _examples() -> Iterator[Any]:
    interface, report, _ = load(IDL)
    assert interface is not None, list(report)
    for bridge in interface.bridges:
        for function in bridge.functions:
            for example in function.examples:
                yield pytest.param(function, example, id=f"{function.name}-{example.name}")


@pytest.mark.parametrize(("function", "example"), list(_examples()))
def test_example(
    function: Function, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    grants = {**INTERFACE.default_grants, **example.grants}
    session = Session(INTERFACE, {"permissions": grants, "record_events": True})
    try:
        seen = _Run(session).of(function, example)
    finally:
        session.close()
    assert difference(normalised(seen, example.volatile), _promise(example)) is None


class _Run:
    """One example in one session: names that were bound, and what callbacks were given."""

    def __init__(self, session: Session) -> None:
        self.session, self.home = session, Home()
        self.bound: dict[str, Any] = {}
        self.calls: list[Any] = []

    def of(self, function: Function, example: Example) -> dict[str, Any]:
        for step in example.given:
            self.bound[step.bind] = self._call(str(step.function), step.arguments)
        self._events()
        self.calls = []  # those of the preparation do not count
        outcome: dict[str, Any] = {}
        try:
            value = self._call(str(function.name), example.arguments)
            if function.streams is None:
                outcome["result"] = value
            else:
                outcome["stream"] = items = []
                for item in value:
                    items.append(item)  # one by one: an error may follow
        except BridgeError as error:
            outcome["error"] = error.to_json()
        return {"outcome": outcome, "events": self._events(), "calls": self.calls}

    def _call(self, name: str, arguments: Any) -> Any:
        return self.session.call_json(name, self._filled(arguments), home=self.home)

    def _events(self) -> Any:
        return self.session.call_json("runtime.recorded_events", {}, home=self.home)

    def _filled(self, value: Any) -> Any:
        if isinstance(value, dict):
            if "$callback" in value:
                return self.session.add_callback(self._callback(value["$callback"]), self.home)
            return {key: self._filled(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self._filled(item) for item in value]
        if isinstance(value, str) and value.startswith("$$"):
            return value[1:]
        if isinstance(value, str) and value.startswith("$"):
            name, _, field = value[1:].partition(".")
            return self.bound[name][field] if field else self.bound[name]
        return value

    def _callback(self, behaviour: dict[str, Any]) -> Any:
        def called(arguments: list[Any]) -> Any:
            self.calls.append(arguments)
            if "fails" in behaviour:
                raise CallbackFailed(detail=behaviour["fails"]["message"])
            return behaviour["returns"]

        return called


def _promise(example: Example) -> dict[str, Any]:
    """The example as the comparison wants it."""
    promise: dict[str, Any] = {"volatile": list(example.volatile)}
    if example.error is not None:
        promise["outcome"] = {"error": dict(example.error)}
    elif example.stream is not None:
        promise["outcome"] = {"stream": list(example.stream)}
    else:
        promise["outcome"] = {"result": None if example.result is MISSING else example.result}
    if example.events is not None:
        promise["events"] = [
            {"type": event.type} if event.data is MISSING else {"type": event.type, "data": event.data}
            for event in example.events
        ]
    if example.callbacks is not None:
        promise["calls"] = list(example.callbacks)
    plain: dict[str, Any] = _plain(promise)
    return plain


def _plain(value: Any) -> Any:
    """``value`` with each literal dollar written once."""
    if isinstance(value, str):
        return value[1:] if value.startswith("$$") else value
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
