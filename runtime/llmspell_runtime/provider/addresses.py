"""Where providers are, and which addresses a session may reach without being granted them by name.

The grant ``llm`` reaches public hosts and this machine. Addresses of private networks, link-local ones (cloud
metadata among them) and reserved ones need a ``net`` grant that names the host.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlsplit

from llmspell.provider.errors import InvalidConfig
from llmspell.provider.types import Type

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions

OLLAMA_PORT: Final = 11434
DEFAULTS: Final = {
    Type.OPENAI: "https://api.openai.com/v1",
    Type.ANTHROPIC: "https://api.anthropic.com",
    Type.COHERE: "https://api.cohere.com",
    Type.OLLAMA: f"http://127.0.0.1:{OLLAMA_PORT}",
}


def parse(text: str) -> SplitResult:
    """The parts of a base URL. Raises InvalidConfig, without showing secrets that ``text`` may hold."""
    try:
        url = urlsplit(text)
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise InvalidConfig(field="base_url", reason=f"not an address: {error}") from None
    if url.scheme not in ("http", "https") or not host:
        raise InvalidConfig(
            field="base_url", reason="expected http:// or https:// and a host, as in http://127.0.0.1:8080/v1"
        )
    if url.username or url.password:
        raise InvalidConfig(field="base_url", reason="a key does not belong in the address; give api_key")
    if url.query or url.fragment:
        raise InvalidConfig(field="base_url", reason="nothing may follow the path; leave out ? and #")
    if not text.isascii() or any(sign <= " " for sign in text):
        raise InvalidConfig(field="base_url", reason="only visible ASCII characters may stand in it")
    return url


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine, by name or address."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return _mapped(ipaddress.ip_address(host)).is_loopback
    except ValueError:
        return False


def is_guarded(host: str) -> bool:
    """Whether ``host`` is an address that nobody outside a private network means."""
    try:
        address = _mapped(ipaddress.ip_address(host))
    except ValueError:
        return False
    return not address.is_loopback and not address.is_global


def require(permissions: Permissions, url: SplitResult) -> None:
    """Raise PermissionDenied when reaching ``url`` needs a ``net`` grant that the session does not have."""
    if is_guarded(url.hostname or ""):
        permissions.require_host("net", url.geturl())


def from_ollama_host(text: str) -> str:
    """The base URL that OLLAMA_HOST means: it may leave out the scheme and the port."""
    text = text.strip().strip("\"'").rstrip("/")
    if "://" not in text:
        text = f"http://{text}"
    url = urlsplit(text)
    host = url.hostname or "127.0.0.1"
    if host in ("0.0.0.0", "::"):  # where a server listens, not where it is
        host = "127.0.0.1"
    port = url.port or {"https": 443}.get(url.scheme, OLLAMA_PORT)
    shown = f"[{host}]" if ":" in host else host
    return f"{url.scheme}://{shown}:{port}{url.path}"


def _mapped(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address inside an IPv6 one that only wraps it."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return address
