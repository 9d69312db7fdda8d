"""Expressions: their values, their names, their errors in words, and the limits that hold them."""

from __future__ import annotations

import asyncio
import os
import resource
import threading

import pytest
from bridge_runtime.values import canonical_json
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell_runtime.expressions import (
    MAX_SOURCE,
    ExpressionFailed,
    ExpressionTimeout,
    ExpressionTooLarge,
    InvalidExpression,
    compile_expression,
)
from llmspell_runtime.expressions.workers import WORKERS

INTEGERS = st.integers(-(2**63), 2**63 - 1)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | INTEGERS | FLOATS | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def value(source: str, **variables: object) -> object:
    return compile_expression(source).evaluate(variables)


def failure(source: str, **variables: object) -> str:
    with pytest.raises(ExpressionFailed) as caught:
        value(source, **variables)
    return caught.value.reason


def exact(value: object) -> str:
    """A text that tells 1 from 1.0 and True, and None from everything."""
    if isinstance(value, list):
        return f"[{','.join(map(exact, value))}]"
    if isinstance(value, dict):
        return f"{{{','.join(sorted(f'{key!r}:{exact(item)}' for key, item in value.items()))}}}"
    return f"{type(value).__name__}:{value!r}"


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_json_comes_out_as_it_went_in(given: object) -> None:
    assert exact(value("x", x=given)) == exact(given)
    assert exact(value("[x]", x=given)) == exact([given])


@settings(max_examples=25, deadline=None)
@given(JSON)
def test_json_comes_out_of_a_loop_as_it_went_in(given: object) -> None:
    found = value("[x].map(y, y)", x=given)
    assert canonical_json(found) == canonical_json([given])


@given(st.integers(-(2**31), 2**31), st.integers(-(2**31), 2**31))
def test_integers_stay_integers(one: int, other: int) -> None:
    assert exact(value("a + b * 2", a=one, b=other)) == exact(one + other * 2)
    assert value("a < b ? 'less' : 'not less'", a=one, b=other) == ("less" if one < other else "not less")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("items.filter(i, i.price > 2.5).map(i, i.name)", ["ink", "paper"]),
        ("items.exists(i, i.name == 'pen')", True),
        ("has(config.limit) ? config.limit : 10", 10),
        ("size(items) + 1", 4),
        (
            "{'count': size(items), 'first': items[0].name, 'none': null}",
            {"count": 3, "first": "ink", "none": None},
        ),
        ("config == {}", True),
        ("timestamp('2024-02-01T00:00:00+01:00') - duration('1h')", "2024-01-31T22:00:00Z"),
        ("duration('90.5s')", "90.5s"),
        ("duration('-1500ms')", "-1.5s"),
        ("b'abc'", "YWJj"),
        ("type(items) == list", True),
        ("[optional.of(1), optional.none()]", [1, None]),
        ("'Grüße'.size()", 5),
        ("[size('😀'), size (b'😀'), size(config), 'size(1)'.size()]", [1, 4, 0, 7]),
        ("items.filter(i, i.name.size() == 3).size()", 2),
        ("7u", 7),
    ],
)
def test_what_expressions_can_say(source: str, expected: object) -> None:
    items = [{"name": "ink", "price": 3.0}, {"name": "pen", "price": 1.0}, {"name": "paper", "price": 9.0}]
    assert exact(value(source, items=items, config={})) == exact(expected)


@pytest.mark.parametrize(
    ("source", "line", "column", "words"),
    [
        ("", 0, 0, "it is empty"),
        ("1 +", 1, 4, "the expression ends too early"),
        ("a &&\n  * b", 2, 3, "'*' makes no sense here"),
        ("a ? b", 1, 6, "the expression ends too early"),
        ("f(1", 1, 4, "missing ')' at the end"),
        ("'abc", 1, 1, "the text has no end"),
        ("a # b", 1, 3, "'#' is not part of the language"),
        ("99999999999999999999", 1, 1, "invalid int literal"),
        ("a ||\n b.map(x, unknown(x))", 2, 11, "there is no function 'unknown'"),
        ("[bool('true'), size(a)]", 1, 2, "there is no function 'bool'"),
        ("_len(a)", 1, 1, "there is no function '_len'"),
        ("(" * 2000 + "1" + ")" * 2000, 0, 0, "its parts lie too deep within each other"),
        ("x" * (MAX_SOURCE + 1), 0, 0, f"it has {MAX_SOURCE + 1} characters; {MAX_SOURCE} are allowed"),
    ],
)
def test_what_is_no_expression_is_refused_with_its_place(
    source: str, line: int, column: int, words: str
) -> None:
    with pytest.raises(InvalidExpression) as caught:
        compile_expression(source)
    assert (caught.value.line, caught.value.column, caught.value.reason) == (line, column, words)


def test_a_missing_variable_is_named_with_its_place() -> None:
    reason = failure("a > 1 &&\n limit < a", a=2)
    assert reason == "there is no variable 'limit' (line 2, column 2); given: a"
    assert "no variable 'y' (line 1, column 13); given: xs" in failure("xs.map(x, x+y)", xs=[1])


