"""Schemas and values of strangers: whatever they ask for ends, with an answer or a declared error.

A check without bounds would need years; the time limit of the suite finds it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import Session
from llmspell_runtime.schema import patterns
from llmspell_runtime.schema.compiling import SchemaFault, compile_alone
from llmspell_runtime.schema.patterns import InvalidPattern, compile_pattern
from referencing._core import Resolver


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def code_of(call: Any, *arguments: Any, **named: Any) -> str:
    with pytest.raises(BridgeError) as caught:
        call(*arguments, **named)
    return caught.value.code


def doubling(levels: int) -> dict[str, Any]:
    """A schema that looks at a value 2**levels times."""
    parts: dict[str, Any] = {f"a{n}": {"allOf": [{"$ref": f"#/$defs/a{n + 1}"}] * 2} for n in range(levels)}
    return {"$defs": {**parts, f"a{levels}": {"type": "string"}}, "$ref": "#/$defs/a0"}


def nested(levels: int) -> Any:
    value: Any = []
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"allOf": [{"$ref": "#"}]},
        {"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"},
        {"unevaluatedProperties": False, "$ref": "#"},
        {"not": {"$ref": "#"}},
        {"$dynamicAnchor": "x", "$dynamicRef": "#x"},
        doubling(40),
        {"unevaluatedProperties": False, **doubling(40)},
        {"unevaluatedItems": False, **doubling(40)},
    ],
    ids=lambda schema: json.dumps(schema)[:40],
)
@pytest.mark.parametrize("value", ["x", {"a": 1}, [1]], ids=str)
def test_schemas_without_end(session: Session, schema: Any, value: Any) -> None:
    for call in (session.schema.validate, session.schema.coerce):
        try:
            result = call(schema, value)
            assert result.issues  # a fault was found before the end of patience
        except BridgeError as error:
            assert error.code == "schema.too_complex"


def test_a_value_and_a_recursive_schema_that_multiply_each_other(session: Session) -> None:
    node = {"properties": {"n": {"allOf": [{"$ref": "#"}, {"$ref": "#"}]}}}
    value: Any = {}
    for _ in range(50):
        value = {"n": value}
    assert code_of(session.schema.validate, node, value) == "schema.too_complex"
    assert code_of(session.schema.coerce, node, value) == "schema.too_complex"


def test_alternatives_within_alternatives(session: Session) -> None:
    node = {"anyOf": [{"properties": {"n": {"$ref": "#"}}, "required": [name]} for name in "abc"]}
    value: Any = {}
    for _ in range(30):
        value = {"n": value}
    assert code_of(session.schema.coerce, node, value) == "schema.too_complex"


def test_a_list_of_lists_without_end(session: Session) -> None:
    """Each wrapping is a change that holds the value before and after."""
    schema = {"type": "array", "items": {"$ref": "#"}}
    assert code_of(session.schema.coerce, schema, "x") == "schema.too_complex"
    large = {f"name {number}": [number] for number in range(50_000)}
    assert code_of(session.schema.coerce, schema, large) == "schema.too_complex"


def test_values_nested_deeply(session: Session) -> None:
    schema = {"items": {"$ref": "#"}}
    assert session.schema.validate(schema, nested(100)).valid
    assert code_of(session.schema.validate, schema, nested(199)) == "schema.too_complex"
    assert session.schema.validate({"type": "array"}, nested(199)).valid
    assert code_of(session.schema.validate, {"type": "array"}, nested(201)) == "runtime.invalid_argument"
    assert session.schema.validate({"uniqueItems": True}, [nested(190), nested(189)]).valid


def test_schemas_nested_deeply_or_large(session: Session) -> None:
    deep: Any = {}
    for _ in range(500):
        deep = {"not": deep}
    assert code_of(session.schema.get_info, deep) in ("schema.invalid_schema", "runtime.invalid_argument")
    deep = json.loads('{"not":' * 100 + "{}" + "}" * 100)
    assert code_of(session.schema.get_info, deep) == "schema.invalid_schema"
    assert code_of(session.schema.get_info, {"description": "x" * 300_000}) == "schema.invalid_schema"


@pytest.mark.parametrize("pattern", ["(a+)+$", "^(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$"])
@pytest.mark.parametrize(
    "where", ["pattern", "patternProperties", "additionalProperties", "unevaluatedProperties"]
)
def test_patterns_that_run_away_elsewhere(session: Session, pattern: str, where: str) -> None:
    text = "a" * 5000 + "!"
    schemas: dict[str, Any] = {
        "pattern": {"pattern": pattern},
        "patternProperties": {"patternProperties": {pattern: False}},
        "additionalProperties": {"patternProperties": {pattern: True}, "additionalProperties": False},
        "unevaluatedProperties": {"patternProperties": {pattern: True}, "unevaluatedProperties": False},
    }
    value = text if where == "pattern" else {text: 1}
    session.schema.validate(schemas[where], value)
    session.schema.coerce(schemas[where], value, drop_unknown=True)


def test_a_schema_within_does_not_choose_another_dialect(session: Session) -> None:
    """The library would give such a part to a validator of its own, whose patterns run away."""
    for dialect in (
        "https://json-schema.org/draft/2020-12/schema",
        "http://json-schema.org/draft-07/schema#",
    ):
        inner = {"$schema": dialect, "pattern": "(a+)+$"}
        for schema in (
            {"properties": {"a": inner}},
            {"properties": {"a": {"$ref": "#/x-parts/0"}}, "x-parts": [inner]},
            {"properties": {"a": {"$ref": "#/const"}}, "const": inner},
        ):
            try:
                session.schema.validate(schema, {"a": "a" * 40 + "!"})
            except BridgeError as error:
                assert error.code in ("schema.invalid_schema", "schema.unresolved_reference")


def test_look_around_and_back_references_give_up() -> None:
    assert compile_pattern(r"^(?=.*\d)(?=.*[a-z]).{4,}$")("abc1")
    assert not compile_pattern(r"^(?=.*\d)(?=.*[a-z]).{4,}$")("abcd")
    assert compile_pattern(r"^(ab)\1$")("abab")
    compile_pattern(r"^(?=(a+)+$)(a|aa)+\1b$")("a" * 60 + "!")


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (r"^\d+$", "12", "١٢"),  # digits are ASCII
        (r"^\w$", "a", "é"),
        (r"^\s$", "\ufeff", "\u0085"),
        ("^a$", "a", "a\n"),  # the end is the end
        ("^.$", "é", "\u2028"),
        (r"^[\w-.]+$", "a-b.", "a/"),
        ("^[[a&&b]+$", "[&", "c"),
        (r"^\u0041\x42\cI$", "AB\t", "AB"),
        (r"^\uD83D\uDE00$", "😀", "x"),
        ("^a{,2}$", "a{,2}", "aa"),
        ("a{", "a{", "a"),
        ("^[^]$", "\n", ""),
        ("^a[]|b$", "b", "a"),
        (r"^\p{Lu}$", "Å", "å"),
        (r"^(?<year>\d{4})-(?:0[1-9])$", "2026-09", "2026-9"),
        (r"^[+-]?[\d.-]+\/$", "-1.5-/", "x/"),
    ],
)
def test_patterns_are_those_of_ecma_262(pattern: str, yes: str, no: str) -> None:
    matches = compile_pattern(pattern)
    assert matches(yes)
    assert not matches(no)


@pytest.mark.parametrize(
    "pattern", ["(", "[", "*", "a**\\", r"\q", "(?<", "[z-a]", r"\ud800", "(?=a", "a{1000}" * 9, "x" * 5000]
)
def test_what_is_no_pattern(pattern: str) -> None:
    if pattern.startswith("a{1000}"):
        pattern = f"(({pattern}){{1000}}){{1000}}"
    with pytest.raises(InvalidPattern):
        compile_pattern(pattern)
    with pytest.raises(SchemaFault, match=r"regex|states together"):
        compile_alone({"patternProperties": {pattern: {}}}, formats=False)


def test_many_items(session: Session) -> None:
    """What the library compares each with each is compared through a set."""
    items = [{"n": number} for number in range(40_000)]
    assert session.schema.validate({"uniqueItems": True}, items).valid
    assert not session.schema.validate({"uniqueItems": True}, [*items, {"n": 7.0}]).valid
    assert session.schema.validate({"unevaluatedItems": True}, items).valid


def test_messages_and_values_stay_short(session: Session) -> None:
    found = session.schema.validate({"allOf": [False] * 300, "maxLength": 3}, "x" * 100_000)
    assert len(found.issues) == 301
    assert all(issue.value is None for issue in found.issues)
    assert max(len(issue.message) for issue in found.issues) < 400
    many = session.schema.validate({"items": {"type": "string"}}, list(range(5000)))
    assert len(many.issues) == 1000


def test_enumerations_and_large_values_multiply_within_bounds(session: Session) -> None:
    schema = {"items": {"enum": [[number] * 200 for number in range(200)]}}
    assert not session.schema.validate(schema, [[7] * 200 + [0]] * 10_000).valid


def test_patterns_of_many_states_multiply_within_bounds(session: Session) -> None:
    """Each takes milliseconds and megabytes, and there is room for thousands in a schema, and in a value for more."""
    large = [f"(a{{0,{900 + number}}}){{0,20}}" for number in range(3000)]
    for schema in (
        {"anyOf": [{"pattern": p} for p in large]},
        {"patternProperties": dict.fromkeys(large, True)},
    ):
        assert code_of(session.schema.compile, schema) == "schema.invalid_schema"
    assert code_of(session.schema.validate, {"items": {"format": "regex"}}, large) == "schema.too_complex"
    assert session.schema.validate({"items": {"pattern": large[0]}}, ["aaa"] * 1000).valid
    assert session.schema.validate({"items": {"format": "regex"}}, [r"^\d{4}-\d\d$", "[a-z]+"] * 2000).valid


def test_compiled_patterns_are_kept_within_bounds() -> None:
    for number in range(100):
        compile_pattern(f"(b{{0,{900 + number}}}){{0,20}}")("b")
    assert patterns._kept._states <= patterns.KEPT_STATES
    kept = compile_pattern("(b{0,999}){0,20}")
    assert compile_pattern("(b{0,999}){0,20}") is kept


def test_long_text_has_no_format(session: Session) -> None:
    for name in ("uri", "iri", "email", "hostname", "date-time", "duration", "uri-template", "json-pointer"):
        assert not session.schema.validate({"format": name}, "a/é:" * 100_000).valid
        session.schema.validate({"format": name}, "a:" * 4000)


def test_a_reference_is_looked_for_once_in_a_check(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []
    lookup = Resolver.lookup

    def counted(resolver: Any, reference: str) -> Any:
        looked_for.append(reference)
        return lookup(resolver, reference)

    monkeypatch.setattr(Resolver, "lookup", counted)
    parts = {
        "a": {"properties": {"n": {"$ref": "#/$defs/a"}, "other": {"$ref": "other"}}, "required": ["n"]},
        "b": {"$id": "other", "$defs": {"a": {"type": "string"}}, "$ref": "#/$defs/a"},
    }
    schema = {"$defs": parts, "items": {"$ref": "#/$defs/a"}, "unevaluatedItems": False}
    value = [{"n": {"n": {"n": {}}}, "other": 1}] * 500
    found = session.schema.validate(schema, value)
    assert {(issue.path, issue.keyword) for issue in found.issues[:2]} == {
        ("/0/n/n/n", "required"),
        ("/0/other", "type"),
    }
    assert looked_for.count("#/$defs/a") < 10 and looked_for.count("other") < 10
