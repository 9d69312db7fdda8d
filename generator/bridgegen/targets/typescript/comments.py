"""TSDoc comments."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bridgegen.model import MISSING, Doc, Error, Event, Function, Interface, Json
from bridgegen.targets.typescript import names


def inside(text: str) -> str:
    """``text`` so that it cannot end the comment it stands in."""
    return text.strip().replace("*/", "*\\/")


def comment(paragraphs: Iterable[str], indent: int = 0) -> str:
    """A comment of these paragraphs, ending in a newline; nothing when there are none."""
    text = inside("\n\n".join(part.strip() for part in paragraphs if part.strip()))
    if not text:
        return ""
    margin = " " * indent
    if "\n" not in text and len(text) + indent <= 104:
        return f"{margin}/** {text} */\n"
    lines = "".join(f"{margin} * {line}".rstrip() + "\n" for line in text.split("\n"))
    return f"{margin}/**\n{lines}{margin} */\n"


def _about(doc: Doc) -> list[str]:
    return [doc.summary, doc.description]


def _standing(doc: Doc) -> list[str]:
    """What a reader must know before relying on it."""
    tags = []
    if doc.since:
        tags.append(f"@since {doc.since}")
    if doc.stability != "stable":
        tags.append("@experimental" if doc.stability == "experimental" else "@beta")
    if doc.deprecated:
        tags.append(f"@deprecated {doc.deprecated}")
    return ["\n".join(tags)]


def of(doc: Doc, indent: int = 0, more: Sequence[str] = ()) -> str:
    """The comment of anything that is described."""
    return comment([*_about(doc), *more, *_standing(doc)], indent)


def of_member(doc: Doc, default: Json, indent: int) -> str:
    """The comment of a field or of an option by name."""
    absent = "" if default is MISSING else f"{_shown(default)} when left out."
    text = " ".join(part for part in (doc.summary, doc.description) if part)
    return comment([" ".join(part for part in (text, absent) if part), *_standing(doc)], indent)


def _shown(value: Json) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, ensure_ascii=False)


def of_function(found: Function, interface: Interface, parameters: Sequence[tuple[str, str]]) -> str:
    """The comment of a method: what it does, takes, gives, needs and fails with."""
    tags = [f"@param {name} - {_one_line(text)}" for name, text in parameters]
    if found.streams is not None:
        tags.append("@returns The items as they come, for `for await`.")
    tags += [f"@throws {_thrown(interface.error(code), interface)}" for code in found.errors]
    needs = " and ".join(f"`{permission}`" for permission in found.permissions)
    emits = ", ".join(f"`{event}`" for event in found.emits)
    facts = [f"Needs {needs}."] if needs else []
    facts += [f"Emits {emits}."] if emits else []
    tags += filter(None, _standing(found.doc))
    return comment([*_about(found.doc), " ".join(facts), "\n".join(tags)], indent=2)


def _thrown(error: Error, interface: Interface) -> str:
    return f"{names.error_class(interface)} `{error.code}`: {_one_line(error.doc.summary)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def of_event(event: Event, indent: int) -> str:
    return comment([*_about(event.doc), event.when, *_standing(event.doc)], indent)
