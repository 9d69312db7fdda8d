"""The docs target: an index, a page for each module, errors, events, and llms.txt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import Any

import jinja2

from bridgegen import templating
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Joined, Part, Unit, each
from bridgegen.targets.docs.places import Places, page
from bridgegen.targets.docs.plan import module_plan
from bridgegen.targets.docs.surfaces import surfaces
from bridgegen.targets.docs.whole import Entry, context, entry

_BLANKS = re.compile(r"\n{3,}")


class DocsTarget:
    name = "docs"
    capabilities = Capabilities(title="Documents")

    def names(self, interface: Interface) -> Sequence[Part]:
        return ()

    def check(self, interface: Interface) -> Sequence[Part]:
        return ()

    def units(self, interface: Interface) -> Sequence[Unit | Joined[File]]:
        entries = each(interface.modules, partial(entry, interface))
        places = repr(Places(interface).unusual)
        pages = [
            Unit(f"modules/{module.name}", (module.name,), partial(_module, interface, module), places)
            for module in interface.modules
        ]
        return [Joined("whole", entries, partial(_whole, interface)), *pages]


@cache
def _environment() -> jinja2.Environment:
    return templating.environment("docs")


def _render(template: str, **context: Any) -> str:
    text = _environment().get_template(f"{template}.j2").render(**context)
    return _BLANKS.sub("\n\n", text).strip() + "\n"


def _module(interface: Interface, module: Module) -> Sequence[File]:
    plan = module_plan(interface, module, surfaces(interface))
    return [File(page(module), _render("module.md", module=plan, interface=interface.name))]


def _whole(interface: Interface, entries: Sequence[Entry]) -> Sequence[File]:
    filled = context(interface, entries)
    return [
        File(name, _render(name, **filled)) for name in ("index.md", "errors.md", "events.md", "llms.txt")
    ]


TARGET = DocsTarget()
