"""Patterns of schemas, matched in bounded time.

Patterns are ECMA 262 and come from strangers. Python's ``re`` reads another dialect, and can need exponential time.
A pattern is therefore translated for the Rust engine that pydantic-core carries, whose time is linear in the text.
Look-around and back-references, which no linear engine has, go to the backtracking engine of ``jsonschema-rs``, which
gives up after a number of steps.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from llmspell_runtime.extras import needed
from llmspell_runtime.schema.budget import TooComplex, spend
from llmspell_runtime.schema.ecma import NeedsBacktracking, UnknownSyntax, translated

MAX_CHARACTERS: Final = 4096
MAX_TEXT: Final = 1_000_000
"""Characters of a text that is matched against a pattern."""
MAX_BACKTRACKING_TEXT: Final = 10_000
BACKTRACK_LIMIT: Final = 100_000

Matches = Callable[[str], bool]


class InvalidPattern(ValueError):
    """The pattern cannot be used; the message says why."""


def matches(pattern: str, text: str) -> bool:
    """Whether ``text`` holds a match, within the budget of the check. Raises TooComplex, InvalidPattern."""
    spend(1 + len(text) // 256)
    return compile_pattern(pattern)(text)


@lru_cache(maxsize=1024)
def compile_pattern(pattern: str) -> Matches:
    """What tells whether a text holds a match of ``pattern``. Raises InvalidPattern; the function TooComplex."""
    if len(pattern) > MAX_CHARACTERS:
        raise InvalidPattern(f"it has {len(pattern)} characters; {MAX_CHARACTERS} are allowed")
    try:
        return _linear(translated(pattern))
    except UnknownSyntax as error:
        raise InvalidPattern(str(error)) from None
    except NeedsBacktracking:
        return _backtracking(pattern)


def _linear(pattern: str) -> Matches:
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    try:
        validator = SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))
    except SchemaError as error:
        reason = (
            str(error)
            .strip()
            .rpartition("\n")[2]
            .strip()
            .removeprefix("SchemaError: ")
            .removeprefix("error: ")
        )
        raise UnknownSyntax(reason) from None
    is_match = validator.isinstance_python

    def match(text: str) -> bool:
        if len(text) > MAX_TEXT:
            raise TooComplex(
                f"a text of {len(text)} characters is too long for a pattern; {MAX_TEXT} are allowed"
            )
        return is_match(text)

    return match


def _backtracking(pattern: str) -> Matches:
    jsonschema_rs = needed("jsonschema_rs", "schema")
    try:
        validator = jsonschema_rs.validator_for(
            {"pattern": pattern},
            pattern_options=jsonschema_rs.FancyRegexOptions(backtrack_limit=BACKTRACK_LIMIT),
        )
    except ValueError:
        raise InvalidPattern("it is not a regular expression of ECMA 262") from None

    def match(text: str) -> bool:
        if len(text) > MAX_BACKTRACKING_TEXT:
            raise TooComplex(
                f"a text of {len(text)} characters is too long for a pattern with look-around or "
                f"back-references; {MAX_BACKTRACKING_TEXT} are allowed"
            )
        return bool(validator.is_valid(text))

    return match
