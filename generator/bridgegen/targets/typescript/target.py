"""The typescript target: a package of JavaScript modules with declarations, and the conformance scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from bridgegen import templating
from bridgegen.diagnostics import Diagnostic, Report
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Unit
from bridgegen.targets.typescript import names
from bridgegen.targets.typescript.conformance import programs
from bridgegen.targets.typescript.package import package_plan
from bridgegen.targets.typescript.plan import module_plan

_ONCE = ("index.js", "index.d.ts", "errors.js", "errors.d.ts", "events.d.ts", "package.json", "README.md")
_OPENING = re.compile(r"\{\n\n(?= )")
_CLOSING = re.compile(r"\n\n(\}\n)")


class TypeScriptTarget:
    name = names.TARGET
    capabilities = Capabilities(
        title="JavaScript", settings={"package": r"(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*"}
    )

    def names(self, interface: Interface) -> Mapping[str, str]:
        return names.public(interface)

    def check(self, interface: Interface) -> Sequence[Diagnostic]:
        report = Report()
        for module in interface.modules:
            _check_callbacks(interface, module, report)
        return tuple(report)

    def units(self, interface: Interface) -> Sequence[Unit]:
        sessions = any(resource.is_session for module in interface.modules for resource in module.resources)
        found = [
            Unit("package", None, lambda: _package(interface)),
            Unit("runtime", (), _runtime),
        ]
        for module in interface.modules:
            has_session = sessions and any(resource.is_session for resource in module.resources)
            needs = None if has_session else (module.name,)
            found.append(Unit(f"modules/{module.name}", needs, lambda module=module: _module(interface, module)))  # type: ignore[misc]
        for module in interface.bridges:
            unit = Unit(f"conformance/{module.name}", (module.name,), lambda module=module: _conformance(interface, module))  # type: ignore[misc]
            found.append(unit)
        return found


def _check_callbacks(interface: Interface, module: Module, report: Report) -> None:
    """A function that is given to a function cannot itself be given functions: nothing would release them."""
    for callback in module.callbacks:
        for parameter in callback.parameters:
            facts = interface.facts.get(getattr(parameter.type, "name", None))  # type: ignore[arg-type]
            if facts is not None and facts.has_callback:
                report.error(
                    "typescript-callback-in-callback",
                    f"callback {callback.name} gets a callback in its parameter {parameter.name!r}; "
                    f"JavaScript functions get plain values and handles: pass an id instead",
                    parameter.position,
                )


@cache
def _environment() -> jinja2.Environment:
    return templating.environment(names.TARGET)


def _render(template: str, **context: Any) -> str:
    text = _environment().get_template(f"{template}.j2").render(**context)
    return _CLOSING.sub(r"\n\1", _OPENING.sub("{\n", text))


def _package(interface: Interface) -> Sequence[File]:
    plan = package_plan(interface)
    return [File(name, _render(name, package=plan)) for name in _ONCE]


def _module(interface: Interface, module: Module) -> Sequence[File]:
    plan = module_plan(interface, module)
    return [
        File(f"modules/{plan.file}.js", _render("module.js", module=plan)),
        File(f"modules/{plan.file}.d.ts", _render("module.d.ts", module=plan)),
    ]


def _conformance(interface: Interface, module: Module) -> Sequence[File]:
    found = programs(interface, module)
    text = _render("conformance.js", package=names.package(interface), bridge=module.name, programs=found)
    return [File(f"conformance/{names.file(module)}.js", text)]


def _runtime() -> Sequence[File]:
    """The hand-written support code, as it is."""
    folder = _support()
    files = sorted(path for path in folder.iterdir() if path.suffix in (".js", ".ts"))
    copies = [
        File(f"runtime/{path.name}", path.read_text(encoding="utf-8"))
        for path in files
        if path.name != "harness.js"
    ]
    return [*copies, File("conformance/harness.js", (folder / "harness.js").read_text(encoding="utf-8"))]


def _support() -> Path:
    """Where the support code is: packaged inside bridgegen, or in a checkout."""
    package = Path(templating.__file__).parent
    places = [package / "runtime" / "typescript", package.parent.parent / "runtime" / "typescript"]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"no JavaScript support code; looked in {places[0]} and {places[1]}")


TARGET = TypeScriptTarget()
