"""Sandboxed execution: a child process that is killed at its limits, and never outlives the call."""

from __future__ import annotations

import contextlib
import json
import math
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import anyio
from anyio.abc import ByteReceiveStream, Process

from llmspell_runtime.child import NoInterpreter, environment, how_it_ended, kill_group, python_executable

MAX_ANSWER_BYTES: Final = 8 * 1024 * 1024
OPEN_FILES: Final = 64
_KEPT_ERRORS: Final = 4096


class SandboxTimeout(Exception):
    """The child was killed at its time limit."""


class SandboxStopped(Exception):
    """The child reached another limit, or died; the message says which or how."""


class SandboxUnavailable(Exception):
    """No child can be started here; the message says why."""


async def run_sandboxed(
    request: Mapping[str, Any], *, timeout_seconds: float, memory_bytes: int
) -> dict[str, Any]:
    """Have a child process answer ``request`` (see ``sandbox_child``).

    The child gets an empty environment and a process group of its own, which is killed when the call ends, however
    it ends. Raises SandboxTimeout, SandboxStopped and SandboxUnavailable.
    """
    limits = {
        "memory_bytes": memory_bytes,
        "cpu_seconds": max(1, math.ceil(timeout_seconds)),
        "open_files": OPEN_FILES,
    }
    text = json.dumps({**request, "limits": limits}).encode()
    try:
        command = [python_executable(), "-I", "-m", "llmspell_runtime.tool.sandbox_child"]
        process = await anyio.open_process(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            start_new_session=True,
        )
    except NoInterpreter as error:
        raise SandboxUnavailable(str(error)) from None
    except OSError as error:
        raise SandboxUnavailable(f"{command[0]!r} cannot be started: {error.strerror}") from None
    answer, errors = bytearray(), bytearray()
    try:
        with anyio.move_on_after(timeout_seconds) as scope:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(_feed, process, text)
                tasks.start_soon(_collect, process.stdout, answer, MAX_ANSWER_BYTES + 1, False)
                tasks.start_soon(_collect, process.stderr, errors, _KEPT_ERRORS, True)
            await process.wait()
    finally:
        with anyio.CancelScope(shield=True):
            kill_group(process.pid)
            await process.aclose()
    if scope.cancelled_caught:
        raise SandboxTimeout
    return _read(bytes(answer), bytes(errors), process.returncode, memory_bytes)


def importing(function: str) -> dict[str, Any]:
    """What to add to a request so that the child runs the function "module:name" as this process would import it."""
    return {"function": function, "path": [entry or str(Path.cwd()) for entry in sys.path]}


async def _feed(process: Process, text: bytes) -> None:
    assert process.stdin is not None
    with contextlib.suppress(anyio.BrokenResourceError, anyio.ClosedResourceError):
        await process.stdin.send(text)
    await process.stdin.aclose()


async def _collect(stream: ByteReceiveStream | None, into: bytearray, limit: int, newest: bool) -> None:
    """Read ``stream`` to its end, keeping the first or the newest ``limit`` bytes."""
    assert stream is not None
    async for part in stream:
        into += part
        if len(into) > limit:
            if newest:
                del into[:-limit]
            else:
                del into[limit:]


def _read(answer: bytes, errors: bytes, status: int | None, memory_bytes: int) -> dict[str, Any]:
    if len(answer) > MAX_ANSWER_BYTES:
        raise SandboxStopped(f"its answer has more than {MAX_ANSWER_BYTES} bytes")
    try:
        found = json.loads(answer)
    except ValueError:
        raise SandboxStopped(how_it_ended(status, errors)) from None
    if not isinstance(found, dict):
        raise SandboxStopped(how_it_ended(status, errors))
    if isinstance(error := found.get("error"), dict) and error.get("code") == "memory":
        raise SandboxStopped(f"it needed more than {memory_bytes} bytes of memory")
    return found
