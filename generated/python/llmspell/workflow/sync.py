"""Steps that agents, tools, handlers and other workflows do, in an order that is written down. For synchronous programs."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Any, Literal

from bridge_runtime import clients
from bridge_runtime.values import UNSET, Unset

from .types import (
    DependencyGraph,
    ErrorMode,
    Format,
    Pattern,
    RunInfo,
    RunOptions,
    RunResult,
    Status,
    Step,
    ValidationResult,
    WorkflowDefinition,
    WorkflowInfo,
)


class Workflow(clients.Resource):
    """A definition that was checked, ready to run."""

    def destroy(self) -> None:
        """Remove a workflow.

        Its runs go on.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        self.core.call("workflow.destroy", {"workflow": self})

    def execute(
        self,
        input: Any | Unset | None = UNSET,
        *,
        pause_after: list[str] | None = None,
        timeout_seconds: float | None = None,
        checkpoint_file: str | None = None,
    ) -> RunResult:
        """Run a workflow, and wait for what it comes to.

        Returns when the run has completed or is paused; a paused one is gone on with by workflow.resume,
        and its end is told by workflow.get_result. A run that fails raises `workflow.step_failed` with the
        step's error as its cause. Cancelling the call cancels the run.

        Args:
            input: What expressions see as `input`; null when left out.
            pause_after: Ids of steps after which the run pauses.
            timeout_seconds: Instead of the workflow's own.
            checkpoint_file: An SQLite file, under fs.write, that is told of every step before the next begins; workflow.recover
                goes on from it after a crash. Many runs may share one.

        Returns:
            What came of a run so far.

        Raises:
            NotFound: No workflow has this handle or name.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
            InvalidInput: The input does not fit the workflow's schema, or is too large.
            InvalidOptions: The options of a run speak of what is not there.
            NestedTooDeep: Steps begin runs whose steps begin runs, without end.
            StepFailed: A step failed for good; the cause is its error, whose recovery is taken over.
            TimedOut: The run took longer than its limit; the step that ran was cancelled.
            Cancelled: The run was cancelled with workflow.cancel.
            FileFailed: A file of checkpoints could not be read or written.
            InvalidFile: The file does not hold checkpoints of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            pause_after=pause_after,
            timeout_seconds=timeout_seconds,
            checkpoint_file=checkpoint_file,
        )
        result: RunResult = self.core.call(
            "workflow.execute", {"workflow": self, "input": input, "options": options}
        )
        return result

    def start(
        self,
        input: Any | Unset | None = UNSET,
        *,
        pause_after: list[str] | None = None,
        timeout_seconds: float | None = None,
        checkpoint_file: str | None = None,
    ) -> Run:
        """Begin a run and return; workflow.get_result waits for it.

        Args:
            input: What expressions see as `input`; null when left out.
            pause_after: Ids of steps after which the run pauses.
            timeout_seconds: Instead of the workflow's own.
            checkpoint_file: An SQLite file, under fs.write, that is told of every step before the next begins; workflow.recover
                goes on from it after a crash. Many runs may share one.

        Returns:
            One passage through a workflow.

        Raises:
            NotFound: No workflow has this handle or name.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
            InvalidInput: The input does not fit the workflow's schema, or is too large.
            InvalidOptions: The options of a run speak of what is not there.
            NestedTooDeep: Steps begin runs whose steps begin runs, without end.
            FileFailed: A file of checkpoints could not be read or written.
            InvalidFile: The file does not hold checkpoints of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            pause_after=pause_after,
            timeout_seconds=timeout_seconds,
            checkpoint_file=checkpoint_file,
        )
        result = self.core.call("workflow.start", {"workflow": self, "input": input, "options": options})
        return Run.of(self.core, result)

    def get_info(self) -> WorkflowInfo:
        """What is known of a workflow.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: WorkflowInfo = self.core.call("workflow.get_info", {"workflow": self})
        return result

    def get_definition(self) -> WorkflowDefinition:
        """The definition that a workflow was made from.

        Returns:
            A workflow, as it is written down.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: WorkflowDefinition = self.core.call("workflow.get_definition", {"workflow": self})
        return result

    def get_dependencies(self) -> DependencyGraph:
        """Which steps depend on which, and an order that respects it.

        Returns:
            Which steps of a workflow depend on which.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: DependencyGraph = self.core.call("workflow.get_dependencies", {"workflow": self})
        return result

    def serialize(self, format: Format | Literal["json", "yaml"] = Format.JSON) -> str:
        """Write a workflow down as text.

        The text has a format and a version. workflow.deserialize makes an equal workflow of it; one that
        would be too long for that is written as JSON without spaces, in YAML too.

        Args:
            format: JSON or YAML.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: str = self.core.call("workflow.serialize", {"workflow": self, "format": format})
        return result

    def __enter__(self) -> Workflow:
        return self

    def __exit__(self, *error: object) -> None:
        if self.is_live:
            self.destroy()


