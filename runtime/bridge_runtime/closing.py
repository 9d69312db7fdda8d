"""The end of what a session holds: each thing is closed whatever the others do, and the first error is told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar, cast

from bridge_runtime.errors import BridgeError
from bridge_runtime.resources import Resource

ResultT = TypeVar("ResultT")
_log = logging.getLogger(__name__)


async def close(resource: Resource) -> BridgeError | None:
    """Close a resource; gives the error that its last caller should see."""
    error = await awaited(resource.aclose(), resource) if resource.closes_async else None
    return first(error, close_now(resource))


def close_now(resource: Resource) -> BridgeError | None:
    """The same for one that has nothing to wait for."""
    return called(resource.close, resource)


async def close_and_log(resource: Resource) -> None:
    """Close a resource that has no caller any more."""
    error = await close(resource)
    if error is not None:
        _log.warning("closing %r: %s", resource, error)


async def awaited(closing: Coroutine[Any, Any, None], what: object) -> BridgeError | None:
    """Await the end of ``what``; gives its BridgeError, and logs any other."""
    try:
        await closing
    except BridgeError as error:
        return error
    except Exception as error:
        _log.warning("closing %r failed: %s", what, error, exc_info=error)
    return None


def called(closing: Callable[[], None], what: object) -> BridgeError | None:
    """The same for an end that is not awaited."""
    try:
        closing()
    except BridgeError as error:
        return error
    except Exception as error:
        _log.warning("closing %r failed: %s", what, error, exc_info=error)
    return None


def first(*errors: BridgeError | None) -> BridgeError | None:
    """The first error; the others are logged."""
    found = [error for error in errors if error is not None]
    for error in found[1:]:
        _log.warning("closing went on after %s, and met: %s", found[0].code, error)
    return found[0] if found else None


def tell(error: BridgeError | None) -> None:
    """Raise the error, when there is one."""
    if error is not None:
        raise error


def at_once(work: Coroutine[Any, Any, ResultT]) -> ResultT:
    """Run a coroutine that has nothing to wait for."""
    try:
        work.send(None)
    except StopIteration as end:
        return cast(ResultT, end.value)
    work.close()
    raise RuntimeError("closing had to wait, and there is no event loop")
