"""The rules: a page of Markdown each, named by the rule's id, in this folder.

A page's first line is ``# <title>``; the rest says what breaks the rule and what to do. A rule's category is
the part of its id before the first dash.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    title: str
    page: str

    @property
    def category(self) -> str:
        return self.name.partition("-")[0]


def names() -> list[str]:
    """Every rule's id, sorted."""
    found = (entry.name for entry in files(__package__).iterdir())
    return sorted(name.removesuffix(".md") for name in found if name.endswith(".md"))


def get(name: str) -> Rule | None:
    """The rule called ``name``, or None."""
    if not name.replace("-", "").isalnum():
        return None
    page = files(__package__) / f"{name}.md"
    if not page.is_file():
        return None
    text = page.read_text(encoding="utf-8")
    return Rule(name, text.partition("\n")[0].removeprefix("# "), text)


def every() -> list[Rule]:
    return [rule for name in names() if (rule := get(name))]
