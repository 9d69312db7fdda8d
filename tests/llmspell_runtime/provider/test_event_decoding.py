"""Lines and server-sent events, whatever the network does to their bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llmspell_runtime.provider import sse
from llmspell_runtime.provider.sse import EventDecoder, LineSplitter, ServerSentEvent

LINE = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=12)
END = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def pieces(draw: st.DrawFn, data: bytes) -> list[bytes]:
    cuts = sorted(draw(st.lists(st.integers(0, len(data)), max_size=8)))
    return [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)]


@given(st.lists(st.tuples(LINE, END), max_size=6), st.data())
def test_lines_do_not_depend_on_the_cuts(lines: list[tuple[str, str]], data: st.DataObject) -> None:
    # CR LF is one end of a line; a lone CR before an empty line that ends in LF would be the same bytes.
    text = "".join(f"{line}x{end}" for line, end in lines)
    splitter = LineSplitter()
    found = [line for piece in data.draw(pieces(text.encode())) for line in splitter.feed(piece)]
    assert found == [f"{line}x".encode() for line, _ in lines]
    assert splitter.feed(b"the rest") == [] and splitter.feed(b"\r") == [b"the rest"]


@given(st.lists(st.tuples(LINE, st.lists(LINE, min_size=1, max_size=3)), max_size=5), END, st.data())
def test_events_do_not_depend_on_the_cuts(
    events: list[tuple[str, list[str]]], end: str, data: st.DataObject
) -> None:
    text = "".join(
        f"event: {name}{end}: a comment{end}" + "".join(f"data: {line}{end}" for line in lines) + end
        for name, lines in events
    )
    decoder = EventDecoder()
    found = [event for piece in data.draw(pieces(text.encode())) for event in decoder.feed(piece)]
    found += decoder.feed(sse.END)
    assert found == [ServerSentEvent(name or "message", "\n".join(lines)) for name, lines in events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("data:no blank\n\n", ["no blank"]),
        ("\ufeffdata: after a mark\n\n", ["after a mark"]),
        ("data\ndata\n\n", ["\n"]),
        ("id: 7\nretry: 3\n\n", []),
        ("data: left open", ["left open"]),
        ("unknown: field\ndata: kept\n\n", ["kept"]),
    ],
)
def test_corners_of_the_standard(text: str, events: list[str]) -> None:
    decoder = EventDecoder()
    assert [event.data for event in [*decoder.feed(text.encode()), *decoder.feed(sse.END)]] == events


def test_what_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "MAX_PENDING_BYTES", 100)
    with pytest.raises(sse.TooLong):
        LineSplitter().feed(b"x" * 101)
    decoder = EventDecoder()
    with pytest.raises(sse.TooLong):
        for _ in range(20):
            decoder.feed(b"data: 0123456789\n")
