"""The reference: every link leads somewhere, every thing is described, and it renders for any interface."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from bridgegen.load import load
from bridgegen.model import Interface
from bridgegen.targets.docs.surfaces import support, surfaces
from bridgegen.targets.docs.target import TARGET
from bridgegen.targets.docs.words import anchor
from hypothesis import HealthCheck, given, settings
from syrupy.assertion import SnapshotAssertion

from tests.strategies import interfaces

ROOT = Path(__file__).resolve().parents[4]
INTERFACES = {
    "library": ROOT / "tests/interfaces/library/interface.yaml",
    "ours": ROOT / "idl/interface.yaml",
}
_LINK = re.compile(r"(?<!`)\[[^\]\n]+\]\(([^)\s]+)\)")
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


def broken_links(pages: dict[str, str]) -> list[str]:
    """The links of these pages that lead nowhere."""
    anchors = {
        path: {
            anchor(line.lstrip("#").strip())
            for line in _CODE.sub("", text).splitlines()
            if line.startswith("#")
        }
        for path, text in pages.items()
    }
    broken = []
    for path, text in pages.items():
        for link in _LINK.findall(_CODE.sub("", text)):
            if link.startswith("http"):
                continue
            file, _, place = link.partition("#")
            target = path if not file else _joined(path, file)
            if target not in pages or (place and place not in anchors[target]):
                broken.append(f"{path}: {link}")
    return broken


def _joined(path: str, file: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(path).parent / file).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_every_link_leads_somewhere(interface: Interface) -> None:
    assert broken_links(render(interface)) == []


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
