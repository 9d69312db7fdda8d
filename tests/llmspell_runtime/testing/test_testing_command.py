"""``llmspell test``: scenario files without pytest, exit statuses and reports."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from llmspell_runtime.cli import app
from typer.testing import CliRunner, Result

GOOD = '{"scenarios": [{"name": "adds", "tags": ["quick"], "steps": [{"call": "tool.exists", "with": {"name": "calculator"}, "expect": {"result": true}}]}]}'
WRONG = (
    '{"name": "wrong", "steps": [{"call": "tool.exists", "with": {"name": "x"}, "expect": {"result": true}}]}'
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "a.scenario.json").write_text(GOOD)
    (tmp_path / "wrong.scenario.json").write_text(WRONG)
    return tmp_path


def test(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["test", *arguments])


test.__test__ = False  # type: ignore[attr-defined]


def test_all_is_well() -> None:
    done = test("good")
    assert done.exit_code == 0
    assert done.stdout.startswith("good/a.scenario.json\n  ✓ adds (")
    assert "1 passed in " in done.stdout


def test_a_failure() -> None:
    done = test("wrong.scenario.json", "good")
    assert done.exit_code == 1
    assert "step 1 (tool.exists): expected true, given false" in done.stdout
    assert "1 passed, 1 failed in " in done.stdout
    stopped = test("wrong.scenario.json", "good", "-x")
    assert stopped.exit_code == 1 and "a.scenario.json" not in stopped.stdout


def test_folders_are_searched(home: Path) -> None:
    (home / "good" / "notes.json").write_text("{")
    (home / "good" / "deep").mkdir()
    (home / "good" / "deep" / "b.scenario.yml").write_text("steps: []")
    done = test("good", "good/a.scenario.json")
    assert done.exit_code == 0 and "2 passed" in done.stdout


def test_files_that_cannot_be_used(home: Path) -> None:
    (home / "bad.scenario.json").write_text("{")
    (home / "fly.scenario.json").write_text('{"steps": [{"call": "tool.fly"}]}')
    (home / "left.scenario.json").write_text(
        '{"steps": [{"call": "provider.create", "with": {"config": {"type": "scripted", "script": [{"text": "x"}]}}}]}'
    )
    done = test(".")
    assert done.exit_code == 1
    for said in (
        "not JSON",
        "no function 'tool.fly'",
        "1 passed, 2 failed, 2 errors",
        "did not end as it should",
    ):
        assert said in done.stdout


def test_tags() -> None:
    assert "1 passed in" in test(".", "--tag", "quick").stdout
    last = test(".", "--exclude-tag", "quick", "--tag", "quick").stdout.splitlines()[-1]
    assert re.fullmatch(r"nothing to run in [0-9.]+ s", last)


def test_reports(home: Path) -> None:
    names = ["r.xml", "r.json", "r.md", "r.tap"]
    done = test(".", *(part for name in names for part in ("--report", name)))
    assert done.exit_code == 1
    [suite] = ElementTree.parse(home / "r.xml").getroot()
    assert [(case.get("name"), case.get("classname")) for case in suite] == [
        ("adds", "good/a.scenario.json"),
        ("wrong", "wrong.scenario.json"),
    ]
    assert json.loads((home / "r.json").read_text())["totals"]["failed"] == 1
    assert (home / "r.md").read_text().startswith("# llmspell test: failed")
    assert (home / "r.tap").read_text().startswith("TAP version 14\n1..2\nok 1 - adds")


def test_coverage() -> None:
    done = test("good", "--coverage", "0")
    assert done.exit_code == 0 and "not called of tool: register, " in done.stdout
    done = test("good", "--coverage", "50", "--report", "r.json")
    assert done.exit_code == 1 and "is less than 50 %" in done.stdout
    assert json.loads(Path("r.json").read_text())["coverage"]["functions"]["covered"] >= 1


def test_permissions(home: Path) -> None:
    step = '{"call": "tool.execute", "with": {"name": "file_read", "arguments": {"path": "wrong.scenario.json"}}}'
    (home / "read.json").write_text(f'{{"steps": [{step}]}}')
    assert "runtime.permission_denied" in test("read.json").stdout
    assert test("read.json", "--grant", "fs.read=.").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "there is no file or folder nowhere"),
        (["empty"], "no file here ends in .scenario.yaml"),
        (["good", "--report", "r.html"], "r.html: a report ends in .xml, .json, .md, .tap"),
        (["good", "--report", "nowhere/r.xml"], "nowhere/r.xml: its folder: no such file"),
        (["good", "--grant", "disk"], "there is no permission 'disk'"),
        (["good", "-j", "0"], "-j"),
        ([], "PATHS"),
    ],
)
def test_misuse(home: Path, arguments: list[str], said: str) -> None:
    (home / "empty").mkdir()
    done = test(*arguments)
    assert done.exit_code == 2 and said in done.stderr
    assert "Traceback" not in done.stderr
