"""Patterns of schemas, matched in bounded time.

Patterns are ECMA 262 and come from strangers. Python's ``re`` reads another dialect, and can need exponential time.
A pattern is therefore translated for the Rust engine that pydantic-core carries, whose time is linear in the text.
Look-around and back-references, which no linear engine has, go to the backtracking engine of ``jsonschema-rs``, which
gives up after a number of steps.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

from llmspell_runtime.extras import needed
from llmspell_runtime.schema.budget import TooComplex, spend
from llmspell_runtime.schema.ecma import NeedsBacktracking, UnknownSyntax, translated

MAX_CHARACTERS: Final = 4096
MAX_TEXT: Final = 1_000_000
"""Characters of a text that is matched against a pattern."""
MAX_BACKTRACKING_TEXT: Final = 10_000
BACKTRACK_LIMIT: Final = 100_000

KEPT_STATES: Final = 400_000
"""States of the compiled patterns that are kept for the next time, about 100 bytes each."""
_STATES_PER_STEP: Final = 4

Matches = Callable[[str], bool]

_TOKEN: Final = re.compile(
    r"\\[pP]\{[^}]*\}?|\\.|\[(?:\\.|[^\]\\])*\]?|\{(?P<least>\d{1,9})(?P<most>,\d{0,9})?\}|\(\?(?:<?[=!]|:|<\w+>)|.",
    re.DOTALL,
)
_OVERHEAD: Final = 40
_STATES: Final = {
    "\\p": 100, "\\P": 100, "[^": 20, "\\D": 20, "\\S": 20, "\\W": 20, "\\s": 20, ".": 20,
}  # fmt: skip
"""About the states of classes that reach into all scripts."""


class InvalidPattern(ValueError):
    """The pattern cannot be used; the message says why."""


def matches(pattern: str, text: str) -> bool:
    """Whether ``text`` holds a match, within the budget of the check. Raises TooComplex, InvalidPattern."""
    spend_on(pattern)
    spend(1 + len(text) // 256)
    return compile_pattern(pattern)(text)


def spend_on(pattern: str) -> None:
    """Take the steps of compiling ``pattern`` from the budget of the check, if it has to be. Raises TooComplex."""
    if pattern not in _kept:
        spend(states(pattern[:MAX_CHARACTERS]) // _STATES_PER_STEP)


class _Kept:
    """Compiled patterns, those used least recently let go of when they have too many states together."""

    def __init__(self) -> None:
        self._found: OrderedDict[str, tuple[Matches, int]] = OrderedDict()
        self._states = 0
        self._lock = Lock()

    def __contains__(self, pattern: str) -> bool:
        return pattern in self._found

    def get(self, pattern: str) -> Matches | None:
        with self._lock:
            if pattern not in self._found:
                return None
            self._found.move_to_end(pattern)
            return self._found[pattern][0]

    def put(self, pattern: str, match: Matches) -> None:
        with self._lock:
            if pattern not in self._found:
                self._found[pattern] = match, states(pattern)
                self._states += self._found[pattern][1]
            while self._states > KEPT_STATES and len(self._found) > 1:
                self._states -= self._found.popitem(last=False)[1][1]


_kept: Final = _Kept()


def compile_pattern(pattern: str) -> Matches:
    """What tells whether a text holds a match of ``pattern``. Raises InvalidPattern; the function TooComplex."""
    found = _kept.get(pattern)
    if found is None:
        found = _compiled(pattern)
        _kept.put(pattern, found)
    return found


def states(pattern: str) -> int:
    """About how many states an engine has for ``pattern``: what stands in it, times how often it is repeated."""
    groups = [_OVERHEAD]
    last = 0
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if token["least"]:
            times = max(int(token["least"]), int((token["most"] or ",")[1:] or 0), 1)
            groups[-1] += last * (times - 1)
            last *= times
        elif text.startswith("("):
            groups.append(0)
            last = 0
        elif text == ")" and len(groups) > 1:
            last = groups.pop()
            groups[-1] += last
        else:
            last = len(text) + _STATES.get(text[:2], 0)
            groups[-1] += last
    return sum(groups)


def _compiled(pattern: str) -> Matches:
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
