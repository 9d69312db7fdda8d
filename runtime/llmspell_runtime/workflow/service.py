"""The workflow service: the bridge's functions over a book of definitions and an engine."""

from __future__ import annotations

import asyncio
import builtins
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import anyio.to_thread
from bridge_runtime.errors import BridgeError, Timeout
from bridge_runtime.pump import AsynchronousCaller, current
from bridge_runtime.values import UNSET, Unset, copied, write_json
from llmspell.workflow.constants import Limit
from llmspell.workflow.errors import (
    AlreadyExists,
    Cancelled,
    InvalidCheckpoint,
    InvalidDefinition,
    InvalidDocument,
    InvalidOptions,
    NestedTooDeep,
    NotFound,
    RunInUse,
)
from llmspell.workflow.service import WorkflowService
from llmspell.workflow.types import (
    DependencyGraph,
    Format,
    IssueCode,
    Pattern,
    RunInfo,
    RunOptions,
    RunResult,
    Status,
    ValidationResult,
    WorkflowDefinition,
    WorkflowInfo,
)

from llmspell_runtime.workflow import documents
from llmspell_runtime.workflow.checkpoint_files import CheckpointFile, Checkpoints
from llmspell_runtime.workflow.checkpoints import NotCheckpoint, order_of, written
from llmspell_runtime.workflow.checks import faults_of, needs_of
from llmspell_runtime.workflow.closing import Closing
from llmspell_runtime.workflow.compiler import compile_definition
from llmspell_runtime.workflow.composing import composed
from llmspell_runtime.workflow.dependencies import dependencies_of
from llmspell_runtime.workflow.engine import Ending, Order
from llmspell_runtime.workflow.executor import SessionSteps
from llmspell_runtime.workflow.faults import Fault, in_words, issues_of
from llmspell_runtime.workflow.in_process import InProcessEngine, Sleep, plan_of
from llmspell_runtime.workflow.plan import Plan
from llmspell_runtime.workflow.reporting import Reporter, as_json, info_of, result_of
from llmspell_runtime.workflow.resources import Run, Workflow
from llmspell_runtime.workflow.values import checked_input

if TYPE_CHECKING:
    from bridge_runtime.session import Session

_depth: ContextVar[int] = ContextVar("depth of runs that steps of runs began", default=0)


