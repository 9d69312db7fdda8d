"""Makes pydantic's validators mean what JSON means: "5" is no integer, true is no number, 5.0 is 5."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from pydantic import BaseModel
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from bridge_runtime.values import INTEGER_MAX, INTEGER_MIN, has_surrogate

Schema = dict[str, Any]
Resolve = Callable[[Schema], Schema]

_DONE = "bridge_strict"
MAX_DEPTH = 200
"""Lists and objects of open JSON within one another; pydantic writes 255, and those of the records around it count too."""
_TIMES = {
    "datetime": "a date and time as RFC 3339 text",
    "date": "a date as text (2026-01-31)",
    "time": "a time as text (13:45:00)",
    "timedelta": "a duration as ISO 8601 text (PT1H30M)",
}


def strict(schema: CoreSchema, resolve: Resolve, *, json_only: bool = False) -> CoreSchema:
    """``schema`` with every scalar as strict as JSON, in place where it can be; records are left alone.

    ``resolve`` follows a reference to a definition. With ``json_only``, open JSON is checked to be JSON, and not too
    deep. Calling it again on the same schema changes nothing.
    """
    return cast(CoreSchema, _Walk(resolve, json_only).walk(cast(Schema, schema)))


class _Walk:
    def __init__(self, resolve: Resolve, json_only: bool) -> None:
        self._resolve, self._json_only = resolve, json_only
        self._seen: set[int] = set()

    def walk(self, schema: Schema) -> Schema:
        if id(schema) in self._seen or (schema.get("metadata") or {}).get(_DONE):
            return schema
        self._seen.add(id(schema))
        kind = schema["type"]
        if kind == "int":
            return _integer(schema)
        if kind == "any" and self._json_only:
            return cast(Schema, core_schema.no_info_plain_validator_function(_json, metadata={_DONE: True}))
        if kind in ("str", "bool"):
            schema["strict"] = True
        elif kind == "float":
            schema.update(strict=True, allow_inf_nan=False)
        elif kind in _TIMES:
            return _time(schema)
        elif kind == "definition-ref":
            self.walk(self._resolve(schema))
        elif kind != "model":
            self._inside(schema)
        return schema

    def _inside(self, schema: Schema) -> None:
        for key in ("schema", "items_schema", "keys_schema", "values_schema", "lax_schema", "strict_schema"):
            inner = schema.get(key)
            if isinstance(inner, dict) and "type" in inner:
                schema[key] = self.walk(inner)
            elif isinstance(inner, list):
                schema[key] = [self.walk(item) for item in inner]
        for key in ("fields", "choices"):
            inner = schema.get(key)
            if isinstance(inner, dict):
                for name, choice in inner.items():
                    inner[name] = self.walk(choice)
            elif isinstance(inner, list):
                schema[key] = [
                    (self.walk(choice[0]), *choice[1:]) if isinstance(choice, tuple) else self.walk(choice)
                    for choice in inner
                ]
        for key in ("steps", "definitions"):
            if isinstance(schema.get(key), list):
                schema[key] = [self.walk(step) for step in schema[key]]


_JSON_SCALARS = frozenset({int, bool, type(None)})


def _json(value: Any) -> Any:
    """``value`` if it is JSON; records in it become objects."""
    return _json_value(value, MAX_DEPTH)


def _json_value(value: Any, depth: int) -> Any:
    kind = type(value)
    if kind is str:
        if value.isascii() or not has_surrogate(value):
            return value
        raise PydanticCustomError(
            "bridge_json", "whole characters, where a string holds half of a surrogate pair"
        )
    if kind in _JSON_SCALARS:
        return value
    if kind is float and value - value == 0:
        return value
    if isinstance(value, str):  # an enumeration's value
        return _json_value(str(value), depth)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_unset=True)
    if not depth:
        raise PydanticCustomError("bridge_json", f"a JSON value that is nested at most {MAX_DEPTH} deep")
    if kind is list or isinstance(value, tuple):
        return [_json_value(item, depth - 1) for item in value]
    if kind is dict and all(type(key) is str for key in value):
        return {
            key if key.isascii() else _json_value(key, 0): _json_value(item, depth - 1)
            for key, item in value.items()
        }
    raise PydanticCustomError("bridge_json", "a JSON value")


def _integer(schema: Schema) -> Schema:
    """An integer in 64 bits; a number without a fraction is one, as in JSON Schema."""
    whole = {**schema, "strict": True}
    if "gt" not in whole:
        whole["ge"] = max(whole.get("ge", INTEGER_MIN), INTEGER_MIN)
    if "lt" not in whole:
        whole["le"] = min(whole.get("le", INTEGER_MAX), INTEGER_MAX)
    from_float = core_schema.chain_schema(
        [
            core_schema.float_schema(strict=True, allow_inf_nan=False),
            core_schema.int_schema(
                **{k: v for k, v in whole.items() if k in ("ge", "le", "gt", "lt", "multiple_of")}
            ),
        ]
    )
    return cast(
        Schema,
        core_schema.custom_error_schema(
            core_schema.union_schema([cast(CoreSchema, whole), from_float], mode="left_to_right"),
            custom_error_type="bridge_integer",
            custom_error_message=_describe_integer(schema),
            metadata={_DONE: True},
        ),
    )


def _describe_integer(schema: Schema) -> str:
    limits = []
    if "ge" in schema:
        limits.append(f"at least {schema['ge']}")
    if "gt" in schema:
        limits.append(f"more than {schema['gt']}")
    if "le" in schema:
        limits.append(f"at most {schema['le']}")
    if "lt" in schema:
        limits.append(f"less than {schema['lt']}")
    if "multiple_of" in schema:
        limits.append(f"a multiple of {schema['multiple_of']}")
    return "an integer, " + " and ".join(limits) if limits else "a 64-bit integer"


def _time(schema: Schema) -> Schema:
    """Dates and times come as text (or as Python's own objects), never as numbers."""
    expected = _TIMES[schema["type"]]

    def refuse_numbers(value: Any) -> Any:
        if isinstance(value, int | float | bytes):
            raise PydanticCustomError("bridge_time", expected)
        return value

    inner = cast(CoreSchema, {**schema, "metadata": {**(schema.get("metadata") or {}), _DONE: True}})
    guarded = core_schema.no_info_before_validator_function(refuse_numbers, inner, metadata={_DONE: True})
    return cast(Schema, guarded)
