"""What the generated Python conformance programs are written with: examples that print how they ended.

A program registers its examples and runs them all; each prints one line of JSON. It is the caller's side: what it
sees of a result is what the typed facade gave it, made JSON again.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterable, Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from bridge_runtime.clients import Resource
from bridge_runtime.clients import _Session as Session
from bridge_runtime.errors import BridgeError
from bridge_runtime.records import Record
from bridge_runtime.values import Json, write_json

Run = Callable[["Example"], None] | Callable[["Example"], Coroutine[Any, Any, None]]


class Example:
    """One example while it runs: keeps what it saw."""

    def __init__(self, function: str, name: str) -> None:
        self.function, self.name = function, name
        self._outcome: dict[str, Json] | None = None
        self._events: list[Json] = []
        self._calls: list[Json] = []

    @contextmanager
    def shown(self, session: Session) -> Iterator[None]:
        """Around the call that the example shows: its error is an outcome, its events are kept."""
        session.core.events.recorded()
        self._calls.clear()
        self._outcome = {"result": None}
        try:
            yield
        except BridgeError as error:
            if "stream" in self._outcome:
                self._outcome["error"] = error.to_json()
            else:
                self._outcome = {"error": error.to_json()}
        self._events = list(session.core.events.recorded())

    def result(self, value: Any) -> None:
        """What the call returned."""
        self._outcome = {"result": plain(value)}

    def stream(self, items: Iterable[Any]) -> None:
        """What the call streamed."""
        for item in items:
            self._seen().append(plain(item))
        self._seen()

    async def astream(self, items: AsyncIterable[Any]) -> None:
        """What the call streamed, asynchronously."""
        async for item in items:
            self._seen().append(plain(item))
        self._seen()

    def _seen(self) -> list[Json]:
        """The items so far; a stream that fails before its first has none, and is an error."""
        if self._outcome is None or "stream" not in self._outcome:
            self._outcome = {"stream": []}
        items: list[Json] = self._outcome["stream"]
        return items

    def called(self, *arguments: Any) -> None:
        """A callback was called; what was called before the shown call is forgotten there."""
        self._calls.append([plain(argument) for argument in arguments])

    def line(self, failure: BaseException | None = None) -> str:
        """The line of JSON that says how it ended."""
        found: dict[str, Json] = {"function": self.function, "example": self.name}
        if failure is not None:
            found["failed"] = f"{type(failure).__name__}: {failure}"
        else:
            found |= {"outcome": self._outcome, "events": self._events, "calls": self._calls}
        return write_json(found)


class Program:
    """The examples of one bridge."""

    def __init__(self) -> None:
        self.examples: list[tuple[str, str, Run]] = []
        """The function and the name of each, and what runs it; in the order in which they were registered."""

    def example(self, function: str, name: str) -> Callable[[Run], Run]:
        """Register the function below as the example ``name`` of ``function``."""

        def register(run: Run) -> Run:
            self.examples.append((function, name, run))
            return run

        return register

    def run(self) -> None:
        """Run every example, in order; print a line for each."""
        for function, name, run in self.examples:
            example = Example(function, name)
            failure: BaseException | None = None
            try:
                waiting = run(example)
                if inspect.iscoroutine(waiting):
                    asyncio.run(waiting)
            except Exception as error:
                failure = error
            print(example.line(failure), flush=True)


def plain(value: Any) -> Json:
    """A value of a typed facade as JSON."""
    if isinstance(value, Record):
        return value.to_json()
    if isinstance(value, Resource | Session):
        return value.handle
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    from pydantic_core import to_jsonable_python

    return to_jsonable_python(value, bytes_mode="base64")


__all__ = ["Example", "Program", "plain"]
