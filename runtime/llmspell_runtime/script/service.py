"""The script service: executions of texts and files, and a book of handlers."""

from __future__ import annotations

import asyncio
import re
import time
from typing import TYPE_CHECKING, Any

import anyio.to_thread
from bridge_runtime.errors import BridgeError, Cancelled
from llmspell.script.constants import Limit
from llmspell.script.errors import FileFailed, InvalidVariable
from llmspell.script.service import ScriptService
from llmspell.script.types import (
    Engine,
    EngineInfo,
    ExecuteOptions,
    ExecutionMode,
    HandlerInfo,
    ScriptIssue,
    ScriptResult,
    ScriptValidation,
)

from llmspell_runtime.expressions import compile_expression
from llmspell_runtime.files import FileFailure, read_file
from llmspell_runtime.script import engines
from llmspell_runtime.script.execution import Execution, Order
from llmspell_runtime.script.handlers import Handlers
from llmspell_runtime.script.syntax import find_issue

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session

from contextlib import asynccontextmanager


class Scripts(ScriptService):
    """The scripts and handlers of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.handlers = Handlers()
        """What was registered by name; the other bridges look here."""

    async def execute(
        self, engine: Engine, source: str, options: ExecuteOptions | None = None
    ) -> ScriptResult:
        engines.require(engine)
        given = options or ExecuteOptions()
        order = _order(engine, source, given)
        if given.permissions is None:
            return await self._run(order, self.session)
        async with self._own_session(given.permissions) as session:
            return await self._run(order, session)

    async def execute_file(
        self, path: str, engine: Engine | None = None, options: ExecuteOptions | None = None
    ) -> ScriptResult:
        real = self.session.permissions.require_path("fs.read", path)
        engine = engine or engines.engine_of(path)
        source = await anyio.to_thread.run_sync(_read, real, path)
        options = options or ExecuteOptions()
        if options.name is None or "name" not in options.model_fields_set:
            options = options.model_copy(update={"name": path})
        return await self.execute(engine, source, options)

    @asynccontextmanager
    async def _own_session(self, permissions: dict[str, Any]) -> AsyncIterator[Session]:
        """A session within this one, for one script."""
        child: Session = await self.session.acall("session.open", {"options": {"permissions": permissions}})
        try:
            yield child
        finally:
            with anyio.CancelScope(shield=True):
                await self.session.arelease(child)

    async def _run(self, order: Order, session: Session) -> ScriptResult:
        """Run a script and tell of it."""
        events = self.session.events
        about = {"script": order.name, "engine": order.engine}
        if events.hears("script.start"):
            events.emit("script.start", {**about, "mode": order.mode})
        began = time.perf_counter()
        execution = Execution(order, session)
        try:
            value = await execution.run()
        except BaseException as error:
            if events.hears("script.error"):
                told = _told(error)
                events.emit("script.error", {**about, "duration_ms": _elapsed(began), "error": told})
            raise
        took = _elapsed(began)
        if events.hears("script.complete"):
            events.emit("script.complete", {**about, "duration_ms": took})
        return ScriptResult(
            engine=order.engine, mode=order.mode, value=value, output=execution.output, duration_ms=took
        )

    async def validate(self, engine: Engine, source: str) -> ScriptValidation:
        engines.require(engine)
        issue = await anyio.to_thread.run_sync(find_issue, engine, source)
        if issue is None:
            names = sorted(compile_expression(source).names) if engine == Engine.EXPR else None
            return ScriptValidation(valid=True, issues=[], names=names)
        found = ScriptIssue(
            message=issue.message,
            line=issue.line or None,
            column=issue.column or None,
            excerpt=issue.excerpt(source),
        )
        return ScriptValidation(valid=False, issues=[found])

    def list_engines(self) -> list[EngineInfo]:
        return engines.described()

    def register_handler(
        self, name: str, handler: Callback[[Any], Any], description: str | None = None
    ) -> None:
        self.handlers.add(name, handler, description)

    def unregister_handler(self, name: str) -> None:
        self.handlers.remove(name)

    def list_handlers(self) -> list[HandlerInfo]:
        return self.handlers.all()

    async def call_handler(self, name: str, input: Any) -> Any:
        return await self.handlers.call(name, input)


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def _order(engine: Engine, source: str, options: ExecuteOptions) -> Order:
    variables = dict(options.variables or {})
    for name in variables:
        if not _NAME.fullmatch(name):
            reason = "a name is letters, digits and underscores, and does not begin with a digit"
            raise InvalidVariable(variable=name, reason=reason)
    if "input" in options.model_fields_set:
        if "input" in variables:
            raise InvalidVariable(variable="input", reason="it is given as `input` too")
        variables["input"] = options.input
    return Order(
        engine=engine,
        source=source,
        name=options.name or "script",
        globals=variables,
        mode=options.mode or ExecutionMode.SANDBOXED,
        timeout_seconds=options.timeout_seconds or Limit.TIMEOUT_SECONDS,
        memory_bytes=options.memory_bytes or Limit.MEMORY_BYTES,
        output_bytes=Limit.OUTPUT_BYTES if options.output_bytes is None else options.output_bytes,
    )


def _read(path: Path, given: str) -> str:
    try:
        text = read_file(path, 4 * Limit.SOURCE_LENGTH).decode("utf-8")
    except FileFailure as error:
        raise FileFailed(path=given, reason=str(error)) from None
    except UnicodeDecodeError as error:
        raise FileFailed(path=given, reason=f"is not UTF-8 text (byte {error.start})") from None
    if len(text) > Limit.SOURCE_LENGTH:
        reason = f"has {len(text)} characters; {Limit.SOURCE_LENGTH} are allowed"
        raise FileFailed(path=given, reason=reason)
    return text


def _elapsed(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 3)


def _told(error: BaseException) -> dict[str, Any]:
    """An error as its event tells it."""
    if isinstance(error, asyncio.CancelledError):
        error = Cancelled()
    if not isinstance(error, BridgeError):
        error = BridgeError(f"{type(error).__name__} in the script bridge")
    return error.to_json()
