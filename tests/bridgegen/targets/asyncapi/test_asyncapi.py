"""The AsyncAPI document: valid for any interface, its references resolve, and its examples fit its schemas."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bridgegen.load import load
from bridgegen.model import Interface
from bridgegen.pipeline import check
from bridgegen.targets.asyncapi.target import TARGET
from hypothesis import HealthCheck, given, settings
from syrupy.assertion import SnapshotAssertion

from tests.strategies import interfaces

ROOT = Path(__file__).resolve().parents[4]
INTERFACES = {
    "library": ROOT / "tests/interfaces/library/interface.yaml",
    "ours": ROOT / "idl/interface.yaml",
}
Edit = Callable[[str, str], Path]


@lru_cache
def official() -> jsonschema.Draft7Validator:
    """The validator of AsyncAPI 3.0.0 documents, made of the schema that its authors publish."""
    schema = json.loads(Path(__file__).with_name("asyncapi-3.0.0.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema)


def interface_of(path: Path) -> Interface:
    interface, report, _ = load(path)
    assert interface is not None, [found.message for found in report]
    return interface


def rendered(interface: Interface) -> str:
    (unit,) = TARGET.units(interface)
    (file,) = unit.render()
    assert file.path == "asyncapi.json"
    return file.text


def document(interface: Interface) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(rendered(interface))
    return found


def references(value: Any) -> Iterator[str]:
    """Every ``$ref`` below ``value``."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            assert list(value) == ["$ref"], "what stands beside a reference is ignored"
            yield value["$ref"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def resolve(found: Any, reference: str) -> Any:
    for name in reference.removeprefix("#/").split("/"):
        found = found[name]
    return found


def is_sound(found: dict[str, Any]) -> None:
    """Valid, and every reference leads to something."""
    assert [error.message for error in official().iter_errors(found)] == []
    for reference in references(found):
        assert resolve(found, reference) is not None


@pytest.fixture(scope="module", params=INTERFACES)
def found(request: pytest.FixtureRequest) -> dict[str, Any]:
    return document(interface_of(INTERFACES[request.param]))


@pytest.fixture(scope="module")
def library() -> dict[str, Any]:
    return document(interface_of(INTERFACES["library"]))


def test_is_sound(found: dict[str, Any]) -> None:
    is_sound(found)


def test_the_judge_refuses_what_is_wrong(library: dict[str, Any]) -> None:
    wrong = json.loads(json.dumps(library))
    wrong["operations"]["send.catalog.added"]["action"] = "publish"
    assert not official().is_valid(wrong)


def test_examples_fit_their_schemas(found: dict[str, Any]) -> None:
    checked = 0
    for message in found["components"]["messages"].values():
        data = message["payload"]["properties"]["data"]
        for example in data.get("examples", ()):
            schema = data | {"components": found["components"]}
            jsonschema.validate(example, schema, cls=jsonschema.Draft7Validator)
            checked += 1
    assert checked >= 3


@pytest.mark.parametrize("name", INTERFACES)
def test_every_event_is_a_channel_a_message_and_something_sent(name: str) -> None:
    interface = interface_of(INTERFACES[name])
    found, types = (
        document(interface),
        [event.name for module in interface.modules for event in module.events],
    )
    assert list(found["channels"]) == list(found["components"]["messages"]) == types
    for operation, type in zip(found["operations"].values(), types, strict=True):
        (message,) = operation["messages"]
        assert operation["action"] == "send"
        assert resolve(found, operation["channel"]["$ref"])["address"] == type
        assert resolve(found, resolve(found, message["$ref"])["$ref"])["name"] == type


def test_no_schema_is_there_for_nothing(found: dict[str, Any]) -> None:
    assert {f"#/components/schemas/{name}" for name in found["components"]["schemas"]} <= set(
        references(found)
    )


def test_reads_as_before(snapshot: SnapshotAssertion) -> None:
    assert rendered(interface_of(INTERFACES["library"])) == snapshot


# --- the envelope


def test_without_an_envelope_a_message_is_type_and_data(library: dict[str, Any]) -> None:
    payload = library["components"]["messages"]["catalog.removed"]["payload"]
    judge = jsonschema.Draft7Validator(payload | {"components": library["components"]})
    event = {"type": "catalog.removed", "data": {"isbn": "9780000000001"}}
    assert judge.is_valid(event)
    assert not judge.is_valid(event | {"type": "catalog.added"})
    assert not judge.is_valid(event | {"data": {}})
    assert not judge.is_valid(event | {"time": "2026-01-02"})
    assert "correlationId" not in library["components"]["messages"]["catalog.removed"]


NOTICE = """\
types:
  Notice:
    summary: An event as subscribers get it.
    type: object
    required: [type, data, count]
    properties:
      type: {type: string}
      data: {type: object}
      count: {type: integer, minimum: 1}
      order: {type: string, description: The order it belongs to.}
  Isbn:
"""


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """A copy of the library interface with an envelope and settings; gives the path of its interface.yaml."""

    def write(settings: str, notice: str) -> Path:
        folder = shutil.copytree(ROOT / "tests/interfaces/library", tmp_path / "library")
        header, common = folder / "interface.yaml", folder / "common.yaml"
        header.write_text(header.read_text() + f"targets:\n  asyncapi: {settings}\n")
        text = common.read_text()
        assert "types:\n  Isbn:\n" in text
        common.write_text(text.replace("types:\n  Isbn:\n", notice))
        return header

    return write


def test_the_interfaces_own_envelope(edit: Edit) -> None:
    found = document(interface_of(edit("{envelope: common.Notice, correlation_id: order}", NOTICE)))
    is_sound(found)
    message = found["components"]["messages"]["catalog.removed"]
    assert resolve(found, message["correlationId"]["$ref"]) == {
        "description": "The order it belongs to.",
        "location": "$message.payload#/order",
    }
    judge = jsonschema.Draft7Validator(message["payload"] | {"components": found["components"]})
    event = {"type": "catalog.removed", "data": {"isbn": "9780000000001"}, "count": 1, "order": "o7"}
    assert judge.is_valid(event)
    assert not judge.is_valid(event | {"count": 0})
    assert not judge.is_valid(event | {"colour": "red"})
    assert not judge.is_valid(event | {"type": "catalog.added"})


@pytest.mark.parametrize(
    ("settings", "notice", "said"),
    [
        ("{envelope: common.Notise}", NOTICE, "'common.Notise' must be a record among the interface's types"),
        ("{envelope: common.Isbn}", NOTICE, "'common.Isbn' must be a record"),
        ("{envelope: catalog.Limit}", NOTICE, "'catalog.Limit' must be a record"),
        ("{envelope: notice}", NOTICE, "'envelope' of the target 'asyncapi' must be a text like"),
        (
            "{envelope: common.Notice}",
            NOTICE.replace("type: {type: string}", "type: {type: integer}"),
            "must have a field 'type' of type string",
        ),
        (
            "{envelope: common.Notice}",
            NOTICE.replace("data: {type: object}", "data: {type: integer}"),
            "must have a field 'data' of open JSON",
        ),
        (
            "{envelope: common.Notice, correlation_id: mark}",
            NOTICE,
            "'mark' must be a field of the envelope",
        ),
        (
            "{correlation_id: order}",
            NOTICE,
            "must be a field of the envelope, which the setting 'envelope' names",
        ),
    ],
)
def test_a_setting_that_does_not_fit_is_told_where_it_stands(
    edit: Edit, settings: str, notice: str, said: str
) -> None:
    path = edit(settings, notice)
    (problem,) = check(path, ["asyncapi"], use_cache=False).report
    assert problem.rule == "target-setting" and said in problem.message
    assert problem.position is not None
    line = path.read_text().splitlines()[problem.position.line - 1]
    assert line.startswith("  asyncapi:")


def test_what_to_know_before_relying_on_an_event(edit: Edit) -> None:
    path = edit("{}", NOTICE)
    module = path.parent / "catalog.yaml"
    before = "    summary: A book was removed.\n"
    assert before in module.read_text()
    module.write_text(
        module.read_text().replace(
            before, f"{before}    deprecated: Use catalog.lost.\n    stability: beta\n    since: 1.1.0\n"
        )
    )
    found = document(interface_of(path))
    is_sound(found)
    message = found["components"]["messages"]["catalog.removed"]
    assert message["payload"]["deprecated"] is True
    standing = {"x-use-instead": "Use catalog.lost.", "x-stability": "beta", "x-since": "1.1.0"}
    assert standing.items() <= message.items()
    assert standing.items() <= found["operations"]["send.catalog.removed"].items()


@given(interfaces.interfaces())
@settings(
    max_examples=15, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
def test_any_interface_is_sound(tmp_path_factory: pytest.TempPathFactory, files: interfaces.Files) -> None:
    interface, _, _ = load(interfaces.write(files, tmp_path_factory.mktemp("idl")))
    if interface is not None:
        is_sound(document(interface))
