"""What stands behind the handles: a workflow that was checked, and one passage through it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from bridge_runtime.resources import Resource
from llmspell.workflow.types import Pattern, WorkflowInfo

from llmspell_runtime.workflow.closing import names_workflows
from llmspell_runtime.workflow.engine import Engine


class Workflow(Resource):
    """A definition, as JSON, that was found to be without faults."""

    def __init__(self, definition: Mapping[str, Any], size: int) -> None:
        """``size`` is how many steps it has."""
        self.definition = definition
        self.size = size
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
            steps=self.size,
            runs=self.runs,
        )


class Run(Resource):
    """One run, by its id at the engine."""

    def __init__(self, id: str, workflow: str, engine: Engine, runs: MutableMapping[str, Run]) -> None:
        """``runs`` is where it is found by its id, until it is closed."""
        self.id, self.workflow, self._engine, self._runs = id, workflow, engine, runs

    async def aclose(self) -> None:
        await self._engine.forget(self.id)
        self._runs.pop(self.id, None)
