"""The CEL library: compiling and evaluating, with its errors in our words."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import Any, Final

from bridge_runtime.errors import BrokenInstallation

from llmspell_runtime.expressions.names import (
    LOOPS,
    SIZE,
    functions,
    line_and_column,
    place_of,
    with_size_replaced,
)
from llmspell_runtime.expressions.values import NotJson, json_of


class InvalidExpression(ValueError):
    """The text is no expression; ``reason`` says why, ``line`` and ``column`` where (0 when nobody knows)."""

    def __init__(self, reason: str, line: int = 0, column: int = 0) -> None:
        self.reason, self.line, self.column = reason, line, column
        super().__init__(f"line {line}, column {column}: {reason}" if line else reason)


class ExpressionFailed(ValueError):
    """The expression has no value for these variables; ``reason`` says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class ExpressionTimeout(ExpressionFailed):
    """It was stopped at its time limit."""


class ExpressionTooLarge(ExpressionFailed):
    """It was stopped at its memory limit."""


@lru_cache(maxsize=1)
def library() -> Any:
    """The compiled part of the package ``cel``.

    Its Python part is left alone: it imports a command-line program, which takes a quarter of a second.
    """
    package = find_spec("cel")
    places = package.submodule_search_locations if package is not None else None
    spec = PathFinder.find_spec("cel.cel", list(places)) if places else None
    if spec is None or spec.loader is None:
        detail = (
            "expressions need common-expression-language; install this package's extra 'workflow', "
            "as in `pip install 'llmspell[workflow]'`"
        )
        raise BrokenInstallation(detail=detail)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    logging.getLogger("cel").setLevel(logging.ERROR)  # it warns of what is an error of the expression
    return module


def compiled(source: str) -> Any:
    """The library's program for ``source``; raises InvalidExpression."""
    try:
        program = library().compile(with_size_replaced(source))
    except (ValueError, RuntimeError, TypeError) as error:
        raise _invalid(str(error), source) from None
    except BaseException as error:
        raise InvalidExpression("it cannot be read") from _unless_panic(error)
    for name in functions(source):
        if name.group() not in _KNOWN:
            place = line_and_column(name.start(), source)
            raise InvalidExpression(f"there is no function {name.group()!r}", *place)
    return program


def evaluate(program: Any, variables: Mapping[str, Any]) -> Any:
    """The value of ``program`` as JSON; raises ExpressionFailed."""
    try:
        return json_of(program.execute(_environment(program, variables)))
    except NotJson as error:
        raise ExpressionFailed(f"its value is not JSON: {error}") from None
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as error:
        raise ExpressionFailed(_reason(error, program, variables)) from None
    except BaseException as error:
        raise ExpressionFailed("the library cannot evaluate it") from _unless_panic(error)


def _environment(program: Any, variables: Mapping[str, Any]) -> Any:
    if SIZE not in program.source:
        return dict(variables)
    environment = library().Context()
    environment.update(dict(variables))
    environment.add_function(SIZE, _size)
    return environment


def _size(value: Any) -> int:
    """CEL's ``size``: the characters of a text, where the library's own counts its bytes."""
    if not isinstance(value, str | bytes | list | tuple | dict):
        raise TypeError
    return len(value)


def _unless_panic(error: BaseException) -> BaseException:
    """``error`` when it is a panic of the library, which derives from BaseException alone; else it goes on."""
    if type(error).__name__ != "PanicException":
        raise error
    return error


_SYNTAX = re.compile(r"ERROR: <input>:(\d+):(\d+): ([^\n]*)")
_INPUT = re.compile(
    r"(?:mismatched|extraneous) input '(.*?)' expecting|no viable alternative at input '(.*?)'$"
)
_UNDEFINED = re.compile(r"Undefined variable or function: '(.*?)'")
_FUNCTION = re.compile(r"Function '(.*?)' error: (.*?)\. (?:Check|The value)", re.DOTALL)


def _invalid(text: str, source: str) -> InvalidExpression:
    """The most telling of the library's complaints, which it makes in the words of its parser generator."""
    if not source.strip():
        return InvalidExpression("it is empty")
    found = [(int(line), int(column), words) for line, column, words in _SYNTAX.findall(text)]
    if "Recursion limit" in text:
        return InvalidExpression("its parts lie too deep within each other")
    if not found:
        return InvalidExpression(text.removeprefix("Failed to parse expression ")[:200])
    line, column, words = next((one for one in found if "Syntax error" in one[2]), found[0])
    words = words.removeprefix("Syntax error: ").split(" expecting {")[0]
    if match := _INPUT.match(f"{words} expecting" if "expecting" not in words else words):
        token = match[1] or match[2]
        words = "the expression ends too early" if token == "<EOF>" else f"{token!r} makes no sense here"
    elif words.startswith("token recognition error at: "):
        what = words.removeprefix("token recognition error at: '").removesuffix("'")
        words = f"{what!r} is not part of the language" if what[:1] not in "\"'" else "the text has no end"
    return InvalidExpression(words.replace("'<EOF>'", "the end").replace("<EOF>", "the end"), line, column)


# fmt: off
_FUNCTIONS: Final = frozenset({
    "bytes", "contains", "double", "duration", "dyn", "endsWith", "getDate", "getDayOfMonth",
    "getDayOfWeek", "getDayOfYear", "getFullYear", "getHours", "getMilliseconds", "getMinutes",
    "getMonth", "getSeconds", "int", "matches", "size", "startsWith", "string", "timestamp", "type", "uint",
})
_OF_OPTIONALS: Final = frozenset({"hasValue", "none", "of", "ofNonZeroValue", "or", "orValue", "value"})
# fmt: on
_KNOWN: Final = _FUNCTIONS | _OF_OPTIONALS | LOOPS | {"has"}


def _reason(error: Exception, program: Any, variables: Mapping[str, Any]) -> str:
    text = str(error)
    if match := _UNDEFINED.search(text):
        return _undefined(match[1], program, variables)
    if match := _FUNCTION.search(text):
        if match[1] == SIZE:
            return _undefined("size", program, variables)
        return f"the function {match[1]}: {' '.join(match[2].split())}"
    match error:
        case KeyError():
            return f"there is no key {text.strip()}; ask with has(…) or `in` first"
        case IndexError():
            return text.replace("index out of bounds:", "a list has no item")
        case ZeroDivisionError():
            return text.removesuffix(" in CEL expression")
        case OverflowError():
            return f"{text.rstrip('.')}; integers have 64 bits"
    first = text.split(". ")[0].split(": the operation is not defined")[0]
    if first == "No such overload":
        first = "an operation is not defined for its operands"
    return (
        f"{first}; integers, doubles and text do not mix: convert with int(x), double(x) or string(x), "
        "and compare what may be null with null first"
        if isinstance(error, TypeError)
        else first
    )


def _undefined(name: str, program: Any, variables: Mapping[str, Any]) -> str:
    if name in _FUNCTIONS:
        return f"the function {name} does not take arguments of these types"
    place = place_of(name, program.source)
    where = f" (line {place[0]}, column {place[1]})" if place else ""
    known = ", ".join(sorted(variables)) or "none"
    return f"there is no variable {name!r}{where}; given: {known}"
