"""The OpenAPI document: valid for any interface, its references resolve, and its examples fit its schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bridgegen.load import load
from bridgegen.model import Interface
from bridgegen.targets.openapi.target import TARGET
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from tests.strategies import interfaces

ROOT = Path(__file__).resolve().parents[4]
INTERFACES = {
    "library": ROOT / "tests/interfaces/library/interface.yaml",
    "ours": ROOT / "idl/interface.yaml",
}


def interface_of(path: Path) -> Interface:
    interface, report, _ = load(path)
    assert interface is not None, [found.message for found in report]
    return interface


def document(interface: Interface) -> dict[str, Any]:
    (unit,) = TARGET.units(interface)
    (file,) = unit.render()
    found: dict[str, Any] = json.loads(file.text)
    return found


@pytest.fixture(scope="module", params=INTERFACES)
def found(request: pytest.FixtureRequest) -> dict[str, Any]:
    return document(interface_of(INTERFACES[request.param]))


def test_is_valid(found: dict[str, Any]) -> None:
    validate(found, cls=OpenAPIV31SpecValidator)


def test_examples_fit_their_schemas(found: dict[str, Any]) -> None:
    checked = 0
    for methods in found["paths"].values():
        for answer in methods["post"]["responses"].values():
            for content in answer.get("content", {}).values():
                schema = content["schema"] | {"components": found["components"]}
                for example in content.get("examples", {}).values():
                    jsonschema.validate(example["value"], schema, cls=jsonschema.Draft202012Validator)
                    checked += 1
    assert checked > 10


@pytest.fixture(scope="module")
def library() -> dict[str, Any]:
    return document(interface_of(INTERFACES["library"]))


def test_a_function(library: dict[str, Any]) -> None:
    price = library["paths"]["/v1/catalog/price"]["post"]
    assert price["operationId"] == "catalog.price"
    schema = price["requestBody"]["content"]["application/json"]["schema"]
    assert schema["required"] == ["isbn"] and schema["properties"]["currency"]["default"] == "eur"
    assert set(price["responses"]) >= {"200", "400", "404", "500"}
    assert "catalog.not_found" in price["responses"]["404"]["description"]
    assert library["paths"]["/v1/catalog/add"]["post"]["security"] == [{"session": ["catalog.write"]}]
    assert (
        "text/event-stream" in library["paths"]["/v1/catalog/search"]["post"]["responses"]["200"]["content"]
    )
    assert set(library["paths"]["/v1/catalog/remove"]["post"]["responses"]) >= {"204"}
    assert library["paths"]["/v1/catalog/remove"]["post"]["deprecated"] is True


def test_functions_that_need_a_function_are_left_out(library: dict[str, Any]) -> None:
    assert "/v1/catalog/each" not in library["paths"]
    assert library["x-left-out"]["functions"] == ["catalog.each"]
    assert "on_due" not in library["components"]["schemas"]["lending.MemberConfig"]["properties"]
    assert library["x-left-out"]["reason"] == TARGET.capabilities.unsupported["callbacks"]


@given(interfaces.interfaces())
@settings(
    max_examples=15, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
def test_any_interface_is_valid(tmp_path_factory: pytest.TempPathFactory, files: interfaces.Files) -> None:
    interface, _, _ = load(interfaces.write(files, tmp_path_factory.mktemp("idl")))
    if interface is not None:
        validate(document(interface), cls=OpenAPIV31SpecValidator)
