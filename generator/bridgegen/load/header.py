"""interface.yaml: what is said once for all modules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bridgegen import builtins, targets
from bridgegen.checks.grants import grant_problem
from bridgegen.diagnostics import Report
from bridgegen.load import reserved
from bridgegen.load.reading import DOC_KEYS, Reader
from bridgegen.model import Doc, Json, Permission, Position
from bridgegen.tree import Table, plain

KEYS = frozenset(
    {
        "interface",
        "version",
        "modules",
        "implementation",
        "output",
        "permissions",
        "default_grants",
        "targets",
    }
)
_RESERVED = {
    builtins.MODULE: f"the built-in errors are {builtins.MODULE}.*",
    "interface": "interface.yaml says what all modules share",
}
_VERSION = re.compile(r"\d+\.\d+\.\d+([-+][0-9A-Za-z.-]+)?")
_PERMISSION = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_PACKAGE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")


@dataclass(frozen=True, slots=True)
class Header:
    name: str
    version: str
    modules: tuple[tuple[str, Position], ...]
    implementation: str
    output: str
    permissions: tuple[Permission, ...]
    default_grants: Mapping[str, Json]
    options: Mapping[str, Mapping[str, Json]]
    option_places: Mapping[tuple[str, str], Position]
    """Where each setting of each target stands."""
    doc: Doc
    position: Position


def read(table: Table, report: Report) -> Header:
    """Lowers interface.yaml; everything that is wrong with it goes to ``report``."""
    reader = Reader(table, "interface.yaml", report)
    reader.only(KEYS | DOC_KEYS)
    reader.require("interface", "version", "modules")
    name = reader.text("interface")
    if name:
        place = table.entries["interface"].position
        reader.case(name, "snake_case", "interface", place)
        if taken := reserved.reason(name):
            message = f"an interface cannot be called {name!r}: {taken}; choose another name"
            reader.error("interface-reserved", message, place)
    version = reader.text("version")
    if version and not _VERSION.fullmatch(version):
        message = f"the version {version!r} must have three numbers: 1.0.0"
        reader.error("interface-version", message, table.entries["version"].position)
    implementation = reader.text("implementation")
    if implementation and not _PACKAGE.fullmatch(implementation):
        message = f"the implementation {implementation!r} must be the name of a Python package"
        reader.error("interface-implementation", message, table.entries["implementation"].position)
    elif implementation and implementation == name:
        message = f"the implementation {name!r} would be in the place of the generated package; give it another name"
        reader.error("interface-implementation", message, table.entries["implementation"].position)
    permissions = _permissions(reader)
    options = _targets(reader)
    return Header(
        name=name,
        version=version,
        modules=_modules(reader),
        implementation=implementation,
        output=reader.text("output", "generated"),
        permissions=permissions,
        default_grants=_grants(reader, permissions),
        options={
            target: {key: value for key, (value, _) in found.items()} for target, found in options.items()
        },
        option_places={
            (target, key): place for target, found in options.items() for key, (_, place) in found.items()
        },
        doc=reader.doc(summary_required=True),
        position=table.position,
    )


def _modules(reader: Reader) -> tuple[tuple[str, Position], ...]:
    found: dict[str, Position] = {}
    for name, position in reader.texts("modules"):
        reader.case(name, "snake_case", "module", position)
        if name in found:
            reader.error("module-duplicate", f"the module {name!r} is listed twice", position)
        elif name in _RESERVED:
            message = f"a module cannot be called {name!r}: {_RESERVED[name]}"
            reader.error("module-reserved", message, position)
        else:
            found[name] = position
    if not found and "modules" in reader:
        reader.error("interface-empty", "an interface has at least one module", reader.table.at("modules"))
    return tuple(found.items())


def _permissions(reader: Reader) -> tuple[Permission, ...]:
    table = reader.mapping("permissions")
    found = []
    for name, node in table.entries.items() if table else ():
        position = table.at(name)  # type: ignore[union-attr]
        if not _PERMISSION.fullmatch(name):
            reader.error(
                "name-case", f"the name of permission {name!r} must be snake_case, with dots", position
            )
        if not isinstance(node, Table):
            reader.error("value-kind", f"permission {name!r} must be a mapping with a summary", node.position)
            continue
        entry = Reader(node, f"permission {name}", reader.report)
        entry.only({"summary", "takes"})
        summary = entry.doc(summary_required=True).summary
        takes = entry.choice("takes", ("paths", "hosts", "names", ""), "")
        found.append(Permission(name, summary, takes, position))
    return tuple(found)


def _grants(reader: Reader, permissions: tuple[Permission, ...]) -> dict[str, Json]:
    table = reader.mapping("default_grants")
    found = {}
    for name, node in table.entries.items() if table else ():
        permission = next((p for p in permissions if p.name == name), None)
        if permission is None:
            position = table.at(name)  # type: ignore[union-attr]
            reader.error(
                "permission-unknown",
                f"default_grants grants {name!r}, which permissions does not declare",
                position,
            )
            continue
        value = plain(node)
        if problem := grant_problem(permission, value):
            reader.error("permission-grant", problem, node.position)
            continue
        found[name] = value
    return found


def _targets(reader: Reader) -> dict[str, dict[str, tuple[Json, Position]]]:
    """The settings of each target, each with its place; the targets check them."""
    table = reader.mapping("targets")
    found = {}
    for name, node in table.entries.items() if table else ():
        if name not in targets.known():
            reader.error("target-unknown", targets.unknown(name), table.at(name))  # type: ignore[union-attr]
        elif isinstance(node, Table):
            found[name] = {key: (plain(value), node.at(key)) for key, value in node.entries.items()}
        else:
            reader.error("value-kind", f"the settings of target {name!r} must be a mapping", node.position)
    return found
