"""Values of examples as C: the declarations a value needs, and the expression that stands for it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bridgegen.model import Doc, Enum, Json, Record, Ref, Union
from bridgegen.targets.c.names import fresh, member
from bridgegen.targets.c.plan import Planner, integer
from bridgegen.targets.c.shapes import Shape, declare

_VARIABLE = re.compile(r"\$([a-z][a-z0-9_]*)((?:\.[a-z][a-z0-9_]*)*)")

_NO_DOC = Doc()


class Inexpressible(Exception):
    """A value that the types of C have no place for; the text says which."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a ``$name`` of an example stands for in C."""

    expression: str
    shape: Shape
    is_struct: bool = False
    """Whether the expression is the struct itself, not a pointer to it."""


def quoted(text: str) -> str:
    """A C string literal; what is not ASCII is written as octal, so that any compiler reads it alike."""
    out = []
    for byte in text.encode():
        char = chr(byte)
        if char in '"\\':
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\n")
        elif char == "?" and out and out[-1] == "?":
            out.append("\\?")
        elif 32 <= byte < 127:
            out.append(char)
        else:
            out.append(f"\\{byte:03o}")
    return f'"{"".join(out)}"'


class Literals:
    """Writes the values of one example."""

    def __init__(self, planner: Planner, taken: set[str]) -> None:
        self._planner, self._interface = planner, planner.interface
        self._taken = taken
        self.lines: list[str] = []
        self.ends: list[str] = []
        """Statements that free what was made, in the order it was made."""
        self.bound: dict[str, Bound] = {}

    def variable(self, name: str) -> str:
        """A name for a new variable."""
        return fresh(member(name, _NO_DOC), self._taken)

    def reference(self, value: Json) -> Bound | None:
        """What a value of the form ``$name`` or ``$name.field`` stands for."""
        if not isinstance(value, str) or (found := _VARIABLE.fullmatch(value)) is None:
            return None
        bound = self.bound.get(found[1])
        if bound is None:
            raise Inexpressible(f"{value} stands for nothing that C keeps")
        for name in found[2].split(".")[1:]:
            bound = self._field(bound, name, value)
        return bound

    def _field(self, bound: Bound, name: str, value: str) -> Bound:
        record = (
            self._interface.type(bound.shape.name)
            if bound.shape.name and bound.shape.kind == "record"
            else None
        )
        if not isinstance(record, Record):
            raise Inexpressible(f"{value} is a field of what is no record")
        for found in self._planner.records.members(record):
            if found.field.name == name:
                arrow = "." if bound.is_struct else "->"
                return Bound(f"{bound.expression}{arrow}{found.name}", found.shape, found.shape.is_container)
        raise Inexpressible(f"{value} is no field of {record.name}")

    def text(self, value: Json) -> str:
        """An expression for a string."""
        if (bound := self.reference(value)) is not None:
            return self._as_text(bound)
        if not isinstance(value, str):
            raise Inexpressible(f"{json.dumps(value)} where a string stands")
        return quoted(value.replace("$$", "$", 1) if value.startswith("$$") else value)

    def _as_text(self, bound: Bound) -> str:
        if bound.shape.kind in ("text", "json"):
            return bound.expression
        if bound.shape.kind == "handle":
            return f"{bound.shape.c.removesuffix(' *')}_id({bound.expression})"
        if bound.shape.kind == "session":
            return f"{self._planner.names.joined('session_id')}({bound.expression})"
        raise Inexpressible(f"{bound.expression} is no string")

    def json(self, value: Json) -> str:
        """An expression for JSON text, with ``$name`` replaced when the program runs."""
        parts: list[str] = []
        text = json.dumps(self._marked(value, parts), ensure_ascii=False).replace("%", "%%")
        for number in range(len(parts)):
            text = text.replace(f'"\\u0000{number}"', "%s")
        if not parts:
            return quoted(text.replace("%%", "%"))
        return f"example_format(example, {', '.join([quoted(text), *parts])})"

    def _marked(self, value: Json, parts: list[str]) -> Json:
        """``value`` with a mark for each reference, whose JSON's expression is added to ``parts``."""
        if isinstance(value, dict):
            return {key: self._marked(item, parts) for key, item in value.items()}
        if isinstance(value, list):
            return [self._marked(item, parts) for item in value]
        if isinstance(value, str) and value.startswith("$$"):
            return value[1:]
        bound = self.reference(value)
        if bound is None:
            return value
        raw = bound.shape.kind == "json"
        parts.append(bound.expression if raw else f"example_quote(example, {self._as_text(bound)})")
        return f"\0{len(parts) - 1}"

    # --- typed values

    def scalar(self, shape: Shape, value: Json) -> str:
        """An expression for a value that is no struct, handle or callback."""
        if shape.kind == "text":
            return self.text(value)
        if shape.kind in ("json", "constant"):
            return self.json(value)
        if (bound := self.reference(value)) is not None:
            return bound.expression
        if shape.kind == "boolean" and isinstance(value, bool):
            return "true" if value else "false"
        if shape.kind == "integer" and isinstance(value, int | float) and not isinstance(value, bool):
            if value != int(value):
                raise Inexpressible(f"{value} where an integer stands")
            return integer(int(value)) if abs(value) > 2**31 else str(int(value))
        if shape.kind == "number" and isinstance(value, int | float) and not isinstance(value, bool):
            return repr(float(value))
        if shape.kind == "enum":
            return self._enumerator(shape, value)
        raise Inexpressible(f"{json.dumps(value)} where {shape.c} stands")

    def _enumerator(self, shape: Shape, value: Json) -> str:
        assert shape.name is not None
        enum = self._interface.type(shape.name)
        assert isinstance(enum, Enum)
        for found in enum.values:
            if found.value == value:
                return self._planner.names.enumerator(shape.stem, found.name, found.doc)
        raise Inexpressible(f"{json.dumps(value)}, which {shape.c} has no name for")

    def handle(self, shape: Shape, value: Json, hint: str) -> str:
        """An expression for a handle: one that was given before, or one made from an id that stands for nothing."""
        if (bound := self.reference(value)) is not None:
            return bound.expression
        name = self.variable(hint)
        if shape.kind == "session":
            self.lines.append(f"{declare(shape.c, name)} = NULL;")
            make = self._planner.names.joined("session_from_id")
            self.lines.append(f"GIVEN({make}(session, {self.text(value)}, &{name}));")
        else:
            made = f"{shape.c.removesuffix(' *')}_from_id({self.text(value)})"
            self.lines.append(f"{declare(shape.c, name)} = {made};")
        self.ends.append(f"{shape.c.removesuffix(' *')}_free({name});")
        return name

    def struct(self, shape: Shape, value: Json, hint: str) -> str:
        """Declares a struct with ``value`` in it; gives its name."""
        if (bound := self.reference(value)) is not None:
            return bound.expression if bound.is_struct else f"(*{bound.expression})"
        name = self.variable(hint)
        if shape.is_container:
            self._container(shape, value, name)
            return name
        self.lines.append(f"{shape.c} {name};")
        self.lines.append(f"{shape.c}_init(&{name});")
        self.fill(shape, value, name)
        return name

    def fill(self, shape: Shape, value: Json, place: str) -> None:
        """Assigns ``value`` to a record's or union's struct, which was initialized."""
        assert shape.name is not None
        if not isinstance(value, Mapping):
            raise Inexpressible(f"{json.dumps(value)} where {shape.c} stands")
        named = self._interface.type(shape.name)
        if isinstance(named, Union):
            self._union(named, value, place)
            return
        assert isinstance(named, Record)
        known = {found.field.name: found for found in self._planner.records.members(named)}
        for key, item in value.items():
            found = known.get(key)
            if found is None:
                raise Inexpressible(f"{shape.c} has no field {key!r}")
            if found.has:
                self.lines.append(f"{place}.{found.has} = true;")
            if item is None and found.is_null:
                self.lines.append(f"{place}.{found.is_null} = true;")
            elif found.name and not (item is None and found.shape.nullable):
                self._assign(found.shape, item, f"{place}.{found.name}", key)

    def _assign(self, shape: Shape, value: Json, place: str, hint: str) -> None:
        if shape.kind in ("record", "union"):
            self.lines.append(f"{place} = &{self.struct(shape, value, hint)};")
        elif shape.is_container:
            self.lines.append(f"{place} = {self.struct(shape, value, hint)};")
        elif shape.kind == "callback":
            self.lines.append(f"{place} = {self.callback(shape, value)};")
        else:
            self.lines.append(f"{place} = {self.scalar(shape, value)};")

    def callback(self, shape: Shape, value: Json) -> str:
        """An expression for a callback's struct; overridden by what also writes its function."""
        raise Inexpressible("a callback where none can be made")

    def _union(self, union: Union, value: Mapping[str, Any], place: str) -> None:
        for (enumerator, name, _, tag), variant in zip(
            self._planner.records.variants(union), union.variants, strict=True
        ):
            if value.get(union.discriminator) == tag:
                shape = self._planner.shapes.of(Ref(variant.record))
                self.lines.append(f"{place}.kind = {enumerator};")
                self._assign(shape, value, f"{place}.as.{name}", name)
                return
        raise Inexpressible(f"{json.dumps(value)} is none of the variants of {union.name}")

    def _container(self, shape: Shape, value: Json, name: str) -> None:
        item = shape.item
        assert item is not None
        if shape.kind == "list" and isinstance(value, list):
            pairs: list[tuple[str, Json]] = [("", inner) for inner in value]
        elif shape.kind == "map" and isinstance(value, Mapping):
            pairs = list(value.items())
        else:
            raise Inexpressible(f"{json.dumps(value)} where {shape.c} stands")
        items = f"{name}_{'items' if shape.kind == 'list' else 'entries'}"
        element = item.element if shape.kind == "list" else shape.entry
        if item.kind in ("record", "union") and not item.element_is_pointer and shape.kind == "list":
            self.lines.append(f"{declare(element, f'{items}[{max(len(pairs), 1)}]')};")
            for number, (_, inner) in enumerate(pairs):
                self.lines.append(f"{item.c}_init(&{items}[{number}]);")
                self.fill(item, inner, f"{items}[{number}]")
        else:
            made = [self._element(item, inner, name) for _, inner in pairs]
            if shape.kind == "map":
                made = [f"{{{quoted(key)}, {text}}}" for (key, _), text in zip(pairs, made, strict=True)]
            listed = ", ".join(made) or "0"
            self.lines.append(f"{declare(element, f'{items}[]')} = {{{listed}}};")
        self.lines.append(f"{shape.c} {name} = {{{items}, {len(pairs)}}};")

    def _element(self, shape: Shape, value: Json, hint: str) -> str:
        if value is None and shape.nullable:
            return "{NULL, 0}" if shape.is_container else "NULL" if shape.kind != "enum" else "0"
        if shape.element_is_pointer:
            if not shape.is_number:
                return f"&{self.struct(shape, value, hint)}"
            name = self.variable(hint)
            self.lines.append(f"{declare(shape.c, name)} = {self.scalar(shape, value)};")
            return f"&{name}"
        if shape.is_struct:
            return self.struct(shape, value, hint)
        if shape.kind in ("handle", "session"):
            return self.handle(shape, value, hint)
        return self.scalar(shape, value)
