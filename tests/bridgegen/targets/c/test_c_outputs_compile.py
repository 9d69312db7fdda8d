"""What the targets c and cffi write is accepted by C, C++, pycparser and cffi, for any interface."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pycparser  # type: ignore[import-untyped]
import pytest
from bridgegen.load import load
from bridgegen.model import Interface
from bridgegen.target import diagnostics
from bridgegen.targets.c.target import TARGET as C
from hypothesis import HealthCheck, Phase, assume, given, settings
from syrupy.assertion import SnapshotAssertion

from tests.bridgegen.targets.c.compiling import compile_all, files_of, flags, run, write
from tests.strategies.interfaces import Files, interfaces
from tests.strategies.interfaces import write as write_interface

LIBRARY = Path(__file__).parents[3] / "interfaces" / "library" / "interface.yaml"
FAKE_HEADERS = {
    "stdbool.h": "typedef _Bool bool;",
    "stddef.h": "typedef unsigned long size_t;",
    "stdint.h": "typedef int int32_t; typedef unsigned uint32_t; typedef long int64_t; typedef unsigned long uint64_t;",
}


def _record() -> dict[str, Any]:
    return {"summary": "A record.", "type": "object", "properties": {"x": {"type": "string"}}}


def loaded(path: Path) -> Interface:
    interface, report, *_ = load(path)
    assert interface is not None and not report.has_errors, list(report)
    return interface


def test_library_compiles(tmp_path: Path) -> None:
    write(files_of(loaded(LIBRARY)), tmp_path)
    assert compile_all(tmp_path, "library") == ""


def test_each_header_stands_alone(tmp_path: Path) -> None:
    write(files_of(loaded(LIBRARY)), tmp_path)
    for header in sorted((tmp_path / "c" / "include" / "library").glob("*.h")):
        source = tmp_path / "alone.c"
        source.write_text(f"#include <library/{header.name}>\nint main(void) {{ return 0; }}\n")
        assert (
            run(
                "gcc",
                "-std=c11",
                "-Werror",
                "-pedantic",
                "-fsyntax-only",
                *flags(tmp_path, "library"),
                source,
            )
            == ""
        )


def test_pycparser_reads_the_headers(tmp_path: Path) -> None:
    write(files_of(loaded(LIBRARY)), tmp_path)
    fake = write({f"fake/{name}": text + "\n" for name, text in FAKE_HEADERS.items()}, tmp_path) / "fake"
    arguments = ["-E", "-nostdinc", f"-I{fake}", f"-I{tmp_path / 'c' / 'include'}", "-DLIBRARY_API="]
    tree = pycparser.parse_file(
        str(tmp_path / "c" / "include" / "library.h"), use_cpp=True, cpp_path="gcc", cpp_args=arguments
    )
    declared = {getattr(node, "name", None) for node in tree.ext}
    assert {"library_catalog_add", "library_lending_member_config_init", "library_last_error"} <= declared


@pytest.mark.parametrize(
    "path",
    [
        "c/include/library.h",
        "c/include/library/core.h",
        "c/include/library/catalog.h",
        "c/include/library/lending.h",
        "c/source/core.c",
        "c/source/lending.c",
        "c/conformance/lending.c",
        "c/conformance/lending_generic.c",
        "cffi/inside/cdef.h",
        "cffi/inside/lending.py",
        "cffi/library_cffi/__init__.py",
        "cffi/library_cffi/lending.py",
    ],
)
def test_output_is_what_it_was(path: str, snapshot: SnapshotAssertion) -> None:
    assert files_of(loaded(LIBRARY))[path] == snapshot


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"types": {"Session": {"type": "string", "enum": ["x"], "summary": "S."}}}, "free name"),
        ({"types": {"Result": _record(), "ResultFree": _record()}}, "box_result_free"),
    ],
)
def test_names_of_the_core_and_of_each_other(change: dict[str, Any], names: str, tmp_path: Path) -> None:
    """A type called like something of the core gets its module's name; two of one name are a diagnostic."""
    module = {"bridge": "box", "summary": "Boxes.", "functions": {}, **change}
    module["functions"] = {
        "ping": {"summary": "Answer.", "examples": [{"name": "one", "summary": "One.", "arguments": {}}]}
    }
    interface = {"interface": "shop", "version": "1.0.0", "summary": "A shop.", "modules": ["box"]}
    write({"interface.yaml": json.dumps(interface), "box.yaml": json.dumps(module)}, tmp_path)
    found = diagnostics(C, loaded(tmp_path / "interface.yaml"))
    if names == "free name":
        assert found == []
    else:
        assert (
            found[0].rule == "name-collision" and names in found[0].message and found[0].position is not None
        )


def test_a_module_called_like_a_keyword_is_imported(tmp_path: Path) -> None:
    seat = {
        "type": "object",
        "properties": {"row": {"type": "integer"}},
        "required": ["row"],
        "summary": "A seat.",
    }
    shown = {"name": "one", "summary": "One.", "arguments": {"seat": {"row": 1}}, "result": {"row": 1}}
    lend = {
        "summary": "Lend.",
        "parameters": {"seat": {"$ref": "class.yaml#/types/Seat"}},
        "result": {"$ref": "class.yaml#/types/Seat"},
        "examples": [shown],
    }
    files: Files = {
        "interface": {
            "interface": "kw",
            "version": "1.0.0",
            "summary": "Small.",
            "modules": ["class", "desk"],
        },
        "class": {"bridge": "class", "summary": "Types.", "types": {"Seat": seat}},
        "desk": {"bridge": "desk", "summary": "Lends.", "functions": {"lend": lend}},
    }
    glue = files_of(loaded(write_interface(files, tmp_path)))["cffi/inside/desk.py"]
    assert glue.index("from importlib import import_module") < glue.index('import_module("kw_glue.class")')


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(interfaces())
def test_any_interface_compiles(files: Files) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        interface = loaded(write_interface(files, folder / "idl"))
        # C has one space of names: two that meet are refused with a way out, and that is another test's matter.
        assume(not any(problem.rule == "name-collision" for problem in diagnostics(C, interface)))
        made = files_of(interface)
        prefix = next(path for path in made if path.startswith("c/include/")).split("/")[2].removesuffix(".h")
        assert compile_all(write(made, folder), prefix) == "", files
