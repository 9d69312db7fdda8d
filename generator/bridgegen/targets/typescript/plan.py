"""The model as the templates need it: every name, type and import decided."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bridgegen.model import (
    Alias,
    Callback,
    ConstantGroup,
    Enum,
    Field,
    Interface,
    Module,
    NamedType,
    Record,
    Resource,
    TypeExpr,
    Union,
    named_in,
)
from bridgegen.targets.typescript import comments, methods, names
from bridgegen.targets.typescript.methods import Method
from bridgegen.targets.typescript.types import Types, key


@dataclass(frozen=True, slots=True)
class Import:
    """Another module, under the name this one gives it."""

    name: str
    file: str


@dataclass(frozen=True, slots=True)
class Value:
    """One constant of a group."""

    name: str
    literal: str
    comment: str
    summary: str


@dataclass(frozen=True, slots=True)
class Constants:
    """A group of constants; a group of strings is a type too."""

    name: str
    summary: str
    comment: str
    values: tuple[Value, ...]
    is_type: bool


@dataclass(frozen=True, slots=True)
class Declaration:
    """A type: its comment and what stands after ``export type``."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A constant that says where functions and handles stand in a type."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Live:
    """A resource."""

    name: str
    qualified: str
    summary: str
    comment: str
    release: str
    """The method that `await using` calls at the end; empty when there is none."""
    methods: tuple[Method, ...]
    is_session: bool
    bridges: tuple[BridgeMember, ...] = ()
    """The bridges, when the resource is a session."""


@dataclass(frozen=True, slots=True)
class BridgeMember:
    """A bridge as a property of a session."""

    name: str
    exported: str
    """The variable under which a script imports it."""
    type: str
    """The class as another module writes it: $desk.DeskBridge."""
    summary: str
    types: tuple[str, ...]
    """Names of the types that its module declares."""
    has_members: bool
    """False for a module with nothing but types."""
    file: str
    import_name: str


@dataclass(frozen=True, slots=True)
class ModulePlan:
    """One module of the interface."""

    file: str
    summary: str
    comment: str
    bridge: BridgeMember
    class_name: str
    imports: tuple[Import, ...]
    """What the JavaScript module needs."""
    declared_imports: tuple[Import, ...]
    """What its declarations need."""
    runtime: tuple[str, ...]
    """Names imported from the runtime."""
    constants: tuple[Constants, ...]
    declarations: tuple[Declaration, ...]
    shapes: tuple[Shape, ...]
    resources: tuple[Live, ...]
    methods: tuple[Method, ...]
    takes: tuple[tuple[str, str], ...]
    returns: tuple[tuple[str, str], ...]


def member(interface: Interface, module: Module, own: str = "") -> BridgeMember:
    """A module as a property of a session; ``own`` is the module whose classes need no import."""
    qualifier = "" if module.name == own else f"{names.import_name(module.name)}."
    named = (*module.types, *module.callbacks, *module.resources)
    return BridgeMember(
        name=names.bridge(module),
        exported=names.exported_bridge(interface, module),
        type=f"{qualifier}{names.bridge_class(module)}",
        summary=comments.inside(module.doc.summary),
        types=tuple(names.type_name(found) for found in named),
        has_members=bool(module.functions or _groups(module)),
        file=names.file(module),
        import_name=names.import_name(module.name),
    )


def with_bridges(plan: ModulePlan, bridges: tuple[BridgeMember, ...]) -> ModulePlan:
    """The plan of the module that has the session, whose bridges it did not know."""
    resources = (replace(found, bridges=bridges) if found.is_session else found for found in plan.resources)
    return replace(plan, resources=tuple(resources))


def module_plan(interface: Interface, module: Module) -> ModulePlan:
    """The plan of one module; if it has the session, ``with_bridges`` completes it."""
    types = Types(interface, module.name)
    bridge_methods = tuple(methods.of_bridge(found, interface) for found in module.functions)
    resources = tuple(_resource(interface, module, resource) for resource in module.resources)
    shapes = tuple(_shapes(types, module))
    takes = tuple((method.name, method.takes) for method in bridge_methods if method.takes)
    returns = tuple((method.name, method.returns) for method in bridge_methods if method.returns)
    groups = _groups(module)
    used = [text for _, text in (*takes, *returns)] + [shape.text for shape in shapes]
    imports = _imported(interface, module, used, module.has_session)
    return ModulePlan(
        file=names.file(module),
        summary=comments.inside(module.doc.summary),
        comment=comments.of(module.doc),
        bridge=member(interface, module, module.name),
        class_name=names.bridge_class(module),
        imports=imports,
        declared_imports=_declared_imports(interface, module),
        runtime=_runtime(used, bridge_methods, resources, bool(groups)),
        constants=tuple(_constants(group) for group in groups),
        declarations=tuple(_declarations(interface, types, module)),
        shapes=shapes,
        resources=resources,
        methods=bridge_methods,
        takes=takes,
        returns=returns,
    )


def _groups(module: Module) -> list[Enum | ConstantGroup]:
    """Everything with named values: enumerations, and groups of constants of any kind."""
    return [*(named for named in module.types if isinstance(named, Enum)), *module.constants]


