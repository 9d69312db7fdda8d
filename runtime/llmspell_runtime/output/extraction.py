"""Values that meet a schema, found in a text in which nothing meets it as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, Final, NamedTuple

from llmspell.output.constants import Limit
from llmspell.output.errors import TooDeep, TooLarge
from llmspell.output.types import Change, MarkdownTable

from llmspell_runtime.extras import needed
from llmspell_runtime.output import json_text
from llmspell_runtime.output.changes import Changes, compare
from llmspell_runtime.output.faults import NotReadable, pointer, shown
from llmspell_runtime.tool.schemas import Checker

_TRIED: Final = 200
"""Values that are held against the schema."""
_WEIGHT: Final = 100_000
"""Characters, as JSON, of all of them together."""
_LINES: Final = 2_000
"""Lines in which fields are looked for."""
_LONGEST_LINE: Final = 2_000
_FIELD: Final = re.compile(
    r"[\s>*_#\-+|]{0,20}[\"'`]?(?P<name>\w[\w .\-]{0,80}?)[\"'`*_\s]{0,10}[:=|][\s*_]{0,10}(?P<value>\S(?:.*[^\s|])?)[\s|]*$"
)
_NUMBER: Final = re.compile(r"(?<![\w.,])[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w]|[.,]\d)")
_WORD: Final = re.compile(r"\W+")


class Candidate(NamedTuple):
    """A value that may be what is looked for, and what to say when it is taken."""

    value: Any
    tell: Callable[[Changes], None]


def extract(text: str, schema: Mapping[str, Any], check: Checker, values: list[Any], changes: Changes) -> Any:
    """The first value that meets ``schema``: of ``values``, of all JSON in ``text``, inside them, or of its lines.

    A value that would meet it after conversion (``"36"`` for 36) is converted. Raises NotReadable.
    """
    found = list(_light(islice(_candidates(text, schema, values), _TRIED)))
    for candidate in found:
        if not check.issues(candidate.value):
            candidate.tell(changes)
            return candidate.value
    for candidate in found:
        fitted = _fitted(candidate.value, schema)
        if fitted is not None and not check.issues(fitted[0]):
            candidate.tell(changes)
            compare(candidate.value, fitted[0], changes)
            return fitted[0]
    raise NotReadable("nothing in it meets the schema")


def _light(candidates: Iterator[Candidate]) -> Iterator[Candidate]:
    """Candidates as long as they are not too much to be tried; the first one always."""
    weight = 0
    for candidate in candidates:
        if weight > _WEIGHT:
            return
        yield candidate
        weight += len(json_text.write(candidate.value, indent=0))


def _candidates(
    text: str, schema: Mapping[str, Any], values: list[tuple[Any, list[Change]]]
) -> Iterator[Candidate]:
    for value, earlier in values:
        yield Candidate(value, _including(earlier))
    matches: list[json_text.Match] = []
    with suppress(TooDeep, TooLarge):  # what is too much is not what is looked for
        matches.extend(json_text.find(text))
    for match in matches:
        yield Candidate(match.value, _taking(text[match.start : match.end], match.start))
    fields = _fields(text, schema)
    if fields is not None:
        yield fields
    yield from _tables(text, schema)
    for value, earlier in [*values, *((match.value, []) for match in matches)]:
        for path, inner in _inside(value):
            yield Candidate(inner, _taking_inside(path, earlier))
    single = _single(text, schema)
    if single is not None:
        yield single


def _taking(words: str, at: int) -> Callable[[Changes], None]:
    return lambda changes: changes.add(f"took {shown(words)}", at)


def _including(earlier: list[Change]) -> Callable[[Changes], None]:
    return lambda changes: changes.include(earlier)


def _taking_inside(path: str, earlier: list[Change]) -> Callable[[Changes], None]:
    def tell(changes: Changes) -> None:
        changes.include(earlier)
        changes.add(f"took what stands at `{path}` of the value")

    return tell


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    """The objects and lists inside a value, the outer ones first."""
    level: list[tuple[str, Any]] = [("", value)]
    while level:
        inner: list[tuple[str, Any]] = []
        for path, item in level:
            pairs = (
                item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
            )
            inner += [(pointer(path, key), each) for key, each in pairs if isinstance(each, dict | list)]
        yield from inner
        level = inner


def _fields(text: str, schema: Mapping[str, Any]) -> Candidate | None:
    """An object of lines such as ``Name: Ada``, whose names are the schema's properties."""
    properties = schema.get("properties")
    if not isinstance(properties, dict) or not properties:
        return None
    names = {_plain(name): name for name in properties}
    found: dict[str, Any] = {}
    told: list[tuple[str, int, str]] = []
    at = 0
    for line in text.split("\n", _LINES)[:_LINES]:
        match = _FIELD.match(line) if len(line) <= _LONGEST_LINE else None
        name = names.get(_plain(match["name"])) if match else None
        if match and name is not None and name not in found:
            words = match["value"].rstrip(",;").strip("*_`").strip().strip("\"'")
            found[name] = _listed(words, properties[name])
            message = f"took {shown(words)} from the line {shown(line.strip())}"
            told.append((message, at + match.start("value"), pointer("", name)))
        at += len(line) + 1
    if not found:
        return None

    def tell(changes: Changes) -> None:
        for message, place, path in told:
            changes.add(message, place, path=path)

    return Candidate(found, tell)


