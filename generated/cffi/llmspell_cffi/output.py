"""What a model wrote, made into data, and data written as text. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class OutputBridge(Bridge):
    """What a model wrote, made into data, and data written as text."""

    def parse(self, text: Any, options: Any = ABSENT) -> Any:
        """The value that a text holds."""
        arguments = {
            "text": text,
            "options": options,
        }
        return self._session.call("output.parse", arguments)

    def format(self, value: Any, format: Any = ABSENT, options: Any = ABSENT) -> Any:
        """A value as text."""
        arguments = {
            "value": value,
            "format": format,
            "options": options,
        }
        return self._session.call("output.format", arguments)

    def detect_format(self, text: Any) -> Any:
        """What a text is written in, how sure that is, and why."""
        arguments = {
            "text": text,
        }
        return self._session.call("output.detect_format", arguments)

    def validate_format(self, text: Any, format: Any, schema: Any = ABSENT) -> Any:
        """Whether a text is written in a format, and what is wrong with it."""
        arguments = {
            "text": text,
            "format": format,
            "schema": schema,
        }
        return self._session.call("output.validate_format", arguments)

    def extract_json(self, text: Any, options: Any = ABSENT) -> Any:
        """Every JSON object and list in a text, with its place."""
        arguments = {
            "text": text,
            "options": options,
        }
        return self._session.call("output.extract_json", arguments)

    def extract_markdown(self, text: Any) -> Any:
        """The sections, code blocks, tables, lists and links of a Markdown text."""
        arguments = {
            "text": text,
        }
        return self._session.call("output.extract_markdown", arguments)

    def recover(self, text: Any, options: Any = ABSENT) -> Any:
        """A broken text, mended."""
        arguments = {
            "text": text,
            "options": options,
        }
        return self._session.call("output.recover", arguments)

    def get_schema(self, format: Any) -> Any:
        """The JSON Schema of the values that a format gives and takes."""
        arguments = {
            "format": format,
        }
        return self._session.call("output.get_schema", arguments)

    def get_instructions(self, format: Any = ABSENT, schema: Any = ABSENT) -> Any:
        """What to tell a model so that its answer can be read."""
        arguments = {
            "format": format,
            "schema": schema,
        }
        return self._session.call("output.get_instructions", arguments)
