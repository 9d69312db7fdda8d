"""The one place that knows the HTTP client: requests out, responses in, whole or as they arrive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from types import TracebackType
from typing import Any, Final, Protocol, Self
from urllib.parse import SplitResult

import httpx2

from llmspell_runtime.certificates import trusted

MAX_BODY_BYTES: Final = 64 * 1024 * 1024
"""The longest response, whole or in pieces; one that goes on is broken or hostile."""
KEEPALIVE_SECONDS: Final = 30.0


class TransportError(Exception):
    """No usable response came; ``kind`` is "timeout", "connection" or "protocol"."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail


class Response(Protocol):
    """A response whose body may still be on its way. Leave the ``async with`` block to close it."""

    status: int

    def header(self, name: str) -> str:
        """A header's value; empty when there is none."""

    async def read(self) -> bytes:
        """The whole body. Raises TransportError when it is too long."""

    def chunks(self) -> AsyncGenerator[bytes, None]:
        """The body in pieces as they arrive. Raises TransportError when there is no end of them."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Transport(Protocol):
    """Sends requests to one endpoint. Everything raises TransportError when no response comes."""

    async def send(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Response:
        """Send a request and wait for the head of its response; ``timeout`` is the longest silence."""

    async def aclose(self) -> None:
        """Close all connections."""


class HttpxTransport:
    """Keeps a pool of connections to one endpoint. Redirects are not followed, the environment is not read."""

    def __init__(self, base: SplitResult, max_connections: int) -> None:
        self._base = f"{base.scheme}://{base.netloc}{base.path.rstrip('/')}"
        self._host = base.netloc.encode("ascii")
        self._secure = base.scheme == "https"
        self._limits = httpx2.Limits(
            max_connections=max_connections,
            max_keepalive_connections=max_connections,
            keepalive_expiry=KEEPALIVE_SECONDS,
        )
        self._urls: dict[str, httpx2.URL] = {}
        self._pool: httpx2.AsyncHTTPTransport | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def send(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Response:
        url = self._urls.get(path) or self._urls.setdefault(path, httpx2.URL(self._base + path))
        head = [(b"host", self._host), (b"accept-encoding", b"identity")]
        head += [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers.items()]
        if body is not None:
            head += [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        waits = {"connect": timeout, "read": timeout, "write": timeout, "pool": None}
        request = httpx2.Request(
            method, url, headers=head, stream=httpx2.ByteStream(body or b""), extensions={"timeout": waits}
        )
        try:
            return HttpxResponse(await self._on_this_loop().handle_async_request(request))
        except httpx2.HTTPError as error:
            raise _translated(error) from error

    def _on_this_loop(self) -> httpx2.AsyncHTTPTransport:
        """The pool of the running loop: connections of another loop cannot be used here, nor be closed."""
        loop = asyncio.get_running_loop()
        if self._pool is None or self._loop is not loop:
            verify: Any = trusted() if self._secure else False
            self._pool = httpx2.AsyncHTTPTransport(verify=verify, trust_env=False, limits=self._limits)
            self._loop = loop
        return self._pool

    async def aclose(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None and self._loop is asyncio.get_running_loop():
            await pool.aclose()


class HttpxResponse:
    """A response of httpx2."""

    def __init__(self, response: httpx2.Response) -> None:
        self.status = response.status_code
        self._response = response

    def header(self, name: str) -> str:
        return self._response.headers.get(name, "")

    async def read(self) -> bytes:
        return b"".join([part async for part in self.chunks()])

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        stream = self._response.stream
        assert isinstance(stream, httpx2.AsyncByteStream)
        size = 0
        try:
            async for part in stream:
                size += len(part)
                if size > MAX_BODY_BYTES:
                    raise TransportError("protocol", f"the response is longer than {MAX_BODY_BYTES} bytes")
                yield part
        except httpx2.HTTPError as error:
            raise _translated(error) from error

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._response.aclose()


def _translated(error: httpx2.HTTPError) -> TransportError:
    detail = str(error) or type(error).__name__
    if isinstance(error, httpx2.TimeoutException):
        return TransportError("timeout", detail)
    if isinstance(error, httpx2.NetworkError | httpx2.RemoteProtocolError):
        return TransportError("connection", detail)
    return TransportError("protocol", detail)
