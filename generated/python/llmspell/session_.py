"""Sessions of llmspell: where every program begins."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bridge_runtime import clients

from ._interface import INTERFACE

if TYPE_CHECKING:
    from .agent.aio import AsyncAgentBridge
    from .agent.sync import AgentBridge
    from .event.aio import AsyncEventBridge
    from .event.sync import EventBridge
    from .hook.aio import AsyncHookBridge
    from .hook.sync import HookBridge
    from .memory.aio import AsyncMemoryBridge
    from .memory.sync import MemoryBridge
    from .output.aio import AsyncOutputBridge
    from .output.sync import OutputBridge
    from .provider.aio import AsyncProviderBridge
    from .provider.sync import ProviderBridge
    from .schema.aio import AsyncSchemaBridge
    from .schema.sync import SchemaBridge
    from .script.aio import AsyncScriptBridge
    from .script.sync import ScriptBridge
    from .session.aio import AsyncSessionBridge
    from .session.sync import SessionBridge
    from .state.aio import AsyncStateBridge
    from .state.sync import StateBridge
    from .testing.aio import AsyncTestingBridge
    from .testing.sync import TestingBridge
    from .tool.aio import AsyncToolBridge
    from .tool.sync import ToolBridge
    from .workflow.aio import AsyncWorkflowBridge
    from .workflow.sync import WorkflowBridge


class Session(clients.Session):
    """One runtime for LLM agents, and one interface to it from every language.

    Use it in a ``with`` block: ``with llmspell.Session() as session:``; leaving the block releases everything that was made in it.
    """

    _interface = INTERFACE

    @cached_property
    def session(self) -> SessionBridge:
        """Sessions within sessions, many calls in one, and what went wrong last."""
        from .session.sync import SessionBridge

        return SessionBridge(self.core)

    @cached_property
    def provider(self) -> ProviderBridge:
        """Where the answers come from; connections to language models."""
        from .provider.sync import ProviderBridge

        return ProviderBridge(self.core)

    @cached_property
    def agent(self) -> AgentBridge:
        """Models that keep a conversation and use tools."""
        from .agent.sync import AgentBridge

        return AgentBridge(self.core)

    @cached_property
    def tool(self) -> ToolBridge:
        """What a model may do besides talking, and the functions that do it."""
        from .tool.sync import ToolBridge

        return ToolBridge(self.core)

    @cached_property
    def event(self) -> EventBridge:
        """What happens in a session, told to whoever wants to know."""
        from .event.sync import EventBridge

        return EventBridge(self.core)

    @cached_property
    def memory(self) -> MemoryBridge:
        """JSON values and conversations that outlive a call, found again by key, by words and by meaning."""
        from .memory.sync import MemoryBridge

        return MemoryBridge(self.core)

    @cached_property
    def state(self) -> StateBridge:
        """Named, structured values that programs share, change and go back in."""
        from .state.sync import StateBridge

        return StateBridge(self.core)

    @cached_property
    def schema(self) -> SchemaBridge:
        """JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas."""
        from .schema.sync import SchemaBridge

        return SchemaBridge(self.core)

    @cached_property
    def output(self) -> OutputBridge:
        """What a model wrote, made into data, and data written as text."""
        from .output.sync import OutputBridge

        return OutputBridge(self.core)

    @cached_property
    def hook(self) -> HookBridge:
        """Functions and ready-made helpers that take part in what the session does."""
        from .hook.sync import HookBridge

        return HookBridge(self.core)

    @cached_property
    def script(self) -> ScriptBridge:
        """Text that runs with a session's functions, and functions that are known by name."""
        from .script.sync import ScriptBridge

        return ScriptBridge(self.core)

    @cached_property
    def workflow(self) -> WorkflowBridge:
        """Steps that agents, tools, handlers and other workflows do, in an order that is written down."""
        from .workflow.sync import WorkflowBridge

        return WorkflowBridge(self.core)

    @cached_property
    def testing(self) -> TestingBridge:
        """Tests of what is built on this interface; scenarios, doubles, assertions, and what they have
        covered.
        """
        from .testing.sync import TestingBridge

        return TestingBridge(self.core)


class AsyncSession(clients.AsyncSession):
    """One runtime for LLM agents, and one interface to it from every language.

    Use it in a ``with`` block: ``async with llmspell.AsyncSession() as session:``; leaving the block releases everything that was made in it.
    """

    _interface = INTERFACE

    @cached_property
    def session(self) -> AsyncSessionBridge:
        """Sessions within sessions, many calls in one, and what went wrong last."""
        from .session.aio import AsyncSessionBridge

        return AsyncSessionBridge(self.core)

    @cached_property
    def provider(self) -> AsyncProviderBridge:
        """Where the answers come from; connections to language models."""
        from .provider.aio import AsyncProviderBridge

        return AsyncProviderBridge(self.core)

    @cached_property
    def agent(self) -> AsyncAgentBridge:
        """Models that keep a conversation and use tools."""
        from .agent.aio import AsyncAgentBridge

        return AsyncAgentBridge(self.core)

    @cached_property
    def tool(self) -> AsyncToolBridge:
        """What a model may do besides talking, and the functions that do it."""
        from .tool.aio import AsyncToolBridge

        return AsyncToolBridge(self.core)

    @cached_property
    def event(self) -> AsyncEventBridge:
        """What happens in a session, told to whoever wants to know."""
        from .event.aio import AsyncEventBridge

        return AsyncEventBridge(self.core)

    @cached_property
    def memory(self) -> AsyncMemoryBridge:
        """JSON values and conversations that outlive a call, found again by key, by words and by meaning."""
        from .memory.aio import AsyncMemoryBridge

        return AsyncMemoryBridge(self.core)

    @cached_property
    def state(self) -> AsyncStateBridge:
        """Named, structured values that programs share, change and go back in."""
        from .state.aio import AsyncStateBridge

        return AsyncStateBridge(self.core)

    @cached_property
    def schema(self) -> AsyncSchemaBridge:
        """JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas."""
        from .schema.aio import AsyncSchemaBridge

        return AsyncSchemaBridge(self.core)

    @cached_property
    def output(self) -> AsyncOutputBridge:
        """What a model wrote, made into data, and data written as text."""
        from .output.aio import AsyncOutputBridge

        return AsyncOutputBridge(self.core)

    @cached_property
    def hook(self) -> AsyncHookBridge:
        """Functions and ready-made helpers that take part in what the session does."""
        from .hook.aio import AsyncHookBridge

        return AsyncHookBridge(self.core)

    @cached_property
    def script(self) -> AsyncScriptBridge:
        """Text that runs with a session's functions, and functions that are known by name."""
        from .script.aio import AsyncScriptBridge

        return AsyncScriptBridge(self.core)

    @cached_property
    def workflow(self) -> AsyncWorkflowBridge:
        """Steps that agents, tools, handlers and other workflows do, in an order that is written down."""
        from .workflow.aio import AsyncWorkflowBridge

        return AsyncWorkflowBridge(self.core)

    @cached_property
    def testing(self) -> AsyncTestingBridge:
        """Tests of what is built on this interface; scenarios, doubles, assertions, and what they have
        covered.
        """
        from .testing.aio import AsyncTestingBridge

        return AsyncTestingBridge(self.core)
