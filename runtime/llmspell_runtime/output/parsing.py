"""The steps from text to value: as it stands, from its fenced block, mended, found by its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from llmspell.output.errors import ParseFailed, SchemaMismatch
from llmspell.output.types import (
    Change,
    Format,
    FormatIssue,
    ParseAttempt,
    Recovery,
    Step,
)

from llmspell_runtime.output import formats
from llmspell_runtime.output.changes import Changes
from llmspell_runtime.output.extraction import extract
from llmspell_runtime.output.faults import NotReadable
from llmspell_runtime.output.fences import Fence, fences_for, find_fences
from llmspell_runtime.output.schemas import issues_of, prepared, told
from llmspell_runtime.output.thoughts import answer_start

_MENDED_FORMATS = (Format.JSON, Format.YAML, Format.XML)


class Parsed(NamedTuple):
    """A value, the step that gave it and what was changed on the way."""

    value: Any
    step: Step
    changes: list[Change]


def parse(text: str, format: Format, recovery: Recovery, schema: Mapping[str, Any] | None) -> Parsed:
    """The value of ``text``. Raises ParseFailed, SchemaMismatch, InvalidSchema, Unsafe, TooDeep and TooLarge."""
    return _Search(text, format, recovery, schema).found()


class _Search:
    """One text, and what the steps have found out about it."""

    def __init__(
        self, text: str, format: Format, recovery: Recovery, schema: Mapping[str, Any] | None
    ) -> None:
        self._text, self._format, self._recovery, self._schema = text, format, recovery, schema
        self._begin = answer_start(text)
        self._check = prepared(schema)
        self._attempts: list[ParseAttempt] = []
        self._issues: list[FormatIssue] = []
        """In what the first value that could be read does not meet the schema."""
        self._values: list[tuple[Any, list[Change]]] = []
        """What could be read, with what was changed for it."""

    def found(self) -> Parsed:
        for parsed in self._steps():
            if parsed is not None:
                return parsed
        if self._issues:
            raise SchemaMismatch(reason=told(self._issues), issues=self._issues)
        reason = self._attempts[0].reason
        if self._recovery is Recovery.STRICT and self._format in _MENDED_FORMATS:
            reason += "; recovery 'lenient' would mend it" if self._is_mendable() else ""
        elif len(self._attempts) > 1:
            reason = "; ".join(f"{attempt.step}: {attempt.reason}" for attempt in self._attempts)
        raise ParseFailed(format=self._format, reason=reason, attempts=self._attempts)

    def _is_mendable(self) -> bool:
        try:
            parse(self._text, self._format, Recovery.LENIENT, None)
        except Exception:
            return False
        return True

    def _steps(self) -> Iterator[Parsed | None]:
        yield self._strict()
        if self._recovery is Recovery.STRICT:
            return
        yield self._fenced()
        if self._format in _MENDED_FORMATS:
            yield self._repair()
        if self._recovery is Recovery.BEST_EFFORT and self._schema is not None:
            yield self._extraction()

    def _accepted(self, value: Any, changes: list[Change]) -> bool:
        """Whether ``value`` meets the schema; keeps in mind what was wrong with the first that does not."""
        issues = issues_of(self._check, value)
        if issues:
            self._values.append((value, changes))
            self._issues = self._issues or issues
        return not issues

    def _failed(self, step: Step, reason: str) -> None:
        self._attempts.append(ParseAttempt(step=step, reason=reason))

    def _strict(self) -> Parsed | None:
        try:
            value = formats.read(self._text, self._format)
        except NotReadable as error:
            self._failed(Step.STRICT, error.whole)
            return None
        if self._accepted(value, []):
            return Parsed(value, Step.STRICT, [])
        self._failed(Step.STRICT, "its value does not meet the schema")
        return None

    def _fenced(self) -> Parsed | None:
        reason = "there is no fenced block"
        for fence in fences_for(self._text, self._format, self._begin):
            try:
                value = formats.read(fence.text, self._format)
            except NotReadable as error:
                reason = f"the fenced block: {error.whole}"
                continue
            changes = Changes(self._text)
            self._tell(fence, changes)
            if self._accepted(value, changes.all()):
                return Parsed(value, Step.FENCED, changes.all())
            reason = "the value of the fenced block does not meet the schema"
        self._failed(Step.FENCED, reason)
        return None

    def _tell(self, fence: Fence, changes: Changes) -> None:
        message = "took the fenced block" if fence.closed else "took the fenced block, whose end is missing,"
        before = self._text[: fence.start].rstrip("\n").rpartition("\n")[0]
        after = self._text[fence.end :].partition("\n")[2] if fence.closed else ""
        around = len(before.strip()) + len(after.strip())
        if around:
            message += f" and left out the {around} characters around it"
        changes.add(message.rstrip(","), fence.start)

    def _repair(self) -> Parsed | None:
        reason = ""
        for text, fence in self._broken():
            changes = Changes(self._text)
            if fence is not None:
                self._tell(fence, changes)
            elif self._begin:
                changes.add(f"left out the {self._begin} characters of thought before the answer", 0)
            try:
                value = formats.mend(text, fence.start if fence else self._begin, self._format, changes)
            except NotReadable as error:
                reason = reason or error.whole
                continue
            if not len(changes):
                changes.add(f"read in spite of: {self._attempts[0].reason}")
            if self._accepted(value, changes.all()):
                return Parsed(value, Step.REPAIR, changes.all())
            reason = reason or "the mended value does not meet the schema"
        self._failed(Step.REPAIR, reason)
        return None

    def _broken(self) -> Iterator[tuple[str, Fence | None]]:
        """What to mend: the blocks that may hold the format, or else the whole text."""
        fences = fences_for(self._text, self._format, self._begin)
        for fence in fences:
            yield fence.text, fence
        if not fences:
            fences = find_fences(self._text, self._begin)
            if len(fences) == 1 and not fences[0].text.strip():
                return
            yield self._text[self._begin :], None

    def _extraction(self) -> Parsed | None:
        assert self._schema is not None and self._check is not None
        changes = Changes(self._text)
        try:
            answer = " " * self._begin + self._text[self._begin :]
            value = extract(answer, self._schema, self._check, self._values, changes)
        except NotReadable as error:
            self._failed(Step.EXTRACTION, error.whole)
            return None
        return Parsed(value, Step.EXTRACTION, changes.all())
