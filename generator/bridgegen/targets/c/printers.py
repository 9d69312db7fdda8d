"""C functions that write typed results as JSON: what the conformance programs print the structs with."""

from __future__ import annotations

from collections.abc import Iterator

from bridgegen.model import Enum, Record, Union
from bridgegen.targets.c.literals import quoted
from bridgegen.targets.c.plan import Planner
from bridgegen.targets.c.records import Member
from bridgegen.targets.c.shapes import Shape, pointer_to

_SCALARS = {"text": "json_text", "json": "json_raw", "constant": "json_raw", "integer": "json_integer"}
_SCALARS |= {"number": "json_number", "boolean": "json_boolean"}


class Printers:
    """The functions that one program needs, each after those it calls."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self._written: dict[str, str] = {}
        self._declared: dict[str, str] = {}

    @property
    def functions(self) -> list[str]:
        """Declarations, because types may refer to each other, and then the functions."""
        return [*("\n".join(self._declared.values()),), *self._written.values()] if self._declared else []

    def put(self, shape: Shape, place: str, out: str) -> str:
        """A statement that writes ``place``, which holds a value of ``shape``, to ``out``."""
        if shape.kind in _SCALARS:
            return f"{_SCALARS[shape.kind]}({out}, {place});"
        if shape.kind == "handle":
            return f"json_text({out}, {shape.c.removesuffix(' *')}_id({place}));"
        if shape.kind == "session":
            return f"json_text({out}, {self._planner.names.joined('session_id')}({place}));"
        name = self.function(shape)
        if shape.kind == "enum":
            return f"json_text({out}, {name}({place}));"
        return f"{name}({out}, &{place});"

    def through(self, shape: Shape, pointer: str, out: str) -> str:
        """A statement that writes what ``pointer`` points to."""
        return (
            f"{self.function(shape)}({out}, {pointer});"
            if shape.is_struct
            else self.put(shape, f"*{pointer}", out)
        )

    def function(self, shape: Shape) -> str:
        """The name of the function that writes a shape; written when it is first asked for."""
        name = f"{'name_of' if shape.kind == 'enum' else 'put'}_{shape.stem}"
        if name not in self._declared:
            if shape.kind == "enum":
                self._declared[name] = f"static const char *{name}({shape.c} value);"
                body = self._enum(shape)
            else:
                self._declared[name] = f"static void {name}(json *out, {pointer_to(shape.c)}value);"
                body = self._body(shape)
            lines = "\n".join(f"    {line}" for line in body)
            self._written[name] = f"{self._declared[name][:-1]}\n{{\n{lines}\n}}"
        return name

    def _enum(self, shape: Shape) -> Iterator[str]:
        assert shape.name is not None
        enum = self._planner.interface.type(shape.name)
        assert isinstance(enum, Enum)
        yield "switch (value) {"
        for value in enum.values:
            yield f"case {self._planner.names.enumerator(shape.stem, value.name, value.doc)}:"
            yield f"    return {quoted(value.value)};"
        yield "default:"
        yield "    return NULL;"
        yield "}"

    def _body(self, shape: Shape) -> Iterator[str]:
        if shape.is_container:
            yield from self._container(shape)
            return
        assert shape.name is not None
        named = self._planner.interface.type(shape.name)
        if isinstance(named, Union):
            yield from self._union(named)
        elif isinstance(named, Record):
            yield "json_open(out, '{');"
            members = self._planner.records.members(named)
            for member in members:
                yield from self._member(member)
            if not any(member.name or member.has for member in members):
                yield "(void)value;"
            yield "json_close(out, '}');"

    def _container(self, shape: Shape) -> Iterator[str]:
        item = shape.item
        assert item is not None
        opening, closing = "[]" if shape.kind == "list" else "{}"
        yield f"json_open(out, '{opening}');"
        yield "for (size_t i = 0; i < value->count; i++) {"
        place = "value->items[i]" if shape.kind == "list" else "value->entries[i].value"
        if shape.kind == "map":
            yield "    json_key(out, value->entries[i].key);"
        if item.element_is_pointer:
            yield f"    if ({place} == NULL)"
            yield "        json_null(out);"
            yield "    else"
            yield f"        {self.through(item, place, 'out')}"
        elif item.nullable and item.is_container:
            yield f"    if ({place}.{'items' if item.kind == 'list' else 'entries'} == NULL)"
            yield "        json_null(out);"
            yield "    else"
            yield f"        {self.put(item, place, 'out')}"
        else:
            yield f"    {self.put(item, place, 'out')}"
        yield "}"
        yield f"json_close(out, '{closing}');"

    def _union(self, union: Union) -> Iterator[str]:
        from bridgegen.model import Ref

        yield "switch (value->kind) {"
        for (enumerator, name, _, _), variant in zip(
            self._planner.records.variants(union), union.variants, strict=True
        ):
            yield f"case {enumerator}:"
            yield f"    {self.through(self._planner.shapes.of(Ref(variant.record)), f'value->as.{name}', 'out')}"
            yield "    break;"
        yield "default:"
        yield "    json_null(out);"
        yield "}"

    def _member(self, member: Member) -> Iterator[str]:
        import json

        shape, key = member.shape, f"json_key(out, {quoted(member.field.name)});"
        place = f"value->{member.name}"
        if shape.kind == "callback":
            return
        if shape.kind == "constant":
            write = f"json_raw(out, {quoted(json.dumps(shape.const, ensure_ascii=False))});"
        elif shape.kind in ("record", "union"):
            write = self.through(shape, place, "out")
        else:
            write = self.put(shape, place, "out")
        required = member.field.required
        given = f"value->{member.has}" if member.has else self._is_given(shape, place)
        if shape.kind == "constant" and required:
            yield from (key, write)
        elif member.is_null:
            lines = [f"if (value->{member.is_null})", "    json_null(out);", "else", f"    {write}"]
            if required:
                yield from (key, *lines)
            else:
                yield f"if ({given} || value->{member.is_null}) {{"
                yield from (f"    {line}" for line in (key, *lines))
                yield "}"
        elif required and shape.nullable:
            yield from (key, f"if (!({given}))", "    json_null(out);", "else", f"    {write}")
        elif required:
            yield from (key, write)
        else:
            yield f"if ({given}) {{"
            yield from (f"    {key}", f"    {write}")
            yield "}"

    def _is_given(self, shape: Shape, place: str) -> str:
        if shape.is_container:
            return f"{place}.{'items' if shape.kind == 'list' else 'entries'} != NULL"
        return f"{place} != 0" if shape.kind == "enum" else f"{place} != NULL"
