"""What answers a provider's calls: an endpoint reached over HTTP (a script is the other kind)."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any, Protocol, TypeVar

from bridge_runtime.errors import InvalidArgument
from llmspell.provider.errors import (
    InvalidRequest,
    InvalidResponse,
    TimedOut,
    Unreachable,
    Unsupported,
)
from llmspell.provider.types import Capability, ModelInfo
from pydantic_core import to_json

from llmspell_runtime.provider.failures import Failure, of_status, redact
from llmspell_runtime.provider.protocol import (
    Dialect,
    Malformed,
    ModelCall,
    NotSupported,
    Reply,
    Reported,
    Request,
    Vectors,
    read_json,
)
from llmspell_runtime.provider.retry import read_retry_after
from llmspell_runtime.provider.sse import END, TooLong
from llmspell_runtime.provider.transport import Response, Transport, TransportError

T = TypeVar("T")
MISREADINGS = (
    Malformed,
    TooLong,
    LookupError,
    TypeError,
    AttributeError,
    ValueError,
    OverflowError,
    InvalidArgument,
)
"""What reading an answer raises when it does not have the form that its protocol gives it."""


class Backend(Protocol):
    """Answers calls. Everything raises Failure for a try that failed, BridgeError for what no try can cure."""

    @property
    def capabilities(self) -> Sequence[Capability]:
        """What calls may ask for."""

    @property
    def takes_schema(self) -> bool:
        """Whether it can hold a model to a JSON Schema."""

    async def chat(self, call: ModelCall) -> Reply:
        """A whole reply."""

    def stream(self, call: ModelCall) -> AsyncGenerator[str | Reply, None]:
        """Pieces of text, and last the whole reply."""

    async def embed(self, texts: Sequence[str], model: str) -> Vectors:
        """The embeddings of ``texts``, one for each."""

    async def models(self) -> list[ModelInfo]:
        """The models there are."""

    async def count_tokens(self, text: str, model: str) -> int | None:
        """How many tokens ``text`` has for ``model``; None when nobody there can count them."""

    async def aclose(self) -> None:
        """Close all connections."""


class HttpBackend:
    """An endpoint: one wire format over one transport."""

    def __init__(
        self,
        provider: str,
        dialect: Dialect,
        transport: Transport,
        *,
        address: str,
        key: str,
        headers: dict[str, str],
        timeout: float,
        guard: Callable[[], Any] | None = None,
    ) -> None:
        """``guard``, when there is one, is awaited once before the first request; it may forbid it."""
        self.capabilities = dialect.capabilities
        self.takes_schema = dialect.takes_schema
        self._provider = provider
        self._dialect = dialect
        self._transport = transport
        self._address = address
        self._headers = {"user-agent": "llmspell", "accept": "*/*", **dialect.headers(key)}
        self._headers |= {name.lower(): value for name, value in headers.items()}
        self._secrets = (key, *headers.values())
        self._timeout = timeout
        self._guard = guard

    def __repr__(self) -> str:
        return f"<HttpBackend {self._address}>"

    async def chat(self, call: ModelCall) -> Reply:
        request = self._request(call, streaming=False)
        return await self._exchange(request, self._dialect.reply, call.model, call.timeout_seconds)

    async def stream(self, call: ModelCall) -> AsyncGenerator[str | Reply, None]:
        request = self._request(call, streaming=True)
        timeout = call.timeout_seconds or self._timeout
        reader = self._dialect.reader()
        try:
            async with await self._send(request, timeout) as response:
                if not 200 <= response.status < 300:
                    raise self._refused(response, _body(await response.read()), call.model)
                chunks = response.chunks()
                try:
                    async for chunk in chunks:
                        for piece in reader.feed(chunk):
                            yield piece
                finally:
                    await chunks.aclose()
            for piece in reader.feed(END):
                yield piece
            yield reader.finish()
        except TransportError as error:
            raise self._lost(error, timeout) from error
        except Reported as error:
            raise of_status(self._provider, call.model, error.status, error.body, self._secrets) from None
        except MISREADINGS as error:
            raise self._misread(error) from self._tellable(error)

    async def embed(self, texts: Sequence[str], model: str) -> Vectors:
        self._require_model(model)
        try:
            request = self._dialect.embed(texts, model)
        except NotSupported as error:
            raise self._unsupported(error) from None
        found = await self._exchange(request, self._dialect.read_embeddings, model, None)
        if len(found.vectors) != len(texts):
            detail = f"{len(found.vectors)} embeddings for {len(texts)} texts"
            raise Failure(InvalidResponse, provider=self._provider, detail=detail)
        return found

    async def models(self) -> list[ModelInfo]:
        return await self._exchange(self._dialect.models(), self._dialect.read_models, "", None)

    async def count_tokens(self, text: str, model: str) -> int | None:
        request = self._dialect.count(text, model)
        if request is None:
            return None
        return await self._exchange(request, self._dialect.read_count, model, None)

    async def aclose(self) -> None:
        await self._transport.aclose()

    def _request(self, call: ModelCall, *, streaming: bool) -> Request:
        self._require_model(call.model)
        try:
            return self._dialect.chat(call, streaming=streaming)
        except NotSupported as error:
            raise self._unsupported(error) from None

    def _require_model(self, model: str) -> None:
        if not model:
            detail = "no model is named; give model to the call, or to the provider"
            raise Failure(InvalidRequest, provider=self._provider, status=0, detail=detail)

    def _unsupported(self, error: NotSupported) -> Failure:
        return Failure(Unsupported, provider=self._provider, feature=error.feature, reason=error.reason)

    async def _exchange(
        self, request: Request, read: Callable[[Any], T], model: str, timeout: float | None
    ) -> T:
        timeout = timeout or self._timeout
        try:
            async with await self._send(request, timeout) as response:
                body = await response.read()
            if not 200 <= response.status < 300:
                raise self._refused(response, _body(body), model)
            return read(read_json(body))
        except TransportError as error:
            raise self._lost(error, timeout) from error
        except Reported as error:
            raise of_status(self._provider, model, error.status, error.body, self._secrets) from None
        except MISREADINGS as error:
            raise self._misread(error) from self._tellable(error)

    async def _send(self, request: Request, timeout: float) -> Response:
        if self._guard is not None:
            await self._guard()
            self._guard = None
        body = None if request.body is None else to_json(request.body)
        return await self._transport.send(request.method, request.path, self._headers, body, timeout)

    def _refused(self, response: Response, body: Any, model: str) -> Failure:
        if response.status < 400:
            where = redact(response.header("location"), self._secrets) or "nowhere"
            detail = (
                f"HTTP status {response.status}, which leads to {where}; give that as base_url if it is right"
            )
            return Failure(InvalidResponse, provider=self._provider, detail=detail, final=True)
        failure = of_status(self._provider, model, response.status, body, self._secrets)
        failure.retry_after = read_retry_after(response.header("retry-after"))
        return failure

    def _lost(self, error: TransportError, timeout: float) -> Failure:
        if error.kind == "timeout":
            return Failure(TimedOut, provider=self._provider, seconds=timeout)
        detail = redact(error.detail, self._secrets)
        if error.kind == "connection":
            return Failure(Unreachable, provider=self._provider, url=self._address, detail=detail)
        return Failure(InvalidResponse, provider=self._provider, detail=detail)

    def _tellable(self, error: Exception) -> Exception | None:
        """The error as a cause that tracebacks show; None for one whose text would tell a secret."""
        text = str(error)
        return None if any(secret and secret in text for secret in self._secrets) else error

    def _misread(self, error: Exception) -> Failure:
        known = isinstance(error, Malformed | TooLong)
        detail = str(error) if known else f"the answer does not have the form of this protocol ({error})"
        return Failure(InvalidResponse, provider=self._provider, detail=redact(detail, self._secrets))


def _body(data: bytes) -> Any:
    """A response's JSON, or its text when it is none."""
    try:
        return read_json(data)
    except ValueError:
        return data.decode("utf-8", "replace")
