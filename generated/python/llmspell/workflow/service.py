"""What an implementation of workflow provides."""

from __future__ import annotations

import builtins
from abc import abstractmethod
from typing import Any, Generic, TypeVar

from bridge_runtime.resources import Resource
from bridge_runtime.service import Service
from bridge_runtime.values import UNSET, Unset

from .types import (
    DependencyGraph,
    Format,
    Pattern,
    RunInfo,
    RunOptions,
    RunResult,
    Status,
    ValidationResult,
    WorkflowDefinition,
    WorkflowInfo,
)

WorkflowT = TypeVar("WorkflowT", bound=Resource)
RunT = TypeVar("RunT", bound=Resource)


class WorkflowService(Service, Generic[WorkflowT, RunT]):
    """Steps that agents, tools, handlers and other workflows do, in an order that is written down.

    A workflow is a definition: a name, a pattern and steps. It is data, so it can be written in any
    language, kept as JSON or YAML, checked before anything runs and run many times; a run is one
    passage through it.

    **Steps.** `tool`, `agent` and `script` steps do work; `workflow` runs another workflow, `transform` computes a value,
    `wait` lets time pass and `emit` tells the session's subscribers. The patterns are steps too, and hold others:
    `sequential`, `parallel`, `conditional`, `loop`, `map_reduce`, `pipeline`. Every step has an `id`, unique in its
    definition.

    **Templates.** Wherever a step takes JSON, a text may hold expressions in braces: `{{search.output.title}}`. A text that
    is one template becomes the expression's value, with its type; in any other text values are written as they read, JSON
    for what is no text. Expressions are CEL, in templates as in `when`, `condition`, `for_each` and `over`, which take them
    without braces.

    **Names in expressions.** `input` is the run's input, `run` its `id` and `workflow`; each step that has ended stands under
    its id as `{status, output}`, with `error` when it failed and `failures` when a `collect` group has some. In loops and
    maps there are `item` (or the step's `variable`) and `index`; in a `reduce`, `results`; in a `fallback`, `error`;
    in a pipeline `previous`, the output of the step before, which in a loop is that of the round before. Steps within a
    loop or a map are seen only there.

    **Order.** A sequential group runs its steps as they are written, a pipeline too, handing each one's output to the next;
    a parallel group runs them at the same time, but each after those it names in `after` or in its expressions.

    **Failure.** A step that fails is tried again as its `retry` says, then its `fallback` steps run, then `on_error` decides
    whether the run goes on or fails with `workflow.step_failed`. After every step the run is checkpointed: it can be
    paused, kept as data, and go on later, in another session too, without repeating what is done.
    """

    @abstractmethod
    def create(self, definition: WorkflowDefinition) -> WorkflowT:
        """Make a workflow from its definition.

        Everything is checked, as workflow.validate does; nothing runs yet.

        Raises workflow.already_exists, workflow.invalid_definition.
        """

    @abstractmethod
    def destroy(self, workflow: WorkflowT) -> None:
        """Remove a workflow.

        Its runs go on.

        Raises workflow.not_found.
        """

    @abstractmethod
    async def execute(
        self, workflow: WorkflowT, input: Any | Unset | None = UNSET, options: RunOptions | None = None
    ) -> RunResult:
        """Run a workflow, and wait for what it comes to.

        Returns when the run has completed or is paused; a paused one is gone on with by workflow.resume,
        and its end is told by workflow.get_result. A run that fails raises `workflow.step_failed` with the
        step's error as its cause. Cancelling the call cancels the run.

        Raises workflow.not_found, workflow.invalid_definition, workflow.invalid_input, workflow.invalid_options, workflow.nested_too_deep, workflow.step_failed, workflow.timed_out, workflow.cancelled, workflow.file_failed, workflow.invalid_file.
        """

    @abstractmethod
    async def start(
        self, workflow: WorkflowT, input: Any | Unset | None = UNSET, options: RunOptions | None = None
    ) -> RunT:
        """Begin a run and return; workflow.get_result waits for it.

        Raises workflow.not_found, workflow.invalid_definition, workflow.invalid_input, workflow.invalid_options, workflow.nested_too_deep, workflow.file_failed, workflow.invalid_file.
        """

    @abstractmethod
    async def pause(self, run: RunT) -> None:
        """Let no further step of a run begin.

        Returns at once; the run is paused when the steps under way have ended, which workflow.get_result
        waits for. Time limits stand still meanwhile. A run that has ended stays as it is.

        Raises workflow.run_not_found.
        """

    @abstractmethod
    async def resume(self, run: RunT) -> None:
        """Let a paused run go on.

        Returns at once; workflow.get_result waits for the run. A run that is not paused stays as it is.

        Raises workflow.run_not_found.
        """

    @abstractmethod
    async def cancel(self, run: RunT) -> None:
        """End a run, and the steps under way with it.

        Returns when they have ended. What a handler of the program's own has begun it goes on with, on its
        own thread; its result is dropped. A run that has ended stays as it is.

        Raises workflow.run_not_found.
        """

    @abstractmethod
    def get_status(self, run: RunT) -> Status:
        """How far a run has come.

        Raises workflow.run_not_found.
        """

    @abstractmethod
    async def get_result(self, run: RunT, timeout_seconds: float | None = None) -> RunResult:
        """Wait until a run has ended or is paused, and tell what it has come to.

        A run that failed or was cancelled raises its error. Cancelling this call leaves the run alone.

        Raises workflow.run_not_found, workflow.step_failed, workflow.timed_out, workflow.cancelled, workflow.file_failed, workflow.invalid_file.
        """

    @abstractmethod
    def discard(self, run: RunT) -> None:
        """Let go of a run; one that has not ended is stopped.

        Raises workflow.run_not_found.
        """

    @abstractmethod
    def list(self) -> builtins.list[WorkflowInfo]:
        """The session's workflows, in the order in which they were made."""

    @abstractmethod
    def get(self, name: str) -> WorkflowT:
        """The workflow of a name.

        Raises workflow.not_found.
        """

    @abstractmethod
    def get_info(self, workflow: WorkflowT) -> WorkflowInfo:
        """What is known of a workflow.

        Raises workflow.not_found.
        """

    @abstractmethod
    def get_definition(self, workflow: WorkflowT) -> WorkflowDefinition:
        """The definition that a workflow was made from.

        Raises workflow.not_found.
        """

    @abstractmethod
    def validate(self, definition: WorkflowDefinition) -> ValidationResult:
        """Check a definition without making or running anything.

        Finds cycles, unknown steps, names, tools, agents, handlers and workflows, missing inputs, bad
        expressions and templates, and ids that stand twice, all at once. What a definition needs must be in
        the session.
        """

    @abstractmethod
    def list_runs(self, workflow: WorkflowT | None = None) -> builtins.list[RunInfo]:
        """The session's runs, in the order in which they began.

        Runs of workflow.execute are among them until they have ended, the others until they are discarded.

        Raises workflow.not_found.
        """

    @abstractmethod
    def compose(
        self, name: str, workflows: builtins.list[str], pattern: Pattern = Pattern.SEQUENTIAL
    ) -> WorkflowT:
        """Make one workflow of several.

        Each becomes a step that runs it: one after the other with the same input, at the same time
        (`parallel`), or each with the output of the one before (`pipeline`). What was composed does not
        change with its parts.

        Raises workflow.not_found, workflow.already_exists, workflow.invalid_definition.
        """

    @abstractmethod
    def get_dependencies(self, workflow: WorkflowT) -> DependencyGraph:
        """Which steps depend on which, and an order that respects it.

        Raises workflow.not_found.
        """

    @abstractmethod
    def serialize(self, workflow: WorkflowT, format: Format = Format.JSON) -> str:
        """Write a workflow down as text.

        The text has a format and a version. workflow.deserialize makes an equal workflow of it; one that
        would be too long for that is written as JSON without spaces, in YAML too.

        Raises workflow.not_found.
        """

    @abstractmethod
    def deserialize(self, text: str, format: Format | None = None) -> WorkflowT:
        """Make a workflow from text.

        Everything is checked, as in workflow.create.

        Raises workflow.invalid_document, workflow.already_exists, workflow.invalid_definition.
        """

    @abstractmethod
    def get_checkpoint(self, run: RunT) -> dict[str, Any]:
        """A run as data, from which it can go on.

        Holds the definition with all workflows that it names, the input, and what has come of every step,
        at any moment of the run. Keep it wherever JSON is kept; workflow.restore makes a run of it.

        Raises workflow.run_not_found.
        """

    @abstractmethod
    async def restore(self, checkpoint: dict[str, Any], options: RunOptions | None = None) -> RunT:
        """Make a run of a checkpoint, in this session or another than it began in.

        It is paused; after workflow.resume it goes on, and steps that were completed do not run again.

        Raises workflow.invalid_checkpoint, workflow.invalid_definition, workflow.invalid_options, workflow.nested_too_deep, workflow.run_in_use, workflow.file_failed, workflow.invalid_file.
        """

    @abstractmethod
    async def recover(self, path: str) -> builtins.list[RunT]:
        """The runs that a file of checkpoints holds and that have not ended, each ready to go on.

        After a crash, or in a new session: they are paused, and workflow.resume lets them go on; the file
        is told of their further steps. Runs that are live, in this process or another one of this machine,
        are left alone.

        Raises workflow.invalid_checkpoint, workflow.invalid_definition, workflow.nested_too_deep, workflow.run_in_use, workflow.file_failed, workflow.invalid_file.
        """
