"""Every name the Python target makes: case, reserved words, renames. No name is made anywhere else."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Iterator

from bridgegen import casing
from bridgegen.model import Doc, Field, Function, Interface, Module, Name, Parameter, Record, Resource

TARGET = "python"

_KEYWORDS = frozenset(keyword.kwlist)
_BUILTINS = frozenset(dir(builtins))

_MODEL_ATTRIBUTES = frozenset(
    [
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "mro",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "register",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
    ]
)
"""What pydantic's BaseModel, or its metaclass, already calls something, besides everything that begins with ``model_``."""

_TYPES_IN_MODELS = frozenset(
    ["bool", "bytes", "date", "datetime", "dict", "float", "int", "list", "str", "time", "timedelta"]
)
"""Names that annotations of a model speak of: a field of that name would hide the type from the next field."""

_BRIDGE_ATTRIBUTES = frozenset({"core"})
_RESOURCE_ATTRIBUTES = frozenset({"core", "handle", "is_live", "live", "of"})
_SESSION_ATTRIBUTES = frozenset(
    {"aclose", "annotations", "close", "core", "handle", "is_live", "live", "of", "on"}
)
_FACADE_LOCALS = frozenset({"clients", "self"}) | _TYPES_IN_MODELS
_SERVICE_ATTRIBUTES = frozenset({"session"})
_ERROR_ATTRIBUTES = frozenset(
    [
        "add_note",
        "args",
        "cause",
        "code",
        "field_names",
        "fields",
        "from_json",
        "http_status",
        "message",
        "recovery",
        "template",
        "to_json",
        "trace_id",
        "with_traceback",
    ]
)
_BRIDGE_MODULES = frozenset({"aio", "constants", "errors", "events", "service", "spec", "sync", "types"})
_PACKAGE_NAMES = frozenset({"AsyncSession", "BridgeError", "Session", "SessionOptions"})


def _renamed(doc: Doc, name: str) -> str:
    return doc.rename.get(TARGET, name)


def safe(name: str, taken: frozenset[str] = frozenset()) -> str:
    """``name``, or with an underscore after it where Python or ``taken`` has it already."""
    return f"{name}_" if name in _KEYWORDS or name in taken else name


_IMPORTED = frozenset(
    [
        "Annotated",
        "Any",
        "AsyncIterator",
        "Awaitable",
        "AwareDatetime",
        "BRIDGE",
        "Base64",
        "BridgeError",
        "Callable",
        "Callback",
        "CallbackMark",
        "Email",
        "EventType",
        "Field",
        "Final",
        "Generic",
        "Handle",
        "Literal",
        "NotRequired",
        "Record",
        "Resource",
        "Sequence",
        "Service",
        "StrEnum",
        "TYPE_CHECKING",
        "TypeAlias",
        "TypeAliasType",
        "TypeVar",
        "TypedDict",
        "UNIQUE",
        "UNSET",
        "UUID",
        "Union",
        "Unset",
        "Uri",
    ]
)
"""What the generated modules import: a type of that name would hide it."""


def package(interface: Interface) -> str:
    return safe(casing.snake(interface.name))


def module(bridge: Module) -> str:
    """The bridge's subpackage, and its attribute of a session."""
    return safe(_renamed(bridge.doc, bridge.name), _SESSION_ATTRIBUTES | _PACKAGE_NAMES | _BUILTINS)


def service(bridge: Module) -> str:
    return f"{casing.pascal(_renamed(bridge.doc, bridge.name))}Service"


def facade(bridge: Module, *, is_async: bool) -> str:
    """The class of ``session.<bridge>``."""
    return f"{'Async' if is_async else ''}{casing.pascal(_renamed(bridge.doc, bridge.name))}Bridge"


def named(name: Name, doc: Doc) -> str:
    """A type, a group of constants or a callback."""
    return safe(_renamed(doc, name.local), _IMPORTED)


def resource(found: Resource, *, is_async: bool) -> str:
    """What callers hold; the resource that is itself a session is the facade session."""
    local = "Session" if found.is_session else safe(_renamed(found.doc, found.name.local), _IMPORTED)
    return f"{'Async' if is_async else ''}{local}"


def resource_variable(found: Resource) -> str:
    """The type variable that stands for the implementation's class of a resource."""
    return f"{_renamed(found.doc, found.name.local)}T"


def error(name: Name, doc: Doc) -> str:
    return safe(casing.pascal(_renamed(doc, name.local)), _IMPORTED)


