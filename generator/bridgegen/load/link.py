"""What can be known only once every module is lowered: tags, methods, order, facts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from bridgegen.diagnostics import Report
from bridgegen.lock import Lock
from bridgegen.model import (
    Alias,
    CallbackOf,
    Enum,
    Facts,
    Function,
    HandleOf,
    ListOf,
    MapOf,
    Module,
    Name,
    NamedType,
    Nullable,
    Record,
    Ref,
    Resource,
    Scalar,
    TypeExpr,
    Union,
)

Vertex = TypeVar("Vertex", bound=Hashable)
Types = Mapping[Name, NamedType]
Key = tuple[str, str]
"""A ``Name`` as a plain tuple, which is equal to it and four times as fast to remember."""


@dataclass(frozen=True, slots=True)
class Graph:
    """What one module brings to the facts about all types."""

    types: Mapping[Key, tuple[Key, ...]]
    """Each of its types, and the types that it mentions."""
    holders: tuple[Key, ...]
    """Those that hold a callback themselves."""
    inputs: tuple[Key, ...]
    """The types that stand directly where values come in."""
    outputs: tuple[Key, ...]
    """And those where values go out."""


def link(modules: Iterable[Module], lock: Lock, report: Report) -> list[Module]:
    """``modules`` with what each knows only beside the others: tags and their numbers, methods, the order of types.

    They are all that any of them refers to. Linking a module that is linked already changes nothing in it.
    """
    found = list(modules)
    types: dict[Name, NamedType] = {named.name: named for module in found for named in module.types}
    tag_unions(types, lock, report)
    check_finite(types, report)
    for module in found:
        check_resources(module, report)
    return [replace(link_resources(module), types=ordered(module, types)) for module in found]


def refs(expr: TypeExpr) -> Iterator[Name]:
    """The named types that ``expr`` mentions."""
    if isinstance(expr, Ref):
        yield expr.name
    elif isinstance(expr, ListOf):
        yield from refs(expr.item)
    elif isinstance(expr, MapOf):
        yield from refs(expr.value)
    elif isinstance(expr, Nullable):
        yield from refs(expr.inner)


def neighbours(named: NamedType) -> Iterator[Name]:
    """The named types that ``named`` mentions anywhere."""
    if isinstance(named, Record):
        for field in named.fields:
            yield from refs(field.type)
    elif isinstance(named, Union):
        for variant in named.variants:
            yield variant.record
    elif isinstance(named, Alias):
        yield from refs(named.type)


def embedded(named: NamedType) -> Iterator[Name]:
    """The named types without whose whole value ``named`` has none: these may not form a circle."""
    if isinstance(named, Record):
        for field in named.fields:
            if field.required and isinstance(field.type, Ref):
                yield field.type.name
    elif isinstance(named, Union):
        for variant in named.variants:
            yield variant.record
    elif isinstance(named, Alias) and isinstance(named.type, Ref):
        yield named.type.name


def components(names: Iterable[Vertex], edges: Mapping[Vertex, Sequence[Vertex]]) -> Iterator[list[Vertex]]:
    """Strongly connected components, each after those it depends on (Tarjan, without recursion)."""
    index: dict[Vertex, int] = {}
    low: dict[Vertex, int] = {}
    stack: list[Vertex] = []
    on_stack: set[Vertex] = set()
    for root in names:
        if root in index:
            continue
        work = [(root, iter(edges.get(root, ())))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            name, following = work[-1]
            for other in following:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(edges.get(other, ()))))
                    break
                if other in on_stack:
                    low[name] = min(low[name], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == index[name]:
                    yield _take(name, stack, on_stack)


def _take(name: Vertex, stack: list[Vertex], on_stack: set[Vertex]) -> list[Vertex]:
    component = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        component.append(member)
        if member == name:
            return component[::-1]


def tag_unions(types: dict[Name, NamedType], lock: Lock, report: Report) -> None:
    """Fills each variant's tag in from its record's discriminator field, and the tag's number from the lock.

    Reports a record without such a field.
    """
    for name, named in list(types.items()):
        if isinstance(named, Union):
            types[name] = _numbered(_tagged(named, types, report), lock)


def _tagged(union: Union, types: Types, report: Report) -> Union:
    variants = []
    seen: dict[str, Name] = {}
    for variant in union.variants if union.discriminator else ():
        record = types.get(variant.record)
        if not isinstance(record, Record):
            message = f"{variant.record}, a variant of {union.name}, must be a record"
            report.error("type-union", message, union.position)
            continue
        field = next((field for field in record.fields if field.name == union.discriminator), None)
        const = field.type.const if field and field.required and isinstance(field.type, Scalar) else None
        if not isinstance(const, str):
            message = (
                f"{variant.record}, a variant of {union.name}, needs the required field {union.discriminator!r} "
                f"with a const that tells it apart: {union.discriminator}: {{const: …}}"
            )
            report.error("type-union-tag", message, record.position)
            continue
        if not const.isprintable() or const != const.strip() or not const:
            message = f"the tag {const!r} of {variant.record} makes no name; write it in letters and digits"
            report.error("type-union-tag", message, record.position)
            continue
        if const in seen:
            message = (
                f"{seen[const]} and {variant.record}, variants of {union.name}, both have the tag {const!r}"
            )
            report.error("type-union-tag", message, union.position)
            continue
        seen[const] = variant.record
        variants.append(replace(variant, tag=const))
    if not variants and not report.has_errors:
        report.error("type-union", f"the tagged union {union.name} has no variants", union.position)
    return replace(union, variants=tuple(variants))


def _numbered(union: Union, lock: Lock) -> Union:
    """The union with its tags' numbers; new tags are given theirs."""
    section = f"tags {union.name}"
    lock.assign(section, (variant.tag for variant in union.variants))
    numbered = (replace(variant, number=lock.number(section, variant.tag)) for variant in union.variants)
    return replace(union, variants=tuple(numbered))


