"""Functions, streams and callbacks as C declarations, and as calls of what stands behind them."""

from __future__ import annotations

from dataclasses import dataclass

from bridgegen.model import MISSING, Callback, Function, Interface, Parameter, TypeExpr
from bridgegen.targets.c.comments import brief, comment, doc_lines
from bridgegen.targets.c.names import Names, fresh, member
from bridgegen.targets.c.shapes import Shape, Shapes, declare


@dataclass(frozen=True, slots=True)
class Argument:
    """One parameter, and the C parameters that carry it."""

    parameter: Parameter
    shape: Shape
    name: str
    """Empty for a constant that is required: the library fills it in."""
    has: str = ""
    is_null: str = ""

    def declarations(self, inside: bool = False) -> list[str]:
        """The C parameters; ``inside`` for the function behind, which takes handles as their ids."""
        made = []
        if self.name:
            is_handle = inside and self.shape.kind in ("handle", "session")
            c_type = "const char *" if is_handle else self.shape.parameter(self.parameter.required)
            made.append(declare(c_type, self.name))
        if self.has:
            made.append(f"bool {self.has}")
        if self.is_null:
            made.append(f"bool {self.is_null}")
        return made

    def passed(self) -> list[str]:
        """The arguments with which the public function calls the one behind it."""
        value = {
            "handle": f"(const char *){self.name}",
            "session": f"bridge_session_handle({self.name})",
        }.get(self.shape.kind, self.name)
        return [part for part in (value if self.name else "", self.has, self.is_null) if part]


@dataclass(frozen=True, slots=True)
class Result:
    """Where a result, or an item of a stream, is put."""

    shape: Shape
    name: str
    is_null: str = ""

    def declarations(self) -> list[str]:
        made = [declare(self.shape.result, self.name)]
        return [*made, f"bool *{self.is_null}"] if self.is_null else made

    @property
    def passed(self) -> list[str]:
        return [self.name, *([self.is_null] if self.is_null else [])]

    @property
    def places(self) -> list[tuple[str, str]]:
        """What each of its parameters points to, and the parameter's name."""
        c_type = self.shape.result.removesuffix("*").strip()
        return [(c_type, self.name), *([("bool", self.is_null)] if self.is_null else [])]

    @property
    def dropped(self) -> str:
        """The expression that frees what nobody is given; empty when there is nothing to free."""
        shape = self.shape
        if shape.is_struct:
            return f"{shape.c}_free({self.name})"
        if shape.kind in ("handle", "session"):
            return f"{shape.c.removesuffix(' *')}_free(*{self.name})"
        return f"free(*{self.name})" if shape.kind in ("text", "json") else ""


@dataclass(frozen=True, slots=True)
class CFunction:
    """One function of the header."""

    function: Function
    name: str
    behind: str
    """The function written in Python behind it."""
    comment: str
    arguments: tuple[Argument, ...]
    result: Result | None
    """What it gives, or what an item of its stream is."""
    streams: bool

    @property
    def places(self) -> list[tuple[str, str]]:
        """Where its results go: of each, what the parameter points to, and its name."""
        return self.result.places if self.result else []

    @property
    def parameters(self) -> list[str]:
        return [text for argument in self.arguments for text in argument.declarations()]

    @property
    def parameters_behind(self) -> list[str]:
        return [text for argument in self.arguments for text in argument.declarations(inside=True)]

    @property
    def passed(self) -> list[str]:
        return [text for argument in self.arguments for text in argument.passed()]


@dataclass(frozen=True, slots=True)
class CCallback:
    """A callback's struct and function type."""

    callback: Callback
    c: str
    comment: str
    arguments: tuple[Argument, ...]
    result: Result | None

    @property
    def parameters(self) -> list[str]:
        declared = [
            "void *user_data",
            *(text for argument in self.arguments for text in argument.declarations()),
        ]
        return declared + (self.result.declarations() if self.result else [])


