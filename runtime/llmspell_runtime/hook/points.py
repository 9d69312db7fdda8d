"""The seam: what agents, tools, providers and workflows call to let hooks take part in what they do.

It imports nothing of the bridge, so that a session without hooks pays for none. What passes a point is JSON: the
payload (of the point's type in the interface, without its ``point``) and the result.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from bridge_runtime.session import Session

GENERATE, TOOL_CALL, AGENT_RUN, WORKFLOW_STEP = "generate", "tool_call", "agent_run", "workflow_step"

Work = Callable[[Any], Awaitable[Any]]
"""What lies further in: takes the payload and gives the result."""


@dataclass(slots=True)
class Passage:
    """One call that passes a point."""

    session: Session
    """The session that calls; its hooks, and those of the sessions it is a child of, are met."""
    point: str
    id: str
    attempts: int = 1
    """How often it was done so far, whoever wanted it again."""
    delivered: bool = False
    """Whether its caller has pieces of the result already, so that it can neither be replaced nor done again."""


class Layer(Protocol):
    """One skin of the onion around a call."""

    @property
    def changes_result(self) -> bool:
        """Whether it could give another result than what came out, so that it must see it before the caller does."""

    async def surround(self, passage: Passage, payload: Any, proceed: Work) -> Any:
        """The result of the call: what ``proceed`` gives for the payload, or what the layer makes of it."""


def stand(session: Session, layers: Mapping[str, tuple[Layer, ...]]) -> None:
    """Put ``layers``, by point and from the outside in, around the calls of ``session`` that begin from now on."""
    session.points = layers
    _next_call.setdefault(session, count(1).__next__)


_next_call: WeakKeyDictionary[Session, Callable[[], int]] = WeakKeyDictionary()
"""Counts the calls that pass points, in sessions that have, or have had, a hook."""


def hooked(session: Session, point: str) -> bool:
    """Whether a call of ``session`` would meet a hook at this point; where none would, the caller goes its direct way."""
    level: Session | None = session
    while level is not None:
        if point in level.points:
            return True
        level = level.parent
    return False


def holds_back(session: Session, point: str) -> bool:
    """Whether a stream of ``session`` must be whole before its caller sees any of it."""
    return any(layer.changes_result for layer in _layers(session, point))


async def through(session: Session, point: str, payload: dict[str, Any], work: Work) -> Any:
    """The result of ``work`` for ``payload``, with the hooks that stand at ``point`` around it.

    PRE hooks may change the payload that ``work`` gets, refuse the call, or answer in its stead; POST and ERROR hooks change
    what comes out. ``work`` gives JSON, raises bridge errors, and may be called more than once (a hook may want it
    again), each time with a payload of the point's type. Raises what ``work`` raises, and the declared errors of ``hook.execute``.
    """
    return await pass_through(Passage(session, point, _call_id(session)), payload, work)


async def pass_through(passage: Passage, payload: Any, work: Work) -> Any:
    """``through``, for a caller that has to know of the passage."""
    for layer in reversed(_layers(passage.session, passage.point)):
        work = partial(layer.surround, passage, proceed=work)
    return await work(payload)


def new_passage(session: Session, point: str) -> Passage:
    """A call of ``session`` that is about to pass ``point``."""
    return Passage(session, point, _call_id(session))


def _layers(session: Session, point: str) -> tuple[Layer, ...]:
    """What a call of ``session`` meets, from the outside in: a parent's hooks lie around its children's."""
    found: tuple[Layer, ...] = ()
    level: Session | None = session
    while level is not None:
        found = (*level.points.get(point, ()), *found)
        level = level.parent
    return found


def _call_id(session: Session) -> str:
    """A number of the outermost session that has hooks, which counts the calls of its whole family."""
    next_call: Callable[[], int] | None = None
    level: Session | None = session
    while level is not None:
        next_call = _next_call.get(level) or next_call
        level = level.parent
    return f"call_{next_call() if next_call is not None else 1}"
