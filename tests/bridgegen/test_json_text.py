"""JSON written directly is, byte for byte, what json.dumps writes; and so are documents joined from parts."""

from __future__ import annotations

import json
from typing import Any

from bridgegen import json_text
from hypothesis import given
from hypothesis import strategies as st

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(VALUES, st.integers(1, 4))
def test_is_what_json_writes(value: Any, indent: int) -> None:
    expected = json.dumps(value, indent=indent, ensure_ascii=False) + "\n"
    assert json_text.document(value, indent) == expected


@given(st.lists(st.dictionaries(st.text(), VALUES, max_size=3), max_size=4))
def test_parts_join_to_what_the_whole_would_be(parts: list[dict[str, Any]]) -> None:
    own = [{f"{number}{key}": value for key, value in part.items()} for number, part in enumerate(parts)]
    whole = {"deep": {"er": {key: value for part in own for key, value in part.items()}}}
    written = json_text.Written(tuple(json_text.members(part, 2, 2) for part in own))
    expected = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    assert json_text.document({"deep": {"er": written}}, 2) == expected


@given(VALUES, st.integers(0, 120))
def test_what_is_made_readable_is_the_same_value(value: Any, width: int) -> None:
    text = json_text.readable(value, width)
    assert json.loads(text) == json.loads(json.dumps(value))
    assert "\n" not in text or len(json.dumps(value, ensure_ascii=False)) > width


def test_readable_breaks_what_is_long_and_nothing_else() -> None:
    value = {"arguments": {"name": "Ada", "books": []}, "result": [{"isbn": "1" * 13}, {"isbn": "2" * 13}]}
    assert json_text.readable(value, 44).splitlines() == [
        "{",
        '  "arguments": {"name": "Ada", "books": []},',
        '  "result": [',
        '    {"isbn": "1111111111111"},',
        '    {"isbn": "2222222222222"}',
        "  ]",
        "}",
    ]
