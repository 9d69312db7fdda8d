"""Formats: text to value to text, each with its mapping; and which format a text has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from llmspell import Session
from llmspell.output.errors import NotRepresentable
from llmspell.output.types import Format

XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12
)
NAME = st.from_regex(r"[A-Za-z_é][A-Za-z0-9_.é-]{0,4}", fullmatch=True)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from(
        ["no", "0o17", "1e3", "~", "<<", "=", "a: b", "- x", " x", "x\n", "\tx\ny", "\x85", "1_000"]
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def output() -> Iterator[Any]:
    with Session() as session:
        yield session.output


def there_and_back(output: Any, value: Any, format: Format, **options: Any) -> Any:
    text = output.format(value, format, **options)
    return output.parse(text, format=format, recovery="strict").value


@settings(max_examples=300, deadline=None)
@given(VALUES, st.integers(0, 4), st.booleans(), st.sampled_from([Format.JSON, Format.YAML]))
def test_json_and_yaml_come_back(output: Any, value: Any, indent: int, sort: bool, format: Format) -> None:
    assert there_and_back(output, value, format, indent=indent, sort_keys=sort) == value


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> Any:
    """What reading an element can give: text, or attributes with text, with children, or with both in their order."""
    kind = draw(st.sampled_from(["text", "beside", "children", "mixed"])) if depth else "text"
    if kind == "text":
        return draw(XML_TEXT)
    inner = elements(depth - 1)
    made: dict[str, Any] = {f"@{name}": draw(XML_TEXT) for name in draw(st.lists(NAME, max_size=2))}
    if kind == "beside":
        made = {"@id": draw(XML_TEXT), "#text": draw(XML_TEXT.filter(bool))}
    elif kind == "children":
        for name in draw(st.lists(NAME, min_size=1, max_size=3)):
            made[name] = draw(st.one_of(inner, st.lists(inner, min_size=2, max_size=3)))
    else:
        pieces = [{draw(NAME): draw(inner)}]
        for _ in range(draw(st.integers(1, 3))):  # no two texts stand beside each other
            pieces += [draw(XML_TEXT.filter(str.strip)), {draw(NAME): draw(inner)}]
        made["#content"] = pieces
    return made


ELEMENT = elements()


@settings(max_examples=300, deadline=None)
@given(NAME, ELEMENT)
def test_xml_comes_back(output: Any, name: str, element: Any) -> None:
    value = {name: element}
    assert there_and_back(output, value, Format.XML) == value
    schema = output.get_schema("xml")
    assert output.validate_format(output.format(value, "xml"), "xml", schema).valid


@settings(max_examples=100, deadline=None)
@given(NAME, ELEMENT)
def test_indented_xml_says_the_same(output: Any, name: str, element: Any) -> None:
    assert there_and_back(output, {name: element}, Format.XML, indent=2) == {name: element}


MARKDOWN = (
    "# ,## ,a,b c,\n,\n\n,- ,* ,+,1. ,2) ,10. ,> ,```\n,```py\n,~~~,    ,  ,\t,`,---\n,===\n,***,<div>,</div>,<!-- ,-->"
    ",[x]: /u\n,[a](b),\\,#,_,x\n,| a | b |\n| - | :-: |\n,| x |,|"
)
MARKDOWN_PIECES = st.sampled_from(MARKDOWN.split(","))


@settings(max_examples=300, deadline=None)
@given(st.lists(MARKDOWN_PIECES, max_size=14).map("".join))
def test_markdown_comes_back(output: Any, text: str) -> None:
    blocks = output.parse(text, format="markdown").value
    assert output.validate_format(text, "markdown", output.get_schema("markdown")).valid
    try:
        written = output.format(blocks, "markdown")
    except NotRepresentable:
        # a fence's language that begins with its mark, a heading over a table, HTML in a margin
        assume(False)
    assert output.parse(written, format="markdown").value == blocks


BLOCKS = st.recursive(
    st.one_of(
        st.builds(
            lambda text: {"type": "paragraph", "text": text},
            st.sampled_from(["one", "two\nlines", "*x* `y`"]),
        ),
        st.builds(
            lambda level, text: {"type": "heading", "level": level, "text": text},
            st.integers(1, 6),
            st.sampled_from(["Title", "A #", ""]),
        ),
        st.builds(
            lambda language, text: {"type": "code", "language": language, "text": text},
            st.sampled_from(["", "python", "a b"]),
            st.sampled_from(["", "x", "```", "a\n\n  b", "# no\n- list", "\n"]),
        ),
        st.just({"type": "rule"}),
        st.just({"type": "html", "text": "<div>\n<b>x</b>\n</div>"}),
        st.builds(
            lambda rows: {"type": "table", "header": ["a", "b|c"], "align": ["left", ""], "rows": rows},
            st.lists(st.just(["1", "x | `y`"]), max_size=2),
        ),
    ),
    lambda inner: st.one_of(
        st.builds(lambda blocks: {"type": "quote", "blocks": blocks}, st.lists(inner, max_size=3)),
        st.builds(
            lambda ordered, items: {"type": "list", "ordered": ordered, "items": items},
            st.booleans(),
            st.lists(st.lists(inner, max_size=3), min_size=1, max_size=3),
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(BLOCKS, max_size=4))
def test_blocks_come_back(output: Any, blocks: list[Any]) -> None:
    assert there_and_back(output, blocks, Format.MARKDOWN) == blocks


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_plain_text_is_itself(output: Any, text: str) -> None:
    assert there_and_back(output, text, Format.PLAIN) == text


@pytest.mark.parametrize(
    ("value", "format", "path"),
    [
        ({"a": {"b c": "x"}}, Format.XML, "/a/b c"),
        ({"a": {"@x": ["y"]}}, Format.XML, "/a/@x"),
        ({"a": "\x01"}, Format.XML, "/a"),
        ({"a": ["x", "y"]}, Format.XML, "/a"),
        ({"a": {"#text": "x", "b": "y"}}, Format.XML, "/a"),
        ({"a": {"#content": ["x", 1, []]}}, Format.XML, "/a/#content/2"),
        ({"a": 1, "b": 2}, Format.XML, ""),
        ({"type": "paragraph"}, Format.MARKDOWN, ""),
        ([{"type": "paragraph", "text": "# no"}], Format.MARKDOWN, "/0"),
        ([{"type": "list", "ordered": True, "items": [[{"type": "x"}]]}], Format.MARKDOWN, "/0/items/0/0"),
        ([{"type": "heading", "level": 7, "text": "x"}], Format.MARKDOWN, "/0/level"),
        ([{"type": "heading", "level": 3, "text": "two\nlines"}], Format.MARKDOWN, "/0"),
        ([{"type": "table", "header": ["a"], "rows": [["1", "2"]]}], Format.MARKDOWN, "/0"),
        (7, Format.PLAIN, ""),
    ],
)
def test_what_a_format_cannot_hold_is_named(output: Any, value: Any, format: Format, path: str) -> None:
    with pytest.raises(NotRepresentable) as error:
        output.format(value, format)
    assert error.value.path == path


def test_whole_numbers_read_the_same_in_every_language(output: Any) -> None:
    assert output.format([15.0, 1e300, -0.5], "json", indent=0) == "[15, 1e+300, -0.5]"


@pytest.mark.parametrize(
    ("text", "format", "at_least"),
    [
        ('[{"a": 1}]', "json", 1),
        ("{'a': 1", "json", 0.7),
        ('Sure: {"a": 1}', "json", 0.5),
        ("42", "json", 0.5),
        ("<?xml version='1.0'?><a/>", "xml", 1),
        ("<a><b></a>", "xml", 0.6),
        ("a: 1\nb:\n  - x\n", "yaml", 0.9),
        ("- a: 1\n  b: 2\n- a: 3\n", "yaml", 0.9),
        ("# Title\n\nSome *text* and a [link](x).\n\n- one\n- two\n", "markdown", 0.9),
        ("Look:\n\n```yaml\na: 1\n```\n", "yaml", 0.8),
        ("Look:\n\n```python\nprint(1)\n```\n", "markdown", 0.6),
        ("Dear Ada,\nit is fine.\n", "plain", 0.9),
        ("Note: it rains", "plain", 0.5),
        ("", "plain", 1),
    ],
)
def test_a_format_is_recognized(output: Any, text: str, format: str, at_least: float) -> None:
    found = output.detect_format(text)
    assert (found.format, found.confidence >= at_least) == (format, True), found
    assert found.candidates[0].format == found.format
    assert [each.confidence for each in found.candidates] == sorted(
        (each.confidence for each in found.candidates), reverse=True
    )


def test_validation_says_where(output: Any) -> None:
    for text, format, line in [
        ('{"a":\n1,}', "json", 2),
        ("<a>\n<b></a>", "xml", 2),
        ("a: 1\n b: 2", "yaml", 2),
    ]:
        issues = output.validate_format(text, format).issues
        assert [issue.line for issue in issues] == [line], (text, issues)
    assert output.validate_format("anything", "plain").valid


@given(
    st.lists(
        st.tuples(
            VALUES.filter(lambda v: isinstance(v, dict | list)), st.sampled_from([" ", " and ", "\n", "é: "])
        )
    )
)
@settings(max_examples=100, deadline=None)
def test_every_json_value_is_found_at_its_place(output: Any, parts: list[tuple[Any, str]]) -> None:
    text = "Words. " + "".join(json.dumps(value, ensure_ascii=False) + between for value, between in parts)
    found = output.extract_json(text)
    assert [match.value for match in found] == [value for value, _ in parts]
    for match in found:
        assert text[match.start : match.end] == match.text
        assert json.loads(match.text) == match.value
        line = text.split("\n")[match.line - 1]
        assert line[match.column - 1] == match.text[0]


def test_the_parts_of_markdown(output: Any) -> None:
    text = (
        "Intro\n\n# One\n\n> - not mine\n\n* a\n  b\n\n  - c\n* d\n\nSub\n---\n\n![pic](p.png) and [it *is*](u)\n\n"
        "## Two\n\n```sh\nls\n"
    )
    parts = output.extract_markdown(text)
    assert [(s.title, s.level, s.path, s.line) for s in parts.sections] == [
        ("", 0, [], 1),
        ("One", 1, ["One"], 3),
        ("Sub", 2, ["One", "Sub"], 13),
        ("Two", 2, ["One", "Two"], 18),
    ]
    assert [(each.items, each.line) for each in parts.lists] == [(["a\nb\n\n- c", "d"], 7)]
    assert [(link.text, link.url, link.image) for link in parts.links] == [
        ("pic", "p.png", True),
        ("it is", "u", False),
    ]
    assert [(code.language, code.text, code.closed) for code in parts.code_blocks] == [("sh", "ls", False)]


def test_recovered_markdown_ends_its_code(output: Any) -> None:
    found = output.recover("# A\n\n~~~~sh\nls", format="markdown")
    assert found.text == "# A\n\n~~~~sh\nls\n~~~~\n"
    assert output.extract_markdown(found.text).code_blocks[0].closed


@pytest.mark.parametrize("format", list(Format))
def test_instructions_name_what_is_wanted(output: Any, format: Format) -> None:
    plain = output.get_instructions(format)
    assert output.get_instructions(format, {"type": "string"}).startswith(plain)
