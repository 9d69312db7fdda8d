"""A library of an extra that is not installed is asked for by the name of the extra."""

from __future__ import annotations

import subprocess
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


def test_a_tool_call_imports_nothing_that_takes_long() -> None:
    program = (
        "import sys; from llmspell import Session\n"
        "with Session() as session: session.tool.execute('calculator', {'expression': '1'})\n"
        "print(sorted({'apsw', 'cel', 'httpx2', 'lark', 'lupa', 'quickjs', 'rfc3987_syntax', 'yaml'} & {*sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
