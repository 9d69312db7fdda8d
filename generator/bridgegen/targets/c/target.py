"""The target ``c``: headers for users, sources for the library, programs that prove both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from operator import itemgetter
from typing import Any

import jinja2

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Function, Interface, Module, Position
from bridgegen.target import Capabilities, File, Joined, Part, Unit, each
from bridgegen.targets.c.comments import one_line
from bridgegen.targets.c.functions import CFunction
from bridgegen.targets.c.names import CORE, CORE_CONSTANTS, Names, repeated
from bridgegen.targets.c.plan import ModulePlan, Planner, planner_of
from bridgegen.targets.c.programs import generic_program, typed_program
from bridgegen.targets.c.records import Container
from bridgegen.templating import environment

ABI_VERSION = 1
"""Of the core's own functions and rules; goes up when a program must be compiled again."""

_WIDTH = 110


class CTarget:
    name = "c"
    capabilities = Capabilities(title="C", settings={"prefix": r"[a-z][a-z0-9]*(_[a-z0-9]+)*"})

    def names(self, interface: Interface) -> Sequence[Part]:
        names = planner_of(interface).names
        builtin = {
            f"error {error.code}": names.status(error.code, error.doc) for error in interface.builtin_errors
        }
        return [Part("", (), lambda: builtin), *each(interface.modules, partial(_public, names))]

    def check(self, interface: Interface) -> Sequence[Joined[Diagnostic]]:
        planner = planner_of(interface)
        parts = [
            Part("", (), lambda: _claimed(_core_names(planner), _plain_containers(planner))),
            *each(
                interface.modules,
                lambda module: _claimed(_module_names(planner, module), _containers(planner, module)),
            ),
        ]
        return [Joined("file scope", parts, partial(self._collisions, interface))]

    def _collisions(
        self, interface: Interface, claims: Sequence[tuple[list[str], list[str]]]
    ) -> Sequence[Diagnostic]:
        """Two things that would have one name at file scope; ``claims`` are what each module calls something.

        Who they are is asked again only when there are any.
        """
        own = [name for names, _ in claims for name in names]
        containers = {name for _, names in claims for name in names}
        if len(own) + len(containers) == len(containers.union(own)):
            return ()
        planner = planner_of(interface)
        public = [name for part in self.names(interface) for name in part.make().values()]
        told = {name for name, count in Counter(public).items() if count > 1}
        found = [*_core_names(planner), *_plain_containers(planner)]
        for module in interface.modules:
            found += [*_containers(planner, module), *_module_names(planner, module)]
        positions = {entity: position for entity, _, position in reversed(found)}
        return [
            Diagnostic(
                "name-collision",
                f"{first} and {second} would both be {name} in C; give one another name with `rename: {{c: …}}`",
                positions[second] or positions[first],
            )
            for name, first, second in repeated((entity, name) for entity, name, _ in found)
            if name not in told  # the pipeline says it of what names() has
        ]

    def units(self, interface: Interface) -> Sequence[Unit | Joined[File]]:
        planner = planner_of(interface)
        core = each(interface.modules, lambda module: _part_of_core(planner, module))
        units: list[Unit | Joined[File]] = [Joined("core", core, partial(_core, planner))]
        for module in interface.modules:
            units.append(Unit(module.name, (module.name,), partial(_module, planner, module)))
        for bridge in interface.bridges:
            units.append(
                Unit(f"conformance/{bridge.name}", (bridge.name,), partial(_conformance, planner, bridge))
            )
        return units


def _public(names: Names, module: Module) -> Mapping[str, str]:
    """Entity -> the name a user writes, for all of one module."""
    made = {f"error {error.code}": names.status(error.code, error.doc) for error in module.errors}
    for kind, named in _named(module):
        made[f"{kind} {named.name}"] = names.type(named.name, named.doc)
    for function in module.functions:
        made[f"function {function.name}"] = names.function(function)
    return made


