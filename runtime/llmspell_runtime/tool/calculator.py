"""The calculator: Python's arithmetic, without Python.

An expression is parsed by Python's own grammar and evaluated over the few nodes that are arithmetic. Names are
looked up in the tables here and nowhere else; sizes are checked before a number is made, so that no expression
that is short enough to be accepted takes long.
"""

from __future__ import annotations

import ast
import math
import operator
import statistics
from collections.abc import Callable
from typing import Any, Final, TypeAlias

Number: TypeAlias = int | float

MAX_LENGTH: Final = 1000
"""Characters of an expression."""
MAX_DEPTH: Final = 100
"""Operations within operations."""
MAX_BITS: Final = 1023
"""Bits of an integer: as far as a double reaches."""
EXACT_INTEGER: Final = 2**53 - 1
"""The largest integer that every language's numbers hold exactly."""


class CalculationError(ValueError):
    """The expression cannot be evaluated; the message says why."""


def calculate(expression: str) -> dict[str, Any]:
    """The value of ``expression`` as ``{"result": number or boolean}``.

    An integer beyond 2**53 comes as the nearest double, with all its digits in ``"exact"``.
    Raises CalculationError.
    """
    value = evaluate(expression)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > EXACT_INTEGER:
        return {"result": float(value), "exact": str(value)}
    return {"result": value}


def evaluate(expression: str) -> Number:
    """The value of ``expression`` as a Python int, float or bool; raises CalculationError."""
    if len(expression) > MAX_LENGTH:
        raise CalculationError(f"it has {len(expression)} characters; {MAX_LENGTH} are allowed")
    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except SyntaxError as error:
        raise CalculationError(f"not an expression (column {error.offset or 1})") from None
    except (ValueError, MemoryError, RecursionError):
        raise CalculationError("not an expression") from None
    try:
        return _checked(_value(tree.body, 0))
    except ZeroDivisionError:
        raise CalculationError("division by zero") from None
    except OverflowError:
        raise CalculationError("the value is too large") from None


def _value(node: ast.expr, depth: int) -> Number:
    if depth > MAX_DEPTH:
        raise CalculationError(f"nested more than {MAX_DEPTH} deep")
    match node:
        case ast.Constant(value=bool() | int() | float() as number):
            return _checked(number)
        case ast.Name(id=name):
            return _constant(name)
        case ast.BinOp(left=left, op=op, right=right):
            return _binary(op, _value(left, depth + 1), _value(right, depth + 1))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, depth + 1)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, depth + 1)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return +_value(operand, depth + 1)
        case ast.BoolOp(op=op, values=values):
            return _boolean(op, values, depth)
        case ast.Compare():
            return _compare(node, depth)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return _value(body if _value(test, depth + 1) else orelse, depth + 1)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return _call(name, [_value(argument, depth + 1) for argument in arguments])
        case ast.Tuple():
            raise CalculationError("it is a list of values; write numbers without thousands separators")
    raise CalculationError(f"{_shown(node)} is not arithmetic")


def _shown(node: ast.expr) -> str:
    text = ast.unparse(node)
    return repr(text if len(text) <= 40 else f"{text[:39]}…")


def _checked(value: Any) -> Number:
    """``value`` when it is a real number of a size that is allowed."""
    if isinstance(value, complex):
        raise CalculationError("the value is not a real number")
    if isinstance(value, float) and not math.isfinite(value):
        raise CalculationError(
            "the value is too large" if math.isinf(value) else "the value is not a real number"
        )
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        raise CalculationError("the value is too large")
    number: Number = value
    return number


def _constant(name: str) -> Number:
    if name in CONSTANTS:
        return CONSTANTS[name]
    if name in FUNCTIONS:
        raise CalculationError(f"{name!r} is a function; write {name}(…)")
    raise CalculationError(f"unknown name {name!r}; constants: {', '.join(sorted(CONSTANTS))}")


def _binary(op: ast.operator, left: Number, right: Number) -> Number:
    if isinstance(op, ast.Pow):
        return power(left, right)
    if isinstance(op, ast.BitXor):
        raise CalculationError("'^' is not arithmetic; write ** for powers")
    function = _OPERATORS.get(type(op))
    if function is None:
        raise CalculationError("bit operations are not arithmetic")
    return _checked(function(left, right))


