"""Documentation comments of the C surface, from what the interface says of a construct."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from bridgegen.model import Doc

_WIDTH = 110
_MARKED = re.compile(r"\s*([-*+>|#]|\d+\.)\s|\s{4}")


def safe(text: str) -> str:
    """``text`` without what would end or begin a comment, or continue a line."""
    return text.replace("*/", "* /").replace("/*", "/ *").replace("\\\n", "\\ \n").replace("??/", "?? /")


def one_line(text: str) -> str:
    """``text`` in one line of a comment."""
    return safe(" ".join(text.split())).rstrip("\\")


def comment(lines: Iterable[str], indent: str = "") -> str:
    """``lines`` as one documentation comment; a single short line stays on its own."""
    wrapped: list[str] = []
    for line in lines:
        hanging = "       " if line.startswith("@") else ""
        pieces = _wrap(safe(line), _WIDTH - len(indent) - 3, hanging)
        wrapped.extend(piece.rstrip("\\") for piece in pieces or [""])
    if len(wrapped) == 1 and len(wrapped[0]) + len(indent) < _WIDTH - 7:
        return f"{indent}/** {wrapped[0]} */"
    body = "\n".join(f"{indent} * {line}".rstrip() for line in wrapped)
    return f"{indent}/**\n{body}\n{indent} */"


def _wrap(text: str, width: int, hanging: str) -> list[str]:
    """``text`` in lines of ``width``; most texts are one short line, which textwrap would take its time over."""
    if len(text) <= width and text.isprintable():
        return [text.rstrip()] if text.strip() else []
    return textwrap.wrap(
        text, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )


def _paragraphs(text: str) -> list[str]:
    """The lines of Markdown, those of a paragraph joined, since it is wrapped anew; lists, tables and code stay."""
    joined: list[str] = []
    goes_on = in_code = False
    for line in text.splitlines():
        is_fence = line.lstrip().startswith("```")
        starts_anew = in_code or is_fence or not line.strip() or _MARKED.match(line) is not None
        if goes_on and not starts_anew:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
        in_code ^= is_fence
        goes_on = not (in_code or is_fence or not line.strip())
    return joined


def doc_lines(doc: Doc, *more: str) -> list[str]:
    """The paragraphs of a construct's comment, with ``more`` at the end."""
    lines = [doc.summary or doc.description.strip().partition("\n")[0]]
    if doc.summary and doc.description:
        lines.append("")
        lines.extend(_paragraphs(doc.description.strip()))
    lines.extend(more)
    if doc.since:
        lines.append(f"@since {doc.since}")
    if doc.stability != "stable":
        lines.append(f"@note This is {doc.stability}.")
    if doc.deprecated:
        lines.append(f"@deprecated {doc.deprecated}")
    return lines


def brief(doc: Doc) -> str:
    """A construct in one line, for a member or a parameter."""
    text = doc.summary or " ".join(doc.description.split())
    if doc.deprecated:
        text = f"{text} Deprecated: {doc.deprecated}".strip()
    return text
