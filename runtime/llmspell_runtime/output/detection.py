"""What a text is written in: what reads it proves most, what only looks like it less."""

from __future__ import annotations

import re
from typing import Final

from bridge_runtime.errors import BridgeError
from llmspell.output.types import Format, FormatCandidate

from llmspell_runtime.output import formats
from llmspell_runtime.output.faults import NotReadable
from llmspell_runtime.output.fences import find_fences
from llmspell_runtime.output.json_text import BEGINS
from llmspell_runtime.output.thoughts import answer_start

_HOLDS_JSON: Final = re.compile(r"\{\s{0,80}\"[^\"\\\n]{0,200}\"\s{0,80}:")
_BEGINS_XML: Final = re.compile(r"\s*<(?:\?xml\b|!DOCTYPE\b|!--|[A-Za-z_:][\w:.\-]*(?:\s[^<>]*)?/?>)")
_BEGINS_ELEMENT: Final = re.compile(r"^[ \t]*<(?P<name>[A-Za-z_][\w.\-]*)(?:\s[^<>\n]*)?>", re.MULTILINE)
_ENDS_ELEMENT: Final = re.compile(r"</(?P<name>[A-Za-z_][\w.\-]*)>[ \t]*$", re.MULTILINE)
_OF_HTML: Final = frozenset(
    {
        "a", "b", "blockquote", "center", "code", "details", "div", "em", "figure", "h1", "h2", "h3", "i", "kbd", "li", "ol",
        "p", "picture", "pre", "small", "span", "strong", "sub", "summary", "sup", "table", "u", "ul", "video",
    }
)  # fmt: skip
"""Elements that Markdown is often written with."""
_YAML_LINE: Final = re.compile(
    r"^(?:---|[ ]*- \S.*|[ ]*(?:- )?[\w\"'][\w .\-\"']{0,60}:(?: .*)?)$", re.MULTILINE
)
_MARKS: Final = {
    "headings": re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE),
    "lists": re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)]) \S", re.MULTILINE),
    "tables": re.compile(r"^[ \t]{0,8}\|?[ \t]{0,8}:?-{3,80}:?[ \t]{0,8}\|[ \t|:\-]*$", re.MULTILINE),
    "quotes": re.compile(r"^ {0,3}> \S", re.MULTILINE),
    "links": re.compile(r"\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)"),
    "emphasis": re.compile(r"(?<!\w)(?:\*\*[^\s*][^*\n]{0,200}\*\*|`[^`\n]{1,200}`)"),
}
_LOOKED_AT: Final = 20_000
"""Characters in which marks are counted."""
_ORDER: Final = list(Format)


def detect(text: str) -> list[FormatCandidate]:
    """The formats that something speaks for, the likeliest first; ``plain`` is always among them.

    What a model thought aloud before its answer does not count.
    """
    begin = answer_start(text)
    if not begin:
        return _detected(text)
    return [
        each.model_copy(update={"confidence": min(each.confidence, 0.9)}) for each in _detected(text[begin:])
    ]


def _detected(text: str) -> list[FormatCandidate]:
    found = [*_json(text), *_xml(text), *_yaml(text), *_markdown(text)]
    plain = (0.9, "nothing in it looks like another format") if not found else (0.1, "every text is")
    if not text.strip():
        plain = (1.0, "it is empty")
    if any(each.confidence < 0.5 for each in found) and all(each.confidence < 0.5 for each in found):
        plain = (0.5, "little in it looks like another format")
    found.append(_candidate(Format.PLAIN, *plain))
    return sorted(found, key=lambda each: (-each.confidence, _ORDER.index(each.format)))


def _candidate(format: Format, confidence: float, reason: str) -> FormatCandidate:
    return FormatCandidate(format=format, confidence=confidence, reason=reason)


def _fenced(text: str, format: Format) -> list[FormatCandidate]:
    fence = next((fence for fence in find_fences(text) if fence.format is format), None)
    if fence is None:
        return []
    share = len(fence.text) / max(len(text.strip()), 1)
    confidence = 0.95 if share > 0.5 else 0.85
    what = f"of {fence.language}" if fence.language else "that begins as JSON does"
    return [_candidate(format, confidence, f"it holds a fenced block {what}")]


