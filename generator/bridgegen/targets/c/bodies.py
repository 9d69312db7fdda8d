"""What the bodies of typed and generic conformance examples have in common."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from bridgegen.model import Example, Function, Json, Name
from bridgegen.targets.c.literals import Literals, quoted
from bridgegen.targets.c.plan import Planner

_TAKEN = frozenset(
    {"session", "example", "status", "stream", "result", "item", "out", "call", "user_data", "options"}
)


class Body(Literals, ABC):
    """The body of one example's function."""

    def __init__(self, planner: Planner, function: Function, example: Example) -> None:
        super().__init__(planner, set(_TAKEN))
        self._function, self._example = function, example
        self.callbacks: list[str] = []
        self._p = planner.names.prefix
        self._ok = planner.names.constant("OK")

    def write(self) -> None:
        """Writes all of it into ``lines`` and ``callbacks``."""
        for step in self._example.given:
            self._given(step.function, step.arguments, step.bind)
        self._shown(self._example.arguments)
        self.lines += reversed(self.ends)

    @abstractmethod
    def _given(self, name: Name, arguments: Mapping[str, Json], bind: str) -> None:
        """Writes one call of the preparation."""

    @abstractmethod
    def _shown(self, arguments: Mapping[str, Json]) -> None:
        """Writes the call that the example shows, and what is printed of it."""

    def _callback_function(self, parameters: list[str], behaviour: list[str], record: list[str]) -> str:
        """Writes a function for a callback, and gives its name.

        Its own variables end in an underscore, which no parameter's name does.
        """
        base = f"{self._function.name.local}_{self._example.name}_callback"
        name = base if not self.callbacks else f"{base}_{len(self.callbacks) + 1}"
        begun = "json *call_ = example_call(example_);" if record else "example_call(example_);"
        lines = ["example *example_ = user_data;", begun, *record]
        lines += ["example_called(example_);", *behaviour]
        body = "\n".join(f"    {line}" for line in lines if line)
        head = f"static {self._p}_status {name}({', '.join(parameters)})"
        self.callbacks.append(f"{head}\n{{\n{body}\n}}")
        return name

    def _failure(self, behaviour: Mapping[str, Any]) -> str | None:
        """The statement that fails as an example wants; None when it wants a result."""
        fails = behaviour["$callback"].get("fails")
        if fails is None:
            return None
        if set(fails) == {"message"}:
            return f"return {self._p}_fail(NULL, {quoted(fails['message'])});"
        return f"return {self._p}_fail_json({quoted(json.dumps(fails, ensure_ascii=False))});"


def is_callback(value: Json) -> bool:
    return isinstance(value, Mapping) and "$callback" in value
