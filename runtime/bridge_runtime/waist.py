"""The one point every call passes: validate, permissions and other stages, service method, result.

Each function's way is composed once, on its first use. A stage that has nothing to do for a function is not
there at all: without hooks, limits or missing permissions nothing stands between validation and the method.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bridge_runtime import spec
from bridge_runtime.errors import BridgeError, InvalidArgument, SessionClosed, Timeout
from bridge_runtime.pump import Caller, Home, current
from bridge_runtime.signatures import signature_of
from bridge_runtime.values import show
from bridge_runtime.way import Direct, Entry, Proceed, Way, not_an_object

if TYPE_CHECKING:
    from bridge_runtime.session import Session

Stage = Callable[["Session", spec.Function, Proceed], Proceed]
"""Wraps the way of one function; gives ``proceed`` back when it has nothing to do for it."""


def permission_stage(session: Session, function: spec.Function, proceed: Proceed) -> Proceed:
    """Refuses a function for which the session has no grant at all; the service checks paths and hosts itself."""
    missing = [name for name in function.permissions if not session.permissions.allows(name)]
    if not missing:
        return proceed

    def denied(arguments: dict[str, Any]) -> Any:
        raise session.permissions.denied(missing[0], "", f"{function.name} needs it")

    return denied


def limit_stage(session: Session, function: spec.Function, proceed: Proceed) -> Proceed:
    """Ends an asynchronous call that takes longer than the session's limit."""
    seconds = session.options.limits.call_seconds
    if seconds is None or not function.is_async or function.streams is not None:
        return proceed

    async def limited(arguments: dict[str, Any]) -> Any:
        try:
            async with asyncio.timeout(seconds) as scope:
                return await proceed(arguments)
        except TimeoutError as error:
            if not scope.expired():
                raise
            raise Timeout(seconds=seconds, cause=error) from error

    return limited


class Waist:
    """The composed calls of one session, by kind of surface and by name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.stages: list[Stage] = [limit_stage, permission_stage]
        """Innermost first. Change it through ``add_stage``."""
        self.typed = _Entries(self, "typed")
        self.json = _Entries(self, "json")
        self.async_typed = _Entries(self, "async_typed")
        self.async_json = _Entries(self, "async_json")

    def add_stage(self, stage: Stage) -> None:
        """Put a stage around all calls that begin from now on."""
        self.stages.append(stage)
        self.clear()

    def clear(self) -> None:
        """Compose anew, each function on its next use."""
        for entries in (self.typed, self.json, self.async_typed, self.async_json):
            entries.clear()

    def refused(self, error: BridgeError) -> None:
        """A call has ended before its function was found."""
        caller = current.get() or Caller()
        error.trace_id = error.trace_id or caller.trace_id
        self._session.last_error = error

    def compose(self, name: str, kind: str) -> Entry:
        """The call of ``name`` for one kind of surface; raises UnknownFunction and SessionClosed."""
        session = self._session
        if session.closed:
            raise SessionClosed()
        if name in BUILT_IN:
            return _built_in(session, name, kind)
        function = session.interface.function(name)
        method = getattr(session.service(function.bridge), function.method_name)
        way = Way(
            session,
            function,
            signature_of(function),
            self._proceed(function, method),
            kind.endswith("json"),
        )
        if kind.startswith("async"):
            return way.async_stream if function.streams is not None else way.async_call
        if function.streams is not None:
            return way.stream
        return way.blocking if function.is_async else way.plain()

    def _proceed(self, function: spec.Function, method: Callable[..., Any]) -> Proceed:
        renamed = [(p.name, p.python) for p in function.parameters if p.python and p.python != p.name]

        def call_renamed(arguments: dict[str, Any]) -> Any:
            for name, python in renamed:
                if name in arguments:
                    arguments[python] = arguments.pop(name)
            return method(**arguments)

        proceed: Proceed = call_renamed if renamed else Direct(method)
        for stage in self.stages:
            proceed = stage(self._session, function, proceed)
        return proceed


class _Entries(dict[str, Entry]):
    """Composed calls by function name; composes the one that is missing."""

    def __init__(self, waist: Waist, kind: str) -> None:
        super().__init__()
        self._waist, self._kind = waist, kind

    def __missing__(self, name: str) -> Entry:
        try:
            entry = self[name] = self._waist.compose(name, self._kind)
        except BridgeError as error:
            self._waist.refused(error)
            raise
        return entry


def _recorded_events(session: Session) -> Any:
    return session.events.recorded()


def _describe(session: Session) -> Any:
    interface = session.interface
    return {"interface": interface.name, "version": interface.version, "bridges": list(interface.modules)}


BUILT_IN: dict[str, Callable[[Session], Any]] = {
    "runtime.recorded_events": _recorded_events,
    "runtime.describe": _describe,
}
"""Functions that every interface has, beside its own; they take no arguments."""


def _built_in(session: Session, name: str, kind: str) -> Entry:
    function = BUILT_IN[name]

    def call(arguments: dict[str, Any], home: Home | None = None) -> Any:
        if arguments:
            raise (
                not_an_object(name, arguments)
                if type(arguments) is not dict
                else InvalidArgument(function=name, detail=f"expected no arguments, given {show(arguments)}")
            )
        return function(session)

    async def acall(arguments: dict[str, Any]) -> Any:
        return call(arguments)

    return acall if kind.startswith("async") else call
