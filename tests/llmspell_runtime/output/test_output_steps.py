"""Parsing in steps: what each step makes of what models write, and what it says that it did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bridge_runtime.values import canonical_json
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell import Session
from llmspell.output.errors import ParseFailed, SchemaMismatch
from llmspell.output.types import Change, Format, Recovery, Step
from llmspell.shared.errors import InvalidSchema

from tests.strategies.arguments import anything

PERSON = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "age": {"type": "integer"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["name", "age"],
}
STEPS = {
    Recovery.STRICT: [Step.STRICT],
    Recovery.LENIENT: [Step.STRICT, Step.FENCED, Step.REPAIR],
    Recovery.BEST_EFFORT: [Step.STRICT, Step.FENCED, Step.REPAIR, Step.EXTRACTION],
}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def told(changes: list[Change]) -> list[str]:
    return [change.message for change in changes]


@pytest.mark.parametrize(
    ("text", "value", "changes"),
    [
        ('{"a": 1,}', {"a": 1}, ["removed `,`"]),
        (
            "{'a': True, 'b': None}",
            {"a": True, "b": None},
            ["`'a'` became `\"a\"`", "`True` became `true`", "`'b'` became `\"b\"`", "`None` became `null`"],
        ),
        ('{"a": [1, {"b": 2', {"a": [1, {"b": 2}]}, ["added `}` `]` `}`"]),
        ('{"a": 1 "b": 2}', {"a": 1, "b": 2}, ["added `,`"]),
        ('{"a": 1, // why\n"b": 2}', {"a": 1, "b": 2}, ["removed `// why`"]),
        ('{"a": 1, "a": 2}', {"a": 2}, ['removed `1, "a":`']),
        ("{a: 1}", {"a": 1}, ['`a` became `"a"`']),
        (
            '{"a": "he said "hi" to me"}',
            {"a": 'he said "hi" to me'},
            ['`"he said "hi" to me"` became `"he said \\"hi\\" to me"`'],
        ),
        ('{"a": "x\ny"}', {"a": "x\ny"}, ['`"x⏎y"` became `"x\\ny"`']),
        ('{"a": NaN}', {"a": None}, ["`NaN` became `null`"]),
        ('{"a": [-Infinity, undefined]}', {"a": ["-Infinity", None]}, None),
        ('{"id": 12345678901234567890}', {"id": "12345678901234567890"}, None),
        ('{"a": 1}\n{"a": 2}\n', [{"a": 1}, {"a": 2}], ["put 2 values into a list"]),
        ('Sure! {"a": 1.0,} Bye.', {"a": 1}, ["left out `Sure!`", "removed `,`", "removed `Bye.`"]),
        ('Sure: {"a": 1}. Bye.', {"a": 1}, ["left out `Sure:`", "left out `. Bye.`"]),
    ],
)
def test_json_is_mended_and_every_change_told(
    session: Session, text: str, value: Any, changes: list[str] | None
) -> None:
    parsed = session.output.parse(text, format="json")
    assert (parsed.value, parsed.step) == (value, Step.REPAIR)
    if changes is not None:
        assert told(parsed.changes) == changes


@pytest.mark.parametrize(
    ("text", "value", "message"),
    [
        ("a: b: c\nd: 1", {"a": "b: c", "d": 1}, '`a: b: c` became `a: "b: c"`'),
        ("a:\n\t- x\n\t- y", {"a": ["x", "y"]}, "a tab became two spaces"),
        ("to: @home", {"to": "@home"}, '`to: @home` became `to: "@home"`'),
        ('a: "x\nb: 2', {"a": "x", "b": 2}, '`a: "x` became `a: "x"`'),
        ("a: 1\na: 2", {"a": 2}, "left out `a: 1`, whose key is given again"),
        ("a: [1, {b: 2", {"a": [1, {"b": 2}]}, "added `}]`"),
        ("Of course!\na: 1\nb: 2", {"a": 1, "b": 2}, "left out `Of course!`"),
    ],
)
def test_yaml_is_mended(session: Session, text: str, value: Any, message: str) -> None:
    parsed = session.output.parse(text, format="yaml")
    assert (parsed.value, parsed.step) == (value, Step.REPAIR)
    assert message in told(parsed.changes)


@pytest.mark.parametrize(
    ("text", "value", "message"),
    [
        ("<a>1 & 2</a>", {"a": "1 & 2"}, "`&` became `&amp;`"),
        ("<a><b>x</a>", {"a": {"b": "x"}}, "added `</b>`"),
        ("<a>x</b></a>", {"a": "x"}, "removed `</b>`, which ends nothing"),
        ("<a>1 < 2</a>", {"a": "1 < 2"}, "`<` became `&lt;`"),
        ("<a b=c/>", {"a": {"@b": "c"}}, '`b=c` became `b="c"`'),
        ("<a b='1' b='2'/>", {"a": {"@b": "1"}}, "left out `b='2'`, an attribute given twice"),
        ("<a>&nbsp;&eacute;</a>", {"a": "\xa0é"}, "`&eacute;` became `é`"),
        ("<t>hm</t><a>4</a>", {"root": {"t": "hm", "a": "4"}}, "put 2 elements into one, `<root>`"),
        ("Yes: <a>4</a>", {"a": "4"}, "left out `Yes:` outside of the elements"),
        ("<a>x<!-- y", {"a": "x"}, "added `-->`, the end of a comment"),
        ("<a><![CDATA[<x>", {"a": "<x>"}, "added `]]>`, the end of a CDATA section"),
        ("<a>\x01</a>", {"a": ""}, "removed the character U+0001"),
    ],
)
def test_xml_is_mended(session: Session, text: str, value: Any, message: str) -> None:
    parsed = session.output.parse(text, format="xml")
    assert (parsed.value, parsed.step) == (value, Step.REPAIR)
    assert message in told(parsed.changes)


def test_the_place_of_a_change_is_that_of_the_whole_text(session: Session) -> None:
    parsed = session.output.parse('Here:\n```json\n{"a": 1,\n "b": [2,]}\n```\n')
    assert [(change.message, change.line, change.column) for change in parsed.changes[1:]] == [
        ("removed `,`", 4, 9)
    ]


def test_of_several_blocks_the_one_that_fits_is_taken(session: Session) -> None:
    text = '```python\n{"name": 1}\n```\n```json\n{"name": "A"}\n```\n```json\n{"name": "B", "age": 2}\n```'
    assert session.output.parse(text).value == {"name": "A"}
    assert session.output.parse(text, schema=PERSON).value == {"name": "B", "age": 2}


@pytest.mark.parametrize(
    ("text", "schema", "value"),
    [
        ('{"person": {"name": "Ada", "age": "36"}}', PERSON, {"name": "Ada", "age": 36}),
        ('Either [2, 3] or {"name": "Ada", "age": 36}', PERSON, {"name": "Ada", "age": 36}),
        (
            "**Name:** Ada\n- Age: 36\n- Tags: math, poetry",
            PERSON,
            {"name": "Ada", "age": 36, "tags": ["math", "poetry"]},
        ),
        ("| name | Ada |\n| age | 36 |", PERSON, {"name": "Ada", "age": 36}),
        ("I think it is Positive.", {"enum": ["positive", "negative"]}, "positive"),
        ("The answer is 42.", {"type": "integer"}, 42),
        ("It is 42, yes, 42", {"type": "integer"}, 42),
    ],
)
def test_a_schema_guides_the_search(session: Session, text: str, schema: dict[str, Any], value: Any) -> None:
    parsed = session.output.parse(text, schema=schema, recovery="best_effort")
    assert (parsed.value, parsed.step) == (value, Step.EXTRACTION)
    assert parsed.changes
    with pytest.raises((ParseFailed, SchemaMismatch)):
        session.output.parse(text, format="json", schema=schema, recovery="lenient")


def test_what_was_mended_before_is_told_too(session: Session) -> None:
    text = "Here:\n```json\n{'person': {'name': 'Ada', 'age': '36'}}\n```"
    parsed = session.output.parse(text, schema=PERSON, recovery="best_effort")
    assert (parsed.value, parsed.step) == ({"name": "Ada", "age": 36}, Step.EXTRACTION)
    assert told(parsed.changes) == [
        "took the fenced block and left out the 5 characters around it",
        "`'person'` became `\"person\"`",
        "`'name'` became `\"name\"`",
        "`'Ada'` became `\"Ada\"`",
        "`'age'` became `\"age\"`",
        "`'36'` became `\"36\"`",
        "took what stands at `/person` of the value",
        '`"36"` became `36`',
    ]


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ("It is positive or negative.", {"enum": ["positive", "negative"]}),
        ("Between 41 and 43", {"type": "integer"}),
        ("Name: Ada", PERSON),
        ("Age: unknown\nName: Ada", PERSON),
    ],
)
def test_what_is_not_there_is_not_made_up(session: Session, text: str, schema: dict[str, Any]) -> None:
    with pytest.raises((ParseFailed, SchemaMismatch)):
        session.output.parse(text, schema=schema, recovery="best_effort")


def test_an_error_tells_every_step(session: Session) -> None:
    with pytest.raises(ParseFailed) as failed:
        session.output.parse("I cannot.", format="json", schema=PERSON, recovery="best_effort")
    assert [attempt.step for attempt in failed.value.attempts] == STEPS[Recovery.BEST_EFFORT]
    with pytest.raises(SchemaMismatch) as mismatch:
        session.output.parse('{"name": 1}', schema=PERSON)
    assert [issue.path for issue in mismatch.value.issues] == ["", "/name"]
    with pytest.raises(InvalidSchema):
        session.output.parse("1", schema={"type": "objekt"})


def test_half_a_character_is_mended_and_never_returned(session: Session) -> None:
    for text in (r'{"a": "\ud800"}', r'x {"a": "\ud800"} y', r'{"a": "\ud800",}'):
        parsed = session.output.parse(text, format="json")
        assert (parsed.value, parsed.step) == ({"a": "\ufffd"}, Step.REPAIR)
        assert session.output.extract_json(text) == []
    assert session.output.parse(r'["\ud83d\ude00"]', format="json", recovery="strict").value == ["😀"]
    with pytest.raises(ParseFailed):
        session.output.parse(r'a: "\ud800"', format="yaml", recovery="strict")


def test_numbers_in_an_object_are_not_lost_through_another_language(session: Session) -> None:
    with pytest.raises(ParseFailed, match="64 bits"):
        session.output.parse("[9223372036854775808]", format="json", recovery="strict")
    assert session.output.parse("[9223372036854775807]", format="json").value == [2**63 - 1]


@settings(max_examples=150, deadline=None)
@given(anything, st.data())
def test_whatever_is_cut_or_changed_gives_a_value_or_a_declared_error(
    value: Any, data: st.DataObject
) -> None:
    text = canonical_json(value)
    at = data.draw(st.integers(0, len(text)))
    kind = data.draw(st.sampled_from(["cut", "drop", "insert", "double"]))
    broken = {
        "cut": text[:at],
        "drop": text[:at] + text[at + 1 :],
        "insert": text[:at] + data.draw(st.sampled_from(list("'\",:{}[]x/#\n"))) + text[at:],
        "double": text[:at] + text[max(0, at - 3) :],
    }[kind]
    recovery = data.draw(st.sampled_from(list(Recovery)))
    schema = data.draw(st.sampled_from([None, PERSON, {"type": ["object", "array"]}]))
    with Session() as session:
        try:
            parsed = session.output.parse(broken, format=Format.JSON, recovery=recovery, schema=schema)
        except (ParseFailed, SchemaMismatch):
            return
        assert parsed.step in STEPS[recovery]
        assert bool(parsed.changes) == (parsed.step is not Step.STRICT)
        assert session.output.validate_format(canonical_json(parsed.value), "json", schema).valid
        mended = session.output.recover(broken, format=Format.JSON, recovery=recovery, schema=schema)
        again = session.output.parse(mended.text, format=Format.JSON, recovery="strict")
        assert again.value == parsed.value
