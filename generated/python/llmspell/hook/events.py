"""Events of hook: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import HookDisabled, HookFailure, HookLogged, HookRejected, HookRetried

REJECT: Final[EventType[HookRejected]] = EventType("hook.reject")
"""A hook has refused a call or its result.

Emitted: Before the caller is told.
"""

ERROR: Final[EventType[HookFailure]] = EventType("hook.error")
"""A hook has failed.

Emitted: Each time, whatever its policy.
"""

DISABLE: Final[EventType[HookDisabled]] = EventType("hook.disable")
"""A hook was switched off by its failures.

Emitted: After the failure that was one too many.
"""

LOG: Final[EventType[HookLogged]] = EventType("hook.log")
"""A call has met a logging hook.

Emitted: When it has ended.
"""

RETRY: Final[EventType[HookRetried]] = EventType("hook.retry")
"""A retrying hook has a call done again.

Emitted: Before the pause.
"""
