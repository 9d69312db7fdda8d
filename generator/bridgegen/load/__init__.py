"""Files to the checked model: reads interface.yaml and its modules, and lowers them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bridgegen import builtins
from bridgegen.diagnostics import Report
from bridgegen.load import header as headers
from bridgegen.load import link
from bridgegen.load.functions import FunctionReader
from bridgegen.load.members import MemberReader
from bridgegen.load.named import NamedReader
from bridgegen.load.reading import DOC_KEYS, Reader
from bridgegen.load.scope import SECTIONS, Declarations, Scope, declarations
from bridgegen.lock import Numbers
from bridgegen.model import ConstantGroup, Interface, Module, Name, NamedType, Position
from bridgegen.tree import Leaf, Table, parse

Sources = Mapping[str, str]
"""Text of every file that was read, by the name that positions give it."""


def load(path: Path | str) -> tuple[Interface | None, Report, Sources]:
    """Reads the interface whose interface.yaml is ``path``.

    Returns the model, or None when there are errors; what was found; and the sources for showing it.
    """
    report = Report()
    sources: dict[str, str] = {}
    path = Path(path).resolve()
    root = _read(path, path.parent.name, report, sources, None)
    if root is None:
        return None, report, sources
    header = headers.read(root, report)
    trees = _trees(header, path.parent, report, sources)
    declared = {name: declarations(name, table) for name, table in trees.items()}
    numbers = _numbers(declared)
    permissions = frozenset(permission.name for permission in header.permissions)
    modules = []
    for name, table in trees.items():
        modules.append(_lower(Scope(name, report, declared, permissions, numbers), table))
    interface = _link(header, modules, sources, report)
    return (None if report.has_errors else interface), report, sources


def _read(
    path: Path, folder: str, report: Report, sources: dict[str, str], wanted_at: Position | None
) -> Table | None:
    """The tree of one file; whatever keeps it from being read is reported."""
    shown = f"{folder}/{path.name}" if folder else path.name
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        report.error("file-missing", f"there is no file {shown}", wanted_at)
        return None
    except IsADirectoryError:
        report.error("file-unreadable", f"{shown} is a folder, not a file", wanted_at)
        return None
    except UnicodeDecodeError as error:
        report.error("file-encoding", f"{shown} is not UTF-8 text (byte {error.start})", wanted_at)
        return None
    except OSError as error:
        report.error("file-unreadable", f"{shown} cannot be read: {error.strerror}", wanted_at)
        return None
    sources[shown] = text
    return parse(text, shown, report)


def _trees(header: headers.Header, folder: Path, report: Report, sources: dict[str, str]) -> dict[str, Table]:
    found = {}
    for name, position in header.modules:
        table = _read(folder / f"{name}.yaml", folder.name, report, sources, position)
        if table is not None:
            found[name] = table
    return found


def _numbers(declared: Mapping[str, Declarations]) -> Numbers:
    numbers = Numbers()
    for module, names in declared.items():
        numbers.assign("function", (f"{module}.{local}" for local in names.sections["functions"]))
        numbers.assign("error", (f"{module}.{local}" for local in names.sections["errors"]))
        for enum, values in names.enum_values.items():
            numbers.assign_values(f"{module}.{enum}", values)
    return numbers


def _lower(scope: Scope, table: Table) -> Module:
    reader = Reader(table, f"module {scope.module}", scope.report)
    reader.only({"bridge", *SECTIONS} | DOC_KEYS)
    if reader.require("bridge"):
        node = table.entries["bridge"]
        if not isinstance(node, Leaf) or node.value != scope.module:
            given = node.value if isinstance(node, Leaf) else "no name"
            message = (
                f"this file is the module {scope.module!r}, but its bridge is {given!r}; make the two equal"
            )
            reader.error("module-name", message, node.position)
    members = MemberReader(scope)
    enums, groups = members.constants(reader)
    types = NamedReader(scope).read(reader)
    _check_twins(reader)
    return Module(
        name=scope.module,
        types=(*enums, *types),
        constants=tuple(groups),
        errors=tuple(members.errors(reader)),
        callbacks=tuple(members.callbacks(reader)),
        resources=tuple(members.resources(reader)),
        functions=tuple(FunctionReader(scope).read(reader)),
        events=tuple(members.events(reader)),
        uses=tuple(sorted(scope.used)),
        digest="",
        doc=reader.doc(summary_required=True),
        position=table.position,
    )


def _check_twins(module: Reader) -> None:
    """Types, constants, callbacks and resources share one space of names."""
    seen: dict[str, str] = {}
    for section in ("types", "constants", "callbacks", "resources"):
        table = module.table.get(section)
        for name in table.entries if isinstance(table, Table) else ():
            if name in seen:
                message = f"{name} is already declared under {seen[name]}; types, constants, callbacks and resources share their names"
                module.error("name-duplicate", message, table.at(name))  # type: ignore[union-attr]
            seen.setdefault(name, section)


def _link(header: headers.Header, modules: list[Module], sources: Sources, report: Report) -> Interface:
    types: dict[Name, NamedType] = {named.name: named for module in modules for named in module.types}
    link.tag_unions(types, report)
    link.check_finite(types, report)
    uses = _transitive({module.name: module.uses for module in modules})
    linked = []
    for module in modules:
        link.check_resources(module, report)
        module = link.link_resources(module)
        linked.append(
            replace(
                module,
                types=link.ordered(module, types),
                uses=uses[module.name],
                digest=_digest(module, uses[module.name], sources),
            )
        )
    groups: dict[Name, NamedType | ConstantGroup] = {
        group.name: group for module in modules for group in module.constants
    }
    return Interface(
        name=header.name,
        version=header.version,
        modules=tuple(linked),
        builtin_errors=builtins.errors(),
        permissions=header.permissions,
        default_grants=header.default_grants,
        implementation=header.implementation,
        options=header.options,
        facts=link.facts(linked, types),
        doc=header.doc,
        _types={**types, **groups},
    )


def _transitive(direct: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found = {}
    for name in direct:
        reached: set[str] = set()
        waiting = list(direct[name])
        while waiting:
            other = waiting.pop()
            if other not in reached and other != name:
                reached.add(other)
                waiting.extend(direct.get(other, ()))
        found[name] = tuple(sorted(reached))
    return found


def _digest(module: Module, uses: tuple[str, ...], sources: Sources) -> str:
    folder = module.position.file.rpartition("/")[0]
    digest = hashlib.sha256()
    for name in (module.name, *uses):
        digest.update(sources.get(f"{folder}/{name}.yaml" if folder else f"{name}.yaml", "").encode())
        digest.update(b"\0")
    return digest.hexdigest()