def check_finite(types: Types, report: Report) -> None:
    """Reports every circle of records that contain each other by value: no such value can end."""
    edges = {name: [other for other in embedded(named) if other in types] for name, named in types.items()}
    for component in components(types, edges):
        first = component[0]
        if len(component) > 1 or first in edges[first]:
            circle = " → ".join(str(name) for name in [*component, first])
            message = f"{circle}: no value of this type can end; make one of the fields optional, nullable or a list"
            report.error("type-circular", message, min(types[name].position for name in component))


def ordered(module: Module, types: Types) -> tuple[NamedType, ...]:
    """The module's types, each after those it needs; among types that need each other, by value first."""
    own = {named.name: types[named.name] for named in module.types}
    edges = {name: [other for other in neighbours(named) if other in own] for name, named in own.items()}
    hard = {name: [other for other in embedded(named) if other in own] for name, named in own.items()}
    found: list[NamedType] = []
    for component in components(own, edges):
        members = sorted(component, key=lambda name: own[name].position)
        inner = {name: [other for other in hard[name] if other in component] for name in members}
        found.extend(own[name] for part in components(members, inner) for name in part)
    return tuple(found)


def link_resources(module: Module) -> Module:
    """Fills in which functions construct, release and belong to which resource."""
    functions = {function.name.local: function for function in module.functions}
    resources = []
    for resource in module.resources:
        methods = tuple(name for name, function in functions.items() if function.method_of == resource.name)
        resources.append(replace(resource, methods=methods))
        if made := functions.get(resource.constructor):
            functions[resource.constructor] = replace(made, constructs=resource.name)
        if freed := functions.get(resource.release):
            functions[resource.release] = replace(freed, releases=resource.name)
    return replace(module, resources=tuple(resources), functions=tuple(functions.values()))


def check_resources(module: Module, report: Report) -> None:
    """A constructor gives the handle; a release takes it, alone required, and gives nothing else of it."""
    functions = {function.name.local: function for function in module.functions}
    for resource in module.resources:
        _check_constructor(resource, functions.get(resource.constructor), report)
        release = functions.get(resource.release)
        if release and release.method_of != resource.name:
            message = f"{release.name} releases {resource.name}, so its first parameter must be that handle"
            report.error("resource-function", message, release.position)


