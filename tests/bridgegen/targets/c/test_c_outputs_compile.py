"""What the targets c and cffi write is accepted by C, C++, pycparser and cffi, for any interface."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pycparser
from bridgegen.load import load
from bridgegen.model import Interface
from hypothesis import HealthCheck, given, settings

from tests.bridgegen.targets.c.compiling import compile_all, files_of, flags, run, write
from tests.strategies.interfaces import Files, interfaces
from tests.strategies.interfaces import write as write_interface

LIBRARY = Path(__file__).parents[3] / "interfaces" / "library" / "interface.yaml"
FAKE_HEADERS = {
    "stdbool.h": "typedef _Bool bool;",
    "stddef.h": "typedef unsigned long size_t;",
    "stdint.h": "typedef int int32_t; typedef unsigned uint32_t; typedef long int64_t; typedef unsigned long uint64_t;",
}


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
        source.write_text(f'#include <library/{header.name}>\nint main(void) {{ return 0; }}\n')
        assert run("gcc", "-std=c11", "-Werror", "-pedantic", "-fsyntax-only", *flags(tmp_path, "library"), source) == ""


def test_pycparser_reads_the_headers(tmp_path: Path) -> None:
    write(files_of(loaded(LIBRARY)), tmp_path)
    fake = write({f"fake/{name}": text + "\n" for name, text in FAKE_HEADERS.items()}, tmp_path) / "fake"
    arguments = ["-E", "-nostdinc", f"-I{fake}", f"-I{tmp_path / 'c' / 'include'}", "-DLIBRARY_API="]
    tree = pycparser.parse_file(
        str(tmp_path / "c" / "include" / "library.h"), use_cpp=True, cpp_path="gcc", cpp_args=arguments
    )
    declared = {getattr(node, "name", None) for node in tree.ext}
    assert {"library_catalog_add", "library_lending_member_config_init", "library_last_error"} <= declared


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(interfaces())
def test_any_interface_compiles(files: Files) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        interface = loaded(write_interface(files, folder / "idl"))
        made = files_of(interface)
        prefix = next(path for path in made if path.startswith("c/include/")).split("/")[2].removesuffix(".h")
        assert compile_all(write(made, folder), prefix) == "", files