class Workflows(WorkflowService[Workflow, Run]):
    """The workflows of one session, and their runs."""

    def __init__(self, session: Session, sleep: Sleep = asyncio.sleep) -> None:
        """``sleep`` is how steps and retries wait."""
        super().__init__(session)
        self._workflows: dict[str, Workflow] = {}
        self._runs: dict[str, Run] = {}
        """Runs by their ids, which are unique everywhere; handles are so in the session only."""
        steps = SessionSteps(session, sleep, lambda run: self._runs[run].handle)
        self._keeper = Checkpoints()
        self._engine = InProcessEngine(steps, Reporter(session, self._runs), self._keeper, sleep)

    # --- definitions

    def create(self, definition: WorkflowDefinition) -> Workflow:
        return self._add(_as_json(definition))

    def _add(self, written: dict[str, Any]) -> Workflow:
        """The workflow of a definition, found to be without faults."""
        if written["name"] in self._workflows:
            raise AlreadyExists(workflow=written["name"])
        _require_none(written["name"], faults_of(self.session, written, self._find))
        workflow = Workflow(written, compile_definition(written)[0])
        self._workflows[workflow.name] = workflow
        return workflow

    def destroy(self, workflow: Workflow) -> None:
        self._workflows.pop(workflow.name, None)

    def validate(self, definition: WorkflowDefinition) -> ValidationResult:
        try:
            issues = issues_of(faults_of(self.session, _as_json(definition), self._find))
        except InvalidDefinition as error:
            issues = error.fields["issues"]
        return ValidationResult(valid=not issues, issues=issues)

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
        return WorkflowDefinition.model_validate(copied(workflow.definition))

    def get_dependencies(self, workflow: Workflow) -> DependencyGraph:
        return dependencies_of(workflow.plan)

    def compose(
        self, name: str, workflows: builtins.list[str], pattern: Pattern = Pattern.SEQUENTIAL
    ) -> Workflow:
        return self._add(composed(name, [self.get(part).definition for part in workflows], pattern))

    def serialize(self, workflow: Workflow, format: Format = Format.JSON) -> str:
        return documents.write(workflow.definition, format)

    def deserialize(self, text: str, format: Format | None = None) -> Workflow:
        try:
            definition = documents.read(text, format)
        except documents.NotWorkflow as error:
            raise InvalidDocument(reason=str(error)) from None
        return self._add(_as_json(definition))

    # --- runs

    async def execute(
        self, workflow: Workflow, input: Any | Unset | None = UNSET, options: RunOptions | None = None
    ) -> RunResult:
        run = await self._begin(workflow, input, options)
        try:
            ending = await self._engine.result(run.id)
        except asyncio.CancelledError:
            if not self.session.closed:  # else a file that keeps it still holds it, to be recovered
                await self._engine.cancel(run.id)
            await self.session.arelease(run)
            raise
        if ending.status != Status.PAUSED:
            await self.session.arelease(run)
        return _result(run, ending)

    async def start(
        self, workflow: Workflow, input: Any | Unset | None = UNSET, options: RunOptions | None = None
    ) -> Run:
        with _apart():
            return await self._begin(workflow, input, options)

    async def _begin(self, workflow: Workflow, input: Any | Unset | None, options: RunOptions | None) -> Run:
        definition = self._closed(workflow)
        plan = plan_of(definition)
        given = None if input is UNSET else copied(input)
        checked_input(plan.name, plan.input_schema, given)
        order = Order(uuid.uuid4().hex, definition, given, timeout=plan.timeout)
        run = await self._enter(order, options, workflow)
        workflow.runs += 1
        return run

    async def _enter(self, order: Order, options: RunOptions | None, workflow: Workflow | None = None) -> Run:
        """Give a run its handle, and start it."""
        plan = plan_of(order.definition)
        file = None
        if options is not None:
            order.timeout = options.timeout_seconds or order.timeout
            order.pause_after = _steps_to_pause_after(options, plan)
            file = await self._file(options.checkpoint_file) if options.checkpoint_file else None
        return await self._put(Run(order, plan.name, workflow, self._let_go), file)

    async def _put(self, run: Run, file: CheckpointFile | None) -> Run:
        depth = _depth.get()
        if depth >= Limit.NESTING:
            raise NestedTooDeep(workflow=run.workflow, limit=Limit.NESTING)
        if run.id in self._runs:
            raise RunInUse(id=run.id)
        self.session.handles.add("workflow.Run", run)
        self._runs[run.id] = run
        before = _depth.set(depth + 1)
        try:
            if file is not None:
                await self._keeper.keep(run.order, file)
            await self._engine.start(run.order)
        except BaseException:
            self._runs.pop(run.id, None)
            self.session.handles.remove(run)
            raise
        finally:
            _depth.reset(before)
        return run

    async def _file(self, path: str) -> CheckpointFile:
        return await self._keeper.file(self.session.permissions.require_path("fs.write", path), path)

    async def _let_go(self, run: Run) -> None:
        await self._engine.forget(run.id)
        await self._keeper.leave(run.id)
        self._runs.pop(run.id, None)

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

    def list_runs(self, workflow: Workflow | None = None) -> builtins.list[RunInfo]:
        runs = list(self._runs.values())
        return [
            info_of(run, self._engine.so_far(run.id))
            for run in runs
            if workflow is None or run.owner is workflow
        ]

    # --- checkpoints

    def get_checkpoint(self, run: Run) -> dict[str, Any]:
        ending = self._engine.so_far(run.id)
        return {
            **written(run.order),
            "status": ending.status.value,
            "elapsed_seconds": ending.elapsed,
            "steps": copied([as_json(outcome) for outcome in ending.outcomes]),
        }

    async def restore(self, checkpoint: dict[str, Any], options: RunOptions | None = None) -> Run:
        with _apart():
            run = await self._enter(self._order(checkpoint), options)
            await self._engine.result(run.id)
        return run

    async def recover(self, path: str) -> builtins.list[Run]:
        file = await self._file(path)
        found = [self._order(checkpoint) for checkpoint in await anyio.to_thread.run_sync(file.unfinished)]
        runs = []
        with _apart():
            for order in found:
                name = plan_of(order.definition).name
                runs.append(await self._put(Run(order, name, None, self._let_go), file))
            for run in runs:
                await self._engine.result(run.id)
        return runs

    def _order(self, checkpoint: Mapping[str, Any]) -> Order:
        """The run that a checkpoint stands for, found to be able to go on in this session; paused."""
        try:
            order = order_of(checkpoint, self.session.interface.error)
        except NotCheckpoint as error:
            raise InvalidCheckpoint(reason=str(error)) from None
        definition = checkpoint["definition"]
        _, faults = compile_definition(definition)
        _require_none(definition["name"], [*faults, *needs_of(self.session, definition)])
        order.paused = True
        return order

    def _close(self) -> None:
        self._keeper.close()


def _as_json(definition: WorkflowDefinition) -> dict[str, Any]:
    """Raises InvalidDefinition for one that has no text."""
    try:
        written: dict[str, Any] = definition.model_dump(mode="json", exclude_unset=True)
    except ValueError:  # pydantic writes 255 levels
        message = "its steps, and the values in them, lie too deep in one another; make it flatter"
        _require_none(definition.name, [Fault("", IssueCode.LIMIT, message)])
        raise
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


@contextmanager
def _apart() -> Iterator[None]:
    """A root call of its own: the thread of the call that started a run must not be held for its steps."""
    outer, apart = current.get(), AsynchronousCaller()
    if outer is not None:
        apart.trace_id = outer.trace_id
    token = current.set(apart)
    try:
        yield
    finally:
        current.reset(token)


def _steps_to_pause_after(options: RunOptions, plan: Plan) -> frozenset[str]:
    """Raises InvalidOptions."""
    steps = frozenset(options.pause_after or ())
    unknown = sorted(steps - plan.ids)
    if unknown:
        reason = f"pause_after names {', '.join(unknown)}; the steps are {', '.join(sorted(plan.ids))}"
        raise InvalidOptions(workflow=plan.name, reason=reason)
    return steps
