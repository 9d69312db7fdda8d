"""From a configuration to a backend: the key, the address, the wire format, and what forbids them."""

from __future__ import annotations

import os
import re
from functools import partial
from typing import Final, NamedTuple
from urllib.parse import SplitResult

import anyio
from bridge_runtime.errors import PermissionDenied
from bridge_runtime.permissions import Permissions
from llmspell.provider.errors import InvalidConfig
from llmspell.provider.types import ProviderConfig, Type

from llmspell_runtime.provider import addresses
from llmspell_runtime.provider.anthropic import Anthropic
from llmspell_runtime.provider.backend import Backend, HttpBackend
from llmspell_runtime.provider.clock import Clock
from llmspell_runtime.provider.cohere import Cohere
from llmspell_runtime.provider.ollama import Ollama
from llmspell_runtime.provider.openai import OpenAI
from llmspell_runtime.provider.protocol import Dialect
from llmspell_runtime.provider.scripted import ScriptedBackend
from llmspell_runtime.provider.transport import HttpxTransport

KEY_VARIABLES: Final = {
    Type.OPENAI: "OPENAI_API_KEY",
    Type.ANTHROPIC: "ANTHROPIC_API_KEY",
    Type.COHERE: "COHERE_API_KEY",
}
OFFICIAL_OPENAI: Final = "api.openai.com"
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_RESERVED_HEADERS: Final = {"host", "content-length", "content-type", "transfer-encoding", "accept-encoding"}
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f]|[^\x00-\xff]")


class Connection(NamedTuple):
    """What a provider works with."""

    backend: Backend
    base_url: str
    """Empty when nothing is sent."""
    key: str
    """Empty when there is none."""


def connect(permissions: Permissions, clock: Clock, name: str, config: ProviderConfig) -> Connection:
    """What ``config`` describes; nothing is sent yet.

    Raises InvalidConfig for what cannot work, PermissionDenied for an address that the session may not reach.
    """
    if config.type is Type.SCRIPTED:
        refuse_network_fields(config)
        return Connection(ScriptedBackend(name, config.model or "", config.script or [], clock), "", "")
    if config.script is not None:
        reason = f"only a scripted provider has one; this is {config.type.value}"
        raise InvalidConfig(field="script", reason=reason)
    base_url = config.base_url or default_address(permissions, config.type)
    if base_url is None:
        raise InvalidConfig(
            field="base_url", reason=f"needed by {config.type.value}, as in http://127.0.0.1:8080/v1"
        )
    url = addresses.parse(base_url)
    addresses.require(permissions, url)
    key = find_key(permissions, config)
    headers = _checked_headers(config)
    backend = HttpBackend(
        name,
        dialect(config.type, url),
        HttpxTransport(url, config.max_connections or 100),
        address=base_url,
        key=key,
        headers=headers,
        timeout=config.timeout_seconds or 60.0,
        guard=partial(require_resolved, permissions, url),
    )
    return Connection(backend, base_url, key)


def default_address(permissions: Permissions, type: Type) -> str | None:
    """Where providers of this type are when nobody says; None when only the user can know."""
    if type is Type.OLLAMA and (host := variable(permissions, "OLLAMA_HOST")):
        return addresses.from_ollama_host(host)
    return addresses.DEFAULTS.get(type)


def find_key(permissions: Permissions, config: ProviderConfig) -> str:
    """The key to use; empty when none is needed. Raises InvalidConfig when one is missing.

    The environment's keys are for the endpoints they were made for, never for an address of the caller's own.
    """
    name = KEY_VARIABLES.get(config.type) if config.base_url is None else None
    key = config.api_key or (variable(permissions, name) if name else "")
    if key and _UNWRITABLE.search(key):
        reason = "it holds characters that no key has, such as a line's end"
        raise InvalidConfig(field="api_key", reason=reason)
    if not key and name:
        reason = f'needed by {config.type.value}; give it, or grant env: ["{name}"] and set that variable'
        raise InvalidConfig(field="api_key", reason=reason)
    return key


def variable(permissions: Permissions, name: str) -> str:
    """An environment variable; empty when it is not set or the session may not read it."""
    try:
        permissions.require_name("env", name)
    except PermissionDenied:
        return ""
    return os.environ.get(name, "").strip()


def refuse_network_fields(config: ProviderConfig) -> None:
    """Raise InvalidConfig when a scripted provider is given what only an endpoint can use."""
    for field in ("base_url", "api_key", "headers"):
        if getattr(config, field) is not None:
            raise InvalidConfig(field=field, reason="a scripted provider sends nothing; leave it out")


def dialect(type: Type, url: SplitResult) -> Dialect:
    """The wire format of a type."""
    match type:
        case Type.ANTHROPIC:
            return Anthropic()
        case Type.COHERE:
            return Cohere()
        case Type.OLLAMA:
            return Ollama()
    return OpenAI(completion_tokens=url.hostname == OFFICIAL_OPENAI)


async def require_resolved(permissions: Permissions, url: SplitResult) -> None:
    """Raise PermissionDenied when a public name leads to an address that ``net`` would have to name."""
    host = url.hostname or ""
    if addresses.is_loopback(host) or addresses.is_guarded(host):
        return  # looked at when the provider was made
    try:
        found = await anyio.getaddrinfo(host, url.port or 443)
    except OSError:
        return  # the request will say so, with its address
    for _, _, _, _, address in found:
        permissions.require_address("net", host, str(address[0]))


def _checked_headers(config: ProviderConfig) -> dict[str, str]:
    for name, value in (config.headers or {}).items():
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _RESERVED_HEADERS:
            raise InvalidConfig(
                field="headers", reason=f"{name!r} cannot be set; it is not a name, or is made here"
            )
        if _UNWRITABLE.search(value):
            raise InvalidConfig(field="headers", reason=f"the value of {name!r} holds what no header can")
    return dict(config.headers or {})
