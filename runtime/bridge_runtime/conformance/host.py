"""Runs one conformance program in a script host: ``python -m bridge_runtime.conformance.host lua llmspell desk.lua``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

from bridge_runtime.session import Session


def main(language: str, package: str, program: str) -> int:
    """Run ``program`` in a host that may open sessions of ``package``'s interface; 0 when it ran to its end."""
    interface = import_module(f"{package}._interface").INTERFACE

    def open_session(options: Mapping[str, Any]) -> Session:
        return Session(interface, options)

    source = Path(program).read_text(encoding="utf-8")
    with closing(Session(interface)) as session:
        if language == "lua":
            from bridge_runtime.hosts.lua import LuaHost

            LuaHost(session, opener=open_session).run(source, name=Path(program).name)
        else:
            from bridge_runtime.hosts.javascript import JavaScriptHost

            JavaScriptHost(session, open_session=open_session).run(source, name=Path(program).name)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
