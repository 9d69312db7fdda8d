"""Faults as users read them: the place, the keyword, what was given and what was expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from bridge_runtime.values import write_json

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

MAX_SHOWN: Final = 60
"""Characters of a value within a message."""
MAX_MESSAGE: Final = 300
MAX_CARRIED: Final = 1000
"""Characters, as JSON, of a value that an issue carries."""
MAX_CAUSES: Final = 100


class Nothing(Enum):
    """The type of ``NOTHING``, which stands where there is no value, not even null."""

    NOTHING = "NOTHING"


NOTHING: Final = Nothing.NOTHING

_TYPES: Final = {
    "object": "an object",
    "array": "a list",
    "string": "a string",
    "number": "a number",
    "integer": "an integer",
    "boolean": "true or false",
    "null": "null",
}
_PLAIN: Final = {
    "const": "expected {}",
    "exclusiveMaximum": "expected less than {}",
    "exclusiveMinimum": "expected more than {}",
    "format": "expected text of the format {}",
    "maximum": "expected at most {}",
    "minimum": "expected at least {}",
    "multipleOf": "expected a multiple of {}",
    "not": "expected anything but what `not` describes",
    "pattern": "expected text that matches {}",
    "uniqueItems": "expected items that differ from one another",
}
_SIZES: Final = {
    "maxItems": ("at most", "item", "items"),
    "maxLength": ("at most", "character", "characters"),
    "maxProperties": ("at most", "property", "properties"),
    "minItems": ("at least", "item", "items"),
    "minLength": ("at least", "character", "characters"),
    "minProperties": ("at least", "property", "properties"),
}
_ABOUT_PROPERTIES: Final = frozenset(
    {"additionalProperties", "patternProperties", "properties", "unevaluatedProperties"}
)
_ABOUT_ITEMS: Final = frozenset({"items", "prefixItems", "unevaluatedItems"})
_ABOUT_PARTS: Final = _ABOUT_PROPERTIES | _ABOUT_ITEMS | {
    "allOf", "anyOf", "contains", "dependentSchemas", "else", "oneOf", "propertyNames", "then",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault. ``value`` and ``expected`` are NOTHING where they are too long to carry."""

    path: str
    keyword: str
    schema_path: str
    message: str
    value: Any = NOTHING
    expected: Any = NOTHING
    causes: tuple[Issue, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The issue as the interface has it."""
        found: dict[str, Any] = {
            "path": self.path,
            "keyword": self.keyword,
            "schema_path": self.schema_path,
            "message": self.message,
        }
        if self.value is not NOTHING:
            found["value"] = self.value
        if self.expected is not NOTHING:
            found["expected"] = self.expected
        if self.causes:
            found["causes"] = [cause.to_json() for cause in self.causes]
        return found


def pointer(parts: Iterable[str | int]) -> str:
    """The JSON pointer (RFC 6901) that ``parts`` make."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def show(value: Any) -> str:
    """``value`` as a message names it: its JSON where that is short, otherwise what it is."""
    if isinstance(value, dict) and value:
        return f"an object with {_count(len(value), 'property', 'properties')}"
    if isinstance(value, list) and value:
        return f"a list of {_count(len(value), 'item', 'items')}"
    if isinstance(value, str) and len(value) > MAX_SHOWN:
        return f'{write_json(value[: MAX_SHOWN - 20])[:-1]}…" ({len(value)} characters)'
    return write_json(value)


def cut(text: str) -> str:
    """``text`` as long as a message may be."""
    return text if len(text) <= MAX_MESSAGE else f"{text[: MAX_MESSAGE - 1]}…"


def place_order(parts: Iterable[str | int]) -> list[tuple[bool, int, str]]:
    """A key that sorts places as a reader would: item 2 before item 10."""
    return [(isinstance(p, str), 0, p) if isinstance(p, str) else (False, p, "") for p in parts]


def ordered(errors: Iterable[ValidationError]) -> list[Issue]:
    """The library's errors as issues, in the order of their places."""
    keyed = [
        (place_order(error.absolute_path), place_order(error.absolute_schema_path), error) for error in errors
    ]
    return [issue(error) for _, _, error in sorted(keyed, key=lambda item: item[:2])]


def issue(error: ValidationError) -> Issue:
    """One of the library's errors as an issue."""
    keyword = str(error.validator) if error.validator is not None else "false"
    argument, value = error.validator_value, error.instance
    schema_parts = list(error.absolute_schema_path)
    if error.validator in ("minContains", "maxContains"):  # told of beside `contains`
        schema_parts[-1:] = [keyword]
    message = _message(keyword, argument, value, error)
    if "propertyNames" in schema_parts and isinstance(value, str):
        message = f"the name of a property, {show(value)}: {message}"
    return Issue(
        path=pointer(error.absolute_path),
        keyword=_keyword_of_false(schema_parts) if keyword == "false" else keyword,
        schema_path=pointer(schema_parts),
        message=message,
        value=_carried(value),
        expected=NOTHING if error.validator is None else _carried(argument),
        causes=tuple(ordered(error.context or ())[:MAX_CAUSES]),
    )


def _keyword_of_false(parts: list[Any]) -> str:
    """The keyword under which ``false`` stands."""
    return next((part for part in reversed(parts) if isinstance(part, str) and part in _ABOUT_PARTS), "false")


def _carried(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= MAX_CARRIED else NOTHING
    if isinstance(value, dict | list) and (
        len(value) > MAX_CARRIED // 2 or len(write_json(value)) > MAX_CARRIED
    ):
        return NOTHING
    return value


def _message(keyword: str, argument: Any, value: Any, error: ValidationError) -> str:
    given = f", given {show(value)}"
    if keyword == "false":
        return _refused(list(error.absolute_schema_path), list(error.absolute_path), value)
    if keyword in _PLAIN:
        why = f": {error.message}" if keyword == "format" and error.message else ""
        return _PLAIN[keyword].format(show(argument)) + given + why
    if keyword in _SIZES:
        words, one, many = _SIZES[keyword]
        return f"expected {words} {_count(argument, one, many)}, given {len(value)}"
    match keyword:
        case "type":
            kinds = [argument] if isinstance(argument, str) else argument
            return f"expected {_listed([_TYPES.get(kind, kind) for kind in kinds])}{given}"
        case "enum":
            return f"expected {'one of ' if len(argument) > 1 else ''}{_some(argument)}{given}"
        case "required":
            return f"the property {show(error.message)} is missing"
        case "dependentRequired":
            return f"the property {show(error.message)} is missing, which others here ask for"
        case "contains":
            return "expected an item of the kind that `contains` describes, found none"
        case "minContains" | "maxContains":
            few = keyword == "minContains"
            wanted = f"at {'least' if few else 'most'} {_count(argument, 'item', 'items')}"
            return (
                f"expected {wanted} of the kind that `contains` describes, found {'fewer' if few else 'more'}"
            )
        case "anyOf" | "oneOf" if error.context:
            causes = "; ".join(dict.fromkeys(cause.message for cause in ordered(error.context)))
            return f"none of {len(argument)} alternatives fits: {cut(causes)}"
        case "oneOf":
            return f"expected exactly one of {len(argument)} alternatives to fit; more than one does{given}"
    return f"does not fit the keyword {keyword!r}{given}"


def _refused(schema_parts: list[Any], parts: list[Any], value: Any) -> str:
    """The message where ``false`` stands."""
    keyword = _keyword_of_false(schema_parts)
    if keyword in _ABOUT_PROPERTIES and parts:
        return f"the property {show(str(parts[-1]))} is not allowed"
    if keyword in _ABOUT_ITEMS and parts:
        return f"item {parts[-1]} is one more than allowed"
    return f"expected nothing, given {show(value)}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _some(values: list[Any], limit: int = 12) -> str:
    shown = ", ".join(show(value) for value in values[:limit])
    return shown if len(values) <= limit else f"{shown} and {len(values) - limit} more"
