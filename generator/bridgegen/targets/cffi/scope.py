"""What one glue module calls things: its own functions, and those of the modules whose types it uses."""

from __future__ import annotations

import keyword
from collections.abc import Iterable

from bridgegen.targets.c.names import Names
from bridgegen.targets.c.shapes import Shape

HELPERS = frozenset("""
    OK END SESSIONS Enumeration arguments c call callback_failed cast core entries export ffi
    handle_id i k lib new new_json new_session new_text p read_json status string take_json
    take_text text typeof v value values
    """.split())  # noqa: SIM905
"""Names that every glue module uses, and that a parameter must not hide."""


class Scope:
    """The names that stand for shapes in the glue of one module."""

    def __init__(self, names: Names, module: str, plain: frozenset[str]) -> None:
        self._names, self._module, self._plain = names, module, plain
        self.uses: set[str] = set()
        """Glue modules that are referred to."""
        self.types: dict[str, str] = {}
        """C types that are allocated: the constant that holds one, and the type."""

    def _in(self, shape: Shape, local: str) -> str:
        """``local``, through the glue module where it is defined."""
        home = self.home(shape)
        if home == self._module:
            return local
        self.uses.add(home)
        return f"{home.lstrip('_')}_glue.{local}"

    def home(self, shape: Shape) -> str:
        """The glue module that defines a shape's functions."""
        if shape.is_container:
            if shape.c in self._plain:
                return "_plain"
            return self._module
        assert shape.name is not None
        return shape.name.module

    def local_reader(self, shape: Shape) -> str:
        return f"read_{shape.stem}"

    def local_writer(self, shape: Shape) -> str:
        return f"write_{shape.stem}"

    def local_kinds(self, shape: Shape) -> str:
        return f"{shape.stem.upper()}_KINDS"

    def reader(self, shape: Shape) -> str:
        return self._in(shape, self.local_reader(shape))

    def writer(self, shape: Shape) -> str:
        return self._in(shape, self.local_writer(shape))

    def caller(self, shape: Shape) -> str:
        return self._in(shape, f"call_{shape.stem}")

    def enum_names(self, shape: Shape) -> str:
        return self._in(shape, f"{shape.stem.upper()}_NAMES")

    def enum_numbers(self, shape: Shape) -> str:
        return self._in(shape, f"{shape.stem.upper()}_NUMBERS")

    def pointer_type(self, shape: Shape) -> str:
        """The constant that holds the type of a pointer to a shape's value."""
        return self._type(shape.stem, f"{shape.c} *")

    def items_type(self, shape: Shape) -> str:
        """The constant that holds the type of a pointer to a list's items or a map's entries."""
        assert shape.item is not None
        if shape.kind == "map":
            return self._type(f"{shape.stem}_entry", f"{shape.entry} *")
        element = shape.item.element
        return self._type(
            shape.item.element_stem if not element.endswith("*") else f"{shape.stem}_items", f"{element} *"
        )

    def _type(self, stem: str, c_type: str) -> str:
        constant = f"{stem.upper()}_TYPE"
        self.types[constant] = c_type
        return constant


def python_names(names: Iterable[str]) -> dict[str, str]:
    """The names of C parameters as parameters of a Python function."""
    taken: set[str] = {"session"}
    made = {}
    for name in names:
        python = name
        while keyword.iskeyword(python) or python in HELPERS or python in taken:
            python += "_"
        taken.add(python)
        made[name] = python
    return made
