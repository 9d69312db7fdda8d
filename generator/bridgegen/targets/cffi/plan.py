"""The glue of one module as text, and the declarations that cffi needs to make it."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bridgegen.model import CallbackOf, Error, Module, Record, Ref, Union
from bridgegen.targets.c.plan import ModulePlan, Planner
from bridgegen.targets.c.records import Container
from bridgegen.targets.c.shapes import declare
from bridgegen.targets.c.target import behind
from bridgegen.targets.cffi import calling, reading, writing
from bridgegen.targets.cffi.scope import Scope


@dataclass(frozen=True, slots=True)
class Table:
    """An enumeration's numbers and what travels as JSON, both ways."""

    names: str
    numbers: str
    c: str
    wire: tuple[tuple[str, int], ...]


_WORDS = re.compile(r"(?<![\w.\"'])[A-Za-z_]+\b")
_CORE = (
    *(
        "END",
        "END_STATUS",
        "OK",
        "SESSIONS",
        "Enumeration",
        "callback_failed",
        "cast",
        "entries",
        "export",
        "ffi",
    ),
    *(
        "handle_id",
        "lib",
        "new",
        "new_json",
        "new_session",
        "new_text",
        "read_json",
        "string",
    ),
    *("text", "typeof"),
)


@dataclass(frozen=True, slots=True)
class Glue:
    """One Python module inside the library."""

    module: str
    summary: str
    uses: tuple[str, ...]
    types: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    kinds: tuple[Table, ...]
    blocks: tuple[str, ...]
    """The functions, in order."""

    @property
    def uses_keyword(self) -> bool:
        """Whether a module that it uses is called like a keyword, so that no `import` can name it."""
        return any("import_module" in _WORDS.findall(text) for text in (*self.uses, *self.blocks))

    @property
    def needs(self) -> list[str]:
        """What the module imports of the core, and no more; in the order that import sorters want."""
        words = set(_WORDS.findall("\n".join(self.blocks)))
        if self.types:
            words.add("typeof")
        if self.tables or self.kinds:
            words.add("Enumeration")
        return [name for name in _CORE if name in words]


def glue(planner: Planner, module: Module) -> Glue:
    """The glue of one module."""
    plan = planner.module(module)
    scope = Scope(planner.names, module.name, planner.plain_names)
    blocks: list[str] = []
    for named in module.types:
        if isinstance(named, Record):
            shape, members = planner.shapes.of(Ref(named.name)), planner.records.members(named)
            blocks += [
                _text(reading.record(named, shape, members, scope)),
                _text(writing.record(named, shape, members, scope)),
            ]
        elif isinstance(named, Union):
            shape = planner.shapes.of(Ref(named.name))
            variants = [
                (enumerator, member, planner.shapes.of(Ref(variant.record)), tag)
                for (enumerator, member, _, tag), variant in zip(
                    planner.records.variants(named), named.variants, strict=True
                )
            ]
            blocks += [
                _text(reading.union(named, shape, variants, scope)),
                _text(writing.union(named, shape, variants, scope)),
            ]
    for container in plan.containers:
        blocks += [
            _text(reading.container(container.shape, scope)),
            _text(writing.container(container.shape, scope)),
        ]
    for callback in plan.callbacks:
        shape = planner.shapes.of(CallbackOf(callback.callback.name))
        blocks.append(_text(calling.callback(callback, shape, scope)))
    blocks += [_text(calling.function(function, scope)) for function in plan.functions]
    tables, kinds = _tables(planner, plan)
    return Glue(
        module.name,
        docstring(module.doc.summary),
        tuple(_import(planner.names.prefix, module) for module in sorted(scope.uses)),
        tuple(sorted(scope.types.items())),
        tuple(tables),
        tuple(kinds),
        tuple(blocks),
    )


def plain_glue(planner: Planner) -> Glue:
    """The glue of the lists and maps that every library has."""
    scope = Scope(planner.names, "_plain", planner.plain_names)
    blocks = []
    for container in planner.plain_containers:
        blocks += [
            _text(reading.container(container.shape, scope)),
            _text(writing.container(container.shape, scope)),
        ]
    return Glue(
        "_plain",
        "Lists and maps of plain values.",
        (),
        tuple(sorted(scope.types.items())),
        (),
        (),
        tuple(blocks),
    )


def _import(prefix: str, module: str) -> str:
    """The import of another glue module, which may be called what Python keeps for itself."""
    alias = f"{module.lstrip('_')}_glue"
    if keyword.iskeyword(module):
        return f'{alias} = import_module("{prefix}_glue.{module}")'
    return f"import {prefix}_glue.{module} as {alias}"