class Run(clients.Resource):
    """One passage through a workflow."""

    def pause(self) -> None:
        """Let no further step of a run begin.

        Returns at once; the run is paused when the steps under way have ended, which workflow.get_result
        waits for. Time limits stand still meanwhile. A run that has ended stays as it is.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        self.core.call("workflow.pause", {"run": self})

    def resume(self) -> None:
        """Let a paused run go on.

        Returns at once; workflow.get_result waits for the run. A run that is not paused stays as it is.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        self.core.call("workflow.resume", {"run": self})

    def cancel(self) -> None:
        """End a run, and the steps under way with it.

        Returns when they have ended. What a handler of the program's own has begun it goes on with, on its
        own thread; its result is dropped. A run that has ended stays as it is.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        self.core.call("workflow.cancel", {"run": self})

    def get_status(self) -> Status:
        """How far a run has come.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        result: Status = self.core.call("workflow.get_status", {"run": self})
        return result

    def get_result(self, timeout_seconds: float | None = None) -> RunResult:
        """Wait until a run has ended or is paused, and tell what it has come to.

        A run that failed or was cancelled raises its error. Cancelling this call leaves the run alone.

        Args:
            timeout_seconds: Stop waiting after this long; the run goes on.

        Returns:
            What came of a run so far.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
            StepFailed: A step failed for good; the cause is its error, whose recovery is taken over.
            TimedOut: The run took longer than its limit; the step that ran was cancelled.
            Cancelled: The run was cancelled with workflow.cancel.
            FileFailed: A file of checkpoints could not be read or written.
            InvalidFile: The file does not hold checkpoints of a version that is known here.
        """
        result: RunResult = self.core.call(
            "workflow.get_result", {"run": self, "timeout_seconds": timeout_seconds}
        )
        return result

    def discard(self) -> None:
        """Let go of a run; one that has not ended is stopped.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        self.core.call("workflow.discard", {"run": self})

    def get_checkpoint(self) -> dict[str, Any]:
        """A run as data, from which it can go on.

        Holds the definition with all workflows that it names, the input, and what has come of every step,
        at any moment of the run. Keep it wherever JSON is kept; workflow.restore makes a run of it.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        result: dict[str, Any] = self.core.call("workflow.get_checkpoint", {"run": self})
        return result

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *error: object) -> None:
        if self.is_live:
            self.discard()


