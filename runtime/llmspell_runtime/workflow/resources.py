"""What stands behind the handles: a workflow that was checked, and one passage through it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bridge_runtime.resources import Resource
from llmspell.workflow.types import Pattern, WorkflowInfo

from llmspell_runtime.workflow.closing import names_workflows
from llmspell_runtime.workflow.engine import Order
from llmspell_runtime.workflow.plan import Plan

Release = Callable[["Run"], Awaitable[None]]


class Workflow(Resource):
    """A definition, as JSON, that was found to be without faults."""

    def __init__(self, definition: Mapping[str, Any], plan: Plan) -> None:
        """``plan`` is what the definition compiles to; workflows that it names are not within."""
        self.definition = definition
        self.plan = plan
        self.runs = 0
        self.closed = ""
        """The definition as an engine takes it; empty when it names others, which may change."""
        self.names_others = names_workflows(definition)

    @property
    def name(self) -> str:
        name: str = self.definition["name"]
        return name

    def info(self) -> WorkflowInfo:
        return WorkflowInfo(
            id=self.handle,
            name=self.name,
            description=self.definition.get("description"),
            pattern=Pattern(self.definition.get("pattern", Pattern.SEQUENTIAL)),
            steps=self.plan.size,
            runs=self.runs,
        )


class Run(Resource):
    """One run, by its id at the engine."""

    def __init__(self, order: Order, workflow: str, owner: Workflow | None, release: Release) -> None:
        """``owner`` is the workflow that it was begun with, when this session did; ``release`` lets go of it."""
        self.order, self.workflow, self.owner, self._release = order, workflow, owner, release

    @property
    def id(self) -> str:
        """Unique everywhere; the handle is so in the session only."""
        return self.order.run

    async def aclose(self) -> None:
        await self._release(self)
