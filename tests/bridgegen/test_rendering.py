"""Work on all processors gives what work on one gives; a joined unit makes only the parts that changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from bridgegen import pipeline, rendering, targets, workers
from bridgegen.diagnostics import Report
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Joined, Part, Target, each

HEADER = "interface: demo\nversion: 1.0.0\nsummary: A demo.\nmodules: [shop, zoo]\noutput: ../out\n"
MODULE = (
    "bridge: {0}\nsummary: Of {0}.\nfunctions:\n  visit: {{summary: Visit., examples: [{{name: once}}]}}\n"
)


class Summaries:
    """A target with one file, joined from each module's summary."""

    name = "summaries"
    capabilities = Capabilities("Summaries")

    def __init__(self) -> None:
        self.made: list[str] = []
        self.joined = 0

    def names(self, interface: Interface) -> Sequence[Part]:
        return ()

    def check(self, interface: Interface) -> Sequence[Part]:
        return ()

    def units(self, interface: Interface) -> Sequence[Joined[File]]:
        def join(texts: Sequence[str]) -> Sequence[File]:
            self.joined += 1
            return [File("all.txt", "\n".join(texts) + "\n")]

        return [Joined("all", each(interface.modules, self._part), join)]

    def _part(self, module: Module) -> str:
        self.made.append(module.name)
        return module.doc.summary


def test_only_changed_parts_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = Summaries()

    def found(wanted: list[str] | None, report: Report) -> list[Target]:
        return [target]

    monkeypatch.setattr(targets, "find", found)
    monkeypatch.setenv("BRIDGEGEN_CACHE", str(tmp_path / "cache"))
    idl = tmp_path / "idl"
    idl.mkdir()
    (idl / "interface.yaml").write_text(HEADER)
    for name in ("shop", "zoo"):
        (idl / f"{name}.yaml").write_text(MODULE.format(name))
    pipeline.generate(idl / "interface.yaml")
    assert target.made == ["shop", "zoo"]
    (idl / "zoo.yaml").write_text(MODULE.format("zoo").replace("Of zoo.", "Of animals."))
    pipeline.generate(idl / "interface.yaml")
    assert target.made == ["shop", "zoo", "zoo"]
    assert (tmp_path / "out/summaries/all.txt").read_text() == "Of shop.\nOf animals.\n"
    assert target.joined == 2
    (idl / "zoo.yaml").write_text(
        MODULE.format("zoo").replace("Of zoo.", "Of animals.").replace("Visit", "See")
    )
    pipeline.generate(idl / "interface.yaml")
    assert (target.made, target.joined) == (["shop", "zoo", "zoo", "zoo"], 2)
    (tmp_path / "out/summaries/all.txt").unlink()
    pipeline.generate(idl / "interface.yaml")
    assert (tmp_path / "out/summaries/all.txt").read_text() == "Of shop.\nOf animals.\n"


def test_results_keep_the_order_of_the_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    results = workers.run_all([partial(_place, number) for number in range(20)])
    assert [number for number, _ in results] == list(range(20))
    assert os.getpid() not in {process for _, process in results}


def _place(number: int) -> tuple[int, int]:
    return number, os.getpid()


def test_processes_write_what_one_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    idl = Path(__file__).resolve().parents[1] / "interfaces" / "library" / "interface.yaml"
    made = []
    for processors in (1, 2):
        monkeypatch.setattr(workers, "_processors", lambda count=processors: count)
        monkeypatch.setattr(rendering, "_FEW", 0)
        folder = tmp_path / str(processors) / "idl"
        folder.mkdir(parents=True)
        for file in idl.parent.iterdir():
            if file.is_file():
                (folder / file.name).write_bytes(file.read_bytes())
        outcome = pipeline.generate(folder / "interface.yaml", use_cache=False)
        assert not outcome.report.has_errors, list(outcome.report)
        assert outcome.output is not None
        root = outcome.output
        made.append({path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()})
    assert made[0] == made[1]
    assert made[0]
