"""Answers as models give them, and the value that their reader wants: model_answers.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from bridge_runtime.values import canonical_json
from llmspell import Session

ANSWERS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("model_answers.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("answer", [pytest.param(each, id=each["name"]) for each in ANSWERS])
def test_an_answer_is_read_as_it_was_meant(answer: dict[str, Any]) -> None:
    with Session() as session:
        parsed = session.output.parse(answer["text"], **answer.get("options", {}))
    assert (parsed.step, canonical_json(parsed.value)) == (answer["step"], canonical_json(answer["value"]))
    assert bool(parsed.changes) is (parsed.step != "strict")


def test_what_was_thought_before_the_answer_is_told() -> None:
    with Session() as session:
        parsed = session.output.parse("<think>\n[1] or {2}?\n</think>\n{'a': 1}")
        fenced = session.output.parse('<think>\n```\n[1]\n```\n</think>\n```\n{"a": 1}\n```')
    assert parsed.changes[0].message == "left out the 28 characters of thought before the answer"
    assert (parsed.changes[1].message, parsed.changes[1].line) == ("`'a'` became `\"a\"`", 4)
    assert (fenced.value, fenced.step) == ({"a": 1}, "fenced")
