"""What is in the wheel and the source distribution, and what must not be."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from email import message_from_bytes
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.packaging.installed import ROOT, Installed, build

PLACES = {
    "generator/bridgegen": "bridgegen",
    "templates": "bridgegen/templates",
    "runtime/typescript": "bridgegen/runtime/typescript",
    "runtime/bridge_runtime": "bridge_runtime",
    "runtime/c": "bridge_runtime/c",
    "runtime/lua": "bridge_runtime/lua",
    "runtime/bridge_cffi": "bridge_cffi",
    "runtime/llmspell_runtime": "llmspell_runtime",
    "generated/python/llmspell": "llmspell",
    "generated/cffi/llmspell_cffi": "llmspell_cffi",
    "generated/cffi/inside": "llmspell/_generated/cffi/inside",
    "generated/c/include": "llmspell/_generated/c/include",
    "generated/c/source": "llmspell/_generated/c/source",
    "generated/lua/llmspell": "llmspell/_generated/lua/llmspell",
    "generated/typescript/modules": "llmspell/_generated/typescript/modules",
    "generated/typescript/runtime": "llmspell/_generated/typescript/runtime",
}
"""Folders of the checkout that ship whole -> where they are in the wheel."""

LOOKED_FOR = (
    "bridgegen/schema/module.schema.json",
    "bridgegen/scaffold/project/idl/interface.yaml.template",
    "bridgegen/rules/type-dangling-ref.md",
    "bridge_runtime/lua/host/environment.lua",
    "bridge_runtime/c/build.py",
    "bridge_runtime/lua/build.py",
    "llmspell/_generated/lua/llmspell.lua",
    "llmspell/_generated/lua/llmspell-*.rockspec",
    "llmspell/_generated/typescript/package.json",
    "llmspell/_generated/typescript/conformance/harness.js",
    "*/py.typed",
)

UNWANTED = (
    "*.pyc",
    "*.so",
    "*.o",
    "*/.*",
    ".*",
    "*/__pycache__/*",
    "*/node_modules/*",
    "*/build/*",
    "tests/*",
    "*/test_*.py",
    "*/conftest.py",
    "benchmarks/*",
    "examples/*",
    "idl/*",
    "scripts/*",
    "runtime/*",
    "generated/*",
    "llmspell/_generated/*/conformance/*",
)
ALLOWED = {
    "bridgegen/scaffold/project/.gitignore.template",  # becomes a project's
    "llmspell/_generated/typescript/conformance/harness.js",  # exported by the package beside it
}


@pytest.fixture(scope="module")
def names(installed: Installed) -> list[str]:
    with zipfile.ZipFile(installed.wheel) as wheel:
        return wheel.namelist()


def test_all_that_is_looked_for_at_run_time_is_there(names: list[str]) -> None:
    missing = [pattern for pattern in LOOKED_FOR if not any(fnmatch(name, pattern) for name in names)]
    assert missing == []


@pytest.mark.parametrize("folder", PLACES)
def test_folder_ships_whole(folder: str, names: list[str]) -> None:
    source = ROOT / folder
    expected = {
        f"{PLACES[folder]}/{path.relative_to(source)}"
        for path in source.rglob("*")
        if path.is_file() and not {"__pycache__", ".mypy_cache"} & set(path.parts)
    }
    assert expected and expected - set(names) == set()


def test_nothing_else_is_there(names: list[str]) -> None:
    unwanted = {name for name in names for pattern in UNWANTED if fnmatch(name, pattern)}
    assert unwanted - ALLOWED == set()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {
        *("bridgegen", "bridge_runtime", "bridge_cffi", "llmspell", "llmspell_cffi", "llmspell_runtime")
    }


def test_every_package_says_that_it_is_typed(names: list[str]) -> None:
    packages = {
        name.partition("/")[0] for name in names if name.count("/") == 1 and name.endswith("/__init__.py")
    }
    assert {name.partition("/")[0] for name in names if name.endswith("/py.typed")} == packages


def test_no_file_names_the_machine_it_was_built_on(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        naming = [name for name in wheel.namelist() if str(ROOT).encode() in wheel.read(name)]
    assert naming == []


def test_only_five_libraries_are_needed_to_run(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        (place,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = message_from_bytes(wheel.read(place))
    needed = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    names = {line.partition("==")[0] for line in needed}
    assert names == {"anyio", "cachetools", "httpx2", "jsonschema", "pydantic"}
    extras = set(metadata.get_all("Provides-Extra", []))
    runs = {"lua", "javascript", "schema", "output", "memory", "workflow", "cli", "native"}
    assert extras >= {"generate", *runs}


def test_source_distribution_makes_the_same_wheel(names: list[str], tmp_path: Path) -> None:
    archive = build("sdist", tmp_path / "sdist")
    with tarfile.open(archive) as source:
        kept = source.getnames()
    shutil.unpack_archive(archive, tmp_path)
    assert not [name for name in kept if fnmatch(name, "*/.venv/*") or fnmatch(name, "*/node_modules/*")]
    folder = tmp_path / archive.name.removesuffix(".tar.gz")
    assert (folder / "Makefile").is_file() and (folder / "tests").is_dir() and not (folder / "build").exists()
    wheel = build("wheel", tmp_path / "wheel", folder)
    with zipfile.ZipFile(wheel) as again:
        assert sorted(again.namelist()) == sorted(names)
