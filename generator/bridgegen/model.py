"""The checked, resolved interface: the only thing a target ever sees.

Everything here is immutable and free of YAML: references are resolved to qualified names,
defaults are filled in, numbers come from ``abi.lock``. Build it with ``bridgegen.load.load``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar

Found = TypeVar("Found")

Json: TypeAlias = Any
"""Any JSON value as Python's json module gives it."""


class _Missing:
    """Marks "not given", where None would mean JSON null."""

    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "MISSING"  # the one object, also after it was kept in a cache


MISSING = _Missing()


class Position(NamedTuple):
    """A place in a source file; lines and columns start at 1."""

    file: str
    line: int
    column: int


class Name(NamedTuple):
    """A qualified name: ``desk.DeskConfig`` is module ``desk``, local name ``DeskConfig``."""

    module: str
    local: str

    def __str__(self) -> str:
        return f"{self.module}.{self.local}"


Stability = Literal["experimental", "beta", "stable"]
Recovery = Literal["retry_once", "retry_with_backoff", "failover", "none"]
ScalarKind = Literal["string", "integer", "number", "boolean", "null"]


@dataclass(frozen=True, slots=True)
class Doc:
    """What every construct may say about itself."""

    summary: str = ""
    description: str = ""
    since: str = ""
    deprecated: str = ""
    """What to use instead; empty when not deprecated."""
    stability: Stability = "stable"
    rename: Mapping[str, str] = field(default_factory=dict)
    """Target name -> the local name to use there instead of the one the target would make."""


# --- type expressions: what may stand where a type is asked for -------------------------------


@dataclass(frozen=True, slots=True)
class Scalar:
    kind: ScalarKind
    format: str = ""
    const: Json = MISSING
    constraints: Mapping[str, Json] = field(default_factory=dict)
    """JSON Schema keywords kept as they are: minLength, maximum, pattern, …"""


@dataclass(frozen=True, slots=True)
class AnyJson:
    """Open JSON: any value at all."""


@dataclass(frozen=True, slots=True)
class ListOf:
    item: TypeExpr
    constraints: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MapOf:
    """String keys; ``value`` is AnyJson for an open JSON object."""

    value: TypeExpr
    constraints: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ref:
    """A named type, or a constants group used as a type."""

    name: Name


@dataclass(frozen=True, slots=True)
class HandleOf:
    resource: Name


@dataclass(frozen=True, slots=True)
class CallbackOf:
    callback: Name


@dataclass(frozen=True, slots=True)
class Nullable:
    inner: TypeExpr


TypeExpr: TypeAlias = Scalar | AnyJson | ListOf | MapOf | Ref | HandleOf | CallbackOf | Nullable


def named_in(expr: TypeExpr) -> Iterator[Name]:
    """The named types and callbacks that ``expr`` speaks of."""
    match expr:
        case Ref():
            yield expr.name
        case CallbackOf():
            yield expr.callback
        case ListOf():
            yield from named_in(expr.item)
        case MapOf():
            yield from named_in(expr.value)
        case Nullable():
            yield from named_in(expr.inner)


# --- named types ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: TypeExpr
    required: bool
    default: Json
    """MISSING when there is none. A default documents what absence means; it never travels."""
    doc: Doc
    position: Position
    secret: bool = False
    """True for what goes in and is shown nowhere (JSON Schema's ``writeOnly``)."""


@dataclass(frozen=True, slots=True)
class Record:
    name: Name
    fields: tuple[Field, ...]
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class EnumValue:
    name: str
    """UPPER_CASE, as constants are written: IDLE."""
    value: str
    """What travels as JSON: "idle"."""
    number: int
    """Frozen in abi.lock; starts at 1, so that 0 can mean "not set" in C."""
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class Enum:
    """A string enumeration; from ``types`` or from a string group of ``constants``."""

    name: Name
    values: tuple[EnumValue, ...]
    doc: Doc
    position: Position
    is_constant: bool = False
    """True when it was written under ``constants``."""


@dataclass(frozen=True, slots=True)
class Variant:
    tag: str
    """The discriminator's value."""
    record: Name
    number: int = 0
    """Of the tag; frozen in abi.lock, starts at 1."""


