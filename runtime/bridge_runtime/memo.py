"""Results that are kept: what a function's ``memoize`` policy does in one session."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from bridge_runtime import spec
from bridge_runtime.resources import Resource

if TYPE_CHECKING:
    from cachetools import Cache

Clock = Callable[[], float]
"""Seconds, from a moment of its own."""

_MISSING: Final = object()
_SCALARS: Final = frozenset({str, int, float, bool, type(None)})


@dataclass(frozen=True, slots=True)
class MemoFigures:
    """How a memoized function has done in a session so far."""

    hits: int
    misses: int
    evicted: int
    """Results that made room for others."""
    expired: int
    """Results that were asked for when their time was over."""
    entries: int
    policy: spec.Memoize


class Unkeyable(Exception):
    """Arguments that cannot be compared; the call is made as if nothing were kept."""


class Memo:
    """The kept results of one function. Safe for many threads."""

    def __init__(self, function: spec.Function, clock: Clock = time.monotonic) -> None:
        policy = function.memoize
        assert policy is not None
        self.policy = policy
        self._clock = clock
        self._names = tuple(parameter.name for parameter in function.parameters)
        self._cache = _cache(policy)
        self._lock = threading.Lock()
        self._under_way: dict[Hashable, asyncio.Future[Any]] = {}
        self._hits = self._misses = self._evicted = self._expired = 0
        self._clearings = 0
        """How often all was forgotten: what was asked for before then is not kept after it."""

    def figures(self) -> MemoFigures:
        """What has happened so far."""
        with self._lock:
            return MemoFigures(
                self._hits, self._misses, self._evicted, self._expired, len(self._cache), self.policy
            )

    def clear(self) -> int:
        """Forget every result; gives how many there were."""
        with self._lock:
            count = len(self._cache)
            self._cache.clear()
            self._clearings += 1
        return count

    def around(self, proceed: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], Any]:
        """The same call of a plain function, which asks for the result only when none is kept."""

        def call(arguments: dict[str, Any]) -> Any:
            try:
                key = self._key(arguments)
            except Unkeyable:
                return proceed(arguments)
            value = self._find(key)
            if value is _MISSING:
                clearings = self._clearings
                value = self._keep(key, proceed(arguments), clearings)
            return value

        return call

    def around_async(
        self, proceed: Callable[[dict[str, Any]], Awaitable[Any]]
    ) -> Callable[[dict[str, Any]], Awaitable[Any]]:
        """The same for a function that may wait; equal calls at one time wait for the first of them."""

        async def call(arguments: dict[str, Any]) -> Any:
            try:
                key = self._key(arguments)
            except Unkeyable:
                return await proceed(arguments)
            if (first := self._under_way.get(key)) is not None:
                await asyncio.wait([first])
            value = self._find(key)
            if value is not _MISSING:
                return value
            if key in self._under_way:  # the first one failed; those that waited for it do not queue up again
                clearings = self._clearings
                return self._keep(key, await proceed(arguments), clearings)
            return await self._first(key, proceed, arguments)

        return call

    async def _first(
        self, key: Hashable, proceed: Callable[[dict[str, Any]], Awaitable[Any]], arguments: dict[str, Any]
    ) -> Any:
        done = self._under_way[key] = asyncio.get_running_loop().create_future()
        clearings = self._clearings
        try:
            return self._keep(key, await proceed(arguments), clearings)
        finally:
            del self._under_way[key]
            done.set_result(None)

    def _find(self, key: Hashable) -> Any:
        with self._lock:
            found = self._cache.get(key, _MISSING)
            if found is not _MISSING:
                value, ends = found
                if ends is None or self._clock() < ends:
                    self._hits += 1
                    return value
                del self._cache[key]
                self._expired += 1
            self._misses += 1
            return _MISSING

    def _keep(self, key: Hashable, value: Any, clearings: int) -> Any:
        ttl = self.policy.ttl_seconds
        with self._lock:
            if clearings != self._clearings:
                return value
            if key not in self._cache and len(self._cache) >= self._cache.maxsize:
                self._evicted += 1
            self._cache[key] = (value, None if ttl is None else self._clock() + ttl)
        return value

    def _key(self, arguments: dict[str, Any]) -> Hashable:
        try:
            return tuple([_frozen(arguments.get(name, _MISSING)) for name in self._names])
        except RecursionError:
            raise Unkeyable from None


def _cache(policy: spec.Memoize) -> Cache[Hashable, Any]:
    import cachetools  # here, because most sessions keep nothing

    kinds = {"lru": cachetools.LRUCache, "lfu": cachetools.LFUCache, "fifo": cachetools.FIFOCache}
    return kinds[policy.policy](policy.max_entries)


def own(value: Any) -> Any:
    """``value`` for one caller alone, who may change it: what can be changed is copied, down to the leaves."""
    kind = type(value)
    if kind is list:
        return value.copy() if _SCALARS.issuperset(map(type, value)) else [own(item) for item in value]
    if kind is dict:
        return {name: own(item) for name, item in value.items()}
    if isinstance(value, BaseModel):
        copied = value.model_copy()
        for name in value.model_fields_set:
            copied.__dict__[name] = own(value.__dict__[name])
        return copied
    return value


def _frozen(value: Any) -> Hashable:
    """What is equal for equal validated arguments only; 1, 1.0 and true are three values. Raises Unkeyable."""
    kind = type(value)
    if kind is str or kind is int or value is None or value is _MISSING:
        return value  # type: ignore[no-any-return]
    if kind is bool or kind is float:
        return (kind, repr(value))
    if kind is dict:
        return (dict, *[(name, _frozen(value[name])) for name in sorted(value)])
    if kind is list:
        return (list, *map(_frozen, value))
    if isinstance(value, Enum):
        return (kind, value.value)
    if isinstance(value, BaseModel):
        return (kind, *[(name, _frozen(getattr(value, name))) for name in sorted(value.model_fields_set)])
    if isinstance(value, Resource):
        return (Resource, value.handle, value.revision)
    raise Unkeyable
