"""What a model is told so that its answer can be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bridge_runtime.values import canonical_json
from llmspell.output.types import Format

_ASKED: Final = {
    Format.JSON: "Answer with one JSON value and nothing else: no explanation, no code fence.",
    Format.YAML: "Answer with one YAML document and nothing else: no explanation, no code fence. "
    "Quote text that holds a colon, and do not use tags or anchors.",
    Format.XML: "Answer with one XML document and nothing else: no explanation, no code fence, no DOCTYPE. "
    "Put everything into one element, end every element, and write & as &amp; and < as &lt; in text.",
    Format.MARKDOWN: "Answer in Markdown, with headings that begin with #. Put code into fenced blocks that name its "
    "language, and end each of them.",
    Format.PLAIN: "Answer with plain text, without Markdown or any other markup.",
}
_MAPPED: Final = {
    Format.JSON: "It must meet this JSON Schema: ",
    Format.YAML: "As JSON, it must meet this JSON Schema: ",
    Format.XML: "As an object with the root element's name, attributes as @name and child elements by name, it must "
    "meet this JSON Schema: ",
    Format.MARKDOWN: "As a list of blocks (heading, paragraph, list, table, code), it must meet this JSON Schema: ",
    Format.PLAIN: "The text must meet this JSON Schema: ",
}


def instructions(format: Format, schema: Mapping[str, Any] | None) -> str:
    """Asks for an answer in ``format`` that meets ``schema``."""
    if schema is None:
        return _ASKED[format]
    return f"{_ASKED[format]} {_MAPPED[format]}{canonical_json(dict(schema))}"