@dataclass(frozen=True, slots=True)
class Union:
    """A tagged union of records; ``discriminator`` is the property that tells them apart."""

    name: Name
    discriminator: str
    variants: tuple[Variant, ...]
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class Alias:
    """A named scalar, list, map or open JSON type."""

    name: Name
    type: TypeExpr
    doc: Doc
    position: Position


NamedType: TypeAlias = Record | Enum | Union | Alias


def expressions(named: NamedType) -> Iterator[TypeExpr]:
    """The type expressions that a named type is made of."""
    match named:
        case Record():
            yield from (field.type for field in named.fields)
        case Union():
            yield from (Ref(variant.record) for variant in named.variants)
        case Alias():
            yield named.type


# --- the rest of the vocabulary ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Constant:
    name: str
    value: Json
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class ConstantGroup:
    """Named integers, numbers or booleans. (A group of strings is an Enum.)"""

    name: Name
    kind: ScalarKind
    values: tuple[Constant, ...]
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class Error:
    name: Name
    """``str(name)`` is the stable code: desk.not_found."""
    number: int
    message: str
    """May hold ``{field}`` placeholders."""
    fields: tuple[Field, ...]
    recovery: Recovery
    http_status: int
    doc: Doc
    position: Position

    @property
    def code(self) -> str:
        return str(self.name)


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: TypeExpr
    required: bool
    default: Json
    """MISSING when there is none."""
    spread: bool
    """True for a record whose fields a language with keyword arguments takes one by one."""
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class Callback:
    name: Name
    parameters: tuple[Parameter, ...]
    result: TypeExpr | None
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class Resource:
    name: Name
    constructor: str
    """Local name of the function that makes one; empty when none does."""
    release: str
    """Local name of the function that releases one; empty when only the session does."""
    not_found: str
    """Code of the error for an unknown handle."""
    is_session: bool
    """True for the one resource that is itself a session."""
    methods: tuple[str, ...]
    """Local names of the functions whose first parameter is this handle."""
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class Memoize:
    ttl_seconds: float | None
    max_entries: int
    policy: Literal["lru", "lfu", "fifo"]


@dataclass(frozen=True, slots=True)
class Step:
    """One call that an example makes before the one it shows."""

    function: Name
    arguments: Mapping[str, Json]
    bind: str
    """The name that ``$name`` stands for in later arguments; empty when unused."""
    position: Position


@dataclass(frozen=True, slots=True)
class ExpectedEvent:
    type: str
    data: Json
    """MISSING when only the type is compared."""


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    summary: str
    grants: Mapping[str, Json]
    """Permissions of the session it runs in, beside the defaults: name -> true or a list."""
    given: tuple[Step, ...]
    arguments: Mapping[str, Json]
    result: Json
    """MISSING when the example ends in an error or a stream, or the function returns nothing."""
    stream: tuple[Json, ...] | None
    error: Mapping[str, Json] | None
    """``{"code": …}`` and, when given, ``"fields"``."""
    events: tuple[ExpectedEvent, ...] | None
    """Every event the call emits, in order; None when not compared."""
    callbacks: tuple[Json, ...] | None
    """Argument lists of the callback calls seen, in order; None when not compared."""
    volatile: tuple[str, ...]
    """JSON pointers into the outcome whose values differ from run to run."""
    position: Position


@dataclass(frozen=True, slots=True)
class Function:
    name: Name
    number: int
    parameters: tuple[Parameter, ...]
    result: TypeExpr | None
    """None when it returns nothing (and when it streams)."""
    streams: TypeExpr | None
    """The item type when the result is a stream."""
    is_async: bool
    errors: tuple[str, ...]
    """Codes of the errors it may raise, besides the built-in ones."""
    permissions: tuple[str, ...]
    emits: tuple[str, ...]
    method_of: Name | None
    """The resource whose handle is the first parameter."""
    constructs: Name | None
    releases: Name | None
    memoize: Memoize | None
    batch: bool
    examples: tuple[Example, ...]
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    """The full type: desk.start."""
    payload: TypeExpr
    when: str
    doc: Doc
    position: Position