class WorkflowBridge(clients.Bridge):
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

    def create(
        self,
        *,
        name: str,
        description: str | None = None,
        pattern: Pattern | str | None = None,
        input_schema: dict[str, Any] | None = None,
        steps: Sequence[Step | dict[str, Any]],
        max_concurrency: int | None = None,
        error_mode: ErrorMode | Literal["fail_fast", "collect"] | None = None,
        condition: str | None = None,
        otherwise: Sequence[Step | dict[str, Any]] | None = None,
        for_each: str | None = None,
        variable: str | None = None,
        repeat_while: str | None = None,
        repeat_until: str | None = None,
        max_iterations: int | None = None,
        over: str | None = None,
        reduce: Sequence[Step | dict[str, Any]] | None = None,
        output: Any | Unset | None = UNSET,
        timeout_seconds: float | None = None,
    ) -> Workflow:
        """Make a workflow from its definition.

        Everything is checked, as workflow.validate does; nothing runs yet.

        Args:
            name: What it is called; unique in the session.
            description: What it is for.
            pattern: How its steps follow each other. Default: 'sequential'.
            input_schema: JSON Schema that the input of a run must fit; any JSON is taken when it is left out.
            steps: The steps.
            max_concurrency: How many run at the same time at most. Default: 8.
            error_mode: What happens when one of them fails. Default: 'fail_fast'.
            condition: An expression that is true or false.
            otherwise: Steps for when the condition is false; none when left out.
            for_each: An expression that is a list: one round for each item.
            variable: What expressions call the item by. Default: 'item'.
            repeat_while: An expression looked at before each round, which begins when it is true.
            repeat_until: An expression looked at after each round, which was the last when it is true; it sees the round's
                steps.
            max_iterations: The step fails rather than going round more often. Default: 1000.
            over: An expression that is a list: the items.
            reduce: Steps that see all `results`, in the order of the items.
            output: The output: any JSON, with templates; that of the pattern when left out.
            timeout_seconds: The longest time of a run, or of the step that runs it within another; pauses not counted.

        Returns:
            A definition that was checked, ready to run.

        Raises:
            AlreadyExists: A workflow of this name is there already.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
        """
        definition = WorkflowDefinition(
            **clients.given(
                name=name,
                description=description,
                pattern=pattern,
                input_schema=input_schema,
                steps=steps,
                max_concurrency=max_concurrency,
                error_mode=error_mode,
                condition=condition,
                otherwise=otherwise,
                for_each=for_each,
                variable=variable,
                repeat_while=repeat_while,
                repeat_until=repeat_until,
                max_iterations=max_iterations,
                over=over,
                reduce=reduce,
                output=output,
                timeout_seconds=timeout_seconds,
            )
        )
        result = self.core.call("workflow.create", {"definition": definition})
        return Workflow.of(self.core, result)

    def destroy(self, workflow: Workflow | str) -> None:
        """Remove a workflow.

        Its runs go on.

        Args:
            workflow: The workflow.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        self.core.call("workflow.destroy", {"workflow": workflow})

    def execute(
        self,
        workflow: Workflow | str,
        input: Any | Unset | None = UNSET,
        *,
        pause_after: builtins.list[str] | None = None,
        timeout_seconds: float | None = None,
        checkpoint_file: str | None = None,
    ) -> RunResult:
        """Run a workflow, and wait for what it comes to.

        Returns when the run has completed or is paused; a paused one is gone on with by workflow.resume,
        and its end is told by workflow.get_result. A run that fails raises `workflow.step_failed` with the
        step's error as its cause. Cancelling the call cancels the run.

        Args:
            workflow: The workflow.
            input: What expressions see as `input`; null when left out.
            pause_after: Ids of steps after which the run pauses.
            timeout_seconds: Instead of the workflow's own.
            checkpoint_file: An SQLite file, under fs.write, that is told of every step before the next begins; workflow.recover
                goes on from it after a crash. Many runs may share one.

        Returns:
            What came of a run so far.

        Raises:
            NotFound: No workflow has this handle or name.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
            InvalidInput: The input does not fit the workflow's schema, or is too large.
            InvalidOptions: The options of a run speak of what is not there.
            NestedTooDeep: Steps begin runs whose steps begin runs, without end.
            StepFailed: A step failed for good; the cause is its error, whose recovery is taken over.
            TimedOut: The run took longer than its limit; the step that ran was cancelled.
            Cancelled: The run was cancelled with workflow.cancel.
            FileFailed: A file of checkpoints could not be read or written.
            InvalidFile: The file does not hold checkpoints of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            pause_after=pause_after,
            timeout_seconds=timeout_seconds,
            checkpoint_file=checkpoint_file,
        )
        result: RunResult = self.core.call(
            "workflow.execute", {"workflow": workflow, "input": input, "options": options}
        )
        return result

    def start(
        self,
        workflow: Workflow | str,
        input: Any | Unset | None = UNSET,
        *,
        pause_after: builtins.list[str] | None = None,
        timeout_seconds: float | None = None,
        checkpoint_file: str | None = None,
    ) -> Run:
        """Begin a run and return; workflow.get_result waits for it.

        Args:
            workflow: The workflow.
            input: What expressions see as `input`; null when left out.
            pause_after: Ids of steps after which the run pauses.
            timeout_seconds: Instead of the workflow's own.
            checkpoint_file: An SQLite file, under fs.write, that is told of every step before the next begins; workflow.recover
                goes on from it after a crash. Many runs may share one.

        Returns:
            One passage through a workflow.

        Raises:
            NotFound: No workflow has this handle or name.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
            InvalidInput: The input does not fit the workflow's schema, or is too large.
            InvalidOptions: The options of a run speak of what is not there.
            NestedTooDeep: Steps begin runs whose steps begin runs, without end.
            FileFailed: A file of checkpoints could not be read or written.
            InvalidFile: The file does not hold checkpoints of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            pause_after=pause_after,
            timeout_seconds=timeout_seconds,
            checkpoint_file=checkpoint_file,
        )
        result = self.core.call("workflow.start", {"workflow": workflow, "input": input, "options": options})
        return Run.of(self.core, result)

    def pause(self, run: Run | str) -> None:
        """Let no further step of a run begin.

        Returns at once; the run is paused when the steps under way have ended, which workflow.get_result
        waits for. Time limits stand still meanwhile. A run that has ended stays as it is.

        Args:
            run: The run.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        self.core.call("workflow.pause", {"run": run})

    def resume(self, run: Run | str) -> None:
        """Let a paused run go on.

        Returns at once; workflow.get_result waits for the run. A run that is not paused stays as it is.

        Args:
            run: The run.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        self.core.call("workflow.resume", {"run": run})

    def cancel(self, run: Run | str) -> None:
        """End a run, and the steps under way with it.

        Returns when they have ended. What a handler of the program's own has begun it goes on with, on its
        own thread; its result is dropped. A run that has ended stays as it is.

        Args:
            run: The run.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        self.core.call("workflow.cancel", {"run": run})

    def get_status(self, run: Run | str) -> Status:
        """How far a run has come.

        Args:
            run: The run.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        result: Status = self.core.call("workflow.get_status", {"run": run})
        return result

    def get_result(self, run: Run | str, timeout_seconds: float | None = None) -> RunResult:
        """Wait until a run has ended or is paused, and tell what it has come to.

        A run that failed or was cancelled raises its error. Cancelling this call leaves the run alone.

        Args:
            run: The run.
            timeout_seconds: Stop waiting after this long; the run goes on.

        Returns:
            What came of a run so far.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
            StepFailed: A step failed for good; the cause is its error, whose recovery is taken over.
            TimedOut: The run took longer than its limit; the step that ran was cancelled.
            Cancelled: The run was cancelled with workflow.cancel.
            FileFailed: A file of checkpoints could not be read or written.
            InvalidFile: The file does not hold checkpoints of a version that is known here.
        """
        result: RunResult = self.core.call(
            "workflow.get_result", {"run": run, "timeout_seconds": timeout_seconds}
        )
        return result

    def discard(self, run: Run | str) -> None:
        """Let go of a run; one that has not ended is stopped.

        Args:
            run: The run.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        self.core.call("workflow.discard", {"run": run})

    def list(self) -> builtins.list[WorkflowInfo]:
        """The session's workflows, in the order in which they were made.

        Returns:
            A list. Each: What is known of a workflow.
        """
        result: builtins.list[WorkflowInfo] = self.core.call("workflow.list", {})
        return result

    def get(self, name: str) -> Workflow:
        """The workflow of a name.

        Args:
            name: Its name.

        Returns:
            A definition that was checked, ready to run.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result = self.core.call("workflow.get", {"name": name})
        return Workflow.of(self.core, result)

    def get_info(self, workflow: Workflow | str) -> WorkflowInfo:
        """What is known of a workflow.

        Args:
            workflow: The workflow.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: WorkflowInfo = self.core.call("workflow.get_info", {"workflow": workflow})
        return result

    def get_definition(self, workflow: Workflow | str) -> WorkflowDefinition:
        """The definition that a workflow was made from.

        Args:
            workflow: The workflow.

        Returns:
            A workflow, as it is written down.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: WorkflowDefinition = self.core.call("workflow.get_definition", {"workflow": workflow})
        return result

    def validate(
        self,
        *,
        name: str,
        description: str | None = None,
        pattern: Pattern | str | None = None,
        input_schema: dict[str, Any] | None = None,
        steps: Sequence[Step | dict[str, Any]],
        max_concurrency: int | None = None,
        error_mode: ErrorMode | Literal["fail_fast", "collect"] | None = None,
        condition: str | None = None,
        otherwise: Sequence[Step | dict[str, Any]] | None = None,
        for_each: str | None = None,
        variable: str | None = None,
        repeat_while: str | None = None,
        repeat_until: str | None = None,
        max_iterations: int | None = None,
        over: str | None = None,
        reduce: Sequence[Step | dict[str, Any]] | None = None,
        output: Any | Unset | None = UNSET,
        timeout_seconds: float | None = None,
    ) -> ValidationResult:
        """Check a definition without making or running anything.

        Finds cycles, unknown steps, names, tools, agents, handlers and workflows, missing inputs, bad
        expressions and templates, and ids that stand twice, all at once. What a definition needs must be in
        the session.

        Args:
            name: What it is called; unique in the session.
            description: What it is for.
            pattern: How its steps follow each other. Default: 'sequential'.
            input_schema: JSON Schema that the input of a run must fit; any JSON is taken when it is left out.
            steps: The steps.
            max_concurrency: How many run at the same time at most. Default: 8.
            error_mode: What happens when one of them fails. Default: 'fail_fast'.
            condition: An expression that is true or false.
            otherwise: Steps for when the condition is false; none when left out.
            for_each: An expression that is a list: one round for each item.
            variable: What expressions call the item by. Default: 'item'.
            repeat_while: An expression looked at before each round, which begins when it is true.
            repeat_until: An expression looked at after each round, which was the last when it is true; it sees the round's
                steps.
            max_iterations: The step fails rather than going round more often. Default: 1000.
            over: An expression that is a list: the items.
            reduce: Steps that see all `results`, in the order of the items.
            output: The output: any JSON, with templates; that of the pattern when left out.
            timeout_seconds: The longest time of a run, or of the step that runs it within another; pauses not counted.

        Returns:
            Whether a definition can run in this session.
        """
        definition = WorkflowDefinition(
            **clients.given(
                name=name,
                description=description,
                pattern=pattern,
                input_schema=input_schema,
                steps=steps,
                max_concurrency=max_concurrency,
                error_mode=error_mode,
                condition=condition,
                otherwise=otherwise,
                for_each=for_each,
                variable=variable,
                repeat_while=repeat_while,
                repeat_until=repeat_until,
                max_iterations=max_iterations,
                over=over,
                reduce=reduce,
                output=output,
                timeout_seconds=timeout_seconds,
            )
        )
        result: ValidationResult = self.core.call("workflow.validate", {"definition": definition})
        return result

    def list_runs(self, workflow: Workflow | str | None = None) -> builtins.list[RunInfo]:
        """The session's runs, in the order in which they began.

        Runs of workflow.execute are among them until they have ended, the others until they are discarded.

        Args:
            workflow: Only runs of this workflow.

        Returns:
            A list. Each: What is known of a run.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: builtins.list[RunInfo] = self.core.call("workflow.list_runs", {"workflow": workflow})
        return result

    def compose(
        self, name: str, workflows: builtins.list[str], pattern: Pattern | str = Pattern.SEQUENTIAL
    ) -> Workflow:
        """Make one workflow of several.

        Each becomes a step that runs it: one after the other with the same input, at the same time
        (`parallel`), or each with the output of the one before (`pipeline`). What was composed does not
        change with its parts.

        Args:
            name: What the new one is called.
            workflows: The names of the parts, in their order.
            pattern: How they follow each other: sequential, parallel or pipeline.

        Returns:
            A definition that was checked, ready to run.

        Raises:
            NotFound: No workflow has this handle or name.
            AlreadyExists: A workflow of this name is there already.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
        """
        result = self.core.call(
            "workflow.compose", {"name": name, "workflows": workflows, "pattern": pattern}
        )
        return Workflow.of(self.core, result)

    def get_dependencies(self, workflow: Workflow | str) -> DependencyGraph:
        """Which steps depend on which, and an order that respects it.

        Args:
            workflow: The workflow.

        Returns:
            Which steps of a workflow depend on which.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: DependencyGraph = self.core.call("workflow.get_dependencies", {"workflow": workflow})
        return result

    def serialize(
        self, workflow: Workflow | str, format: Format | Literal["json", "yaml"] = Format.JSON
    ) -> str:
        """Write a workflow down as text.

        The text has a format and a version. workflow.deserialize makes an equal workflow of it; one that
        would be too long for that is written as JSON without spaces, in YAML too.

        Args:
            workflow: The workflow.
            format: JSON or YAML.

        Raises:
            NotFound: No workflow has this handle or name.
        """
        result: str = self.core.call("workflow.serialize", {"workflow": workflow, "format": format})
        return result

    def deserialize(self, text: str, format: Format | Literal["json", "yaml"] | None = None) -> Workflow:
        """Make a workflow from text.

        Everything is checked, as in workflow.create.

        Args:
            text: What workflow.serialize wrote, or a person in the same form.
            format: JSON or YAML; JSON is YAML too, so that either is read when it is left out.

        Returns:
            A definition that was checked, ready to run.

        Raises:
            InvalidDocument: The text is no workflow of a version that is known here.
            AlreadyExists: A workflow of this name is there already.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
        """
        result = self.core.call("workflow.deserialize", {"text": text, "format": format})
        return Workflow.of(self.core, result)

    def get_checkpoint(self, run: Run | str) -> dict[str, Any]:
        """A run as data, from which it can go on.

        Holds the definition with all workflows that it names, the input, and what has come of every step,
        at any moment of the run. Keep it wherever JSON is kept; workflow.restore makes a run of it.

        Args:
            run: The run.

        Raises:
            RunNotFound: No run has this handle; it was discarded, or ended within workflow.execute.
        """
        result: dict[str, Any] = self.core.call("workflow.get_checkpoint", {"run": run})
        return result

    def restore(
        self,
        checkpoint: dict[str, Any],
        *,
        pause_after: builtins.list[str] | None = None,
        timeout_seconds: float | None = None,
        checkpoint_file: str | None = None,
    ) -> Run:
        """Make a run of a checkpoint, in this session or another than it began in.

        It is paused; after workflow.resume it goes on, and steps that were completed do not run again.

        Args:
            checkpoint: What workflow.get_checkpoint gave.
            pause_after: Ids of steps after which the run pauses.
            timeout_seconds: Instead of the workflow's own.
            checkpoint_file: An SQLite file, under fs.write, that is told of every step before the next begins; workflow.recover
                goes on from it after a crash. Many runs may share one.

        Returns:
            One passage through a workflow.

        Raises:
            InvalidCheckpoint: The data is no checkpoint of a version that is known here.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
            InvalidOptions: The options of a run speak of what is not there.
            NestedTooDeep: Steps begin runs whose steps begin runs, without end.
            RunInUse: The run goes on elsewhere already.
            FileFailed: A file of checkpoints could not be read or written.
            InvalidFile: The file does not hold checkpoints of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            pause_after=pause_after,
            timeout_seconds=timeout_seconds,
            checkpoint_file=checkpoint_file,
        )
        result = self.core.call("workflow.restore", {"checkpoint": checkpoint, "options": options})
        return Run.of(self.core, result)

    def recover(self, path: str) -> builtins.list[Run]:
        """The runs that a file of checkpoints holds and that have not ended, each ready to go on.

        After a crash, or in a new session: they are paused, and workflow.resume lets them go on; the file
        is told of their further steps. Runs that are live, in this process or another one of this machine,
        are left alone.

        Args:
            path: The checkpoint_file that they were begun with.

        Returns:
            A list. Each: One passage through a workflow.

        Raises:
            InvalidCheckpoint: The data is no checkpoint of a version that is known here.
            InvalidDefinition: The definition cannot run in this session; the issues say why.
            NestedTooDeep: Steps begin runs whose steps begin runs, without end.
            RunInUse: The run goes on elsewhere already.
            FileFailed: A file of checkpoints could not be read or written.
            InvalidFile: The file does not hold checkpoints of a version that is known here.
        """
        result = self.core.call("workflow.recover", {"path": path})
        return [Run.of(self.core, item) for item in result]
