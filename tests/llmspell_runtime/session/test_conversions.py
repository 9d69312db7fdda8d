"""The conversion registry: converters by name, the cheapest way over them, and every value checked on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell import AsyncSession, Session
from llmspell.session.errors import (
    ConversionExists,
    ConversionFailed,
    ConversionNotFound,
    InvalidConversion,
    UnknownConversion,
)
from llmspell.tool.errors import NotFound
from llmspell_runtime.session.conversions import Conversions


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def order_text(order: Any) -> str:
    return f"{order['count']} {order['item']}"


# --- one's own


def test_a_conversion_of_one_s_own_is_used_and_forgotten(session: Session) -> None:
    name = session.session.register_conversion("shop.Order", "text", order_text)
    assert name == "shop.Order to text"
    order = {"item": "pens", "count": 3}
    assert session.session.convert(order, "shop.Order", "text") == "3 pens"
    assert session.session.convert(order, "shop.Order", "shared.Message") == {
        "role": "user",
        "content": "3 pens",
    }
    assert session.session.convert(order, "shop.Order", "shop.Order") == order
    session.session.unregister_conversion(name)
    with pytest.raises(UnknownConversion):
        session.session.convert(order, "shop.Order", "text")
    with pytest.raises(UnknownConversion):
        session.session.convert(order, "shop.Order", "shop.Order")
    with pytest.raises(ConversionNotFound):
        session.session.unregister_conversion(name)


def test_asynchronous_converters_are_awaited(session: Session) -> None:
    async def slow(order: Any) -> str:
        await asyncio.sleep(0)
        return order_text(order)

    session.session.register_conversion("shop.Order", "text", slow)
    assert session.session.convert({"item": "pens", "count": 3}, "shop.Order", "text") == "3 pens"


def test_one_s_own_goes_before_what_every_session_knows(session: Session) -> None:
    session.session.register_conversion(
        "text", "shared.Message", lambda text: {"role": "system", "content": text}, name="mine"
    )
    assert session.session.convert("Hi", "text", "shared.Message") == {"role": "system", "content": "Hi"}
    session.session.register_conversion("shared.Message", "b", lambda message: message["role"], cost=50)
    session.session.register_conversion("text", "b", lambda text: "direct", cost=52)
    assert session.session.convert("Hi", "text", "b") == "system"
    session.session.register_conversion(
        "text", "b", lambda text: "direct", cost=51, name="as cheap, and shorter"
    )
    assert session.session.convert("Hi", "text", "b") == "direct"


def test_names_are_unique(session: Session) -> None:
    session.session.register_conversion("a", "b", lambda value: value)
    with pytest.raises(ConversionExists):
        session.session.register_conversion("a", "b", lambda value: value)
    assert session.session.register_conversion("a", "b", lambda value: value, name="other") == "other"
    with pytest.raises(ConversionExists, match=r"text to shared\.Message"):
        session.session.register_conversion("text", "shared.Message", lambda value: value)
    session.session.unregister_conversion("text to shared.Message")
    session.session.register_conversion(
        "text", "shared.Message", lambda text: {"role": "system", "content": text}
    )
    assert session.session.convert("Hi", "text", "shared.Message") == {"role": "system", "content": "Hi"}


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("a", "a", "itself already"),
        ("tool.ToolResutl", "text", "it has 'tool.ToolResult'"),
        ("text", "tool.nothing", "the module tool has no type"),
        ("text", "tool", "the module tool has no type"),
        ("tool.ToolDefinition", "text", "holds functions"),
        ("a b", "text", "is no name of a type"),
        ("a..b", "text", "is no name of a type"),
        ("1a", "text", "is no name of a type"),
        ("text", "tool.BaseModel", "has no type"),
        ("text", "shared.Any", "has no type"),
    ],
)
def test_types_are_held_to_their_rule(session: Session, source: str, target: str, reason: str) -> None:
    with pytest.raises(InvalidConversion, match=reason):
        session.session.register_conversion(source, target, lambda value: value)


def test_sessions_share_no_conversions(session: Session) -> None:
    session.session.register_conversion("a", "b", lambda value: value)
    with session.session.open() as child:
        assert child.session.list_conversions("a") == []


def test_the_list_can_be_narrowed(session: Session) -> None:
    session.session.register_conversion("a", "text", str, cost=2.5, name="zz")
    session.session.register_conversion("a", "b", str, name="aa")
    assert [found.name for found in session.session.list_conversions("a")] == ["aa", "zz"]
    (found,) = session.session.list_conversions("a", "text")
    assert (found.cost, found.built_in) == (2.5, False)
    everything = [found.name for found in session.session.list_conversions()]
    assert everything == sorted(everything) and len(everything) > 20


# --- what goes wrong


def test_a_value_is_checked_at_every_step(session: Session) -> None:
    session.session.register_conversion("a", "shared.Message", lambda value: value)
    with pytest.raises(ConversionFailed, match=r"in 'a to shared\.Message': role") as caught:
        session.session.convert({"role": "nobody", "content": ""}, "a", "text")
    assert caught.value.conversion == "a to shared.Message"
    with pytest.raises(ConversionFailed) as caught:
        session.session.convert({"role": "nobody"}, "shared.Message", "text")
    assert caught.value.conversion is None
    assert session.session.convert({"role": "user", "content": "x"}, "a", "text") == "x"


def test_the_error_of_a_converter_is_the_cause(session: Session) -> None:
    def broken(_: Any) -> None:
        raise NotFound(tool="hammer")

    session.session.register_conversion("a", "b", broken)
    session.session.register_conversion("b", "c", lambda value: 1 / 0)
    with pytest.raises(ConversionFailed, match="no tool 'hammer'") as caught:
        session.session.convert(1, "a", "c")
    assert isinstance(caught.value.cause, NotFound)
    with pytest.raises(ConversionFailed, match="in 'b to c': division by zero"):
        session.session.convert(1, "b", "c")


def test_what_is_unknown_is_told_with_what_is_near(session: Session) -> None:
    session.session.register_conversion("shop.Order", "shop.Invoice", lambda value: value)
    with pytest.raises(UnknownConversion, match=r"'shop\.Ordr' may be 'shop\.Order'"):
        session.session.convert(1, "shop.Ordr", "text")
    with pytest.raises(UnknownConversion, match=r"from 'shop\.Order' one reaches shop\.Invoice"):
        session.session.convert(1, "shop.Order", "text")
    with pytest.raises(UnknownConversion, match=r"it has 'tool\.ToolResult'"):
        session.session.convert(1, "tool.ToolResults", "text")
    with pytest.raises(UnknownConversion, match="one reaches nothing"):
        session.session.find_conversion("memory.MemoryStats", "text")


# --- what every session knows

EXAMPLES: dict[str, Any] = {
    "text": "[1]",
    "shared.Message": {"role": "user", "content": "Hi"},
    "shared.Json": [1, None],
    "shared.JsonObject": {"a": 1},
    "shared.JsonSchema": {"type": "object"},
    "shared.ToolSpec": {"name": "t", "description": "T.", "parameters": {"type": "object"}},
    "shared.ErrorInfo": BridgeError("no").to_json(),
    "agent.RunResult": {
        "run_id": "run_1",
        "text": "Hi",
        "finish_reason": "stop",
        "steps": 1,
        "tool_calls": [],
        "usage": {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2},
        "duration_ms": 1,
    },
    "agent.StructuredResult": {
        "run_id": "run_1",
        "value": {"a": 1},
        "text": '{"a": 1}',
        "attempts": 1,
        "steps": 1,
        "tool_calls": [],
        "usage": {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2},
        "duration_ms": 1,
    },
    "agent.ToolOutcome": {"id": "c1", "name": "t", "arguments": {}, "content": "x", "is_error": False},
    "provider.ChatResult": {
        "text": "Hi",
        "message": {"role": "assistant", "content": "Hi"},
        "finish_reason": "stop",
        "usage": {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2},
        "model": "m",
    },
    "tool.ToolResult": {"tool": "t", "execution": "execution_1", "status": "completed", "value": {"a": 1}},
    "tool.ToolDescription": {
        "name": "t",
        "description": "T.",
        "parameters": {"type": "object"},
        "category": "custom",
        "mode": "direct",
        "tags": [],
        "built_in": False,
    },
    "memory.MemoryMatch": {"key": "k", "value": [1], "score": 1, "tags": [], "metadata": {}},
    "event.Event": {
        "id": "event_1",
        "type": "a",
        "category": "user",
        "data": {},
        "timestamp": "2026-01-01T00:00:00Z",
        "priority": "low",
    },
    "script.ScriptResult": {"engine": "lua", "mode": "direct", "value": 1, "output": "", "duration_ms": 1},
    "workflow.RunResult": {
        "run": "run_1",
        "workflow": "w",
        "status": "completed",
        "output": {"a": 1},
        "steps": [],
        "duration_ms": 1,
    },
    "workflow.StepOutcome": {
        "key": "a",
        "step": "a",
        "kind": "tool",
        "status": "completed",
        "attempts": 1,
        "output": 1,
        "duration_ms": 1,
    },
    "output.ParsedOutput": {"value": [1], "format": "json", "step": "strict", "changes": []},
    "schema.CoerceResult": {"value": 1, "valid": True, "changes": [], "issues": []},
    "schema.StoredSchema": {
        "name": "s",
        "version": 1,
        "created_at": "2026-01-01T00:00:00Z",
        "content": {"type": "object"},
    },
    "hook.HookError": {"code": "a.b", "message": "no"},
    "schema.ValidationResult": {"valid": True, "issues": []},
    "tool.ValidationResult": {"valid": False, "issues": [{"path": "/city", "message": "7 is no text"}]},
    "workflow.ValidationResult": {"valid": True, "issues": []},
    "output.FormatValidation": {"valid": True, "issues": []},
    "script.ScriptValidation": {
        "valid": False,
        "issues": [{"message": "unexpected symbol", "line": 2, "column": 3}],
    },
}


def test_every_known_conversion_gives_a_value_of_its_type(session: Session) -> None:
    for known in session.session.list_conversions():
        assert known.source_type in EXAMPLES, known.name
        value = session.session.convert(EXAMPLES[known.source_type], known.source_type, known.target_type)
        assert session.session.convert(value, known.target_type, known.target_type) == value, known.name


def test_faults_become_lines_that_a_model_can_read(session: Session) -> None:
    for source, text in (
        ("schema.ValidationResult", "There is nothing wrong."),
        ("tool.ValidationResult", "/city: 7 is no text"),
        ("script.ScriptValidation", "line 2, column 3: unexpected symbol"),
    ):
        assert session.session.convert(EXAMPLES[source], source, "text") == text


def test_every_known_type_becomes_text_in_the_end(session: Session) -> None:
    for source, value in EXAMPLES.items():
        assert isinstance(session.session.convert(value, source, "text"), str)


@pytest.mark.parametrize(
    ("source", "changes", "target", "words"),
    [
        ("tool.ToolResult", {"value": ...}, "shared.Json", "still running"),
        ("workflow.RunResult", {"output": ...}, "shared.Json", "no output; its status is 'completed'"),
        ("schema.CoerceResult", {"valid": False}, "text", "does not meet its schema"),
        ("schema.StoredSchema", {"content": True}, "shared.JsonSchema", "not an object"),
    ],
)
def test_values_that_have_no_counterpart_are_refused(
    session: Session, source: str, changes: dict[str, Any], target: str, words: str
) -> None:
    value = {key: item for key, item in {**EXAMPLES[source], **changes}.items() if item is not ...}
    with pytest.raises(ConversionFailed, match=words):
        session.session.convert(value, source, target)


def test_text_that_is_no_json_is_refused(session: Session) -> None:
    with pytest.raises(ConversionFailed, match="not JSON"):
        session.session.convert("{", "text", "shared.Json")


# --- the cheapest way, against a slow reference

NODES = ["a", "b", "c", "d", "e"]
COSTS = st.sampled_from([0, 0.1, 0.2, 0.3, 1, 2, 2.5, 3])
EDGES = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), COSTS).filter(lambda edge: edge[0] != edge[1]),
    max_size=14,
)


def reference(edges: list[tuple[str, str, float]], source: str, target: str) -> tuple[Any, ...] | None:
    """The least (cost, steps, names) over every way without a cycle: all orders of all choices of types between."""
    best: tuple[Any, ...] | None = None
    others = [node for node in NODES if node not in (source, target)]
    for count in range(len(others) + 1):
        for between in permutations(others, count):
            ways: list[tuple[Fraction, tuple[str, ...]]] = [(Fraction(0), ())]
            for here, there in zip((source, *between), (*between, target), strict=True):
                ways = [
                    (cost + Fraction(edge[2]), (*names, f"n{number:02}"))
                    for cost, names in ways
                    for number, edge in enumerate(edges)
                    if edge[:2] == (here, there)
                ]
            for cost, names in ways:
                found = (cost, len(names), names)
                best = found if best is None or found < best else best
    return best


@settings(max_examples=300, deadline=None)
@given(EDGES, st.sampled_from(NODES), st.sampled_from(NODES))
def test_the_way_is_the_cheapest_the_shortest_the_first(
    edges: list[tuple[str, str, float]], source: str, target: str
) -> None:
    conversions = Conversions()
    for number, (one, other, cost) in enumerate(edges):
        conversions.add(one, other, _identity, cost, f"n{number:02}")
    expected = None if source == target else reference(edges, source, target)
    if source == target:
        if any(source in edge[:2] for edge in edges):
            assert conversions.path(source, target) == []
        return
    if expected is None:
        with pytest.raises(UnknownConversion):
            conversions.path(source, target)
        return
    path = conversions.path(source, target)
    assert tuple(step.name for step in path) == expected[2]
    assert [step.source for step in path] == [source, *[step.target for step in path[:-1]]]
    assert Fraction(conversions.describe(source, target).cost) == Fraction(float(expected[0]))


async def _identity(value: Any) -> Any:
    return value


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(12)))
def test_the_order_of_registration_does_not_matter(order: list[int]) -> None:
    edges = [(one, other) for one in "abcd" for other in "abcd" if one != other]
    conversions = Conversions()
    for number in order:
        one, other = edges[number]
        conversions.add(one, other, _identity, 1 if (one, other) != ("a", "d") else 2, None)
    assert [step.name for step in conversions.path("a", "d")] == ["a to d"]
    conversions.remove("a to d")
    assert [step.name for step in conversions.path("a", "d")] == ["a to b", "b to d"]


@pytest.mark.anyio
async def test_conversions_of_an_asynchronous_session() -> None:
    async with AsyncSession() as session:

        async def double(value: int) -> int:
            return value * 2

        await session.session.register_conversion("n", "m", double)
        await session.session.register_conversion("m", "text", str)
        assert await session.session.convert(21, "n", "shared.Message") == {"role": "user", "content": "42"}
