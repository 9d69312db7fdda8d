"""The one point every call passes: validate, permissions and other stages, service method, result.

Each function's way is composed once, on its first use. A stage that has nothing to do for a function is not
there at all: without hooks, limits or missing permissions nothing stands between validation and the method.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bridge_runtime import spec
from bridge_runtime.errors import (
    BridgeError,
    Cancelled,
    Internal,
    InvalidArgument,
    InvalidResult,
    SessionClosed,
)
from bridge_runtime.pump import AsynchronousCaller, Caller, Home, current
from bridge_runtime.signatures import FunctionSignature, to_json
from bridge_runtime.streams import BlockingStream, Stream
from bridge_runtime.values import UNSET, show

if TYPE_CHECKING:
    from bridge_runtime.session import Session

_log = logging.getLogger(__name__)

Proceed = Callable[[dict[str, Any]], Any]
"""Goes on with validated arguments: gives a value, an awaitable, or an async iterator, as the function does."""

Stage = Callable[["Session", spec.Function, Proceed], Proceed]
"""Wraps the way of one function; gives ``proceed`` back when it has nothing to do for it."""

Entry = Callable[..., Any]
"""One composed call: ``entry(arguments)``, or ``entry(arguments, home)`` for those that may wait."""


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
    from bridge_runtime.errors import Timeout

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
        self._signatures: dict[str, FunctionSignature] = {}

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

    def signature(self, function: spec.Function) -> FunctionSignature:
        found = self._signatures.get(function.name)
        if found is None:
            found = self._signatures[function.name] = FunctionSignature(function)
        return found

    def compose(self, name: str, kind: str) -> Entry:
        """The call of ``name`` for one kind of surface; raises UnknownFunction and SessionClosed."""
        session = self._session
        if session.closed:
            raise SessionClosed()
        if name in BUILT_IN:
            return _built_in(session, name, kind)
        function = session.interface.function(name)
        method = getattr(session.service(function.bridge), function.method_name)
        way = _Way(
            session,
            function,
            self.signature(function),
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

        proceed: Proceed = call_renamed if renamed else _Direct(method)
        for stage in self.stages:
            proceed = stage(self._session, function, proceed)
        return proceed


class _Direct:
    """Marks a way with nothing between validation and the method."""

    __slots__ = ("method",)

    def __init__(self, method: Callable[..., Any]) -> None:
        self.method = method

    def __call__(self, arguments: dict[str, Any]) -> Any:
        return self.method(**arguments)


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


class _Way:
    """The way of one function for one kind of surface."""

    def __init__(
        self,
        session: Session,
        function: spec.Function,
        signature: FunctionSignature,
        proceed: Proceed,
        json: bool,
    ) -> None:
        self.session, self.function, self.signature, self.proceed, self.json = (
            session,
            function,
            signature,
            proceed,
            json,
        )
        self.checked = signature.item if function.streams is not None else signature.result
        self.releases = function.parameters[0].name if function.releases and function.parameters else ""
        self.arguments = signature.arguments if json else signature.python_arguments
        self.absent: tuple[tuple[str, Any], ...] = ()
        """What a facade passes for a parameter that was not given."""
        if not json:
            self.absent = tuple(
                (p.name, UNSET if p.nullable else None) for p in function.parameters if not p.required
            )

    def _given(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """The validated arguments; raises InvalidArgument."""
        if type(arguments) is not dict:
            raise _not_an_object(self.function.name, arguments)
        arguments = self._without_absent(arguments)
        try:
            given: dict[str, Any] = self.arguments.validate(arguments, context=self.session.incoming)
        except ValidationError as error:
            raise self.signature.invalid_argument(error, arguments) from None
        return given

    def _without_absent(self, arguments: dict[str, Any]) -> dict[str, Any]:
        for name, mark in self.absent:
            if name in arguments and ((value := arguments[name]) is mark or value is UNSET):
                arguments = {key: value for key, value in arguments.items() if key != name}
        return arguments

    def _finish(self, value: Any) -> Any:
        """The checked result, as JSON for a JSON surface; raises InvalidResult."""
        checked = self.checked
        if checked is None:
            return None
        try:
            value = checked.validate(value, context=self.session.outgoing)
        except ValidationError as error:
            raise self.signature.invalid_result(error, value) from None
        return to_json(checked, value, self.function.name) if self.json else value

    def failed(self, error: BaseException, caller: Caller) -> BridgeError:
        """What the caller sees of any exception: a bridge error with the trace id of its root call."""
        if not isinstance(error, BridgeError):
            _log.error("%s failed (trace %s)", self.function.name, caller.trace_id, exc_info=error)
            detail = f"{type(error).__name__} in {self.function.name}; the log has the details"
            error = Internal(detail=detail, cause=error)
        link: BridgeError | None = error
        while link is not None and not link.trace_id:
            link.trace_id = caller.trace_id
            link = link.cause
        self.session.last_error = error
        return error

    def plain(self) -> Entry:
        """A function that never waits, flat for speed: this is the way that is taken most."""
        session, signature, failed = self.session, self.signature, self.failed
        arguments_of = self.arguments
        validate, incoming, outgoing = arguments_of.validate, session.incoming, session.outgoing
        direct = isinstance(self.proceed, _Direct)
        proceed: Callable[..., Any] = (
            self.proceed.method if isinstance(self.proceed, _Direct) else self.proceed
        )
        checked, releases, absent = self.checked, self.releases, self.absent
        make_caller, finish, given_of, without_absent, get, enter, leave = (
            AsynchronousCaller if session.asynchronous else Caller,
            self._finish,
            self._given,
            self._without_absent,
            current.get,
            current.set,
            current.reset,
        )
        check = None if checked is None or (self.json and not checked.is_plain) else checked.validate

        def call(arguments: dict[str, Any], home: Home | None = None) -> Any:
            outer = get()
            caller = make_caller() if outer is None else outer
            token = enter(caller) if outer is None else None
            try:
                for name, mark in absent:
                    if name in arguments and ((value := arguments[name]) is mark or value is UNSET):
                        arguments = without_absent(arguments)
                        break
                try:
                    given = validate(arguments, context=incoming)
                except ValidationError:
                    given = given_of(arguments)  # which raises what is wrong
                value = proceed(**given) if direct else proceed(given)
                if releases:
                    session.release(given[releases])
                if checked is None:
                    return None
                if check is not None:
                    try:
                        return check(value, context=outgoing)
                    except ValidationError as error:
                        raise signature.invalid_result(error, value) from None
                return finish(value)
            except Exception as error:
                shown = failed(error, caller)
                if shown is error:
                    raise
                raise shown from error
            finally:
                if token is not None:
                    leave(token)
                    if caller.parked:
                        caller.run_parked()
                    caller.ended = True

        return call

    async def _awaited(self, given: dict[str, Any]) -> Any:
        value = await self.proceed(given)
        if self.releases:
            await self.session.arelease(given[self.releases])
        return self._finish(value)

    def blocking(self, arguments: dict[str, Any], home: Home | None = None) -> Any:
        """An asynchronous function, from a thread that blocks meanwhile."""
        session = self.session
        outer = current.get()
        caller = Caller() if outer is None else outer
        token = current.set(caller) if outer is None else None
        try:
            given = self._given(arguments)
            return session.run(lambda: self._awaited(given), caller, home)
        except Cancelled as error:
            raise self.failed(SessionClosed() if session.closed else error, caller) from None
        except Exception as error:
            shown = self.failed(error, caller)
            if shown is error:
                raise
            raise shown from error
        finally:
            if token is not None:
                current.reset(token)
                caller.end()

    async def async_call(self, arguments: dict[str, Any]) -> Any:
        """Any function but a stream, from a coroutine of the session's own loop."""
        session = self.session
        outer = current.get()
        caller = AsynchronousCaller() if outer is None else outer
        token = current.set(caller) if outer is None else None
        task = session.enter() if outer is None else None
        try:
            given = self._given(arguments)
            if self.function.is_async:
                return await self._awaited(given)
            value = self.proceed(given)
            if self.releases:
                await session.arelease(given[self.releases])
            return self._finish(value)
        except asyncio.CancelledError:
            if task is not None and session.was_cancelled(task):
                task.uncancel()
                raise self.failed(SessionClosed(), caller) from None
            raise
        except Exception as error:
            shown = self.failed(error, caller)
            if shown is error:
                raise
            raise shown from error
        finally:
            if task is not None:
                session.leave(task)
            if token is not None:
                current.reset(token)
                caller.end()

    def _open(self, arguments: dict[str, Any], caller: Caller, is_root: bool) -> Stream[Any]:
        token = current.set(caller)
        try:
            source: AsyncIterator[Any] = self.proceed(self._given(arguments))
            if not hasattr(source, "__anext__"):
                if not hasattr(source, "__aiter__"):
                    raise InvalidResult(
                        function=self.function.name,
                        detail=f"expected an asynchronous iterator, given {show(source)}",
                    )
                source = source.__aiter__()

            def ended() -> None:
                if is_root:
                    caller.end()

            return Stream(source, self._finish, lambda error: self.failed(error, caller), caller, ended)
        except Exception as error:
            shown = self.failed(error, caller)
            if shown is error:
                raise
            raise shown from error
        finally:
            current.reset(token)

    def stream(self, arguments: dict[str, Any], home: Home | None = None) -> BlockingStream[Any]:
        """A stream for a thread that blocks for each item."""
        outer = current.get()
        caller = Caller() if outer is None else outer
        stream = BlockingStream(
            self.session.portal, self._open(arguments, caller, outer is None), caller, home
        )
        self.session.streams.add(stream)
        return stream

    async def async_stream(self, arguments: dict[str, Any]) -> Stream[Any]:
        """A stream for coroutines of the session's own loop."""
        self.session.attach()
        outer = current.get()
        stream = self._open(arguments, AsynchronousCaller() if outer is None else outer, outer is None)
        self.session.streams.add(stream)
        return stream


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
                _not_an_object(name, arguments)
                if type(arguments) is not dict
                else InvalidArgument(function=name, detail=f"expected no arguments, given {show(arguments)}")
            )
        return function(session)

    async def acall(arguments: dict[str, Any]) -> Any:
        return call(arguments)

    return acall if kind.startswith("async") else call


def _not_an_object(name: str, given: object) -> InvalidArgument:
    shown = show(given)
    expected = "an object with the arguments by name"
    problems = [{"path": "", "expected": expected, "given": shown}]
    return InvalidArgument(function=name, detail=f"expected {expected}, given {shown}", problems=problems)
