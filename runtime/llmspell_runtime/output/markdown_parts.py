"""What a Markdown text is made of: sections, code, tables, lists and links, with their lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from llmspell.output.types import (
    MarkdownCode,
    MarkdownLink,
    MarkdownList,
    MarkdownParts,
    MarkdownSection,
    MarkdownTable,
)

from llmspell_runtime.extras import needed
from llmspell_runtime.output.markdown_tree import lines, tokens

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINKED: Final = 20_000
"""Characters of a paragraph in which links are looked for."""
_MARK: Final = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)")
_LINK: Final = re.compile(r"\]\(|<\w{1,32}:|<[^<>\s]{1,100}@")


def parts(text: str) -> MarkdownParts:
    """The parts of ``text``. Raises TooDeep and TooLarge."""
    found = tokens(text)
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return MarkdownParts(
        sections=_sections(found, rows),
        code_blocks=[_code(token, rows) for token in found if token.type in ("fence", "code_block")],
        tables=_tables(found),
        lists=_lists(found, rows),
        links=[link for token in found if token.type == "inline" for link in _links(token)],
    )


def tables(text: str) -> list[MarkdownTable]:
    """The tables of ``text`` alone. Raises TooDeep and TooLarge."""
    return _tables(tokens(text))


def _first(token: Token) -> int:
    return token.map[0] if token.map else 0


def _end(token: Token) -> int:
    return token.map[1] if token.map else 0


def _sections(found: list[Token], rows: list[str]) -> list[MarkdownSection]:
    heads = [
        (_first(token), _end(token), int(token.tag[1:]), lines(found[at + 1].content))
        for at, token in enumerate(found)
        if token.type == "heading_open" and token.level == 0
    ]
    made: list[MarkdownSection] = []
    before = rows[: heads[0][0] if heads else len(rows)]
    begin = next((number for number, row in enumerate(before) if row.strip()), None)
    if begin is not None:
        made.append(
            MarkdownSection(title="", level=0, path=[], text="\n".join(before).strip("\n"), line=begin + 1)
        )
    above: list[tuple[int, str]] = []
    for number, (line, end, level, title) in enumerate(heads):
        until = heads[number + 1][0] if number + 1 < len(heads) else len(rows)
        above = [each for each in above if each[0] < level] + [(level, title)]
        text = "\n".join(rows[end:until]).strip("\n")
        path = [each[1] for each in above]
        made.append(MarkdownSection(title=title, level=level, path=path, text=text, line=line + 1))
    return made


def _code(token: Token, rows: list[str]) -> MarkdownCode:
    words = token.info.split()
    last = rows[_end(token) - 1].lstrip(" \t>").rstrip() if token.map else ""
    closed = token.type == "code_block" or (
        _end(token) - _first(token) > 1 and last.startswith(token.markup) and not last.strip(token.markup[0])
    )
    return MarkdownCode(
        language=words[0] if words else "",
        text=token.content.removesuffix("\n"),
        line=_first(token) + 1,
        closed=closed,
    )


def _tables(found: list[Token]) -> list[MarkdownTable]:
    made: list[MarkdownTable] = []
    rows: list[list[str]] = []
    for at, token in enumerate(found):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(found[at + 1].content)
        elif token.type == "table_close":
            made.append(MarkdownTable(header=rows[0], rows=rows[1:], line=0))
    begins = [_first(token) + 1 for token in found if token.type == "table_open"]
    for table, line in zip(made, begins, strict=True):
        table.line = line
    return made


def _lists(found: list[Token], rows: list[str]) -> list[MarkdownList]:
    made: list[MarkdownList] = []
    for token in found:
        if token.level == 0 and token.type in ("bullet_list_open", "ordered_list_open"):
            ordered = token.type == "ordered_list_open"
            made.append(MarkdownList(ordered=ordered, items=[], line=_first(token) + 1))
        elif token.level == 1 and token.type == "list_item_open" and made:
            made[-1].items.append(_item(rows[_first(token) : _end(token)]))
    return made


def _item(rows: list[str]) -> str:
    """The lines of an item, without its mark and the margin below it."""
    first, *rest = rows
    mark = _MARK.match(first)
    width = mark.end() if mark else 0
    kept = [first[width:].lstrip(" \t")]
    kept += [row[min(width, len(row) - len(row.lstrip(" "))) :] for row in rest]
    return "\n".join(kept).strip("\n")


@lru_cache(maxsize=1)
def _inline() -> MarkdownIt:
    made: MarkdownIt = needed("markdown_it", "output").MarkdownIt("commonmark")
    return made


def _links(token: Token) -> list[MarkdownLink]:
    if not _LINK.search(token.content) or len(token.content) > _LINKED:
        return []
    inside = _inline().parseInline(token.content)[0].children or []
    made: list[MarkdownLink] = []
    line = _first(token) + 1
    for at, piece in enumerate(inside):
        if piece.type == "image":
            url = str(piece.attrGet("src"))
            made.append(MarkdownLink(text=piece.content, url=url, image=True, line=line))
        elif piece.type == "link_open":
            text = ""
            for other in inside[at + 1 :]:
                if other.type == "link_close":
                    break
                text += other.content or ("\n" if other.type in ("softbreak", "hardbreak") else "")
            made.append(MarkdownLink(text=text, url=str(piece.attrGet("href")), image=False, line=line))
    return made
