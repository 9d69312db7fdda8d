"""What a model wrote, made into data, and data written as text.

A model is asked for JSON and answers with a sentence, a code fence, a comma too many, or half of
it. `parse` makes data of such text in four steps, and says which of them succeeded and what it
changed; the first that gives a value (one that meets the schema, if there is one) ends the search:

| step | what it does | strict | lenient | best_effort |
| --- | --- | --- | --- | --- |
| `strict` | reads the text as it stands | yes | yes | yes |
| `fenced` | reads a fenced code block in the text as it stands | | yes | yes |
| `repair` | mends mistakes: missing quotes, commas, brackets and end tags, comments, text around the value | | yes | yes |
| `extraction` | looks for a value that meets the schema: among all in the text and inside them, converting `"36"` to `36`, in lines such as `Name: Ada` and in the rows of tables | | | yes |

What a model thought aloud before its answer (`<think>` … `</think>`) is passed over by every step
but the first.

How each format becomes JSON, and JSON becomes the format again; `output.get_schema` has it as JSON
Schema:

| format | value |
| --- | --- |
| `json` | itself; a key that is given twice is a mistake |
| `yaml` | YAML 1.2 in its core schema: `on` and `no` are text, dates are text, one document, keys are text |
| `xml` | an object with the root element's name. An element is its text, or an object: attributes as `@name`, child elements by name (a list when there are several of one name), text beside attributes as `#text`. Where order matters, because text stands between elements or names alternate, the children are a list under `#content` |
| `markdown` | a list of blocks: headings, paragraphs, lists, quotes, tables, code, HTML and rules; the text in them is Markdown |
| `plain` | the text |

Nothing that a text asks to be fetched, expanded or made is: XML entities and YAML tags are refused
with `output.unsafe`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aio import AsyncOutputBridge
    from .constants import Limit
    from .errors import NotRepresentable, ParseFailed, SchemaMismatch, TooDeep, TooLarge, Unsafe
    from .service import OutputService
    from .sync import OutputBridge
    from .types import (
        BlockType,
        Change,
        DetectedFormat,
        ExtractOptions,
        Format,
        FormatCandidate,
        FormatIssue,
        FormatOptions,
        FormatValidation,
        JsonMatch,
        MarkdownCode,
        MarkdownLink,
        MarkdownList,
        MarkdownParts,
        MarkdownSection,
        MarkdownTable,
        ParseAttempt,
        ParsedOutput,
        ParseOptions,
        RecoveredText,
        RecoverOptions,
        Recovery,
        Step,
    )

_HOMES: dict[str, str] = {
    "AsyncOutputBridge": ".aio",
    "Limit": ".constants",
    "NotRepresentable": ".errors",
    "ParseFailed": ".errors",
    "SchemaMismatch": ".errors",
    "TooDeep": ".errors",
    "TooLarge": ".errors",
    "Unsafe": ".errors",
    "OutputService": ".service",
    "OutputBridge": ".sync",
    "BlockType": ".types",
    "Change": ".types",
    "DetectedFormat": ".types",
    "ExtractOptions": ".types",
    "Format": ".types",
    "FormatCandidate": ".types",
    "FormatIssue": ".types",
    "FormatOptions": ".types",
    "FormatValidation": ".types",
    "JsonMatch": ".types",
    "MarkdownCode": ".types",
    "MarkdownLink": ".types",
    "MarkdownList": ".types",
    "MarkdownParts": ".types",
    "MarkdownSection": ".types",
    "MarkdownTable": ".types",
    "ParseAttempt": ".types",
    "ParseOptions": ".types",
    "ParsedOutput": ".types",
    "RecoverOptions": ".types",
    "RecoveredText": ".types",
    "Recovery": ".types",
    "Step": ".types",
}
_MODULES: frozenset[str] = frozenset({})

__all__ = [
    "AsyncOutputBridge",
    "BlockType",
    "Change",
    "DetectedFormat",
    "ExtractOptions",
    "Format",
    "FormatCandidate",
    "FormatIssue",
    "FormatOptions",
    "FormatValidation",
    "JsonMatch",
    "Limit",
    "MarkdownCode",
    "MarkdownLink",
    "MarkdownList",
    "MarkdownParts",
    "MarkdownSection",
    "MarkdownTable",
    "NotRepresentable",
    "OutputBridge",
    "OutputService",
    "ParseAttempt",
    "ParseFailed",
    "ParseOptions",
    "ParsedOutput",
    "RecoverOptions",
    "RecoveredText",
    "Recovery",
    "SchemaMismatch",
    "Step",
    "TooDeep",
    "TooLarge",
    "Unsafe",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name], __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
