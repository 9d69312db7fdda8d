"""The Lua host: runs scripts on lupa's Lua 5.4, with the generated module over a session of this process.

Scripts are trusted not to run for ever; they are not trusted with Python. What Lua is given are plain functions that
take and return scalars, held by code that scripts cannot reach (``runtime/lua/host/environment.lua``).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import (
    BridgeError,
    BrokenInstallation,
    CallbackFailed,
    InvalidArgument,
    LimitExceeded,
)
from bridge_runtime.hosts.lua_calls import Calls, Opener
from bridge_runtime.hosts.lua_tokens import read_value
from bridge_runtime.values import Json

try:
    from bridge_runtime.hosts.lupa_engine import LuaError, LuaMemoryError, LuaRuntime
except ImportError as error:  # pragma: no cover - depends on the installation
    needed = (
        "the Lua host needs lupa; install this package's extra 'lua', as in `pip install 'llmspell[lua]'`"
    )
    if __name__ == "__main__":
        sys.exit(needed)
    raise BrokenInstallation(detail=needed, cause=error) from error

if TYPE_CHECKING:
    from bridge_runtime.session import Session

Output = Callable[[str], object]

_NO_MEMORY = "not enough memory"
"""Lua's own words, which it makes without taking memory for a place."""


_HERE = Path(__file__).resolve()
_SUPPORT = (_HERE.parents[2] / "lua", _HERE.parents[1] / "lua")
"""Where the hand-written Lua is: a checkout's ``runtime/lua``, or beside this package where it is installed."""


def write_text(text: str) -> None:
    """Writes to standard output."""
    sys.stdout.write(text)


class LuaHost:
    """A Lua state of its own over one session.

    Scripts see ``require("<interface>")`` with that session as the default one, a harmless part of the
    standard library, and modules below ``path``. One thread at a time may use a host.
    """

    def __init__(
        self,
        session: Any,
        *,
        package: Path | None = None,
        path: Sequence[Path | str] = (),
        output: Output = write_text,
        opener: Opener | None = None,
        memory_bytes: int | None = None,
        watched: bool = False,
        program: bool = False,
    ) -> None:
        """``session`` is a core session or a facade over one. ``package`` is the folder of the generated modules,
        found beside the SDK when left out; ``path`` holds folders of the scripts' own modules. ``output`` takes
        what scripts print; ``opener`` makes the sessions that a script opens with ``open``, which is refused
        without one. ``memory_bytes`` is what the Lua state may hold; None is no limit. ``watched`` scripts can be
        ended with ``stop``, and run a little slower. A script that is a ``program`` reads this process' standard input, writes
        to its standard error, and may end by ``os.exit``, which ``run`` raises as SystemExit.

        Raises BrokenInstallation when the Lua sources of the interface or of the runtime are missing.
        """
        core: Session = getattr(session, "core", session)
        self._session = core
        self._output = output
        self._sdk = (_support_folder(), package or _package_of(core.interface.name))
        self._path = tuple(Path(folder) for folder in path)
        self._calls = Calls(core, opener)
        self._lua = LuaRuntime(
            unpack_returned_tuples=True,
            register_eval=False,
            register_builtins=False,
            attribute_filter=_no_attributes,
            max_memory=memory_bytes,
        )
        self._stopped = False
        self._run, self._calls.run_handler = self._prepare(core.interface.name, watched, program)

    def _prepare(self, name: str, watched: bool, program: bool) -> tuple[Any, Any]:
        functions = self._calls.functions()
        if program:
            functions |= {
                "read_line": self._read_line,
                "write_error": self._write_error,
                "exit": self._calls.exit,
            }
        if watched:
            functions["is_stopped"] = lambda: self._stopped
        raw = self._lua.table_from({"sdk_name": name, "native_name": f"{name}.native", **functions})
        prepare = self._chunk("environment.lua")
        of_program = self._chunk("program.lua") if program else None
        run, run_handler = prepare(raw, self._find_module, self._write, of_program)
        return run, run_handler

    def _chunk(self, name: str) -> Any:
        """One of the host's own Lua files, loaded."""
        source = (_support_folder() / "host" / name).read_text("utf-8")
        load = self._lua.eval(
            "function(load, ...) local chunk, problem = load(...); return chunk or error(problem, 0) end"
        )
        return load(self._lua.globals().load, source, f"@{name}", "t")

    def run(self, source: str, *, name: str = "script", arguments: Sequence[str] = ()) -> Json:
        """Run a script's text; gives what it returns, as JSON (null for nothing, an id for a handle).

        ``name`` stands in its messages and stack traces; ``arguments`` are the script's ``...``. Raises the error that the script did not catch: a
        BridgeError with its code, or CallbackFailed for one of Lua's own, with the place in its message.
        """
        if "\0" in name or not name:
            raise InvalidArgument(function="run", detail="name: expected text without NUL")
        return self._outcome(name, lambda: self._run(source, name, *arguments))

    def run_file(self, path: Path | str, *, arguments: Sequence[str] = ()) -> Json:
        """Run a script file; as ``run``."""
        try:
            source = Path(path).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidArgument(function="run_file", detail=f"{path} cannot be read: {error}") from error
        if source.startswith("#"):
            source = "--" + source
        return self.run(source, name=str(path), arguments=arguments)

    def _outcome(self, name: str, run: Callable[[], tuple[Any, ...]]) -> Json:
        try:
            with self._calls.inside():
                ok, *tokens = run()
        except LuaMemoryError:
            raise self._out_of_memory(name) from None
        except LuaError as error:
            if self._stopped:
                raise LimitExceeded(limit="seconds", detail=f"{name} was stopped") from None
            raise CallbackFailed(detail=f"{name}: {error}", cause=error) from error
        except UnicodeError as error:
            raise InvalidArgument(function="run", detail=f"{name} is not Unicode text: {error}") from error
        value = read_value(tuple(tokens))
        if not ok and self._stopped:
            raise LimitExceeded(limit="seconds", detail=f"{name} was stopped")
        if not ok and value["message"] == _NO_MEMORY:
            raise self._out_of_memory(name)
        if not ok:
            found = self._session.interface.error(value["code"])
            failed = BridgeError.from_json(value, None if found is None else {value["code"]: found})
            if value.get("traceback"):
                failed.add_note(value["traceback"])
            raise failed
        return value

    def _out_of_memory(self, name: str) -> LimitExceeded:
        return LimitExceeded(limit="memory_bytes", detail=f"{name} needs more memory than it may have")

    def _find_module(self, name: str) -> tuple[str | None, str]:
        """Text and place of a module; None and where was looked, besides the SDK, when there is none."""
        parts = name.split(".")
        looked = []
        if all(part.isidentifier() for part in parts):
            for folder in (*self._sdk, *self._path):
                for place in (
                    folder.joinpath(*parts).with_suffix(".lua"),
                    folder.joinpath(*parts, "init.lua"),
                ):
                    if folder in self._path:
                        looked.append(str(place))
                    try:
                        return place.read_text("utf-8"), _shown(place, folder)
                    except (OSError, UnicodeDecodeError):
                        continue
            looked = looked or ["the modules of the SDK; this host has no folder of others"]
        return None, "looked in " + ", ".join(looked) if looked else "the name is no module name"

    def _write(self, text: str) -> None:
        self._calls.guard(lambda: self._output(text))

    def _read_line(self) -> bytes | None:
        line = b""

        def read() -> None:
            nonlocal line
            sys.stdout.flush()  # a question that was just asked
            line = sys.stdin.buffer.readline()

        self._calls.guard(read)
        return line or None

    def _write_error(self, text: str) -> None:
        self._calls.guard(lambda: sys.stderr.write(text))

    def stop(self) -> None:
        """End the script that runs in this ``watched`` host, from another thread: with LimitExceeded.

        It helps against a script that computes for ever by mistake. One that means to goes on in a pattern, in a
        message handler or in a coroutine: only a process that is killed is a fence.
        """
        self._stopped = True

    def close(self) -> None:
        """Forget the scripts' handlers. The session stays open; those that scripts opened are closed."""
        self._calls.close()

    def __enter__(self) -> LuaHost:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _no_attributes(*_: object) -> str:
    raise AttributeError("scripts have no access to Python objects")


