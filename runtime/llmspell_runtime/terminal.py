"""A command among other commands: it ends quietly when nobody reads what it prints, and soon after Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Any, Final, TextIO

GRACE_SECONDS: Final = 1.0
"""How long an interrupted command may take to end well, by cancelling what runs and closing its session."""


class _UntilReaderLeaves:
    """Standard output of a command in a pipeline, whose reader may go away first, as ``head`` does."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except BrokenPipeError:
            _end_by_pipe()
            raise

    def flush(self) -> None:
        try:
            self._stream.flush()
        except BrokenPipeError:
            _end_by_pipe()
            raise


def end_with_reader() -> None:
    """From now on the process ends, as by SIGPIPE, when it prints and nobody reads.

    Not by the signal's default action for everything: a model's server that hangs up must not end the process.
    """
    sys.stdout = _UntilReaderLeaves(sys.stdout)


def _end_by_pipe() -> None:
    if threading.current_thread() is not threading.main_thread():  # which may not change what a signal does
        os._exit(128 + signal.SIGPIPE)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGPIPE)


def end_when_interrupted(status: int) -> None:
    """From now on the process ends with ``status`` a moment after SIGINT, even where Python cannot raise.

    KeyboardInterrupt comes only between two steps of Python; a script that computes for ever takes none. It is
    told of the signal by the descriptor to which the interpreter writes every signal's number.
    """
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)

    def watch() -> None:
        while os.read(reading, 1) != bytes([signal.SIGINT]):
            continue
        threading.Event().wait(GRACE_SECONDS)
        os.write(2, b"interrupted\n")
        os._exit(status)

    threading.Thread(target=watch, name="interrupt", daemon=True).start()
