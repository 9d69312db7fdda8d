"""Docstrings of the generated code: Google style, so that ``help()`` and editors show them well."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

from bridgegen.model import Doc, HandleOf, Interface, ListOf, Nullable, Ref, TypeExpr

_WIDTH = 100
_MARKUP = re.compile(r"\s|[-*+>|#`]|\d+\.")
"""How a line begins that is not plain text."""


def text(doc: Doc) -> str:
    """What a construct says about itself: summary, description, since when, and what to use instead."""
    return "\n\n".join(paragraphs(doc))


def paragraphs(doc: Doc) -> list[str]:
    """The same, part by part; long lines are wrapped."""
    found = [_wrapped(part) for part in (doc.summary.strip(), doc.description.strip()) if part]
    if doc.since:
        found.append(f"Since {doc.since}.")
    if doc.stability != "stable":
        found.append(f"Stability: {doc.stability}.")
    if doc.deprecated:
        found.append(f"Deprecated: {doc.deprecated}")
    return found


def _wrapped(text: str) -> str:
    """``text`` with its long paragraphs wrapped; lists, code and short lines are left as they were written."""
    if all(len(line) <= _WIDTH for line in text.split("\n")):
        return text
    return "\n\n".join(map(_filled, text.split("\n\n")))


def _filled(paragraph: str) -> str:
    lines = paragraph.split("\n")
    if all(len(line) <= _WIDTH for line in lines) or any(_MARKUP.match(line) for line in lines):
        return paragraph
    return textwrap.fill(" ".join(lines), _WIDTH, break_long_words=False, break_on_hyphens=False)


def section(title: str, entries: Iterable[tuple[str, str]]) -> list[str]:
    """``Args:`` and its like: one entry a line, longer texts hanging below; nothing without entries."""
    lines = []
    for name, described in entries:
        first, *rest = described.split("\n") if described else ("",)
        lines.append(f"    {name}: {first}" if first else f"    {name}")
        lines.extend(f"        {line}" if line.strip() else "" for line in rest)
    return ["\n".join([f"{title}:", *lines])] if lines else []


def literal(parts: Sequence[str], indent: int) -> str:
    """A docstring of ``parts`` with blank lines between, without the indentation of its first line.

    It holds exactly the given text: backslashes and quotes are escaped where they must be.
    """
    content = "\n\n".join(part for part in parts if part).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if content.endswith('"'):
        content = content[:-1] + '\\"'
    lines = content.split("\n")
    if len(lines) == 1:
        return f'"""{content}"""'
    margin = " " * indent
    rest = "\n".join(f"{margin}{line}" if line.strip() else "" for line in lines[1:])
    return f'"""{lines[0]}\n{rest}\n{margin}"""'


def result(interface: Interface, expr: TypeExpr) -> str:
    """What is said of a result: the summary of the type it names."""
    match expr:
        case Ref():
            return interface.type(expr.name).doc.summary
        case HandleOf():
            return interface.resource(expr.resource).doc.summary
        case Nullable():
            inner = result(interface, expr.inner)
            return f"{inner} None when there is none." if inner else ""
        case ListOf():
            inner = result(interface, expr.item)
            return f"A list. Each: {inner}" if inner else ""
    return ""


def quoted(value: str) -> str:
    """A string literal, with double quotes where the formatter would use them."""
    plain = repr(value)
    if plain.startswith("'") and '"' not in value:
        return f'"{plain[1:-1]}"'
    return plain
