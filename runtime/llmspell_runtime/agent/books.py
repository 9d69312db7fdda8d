"""The books of one run: its events, and what it adds to the agent's counts."""

from __future__ import annotations

from time import perf_counter

from bridge_runtime.errors import BridgeError
from bridge_runtime.session import Session
from llmspell.agent.types import RunResult
from llmspell.provider.types import FinishReason

from llmspell_runtime.agent.loop import Run
from llmspell_runtime.agent.resource import Agent
from llmspell_runtime.provider.reporting import usage


class Books:
    """Opened when a run begins, closed once by ``completed`` or ``failed``."""

    def __init__(self, session: Session, agent: Agent, run: Run, id: str, input: str) -> None:
        self._events = session.events
        self._agent, self._run, self._id = agent, run, id
        self._began = perf_counter()
        agent.runs += 1
        if self._events.hears("agent.start"):
            self._emit("agent.start", provider=run.provider.name, model=run.model, input=input)

    def completed(self) -> RunResult:
        """Close the books of a run that ended well."""
        self._count()
        run = self._run
        result = RunResult(
            run_id=self._id,
            text=run.reply.text if run.reply else "",
            finish_reason=run.reply.finish_reason if run.reply else FinishReason.OTHER,
            steps=run.steps,
            tool_calls=run.outcomes,
            usage=usage(run.input_tokens, run.output_tokens),
            duration_ms=self._milliseconds(),
        )
        if self._events.hears("agent.complete"):
            self._emit(
                "agent.complete",
                text=result.text,
                steps=run.steps,
                tool_calls=len(run.outcomes),
                usage=result.usage.to_json(),
                duration_ms=result.duration_ms,
            )
        return result

    def failed(self, error: BridgeError) -> None:
        """Close the books of a run that failed or was cancelled."""
        self._count()
        if self._events.hears("agent.error"):
            self._emit(
                "agent.error",
                steps=self._run.steps,
                duration_ms=self._milliseconds(),
                error=error.to_json(),
            )

    def _count(self) -> None:
        self._agent.input_tokens += self._run.input_tokens
        self._agent.output_tokens += self._run.output_tokens

    def _milliseconds(self) -> float:
        return round((perf_counter() - self._began) * 1000, 3)

    def _emit(self, type: str, **data: object) -> None:
        head = {"run_id": self._id, "agent": self._agent.config.name, "agent_id": self._agent.handle}
        self._events.emit(type, head | data)
