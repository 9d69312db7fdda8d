"""Examples as C with structs: the calls, what they get, and callbacks that give typed results."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from bridgegen.model import Example, Function, Json, Name
from bridgegen.targets.c.bodies import Body, is_callback
from bridgegen.targets.c.functions import Argument, CFunction, Result
from bridgegen.targets.c.literals import Bound, Inexpressible, Literals, quoted
from bridgegen.targets.c.names import fresh
from bridgegen.targets.c.plan import Planner
from bridgegen.targets.c.printers import Printers
from bridgegen.targets.c.shapes import Shape, declare


class TypedBody(Body):
    """With structs."""

    def __init__(self, planner: Planner, printers: Printers, function: Function, example: Example) -> None:
        super().__init__(planner, function, example)
        self._printers = printers

    def callback(self, shape: Shape, value: Json) -> str:
        assert shape.name is not None
        if not is_callback(value):
            raise Inexpressible(f"{json.dumps(value)} where a callback stands")
        callback = self._planner.functions.callback(self._interface.callback(shape.name))
        record = [line for argument in callback.arguments for line in self._recorded(argument)]
        behaviour = self._behaviour(callback.result, value)
        names = [_declared_name(text) for text in callback.parameters if text != "void *user_data"]
        unused = [f"(void){name};" for name in names if not _mentions([*record, *behaviour], name)]
        behaviour = [*unused, *behaviour]
        name = self._callback_function(callback.parameters, behaviour, record)
        return f"({shape.c}){{.call = {name}, .user_data = example}}"

    def _recorded(self, argument: Argument) -> list[str]:
        """Statements that write one argument of a callback to ``call_``."""
        shape = argument.shape
        if not argument.name:
            return [f"json_raw(call_, {quoted(json.dumps(shape.const))});"]
        pointer = shape.is_struct or (shape.is_number and (shape.nullable or not argument.parameter.required))
        write = (
            self._printers.through(shape, argument.name, "call_")
            if pointer
            else self._printers.put(shape, argument.name, "call_")
        )
        if not pointer:
            return [write]
        return [f"if ({argument.name} == NULL)", "    json_null(call_);", "else", f"    {write}"]

    def _behaviour(self, result: Result | None, value: Mapping[str, Any]) -> list[str]:
        failure = self._failure(value)
        if failure is not None:
            return [failure]
        returned = [] if result is None else self._returned(result, value["$callback"].get("returns"))
        return [*returned, f"return {self._ok};"]

    def _returned(self, result: Result, value: Json) -> list[str]:
        """Statements that give a callback's result in memory that the library frees."""
        shape = result.shape
        null = f"*{result.is_null} = {'true' if value is None else 'false'};" if result.is_null else ""
        if value is None and shape.nullable:
            return [null or f"*{result.name} = {'0' if shape.kind == 'enum' else 'NULL'};"]
        if shape.kind in ("text", "json"):
            return [null, f"*{result.name} = {self._p}_string_copy({self.scalar(shape, value)});"]
        if shape.is_number or shape.kind == "enum":
            return [null, f"*{result.name} = {self.scalar(shape, value)};"]
        owned = Owned(self._planner, {"call_", "example_", "user_data", result.name})
        owned.lines.append(null)
        if shape.is_container:
            made = owned.struct(shape, value, "made")
            return [*owned.lines, f"*{result.name} = {made};"]
        owned.fill(shape, value, f"(*{result.name})")
        return owned.lines

    # --- calls

    def _arguments(self, function: CFunction, arguments: Mapping[str, Json]) -> list[str]:
        passed = []
        for argument in function.arguments:
            name = argument.parameter.name
            passed += self._argument(argument, name in arguments, arguments.get(name))
        return passed

    def _argument(self, argument: Argument, given: bool, value: Json) -> list[str]:
        shape = argument.shape
        flags = ["true" if given else "false"] if argument.has else []
        if not argument.name:
            return flags
        is_null = ["true" if given and value is None else "false"] if argument.is_null else []
        if not given or (value is None and shape.nullable):
            return ["0" if shape.kind == "enum" else "NULL", *flags, *is_null]
        hint = argument.parameter.name
        if shape.kind in ("handle", "session"):
            text = self.handle(shape, value, hint)
        elif shape.kind == "callback":
            name = self.variable(hint)
            made = self.callback(shape, value)
            self.lines.append(f"{shape.c} {name} = {made.partition(')')[2]};")
            text = f"&{name}"
        elif shape.is_struct:
            bound = self.reference(value)
            text = f"&{self.struct(shape, value, hint)}"
            if bound is not None and not bound.is_struct:
                text = bound.expression
        elif shape.is_number and (shape.nullable or not argument.parameter.required):
            name = self.variable(hint)
            self.lines.append(f"{shape.c} {name} = {self.scalar(shape, value)};")
            text = f"&{name}"
        else:
            text = self.scalar(shape, value)
        return [text, *flags, *is_null]

    def _given(self, name: Name, arguments: Mapping[str, Json], bind: str) -> None:
        function = self._planner.functions.function(self._interface.function(name))
        passed = ["session", *self._arguments(function, arguments)]
        if function.streams:
            stream = self.variable("stream")
            self.lines.append(f"{function.name} *{stream} = NULL;")
            self.lines.append(f"GIVEN({function.name}_start({', '.join([*passed, f'&{stream}'])}));")
            self._drain(function, stream, None)
            return
        result = function.result
        if result is None:
            self.lines.append(f"GIVEN({function.name}({', '.join(passed)}));")
            return
        variable = self.variable(bind or _result_name(function, result))
        self._declare(result, variable)
        self.lines.append(f"GIVEN({function.name}({', '.join([*passed, *self._places(result, variable)])}));")
        if bind:
            self.bound[bind] = Bound(variable, result.shape, result.shape.is_struct)
        self.ends += self._freed(result, variable)

    def _declare(self, result: Result, variable: str) -> None:
        shape = result.shape
        c_type = "char *" if shape.kind in ("text", "json") else shape.c
        self.lines.append(f"{declare(c_type, variable)}{' = NULL' if c_type.endswith('*') else ''};")
        if result.is_null:
            self.lines.append(f"bool {variable}_is_null = false;")

    def _places(self, result: Result, variable: str) -> list[str]:
        return [f"&{variable}", *([f"&{variable}_is_null"] if result.is_null else [])]

    def _shown(self, arguments: Mapping[str, Json]) -> None:
        function = self._planner.functions.function(self._function)
        passed = ["session", *self._arguments(function, arguments)]
        self.lines.append("example_begin(example);")
        if function.streams:
            self.lines.append(f"{function.name} *stream = NULL;")
            start = f"{function.name}_start({', '.join([*passed, '&stream'])})"
            self.lines.append(f"if (example_streams(example, {start})) {{")
            before, self.lines = self.lines, []
            self._drain(function, "stream", function.result)
            self.lines = [*before, *(f"    {line}" for line in self.lines), "}"]
            return
        result = function.result
        if result is None:
            self.lines.append(f"if (example_worked(example, {function.name}({', '.join(passed)})))")
            self.lines.append("    json_null(example_result(example));")
            return
        self._declare(result, "result")
        call = f"{function.name}({', '.join([*passed, *self._places(result, 'result')])})"
        self.lines += [f"if (example_worked(example, {call})) {{"]
        self.lines += [f"    {line}" for line in self._printed(result, "result", "example_result(example)")]
        self.lines += [f"    {line}" for line in self._freed(result, "result")]
        self.lines.append("}")

    def _printed(self, result: Result, variable: str, out: str) -> list[str]:
        write = self._printers.put(result.shape, variable, out)
        if result.is_null:
            return [f"if ({variable}_is_null)", f"    json_null({out});", "else", f"    {write}"]
        if result.shape.kind in ("handle", "session") and result.shape.nullable:
            return [f"if ({variable} == NULL)", f"    json_null({out});", "else", f"    {write}"]
        return [write]

    def _freed(self, result: Result, variable: str) -> list[str]:
        shape = result.shape
        if shape.kind in ("text", "json"):
            return [f"{self._p}_string_free({variable});"]
        if shape.kind in ("handle", "session"):
            return [f"{shape.c.removesuffix(' *')}_free({variable});"]
        return [f"{shape.c}_free(&{variable});"] if shape.is_struct else []

    def _drain(self, function: CFunction, stream: str, shown: Result | None) -> None:
        """Statements that read a stream to its end; ``shown`` when its items are printed."""
        result = function.result
        item = "item"
        places = ""
        if result is not None:
            item = self.variable("item") if shown is None else "item"
            self._declare(result, item)
            places = "".join(f", {place}" for place in self._places(result, item))
        status = "status" if shown is not None or function.streams else ""
        call = f"{function.name}_next({stream}{places})"
        if shown is not None or result is None:
            self.lines.append(f"{self._p}_status {status};")
            self.lines.append(f"while ((status = {call}) == {self._ok}) {{")
            body = (
                self._printed(result, item, "example_item(example)") + self._freed(result, item)
                if result
                else []
            )
            self.lines += [f"    {line}" for line in body or ["json_null(example_item(example));"]]
            self.lines.append("}")
            self.lines.append("example_streamed(example, status);")
        else:
            self.lines.append(f"while ({call} == {self._ok}) {{")
            self.lines += [f"    {line}" for line in self._freed(result, item)]
            self.lines.append("}")
        self.lines.append(f"{function.name}_close({stream});")


class Owned(Literals):
    """Values in memory that the library may free: what a callback gives back."""

    def text(self, value: Json) -> str:
        return f"{self._planner.names.joined('string_copy')}({super().text(value)})"

    def json(self, value: Json) -> str:
        return f"{self._planner.names.joined('string_copy')}({super().json(value)})"

    def _assign(self, shape: Shape, value: Json, place: str, hint: str) -> None:
        if shape.kind in ("record", "union"):
            made = self.struct(shape, value, hint)
            self.lines.append(f"{place} = example_copy(&{made}, sizeof {made});")
        else:
            super()._assign(shape, value, place, hint)

    def _container(self, shape: Shape, value: Json, name: str) -> None:
        super()._container(shape, value, name)
        items = "items" if shape.kind == "list" else "entries"
        self.lines.append(f"{name}.{items} = example_copy({name}_{items}, sizeof {name}_{items});")


def _result_name(function: CFunction, result: Result) -> str:
    return fresh(result.shape.stem.rpartition("_")[2] or "given", set())


def _declared_name(declaration: str) -> str:
    """The name in a declaration: ``const char *name`` gives ``name``."""
    return re.split(r"[ *]", declaration)[-1]


def _mentions(lines: list[str], name: str) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", line) for line in lines)
