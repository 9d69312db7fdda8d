"""The package for TypeScript: how it reads, that compilers accept it for any interface, and what they refuse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bridgegen.load import load
from bridgegen.target import diagnostics
from bridgegen.targets.typescript.target import TARGET
from compiling import LIBRARY, ROOT, compile_types, copy_uses, interface_of, link_package, write_package
from hypothesis import HealthCheck, Phase, given, settings
from syrupy.assertion import SnapshotAssertion

from tests.strategies import interfaces


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which programs find the library's package."""
    folder = tmp_path_factory.mktemp("library")
    link_package(interface_of(LIBRARY), folder)
    copy_uses(folder)
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "index.js",
        "index.d.ts",
        "errors.d.ts",
        "events.d.ts",
        "package.json",
        "modules/catalog.d.ts",
        "modules/lending.js",
        "modules/lending.d.ts",
        "modules/branch.js",
        "conformance/lending.js",
    ],
)
def test_reads_as_before(library: Path, name: str, snapshot: SnapshotAssertion) -> None:
    assert (library / "node_modules" / "library" / name).read_text(encoding="utf-8") == snapshot


def test_output_is_the_same_every_time() -> None:
    first, second = ([unit.render() for unit in TARGET.units(interface_of(LIBRARY))] for _ in range(2))
    assert first == second


def test_a_right_program_is_accepted_and_each_marked_mistake_refused(library: Path) -> None:
    assert compile_types(library, ["right.ts", "node_modules/library/runtime/globals.d.ts"]) == []


def test_a_wrong_program_is_refused_at_each_call(library: Path) -> None:
    refused = compile_types(library, ["wrong.ts"])
    assert [re.search(r"\((\d+),.*(TS\d+)", line).groups() for line in refused] == [  # type: ignore[union-attr]
        ("5", "TS2345"),
        ("6", "TS2551"),
        ("7", "TS2554"),
    ]


def test_the_platforms_own_types_fit_too(library: Path) -> None:
    assert compile_types(library, ["right.ts"], lib=["es2024", "dom"]) == []


def test_the_committed_package_compiles() -> None:
    package = ROOT / "generated" / "typescript"
    folder = ROOT / "build" / "typescript-check"
    folder.mkdir(parents=True, exist_ok=True)
    assert compile_types(folder, [f"{package}/**/*.d.ts", f"{package}/**/*.js"], allowJs=True) == []


def test_any_interface_compiles(tmp_path: Path) -> None:
    """Random interfaces, all in one run of the compiler, which reads the JavaScript too."""
    written: list[str] = []

    @given(interfaces.interfaces())
    @settings(
        max_examples=40,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def write(files: interfaces.Files) -> None:
        folder = tmp_path / f"sample{len(written)}"
        interface, _, _ = load(interfaces.write(files, folder / "idl"))
        if interface is None or diagnostics(TARGET, interface):
            return
        write_package(interface, folder)
        (folder / "runtime" / "globals.d.ts").unlink()  # global declarations, which only one package may make
        written.append(folder.name)

    write()
    assert len(written) > 30
    assert (
        compile_types(tmp_path, ["sample*/**/*.d.ts", "sample*/**/*.js"], allowJs=True, noUnusedLocals=False)
        == []
    )


def test_names_that_javascript_has_already(tmp_path: Path) -> None:
    """Reserved words, members of promises, and the names that generated code uses."""
    (tmp_path / "interface.yaml").write_text(
        "interface: odd\nversion: 1.0.0\nsummary: Odd names.\nmodules: [call, default, odd, open]\n",
        encoding="utf-8",
    )
    for module in ("call", "default", "odd", "open"):
        (tmp_path / f"{module}.yaml").write_text(_ODD.replace("MODULE", module), encoding="utf-8")
    folder = tmp_path / "out"
    link_package(interface_of(tmp_path / "interface.yaml"), folder)
    program = """
      import odd, { call_, default_, odd_, open, open_ } from "odd";
      const text: string = await odd.call_.then_("a", "b", "c", "d", "e", { options: "f" });
      const thing = await default_.delete("x");
      await thing.id_();
      await odd_.delete("x");
      await open_.delete("x");
      await odd.open.delete("x");
      const session: typeof odd = await open();
      const promise: call_.Promise_ = { then: "no" };
      export { text, promise, session };
    """
    (folder / "program.ts").write_text(program, encoding="utf-8")
    assert compile_types(folder, ["program.ts"]) == []


_ODD = """
bridge: MODULE
summary: Odd.
types:
  Promise: {summary: A promise., type: object, properties: {then: {type: string}}}
resources:
  Thing: {summary: A thing., constructor: delete}
functions:
  delete:
    summary: Make.
    parameters: {new: {type: string}}
    result: {$ref: '#/resources/Thing'}
    examples: [{name: one, arguments: {new: x}, result: thing_1}]
  id:
    summary: Its number.
    parameters: {thing: {$ref: '#/resources/Thing'}}
    result: {type: integer}
    examples: [{name: one, given: [{call: MODULE.delete, with: {new: x}, as: this}], arguments: {thing: $this}, result: 1}]
  then:
    summary: Everything at once.
    parameters:
      arguments: {type: string}
      invoke: {type: string}
      signal: {type: string}
      fields: {type: string}
      class: {type: string}
      options: {type: string, required: false}
    result: {type: string}
    examples: [{name: one, arguments: {arguments: a, invoke: b, signal: c, fields: d, class: e}, result: a}]
"""
