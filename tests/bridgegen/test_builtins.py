"""The built-in errors that every interface documents are those that the runtime raises."""

from __future__ import annotations

import inspect

import pytest
from bridge_runtime.errors import RUNTIME_ERRORS, BridgeError
from bridgegen import builtins
from bridgegen.model import Error

DECLARED = {error.code: error for error in builtins.errors()}


def test_both_know_the_same_errors() -> None:
    assert DECLARED.keys() == RUNTIME_ERRORS.keys()


@pytest.mark.parametrize("code", sorted(DECLARED))
def test_error_is_declared_as_it_is_raised(code: str) -> None:
    declared, raised = DECLARED[code], RUNTIME_ERRORS[code]
    assert (declared.message, declared.recovery, declared.http_status) == (
        raised.template,
        raised.recovery,
        raised.http_status,
    )
    assert tuple(field.name for field in declared.fields) == raised.field_names
    assert {field.name for field in declared.fields} == set(fields_of(raised, declared))


def fields_of(raised: type[BridgeError], declared: Error) -> dict[str, object]:
    """The fields of an error that was given everything its constructor takes."""
    taken = inspect.signature(raised).parameters.keys() - {"message", "cause"}
    samples = {field.name: 1.5 if field.name == "seconds" else "text" for field in declared.fields}
    return dict(raised(**{name: samples.get(name, "text") for name in taken}).fields)
