"""Types as an interface writes them: expressions, and what has a name; where each stands, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

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


def named_in(expr: TypeExpr, *, handles: bool = False) -> Iterator[Name]:
    """The named types and callbacks that ``expr`` speaks of; with ``handles`` the resources, too."""
    match expr:
        case Ref(name=name) | CallbackOf(callback=name):
            yield name
        case HandleOf(resource=name) if handles:
            yield name
        case ListOf(item=inner) | MapOf(value=inner) | Nullable(inner=inner):
            yield from named_in(inner, handles=handles)


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
