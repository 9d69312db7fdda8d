"""The Lua that the library interface becomes: as it was last looked at, and clean by every tool."""

from __future__ import annotations

from pathlib import Path

import pytest
from bridgegen.load import load
from bridgegen.target import diagnostics
from bridgegen.targets.lua.plan import SUPPORT
from bridgegen.targets.lua.target import TARGET
from syrupy.assertion import SnapshotAssertion

from tests.bridgegen.targets.lua.lua_tools import RUNTIME, problems, render

LIBRARY = Path(__file__).parents[3] / "interfaces" / "library" / "interface.yaml"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lua")
    render(LIBRARY, folder)
    return folder


@pytest.mark.parametrize(
    "path",
    [
        "library.lua",
        "library/common.lua",
        "library/catalog.lua",
        "library/lending.lua",
        "library/branch.lua",
        "library-1.2.0-1.rockspec",
        "conformance/catalog.lua",
        "conformance/lending.lua",
    ],
)
def test_output_is_what_it_was(output: Path, path: str, snapshot: SnapshotAssertion) -> None:
    assert (output / path).read_text() == snapshot


def test_output_is_clean(output: Path) -> None:
    assert problems([*output.rglob("*.lua"), *output.glob("*.rockspec")]) == ""


def test_hand_written_lua_is_clean() -> None:
    assert problems(RUNTIME.rglob("*.lua")) == ""


def test_rockspec_names_every_support_module() -> None:
    modules = {path.stem for path in (RUNTIME / "bridge_runtime").glob("*.lua")}
    assert modules == {"init", *SUPPORT}


def test_field_with_another_name_is_refused(tmp_path: Path) -> None:
    found = _diagnostics(
        tmp_path,
        """
        types:
          Point:
            summary: A point.
            type: object
            properties: {x: {type: integer, rename: {lua: left}}}
        functions:
          zero:
            summary: The origin.
            result: {$ref: '#/types/Point'}
            examples: [{name: one, summary: It., arguments: {}, result: {}}]
        """,
    )
    assert [(diagnostic.rule, diagnostic.position.line) for diagnostic in found] == [("lua-field-rename", 7)]


def test_method_and_module_of_a_session_with_one_name_are_refused(tmp_path: Path) -> None:
    found = _diagnostics(
        tmp_path,
        """
        resources: {Room: {summary: A session., session: true}}
        functions:
          main:
            summary: Collides with the module in Lua.
            parameters: {room: {$ref: '#/resources/Room'}}
            examples: [{name: one, summary: It., arguments: {room: room_1}, error: {code: runtime.invalid_handle}}]
        """,
    )
    assert [diagnostic.rule for diagnostic in found] == ["lua-session-field"]
    assert "rename" in found[0].message


def _diagnostics(folder: Path, module: str):  # type: ignore[no-untyped-def]
    from textwrap import dedent

    (folder / "interface.yaml").write_text(
        "interface: tiny\nversion: 1.0.0\nsummary: Tiny.\nmodules: [main]\n"
    )
    (folder / "main.yaml").write_text("bridge: main\nsummary: Main." + dedent(module))
    interface, report, _ = load(folder / "interface.yaml")
    assert interface is not None, list(report)
    return diagnostics(TARGET, interface)
