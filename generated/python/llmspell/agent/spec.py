"""The bridge agent as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import Handle
from typing_extensions import TypedDict

from ..shared.types import JsonSchema, Message
from ..tool.types import ToolDescription
from .errors import Busy, InvalidHandoff, InvalidOutput, NestedTooDeep, NotFound, StepLimit, UnknownTool
from .service import AgentService
from .types import (
    AgentChanges,
    AgentCompleted,
    AgentConfig,
    AgentFailed,
    AgentHandedOff,
    AgentInfo,
    AgentStarted,
    RunChunk,
    RunOptions,
    RunResult,
    State,
    StructuredOptions,
    StructuredResult,
    ToolSettings,
)


class CreateArguments(TypedDict):
    config: AgentConfig


class DestroyArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]


class RunArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]
    input: str
    options: NotRequired[RunOptions]


class RunStructuredArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]
    input: str
    schema: JsonSchema
    options: NotRequired[StructuredOptions]


class StreamArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]
    input: str
    options: NotRequired[RunOptions]


class ConfigureArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]
    changes: AgentChanges


class UseConversationArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]
    conversation: Annotated[Any, Handle("memory.Conversation")]


class GetStateArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]


class GetInfoArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]


class GetMessagesArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]


class ListArguments(TypedDict):
    pass


class ResetArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]


class HandoffArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]
    target: Annotated[Any, Handle("agent.Agent")]
    input: str
    options: NotRequired[RunOptions]


class AsToolArguments(TypedDict):
    agent: Annotated[Any, Handle("agent.Agent")]
    settings: NotRequired[ToolSettings]


BRIDGE = spec.Bridge(
    name="agent",
    functions={
        "create": spec.Function(
            name="agent.create",
            arguments=CreateArguments,
            parameters=(spec.Parameter("config", spread=True),),
            result=Annotated[Any, Handle("agent.Agent")],
            errors=(
                "agent.unknown_tool",
                "provider.not_found",
                "provider.invalid_config",
                "memory.invalid_conversation",
                "memory.invalid_space",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            constructs="agent.Agent",
            batch=True,
            position="idl/agent.yaml:299",
            signature="def create(self, config: AgentConfig) -> AgentT",
        ),
        "destroy": spec.Function(
            name="agent.destroy",
            arguments=DestroyArguments,
            parameters=(spec.Parameter("agent"),),
            errors=("agent.not_found",),
            method_of="agent.Agent",
            releases="agent.Agent",
            batch=True,
            position="idl/agent.yaml:336",
            signature="def destroy(self, agent: AgentT) -> None",
        ),
        "run": spec.Function(
            name="agent.run",
            arguments=RunArguments,
            parameters=(
                spec.Parameter("agent"),
                spec.Parameter("input"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=RunResult,
            is_async=True,
            errors=(
                "agent.not_found",
                "agent.busy",
                "agent.unknown_tool",
                "agent.step_limit",
                "provider.not_found",
                "provider.unsupported",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.model_not_found",
                "provider.context_too_long",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
                "provider.script_exhausted",
                "provider.script_mismatch",
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            permissions=("llm",),
            emits=(
                "agent.start",
                "agent.complete",
                "agent.error",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
                "tool.start",
                "tool.complete",
                "tool.error",
                "hook.reject",
                "hook.error",
                "hook.disable",
                "hook.log",
                "hook.retry",
                "memory.trim",
                "memory.summary_error",
            ),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:355",
            signature="async def run(self, agent: AgentT, input: str, options: RunOptions | None = None) -> RunResult",
        ),
        "run_structured": spec.Function(
            name="agent.run_structured",
            arguments=RunStructuredArguments,
            parameters=(
                spec.Parameter("agent"),
                spec.Parameter("input"),
                spec.Parameter("schema"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=StructuredResult,
            is_async=True,
            errors=(
                "agent.not_found",
                "agent.busy",
                "agent.unknown_tool",
                "agent.step_limit",
                "agent.invalid_output",
                "shared.invalid_schema",
                "provider.not_found",
                "provider.unsupported",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.model_not_found",
                "provider.context_too_long",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
                "provider.script_exhausted",
                "provider.script_mismatch",
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            permissions=("llm",),
            emits=(
                "agent.start",
                "agent.complete",
                "agent.error",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
                "tool.start",
                "tool.complete",
                "tool.error",
                "hook.reject",
                "hook.error",
                "hook.disable",
                "hook.log",
                "hook.retry",
                "memory.trim",
                "memory.summary_error",
            ),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:534",
            signature="async def run_structured(self, agent: AgentT, input: str, schema: JsonSchema, options: StructuredOptions | None = None) -> StructuredResult",
        ),
        "stream": spec.Function(
            name="agent.stream",
            arguments=StreamArguments,
            parameters=(
                spec.Parameter("agent"),
                spec.Parameter("input"),
                spec.Parameter("options", required=False, spread=True),
            ),
            streams=RunChunk,
            is_async=True,
            errors=(
                "agent.not_found",
                "agent.busy",
                "agent.unknown_tool",
                "agent.step_limit",
                "provider.not_found",
                "provider.unsupported",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.model_not_found",
                "provider.context_too_long",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
                "provider.script_exhausted",
                "provider.script_mismatch",
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            permissions=("llm",),
            emits=(
                "agent.start",
                "agent.complete",
                "agent.error",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
                "tool.start",
                "tool.complete",
                "tool.error",
                "hook.reject",
                "hook.error",
                "hook.disable",
                "hook.log",
                "hook.retry",
                "memory.trim",
                "memory.summary_error",
            ),
            method_of="agent.Agent",
            position="idl/agent.yaml:614",
            signature="def stream(self, agent: AgentT, input: str, options: RunOptions | None = None) -> AsyncIterator[RunChunk]",
        ),
        "configure": spec.Function(
            name="agent.configure",
            arguments=ConfigureArguments,
            parameters=(spec.Parameter("agent"), spec.Parameter("changes", spread=True)),
            result=AgentInfo,
            errors=(
                "agent.not_found",
                "agent.unknown_tool",
                "provider.not_found",
                "provider.invalid_config",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:661",
            signature="def configure(self, agent: AgentT, changes: AgentChanges) -> AgentInfo",
        ),
        "use_conversation": spec.Function(
            name="agent.use_conversation",
            arguments=UseConversationArguments,
            parameters=(spec.Parameter("agent"), spec.Parameter("conversation")),
            errors=("agent.not_found", "agent.busy", "memory.conversation_not_found"),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:713",
            signature="def use_conversation(self, agent: AgentT, conversation: ConversationT) -> None",
        ),
        "get_state": spec.Function(
            name="agent.get_state",
            arguments=GetStateArguments,
            parameters=(spec.Parameter("agent"),),
            result=State,
            errors=("agent.not_found",),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:740",
            signature="def get_state(self, agent: AgentT) -> State",
        ),
        "get_info": spec.Function(
            name="agent.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("agent"),),
            result=AgentInfo,
            errors=("agent.not_found", "memory.file_failed", "memory.invalid_file"),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:766",
            signature="def get_info(self, agent: AgentT) -> AgentInfo",
        ),
        "get_messages": spec.Function(
            name="agent.get_messages",
            arguments=GetMessagesArguments,
            parameters=(spec.Parameter("agent"),),
            result=list[Message],
            errors=("agent.not_found", "memory.file_failed", "memory.invalid_file"),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:796",
            signature="def get_messages(self, agent: AgentT) -> builtins.list[Message]",
        ),
        "list": spec.Function(
            name="agent.list",
            arguments=ListArguments,
            parameters=(),
            result=list[AgentInfo],
            errors=("memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/agent.yaml:819",
            signature="def list(self) -> builtins.list[AgentInfo]",
        ),
        "reset": spec.Function(
            name="agent.reset",
            arguments=ResetArguments,
            parameters=(spec.Parameter("agent"),),
            errors=("agent.not_found", "agent.busy", "memory.file_failed", "memory.invalid_file"),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:847",
            signature="def reset(self, agent: AgentT) -> None",
        ),
        "handoff": spec.Function(
            name="agent.handoff",
            arguments=HandoffArguments,
            parameters=(
                spec.Parameter("agent"),
                spec.Parameter("target"),
                spec.Parameter("input"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=RunResult,
            is_async=True,
            errors=(
                "agent.not_found",
                "agent.busy",
                "agent.invalid_handoff",
                "agent.unknown_tool",
                "agent.step_limit",
                "provider.not_found",
                "provider.unsupported",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.model_not_found",
                "provider.context_too_long",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
                "provider.script_exhausted",
                "provider.script_mismatch",
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            permissions=("llm",),
            emits=(
                "agent.handoff",
                "agent.start",
                "agent.complete",
                "agent.error",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
                "tool.start",
                "tool.complete",
                "tool.error",
                "hook.reject",
                "hook.error",
                "hook.disable",
                "hook.log",
                "hook.retry",
                "memory.trim",
                "memory.summary_error",
            ),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:867",
            signature="async def handoff(self, agent: AgentT, target: AgentT, input: str, options: RunOptions | None = None) -> RunResult",
        ),
        "as_tool": spec.Function(
            name="agent.as_tool",
            arguments=AsToolArguments,
            parameters=(spec.Parameter("agent"), spec.Parameter("settings", required=False, spread=True)),
            result=ToolDescription,
            errors=("agent.not_found", "tool.already_exists"),
            method_of="agent.Agent",
            batch=True,
            position="idl/agent.yaml:920",
            signature="def as_tool(self, agent: AgentT, settings: ToolSettings | None = None) -> ToolDescription",
        ),
    },
    resources={
        "Agent": spec.Resource(
            name="agent.Agent",
            prefix="agent",
            constructor="create",
            release="destroy",
            not_found="agent.not_found",
        ),
    },
    errors={
        "not_found": spec.Error("agent.not_found", NotFound),
        "busy": spec.Error("agent.busy", Busy),
        "unknown_tool": spec.Error("agent.unknown_tool", UnknownTool),
        "step_limit": spec.Error("agent.step_limit", StepLimit),
        "invalid_output": spec.Error("agent.invalid_output", InvalidOutput),
        "invalid_handoff": spec.Error("agent.invalid_handoff", InvalidHandoff),
        "nested_too_deep": spec.Error("agent.nested_too_deep", NestedTooDeep),
    },
    events={
        "agent.start": spec.Event("agent.start", AgentStarted),
        "agent.complete": spec.Event("agent.complete", AgentCompleted),
        "agent.error": spec.Event("agent.error", AgentFailed),
        "agent.handoff": spec.Event("agent.handoff", AgentHandedOff),
    },
    service=AgentService,
    position="idl/agent.yaml:2",
)
