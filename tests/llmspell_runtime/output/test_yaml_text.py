"""YAML 1.2 as JSON values: the core schema, and what is refused with its place."""

from __future__ import annotations

from typing import Any

import pytest
from llmspell_runtime.yaml_text import InvalidYaml, TooManyValues, UnsafeYaml, read_yaml, write_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on: no\nyes: off", {"on": "no", "yes": "off"}),
        ("[0o17, 0x1F, 017, 1_000, +1, -0]", [15, 31, 17, "1_000", 1, 0]),
        ("[1., .5, 1e3, 1.5E-2, 2026-11-21, 12:30]", [1.0, 0.5, 1000.0, 0.015, "2026-11-21", "12:30"]),
        ("[~, null, Null, True, FALSE, tRue]", [None, None, None, True, False, "tRue"]),
        ("1: one\ntrue: two\n", {"1": "one", "true": "two"}),
        ("!!str 1", "1"),
        ("!!int '7'", 7),
        ("'1'", "1"),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("<<: {a: 1}", {"<<": {"a": 1}}),
        ("", None),
        ("---\na: 1\n...\n", {"a": 1}),
        ("a: &x {b: 1}\nc: *x", {"a": {"b": 1}, "c": {"b": 1}}),
    ],
)
def test_the_core_schema(text: str, value: Any) -> None:
    assert read_yaml(text) == value


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("a: 1\na: 2", "the key 'a' is given twice", 2, 1),
        ("a: 1\n---\nb: 2", "a second document begins", 2, 1),
        ("? [a]\n: 1", "a key must be text", 1, 5),
        ("a: *x", "there is no anchor &x", 1, 4),
        ("a: .nan", "not a number that JSON has", 1, 4),
        ("a: 99999999999999999999", "64 bits", 1, 4),
        ("a: 'x", "unexpected end of stream", 1, 4),
        ("a:\n\t- b", "cannot start any token", 2, 1),
        ("a: \x07", "U\\+0007", 1, 4),
        ("!!int x", "is not of the type int", 1, 1),
    ],
)
def test_what_is_refused_and_where(text: str, reason: str, line: int, column: int) -> None:
    with pytest.raises(InvalidYaml, match=reason) as error:
        read_yaml(text)
    assert (error.value.line, error.value.column) == (line, column)


def test_tags_and_growth_are_unsafe() -> None:
    for text in ("!!python/name:os.system x", "!x {a: 1}", "!!binary eA==", "a: &a [*a]"):
        with pytest.raises(UnsafeYaml):
            read_yaml(text)
    with pytest.raises(UnsafeYaml, match="aliases repeat"):
        read_yaml("a: &a [1,2,3]\nb: [*a, *a, *a]", max_values=12)
    with pytest.raises(TooManyValues):
        read_yaml("[1, 2, 3]", max_values=3)
    with pytest.raises(InvalidYaml, match="levels deep"):
        read_yaml("a: &a [[1]]\nb: [[*a]]", max_depth=4)


def test_writing_is_for_people() -> None:
    text = write_yaml({"name": "Ada", "note": "one\ntwo", "when": "2026-11-21", "no": "no", "list": []})
    assert text == "name: Ada\nnote: |-\n  one\n  two\nwhen: '2026-11-21'\n'no': 'no'\nlist: []\n"
