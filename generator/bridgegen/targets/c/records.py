"""Records, unions and containers as structs: their members, and how what they hold is freed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bridgegen.model import MISSING, Doc, Field, Interface, Record, Union
from bridgegen.targets.c.comments import brief, comment, doc_lines
from bridgegen.targets.c.names import Names, fresh, member
from bridgegen.targets.c.shapes import Shape, Shapes, declare, pointer_to


@dataclass(frozen=True, slots=True)
class Member:
    """One field of a record, and the members of the struct that carry it."""

    field: Field
    shape: Shape
    name: str
    """The member with the value; empty for a constant, which the library fills in."""
    has: str = ""
    """The member that says it is given, for what cannot be NULL."""
    is_null: str = ""
    """The member that says it is null, where NULL means absent or is not possible."""

    def declarations(self) -> list[str]:
        lines = []
        if self.has:
            lines.append(f"bool {self.has};")
        if self.is_null:
            lines.append(f"bool {self.is_null};")
        if self.name:
            lines.append(declare(self.shape.field, self.name) + ";")
        return lines


@dataclass(frozen=True, slots=True)
class Struct:
    """A struct of the header, with its ``_init`` and ``_free``."""

    c: str
    comment: str
    members: tuple[str, ...]
    """Comments and declarations, line by line, without indentation."""
    free: tuple[str, ...]
    """Statements that free what ``value`` points to holds."""


class Records:
    """The structs of one interface."""

    def __init__(self, interface: Interface, names: Names, shapes: Shapes) -> None:
        self._interface, self._names, self._shapes = interface, names, shapes

    def members(self, record: Record) -> list[Member]:
        """The members of a record's struct; no two have the same name."""
        taken: set[str] = set()
        found = []
        for field in record.fields:
            shape = self._shapes.of(field.type)
            name = fresh(member(field.name, field.doc) + shape.suffix, taken)
            has = is_null = ""
            if shape.kind == "constant":
                has = "" if field.required else fresh(f"has_{name}", taken)
                name = ""
            elif shape.is_number:
                has = "" if field.required else fresh(f"has_{name}", taken)
                is_null = fresh(f"{name}_is_null", taken) if shape.nullable else ""
            elif shape.nullable and not field.required:
                is_null = fresh(f"{name}_is_null", taken)
            found.append(Member(field, shape, name, has, is_null))
        return found

    def record(self, record: Record) -> Struct:
        lines: list[str] = []
        free: list[str] = []
        for item in self.members(record):
            declarations = item.declarations()
            if declarations:
                lines.extend(comment([self._about(item)]).splitlines())
                lines.extend(declarations)
            free.extend(self.freed_member(item))
        if not any(not line.startswith(("/", " *")) for line in lines):
            lines = ["/** C has no struct without members. */", "char unused;"]
        return Struct(
            self._names.type(record.name, record.doc),
            comment(doc_lines(record.doc)),
            tuple(lines),
            tuple(free),
        )

    def _about(self, item: Member) -> str:
        field = item.field
        text = brief(field.doc) or field.name
        if field.required:
            return text + (" May be null." if item.is_null or item.shape.nullable else "")
        absent = (
            "Optional." if field.default is MISSING else f"Optional: {_shown(field.default)} when absent."
        )
        return f"{text.rstrip('.')}. {absent}"

    def freed_member(self, item: Member) -> list[str]:
        shape, place = item.shape, f"value->{item.name}"
        if not item.name or shape.is_number or shape.kind in ("enum", "callback"):
            return []
        if shape.kind in ("record", "union"):
            return [f"{shape.c}_free(({shape.c} *){place});", f"free((void *){place});"]
        return freed_element(shape, place)

    def variants(self, union: Union) -> list[tuple[str, str, str, str]]:
        """Of each variant: its tag's enumerator, its member, its struct, the tag."""
        stem = self._names.stem(union.name, union.doc)
        taken: set[str] = set()
        found = []
        for variant in union.variants:
            record = self._interface.type(variant.record)
            name = fresh(member(variant.tag, Doc()), taken)
            enumerator = self._names.constant(f"{stem}_{name.rstrip('_')}".upper()) + "_" * (
                len(name) - len(name.rstrip("_"))
            )
            found.append((enumerator, name, self._names.type(variant.record, record.doc), variant.tag))
        return found

    def kind_of(self, union: Union) -> str:
        """The enum of a union's tags."""
        return f"{self._names.type(union.name, union.doc)}_kind"


def freed_element(shape: Shape, place: str) -> list[str]:
    """Statements that free ``place``, an item of a list, a value of a map, or a member that is no pointer."""
    if shape.kind in ("handle", "session"):
        return [f"{shape.c.removesuffix(' *')}_free({place});"]
    if shape.element_is_pointer:
        deep = [] if shape.is_number else [f"{shape.c}_free(({shape.c} *){place});"]
        return [*deep, f"free((void *){place});"]
    if shape.kind in ("text", "json", "constant"):
        return [f"free((void *){place});"]
    if shape.is_struct and shape.kind != "callback":
        return [f"{shape.c}_free(({shape.c} *)&{place});"]
    return []


@dataclass(frozen=True, slots=True)
class Container:
    """A list or a map as a struct."""

    shape: Shape
    guard: str
    """The macro that keeps its definition single where several headers need it."""
    lines: tuple[str, ...]
    free: tuple[str, ...]
    """Statements that free entry ``i``."""
    items: str
    """The member with the entries: ``items`` or ``entries``."""

    @property
    def c(self) -> str:
        return self.shape.c


def container(shape: Shape) -> Container:
    """The struct of a list's or map's shape."""
    assert shape.item is not None
    item = shape.item
    guard = f"{shape.c.upper()}_DEFINED"
    lines: tuple[str, ...]
    if shape.kind == "list":
        lines = (
            f"typedef struct {shape.c} {{",
            f"    {declare(pointer_to(item.element), 'items')};",
            "    size_t count;",
            f"}} {shape.c};",
        )
        return Container(shape, guard, lines, tuple(freed_element(item, "value->items[i]")), "items")
    lines = (
        f"typedef struct {shape.entry} {{",
        "    const char *key;",
        f"    {declare(item.element, 'value')};",
        f"}} {shape.entry};",
        f"typedef struct {shape.c} {{",
        f"    const {shape.entry} *entries;",
        "    size_t count;",
        f"}} {shape.c};",
    )
    free = ("free((void *)value->entries[i].key);", *freed_element(item, "value->entries[i].value"))
    return Container(shape, guard, lines, free, "entries")


def containers_of(shapes: Iterable[Shape]) -> list[Container]:
    """Every list and map in ``shapes``, each once, the innermost first."""
    return [container(shape) for shape in container_shapes(shapes)]


def container_shapes(shapes: Iterable[Shape]) -> list[Shape]:
    """The shape of every list and map in ``shapes``, each once, the innermost first."""
    found: dict[str, Shape] = {}
    for shape in shapes:
        for inner in shape.containers():
            found.setdefault(inner.c, inner)
    return list(found.values())


def _shown(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
