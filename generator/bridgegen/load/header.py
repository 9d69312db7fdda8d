"""interface.yaml: what is said once for all modules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bridgegen import builtins
from bridgegen.checks.grants import grant_problem
from bridgegen.diagnostics import Report
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
    doc: Doc
    position: Position


def read(table: Table, report: Report) -> Header:
    """Lowers interface.yaml; everything that is wrong with it goes to ``report``."""
    reader = Reader(table, "interface.yaml", report)
    reader.only(KEYS | DOC_KEYS)
    reader.require("interface", "version", "modules")
    name = reader.text("interface")
    if name:
        reader.case(name, "snake_case", "interface", table.entries["interface"].position)
    version = reader.text("version")
    if version and not _VERSION.fullmatch(version):
        message = f"the version {version!r} must have three numbers: 1.0.0"
        reader.error("interface-version", message, table.entries["version"].position)
    implementation = reader.text("implementation")
    if implementation and not _PACKAGE.fullmatch(implementation):
        message = f"the implementation {implementation!r} must be the name of a Python package"
        reader.error("interface-implementation", message, table.entries["implementation"].position)
    permissions = _permissions(reader)
    return Header(
        name=name,
        version=version,
        modules=_modules(reader),
        implementation=implementation,
        output=reader.text("output", "generated"),
        permissions=permissions,
        default_grants=_grants(reader, permissions),
        options=_targets(reader),
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


def _targets(reader: Reader) -> dict[str, dict[str, Json]]:
    table = reader.mapping("targets")
    found = {}
    for name, node in table.entries.items() if table else ():
        if isinstance(node, Table):
            found[name] = {key: plain(value) for key, value in node.entries.items()}
        else:
            reader.error("value-kind", f"the settings of target {name!r} must be a mapping", node.position)
    return found