def _named(module: Module) -> Iterator[tuple[str, Any]]:
    """What becomes a C type, with the word for its kind; records and constants of one module share a scope."""
    from bridgegen.model import Alias

    yield from (("type", named) for named in module.types if not isinstance(named, Alias))
    yield from (("callback", callback) for callback in module.callbacks)
    yield from (("resource", resource) for resource in module.resources if not resource.is_session)


Claim = tuple[str, str, Position | None]
"""What has a name at file scope, the name, and where it was declared."""


def _core_names(planner: Planner) -> Iterator[Claim]:
    """The names that every library has."""
    names = planner.names
    for stem in sorted(CORE):
        yield f"the core's {names.joined(stem)}", names.joined(stem), None
    for stem in sorted(CORE_CONSTANTS):
        yield f"the core's {names.constant(stem)}", names.constant(stem), None
    for error in planner.interface.builtin_errors:
        yield f"the error {error.code}", names.status(error.code, error.doc), error.position


def _plain_containers(planner: Planner) -> Iterator[Claim]:
    """The names of the lists and maps that every library has."""
    for container in planner.plain_containers:
        yield from _container_names(container)


def _containers(planner: Planner, module: Module) -> Iterator[Claim]:
    """The names of the lists and maps a module speaks of, which other modules may speak of too."""
    for container in planner.containers(module):
        yield from _container_names(container)


def _container_names(container: Container) -> Iterator[Claim]:
    shape = container.shape
    entry = [shape.entry] if shape.kind == "map" else []
    for name in (shape.c, f"{shape.c}_free", *entry):
        yield f"the container {shape.c}", name, None


def _claimed(own: Iterable[Claim], containers: Iterable[Claim]) -> tuple[list[str], list[str]]:
    """The names alone: those that nothing else may have, and those of containers, which are the same in all modules."""
    return [name for _, name, _ in own], [name for _, name, _ in containers]


def _module_names(planner: Planner, module: Module) -> Iterator[Claim]:
    """The names that one module makes and no other may."""
    names = planner.names
    for error in module.errors:
        yield f"the error {error.code}", names.status(error.code, error.doc), error.position
    yield from _types(planner, module)
    for about, name, _ in planner.macros(module):
        yield f"a constant of {module.name} ({about.strip('/* ')})", name, module.position
    for enum in planner.enums(module):
        for name, _, _ in enum.values:
            yield f"a value of {enum.c}", name, module.position
    for function in module.functions:
        yield from _function_names(planner, function)


def _types(planner: Planner, module: Module) -> Iterator[Claim]:
    suffixes = {
        "type": ("", "_init", "_free", "_kind"),
        "callback": ("", "_init", "_function"),
        "resource": ("", "_free", "_id", "_from_id"),
    }
    for kind, named in _named(module):
        c = planner.names.type(named.name, named.doc)
        for suffix in suffixes[kind]:
            yield f"the {kind} {named.name}", c + suffix, named.position


def _function_names(planner: Planner, function: Function) -> Iterator[Claim]:
    suffixes = ("", "_start", "_next", "_close") if function.streams is not None else ("",)
    for suffix in suffixes:
        yield f"the function {function.name}", planner.names.function(function) + suffix, function.position


def _signature(head: str, parameters: Iterable[str]) -> str:
    """``head(parameters)``, broken between parameters where it is too long for one line."""
    listed = list(parameters)
    line = f"{head}({', '.join(listed)})"
    if len(line) <= _WIDTH:
        return line
    lines = [""]
    for parameter in listed:
        if lines[-1] and len(lines[-1]) + len(parameter) + 6 > _WIDTH:
            lines.append("")
        lines[-1] += ("" if not lines[-1] else ", ") + parameter
    return f"{head}(\n    " + ",\n    ".join(lines) + ")"


def prototype(planner: Planner) -> Callable[..., str]:
    """What writes a function's declaration (with its visibility) or the head of its definition."""

    def written(name: str, parameters: Iterable[str], declaration: bool = True) -> str:
        head = f"{planner.names.upper}_API " if declaration else ""
        return _signature(f"{head}{planner.names.prefix}_status {name}", parameters)

    return written


