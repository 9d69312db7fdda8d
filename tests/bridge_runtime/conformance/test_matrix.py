"""Only what ran fills a cell of the matrix with "passed"."""

from __future__ import annotations

import json
from typing import Any

from bridge_runtime.conformance.matrix import Output, matrix, parse_lines

FUNCTIONS = {
    "desk.lend": {
        "examples": {
            "one": {"outcome": {"result": 1}, "volatile": []},
            "two": {"outcome": {"result": 2}, "volatile": []},
        }
    }
}


def line(example: str, result: Any) -> dict[str, Any]:
    return {
        "function": "desk.lend",
        "example": example,
        "outcome": {"result": result},
        "events": [],
        "calls": [],
    }


def test_a_function_passes_when_every_example_ran_and_gave_what_it_promises() -> None:
    outputs = [Output("python", "desk", (line("one", 1), line("two", 2)))]
    assert matrix(FUNCTIONS, ["python"], outputs) == {"desk.lend": {"python": "passed"}}


def test_an_example_that_did_not_run_fails_its_function() -> None:
    outputs = [Output("python", "desk", (line("one", 1),), "exit status 1: broken")]
    verdict = matrix(FUNCTIONS, ["python"], outputs)["desk.lend"]["python"]
    assert verdict == "failed: two: did not run; the program stopped: exit status 1: broken"


def test_a_surface_without_output_fails() -> None:
    assert matrix(FUNCTIONS, ["python"], [])["desk.lend"]["python"].startswith("failed: one: did not run")


def test_a_failed_preparation_is_no_pass() -> None:
    failed = {"function": "desk.lend", "example": "one", "failed": "no desk"}
    verdict = matrix(FUNCTIONS, ["python"], [Output("python", "desk", (failed, line("two", 2)))])
    assert "its preparation failed: no desk" in verdict["desk.lend"]["python"]


def test_surfaces_must_give_the_same_error() -> None:
    functions = {
        "desk.lend": {"examples": {"one": {"outcome": {"error": {"code": "desk.closed"}}, "volatile": []}}}
    }

    def output(surface: str, message: str) -> Output:
        error = {"code": "desk.closed", "message": message, "trace_id": surface}
        return Output(
            surface, "desk", ({"function": "desk.lend", "example": "one", "outcome": {"error": error}},)
        )

    same = matrix(functions, ["lua", "c"], [output("lua", "closed"), output("c", "closed")])
    assert same["desk.lend"] == {"lua": "passed", "c": "passed"}
    other = matrix(functions, ["lua", "c"], [output("lua", "closed"), output("c", "error 7")])
    assert other["desk.lend"]["c"].startswith("failed: one: differs from lua")


def test_what_else_a_program_prints_is_passed_over() -> None:
    text = "hello\n{not json\n" + json.dumps(line("one", 1)) + '\n{"other": 1}\n'
    assert [parsed["example"] for parsed in parse_lines(text)] == ["one"]
