"""Imports as constants: every way of writing one, and everything that only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest
import quickjs
from bridge_runtime.errors import BrokenInstallation
from bridge_runtime.hosts.ecmascript import exported, link, with_imports


def rewritten(source: str) -> tuple[str, list[str]]:
    """The script without its imports, and the modules it imports."""
    modules: list[str] = []
    return with_imports(source, modules.append), modules


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('import a from "m";', 'const { default: a } = __import("m", []);'),
        ("import a from 'm'\n", 'const { default: a } = __import("m", []);\n'),
        ('import { a, b as c } from "m"', 'const { a, b: c } = __import("m", ["a", "b"]);'),
        ('import d, { a } from "m"', 'const { default: d, a } = __import("m", ["a"]);'),
        ('import * as m from "m"', 'const m = __import("m", []);'),
        ('import{a}from"m";', 'const { a } = __import("m", ["a"]);'),
        ('import "m";', '__import("m", []);'),
        ('import {\n  a, // first\n  b,\n} from "m";', 'const { a, b } = __import("m", ["a", "b"]);\n\n\n'),
    ],
)
def test_import(source: str, expected: str) -> None:
    assert rewritten(source) == (expected, ["m"])


@pytest.mark.parametrize(
    "source",
    [
        "",
        "// import a from 'm'\n",
        "/* import a from 'm' */ run();",
        "const text = \"import a from 'm'\";",
        "import('m').then(run);",
        "import.meta.url;",
        "important('m');",
        "run(); import a from 'm';",
        "`\nimport a from 'm';\n`;",
    ],
)
def test_no_import(source: str) -> None:
    assert rewritten(source) == (source, [])


def test_lines_stay_where_they_are() -> None:
    source = '#!/usr/bin/env spell\n"use strict";\n/* a\n b */\nimport {\n a\n} from "m"; import b from "n";\nrun(a);\n'
    text, modules = rewritten(source)
    assert modules == ["m", "n"]
    assert text.splitlines()[7] == source.splitlines()[7] == "run(a);"
    assert text.startswith("///usr/bin/env spell\n")


def test_linking_follows_imports_and_keeps_cycles_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(
        'import * as b from "./inner/b.js";\nexport const one = 1;\nexport function two() {\n  return b.two;\n}\n'
    )
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "b.js").write_text(
        'import * as a from "../a.js";\nexport const two = 2;\nconst first = () => a.one;\nexport { first };\n'
    )
    text = link(tmp_path, ("a.js",))
    context = quickjs.Context()
    assert (
        context.eval(
            f"const require = {text}; const a = require('a.js'); [a.one, a.two(), require('inner/b.js').first()].join()"
        )
        == "1,2,1"
    )


def test_a_missing_module_or_package(tmp_path: Path) -> None:
    with pytest.raises(BrokenInstallation, match=r"none.js cannot be read"):
        link(tmp_path, ("none.js",))
    with pytest.raises(BrokenInstallation, match="holds no generated JavaScript package"):
        exported(tmp_path)
