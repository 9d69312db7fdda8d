"""Models: each kind of type as Python code, and each shape of field written once however many records have it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bridgegen.load import load
from bridgegen.targets.python import models
from bridgegen.targets.python.imports import Imports


def _body(folder: Path, types: str) -> str:
    (folder / "interface.yaml").write_text(
        "interface: demo\nversion: 1.0.0\nsummary: D.\nmodules: [thing]\noutput: out\n"
    )
    (folder / "thing.yaml").write_text(f"bridge: thing\nsummary: Things.\ntypes:\n{types}")
    interface, report, _ = load(folder / "interface.yaml")
    assert interface is not None, list(report)
    return models.body(interface, interface.module("thing"), Imports())


@pytest.mark.parametrize(
    ("written", "python"),
    [
        ("type: object", "dict[str, Any]"),
        ("additionalProperties: {type: integer}, type: object", "dict[str, int]"),
        ("type: [string, 'null'], maxLength: 3", "Annotated[str | None, Field(max_length=3)]"),
        ("type: array, items: {type: string, minLength: 1}", "list[Annotated[str, Field(min_length=1)]]"),
        ("type: array, items: {type: string}, uniqueItems: true", "Annotated[list[str], UNIQUE]"),
        ("const: 1.5", "Annotated[float, Field(ge=1.5, le=1.5)]"),
        ("type: object, additionalProperties: {$ref: '#/types/It'}", "'dict[str, It]'"),
    ],
)
def test_an_alias_is_the_type_it_names(tmp_path: Path, written: str, python: str) -> None:
    text = _body(tmp_path, f"  It: {{summary: It., {written}}}\n").replace('"', "'")
    assert f"It = TypeAliasType('It', {python})" in text


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("type: integer, minimum: 0, default: 3", "x: Annotated[int, Field(ge=0)] = 3"),
        ("type: string", "x: str | None = None"),
        (
            "type: [string, 'null']",
            "x: Annotated[str | None, Field(json_schema_extra={'x-nullable': True})] = None",
        ),
        ("type: array, items: {type: string}, default: []", "x: list[str] = []"),
        ("type: array, items: {type: string}, default: [a]", "x: list[str] | None = None"),
        ("type: string, format: date, default: '2026-01-31'", "x: date | None = None"),
        ("const: dog", "x: Literal['dog'] | None = None"),
    ],
)
def test_an_optional_field_says_what_absence_means(tmp_path: Path, field: str, line: str) -> None:
    text = _body(tmp_path, f"  It:\n    summary: It.\n    type: object\n    properties: {{x: {{{field}}}}}\n")
    assert f"    {line}\n" in text.replace('"', "'")


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("type: string", "x: Annotated[str | None, Field(repr=False)] = None"),
        ("type: string, minLength: 1", "x: Annotated[str | None, Field(min_length=1, repr=False)] = None"),
        (
            "type: object, additionalProperties: {type: string}",
            "x: Annotated[dict[str, str] | None, Field(repr=False)] = None",
        ),
    ],
)
def test_a_secret_is_not_shown(tmp_path: Path, field: str, line: str) -> None:
    properties = f"{{x: {{{field}, writeOnly: true}}}}"
    text = _body(tmp_path, f"  It:\n    summary: It.\n    type: object\n    properties: {properties}\n")
    assert f"    {line}\n" in text.replace('"', "'")
    assert "It is a secret, and shown nowhere." in text


def test_a_shape_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    run = models._run

    def counting(module: str, definitions: dict[str, dict[str, dict[str, object]]]) -> dict[str, str]:
        asked.append(len(definitions.get("ShapesType", {}).get("properties", {})))
        return run(module, definitions)

    monkeypatch.setattr(models, "_shapes", {})
    monkeypatch.setattr(models, "_run", counting)
    record = "    summary: R.\n    type: object\n    required: [id]\n    properties: {{id: {{type: string, description: 'Number {0}.'}}, of: {{$ref: '#/types/R0'}}}}\n"
    text = _body(tmp_path, "".join(f"  R{n}:\n{record.format(n)}" for n in range(30)))
    assert asked == [2] and text.count("class R") == 30 and "    of: R0 | None = None" in text