def _boolean(op: ast.boolop, values: list[ast.expr], depth: int) -> Number:
    """The first value that decides, as Python's ``and`` and ``or`` give it."""
    decides = isinstance(op, ast.Or)
    value: Number = False
    for item in values:
        value = _value(item, depth + 1)
        if bool(value) is decides:
            break
    return value


def _compare(node: ast.Compare, depth: int) -> bool:
    left = _value(node.left, depth + 1)
    for op, item in zip(node.ops, node.comparators, strict=True):
        compare = _COMPARISONS.get(type(op))
        if compare is None:
            raise CalculationError(f"{_shown(node)} is not arithmetic")
        right = _value(item, depth + 1)
        if not compare(left, right):
            return False
        left = right
    return True


def _call(name: str, arguments: list[Number]) -> Number:
    function = FUNCTIONS.get(name)
    if function is None:
        raise CalculationError(f"unknown function {name!r}; functions: {', '.join(sorted(FUNCTIONS))}")
    try:
        return _checked(function(*arguments))
    except CalculationError:
        raise
    except (TypeError, ValueError, statistics.StatisticsError) as error:
        raise CalculationError(f"{name}: {_reason(error, len(arguments))}") from None


def _reason(error: Exception, count: int) -> str:
    """What a user of the calculator can do with Python's own words."""
    text = str(error)
    if "argument" in text:
        return f"{count} values are not what it takes"
    if "integer" in text:
        return "it takes whole numbers"
    return "the value is not defined there" if "domain" in text else text


def power(base: Number, exponent: Number) -> Number:
    """``base ** exponent``, refused before a huge integer is made."""
    both_whole = isinstance(base, int) and isinstance(exponent, int)
    if both_whole and exponent > 0 and (base.bit_length() - 1) * exponent > MAX_BITS:  # type: ignore[union-attr]
        raise CalculationError("the value is too large")
    return _checked(base**exponent)


def _bounded(function: Callable[..., int], most: int) -> Callable[..., int]:
    def call(*arguments: Number) -> int:
        if any(abs(argument) > most for argument in arguments):
            raise CalculationError(f"{function.__name__} takes numbers up to {most}")
        return function(*arguments)

    return call


def _round(number: Number, digits: Number = 0) -> Number:
    if not isinstance(digits, int) or abs(digits) > 400:
        raise CalculationError("round: digits are a whole number between -400 and 400")
    return round(number, digits) if digits else round(number)


def _logarithm(number: Number, base: Number = math.e) -> float:
    return math.log(number) if base == math.e else math.log(number, base)


def _summed(*numbers: Number) -> Number:
    return sum(numbers)


def _largest(first: Number, *others: Number) -> Number:
    return max(first, *others) if others else first


def _smallest(first: Number, *others: Number) -> Number:
    return min(first, *others) if others else first


CONSTANTS: Final[dict[str, Number]] = {"pi": math.pi, "e": math.e, "tau": math.tau}

_OPERATORS: Final[dict[type[ast.operator], Callable[[Any, Any], Any]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}

_COMPARISONS: Final[dict[type[ast.cmpop], Callable[[Any, Any], bool]]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}

FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "abs": abs,
    "acos": math.acos,
    "asin": math.asin,
    "atan": math.atan,
    "atan2": math.atan2,
    "cbrt": math.cbrt,
    "ceil": math.ceil,
    "comb": _bounded(math.comb, 1000),
    "cos": math.cos,
    "cosh": math.cosh,
    "degrees": math.degrees,
    "exp": math.exp,
    "factorial": _bounded(math.factorial, 170),
    "floor": math.floor,
    "gcd": math.gcd,
    "hypot": math.hypot,
    "lcm": math.lcm,
    "ln": math.log,
    "log": _logarithm,
    "log10": math.log10,
    "log2": math.log2,
    "max": _largest,
    "mean": lambda *numbers: statistics.fmean(numbers),
    "median": lambda *numbers: statistics.median(numbers),
    "min": _smallest,
    "perm": _bounded(math.perm, 1000),
    "pow": power,
    "radians": math.radians,
    "round": _round,
    "sin": math.sin,
    "sinh": math.sinh,
    "sqrt": math.sqrt,
    "sum": _summed,
    "tan": math.tan,
    "tanh": math.tanh,
    "trunc": math.trunc,
}
