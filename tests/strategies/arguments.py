"""Arguments for a function of an interface: right ones, half right ones, and anything at all."""

from __future__ import annotations

from typing import Any

from bridge_runtime import spec
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
"""Any JSON value."""

odd_texts = st.sampled_from(
    [
        "",
        " ",
        "\x00",
        "a\x00b",
        "é́",
        "\U0001f600",
        "..",
        "/",
        "../../x",
        "*",
        "**",
        "[",
        "{",
        "(?",
        "%s",
        "{0}",
        "1e999",
        "x" * 5000,
        "http://",
        "http://[",
        "file:///etc/passwd",
        "0",
        "null",
        "$ref",
        "#/",
        "a.b",
        "A" * 129,
        "\n",
    ]
)


def arguments_of(function: spec.Function, names: list[str]) -> st.SearchStrategy[Any]:
    """Arguments by name, mostly of the declared types; texts are often one of ``names``."""
    schema = TypeAdapter(function.arguments).json_schema(schema_generator=_WithIds)
    return _Schemas(schema.get("$defs", {}), names).of(schema, 0)


class _WithIds(GenerateJsonSchema):
    """Handles and callbacks are ids."""

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> JsonSchemaValue:
        return {"type": "string"}


class _Schemas:
    """Values of the JSON Schemas of one function, each now and then replaced by anything."""

    def __init__(self, definitions: dict[str, Any], names: list[str]) -> None:
        self._definitions = definitions
        self._texts = st.sampled_from(names) | odd_texts | st.text(max_size=12)

    def of(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        right = self._right(schema, depth)
        return st.integers(0, 11).flatmap(lambda number: anything if number == 11 else right)

    def _right(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self.of(self._definitions[name], depth + 1) if depth < 8 else st.none()
        for key in ("anyOf", "oneOf"):
            if key in schema:
                return st.one_of([self.of(choice, depth) for choice in schema[key]])
        if "const" in schema:
            return st.just(schema["const"])
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        match schema.get("type"):
            case "object":
                return self._object(schema, depth)
            case "array":
                return st.lists(self.of(schema.get("items", {}), depth + 1), max_size=3)
            case "string":
                return self._texts
            case "integer":
                return st.integers(-2, 12) | st.integers() | st.just(schema.get("minimum", 1))
            case "number":
                return st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 3)
            case "boolean":
                return st.booleans()
        return anything | self._texts

    def _object(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        fields = {name: self.of(field, depth + 1) for name, field in schema.get("properties", {}).items()}
        if not fields:
            return st.dictionaries(self._texts, anything, max_size=3)
        needed = {name: fields.pop(name) for name in schema.get("required", ()) if name in fields}
        whole = st.fixed_dictionaries(needed, optional=fields)
        return st.integers(0, 9).flatmap(lambda number: _without_one(whole) if number == 9 else whole)


def _without_one(whole: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """The same object with a field left out."""
    return whole.flatmap(
        lambda value: (
            st.sampled_from(sorted(value)).map(lambda name: {k: v for k, v in value.items() if k != name})
            if value
            else st.just(value)
        )
    )
