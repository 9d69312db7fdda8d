"""The official test suite of draft 2020-12, whole: official_suite/."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from llmspell import Session
from llmspell.schema.errors import InvalidSchema

SUITE = Path(__file__).with_name("official_suite")
FILES = sorted((SUITE / "tests").rglob("*.json"))
ELSEWHERE = "http://localhost:1234/"
"""Where the suite says that its other documents are."""
OTHER_DIALECTS = (f"{ELSEWHERE}draft2020-12/metaschema-", f"{ELSEWHERE}draft2020-12/format-assertion-")
"""How the addresses of dialects begin that the suite makes of vocabularies, and that are refused here."""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """One whose repository has the suite's other documents, under their addresses and under their own names."""
    with Session() as session:
        for number, path in enumerate(sorted((SUITE / "remotes").rglob("*.json"))):
            document = json.loads(path.read_text(encoding="utf-8"))
            address = ELSEWHERE + path.relative_to(SUITE / "remotes").as_posix()
            own = document.setdefault("$id", address)
            session.schema.put(f"document_{number}", document)
            if own != address:
                session.schema.put(f"address_{number}", {"$id": address, "$ref": own})
        yield session


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SUITE / "tests").as_posix())
def test_the_verdicts_are_those_of_the_suite(session: Session, path: Path) -> None:
    formats = path.parent.name == "format"  # elsewhere the suite takes them for remarks
    for group in json.loads(path.read_text(encoding="utf-8")):
        schema = group["schema"]
        if isinstance(schema, dict) and schema.get("$schema", "").startswith(OTHER_DIALECTS):
            with pytest.raises(InvalidSchema, match="leave it out, or name draft 2020-12"):
                session.schema.compile(schema, formats=formats)
            continue
        validator = session.schema.compile(schema, formats=formats)
        for case in group["tests"]:
            told = f"{group['description']}: {case['description']}"
            assert validator.check(case["data"]).valid is case["valid"], told
            assert validator.accepts(case["data"]) is case["valid"], told
        validator.release()
