"""Targets are found by name: those that come with bridgegen, and those that a package brings."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from bridgegen import pipeline, targets
from bridgegen.diagnostics import Report

PLUGIN = """
from bridgegen.target import Capabilities, File, Unit

class Shout:
    name = "shout"
    capabilities = Capabilities("Shouting")
    def names(self, interface): return ()
    def check(self, interface): return ()
    def units(self, interface):
        return [Unit("all", None, lambda: [File("name.txt", interface.name.upper() + SUFFIX)])]

SUFFIX = "!"
TARGET = Shout()
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package that brings the target ``shout``, as if it were installed."""
    folder = tmp_path / "site" / "shouting"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(PLUGIN)
    monkeypatch.syspath_prepend(str(folder.parent))
    entry = EntryPoint("shout", "shouting:TARGET", "bridgegen.targets")
    monkeypatch.setattr(targets, "_plugins", lambda: {"shout": entry})
    yield folder
    sys.modules.pop("shouting", None)


def test_built_in_targets_load_and_are_named_as_their_folder() -> None:
    report = Report()
    found = targets.find(None, report)
    assert not len(report), list(report)
    assert [target.name for target in found] == list(targets.BUILTIN)
    assert all(target.capabilities.title for target in found)


def test_plugin_runs_beside_the_built_in_targets(plugin: Path, project: Path) -> None:
    assert targets.known()[-1] == "shout"
    outcome = pipeline.generate(project / "idl/interface.yaml", ["shout"])
    assert not len(outcome.report), list(outcome.report)
    assert (project / "generated/shout/name.txt").read_text() == "DEMO!"


def test_change_of_a_plugin_renders_again(plugin: Path, project: Path) -> None:
    pipeline.generate(project / "idl/interface.yaml", ["shout"])
    assert pipeline.generate(project / "idl/interface.yaml", ["shout"]).rendered == []
    (plugin / "__init__.py").write_text(PLUGIN.replace('SUFFIX = "!"', 'SUFFIX = "!!!"'))
    assert pipeline.generate(project / "idl/interface.yaml", ["shout"]).rendered == ["shout/all"]


def test_broken_plugin_is_named(plugin: Path) -> None:
    (plugin / "__init__.py").write_text("raise RuntimeError('no luck')\n")
    report = Report()
    assert targets.find(["shout"], report) == []
    [diagnostic] = report
    assert diagnostic.rule == "target-broken" and "RuntimeError: no luck" in diagnostic.message


def test_target_that_the_documentation_shows(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page's own package, file by file, in a fresh project."""
    page = Path(__file__).resolve().parents[2].joinpath("docs/targets.md").read_text(encoding="utf-8")
    code, template = (re.search(rf"```{word}\n(.*?)```", page, re.DOTALL) for word in ("python", "jinja"))
    assert code and template
    templates = tmp_path / "site/outline_target/templates"
    templates.mkdir(parents=True)
    (templates.parent / "__init__.py").write_text(code[1])
    (templates / "module.txt.j2").write_text(template[1])
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    entry = EntryPoint("outline", "outline_target:TARGET", "bridgegen.targets")
    monkeypatch.setattr(targets, "_plugins", lambda: {"outline": entry})
    outcome = pipeline.generate(project / "idl/interface.yaml")
    assert not len(outcome.report), list(outcome.report)
    out = project / "generated/outline"
    assert out.joinpath("all.txt").read_text().splitlines()[0] == "greeter.greet"
    assert out.joinpath("greeter.txt").read_text().startswith("greeter: Greets people")
    greeter = project / "idl/greeter.yaml"
    greeter.write_text(greeter.read_text().replace("Greet someone.", "Greet somebody."))
    rendered = pipeline.generate(project / "idl/interface.yaml").rendered
    assert "outline/greeter" in rendered and "outline/all" not in rendered
    sys.modules.pop("outline_target", None)
