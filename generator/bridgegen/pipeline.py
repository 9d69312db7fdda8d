"""From interface.yaml to the output folder: load, check, name, render, format, write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bridgegen import lock, naming, targets, writer
from bridgegen.cache import Cache
from bridgegen.diagnostics import Report
from bridgegen.load import Project, load_project
from bridgegen.model import Interface
from bridgegen.rendering import Renderer, Rendering, guarded
from bridgegen.suggest import suggestion
from bridgegen.target import Target
from bridgegen.unchanged import Remembered


@dataclass(slots=True)
class Outcome:
    """What a run found and did, or with ``check`` would have done; paths are relative to the output folder."""

    report: Report
    sources: dict[str, str] = field(default_factory=dict)
    output: Path | None = None
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0
    drift: list[str] = field(default_factory=list)
    rendered: list[str] = field(default_factory=list)
    """The units that were rendered: ``python/desk``."""


def check(interface_file: Path, wanted: list[str] | None = None, *, use_cache: bool = True) -> Outcome:
    """Everything that ``generate`` does before it renders; writes nothing."""
    cache = Cache(interface_file.resolve(), enabled=use_cache)
    project = load_project(interface_file, cache)
    found = targets.find(wanted, project.report)
    if project.interface is not None and not project.report.has_errors:
        _check_targets(project, project.interface, found)
    return Outcome(project.report, project.sources, project.output)


def generate(
    interface_file: Path, wanted: list[str] | None = None, *, only_check: bool = False, use_cache: bool = True
) -> Outcome:
    """Renders the targets called ``wanted`` (all when None), and writes what changed.

    Any error, and nothing is written. With ``only_check`` nothing is either, and ``drift`` says what would be.
    """
    run = _Run(interface_file.resolve(), wanted, Cache(interface_file.resolve(), enabled=use_cache))
    run.go(only_check)
    return run.outcome


class _Run:
    """One run of ``generate``."""

    def __init__(self, path: Path, wanted: list[str] | None, cache: Cache) -> None:
        self._wanted, self._cache = wanted, cache
        self._project = load_project(path, cache)
        self._output = self._project.output
        self.outcome = Outcome(self._project.report, self._project.sources, self._output)
        self._hashes = writer.Hashes()
        self._renderer = Renderer(self._project, cache, self._hashes)

    def go(self, only_check: bool) -> None:
        project, report = self._project, self._project.report
        found = targets.find(self._wanted, report)
        if project.interface is None or report.has_errors:
            return
        _check_targets(project, project.interface, found)
        if report.has_errors:
            return
        remembered = self._cache.get("run")
        if isinstance(remembered, Remembered):
            self._hashes.known = dict(remembered.outputs)
        rendering = self._renderer.render(project.interface, found)
        self.outcome.rendered = rendering.units
        if report.has_errors:
            return
        changes = self._plan(found, rendering)
        self.outcome.unchanged, self.outcome.drift = changes.unchanged, changes.drift
        if report.has_errors or only_check or not writer.apply(changes, report):
            return
        self.outcome.written, self.outcome.removed = sorted(changes.write), changes.remove
        self._remember(changes)

    def _plan(self, found: list[Target], rendering: Rendering) -> writer.Changes:
        project = self._project
        present = {target.name for target in found}
        others = set(targets.known()) - present if self._wanted is not None else set()
        changes = writer.plan(
            self._output, rendering.texts, rendering.kept, others, self._hashes, project.report
        )
        path = project.path.parent / lock.FILE
        text = lock.render(project.lock)
        if text != project.sources.get(f"{path.parent.name}/{lock.FILE}"):
            changes.beside[path] = text.encode()
        return changes

    def _remember(self, changes: writer.Changes) -> None:
        output = changes.output
        self._renderer.remember(changes.manifest)
        for path in [*changes.manifest, writer.MANIFEST]:
            self._hashes.of(f"{output}/{path}")
        inputs = [self._project.path, self._project.path.parent / lock.FILE]
        inputs += [self._project.path.parent / f"{name}.yaml" for name in self._project.keys]
        remembered = Remembered(
            wanted=None if self._wanted is None else tuple(self._wanted),
            targets=targets.stamp(*targets.known()),
            inputs={str(path): writer.sha256(path.read_bytes()) for path in inputs},
            output=str(output),
            outputs={
                name: entry for name, entry in self._hashes.known.items() if name.startswith(f"{output}/")
            },
            files=len(changes.manifest),
            diagnostics=tuple(self._project.report),
        )
        self._cache.put("run", remembered)


def _check_targets(project: Project, interface: Interface, found: Iterable[Target]) -> None:
    """What the targets cannot express, the names they collide in, and the names that are frozen."""
    report = project.report
    places = naming.positions(interface)
    for target in found:
        _check_settings(project, target)
        report.extend(guarded(target, "check", partial(target.check, interface), report) or ())
        names = guarded(target, "names", partial(naming.names_of, target, interface), report) or {}
        naming.check_names(target.name, names, places, report)
        project.lock.freeze_names(target.name, names, places, report)


def _check_settings(project: Project, target: Target) -> None:
    """What interface.yaml says under ``targets`` that the target does not know."""
    header, known = project.header, target.capabilities.settings
    for key, value in header.options.get(target.name, {}).items() if header else ():
        place = header.option_places.get((target.name, key))  # type: ignore[union-attr]
        if key not in known:
            hint = suggestion(key, known) or (f"; it has {', '.join(known)}" if known else "; it has none")
            project.report.error(
                "target-setting", f"the target {target.name!r} has no setting {key!r}{hint}", place
            )
        elif not isinstance(value, str) or not re.fullmatch(known[key], value):
            message = f"the setting {key!r} of the target {target.name!r} must be a text like {known[key]}, not {value!r}"
            project.report.error("target-setting", message, place)
