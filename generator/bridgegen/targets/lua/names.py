"""Every name the Lua target makes: reserved words, renames, and what a session already calls something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bridgegen import casing
from bridgegen.model import Callback, Doc, Function, Interface, Module, Name, Parameter, Record

TARGET = "lua"

_RESERVED = frozenset(
    [
        "and",
        "break",
        "do",
        "else",
        "elseif",
        "end",
        "false",
        "for",
        "function",
        "goto",
        "if",
        "in",
        "local",
        "nil",
        "not",
        "or",
        "repeat",
        "return",
        "then",
        "true",
        "until",
        "while",
    ]
)

SESSION_FIELDS = frozenset(
    [
        "all",
        "array",
        "call",
        "close",
        "integer",
        "json",
        "null",
        "open",
        "options",
        "poll",
        "spawn",
        "version",
    ]
)
"""What the module table and a session have besides bridges."""

_HANDLE_FIELDS = frozenset({"id"})
_BRIDGE_LOCALS = frozenset({"core", "operation", "operations", "runtime", "t", "wire"})
"""What a generated function refers to; a parameter of that name would hide it."""

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def renamed(doc: Doc, name: str) -> str:
    return doc.rename.get(TARGET, name)


def safe(name: str, taken: frozenset[str] = frozenset()) -> str:
    """``name``, or with an underscore after it where Lua or ``taken`` has it already."""
    return f"{name}_" if name in _RESERVED or name in taken else name


def is_identifier(name: str) -> bool:
    """Whether ``name`` can be written after a dot, and as a key without brackets."""
    return _IDENTIFIER.fullmatch(name) is not None and name not in _RESERVED


def root(interface: Interface) -> str:
    """The module to require."""
    return casing.snake(interface.name)


def module(found: Module) -> str:
    """The bridge's field of the module table and of a session."""
    return safe(renamed(found.doc, found.name), SESSION_FIELDS)


def file(found: Module) -> str:
    """The bridge's Lua module, below the root: also a file name."""
    return found.name


def named(name: Name, doc: Doc) -> str:
    """A type, a group of constants, a callback or a resource."""
    return safe(renamed(doc, name.local))


def constant(name: str, doc: Doc) -> str:
    return safe(renamed(doc, name))


def function(found: Function) -> str:
    return safe(renamed(found.doc, found.name.local))


def method(found: Function) -> str:
    """The same function as a method of its resource."""
    return safe(function(found), _HANDLE_FIELDS)


def parameter(found: Parameter) -> str:
    """What a call with named arguments writes."""
    return renamed(found.doc, found.name)


def local(found: Parameter, bridge: Module) -> str:
    """The parameter's variable in the function's definition."""
    return safe(parameter(found), _BRIDGE_LOCALS | {table(bridge)})


def table(bridge: Module) -> str:
    """The variable that holds the bridge in its own file."""
    return safe(casing.snake(bridge.name), _BRIDGE_LOCALS)


def public(interface: Interface, bridge: Module) -> dict[str, str]:
    """Entity -> the full name a user of the module writes, for all of one module; abi.lock freezes them."""
    return dict(_public(root(interface), bridge))


def _public(root_name: str, bridge: Module) -> Iterator[tuple[str, str]]:
    home = f"{root_name}.{module(bridge)}"
    yield f"module {bridge.name}", home
    for named_type in bridge.types:
        type_name = f"{home}.{named(named_type.name, named_type.doc)}"
        yield f"type {named_type.name}", type_name
        if isinstance(named_type, Record):
            for part in named_type.fields:
                yield f"field {named_type.name}.{part.name}", f"{type_name}.{part.name}"
        for value in getattr(named_type, "values", ()):
            yield f"value {named_type.name}.{value.name}", f"{type_name}.{constant(value.name, value.doc)}"
    for group in bridge.constants:
        yield f"constants {group.name}", f"{home}.{named(group.name, group.doc)}"
        for value in group.values:
            name = f"{home}.{named(group.name, group.doc)}.{constant(value.name, value.doc)}"
            yield f"constant {group.name}.{value.name}", name
    yield from _callables(home, bridge)


def _callables(home: str, bridge: Module) -> Iterator[tuple[str, str]]:
    for callback in bridge.callbacks:
        yield f"callback {callback.name}", f"{home}.{callback_name(callback)}"
    for thing in bridge.resources:
        yield f"resource {thing.name}", f"{home}.{named(thing.name, thing.doc)}"
    for called in bridge.functions:
        name = f"{home}.{function(called)}"
        yield f"function {called.name}", name
        if called.method_of is not None:
            owner = next(thing for thing in bridge.resources if thing.name == called.method_of)
            yield f"method {called.name}", f"{home}.{named(owner.name, owner.doc)}:{method(called)}"
        for given in called.parameters:
            yield f"parameter {called.name}.{given.name}", f"{name}.{parameter(given)}"


def callback_name(callback: Callback) -> str:
    return named(callback.name, callback.doc)
