"""What runs inside the process of a sandboxed script: the script, once, under limits that the system holds it to.

Messages are JSON after their length in four bytes. The first to come is the task; all others, both ways, are those of
``bridge_runtime.hosts.remote`` and of ``running``. What the libraries print goes to standard error.
"""

from __future__ import annotations

import os
import struct
import sys
import threading
from typing import Any, Final

from bridge_runtime.hosts.remote import Message, RemoteSession, closed, message_text
from bridge_runtime.values import read_json

from llmspell_runtime.child import limit_self
from llmspell_runtime.script.running import Printed, Task, remote_session, run

LENGTH: Final = struct.Struct("!I")


def main() -> None:
    incoming, outgoing = sys.stdin.buffer, os.dup(1)
    os.dup2(2, 1)
    first = _receive(incoming)
    assert first is not None
    limit_self(first["limits"])
    lock = threading.Lock()

    def send(message: Message) -> None:
        text = message_text(message)
        data = memoryview(LENGTH.pack(len(text)) + text)
        with lock:
            while data:
                data = data[os.write(outgoing, data) :]

    printed = Printed(send)
    task = Task(**first["task"])
    session = remote_session(task, printed.send)
    reader = threading.Thread(target=_read, args=(incoming, session), daemon=True)
    reader.start()
    run(task, session, printed, lambda host: None)
    sys.stderr.flush()
    os._exit(0)  # nothing of the script, a thread or a finalizer, holds up the end


def _read(incoming: Any, session: RemoteSession) -> None:
    while (message := _receive(incoming)) is not None:
        session.receive(message)
    session.end(closed())


def _receive(incoming: Any) -> Message | None:
    header = incoming.read(LENGTH.size)
    if len(header) < LENGTH.size:
        return None
    message: Message = read_json(incoming.read(*LENGTH.unpack(header)))
    return message


if __name__ == "__main__":
    main()