class Functions:
    """The functions and callbacks of one interface."""

    def __init__(self, interface: Interface, names: Names, shapes: Shapes) -> None:
        self._interface, self._names, self._shapes = interface, names, shapes

    def arguments(self, parameters: tuple[Parameter, ...], taken: set[str]) -> tuple[Argument, ...]:
        return tuple(self._argument(parameter, taken) for parameter in parameters)

    def _argument(self, parameter: Parameter, taken: set[str]) -> Argument:
        shape = self._shapes.of(parameter.type)
        name = fresh(member(parameter.name, parameter.doc) + shape.suffix, taken)
        if shape.kind == "constant":
            return Argument(
                parameter, shape, "", has="" if parameter.required else fresh(f"has_{name}", taken)
            )
        both = shape.nullable and not parameter.required
        return Argument(parameter, shape, name, is_null=fresh(f"{name}_is_null", taken) if both else "")

    def _result(self, expr: TypeExpr | None, name: str, taken: set[str]) -> Result | None:
        if expr is None:
            return None
        shape = self._shapes.of(expr)
        if shape.kind == "constant":
            return None
        made = fresh(name + shape.suffix, taken)
        return Result(shape, made, fresh(f"{made}_is_null", taken) if shape.has_null_flag_as_result else "")

    def function(self, function: Function) -> CFunction:
        taken = {"session", "stream", "status", "number"}
        arguments = self.arguments(function.parameters, taken)
        is_stream = function.streams is not None
        result = self._result(function.streams or function.result, "item" if is_stream else "result", taken)
        name = self._names.function(function)
        behind = self._names.joined(f"py_{name.removeprefix(self._names.prefix + '_')}")
        return CFunction(
            function, name, behind, self._comment(function, arguments, result), arguments, result, is_stream
        )

    def callback(self, callback: Callback) -> CCallback:
        taken = {"user_data"}
        arguments = self.arguments(callback.parameters, taken)
        result = self._result(callback.result, "result", taken)
        lines = doc_lines(callback.doc, *(_param(argument) for argument in arguments))
        if result is not None:
            lines.append(
                f"@param {result.name} receives what it gives back; the library frees it, also when the callback fails"
            )
        c = self._names.type(callback.name, callback.doc)
        return CCallback(callback, c, comment(lines), arguments, result)

    def _comment(self, function: Function, arguments: tuple[Argument, ...], result: Result | None) -> str:
        lines = [line for argument in arguments if (line := _param(argument))]
        if function.streams is not None:
            lines.append(
                f"@param stream receives the stream; end it with {self._names.function(function)}_close()"
            )
        elif result is not None:
            lines.append(f"@param {result.name} receives the result{_freed_with(result.shape, self._names)}")
        statuses = [self._status(code) for code in function.errors]
        if statuses:
            lines.append(f"@return {self._names.constant('OK')}, {', '.join(statuses)} or a runtime status")
        if function.permissions:
            lines.append(f"@note Needs the permission {', '.join(function.permissions)}.")
        if function.emits:
            lines.append(f"@note Emits {', '.join(function.emits)}.")
        return comment(doc_lines(function.doc, *([""] if lines else []), *lines))

    def _status(self, code: str) -> str:
        return self._names.status(code, self._interface.error(code).doc)


def _param(argument: Argument) -> str:
    if not argument.name:
        return ""
    parameter = argument.parameter
    text = brief(parameter.doc).rstrip(".") or parameter.name.replace("_", " ")
    if parameter.default is not MISSING:
        import json

        text += f"; {json.dumps(parameter.default, ensure_ascii=False)} when {_absent(argument)}"
    elif not parameter.required:
        text += f"; may be {_absent(argument)}"
    elif argument.shape.nullable:
        text += f"; {_absent(argument)} is null"
    return f"@param {argument.name} {text}"


def _absent(argument: Argument) -> str:
    return "0" if argument.shape.kind == "enum" else "NULL"


def _freed_with(shape: Shape, names: Names) -> str:
    if shape.kind in ("text", "json"):
        return f"; free it with {names.joined('string_free')}()"
    if shape.kind == "session":
        return f"; close it with {names.joined('close')}()"
    if shape.kind == "handle" or shape.is_struct:
        return f"; free it with {shape.c.removesuffix(' *')}_free()"
    return ""
