"""The schema bridge as its users call it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import Session
from llmspell.schema.types import MergeStrategy


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def refused(call: Any, *arguments: Any, **named: Any) -> BridgeError:
    with pytest.raises(BridgeError) as caught:
        call(*arguments, **named)
    return caught.value


def test_a_compiled_schema_is_a_resource(session: Session) -> None:
    validator = session.schema.compile({"type": "integer"})
    assert validator.accepts(3) and not validator.accepts("3")
    assert validator.convert("3").value == 3
    assert [issue.keyword for issue in validator.check("x").issues] == ["type"]
    validator.release()
    assert refused(validator.accepts, 3).code == "schema.validator_not_found"


def test_merging_nothing_is_refused(session: Session) -> None:
    assert refused(session.schema.merge, []).code == "schema.invalid_schema"
    assert session.schema.merge([{"type": "string"}], strategy=MergeStrategy.STRICT) == {"type": "string"}


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        ("date-time", "1998-12-31T23:59:60Z", "1998-12-31T22:59:60Z"),
        ("date-time", "1998-12-31T15:59:60.123-08:00", "1998-12-31T23:59:60.123-08:00"),
        ("time", "01:29:60+01:30", "23:59:60+01:00"),
        ("time", "00:29:60-23:30", "23:59:61Z"),
        ("email", "ada@example.com", "실례@example.com"),
        ("idn-email", "실례@실례.테스트", "실례@"),
        ("idn-email", "o'brien-ä@example.com", "a b@example.com"),
    ],
)
def test_formats_are_those_of_their_documents(session: Session, form: str, good: str, bad: str) -> None:
    """A leap second is one in the last minute of a day in UTC (RFC 3339, 5.7); names may be of any script (RFC 6531)."""
    assert session.schema.validate({"format": form}, good).valid
    assert not session.schema.validate({"format": form}, bad).valid
