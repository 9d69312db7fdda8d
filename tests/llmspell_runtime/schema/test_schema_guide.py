"""What docs/schemas.md shows and promises, held to what there is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.hosts.lua import LuaHost
from llmspell import Session
from llmspell.schema.constants import Limit
from llmspell_runtime.schema import budget, compiling, formats, issues, library, patterns, shelves

ROOT = Path(__file__).resolve().parents[3]
TEXT = (ROOT / "docs" / "schemas.md").read_text()
BLOCKS: dict[str, str] = dict(re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.M | re.S))


def test_lua(capfd: pytest.CaptureFixture[str]) -> None:
    with Session() as session, LuaHost(session) as host:
        host.run(BLOCKS["lua"])
    assert capfd.readouterr().out.splitlines() == [
        '\trequired\tthe property "mail" is missing',
        '/age\ttype\texpected an integer, given "36"',
        "true\t/age\tto_integer",
        "true",
    ]


def test_the_file_is_one_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "person.json").write_text(BLOCKS["json"])
    with Session(permissions={"fs.read": [str(tmp_path)]}) as session:
        assert session.schema.open_repository(str(tmp_path)) == ["person"]
        stored = session.schema.get("person@2")
    (version,) = json.loads(BLOCKS["json"])["versions"]
    assert (stored.note, stored.content) == (version["note"], version["schema"])


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        (Limit.SCHEMA_CHARACTERS, compiling.MAX_CHARACTERS),
        (Limit.SCHEMA_DEPTH, compiling.MAX_DEPTH),
        (Limit.ISSUES, compiling.MAX_ISSUES),
        (Limit.PATTERN_CHARACTERS, patterns.MAX_CHARACTERS),
        (Limit.STEPS, budget.MAX_STEPS),
        (Limit.NAMES, shelves.MAX_NAMES),
        (Limit.VERSIONS, shelves.MAX_VERSIONS),
        (Limit.DOCUMENTS, library.MAX_DOCUMENTS),
        (Limit.DOCUMENT_BYTES, library.MAX_BYTES),
    ],
)
def test_the_interface_names_the_limits_that_hold(limit: Any, value: int) -> None:
    assert limit == value


@pytest.mark.parametrize(
    "value",
    [
        budget.MAX_STEPS,
        patterns.MAX_TEXT,
        patterns.MAX_CHARACTERS,
        patterns.BACKTRACK_LIMIT,
        patterns.MAX_BACKTRACKING_TEXT,
        patterns.KEPT_STATES,
        formats.MAX_CHARACTERS,
        formats.MAX_DURATION,
        compiling.MAX_CHARACTERS,
        compiling.MAX_DEPTH,
        compiling.MAX_ISSUES,
        issues.MAX_MESSAGE,
        issues.MAX_CARRIED,
        library.MAX_DOCUMENTS,
        library.FETCH_SECONDS,
    ],
)
def test_the_page_names_the_bounds_that_hold(value: int) -> None:
    assert re.search(rf"\b{value:,}\b", TEXT)
