"""Expressions as definitions hold them: bare where a field asks for one, in braces within any text of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bridge_runtime.values import canonical_json, copied

from llmspell_runtime.expressions import (
    MAX_SOURCE,
    Expression,
    ExpressionFailed,
    InvalidExpression,
    compile_expression,
)
from llmspell_runtime.expressions.names import end_of

OPEN: Final = "{{"


class NoValue(ValueError):
    """An expression has no value for the names there are; ``expression`` is its text, ``reason`` says why."""

    def __init__(self, expression: str, reason: str) -> None:
        self.expression, self.reason = expression, reason
        super().__init__(f"{expression}: {reason}")


class InvalidTemplate(ValueError):
    """The braces of a text are not closed, or hold nothing; the message says which."""


class Formula:
    """One expression; what a field such as ``condition`` holds, and what stands between braces."""

    __slots__ = ("_expression", "_path", "names", "source")

    def __init__(self, source: str) -> None:
        """Raises InvalidExpression."""
        self.source = source
        if source.lstrip().startswith(OPEN):
            raise InvalidExpression("this field is an expression as it stands; write it without {{ and }}")
        self._expression: Expression = compile_expression(source)
        self.names: frozenset[str] = self._expression.names
        self._path = _path_of(source)

    async def value(self, names: Mapping[str, Any]) -> Any:
        """Its value, as JSON; raises NoValue."""
        if self._path is not None:
            try:
                return copied(_followed(self._path, names))
            except (LookupError, TypeError):
                pass  # the library says why, in its own words
        try:
            return await self._expression.value(names)
        except ExpressionFailed as error:
            raise NoValue(self.source, error.reason) from None


_PATH: Final = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d{1,9}\])*")


def _path_of(source: str) -> tuple[str | int, ...] | None:
    """The keys and numbers that an expression follows when it does nothing else, as most do.

    Following them here spares the library from taking in everything that lies beside the way.
    """
    if not _PATH.fullmatch(source):
        return None
    return tuple(int(part[1:]) if part[0] == "[" else part for part in re.findall(r"\w+|\[\d+", source))


def _followed(path: tuple[str | int, ...], names: Mapping[str, Any]) -> Any:
    """What lies at the end of ``path``; raises LookupError or TypeError when there is none."""
    value: Any = names
    for part in path:
        if isinstance(part, int) != isinstance(value, list):
            raise TypeError
        value = value[part]
    return value


class Template:
    """JSON in which texts may hold expressions in braces; ``names`` are those that it needs."""

    __slots__ = ("_plan", "formulas", "names")

    def __init__(self, plan: Any, formulas: tuple[tuple[str, Formula], ...]) -> None:
        self._plan = plan
        self.formulas = formulas
        """Its expressions, each with its place: a JSON pointer within the JSON."""
        self.names: frozenset[str] = frozenset[str]().union(*(formula.names for _, formula in formulas))

    async def value(self, names: Mapping[str, Any]) -> Any:
        """The JSON with values in place of expressions; raises NoValue. The caller may change it."""
        if not self.formulas:
            return copied(self._plan)
        values = iter([await formula.value(names) for _, formula in self.formulas])
        return _filled(self._plan, values)


class _Whole:
    """Stands where a text was one template."""


class _Text(tuple[str, ...]):
    """The pieces of a text between which values stand."""


_WHOLE: Final = _Whole()


def compile_template(value: Any) -> tuple[Template, list[tuple[str, Exception]]]:
    """The template that ``value`` is, and every place in it that is wrong.

    A place is a JSON pointer within ``value``; what is wrong there is an InvalidTemplate or an InvalidExpression.
    """
    formulas: list[tuple[str, Formula]] = []
    problems: list[tuple[str, Exception]] = []
    plan = _planned(value, "", formulas, problems)
    return Template(plan, tuple(formulas)), problems


def _planned(
    value: Any, place: str, formulas: list[tuple[str, Formula]], problems: list[tuple[str, Exception]]
) -> Any:
    if isinstance(value, str) and OPEN in value:
        return _planned_text(value, place, formulas, problems)
    if isinstance(value, dict):
        return {
            name: _planned(item, f"{place}/{escaped(name)}", formulas, problems)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_planned(item, f"{place}/{n}", formulas, problems) for n, item in enumerate(value)]
    return value


def _planned_text(
    text: str, place: str, formulas: list[tuple[str, Formula]], problems: list[tuple[str, Exception]]
) -> Any:
    pieces, at, faulty = [], 0, False
    while (start := text.find(OPEN, at)) >= 0:
        pieces.append(text[at:start])
        try:
            end = _end_of(text, start + len(OPEN))
        except InvalidTemplate as error:
            problems.append((place, error))
            return None
        try:
            formulas.append((place, _formula(text[start + len(OPEN) : end])))
        except (InvalidTemplate, InvalidExpression) as error:
            problems.append((place, error))
            faulty = True
        at = end + 2
    if faulty:
        return None
    pieces.append(text[at:])
    if len(pieces) == 2 and not any(piece.strip() for piece in pieces):
        return _WHOLE
    return _Text(pieces)


def _formula(source: str) -> Formula:
    if not source.strip():
        raise InvalidTemplate("there is no expression between {{ and }}")
    return Formula(source.strip())


def _end_of(text: str, start: int) -> int:
    """Where the braces that opened before ``start`` close: beyond the texts and the objects of the expression."""
    end = end_of(text, start, MAX_SOURCE)
    if end is not None:
        return end
    shown = text[start - 2 : start + 38]
    raise InvalidTemplate(f"{shown!r} is not closed with }}}}; for braces as they are, write {{{{'{{{{'}}}}")


def _filled(plan: Any, values: Iterator[Any]) -> Any:
    if plan is _WHOLE:
        return next(values)
    if isinstance(plan, _Text):
        first, *rest = plan
        return first + "".join(as_text(next(values)) + piece for piece in rest)
    if isinstance(plan, dict):
        return {name: _filled(item, values) for name, item in plan.items()}
    if isinstance(plan, list):
        return [_filled(item, values) for item in plan]
    return plan


def as_text(value: Any) -> str:
    """A value within a text: text as it is, anything else as JSON."""
    return value if isinstance(value, str) else canonical_json(value)


def escaped(name: str) -> str:
    """A name as part of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")
