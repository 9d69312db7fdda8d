"""Runs of the pipeline: what is rendered again, what is written, and what is left alone."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from bridgegen import lock, pipeline, targets
from bridgegen.diagnostics import Diagnostic, Report
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Part, Target, Unit, each

HEADER = "interface: demo\nversion: 1.0.0\nsummary: A demo.\nmodules: [shared, shop, zoo]\noutput: ../out\n"
SHARED = "bridge: shared\nsummary: Shared.\ntypes: {Money: {summary: An amount., type: integer}}\n"
SHOP = """\
bridge: shop
summary: A shop.
functions:
  buy:
    summary: Buy.
    parameters: {price: {$ref: 'shared.yaml#/types/Money'}}
    examples: [{name: cheap, arguments: {price: 1}}]
"""
ZOO = "bridge: zoo\nsummary: A zoo.\nfunctions:\n  visit: {summary: Visit., examples: [{name: once}]}\n"


class Words:
    """A small target: one file of function names per module, and one over all."""

    name = "words"
    capabilities = Capabilities("Words")

    def __init__(self) -> None:
        self.extra: list[File] = []
        self.found: list[Diagnostic] = []
        self.clash = False

    def names(self, interface: Interface) -> Sequence[Part]:
        return each(interface.modules, self._names)

    def _names(self, module: Module) -> Mapping[str, str]:
        return {
            f"function {f.name}": "same" if self.clash else f.doc.rename.get("words", str(f.name))
            for f in module.functions
        }

    def check(self, interface: Interface) -> Sequence[Part]:
        return [Part("all", None, lambda: self.found)]

    def units(self, interface: Interface) -> Sequence[Unit]:
        def of_module(name: str) -> Callable[[], Sequence[File]]:
            functions = interface.module(name).functions
            return lambda: [File(f"{name}.txt", "".join(f"{f.name} {f.number}\n" for f in functions))]

        modules = [Unit(module.name, (module.name,), of_module(module.name)) for module in interface.modules]
        index = "".join(f"{module.name}\n" for module in interface.modules)
        return [*modules, Unit("index", None, lambda: [File("index.txt", index), *self.extra])]


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Iterator[Words]:
    """The small target is the only one there is."""
    target = Words()

    def find(wanted: list[str] | None, report: Report) -> list[Target]:
        return [target]

    monkeypatch.setattr(targets, "find", find)
    monkeypatch.setattr(targets, "known", lambda: ["words", "other"])
    yield target


@pytest.fixture
def interface(tmp_path: Path) -> Path:
    folder = tmp_path / "idl"
    folder.mkdir()
    for name, text in (("interface", HEADER), ("shared", SHARED), ("shop", SHOP), ("zoo", ZOO)):
        (folder / f"{name}.yaml").write_text(text)
    return folder / "interface.yaml"


def rules(outcome: pipeline.Outcome) -> list[str]:
    return [diagnostic.rule for diagnostic in outcome.report]


def everything_below(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_first_run_writes_everything(words: Words, interface: Path) -> None:
    outcome = pipeline.generate(interface)
    assert rules(outcome) == []
    out = everything_below(interface.parent.parent / "out")
    assert sorted(out) == [
        "manifest.json",
        "words/index.txt",
        "words/shared.txt",
        "words/shop.txt",
        "words/zoo.txt",
    ]
    assert out["words/shop.txt"] == "shop.buy 1\n" and out["words/zoo.txt"] == "zoo.visit 2\n"
    assert sorted(json.loads(out["manifest.json"])["files"]) == sorted(set(out) - {"manifest.json"})


def test_output_is_a_pure_function_of_the_interface(words: Words, interface: Path, tmp_path: Path) -> None:
    pipeline.generate(interface)
    copy = tmp_path / "elsewhere" / "idl"
    copy.mkdir(parents=True)
    for path in interface.parent.glob("*.yaml"):
        (copy / path.name).write_text(path.read_text())
    pipeline.generate(copy / "interface.yaml", use_cache=False)
    assert everything_below(tmp_path / "out") == everything_below(tmp_path / "elsewhere" / "out")
    assert (interface.parent / lock.FILE).read_text() == (copy / lock.FILE).read_text()


def test_second_run_renders_nothing_and_keeps_times(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    out = interface.parent.parent / "out"
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    outcome = pipeline.generate(interface)
    assert (outcome.rendered, outcome.written, outcome.unchanged) == ([], [], 4)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_changed_module_is_rendered_with_those_that_use_it(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    zoo = interface.parent / "zoo.yaml"
    zoo.write_text(zoo.read_text() + "  leave: {summary: Leave., examples: [{name: once}]}\n")
    outcome = pipeline.generate(interface)
    assert outcome.rendered == ["words/zoo", "words/index"] and outcome.written == ["words/zoo.txt"]
    shared = interface.parent / "shared.yaml"
    shared.write_text(shared.read_text().replace("An amount.", "An amount of money."))
    assert pipeline.generate(interface).rendered == ["words/shared", "words/shop", "words/index"]


def test_use_by_another_module_renders_a_type_again(words: Words, interface: Path) -> None:
    """Whether a type comes in or goes out is a fact about it, though its own text did not change."""
    pipeline.generate(interface)
    zoo = interface.parent / "zoo.yaml"
    zoo.write_text(
        zoo.read_text()
        .replace("summary: Visit.,", "summary: Visit., result: {$ref: 'shared.yaml#/types/Money'},")
        .replace("[{name: once}]", "[{name: once, result: 3}]")
    )
    assert "words/shared" in pipeline.generate(interface).rendered


def test_without_cache_everything_is_rendered(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    outcome = pipeline.generate(interface, use_cache=False)
    assert len(outcome.rendered) == 4 and outcome.written == []


def test_damaged_cache_is_no_cache(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    for path in Path(os.environ["BRIDGEGEN_CACHE"]).rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:64] + b"\x80garbage")
    outcome = pipeline.generate(interface)
    assert rules(outcome) == [] and len(outcome.rendered) == 4 and outcome.written == []


def test_file_edited_by_hand_is_written_again(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    edited = interface.parent.parent / "out/words/shop.txt"
    edited.write_text("edited")
    assert pipeline.generate(interface, only_check=True).drift == ["words/shop.txt"]
    assert edited.read_text() == "edited"
    assert pipeline.generate(interface).written == ["words/shop.txt"]
    assert edited.read_text() == "shop.buy 1\n"


def test_file_that_is_no_longer_made_is_removed(words: Words, interface: Path) -> None:
    words.extra = [File("deep/down/extra.txt", "extra")]
    pipeline.generate(interface)
    words.extra = []
    interface.write_text(interface.read_text().replace("A demo.", "Another demo."))
    assert pipeline.generate(interface).removed == ["words/deep/down/extra.txt"]
    assert not (interface.parent.parent / "out/words/deep").exists()


def test_files_of_targets_that_do_not_run_stay(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    manifest = interface.parent.parent / "out/manifest.json"
    content = json.loads(manifest.read_text())
    content["files"]["other/kept.txt"] = "0" * 64
    manifest.write_text(json.dumps(content))
    kept = interface.parent.parent / "out/other/kept.txt"
    kept.parent.mkdir()
    kept.write_text("kept")
    pipeline.generate(interface, ["words"])
    assert kept.exists() and "other/kept.txt" in json.loads(manifest.read_text())["files"]
    pipeline.generate(interface)
    assert not kept.exists()


def test_foreign_file_is_never_touched(words: Words, interface: Path) -> None:
    mine = interface.parent.parent / "out/words/shop.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    outcome = pipeline.generate(interface)
    assert rules(outcome) == ["output-foreign"]
    assert everything_below(interface.parent.parent / "out") == {"words/shop.txt": "mine"}
    assert not (interface.parent / lock.FILE).exists()


def test_settings_that_a_target_does_not_have(words: Words, interface: Path) -> None:
    words.capabilities = Capabilities("Words", settings={"case": "upper|lower"})
    interface.write_text(interface.read_text() + "targets: {words: {case: middle, csae: upper}}\n")
    wrong, unknown = pipeline.check(interface).report
    assert wrong.rule == unknown.rule == "target-setting"
    assert "must be a text like upper|lower, not 'middle'" in wrong.message
    assert "has no setting 'csae'; did you mean 'case'?" in unknown.message
    assert wrong.position and unknown.position and wrong.position.column < unknown.position.column


def test_damaged_manifest_stops_the_run(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    (interface.parent.parent / "out/manifest.json").write_text("<<<<<<< HEAD")
    assert rules(pipeline.generate(interface)) == ["output-manifest"]


def test_read_only_output_changes_nothing(
    words: Words, interface: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated, because root, as whom tests may run, writes everywhere."""

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied", "out")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    outcome = pipeline.generate(interface)
    assert rules(outcome) == ["output-unwritable"] and not (interface.parent / lock.FILE).exists()
    assert "nothing was changed" in next(iter(outcome.report)).message