@dataclass(frozen=True, slots=True)
class Permission:
    name: str
    summary: str
    takes: str
    """What a grant lists: "paths", "hosts", "names", or "" for plain yes or no."""
    position: Position


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the interface. A module with functions is a bridge."""

    name: str
    types: tuple[NamedType, ...]
    """In dependency order where there is one: a type comes after those it needs complete."""
    constants: tuple[ConstantGroup, ...]
    errors: tuple[Error, ...]
    callbacks: tuple[Callback, ...]
    resources: tuple[Resource, ...]
    functions: tuple[Function, ...]
    events: tuple[Event, ...]
    uses: tuple[str, ...]
    """Names of the other modules it refers to, sorted; transitive."""
    digest: str
    """Changes when the text of this module or of one it uses does."""
    doc: Doc
    position: Position

    @property
    def is_bridge(self) -> bool:
        return bool(self.functions)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a target may ask about a type, computed once and transitively."""

    has_callback: bool
    is_recursive: bool
    is_input: bool
    """Reachable from a parameter, or from a callback's result."""
    is_output: bool
    """Reachable from a result, a stream, an event, an error or a callback's parameter."""


@dataclass(frozen=True, slots=True)
class Interface:
    name: str
    version: str
    modules: tuple[Module, ...]
    builtin_errors: tuple[Error, ...]
    """The ``runtime.*`` errors that every interface has; numbers below 100."""
    permissions: tuple[Permission, ...]
    default_grants: Mapping[str, Json]
    implementation: str
    """Python package that holds the services; empty when the interface has none."""
    options: Mapping[str, Mapping[str, Json]]
    """Target name -> that target's own settings from interface.yaml."""
    facts: Mapping[Name, Facts]
    doc: Doc
    _types: Mapping[Name, NamedType | ConstantGroup] = field(repr=False)
    option_places: Mapping[tuple[str, str], Position] = field(default_factory=dict, repr=False)
    """Where each setting of each target stands."""
    _once: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What ``once`` keeps."""

    @property
    def bridges(self) -> tuple[Module, ...]:
        return tuple(module for module in self.modules if module.is_bridge)

    def module(self, name: str) -> Module:
        return self._find("module", name, lambda: {module.name: module for module in self.modules})

    def type(self, name: Name) -> NamedType:
        found = self._types[name]
        if isinstance(found, ConstantGroup):
            raise KeyError(f"{name} is a group of {found.kind} constants, not a type")
        return found

    def find_type(self, name: Name) -> NamedType | None:
        """The type called ``name``, or None when there is none."""
        found = self._types.get(name)
        return None if isinstance(found, ConstantGroup) else found

    def resource(self, name: Name) -> Resource:
        return self._find("resource", name, lambda: {r.name: r for m in self.modules for r in m.resources})

    def callback(self, name: Name) -> Callback:
        return self._find("callback", name, lambda: {c.name: c for m in self.modules for c in m.callbacks})

    def function(self, name: Name) -> Function:
        return self._find("function", name, lambda: {f.name: f for m in self.modules for f in m.functions})

    def error(self, code: str) -> Error:
        return self._find("error", code, lambda: {error.code: error for error in self.errors()})

    def _find(self, kind: str, key: Any, make: Callable[[], Mapping[Any, Found]]) -> Found:
        """``key`` in the table of ``kind``; KeyError when it is not there."""
        return self.once(kind, make)[key]

    def once(self, key: str, make: Callable[[], Found]) -> Found:
        """What ``make`` gives, made when ``key`` is first asked for.

        For what many units share: computed in each of them, it would cost the square of the interface's size.
        """
        if key not in self._once:
            self._once[key] = make()
        found: Found = self._once[key]
        return found

    def errors(self) -> Iterator[Error]:
        yield from self.builtin_errors
        for module in self.modules:
            yield from module.errors

    def underlying(self, expr: TypeExpr) -> TypeExpr:
        """``expr`` with aliases followed, until it is no longer a reference to one."""
        while isinstance(expr, Ref) and isinstance(found := self.type(expr.name), Alias):
            expr = found.type
        return expr
