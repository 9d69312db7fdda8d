"""A definition made ready to run: steps with their expressions compiled and their order known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from llmspell.workflow.types import Kind

from llmspell_runtime.workflow.formulas import Formula, Template


@dataclass(frozen=True, slots=True)
class Retrying:
    """When a step is tried again, and after which pauses (in seconds)."""

    attempts: int = 1
    delay: float = 1.0
    factor: float = 2.0
    max_delay: float = 60.0
    codes: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Node:
    """One step. ``place`` is the JSON pointer to it in its definition."""

    id: str
    kind: Kind
    place: str
    when: Formula | None = None
    continues: bool = False
    """Whether the run goes on when it failed for good."""
    fallback: Block | None = None
    timeout: float | None = None


@dataclass(slots=True, eq=False)
class Leaf(Node):
    """A step that does work."""

    step: Mapping[str, Any] = field(default_factory=dict)
    """The step as it is written."""
    given: Template | None = None
    """What it works on; None when the definition leaves it out."""
    retry: Retrying = Retrying()


@dataclass(slots=True, eq=False)
class Nested(Node):
    """A step that runs another workflow."""

    plan: Plan | None = None
    given: Template | None = None


@dataclass(slots=True, eq=False)
class Group(Node):
    """A step that holds others. Which fields count depends on its kind."""

    body: Block | None = None
    otherwise: Block | None = None
    reduce: Block | None = None
    condition: Formula | None = None
    items: Formula | None = None
    repeat_while: Formula | None = None
    repeat_until: Formula | None = None
    variable: str = "item"
    max_iterations: int = 0
    max_concurrency: int = 0
    collects: bool = False


@dataclass(slots=True, eq=False)
class Block:
    """Steps that follow each other, or that wait for each other only where they must."""

    nodes: list[Node]
    is_parallel: bool = False
    is_pipeline: bool = False
    waits_for: list[tuple[int, ...]] = field(default_factory=list)
    """In a parallel block: for each step the numbers of those that end before it begins."""
    order: list[int] = field(default_factory=list)
    """Numbers of the steps, each after those that it waits for."""


@dataclass(slots=True, eq=False)
class Plan:
    """A whole workflow."""

    name: str
    root: Group
    ids: frozenset[str]
    """The ids of all its steps, those of nested workflows not among them."""
    input_schema: Mapping[str, Any] | None
    output: Template | None
    timeout: float | None
    uses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each step that sees others in its expressions: their ids."""
    size: int = 0
    """How many steps, those of nested workflows included."""
