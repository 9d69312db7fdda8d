"""The target ``cffi``: what Python needs inside the C library, and bindings for Python outside of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Unit
from bridgegen.targets.c.plan import Planner
from bridgegen.targets.cffi.plan import Glue, declarations, functions_behind, functions_called, glue, plain_glue
from bridgegen.templating import environment


class CffiTarget:
    name = "cffi"
    capabilities = Capabilities(title="cffi")

    def names(self, interface: Interface) -> Mapping[str, str]:
        return {}

    def check(self, interface: Interface) -> Sequence[Diagnostic]:
        return ()

    def units(self, interface: Interface) -> Sequence[Unit]:
        planner = Planner(interface)
        units = [Unit("core", None, lambda: _core(planner))]
        for module in interface.modules:
            units.append(Unit(module.name, (module.name,), lambda module=module: _module(planner, module)))  # type: ignore[misc]
        return units


def _render(planner: Planner, template: str, **values: Any) -> str:
    return environment("cffi").get_template(template).render(**planner.shared(), **values)


def _core(planner: Planner) -> Sequence[File]:
    cdef = _render(
        planner,
        "cdef.h.j2",
        types=list(declarations(planner)),
        called=list(functions_called(planner)),
        behind=list(functions_behind(planner)),
    )
    return (File("inside/cdef.h", cdef), _glue_file(planner, plain_glue(planner)))


def _module(planner: Planner, module: Module) -> Sequence[File]:
    return (_glue_file(planner, glue(planner, module)),)


def _glue_file(planner: Planner, made: Glue) -> File:
    return File(f"inside/{made.module}.py", _render(planner, "glue.py.j2", glue=made))


TARGET = CffiTarget()