def _check_constructor(resource: Resource, function: Function | None, report: Report) -> None:
    if function and function.result != HandleOf(resource.name):
        message = f"{function.name} constructs {resource.name}, so its result must be {{$ref: '#/resources/{resource.name.local}'}}"
        report.error("resource-function", message, function.position)


def check_sessions(modules: Iterable[Module], report: Report) -> None:
    """One resource of an interface is a session, at most."""
    sessions = [
        resource
        for module in modules
        if module.has_session
        for resource in module.resources
        if resource.is_session
    ]
    for resource in sessions[1:]:
        message = f"{resource.name} and {sessions[0].name} are both sessions; an interface has one at most"
        report.error("resource-session", message, resource.position)


def tags(module: Module) -> dict[str, tuple[str, ...]]:
    """The tags of each union of a linked module."""
    unions = (named for named in module.types if isinstance(named, Union))
    return {union.name.local: tuple(variant.tag for variant in union.variants) for union in unions}


def graph(module: Module) -> Graph:
    """The graph of a module, which need not be linked yet."""
    inputs, outputs = _ends(module)
    return Graph(
        {
            _key(named.name): tuple(_key(name) for name in dict.fromkeys(neighbours(named)))
            for named in module.types
        },
        tuple(_key(named.name) for named in module.types if _own_callback(named)),
        tuple(_key(name) for name in sorted(inputs)),
        tuple(_key(name) for name in sorted(outputs)),
    )


def _key(name: Name) -> Key:
    return name.module, name.local


def facts(graphs: Iterable[Graph]) -> Mapping[Key, Facts]:
    """Facts about every named type, from the graphs of all modules."""
    graphs = list(graphs)
    edges = {key: others for one in graphs for key, others in one.types.items()}
    holders = {key for one in graphs for key in one.holders}
    reached_in = _closure((key for one in graphs for key in one.inputs), edges)
    reached_out = _closure((key for one in graphs for key in one.outputs), edges)
    found: dict[Key, Facts] = {}
    for component in components(edges, edges):
        recursive = len(component) > 1 or component[0] in edges[component[0]]
        callback = any(
            key in holders or any(other in found and found[other].has_callback for other in edges[key])
            for key in component
        )
        for key in component:
            found[key] = _facts(callback, recursive, key in reached_in, key in reached_out)
    return found


@cache
def _facts(has_callback: bool, is_recursive: bool, is_input: bool, is_output: bool) -> Facts:
    return Facts(has_callback, is_recursive, is_input, is_output)


def _ends(module: Module) -> tuple[set[Name], set[Name]]:
    """The types that stand directly where values come in, and where they go out."""
    inputs: set[Name] = set()
    outputs: set[Name] = set()
    for function in module.functions:
        for parameter in function.parameters:
            inputs.update(refs(parameter.type))
        for expr in (function.result, function.streams):
            outputs.update(refs(expr) if expr else ())
    for callback in module.callbacks:
        for parameter in callback.parameters:
            outputs.update(refs(parameter.type))
        inputs.update(refs(callback.result) if callback.result else ())
    for event in module.events:
        outputs.update(refs(event.payload))
    for error in module.errors:
        for field in error.fields:
            outputs.update(refs(field.type))
    return inputs, outputs


def _closure(start: Iterable[Key], edges: Mapping[Key, tuple[Key, ...]]) -> set[Key]:
    reached: set[Key] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(edges.get(name, ()))
    return reached


def _own_callback(named: NamedType) -> bool:
    if isinstance(named, Enum) or not isinstance(named, Record):
        return False
    return any(_is_callback(field.type) for field in named.fields)


def _is_callback(expr: TypeExpr) -> bool:
    return isinstance(expr, CallbackOf) or (isinstance(expr, Nullable) and _is_callback(expr.inner))
