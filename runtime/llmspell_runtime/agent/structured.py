"""Answers that are JSON and fit a schema: asking for them, reading them, saying what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from bridge_runtime.values import InvalidJson, canonical_json, read_json
from llmspell.shared.errors import InvalidSchema

from llmspell_runtime.output.thoughts import answer_start
from llmspell_runtime.tool.schemas import SchemaError, checker

MAX_ISSUES_TOLD: Final = 5
_FENCED = re.compile(r"\s*```[a-zA-Z]*\s*\n(?P<inside>.*?)\n?\s*```\s*", re.DOTALL)


class StructuredAnswer:
    """What a run must answer, and how often it may try."""

    def __init__(self, schema: Mapping[str, Any], max_attempts: int) -> None:
        """Raises InvalidSchema."""
        try:
            self._checker = checker(schema, any_value=True)
        except SchemaError as error:
            raise InvalidSchema(reason=str(error)) from None
        self.schema = schema
        self.max_attempts = max_attempts
        self.attempts = 0
        self.value: Any = None
        self.problem = ""

    @property
    def instruction(self) -> str:
        """Asks a model for such an answer, when its endpoint cannot hold it to one."""
        return (
            "Answer with one JSON value and nothing else: no explanation, no code fence. "
            f"It must fit this JSON Schema: {canonical_json(dict(self.schema))}"
        )

    @property
    def complaint(self) -> str:
        """Tells the model what was wrong with its answer."""
        return f"This answer cannot be used: {self.problem}. Answer again, with the corrected JSON and nothing else."

    def accept(self, text: str) -> bool:
        """Whether ``text`` is an answer; if so ``value`` is set, else ``problem``."""
        self.attempts += 1
        self.problem = ""
        answer = text[answer_start(text) :]
        fenced = _FENCED.fullmatch(answer)
        try:
            self.value = read_json(fenced["inside"] if fenced else answer.strip())
        except InvalidJson:
            self.problem = "it is not JSON"
            return False
        issues = self._checker.issues(self.value)
        told = [f"{issue.message} (at {issue.path})" if issue.path else issue.message for issue in issues]
        self.problem = "; ".join(told[:MAX_ISSUES_TOLD])
        return not issues
