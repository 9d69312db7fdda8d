"""Paths into a value: JSON pointers, and dotted ones such as ``user.tags[0]``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

MAX_LENGTH: Final = 10_000
MAX_STEPS: Final = 100
_PLACE: Final = re.compile(r"0|[1-9][0-9]{0,8}|-")
_UNESCAPED: Final = re.compile(r"~(?![01])")
_DOTTED: Final = re.compile(
    r"(?P<key>(?:\\[.\[\\\-]|[^.\[\\])*)(?P<places>(?:\[[^\[\]]*\])*)(?P<end>\.|$)", re.DOTALL
)
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL: Final = re.compile(r"[.\[\\]")
END: Final = "-"
"""The place after the last item of a list."""


class InvalidPathText(ValueError):
    """The text is not a path; the message says why."""


class Step(NamedTuple):
    """One step into a value: a key, or the place in a list that is written like it."""

    text: str
    is_place: bool = False
    """Whether it was written in brackets, and means a place of a list only."""


Path = tuple[Step, ...]


def parse(text: str) -> Path:
    """The steps of a path. Raises InvalidPathText."""
    if len(text) > MAX_LENGTH:
        raise InvalidPathText(f"it has {len(text)} characters; {MAX_LENGTH} are allowed")
    steps = _pointer(text) if text == "" or text.startswith("/") else _dotted(text)
    if len(steps) > MAX_STEPS:
        raise InvalidPathText(f"it has {len(steps)} steps; {MAX_STEPS} are allowed")
    return steps


def _pointer(text: str) -> Path:
    wrong = _UNESCAPED.search(text)
    if wrong:
        raise InvalidPathText(
            f"a ~ in a JSON pointer is followed by 0 or 1, unlike at character {wrong.start() + 1}"
        )
    return tuple(Step(part.replace("~1", "/").replace("~0", "~")) for part in text.split("/")[1:])


def _dotted(text: str) -> Path:
    steps: list[Step] = []
    at = 0
    while True:
        match = _DOTTED.match(text, at)
        if match is None:
            raise InvalidPathText(
                f"what begins at character {at + 1} is no key; write \\. \\[ \\\\ for these characters in a key"
            )
        key, places = match["key"], match["places"]
        if key == "\\-":
            steps.append(Step(""))
        elif key:
            steps.append(Step(_ESCAPE.sub(r"\1", key)))
        elif not places or steps or at:
            raise InvalidPathText(f"a key is missing at character {at + 1}; an empty key is written \\-")
        for place in places[1:-1].split("][") if places else ():
            if not _PLACE.fullmatch(place):
                raise InvalidPathText(
                    f"[{place[:20]}] is no place of a list; a place is a number from 0, or -"
                )
            steps.append(Step(place, True))
        at = match.end()
        if not match["end"]:
            return tuple(steps)


def dotted(keys: Iterable[str | int]) -> str:
    """The dotted path of keys, and of places as numbers; ``parse`` is its inverse for those that are not empty."""
    text = ""
    for key in keys:
        if isinstance(key, int):
            text += f"[{key}]"
        else:
            text += ("." if text else "") + (_SPECIAL.sub(r"\\\g<0>", key) or "\\-")
    return text


def pointer(keys: Iterable[object]) -> str:
    """The JSON pointer of keys and places."""
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in keys)


def place_of(step: Step, length: int) -> int | None:
    """The place in a list of ``length`` items that a step means; None when it means none. The end is ``length``."""
    if step.text == END:
        return length
    return int(step.text) if _PLACE.fullmatch(step.text) else None
