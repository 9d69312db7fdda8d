"""The JavaScript host: runs a script with a session's functions as promises, over quickjs-ng."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BrokenInstallation, InvalidArgument, Unsupported
from bridge_runtime.values import Json

if TYPE_CHECKING:
    from bridge_runtime.hosts.javascript_run import Run
    from bridge_runtime.session import Session

Output = Callable[[str, str], None]
"""Takes the level (debug, log, info, warn, error) and the line of a ``console`` call."""
OpenSession = Callable[[Mapping[str, Any]], "Session"]

TURN_SECONDS = 30.0
IDLE_SECONDS = 60.0


def write_line(level: str, line: str) -> None:
    """Writes to standard output, and to standard error for ``warn`` and ``error``."""
    print(line, file=sys.stderr if level in ("warn", "error") else sys.stdout, flush=True)


class JavaScriptHost:
    """Runs scripts in one session.

    A script is an ECMAScript module: ``await`` works everywhere, ``import llmspell from "llmspell"`` (the name of the
    generated package) gives the session, and the default export is the result.
    """

    def __init__(
        self,
        session: Session,
        *,
        package: Path | None = None,
        output: Output = write_line,
        open_session: OpenSession | None = None,
        turn_seconds: float | None = TURN_SECONDS,
        idle_seconds: float | None = IDLE_SECONDS,
        memory_bytes: int | None = None,
        globals: Mapping[str, Json] | None = None,
        folder: Path | None = None,
    ) -> None:
        """
        ``package`` is the generated package's folder, found beside the SDK when left out; ``open_session`` makes the
        sessions that a script opens with ``open``, which is refused without one; ``turn_seconds`` limits how long
        a script may compute without waiting, ``idle_seconds`` how long it may wait for nothing but its own
        callbacks, ``memory_bytes`` its memory. None is no limit. ``globals`` are values that every script finds
        under these names, such as its arguments; ``folder`` is where it may import files of its own from, none when
        left out.

        Raises BrokenInstallation when the engine or the package is missing.
        """
        try:
            import quickjs  # type: ignore[import-untyped]  # noqa: F401
        except ImportError as error:
            raise BrokenInstallation(
                detail="scripts in JavaScript need the engine quickjs-ng; install this package's extra 'javascript'",
                cause=error,
            ) from error
        self.session = getattr(session, "core", session)
        self.package = package or _package_of(self.session)
        self.output = output
        self.open_session = open_session
        self.turn_seconds = turn_seconds
        self.idle_seconds = idle_seconds
        self.memory_bytes = memory_bytes
        self.globals = dict(globals or {})
        self.folder = folder
        self.stopped = False
        self._running: set[Run] = set()

    def run(self, source: str, *, name: str = "script.js") -> Any:
        """Run a script to its end, and give its default export as JSON (None when it has none).

        The end is when the module has finished and no call and no timer of it is left. ``name`` is what messages call
        it. Raises the error that the script did not catch: that of a call as it is, with the place as a note, and
        ScriptFailed (a CallbackFailed) for one of JavaScript's own, with the place in its message and fields.
        """
        from bridge_runtime.hosts.javascript_run import Run  # with the engine, which only a run needs

        if self.session.portal.is_this_thread:
            raise Unsupported(detail="a script would block the session's own event loop; await `arun` there")
        run = Run(self, source, name)
        self._running.add(run)
        try:
            return run.finish()
        finally:
            self._running.discard(run)

    def stop(self) -> None:
        """End every script of this host, from any thread: at its next pause, with LimitExceeded.

        One that computes without a pause ends at ``turn_seconds``.
        """
        self.stopped = True
        for run in list(self._running):
            run.wake()

    def run_file(self, path: Path | str) -> Any:
        """Run a script file; as ``run``."""
        try:
            source = Path(path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidArgument(function="run_file", detail=f"{path} cannot be read: {error}") from error
        return self.run(source, name=str(path))

    async def arun(self, source: str, *, name: str = "script.js") -> Any:
        """``run`` beside the running event loop, on a thread of its own."""
        if self.session.asynchronous:
            self.session.attach()
        return await asyncio.to_thread(self.run, source, name=name)


def _package_of(session: Session) -> Path:
    """Where the JavaScript of a session's interface is: inside its Python package, or beside it in a checkout."""
    module = next((path for path in session.interface.modules.values() if isinstance(path, str)), "")
    found = find_spec(module.partition(".")[0]) if module else None
    places = [
        place
        for folder in (found.submodule_search_locations or () if found else ())
        for place in (Path(folder) / "_generated" / "typescript", Path(folder).parent.parent / "typescript")
    ]
    for place in places:
        if (place / "package.json").is_file():
            return place
    looked = f"looked in {' and '.join(map(str, places))}" if places else "say where it is with `package`"
    raise BrokenInstallation(
        detail=f"the JavaScript package of {session.interface.name} is missing; {looked}"
    )
