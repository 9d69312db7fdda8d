"""A run that passes the hooks at ``agent_run``: as that point's payload and result, and back."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from llmspell.agent.types import RunOptions, RunResult, StructuredOptions, StructuredResult

from llmspell_runtime.agent.loop import Happening
from llmspell_runtime.hook.pieces import stream_through
from llmspell_runtime.hook.points import AGENT_RUN, through
from llmspell_runtime.provider.protocol import RequestedTool

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.agent.resource import Agent

OPTIONS: Final = ("images", "temperature", "max_tokens", "max_steps", "timeout_seconds", "max_attempts")

Pieces: TypeAlias = "AsyncGenerator[Happening | RunResult, None]"


class Request:
    """What a run is asked: its input, what holds for it alone, and the schema of a structured one."""

    def __init__(
        self,
        input: str,
        options: RunOptions | StructuredOptions | None = None,
        schema: Mapping[str, Any] | None = None,
    ) -> None:
        self.input = input
        self.given: dict[str, Any] = {}
        """The options that were given, by name."""
        if options is not None:
            self.given = {name: getattr(options, name) for name in options.model_fields_set}
        self.schema = schema


class HookedRun:
    """One run of a session that has hooks."""

    def __init__(self, session: Session, agent: Agent, request: Request, *, streaming: bool) -> None:
        self._session, self._request = session, request
        self._payload: dict[str, Any] = {
            "agent": agent.config.name,
            "agent_id": agent.handle,
            "input": request.input,
            "streaming": streaming,
            **request.given,
        }
        if request.schema is not None:
            self._payload["schema"] = dict(request.schema)

    async def result_of(self, run: Callable[[Request], Awaitable[RunResult | StructuredResult]]) -> Any:
        """The result that ``run`` gives, or what hooks make of it, as JSON."""

        async def work(payload: Any) -> Any:
            return (await run(self._as_changed(payload))).to_json()

        return await through(self._session, AGENT_RUN, self._payload, work)

    def happenings_of(self, run: Callable[[Request], Pieces]) -> Pieces:
        """What happens in ``run``, and last its result, or what hooks make of them."""
        self._run = run
        return stream_through(self._session, AGENT_RUN, self._payload, self)

    def open(self, payload: Any) -> Pieces:
        return self._run(self._as_changed(payload))

    def result(self, piece: Happening | RunResult) -> Any | None:
        return piece.to_json() if isinstance(piece, RunResult) else None

    def pieces(self, result: Any) -> Iterable[Happening | RunResult]:
        whole = RunResult.model_validate(result)
        for outcome in whole.tool_calls:
            yield RequestedTool(outcome.id, outcome.name, outcome.arguments)
            yield outcome
        if whole.text:
            yield whole.text
        yield whole

    def _as_changed(self, payload: Any) -> Request:
        """The request that hooks have let pass."""
        if payload is self._payload:
            return self._request
        request = Request(payload["input"], schema=self._request.schema)
        request.given = {name: payload[name] for name in OPTIONS if name in payload}
        return request
