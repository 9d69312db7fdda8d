"""Plans of the package's own modules: its lazy ``__init__``, the sessions, the interface as data."""

from __future__ import annotations

from dataclasses import dataclass

from bridgegen.model import Interface, Module
from bridgegen.targets.python import docstrings, facades, names
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.plan import Method


@dataclass(frozen=True, slots=True)
class Export:
    """A public name and the module of the package it comes from."""

    name: str
    home: str


@dataclass(frozen=True, slots=True)
class Package:
    """An ``__init__.py`` whose names are imported when they are first used."""

    docstring: str
    exports: tuple[Export, ...]
    modules: tuple[str, ...]
    """Submodules that are reached as attributes."""
    version: str = ""

    @property
    def imports(self) -> str:
        """What type checkers read; at run time nothing is imported before it is used."""
        imports = Imports()
        for module in self.modules:
            imports.name(".", module, typing_only=True)
        for export in self.exports:
            imports.name(export.home, export.name, typing_only=True)
        if self.version:
            imports.name("bridge_runtime.errors", "BridgeError", typing_only=True)
        imports.name("importlib", "import_module")
        imports.name("typing", "TYPE_CHECKING")
        imports.name("typing", "Any")
        return imports.lines()

    @property
    def public(self) -> list[str]:
        """Everything a user may import from it, sorted."""
        extra = ["BridgeError"] if self.version else []
        return sorted([*self.modules, *extra, *(export.name for export in self.exports)])


@dataclass(frozen=True, slots=True)
class BridgeProperty:
    """``session.<bridge>``."""

    name: str
    facade: str
    home: str
    docstring: str


@dataclass(frozen=True, slots=True)
class SessionClass:
    name: str
    base: str
    docstring: str
    bridges: tuple[BridgeProperty, ...]
    methods: tuple[Method, ...]
    is_async: bool


@dataclass(frozen=True, slots=True)
class Sessions:
    docstring: str
    imports: str
    classes: tuple[SessionClass, ...]


@dataclass(frozen=True, slots=True)
class Permission:
    name: str
    summary: str
    takes: str


@dataclass(frozen=True, slots=True)
class InterfaceData:
    """_interface.py."""

    name: str
    version: str
    modules: tuple[tuple[str, str], ...]
    """Module and the import path of its spec."""
    implementation: str
    permissions: tuple[Permission, ...]
    default_grants: str
    summary: str


def package(interface: Interface) -> Package:
    """The root ``__init__``: the sessions, and the bridges as submodules."""
    exports = [Export("Session", ".session_"), Export("AsyncSession", ".session_")]
    return Package(
        docstring=docstrings.literal(docstrings.paragraphs(interface.doc), 0),
        exports=tuple(exports),
        modules=tuple(names.module(module) for module in interface.modules),
        version=interface.version,
    )


def bridge(interface: Interface, module: Module) -> Package:
    """A bridge's ``__init__``: everything public of it."""
    found = [Export(names.named(named.name, named.doc), ".types") for named in module.types]
    found += [Export(names.named(callback.name, callback.doc), ".types") for callback in module.callbacks]
    found += [Export(names.named(group.name, group.doc), ".constants") for group in module.constants]
    found += [Export(names.error(error.name, error.doc), ".errors") for error in module.errors]
    for home, is_async in ((".sync", False), (".aio", True)) if module.is_bridge else ():
        found += [
            Export(names.resource(resource, is_async=is_async), home)
            for resource in module.resources
            if not resource.is_session
        ]
        found.append(Export(names.facade(module, is_async=is_async), home))
    if module.is_bridge:
        found.append(Export(names.service(module), ".service"))
    return Package(
        docstring=docstrings.literal(docstrings.paragraphs(module.doc), 0),
        exports=tuple(sorted(found, key=lambda export: (export.home, export.name))),
        modules=("events",) if module.events else (),
    )


def sessions(interface: Interface) -> Sessions:
    """session_.py: the synchronous and the asynchronous session."""
    imports = Imports()
    imports.name("functools", "cached_property")
    imports.name("bridge_runtime", "clients")
    imports.name("._interface", "INTERFACE")
    classes = tuple(_session(interface, imports, is_async=is_async) for is_async in (False, True))
    text = f"Sessions of {interface.name}: where every program begins."
    return Sessions(docstrings.literal([text], 0), imports.lines(), classes)


def _session(interface: Interface, imports: Imports, *, is_async: bool) -> SessionClass:
    part = "aio" if is_async else "sync"
    bridges = []
    for module in interface.bridges:
        facade = names.facade(module, is_async=is_async)
        home = f".{names.module(module)}.{part}"
        imports.name(home, facade, typing_only=True)
        bridges.append(
            BridgeProperty(
                names.module(module),
                facade,
                home,
                docstrings.literal(docstrings.paragraphs(module.doc)[:1], 8),
            )
        )
    prefix = "Async" if is_async else ""
    usage = (
        f"async with {names.package(interface)}.AsyncSession() as session:"
        if is_async
        else (f"with {names.package(interface)}.Session() as session:")
    )
    about = (
        f"{interface.doc.summary}\n\nUse it in a ``with`` block: ``{usage}``; leaving the block releases "
        "everything that was made in it."
    )
    return SessionClass(
        name=f"{prefix}Session",
        base=f"{prefix}Session",
        docstring=docstrings.literal([about], 4),
        bridges=tuple(bridges),
        methods=facades.session_methods(interface, imports, is_async=is_async),
        is_async=is_async,
    )


def interface_data(interface: Interface) -> InterfaceData:
    root = names.package(interface)
    return InterfaceData(
        name=interface.name,
        version=interface.version,
        modules=tuple((module.name, f"{root}.{names.module(module)}.spec") for module in interface.modules),
        implementation=interface.implementation,
        permissions=tuple(Permission(p.name, p.summary, p.takes) for p in interface.permissions),
        default_grants=repr(dict(interface.default_grants)),
        summary=interface.doc.summary,
    )
