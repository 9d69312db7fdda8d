"""Live things behind handles, and the table that knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from bridge_runtime.errors import BridgeError, InvalidHandle, LimitExceeded

if TYPE_CHECKING:
    from bridge_runtime.spec import Interface
    from bridge_runtime.spec import Resource as ResourceSpec


class Resource:
    """Base of everything that lives behind a handle.

    The waist sets ``handle`` when a service first returns the object. When it is released, after its release
    function returned or at the session's close, ``aclose`` is awaited and then ``close`` called, once.
    """

    handle: str = ""
    """ "desk_1"; empty until the object was returned from a service."""
    revision: int = 0
    """Raise it when the object has changed so that what was learned of it may no longer hold: a result that
    ``memoize`` kept is given for the same revision only."""

    def close(self) -> None:
        """Let go of what the object holds. Override where there is something to close at once."""

    async def aclose(self) -> None:
        """Let go of what the object holds. Override where closing has to wait."""

    @property
    def closes_async(self) -> bool:
        """True when ``aclose`` has something to do."""
        return type(self).aclose is not Resource.aclose


class HandleTable:
    """The live resources of one session: handle -> object, kind by kind.

    Handles are ``<prefix>_<n>``, counted from 1 for each kind, and never used again.
    """

    def __init__(self, interface: Interface, limit: int | None = None) -> None:
        self._interface = interface
        self._limit = limit
        self._live: dict[str, dict[str, Resource]] = {}
        self._order: dict[int, tuple[str, Resource]] = {}
        self._counters: dict[str, Callable[[], int]] = {}

    def add(self, name: str, resource: Resource) -> str:
        """Give ``resource`` a handle as a ``name`` ("desk.Desk"); one it has already is kept."""
        live = self._live.setdefault(name, {})
        if live.get(resource.handle) is resource:
            return resource.handle
        if self._limit is not None and len(self._order) >= self._limit:
            raise LimitExceeded(
                limit="handles", detail=f"the session holds {self._limit} resources; release some"
            )
        spec = self._interface.resource(name)
        resource.handle = f"{spec.prefix}_{self._number(name)}"
        live[resource.handle] = resource
        self._order[id(resource)] = (name, resource)
        return resource.handle

    def _number(self, name: str) -> int:
        counter = self._counters.get(name)
        if counter is None:
            counter = self._counters.setdefault(name, count(1).__next__)
        return counter()

    def get(self, name: str, handle: str) -> Resource:
        """The live ``name`` with this handle; raises the resource's not_found error."""
        live = self._live.get(name)
        found = None if live is None else live.get(handle)
        if found is None:
            raise self.not_found(name, handle)
        return found

    def holds(self, name: str, resource: Resource) -> bool:
        """Whether ``resource`` is live here, and not released."""
        live = self._live.get(name)
        return live is not None and live.get(resource.handle) is resource

    def not_found(self, name: str, handle: str) -> BridgeError:
        """The error that the resource's declaration names, filled with ``handle``."""
        spec = self._interface.resource(name)
        found = self._interface.error(spec.not_found)
        if found is None or found is InvalidHandle:
            return InvalidHandle(resource=name, handle=handle)
        error = found.__new__(found)
        BridgeError.__init__(error, fields=dict.fromkeys(found.field_names[:1], handle))
        return error

    def remove(self, resource: Resource) -> bool:
        """Forget ``resource``, without closing it; False when it was not here (any more)."""
        entry = self._order.pop(id(resource), None)
        if entry is None:
            return False
        self._live[entry[0]].pop(resource.handle, None)
        return True

    def spec_of(self, resource: Resource) -> ResourceSpec | None:
        entry = self._order.get(id(resource))
        return None if entry is None else self._interface.resource(entry[0])

    def newest_first(self) -> list[Resource]:
        """All live resources, the one that was made last first."""
        return [resource for _, resource in reversed(list(self._order.values()))]

    def of(self, name: str) -> list[Resource]:
        """The live resources of one kind, oldest first."""
        return list(self._live.get(name, {}).values())

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Resource]:
        return iter([resource for _, resource in self._order.values()])
