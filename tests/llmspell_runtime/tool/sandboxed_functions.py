"""Functions that a sandbox imports; module level, as it must be."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any


def add(arguments: dict[str, Any]) -> int:
    print("this must not become the answer")
    return int(arguments["a"]) + int(arguments["b"])


async def add_later(arguments: dict[str, Any]) -> int:
    return add(arguments)


def fail(arguments: dict[str, Any]) -> None:
    raise RuntimeError("out of order")


def sleep(arguments: dict[str, Any]) -> None:
    time.sleep(600)


def spin(arguments: dict[str, Any]) -> None:
    while True:
        pass


def eat(arguments: dict[str, Any]) -> int:
    return len(bytearray(4 * 1024**3))


def die(arguments: dict[str, Any]) -> None:
    sys.stderr.write("no more\n")
    os._exit(7)


def environment(arguments: dict[str, Any]) -> dict[str, str]:
    return dict(os.environ)


def child(arguments: dict[str, Any]) -> None:
    """Starts a process that would outlive its parent, and waits."""
    if os.fork() == 0:
        time.sleep(600)
    Path(arguments["file"]).write_text(str(os.getpgrp()))
    time.sleep(600)


def strange(arguments: dict[str, Any]) -> object:
    return {1, 2}
