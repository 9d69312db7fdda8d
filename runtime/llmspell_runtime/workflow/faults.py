"""What is wrong with a definition, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from llmspell.workflow.types import Issue, IssueCode


class Fault(NamedTuple):
    """One fault: a JSON pointer into the definition, its kind, and what to do about it."""

    path: str
    code: IssueCode
    message: str


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults in the order of their paths, each once."""
    return sorted(dict.fromkeys(faults), key=lambda fault: (_steps_of(fault.path), fault.code, fault.message))


def _steps_of(path: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in path.split("/")]


def issues_of(faults: Iterable[Fault]) -> list[Issue]:
    """The faults as the interface shows them."""
    return [Issue(path=fault.path, code=fault.code, message=fault.message) for fault in faults]


def in_words(faults: Iterable[Fault]) -> str:
    """All faults in one line, each with its place."""
    return "; ".join(f"{fault.path or '/'}: {fault.message}" for fault in faults)