def docstring(text: str) -> str:
    """``text`` as it may stand in a docstring."""
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', "'")


def _tables(planner: Planner, plan: ModulePlan) -> tuple[list[Table], list[Table]]:
    unions = {union.kind for union in plan.unions}
    prefix = planner.names.prefix + "_"
    tables, kinds = [], []
    for enum in plan.enums:
        stem = enum.c.removeprefix(prefix).upper()
        if enum.c in unions:
            stem = stem.removesuffix("_KIND")
            kinds.append(Table(f"{stem}_KINDS", "", enum.c, enum.wire))
        else:
            tables.append(Table(f"{stem}_NAMES", f"{stem}_NUMBERS", enum.c, enum.wire))
    return tables, kinds


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Declared:
    """What one module brings to cffi's declarations: C without comments and macros, for its parser."""

    statuses: list[tuple[int, str]]
    """The number and status of each error."""
    names: list[str]
    """What all bodies may refer to."""
    containers: list[tuple[str, str]]
    """Each list and map it speaks of: the name and the declaration."""
    bodies: list[str]
    """The types."""
    behind: list[str]
    """The functions that the glue writes."""
    called: list[str]
    """Those it calls: what frees the arguments and results of callbacks."""


def declared(planner: Planner, module: Module) -> Declared:
    """The C declarations of one module."""
    plan = planner.module(module)
    return Declared(
        statuses=_statuses(planner, module.errors),
        names=list(_names(plan)),
        containers=_containers(planner.containers(module)),
        bodies=list(_bodies(planner.names.prefix, plan)),
        behind=list(behind(planner, plan)),
        called=list(_called(plan)),
    )


def _statuses(planner: Planner, errors: Iterable[Error]) -> list[tuple[int, str]]:
    return [(error["number"], error["status"]) for error in planner.statuses(errors)]


def _containers(found: Iterable[Container]) -> list[tuple[str, str]]:
    return [(container.c, "\n".join(container.lines)) for container in found]


def declarations(planner: Planner, modules: Sequence[Declared]) -> Iterator[str]:
    """Every type's declaration, names before what needs them."""
    p = planner.names.prefix
    statuses = _statuses(planner, planner.interface.builtin_errors)
    statuses += [status for module in modules for status in module.statuses]
    values = ", ".join(f"{status} = {number}" for number, status in sorted(statuses))
    upper = planner.names.upper
    yield f"typedef enum {p}_status {{ {upper}_NOT_INITIALIZED = 0, {upper}_OK = 1, {upper}_END = 2, {values} }} {p}_status;"
    yield f"typedef struct {p}_session {p}_session;"
    for module in modules:
        yield from module.names
    containers = dict(_containers(planner.plain_containers))
    for module in modules:
        containers |= dict(module.containers)
    yield from containers.values()
    for module in modules:
        yield from module.bodies


def _names(plan: ModulePlan) -> Iterator[str]:
    for enum in plan.enums:
        listed = ", ".join(f"{name} = {number}" for name, _, number in enum.values)
        yield f"typedef enum {enum.c} {{ {listed} }} {enum.c};"
    for name in (*(handle.c for handle in plan.handles), *plan.streams, *plan.forward):
        yield f"typedef struct {name} {name};"


def _bodies(prefix: str, plan: ModulePlan) -> Iterator[str]:
    for callback in plan.callbacks:
        yield f"typedef {prefix}_status (*{callback.c}_function)({', '.join(callback.parameters)});"
        members = f"{callback.c}_function call; void *user_data; void (*release)(void *user_data);"
        yield f"struct {callback.c} {{ {members} }};"
    for struct in plan.structs:
        members = " ".join(line for line in struct.members if not line.startswith(("/", " *")))
        yield f"struct {struct.c} {{ {members} }};"
    for union in plan.unions:
        members = " ".join(f"const {record} *{member};" for _, member, record, _ in union.variants)
        yield f"struct {union.c} {{ {union.kind} kind; union {{ {members} }} as; }};"


def _called(plan: ModulePlan) -> Iterator[str]:
    for callback in plan.callbacks:
        shapes = [argument.shape for argument in callback.arguments]
        shapes += [callback.result.shape] if callback.result else []
        for shape in shapes:
            if shape.is_struct or shape.kind == "session":
                c = shape.c.removesuffix(" *")
                yield f"void {c}_free({declare(f'{c} *', 'value')});"
