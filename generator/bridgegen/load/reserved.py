"""Names that an interface cannot have, for its package, header or module would stand where another is found."""

from __future__ import annotations

import keyword
import sys

_OURS = frozenset({"bridge_cffi", "bridge_runtime", "bridgegen"})
_NEEDED = frozenset({"anyio", "cffi", "httpx2", "jsonschema", "lupa", "pydantic", "pydantic_core", "quickjs"})
_LUA = frozenset(
    [
        "bit",
        "bit32",
        "coroutine",
        "debug",
        "ffi",
        "io",
        "jit",
        "math",
        "os",
        "package",
        "string",
        "table",
        "utf8",
        "_g",
        "and",
        "break",
        "do",
        "else",
        "elseif",
        "end",
        "false",
        "for",
        "function",
        "goto",
        "if",
        "in",
        "local",
        "nil",
        "not",
        "or",
        "repeat",
        "return",
        "then",
        "true",
        "until",
        "while",
    ]
)
_C_HEADERS = frozenset(
    [
        "assert",
        "complex",
        "ctype",
        "errno",
        "fenv",
        "float",
        "inttypes",
        "iso646",
        "limits",
        "locale",
        "math",
        "python",
        "setjmp",
        "signal",
        "stdalign",
        "stdarg",
        "stdatomic",
        "stdbool",
        "stddef",
        "stdint",
        "stdio",
        "stdlib",
        "stdnoreturn",
        "string",
        "tgmath",
        "threads",
        "time",
        "uchar",
        "unistd",
        "wchar",
        "wctype",
        "core",
        "bridge",
        "bridge_core",
        "bridge_glue",
        "bridge_behind",
    ]
)


def reason(name: str) -> str:
    """Why an interface cannot be called ``name``; empty when it can."""
    if keyword.iskeyword(name):
        return "it is a word of Python, and becomes a package"
    if name in sys.stdlib_module_names or name in _NEEDED or name in _OURS:
        return "it becomes a Python package, and there is one of this name that is needed"
    if name in _LUA:
        return "it becomes a Lua module, and the name has a meaning there"
    if name in _C_HEADERS:
        return "it becomes a C header, and there is one of this name"
    return ""