def constant(name: str, doc: Doc) -> str:
    """A member of an enumeration or of a group of constants, or the constant of an event's type."""
    return safe(_renamed(doc, name))


def event(event_type: str, doc: Doc) -> str:
    """The constant that holds an event's type: ``lending.borrowed`` is ``BORROWED``."""
    return safe(casing.upper(_renamed(doc, event_type.partition(".")[2])))


def function(function: Function) -> str:
    """The bridge's function, which is also the service's method."""
    return safe(_renamed(function.doc, function.name.local), _BRIDGE_ATTRIBUTES)


def service_method(found: Function) -> str:
    return safe(_renamed(found.doc, found.name.local), _SERVICE_ATTRIBUTES)


def method(found: Function) -> str:
    """The same function as a method of its resource."""
    return safe(_renamed(found.doc, found.name.local), _RESOURCE_ATTRIBUTES)


def parameter(found: Parameter) -> str:
    return safe(_renamed(found.doc, found.name), _FACADE_LOCALS)


def field(found: Field) -> str:
    """A record's field: never a name that pydantic, a type in an annotation, or a facade that spreads it already has."""
    name = _renamed(found.doc, found.name)
    if name.startswith("model_") and name in _MODEL_PREFIXED:
        return f"{name}_"
    return safe(name, _MODEL_ATTRIBUTES | _FACADE_LOCALS)


def argument(found: Field) -> str:
    """A record's field as a keyword argument of a facade that spreads it, where pydantic has no say."""
    return safe(_renamed(found.doc, found.name), _FACADE_LOCALS)


_MODEL_PREFIXED = frozenset(
    f"model_{name}"
    for name in (
        [
            "computed_fields",
            "config",
            "construct",
            "copy",
            "dump",
            "dump_json",
            "extra",
            "fields",
            "fields_set",
            "json_schema",
            "parametrized_name",
            "post_init",
            "rebuild",
            "validate",
            "validate_json",
            "validate_strings",
        ]
    )
)


def error_field(found: Field) -> str:
    return safe(_renamed(found.doc, found.name), _ERROR_ATTRIBUTES | {"self"})


def arguments(found: Name) -> str:
    """The TypedDict of a function's or a callback's arguments."""
    return f"{casing.pascal(found.local)}Arguments"


def public(interface: Interface, bridge: Module) -> dict[str, str]:
    """Entity -> the full name a user of the SDK writes, for all of one module; abi.lock freezes them."""
    return dict(_public(package(interface), bridge))


def _public(root: str, bridge: Module) -> Iterator[tuple[str, str]]:
    home = f"{root}.{module(bridge)}"
    yield f"module {bridge.name}", home
    if bridge.is_bridge:
        yield f"service {bridge.name}", f"{home}.{service(bridge)}"
        yield f"facade {bridge.name}", f"{home}.{facade(bridge, is_async=False)}"
        yield f"async facade {bridge.name}", f"{home}.{facade(bridge, is_async=True)}"
    for named_type in bridge.types:
        yield f"type {named_type.name}", f"{home}.{named(named_type.name, named_type.doc)}"
        if isinstance(named_type, Record):
            for part in named_type.fields:
                yield f"field {named_type.name}.{part.name}", f"{home}.{named(named_type.name, named_type.doc)}.{field(part)}"
    for group in bridge.constants:
        yield f"constants {group.name}", f"{home}.{named(group.name, group.doc)}"
        for value in group.values:
            yield f"constant {group.name}.{value.name}", f"{home}.{named(group.name, group.doc)}.{constant(value.name, value.doc)}"
    for callback in bridge.callbacks:
        yield f"callback {callback.name}", f"{home}.{named(callback.name, callback.doc)}"
    for thing in bridge.resources:
        where = root if thing.is_session else home
        yield f"resource {thing.name}", f"{where}.{resource(thing, is_async=False)}"
        yield f"async resource {thing.name}", f"{where}.{resource(thing, is_async=True)}"
    for failure in bridge.errors:
        yield f"error {failure.code}", f"{home}.{error(failure.name, failure.doc)}"
    for happening in bridge.events:
        yield f"event {happening.name}", f"{home}.events.{event(happening.name, happening.doc)}"
    for called in bridge.functions:
        name = f"{root}.Session.{module(bridge)}.{function(called)}"
        yield f"function {called.name}", name
        for given in called.parameters:
            yield f"parameter {called.name}.{given.name}", f"{name}.{parameter(given)}"
