"""Errors of workflow, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError

from .types import Issue


class NotFound(BridgeError):
    """No workflow has this handle or name."""

    code = "workflow.not_found"
    template = "no workflow {workflow!r}; make one with workflow.create, or see workflow.list"
    http_status = 404
    field_names = ("workflow",)

    def __init__(
        self,
        message: str | None = None,
        *,
        workflow: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "workflow": workflow,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])


class RunNotFound(BridgeError):
    """No run has this handle; it was discarded, or ended within workflow.execute."""

    code = "workflow.run_not_found"
    template = "no run {run!r}; workflow.start makes one, and workflow.list_runs shows those there are"
    http_status = 404
    field_names = ("run",)

    def __init__(
        self,
        message: str | None = None,
        *,
        run: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "run": run,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def run(self) -> str:
        return cast("str", self.fields["run"])


class AlreadyExists(BridgeError):
    """A workflow of this name is there already."""

    code = "workflow.already_exists"
    template = (
        "a workflow {workflow!r} is there already; choose another name, or remove it with workflow.destroy"
    )
    http_status = 409
    field_names = ("workflow",)

    def __init__(
        self,
        message: str | None = None,
        *,
        workflow: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "workflow": workflow,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])


class InvalidDefinition(BridgeError):
    """The definition cannot run in this session; the issues say why."""

    code = "workflow.invalid_definition"
    template = "workflow {workflow!r} cannot run: {reason}"
    http_status = 422
    field_names = (
        "workflow",
        "reason",
        "issues",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        workflow: str,
        reason: str,
        issues: list[Issue],
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "workflow": workflow,
            "reason": reason,
            "issues": issues,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def issues(self) -> list[Issue]:
        return cast("list[Issue]", self.fields["issues"])


class InvalidInput(BridgeError):
    """The input does not fit the workflow's schema, or is too large."""

    code = "workflow.invalid_input"
    template = "input of workflow {workflow!r}: {reason}"
    http_status = 422
    field_names = (
        "workflow",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        workflow: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "workflow": workflow,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidOptions(BridgeError):
    """The options of a run speak of what is not there."""

    code = "workflow.invalid_options"
    template = "options of a run of {workflow!r}: {reason}"
    http_status = 422
    field_names = (
        "workflow",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        workflow: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "workflow": workflow,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class StepFailed(BridgeError):
    """A step failed for good; the cause is its error, whose recovery is taken over."""

    code = "workflow.step_failed"
    template = "workflow {workflow!r} failed at step {step!r}: {reason}"
    http_status = 502
    field_names = (
        "workflow",
        "step",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        workflow: str,
        step: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "workflow": workflow,
            "step": step,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])

    @property
    def step(self) -> str:
        """Where it stands in the run."""
        return cast("str", self.fields["step"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class StepTimedOut(BridgeError):
    """A step took longer than its limit; what it had begun was cancelled."""

    code = "workflow.step_timed_out"
    template = (
        "step {step!r} took longer than {seconds} s and was cancelled; set timeout_seconds if it needs more"
    )
    recovery = "retry_once"
    http_status = 504
    field_names = (
        "step",
        "seconds",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        step: str,
        seconds: float,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "step": step,
            "seconds": seconds,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def step(self) -> str:
        return cast("str", self.fields["step"])

    @property
    def seconds(self) -> float:
        return cast("float", self.fields["seconds"])


class TimedOut(BridgeError):
    """The run took longer than its limit; the step that ran was cancelled."""

    code = "workflow.timed_out"
    template = "workflow {workflow!r} took longer than {seconds} s and was ended; set timeout_seconds if it needs more"
    http_status = 504
    field_names = (
        "workflow",
        "seconds",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        workflow: str,
        seconds: float,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "workflow": workflow,
            "seconds": seconds,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])

    @property
    def seconds(self) -> float:
        return cast("float", self.fields["seconds"])


class Cancelled(BridgeError):
    """The run was cancelled with workflow.cancel."""

    code = "workflow.cancelled"
    template = "run {run!r} of workflow {workflow!r} was cancelled"
    http_status = 499
    field_names = (
        "run",
        "workflow",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        run: str,
        workflow: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "run": run,
            "workflow": workflow,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def run(self) -> str:
        return cast("str", self.fields["run"])

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])


class ExpressionFailed(BridgeError):
    """An expression has no value."""

    code = "workflow.expression_failed"
    template = "{expression!r} has no value: {reason}"
    http_status = 422
    field_names = (
        "step",
        "expression",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        step: str,
        expression: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "step": step,
            "expression": expression,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def step(self) -> str:
        return cast("str", self.fields["step"])

    @property
    def expression(self) -> str:
        return cast("str", self.fields["expression"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidValue(BridgeError):
    """A step came to a value that it cannot go on with."""

    code = "workflow.invalid_value"
    template = "{reason}"
    http_status = 422
    field_names = (
        "step",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        step: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "step": step,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def step(self) -> str:
        return cast("str", self.fields["step"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class AmbiguousAgent(BridgeError):
    """Several agents have the name that a step asks for."""

    code = "workflow.ambiguous_agent"
    template = "{handles} are all called {agent!r}; name one of them by its handle"
    http_status = 422
    field_names = (
        "agent",
        "handles",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        agent: str,
        handles: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "agent": agent,
            "handles": handles,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def agent(self) -> str:
        return cast("str", self.fields["agent"])

    @property
    def handles(self) -> str:
        return cast("str", self.fields["handles"])


class InvalidDocument(BridgeError):
    """The text is no workflow of a version that is known here."""

    code = "workflow.invalid_document"
    template = "this is no workflow: {reason}"
    http_status = 422
    field_names = ("reason",)

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidCheckpoint(BridgeError):
    """The data is no checkpoint of a version that is known here."""

    code = "workflow.invalid_checkpoint"
    template = "this is no checkpoint of a run: {reason}"
    http_status = 422
    field_names = ("reason",)

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class RunInUse(BridgeError):
    """The run goes on elsewhere already."""

    code = "workflow.run_in_use"
    template = "the run with the id {id!r} is live already; discard it there first"
    http_status = 409
    field_names = ("id",)

    def __init__(
        self,
        message: str | None = None,
        *,
        id: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "id": id,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def id(self) -> str:
        return cast("str", self.fields["id"])


class FileFailed(BridgeError):
    """A file of checkpoints could not be read or written."""

    code = "workflow.file_failed"
    template = "{path!r}: {reason}"
    http_status = 400
    field_names = (
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidFile(BridgeError):
    """The file does not hold checkpoints of a version that is known here."""

    code = "workflow.invalid_file"
    template = "{path!r} does not hold checkpoints: {reason}"
    http_status = 400
    field_names = (
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class NestedTooDeep(BridgeError):
    """Steps begin runs whose steps begin runs, without end."""

    code = "workflow.nested_too_deep"
    template = "workflow {workflow!r} would be {limit} runs deep in steps of other runs; its handlers may be calling it in a circle"
    http_status = 422
    field_names = (
        "workflow",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        workflow: str,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "workflow": workflow,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def workflow(self) -> str:
        return cast("str", self.fields["workflow"])

    @property
    def limit(self) -> int:
        return cast("int", self.fields["limit"])


class LimitReached(BridgeError):
    """A loop, a map or a run would go on longer than it may."""

    code = "workflow.limit_reached"
    template = "{reason}"
    http_status = 422
    field_names = (
        "step",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        step: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "step": step,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def step(self) -> str:
        return cast("str", self.fields["step"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])
