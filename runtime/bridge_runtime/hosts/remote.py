"""A session that is somewhere else, as a host sees it: every call crosses as a message to where the session is.

A host runs over it unchanged, in a child process or on a thread of its own; ``serving`` is the other end. Messages are
JSON objects, in order. From here ``do`` says what is asked for:

========================  =======================================================================================
call                      ``id``, ``session`` (handles of sessions within), ``name``, ``arguments``
describe                  ``id``, ``name`` of a function
next, close_stream        ``id``, ``stream``
cancel                    ``id`` of what was asked for
function, forget          ``id`` of a function of the host, ``session``
answer                    ``id`` of the invocation, ``value`` or ``error``
========================  =======================================================================================

To here: ``to`` (the ``id`` that is answered) with ``value``, ``stream``, ``end`` or ``error``; ``invoke`` (a number) with
``function`` and ``arguments``.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Coroutine
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from bridge_runtime.callbacks import Foreign, elsewhere, failed
from bridge_runtime.errors import BridgeError, CallbackFailed, SessionClosed
from bridge_runtime.portal import Portal, Ticket
from bridge_runtime.pump import Caller, Home, current
from bridge_runtime.streams import BlockingStream, Stream, reached
from bridge_runtime.values import Json, write_json

if TYPE_CHECKING:
    from bridge_runtime import spec

Message = dict[str, Any]
Send = Callable[[Message], None]


class RemoteFunction(NamedTuple):
    """What a host has to know of a function to call it."""

    is_async: bool
    streams: bool | None
    """True for a function that streams, else None."""


class RemoteInterface:
    """What a host has to know of the interface; each function is asked for once, where the session is."""

    def __init__(self, name: str, modules: dict[str, str], ask: Callable[[Message], Message]) -> None:
        self.name, self.modules = name, modules
        self._ask = ask
        self._functions: dict[str, RemoteFunction] = {}

    def function(self, name: str) -> RemoteFunction:
        """Raises UnknownFunction."""
        found = self._functions.get(name)
        if found is None:
            told = self._ask({"do": "describe", "name": name})["value"]
            found = RemoteFunction(told["is_async"], told["streams"] or None)
            self._functions[name] = found
        return found

    def error(self, code: str) -> None:
        """Errors have no classes of their own here: they keep their codes, and get classes where they arrive."""
        return None


class RemoteSession:
    """A session as hosts use one, whose services are elsewhere; calls as JSON are all that it has.

    It stands beside ``Session``, not below it: a process that runs one script needs no validators and no services.
    """

    asynchronous = False

    def __init__(
        self,
        name: str,
        modules: dict[str, str],
        send: Send,
        prefix: str,
        *,
        outer: RemoteSession | None = None,
    ) -> None:
        """``name`` and ``modules`` are those of the interface; ``send`` takes messages on any thread; ``prefix`` begins
        the ids of this host's functions."""
        self._send = send
        self._address: list[str] = []
        self._root: RemoteSession = self if outer is None else outer._root
        self.closed = False
        self.callback_prefix = prefix
        self.foreign = _Functions(self)
        self.tickets: set[Ticket] = set()
        self.portal: Portal = Portal(f"{name}-script") if outer is None else outer.portal
        self.interface: RemoteInterface = (
            RemoteInterface(name, modules, self._ask_now) if outer is None else outer.interface
        )
        self._numbers = count(1)
        if outer is None:
            self._waiting: dict[int, asyncio.Future[Message]] = {}
            self._functions: dict[str, Foreign] = {}
            self._invocations: set[asyncio.Task[None]] = set()
            self._ended: BridgeError | None = None
            self.portal.loop  # noqa: B018  messages may come from now on

    def run(
        self,
        work: Callable[[], Coroutine[Any, Any, Any]],
        caller: Caller | None = None,
        home: Home | None = None,
    ) -> Any:
        """Run a coroutine on this side's loop and wait for it, from any other thread."""
        return self.portal.call(work, caller, home, group=self.tickets)

    def add_callback(self, function: Callable[[list[Any]], Any], home: Home) -> str:
        """Register a function of the host; gives the id that stands for it in JSON."""
        id = f"{self.callback_prefix}callback_{next(self._root._numbers)}"
        self.foreign[id] = Foreign(id, function, home)
        return id

    def release_callback(self, id: str) -> bool:
        """Forget a function of the host; False for an unknown id."""
        return self.foreign.pop(id, None) is not None

    def close(self) -> None:
        """End this side's loop, and what waits on it."""
        self.closed = True
        if self._root is self:
            self.portal.stop()

    # --- calls

    def call_json(self, name: str, arguments: dict[str, Any], *, home: Home | None = None) -> Any:
        outer = current.get()
        caller = Caller() if outer is None else outer
        value = self.run(lambda: self._call(name, arguments), caller, home)
        if isinstance(value, Stream):
            return BlockingStream(self.portal, value, caller, home)
        return value

    async def acall_json(self, name: str, arguments: dict[str, Any]) -> Any:
        return await self._call(name, arguments)

    async def _call(self, name: str, arguments: dict[str, Any]) -> Any:
        message = {"do": "call", "session": self._address, "name": name, "arguments": arguments}
        answer = await self._ask(message)
        if "stream" in answer:
            source = _Items(self, answer["stream"])
            return Stream(source, _itself, _itself, current.get() or Caller(), _nothing)
        return answer.get("value")

    async def _ask(self, message: Message) -> Message:
        """Send ``message`` and wait for what it is answered with; raises the error of the answer."""
        root = self._root
        if root._ended is not None:
            raise root._ended
        number = next(root._numbers)
        future = root._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            self._send({**message, "id": number})
            answer: Message = await future
        except asyncio.CancelledError:
            self._send({"do": "cancel", "id": number})
            raise
        finally:
            del root._waiting[number]
        if "error" in answer:
            raise BridgeError.from_json(answer["error"])
        return answer

    def _ask_now(self, message: Message) -> Message:
        """``_ask``, from a thread that blocks meanwhile."""
        answer: Message = self.run(lambda: self._ask(message))
        return answer

    # --- what comes from there

    def receive(self, message: Message) -> None:
        """Take a message; on any thread, one after the other."""
        self.portal.soon(self._take, message)

    def end(self, error: BridgeError) -> None:
        """Nothing comes from there any more: what waits, and every further call, fails. On any thread."""
        self.portal.soon(self._end, error)

    def _take(self, message: Message) -> None:
        if "to" in message:
            future = self._waiting.get(message["to"])
            if future is not None and not future.done():
                future.set_result(message)
            return
        task = asyncio.get_running_loop().create_task(self._invoke(message))
        self._invocations.add(task)
        task.add_done_callback(self._invocations.discard)

    def _end(self, error: BridgeError) -> None:
        self._ended = error
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(error)

    async def _invoke(self, message: Message) -> None:
        """Have one of the host's functions called where the host is, and send what came of it."""
        answer: Message = {"do": "answer", "id": message["invoke"]}
        try:
            function = self._functions.get(message["function"])
            if function is None:
                raise CallbackFailed(detail=f"{message['function']} was released")
            value = await elsewhere(function.function, (message["arguments"],), function.home)
            answer["value"] = await value if inspect.isawaitable(value) else value
        except BridgeError as error:
            answer["error"] = error.to_json()
        except Exception as error:
            answer["error"] = failed(error).to_json()
        self._send(answer)

    # --- sessions within

    def inner(self, handle: str) -> RemoteSession:
        """The session that was opened in this one and has this handle; whether there is one, a call will tell."""
        within = RemoteSession(
            self.interface.name, self.interface.modules, self._send, self.callback_prefix, outer=self
        )
        within._address = [*self._address, handle]
        return within

    def child(self, resource: str, handle: str) -> RemoteSession:
        """The same."""
        return self.inner(handle)


