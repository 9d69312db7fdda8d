"""Renders the units that changed, and leaves those that did not as they are on disk."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from bridgegen import targets, writer
from bridgegen.cache import Cache, compiler, digest
from bridgegen.diagnostics import Diagnostic, Report
from bridgegen.formatting import format_python
from bridgegen.load import Project
from bridgegen.model import Interface
from bridgegen.target import File, Joined, Part, Target, Unit
from bridgegen.workers import run_all

T = TypeVar("T")

_FEW = 16
"""Units that are rendered sooner than other processes are started."""

_BATCH = 64
"""Units that one process renders at a time: of one target, which pays for its imports and templates once."""


@dataclass(slots=True)
class Rendering:
    """What was rendered, and what is still right."""

    texts: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    """Path -> digest of the files of units that did not change."""
    units: list[str] = field(default_factory=list)
    """The units that were rendered: ``python/desk``."""


@dataclass(frozen=True, slots=True)
class _Job:
    target: Target
    unit: Unit | Joined
    key: str

    @property
    def name(self) -> str:
        return f"{self.target.name}/{self.unit.name}"


@dataclass(slots=True)
class _Made:
    """What one job gave; it may have been made in another process."""

    texts: dict[str, str]
    parts: dict[str, tuple[str, Any]]
    diagnostics: list[Diagnostic]


class Renderer:
    """Knows what the last run rendered, and renders what is different now."""

    def __init__(self, project: Project, cache: Cache, hashes: writer.Hashes) -> None:
        self._project, self._cache, self._hashes = project, cache, hashes
        remembered = cache.get("units")
        self._units: dict[str, tuple[str, dict[str, str]]] = (
            remembered if isinstance(remembered, dict) else {}
        )
        self._output = project.output
        self._shared: dict[str, str] = {}
        self._parts: dict[str, dict[str, tuple[str, Any]]] = {}

    def render(self, interface: Interface, found: Sequence[Target]) -> Rendering:
        """The files of all units of the targets ``found``; what goes wrong is reported."""
        rendering = Rendering()
        jobs = self._changed(interface, found, rendering)
        batches = _batches(jobs)
        tasks = [partial(self._batch, batch) for batch in batches]
        made = run_all(tasks) if len(jobs) > _FEW else [task() for task in tasks]
        for job, one in zip(jobs, (one for batch in made for one in batch), strict=True):
            self._take(job, one, rendering)
        writer.check_paths([*rendering.texts, *rendering.kept], self._project.report)
        return rendering

    def remember(self, manifest: dict[str, str]) -> None:
        """Keeps for the next run what is right now, by the digests that ``manifest`` has."""
        for name, (key, files) in self._units.items():
            self._units[name] = (key, {path: manifest.get(path, "") for path in files})
        self._cache.put("units", self._units)
        for name, parts in self._parts.items():
            self._cache.put(_parts_of(name), parts)

    def _changed(self, interface: Interface, found: Sequence[Target], rendering: Rendering) -> list[_Job]:
        """The units whose input or output is not as the last run left it; files of the others are kept."""
        jobs = []
        for target in found:
            units = guarded(target, "units", partial(target.units, interface), self._project.report)
            for unit in units or ():
                job = _Job(target, unit, self._key(target, unit))
                known, files = self._units.get(job.name, ("", {}))
                if known == job.key and all(self._on_disk(path) == made for path, made in files.items()):
                    rendering.kept.update(files)
                else:
                    jobs.append(job)
        return jobs

    def _take(self, job: _Job, made: _Made, rendering: Rendering) -> None:
        report = self._project.report
        report.extend(made.diagnostics)
        for path in made.texts.keys() & (rendering.texts.keys() | rendering.kept.keys()):
            report.error("target-path", f"two units write the file {path!r}", None)
        rendering.texts.update(made.texts)
        rendering.units.append(job.name)
        self._units[job.name] = (job.key, dict.fromkeys(made.texts, ""))
        if made.parts:
            self._parts[job.name] = made.parts

    def _batch(self, jobs: Sequence[_Job]) -> list[_Made]:
        """Renders some units of one target, and formats what they gave."""
        made = [self._one(job) for job in jobs]
        texts = {path: text for one in made for path, text in one.texts.items()}
        report = Report(diagnostic for one in made for diagnostic in one.diagnostics)
        writer.check_paths(texts, report)
        if not report.has_errors:
            complaints = Report()
            format_python(texts, complaints)
            made[-1].diagnostics.extend(complaints)
        for one in made:
            one.texts = {path: texts[path] for path in one.texts}
        return made

    def _one(self, job: _Job) -> _Made:
        report = Report()
        parts: dict[str, tuple[str, Any]] = {}
        render = (
            partial(self._join, job, job.unit, parts) if isinstance(job.unit, Joined) else job.unit.render
        )
        files = guarded(job.target, f"unit {job.unit.name}", render, report) or ()
        return _Made({f"{job.target.name}/{file.path}": file.text for file in files}, parts, list(report))

    def _join(self, job: _Job, unit: Joined, parts: dict[str, tuple[str, Any]]) -> Sequence[File]:
        """The files of a joined unit; ``parts`` gets what to remember, by part: its key and what it made."""
        remembered = self._cache.get(_parts_of(job.name))
        known: dict[str, tuple[str, Any]] = remembered if isinstance(remembered, dict) else {}
        for part in unit.parts:
            key = self._key(job.target, part)
            last = known.get(part.name)
            parts[part.name] = last if last and last[0] == key else (key, part.make())
        return unit.join([parts[part.name][1] for part in unit.parts])

    def _on_disk(self, path: str) -> str | None:
        return self._hashes.of(f"{self._output}/{path}")

    def _key(self, target: Target, unit: Unit | Joined | Part) -> str:
        """Everything that the output of a unit or part depends on."""
        if target.name not in self._shared:
            self._shared[target.name] = self._shared_key(target)
        modules = None if isinstance(unit, Joined) else unit.modules
        also = unit.also if isinstance(unit, Unit) else ""
        names = self._project.keys if modules is None else modules
        return digest(self._shared[target.name], also, *(self._project.keys[name] for name in names))

    def _shared_key(self, target: Target) -> str:
        """What all units of a target depend on, as a digest."""
        header = self._project.header
        assert header is not None
        about = (header.name, header.version, header.implementation, header.doc, header.permissions)
        options = header.options.get(target.name, {})
        modules = [name for name, _ in header.modules]
        settings = repr((about, header.default_grants, options, modules))
        return digest(compiler(), targets.stamp(target.name), settings)


def _batches(jobs: Sequence[_Job]) -> list[list[_Job]]:
    """``jobs`` in their order, in groups of one target."""
    batches: list[list[_Job]] = []
    for job in jobs:
        if not batches or batches[-1][0].target is not job.target or len(batches[-1]) >= _BATCH:
            batches.append([])
        batches[-1].append(job)
    return batches


def _parts_of(name: str) -> str:
    """The cache's entry for the parts of a unit, whatever a stranger's target calls it."""
    return f"parts/{digest(name)[:32]}"


def guarded(target: Target, step: str, run: Callable[[], T], report: Report) -> T | None:
    """The result of ``run``; a target that fails is reported, for it may be a stranger's."""
    try:
        return run()
    except Exception as error:
        if os.environ.get("BRIDGEGEN_DEBUG"):
            traceback.print_exc()
        message = (
            f"the target {target.name!r} failed in {step}: {type(error).__name__}: {error}; that is a fault of the "
            f"target, not of the interface (BRIDGEGEN_DEBUG=1 shows where)"
        )
        report.error("target-failed", message, None)
        return None
