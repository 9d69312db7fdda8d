"""Worker processes for expressions that loop: a few characters of those can compute for days.

A worker answers one expression after another and is killed when one reaches a limit; the library itself can neither
be interrupted nor held to an amount of memory. Workers end with this process, whose end of their pipe closes.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import struct
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bridge_runtime.values import InvalidJson, read_json, write_json

from llmspell_runtime.child import NoInterpreter, environment, python_executable
from llmspell_runtime.expressions.evaluation import ExpressionFailed, ExpressionTimeout, ExpressionTooLarge

MEMORY_BYTES: Final = 512 * 1024 * 1024
_START_SECONDS: Final = 30.0
_GLANCE: Final = 0.05
"""Seconds after which it is looked at whether anyone still waits for the answer."""
_LENGTH: Final = struct.Struct("!I")


def evaluate_elsewhere(
    source: str, variables: Mapping[str, Any], seconds: float, stopped: threading.Event | None = None
) -> Any:
    """The value of the expression ``source`` as JSON, from a worker; raises ExpressionFailed.

    Ends soon after ``stopped`` is set, wherever it is: then nobody waits for the value.
    """
    request = write_json({"source": source, "variables": variables}).encode("utf-8")
    with _slot(stopped):
        worker = _take()
        try:
            answer = worker.ask(request, seconds, stopped)
        except BaseException:
            worker.end()
            raise
        _give_back(worker)
    if "failed" in answer:
        raise ExpressionFailed(answer["failed"])
    return answer["value"]


class _Worker:
    """One process, asked one thing at a time."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        try:
            command = [python_executable(), "-I", "-m", "llmspell_runtime.expressions.worker_child"]
            self._process = subprocess.Popen(
                [*command, str(MEMORY_BYTES)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
                start_new_session=True,
                bufsize=0,
            )
        except (NoInterpreter, OSError) as error:
            raise ExpressionFailed(f"expressions with loops need a process of their own: {error}") from None
        try:
            self._receive(time.monotonic() + _START_SECONDS)  # it says that it is there
        except BaseException:
            self.end()
            raise

    def ask(self, request: bytes, seconds: float, stopped: threading.Event | None) -> dict[str, Any]:
        assert self._process.stdin is not None
        deadline = time.monotonic() + seconds
        try:
            self._process.stdin.write(_LENGTH.pack(len(request)) + request)
            answer = read_json(self._receive(deadline, stopped))
        except TimeoutError:
            raise ExpressionTimeout(f"it took longer than {seconds:g} s") from None
        except (OSError, EOFError):
            raise ExpressionTooLarge(f"it needs more than {MEMORY_BYTES} bytes of memory") from None
        except InvalidJson as error:
            raise ExpressionFailed(f"its value cannot be read: {error}") from None
        found: dict[str, Any] = answer
        return found

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def _receive(self, deadline: float, stopped: threading.Event | None = None) -> bytes:
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size, deadline, stopped))
        return self._read(length, deadline, stopped)

    def _read(self, count: int, deadline: float, stopped: threading.Event | None) -> bytes:
        assert self._process.stdout is not None
        pipe, parts = self._process.stdout.fileno(), bytearray()
        answers = select.poll()  # select.select refuses descriptors above 1,023
        answers.register(pipe, select.POLLIN)
        while len(parts) < count:
            left = deadline - time.monotonic()
            if left <= 0 or (stopped is not None and stopped.is_set()):
                raise TimeoutError
            if not answers.poll(1000 * (left if stopped is None else min(left, _GLANCE))):
                continue
            part = os.read(pipe, count - len(parts))
            if not part:
                raise EOFError
            parts += part
        return bytes(parts)

    def end(self) -> None:
        if self.owner != os.getpid():  # a fork: it is the parent's
            self._process.returncode = 0
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()


_slots = threading.BoundedSemaphore(max(2, os.cpu_count() or 1))
_lock = threading.Lock()
_idle: list[_Worker] = []


@contextlib.contextmanager
def _slot(stopped: threading.Event | None) -> Iterator[None]:
    """Wait until a worker may be had; raises ExpressionTimeout when nobody wants it any more."""
    slots = _slots
    while not slots.acquire(timeout=None if stopped is None else _GLANCE):
        if stopped is not None and stopped.is_set():
            raise ExpressionTimeout("it was stopped before it began")
    try:
        yield
    finally:
        slots.release()


def _take() -> _Worker:
    with _lock:
        while _idle:
            worker = _idle.pop()
            if worker.is_alive:
                return worker
            worker.end()
    return _Worker()


def _give_back(worker: _Worker) -> None:
    with _lock:
        _idle.append(worker)


def _after_fork() -> None:
    """A copy of this process has no workers: those it knows of belong to the one it was copied from."""
    global _slots, _lock
    _slots = threading.BoundedSemaphore(max(2, os.cpu_count() or 1))
    _lock = threading.Lock()
    while _idle:
        _idle.pop().end()


def end_workers() -> None:
    """End the workers that have nothing to do."""
    with _lock:
        ending, _idle[:] = list(_idle), []
    for worker in ending:
        worker.end()


atexit.register(end_workers)
os.register_at_fork(after_in_child=_after_fork)
