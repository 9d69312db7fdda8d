"""The parts the Python target is made of: names, imports, docstrings, values, and what it refuses."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from bridgegen.load import load
from bridgegen.model import (
    AnyJson,
    Doc,
    Interface,
    ListOf,
    MapOf,
    Name,
    Nullable,
    Parameter,
    Position,
    Ref,
    Scalar,
)
from bridgegen.target import diagnostics
from bridgegen.targets.python import docstrings, names
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.target import TARGET
from bridgegen.targets.python.values import Values

from tests.interfaces import sdk

NOWHERE = Position("x.yaml", 1, 1)


@pytest.fixture(scope="module")
def library() -> Interface:
    interface, report, _ = load(sdk.HERE / "library" / "interface.yaml")
    assert interface is not None, list(report)
    return interface


def _parameter(name: str, **rename: str) -> Parameter:
    return Parameter(name, AnyJson(), True, None, False, Doc(rename=rename), NOWHERE)


@pytest.mark.parametrize(
    ("name", "python"),
    [("from", "from_"), ("class", "class_"), ("self", "self_"), ("input", "input"), ("list", "list_")],
)
def test_reserved_words_get_an_underscore(name: str, python: str) -> None:
    assert names.parameter(_parameter(name)) == python


def test_a_rename_is_for_its_own_target() -> None:
    assert names.parameter(_parameter("from", python="source", c="origin")) == "source"
    assert (
        names.parameter(_parameter("source", python="from")) == "from_"
    ), "a renamed word may be reserved, too"


def test_public_names_say_where_everything_is(library: Interface) -> None:
    found = {entity: name for part in TARGET.names(library) for entity, name in part.make().items()}
    assert found["function lending.return"] == "library.Session.lending.give_back"
    assert found["field catalog.Book.from"] == "library.catalog.Book.from_"
    assert (
        found["resource branch.Branch"] == "library.Session"
    ), "the resource that is a session is the session"
    assert found["error lending.no_member"] == "library.lending.NoMember"
    assert found["event lending.borrowed"] == "library.lending.events.BORROWED"
    assert len({*found.values()}) == len(found)


def test_a_name_of_two_modules_is_imported_from_the_first_and_qualified_for_the_second() -> None:
    imports = Imports()
    assert imports.distinct("package.one", "Kind") == "Kind"
    assert imports.distinct("package.two", "Kind") == "package.two.Kind"
    assert imports.distinct("package.one", "Kind") == "Kind"
    assert imports.lines() == "import package.two\nfrom package.one import Kind"


def test_imports_are_sorted_as_linters_want_them() -> None:
    imports = Imports()
    for module, name in (
        ("..b.types", "Z"),
        (".types", "A10"),
        (".types", "A2"),
        ("pydantic", "Field"),
        ("typing", "Any"),
    ):
        imports.name(module, name)
    imports.name("typing", "TYPE_CHECKING")
    imports.module("builtins")
    imports.name(".sync", "Later", typing_only=True)
    assert imports.lines().split("\n") == [
        "import builtins",
        "from typing import TYPE_CHECKING, Any",
        "",
        "from pydantic import Field",
        "",
        "from ..b.types import Z",
        "from .types import A2, A10",
        "",
        "if TYPE_CHECKING:",
        "    from .sync import Later",
    ]


@pytest.mark.parametrize(
    "text", ['say "hi"', "a \\ b", 'three """ quotes', "first\n\n  second\nthird", "\\", '"']
)
def test_a_docstring_says_exactly_its_text(text: str) -> None:
    source = f"def f():\n    {docstrings.literal([text], 4)}\n"
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert ast.get_docstring(function) == text.strip()


def test_long_paragraphs_are_wrapped_and_lists_are_not() -> None:
    long = "word " * 40
    doc = Doc(summary="Short.", description=f"{long}\n\n- {long}")
    wrapped, kept = docstrings.paragraphs(doc)[1].split("\n\n")
    assert max(map(len, wrapped.split("\n"))) <= 100 and "\n" not in kept


@pytest.mark.parametrize(
    ("value", "expr", "source"),
    [
        ("lent", Ref(Name("catalog", "Status")), "Status.LENT"),
        ("nowhere", Ref(Name("catalog", "Status")), '"nowhere"'),
        (None, Nullable(Scalar("string")), "None"),
        (3, Scalar("number"), "3.0"),
        ([1, 2], ListOf(Scalar("integer")), "[1, 2]"),
        ({"a": 1}, MapOf(AnyJson()), '{"a": 1}'),
        ("2026-01-02", Scalar("string", "date"), 'date.fromisoformat("2026-01-02")'),
        ("YQ==", Scalar("string", "byte"), 'b64decode("YQ==")'),
        ({"kind": "text", "text": "x"}, Ref(Name("catalog", "Query")), 'TextQuery(text="x")'),
        (
            {"amount": 1, "currency": "eur"},
            Ref(Name("common", "Money")),
            "Money(amount=1.0, currency=Currency.EUR)",
        ),
        ({"amount": 1}, Ref(Name("common", "Money")), "{'amount': 1}"),
    ],
)
def test_values_are_written_as_their_type_wants(
    library: Interface, value: object, expr: object, source: str
) -> None:
    values = Values(library, lambda name: name.local, lambda module, name: name)
    assert values.of(value, expr) == source  # type: ignore[arg-type]


def test_a_spread_field_that_meets_a_parameter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "interface.yaml").write_text(
        "interface: demo\nversion: 1.0.0\nsummary: Demo.\nmodules: [thing]\noutput: out\n"
    )
    (tmp_path / "thing.yaml").write_text(
        "bridge: thing\nsummary: Things.\n"
        "types:\n  Config:\n    summary: Options.\n    type: object\n    properties: {name: {type: string}}\n"
        "functions:\n  make:\n    summary: Make one.\n"
        "    parameters:\n      name: {type: string}\n      config: {$ref: '#/types/Config', spread: true, required: false}\n"
        "    examples:\n      - {name: one, summary: One., arguments: {name: x}}\n"
    )
    interface, report, _ = load(tmp_path / "interface.yaml")
    assert interface is not None, list(report)
    (diagnostic,) = diagnostics(TARGET, interface)
    assert diagnostic.rule == "python-spread-name" and diagnostic.position is not None
    assert "'name' of thing.Config is spread into thing.make" in diagnostic.message
    assert diagnostic.position.line == 9


def test_modules_whose_types_need_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "interface.yaml").write_text(
        "interface: demo\nversion: 1.0.0\nsummary: Demo.\nmodules: [one, two]\noutput: out\n"
    )
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / f"{name}.yaml").write_text(
            f"bridge: {name}\nsummary: Types.\ntypes:\n  T:\n    summary: A type.\n    type: object\n"
            f"    properties: {{other: {{$ref: '{other}.yaml#/types/T'}}}}\n"
        )
    interface, report, _ = load(tmp_path / "interface.yaml")
    assert interface is not None, list(report)
    (diagnostic,) = diagnostics(TARGET, interface)
    assert diagnostic.rule == "python-import-circle" and "one → two → one" in diagnostic.message
