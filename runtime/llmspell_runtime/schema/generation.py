"""Schemas inferred from samples."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from llmspell_runtime.extras import needed
from llmspell_runtime.schema.documents import DIALECT
from llmspell_runtime.schema.formats import conforms
from llmspell_runtime.schema.places import within

_LIKELY: Final = {
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d.*"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "time": re.compile(r"\d\d:\d\d:\d\d.*"),
    "uuid": re.compile(r"[0-9A-Fa-f]{8}-.*"),
    "email": re.compile(r".+@.+\..+"),
    "ipv4": re.compile(r"\d+\.\d+\.\d+\.\d+"),
    "ipv6": re.compile(r"[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*"),
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://.+"),
}
"""Formats that text shows by its looks, in the order in which they are tried, and those looks."""


def infer(samples: list[Any], *, formats: bool, required: bool, closed: bool) -> dict[str, Any]:
    """A schema that accepts every one of ``samples``; raises RecursionError for those that are too deep."""
    builder = _builder(formats)(schema_uri=DIALECT)
    for sample in samples:
        builder.add_object(sample)
    schema: dict[str, Any] = builder.to_schema()
    for _, part in list(within(schema)):
        if not required:
            part.pop("required", None)
        if closed and part.get("type") == "object":
            part["additionalProperties"] = False
    return schema


@cache
def _builder(formats: bool) -> Any:
    """The library's builder, with or without an eye for formats."""
    needed("genson", "schema")
    from genson import SchemaBuilder  # type: ignore[import-untyped]
    from genson.schema.strategies import String  # type: ignore[import-untyped]

    if not formats:
        return SchemaBuilder

    class FormattedString(String):  # type: ignore[misc]  # the library has no types
        """Text whose samples all have one format."""

        KEYWORDS = ("type", "format")

        def __init__(self, node_class: Any) -> None:
            super().__init__(node_class)
            self._formats = list(_LIKELY)

        def add_object(self, obj: str) -> None:
            self._formats = [
                name for name in self._formats if _LIKELY[name].fullmatch(obj) and conforms(obj, name)
            ]

        def to_schema(self) -> dict[str, Any]:
            schema: dict[str, Any] = super().to_schema()
            return {**schema, "format": self._formats[0]} if self._formats else schema

    class FormattingBuilder(SchemaBuilder):  # type: ignore[misc]
        """Infers formats beside types."""

        EXTRA_STRATEGIES = (FormattedString,)

    return FormattingBuilder
