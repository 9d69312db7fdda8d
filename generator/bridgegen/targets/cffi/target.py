"""The target ``cffi``: what Python needs inside the C library, and bindings for Python outside of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any

import jinja2

from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Joined, Part, Unit, each
from bridgegen.targets.c.plan import Planner, planner_of
from bridgegen.targets.cffi.bindings import attribute, class_name, methods
from bridgegen.targets.cffi.plan import (
    Declared,
    Glue,
    declarations,
    declared,
    docstring,
    glue,
    plain_glue,
)
from bridgegen.templating import environment


class CffiTarget:
    name = "cffi"
    capabilities = Capabilities(title="cffi")

    def names(self, interface: Interface) -> Sequence[Part]:
        return ()

    def check(self, interface: Interface) -> Sequence[Part]:
        return ()

    def units(self, interface: Interface) -> Sequence[Unit | Joined[File]]:
        planner = planner_of(interface)
        parts = each(interface.modules, partial(declared, planner))
        units: list[Unit | Joined[File]] = [Joined("core", parts, partial(_core, planner))]
        units.append(Unit("bindings", (), lambda: _package(planner), interface.outline))
        for module in interface.modules:
            units.append(Unit(module.name, (module.name,), partial(_module, planner, module)))
        return units


def _package(planner: Planner) -> Sequence[File]:
    """What is imported: one attribute of a session for each bridge."""
    package = f"{planner.names.prefix}_cffi"
    bridges = [
        {"attribute": attribute(module), "class_name": class_name(module)}
        for module in planner.interface.bridges
    ]
    text = _render(
        planner,
        "package.py.j2",
        package=package,
        bridges=bridges,
        summary=docstring(planner.interface.doc.summary),
    )
    return (File(f"{package}/__init__.py", text), File(f"{package}/py.typed", ""))


def _bindings(planner: Planner, module: Module) -> Sequence[File]:
    made = list(methods(module))
    text = _render(
        planner,
        "bridge.py.j2",
        class_name=class_name(module),
        summary=docstring(module.doc.summary),
        methods=made,
        streams=any(method.via == "stream" for method in made),
        absent=any("ABSENT" in parameter for method in made for parameter in method.parameters),
    )
    return (File(f"{planner.names.prefix}_cffi/{attribute(module)}.py", text),)


@cache
def _environment() -> jinja2.Environment:
    return environment("cffi")


def _render(planner: Planner, template: str, **values: Any) -> str:
    return _environment().get_template(template).render(**planner.shared(), **values)


def _core(planner: Planner, modules: Sequence[Declared]) -> Sequence[File]:
    cdef = _render(
        planner,
        "cdef.h.j2",
        types=list(declarations(planner, modules)),
        called=list(dict.fromkeys(line for module in modules for line in module.called)),
        behind=[line for module in modules for line in module.behind],
    )
    return (File("inside/cdef.h", cdef), _glue_file(planner, plain_glue(planner)))


def _module(planner: Planner, module: Module) -> Sequence[File]:
    inside = _glue_file(planner, glue(planner, module))
    return (inside, *_bindings(planner, module)) if module.is_bridge else (inside,)


def _glue_file(planner: Planner, made: Glue) -> File:
    return File(f"inside/{made.module}.py", _render(planner, "glue.py.j2", glue=made))


TARGET = CffiTarget()
