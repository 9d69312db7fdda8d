"""The hook service: the bridge's functions over the hooks of one session."""

from __future__ import annotations

import builtins
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from llmspell.hook.constants import Limit
from llmspell.hook.errors import InvalidPayload
from llmspell.hook.service import HookService
from llmspell.hook.types import (
    FailurePolicy,
    HookAnswer,
    HookCall,
    HookDefinition,
    HookFilter,
    HookInfo,
    Priority,
)

from llmspell_runtime.hook import payloads, points
from llmspell_runtime.hook.handler import Handler
from llmspell_runtime.hook.resource import Hook, Settings

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session


class Hooks(HookService[Hook]):
    """The hooks of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._standing = points.standing_of(session)
        self._hooks: list[Hook] = []
        self._lock = Lock()
        self._next = count(1).__next__

    def register(self, definition: HookDefinition) -> Hook:
        observe = definition.observe or False
        handler = Handler(
            cast("Callback[[HookCall], HookAnswer | None]", definition.handler),
            definition.type,
            timeout_seconds=definition.timeout_seconds or Limit.TIMEOUT_SECONDS,
            max_retries=Limit.MAX_RETRIES if definition.max_retries is None else definition.max_retries,
            observe=observe,
        )
        settings = Settings(
            type=definition.type,
            points=(definition.point,),
            name=definition.name or "",
            priority=definition.priority or Priority.NORMAL,
            on_failure=definition.on_failure or FailurePolicy.FAIL,
            max_failures=definition.max_failures or Limit.MAX_FAILURES,
            observe=observe,
        )
        return self._add(settings, handler, enabled=definition.enabled is not False)

    def _add(self, settings: Settings, behaviour: Handler, *, enabled: bool = True) -> Hook:
        hook = Hook(settings, behaviour, self._next(), self.session.events, self._arrange, enabled=enabled)
        with self._lock:
            self._hooks.append(hook)
        self._arrange()
        return hook

    def unregister(self, hook: Hook) -> None:
        with self._lock:
            self._hooks.remove(hook)
        hook.close()

    def _arrange(self) -> None:
        """Have the calls that begin from now on meet the hooks that are enabled now."""
        with self._lock:
            self._hooks.sort(key=lambda hook: hook.place)
            layers: dict[str, tuple[Hook, ...]] = {}
            for hook in self._hooks:
                for point in hook.settings.points if hook.enabled else ():
                    layers[point] = (*layers.get(point, ()), hook)
            self._standing.layers = layers

    async def execute(self, point: str, payload: Any, work: Callback[[Any], Any] | None = None) -> Any:
        try:
            given = payloads.checked(point, payload)
        except payloads.Unfit as unfit:
            raise InvalidPayload(point=point, reason=str(unfit)) from None

        async def inside(payload: Any) -> Any:
            return payload if work is None else await work(payload)

        return await points.through(self.session, point, given, inside)

    def list(self, filter: HookFilter | None = None) -> builtins.list[HookInfo]:
        found = [*self._hooks]
        if filter is not None and filter.point is not None:
            found = [hook for hook in found if filter.point in hook.settings.points]
        if filter is not None and filter.enabled is not None:
            found = [hook for hook in found if hook.enabled is filter.enabled]
        return [hook.info() for hook in found]

    def enable(self, hook: Hook) -> None:
        hook.switch(True)

    def disable(self, hook: Hook) -> None:
        hook.switch(False)

    def get_info(self, hook: Hook) -> HookInfo:
        return hook.info()

    def _close(self) -> None:
        points.leave(self.session)