class _Functions(dict[str, Any]):
    """The functions of a host by their ids; the other side is told of each."""

    def __init__(self, session: RemoteSession) -> None:
        super().__init__()
        self._session = session

    def __setitem__(self, id: str, function: Any) -> None:
        super().__setitem__(id, function)
        self._session._root._functions[id] = function
        self._tell("function", id)

    def pop(self, id: str, *default: Any) -> Any:
        if id in self:
            self._session._root._functions.pop(id, None)
            self._tell("forget", id)
        return super().pop(id, *default)

    def _tell(self, what: str, id: str) -> None:
        self._session._send({"do": what, "id": id, "session": self._session._address})


class _Items:
    """The items of a stream there; each is asked for only when the consumer here wants it."""

    def __init__(self, session: RemoteSession, stream: str) -> None:
        self._session, self._stream = session, stream
        self._ended = False

    def __aiter__(self) -> _Items:
        return self

    async def __anext__(self) -> Json:
        await reached()
        try:
            answer = await self._session._ask({"do": "next", "stream": self._stream})
        except BridgeError:
            self._ended = True
            raise
        if "end" in answer:
            self._ended = True
            raise StopAsyncIteration
        return answer["value"]

    async def aclose(self) -> None:
        if not self._ended:
            self._ended = True
            await self._session._ask({"do": "close_stream", "stream": self._stream})


def error_from(interface: spec.Interface, data: Any) -> BridgeError:
    """The error that ``data`` describes, of the interface's own classes, with all that led to it."""
    classes: dict[str, type[BridgeError]] = {}
    link = data
    for _ in range(32):
        code = link.get("code") if isinstance(link, dict) else None
        if not isinstance(code, str):
            break
        if (found := interface.error(code)) is not None:
            classes[code] = found
        link = link.get("cause")
    return BridgeError.from_json(data, classes)


def message_text(message: Message) -> bytes:
    """A message as it crosses: JSON text."""
    return write_json(message).encode("utf-8")


def closed() -> BridgeError:
    """What calls fail with when the session's side has ended the run."""
    return SessionClosed("the session has ended this script")


def _itself(value: Any) -> Any:
    return value


def _nothing() -> None:
    """Somebody else keeps the account of the call."""
