"""The reference: every link leads somewhere, every thing is described, and it renders for any interface."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest
from bridgegen.load import load
from bridgegen.model import Field, Function, Interface, Parameter, Record
from bridgegen.targets.asyncapi.target import TARGET as asyncapi
from bridgegen.targets.docs.places import anchors, page
from bridgegen.targets.docs.surfaces import support, surfaces
from bridgegen.targets.docs.target import TARGET
from bridgegen.targets.docs.words import cell
from bridgegen.targets.jsonschema.target import TARGET as jsonschema
from bridgegen.targets.openapi.target import TARGET as openapi
from hypothesis import HealthCheck, given, settings
from syrupy.assertion import SnapshotAssertion

from tests.strategies import interfaces

ROOT = Path(__file__).resolve().parents[4]
INTERFACES = {
    "library": ROOT / "tests/interfaces/library/interface.yaml",
    "ours": ROOT / "idl/interface.yaml",
}
_LINK = re.compile(r"(?<!`)\[([^\]\n]+)\]\(([^)\s]+)\)")
_CODE = re.compile(r"```.*?```", re.DOTALL)


def interface_of(path: Path) -> Interface:
    interface, report, _ = load(path)
    assert interface is not None, [found.message for found in report]
    return interface


def render(interface: Interface) -> dict[str, str]:
    return {file.path: file.text for unit in TARGET.units(interface) for file in unit.render()}


@pytest.fixture(scope="module", params=INTERFACES)
def interface(request: pytest.FixtureRequest) -> Interface:
    return interface_of(INTERFACES[request.param])


def places(text: str) -> dict[str, str]:
    """The headings of a page by their anchors."""
    lines = [line.lstrip("#").strip() for line in _CODE.sub("", text).splitlines() if line.startswith("#")]
    return dict(zip(anchors(lines), lines, strict=True))


def broken_links(pages: dict[str, str], others: set[str]) -> list[str]:
    """The links of these pages that lead nowhere, or to something that is called otherwise."""
    headings = {path: places(text) for path, text in pages.items()}
    broken = []
    for path, text in pages.items():
        for shown, link in _LINK.findall(_CODE.sub("", text)):
            file, _, place = link.partition("#")
            target = path if not file else _joined(path, file)
            if (place and headings.get(target, {}).get(place, "") not in _names(shown)) or (
                not place and target not in pages.keys() | others
            ):
                broken.append(f"{path}: [{shown}]({link})")
    return broken


def _names(shown: str) -> set[str]:
    """What the heading may be that a link with this text leads to: all of it, or what stands after its module."""
    name = shown.strip("`")
    return {name, name.partition(".")[2]} - {""}


def _joined(path: str, file: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(path).parent / file).parts:
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_every_link_leads_to_what_it_says(interface: Interface) -> None:
    others = {
        f"../{target.name}/{file.path}"
        for target in (openapi, asyncapi, jsonschema)
        for unit in target.units(interface)
        for file in unit.render()
    }
    pages = render(interface)
    assert broken_links(pages, others) == []
    wrong = pages | {
        "more.md": "[Loan](modules/lending.md#member) [x](nowhere.md) [Loan](modules/lending.md)"
    }
    assert len(broken_links(wrong, others)) == (2 if "modules/lending.md" in pages else 3)


def test_things_of_one_name_have_places_of_their_own() -> None:
    assert anchors(["loan", "Loan", "tool.list", "Loan-1", "LOAN"]) == [
        "loan",
        "loan-1",
        "toollist",
        "loan-1-1",
        "loan-2",
    ]


def test_everything_is_there(interface: Interface) -> None:
    pages = render(interface)
    for module in interface.modules:
        text = pages[f"modules/{module.name.replace('_', '-')}.md"]
        for named in (
            *module.types,
            *module.constants,
            *module.functions,
            *module.callbacks,
            *module.resources,
        ):
            assert f"\n### {named.name.local}\n" in text
            assert f"{named.position.file}:{named.position.line}" in text
        for function in module.functions:
            for parameter in function.parameters:
                assert f"| `{parameter.name}` |" in text
            assert re.search(rf"\b{function.name.local}\b", pages["llms.txt"])
    for error in interface.errors():
        assert f"\n## {error.code}\n" in pages["errors.md"]
    for event in (event for module in interface.modules for event in module.events):
        assert f"\n## {event.name}\n" in pages["events.md"]


def test_patterns_are_shown_as_they_are(interface: Interface) -> None:
    pages, shown = render(interface), 0
    for module in interface.modules:
        records = [named for named in module.types if isinstance(named, Record)]
        for part in (part for found in (*module.functions, *records) for part in _parts(found)):
            pattern = getattr(part.type, "constraints", {}).get("pattern", "")
            if pattern:
                shown += 1
                assert f"matches `{cell(pattern)}`" in pages[page(module)].replace("Matches", "matches")
    assert shown or interface.name == "library"


def _parts(found: Function | Record) -> Iterable[Parameter | Field]:
    return found.parameters if isinstance(found, Function) else found.fields


def test_tables_have_as_many_cells_as_their_heads(interface: Interface) -> None:
    for path, text in render(interface).items():
        width = 0
        for line in _CODE.sub("", text).splitlines():
            cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
            assert not cells or not width or cells == width, f"{path}: {line}"
            width = cells


def test_the_support_table_is_what_the_targets_say(interface: Interface) -> None:
    found = surfaces(interface)
    titles = [surface.title for surface in found]
    assert {"Python", "Lua", "C", "JavaScript", "HTTP (planned)"} <= set(titles)
    rows = {row[0]: dict(zip(titles, row[1:], strict=True)) for row in support(found)}
    for surface in found:
        otherwise = "planned" if surface.planned else "yes"
        for construct, answers in rows.items():
            assert answers[surface.title] == surface.unsupported.get(construct, otherwise)


def test_what_is_only_described_is_not_said_to_be_there(interface: Interface) -> None:
    assert [surface.target for surface in surfaces(interface) if surface.planned] == ["openapi"]
    assert (
        "HTTP (planned): the OpenAPI document describes a service that does not exist yet."
        in render(interface)["index.md"]
    )


@pytest.mark.parametrize("name", ["index.md", "modules/lending.md", "errors.md", "events.md", "llms.txt"])
def test_reads_as_before(name: str, snapshot: SnapshotAssertion) -> None:
    assert render(interface_of(INTERFACES["library"]))[name] == snapshot


@given(interfaces.interfaces())
@settings(
    max_examples=15, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
def test_any_interface_renders(tmp_path_factory: pytest.TempPathFactory, files: interfaces.Files) -> None:
    interface, _, _ = load(interfaces.write(files, tmp_path_factory.mktemp("idl")))
    if interface is not None:
        assert "index.md" in render(interface)
