"""One execution of a script: its far end served, its limits kept, its end as the bridge's errors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, Final
from weakref import WeakKeyDictionary

import anyio
import anyio.to_thread
from bridge_runtime.errors import BridgeError
from bridge_runtime.hosts.remote import Message, error_from
from bridge_runtime.hosts.serving import Misbehaved, Serving
from bridge_runtime.session import Session
from llmspell.script.constants import Limit
from llmspell.script.errors import Failed, LimitExceeded, SandboxKilled, SyntaxError, TimedOut
from llmspell.script.types import Engine, ExecutionMode

from llmspell_runtime.expressions import (
    ExpressionFailed,
    ExpressionTimeout,
    ExpressionTooLarge,
    InvalidExpression,
    compile_expression,
)
from llmspell_runtime.script.far_ends import Ended, FarEnd, ProcessEnd, ThreadEnd
from llmspell_runtime.script.running import Task
from llmspell_runtime.script.syntax import Issue

_SHOWN_OUTPUT: Final = 2000
_SHOWN_WORDS: Final = 10_000
_runs = count(1)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be run, and within which limits."""

    engine: Engine
    source: str
    name: str
    globals: Mapping[str, Any]
    mode: ExecutionMode
    timeout_seconds: float
    memory_bytes: int
    output_bytes: int


class Execution:
    """One script, from its start to its end."""

    def __init__(self, order: Order, session: Session) -> None:
        """``session`` is the one that the script acts as."""
        self._order, self._session = order, session
        self._output: list[str] = []
        self._size = 0

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return "".join(self._output)

    async def run(self) -> Any:
        """The script's value; raises the bridge's errors."""
        order = self._order
        with _one_more(order, self._session), anyio.move_on_after(order.timeout_seconds) as scope:
            if order.engine == Engine.EXPR:
                return await self._evaluate()
            return await self._serve()
        if scope.cancelled_caught:
            raise self._timed_out()

    def _timed_out(self) -> TimedOut:
        order = self._order
        return TimedOut(
            script=order.name, engine=order.engine, seconds=order.timeout_seconds, output=self._tail()
        )

    # --- scripts

    async def _serve(self) -> Any:
        order = self._order
        sandboxed = order.mode == ExecutionMode.SANDBOXED
        task = Task(
            engine=order.engine,
            source=order.source,
            name=order.name,
            globals=order.globals,
            prefix=f"script_{next(_runs)}_",
            interface=self._session.interface.name,
            modules={
                name: path for name, path in self._session.interface.modules.items() if isinstance(path, str)
            },
            memory_bytes=order.memory_bytes,
            seconds=None if sandboxed else order.timeout_seconds,
        )
        far_end: FarEnd = (
            await ProcessEnd.start(task, order.timeout_seconds) if sandboxed else ThreadEnd(task)
        )
        serving = Serving(self._session, far_end.send, task.prefix)
        try:
            async for message in far_end.messages():
                if message.get("do") in _ENDINGS:
                    return self._ended(message)
                if message.get("do") == "output":
                    self._print(message["text"])
                else:
                    serving.receive(message)
        except Ended as error:
            raise SandboxKilled(script=order.name, reason=str(error)) from None
        except Misbehaved as error:
            raise self._exceeded(error.limit, str(error)) from None
        finally:
            with anyio.CancelScope(shield=True):
                await far_end.end()
                await serving.aclose()
        raise AssertionError("a far end ends with how its script ends")

    def _print(self, text: Any) -> None:
        text = str(text)
        self._size += len(text.encode("utf-8", "replace"))
        self._output.append(text)
        if self._size > self._order.output_bytes:
            raise self._exceeded("output_bytes", f"it printed more than {self._order.output_bytes} bytes")

    def _tail(self) -> str | None:
        return self.output[-_SHOWN_OUTPUT:] or None

    def _exceeded(self, limit: str, reason: str) -> LimitExceeded:
        order = self._order
        return LimitExceeded(
            script=order.name, engine=order.engine, limit=limit, reason=reason, output=self._tail()
        )

    def _ended(self, message: Message) -> Any:
        """The script's value, or the error that it ended in."""
        match message["do"]:
            case "done":
                return message["value"]
            case "unreadable":
                raise self._unreadable(Issue(message["message"], message["line"], message["column"]))
            case "exceeded" if message["limit"] in ("seconds", "turn_seconds"):
                raise self._timed_out()
            case "exceeded" if message["limit"] == "memory_bytes":
                allowed = f"it needs more than {self._order.memory_bytes} bytes of memory"
                raise self._exceeded("memory_bytes", allowed)
        error = error_from(self._session.interface, message["error"])
        raise self._failed(error, str(message.get("place", "")))

    def _unreadable(self, issue: Issue) -> SyntaxError:
        order = self._order
        return SyntaxError(
            script=order.name,
            engine=order.engine,
            reason=issue.message,
            line=issue.line or None,
            column=issue.column or None,
            excerpt=issue.excerpt(order.source),
        )

    def _failed(self, error: BridgeError, place: str) -> Failed:
        """What the caller sees of an error that the script did not catch: its own as words, one of a call as the cause."""
        order = self._order
        own = error.code == "runtime.callback_failed"
        text = str(error.fields.get("detail") or error.message) if own else error.message
        line, reason = _placed(text, order.name)
        noted, _, stack = place.partition("\n")
        told_line = _placed(f"{noted}: ", order.name)[0]
        if own:
            told_line = int(error.fields.get("line") or 0)
            stack = str(error.fields.get("traceback") or error.fields.get("stack") or "")
        failed = Failed(
            script=order.name,
            engine=order.engine,
            reason=_clipped(reason),
            error_code=None if own else error.code,
            line=line or told_line or None,
            stack=_clipped(stack) or None,
            output=self._tail(),
        )
        if not own:
            failed.__cause__ = error
        return failed

    # --- expressions

    async def _evaluate(self) -> Any:
        order = self._order
        try:
            return await compile_expression(order.source).value(order.globals, seconds=order.timeout_seconds)
        except InvalidExpression as error:
            raise self._unreadable(Issue(error.reason, error.line, error.column)) from None
        except ExpressionTimeout:
            raise self._timed_out() from None
        except ExpressionTooLarge as error:
            raise self._exceeded("memory_bytes", error.reason) from None
        except ExpressionFailed as error:
            raise Failed(script=order.name, engine=order.engine, reason=error.reason) from None


