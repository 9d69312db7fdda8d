"""Does a written JSON value fit a type? Says where it does not, and why."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, TypeAlias

from bridgegen.model import (
    MISSING,
    AnyJson,
    Callback,
    CallbackOf,
    Enum,
    HandleOf,
    Interface,
    Json,
    ListOf,
    MapOf,
    Name,
    Nullable,
    Record,
    Ref,
    Scalar,
    TypeExpr,
    Union,
)
from bridgegen.suggest import suggestion

Path: TypeAlias = tuple[str | int, ...]
VARIABLE = re.compile(r"\$([a-z][a-z0-9_]*)((?:\.[a-z0-9_]+)*)")
_KINDS: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_INT64 = 2**63


@dataclass(frozen=True, slots=True)
class Problem:
    path: Path
    """Where in the value: ("config", "tools", 0)."""
    text: str
    is_constraint: bool = False
    """The value has the right shape and is out of its bounds."""


@dataclass(frozen=True, slots=True)
class Context:
    """What values may refer to: the interface's types, and in an example the variables bound so far."""

    interface: Interface
    variables: Mapping[str, TypeExpr] | None = None
    """Name -> type of what is bound; None where a dollar means nothing."""
    ignored: frozenset[Path] = field(default_factory=frozenset)
    """Paths whose values are placeholders (``volatile``), and not looked at."""


def shown(value: Json) -> str:
    """``value`` as a message shows it: the words of JSON, cut short."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def problems(value: Json, expr: TypeExpr, context: Context, path: Path = ()) -> Iterator[Problem]:
    """Every way in which ``value`` does not fit ``expr``."""
    if path in context.ignored:
        return
    if (
        context.variables is not None
        and isinstance(value, str)
        and value.startswith("$")
        and not value.startswith("$$")
    ):
        yield from _variable(value, expr, context, path)
        return
    match expr:
        case AnyJson():
            yield from _open(value, context, path)
        case Nullable(inner):
            if value is not None:
                yield from problems(value, inner, context, path)
        case Scalar():
            yield from _scalar(value, expr, context, path)
        case ListOf(item, constraints):
            if not isinstance(value, list):
                yield Problem(path, f"{shown(value)} must be a list")
                return
            for index, element in enumerate(value):
                yield from problems(element, item, context, (*path, index))
            yield from _sized(value, constraints, "Items", path)
            if constraints.get("uniqueItems") and any(
                value.index(element) != i for i, element in enumerate(value)
            ):
                yield Problem(path, "its items must differ from each other", True)
        case MapOf(inner, constraints):
            if not isinstance(value, dict):
                yield Problem(path, f"{shown(value)} must be an object")
                return
            for key, element in value.items():
                yield from problems(element, inner, context, (*path, key))
            yield from _sized(value, constraints, "Properties", path)
        case Ref(name):
            yield from _named(value, name, context, path)
        case HandleOf(resource):
            if not isinstance(value, str):
                yield Problem(
                    path, f"{shown(value)} must be a handle of {resource}, which is text or a variable"
                )
        case CallbackOf(callback):
            yield from _callback(value, context.interface.callback(callback), context, path)


def _open(value: Json, context: Context, path: Path) -> Iterator[Problem]:
    """Anything goes in open JSON; variables in it must exist all the same, and numbers be JSON's."""
    if isinstance(value, dict):
        for key, element in value.items():
            yield from problems(element, AnyJson(), context, (*path, key))
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from problems(element, AnyJson(), context, (*path, index))
    elif isinstance(value, float) and not math.isfinite(value):
        yield Problem(path, f"{value} is no JSON number")


