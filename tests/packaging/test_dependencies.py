"""The list of dependencies in docs/ and the locks in requirements/ say what pyproject.toml says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.packaging.installed import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCKS = {"runtime.txt": ["run"], "dev.txt": ["run", *PROJECT["optional-dependencies"]]}


def declared() -> dict[str, dict[str, str]]:
    """The group (``run``, or an extra's name) -> library, without its extras -> version."""
    groups = {"run": PROJECT["dependencies"], **PROJECT["optional-dependencies"]}
    bare = {group: [re.sub(r"\[.*\]", "", line) for line in lines] for group, lines in groups.items()}
    return {group: dict(line.split("==") for line in lines) for group, lines in bare.items()}


def documented() -> dict[str, set[str]]:
    """The libraries that docs/dependencies.md lists, by group."""
    found: dict[str, set[str]] = {group: set() for group in declared()}
    for cells in rows((ROOT / "docs" / "dependencies.md").read_text()):
        extra = re.fullmatch(r"`(\w+)`", cells[0])
        if extra is not None:
            found[extra[1]] |= libraries(cells[1])
        elif cells[0] not in ("library", "extra"):
            found["run"] |= libraries(cells[0])
    return found


def rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("| ") and not line.startswith("| ---"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def libraries(cell: str) -> set[str]:
    return {name.strip() for name in re.sub(r"\([^)]*\)", "", cell).split(",")}


@pytest.mark.parametrize("group", declared())
def test_documentation_lists_every_dependency_and_no_other(group: str) -> None:
    assert documented()[group] == set(declared()[group])


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_what_is_declared(name: str) -> None:
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements" / name).read_text(), re.MULTILINE))
    for group in LOCKS[name]:
        for library, version in declared()[group].items():
            assert locked.get(library.lower()) == version, f"{library} of {group}: run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
def test_lock_is_hashed_and_names_no_registry(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text()
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert entries and all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
