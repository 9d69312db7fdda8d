"""The way of one function through the waist, for each kind of surface."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from typing import TYPE_CHECKING, Any, NoReturn

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

Entry = Callable[..., Any]
"""One composed call: ``entry(arguments)``, or ``entry(arguments, home)`` for those that may wait."""


class Direct:
    """Marks a way with nothing between validation and the method."""

    __slots__ = ("method",)

    def __init__(self, method: Callable[..., Any]) -> None:
        self.method = method

    def __call__(self, arguments: dict[str, Any]) -> Any:
        return self.method(**arguments)


class Way:
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
            raise not_an_object(self.function.name, arguments)
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
        for watcher in self.session.watchers:
            watcher.failed(error)
        return error

    def _fail(self, error: Exception, caller: Caller) -> NoReturn:
        """Raise what the caller sees of an exception."""
        shown = self.failed(error, caller)
        if shown is error:
            raise error
        raise shown from error

    def plain(self) -> Entry:
        """A function that never waits, flat for speed: this is the way that is taken most."""
        session, signature, fail = self.session, self.signature, self._fail
        arguments_of = self.arguments
        validate, incoming, outgoing = arguments_of.validate, session.incoming, session.outgoing
        direct = isinstance(self.proceed, Direct)
        proceed: Callable[..., Any] = (
            self.proceed.method if isinstance(self.proceed, Direct) else self.proceed
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
                fail(error, caller)
            finally:
                if token is not None:
                    leave(token)
                    if caller.parked:
                        try:
                            caller.run_parked()
                        finally:
                            caller.end()  # an interrupt leaves some to others
                    caller.ended = True

        return call

    def by_construction(self, home: Home) -> Entry | None:
        """A function that never waits, for a foreign host whose own types guarantee the arguments: no validation.

        The entry takes them in the declared order, and None for what must be validated after all, which is refused
        there. The result is checked. None when a validator, a stage or a release has something to do. It makes no
        root call of its own: a call nested in it makes one, and an error gets its trace id on the way out.
        """
        session, guaranteed = self.session, self.arguments.guarantees
        if (
            guaranteed is None
            or len(guaranteed) != len(self.function.parameters)
            or self.releases
            or session.asynchronous
            or not isinstance(self.proceed, Direct)
        ):
            return None
        method, validated, fail = self.proceed.method, self.plain(), self._fail
        names = [parameter.name for parameter in self.function.parameters]
        conversions = [guarantee(session.incoming) for guarantee in guaranteed]
        finish = self._finish_plainly()

        def refused(given: Iterable[Any]) -> Any:
            return validated({name: v for name, v in zip(names, given, strict=True) if v is not None}, home)

        def several(*given: Any) -> Any:
            try:
                converted = [
                    value if convert is None or value is None else convert(value)
                    for convert, value in zip(conversions, given, strict=True)
                ]
                return refused(given) if None in converted else finish(method(*converted))
            except Exception as error:
                fail(error, current.get() or Caller())
            finally:
                if home.parked:
                    home.run_parked()

        def one(given: Any) -> Any:
            try:
                return refused((given,)) if given is None else finish(method(given))
            except Exception as error:
                fail(error, current.get() or Caller())
            finally:
                if home.parked:
                    home.run_parked()

        return one if conversions == [None] else several

    def _finish_plainly(self) -> Callable[[Any], Any]:
        """``_finish``, without the steps that the declared type leaves nothing to do for."""
        checked, finish, outgoing = self.checked, self._finish, self.session.outgoing
        if checked is None or not checked.is_plain:
            return finish
        validate, signature = checked.validate, self.signature

        def check(value: Any) -> Any:
            try:
                return validate(value, context=outgoing)
            except ValidationError as error:
                raise signature.invalid_result(error, value) from None

        def check_boolean(value: Any) -> Any:
            return value if value is True or value is False else check(value)

        return check_boolean if self.function.result is bool else check

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
            self._fail(error, caller)
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
            self._fail(error, caller)
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
            self._fail(error, caller)
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


def not_an_object(name: str, given: object) -> InvalidArgument:
    shown = show(given)
    expected = "an object with the arguments by name"
    problems = [{"path": "", "expected": expected, "given": shown}]
    return InvalidArgument(function=name, detail=f"expected {expected}, given {shown}", problems=problems)
