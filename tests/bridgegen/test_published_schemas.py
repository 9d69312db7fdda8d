"""The published schemas, which editors complete from, and the compiler agree on what a file may hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import bridgegen
import pytest
from bridgegen.diagnostics import Report
from bridgegen.load import header
from bridgegen.load.reading import DOC_KEYS
from bridgegen.load.scope import SECTIONS
from bridgegen.load.types import ANNOTATIONS, CONSTRAINTS, FORMATS
from bridgegen.tree import plain
from bridgegen.yaml_reader import parse
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
FIXTURES = Path(__file__).parent / "fixtures"
SCHEMAS = Path(bridgegen.__file__).parent / "schema"


def schema(name: str) -> dict[str, Any]:
    return dict(json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")))


def problems(path: Path) -> list[str]:
    """What the schema of the kind of file that ``path`` is finds wrong with it."""
    tree = parse(path.read_text(encoding="utf-8"), path.name, Report())
    assert tree is not None
    name = "interface" if path.name.startswith("interface.yaml") else "module"
    validator = Draft202012Validator(schema(name))
    return [
        f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(plain(tree))
    ]


@pytest.mark.parametrize("name", ["module", "interface"])
def test_schema_is_valid_and_every_part_is_described(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    undescribed = [
        path for path, part in properties(schema(name)) if not part.keys() & {"description", "const", "$ref"}
    ]
    assert not undescribed


def properties(part: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every schema that stands for a key that a file may have."""
    found = []
    if isinstance(part, dict):
        keys = part.get("properties")
        for key, value in keys.items() if isinstance(keys, dict) and part.get("type") == "object" else ():
            found.append((f"{path}/{key}", value))
        for key, value in part.items():
            found += properties(value, f"{path}/{key}")
    elif isinstance(part, list):
        for item in part:
            found += properties(item, path)
    return found


VALID = [
    FIXTURES / "valid.yaml",
    *sorted((ROOT / "idl").glob("*.yaml")),
    *sorted((Path(bridgegen.__file__).parent / "scaffold/project/idl").glob("*.template")),
]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_schema_accepts_what_the_compiler_accepts(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name.removesuffix(".template")
    copy.write_text(path.read_text(encoding="utf-8").replace("@name@", "name"), encoding="utf-8")
    assert problems(copy) == []


BROKEN = ["keys", "kinds", "missing", "names", "inline", "scalars", "records", "enums", "unions", "functions"]


@pytest.mark.parametrize("case", [*BROKEN, "examples_written", "documentation", "references"])
def test_schema_refuses_what_is_written_wrong(case: str) -> None:
    assert problems(FIXTURES / f"{case}.yaml")


@pytest.mark.parametrize("case", ["header_missing", "header_wrong", "header_empty", "header_versions"])
def test_schema_refuses_a_wrong_interface_file(case: str) -> None:
    assert problems(FIXTURES / case / "interface.yaml")


def test_schema_and_compiler_know_the_same_keys() -> None:
    module, interface = schema("module"), schema("interface")
    assert set(module["properties"]) == {"bridge", *SECTIONS} | DOC_KEYS
    assert set(interface["properties"]) == header.KEYS | DOC_KEYS
    keywords = frozenset().union(*CONSTRAINTS.values())
    shapes = {"$ref", "type", "const", "format", "items", "additionalProperties", "anyOf"}
    assert set(module["$defs"]["type"]["properties"]) == keywords | shapes | ANNOTATIONS
    assert module["$defs"]["type"]["properties"]["format"]["enum"] == list(FORMATS)
