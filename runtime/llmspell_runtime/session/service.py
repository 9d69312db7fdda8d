"""The session service: child sessions, batches, conversions and the last error."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from bridge_runtime.batches import Returned
from bridge_runtime.errors import BridgeError, PermissionDenied
from bridge_runtime.memo import MemoFigures
from bridge_runtime.session import Session
from llmspell.session.constants import Limit
from llmspell.session.errors import NotMemoized, PermissionExceeded, TooDeep
from llmspell.session.service import SessionService
from llmspell.session.types import (
    BatchCall,
    BatchMetrics,
    BatchOptions,
    BatchOutcome,
    ConversionInfo,
    ConversionPath,
    EvictionPolicy,
    MemoizeMetrics,
    SessionInfo,
    SessionMetrics,
    SessionOptions,
)
from llmspell.shared.types import ErrorInfo
from pydantic import TypeAdapter

from llmspell_runtime.session.conversions import Conversions

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback

SESSION = "session.Session"


class Sessions(SessionService[Session]):
    """What a session offers about itself and its children."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._conversions = Conversions()

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
        made = [(call.function, call.arguments or {}) for call in calls]
        outcomes = await self.session.batches.run(made, stop_on_error=stop, concurrency=at_once)
        return _outcomes().validate_python(
            [
                (
                    {"ok": True, "result": outcome.value}
                    if isinstance(outcome, Returned)
                    else {"ok": False, "error": outcome.to_json()}
                )
                for outcome in outcomes
            ]
        )

    def get_metrics(self) -> SessionMetrics:
        figures = self.session.batches.figures()
        mean = figures.calls / figures.batches if figures.batches else 0
        memos = sorted(self.session.waist.memos.items())
        return SessionMetrics(
            memoized={name: _memoized(memo.figures()) for name, memo in memos},
            batches=BatchMetrics(**asdict(figures), mean_size=round(mean, 3)),
        )

    def clear_cache(self, function: str | None = None) -> int:
        if function is not None and function not in self._memoized():
            raise NotMemoized(function=function, known=", ".join(self._memoized()))
        return self.session.forget(function)

    def _memoized(self) -> list[str]:
        """The functions of the interface that keep results."""
        interface = self.session.interface
        functions = (f for module in interface.modules for f in interface.bridge(module).functions.values())
        return sorted(function.name for function in functions if function.memoize is not None)

    async def convert(self, value: Any, source_type: str, target_type: str) -> Any:
        return await self._conversions.convert(value, source_type, target_type)

    def register_conversion(
        self,
        source_type: str,
        target_type: str,
        converter: Callback[[Any], Any],
        cost: float = 1,
        name: str | None = None,
    ) -> str:
        return self._conversions.add(source_type, target_type, converter, cost, name)

    def unregister_conversion(self, name: str) -> None:
        self._conversions.remove(name)

    def list_conversions(
        self, source_type: str | None = None, target_type: str | None = None
    ) -> list[ConversionInfo]:
        return self._conversions.all(source_type, target_type)

    def find_conversion(self, source_type: str, target_type: str) -> ConversionPath:
        return self._conversions.describe(source_type, target_type)

    def get_last_error(self, session: Session | None = None) -> ErrorInfo | None:
        error = (session or self.session).last_error
        return None if error is None else info_of(error)


@cache
def _outcomes() -> TypeAdapter[list[BatchOutcome]]:
    """Makes all at once, which costs half of making one after the other."""
    return TypeAdapter(list[BatchOutcome])


def name_of(session: Session) -> str:
    """What a session is called: the name it was given, else its handle, else "main" for the first one."""
    return session.options.name or session.handle or "main"


def _memoized(figures: MemoFigures) -> MemoizeMetrics:
    policy = figures.policy
    ttl = {} if policy.ttl_seconds is None else {"ttl_seconds": policy.ttl_seconds}
    return MemoizeMetrics(
        hits=figures.hits,
        misses=figures.misses,
        evicted=figures.evicted,
        expired=figures.expired,
        entries=figures.entries,
        max_entries=policy.max_entries,
        policy=EvictionPolicy(policy.policy),
        **ttl,
    )


def info_of(error: BridgeError) -> ErrorInfo:
    """An error as data."""
    return ErrorInfo.model_validate(error.to_json())
