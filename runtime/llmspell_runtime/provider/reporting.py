"""Errors and token counts as the interface shows them, in infos, events and results."""

from __future__ import annotations

from bridge_runtime.errors import BridgeError, Cancelled, Internal
from bridge_runtime.pump import current
from llmspell.shared.types import ErrorInfo, Usage


def usage(input_tokens: int, output_tokens: int) -> Usage:
    """Tokens as the interface shows them."""
    return Usage(
        input_tokens=input_tokens, output_tokens=output_tokens, total_tokens=input_tokens + output_tokens
    )


def as_error(cause: BaseException) -> BridgeError:
    """``cause`` as an error of the interface; what is no Exception ends a call from outside."""
    if isinstance(cause, BridgeError):
        return traced(cause)
    if isinstance(cause, Exception):
        return traced(Internal(detail=type(cause).__name__, cause=cause))
    return traced(Cancelled())


def traced(error: BridgeError) -> BridgeError:
    """``error`` with the trace id of the call that leads to it, which its caller will see on it as well."""
    caller = current.get()
    if caller is not None and not error.trace_id:
        error.trace_id = caller.trace_id
    return error


def error_info(error: BridgeError) -> ErrorInfo:
    """An error as data."""
    return ErrorInfo.model_validate(error.to_json())
