"""Blocks to Markdown, so that reading it gives the same blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from llmspell_runtime.output.faults import NotWritable, pointer, shown
from llmspell_runtime.output.markdown_tree import read
from llmspell_runtime.output.schemas import block_problem

_TICKS: Final = re.compile(r"`{3,}|~{3,}")
_INDENTED: Final = "    "


def write(value: Any) -> str:
    """Blocks, as ``markdown_tree.read`` gives them, as Markdown. Raises NotWritable."""
    problem = block_problem(value)
    if problem is not None:
        raise NotWritable(*problem)
    blocks = [_completed(block) for block in value]
    written = _blocks(blocks, "")
    if read(written) != blocks:
        raise NotWritable("", "its blocks, one after the other, would be read as others")
    return f"{written}\n" if written else ""


def _completed(block: dict[str, Any]) -> dict[str, Any]:
    """A block with what it may leave out, as reading gives it."""
    match block["type"]:
        case "list":
            made = {**block, "items": [[_completed(inner) for inner in item] for item in block["items"]]}
            if not block["ordered"] or block.get("start") == 1:
                made.pop("start", None)
            return made
        case "quote":
            return {**block, "blocks": [_completed(inner) for inner in block["blocks"]]}
        case "code":
            return {"language": "", **block}
        case "table":
            return {"align": [""] * len(block["header"]), **block}
        case _:
            return block


def _blocks(blocks: list[dict[str, Any]], path: str) -> str:
    made: list[str] = []
    same = 0
    for number, block in enumerate(blocks):
        # Two lists in a row are told apart by their marks.
        after_list = number > 0 and _is_list(block) and _is_list(blocks[number - 1])
        same = same + 1 if after_list and block["ordered"] == blocks[number - 1]["ordered"] else 0
        made.append(_WRITERS[block["type"]](block, pointer(path, number), same % 2))
    return "\n\n".join(made)


def _is_list(block: dict[str, Any]) -> bool:
    return bool(block["type"] == "list")


def _heading(block: dict[str, Any], path: str, _: int) -> str:
    marks, text = "#" * block["level"], block["text"]
    underline = {1: "===", 2: "---"}.get(block["level"], "")
    for written in (
        f"{marks} {text}".rstrip(),
        f"{marks} {text} {marks}",  # a text that ends in # needs an end
        f"{_paragraph_text(text)}\n{underline}",  # one of several lines has this form alone
    ):
        if _reads_as(written, block):
            return written
    raise NotWritable(path, f"Markdown has no heading of level {block['level']} with the text {shown(text)}")


def _paragraph(block: dict[str, Any], path: str, _: int) -> str:
    written = _paragraph_text(block["text"])
    if not _reads_as(written, block):
        raise NotWritable(path, f"{shown(block['text'])} is not one paragraph of Markdown; escape its marks")
    return written


def _paragraph_text(text: str) -> str:
    """The text with those lines indented that would else begin a block of their own."""
    made: list[str] = []
    before = ""
    for line in text.split("\n"):
        both = f"{before}\n{line}"
        goes_on = not made or _reads_as(both, {"type": "paragraph", "text": both})
        made.append(line if goes_on else _INDENTED + line)
        before = line if goes_on else "a"
    return "\n".join(made)


def _reads_as(written: str, block: dict[str, Any]) -> bool:
    return read(written) == [block]


def _list(block: dict[str, Any], path: str, second: int) -> str:
    items = block["items"]
    if not items:
        raise NotWritable(path, "a list has at least one item")
    tight = all(_is_short(item) for item in items)
    number = block.get("start", 1)
    second = (second + path.count("/items/")) % 2  # `- - -` would be a rule
    made = []
    for index, item in enumerate(items):
        mark = f"{number + index}{'.)'[second]} " if block["ordered"] else f"{'-*'[second]} "
        written = _blocks(item, pointer(pointer(path, "items"), index))
        made.append(_prefixed(written, mark, " " * len(mark)))
    return ("\n" if tight else "\n\n").join(made)


def _is_short(item: list[dict[str, Any]]) -> bool:
    return len(item) <= 1 and all(block["type"] == "paragraph" for block in item)


def _prefixed(text: str, first: str, rest: str) -> str:
    """``text`` with ``first`` before its first line and ``rest`` before the others; nothing is left to trail."""
    begin, *others = text.split("\n")
    made = [f"{first}{begin}" if begin else first.rstrip()]
    made += [f"{rest}{line}" if line else rest.rstrip() for line in others]
    return "\n".join(made)


def _quote(block: dict[str, Any], path: str, _: int) -> str:
    return _prefixed(_blocks(block["blocks"], pointer(path, "blocks")), "> ", "> ")


def _table(block: dict[str, Any], path: str, _: int) -> str:
    marks = {"": "---", "left": ":---", "right": "---:", "center": ":---:"}
    written = "\n".join(
        [_row(block["header"]), _row([marks[each] for each in block["align"]]), *map(_row, block["rows"])]
    )
    if not _reads_as(written, block):
        raise NotWritable(
            path,
            "a table has as many cells in each row as in its header, and a cell holds one line of Markdown",
        )
    return written


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _code(block: dict[str, Any], path: str, _: int) -> str:
    language = block["language"]
    mark = "~" if "`" in language else "`"
    longest = max((len(run) for run in _TICKS.findall(block["text"])), default=2)
    fence = mark * max(3, longest + 1)
    text = f"{block['text']}\n" if block["text"] else ""
    written = f"{fence}{language}\n{text}{fence}"
    if not _reads_as(written, block):
        raise NotWritable(path, "a code block cannot hold this language or text")
    return written


def _html(block: dict[str, Any], path: str, _: int) -> str:
    if not _reads_as(block["text"], block):
        raise NotWritable(path, f"{shown(block['text'])} is not one block of HTML")
    return str(block["text"])


def _rule(block: dict[str, Any], path: str, _: int) -> str:
    return "___"


_WRITERS: Final[dict[str, Callable[[dict[str, Any], str, int], str]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _list,
    "quote": _quote,
    "table": _table,
    "code": _code,
    "html": _html,
    "rule": _rule,
}
