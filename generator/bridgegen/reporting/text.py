"""Diagnostics as text: the message, the place, the source line and a caret."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bridgegen.diagnostics import Diagnostic
from bridgegen.reporting import shown_path

_WIDEST = 150
_COLOURS = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "dim": "\x1b[2m",
    "bold": "\x1b[1m",
    "end": "\x1b[0m",
}


def as_text(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], project: Path, *, colour: bool = False
) -> str:
    """One paragraph per diagnostic, and a line that counts them; ``colour`` for a terminal."""
    paint = _COLOURS if colour else dict.fromkeys(_COLOURS, "")
    lines = {file: text.splitlines() for file, text in sources.items()}
    paragraphs = [_one(diagnostic, lines, project, paint) for diagnostic in diagnostics]
    if paragraphs:
        paragraphs.append(_count(diagnostics))
    return "\n\n".join(paragraphs)


def _one(
    diagnostic: Diagnostic, lines: Mapping[str, list[str]], project: Path, paint: Mapping[str, str]
) -> str:
    severity = f"{paint[diagnostic.severity]}{diagnostic.severity}[{diagnostic.rule}]{paint['end']}"
    head = f"{severity}{paint['bold']}: {_printable(diagnostic.message)}{paint['end']}"
    position = diagnostic.position
    if position is None:
        return head
    number = str(position.line)
    gutter = " " * len(number)
    place = f"{shown_path(position.file, project)}:{position.line}:{position.column}"
    found = [head, f"{paint['dim']}{gutter}--> {paint['end']}{place}"]
    source = lines.get(position.file, [])
    if 0 < position.line <= len(source):
        text, column = _clipped(source[position.line - 1], position.column)
        found.append(f"{paint['dim']}{number} |{paint['end']} {text}".rstrip())
        caret = " " * (column - 1) + f"{paint[diagnostic.severity]}^{paint['end']}"
        found.append(f"{paint['dim']}{gutter} |{paint['end']} {caret}")
    return "\n".join(found)


def _clipped(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around ``column``, and the column in it; tabs count as one space."""
    line = _printable(line.replace("\t", " "))
    if len(line) <= _WIDEST:
        return line, column
    start = max(0, min(column - 1 - _WIDEST // 2, len(line) - _WIDEST))
    part = line[start : start + _WIDEST]
    return ("…" + part[1:] if start else part), column - start


def _printable(text: str) -> str:
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text
    )


def _count(diagnostics: Sequence[Diagnostic]) -> str:
    errors = sum(diagnostic.severity == "error" for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [
        f"{count} {word}{'s' * (count != 1)}"
        for count, word in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    return f"{' and '.join(parts)}; `bridgegen explain RULE` tells more about a rule"
