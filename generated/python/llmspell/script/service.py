"""What an implementation of script provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from bridge_runtime.callbacks import Callback
from bridge_runtime.service import Service

from .types import Engine, EngineInfo, ExecuteOptions, HandlerInfo, ScriptResult, ScriptValidation


class ScriptService(Service):
    """Text that runs with a session's functions, and functions that are known by name.

    `script.execute` runs a text in Lua or JavaScript, or evaluates an expression in CEL. The text sees the interface as
    any program in its language does, within the permissions of the session, and gives back one JSON value. Unless the
    caller trusts it, it runs in a process of its own, which is killed at its limits.

    A handler is a function that the session knows by a name: steps of workflows, scripts and other
    programs of the session call it, in whatever language it was written.
    """

    @abstractmethod
    async def execute(
        self, engine: Engine, source: str, options: ExecuteOptions | None = None
    ) -> ScriptResult:
        """Run a script's text.

        The script finds `input` and the variables as globals. What it prints is collected. It may call
        every function of the interface that its session may; what it leaves behind in the session (an
        agent, what it stored) stays, but its own functions end with it: a handler that it registered is
        gone, and a tool or subscription with a handler of its own fails from then on. With `permissions` it
        runs in a session of its own, which is closed after it.

        Raises script.syntax_error, script.failed, script.timed_out, script.limit_exceeded, script.invalid_variable, script.engine_unavailable, script.sandbox_unavailable, script.sandbox_killed, session.permission_exceeded, session.too_deep.
        """

    @abstractmethod
    async def execute_file(
        self, path: str, engine: Engine | None = None, options: ExecuteOptions | None = None
    ) -> ScriptResult:
        """Run a script file.

        As `script.execute`. The script is one file: it cannot load others that lie beside it.

        Raises script.syntax_error, script.failed, script.timed_out, script.limit_exceeded, script.invalid_variable, script.engine_unavailable, script.sandbox_unavailable, script.sandbox_killed, session.permission_exceeded, session.too_deep, script.unknown_suffix, script.file_failed.
        """

    @abstractmethod
    async def validate(self, engine: Engine, source: str) -> ScriptValidation:
        """Check that a script can be read, without running it.

        Raises script.engine_unavailable.
        """

    @abstractmethod
    def list_engines(self) -> list[EngineInfo]:
        """The engines, those that are not installed too."""

    @abstractmethod
    def register_handler(
        self, name: str, handler: Callback[[Any], Any], description: str | None = None
    ) -> None:
        """Make a function known by a name.

        It stays until it is unregistered or the session closes; one of a script also ends with the script.

        Raises script.handler_exists.
        """

    @abstractmethod
    def unregister_handler(self, name: str) -> None:
        """Forget a handler.

        Raises script.handler_not_found.
        """

    @abstractmethod
    def list_handlers(self) -> list[HandlerInfo]:
        """The session's handlers, in the order in which they were registered."""

    @abstractmethod
    async def call_handler(self, name: str, input: Any) -> Any:
        """What a handler makes of an input.

        Raises script.handler_not_found, script.handler_failed.
        """
