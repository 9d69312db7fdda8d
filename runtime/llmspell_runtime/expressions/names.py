"""What an expression says without being evaluated: its variables and those its loops make, its functions, its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

LOOPS: Final = frozenset({"all", "exists", "exists_one", "existsOne", "map", "filter"})

_DENOTED: Final = frozenset(
    {"bool", "bytes", "double", "int", "list", "map", "optional", "string", "type", "uint"}
)
"""Words that stand for a type, or for a group of functions, when there is no variable of that name."""

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+|//[^\n]*)
    |(?P<raw>[bB]?[rR][bB]?(?:'{3}.*?'{3}|"{3}.*?"{3}|'[^'\n]*'|"[^"\n]*"))
    |(?P<text>[bB]?(?:'{3}(?:\\.|[^\\])*?'{3}|"{3}(?:\\.|[^\\])*?"{3}|'(?:\\.|[^\\'\n])*'|"(?:\\.|[^\\"\n])*"))
    |(?P<number>\d[\w.]*)
    |(?P<word>[A-Za-z_]\w*)
    |(?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


SIZE: Final = "_len"
"""What is called in place of ``size``; as long as that, so that all places in the text stay what they are."""


class _Word(NamedTuple):
    """A name that stands where a variable may stand."""

    name: str
    start: int
    bound: bool


def may_loop(source: str) -> bool:
    """Whether ``source`` may hold a loop: then its cost has no bound that its length gives."""
    return not LOOPS.isdisjoint(re.findall(r"\w+", source))


def free_names(source: str, names: Iterable[str]) -> frozenset[str]:
    """Those of ``names`` that stand somewhere as a variable that no loop of ``source`` makes."""
    free = {word.name for word in _words(source) if not word.bound}
    return frozenset(free.intersection(names) - _DENOTED)


def place_of(name: str, source: str) -> tuple[int, int] | None:
    """Line and column, from 1, of the first use of a free variable; None when there is none."""
    return next(
        (
            line_and_column(word.start, source)
            for word in _words(source)
            if word.name == name and not word.bound
        ),
        None,
    )


def line_and_column(at: int, source: str) -> tuple[int, int]:
    """Where character ``at`` of ``source`` stands, both from 1."""
    return source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)


def functions(source: str) -> Iterator[re.Match[str]]:
    """Where ``source`` calls a function, a method or a loop: the name of each."""
    tokens = _tokens(source)
    for token, after in pairwise(tokens):
        if token.lastgroup == "word" and after.group() == "(":
            yield token


def with_size_replaced(source: str) -> str:
    """``source`` with SIZE in place of the function ``size``."""
    if "size" not in source:
        return source
    for name in functions(source):
        if name.group() == "size":
            source = source[: name.start()] + SIZE + source[name.end() :]
    return source


def end_of(text: str, start: int, most: int) -> int | None:
    """Where the braces ``}}`` stand that end the expression at ``start`` of ``text``.

    Those in its texts and of its objects do not, those in a comment do. None when none do within ``most`` characters.
    """
    depth = 0
    for token in _TOKEN.finditer(text, start, start + most + 2):
        sign = token.group()
        if token.lastgroup == "blank" and "}}" in sign:
            return token.start() + sign.index("}}")
        if sign == "}" and not depth and text.startswith("}}", token.start()):
            return token.start()
        depth += (sign == "{") - (sign == "}")
    return None


def _tokens(source: str) -> list[re.Match[str]]:
    return [token for token in _TOKEN.finditer(source) if token.lastgroup != "blank"]


def _words(source: str) -> Iterator[_Word]:
    """The variables of ``source``; in the arguments of a loop, ``xs.map(x, …)``, its own variable is bound."""
    tokens = _tokens(source)
    scopes: list[str | None] = []
    for number, token in enumerate(tokens):
        before = tokens[number - 1].group() if number else ""
        after = tokens[number + 1].group() if number + 1 < len(tokens) else ""
        text = token.group()
        if text in ("(", "[", "{"):
            scopes.append(_bound_by(tokens, number))
        elif text in (")", "]", "}"):
            if scopes:
                scopes.pop()
        elif token.lastgroup == "word" and before != "." and after != "(":
            yield _Word(text, token.start(), text in scopes)


def _bound_by(tokens: list[re.Match[str]], number: int) -> str | None:
    """The variable that the loop whose arguments begin at token ``number`` makes; None when it begins none."""
    if tokens[number].group() != "(" or number < 2 or number + 2 >= len(tokens):
        return None
    dot, name, variable, comma = (tokens[number + step].group() for step in (-2, -1, 1, 2))
    return variable if dot == "." and name in LOOPS and comma == "," else None
