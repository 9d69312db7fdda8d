"""Takes keys out of a table by kind, and reports what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bridgegen import targets
from bridgegen.diagnostics import Report
from bridgegen.model import Doc, Position
from bridgegen.suggest import elsewhere, suggestion
from bridgegen.tree import Items, Leaf, Node, Table, plain

DOC_KEYS = frozenset({"summary", "description", "since", "deprecated", "stability", "rename"})

CASES = {
    "snake_case": re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*"),
    "PascalCase": re.compile(r"[A-Z][A-Za-z0-9]*"),
    "UPPER_CASE": re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*"),
}

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, those that turn the direction of writing, and two that end a line in some languages only."""


def _article(what: str) -> str:
    return f"an {what}" if what[0] in "aeio" else f"a {what}"


def kind_of(node: Node) -> str:
    """What a node is, in the words of a diagnostic."""
    if isinstance(node, Table):
        return "a mapping"
    if isinstance(node, Items):
        return "a list"
    match node.value:
        case None:
            return "nothing"
        case bool():
            return f"the boolean {str(node.value).lower()}"
        case int() | float():
            return f"the number {node.value}"
        case _:
            return f"the text {node.value!r}"


_TOP_LEVEL = frozenset({"types", "constants", "errors", "callbacks", "resources", "functions", "events"})


