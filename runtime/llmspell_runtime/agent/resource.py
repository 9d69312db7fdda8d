"""An agent: its configuration, its conversation, its state and its counts."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Lock

from bridge_runtime.errors import BridgeError, Cancelled
from bridge_runtime.resources import Resource
from llmspell.agent.constants import Limit
from llmspell.agent.errors import Busy
from llmspell.agent.types import AgentConfig, AgentInfo, State

from llmspell_runtime.agent.conversation import Conversation
from llmspell_runtime.agent.remembered import RememberedConversation
from llmspell_runtime.provider.reporting import error_info, usage


class Agent(Resource):
    """One agent of a session. Its state follows the rules that the bridge documents."""

    def __init__(self, config: AgentConfig, conversation: Conversation) -> None:
        self.config = config
        self.state = State.IDLE
        self.conversation = conversation
        self.runs = 0
        self.input_tokens = self.output_tokens = 0
        self.last_error: BridgeError | None = None
        self.created_at = datetime.now(UTC)
        self.is_open = True
        self._lock = Lock()
        """Runs change the state on the session's loop, and everything else on its callers' threads."""

    def __repr__(self) -> str:
        return f"<Agent {self.handle} {self.config.name!r} {self.state}>"

    @property
    def max_steps(self) -> int:
        return self.config.max_steps or Limit.DEFAULT_STEPS

    def begin(self) -> None:
        """Start a run. Raises Busy when one is under way."""
        with self._lock:
            self.require_rest()
            self.state = State.RUNNING

    def end(self, error: BridgeError | None) -> None:
        """End the run: well, with an error, or (an error that is Cancelled) by being cancelled."""
        if isinstance(error, Cancelled):
            self.state = State.READY
            return
        self.last_error = error
        self.state = State.COMPLETED if error is None else State.ERROR

    def changed(self) -> None:
        """Note that the next run will find something else than the last one left."""
        with self._lock:
            if self.state is not State.RUNNING:
                self.state = State.READY

    def reset(self) -> None:
        """Forget the conversation. Raises Busy when a run is under way."""
        with self._lock:
            self.require_rest()
            self.conversation.clear()
            self.last_error = None
            self.state = State.IDLE

    def exchange(self, conversation: Conversation) -> None:
        """Go on with another conversation. Raises Busy when a run is under way."""
        with self._lock:
            self.require_rest()
            self.conversation = conversation
            self.state = State.READY

    def require_rest(self) -> None:
        """Raise Busy when a run is under way."""
        if self.state is State.RUNNING:
            raise Busy(agent=self.config.name)

    def close(self) -> None:
        self.is_open = False

    def info(self) -> AgentInfo:
        """What this agent is and has done."""
        config, memory = self.config, self.conversation
        return AgentInfo(
            id=self.handle,
            name=config.name,
            state=self.state,
            provider=config.provider,
            model=config.model,
            description=config.description,
            system_prompt=config.system_prompt,
            tools=list(config.tools or ()),
            max_steps=self.max_steps,
            messages=len(self.conversation),
            memory=memory.memory.info() if isinstance(memory, RememberedConversation) else None,
            runs=self.runs,
            usage=usage(self.input_tokens, self.output_tokens),
            created_at=self.created_at,
            last_error=None if self.last_error is None else error_info(self.last_error),
        )