def _shown(place: Path, folder: Path) -> str:
    return str(place.relative_to(folder))


def _support_folder() -> Path:
    for folder in _SUPPORT:
        if (folder / "host" / "environment.lua").is_file():
            return folder
    looked = " and ".join(str(folder) for folder in _SUPPORT)
    raise BrokenInstallation(detail=f"the Lua sources of the runtime are missing; looked in {looked}")


def _package_of(name: str) -> Path:
    """The folder of the generated Lua modules: inside the Python package, or in a checkout's ``generated``."""
    spec = find_spec(name)
    places = []
    if spec is not None and spec.origin is not None:
        package = Path(spec.origin).resolve().parent
        places = [package / "_generated" / "lua", package.parents[1] / "lua"]
    for place in places:
        if (place / f"{name}.lua").is_file():
            return place
    looked = f"; looked in {' and '.join(map(str, places))}" if places else ""
    raise BrokenInstallation(detail=f"the generated Lua module {name}.lua is missing{looked}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one script over a session of an SDK: ``python -m bridge_runtime.hosts.lua llmspell spell.lua``."""
    from bridge_runtime.session import Session

    parser = argparse.ArgumentParser(prog="python -m bridge_runtime.hosts.lua", description=main.__doc__)
    parser.add_argument("package", help="the generated Python package of the SDK")
    parser.add_argument("script", help="the script's file")
    parser.add_argument("arguments", nargs="*", help="the script's `...`")
    parser.add_argument("--options", type=json.loads, default={}, help="options of the session, as JSON")
    given = parser.parse_args(arguments)
    interface = import_module(f"{given.package}._interface").INTERFACE
    try:
        with closing(Session(interface, given.options)) as session, LuaHost(session, program=True) as host:
            result = host.run_file(given.script, arguments=given.arguments)
    except BridgeError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1
    if result is not None:
        print(json.dumps(result, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