_ENDINGS: Final = frozenset({"done", "unreadable", "exceeded", "failed"})


def _placed(text: str, name: str) -> tuple[int, str]:
    """The line that stands before a message, 0 for none, and the message without its place."""
    found = re.match(r"(?:\S.*?)?:(\d+): (.*)", text, re.DOTALL)
    if found is None or not (text.startswith(name) or text.startswith("...")):
        return 0, text
    return int(found[1]), found[2]


def _clipped(text: str) -> str:
    """A text of a script that stands in an error, which other programs show and keep."""
    return text if len(text) <= _SHOWN_WORDS else f"{text[:_SHOWN_WORDS]}… ({len(text)} characters)"


_under_way: WeakKeyDictionary[Session, int] = WeakKeyDictionary()


@contextmanager
def _one_more(order: Order, session: Session) -> Iterator[None]:
    """Count a script that runs in ``session``, with all that run in its family; raises LimitExceeded."""
    root = session
    while root.parent is not None:
        root = root.parent
    running = _under_way.get(root, 0)
    if running >= Limit.CONCURRENT:
        reason = f"{running} scripts run already, and wait for one another if one runs the next"
        raise LimitExceeded(script=order.name, engine=order.engine, limit="concurrent", reason=reason)
    _under_way[root] = running + 1
    try:
        yield
    finally:
        _under_way[root] -= 1
