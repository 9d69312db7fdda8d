"""Regular expressions that take time in proportion to the text, whatever the pattern.

Python's ``re`` can be kept busy for ever by a short pattern. Rust's regex, which pydantic-core brings, cannot; it refuses
look-around, back-references and patterns that would grow too large.
"""

from __future__ import annotations

from functools import lru_cache

from llmspell.testing.constants import Limit
from pydantic_core import SchemaError, SchemaValidator, core_schema


class InvalidPattern(ValueError):
    """The text is no pattern that can be used here; the message says why."""


class Pattern:
    """A pattern to be found in texts."""

    __slots__ = ("_found",)

    def __init__(self, source: str, *, ignore_case: bool = False, full: bool = False) -> None:
        """``full`` demands that the whole text fits. Raises InvalidPattern."""
        self._found = _compiled(source, ignore_case, full)

    def fits(self, text: str) -> bool:
        """Whether it is found in ``text``."""
        return self._found.isinstance_python(text)


@lru_cache(maxsize=256)
def _compiled(source: str, ignore_case: bool, full: bool) -> SchemaValidator:
    if len(source) > Limit.PATTERN_LENGTH:
        raise InvalidPattern(f"has {len(source)} characters; {Limit.PATTERN_LENGTH} are allowed")
    pattern = rf"\A(?:{source})\z" if full else source
    pattern = f"(?i){pattern}" if ignore_case else pattern
    try:
        if full:  # a pattern such as "a)|(b" is none by itself
            SchemaValidator(core_schema.str_schema(pattern=source, regex_engine="rust-regex"))
        return SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))
    except SchemaError as error:
        raise InvalidPattern(_reason(error)) from None


def _reason(error: SchemaError) -> str:
    """The last line of what the engine says: the ones before show the pattern."""
    last = str(error).strip().splitlines()[-1]
    return last.removeprefix("error: ").removeprefix("SchemaError: ").strip().rstrip(".")
