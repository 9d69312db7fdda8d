"""Constants of event."""

from __future__ import annotations

from typing import Final


class Limit:
    """What events are held to."""

    QUEUE: Final = 1000
    """Events that wait for one subscriber when it sets no `queue_size`."""

    RECORDED: Final = 10000
    """Events that a recording keeps when it sets no limit; the oldest goes first."""

    RECORDED_BYTES: Final = 67108864
    """Bytes of data that the recording in memory keeps; the oldest event goes first."""

    DATA_BYTES: Final = 1048576
    """Bytes of the data of one event as JSON."""

    UNWRITTEN: Final = 100000
    """Events that wait to be written to one file; those that come beyond are lost and counted."""

    UNWRITTEN_BYTES: Final = 67108864
    """Bytes of data of the events that wait to be written to one file; those that come beyond are lost and
    counted.
    """
