"""Plan of service.py: the abstract class that an implementation of a bridge completes."""

from __future__ import annotations

from collections.abc import Iterator

from bridgegen.model import Function, HandleOf, Interface, ListOf, Module, Name, Nullable, Ref, TypeExpr
from bridgegen.targets.python import docstrings, names
from bridgegen.targets.python.annotations import Annotations, Place
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.plan import Method, Service, Signatures, written
from bridgegen.targets.python.values import Values


def service(interface: Interface, module: Module) -> Service:
    """The abstract service of ``module``, generic over every resource its functions speak of."""
    imports = Imports()
    imports.name("abc", "abstractmethod")
    imports.name("bridge_runtime.service", "Service")
    resources = [interface.resource(name) for name in resources_of(module)]
    if resources:
        imports.name("typing", "TypeVar")
        imports.name("typing", "Generic")
        imports.name("bridge_runtime.resources", "Resource")
    methods = tuple(_method(interface, module, imports, function) for function in module.functions)
    return Service(
        docstring=docstrings.literal([f"What an implementation of {module.name} provides."], 0),
        imports=imports.lines(),
        variables=tuple(names.resource_variable(resource) for resource in resources),
        name=names.service(module),
        class_docstring=docstrings.literal(docstrings.paragraphs(module.doc), 4),
        methods=methods,
    )


def resources_of(module: Module) -> list[Name]:
    """The module's own resources, and then those of others that its functions take or give."""
    found = dict.fromkeys(resource.name for resource in module.resources)
    for function in module.functions:
        found.update(dict.fromkeys(_handles(function)))
    return list(found)


def _handles(function: Function) -> Iterator[Name]:
    for expr in (*(parameter.type for parameter in function.parameters), function.result):
        yield from _handles_in(expr)


def _handles_in(expr: TypeExpr | None) -> Iterator[Name]:
    match expr:
        case HandleOf():
            yield expr.resource
        case Nullable():
            yield from _handles_in(expr.inner)
        case ListOf():
            yield from _handles_in(expr.item)


def _annotations(interface: Interface, module: Module, imports: Imports) -> Annotations:
    hidden = frozenset(names.service_method(function) for function in module.functions)
    return Annotations(interface, imports, Place.SERVICE, module=module.name, hidden=hidden)


def _method(interface: Interface, module: Module, imports: Imports, function: Function) -> Method:
    annotations = _annotations(interface, module, imports)
    values = Values(interface, lambda name: annotations.of(Ref(name)), imports.name)
    signatures = Signatures(interface, imports, annotations, values)
    arguments = [signatures.argument(parameter) for parameter in function.parameters]
    if function.streams is not None:
        returns = f"{imports.name('collections.abc', 'AsyncIterator')}[{annotations.of(function.streams)}]"
    else:
        returns = "None" if function.result is None else annotations.of(function.result)
    failures = ", ".join(function.errors)
    parts = [*docstrings.paragraphs(function.doc), f"Raises {failures}." if failures else ""]
    return Method(
        name=names.service_method(function),
        signature=", ".join(["self", *written(arguments)]),
        returns=returns,
        docstring=docstrings.literal(parts, 8),
        is_async=function.is_async and function.streams is None,
    )


def declaration(interface: Interface, module: Module, function: Function) -> str:
    """How an implementation begins the method: what the start-up check tells someone who left it out."""
    method = _method(interface, module, Imports(), function)
    prefix = "async def" if method.is_async else "def"
    return f"{prefix} {method.name}({method.signature}) -> {method.returns}"
