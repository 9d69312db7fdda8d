"""Worker processes for work that a few characters of text can make endless: killed at a limit, else kept for the next.

A worker answers one request after another, as its module says (see ``worker_child``). What runs there can neither be
interrupted nor held to an amount of memory here. Workers end with this process, whose end of their pipe closes.
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
from collections.abc import Iterator
from typing import Any, Final

from bridge_runtime.values import read_json, write_json

from llmspell_runtime.child import NoInterpreter, environment, python_executable

MEMORY_BYTES: Final = 512 * 1024 * 1024
LENGTH: Final = struct.Struct("!I")
"""Comes before each request and each answer: how many bytes of JSON follow."""
_START_SECONDS: Final = 30.0
_GLANCE: Final = 0.05
"""Seconds after which it is looked at whether anyone still waits for the answer."""


class NoWorker(Exception):
    """No process can be started here; the message says why."""


class WorkerLate(Exception):
    """The answer did not come in time; the worker was killed."""


class WorkerDied(Exception):
    """The worker ended without an answer, which is what too much memory does to it."""


class _Worker:
    """One process, asked one thing at a time."""

    def __init__(self, module: str) -> None:
        self.owner = os.getpid()
        try:
            command = [python_executable(), "-I", "-m", module, str(MEMORY_BYTES)]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
                start_new_session=True,
                bufsize=0,
            )
        except (NoInterpreter, OSError) as error:
            raise NoWorker(str(error)) from None
        try:
            self._receive(time.monotonic() + _START_SECONDS)  # it says that it is there
        except BaseException:
            self.end()
            raise

    def ask(self, request: bytes, seconds: float, stopped: threading.Event | None) -> bytes:
        assert self._process.stdin is not None
        deadline = time.monotonic() + seconds
        try:
            self._process.stdin.write(LENGTH.pack(len(request)) + request)
            return self._receive(deadline, stopped)
        except TimeoutError:
            raise WorkerLate(f"it took longer than {seconds:g} s") from None
        except (OSError, EOFError):
            raise WorkerDied(f"it needs more than {MEMORY_BYTES} bytes of memory") from None

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def _receive(self, deadline: float, stopped: threading.Event | None = None) -> bytes:
        (length,) = LENGTH.unpack(self._read(LENGTH.size, deadline, stopped))
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


class Workers:
    """The workers that run one module: as many at a time as there are processors."""

    def __init__(self, module: str) -> None:
        self._module = module
        self.forget()
        _pools.append(self)

    def ask(self, request: Any, seconds: float, stopped: threading.Event | None = None) -> Any:
        """What a worker answers to ``request``, both JSON, ``seconds`` after it was asked at the latest.

        Ends soon after ``stopped`` is set, wherever it is: then nobody waits for the answer. Raises NoWorker, WorkerLate, WorkerDied, and InvalidJson for what is no JSON.
        """
        text = write_json(request).encode("utf-8")
        with self._slot(stopped):
            worker = self._take()
            try:
                answer = worker.ask(text, seconds, stopped)
            except BaseException:
                worker.end()
                raise
            with self._lock:
                self._idle.append(worker)
        return read_json(answer)

    @contextlib.contextmanager
    def _slot(self, stopped: threading.Event | None) -> Iterator[None]:
        """Wait until a worker may be had; raises WorkerLate when nobody wants it any more."""
        slots = self._slots
        while not slots.acquire(timeout=None if stopped is None else _GLANCE):
            if stopped is not None and stopped.is_set():
                raise WorkerLate("it was stopped before it began")
        try:
            yield
        finally:
            slots.release()

    def _take(self) -> _Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_alive:
                    return worker
                worker.end()
        return _Worker(self._module)

    def forget(self) -> None:
        """Begin without workers: those that a fork knows of belong to the process it was copied from."""
        self._slots = threading.BoundedSemaphore(max(2, os.cpu_count() or 1))
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []

    def end(self) -> None:
        """End the workers that have nothing to do."""
        with self._lock:
            ending, self._idle[:] = list(self._idle), []
        for worker in ending:
            worker.end()


_pools: list[Workers] = []


def _after_fork() -> None:
    for pool in _pools:
        idle = pool._idle
        pool.forget()
        for worker in idle:
            worker.end()


def _at_exit() -> None:
    for pool in _pools:
        pool.end()


atexit.register(_at_exit)
os.register_at_fork(after_in_child=_after_fork)
