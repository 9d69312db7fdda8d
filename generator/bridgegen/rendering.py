"""Renders the units that changed, and leaves those that did not as they are on disk."""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from bridgegen import writer
from bridgegen.cache import Cache, digest
from bridgegen.diagnostics import Diagnostic, Report
from bridgegen.formatting import format_python
from bridgegen.load import Lost, Project
from bridgegen.model import Interface
from bridgegen.parts import Keys
from bridgegen.target import File, Joined, Target, Unit
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
    unit: Unit | Joined[File]
    key: str
    content: str | None
    """What the parts of a joined unit gave when the files that are on disk were made; None when those are not right."""

    @property
    def name(self) -> str:
        return f"{self.target.name}/{self.unit.name}"


@dataclass(slots=True)
class _Made:
    """What one job gave; it may have been made in another process."""

    texts: dict[str, str] | None
    """None when the files on disk are right after all."""
    content: str
    diagnostics: list[Diagnostic]


@dataclass(slots=True)
class _Known:
    """A unit as the last run left it."""

    key: str = ""
    content: str = ""
    """What the parts of a joined unit gave."""
    files: dict[str, str] = field(default_factory=dict)
    """Path -> digest."""


class Renderer:
    """Knows what the last run rendered, and renders what is different now."""

    def __init__(self, project: Project, cache: Cache, keys: Keys, hashes: writer.Hashes) -> None:
        self._project, self._cache, self._keys, self._hashes = project, cache, keys, hashes
        remembered = cache.get("units")
        self._units: dict[str, _Known] = remembered if isinstance(remembered, dict) else {}
        self._output = project.output

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
        for known in self._units.values():
            known.files = {path: manifest.get(path, "") for path in known.files}
        self._cache.put("units", self._units)

    def _changed(self, interface: Interface, found: Sequence[Target], rendering: Rendering) -> list[_Job]:
        """The units whose input or output is not as the last run left it; files of the others are kept."""
        jobs = []
        for target in found:
            units = guarded(target, "units", partial(target.units, interface), self._project.report)
            for unit in units or ():
                name = f"{target.name}/{unit.name}"
                known = self._units.get(name, _Known())
                modules, also = (unit.modules, unit.also) if isinstance(unit, Unit) else (None, "")
                key = self._keys.of(target, modules, also)
                is_right = bool(known.key) and all(
                    self._on_disk(path) == made for path, made in known.files.items()
                )
                if is_right and known.key == key:
                    rendering.kept.update(known.files)
                else:
                    jobs.append(_Job(target, unit, key, known.content if is_right else None))
        return jobs

    def _take(self, job: _Job, made: _Made, rendering: Rendering) -> None:
        report = self._project.report
        report.extend(made.diagnostics)
        if made.texts is None:
            known = self._units[job.name]
            known.key = job.key
            rendering.kept.update(known.files)
            return
        for path in made.texts.keys() & (rendering.texts.keys() | rendering.kept.keys()):
            report.error("target-path", f"two units write the file {path!r}", None)
        rendering.texts.update(made.texts)
        rendering.units.append(job.name)
        self._units[job.name] = _Known(job.key, made.content, dict.fromkeys(made.texts, ""))

    def _batch(self, jobs: Sequence[_Job]) -> list[_Made]:
        """Renders some units of one target, and formats what they gave."""
        made = [self._one(job) for job in jobs]
        texts = {path: text for one in made for path, text in (one.texts or {}).items()}
        report = Report(diagnostic for one in made for diagnostic in one.diagnostics)
        writer.check_paths(texts, report)
        if not report.has_errors:
            complaints = Report()
            format_python(texts, complaints)
            made[-1].diagnostics.extend(complaints)
        for one in made:
            one.texts = None if one.texts is None else {path: texts[path] for path in one.texts}
        return made

    def _one(self, job: _Job) -> _Made:
        report, unit = Report(), job.unit
        content = ""
        if isinstance(unit, Joined):
            render, content = guarded(
                job.target, f"unit {unit.name}", partial(self._join, job, unit), report
            ) or (tuple, "")
            if content and content == job.content:
                return _Made(None, content, list(report))
        else:
            render = unit.render
        files = guarded(job.target, f"unit {unit.name}", render, report) or ()
        return _Made({f"{job.target.name}/{file.path}": file.text for file in files}, content, list(report))

    def _join(self, job: _Job, unit: Joined[File]) -> tuple[Callable[[], Sequence[File]], str]:
        """What gives the files of a joined unit, and what its parts gave, as a digest."""
        stamps_entry, values_entry = (f"{kind}/{digest(job.name)[:32]}" for kind in ("stamps", "values"))
        known: dict[str, tuple[str, str]] = self._cache.get(stamps_entry) or {}
        stamps: dict[str, tuple[str, str]] = {}
        fresh: dict[str, Any] = {}
        for part in unit.parts:
            key, last = self._keys.of(job.target, part.modules), known.get(part.name)
            if last and last[0] == key:
                stamps[part.name] = last
            else:
                fresh[part.name] = part.make()
                stamps[part.name] = key, digest(pickle.dumps(fresh[part.name]))
        if fresh:
            self._cache.put(stamps_entry, stamps)

        def join() -> Sequence[File]:
            remembered: dict[str, tuple[str, Any]] = self._cache.get(values_entry) or {}
            values: dict[str, tuple[str, Any]] = {}
            for part in unit.parts:
                stamp, last = stamps[part.name][1], remembered.get(part.name)
                if part.name not in fresh and last and last[0] == stamp:
                    values[part.name] = last
                else:
                    values[part.name] = stamp, fresh[part.name] if part.name in fresh else part.make()
            self._cache.put(values_entry, values)
            return unit.join([value for _, value in values.values()])

        return join, digest(self._keys.shared(job.target), *stamps, *(stamp for _, stamp in stamps.values()))

    def _on_disk(self, path: str) -> str | None:
        return self._hashes.of(f"{self._output}/{path}")


def _batches(jobs: Sequence[_Job]) -> list[list[_Job]]:
    """``jobs`` in their order, in groups of one target."""
    batches: list[list[_Job]] = []
    for job in jobs:
        if not batches or batches[-1][0].target is not job.target or len(batches[-1]) >= _BATCH:
            batches.append([])
        batches[-1].append(job)
    return batches


def guarded(target: Target, step: str, run: Callable[[], T], report: Report) -> T | None:
    """The result of ``run``; a target that fails is reported, for it may be a stranger's."""
    try:
        return run()
    except Lost:
        raise
    except Exception as error:
        if os.environ.get("BRIDGEGEN_DEBUG"):
            traceback.print_exc()
        message = (
            f"the target {target.name!r} failed in {step}: {type(error).__name__}: {error}; that is a fault of the "
            f"target, not of the interface (BRIDGEGEN_DEBUG=1 shows where)"
        )
        report.error("target-failed", message, None)
        return None
