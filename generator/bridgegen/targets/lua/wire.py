"""What the Lua runtime must know of types: where lists, functions and handles stand in arguments and results."""

from __future__ import annotations

from bridgegen.load import link
from bridgegen.model import (
    Alias,
    AnyJson,
    Callback,
    CallbackOf,
    HandleOf,
    Interface,
    ListOf,
    MapOf,
    Module,
    Name,
    NamedType,
    Nullable,
    Record,
    Ref,
    TypeExpr,
    Union,
)
from bridgegen.targets.lua import names
from bridgegen.targets.lua.literals import key, text


class Wire:
    """Lua expressions of the package ``bridge_runtime.types`` for one interface's types."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface
        self._root = names.root(interface)
        self._known: dict[Name, bool] = interface.once("lua working", dict)

    def _is_working(self, name: Name) -> bool:
        """Whether values of a record or union need work, found with all it leads to by going round until nothing is added."""
        if name not in self._known:
            reached: dict[Name, NamedType] = {}
            waiting = [name]
            while waiting:
                here = waiting.pop()
                if here not in reached and here not in self._known:
                    reached[here] = self._interface.type(here)
                    waiting.extend(link.neighbours(reached[here]))
            working = {other for other, works in self._known.items() if works}
            while added := {
                other
                for other, found in reached.items()
                if other not in working and any(self._works(expr, working) for expr in _parts(found))
            }:
                working |= added
            self._known.update({other: other in working for other in reached})
        return self._known[name]

    def _works(self, expr: TypeExpr, working: set[Name] | frozenset[Name]) -> bool:
        match expr:
            case ListOf() | HandleOf() | CallbackOf():
                return True
            case MapOf(value=inner) | Nullable(inner=inner):
                return self._works(inner, working)
            case Ref(name=name):
                return name in working
        return False

    def defined(self, module: Module) -> tuple[tuple[str, str], ...]:
        """Name and expression of each type of ``module`` that callers write and that needs work, in order."""
        entries: list[tuple[str, str]] = []
        known: set[Name] = set()
        for callback in module.callbacks:
            entries.append((names.callback_name(callback), self._callback(callback, module, known)))
            known.add(callback.name)
        for found in module.types:
            if self._is_working(found.name) and self._interface.facts[found.name].is_input:
                entries.append((names.named(found.name, found.doc), self._named(found, module, known)))
                known.add(found.name)
        return tuple(entries)

    def _named(self, found: NamedType, module: Module, known: set[Name]) -> str:
        match found:
            case Record(fields=fields):
                parts = [(field.name, self._sent(field.type, module, known)) for field in fields]
                inner = ", ".join(f"{key(name)} = {sent}" for name, sent in parts if sent)
                return f"t.record({{ {inner} }})"
            case Union(discriminator=discriminator, variants=variants):
                tags = ((variant.tag, self._sent(Ref(variant.record), module, known)) for variant in variants)
                inner = ", ".join(f"{key(tag)} = {sent}" for tag, sent in tags if sent)
                return f"t.union({text(discriminator)}, {{ {inner} }})"
            case Alias(type=expr):
                return self._sent(expr, module, known) or "t.table"
            case _:
                return "t.table"

    def _callback(self, callback: Callback, module: Module, known: set[Name]) -> str:
        received = ", ".join(self.received(parameter.type) or "false" for parameter in callback.parameters)
        sent = self._sent(callback.result, module, known) if callback.result is not None else ""
        arguments = [
            text(str(callback.name)),
            f"{{ {received} }}" if received else "{}",
            *([sent] if sent else []),
        ]
        return f"t.callback({', '.join(arguments)})"

    def sent(self, expr: TypeExpr, module: Module) -> str:
        """How an argument of a function of ``module`` goes in; empty when it needs neither work nor a table."""
        known = {callback.name for callback in module.callbacks} | {found.name for found in module.types}
        return self._sent(expr, module, known) or ("t.table" if self.takes_table(expr) else "")

    def _sent(self, expr: TypeExpr, module: Module, known: set[Name]) -> str:
        match expr:
            case Nullable(inner=inner):
                return self._sent(inner, module, known)
            case ListOf(item=item):
                return f"t.list({self._sent(item, module, known)})"
            case MapOf(value=value):
                sent = self._sent(value, module, known)
                return f"t.map({sent})" if sent else ""
            case HandleOf(resource=name):
                return f"t.handle({text(str(name))})"
            case CallbackOf(callback=name):
                return self._reference(
                    name, names.callback_name(self._interface.callback(name)), module, known
                )
            case Ref(name=name) if self._is_working(name):
                found = self._interface.type(name)
                return self._reference(name, names.named(name, found.doc), module, known)
        return ""

    def _reference(self, name: Name, local: str, module: Module, known: set[Name]) -> str:
        if name.module == module.name:
            return f"wire.{local}" if name in known else f"t.lazy(function() return wire.{local} end)"
        home = names.file(self._interface.module(name.module))
        return f't.elsewhere("{self._root}.{home}", "{local}")'

    def takes_table(self, expr: TypeExpr) -> bool:
        """Whether a caller writes a value of this type as a table, so that it cannot be told from named arguments."""
        match self._interface.underlying(expr):
            case Nullable(inner=inner):
                return self.takes_table(inner)
            case AnyJson() | ListOf() | MapOf():
                return True
            case Ref(name=name):
                return isinstance(self._interface.type(name), Record | Union)
        return False

    def record(self, expr: TypeExpr) -> Record | None:
        """The record that ``expr`` stands for, if it does."""
        match self._interface.underlying(expr):
            case Nullable(inner=inner):
                return self.record(inner)
            case Ref(name=name):
                found = self._interface.type(name)
                return found if isinstance(found, Record) else None
        return None

    def received(self, expr: TypeExpr) -> str:
        """How a result comes out; empty when it needs no work."""
        match expr:
            case Nullable(inner=inner):
                return self.received(inner)
            case ListOf(item=item):
                received = self.received(item)
                return f"t.list({received})" if received else ""
            case HandleOf(resource=name):
                return f"t.handle({text(str(name))})"
        return ""


def _parts(found: NamedType) -> list[TypeExpr]:
    match found:
        case Record(fields=fields):
            return [field.type for field in fields]
        case Union(variants=variants):
            return [Ref(variant.record) for variant in variants]
        case Alias(type=expr):
            return [expr]
        case _:
            return []
