"""What an implementation of output provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from bridge_runtime.service import Service

from ..shared.types import JsonSchema
from .types import (
    DetectedFormat,
    ExtractOptions,
    Format,
    FormatOptions,
    FormatValidation,
    JsonMatch,
    MarkdownParts,
    ParsedOutput,
    ParseOptions,
    RecoveredText,
    RecoverOptions,
)


class OutputService(Service):
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

    @abstractmethod
    def parse(self, text: str, options: ParseOptions | None = None) -> ParsedOutput:
        """The value that a text holds.

        The steps are tried in their order, as far as `recovery` allows. Every change of `repair` and
        `extraction` is listed, so that a program can decide whether to trust the value.

        Raises output.parse_failed, output.schema_mismatch, output.too_large, output.too_deep, output.unsafe, shared.invalid_schema.
        """

    @abstractmethod
    def format(self, value: Any, format: Format = Format.JSON, options: FormatOptions | None = None) -> str:
        """A value as text.

        The inverse of `parse`: what this wrote reads back as the same value. XML knows nothing but text, so
        that numbers, booleans and null are written as JSON writes them (null as an empty element) and read
        back as text, and a list of one reads back as its item.

        Raises output.not_representable, output.too_large, output.too_deep.
        """

    @abstractmethod
    def detect_format(self, text: str) -> DetectedFormat:
        """What a text is written in, how sure that is, and why.

        Confidence 1 is a text that is right and can be nothing else; a text that is nearly right has less.
        Text with a fenced block of data counts as that data, since `parse` reads it so. Every text is
        `plain`, with a confidence of 0.1 at least.

        Raises output.too_large.
        """

    @abstractmethod
    def validate_format(
        self, text: str, format: Format, schema: JsonSchema | None = None
    ) -> FormatValidation:
        """Whether a text is written in a format, and what is wrong with it.

        Raises output.too_large, output.too_deep, output.unsafe, shared.invalid_schema.
        """

    @abstractmethod
    def extract_json(self, text: str, options: ExtractOptions | None = None) -> list[JsonMatch]:
        """Every JSON object and list in a text, with its place.

        What stands inside another value is part of that value. Numbers, words and quoted text are not taken
        for values of their own, unless the whole text is one. Broken values are left out; `output.parse`
        mends one.

        Raises output.too_large, output.too_deep, shared.invalid_schema.
        """

    @abstractmethod
    def extract_markdown(self, text: str) -> MarkdownParts:
        """The sections, code blocks, tables, lists and links of a Markdown text.

        Raises output.too_large, output.too_deep.
        """

    @abstractmethod
    def recover(self, text: str, options: RecoverOptions | None = None) -> RecoveredText:
        """A broken text, mended.

        As `output.parse`, for a program that wants text: the result can be read by any reader of the
        format. A text that is right comes back as it was given; Markdown that ends in an open code fence
        gets its end.

        Raises output.parse_failed, output.schema_mismatch, output.too_large, output.too_deep, output.unsafe, shared.invalid_schema.
        """

    @abstractmethod
    def get_schema(self, format: Format) -> JsonSchema:
        """The JSON Schema of the values that a format gives and takes.

        What `output.parse` gives for a text of the format meets it, and `output.format` writes what meets
        it. It says how XML and Markdown look as JSON. A schema of particular values is inferred by
        `schema.generate`.
        """

    @abstractmethod
    def get_instructions(self, format: Format = Format.JSON, schema: JsonSchema | None = None) -> str:
        """What to tell a model so that its answer can be read.

        Raises shared.invalid_schema.
        """
