"""Streams that pass a point: pieces come out of the middle of a call while hooks wait around it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Coroutine, Generator, Iterable
from contextlib import aclosing
from types import coroutine
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from llmspell_runtime.hook import points

if TYPE_CHECKING:
    from bridge_runtime.session import Session

PieceT = TypeVar("PieceT")


class Source(Protocol[PieceT]):
    """A call that gives its result in pieces, of which the last is the whole."""

    def open(self, payload: Any) -> AsyncGenerator[PieceT, None]:
        """The pieces for a payload of the point."""

    def result(self, piece: PieceT) -> Any | None:
        """The result that the last piece holds, as JSON of the point; None for every other piece."""

    def pieces(self, result: Any) -> Iterable[PieceT]:
        """The pieces of a result that hooks have made or changed, the whole last."""


async def stream_through(
    session: Session, point: str, payload: Any, source: Source[PieceT]
) -> AsyncGenerator[PieceT, None]:
    """The pieces of a call that passes ``point``.

    They come as they are made, unless a hook could still change the result: then all are held back until it is there.
    """
    passage = points.new_passage(session, point)
    held = points.holds_back(session, point)
    last: list[tuple[Any, PieceT]] = []

    async def work(payload: Any) -> Any:
        async with aclosing(source.open(payload)) as pieces:
            async for piece in pieces:
                result = source.result(piece)
                if result is not None:
                    last[:] = [(result, piece)]
                elif not held:
                    passage.delivered = True
                    await _hand_out(piece)
        return last[0][0]

    steps: _Steps[PieceT] = _Steps(points.pass_through(passage, payload, work))
    async with aclosing(steps):
        while not steps.ended:
            for piece in await steps:
                yield piece
    if last and last[0][0] is steps.result and (passage.delivered or not held):
        yield last[0][1]
        return
    for piece in source.pieces(steps.result):
        yield piece


class _Piece(Generic[PieceT]):
    """What a call hands out, told apart from what it waits for."""

    __slots__ = ("value",)

    def __init__(self, value: PieceT) -> None:
        self.value = value


@coroutine
def _hand_out(value: Any) -> Generator[Any, None, None]:
    """Give a piece to whoever awaits the steps of the running call, and go on when the next one is wanted."""
    yield _Piece(value)


class _Steps(Generic[PieceT]):
    """A coroutine, run from one piece that it hands out to the next, in the task of whoever wants one.

    Like an asynchronous generator whose ``yield`` may stand in any coroutine that it awaits.
    """

    def __init__(self, call: Coroutine[Any, Any, Any]) -> None:
        self._call = call
        self.ended = False
        self.result: Any = None

    def __await__(self) -> Generator[Any, Any, tuple[PieceT, ...]]:
        """The next piece, or none when the call has ended; what the call waits for is waited for here."""
        return self._advance(None)

    def _advance(self, error: BaseException | None) -> Generator[Any, Any, tuple[PieceT, ...]]:
        value: Any = None
        while True:
            try:
                wanted = self._call.send(value) if error is None else self._call.throw(error)
            except StopIteration as end:
                self.ended, self.result = True, end.value
                return ()
            except BaseException:
                self.ended = True
                raise
            if isinstance(wanted, _Piece):
                return (wanted.value,)
            value, error = None, None
            try:
                value = yield wanted
            except BaseException as raised:
                error = raised

    async def aclose(self) -> None:
        """End the call where it stands, and let it let go of what it holds."""
        if not self.ended:
            await _Ending(self._advance(GeneratorExit()))


class _Ending:
    """Awaits the rest of a call that was told to end."""

    def __init__(self, rest: Generator[Any, Any, Any]) -> None:
        self._rest = rest

    def __await__(self) -> Generator[Any, Any, None]:
        try:
            yield from self._rest
        except GeneratorExit:
            return
