"""A library of an extra that is not installed is asked for by the name of the extra."""

from __future__ import annotations

import sys

import pytest
from bridge_runtime.errors import BrokenInstallation
from llmspell import Session
from llmspell_runtime.extras import needed


def test_the_way_to_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert needed("json", "output").loads("1") == 1
    with pytest.raises(BrokenInstallation, match=r"no_such_library .*pip install 'llmspell\[output\]'"):
        needed("no_such_library.part", "output")
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    with Session() as session, pytest.raises(BrokenInstallation, match="defusedxml"):
        session.output.parse("<a/>", format="xml")
