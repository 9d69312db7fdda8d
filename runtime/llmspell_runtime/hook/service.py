"""The hook service: the bridge's functions over the hooks of one session."""

from __future__ import annotations

import builtins
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, cast

from llmspell.hook.errors import InvalidPayload
from llmspell.hook.service import HookService
from llmspell.hook.types import (
    BuiltIn,
    BuiltInHook,
    ComposeOptions,
    HookAnswer,
    HookCall,
    HookDefinition,
    HookFilter,
    HookInfo,
    Type,
)

from llmspell_runtime.hook import payloads, points
from llmspell_runtime.hook.built_in import make
from llmspell_runtime.hook.composite import Composite
from llmspell_runtime.hook.handler import Handler
from llmspell_runtime.hook.resource import Behaviour, Hook, Settings
from llmspell_runtime.provider.clock import SYSTEM, Clock

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session

OBSERVERS: Final = (BuiltIn.LOGGING, BuiltIn.METRICS)


class Hooks(HookService[Hook]):
    """The hooks of one session."""

    def __init__(self, session: Session, clock: Clock = SYSTEM) -> None:
        super().__init__(session)
        self._clock = clock
        self._hooks: list[Hook] = []
        self._lock = Lock()
        self._next = count(1).__next__

    def register(self, definition: HookDefinition) -> Hook:
        handler = Handler(
            cast("Callback[[HookCall], HookAnswer | None]", definition.handler),
            definition.type,
            timeout_seconds=definition.timeout_seconds,
            max_retries=definition.max_retries,
            observe=definition.observe,
            sleep=self._clock.sleep,
        )
        settings = Settings(
            type=definition.type,
            points=(definition.point,),
            name=definition.name or "",
            priority=definition.priority,
            on_failure=definition.on_failure,
            max_failures=definition.max_failures,
            observe=definition.observe,
        )
        return self._add(settings, handler, enabled=definition.enabled)

    def install(self, built_in: BuiltInHook) -> Hook:
        made = make(self.session, self._clock, built_in)
        settings = Settings(
            type=Type.AROUND,
            points=made.points,
            name=built_in.name or built_in.kind,
            priority=built_in.priority,
            observe=made.kind in OBSERVERS,
        )
        return self._add(settings, made)

    def compose(self, hooks: builtins.list[Hook], options: ComposeOptions | None = None) -> Hook:
        options = options or ComposeOptions()
        with self._lock:
            composite = Composite(hooks)
            settings = Settings(Type.AROUND, composite.points, options.name or "", options.priority)
            whole = Hook(settings, composite, self._next(), self.session.events, self._arrange)
            for member in hooks:
                member.part_of = whole
            self._hooks.append(whole)
        self._arrange()
        return whole

    def _add(self, settings: Settings, behaviour: Behaviour, *, enabled: bool = True) -> Hook:
        hook = Hook(settings, behaviour, self._next(), self.session.events, self._arrange, enabled=enabled)
        with self._lock:
            self._hooks.append(hook)
        self._arrange()
        return hook

    def unregister(self, hook: Hook) -> None:
        with self._lock:
            self._hooks.remove(hook)
            whole = hook.part_of
            if whole is not None and isinstance(whole.behaviour, Composite):
                whole.behaviour.members.remove(hook)
        if isinstance(hook.behaviour, Composite):
            for member in [*hook.behaviour.members]:
                self.unregister(member)
                self.session.release(member)

    def _arrange(self) -> None:
        """Have the calls that begin from now on meet the hooks that are enabled now."""
        with self._lock:
            self._hooks.sort(key=lambda hook: hook.place)
            layers: dict[str, tuple[Hook, ...]] = {}
            for hook in self._hooks:
                for point in hook.points if hook.enabled and hook.part_of is None else ():
                    layers[point] = (*layers.get(point, ()), hook)
            points.stand(self.session, layers)

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
            found = [hook for hook in found if filter.point in hook.points]
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
        points.stand(self.session, {})
