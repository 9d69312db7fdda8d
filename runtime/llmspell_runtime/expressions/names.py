"""What the words of an expression are: variables, those that its loops make, and the loops themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_LOOPS: Final = frozenset({"all", "exists", "exists_one", "existsOne", "map", "filter"})

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


class _Word(NamedTuple):
    """A name that stands where a variable may stand."""

    name: str
    start: int
    bound: bool


def may_loop(source: str) -> bool:
    """Whether ``source`` may hold a loop: then its cost has no bound that its length gives."""
    return not _LOOPS.isdisjoint(re.findall(r"\w+", source))


def free_names(source: str, names: Iterable[str]) -> frozenset[str]:
    """Those of ``names`` that stand somewhere as a variable that no loop of ``source`` makes."""
    free = {word.name for word in _words(source) if not word.bound}
    return frozenset(free.intersection(names) - _DENOTED)


def place_of(name: str, source: str) -> tuple[int, int] | None:
    """Line and column, from 1, of the first use of a free variable; None when there is none."""
    for word in _words(source):
        if word.name == name and not word.bound:
            line = source.count("\n", 0, word.start) + 1
            return line, word.start - source.rfind("\n", 0, word.start)
    return None


def _words(source: str) -> Iterator[_Word]:
    """The variables of ``source``; in the arguments of a loop, ``xs.map(x, …)``, its own variable is bound."""
    tokens = [token for token in _TOKEN.finditer(source) if token.lastgroup != "blank"]
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
    return variable if dot == "." and name in _LOOPS and comma == "," else None
