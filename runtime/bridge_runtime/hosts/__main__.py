"""Runs a script of any SDK in its host: ``python -m bridge_runtime.hosts llmspell spell.lua``, or a ``.js`` file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

from bridge_runtime.errors import BridgeError, InvalidArgument
from bridge_runtime.session import Session


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one script, Lua or JavaScript, over a session of an SDK; print what it returns or exports by default."""
    parser = argparse.ArgumentParser(prog="python -m bridge_runtime.hosts", description=main.__doc__)
    parser.add_argument("package", help="the generated Python package of the SDK")
    parser.add_argument("script", type=Path, help="the script's file: .lua, .js or .mjs")
    parser.add_argument("arguments", nargs="*", help="Lua's `...`, the global `args` of JavaScript")
    parser.add_argument("--options", type=json.loads, default={}, help="options of the session, as JSON")
    given = parser.parse_args(arguments)
    try:
        interface = import_module(f"{given.package}._interface").INTERFACE
    except ModuleNotFoundError as error:
        if error.name not in (given.package, f"{given.package}._interface"):
            raise
        print(f"there is no SDK {given.package!r}; is its folder on PYTHONPATH?", file=sys.stderr)
        return 2
    try:
        with closing(Session(interface, given.options)) as session:
            result = _run(session, given.script, given.arguments, interface)
    except BridgeError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1
    if result is not None:
        print(json.dumps(result, ensure_ascii=False))
    return 0


def _run(session: Session, script: Path, arguments: Sequence[str], interface: Any) -> Any:
    def open_session(options: Mapping[str, Any]) -> Session:
        return Session(interface, options)

    if script.suffix == ".lua":
        from bridge_runtime.hosts.lua import LuaHost

        with LuaHost(session, path=[script.resolve().parent], opener=open_session) as host:
            return host.run_file(script, arguments=arguments)
    if script.suffix in (".js", ".mjs"):
        from bridge_runtime.hosts.javascript import JavaScriptHost

        made = JavaScriptHost(session, open_session=open_session, globals={"args": list(arguments)})
        return made.run_file(script)
    detail = f"{script} is neither .lua nor .js, and there are no other hosts"
    raise InvalidArgument(function="run_file", detail=detail)


if __name__ == "__main__":
    sys.exit(main())