def test_a_variable_that_is_not_needed_may_be_missing() -> None:
    assert value("true || missing") is True


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x.b", "there is no key 'b'"),
        ("[1][3]", "a list has no item 3"),
        ("1 / 0", "division by zero"),
        ("9223372036854775807 + 1", "integers have 64 bits"),
        ("1 + 1.5", "do not mix"),
        ("1.0 / 0.0", "inf is no number of JSON"),
        ("{1: 2}", "the key 1, which is not text"),
        ("size(1)", "the function size does not take arguments of these types"),
        ("'a'.size(1)", "the function size does not take arguments of these types"),
        ("int('x')", "the function int: string parse error"),
        ("18446744073709551615u", "more than 64 bits"),
    ],
)
def test_what_has_no_value_fails_in_words(source: str, words: str) -> None:
    assert words in failure(source, x={})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (2**63, "more than 64 bits"),
        (float("nan"), "nan, which is not JSON"),
        (object(), "of the type object"),
        ({1: 2}, "the key 1, which is not text"),
        ("\ud800", "half of a surrogate pair"),
    ],
)
def test_variables_are_json(given: object, words: str) -> None:
    assert words in failure("x == 1", x=[given])
    assert words in failure("x.map(y, y)", x=[given])


def test_variables_that_are_not_spoken_of_are_not_looked_at() -> None:
    assert value("1 + 1", other=object()) == 2


def test_names_are_the_free_variables() -> None:
    expression = compile_expression("a.b.map(x, x + y.x + int(z)).size() > 0 || x[k] == {n: 'a.b'}['q']")
    assert expression.names == {"a", "y", "z", "x", "k", "n"}
    assert compile_expression("xs.exists(x, xs.all(y, y <= x))").names == {"xs"}
    assert compile_expression("type(v) == int && optional.of(v) != optional.none()").names == {"v"}
    assert compile_expression("r'\\' + 'it\\'s' + \"// no\" // b\n + c").names == {"c"}


def deep(levels: int) -> object:
    found: object = 1
    for _ in range(levels):
        found = [found]
    return found


def test_depth_is_bounded() -> None:
    assert value("x[0] != 1", x=deep(100)) is True
    assert "nested more than 128 deep" in failure("x", x=deep(200))


def test_the_longest_chains_are_safe_on_a_thread() -> None:
    found: list[object] = []
    half = MAX_SOURCE // 2

    def work() -> None:
        found.append(value("+".join(["1"] * half)))
        found.append(failure("a" + ".a" * (half - 1), a={}))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [half, "there is no key 'a'; ask with has(…) or `in` first"]


def loops(depth: int) -> str:
    source = "true"
    for level in range(depth):
        source = f"[1,2,3,4,5,6,7,8,9,10].all(x{level}, {source})"
    return source


def test_time_is_bounded() -> None:
    with pytest.raises(ExpressionTimeout, match=r"longer than 0\.3 s"):
        compile_expression(loops(30)).evaluate({}, seconds=0.3)
    assert value("[1, 2].map(x, x * 2)") == [2, 4]  # the next one is not harmed


def test_waiting_for_a_value_holds_nobody_up() -> None:
    """What loops, and what is too large to be quick, is computed elsewhere; cancelling it ends it there."""
    large = " || ".join([f"x == '{number}'" for number in range(150)])

    async def work() -> None:
        rounds = 0
        evaluating = asyncio.create_task(compile_expression(large).value({"x": "a" * 1_000_000}))
        while not evaluating.done():
            rounds += 1
            await asyncio.sleep(0.001)
        assert await evaluating is False
        assert rounds > 1
        many = [asyncio.create_task(compile_expression(loops(30)).value({}, seconds=600)) for _ in range(20)]
        await asyncio.sleep(0)
        for task in many:
            task.cancel()
        await asyncio.wait(many)
        assert all(task.cancelled() for task in many)
        assert await compile_expression("[1, 2].map(x, x * 2)").value({}) == [
            2,
            4,
        ]  # there is a worker for it

    asyncio.run(asyncio.wait_for(work(), 120))


def test_a_process_with_many_open_files_evaluates() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(2048, hard), hard))
    WORKERS.end()
    taken = [os.dup(1) for _ in range(1100)]
    try:
        assert value("[1, 2].map(x, x * 2)") == [2, 4]
    finally:
        WORKERS.end()
        for number in taken:
            os.close(number)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_memory_is_bounded() -> None:
    source = "'aaaaaaaaaa'"
    for _ in range(12):
        source = f"[{source}].map(x, x+x+x+x+x+x+x+x+x+x)[0]"
    with pytest.raises(ExpressionTooLarge, match="bytes of memory"):
        compile_expression(source).evaluate({}, seconds=60)


def test_a_large_value_is_refused() -> None:
    failed = failure("[x, x].map(y, y + y)", x="a" * 10_000_000)
    assert "more than 33554432 bytes" in failed


def test_a_copy_of_the_process_has_workers_of_its_own() -> None:
    expression = compile_expression("xs.map(x, x * 2)")
    assert expression.evaluate({"xs": [1]}) == [2]  # there is a worker now
    copy = os.fork()
    if copy == 0:
        os._exit(0 if expression.evaluate({"xs": [2, 3]}) == [4, 6] else 1)
    assert expression.evaluate({"xs": [5]}) == [10]
    assert os.waitpid(copy, 0)[1] == 0


def test_many_threads_evaluate_at_once() -> None:
    expression = compile_expression("xs.map(x, x + n)")
    found: dict[int, object] = {}

    def work(number: int) -> None:
        for _ in range(20):
            found[number] = expression.evaluate({"xs": [1, 2], "n": number})

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: [1 + number, 2 + number] for number in range(6)}


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abx01.+-*/%<>=!&|?:()[]{}'\"\\ ,u\nin\u00e9#", max_size=30))
def test_any_text_is_an_expression_or_refused(source: str) -> None:
    try:
        expression = compile_expression(source)
    except InvalidExpression as error:
        assert error.reason
        return
    try:
        canonical_json(expression.evaluate({"a": 1, "b": [1], "x": {"a": None}}))
    except ExpressionFailed as error:
        assert error.reason
