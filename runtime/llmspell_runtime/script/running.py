"""One script in its host: what runs at the far end, in a child process or on a thread of this one.

What it prints, and how it ends, are messages as its calls are: ``output`` (``text``), and last ``done`` (``value``),
``unreadable`` (``message``, ``line``, ``column``), ``exceeded`` (``limit``, ``reason``) or ``failed`` (``error``).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from bridge_runtime.errors import BridgeError, Internal, InvalidResult, LimitExceeded
from bridge_runtime.hosts.remote import Message, RemoteSession, Send
from bridge_runtime.values import InvalidJson, write_json

from llmspell_runtime.script.syntax import find_issue, javascript_text, lua_text

if TYPE_CHECKING:
    from bridge_runtime.session import Session

_log = logging.getLogger(__name__)

_FLUSHED_AT: Final = 4096
_LARGEST: Final = 65_536


@dataclass(frozen=True, slots=True)
class Task:
    """One script to run, and the interface that it sees. ``seconds`` limits what cannot be interrupted otherwise; None where a process is killed."""

    engine: str
    source: str
    name: str
    globals: Mapping[str, Any]
    prefix: str
    interface: str
    modules: dict[str, str]
    memory_bytes: int
    seconds: float | None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def remote_session(task: Task, send: Send) -> RemoteSession:
    """What the script of ``task`` has for a session."""
    return RemoteSession(task.interface, task.modules, send, task.prefix)


class Host(Protocol):
    """What runs scripts of one language."""

    def stop(self) -> None:
        """End what runs, from another thread, as far as the engine can."""


class Printed:
    """Messages in order, and before each of them what the script has printed so far."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._parts: list[str] = []
        self._size = 0
        self._lock = threading.Lock()

    def write(self, text: str) -> None:
        with self._lock:
            for start in range(0, len(text), _LARGEST):
                part = text[start : start + _LARGEST]
                self._parts.append(part)
                self._size += len(part)
                if self._size >= _FLUSHED_AT:
                    self._flush()

    def send(self, message: Message) -> None:
        with self._lock:
            self._flush()
            self._send(message)

    def _flush(self) -> None:
        if self._parts:
            text, self._parts, self._size = "".join(self._parts), [], 0
            self._send({"do": "output", "text": text})


def run(task: Task, session: RemoteSession, printed: Printed, began: Callable[[Host], None]) -> None:
    """Run the script to its end, and send how it ended. ``began`` is told what can stop it."""
    printed.send(_ending(task, session, printed, began))


def _ending(task: Task, session: RemoteSession, printed: Printed, began: Callable[[Host], None]) -> Message:
    try:
        issue = find_issue(task.engine, task.source)
        if issue is not None:
            return {"do": "unreadable", "message": issue.message, "line": issue.line, "column": issue.column}
        run_text = _run_lua if task.engine == "lua" else _run_javascript
        value = run_text(task, session, printed, began)
        write_json(value)
        return {"do": "done", "value": value}
    except LimitExceeded as error:
        return {"do": "exceeded", "limit": error.fields["limit"], "error": error.to_json()}
    except BridgeError as error:
        place = "\n".join(getattr(error, "__notes__", ()))
        return {"do": "failed", "error": error.to_json(), "place": place}
    except MemoryError:
        return {"do": "exceeded", "limit": "memory_bytes", "error": None}
    except InvalidJson as error:
        return {"do": "failed", "error": InvalidResult(function="the script", detail=str(error)).to_json()}
    except Exception as error:  # of ours: whoever waits for the script must hear of it
        _log.error("running %s failed", task.name, exc_info=error)
        detail = f"{type(error).__name__} in the host of the script"
        return {"do": "failed", "error": Internal(detail=detail).to_json()}


def _run_lua(task: Task, session: RemoteSession, printed: Printed, began: Callable[[Host], None]) -> Any:
    from bridge_runtime.hosts.lua import LuaHost

    watched = task.seconds is not None
    with LuaHost(session, output=printed.write, memory_bytes=task.memory_bytes, watched=watched) as host:
        began(host)
        if task.globals:
            host.run(_SET_GLOBALS, name="variables", arguments=[write_json(dict(task.globals))])
        return host.run(lua_text(task.source), name=task.name)


_SET_GLOBALS: Final = """
local llmspell = require("llmspell")
for name, value in pairs(llmspell.json.decode((...))) do
  if value ~= llmspell.null then _G[name] = value end
end
"""


def _run_javascript(
    task: Task, session: RemoteSession, printed: Printed, began: Callable[[Host], None]
) -> Any:
    from bridge_runtime.hosts.javascript import JavaScriptHost

    host = JavaScriptHost(
        cast("Session", session),
        output=lambda level, line: printed.write(f"{line}\n"),
        turn_seconds=task.seconds,
        idle_seconds=task.seconds,
        memory_bytes=task.memory_bytes,
        globals=task.globals,
    )
    began(host)
    return host.run(javascript_text(task.source), name=task.name)
