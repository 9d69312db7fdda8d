"""Validation errors as a user should read them: where, what was expected, what was given."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from bridge_runtime.places import Place
from bridge_runtime.values import show

_PLURAL = re.compile(r"\b1 (item|character)s\b")
_SHOWN = 3
_NAMED = 16

_shown_scalars: dict[object, str] = {None: "null", True: "true", False: "false"}

_EXPECTED: dict[str, str] = {
    "missing": "a value, for it is required",
    "string_type": "a string",
    "string_too_short": "a string of at least {min_length} characters",
    "string_too_long": "a string of at most {max_length} characters",
    "string_pattern_mismatch": "a string that matches {pattern}",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "float_type": "a number",
    "finite_number": "a finite number",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "multiple_of": "a multiple of {multiple_of}",
    "list_type": "a list",
    "tuple_type": "a list",
    "set_type": "a list without duplicates",
    "dict_type": "an object",
    "mapping_type": "an object",
    "model_type": "an object with the fields of {class_name}",
    "model_attributes_type": "an object",
    "none_required": "null",
    "enum": "one of {expected}",
    "literal_error": "{expected}",
    "union_tag_invalid": "{discriminator} to be one of {expected_tags}",
    "union_tag_not_found": "an object with the field {discriminator}",
    "too_short": "at least {min_length} items",
    "too_long": "at most {max_length} items",
    "datetime_type": "a date and time as RFC 3339 text",
    "datetime_from_date_parsing": "a date and time as RFC 3339 text",
    "datetime_parsing": "a date and time as RFC 3339 text",
    "timezone_aware": "a date and time with its offset from UTC",
    "date_type": "a date as text (2026-01-31)",
    "date_from_datetime_parsing": "a date as text (2026-01-31)",
    "date_from_datetime_inexact": "a date as text (2026-01-31)",
    "date_parsing": "a date as text (2026-01-31)",
    "time_type": "a time as text (13:45:00)",
    "time_parsing": "a time as text (13:45:00)",
    "time_delta_type": "a duration as ISO 8601 text (PT1H30M)",
    "time_delta_parsing": "a duration as ISO 8601 text (PT1H30M)",
    "uuid_type": "a UUID as text",
    "uuid_parsing": "a UUID as text",
    "url_type": "a URI as text",
    "url_parsing": "a URI as text",
    "url_scheme": "a URI as text",
    "url_syntax_violation": "a URI as text",
    "bytes_type": "base64 text",
    "bytes_invalid_encoding": "base64 text",
    "base64_decode": "base64 text",
}


def problems_of(error: ValidationError, root: object, kind: Any = None) -> list[dict[str, str]]:
    """Every problem of ``error`` as ``{"path", "expected", "given"}``.

    ``root`` is what was validated, ``kind`` the type it should have had, if that is known.
    """
    problems = []
    for details in error.errors(include_url=False):
        place = Place(details["loc"], root, kind)
        expected = _expected(details) + _choices(details, place)
        problems.append({"path": place.path, "expected": expected, "given": _given(details)})
    return problems


def first_expectation(error: ValidationError) -> str:
    """What the value should have been, where it first went wrong."""
    return _expected(error.errors(include_url=False, include_input=False)[0])


def describe(problems: Sequence[Mapping[str, str]]) -> str:
    """One line that names the first problems."""
    parts = [
        f"{problem['path'] or 'the value'}: expected {problem['expected']}, given {problem['given']}"
        for problem in problems[:_SHOWN]
    ]
    if len(problems) > _SHOWN:
        parts.append(f"and {len(problems) - _SHOWN} more")
    return "; ".join(parts)


def _expected(details: Any) -> str:
    kind, context = details["type"], details.get("ctx") or {}
    if kind == "extra_forbidden":
        return f"no field {show(details['loc'][-1])}"
    template = _EXPECTED.get(kind)
    if template is not None:
        try:
            return _PLURAL.sub(r"1 \1", template.format_map(context))
        except KeyError:
            pass
    message: str = details["msg"]
    if kind == "value_error":
        message = message.removeprefix("Value error, ")
    if kind.startswith("bridge_"):
        return message
    return message.removeprefix("Input should be ").removeprefix("Value should be ")


def _choices(details: Any, place: Place) -> str:
    """What the types know besides: the way out of a misspelt name and of an object without its tag."""
    if details["type"] == "union_tag_not_found" and place.tags:
        return f": {_listed([show(tag) for tag in place.tags])}"
    if details["type"] != "extra_forbidden" or not place.siblings:
        return ""
    given = str(details["loc"][-1])
    close = get_close_matches(given.lower(), place.siblings, n=1, cutoff=0.7)
    return f" (did you mean {show(close[0])}?)" if close else f" (there are {_listed(place.siblings)})"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def _given(details: Any) -> str:
    if details["type"] == "missing":
        return "nothing"
    value = details["input"]
    if details["type"] in ("extra_forbidden", "bridge_secret"):  # a misspelt field may hold a secret, too
        return _kind(value)
    if value is None or isinstance(value, bool):
        return _shown_scalars[value]
    return show(value)


def _kind(value: object) -> str:
    """What a value is, without showing it."""
    if value is None or isinstance(value, bool):
        return _shown_scalars[value]
    kinds = ((str, "a string"), (int | float, "a number"), (list | tuple, "a list"), (Mapping, "an object"))
    return next((word for kind, word in kinds if isinstance(value, kind)), type(value).__name__)
