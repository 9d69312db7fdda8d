"""The two libraries that the C tests use: a lending library's, and llmspell's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.surfaces.c.building import ROOT, Built, built, python_path


@pytest.fixture(scope="session")
def library() -> Built:
    interfaces = ROOT / "tests" / "interfaces"
    return built("library", interfaces / "library" / "interface.yaml", interfaces)


@pytest.fixture(scope="session")
def llmspell(native: Path) -> Built:
    generated = ROOT / "generated"
    return Built("llmspell", generated, native, python_path(generated, ROOT / "runtime"))
