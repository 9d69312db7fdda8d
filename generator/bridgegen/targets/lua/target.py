"""The Lua target: the root module, one file per module, a rockspec and the conformance programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

import jinja2

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Interface, Module, Record
from bridgegen.target import Capabilities, File, Joined, Part, Unit, each
from bridgegen.targets.lua import names
from bridgegen.targets.lua.examples import program_plan
from bridgegen.targets.lua.plan import FieldPlan, module_plan, root_field, root_plan
from bridgegen.templating import environment


@cache
def _templates() -> jinja2.Environment:
    return environment(names.TARGET)


class LuaTarget:
    name = names.TARGET
    capabilities = Capabilities(title="Lua")

    def names(self, interface: Interface) -> Sequence[Part]:
        return each(interface.modules, partial(names.public, interface))

    def check(self, interface: Interface) -> Sequence[Part]:
        return each(interface.modules, lambda module: list(_check(interface, module)))

    def units(self, interface: Interface) -> Sequence[Unit | Joined[File]]:
        fields = each(interface.modules, partial(root_field, interface))
        units: list[Unit | Joined[File]] = [Joined("root", fields, partial(_root, interface))]
        for module in interface.modules:
            units.append(Unit(module.name, (module.name,), partial(_module, interface, module)))
            if module.is_bridge:
                # A unit also depends on the modules that its examples call.
                units.append(
                    Unit(f"{module.name} examples", (module.name,), partial(_program, interface, module))
                )
        return units


def _check(interface: Interface, module: Module) -> Iterator[Diagnostic]:
    """What Lua cannot express: another name for a field, and two things that a session would call the same."""
    for found in module.types:
        for field in found.fields if isinstance(found, Record) else ():
            if names.TARGET in field.doc.rename:
                message = (
                    f"the field {field.name!r} cannot have another name in Lua, where a record is a table that travels "
                    "as it is; remove `lua` from its rename"
                )
                yield Diagnostic("lua-field-rename", message, field.position)
    for resource in module.resources:
        if not resource.is_session:
            continue
        bridges = {names.module(bridge): bridge for bridge in interface.modules}
        for function in module.functions:
            if function.method_of == resource.name and (bridge := bridges.get(names.method(function))):
                message = (
                    f"in Lua a {resource.name.local} has its methods and all modules as fields, and both the method "
                    f"{function.name} and the module {bridge.name} would be {names.method(function)!r}; give one a "
                    "`rename: {lua: …}`"
                )
                yield Diagnostic("lua-session-field", message, function.position)


def _root(interface: Interface, fields: Sequence[FieldPlan | None]) -> Sequence[File]:
    plan = root_plan(interface, fields)
    rockspec = f"{plan.name}-{plan.version}-1.rockspec"
    return (
        File(f"{plan.name}.lua", _templates().get_template("root.lua.j2").render(plan=plan)),
        File(rockspec, _templates().get_template("rockspec.j2").render(plan=plan)),
    )


def _module(interface: Interface, module: Module) -> Sequence[File]:
    plan = module_plan(interface, module)
    text = _templates().get_template("module.lua.j2").render(plan=plan)
    return (File(f"{plan.root}/{names.file(module)}.lua", text),)


def _program(interface: Interface, module: Module) -> Sequence[File]:
    plan = program_plan(interface, module)
    text = _templates().get_template("conformance.lua.j2").render(plan=plan)
    return (File(f"conformance/{module.name}.lua", text),)


TARGET = LuaTarget()
