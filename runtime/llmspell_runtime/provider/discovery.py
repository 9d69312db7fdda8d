"""Finding out which providers a session could use, by asking them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import anyio
from bridge_runtime.errors import BridgeError
from llmspell.provider.types import DiscoveredProvider, ModelInfo, ProviderConfig, Type

from llmspell_runtime.provider.addresses import DEFAULTS
from llmspell_runtime.provider.connect import KEY_VARIABLES, variable
from llmspell_runtime.provider.failures import Failure
from llmspell_runtime.provider.resource import Provider

if TYPE_CHECKING:
    from llmspell_runtime.provider.service import Providers

PATIENCE_SECONDS: Final = 3.0


async def discover(providers: Providers, types: Sequence[Type]) -> list[DiscoveredProvider]:
    """What there is of each type: the session's own providers, else what the defaults lead to."""
    found: list[list[DiscoveredProvider]] = [[] for _ in types]

    async def look(place: int, type: Type) -> None:
        found[place] = await _of_type(providers, type)

    async with anyio.create_task_group() as group:
        for place, type in enumerate(dict.fromkeys(types)):
            group.start_soon(look, place, type)
    return [one for several in found for one in several]


async def _of_type(providers: Providers, type: Type) -> list[DiscoveredProvider]:
    if type is Type.SCRIPTED:
        return [_entry(type, "default", [])]
    own = providers.of_type(type)
    if own:
        return [await _ask(provider, "session") for provider in own]
    if type is Type.LOCAL:
        problem = "its address is not known; give base_url to provider.create"
        return [
            DiscoveredProvider(
                type=type, source="default", configured=False, reachable=False, models=[], problem=problem
            )
        ]
    return [await _default(providers, type)]


async def _default(providers: Providers, type: Type) -> DiscoveredProvider:
    """What a provider of this type with nothing but its type would reach."""
    permissions = providers.session.permissions
    key_variable = KEY_VARIABLES.get(type)
    if key_variable is not None and not variable(permissions, key_variable):
        return DiscoveredProvider(
            type=type,
            source="default",
            configured=False,
            reachable=False,
            base_url=DEFAULTS[type],
            models=[],
            problem=f'no key: give api_key to provider.create, or grant env: ["{key_variable}"] and set that variable',
        )
    from_environment = type is Type.OLLAMA and variable(permissions, "OLLAMA_HOST")
    source = key_variable or ("OLLAMA_HOST" if from_environment else "default")
    try:
        provider = providers.unlisted(ProviderConfig(type=type, timeout_seconds=PATIENCE_SECONDS))
    except BridgeError as error:
        return DiscoveredProvider(
            type=type, source=source, configured=False, reachable=False, models=[], problem=error.message
        )
    try:
        return await _ask(provider, source)
    finally:
        await provider.backend.aclose()


async def _ask(provider: Provider, source: str) -> DiscoveredProvider:
    problem = None
    models: list[ModelInfo] = []
    try:
        with anyio.fail_after(PATIENCE_SECONDS):
            models = await provider.backend.models()
    except TimeoutError:
        problem = f"no answer within {PATIENCE_SECONDS:g} seconds"
    except Failure as failure:
        problem = failure.error(1).message
    except BridgeError as error:
        problem = error.message
    return DiscoveredProvider(
        type=provider.config.type,
        source=source,
        configured=True,
        reachable=problem is None,
        base_url=provider.base_url or None,
        models=[model.id for model in models],
        problem=problem,
    )


def _entry(type: Type, source: str, models: list[str]) -> DiscoveredProvider:
    return DiscoveredProvider(type=type, source=source, configured=True, reachable=True, models=models)
