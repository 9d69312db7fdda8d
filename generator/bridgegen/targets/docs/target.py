"""The docs target: an index, a page for each module, errors, events, and llms.txt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any

import jinja2

from bridgegen import templating
from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Unit
from bridgegen.targets.docs.places import page
from bridgegen.targets.docs.plan import error_plan, events, module_plan
from bridgegen.targets.docs.surfaces import support, surfaces
from bridgegen.targets.docs.words import Words, about, cell

_BLANKS = re.compile(r"\n{3,}")


class DocsTarget:
    name = "docs"
    capabilities = Capabilities(title="Documents")

    def names(self, interface: Interface) -> Mapping[str, str]:
        return {}

    def check(self, interface: Interface) -> Sequence[Diagnostic]:
        return ()

    def units(self, interface: Interface) -> Sequence[Unit]:
        settings = repr(interface.options)  # pages show the names that other targets make
        pages = [
            Unit(f"modules/{module.name}", (module.name,), partial(_module, interface, module), settings)
            for module in interface.modules
        ]
        return [Unit("whole", None, lambda: _whole(interface)), *pages]


@cache
def _environment() -> jinja2.Environment:
    return templating.environment("docs")


def _render(template: str, **context: Any) -> str:
    text = _environment().get_template(f"{template}.j2").render(**context)
    return _BLANKS.sub("\n\n", text).strip() + "\n"


def _module(interface: Interface, module: Module) -> Sequence[File]:
    plan = module_plan(interface, module, surfaces(interface))
    return [File(page(module), _render("module.md", module=plan, interface=interface.name))]


def _whole(interface: Interface) -> Sequence[File]:
    words, found = Words(interface, ""), surfaces(interface)
    context = {
        "name": interface.name,
        "version": interface.version,
        "summary": interface.doc.summary,
        "about": about(interface.doc),
        "description": interface.doc.description.strip(),
        "modules": [
            (module.name, page(module), cell(module.doc.summary), module) for module in interface.modules
        ],
        "permissions": interface.permissions,
        "default_grants": sorted(interface.default_grants),
        "surfaces": [surface.title for surface in found],
        "planned": [f"{surface.title}: {surface.planned}." for surface in found if surface.planned],
        "support": support(found),
        "machines": [
            ("OpenAPI 3.1", "../openapi/openapi.json"),
            ("AsyncAPI 3.0 of the events", "../asyncapi/asyncapi.json"),
            ("JSON Schema", f"../jsonschema/{interface.name}.schema.json"),
        ],
        "errors": [error_plan(interface, words, error) for error in interface.errors()],
        "events": [event for module in interface.modules for event in events(interface, words, module)],
    }
    return [
        File(name, _render(name, **context)) for name in ("index.md", "errors.md", "events.md", "llms.txt")
    ]


TARGET = DocsTarget()
