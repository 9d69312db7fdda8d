"""Functions that a caller passed in, awaitable from an implementation whatever surface they came from."""

from __future__ import annotations

import asyncio
import inspect
import logging
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeAlias, TypeVar

from bridge_runtime.errors import BridgeError, CallbackFailed, Unsupported
from bridge_runtime.pump import Caller, Home, Job, current
from bridge_runtime.values import show

if TYPE_CHECKING:
    from bridge_runtime.signatures import CallbackSignature

_log = logging.getLogger(__name__)

ArgumentsP = ParamSpec("ArgumentsP")
ResultT = TypeVar("ResultT")

Done: TypeAlias = "Callable[[BridgeError | None], object]"
_Posted: TypeAlias = "tuple[tuple[Any, ...], Done | None, Caller | None]"


_counting = threading.Lock()


class Foreign:
    """A function of a foreign host: it takes the JSON list of arguments and gives a JSON result.

    It raises BridgeError for an error object of the host. It runs only on threads inside a call of ``home``.
    A host whose functions may wait gives an awaitable of the result, which is awaited on the session's loop.
    Without an id it may stand in arguments itself, and lives as long as somebody holds a callback made of it.
    """

    __slots__ = ("__weakref__", "function", "home", "id", "lines", "released")

    def __init__(self, id: str, function: Callable[[list[Any]], Any], home: Home) -> None:
        self.id, self.function, self.home = id, function, home
        self.released = False
        self.lines = 0
        """Rows of posted calls that have begun and not ended: while there is one, the host is not done with it."""


class Callback(Generic[ArgumentsP, ResultT]):
    """One function that a caller passed in.

    Await it for its validated result. It raises the error that the function raised when that is a
    BridgeError, and CallbackFailed otherwise.
    """

    __slots__ = ("_line", "_lock", "_loop", "_running", "_waits", "function", "id", "signature")

    def __init__(
        self,
        function: Callable[..., Any] | Foreign,
        signature: CallbackSignature,
        id: str = "",
        loop: Callable[[], asyncio.AbstractEventLoop | None] = lambda: None,
    ) -> None:
        self.function = function
        self.signature = signature
        self.id = id or (function.id if isinstance(function, Foreign) else "")
        self._waits = inspect.iscoroutinefunction(function)
        self._loop = loop
        self._line: deque[_Posted] = deque()
        self._running = False
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<Callback {self.signature.name} {show(self.id or self.function)}>"

    async def __call__(self, *arguments: ArgumentsP.args, **named: ArgumentsP.kwargs) -> ResultT:
        """Call the function where it may run, and wait for its result."""
        function = self.function
        if isinstance(function, Foreign):
            given: Any = self.signature.to_json(arguments, named)
            value = await elsewhere(self._run, (given,), function.home)
        elif self._waits:
            try:
                value = await function(*self.signature.typed(arguments, named))
            except BridgeError:
                raise
            except Exception as error:
                raise failed(error) from error
        else:
            value = await elsewhere(self._run, self.signature.typed(arguments, named), None)
        if inspect.isawaitable(value):
            try:
                value = await value
            except BridgeError:
                raise
            except Exception as error:
                raise failed(error) from error
        return self._result(value)

    def call(self, *arguments: ArgumentsP.args, **named: ArgumentsP.kwargs) -> ResultT:
        """Call the function from a plain service method, on this thread; gives its validated result.

        Raises Unsupported for a function that can only be awaited.
        """
        function = self.function
        if isinstance(function, Foreign):
            if asyncio._get_running_loop() is not None:
                raise Unsupported(detail=f"{self!r} runs on its host's thread; await it")
            return self._result(self._run(self.signature.to_json(arguments, named)))
        value = self._run(*self.signature.typed(arguments, named))
        if inspect.isawaitable(value):
            if inspect.iscoroutine(value):
                value.close()
            raise Unsupported(
                detail=f"a {self.signature.name} of a call that never waits cannot be asynchronous"
            )
        return self._result(value)

    def post(self, *arguments: Any, limit: int = 0, done: Done | None = None) -> bool:
        """Call the function some time soon and forget its result; calls of one callback keep their order.

        With ``limit``, no more than that many calls wait: the oldest makes room, and False is returned. ``done`` is
        told when the call has ended, with the error it raised or None; without it a failure is logged. What the
        function calls belongs to the root call in which it was posted. Safe from any thread.
        """
        function = self.function
        foreign = isinstance(function, Foreign)
        given = (self.signature.to_json(arguments, {}),) if foreign else self.signature.typed(arguments, {})
        with self._lock:
            had_room = not limit or len(self._line) < limit
            if not had_room:
                self._line.popleft()
            self._line.append((given, done, current.get()))
            if self._running:
                return had_room
            self._running = True
        if isinstance(function, Foreign):
            with _counting:
                function.lines += 1
        if self._waits:
            self._on_loop(self._await_line)
        else:
            self._go_on()
        return had_room

    def _go_on(self) -> None:
        """Have what is posted run where it may."""
        if isinstance(function := self.function, Foreign):
            Job(self._run_line, current.get(), function.home).route()
        else:
            Job(partial(copy_context().run, self._run_line), current.get(), None).route()

    @property
    def waiting(self) -> int:
        """How many posted calls have not begun."""
        return len(self._line)

    def forget(self) -> int:
        """Drop the posted calls that have not begun; gives how many."""
        with self._lock:
            dropped = len(self._line)
            self._line.clear()
        return dropped

    def _result(self, value: Any) -> ResultT:
        checked: ResultT = self.signature.result(value)
        return checked

    def _run(self, *given: Any) -> Any:
        function = self.function
        try:
            if isinstance(function, Foreign):
                if function.released:
                    raise CallbackFailed(detail=f"{function.id or 'the callback'} was released")
                return function.function(*given)
            return function(*given)
        except BridgeError:
            raise
        except Exception as error:
            raise failed(error) from error

    def _next(self) -> _Posted | None:
        with self._lock:
            if self._line:
                return self._line.popleft()
            self._running = False
        self._rest()
        return None

    def _rest(self) -> None:
        """Nothing waits any more."""
        if isinstance(function := self.function, Foreign):
            with _counting:
                function.lines -= 1
            function.home.wake()

    def _run_line(self) -> None:
        while (posted := self._next()) is not None:
            given, done, caller = posted
            token = current.set(caller)
            try:
                value = self._run(*given)
            except BridgeError as error:
                self._ended(done, error)
                continue
            except (
                BaseException
            ) as error:  # KeyboardInterrupt: this thread goes on with it, the rest waits its turn
                self._ended(done, CallbackFailed(detail=type(error).__name__))
                self._go_on_elsewhere()
                raise
            finally:
                current.reset(token)
            if value is None:  # as nearly always: nothing to look at more closely
                self._ended(done, None)
                continue
            if inspect.isawaitable(value) and isinstance(self.function, Foreign):
                self._on_loop(partial(self._finish_and_go_on, value, done))
                return
            if inspect.iscoroutine(value):
                self._on_loop(partial(self._finish, value, done))
            else:
                self._ended(done, None)

    def _go_on_elsewhere(self) -> None:
        with self._lock:
            self._running = bool(self._line)
        if self._running:
            self._go_on()
        else:
            self._rest()

    async def _await_line(self) -> None:
        while (posted := self._next()) is not None:
            given, done, caller = posted
            current.set(caller)  # of this task only
            await self._finish(self.function(*given), done)  # type: ignore[operator]

    async def _finish_and_go_on(self, value: Awaitable[Any], done: Done | None) -> None:
        """The rest of the line waits, so that the calls keep their order."""
        await self._finish(value, done)
        self._go_on()

    async def _finish(self, value: Awaitable[Any], done: Done | None) -> None:
        try:
            await value
        except asyncio.CancelledError as error:
            if (task := asyncio.current_task()) is not None and task.cancelling():
                raise
            self._ended(done, CallbackFailed(detail=type(error).__name__))  # the callee's own affair
        except Exception as error:
            self._ended(done, failed(error))
        else:
            self._ended(done, None)

    def _ended(self, done: Done | None, error: BridgeError | None) -> None:
        if done is not None:
            done(error)
        elif error is not None:
            self._log(error)

    def _on_loop(self, work: Callable[[], Any]) -> None:
        loop = self._loop()
        if loop is None or loop.is_closed():
            _log.warning("%r was not called: the session has no event loop", self)
            return
        loop.call_soon_threadsafe(lambda: _keep(loop.create_task(work())))

    def _log(self, error: BaseException) -> None:
        _log.warning("%r failed: %s", self, error, exc_info=error)


