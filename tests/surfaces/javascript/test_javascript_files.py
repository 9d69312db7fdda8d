"""A script in several files: what it imports from beside it, in which order it runs, and how it is told what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import CallbackFailed
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.session import Session

from tests.bridge_runtime.workshop import NoBox

RunFiles = Callable[..., Any]


@pytest.fixture
def run_files(session: Session, package: Path, lines: list[str], tmp_path: Path) -> RunFiles:
    """Writes files, by their paths, and runs `main.js`."""

    def run(main: str, **files: str) -> Any:
        for name, text in {"main": main, **files}.items():
            place = tmp_path.joinpath(*name.split("__")).with_suffix(".js")
            place.parent.mkdir(exist_ok=True)
            place.write_text(text)
        host = JavaScriptHost(
            session,
            package=package,
            folder=tmp_path,
            output=lambda level, line: lines.append(f"{level}: {line}"),
        )
        return host.run((tmp_path / "main.js").read_text(), name="main.js")

    return run


def test_every_kind_of_export(run_files: RunFiles) -> None:
    parts = """
      // what a file may export
export const one = 1;
export let two = 2;
export function three() { return 3; }
export async function four() { return 4; }
export class Five { value = 5; }
const six = 6;
export { six, six as half_a_dozen };
export default function seven() { return 7; }
"""
    main = """import seven, { one, two as deux, three, four, Five } from "./parts.js";
import * as parts from "./parts.js";
export default [one, deux, three(), await four(), new Five().value, parts.six, parts.half_a_dozen, seven()];
"""
    assert run_files(main, parts=parts) == [1, 2, 3, 4, 5, 6, 6, 7]


@pytest.mark.parametrize(
    "default",
    [
        "(a) => a + 1",
        "function (a) { return a + 1; }",
        "async (a) => a + 1",
        "class { }.name.length ? 0 : (a) => a + 1",
    ],
)
def test_defaults_without_a_name(run_files: RunFiles, default: str) -> None:
    main = 'import next from "./next.js";\nexport default await next(1);'
    assert run_files(main, next=f"export default {default};") == 2


def test_files_import_each_other_by_where_they_lie_and_run_once(
    run_files: RunFiles, lines: list[str]
) -> None:
    assert (
        run_files(
            'import { a } from "./lib/a.js";\nimport { b } from "./lib/b.js";\nconsole.log("main");\nexport default a + b;',
            lib__a='import { b } from "./b.js";\nimport { c } from "../c.js";\nconsole.log("a");\nexport const a = b + c;',
            lib__b='console.log("b");\nexport const b = 1;',
            c='import { bench } from "workshop";\nexport const c = await bench.add(1, { b: 1 });\nconsole.log("c");',
        )
        == 4
    )
    assert lines == ["log: b", "log: c", "log: a", "log: main"]


@pytest.mark.parametrize(
    ("main", "part", "message"),
    [
        ('import "./none.js";', "", "main.js: cannot import './none.js': there is no such file"),
        ('import "./part";', "", "there is no such file; did you mean ./part.js?"),
        (
            'import "../part.js";',
            "",
            "main.js: cannot import '../part.js': lies outside of the script's folder",
        ),
        ('import "./part.js";', "\\nconst = 1;", "part.js:2: SyntaxError"),
        ('import "./part.js";', "\\n\\nthrow new Error('at the top');", "part.js:3: Error: at the top"),
        (
            'import { b } from "./part.js";',
            "export const a = 1;",
            'the module "part.js" has no export "b"; it has a',
        ),
        ('import "./part.js";', 'export * from "./main.js";', "import it first, and export it then"),
        (
            'import "./part.js";',
            'import "left-pad";',
            "part.js: cannot import 'left-pad'; there are workshop",
        ),
        (
            'import { a } from "./part.js";\\na();',
            "\\nexport function a() { null.b; }",
            "part.js:2: TypeError",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_file(run_files: RunFiles, main: str, part: str, message: str) -> None:
    with pytest.raises(CallbackFailed) as caught:
        run_files(main.replace("\\n", "\n"), part=part.replace("\\n", "\n"))
    assert message in str(caught.value)


def test_files_that_would_wait_for_each_other_are_refused(run_files: RunFiles) -> None:
    with pytest.raises(CallbackFailed, match=r"c.js: cannot import './a.js': the two import each other"):
        run_files('import "./a.js";', a='import "./b.js";', b='import "./c.js";', c='import "./a.js";')
    with pytest.raises(CallbackFailed, match=r"a.js: cannot import './a.js'"):
        run_files('import "./a.js";', a='import "./a.js";')


def test_a_failed_call_knows_the_file(run_files: RunFiles) -> None:
    part = (
        'import { bench } from "workshop";\n\nexport const fail = async () => await bench.fail("declared");'
    )
    with pytest.raises(NoBox) as caught:
        run_files('import { fail } from "./part.js";\nawait fail();', part=part)
    assert caught.value.__notes__[0].startswith("part.js:3\n    at fail (part.js:3:")


def test_errors_are_shown_with_their_files(run_files: RunFiles, lines: list[str]) -> None:
    main = 'import { make } from "./part.js";\nconsole.log(make());'
    run_files(main, part="\nexport function make() {\n  return new Error('made');\n}")
    assert lines == ["log: Error: made\n    at make (part.js:3:14)\n    at <anonymous> (main.js:2:13)"]


def test_a_script_without_a_folder_is_one_file(session: Session, package: Path) -> None:
    with pytest.raises(CallbackFailed, match="a script is one file; bundle what belongs to it"):
        JavaScriptHost(session, package=package).run('import "./part.js";')