def _constants(group: Enum | ConstantGroup) -> Constants:
    values = tuple(
        Value(
            name=names.constant(value.name, value.doc),
            literal=json.dumps(value.value, ensure_ascii=False),
            comment=comments.of(value.doc, indent=2),
            summary=comments.inside(value.doc.summary),
        )
        for value in group.values
    )
    name, is_type = names.type_name(group), isinstance(group, Enum)
    return Constants(name, comments.inside(group.doc.summary), comments.of(group.doc), values, is_type)


def _resource(interface: Interface, module: Module, resource: Resource) -> Live:
    own = tuple(
        methods.of_resource(found, interface)
        for found in module.functions
        if found.method_of == resource.name
    )
    release = next(
        (method.name for method in own if method.function == f"{module.name}.{resource.release}"), ""
    )
    return Live(
        name=names.type_name(resource),
        qualified=str(resource.name),
        summary=comments.inside(resource.doc.summary),
        comment=comments.of(resource.doc),
        release=release,
        methods=own,
        is_session=resource.is_session,
    )


def _shapes(types: Types, module: Module) -> Iterable[Shape]:
    for callback in module.callbacks:
        parameters = ", ".join(
            types.shape(parameter.type) or "undefined" for parameter in callback.parameters
        )
        result = types.shape(callback.result)
        arguments = f"[{parameters}]" + (f", {result}" if result else "")
        has_shapes = result or parameters.replace("undefined", "").strip(", ")
        yield Shape(names.shape(callback), f"callback({arguments if has_shapes else ''})")
    for named in module.types:
        if text := types.own_shape(named):
            yield Shape(names.shape(named), text)


def _runtime(
    used: list[str], called: tuple[Method, ...], resources: tuple[Live, ...], has_constants: bool
) -> tuple[str, ...]:
    """What the module imports from the runtime, in the order of the alphabet."""
    needed = {"Bridge"} | ({"Resource"} if resources else set()) | ({"constants"} if has_constants else set())
    text = "\n".join(used)
    needed |= {
        name for name in ("callback", "handle", "list", "map", "record", "union") if f"{name}(" in text
    }
    for method in called:
        needed |= {"named", "stream"} if method.streams else {"named", "invoke", "promised"}
        needed |= {"some"} if "some(fields)" in method.arguments else set()
        needed |= {"nothing"} if "nothing" in method.handling else set()
    if any(resource.is_session for resource in resources):
        needed.add("bridgeWithin")
    return tuple(sorted(needed, key=lambda name: (name.lower(), name)))


def _imported(interface: Interface, module: Module, used: list[str], all_modules: bool) -> tuple[Import, ...]:
    text = "\n".join(used)
    return tuple(
        Import(names.import_name(other.name), names.file(other))
        for other in interface.modules
        if other is not module and (all_modules or f"{names.import_name(other.name)}." in text)
    )


def _declared_imports(interface: Interface, module: Module) -> tuple[Import, ...]:
    needed = mentioned(module.expressions())
    return tuple(
        Import(names.import_name(other.name), names.file(other))
        for other in interface.modules
        if other is not module and (module.has_session or other.name in needed)
    )


def mentioned(expressions: Iterable[TypeExpr]) -> set[str]:
    """The modules that these types belong to."""
    return {name.module for expression in expressions for name in named_in(expression, handles=True)}


def _declarations(interface: Interface, types: Types, module: Module) -> Iterable[Declaration]:
    for named in module.types:
        if not isinstance(named, Enum):
            name = names.type_name(named)
            text = f"{comments.of(named.doc)}export type {name} = {_definition(interface, types, named)};\n"
            yield Declaration(name, text)
    for callback in module.callbacks:
        name = names.type_name(callback)
        text = f"{comments.of(callback.doc)}export type {name} = {_function_type(types, callback)};\n"
        yield Declaration(name, text)


def _definition(interface: Interface, types: Types, named: NamedType) -> str:
    match named:
        case Record():
            facts = interface.facts.get(named.name)
            taken = facts is not None and not facts.is_output
            fields = "".join(_field(types, field, taken) for field in named.fields)
            return f"{{\n{fields}}}" if fields else "{ [key: string]: never }"
        case Union():
            return " | ".join(types.named(variant.record) for variant in named.variants)
        case Alias():
            return types.type(named.type)
    raise AssertionError(f"{named.name} is an enumeration")


def _field(types: Types, field: Field, taken: bool) -> str:
    mark = "" if field.required else "?"
    comment = comments.of_member(field.doc, field.default, indent=2)
    return f"{comment}  {key(field.name)}{mark}: {types.type(field.type, taken=taken)};\n"


def _function_type(types: Types, callback: Callback) -> str:
    taken: list[str] = []
    for parameter in callback.parameters:
        name = names.variable(
            names.parameter(parameter), [entry.partition("?")[0].partition(":")[0] for entry in taken]
        )
        optional = (
            ""
            if all(later.required for later in callback.parameters[callback.parameters.index(parameter) :])
            else "?"
        )
        taken.append(f"{name}{optional}: {types.type(parameter.type)}")
    result = types.type(callback.result, taken=True) if callback.result else "void"
    if callback.result and types.takes_null(callback.result):
        result += " | void"  # a function that ends without a word gives undefined, which travels as null
    return f"({', '.join(taken)}) => {result} | Promise<{result}>"
