"""What holds for every workflow: orders, bounds, and the way to text and back."""

from __future__ import annotations

from typing import Any

import llmspell
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llmspell import BridgeError
from llmspell.workflow.constants import Limit
from llmspell.workflow.types import Format, Status, StepStatus

quick = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def graphs(draw: st.DrawFn) -> list[set[int]]:
    """For each of some steps, numbered in any order, those that it waits for; without a cycle."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    place = {number: at for at, number in enumerate(order)}
    return [
        set(draw(st.lists(st.sampled_from(order[: place[number]]), max_size=3)) if place[number] else ())
        for number in range(size)
    ]


def step(number: int, waits_for: set[int], named: bool) -> dict[str, Any]:
    after = [f"s{other}" for other in sorted(waits_for)]
    seen = {} if named else {"input": [f"{{{{{id}.output}}}}" for id in after]}
    return {
        "id": f"s{number}",
        "kind": "script",
        "handler": "work",
        **({"after": after} if named else {}),
        **seen,
    }


@quick
@given(graphs(), st.integers(1, 4), st.booleans())
def test_steps_run_after_those_they_depend_on(graph: list[set[int]], bound: int, named: bool) -> None:
    with llmspell.Session(record_events=True) as session:
        session.script.register_handler("work", lambda value: 1)
        steps = [step(number, waits_for, named) for number, waits_for in enumerate(graph)]
        flow = session.workflow.create(name="graph", pattern="parallel", max_concurrency=bound, steps=steps)
        flow.execute()
        ended: set[int] = set()
        under_way = 0
        for event in session.core.call("runtime.recorded_events", {}):
            if event["type"] == "workflow.step_start":
                assert graph[int(event["data"]["step"][1:])] <= ended
                under_way += 1
                assert under_way <= bound
            elif event["type"] == "workflow.step":
                ended.add(int(event["data"]["step"][1:]))
                under_way -= 1
        assert len(ended) == len(graph)
        drawn = session.workflow.get_dependencies(flow)
        assert sorted(drawn.order) == sorted(found.id for found in drawn.steps)
        for number, waits_for in enumerate(graph):
            assert set(drawn.steps[number].after) == {f"s{other}" for other in waits_for}
            assert all(
                drawn.order.index(f"s{other}") < drawn.order.index(f"s{number}") for other in waits_for
            )


@quick
@given(graphs(), st.data())
def test_every_cycle_is_found(graph: list[set[int]], data: st.DataObject) -> None:
    size = len(graph)
    first = data.draw(st.integers(0, size - 1))
    second = data.draw(st.integers(0, size - 1))
    reaches = _reach(graph, second)
    graph[first].add(second)
    with llmspell.Session() as session:
        session.script.register_handler("work", lambda value: 1)
        steps = [step(number, waits_for, True) for number, waits_for in enumerate(graph)]
        found = session.workflow.validate(name="graph", pattern="parallel", steps=steps)
        assert found.valid is (first not in reaches)


def _reach(graph: list[set[int]], start: int) -> set[int]:
    """The steps that ``start`` waits for, itself among them."""
    seen, left = set(), [start]
    while left:
        number = left.pop()
        if number not in seen:
            seen.add(number)
            left += graph[number]
    return seen


def come_to(graph: list[set[int]], bound: int, pauses: set[int], broken: set[int], mode: str) -> Any:
    """What a run comes to that is paused at these calls of its handler, and how often it was paused."""
    calls = paused = 0
    with llmspell.Session() as session:

        def work(input: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls in pauses:
                session.workflow.pause("run_1")
            if input["number"] in broken:
                raise ValueError("broken")
            return input["number"]

        session.script.register_handler("work", work)
        steps = [
            {**step(number, waits, True), "input": {"number": number}} for number, waits in enumerate(graph)
        ]
        flow = session.workflow.create(
            name="graph", pattern="parallel", max_concurrency=bound, error_mode=mode, steps=steps
        )
        run = flow.start()
        try:
            while (result := session.workflow.get_result(run)).status is Status.PAUSED:
                paused += 1
                session.workflow.resume(run)
        except BridgeError as error:
            return error.code, paused
        return (result.output, sorted((o.key, o.status.value) for o in result.steps)), paused


@quick
@given(
    graphs(),
    st.integers(1, 3),
    st.sets(st.integers(1, 12), max_size=4),
    st.sets(st.integers(0, 11), max_size=2),
    st.sampled_from(["collect", "fail_fast"]),
)
def test_pausing_at_any_moment_changes_nothing(
    graph: list[set[int]], bound: int, pauses: set[int], broken: set[int], mode: str
) -> None:
    undisturbed, _ = come_to(graph, bound, set(), broken, mode)
    disturbed, paused = come_to(graph, bound, pauses, broken, mode)
    assert disturbed == undisturbed
    assert paused <= len(pauses)


plain = st.text(st.characters(blacklist_categories=["Cs"]), max_size=8).filter(lambda text: "{{" not in text)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def definitions(draw: st.DrawFn) -> dict[str, Any]:
    """A definition that is well formed and needs nothing of the session."""
    numbers = iter(range(1000))

    def leaf() -> dict[str, Any]:
        made: dict[str, Any] = {"id": f"s{next(numbers)}"}
        kind = draw(st.sampled_from(["transform", "wait", "emit", "tool"]))
        made |= {
            "transform": {"value": draw(json_values)},
            "wait": {"seconds": draw(st.integers(0, 9))},
            "emit": {"event": "user.happened", "data": draw(st.dictionaries(plain, json_values, max_size=2))},
            "tool": {"tool": "calculator", "arguments": {"expression": draw(plain)}, "timeout_seconds": 0.5},
        }[kind]
        made["kind"] = kind
        if draw(st.booleans()):
            made["description"] = draw(plain)
        if kind == "tool" and draw(st.booleans()):
            made["retry"] = {"attempts": draw(st.integers(1, 9)), "codes": draw(st.lists(plain, max_size=2))}
        return made

    def group(depth: int) -> dict[str, Any]:
        kind = draw(
            st.sampled_from(["sequential", "parallel", "conditional", "loop", "map_reduce", "pipeline"])
        )
        made: dict[str, Any] = {"id": f"s{next(numbers)}", "kind": kind, "steps": steps(depth + 1)}
        made |= {
            "conditional": {"condition": "input == null"},
            "loop": {"for_each": "input", "variable": "thing"},
            "map_reduce": {"over": "input.list", "reduce": steps(depth + 1)},
            "parallel": {"error_mode": "collect", "max_concurrency": 2},
        }.get(kind, {})
        if draw(st.booleans()):
            made["fallback"] = steps(depth + 1)
        return made

    def steps(depth: int = 0) -> list[dict[str, Any]]:
        count = draw(st.integers(1, 2))
        return [group(depth) if depth < 2 and draw(st.booleans()) else leaf() for _ in range(count)]

    made: dict[str, Any] = {"name": draw(plain.filter(bool)), "steps": steps()}
    if draw(st.booleans()):
        made["output"] = draw(json_values)
    return made


@quick
@given(definitions(), st.sampled_from([Format.JSON, Format.YAML]), st.booleans())
def test_text_loses_nothing(definition: dict[str, Any], format: Format, told: bool) -> None:
    with llmspell.Session() as session:
        flow = session.workflow.create(**definition)
        text = flow.serialize(format)
        with llmspell.Session() as other:
            again = other.workflow.deserialize(text, format if told else None)
            shown = again.get_definition().model_dump(mode="json", exclude_unset=True)
            assert shown == definition == flow.get_definition().model_dump(mode="json", exclude_unset=True)
            assert again.serialize(format) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        "a: b: c",
        '{"format": "llmspell.workflow"}',
        '{"format": "llmspell.workflow", "version": 1}',
        '{"format": "llmspell.workflow", "version": true, "workflow": {}}',
        '{"format": "llmspell.workflow", "version": 1, "workflow": {"name": "x", "steps": []}}',
        '{"format": "llmspell.workflow", "version": 1, "workflow": {"name": "x", "steps": [{"id": "a", "kind": "b"}]}}',
        '{"format": "llmspell.workflow", "version": 1, "more": 1, "workflow": {"name": "x", "steps": []}}',
        "&a [*a]",
        "x" * 2_000_000,
    ],
)
@pytest.mark.parametrize("format", [None, Format.JSON, Format.YAML])
def test_other_text_is_refused(text: str, format: Format | None) -> None:
    with llmspell.Session() as session, pytest.raises(BridgeError) as refused:
        session.workflow.deserialize(text, format)
    assert refused.value.code == "workflow.invalid_document"


@quick
@given(st.lists(st.sampled_from(["completed", "failed"]), min_size=1, max_size=6))
def test_collecting_loses_no_branch(fates: list[str]) -> None:
    with llmspell.Session() as session:

        def work(fate: str) -> str:
            if fate == "failed":
                raise ValueError(fate)
            return fate

        session.script.register_handler("work", work)
        mapped = {"id": "each", "kind": "map_reduce", "over": "input", "error_mode": "collect"}
        inside = [{"id": "one", "kind": "script", "handler": "work", "input": "{{item}}"}]
        flow = session.workflow.create(
            name="map", steps=[{**mapped, "steps": inside}], output=["{{each.output}}", "{{each.failures}}"]
        )
        result = flow.execute(fates)
        values, failures = result.output
        assert values == [fate if fate == "completed" else None for fate in fates]
        assert [failure["index"] for failure in failures] == [
            n for n, fate in enumerate(fates) if fate == "failed"
        ]
        assert len(result.steps) == len(fates)
        assert sum(outcome.status is StepStatus.FAILED for outcome in result.steps) == len(failures)


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_the_largest_definition_can_be_written_down(format: Any) -> None:
    """What can be made has a text that is taken back, though the usual one would be too long."""
    deep: Any = 1
    for _ in range(190):
        deep = [deep]
    with llmspell.Session() as session:
        flow = session.workflow.create(
            name="large",
            steps=[{"id": "a", "kind": "transform", "value": [*[deep] * 800, "\u00e6" * 350_000]}],
        )
        text = session.workflow.serialize(flow, format)
        assert len(text.encode()) <= Limit.DEFINITION_BYTES
        before = session.workflow.get_definition(flow)
        session.workflow.destroy(flow)
        assert session.workflow.get_definition(session.workflow.deserialize(text, format)) == before


def test_one_that_is_too_deep_for_any_text_cannot_be_made() -> None:
    value: Any = 1
    for _ in range(200):
        value = [value]
    definition: dict[str, Any] = {"name": "flat", "steps": [{"id": "a", "kind": "transform", "value": value}]}
    with llmspell.Session() as session:
        assert session.workflow.validate(**definition).valid
        for _ in range(30):
            definition = {
                "name": "deep",
                "steps": [{"id": "a", "kind": "workflow", "definition": definition}],
            }
        assert [issue.code for issue in session.workflow.validate(**definition).issues] == ["limit"]
        with pytest.raises(BridgeError, match="too deep in one another"):
            session.workflow.create(**definition)


def test_a_larger_one_cannot_be_made() -> None:
    with llmspell.Session() as session:
        large = {
            "name": "large",
            "steps": [{"id": "a", "kind": "transform", "value": "a" * Limit.DEFINITION_BYTES}],
        }
        assert [(issue.path, issue.code) for issue in session.workflow.validate(**large).issues] == [("", "limit")]  # type: ignore[arg-type]
        with pytest.raises(BridgeError, match="more than 1048576 bytes as JSON"):
            session.workflow.create(**large)  # type: ignore[arg-type]
