"""The imports of one generated module: collected while it is planned, written sorted as linters want them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

_DIGITS = re.compile(r"(\d+)")


class Imports:
    """Names by the module they come from.

    Paths of the generated package itself begin with a dot and come last; ``typing_only`` names go into an
    ``if TYPE_CHECKING`` block, so that importing the module stays cheap.
    """

    def __init__(self) -> None:
        self._names: dict[str, set[str]] = {}
        self._modules: set[str] = set()
        self._typing_only: dict[str, set[str]] = {}
        self._owners: dict[str, str] = {}

    def distinct(self, module: str, name: str) -> str:
        """Import ``name`` as ``name`` does, or, when another module's name has come under it, ``module`` itself.

        Gives back what to write for it.
        """
        if self._owners.setdefault(name, module) == module:
            return self.name(module, name)
        return f"{self.module(module)}.{name}"

    def name(self, module: str, name: str, *, typing_only: bool = False) -> str:
        """Import ``name`` from ``module``; gives back the name, for use in an expression."""
        (self._typing_only if typing_only else self._names).setdefault(module, set()).add(name)
        return name

    def module(self, module: str) -> str:
        """Import ``module`` itself."""
        self._modules.add(module)
        return module

    def lines(self) -> str:
        """The import statements, sorted and in sections, without the ``__future__`` one."""
        typing_only = {
            module: names - self._names.get(module, set()) for module, names in self._typing_only.items()
        }
        typing_only = {module: names for module, names in typing_only.items() if names}
        if typing_only:
            self.name("typing", "TYPE_CHECKING")
        text = _sections(self._modules, self._names)
        if typing_only:
            block = _sections((), typing_only)
            indented = "\n".join(f"    {line}" if line else "" for line in block.split("\n"))
            text += f"\n\nif TYPE_CHECKING:\n{indented}"
        return text


def _sections(modules: Iterable[str], names: dict[str, set[str]]) -> str:
    sections: dict[int, list[str]] = {}
    for module in sorted(modules):
        sections.setdefault(_section(module), []).append(f"import {module}")
    for module in sorted(names, key=_module_order):
        listed = ", ".join(sorted(names[module], key=_name_order))
        sections.setdefault(_section(module), []).append(f"from {module} import {listed}")
    return "\n\n".join("\n".join(sections[number]) for number in sorted(sections))


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def _module_order(module: str) -> tuple[int, str]:
    dots = len(module) - len(module.lstrip("."))
    return (-dots, module)


def _name_order(name: str) -> tuple[int, list[tuple[int, int | str]], str]:
    """Constants, classes, then the rest; each alphabetically, ``Item2`` before ``Item10``."""
    bare = name.strip("_")
    kind = 0 if len(bare) > 1 and bare.isupper() else 1 if bare[:1].isupper() else 2
    natural: list[tuple[int, int | str]] = [
        (0, int(part)) if part.isdigit() else (1, part) for part in _DIGITS.split(name.lower()) if part
    ]
    return (kind, natural, name)
