"""What a model thinks aloud before it answers, between `<think>` and `</think>` or only before the latter."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = "think|thinking|reasoning"
_BEGIN: Final = re.compile(rf"\s*<(?:{_NAMES})>")
_END: Final = re.compile(rf"</(?:{_NAMES})>")
_ENDS_A_LINE: Final = re.compile(r"[ \t]*(?:\r?\n|$)")


def answer_start(text: str) -> int:
    """Where the answer begins; 0 when nothing is thought aloud before it, or nothing else is there.

    Some models are begun within their thoughts, and so write no `<think>`; then its end stands at the end of a line, and no data before.
    """
    end = _END.search(text)
    if end is None or not text[end.end() :].strip():
        return 0
    if _BEGIN.match(text) is None and (
        _ENDS_A_LINE.match(text, end.end()) is None or text.lstrip()[:1] in ("{", "[", "<")
    ):
        return 0
    return end.end()