class Reader:
    """One table being lowered; ``what`` says what it is, as in "function desk.run"."""

    def __init__(self, table: Table, what: str, report: Report) -> None:
        self.table, self.what, self.report = table, what, report

    @property
    def position(self) -> Position:
        return self.table.position

    def __contains__(self, key: str) -> bool:
        return key in self.table.entries

    def error(self, rule: str, message: str, position: Position | None = None) -> None:
        self.report.error(rule, message, position or self.table.position)

    def only(self, allowed: Iterable[str]) -> None:
        """Reports every key that is not ``allowed``."""
        allowed = sorted(allowed)
        for key in self.table.entries:
            if key in allowed:
                continue
            if " " in key and plain(self.table.entries[key]) is None:
                message = (
                    f"a comma ends a value inside braces, so {key!r} reads as a key; quote the text before it"
                )
                self.error("key-comma", message, self.table.at(key))
            else:
                hint = elsewhere(key) or suggestion(key, allowed) or f"; known keys are {', '.join(allowed)}"
                self.error("key-unknown", f"{self.what} has no key {key!r}{hint}", self.table.at(key))

    def require(self, *keys: str) -> bool:
        """Reports every one of ``keys`` that is missing; says whether all are there."""
        missing = [key for key in keys if key not in self.table.entries]
        for key in missing:
            self.error("key-missing", f"{self.what} needs the key {key!r}")
        return not missing

    def _wrong(self, key: str, expected: str, node: Node) -> None:
        number = isinstance(node, Leaf) and isinstance(node.value, (int, float, bool))
        way_out = "; quote it" if expected == "text" and number else ""
        message = f"{key!r} of {self.what} must be {expected}, not {kind_of(node)}{way_out}"
        self.error("value-kind", message, node.position)

    def scalar(self, key: str, kind: type | tuple[type, ...], expected: str) -> Any:
        """The value of ``key`` when it is a scalar of ``kind``, else None; other kinds are reported."""
        node = self.table.get(key)
        if node is None:
            return None
        if (
            isinstance(node, Leaf)
            and isinstance(node.value, kind)
            and (kind is bool or not isinstance(node.value, bool))
        ):
            return node.value
        self._wrong(key, expected, node)
        return None

    def text(self, key: str, default: str = "") -> str:
        value = self.scalar(key, str, "text")
        return default if value is None else value

    def flag(self, key: str) -> bool:
        return bool(self.scalar(key, bool, "true or false"))

    def integer(self, key: str, default: int) -> int:
        value = self.scalar(key, int, "a whole number")
        return default if value is None else value

    def choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        """The value of ``key``, which must be one of ``choices``."""
        value = self.text(key, default)
        if value not in choices:
            message = (
                f"{key!r} of {self.what} must be one of {', '.join(filter(None, choices))}, not {value!r}"
            )
            self.error("value-choice", message, self.table.entries[key].position)
            return default
        return value

    def mapping(self, key: str) -> Table | None:
        node = self.table.get(key)
        if node is None or isinstance(node, Table):
            return node
        self._wrong(key, "a mapping", node)
        return None

    def sequence(self, key: str) -> Items | None:
        node = self.table.get(key)
        if node is None or isinstance(node, Items):
            return node
        self._wrong(key, "a list", node)
        return None

    def texts(self, key: str) -> list[tuple[str, Position]]:
        """The list of texts under ``key``, each with its place."""
        found = []
        for item in self.sequence(key) or ():
            if isinstance(item, Leaf) and isinstance(item.value, str):
                found.append((item.value, item.position))
            else:
                message = f"{key!r} of {self.what} lists texts, not {kind_of(item)}"
                self.error("value-kind", message, item.position)
        return found

    def entries(self, key: str, case: str, what: str) -> Iterator[tuple[str, Position, Reader]]:
        """The mappings below ``key``: their names (checked for ``case``), places and readers."""
        table = self.mapping(key)
        if table is None:
            return
        of = "" if key in _TOP_LEVEL else f" of {self.what}"
        for name, node in table.entries.items():
            where = table.at(name)
            label = f"{what} {name!r}{of}" if of else f"{what} {name}"
            self.case(name, case, f"{what}{of}", where)
            if isinstance(node, Table):
                yield name, where, Reader(node, label, self.report)
            else:
                self.error("value-kind", f"{label} must be a mapping, not {kind_of(node)}", node.position)

    def case(self, name: str, case: str, what: str, position: Position) -> None:
        """Reports a name that is not in ``case``."""
        if not CASES[case].fullmatch(name):
            self.error("name-case", f"{name!r} is no name of {_article(what)}: it must be {case}", position)

    def json(self, key: str) -> Any:
        """The plain JSON value of ``key``; None when it is absent."""
        node = self.table.get(key)
        return None if node is None else plain(node)

    def doc(self, summary_required: bool = False) -> Doc:
        """What the table says about itself."""
        summary = self.text("summary").strip()
        if summary_required and not summary and not isinstance(self.table.get("summary"), (Items, Table)):
            self.error(
                "summary-missing", f"{self.what} needs a summary: one line that says what it is or does"
            )
        for key in ("summary", "description", "deprecated", "when"):
            self._check_visible(key)
        return Doc(
            summary=summary,
            description=self.text("description").strip(),
            since=self.text("since"),
            deprecated=self.text("deprecated").strip(),
            stability=self.choice("stability", ("experimental", "beta", "stable"), "stable"),  # type: ignore[arg-type]
            rename=self._rename(),
        )

    def _rename(self) -> dict[str, str]:
        rename = self.mapping("rename")
        names = {}
        for target, node in rename.entries.items() if rename else ():
            if not isinstance(node, Leaf) or not isinstance(node.value, str):
                message = f"'rename' of {self.what} maps targets to names, not to {kind_of(node)}"
                self.error("value-kind", message, node.position)
            elif target not in targets.known():
                self.error("target-unknown", targets.unknown(target), rename.at(target))  # type: ignore[union-attr]
            elif not _IDENTIFIER.fullmatch(node.value):
                message = f"'rename' of {self.what} gives {node.value!r}, which is no name: write letters, digits and _"
                self.error("name-rename", message, node.position)
            else:
                names[target] = node.value
        return names

    def _check_visible(self, key: str) -> None:
        """Reports what a reader of the generated text would not see, or would see something else for."""
        node = self.table.get(key)
        found = _UNSEEN.search(node.value) if isinstance(node, Leaf) and isinstance(node.value, str) else None
        if node and found:
            message = f"{key!r} of {self.what} holds U+{ord(found[0]):04X}, which no reader sees; remove it"
            self.error("text-unseen", message, node.position)
