"""The built-in HTTP client: every hop under the session's host list, every address looked at before it is dialled.

A name is resolved here, once; the connection goes to an address that was looked at, so that a second answer of the
name server cannot lead elsewhere. Redirects are followed one by one and are permitted one by one.
"""

from __future__ import annotations

import base64
import re
import socket
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import anyio
import httpx2
from bridge_runtime.values import has_surrogate, write_json

from llmspell_runtime.certificates import trusted

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions

MAX_REDIRECTS: Final = 10
MAX_BYTES: Final = 4 * 1024 * 1024
DEFAULT_BYTES: Final = 1024 * 1024
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"[\t\x20-\x7e]*")
_SAME_ORIGIN_ONLY: Final = frozenset({"authorization", "cookie", "proxy-authorization"})
_OURS: Final = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding"})


class RequestFailure(Exception):
    """There is no usable answer; the message says why."""


async def http_request(arguments: Mapping[str, Any], permissions: Permissions) -> dict[str, Any]:
    """Send one request and follow its redirects.

    Returns ``{"url", "status", "headers", "content_type", "text"}``, with ``"base64"`` instead of ``"text"`` when the
    body is not text. Raises PermissionDenied and RequestFailure.
    """
    url = _parsed(arguments["url"])
    method = arguments.get("method", "GET")
    headers = _headers(arguments.get("headers", {}))
    content = _content(arguments, headers)
    limit = arguments.get("max_bytes", DEFAULT_BYTES)
    async with httpx2.AsyncClient(
        verify=trusted(), trust_env=False, http2=False, timeout=arguments.get("timeout_seconds", 30)
    ) as client:
        for _ in range(MAX_REDIRECTS + 1):
            permissions.require_host("net", str(url))
            address = await _address(url, permissions)
            found, location = await _one(client, method, url, address, headers, content, limit)
            if location is None:
                return found
            target = _parsed(location, url)
            if (target.scheme, target.host, target.port) != (url.scheme, url.host, url.port):
                headers = {name: value for name, value in headers.items() if name not in _SAME_ORIGIN_ONLY}
            if found["status"] == 303 or (found["status"] in (301, 302) and method == "POST"):
                method, content = ("HEAD" if method == "HEAD" else "GET"), None
                headers.pop("content-type", None)
            url = target
    raise RequestFailure(f"more than {MAX_REDIRECTS} redirects")


def _parsed(text: str, base: httpx2.URL | None = None) -> httpx2.URL:
    try:
        url = httpx2.URL(text) if base is None else base.join(text)
    except (httpx2.InvalidURL, ValueError) as error:
        raise RequestFailure(f"not a URL: {error}") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise RequestFailure("a URL begins with http:// or https:// and a host")
    if url.port is not None and not 0 < url.port < 65536:
        raise RequestFailure(f"there is no port {url.port}")
    if url.userinfo:
        raise RequestFailure("a URL holds no password here; send an authorization header")
    return url.copy_with(fragment=None)


def _headers(given: Mapping[str, str]) -> dict[str, str]:
    headers = {"user-agent": "llmspell", "accept": "*/*"}
    for name, value in given.items():
        lower = name.lower()
        if lower in _OURS:
            raise RequestFailure(f"the header {name!r} is set by the client itself")
        if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
            raise RequestFailure(f"{name!r} is not a header that can be sent")
        headers[lower] = value
    headers["accept-encoding"] = "identity"
    return headers


def _content(arguments: Mapping[str, Any], headers: dict[str, str]) -> bytes | None:
    if "json" in arguments and "body" in arguments:
        raise RequestFailure("give the body as 'body' or as 'json', not both")
    if "json" in arguments:
        headers.setdefault("content-type", "application/json")
        return write_json(arguments["json"]).encode()
    return arguments["body"].encode() if "body" in arguments else None


async def _address(url: httpx2.URL, permissions: Permissions) -> str:
    """The address to dial for ``url``'s host. Every address of the name must be permitted, not only the one taken."""
    host = url.host
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        answers = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise RequestFailure(f"the name {host!r} has no address") from None
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in addresses:
        permissions.require_address("net", host, address)
    return next((address for address in addresses if ":" not in address), addresses[0])


async def _one(
    client: httpx2.AsyncClient,
    method: str,
    url: httpx2.URL,
    address: str,
    headers: Mapping[str, str],
    content: bytes | None,
    limit: int,
) -> tuple[dict[str, Any], str | None]:
    """One hop: the answer, and where it redirects to."""
    request = client.build_request(
        method,
        url.copy_with(host=address),
        headers={**headers, "host": url.netloc.decode("ascii")},
        content=content,
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )
    try:
        response = await client.send(request, stream=True, follow_redirects=False)
        try:
            location = response.headers.get("location") if response.is_redirect else None
            body = b"" if location is not None else await _body(response, limit)
        finally:
            await response.aclose()
    except httpx2.TimeoutException:
        raise RequestFailure("no answer in time") from None
    except httpx2.HTTPError as error:
        raise RequestFailure(str(error) or type(error).__name__) from None
    return _answer(url, response, body), location


async def _body(response: httpx2.Response, limit: int) -> bytes:
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit and response.request.method != "HEAD":
        raise RequestFailure(f"the answer has {length} bytes; max_bytes is {limit}")
    body = bytearray()
    async for part in response.aiter_bytes(64 * 1024):
        body += part
        if len(body) > limit:
            raise RequestFailure(f"the answer has more than {limit} bytes (max_bytes)")
    return bytes(body)


def _answer(url: httpx2.URL, response: httpx2.Response, body: bytes) -> dict[str, Any]:
    found: dict[str, Any] = {
        "url": str(url),
        "status": response.status_code,
        "headers": {name.lower(): value for name, value in response.headers.items()},
        "content_type": response.headers.get("content-type", ""),
    }
    text = _text(body, response.charset_encoding or "utf-8")
    return {
        **found,
        **({"base64": base64.b64encode(body).decode("ascii")} if text is None else {"text": text}),
    }


def _text(body: bytes, encoding: str) -> str | None:
    """The body in the encoding that the server names; None when that is none, or the body is not in it."""
    try:
        text = body.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return None if has_surrogate(text) else text
