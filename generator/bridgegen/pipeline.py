"""From interface.yaml to the output folder: load, check, name, render, format, write."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from bridgegen import lock, naming, targets, writer
from bridgegen.cache import Cache, compiler, digest
from bridgegen.diagnostics import Report
from bridgegen.formatting import format_python
from bridgegen.load import Project, load_project
from bridgegen.model import Interface
from bridgegen.target import Target, Unit
from bridgegen.unchanged import Remembered

T = TypeVar("T")


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
    """The units that were rendered: ``python/agent``."""


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
        remembered = cache.get("units")
        self._units: dict[str, tuple[str, dict[str, str]]] = (
            remembered if isinstance(remembered, dict) else {}
        )

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
        texts, kept = self._render(project.interface, found)
        if report.has_errors:
            return
        changes = self._plan(found, texts, kept)
        self.outcome.unchanged, self.outcome.drift = changes.unchanged, changes.drift
        if report.has_errors or only_check or not writer.apply(changes, report):
            return
        self.outcome.written, self.outcome.removed = sorted(changes.write), changes.remove
        self._remember(changes)

    def _render(self, interface: Interface, found: list[Target]) -> tuple[dict[str, str], dict[str, str]]:
        """Texts of the units that changed, and digests of the files of those that did not."""
        texts: dict[str, str] = {}
        kept: dict[str, str] = {}
        whole = digest(*self._project.keys.values())
        for target in found:
            for unit in (
                _guarded(target, "units", partial(target.units, interface), self._project.report) or ()
            ):
                key = self._key(target, unit, whole)
                name = f"{target.name}/{unit.name}"
                known, files = self._units.get(name, ("", {}))
                if known == key and all(self._on_disk(path) == wanted for path, wanted in files.items()):
                    kept.update(files)
                    continue
                made = _guarded(target, f"unit {unit.name}", unit.render, self._project.report) or ()
                here = {f"{target.name}/{file.path}": file.text for file in made}
                for path in here.keys() & (texts.keys() | kept.keys()):
                    self._project.report.error("target-path", f"two units write the file {path!r}", None)
                texts.update(here)
                self._units[name] = (key, dict.fromkeys(here, ""))
                self.outcome.rendered.append(name)
        writer.check_paths([*texts, *kept], self._project.report)
        if not self._project.report.has_errors:
            format_python(texts, self._project.report)
        return texts, kept

    def _on_disk(self, path: str) -> str | None:
        return self._hashes.of(self._output / path)

    def _key(self, target: Target, unit: Unit, whole: str) -> str:
        """Everything that a unit's output depends on."""
        header = self._project.header
        assert header is not None
        about = (header.name, header.version, header.implementation, header.doc, header.permissions)
        options = header.options.get(target.name, {})
        keys = [whole] if unit.modules is None else [self._project.keys[name] for name in unit.modules]
        stamp = targets.stamp(target.name)
        settings = repr((about, header.default_grants, options, [name for name, _ in header.modules]))
        return digest(compiler(), stamp, settings, *keys)

    def _plan(self, found: list[Target], texts: dict[str, str], kept: dict[str, str]) -> writer.Changes:
        project = self._project
        present = {target.name for target in found}
        others = set(targets.known()) - present if self._wanted is not None else set()
        changes = writer.plan(self._output, texts, kept, others, self._hashes, project.report)
        path = project.path.parent / lock.FILE
        text = lock.render(project.lock)
        if text != project.sources.get(f"{path.parent.name}/{lock.FILE}"):
            changes.beside[path] = text.encode()
        return changes

    def _remember(self, changes: writer.Changes) -> None:
        output = changes.output
        for key, (digest_, files) in self._units.items():
            self._units[key] = (digest_, {path: changes.manifest.get(path, "") for path in files})
        for path in [*changes.manifest, writer.MANIFEST]:
            self._hashes.of(output / path)
        self._cache.put("units", self._units)
        inputs = [self._project.path, self._project.path.parent / lock.FILE]
        inputs += [self._project.path.parent / f"{name}.yaml" for name in self._project.keys]
        remembered = Remembered(
            wanted=None if self._wanted is None else tuple(self._wanted),
            targets=targets.stamp(*targets.known()),
            inputs={str(path): writer.sha256(path.read_bytes()) for path in inputs},
            output=str(output),
            outputs={
                name: entry for name, entry in self._hashes.known.items() if Path(name).is_relative_to(output)
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
        report.extend(_guarded(target, "check", partial(target.check, interface), report) or ())
        names = _guarded(target, "names", partial(naming.names_of, target, interface), report) or {}
        naming.check_names(target.name, names, places, report)
        project.lock.freeze_names(target.name, names, places, report)


def _guarded(target: Target, step: str, run: Callable[[], T], report: Report) -> T | None:
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
