"""Names in other cases: splits a name into words and joins them again.

Every target makes its names with these few functions, so that ``HTTPServer`` is ``http_server``
everywhere and nowhere ``h_t_t_p_server``.
"""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")


@cache
def words(name: str) -> tuple[str, ...]:
    """The lower-case words of ``name``, whatever case it is in: ``HTTPServer`` -> ``("http", "server")``."""
    return tuple(word.lower() for word in _WORD.findall(name))


def snake(name: str) -> str:
    """``DeskConfig`` -> ``desk_config``."""
    return "_".join(words(name))


def kebab(name: str) -> str:
    """``DeskConfig`` -> ``desk-config``."""
    return "-".join(words(name))


def upper(name: str) -> str:
    """``DeskConfig`` -> ``DESK_CONFIG``."""
    return "_".join(words(name)).upper()


def pascal(name: str) -> str:
    """``desk_config`` -> ``DeskConfig``."""
    return "".join(word.capitalize() for word in words(name))


def camel(name: str) -> str:
    """``desk_config`` -> ``deskConfig``."""
    first, *rest = words(name) or ("",)
    return first + "".join(word.capitalize() for word in rest)


def title(name: str) -> str:
    """``desk_config`` -> ``Desk config``."""
    return " ".join(words(name)).capitalize()
