"""What a module declares besides types: constants, errors, callbacks, resources, functions with examples, events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bridgegen.model.types import Doc, Field, Json, Name, Position, ScalarKind, TypeExpr

Recovery = Literal["retry_once", "retry_with_backoff", "failover", "none"]


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

    def expressions(self) -> Iterator[TypeExpr]:
        """The types of what goes in and of what comes out."""
        yield from (parameter.type for parameter in self.parameters)
        if self.result is not None:
            yield self.result


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
