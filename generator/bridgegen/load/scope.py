"""What lowering one module needs to know of the others: every declared name, and its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bridgegen import builtins
from bridgegen.checks.samples import Sample
from bridgegen.diagnostics import Report
from bridgegen.lock import Lock
from bridgegen.model import Name, Position
from bridgegen.suggest import suggestion
from bridgegen.tree import Items, Leaf, Node, Table

SECTIONS = ("types", "constants", "errors", "callbacks", "resources", "functions", "events")
RUNTIME_ERRORS = frozenset(error.name.local for error in builtins.errors())


@dataclass(frozen=True, slots=True)
class Declarations:
    """The names that one module declares, by section; all that other modules see of it."""

    module: str
    sections: Mapping[str, tuple[str, ...]]
    text_groups: frozenset[str]
    """Constants groups of strings, which may be used as types."""
    enum_values: Mapping[str, tuple[str, ...]]
    """Enumerations, from types and constants: their values as they travel."""

    def has(self, section: str, local: str) -> bool:
        return local in self.sections[section]


def declarations(module: str, table: Table) -> Declarations:
    """Reads the names off a tree; what is malformed is left to the readers to report."""
    sections = {}
    for section in SECTIONS:
        node = table.get(section)
        sections[section] = tuple(node.entries) if isinstance(node, Table) else ()
    enums: dict[str, tuple[str, ...]] = {}
    groups = set()
    for name, group in _tables(table.get("constants")):
        kind = group.get("type")
        if isinstance(kind, Leaf) and kind.value == "string":
            groups.add(name)
            enums[name] = _group_values(group.get("values"))
    for name, named in _tables(table.get("types")):
        values = named.get("enum")
        if isinstance(values, Items):
            texts = (item.value for item in values if isinstance(item, Leaf))
            enums[name] = tuple(text for text in texts if isinstance(text, str))
    return Declarations(module, sections, frozenset(groups), enums)


def _tables(node: Node | None) -> Iterator[tuple[str, Table]]:
    for name, entry in node.entries.items() if isinstance(node, Table) else ():
        if isinstance(entry, Table):
            yield name, entry


def _group_values(values: Node | None) -> tuple[str, ...]:
    texts = (entry.get("value") for _, entry in _tables(values))
    return tuple(leaf.value for leaf in texts if isinstance(leaf, Leaf) and isinstance(leaf.value, str))


@dataclass(slots=True)
class Scope:
    """The module being lowered, among all modules."""

    module: str
    report: Report
    modules: Mapping[str, Declarations]
    permissions: frozenset[str]
    lock: Lock
    used: set[str] = field(default_factory=set)
    """Other modules that were referred to so far, examples apart."""
    shown: set[str] = field(default_factory=set)
    """Other modules that examples referred to."""
    unread: frozenset[str] = frozenset()
    """Modules that there are, but whose files could not be read."""
    is_blind: bool = False
    """Something of an unread module was asked for: what is found wrong may be wrong with that one."""
    samples: list[Sample] = field(default_factory=list)
    """To be checked once every type is known."""

    def qualified(self, text: str) -> Name:
        """``not_found`` is of this module, ``shared.timeout`` of another."""
        module, dot, local = text.partition(".")
        return Name(module, local) if dot else Name(self.module, text)

    def resolve(
        self, text: str, section: str, what: str, position: Position, *, shown: bool = False
    ) -> Name | None:
        """The declared entity that ``text`` names, or None after reporting that there is none."""
        name = self.qualified(text)
        if section == "errors" and name.module == builtins.MODULE and name.local in RUNTIME_ERRORS:
            return name
        if name.module in self.unread:
            self.is_blind = True
            return None
        declared = self.modules.get(name.module)
        if declared is not None and declared.has(section, name.local):
            self.use(name.module, shown=shown)
            return name
        known = [
            local if module == self.module else f"{module}.{local}"
            for module, other in self.modules.items()
            for local in other.sections[section]
        ]
        if section == "errors":
            known += [f"{builtins.MODULE}.{local}" for local in RUNTIME_ERRORS]
        message = f"there is no {what} {text!r}{suggestion(text, known)}"
        self.report.error(f"{what}-unknown", message, position)
        return None

    def use(self, module: str, *, shown: bool = False) -> None:
        """Remembers that this module depends on ``module``; ``shown`` when only an example does."""
        if module not in (self.module, builtins.MODULE):
            (self.shown if shown else self.used).add(module)
