"""Texts that are meant to do harm: each ends in a value or a declared error, within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import Session
from llmspell.output.constants import Limit
from llmspell.output.errors import ParseFailed, TooDeep, TooLarge, Unsafe
from llmspell.output.types import Format
from llmspell_runtime.output import json_repair_step, json_text
from llmspell_runtime.output.faults import NotReadable

SCHEMA = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "brackets": "[" * 100_000,
    "objects": '{"a":' * 50_000,
    "mixed": '[{"a":' * 30_000,
    "quotes": '{"a": "b" c", ' * 9_000,
    "commas": '{"a": ' + "b, " * 40_000,
    "open texts": '["' * 60_000,
    "parentheses": "{(" * 5_000,
    "wide and deep": "[1," * 100 + "1," * 60_000,
    "long number": "[" + "9" * 100_000 + "]",
    "open elements": "<a>" * 40_000,
    "comments": "<!--" * 30_000,
    "ampersands": "<a>" + "&" * 100_000,
    "less than": "<a>" + "<" * 100_000,
    "attributes": "<a " + 'b="' * 40_000,
    "sections": "<![CDATA[" * 14_000,
    "document types": "<!DOCTYPE" * 14_000,
    "entities": f'<!DOCTYPE a [<!ENTITY e0 "x">{ENTITIES}]><a>&e9;</a>',
    "aliases": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)),
    "an alias of itself": "a: &a [*a]",
    "a tag": '!!python/object/apply:os.system ["ls"]',
    "dashes": "- " * 100_000,
    "colons": "a: b: c\n" * 10_000,
    "keys": "a: 1\n" * 20_000,
    "fences": "```\n" * 30_000,
    "stars": "*" * 100_000,
    "markers": ">" * 100_000,
    "pictures": "![](" * 40_000,
    "cells": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|b\n" * 5_000,
    "NUL": "\x00" * 1_000,
    "lines": "\n" * 100_000,
    "spaces": "a:" + " " * 60_000 + "x" + " " * 60_000 + "y",
    "spaces after a fence": "```" + " " * 120_000 + "`",
    "escaped quotes": '{"a": "' + '\\"' * 60_000,
    "escaped apostrophes": "{'a': '" + "\\'" * 60_000,
    "open comments": '{"a": ' + "/* " * 40_000,
    "thoughts": "<think>a\n</think>\n" * 6_000 + "b",
    "thoughts without a beginning": "a\n</think>\n" * 9_000 + "{b",
    "elements on lines": "".join(f"<a{number}>\n" for number in range(12_000)),
    "asides": "[a " * 20_000 + "{a " * 20_000,
    "citations": "[1] " * 30_000 + '{"a": 1}',
    "constants": '{"a": NaN, ' * 10_000,
    "assigned": "```js\n" + "x" * 60_000 + "\nconst " + " " * 60_000 + "\n```",
    "tables": "| a | b |\n|---|---|\n| 1 | 2 |\n\n" * 3_500,
    "underlines": "_" * 1_900 + "\n" + ("_" * 1_900 + "\n") * 60,
    "bars": ("a" + " |" * 900 + "\n") * 60,
}


@pytest.fixture(scope="module")
def output() -> Iterator[Any]:
    with Session() as session:
        yield session.output


@pytest.mark.parametrize("name", HOSTILE)
def test_every_hostile_text_ends(output: Any, name: str) -> None:
    text = HOSTILE[name]
    parse = partial(output.parse, recovery="best_effort")
    functions = [parse, output.detect_format, output.extract_json, output.extract_markdown, output.recover]
    functions += [partial(parse, format=format, schema=SCHEMA) for format in (None, *Format)]
    for function in functions:
        try:
            function(text)
        except BridgeError as error:
            assert error.code.startswith("output."), error


@pytest.mark.parametrize("recovery", ["strict", "lenient", "best_effort"])
@pytest.mark.parametrize(
    ("text", "format"),
    [
        (HOSTILE["entities"], "xml"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "xml"),
        (HOSTILE["aliases"], "yaml"),
        (HOSTILE["an alias of itself"], "yaml"),
        (HOSTILE["a tag"], "yaml"),
    ],
)
def test_what_grows_or_acts_is_refused_by_name(output: Any, text: str, format: str, recovery: str) -> None:
    with pytest.raises(Unsafe):
        output.parse(text, format=format, recovery=recovery)


def test_limits_are_the_declared_ones(output: Any) -> None:
    deepest = "[" * Limit.DEPTH + "]" * Limit.DEPTH
    for format in ("json", "yaml"):
        assert output.parse(deepest, format=format, recovery="strict").value is not None
        with pytest.raises(TooDeep):
            output.parse(f"[{deepest}]", format=format)
    with pytest.raises(TooDeep):
        output.parse("<a>" * 101 + "</a>" * 101, format="xml")
    with pytest.raises(TooDeep):
        output.format([output.parse(deepest).value])
    many = ",".join("1" * Limit.VALUES)
    for format in ("json", "yaml"):
        with pytest.raises(TooLarge):
            output.parse(f"[{many}]", format=format)
    with pytest.raises(TooLarge):
        output.parse("x" * (Limit.TEXT_CHARACTERS + 1), format="plain")
    with pytest.raises(TooLarge):
        output.parse("{" + "x" * Limit.REPAIR_CHARACTERS, format="json")
    with pytest.raises(TooLarge):
        output.extract_markdown("x" * (Limit.MARKDOWN_CHARACTERS + 1))


def test_a_shared_alias_is_a_copy_for_each(output: Any) -> None:
    value = output.parse("a: &x [1]\nb: *x\n", format="yaml").value
    value["a"].append(2)
    assert value == {"a": [1, 2], "b": [1]}


def test_what_the_mender_stumbles_over_is_no_failure_of_ours(output: Any) -> None:
    text = (
        '0]-nullE*/\\`/f{un"a":“"a":7```json\ns3nNaN+#0te7null \t/"["a":(a-a\\u */\\ud800\'0"}4{"```json\n[\\u\n'
        '.{f```\n\t\n)/*```\nf)"}:\nE\\“'
    )
    with pytest.raises(ParseFailed, match="cannot be mended"):
        output.recover(text, format="json")


def test_mending_looks_at_a_text_a_bounded_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_repair_step, "_STEPS", 10)
    with pytest.raises(NotReadable, match="too many mistakes"):
        json_repair_step.repair("{a: b, c: d", 0, json_repair_step.Changes(""))


def test_searching_reads_a_text_a_bounded_number_of_times() -> None:
    class Counting(str):
        reads = 0

    seen = Counting('["a",' * 20_000)
    original = json_text._DECODER.raw_decode
    tries = 0

    class Decoder:
        def raw_decode(self, text: str, at: int) -> Any:
            nonlocal tries
            tries += 1
            return original(text, at)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_text, "_DECODER", Decoder())
        assert list(json_text.find(seen)) == []
    assert tries < 2_000
