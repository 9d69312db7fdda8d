"""What a model wrote, made into data, and data written as text. For synchronous programs."""

from __future__ import annotations

from typing import Any, Literal

from bridge_runtime import clients

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
    Recovery,
)


class OutputBridge(clients.Bridge):
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

    def parse(
        self,
        text: str,
        *,
        format: Format | Literal["json", "yaml", "xml", "markdown", "plain"] | None = None,
        recovery: Recovery | Literal["strict", "lenient", "best_effort"] | None = None,
        schema: JsonSchema | None = None,
    ) -> ParsedOutput:
        """The value that a text holds.

        The steps are tried in their order, as far as `recovery` allows. Every change of `repair` and
        `extraction` is listed, so that a program can decide whether to trust the value.

        Args:
            text: What a model wrote.
            format: How the text is written; what `output.detect_format` finds when left out, and `json` for a text
                without a format when there is a schema.
            recovery: How far to go. Default: 'lenient'.
            schema: JSON Schema 2020-12 that the value must meet.

        Returns:
            A value, and how it was won.

        Raises:
            ParseFailed: No step that was allowed could read the text.
            SchemaMismatch: The text was read, and its value does not meet the schema.
            TooLarge: A text or a value is larger than is allowed.
            TooDeep: A value holds lists or objects inside one another beyond what is allowed.
            Unsafe: The text uses what a reader of text from elsewhere must not follow.
            shared.InvalidSchema: A JSON Schema that was given is not one.
        """
        options = clients.optional(ParseOptions, format=format, recovery=recovery, schema_=schema)
        result: ParsedOutput = self.core.call("output.parse", {"text": text, "options": options})
        return result

    def format(
        self,
        value: Any,
        format: Format | Literal["json", "yaml", "xml", "markdown", "plain"] = Format.JSON,
        *,
        indent: int | None = None,
        sort_keys: bool | None = None,
        root: str | None = None,
    ) -> str:
        """A value as text.

        The inverse of `parse`: what this wrote reads back as the same value. XML knows nothing but text, so
        that numbers, booleans and null are written as JSON writes them (null as an empty element) and read
        back as text, and a list of one reads back as its item.

        Args:
            value: Any JSON value that the format can hold.
            format: How to write it.
            indent: Spaces per level in JSON, YAML (at least 2) and XML; 0 writes JSON and XML on one line. Left out, it
                is 2, and 0 for XML, whose text a line break would be part of.
            sort_keys: Write keys in alphabetical order instead of the value's own, which a table of Lua does not have. Default: False.
            root: Name of the XML element to put the value into; needed unless it is an object with one key.

        Raises:
            NotRepresentable: The format cannot hold this value.
            TooLarge: A text or a value is larger than is allowed.
            TooDeep: A value holds lists or objects inside one another beyond what is allowed.
        """
        options = clients.optional(FormatOptions, indent=indent, sort_keys=sort_keys, root=root)
        result: str = self.core.call("output.format", {"value": value, "format": format, "options": options})
        return result

    def detect_format(self, text: str) -> DetectedFormat:
        """What a text is written in, how sure that is, and why.

        Confidence 1 is a text that is right and can be nothing else; a text that is nearly right has less.
        Text with a fenced block of data counts as that data, since `parse` reads it so. Every text is
        `plain`, with a confidence of 0.1 at least.

        Args:
            text: The text.

        Returns:
            The format a text is most likely written in.

        Raises:
            TooLarge: A text or a value is larger than is allowed.
        """
        result: DetectedFormat = self.core.call("output.detect_format", {"text": text})
        return result

    def validate_format(
        self,
        text: str,
        format: Format | Literal["json", "yaml", "xml", "markdown", "plain"],
        schema: JsonSchema | None = None,
    ) -> FormatValidation:
        """Whether a text is written in a format, and what is wrong with it.

        Args:
            text: The text.
            format: The format.
            schema: JSON Schema 2020-12 that its value must meet.

        Returns:
            Whether a text is written in a format.

        Raises:
            TooLarge: A text or a value is larger than is allowed.
            TooDeep: A value holds lists or objects inside one another beyond what is allowed.
            Unsafe: The text uses what a reader of text from elsewhere must not follow.
            shared.InvalidSchema: A JSON Schema that was given is not one.
        """
        result: FormatValidation = self.core.call(
            "output.validate_format", {"text": text, "format": format, "schema": schema}
        )
        return result

    def extract_json(
        self, text: str, *, schema: JsonSchema | None = None, limit: int | None = None
    ) -> list[JsonMatch]:
        """Every JSON object and list in a text, with its place.

        What stands inside another value is part of that value. Numbers, words and quoted text are not taken
        for values of their own, unless the whole text is one. Broken values are left out; `output.parse`
        mends one.

        Args:
            text: The text.
            schema: JSON Schema 2020-12; only values that meet it.
            limit: Most values to return. Default: 1000.

        Returns:
            A list. Each: A JSON value in a text, and its place.

        Raises:
            TooLarge: A text or a value is larger than is allowed.
            TooDeep: A value holds lists or objects inside one another beyond what is allowed.
            shared.InvalidSchema: A JSON Schema that was given is not one.
        """
        options = clients.optional(ExtractOptions, schema_=schema, limit=limit)
        result: list[JsonMatch] = self.core.call("output.extract_json", {"text": text, "options": options})
        return result

    def extract_markdown(self, text: str) -> MarkdownParts:
        """The sections, code blocks, tables, lists and links of a Markdown text.

        Args:
            text: The text.

        Returns:
            What a Markdown text is made of, kind by kind, each in the order of the text.

        Raises:
            TooLarge: A text or a value is larger than is allowed.
            TooDeep: A value holds lists or objects inside one another beyond what is allowed.
        """
        result: MarkdownParts = self.core.call("output.extract_markdown", {"text": text})
        return result

    def recover(
        self,
        text: str,
        *,
        format: Format | Literal["json", "yaml", "xml", "markdown", "plain"] | None = None,
        recovery: Recovery | Literal["strict", "lenient", "best_effort"] | None = None,
        schema: JsonSchema | None = None,
    ) -> RecoveredText:
        """A broken text, mended.

        As `output.parse`, for a program that wants text: the result can be read by any reader of the
        format. A text that is right comes back as it was given; Markdown that ends in an open code fence
        gets its end.

        Args:
            text: What a model wrote.
            format: How the text is meant to be written; what `output.detect_format` finds when left out.
            recovery: How far to go. Default: 'best_effort'.
            schema: JSON Schema 2020-12 that its value must meet.

        Returns:
            A text that is right, and what was wrong with it.

        Raises:
            ParseFailed: No step that was allowed could read the text.
            SchemaMismatch: The text was read, and its value does not meet the schema.
            TooLarge: A text or a value is larger than is allowed.
            TooDeep: A value holds lists or objects inside one another beyond what is allowed.
            Unsafe: The text uses what a reader of text from elsewhere must not follow.
            shared.InvalidSchema: A JSON Schema that was given is not one.
        """
        options = clients.optional(RecoverOptions, format=format, recovery=recovery, schema_=schema)
        result: RecoveredText = self.core.call("output.recover", {"text": text, "options": options})
        return result

    def get_schema(self, format: Format | Literal["json", "yaml", "xml", "markdown", "plain"]) -> JsonSchema:
        """The JSON Schema of the values that a format gives and takes.

        What `output.parse` gives for a text of the format meets it, and `output.format` writes what meets
        it. It says how XML and Markdown look as JSON. A schema of particular values is inferred by
        `schema.generate`.

        Args:
            format: The format.

        Returns:
            A JSON Schema (2020-12), as an object.
        """
        result: JsonSchema = self.core.call("output.get_schema", {"format": format})
        return result

    def get_instructions(
        self,
        format: Format | Literal["json", "yaml", "xml", "markdown", "plain"] = Format.JSON,
        schema: JsonSchema | None = None,
    ) -> str:
        """What to tell a model so that its answer can be read.

        Args:
            format: What it should write.
            schema: JSON Schema 2020-12 that the value must meet.

        Raises:
            shared.InvalidSchema: A JSON Schema that was given is not one.
        """
        result: str = self.core.call("output.get_instructions", {"format": format, "schema": schema})
        return result