def _tables(text: str, schema: Mapping[str, Any]) -> Iterator[Candidate]:
    """The rows of each Markdown table as objects, where the schema asks for a list of such."""
    items = schema.get("items")
    properties = items.get("properties") if isinstance(items, dict) else None
    if not isinstance(properties, dict) or "|" not in text or len(text) > Limit.MARKDOWN_CHARACTERS:
        return
    from llmspell_runtime.output.markdown_parts import tables

    names = {_plain(name): name for name in properties}
    places = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]
    found: list[MarkdownTable] = []
    with suppress(TooDeep, TooLarge):
        found = tables(text)
    for table in found:
        columns = [names.get(_plain(cell)) for cell in table.header]
        rows = [
            {
                name: _listed(cell.strip("*_` "), properties[name])
                for name, cell in zip(columns, row, strict=False)
                if name and cell
            }
            for row in table.rows
        ]
        if any(rows):
            yield Candidate(rows, _taking(" | ".join(table.header), places[table.line - 1]))


def _plain(name: str) -> str:
    """A name as people and programs may both write it: `birth_date`, `Birth date`, `birthDate`."""
    return _WORD.sub("", name.replace("_", "")).casefold()


def _listed(words: str, schema: Any) -> Any:
    """``Oslo, Bergen`` as a list, where the schema asks for one."""
    if isinstance(schema, dict) and schema.get("type") == "array" and not words.startswith("["):
        return [item.strip() for item in words.split(",") if item.strip()]
    return words


def _single(text: str, schema: Mapping[str, Any]) -> Candidate | None:
    """The only number in a text, or the only one of the words that the schema allows."""
    if schema.get("type") in ("number", "integer"):
        places = list(_NUMBER.finditer(text))
        if len({place[0] for place in places}) == 1:
            return Candidate(_number(places[0][0]), _taking(places[0][0], places[0].start()))
    allowed = schema.get("enum")
    words = [word for word in allowed if isinstance(word, str) and word] if isinstance(allowed, list) else []
    here = [
        (word, place)
        for word in words[:_TRIED]
        if (place := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))
    ]
    if len(here) == 1:
        word, place = here[0]
        return Candidate(word, _taking(place[0], place.start()))
    return None


def _number(digits: str) -> Any:
    number = float(digits)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _fitted(value: Any, schema: Mapping[str, Any]) -> tuple[Any] | None:
    """``value`` converted to what the schema asks for, by json-repair; None when that is not known how."""
    repairer = needed("json_repair.schema_repair", "output").SchemaRepairer(dict(schema), None, "standard")
    try:
        made = repairer.repair_value(json_text.read(json_text.write(value)), dict(schema), "$")
        return (json_text.read(json_text.write(made)),)
    except Exception:  # whatever it stumbles over in a value or a schema of a stranger
        return None
