"""Implementations: where an interface has its own, and whether one has every function with the declared signature."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bridge_runtime import spec
from bridge_runtime.errors import BrokenInstallation
from bridge_runtime.service import Service
from bridge_runtime.values import UNSET

if TYPE_CHECKING:
    from bridge_runtime.session import Session

_checked: set[tuple[int, type[Service]]] = set()


def check(bridge: spec.Bridge, service: Service) -> None:
    """Raises BrokenInstallation with every function that is missing or does not have its signature."""
    seen = (id(bridge), type(service))
    if seen not in _checked:
        _refuse_problems(bridge, type(service))
        _checked.add(seen)


def refuse(implementation: type[Service], arguments: tuple[Any, ...]) -> None:
    """Say which functions of its bridge an incomplete class lacks, before Python says it in its own words."""
    interface = getattr(arguments[0], "interface", None) if arguments else None
    if isinstance(interface, spec.Interface):
        for name in interface.modules:
            bridge = interface.bridge(name)
            if bridge.service is not None and bridge.service in implementation.__mro__:
                _refuse_problems(bridge, implementation)


def _refuse_problems(bridge: spec.Bridge, implementation: type[Service]) -> None:
    found = [
        problem for function in bridge.functions.values() for problem in _problems(function, implementation)
    ]
    if found:
        raise BrokenInstallation(detail="\n".join(found))


def _problems(function: spec.Function, implementation: type[Service]) -> Iterator[str]:
    where = f"{function.name} ({function.position})" if function.position else function.name
    name = f"{implementation.__module__}.{implementation.__qualname__}"
    wanted = declaration(function)
    method = getattr(implementation, function.method_name, None)
    if method is None or getattr(method, "__isabstractmethod__", False):
        yield f"{where} is not implemented by {name}: add '{wanted}'"
        return
    if not callable(method):
        yield f"{where} is {type(method).__name__} in {name}, not a method: write '{wanted}'"
        return
    wrong = _wrong_kind(function, method) or _wrong_parameters(function, method)
    if wrong:
        yield f"{where} has another signature in {name}: {wrong}; write '{wanted}'"


def declaration(function: spec.Function) -> str:
    """The line an implementation begins the method with."""
    if function.signature:
        return function.signature
    prefix = "async def" if function.is_async and function.streams is None else "def"
    parameters = ["self"]
    for parameter in function.parameters:
        text = parameter.python or parameter.name
        if not parameter.required:
            default = parameter.default
            text += f"={default!r}" if default is not UNSET else "=UNSET" if parameter.nullable else "=None"
        parameters.append(text)
    return f"{prefix} {function.method_name}({', '.join(parameters)})"


def _wrong_kind(function: spec.Function, method: Callable[..., Any]) -> str:
    is_coroutine = inspect.iscoroutinefunction(method)
    if function.streams is not None:
        return "a coroutine function gives no stream, an asynchronous generator does" if is_coroutine else ""
    if inspect.isasyncgenfunction(method) or inspect.isgeneratorfunction(method):
        return "it is a generator, and the function does not stream"
    if function.is_async and not is_coroutine:
        return "it is not 'async', and the interface says that it may wait"
    if not function.is_async and is_coroutine:
        return "it is 'async', and the interface says that it never waits (async: true is missing there)"
    return ""


def _wrong_parameters(function: spec.Function, method: Callable[..., Any]) -> str:
    try:
        given = list(inspect.signature(method).parameters.values())[1:]
    except (TypeError, ValueError):
        return ""
    names = {p.name: p for p in given if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)}
    takes_any = any(p.kind is p.VAR_KEYWORD for p in given)
    for parameter in function.parameters:
        name = parameter.python or parameter.name
        own = names.pop(name, None)
        if own is None:
            if takes_any:
                continue
            return f"the parameter {name!r} is missing"
        if own.kind is own.POSITIONAL_ONLY:
            return f"the parameter {name!r} cannot be given by its name"
        if not parameter.required and own.default is own.empty:
            return f"the parameter {name!r} is optional, and needs its default"
    for own in names.values():
        if own.default is own.empty:
            return f"the parameter {own.name!r} is not in the interface"
    return ""


def maker(interface: spec.Interface, bridge: str) -> Callable[[Session], Service]:
    """What makes the interface's own implementation of a bridge; raises BrokenInstallation when there is none."""
    if not interface.implementation:
        raise BrokenInstallation(
            detail=f"{interface.name} has no implementation of {bridge}; give the session its services"
        )
    path = f"{interface.implementation}.{bridge}"
    try:
        module = import_module(path)
    except ImportError as error:
        raise BrokenInstallation(
            detail=f"the implementation {path} cannot be imported: {error}", cause=error
        ) from error
    found = getattr(module, "make_service", None)
    if not callable(found):
        raise BrokenInstallation(
            detail=f"{path} has no 'def make_service(session)' that gives the service of {bridge}"
        )
    return found  # type: ignore[no-any-return]