def function_type(planner: Planner) -> Callable[[str, Iterable[str]], str]:
    """What writes the type of a callback's function."""
    return lambda name, parameters: _signature(f"typedef {planner.names.prefix}_status (*{name})", parameters)


def behind(planner: Planner, plan: ModulePlan) -> Iterator[str]:
    """The declarations of the functions that Python writes for one module."""
    status = f"{planner.names.prefix}_status"
    for function in plan.functions:
        receives = [
            "char **result" if function.result and function.result.shape.kind == "handle" else text
            for text in (function.result.declarations() if function.result else [])
        ]
        parameters = ["int64_t session", *function.parameters_behind]
        if function.streams:
            yield f"{status} {function.behind}({', '.join([*parameters, 'char **stream'])});"
            yield f"{status} {function.behind}_next({', '.join(['int64_t session', 'const char *stream', *receives])});"
        else:
            yield f"{status} {function.behind}({', '.join([*parameters, *receives])});"


def cast_places(function: CFunction, places: list[str]) -> list[str]:
    """The places of a result as the function behind takes them: a handle is the string of its id."""
    if function.result and function.result.shape.kind == "handle":
        return [f"(char **){places[0]}", *places[1:]]
    return list(places)


@cache
def _environment() -> jinja2.Environment:
    jinja = environment("c")
    jinja.filters["comment"] = one_line
    jinja.globals["cast"] = cast_places
    return jinja


def _render(planner: Planner, template: str, **values: Any) -> str:
    writers = {"prototype": prototype(planner), "function_type": function_type(planner)}
    text = _environment().get_template(template).render(**planner.shared(), **writers, **values)
    return _single_blank_lines(text)


def _single_blank_lines(text: str) -> str:
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _part_of_core(planner: Planner, module: Module) -> tuple[list[dict[str, Any]], list[Container]]:
    """What a module brings to the core: its errors, and the lists and maps it speaks of."""
    return planner.statuses(module.errors), planner.containers(module)


def _core(planner: Planner, parts: Sequence[tuple[list[dict[str, Any]], list[Container]]]) -> Sequence[File]:
    p = planner.names.prefix
    errors = planner.statuses(planner.interface.builtin_errors)
    errors = sorted(
        (error for found in (errors, *(own for own, _ in parts)) for error in found), key=itemgetter("number")
    )
    plain = planner.plain_containers
    containers = {made.c: made for made in plain}
    for _, found in parts:
        containers |= {made.c: made for made in found if made.c not in containers}
    headers = [planner.names.header(module) for module in planner.interface.modules]
    return (
        File(f"include/{p}.h", _render(planner, "umbrella.h.j2", headers=headers)),
        File(
            f"include/{p}/core.h",
            _render(planner, "core.h.j2", errors=errors, containers=plain, abi_version=ABI_VERSION),
        ),
        File("source/core.c", _render(planner, "core.c.j2", errors=errors, containers=containers.values())),
    )


def _module(planner: Planner, module: Module) -> Sequence[File]:
    p, plan = planner.names.prefix, planner.module(module)
    return (
        File(f"include/{p}/{plan.header}.h", _render(planner, "bridge.h.j2", plan=plan)),
        File(
            f"source/{plan.header}_behind.h",
            _render(planner, "behind.h.j2", plan=plan, behind=list(behind(planner, plan))),
        ),
        File(f"source/{plan.header}.c", _render(planner, "bridge.c.j2", plan=plan)),
    )


def _conformance(planner: Planner, module: Module) -> Sequence[File]:
    name = planner.names.header(module)
    typed = _render(
        planner, "conformance.c.j2", module=module, program=typed_program(planner, module), way="with structs"
    )
    generic = _render(
        planner,
        "conformance.c.j2",
        module=module,
        program=generic_program(planner, module),
        way="with JSON through the generic call",
    )
    return (File(f"conformance/{name}.c", typed), File(f"conformance/{name}_generic.c", generic))


TARGET = CTarget()
