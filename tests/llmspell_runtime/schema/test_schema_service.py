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
