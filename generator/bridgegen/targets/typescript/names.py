"""Every name the TypeScript target makes. What is code follows JavaScript's case; keys of objects stay as in JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bridgegen import casing
from bridgegen.model import (
    Callback,
    ConstantGroup,
    Doc,
    Function,
    Interface,
    Module,
    NamedType,
    Parameter,
    Resource,
)

TARGET = "typescript"

_WORDS = frozenset(
    [
        "abstract",
        "arguments",
        "async",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "eval",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "implements",
        "import",
        "in",
        "instanceof",
        "interface",
        "let",
        "new",
        "null",
        "of",
        "package",
        "private",
        "protected",
        "public",
        "return",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "var",
        "void",
        "while",
        "with",
        "yield",
    ]
)
"""What cannot name a variable, or would be read as something else."""

_USED_BY_METHODS = frozenset(["fields", "invoke", "named", "returns", "signal", "some", "stream", "takes"])
"""What the body of a generated method calls something."""

_USED_BY_DECLARATIONS = frozenset({"Promise"})
"""Global types that the declarations speak of: an interface's type of that name would hide them."""

_OF_OBJECTS = frozenset(
    [
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "then",
        "toJSON",
        "toLocaleString",
        "toString",
        "valueOf",
    ]
)
"""Members that objects have, or that `await` looks for."""

_OF_RESOURCES = _OF_OBJECTS | {"id"}
_OF_SESSIONS = _OF_OBJECTS | {"call", "close", "recordedEvents"}


def _renamed(name: str, doc: Doc) -> str:
    return doc.rename.get(TARGET, name)


def _apart(name: str, taken: Iterable[str]) -> str:
    while name in taken or name[:1].isdigit():
        name = f"_{name}" if name[:1].isdigit() else f"{name}_"
    return name


def package(interface: Interface) -> str:
    """The npm package, and what scripts import."""
    return str(interface.options.get(TARGET, {}).get("package") or casing.kebab(interface.name))


def root(interface: Interface) -> str:
    """The variable that a script gives the session it is in."""
    return variable(interface.name)


def error_class(interface: Interface) -> str:
    return f"{casing.pascal(interface.name)}Error"


def session_class(interface: Interface) -> str:
    return f"{casing.pascal(interface.name)}Session"


def file(module: Module) -> str:
    """The module's file without its ending; also the package's subpath."""
    return casing.kebab(module.name)


def import_name(module: str) -> str:
    """What other modules call a module they import; no name of an interface can be the same."""
    return f"${casing.camel(module)}"


def bridge(module: Module) -> str:
    """The property of a session."""
    return _apart(casing.camel(_renamed(module.name, module.doc)), _OF_SESSIONS | _OF_RESOURCES)


def exported_bridge(interface: Interface, module: Module) -> str:
    """The same as a variable that a script imports, beside `open` and the package itself."""
    return _apart(bridge(module), _WORDS | {"open", root(interface)})


def bridge_class(module: Module) -> str:
    return f"{casing.pascal(_renamed(module.name, module.doc))}Bridge"


def type_name(named: NamedType | ConstantGroup | Callback | Resource) -> str:
    return _apart(_renamed(named.name.local, named.doc), _WORDS | _USED_BY_DECLARATIONS)


def shape(named: NamedType | Callback) -> str:
    """The constant that says where functions and handles stand in a value of the type."""
    return f"${type_name(named)}"


def constant(name: str, doc: Doc) -> str:
    return _renamed(name, doc)


def function(found: Function) -> str:
    """The bridge's method."""
    return _apart(casing.camel(_renamed(found.name.local, found.doc)), _OF_OBJECTS)


def method(found: Function) -> str:
    """The resource's method."""
    return _apart(casing.camel(_renamed(found.name.local, found.doc)), _OF_RESOURCES)


def parameter(found: Parameter) -> str:
    """A positional parameter; one that is given by name keeps its JSON name."""
    return variable(_renamed(found.name, found.doc))


def variable(name: str, taken: Iterable[str] = ()) -> str:
    """A local variable for a name in any case."""
    return _apart(casing.camel(name) or "value", _WORDS | _USED_BY_METHODS | set(taken))


def public(interface: Interface, module: Module) -> dict[str, str]:
    """Entity -> the full name that a script writes, for all of one module; abi.lock freezes them."""
    return dict(_public(interface, module))


def classes(interface: Interface) -> dict[str, str]:
    """The same for what belongs to no module."""
    return {"error class": error_class(interface), "session class": session_class(interface)}


def _public(interface: Interface, module: Module) -> Iterator[tuple[str, str]]:
    home = f"{root(interface)}.{bridge(module)}"
    yield f"module {module.name}", home
    yield f"bridge class {module.name}", f"{home}.{bridge_class(module)}"
    for named in (*module.types, *module.constants):
        kind = "constants" if isinstance(named, ConstantGroup) else "type"
        yield f"{kind} {named.name}", f"{home}.{type_name(named)}"
    for group in module.constants:
        for value in group.values:
            yield f"constant {group.name}.{value.name}", f"{home}.{type_name(group)}.{constant(value.name, value.doc)}"
    for callback in module.callbacks:
        yield f"callback {callback.name}", f"{home}.{type_name(callback)}"
    for resource in module.resources:
        yield from _of_resource(interface, module, resource, f"{home}.{type_name(resource)}")
    for found in module.functions:
        yield f"function {found.name}", f"{home}.{function(found)}"
        for given in found.parameters:
            yield f"parameter {found.name}.{given.name}", f"{home}.{function(found)}.{parameter(given)}"


def _of_resource(
    interface: Interface, module: Module, resource: Resource, home: str
) -> Iterator[tuple[str, str]]:
    yield f"resource {resource.name}", home
    for found in module.functions:
        if found.method_of == resource.name:
            yield f"method {found.name}", f"{home}.{method(found)}"
    if resource.is_session:
        for other in interface.bridges:
            yield f"bridge {other.name} in {resource.name}", f"{home}.{bridge(other)}"
