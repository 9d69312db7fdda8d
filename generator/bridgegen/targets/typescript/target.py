"""The typescript target: a package of JavaScript modules with declarations, and the conformance scripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2

from bridgegen import templating
from bridgegen.diagnostics import Diagnostic, Report
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Joined, Part, Unit, each
from bridgegen.targets.typescript import names
from bridgegen.targets.typescript.conformance import programs
from bridgegen.targets.typescript.package import PackagePart, package_plan, part
from bridgegen.targets.typescript.plan import ModulePlan, member, module_plan, with_bridges

_ONCE = ("index.js", "index.d.ts", "errors.js", "errors.d.ts", "events.d.ts", "package.json", "README.md")
_OPENING = re.compile(r"\{\n\n(?= )")
_CLOSING = re.compile(r"\n\n(\}\n)")


class TypeScriptTarget:
    name = names.TARGET
    capabilities = Capabilities(
        title="JavaScript", settings={"package": r"(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*"}
    )

    def names(self, interface: Interface) -> Sequence[Part]:
        return [
            Part("", (), partial(names.classes, interface)),
            *each(interface.modules, partial(names.public, interface)),
        ]

    def check(self, interface: Interface) -> Sequence[Part]:
        return each(interface.modules, partial(_check_callbacks, interface))

    def units(self, interface: Interface) -> Sequence[Unit | Joined[File]]:
        parts = each(interface.modules, partial(part, interface))
        found: list[Unit | Joined[File]] = [
            Joined("package", parts, partial(_package, interface)),
            Unit("runtime", (), _runtime),
        ]
        for module in interface.modules:
            plan = partial(module_plan, interface, module)
            if module.has_session:
                bridges = each(interface.modules, partial(member, interface, own=module.name))
                name = Part("", (module.name,), plan)
                found.append(Joined(f"modules/{module.name}", [name, *bridges], _session_module))
            else:
                found.append(Unit(f"modules/{module.name}", (module.name,), lambda plan=plan: _module(plan())))  # type: ignore[misc]
        for module in interface.bridges:
            program = partial(_conformance, interface, module)
            found.append(Unit(f"conformance/{module.name}", (module.name,), program))
        return found


def _check_callbacks(interface: Interface, module: Module) -> list[Diagnostic]:
    """A function that is given to a function cannot itself be given functions: nothing would release them."""
    report = Report()
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
    return list(report)


@cache
def _environment() -> jinja2.Environment:
    return templating.environment(names.TARGET)


def _render(template: str, **context: Any) -> str:
    text = _environment().get_template(f"{template}.j2").render(**context)
    return _CLOSING.sub(r"\n\1", _OPENING.sub("{\n", text))


def _package(interface: Interface, parts: Sequence[PackagePart]) -> Sequence[File]:
    plan = package_plan(interface, parts)
    return [File(name, _render(name, package=plan)) for name in _ONCE]


def _session_module(parts: Sequence[Any]) -> Sequence[File]:
    """The module whose resource is a session, which has every bridge: its own plan, and each module as a member."""
    plan, *bridges = parts
    return _module(with_bridges(plan, tuple(bridges)))


def _module(plan: ModulePlan) -> Sequence[File]:
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
