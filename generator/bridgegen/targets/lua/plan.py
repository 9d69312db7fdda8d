"""What the templates of the Lua target need, decided: they only write it down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bridgegen.model import ConstantGroup, Enum, Function, Interface, Module, Parameter, Resource
from bridgegen.targets.lua import names
from bridgegen.targets.lua.annotations import Annotations, documentation, one_line
from bridgegen.targets.lua.literals import key, literal, text
from bridgegen.targets.lua.wire import Wire

_USES_TYPES = re.compile(r"\bt\.")

SUPPORT = (
    *(
        "conformance",
        "errors",
        "host_native",
        "json",
        "json_native",
        "names",
        "operations",
        "session",
        "streams",
        "tasks",
        "types",
    ),
    "values",
)
"""The modules of the hand-written Lua package ``bridge_runtime`` that an installation needs."""


@dataclass(frozen=True, slots=True)
class ConstantPlan:
    name: str
    value: str
    comment: str


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group of constants: a table of the bridge."""

    name: str
    qualified: str
    class_name: str
    comment: tuple[str, ...]
    values: tuple[ConstantPlan, ...]


@dataclass(frozen=True, slots=True)
class FunctionPlan:
    name: str
    comment: tuple[str, ...]
    parameters: str
    """The variables, joined by commas."""
    arguments: str
    """The same, after a leading comma where there are any."""
    operation: str
    """The expression that describes it to the runtime."""


@dataclass(frozen=True, slots=True)
class MethodPlan:
    name: str
    function: str


@dataclass(frozen=True, slots=True)
class ResourcePlan:
    name: str
    comment: tuple[str, ...]
    make: str
    """The call that makes its table of methods."""
    methods: tuple[MethodPlan, ...]


@dataclass(frozen=True, slots=True)
class ModulePlan:
    """One Lua file below the root module."""

    root: str
    name: str
    table: str
    class_name: str
    source: str
    title: str
    comment: tuple[str, ...]
    types: tuple[tuple[str, ...], ...]
    """The comment lines of each type and callback."""
    wire: tuple[tuple[str, str], ...]
    groups: tuple[GroupPlan, ...]
    functions: tuple[FunctionPlan, ...]
    resources: tuple[ResourcePlan, ...]
    uses_types: bool


@dataclass(frozen=True, slots=True)
class FieldPlan:
    name: str
    class_name: str
    module: str
    comment: str


@dataclass(frozen=True, slots=True)
class RootPlan:
    """The module to require, and its rockspec."""

    name: str
    prefix: str
    """What the C library that the native module stands on is called."""
    version: str
    title: str
    description: str
    fields: tuple[FieldPlan, ...]
    modules: tuple[str, ...]
    support: tuple[str, ...] = SUPPORT


def root_field(interface: Interface, module: Module) -> FieldPlan | None:
    """A module as a field of the root module; None when it has nothing to call or to read."""
    if not module.is_bridge and not _has_constants(module):
        return None
    root = names.root(interface)
    return FieldPlan(
        names.module(module),
        f"{root}.{names.module(module)}",
        f"{root}.{names.file(module)}",
        " ".join(module.doc.summary.split()),
    )


def root_plan(interface: Interface, fields: Sequence[FieldPlan | None]) -> RootPlan:
    """The plan of the root module, from what ``root_field`` gave for each module."""
    root = names.root(interface)
    modules = tuple(f"{root}.{names.file(module)}" for module in interface.modules)
    title = interface.doc.summary or f"{interface.name} from Lua."
    prefix = str(interface.options.get("c", {}).get("prefix") or root)
    shown = tuple(field for field in fields if field is not None)
    return RootPlan(root, prefix, interface.version, title, interface.doc.description, shown, modules)


def _has_constants(module: Module) -> bool:
    return bool(module.constants) or any(
        isinstance(found, Enum) and found.is_constant for found in module.types
    )


