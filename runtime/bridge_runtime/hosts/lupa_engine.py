"""Lua 5.4 as lupa brings it, also inside a program that has a Lua of its own.

Such a program's functions have the same names, and the loader would give lupa those: of another version, with other
structures. ``RTLD_DEEPBIND`` has the library look in itself first.
"""

from __future__ import annotations

import os
import sys


def _load() -> None:
    before = sys.getdlopenflags()
    sys.setdlopenflags(before | getattr(os, "RTLD_DEEPBIND", 0))
    try:
        import lupa.lua54  # type: ignore[import-untyped]  # noqa: F401
    finally:
        sys.setdlopenflags(before)


_load()

from lupa.lua54 import LUA_VERSION, LuaError, LuaMemoryError, LuaRuntime  # noqa: E402

__all__ = ["LUA_VERSION", "LuaError", "LuaMemoryError", "LuaRuntime"]
