"""The workflow service: the bridge's functions over a book of definitions and an engine."""

from __future__ import annotations

import asyncio
import builtins
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError, Timeout
from bridge_runtime.pump import AsynchronousCaller, current
from bridge_runtime.values import UNSET, Unset, write_json
from llmspell.workflow.errors import (
    AlreadyExists,
    Cancelled,
    InvalidDefinition,
    InvalidOptions,
    NotFound,
)
from llmspell.workflow.service import WorkflowService
from llmspell.workflow.types import (
    RunOptions,
    RunResult,
    Status,
    ValidationResult,
    WorkflowDefinition,
    WorkflowInfo,
)

from llmspell_runtime.workflow.checks import faults_of
from llmspell_runtime.workflow.closing import Closing
from llmspell_runtime.workflow.compiler import compile_definition
from llmspell_runtime.workflow.engine import Ending, Order
from llmspell_runtime.workflow.executor import SessionSteps
from llmspell_runtime.workflow.faults import Fault, in_words, issues_of
from llmspell_runtime.workflow.in_process import InProcessEngine, Sleep, plan_of
from llmspell_runtime.workflow.reporting import Reporter, result_of
from llmspell_runtime.workflow.resources import Run, Workflow
from llmspell_runtime.workflow.values import checked_input

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class Workflows(WorkflowService[Workflow, Run]):
    """The workflows of one session, and their runs."""

    def __init__(self, session: Session, sleep: Sleep = asyncio.sleep) -> None:
        """``sleep`` is how steps and retries wait."""
        super().__init__(session)
        self._workflows: dict[str, Workflow] = {}
        self._runs: dict[str, Run] = {}
        """Runs by their ids, which are unique everywhere; handles are so in the session only."""
        steps = SessionSteps(session, sleep, lambda run: self._runs[run].handle)
        self._engine = InProcessEngine(steps, Reporter(session, self._runs), sleep=sleep)

    # --- definitions

    def create(self, definition: WorkflowDefinition) -> Workflow:
        written = _as_json(definition)
        if written["name"] in self._workflows:
            raise AlreadyExists(workflow=written["name"])
        _require_none(written["name"], faults_of(self.session, written, self._find))
        workflow = Workflow(written, compile_definition(written)[0].size)
        self._workflows[workflow.name] = workflow
        return workflow

    def destroy(self, workflow: Workflow) -> None:
        self._workflows.pop(workflow.name, None)

    def validate(self, definition: WorkflowDefinition) -> ValidationResult:
        faults = faults_of(self.session, _as_json(definition), self._find)
        return ValidationResult(valid=not faults, issues=issues_of(faults))

    def _find(self, name: str) -> Mapping[str, Any] | None:
        workflow = self._workflows.get(name)
        return None if workflow is None else workflow.definition

    def list(self) -> builtins.list[WorkflowInfo]:
        return [workflow.info() for workflow in self._workflows.values()]

    def get(self, name: str) -> Workflow:
        workflow = self._workflows.get(name)
        if workflow is None:
            raise NotFound(workflow=name)
        return workflow

    def get_info(self, workflow: Workflow) -> WorkflowInfo:
        return workflow.info()

    def get_definition(self, workflow: Workflow) -> WorkflowDefinition:
        return WorkflowDefinition.model_validate(workflow.definition)

    # --- runs

    async def execute(
        self, workflow: Workflow, input: Any | Unset | None = UNSET, options: RunOptions | None = None
    ) -> RunResult:
        run = await self._begin(workflow, input, options)
        try:
            ending = await self._engine.result(run.id)
        except asyncio.CancelledError:
            await self._engine.cancel(run.id)
            await self.session.arelease(run)
            raise
        if ending.status != Status.PAUSED:
            await self.session.arelease(run)
        return _result(run, ending)

    async def start(
        self, workflow: Workflow, input: Any | Unset | None = UNSET, options: RunOptions | None = None
    ) -> Run:
        token = current.set(_apart())
        try:
            return await self._begin(workflow, input, options)
        finally:
            current.reset(token)

    async def _begin(self, workflow: Workflow, input: Any | Unset | None, options: RunOptions | None) -> Run:
        definition = self._closed(workflow)
        plan = plan_of(definition)
        order = Order(uuid.uuid4().hex, definition, None if input is UNSET else input)
        checked_input(plan.name, plan.input_schema, order.input)
        order.timeout = (options.timeout_seconds if options else None) or plan.timeout
        order.pause_after = frozenset((options.pause_after if options else None) or ())
        unknown = sorted(order.pause_after - plan.ids)
        if unknown:
            reason = f"pause_after names {', '.join(unknown)}; the steps are {', '.join(sorted(plan.ids))}"
            raise InvalidOptions(workflow=plan.name, reason=reason)
        run = await self._enter(order)
        workflow.runs += 1
        return run

    async def _enter(self, order: Order) -> Run:
        """Give a run its handle, and start it."""
        run = Run(order.run, plan_of(order.definition).name, self._engine, self._runs)
        self.session.handles.add("workflow.Run", run)
        self._runs[order.run] = run
        await self._engine.start(order)
        return run

    def _closed(self, workflow: Workflow) -> str:
        """The definition as an engine takes it. Raises InvalidDefinition when a workflow that it names is gone."""
        if not workflow.names_others:
            workflow.closed = workflow.closed or write_json(workflow.definition)
            return workflow.closed
        closing = Closing(self._find)
        closed = closing.close(workflow.definition)
        _, faults = compile_definition(closed)
        _require_none(workflow.name, [*closing.faults, *faults])
        return write_json(closed)

    async def pause(self, run: Run) -> None:
        await self._engine.pause(run.id)

    async def resume(self, run: Run) -> None:
        await self._engine.resume(run.id)

    async def cancel(self, run: Run) -> None:
        await self._engine.cancel(run.id)

    def get_status(self, run: Run) -> Status:
        return self._engine.status(run.id)

    async def get_result(self, run: Run, timeout_seconds: float | None = None) -> RunResult:
        try:
            async with asyncio.timeout(timeout_seconds) as timeout:
                ending = await self._engine.result(run.id)
        except TimeoutError:
            if not timeout.expired() or timeout_seconds is None:
                raise
            raise Timeout(seconds=timeout_seconds) from None
        return _result(run, ending)

    def discard(self, run: Run) -> None:
        """What stops it is its being closed."""


def _as_json(definition: WorkflowDefinition) -> dict[str, Any]:
    written: dict[str, Any] = definition.model_dump(mode="json", exclude_unset=True)
    return written


def _require_none(workflow: str, faults: builtins.list[Fault]) -> None:
    if faults:
        raise InvalidDefinition(workflow=workflow, reason=in_words(faults), issues=issues_of(faults))


def _result(run: Run, ending: Ending) -> RunResult:
    """What came of a run; raises its error."""
    if ending.status == Status.CANCELLED:
        raise Cancelled(run=run.handle, workflow=run.workflow)
    if ending.error is not None:
        raise _apart_from(ending.error)
    return result_of(run, ending)


def _apart_from(error: BridgeError) -> BridgeError:
    """``error`` as if it were raised for the first time: it may be asked for more than once."""
    error.__traceback__ = None
    return error


def _apart() -> AsynchronousCaller:
    """A root call of its own: the thread of the call that started a run must not be held for its steps."""
    outer, apart = current.get(), AsynchronousCaller()
    if outer is not None:
        apart.trace_id = outer.trace_id
    return apart
