"""Bytes to lines and to server-sent events, however the network cut them.

Nothing here waits or decodes half a character: bytes go in as they come, whole lines or events come out.
The rules are those of https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from __future__ import annotations

from typing import Final, NamedTuple

MAX_PENDING_BYTES: Final = 16 * 1024 * 1024
"""The longest line or event that is waited for; an endpoint that sends more is broken or hostile."""


class TooLong(ValueError):
    """A line or an event does not end."""


class LineSplitter:
    """Cuts a stream of bytes into lines that end in LF, CR LF or CR."""

    def __init__(self) -> None:
        self._pending = b""

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that ``data`` completes, without their ends. Raises TooLong."""
        pending = self._pending + data if self._pending else data
        held = b""
        if b"\r" in pending:
            if pending.endswith(b"\r"):  # an LF that belongs to it may follow
                pending, held = pending[:-1], b"\r"
            pending = pending.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = pending.split(b"\n")
        self._pending = lines.pop() + held
        if len(self._pending) > MAX_PENDING_BYTES:
            raise TooLong(f"a line of more than {MAX_PENDING_BYTES} bytes")
        return lines

    def flush(self) -> bytes:
        """What is left when the stream has ended: a last line without an end, or nothing."""
        rest, self._pending = self._pending.rstrip(b"\r"), b""
        return rest


class ServerSentEvent(NamedTuple):
    """One event: its name (``message`` when it has none) and its data."""

    event: str
    data: str


class EventDecoder:
    """Makes events of the lines of an event stream."""

    def __init__(self) -> None:
        self._lines = LineSplitter()
        self._event = ""
        self._data: list[bytes] = []
        self._size = 0
        self._at_start = True

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        """The events that ``data`` completes. Raises TooLong."""
        events: list[ServerSentEvent] = []
        for line in self._lines.feed(data):
            if not line:
                if self._data:
                    text = b"\n".join(self._data).decode("utf-8", "replace")
                    events.append(ServerSentEvent(self._event or "message", text))
                self._event, self._data, self._size = "", [], 0
            else:
                self._field(line)
        return events

    def flush(self) -> list[ServerSentEvent]:
        """The event that the end of the stream completes. (The standard drops it; some endpoints mean it.)"""
        return self.feed(b"\n\n")

    def _field(self, line: bytes) -> None:
        if self._at_start:
            self._at_start = False
            line = line.removeprefix(b"\xef\xbb\xbf")
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._size += len(value)
            if self._size > MAX_PENDING_BYTES:
                raise TooLong(f"an event of more than {MAX_PENDING_BYTES} bytes")
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
