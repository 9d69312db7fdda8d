"""One module's tree to its model."""

from __future__ import annotations

from bridgegen.load.functions import FunctionReader
from bridgegen.load.members import MemberReader
from bridgegen.load.named import NamedReader
from bridgegen.load.reading import DOC_KEYS, Reader
from bridgegen.load.scope import SECTIONS, Scope
from bridgegen.model import Module
from bridgegen.tree import Leaf, Table

_SHARING = ("types", "constants", "callbacks", "resources")


def lower(scope: Scope, table: Table) -> Module:
    """The model of one module, without what only linking knows; problems go to the scope's report."""
    reader = Reader(table, f"module {scope.module}", scope.report)
    reader.only({"bridge", *SECTIONS} | DOC_KEYS)
    _check_name(reader, scope.module)
    _check_twins(reader)
    members = MemberReader(scope)
    enums, groups = members.constants(reader)
    return Module(
        name=scope.module,
        types=(*enums, *NamedReader(scope).read(reader)),
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


def _check_name(reader: Reader, name: str) -> None:
    if not reader.require("bridge"):
        return
    node = reader.table.entries["bridge"]
    if not isinstance(node, Leaf) or node.value != name:
        given = repr(node.value) if isinstance(node, Leaf) else "no name"
        message = f"this file is the module {name!r}, but its bridge is {given}; make the two equal"
        reader.error("module-name", message, node.position)


def _check_twins(module: Reader) -> None:
    """Types, constants, callbacks and resources share one space of names."""
    seen: dict[str, str] = {}
    for section in _SHARING:
        table = module.table.get(section)
        if not isinstance(table, Table):
            continue
        for name in table.entries:
            if name in seen:
                message = (
                    f"{name} is declared under {seen[name]} already; {', '.join(_SHARING)} share their names"
                )
                module.error("name-duplicate", message, table.at(name))
            seen.setdefault(name, section)
