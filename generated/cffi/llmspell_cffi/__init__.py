"""One runtime for LLM agents, and one interface to it from every language. Bindings that load libllmspell.so from this process. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any

from bridge_cffi import ABSENT, Library, LibraryError
from bridge_cffi import Session as _Session

from llmspell_cffi.agent import AgentBridge
from llmspell_cffi.event import EventBridge
from llmspell_cffi.hook import HookBridge
from llmspell_cffi.memory import MemoryBridge
from llmspell_cffi.output import OutputBridge
from llmspell_cffi.provider import ProviderBridge
from llmspell_cffi.schema import SchemaBridge
from llmspell_cffi.script import ScriptBridge
from llmspell_cffi.session import SessionBridge
from llmspell_cffi.state import StateBridge
from llmspell_cffi.testing import TestingBridge
from llmspell_cffi.tool import ToolBridge
from llmspell_cffi.workflow import WorkflowBridge

__all__ = ["ABSENT", "LibraryError", "Session", "open_session"]
__version__ = "0.1.0"


class Session:
    """One session: a bridge for each module. Close it, or use ``with``."""

    def __init__(self, core: _Session) -> None:
        self.core = core
        self.session = SessionBridge(core)
        self.provider = ProviderBridge(core)
        self.agent = AgentBridge(core)
        self.tool = ToolBridge(core)
        self.event = EventBridge(core)
        self.memory = MemoryBridge(core)
        self.state = StateBridge(core)
        self.schema = SchemaBridge(core)
        self.output = OutputBridge(core)
        self.hook = HookBridge(core)
        self.script = ScriptBridge(core)
        self.workflow = WorkflowBridge(core)
        self.testing = TestingBridge(core)

    def child(self, handle: str) -> Session:
        """The session behind a handle that this one opened."""
        return Session(self.core.child(handle))

    def close(self) -> None:
        """Releases all that lives in the session; safe to call twice."""
        self.core.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *ignored: object) -> None:
        self.close()


def open_session(
    options: Mapping[str, Any] | None = None, *, library: str | PathLike[str] | None = None
) -> Session:
    """A new session; ``library`` is the path of the shared library. Raises LibraryError."""
    return Session(Library("llmspell", library).open(options))