def _json(text: str) -> list[FormatCandidate]:
    fenced = _fenced(text, Format.JSON)
    if fenced:
        return fenced
    begins = BEGINS.match(text) is not None
    try:
        value = formats.read(text, Format.JSON)
    except NotReadable:
        if begins:
            what = "object" if text.lstrip()[:1] == "{" else "list"
            return [_candidate(Format.JSON, 0.8, f"it begins as a JSON {what} does, and has a mistake")]
        return (
            [_candidate(Format.JSON, 0.6, "a JSON object stands in it")] if _HOLDS_JSON.search(text) else []
        )
    except BridgeError:
        return [_candidate(Format.JSON, 0.8, "it begins as JSON does, and is beyond what is read")]
    if isinstance(value, dict | list):
        kind = "object" if isinstance(value, dict) else "list"
        return [_candidate(Format.JSON, 1, f"it is a JSON {kind}")]
    return [_candidate(Format.JSON, 0.7, "it is a single JSON value")]


def _xml(text: str) -> list[FormatCandidate]:
    fenced = _fenced(text, Format.XML)
    if fenced:
        return fenced
    if not _BEGINS_XML.match(text):
        name = _element_within(text[:_LOOKED_AT])
        return [_candidate(Format.XML, 0.6, f"an element <{name}> stands in it")] if name else []
    try:
        formats.read(text, Format.XML)
    except NotReadable:
        return [_candidate(Format.XML, 0.7, "it begins with a tag, and has a mistake")]
    except BridgeError:
        return [_candidate(Format.XML, 0.8, "it begins as XML does, and is not read")]
    return [_candidate(Format.XML, 1, "it is an XML document")]


def _element_within(text: str) -> str:
    """The name of an element that has lines of ``text`` for itself and is none of HTML; empty when there is none."""
    ends = {match["name"]: match.start() for match in _ENDS_ELEMENT.finditer(text)}
    for match in _BEGINS_ELEMENT.finditer(text):
        if ends.get(match["name"], -1) > match.start() and match["name"].lower() not in _OF_HTML:
            return match["name"]
    return ""


def _yaml(text: str) -> list[FormatCandidate]:
    fenced = _fenced(text, Format.YAML)
    if fenced:
        return fenced
    lines = [line for line in text[:_LOOKED_AT].split("\n") if line.strip()]
    if not lines or BEGINS.match(text) or _BEGINS_XML.match(text):
        return []
    share = len(_YAML_LINE.findall(text[:_LOOKED_AT])) / len(lines)
    if share < 0.4:
        return []
    try:
        value = formats.read(text, Format.YAML)
    except NotReadable:
        return (
            [_candidate(Format.YAML, 0.5, "most of its lines look like YAML, and it has a mistake")]
            if share > 0.7
            else []
        )
    except BridgeError:
        return [_candidate(Format.YAML, 0.7, "it looks like YAML, and is not read")]
    if isinstance(value, dict):
        keys = f"{len(value)} keys" if len(value) != 1 else "one key"
        nested = any(isinstance(item, dict | list) for item in value.values())
        sure = len(value) > 1 or (nested and "\n" in text.strip())
        return [_candidate(Format.YAML, 0.9 if sure else 0.45, f"it is a YAML mapping of {keys}")]
    if isinstance(value, list):
        nested = any(isinstance(item, dict | list) for item in value)
        return [_candidate(Format.YAML, 0.9 if nested else 0.45, "it is a YAML list")]
    return []


def _markdown(text: str) -> list[FormatCandidate]:
    fenced = _fenced(text, Format.MARKDOWN)
    if fenced:
        return fenced
    looked_at = text[:_LOOKED_AT]
    if BEGINS.match(text) or _BEGINS_XML.match(text):
        return []
    seen = [name for name, mark in _MARKS.items() if mark.search(looked_at)]
    if find_fences(looked_at):
        seen.append("code blocks")
    if not seen:
        return []
    weight = sum(0.35 if name in ("headings", "tables", "code blocks") else 0.25 for name in seen)
    return [_candidate(Format.MARKDOWN, round(min(0.95, 0.3 + weight), 2), f"it has {_listed(seen)}")]


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
