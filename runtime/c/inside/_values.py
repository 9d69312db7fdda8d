"""Values between C and Python: strings, JSON, memory that C frees, enumerations.

The modules of this folder run inside the C library, in the package ``<prefix>_glue``, beside the generated glue;
``ffi``, ``lib`` and the names below are set before this one runs.
"""

from __future__ import annotations

from typing import Any

from bridge_runtime.values import read_json as parse_json
from bridge_runtime.values import write_json

_given = globals()
ffi: Any = _given["ffi"]
lib: Any = _given["lib"]
PREFIX: str = _given["PREFIX"]
"""What the C names begin with."""
PACKAGE: str = _given["PACKAGE"]
"""The generated Python package."""
VERSION: str = _given["VERSION"]
"""The version of the interface that the library was built from."""

OK = 1
END_STATUS = 2
cast = ffi.cast
typeof = ffi.typeof
string = ffi.string
_sizeof = ffi.sizeof


def text(pointer: Any) -> Any:
    """The text of a C string that is not NULL."""
    return string(pointer).decode()


def read_json(pointer: Any) -> Any:
    """The value of a C string that holds JSON."""
    return parse_json(string(pointer))


class HoldsNul(ValueError):
    pass


def new_text(value: Any) -> Any:
    """A copy of ``value`` that C frees."""
    data = value.encode()
    copy = lib.bridge_text(data, len(data))
    if not copy:
        if b"\0" in data:
            raise HoldsNul
        raise MemoryError
    return copy


def new_json(value: Any) -> Any:
    return new_text(write_json(value))


def new(pointer_type: Any, count: Any = 1) -> Any:
    """Zeroed memory for ``count`` values, which C frees."""
    memory = lib.bridge_array(count, _sizeof(pointer_type.item))
    if not memory:
        raise MemoryError
    return cast(pointer_type, memory)


def handle_id(pointer: Any) -> Any:
    return cast("char *", pointer)


def entries(items: Any, count: Any) -> Any:
    """The items of a C list; none when it is NULL."""
    return [items[i] for i in range(count)] if items else ()


class Enumeration(dict[int, str]):
    """What travels as JSON for each number of a C enumeration."""

    def __init__(self, name: Any, values: Any) -> None:
        super().__init__(values)
        self.name = name

    def __missing__(self, number: Any) -> Any:
        known = ", ".join(map(str, self))
        raise ValueError(f"{number} is no {self.name}; it has {known}")
