"""Bytes to lines and to server-sent events, however the network cut them.

Nothing here waits or decodes half a character: bytes go in as they come, whole lines or events come out.
The rules are those of https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from __future__ import annotations

from typing import Final, NamedTuple

MAX_PENDING_BYTES: Final = 16 * 1024 * 1024
"""The longest line or event that is waited for; an endpoint that sends more is broken or hostile."""

END: Final = b"\n\n"
"""Completes what a stream ends in. (The standard drops an event that is not ended; some endpoints mean it.)"""


class TooLong(ValueError):
    """A line or an event does not end."""


class LineSplitter:
    """Cuts a stream of bytes into lines that end in LF, CR LF or CR."""

    def __init__(self) -> None:
        self._pending: list[bytes] = (
            []
        )  # joined when the line ends: many small pieces of a long line cost no more
        self._size = 0
        self._after_return = False

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that ``data`` completes, without their ends. Raises TooLong."""
        if self._after_return and data.startswith(b"\n"):  # it belongs to the CR
            data, self._after_return = data[1:], False
        if data:
            self._after_return = data.endswith(b"\r")
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = data.split(b"\n")
        rest = lines.pop()
        if lines and self._pending:
            lines[0] = b"".join([*self._pending, lines[0]])
        if lines:
            self._pending, self._size = [], 0
        if rest:
            self._pending.append(rest)
            self._size += len(rest)
            if self._size > MAX_PENDING_BYTES:
                raise TooLong(f"a line of more than {MAX_PENDING_BYTES} bytes")
        return lines


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
