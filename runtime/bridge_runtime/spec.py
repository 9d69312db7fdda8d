"""An interface as data: frozen dataclasses that the generated ``spec.py`` files fill.

Nothing here needs pydantic. A bridge's spec module is imported when that bridge is first used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import RUNTIME_ERRORS, BridgeError, UnknownFunction
from bridge_runtime.values import UNSET

if TYPE_CHECKING:
    from bridge_runtime.service import Service


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a function or a callback, in its order."""

    name: str
    required: bool = True
    nullable: bool = False
    default: Any = UNSET
    """The declared default as JSON; UNSET when there is none."""
    spread: bool = False
    """True for the record whose fields languages with keyword arguments take one by one."""
    python: str = ""
    """The service method's name for it where it is not ``name``: "from_" for "from"."""


@dataclass(frozen=True, slots=True)
class Memoize:
    """How long results may be kept: the policy of a function that says ``memoize``."""

    ttl_seconds: float | None
    max_entries: int
    policy: str


@dataclass(frozen=True, slots=True)
class Function:
    """One function; annotations may hold ``Handle(...)`` and ``CallbackMark(...)``."""

    name: str
    """Qualified: "desk.run"."""
    arguments: Any
    """``typing_extensions.TypedDict`` of the arguments by their JSON names; ``NotRequired`` where not required."""
    parameters: tuple[Parameter, ...] = ()
    result: Any = None
    """Annotation of the result; None when it returns nothing (``type(None)`` is a result of null)."""
    streams: Any = None
    """Annotation of one item, when the result is a stream."""
    is_async: bool = False
    method: str = ""
    """The service method's name where it is not the local name."""
    errors: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    emits: tuple[str, ...] = ()
    method_of: str = ""
    """Qualified name of the resource whose handle is the first parameter."""
    constructs: str = ""
    releases: str = ""
    memoize: Memoize | None = None
    batch: bool = False
    position: str = ""
    """Where it is declared: "idl/desk.yaml:120"."""
    signature: str = ""
    """How an implementation writes it: "async def run(self, desk, input, options=None)"."""

    @property
    def bridge(self) -> str:
        return self.name.partition(".")[0]

    @property
    def method_name(self) -> str:
        """Name of the service's method."""
        return self.method or self.name.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Callback:
    """A function type that a caller passes in."""

    name: str
    """Qualified: "desk.DeskHandler"."""
    arguments: Any
    """TypedDict of the arguments."""
    parameters: tuple[Parameter, ...] = ()
    result: Any = None
    """Annotation of the result; None when it returns nothing."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A live thing behind a handle."""

    name: str
    """Qualified: "desk.Desk"."""
    prefix: str
    """What its handles begin with, the local name in snake_case: "desk" gives desk_1."""
    constructor: str = ""
    release: str = ""
    """Local names of the functions that make and release one; empty when none does."""
    not_found: str = "runtime.invalid_handle"
    is_session: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An event the implementation emits."""

    name: str
    """The full type: "desk.start"."""
    payload: Any = None
    """Annotation of its data."""


@dataclass(frozen=True, slots=True)
class Error:
    """A declared error, by its generated class."""

    code: str
    exception: type[BridgeError]


@dataclass(frozen=True, slots=True)
class Permission:
    """One word of the interface's permission vocabulary."""

    name: str
    summary: str = ""
    takes: str = ""
    """What a grant lists: "paths", "hosts", "names", or "" for plain yes or no."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """One module of the interface; its mappings are keyed by local names (events by their type)."""

    name: str
    functions: Mapping[str, Function] = field(default_factory=dict)
    callbacks: Mapping[str, Callback] = field(default_factory=dict)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    errors: Mapping[str, Error] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    service: type[Service] | None = None
    """The generated abstract service; None for a module without functions."""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Interface:
    """All modules; each spec is imported when it is first asked for."""

    name: str
    version: str
    modules: Mapping[str, str | Bridge]
    """Module name -> import path of the module that holds its ``BRIDGE`` (or the Bridge itself)."""
    implementation: str = ""
    """Python package with the services; empty when sessions are given theirs."""
    permissions: Mapping[str, Permission] = field(default_factory=dict)
    default_grants: Mapping[str, Any] = field(default_factory=dict)
    position: str = ""

    def bridge(self, name: str) -> Bridge:
        """The module called ``name``; raises KeyError when there is none."""
        found = self.modules[name]
        if isinstance(found, Bridge):
            return found
        return _bridge_of(found)

    def function(self, name: str) -> Function:
        """The function called ``name`` ("desk.run"); raises UnknownFunction."""
        module, _, local = name.partition(".")
        if module in self.modules and (found := self.bridge(module).functions.get(local)):
            return found
        raise UnknownFunction(_suggest(self, name), function=name)

    def resource(self, name: str) -> Resource:
        module, _, local = name.partition(".")
        return self.bridge(module).resources[local]

    def callback(self, name: str) -> Callback:
        module, _, local = name.partition(".")
        return self.bridge(module).callbacks[local]

    def error(self, code: str) -> type[BridgeError] | None:
        """The class of an error code, declared or built in; None for an unknown one."""
        if code in RUNTIME_ERRORS:
            return RUNTIME_ERRORS[code]
        module, _, local = code.partition(".")
        found = self.bridge(module).errors.get(local) if module in self.modules else None
        return None if found is None else found.exception


@cache  # which asks the import system once, and waits for another thread's import as it does
def _bridge_of(module: str) -> Bridge:
    bridge = import_module(module).BRIDGE
    assert isinstance(bridge, Bridge)
    return bridge


def _suggest(interface: Interface, name: str) -> str:
    """The message for an unknown function: what was given, and the nearest thing that exists."""
    from difflib import get_close_matches

    from bridge_runtime.values import show

    module = name.partition(".")[0]
    if module not in interface.modules:
        known = ", ".join(sorted(interface.modules))
        return f"no function {show(name)}: {interface.name} has no bridge {show(module)}, it has {known}"
    names = [function.name for function in interface.bridge(module).functions.values()]
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]}?" if near else f"{module} has {', '.join(sorted(names))}"
    return f"no function {show(name)}; {hint}"
