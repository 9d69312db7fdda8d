"""Random interfaces: the Lua they become is read by every engine, and luacheck has nothing to say."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from tests.bridgegen.targets.lua.lua_tools import problems, render
from tests.strategies.interfaces import Files, interfaces, write


@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(interfaces())
def test_random_interface_becomes_clean_lua(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        written = render(write(files, Path(folder, "idl")), Path(folder, "lua"))
        assert problems(written) == ""
