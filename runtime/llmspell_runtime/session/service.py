"""The session service: child sessions, batches, conversions and the last error."""

from __future__ import annotations

from collections import Counter
from typing import Any

import anyio
from bridge_runtime.errors import BridgeError, Cancelled, PermissionDenied, SessionClosed, Unsupported
from bridge_runtime.session import Session
from llmspell.session.constants import Limit
from llmspell.session.errors import PermissionExceeded, TooDeep
from llmspell.session.service import SessionService
from llmspell.session.types import BatchCall, BatchOptions, BatchOutcome, SessionInfo, SessionOptions
from llmspell.shared.types import ErrorInfo

from llmspell_runtime.session.conversions import convert

SESSION = "session.Session"


class Sessions(SessionService[Session]):
    """What a session offers about itself and its children."""

    def open(self, options: SessionOptions | None = None) -> Session:
        parent = self.session
        if parent.depth >= Limit.DEPTH:
            raise TooDeep(limit=Limit.DEPTH)
        given = options.model_dump(exclude_unset=True) if options is not None else {}
        try:
            return Session(parent.interface, given, parent=parent)
        except PermissionDenied as error:
            name, what = str(error.fields["permission"]), str(error.fields.get("what", ""))
            held = parent.permissions.to_json().get(name, "none")
            raise PermissionExceeded(permission=name, requested=what, held=str(held)) from None

    async def close(self, session: Session) -> None:
        """Nothing of its own: the waist closes what a releasing function was given."""

    def get_info(self, session: Session | None = None) -> SessionInfo:
        session = session or self.session
        kinds = (session.handles.spec_of(resource) for resource in session.handles)
        resources = Counter(kind.name for kind in kinds if kind is not None)
        parent = {"parent": name_of(session.parent)} if session.parent is not None else {}
        return SessionInfo(
            name=name_of(session),
            permissions=session.permissions.to_json(),
            resources=dict(sorted(resources.items())),
            children=resources[SESSION],
            **parent,
        )

    async def batch(self, calls: list[BatchCall], options: BatchOptions | None = None) -> list[BatchOutcome]:
        stop = bool(options and options.stop_on_error)
        at_once = (options.concurrency if options else None) or 1
        outcomes: list[BatchOutcome | None] = [None] * len(calls)
        if at_once == 1:
            for number, call in enumerate(calls):
                outcomes[number] = outcome = await self._one(call)
                if stop and not outcome.ok:
                    break
        else:
            await self._together(calls, outcomes, at_once, stop)
        return [outcome for outcome in outcomes if outcome is not None]

    async def _together(
        self, calls: list[BatchCall], outcomes: list[BatchOutcome | None], at_once: int, stop: bool
    ) -> None:
        """Run the calls, some at once; with ``stop`` none begins after one has failed."""
        waiting = iter(enumerate(calls))
        failed = False

        async def work() -> None:
            nonlocal failed
            for number, call in waiting:
                if stop and failed:
                    return
                outcomes[number] = outcome = await self._one(call)
                failed = failed or not outcome.ok

        try:
            async with anyio.create_task_group() as tasks:
                for _ in range(min(at_once, len(calls))):
                    tasks.start_soon(work)
        except (
            BaseExceptionGroup
        ) as errors:  # what ends one of them, such as the session's end, ends them all
            raise errors.exceptions[0] from None

    async def _one(self, call: BatchCall) -> BatchOutcome:
        try:
            return BatchOutcome(ok=True, result=await self._call(call))
        except (Cancelled, SessionClosed):
            raise
        except BridgeError as error:
            return BatchOutcome(ok=False, error=info_of(error))

    async def _call(self, call: BatchCall) -> Any:
        name = call.function
        function = self.session.interface.function(name)
        if name == "session.batch":
            raise Unsupported(detail="a batch cannot be part of a batch; write its calls into this one")
        if function.streams is not None:
            raise Unsupported(
                detail=f"{name} gives a stream, which cannot be part of a batch; call it by itself"
            )
        return await self.session.acall_json(name, call.arguments or {})

    def convert(self, value: Any, source_type: str, target_type: str) -> Any:
        return convert(value, source_type, target_type)

    def get_last_error(self, session: Session | None = None) -> ErrorInfo | None:
        error = (session or self.session).last_error
        return None if error is None else info_of(error)


def name_of(session: Session) -> str:
    """What a session is called: the name it was given, else its handle, else "main" for the first one."""
    return session.options.name or session.handle or "main"


def info_of(error: BridgeError) -> ErrorInfo:
    """An error as data."""
    return ErrorInfo.model_validate(error.to_json())