def test_failure_while_writing_changes_nothing(
    words: Words, interface: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.generate(interface)
    before = everything_below(interface.parent.parent)
    words.extra = [File("new.txt", "new")]
    interface.write_text(interface.read_text().replace("A demo.", "Another demo."))
    changed = everything_below(interface.parent.parent)
    from bridgegen import writer

    staged = writer.new_file

    def fail(folder: Path, data: bytes) -> Path:
        if data == b"new":
            raise OSError(28, "No space left on device", "new.txt")
        return staged(folder, data)

    monkeypatch.setattr(writer, "new_file", fail)
    outcome = pipeline.generate(interface)
    assert rules(outcome) == ["output-unwritable"] and "No space left" in next(iter(outcome.report)).message
    assert everything_below(interface.parent.parent) == changed != before


@pytest.mark.parametrize("path", ["/etc/motd", "../up.txt", "a\\b.txt", "./a.txt", "INDEX.txt"])
def test_path_that_a_target_may_not_write(path: str, words: Words, interface: Path) -> None:
    words.extra = [File(path, "x")]
    assert rules(pipeline.generate(interface)) == ["target-path"]
    assert not (interface.parent.parent / "out").exists()


def test_invalid_python_of_a_target_is_its_fault(words: Words, interface: Path) -> None:
    words.extra = [File("bad.py", "def (:\n")]
    outcome = pipeline.generate(interface)
    assert rules(outcome) == ["target-invalid-output"] and "bad.py" in next(iter(outcome.report)).message


def test_python_is_formatted(words: Words, interface: Path) -> None:
    words.extra = [File("good.py", "x  =  'a'\n")]
    pipeline.generate(interface)
    assert (interface.parent.parent / "out/words/good.py").read_text() == 'x = "a"\n'


def test_target_that_fails_is_named(words: Words, interface: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "check", lambda interface: 1 / 0)
    outcome = pipeline.generate(interface)
    assert rules(outcome) == ["target-failed"]
    assert "the target 'words' failed in check: ZeroDivisionError" in next(iter(outcome.report)).message


def test_two_entities_of_one_name(words: Words, interface: Path) -> None:
    words.clash = True
    outcome = pipeline.generate(interface)
    [diagnostic] = outcome.report
    assert diagnostic.rule == "name-collision" and diagnostic.position is not None
    assert diagnostic.position.file == "idl/zoo.yaml" and diagnostic.position.line == 4
    assert (
        "function zoo.visit and function shop.buy (idl/shop.yaml:4) are both called 'same'"
        in diagnostic.message
    )


def test_frozen_name_cannot_change(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    shop = interface.parent / "shop.yaml"
    shop.write_text(shop.read_text().replace("summary: Buy.", "summary: Buy.\n    rename: {words: purchase}"))
    before = everything_below(interface.parent.parent / "out")
    assert rules(pipeline.generate(interface)) == ["lock-name-changed"]
    assert everything_below(interface.parent.parent / "out") == before
    path = interface.parent / lock.FILE
    path.write_text(
        "".join(
            line for line in path.read_text().splitlines(True) if not line.startswith("function shop.buy =")
        )
    )
    assert rules(pipeline.generate(interface)) == []


def test_warnings_do_not_stop_a_run(words: Words, interface: Path) -> None:
    words.found = [Diagnostic("words-odd", "odd", None, "warning")]
    outcome = pipeline.generate(interface)
    assert rules(outcome) == ["words-odd"] and len(outcome.written) == 4


@pytest.mark.parametrize(
    ("change", "rule", "line"),
    [
        (lambda text: text + "\n[names words]\nfunction shop.sell = shop.sell\n", "lock-duplicate", 12),
        (lambda text: text + "function shop.buy = shop.buy\n", "lock-duplicate", 11),
        (lambda text: text + "function shop.buy = other\n", "lock-duplicate", 11),
        (lambda text: text + "<<<<<<< HEAD\n", "lock-syntax", 11),
    ],
)
def test_lock_that_was_merged_badly(
    change: Callable[[str], str], rule: str, line: int, words: Words, interface: Path
) -> None:
    pipeline.generate(interface)
    path = interface.parent / lock.FILE
    path.write_text(change(path.read_text()))
    for use_cache in (True, False):
        (found,) = pipeline.generate(interface, use_cache=use_cache).report
        assert found.rule == rule and found.position is not None and found.position.line == line


def test_names_come_back_as_they_were(words: Words, interface: Path) -> None:
    pipeline.generate(interface)
    path, zoo = interface.parent / lock.FILE, interface.parent / "zoo.yaml"
    first, text = path.read_text(), zoo.read_text()
    zoo.write_text(text.replace("visit:", "enter:").replace("Visit.", "Enter."))
    pipeline.generate(interface)
    assert "function zoo.visit = zoo.visit (retired)\n" in path.read_text()
    path.write_text(path.read_text().replace("2 zoo.visit (retired)", "2 zoo.visit"))
    zoo.write_text(text)
    assert rules(pipeline.generate(interface)) == []
    assert set(first.splitlines()) <= set(path.read_text().splitlines())