def _variable(text: str, expr: TypeExpr, context: Context, path: Path) -> Iterator[Problem]:
    assert context.variables is not None
    match = VARIABLE.fullmatch(text)
    if match is None:
        yield Problem(
            path, f"{text!r} begins with a dollar and names no variable; a literal dollar is written twice"
        )
        return
    if match[1] not in context.variables:
        known = ", ".join(f"${name}" for name in context.variables) or "none"
        yield Problem(
            path,
            f"there is no variable ${match[1]} here (bound are: {known}); a literal dollar is written twice",
        )
        return
    bound: TypeExpr | None = context.variables[match[1]]
    for part in match[2].split(".")[1:]:
        record = context.interface.underlying(bound) if bound is not None else None
        named = context.interface.type(record.name) if isinstance(record, Ref) else None
        if isinstance(named, Record):
            found = next((field for field in named.fields if field.name == part), None)
            if found is None:
                hint = suggestion(part, (field.name for field in named.fields))
                yield Problem(path, f"${match[1]} is a {named.name}, which has no field {part!r}{hint}")
                return
            bound = found.type
        else:
            bound = None  # a field of open JSON, a map or a union: known at run time only
    wanted = expr.inner if isinstance(expr, Nullable) else expr
    given = bound.inner if isinstance(bound, Nullable) else bound
    handles = isinstance(wanted, HandleOf) or isinstance(given, HandleOf)
    if (
        handles
        and given is not None
        and not isinstance(wanted, AnyJson)
        and given != wanted
        and not _is_text(wanted)
    ):
        yield Problem(path, f"{text} is {_said(given)}, where {_said(wanted)} is expected")


def _is_text(expr: TypeExpr) -> bool:
    return isinstance(expr, Scalar) and expr.kind == "string"


def _said(expr: TypeExpr) -> str:
    match expr:
        case HandleOf(resource):
            return f"a handle of {resource}"
        case CallbackOf(callback):
            return f"a callback {callback}"
        case Ref(name):
            return f"a {name}"
        case Scalar(kind):
            return f"of type {kind}"
        case ListOf():
            return "a list"
        case MapOf():
            return "an object"
        case _:
            return "another type"


def _scalar(value: Json, expr: Scalar, context: Context, path: Path) -> Iterator[Problem]:
    fits = isinstance(value, _KINDS[expr.kind]) and (expr.kind == "boolean" or not isinstance(value, bool))
    if expr.kind == "integer" and isinstance(value, float) and value.is_integer():
        fits = True  # JSON Schema counts 1.0 as an integer
    if not fits:
        yield Problem(
            path, f"{shown(value)} must be {'null' if expr.kind == 'null' else f'of type {expr.kind}'}"
        )
        return
    if expr.const is not MISSING and value != expr.const:
        yield Problem(path, f"{shown(value)} must be {shown(expr.const)}")
    if isinstance(value, str):
        text = value[1:] if context.variables is not None and value.startswith("$$") else value
        yield from _text(text, expr, path)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from _number(value, expr, path)


def _text(value: str, expr: Scalar, path: Path) -> Iterator[Problem]:
    yield from _sized(value, expr.constraints, "Length", path)
    pattern = expr.constraints.get("pattern")
    if pattern is not None and not re.search(pattern, value):
        yield Problem(path, f"{shown(value)} must match the pattern {pattern}", True)
    if expr.format and not has_format(value, expr.format):
        yield Problem(path, f"{shown(value)} must have the format {expr.format}", True)


def _number(value: int | float, expr: Scalar, path: Path) -> Iterator[Problem]:
    if isinstance(value, float) and not math.isfinite(value):
        yield Problem(path, f"{value} is no JSON number")
        return
    if expr.kind == "integer" and not -_INT64 <= value < _INT64:
        yield Problem(path, f"{value} does not fit an integer of 64 bits")
    for keyword, (words, fits) in _BOUNDS.items():
        if keyword in expr.constraints and not fits(value, expr.constraints[keyword]):
            yield Problem(path, f"{value} must be {words} {expr.constraints[keyword]}", True)


def _is_multiple(value: int | float, of: int | float) -> bool:
    if isinstance(value, int) and isinstance(of, int):
        return value % of == 0
    return math.isclose(value / of, round(value / of), rel_tol=1e-12)


_BOUNDS: Mapping[str, tuple[str, Callable[[Any, Any], bool]]] = {
    "minimum": ("at least", operator.ge),
    "maximum": ("at most", operator.le),
    "exclusiveMinimum": ("above", operator.gt),
    "exclusiveMaximum": ("below", operator.lt),
    "multipleOf": ("a multiple of", _is_multiple),
}


