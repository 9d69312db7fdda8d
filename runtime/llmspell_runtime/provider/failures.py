"""What went wrong at an endpoint, as one of the interface's errors, with the endpoint's own words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from bridge_runtime.errors import BridgeError
from llmspell.provider.errors import (
    AuthenticationFailed,
    ContextTooLong,
    InvalidRequest,
    InvalidResponse,
    ModelNotFound,
    RateLimited,
    TimedOut,
    Unavailable,
    Unreachable,
    Unsupported,
)

MAX_DETAIL: Final = 500
MAX_SECRET: Final = 4
"""Shorter values are no secrets; replacing them would make messages unreadable."""

Kind = type[
    AuthenticationFailed
    | ContextTooLong
    | InvalidRequest
    | InvalidResponse
    | ModelNotFound
    | RateLimited
    | TimedOut
    | Unavailable
    | Unreachable
    | Unsupported
]


class Failure(Exception):
    """One try that failed; becomes an error of the interface when no other try follows."""

    def __init__(
        self, kind: Kind, *, retry_after: float | None = None, final: bool = False, **fields: Any
    ) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.fields = fields
        self.retry_after = retry_after
        """Seconds the endpoint asks to wait; None when it does not say."""
        self.final = final
        """True when trying again cannot help, whatever the kind's recovery says."""

    def error(self, attempts: int) -> BridgeError:
        """The error of the interface, after so many tries."""
        fields = dict(self.fields)
        if "attempts" in self.kind.field_names:
            fields["attempts"] = attempts
        if self.kind is RateLimited and self.retry_after is not None:
            fields["retry_after_seconds"] = self.retry_after
        made: BridgeError = self.kind(**fields)
        return made


def of_status(provider: str, model: str, status: int, body: Any, secrets: Iterable[str] = ()) -> Failure:
    """The failure that a response with ``status`` (400 or more) and this JSON (or text) reports."""
    detail = redact(_detail(body), secrets) or f"HTTP status {status}"
    code = _code(body)
    if status in (401, 403):
        return Failure(AuthenticationFailed, provider=provider, status=status, detail=detail)
    if status == 429:
        # An account without money is refused with 429 as well; waiting does not fill it.
        return Failure(RateLimited, provider=provider, detail=detail, final=code == "insufficient_quota")
    if status == 413 or code == "context_length_exceeded" or (status == 400 and _is_too_long(detail)):
        return Failure(ContextTooLong, provider=provider, model=model, detail=detail)
    if code == "model_not_found" or (status == 404 and "model" in detail.lower()):
        return Failure(ModelNotFound, provider=provider, model=model, detail=detail)
    if status >= 500 or status in (408, 409, 425):
        return Failure(Unavailable, provider=provider, status=status, detail=detail)
    return Failure(InvalidRequest, provider=provider, status=status, detail=detail)


def redact(text: str, secrets: Iterable[str]) -> str:
    """``text`` without secrets and control characters, and not longer than a message should be."""
    for secret in secrets:
        if len(secret) > MAX_SECRET:
            text = text.replace(secret, "[redacted]")
    text = "".join(sign if sign.isprintable() else " " for sign in text).strip()
    return text if len(text) <= MAX_DETAIL else f"{text[: MAX_DETAIL - 1]}…"


def _detail(body: Any) -> str:
    """What the endpoint says, wherever its protocol puts it."""
    if isinstance(body, str):
        return "" if body.lstrip().startswith("<") else body  # a page made by a proxy helps nobody
    if isinstance(body, dict):
        for name in ("error", "message", "detail"):
            if body.get(name):
                return _detail(body[name])
    if isinstance(body, list) and body:
        return _detail(body[0])
    return ""


def _code(body: Any) -> str:
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return ""
    return next((error[name] for name in ("code", "type") if isinstance(error.get(name), str)), "")


def _is_too_long(detail: str) -> bool:
    text = detail.lower()
    marks = ("context length", "context window", "context size", "prompt is too long", "too many tokens")
    return any(mark in text for mark in marks)
