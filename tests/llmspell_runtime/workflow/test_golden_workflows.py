"""Definitions beside what they come to, and bad ones beside what is wrong with them; a case is two files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import llmspell
import pytest
from llmspell import BridgeError
from llmspell.workflow.types import StepOutcome, StepStatus
from llmspell_runtime.yaml_text import read_yaml

HERE = Path(__file__).parent


def cases(folder: str, suffix: str) -> list[Any]:
    found = sorted((HERE / folder).glob("*.yaml"))
    assert found and {path.stem for path in found} == {
        path.stem for path in (HERE / folder).glob(f"*{suffix}")
    }
    return [pytest.param(path, path.with_suffix(suffix), id=path.stem) for path in found]


@contextmanager
def opened() -> Iterator[llmspell.Session]:
    """A session with the handlers that the definitions name."""
    tries = count(1)

    def flaky(value: Any) -> int:
        attempt = next(tries)
        if attempt < 3:
            raise ValueError("not yet")
        return attempt

    def broken(value: Any) -> None:
        raise ValueError("out of order")

    with llmspell.Session() as session:
        for name, handler in {
            "double": lambda value: value * 2,
            "half": lambda value: value / 2,
            "upper": str.upper,
            "flaky": flaky,
            "broken": broken,
        }.items():
            session.script.register_handler(name, handler)
        yield session


def in_text(value: Any) -> str:
    """JSON with its keys in order, which expressions do not keep."""
    return json.dumps(value, sort_keys=True)


def line(step: StepOutcome) -> str:
    """A step in a trace."""
    told = f"{step.key}: {step.status.value}"
    if step.status is StepStatus.COMPLETED:
        told += f" {in_text(step.output)}"
    if step.error is not None:
        told += f" {step.error.code}"
    return told if step.attempts < 2 else f"{told} in {step.attempts} attempts"


def trace(session: llmspell.Session, definition: Path, input: Any) -> list[str]:
    """What a run comes to: a line for each step, and one for its end."""
    flow = session.workflow.deserialize(definition.read_text())
    seen: list[str] = []
    session.on("workflow.step", lambda event: seen.append(line(StepOutcome.model_validate(step(event.data)))))
    try:
        result = flow.execute(input)
    except BridgeError as error:
        cause = error.cause
        return [
            *seen,
            f"error: {error.code} at {error.fields['step']}, because of {cause.code if cause else None}",
        ]
    assert [line(outcome) for outcome in result.steps] == seen
    return [*seen, f"output: {in_text(result.output)}"]


def step(data: Any) -> dict[str, Any]:
    """An event of a step as what came of the step."""
    shown = data if isinstance(data, dict) else data.model_dump(mode="json", exclude_unset=True)
    return {name: value for name, value in shown.items() if name not in ("run", "workflow")}


@pytest.mark.parametrize(("definition", "expected"), cases("traces", ".trace"))
def test_a_run_comes_to_this(definition: Path, expected: Path) -> None:
    first, *lines = expected.read_text().splitlines()
    with opened() as session:
        assert trace(session, definition, json.loads(first.removeprefix("input: "))) == lines


@pytest.mark.parametrize(("definition", "expected"), cases("faults", ".issues"))
def test_a_definition_has_these_faults(definition: Path, expected: Path) -> None:
    written = read_yaml(definition.read_text())
    with opened() as session:
        found = session.workflow.validate(**written)
        assert not found.valid
        assert [
            f"{issue.path} {issue.code.value}" for issue in found.issues
        ] == expected.read_text().splitlines()
        with pytest.raises(BridgeError) as refused:
            session.workflow.create(**written)
        assert refused.value.code == "workflow.invalid_definition"
        assert refused.value.fields["issues"] == found.issues
        assert session.workflow.list() == []
