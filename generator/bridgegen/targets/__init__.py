"""The targets: those that come with bridgegen, one folder each, and those that other packages bring.

A built-in target is the folder ``bridgegen/targets/<name>/`` whose ``target.py`` has ``TARGET``; a package
adds its own by an entry point of the group ``bridgegen.targets`` that names such an object.
"""

from __future__ import annotations

import importlib
import importlib.util
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, cast

from bridgegen import cache
from bridgegen.diagnostics import Report
from bridgegen.suggest import suggestion

if TYPE_CHECKING:
    from bridgegen.target import Target

BUILTIN = (
    "python",
    "c",
    "cffi",
    "lua",
    "typescript",
    "examples",
    "jsonschema",
    "openapi",
    "asyncapi",
    "docs",
)


@lru_cache(maxsize=1)
def _plugins() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group="bridgegen.targets")}


def known() -> list[str]:
    """The names of all targets: the built-in ones, then those of plugins."""
    return [*BUILTIN, *(name for name in sorted(_plugins()) if name not in BUILTIN)]


def unknown(name: str) -> str:
    """What to say to one who names a target that there is not."""
    hint = suggestion(name, known()) or f"; there are {', '.join(known())}"
    return f"there is no target {name!r}{hint}"


def find(wanted: list[str] | None, report: Report) -> list[Target]:
    """The targets called ``wanted``, or all; an unknown or broken one is reported."""
    names = known()
    found = []
    for name in names if wanted is None else dict.fromkeys(wanted):
        if name not in names:
            report.error("target-unknown", unknown(name), None)
        elif target := _plugin(_plugins()[name], report) if name in _plugins() else _builtin(name, report):
            found.append(target)
    return found


def stamp(*names: str) -> str:
    """Changes when the code of a plugin target does; the built-in ones change with the compiler."""
    folders = []
    for name in names:
        entry = _plugins().get(name)
        spec = importlib.util.find_spec(entry.module.partition(".")[0]) if entry else None
        if spec and spec.origin:
            folders.append(Path(spec.origin).parent)
    return cache.stamp(folders) if folders else ""


def _builtin(name: str, report: Report) -> Target | None:
    try:
        return cast("Target", importlib.import_module(f"bridgegen.targets.{name}.target").TARGET)
    except Exception as error:
        message = f"the target {name!r} cannot be loaded: {type(error).__name__}: {error}"
        report.error("target-broken", message, None)
        return None


def _plugin(entry: EntryPoint, report: Report) -> Target | None:
    try:
        return cast("Target", entry.load())
    except Exception as error:  # a plugin may fail in any way while it is imported
        message = (
            f"the target {entry.name!r} ({entry.value}) cannot be loaded: {type(error).__name__}: {error}"
        )
        report.error("target-broken", message, None)
        return None
