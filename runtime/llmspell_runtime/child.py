"""What every kind of child process of ours needs: an interpreter, and limits that the system holds it to."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path


class NoInterpreter(Exception):
    """There is no Python to run a child with; the message says what to do."""


def python_executable() -> str:
    """The Python that this process runs, or, inside another program, the one whose library it has loaded."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    candidates = [
        sys.executable,
        os.environ.get("LLMSPELL_PYTHON", ""),
        str(Path(sys.prefix) / "bin" / "python3"),
        str(Path(sys.exec_prefix) / "bin" / f"python{version}"),
    ]
    for candidate in candidates:
        if candidate and Path(candidate).name.startswith("python") and os.access(candidate, os.X_OK):
            return candidate
    raise NoInterpreter("no Python interpreter is found to run it; set LLMSPELL_PYTHON to one")


def environment() -> dict[str, str]:
    """All that a child sees of this process' environment."""
    return {"LANG": "C.UTF-8", "PATH": os.defpath}


def kill_group(leader: int) -> None:
    """End a child that leads a group of its own, and whatever it has started that has not left the group.

    Not by ``Popen.kill``, which looks at the child's state first and takes it from the event loop that waits for it.
    """
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def how_it_ended(status: int | None, errors: bytes) -> str:
    """Why a child is gone that has not said so itself, by its exit status and the end of its standard error."""
    if status == -signal.SIGXCPU:
        return "it used up its processor time"
    if status is not None and status < 0:
        return f"it was ended by signal {-status}"
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    return f"it ended with status {status} and no answer{f': {lines[-1][:200]}' if lines else ''}"


def limit_self(limits: Mapping[str, int]) -> None:
    """Hold this process, a child, to ``memory_bytes``, ``cpu_seconds`` and ``open_files``, each where it is given."""
    import resource

    kinds = {
        "memory_bytes": resource.RLIMIT_AS,
        "cpu_seconds": resource.RLIMIT_CPU,
        "open_files": resource.RLIMIT_NOFILE,
    }
    given = {kinds[name]: value for name, value in limits.items()} | {resource.RLIMIT_CORE: 0}
    for kind, value in given.items():
        most = resource.getrlimit(kind)[1]
        allowed = value if most == resource.RLIM_INFINITY else min(value, most)
        # At the soft limit of its time a process gets a signal of its own, which tells why it ended.
        final = (
            allowed + 1
            if kind == resource.RLIMIT_CPU and most in (resource.RLIM_INFINITY, value + 1)
            else allowed
        )
        resource.setrlimit(kind, (allowed, final))
