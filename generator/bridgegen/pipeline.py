"""From interface.yaml to the output folder: load, check, name, render, format, write."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bridgegen import lock, naming, targets, writer
from bridgegen.cache import Cache
from bridgegen.diagnostics import Diagnostic, Report
from bridgegen.load import Lost, Project, load_project
from bridgegen.model import Interface
from bridgegen.parts import Keys, Parts
from bridgegen.rendering import Renderer, Rendering, guarded
from bridgegen.suggest import suggestion
from bridgegen.target import Joined, Part, Target
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
    return _run(interface_file, wanted, use_cache, _Run.check)


def generate(
    interface_file: Path, wanted: list[str] | None = None, *, only_check: bool = False, use_cache: bool = True
) -> Outcome:
    """Renders the targets called ``wanted`` (all when None), and writes what changed.

    Any error, and nothing is written. With ``only_check`` nothing is either, and ``drift`` says what would be.
    """
    return _run(interface_file, wanted, use_cache, partial(_Run.generate, only_check=only_check))


def _run(path: Path, wanted: list[str] | None, use_cache: bool, work: Callable[[_Run], object]) -> Outcome:
    cache = Cache(path.resolve(), enabled=use_cache)
    try:
        run = _Run(path.resolve(), wanted, cache)
        work(run)
    except Lost:
        cache.clear()
        run = _Run(path.resolve(), wanted, cache)
        work(run)
    return run.outcome


class _Run:
    """One run of ``check`` or ``generate``."""

    def __init__(self, path: Path, wanted: list[str] | None, cache: Cache) -> None:
        self._wanted, self._cache = wanted, cache
        self._project = load_project(path, cache)
        self._output = self._project.output
        self.outcome = Outcome(self._project.report, self._project.sources, self._output)
        self._hashes = writer.Hashes()
        self._keys = Keys(self._project)
        self._targets: list[Target] = []
        self._frozen: dict[str, str] = {}

    def check(self) -> bool:
        """Whether nothing is wrong, neither with the interface nor for any target."""
        project, report = self._project, self._project.report
        self._targets = targets.find(self._wanted, report)
        if project.interface is None or report.has_errors:
            return False
        remembered = self._cache.get("frozen")
        self._frozen = remembered if isinstance(remembered, dict) else {}
        parts = Parts(self._cache, self._keys)
        for target in self._targets:
            _check_settings(project, target)
            self._check_target(target, project.interface, parts)
        parts.save()
        return not report.has_errors

    def _check_target(self, target: Target, interface: Interface, parts: Parts) -> None:
        """What the target cannot express, the names it collides in, and the names that are frozen."""
        report = self._project.report
        report.extend(guarded(target, "check", partial(_found, target, interface, parts), report) or ())
        frozen = self._frozen.get(target.name, "")
        names = partial(naming.check, target, interface, parts, self._project.lock, frozen, report)
        self._frozen[target.name] = guarded(target, "names", names, report) or ""

    def generate(self, *, only_check: bool) -> None:
        """Renders and, unless ``only_check``, writes."""
        if not self.check():
            return
        project, report = self._project, self._project.report
        assert project.interface is not None
        remembered = self._cache.get("run")
        if isinstance(remembered, Remembered):
            self._hashes.known = dict(remembered.outputs)
        renderer = Renderer(project, self._cache, self._keys, self._hashes)
        rendering = renderer.render(project.interface, self._targets)
        self.outcome.rendered = rendering.units
        if report.has_errors:
            return
        changes = self._plan(self._targets, rendering)
        self.outcome.unchanged, self.outcome.drift = changes.unchanged, changes.drift
        if report.has_errors or only_check or not writer.apply(changes, report):
            return
        self.outcome.written, self.outcome.removed = sorted(changes.write), changes.remove
        renderer.remember(changes.manifest)
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
        self._cache.put("frozen", self._frozen)


def _found(target: Target, interface: Interface, parts: Parts) -> list[Diagnostic]:
    """The diagnostics of ``target``."""
    checks = target.check(interface)
    plain = [check for check in checks if isinstance(check, Part)]
    found = [diagnostic for made in parts.values(target, "check", plain) for diagnostic in made]
    for check in checks:
        if isinstance(check, Joined):
            found += check.join(parts.values(target, f"check {check.name}", check.parts))
    return found


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