def module_plan(interface: Interface, module: Module) -> ModulePlan:
    """The plan of one module's file."""
    annotations, wire = Annotations(interface), Wire(interface)
    table = names.table(module)
    functions = tuple(_function(found, module, annotations, wire) for found in module.functions)
    defined = wire.defined(module)
    expressions = [expression for _, expression in defined] + [function.operation for function in functions]
    return ModulePlan(
        root=names.root(interface),
        name=module.name,
        table=table,
        class_name=f"{names.root(interface)}.{names.module(module)}",
        source=module.position.file,
        title=module.doc.summary or f"The module {module.name}.",
        comment=tuple(documentation(module.doc)),
        types=(
            *(annotations.named_type(found) for found in module.types),
            *(annotations.callback(found) for found in module.callbacks),
        ),
        wire=defined,
        groups=tuple(_groups(interface, module, annotations)),
        functions=functions,
        resources=tuple(_resource(interface, found, module, annotations) for found in module.resources),
        uses_types=any(_USES_TYPES.search(text) for text in expressions),
    )


def _groups(interface: Interface, module: Module, annotations: Annotations) -> list[GroupPlan]:
    found: list[Enum | ConstantGroup] = [
        *(named for named in module.types if isinstance(named, Enum) and named.is_constant),
        *module.constants,
    ]
    return [
        GroupPlan(
            name=names.named(group.name, group.doc),
            qualified=f"{names.root(interface)}.{names.module(module)}.{names.named(group.name, group.doc)}",
            class_name=f"{annotations.class_name(group.name, group.doc)}.constants",
            comment=tuple(documentation(group.doc)),
            values=tuple(
                ConstantPlan(
                    key(names.constant(value.name, value.doc)), literal(value.value), one_line(value.doc)
                )
                for value in group.values
            ),
        )
        for group in found
    ]


def _function(function: Function, module: Module, annotations: Annotations, wire: Wire) -> FunctionPlan:
    variables = tuple(names.local(parameter, module) for parameter in function.parameters)
    return FunctionPlan(
        name=names.function(function),
        comment=tuple(annotations.function(function, variables)),
        parameters=", ".join(variables),
        arguments="".join(f", {variable}" for variable in variables),
        operation=_operation(function, module, wire),
    )


def _operation(function: Function, module: Module, wire: Wire) -> str:
    traits = []
    if function.is_async:
        traits.append("waits = true")
    if function.streams is not None:
        traits.append("streams = true")
    if function.result is not None and (received := wire.received(function.result)):
        traits.append(f"returns = {received}")
    head = [text(str(function.name)), f"{{ {', '.join(traits)} }}" if traits else "{}"]
    parameters = [_parameter(parameter, function, module, wire) for parameter in function.parameters]
    line = f"operation({', '.join([*head, *parameters])})"
    if len(line) <= 100:
        return line
    return (
        "operation(" + ", ".join(head) + "".join(f",\n    {parameter}" for parameter in parameters) + "\n  )"
    )


def _parameter(parameter: Parameter, function: Function, module: Module, wire: Wire) -> str:
    parts = [text(parameter.name)]
    if sent := wire.sent(parameter.type, module):
        parts.append(sent)
    if (name := names.parameter(parameter)) != parameter.name:
        parts.append(f"name = {text(name)}")
    if parameter.spread:
        parts.append("spread = true")
        if shadowed := _shadowed(parameter, function, wire):
            parts.append(f"fields = {{ {', '.join(f'{key(name)} = true' for name in shadowed)} }}")
    return f"{{ {', '.join(parts)} }}"


def _shadowed(parameter: Parameter, function: Function, wire: Wire) -> list[str]:
    """Fields of the spread record that have the name of a parameter."""
    record = wire.record(parameter.type)
    taken = {names.parameter(other) for other in function.parameters}
    return [field.name for field in record.fields if field.name in taken] if record else []


def _resource(
    interface: Interface, resource: Resource, module: Module, annotations: Annotations
) -> ResourcePlan:
    functions = {function.name.local: function for function in module.functions}
    arguments = [text(str(resource.name))]
    if resource.release:
        arguments.append(text(names.method(functions[resource.release])))
    return ResourcePlan(
        name=names.named(resource.name, resource.doc),
        comment=annotations.resource(resource),
        make=f"core:{'session_resource' if resource.is_session else 'resource'}({', '.join(arguments)})",
        methods=tuple(
            MethodPlan(names.method(functions[local]), names.function(functions[local]))
            for local in resource.methods
        ),
    )
