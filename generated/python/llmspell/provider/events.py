"""Events of provider: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import ProviderFailed, ProviderRequested, ProviderResponded, ProviderRetried

REQUEST: Final[EventType[ProviderRequested]] = EventType("provider.request")
"""A call to a model begins.

Emitted: Before the first try of every chat, stream and embed.
"""

RETRY: Final[EventType[ProviderRetried]] = EventType("provider.retry")
"""A try failed, and another follows.

Emitted: Before the pause that precedes a further try.
"""

RESPONSE: Final[EventType[ProviderResponded]] = EventType("provider.response")
"""A model has answered.

Emitted: When the whole reply has arrived.
"""

ERROR: Final[EventType[ProviderFailed]] = EventType("provider.error")
"""A call to a model has failed.

Emitted: When the last try failed, or the call was cancelled or left.
"""
