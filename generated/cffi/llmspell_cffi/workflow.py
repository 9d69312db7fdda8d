"""Steps that agents, tools, handlers and other workflows do, in an order that is written down. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class WorkflowBridge(Bridge):
    """Steps that agents, tools, handlers and other workflows do, in an order that is written down."""

    def create(self, definition: Any) -> Any:
        """Make a workflow from its definition."""
        arguments = {
            "definition": definition,
        }
        return self._session.call("workflow.create", arguments)

    def destroy(self, workflow: Any) -> Any:
        """Remove a workflow."""
        arguments = {
            "workflow": workflow,
        }
        return self._session.call("workflow.destroy", arguments)

    def execute(self, workflow: Any, input: Any = ABSENT, options: Any = ABSENT) -> Any:
        """Run a workflow, and wait for what it comes to."""
        arguments = {
            "workflow": workflow,
            "input": input,
            "options": options,
        }
        return self._session.call("workflow.execute", arguments)

    def start(self, workflow: Any, input: Any = ABSENT, options: Any = ABSENT) -> Any:
        """Begin a run and return; workflow.get_result waits for it."""
        arguments = {
            "workflow": workflow,
            "input": input,
            "options": options,
        }
        return self._session.call("workflow.start", arguments)

    def pause(self, run: Any) -> Any:
        """Let no further step of a run begin."""
        arguments = {
            "run": run,
        }
        return self._session.call("workflow.pause", arguments)

    def resume(self, run: Any) -> Any:
        """Let a paused run go on."""
        arguments = {
            "run": run,
        }
        return self._session.call("workflow.resume", arguments)

    def cancel(self, run: Any) -> Any:
        """End a run, and the steps under way with it."""
        arguments = {
            "run": run,
        }
        return self._session.call("workflow.cancel", arguments)

    def get_status(self, run: Any) -> Any:
        """How far a run has come."""
        arguments = {
            "run": run,
        }
        return self._session.call("workflow.get_status", arguments)

    def get_result(self, run: Any, timeout_seconds: Any = ABSENT) -> Any:
        """Wait until a run has ended or is paused, and tell what it has come to."""
        arguments = {
            "run": run,
            "timeout_seconds": timeout_seconds,
        }
        return self._session.call("workflow.get_result", arguments)

    def discard(self, run: Any) -> Any:
        """Let go of a run; one that has not ended is stopped."""
        arguments = {
            "run": run,
        }
        return self._session.call("workflow.discard", arguments)

    def list(self) -> Any:
        """The session's workflows, in the order in which they were made."""
        arguments = {}
        return self._session.call("workflow.list", arguments)

    def get(self, name: Any) -> Any:
        """The workflow of a name."""
        arguments = {
            "name": name,
        }
        return self._session.call("workflow.get", arguments)

    def get_info(self, workflow: Any) -> Any:
        """What is known of a workflow."""
        arguments = {
            "workflow": workflow,
        }
        return self._session.call("workflow.get_info", arguments)

    def get_definition(self, workflow: Any) -> Any:
        """The definition that a workflow was made from."""
        arguments = {
            "workflow": workflow,
        }
        return self._session.call("workflow.get_definition", arguments)

    def validate(self, definition: Any) -> Any:
        """Check a definition without making or running anything."""
        arguments = {
            "definition": definition,
        }
        return self._session.call("workflow.validate", arguments)

    def list_runs(self, workflow: Any = ABSENT) -> Any:
        """The session's runs, in the order in which they began."""
        arguments = {
            "workflow": workflow,
        }
        return self._session.call("workflow.list_runs", arguments)

    def compose(self, name: Any, workflows: Any, pattern: Any = ABSENT) -> Any:
        """Make one workflow of several."""
        arguments = {
            "name": name,
            "workflows": workflows,
            "pattern": pattern,
        }
        return self._session.call("workflow.compose", arguments)

    def get_dependencies(self, workflow: Any) -> Any:
        """Which steps depend on which, and an order that respects it."""
        arguments = {
            "workflow": workflow,
        }
        return self._session.call("workflow.get_dependencies", arguments)

    def serialize(self, workflow: Any, format: Any = ABSENT) -> Any:
        """Write a workflow down as text."""
        arguments = {
            "workflow": workflow,
            "format": format,
        }
        return self._session.call("workflow.serialize", arguments)

    def deserialize(self, text: Any, format: Any = ABSENT) -> Any:
        """Make a workflow from text."""
        arguments = {
            "text": text,
            "format": format,
        }
        return self._session.call("workflow.deserialize", arguments)

    def get_checkpoint(self, run: Any) -> Any:
        """A run as data, from which it can go on."""
        arguments = {
            "run": run,
        }
        return self._session.call("workflow.get_checkpoint", arguments)

    def restore(self, checkpoint: Any, options: Any = ABSENT) -> Any:
        """Make a run of a checkpoint, in this session or another than it began in."""
        arguments = {
            "checkpoint": checkpoint,
            "options": options,
        }
        return self._session.call("workflow.restore", arguments)

    def recover(self, path: Any) -> Any:
        """The runs that a file of checkpoints holds and that have not ended, each ready to go on."""
        arguments = {
            "path": path,
        }
        return self._session.call("workflow.recover", arguments)
