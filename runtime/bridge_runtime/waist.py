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
from bridge_runtime.memo import Memo, own
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
        self._trusted: dict[Home, _Trusted] = {}
        self.memos: dict[str, Memo] = {}
        """Kept results, by the function that says ``memoize`` and has been composed."""

    def add_stage(self, stage: Stage) -> None:
        """Put a stage around all calls that begin from now on."""
        self.stages.append(stage)
        self.clear()

    def clear(self) -> None:
        """Compose anew, each function on its next use."""
        for entries in (self.typed, self.json, self.async_typed, self.async_json, *self._trusted.values()):
            entries.clear()

    def forget(self, name: str | None = None) -> int:
        """Drop the kept results of the function ``name``, or of all; gives how many there were."""
        memos = (
            list(self.memos.values()) if name is None else [self.memos[name]] if name in self.memos else []
        )
        return sum(memo.clear() for memo in memos)

    def trusted(self, home: Home) -> dict[str, Entry]:
        """The JSON calls for a foreign host whose own types have checked the arguments (``Way.by_construction``).

        An entry takes the arguments in the declared order, None for one that was not given. What types alone do not
        guarantee, constraints above all, is validated here as in every other call.
        """
        return self._trusted.setdefault(home, _Trusted(self, home))

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
        way = self._way(function, kind.endswith("json"))
        if kind.startswith("async"):
            return way.async_stream if function.streams is not None else way.async_call
        if function.streams is not None:
            return way.stream
        return way.blocking if function.is_async else way.plain()

    def compose_trusted(self, name: str, home: Home) -> Entry:
        """The call of ``name`` with arguments in order; raises UnknownFunction and SessionClosed."""
        validated, function = self.json[name], self._session.interface.function(name)
        if not function.is_async and function.streams is None:
            entry = self._way(function, json=True).by_construction(home)
            if entry is not None:
                return entry
        names = [parameter.name for parameter in function.parameters]

        def call(*given: Any) -> Any:
            arguments = {name: v for name, v in zip(names, given, strict=True) if v is not None}
            try:
                return validated(arguments, home)
            finally:
                if home.parked:
                    home.run_parked()

        return call

    def _way(self, function: spec.Function, json: bool) -> Way:
        method = getattr(self._session.service(function.bridge), function.method_name)
        proceed = self._proceed(function, method, json)
        return Way(self._session, function, signature_of(function), proceed, json)

    def _proceed(self, function: spec.Function, method: Callable[..., Any], json: bool) -> Proceed:
        renamed = [(p.name, p.python) for p in function.parameters if p.python and p.python != p.name]

        def call_renamed(arguments: dict[str, Any]) -> Any:
            for name, python in renamed:
                if name in arguments:
                    arguments[python] = arguments.pop(name)
            return method(**arguments)

        proceed: Proceed = call_renamed if renamed else Direct(method)
        if function.memoize is not None:
            proceed = self._memoized(function, proceed, json)
        for stage in self.stages:
            proceed = stage(self._session, function, proceed)
        return proceed

    def _memoized(self, function: spec.Function, proceed: Proceed, json: bool) -> Proceed:
        """Innermost, so that permissions and whatever else was put around the call hold for kept results too."""
        memo = self.memos.get(function.name)
        if memo is None:
            memo = self.memos.setdefault(function.name, Memo(function))
        if not function.is_async:
            kept = memo.around(proceed)
            return kept if json else lambda arguments: own(kept(arguments))
        awaited = memo.around_async(proceed)
        if json:
            return awaited

        async def owned(arguments: dict[str, Any]) -> Any:
            return own(await awaited(arguments))

        return owned


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


class _Trusted(dict[str, Entry]):
    """Composed calls by function name, for one foreign host."""

    def __init__(self, waist: Waist, home: Home) -> None:
        super().__init__()
        self._waist, self._home = waist, home

    def __missing__(self, name: str) -> Entry:
        entry = self[name] = self._waist.compose_trusted(name, self._home)
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