def _sized(value: Any, constraints: Mapping[str, Json], of: str, path: Path) -> Iterator[Problem]:
    words = {"Length": "characters", "Items": "items", "Properties": "entries"}[of]
    if (least := constraints.get(f"min{of}")) is not None and len(value) < least:
        yield Problem(path, f"{shown(value)} must have at least {least} {words}", True)
    if (most := constraints.get(f"max{of}")) is not None and len(value) > most:
        yield Problem(path, f"{shown(value)} must have at most {most} {words}", True)


def _named(value: Json, name: Name, context: Context, path: Path) -> Iterator[Problem]:
    named = context.interface.type(name)
    if isinstance(named, Enum):
        values = [entry.value for entry in named.values]
        if value not in values:
            hint = suggestion(value, values) if isinstance(value, str) else ""
            yield Problem(path, f"{shown(value)} must be one of {', '.join(values)}{hint}")
    elif isinstance(named, Record):
        yield from _record(value, named, context, path)
    elif isinstance(named, Union):
        yield from _union(value, named, context, path)
    else:
        yield from problems(value, named.type, context, path)


def _record(value: Json, record: Record, context: Context, path: Path) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem(path, f"{shown(value)} must be an object, a {record.name}")
        return
    fields = {field.name: field for field in record.fields}
    for key, element in value.items():
        if key in fields:
            yield from problems(element, fields[key].type, context, (*path, key))
        else:
            yield Problem((*path, key), f"{record.name} has no field {key!r}{suggestion(key, fields)}")
    for name, declared in fields.items():
        if declared.required and name not in value and (*path, name) not in context.ignored:
            yield Problem(path, f"the field {name!r}, which {record.name} requires, is missing")


def _union(value: Json, union: Union, context: Context, path: Path) -> Iterator[Problem]:
    tags = {variant.tag: variant.record for variant in union.variants}
    tag = value.get(union.discriminator) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        yield Problem(path, f"{shown(value)} must be an object, a {union.name}")
    elif not isinstance(tag, str) or tag not in tags:
        given = f"not {shown(tag)}" if union.discriminator in value else "which is missing"
        yield Problem(
            path, f"{union.discriminator!r} of a {union.name} must be one of {', '.join(tags)}, {given}"
        )
    else:
        yield from _named(value, tags[tag], context, path)


def _callback(value: Json, callback: Callback, context: Context, path: Path) -> Iterator[Problem]:
    way_out = "write {$callback: {returns: <json>}} or {$callback: {fails: {message: <text>}}}"
    behaviour = value.get("$callback") if isinstance(value, dict) and len(value) == 1 else None
    if context.variables is None or not isinstance(behaviour, dict) or len(behaviour) > 1:
        yield Problem(path, f"{shown(value)} must be a callback {callback.name}; {way_out}")
    elif "fails" in behaviour:
        fails = behaviour["fails"]
        if not isinstance(fails, dict) or list(fails) != ["message"] or not isinstance(fails["message"], str):
            yield Problem((*path, "$callback", "fails"), f"{shown(fails)} must be {{message: <text>}}")
    elif "returns" in behaviour:
        where = (*path, "$callback", "returns")
        if callback.result is not None:
            yield from problems(behaviour["returns"], callback.result, context, where)
        elif behaviour["returns"] is not None:
            yield Problem(where, f"{callback.name} returns nothing, so write null")
    elif behaviour:
        yield Problem((*path, "$callback"), f"{shown(behaviour)} is no behaviour; {way_out}")
    elif callback.result is not None:
        yield Problem((*path, "$callback"), f"{callback.name} returns a value; {way_out}")


# --- formats ------------------------------------------------------------------------------------

_PATTERNS = {
    "duration": r"P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)",
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*",
    "uuid": r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "email": r"[^@\s]+@[^@\s]+",
    "byte": r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
}


@lru_cache(maxsize=4096)
def has_format(value: str, name: str) -> bool:
    """Whether text has a format of the language; sources: RFC 3339 for times, ISO 8601 for durations."""
    if name in _PATTERNS:
        return re.fullmatch(_PATTERNS[name], value) is not None
    try:
        if name == "date":
            return len(value) == 10 and bool(date.fromisoformat(value))
        if name == "time":
            return time.fromisoformat(value).tzinfo is not None or len(value) >= 8
        parsed = datetime.fromisoformat(value)
        return parsed.tzinfo is not None and value[10:11] in ("T", "t", " ")
    except ValueError:
        return False
