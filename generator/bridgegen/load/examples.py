"""Examples as they are written; that their values fit the types is checked once all types are known."""

from __future__ import annotations

from typing import Any

from bridgegen import builtins
from bridgegen.load.reading import Reader, kind_of
from bridgegen.load.scope import Scope
from bridgegen.model import MISSING, Example, ExpectedEvent, Json, Name, Step
from bridgegen.suggest import suggestion
from bridgegen.tree import Items, Leaf, Node, Table, plain

_KEYS = (
    "name", "summary", "grants", "given", "arguments", "result", "stream", "error", "events", "calls", "volatile",
)  # fmt: skip


class ExampleReader:
    """Lowers the examples of one function after the other."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def read(self, function: Reader) -> tuple[Example, ...]:
        found: list[Example] = []
        for node in function.sequence("examples") or ():
            if not isinstance(node, Table):
                message = f"an example of {function.what} must be a mapping, not {kind_of(node)}"
                function.error("value-kind", message, node.position)
                continue
            example = self._one(Reader(node, f"example of {function.what}", self._scope.report))
            if any(other.name == example.name for other in found):
                message = f"{function.what} already has an example {example.name!r}; each has its own name"
                function.error("example-duplicate", message, node.at("name"))
            found.append(example)
        if "examples" in function and isinstance(function.table.entries["examples"], Items) and not found:
            function.error(
                "example-missing",
                f"{function.what} needs at least one example",
                function.table.at("examples"),
            )
        return tuple(found)

    def _one(self, reader: Reader) -> Example:
        reader.only(_KEYS)
        name = reader.text("name")
        if reader.require("name") and name:
            reader.case(name, "snake_case", reader.what, reader.table.entries["name"].position)
            reader.what = f"{reader.what.replace('example of', f'example {name!r} of', 1)}"
        outcomes = [key for key in ("result", "stream", "error") if key in reader]
        if len(outcomes) > 1 and set(outcomes) != {"stream", "error"}:
            message = (
                f"{reader.what} ends in {' and '.join(outcomes)}; it ends in one (or a stream in an error)"
            )
            reader.error("example-outcome", message, reader.table.at(outcomes[1]))
        stream = reader.sequence("stream")
        calls = reader.sequence("calls")
        return Example(
            name=name,
            summary=reader.text("summary").strip(),
            grants=self._object(reader, "grants"),
            given=tuple(self._steps(reader)),
            arguments=self._object(reader, "arguments"),
            result=reader.json("result") if "result" in reader else MISSING,
            stream=None if stream is None else tuple(plain(item) for item in stream),
            error=self._error(reader),
            events=self._events(reader),
            callbacks=None if calls is None else tuple(plain(item) for item in calls),
            volatile=tuple(text for text, _ in reader.texts("volatile")),
            position=reader.position,
        )

    def _object(self, reader: Reader, key: str) -> dict[str, Json]:
        table = reader.mapping(key)
        return {} if table is None else {name: plain(node) for name, node in table.entries.items()}

    def _steps(self, example: Reader) -> list[Step]:
        found: list[Step] = []
        for node in example.sequence("given") or ():
            if not isinstance(node, Table):
                message = f"a step of {example.what} must be a mapping, not {kind_of(node)}"
                example.error("value-kind", message, node.position)
                continue
            reader = Reader(node, f"step of {example.what}", self._scope.report)
            reader.only({"call", "with", "as"})
            if not reader.require("call"):
                continue
            called = reader.text("call")
            position = node.entries["call"].position
            name = (
                self._scope.resolve(called, "functions", "function", position, shown=True) if called else None
            )
            bind = reader.text("as")
            if bind:
                reader.case(bind, "snake_case", "variable", node.entries["as"].position)
            if name:
                found.append(Step(name, self._object(reader, "with"), bind, node.position))
        return found

    def _error(self, example: Reader) -> dict[str, Any] | None:
        table = example.mapping("error")
        if table is None:
            return None
        reader = Reader(table, f"error of {example.what}", self._scope.report)
        reader.only({"code", "fields"})
        if not reader.require("code"):
            return None
        code = reader.text("code")
        name = (
            self._scope.resolve(code, "errors", "error", table.entries["code"].position, shown=True)
            if code
            else None
        )
        found: dict[str, Any] = {"code": str(name or Name(builtins.MODULE, "internal"))}
        if "fields" in reader:
            found["fields"] = self._object(reader, "fields")
        return found

    def _events(self, example: Reader) -> tuple[ExpectedEvent, ...] | None:
        items = example.sequence("events")
        if items is None:
            return None
        return tuple(event for item in items if (event := self._event(example, item)))

    def _event(self, example: Reader, node: Node) -> ExpectedEvent | None:
        data: Json = MISSING
        if isinstance(node, Leaf) and isinstance(node.value, str):
            text, position = node.value, node.position
        elif isinstance(node, Table):
            reader = Reader(node, f"event of {example.what}", self._scope.report)
            reader.only({"type", "data"})
            if not reader.require("type"):
                return None
            text, position = reader.text("type"), node.at("type")
            data = reader.json("data") if "data" in reader else MISSING
        else:
            message = f"an event of {example.what} is a type or {{type, data}}, not {kind_of(node)}"
            example.error("value-kind", message, node.position)
            return None
        return self._known_event(text, data, position)

    def _known_event(self, text: str, data: Json, position: Any) -> ExpectedEvent | None:
        """The event, unless its type is misspelled: one whose module is ours must be declared.

        Interfaces also let a caller emit types of its own (``user.note``); those are taken as they are.
        """
        module, dot, local = text.partition(".")
        if dot:
            self._scope.use(module, shown=True)  # also one that there is not: it may come
        declared = self._scope.modules.get(module if dot else self._scope.module)
        if declared is None or not declared.sections["events"]:
            return ExpectedEvent(text, data)
        if declared.has("events", local if dot else text):
            return ExpectedEvent(str(self._scope.qualified(text)), data)
        known = [f"{declared.module}.{event}" for event in declared.sections["events"]]
        hint = suggestion(text, known) or f"; module {declared.module} declares {', '.join(known)}"
        self._scope.report.error("event-unknown", f"there is no event {text!r}{hint}", position)
        return None
