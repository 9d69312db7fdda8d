"""The two libraries that the C tests use: a lending library's, and llmspell's own."""

from __future__ import annotations

import pytest

from tests.surfaces.c.building import ROOT, Built, built


@pytest.fixture(scope="session")
def library() -> Built:
    interfaces = ROOT / "tests" / "interfaces"
    return built("library", interfaces / "library" / "interface.yaml", interfaces)


@pytest.fixture(scope="session")
def llmspell() -> Built:
    return built("llmspell", ROOT / "idl" / "interface.yaml", ROOT / "runtime")
