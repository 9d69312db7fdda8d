"""Replies in the wire formats of model endpoints, as a test writes them down."""

from __future__ import annotations

import json
from typing import Any

USAGE = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}


def openai(text: str | None = None, *calls: tuple[str, str, str], finish: str = "") -> dict[str, Any]:
    """A chat completion with a text and calls, each its id, its tool and its arguments as text."""
    message: dict[str, Any] = {"role": "assistant", "content": text}
    if calls:
        message["tool_calls"] = [
            {"id": id, "type": "function", "function": {"name": name, "arguments": arguments}}
            for id, name, arguments in calls
        ]
    reason = finish or ("tool_calls" if calls else "stop")
    choice = {"index": 0, "message": message, "finish_reason": reason}
    return {"id": "c1", "object": "chat.completion", "model": "m-2025", "choices": [choice], "usage": USAGE}


def openai_events(*deltas: dict[str, Any], finish: str | None = "stop", done: bool = True) -> bytes:
    """A streamed chat completion as server-sent events."""
    events: list[dict[str, Any]] = [_chunk({"role": "assistant", "content": ""})]
    events += [_chunk(delta) for delta in deltas]
    if finish is not None:
        events += [_chunk({}, finish), {"model": "m-2025", "choices": [], "usage": USAGE}]
    body = b"".join(b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n" for event in events)
    return body + (b"data: [DONE]\n\n" if done else b"")


def _chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {
        "model": "m-2025",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        "usage": None,
    }


def ollama(text: str = "", *calls: tuple[str, dict[str, Any]], done: bool = True) -> dict[str, Any]:
    """One object of Ollama's answers."""
    message: dict[str, Any] = {"role": "assistant", "content": text}
    if calls:
        message["tool_calls"] = [{"function": {"name": name, "arguments": given}} for name, given in calls]
    end = {"done_reason": "stop", "prompt_eval_count": 7, "eval_count": 3} if done else {}
    return {
        "model": "llama3.2",
        "created_at": "2026-01-01T00:00:00Z",
        "message": message,
        "done": done,
        **end,
    }


def lines(*objects: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(value, ensure_ascii=False).encode() + b"\n" for value in objects)


def events(*objects: dict[str, Any]) -> bytes:
    """Named server-sent events, as Anthropic and Cohere send them."""
    return b"".join(
        f"event: {value['type']}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n".encode()
        for value in objects
    )
