"""Schemas from a short description: fields by name, each a word or a few."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any, Final

from llmspell_runtime.schema.formats import NAMES as FORMATS
from llmspell_runtime.schema.issues import show

TYPES: Final = ("object", "array", "string", "number", "integer", "boolean", "null")
MAX_DEPTH: Final = 16
_SHORT: Final = re.compile(r"(?P<base>[A-Za-z][^\[\]?\s]*)(?P<lists>(\[\])*)(?P<optional>\?)?")
_SAME: Final = (
    "description",
    "title",
    "default",
    "examples",
    "format",
    "pattern",
    "minimum",
    "maximum",
    "enum",
)
_RENAMED: Final = {
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
    "multiple_of": "multipleOf",
    "min_length": "minLength",
    "max_length": "maxLength",
    "min_items": "minItems",
    "max_items": "maxItems",
    "unique": "uniqueItems",
}
_KNOWN: Final = (*_SAME, *_RENAMED, "type", "fields", "items", "closed", "optional", "nullable")


class InvalidDescription(ValueError):
    """The description of a field makes no sense; ``field`` says which, the message why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


def object_of(fields: Mapping[str, Any], *, closed: bool, within: str = "") -> dict[str, Any]:
    """The schema of objects with these ``fields``. Raises InvalidDescription."""
    if within.count(".") >= MAX_DEPTH:
        raise InvalidDescription(within, f"nested more than {MAX_DEPTH} levels deep")
    properties, required = {}, []
    for name, given in fields.items():
        schema, optional = _field(given, f"{within}.{name}" if within else name)
        properties[name] = schema
        if not optional:
            required.append(name)
    made: dict[str, Any] = {"type": "object", "properties": properties}
    if required:
        made["required"] = sorted(required)
    if closed:
        made["additionalProperties"] = False
    return made


def _field(given: Any, name: str) -> tuple[dict[str, Any], bool]:
    """The schema of one field, and whether it may be absent."""
    if isinstance(given, str):
        return _short(given, name)
    if not isinstance(given, dict):
        raise InvalidDescription(name, f"expected a short text or an object, given {show(given)}")
    for key in given:
        if key not in _KNOWN:
            near = difflib.get_close_matches(key, _KNOWN, 1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(sorted(_KNOWN))}"
            raise InvalidDescription(name, f"there is no {key!r} of a field{hint}")
    base, optional = _base(given, name)
    schema = dict(base)
    if description := {key: given[key] for key in _SAME if key in given}:
        schema.update(description)
    schema.update({keyword: given[key] for key, keyword in _RENAMED.items() if key in given})
    if _flag(given, "nullable", name):
        schema = _nullable(schema)
    return schema, _flag(given, "optional", name) or optional or "default" in given


def _flag(given: Mapping[str, Any], key: str, name: str, default: bool = False) -> bool:
    flag = given.get(key, default)
    if not isinstance(flag, bool):
        raise InvalidDescription(name, f"{key!r} is true or false, given {show(flag)}")
    return flag


def _base(given: Mapping[str, Any], name: str) -> tuple[dict[str, Any], bool]:
    """What ``type``, ``fields`` and ``items`` say."""
    if "fields" in given:
        if given.get("type", "object") != "object" or not isinstance(given["fields"], dict):
            raise InvalidDescription(name, "'fields' are an object, of a field of type 'object'")
        return object_of(given["fields"], closed=_flag(given, "closed", name, True), within=name), False
    kind = given.get("type", "array" if "items" in given else "any")
    if not isinstance(kind, str):
        raise InvalidDescription(name, f"'type' is a text, given {show(kind)}")
    schema, optional = _short(kind, name)
    if "items" in given:
        if kind.rstrip("?") != "array":
            raise InvalidDescription(
                name, f"'items' are those of a field of type 'array', given {show(kind)}"
            )
        inner, _ = _field(given["items"], f"{name}[]")
        schema["items"] = inner
    return schema, optional


def _short(text: str, name: str) -> tuple[dict[str, Any], bool]:
    """The schema of a text like "email[]?", and whether the field may be absent."""
    read = _SHORT.fullmatch(text)
    if read is None or len(read["lists"]) > 2 * MAX_DEPTH:
        raise InvalidDescription(
            name, f"expected a type like 'string', 'integer?' or 'email[]', given {show(text)}"
        )
    base = read["base"]
    if base in TYPES:
        schema: dict[str, Any] = {"type": base}
    elif base in FORMATS:
        schema = {"type": "string", "format": base}
    elif base.startswith("schema:"):
        schema = {"$ref": base}
    elif base == "any":
        schema = {}
    else:
        known = (*TYPES, *sorted(FORMATS), "any")
        near = difflib.get_close_matches(base, known, 1)
        hint = (
            f"did you mean {near[0]!r}?"
            if near
            else f"known are {', '.join(known)} and 'schema:' with a name"
        )
        raise InvalidDescription(name, f"there is no type {base!r}; {hint}")
    for _ in range(len(read["lists"]) // 2):
        schema = {"type": "array", "items": schema}
    return schema, bool(read["optional"])


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    made = dict(schema)
    if isinstance(made.get("enum"), list) and None not in made["enum"]:
        made["enum"] = [*made["enum"], None]
    if isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    elif "$ref" in made:
        made = {"anyOf": [{"$ref": made.pop("$ref")}, {"type": "null"}], **made}
    return made
