"""The Python target: a package with typed models, services, and synchronous and asynchronous facades."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import Any

import jinja2

from bridgegen import templating
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Part, Unit, each
from bridgegen.targets.python import (
    checks,
    docstrings,
    examples,
    facades,
    members,
    models,
    names,
    packages,
    services,
    specs,
)
from bridgegen.targets.python.imports import Imports


class PythonTarget:
    name = "python"
    capabilities = Capabilities(title="Python")

    def names(self, interface: Interface) -> Sequence[Part]:
        """Every public name of the package, in full."""
        return each(interface.modules, partial(names.public, interface))

    def check(self, interface: Interface) -> Sequence[Part]:
        """What Python cannot say: see ``checks``."""
        return each(interface.modules, partial(checks.check, interface))

    def units(self, interface: Interface) -> Sequence[Unit]:
        """The package itself, and each module of the interface."""
        sessions = tuple(module.name for module in interface.modules if module.has_session)
        package = Unit("package", sessions, lambda: self._package(interface), interface.outline)
        modules = (
            Unit(module.name, (module.name,), partial(self._module, interface, module))
            for module in interface.modules
        )
        return (package, *modules)

    @cached_property
    def _templates(self) -> jinja2.Environment:
        environment = templating.environment(self.name)
        environment.filters["text"] = docstrings.quoted
        return environment

    def _file(self, path: str, template: str, **plan: Any) -> File:
        return File(path, self._templates.get_template(f"{template}.py.j2").render(plan))

    def _package(self, interface: Interface) -> Sequence[File]:
        root = names.package(interface)
        return (
            self._file(f"{root}/__init__.py", "package", package=packages.package(interface)),
            self._file(f"{root}/_interface.py", "interface", data=packages.interface_data(interface)),
            self._file(f"{root}/session_.py", "session", sessions=packages.sessions(interface)),
            File(f"{root}/py.typed", ""),
        )

    def _module(self, interface: Interface, module: Module) -> Sequence[File]:
        home = f"{names.package(interface)}/{names.module(module)}"
        files = [
            self._file(f"{home}/__init__.py", "package", package=packages.bridge(interface, module)),
            self._types(interface, module, f"{home}/types.py"),
            self._file(f"{home}/spec.py", "spec", spec=specs.spec(interface, module)),
        ]
        if module.errors:
            files.append(self._file(f"{home}/errors.py", "errors", members=members.errors(interface, module)))
        if module.constants:
            files.append(self._file(f"{home}/constants.py", "constants", members=members.constants(module)))
        if module.events:
            files.append(self._file(f"{home}/events.py", "events", members=members.events(interface, module)))
        if module.is_bridge:
            files.append(
                self._file(f"{home}/service.py", "service", service=services.service(interface, module))
            )
            for part, is_async in (("sync", False), ("aio", True)):
                plan = facades.facade(interface, module, is_async=is_async)
                files.append(self._file(f"{home}/{part}.py", "facade", facade=plan))
                program = examples.program(interface, module, is_async=is_async)
                end = "async" if is_async else "sync"
                files.append(
                    self._file(f"conformance/{module.name}_{end}.py", "conformance", program=program)
                )
        return files

    def _types(self, interface: Interface, module: Module, path: str) -> File:
        imports = Imports()
        body = models.body(interface, module, imports)
        callbacks = members.callbacks(interface, module, imports)
        rebuild = models.incomplete(interface, module)
        docstring = docstrings.literal([f"Types of {module.name}."], 0)
        return self._file(
            path,
            "types",
            docstring=docstring,
            imports=imports.lines(),
            body=body,
            callbacks=callbacks,
            rebuild=rebuild,
        )


TARGET = PythonTarget()
