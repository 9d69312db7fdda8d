"""Examples as C with JSON, through the generic call."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bridgegen.model import Json, Name
from bridgegen.targets.c.bodies import Body, is_callback
from bridgegen.targets.c.literals import Bound, quoted
from bridgegen.targets.c.shapes import Shape


class GenericBody(Body):
    """With JSON."""

    def reference(self, value: Json) -> Bound | None:
        found = (
            re.fullmatch(r"\$([a-z][a-z0-9_]*)((?:\.[a-z][a-z0-9_]*)*)", value)
            if isinstance(value, str)
            else None
        )
        if found is None:
            return None
        variable = self.bound[found[1]].expression
        for name in found[2].split(".")[1:]:
            variable = f"example_field(example, {variable}, {quoted(name)})"
        return Bound(variable, self._json_shape)

    @property
    def _json_shape(self) -> Shape:
        return Shape("json", "const char *", "json")

    def _marked(self, value: Json, parts: list[str]) -> Json:
        if is_callback(value):
            parts.append(f"example_quote(example, {self._register(value)})")
            return f"\0{len(parts) - 1}"
        return super()._marked(value, parts)

    def _register(self, value: Mapping[str, Any]) -> str:
        parameters = ["void *user_data", "const char *arguments_json", "char **result_json"]
        record = ["json_items(call_, arguments_json);"]
        failure = self._failure(value)
        returned = value["$callback"].get("returns")
        behaviour = (
            ["(void)result_json;", failure]
            if failure
            else [f"*result_json = {self._p}_string_copy({self.json(returned)});", f"return {self._ok};"]
        )
        name = self._callback_function(parameters, behaviour, record)
        variable = self.variable("callback")
        self.lines.append(f"char *{variable} = NULL;")
        self.lines.append(f"GIVEN({self._p}_callback_new(session, {name}, example, NULL, &{variable}));")
        self.ends.append(f"{self._p}_string_free({variable});")
        return variable

    def _given(self, name: Name, arguments: Mapping[str, Json], bind: str) -> None:
        text = self.json(arguments)
        if not bind:
            self.lines.append(f"GIVEN({self._p}_call(session, {quoted(str(name))}, {text}, NULL));")
            return
        variable = self.variable(bind)
        self.lines.append(f"char *{variable} = NULL;")
        self.lines.append(f"GIVEN({self._p}_call(session, {quoted(str(name))}, {text}, &{variable}));")
        self.ends.append(f"{self._p}_string_free({variable});")
        self.bound[bind] = Bound(variable, self._json_shape)

    def _shown(self, arguments: Mapping[str, Json]) -> None:
        text = self.json(arguments)
        name = quoted(str(self._function.name))
        self.lines += ["example_begin(example);", "char *result = NULL;"]
        call = f"{self._p}_call(session, {name}, {text}, &result)"
        if self._function.streams is None:
            self.lines += [
                f"if (example_worked(example, {call}))",
                "    json_raw(example_result(example), result);",
            ]
        else:
            self.lines += [
                f"if (example_streams(example, {call})) {{",
                "    char *stream = example_unquote(example, result);",
                "    char *item = NULL;",
                f"    {self._p}_status status;",
                f"    while ((status = {self._p}_stream_next(session, stream, &item)) == {self._ok}) {{",
                "        json_raw(example_item(example), item);",
                f"        {self._p}_string_free(item);",
                "    }",
                "    example_streamed(example, status);",
                "}",
            ]
        self.lines.append(f"{self._p}_string_free(result);")
