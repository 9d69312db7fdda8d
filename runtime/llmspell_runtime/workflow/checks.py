"""What a definition needs of the session: tools and their arguments, agents, handlers, events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from bridge_runtime.errors import BridgeError
from llmspell.provider.types import Type
from llmspell.tool.errors import NotFound as ToolNotFound
from llmspell.workflow.constants import Limit
from llmspell.workflow.types import IssueCode

from llmspell_runtime.script.service import Scripts
from llmspell_runtime.workflow.closing import Closing, Find, steps_of
from llmspell_runtime.workflow.compiler import compile_definition
from llmspell_runtime.workflow.documents import is_too_large
from llmspell_runtime.workflow.executor import find_agent
from llmspell_runtime.workflow.faults import Fault, in_order

if TYPE_CHECKING:
    from bridge_runtime.session import Session


def faults_of(session: Session, definition: Mapping[str, Any], find: Find) -> list[Fault]:
    """Everything that keeps a definition from running in ``session``, in the order of its paths."""
    if is_too_large(definition):
        message = f"it has more than {Limit.DEFINITION_BYTES} bytes as JSON; take what is large as input, or split it"
        return [Fault("", IssueCode.LIMIT, message)]
    closing = Closing(find)
    closed = closing.close(definition)
    _, faults = compile_definition(closed)
    return in_order([*closing.faults, *faults, *needs_of(session, closed)])


def needs_of(session: Session, closed: Mapping[str, Any]) -> list[Fault]:
    """What a definition needs that the session does not have."""
    return list(_Needs(session).within(closed, ""))


class _Needs:
    def __init__(self, session: Session) -> None:
        self._session = session

    def within(self, holder: Mapping[str, Any], place: str, *, in_pipeline: bool = False) -> Iterator[Fault]:
        pipes = holder.get("kind", holder.get("pattern")) == "pipeline"
        for path, step in steps_of(holder, place):
            yield from self._of_step(step, path, in_pipeline=pipes and path.startswith(f"{place}/steps/"))
            yield from self.within(step, path)

    def _of_step(self, step: Mapping[str, Any], place: str, *, in_pipeline: bool) -> Iterator[Fault]:
        match step["kind"]:
            case "tool":
                yield from self._tool(step, place, in_pipeline)
            case "agent" if "agent" in step:
                yield from self._agent(step, place)
            case "agent" if "config" in step:
                yield from self._config(step["config"], f"{place}/config")
            case "script":
                yield from self._handler(step, place)
            case "workflow" if "definition" in step:
                yield from self._workflow(step, place)
            case "emit":
                yield from self._event(step, place)

    def _tool(self, step: Mapping[str, Any], place: str, in_pipeline: bool) -> Iterator[Fault]:
        name = step["tool"]
        try:
            schema = self._session.call("tool.get_schema", {"name": name})
        except ToolNotFound as error:
            yield Fault(f"{place}/tool", IssueCode.UNKNOWN_TOOL, str(error))
            return
        given, required = step.get("arguments"), schema.get("required")
        if not isinstance(required, list) or (given is None and in_pipeline):
            return
        for argument in required:
            if isinstance(argument, str) and argument not in (given or {}):
                message = f"the tool {name!r} requires the argument {argument!r}, which is not given"
                yield Fault(f"{place}/arguments", IssueCode.MISSING_INPUT, message)

    def _agent(self, step: Mapping[str, Any], place: str) -> Iterator[Fault]:
        try:
            find_agent(self._session, step["agent"])
        except BridgeError as error:
            yield Fault(f"{place}/agent", IssueCode.UNKNOWN_AGENT, str(error))

    def _config(self, config: Mapping[str, Any], place: str) -> Iterator[Fault]:
        """What an agent that is made for a step needs."""
        name = config["provider"]
        if name not in [*Type, *(provider.name for provider in self._session.call("provider.list", {}))]:
            message = f"no provider {name!r}; make one with provider.create, or see provider.list"
            yield Fault(f"{place}/provider", IssueCode.UNKNOWN_PROVIDER, message)
        for number, tool in enumerate(config.get("tools", ())):
            if not self._session.call("tool.exists", {"name": tool}):
                message = f"no tool {tool!r}; register it with tool.register, or see tool.list"
                yield Fault(f"{place}/tools/{number}", IssueCode.UNKNOWN_TOOL, message)

    def _handler(self, step: Mapping[str, Any], place: str) -> Iterator[Fault]:
        name = step["handler"]
        if cast(Scripts, self._session.service("script")).handlers.get(name) is None:
            message = (
                f"no handler {name!r}; register it with script.register_handler, or see script.list_handlers"
            )
            yield Fault(f"{place}/handler", IssueCode.UNKNOWN_HANDLER, message)

    def _workflow(self, step: Mapping[str, Any], place: str) -> Iterator[Fault]:
        found = self.within(step["definition"], "")
        if "workflow" not in step:
            for fault in found:
                yield fault._replace(path=f"{place}/definition{fault.path}")
            return
        for fault in found:
            message = f"the workflow {step['workflow']!r} cannot run: {fault.path}: {fault.message}"
            yield Fault(f"{place}/workflow", fault.code, message)

    def _event(self, step: Mapping[str, Any], place: str) -> Iterator[Fault]:
        interface, type = self._session.interface, step["event"]
        module = type.partition(".")[0]
        if module in interface.modules and type in interface.bridge(module).events:
            message = f"{type!r} is emitted by the runtime; choose another type, such as 'user.{type}'"
            yield Fault(f"{place}/event", IssueCode.INVALID_FIELDS, message)
