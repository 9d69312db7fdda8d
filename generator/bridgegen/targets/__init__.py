"""The targets: those that come with bridgegen, one folder each, and those that other packages bring.

A built-in target is the folder ``bridgegen/targets/<name>/`` whose ``target.py`` has ``TARGET``; a package
adds its own by an entry point of the group ``bridgegen.targets`` that names such an object.
"""

from __future__ import annotations

import importlib
import importlib.util
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from bridgegen.diagnostics import Report
from bridgegen.target import Target

BUILTIN = ("python", "c", "cffi", "lua", "typescript", "examples", "jsonschema", "openapi", "docs")


def find(wanted: list[str] | None, report: Report) -> list[Target]:
    """The targets called ``wanted``, or all; an unknown or broken one is reported."""
    plugins = {entry.name: entry for entry in entry_points(group="bridgegen.targets")}
    known = [*BUILTIN, *(name for name in sorted(plugins) if name not in BUILTIN)]
    found = []
    for name in known if wanted is None else wanted:
        if name not in known:
            report.error("target-unknown", f"no target {name!r}; there are {', '.join(known)}", None)
        elif target := _plugin(plugins[name], report) if name in plugins else _builtin(name):
            found.append(target)
    return found


def _builtin(name: str) -> Target | None:
    try:
        return cast(Target, importlib.import_module(f"bridgegen.targets.{name}.target").TARGET)
    except ImportError:
        return None


def _plugin(entry: EntryPoint, report: Report) -> Target | None:
    try:
        return cast(Target, entry.load())
    except Exception as error:  # a plugin may fail in any way while it is imported
        report.error(
            "target-broken", f"the target {entry.name!r} ({entry.value}) cannot be loaded: {error}", None
        )
        return None
