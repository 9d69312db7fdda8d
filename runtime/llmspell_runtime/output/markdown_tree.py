"""Markdown as a tree of blocks, by markdown-it. Text within a block stays Markdown.

Reference definitions (``[name]: url``) are left in the text, since nothing here resolves them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from llmspell.output.constants import Limit
from llmspell.output.errors import TooDeep, TooLarge

from llmspell_runtime.extras import needed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

NESTING: Final = 20
"""Lists and quotes inside one another; markdown-it gives up beyond its own limit without saying so."""


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """CommonMark with tables; no inline rules, which cost most and are not needed for blocks."""
    made: MarkdownIt = needed("markdown_it", "output").MarkdownIt(
        "commonmark", {"maxNesting": 2 * Limit.DEPTH}
    )
    return made.enable("table").disable(["reference", "inline"])


def tokens(text: str) -> list[Token]:
    """The blocks of ``text`` as markdown-it tells them. Raises TooDeep and TooLarge."""
    found = parser().parse(text)
    if len(found) > Limit.VALUES:
        raise TooLarge(what="the blocks", limit=Limit.VALUES)
    if any(token.level > 2 * NESTING for token in found):
        raise TooDeep(limit=Limit.DEPTH)
    return found


def read(text: str) -> list[dict[str, Any]]:
    """The blocks of a Markdown text. Raises TooDeep and TooLarge."""
    return _blocks(_Cursor(tokens(text)), "")


class _Cursor:
    """The tokens that are left."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens, self._at = tokens, 0

    def next(self) -> Token | None:
        if self._at == len(self._tokens):
            return None
        self._at += 1
        return self._tokens[self._at - 1]

    def inline(self) -> str:
        """The text between an opening token, just taken, and its end."""
        text = self.next()
        self.next()
        return text.content if text is not None else ""


def _blocks(cursor: _Cursor, end: str) -> list[dict[str, Any]]:
    """The blocks up to the token of type ``end``; the nesting was checked, which bounds the recursion."""
    blocks: list[dict[str, Any]] = []
    while (token := cursor.next()) is not None and token.type != end:
        blocks.append(_block(cursor, token))
    return blocks


def _block(cursor: _Cursor, token: Token) -> dict[str, Any]:
    match token.type:
        case "heading_open":
            return {
                "type": "heading",
                "level": int(token.tag[1:]),
                "text": lines(cursor.inline()),
            }
        case "paragraph_open":
            return {"type": "paragraph", "text": lines(cursor.inline())}
        case "bullet_list_open" | "ordered_list_open":
            return _list(cursor, token)
        case "blockquote_open":
            return {"type": "quote", "blocks": _blocks(cursor, "blockquote_close")}
        case "table_open":
            return _table(cursor)
        case "fence" | "code_block":
            return {
                "type": "code",
                "language": token.info.strip(),
                "text": token.content.removesuffix("\n"),
            }
        case "html_block":
            return {"type": "html", "text": token.content.rstrip()}
        case _:
            return {"type": "rule"}


def lines(text: str) -> str:
    """Text of a block with the margins of its lines, which mean nothing, left out."""
    return "\n".join(line.lstrip(" \t") for line in text.split("\n"))


def _list(cursor: _Cursor, token: Token) -> dict[str, Any]:
    ordered = token.type == "ordered_list_open"
    made: dict[str, Any] = {"type": "list", "ordered": ordered}
    start = token.attrGet("start")
    if ordered and start is not None:
        made["start"] = int(start)
    made["items"] = items = []
    while (inner := cursor.next()) is not None and inner.type == "list_item_open":
        items.append(_blocks(cursor, "list_item_close"))
    return made


def _table(cursor: _Cursor) -> dict[str, Any]:
    rows: list[list[str]] = []
    align: list[str] = []
    while (token := cursor.next()) is not None and token.type != "table_close":
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            if token.type == "th_open":
                align.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
            rows[-1].append(cursor.inline())
    return {"type": "table", "header": rows[0], "align": align, "rows": rows[1:]}