_tasks: set[asyncio.Task[Any]] = set()


def _keep(task: asyncio.Task[Any]) -> None:
    """Hold the task until it is done, for the loop holds it weakly."""
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)


def failed(error: Exception) -> BridgeError:
    """What the caller of a callback sees of the exception that it raised.

    Its own words, as every language gives them; the type's name only where the words alone would say nothing.
    """
    if isinstance(error, BridgeError):
        return error
    text, name = str(error), type(error).__name__
    if not text:
        return CallbackFailed(detail=name)
    return CallbackFailed(detail=f"{name}: {text}" if isinstance(error, KeyError) else text)


def _soon(loop: asyncio.AbstractEventLoop, function: Callable[..., object], *arguments: object) -> None:
    """Run a plain function on the loop, unless the callback itself has closed the session meanwhile."""
    try:
        loop.call_soon_threadsafe(function, *arguments)
    except RuntimeError:
        if not loop.is_closed():  # the end of the stack, which must not go unnoticed
            raise


async def elsewhere(function: Callable[..., Any], given: tuple[Any, ...], home: Home | None) -> Any:
    """Run a plain function on the thread that may run it, and wait for it on the loop."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Any] = loop.create_future()
    context = copy_context()
    caller: Caller | None = current.get()

    def settle(value: Any, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(value)
        else:
            answer.set_exception(error)

    def run() -> None:
        if answer.cancelled():
            return
        value, error = None, None
        try:
            value = context.run(function, *given)
        except BridgeError as raised:
            error = raised
        except BaseException as raised:  # KeyboardInterrupt: the callee's thread goes on with it
            _soon(loop, settle, None, CallbackFailed(detail=type(raised).__name__))
            raise
        _soon(loop, settle, value, error)

    Job(run, caller, home).route()
    return await answer
