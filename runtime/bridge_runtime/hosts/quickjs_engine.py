"""One QuickJS engine with one script in it: what it asks for comes out as JSON, and answers go in the same way.

Nothing of Python is put into the engine, so nothing of Python can be reached from it. An engine belongs to the
thread that made it.
"""

from __future__ import annotations

import json
import posixpath
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import quickjs  # type: ignore[import-untyped]

from bridge_runtime.errors import BridgeError, CallbackFailed, InvalidResult, LimitExceeded
from bridge_runtime.hosts.ecmascript import (
    IMPORTER,
    LOCAL_IMPORTER,
    Resolve,
    exported,
    link,
    own_module,
    with_imports,
)
from bridge_runtime.values import InvalidJson, Json, read_json, write_json

_ENTRY = "runtime/embedded.js"
_SPAN = 100_000
"""Lines that every source has for itself: the engine calls each ``<input>``, so their lines tell them apart. The script
has the first span, the support code the second, and the script's own files those that follow."""
_PLACE = re.compile(r"<input>:(\d+)(?::(\d+))?")

_A_WHILE = 0.05
"""Seconds of a turn after which the host looks at what the script has asked for so far."""

_NO_MEMORY = "InternalError: out of memory"

_BOOT = """(function (require, list) {
  const { begin, exchange, importLocal, offering, watch, watchLocal } = require(%(entry)s);
  const modules = JSON.parse(list);
  const importer = (name, members) => offering(name, require(modules[name]), members);
  Object.defineProperty(globalThis, %(importer)s, { value: importer });
  Object.defineProperty(globalThis, %(local)s, { value: importLocal });
  return (name) => ({ begin, exchange, watch, watchLocal })[name];
})"""

Request = list[Any]
"""What a script asks for: a kind and its details, made by ``runtime/typescript/embedded.js``."""


class ScriptFailed(CallbackFailed):
    """A script ended in an error of its own that it did not catch, or cannot be read."""

    def __init__(self, script: str, place: Place, detail: str) -> None:
        script = place.script or script
        where = f"{script}:{place.line}" if place.line else script
        fields = {"script": script, "line": place.line, "column": place.column, "stack": place.stack}
        BridgeError.__init__(self, f"{where}: {detail}", fields={"detail": detail, **fields})


class Place(NamedTuple):
    """Where in a script something happened; line 0 when nobody knows."""

    line: int = 0
    column: int = 0
    stack: str = ""
    script: str = ""
    """The file, when that is not the script itself."""


class Engine:
    """A QuickJS context with the generated package and a script.

    ``turn_seconds`` is the longest the script may compute without waiting, ``memory_bytes`` what it may hold; None is no limit.
    ``folder`` is where the script's own files are; None when it may have none.
    """

    def __init__(
        self,
        package: Path,
        script: str,
        turn_seconds: float | None,
        memory_bytes: int | None,
        folder: Path | None,
    ) -> None:
        self.script = script
        self._folder = folder
        self._own: list[str] = []
        """The script's own files, as paths below the folder; they are loaded in this order."""
        self._needs: dict[str, list[str]] = {}
        """The files that each of them imports."""
        self._context = quickjs.Context()
        self.package, self._modules = exported(package)
        self._memory_limited = memory_bytes is not None
        if memory_bytes is not None:
            self._context.set_memory_limit(memory_bytes)
        require = self._context.eval("\n" * _SPAN + link(package, (_ENTRY, *self._modules.values())))
        boot = self._context.eval(
            "\n" * _SPAN
            + _BOOT
            % {
                "entry": json.dumps(_ENTRY),
                "importer": json.dumps(IMPORTER),
                "local": json.dumps(LOCAL_IMPORTER),
            }
        )
        member = boot(require, json.dumps(self._modules))
        self._begin, self._exchange, self._watch = member("begin"), member("exchange"), member("watch")
        self._watch_local = member("watchLocal")
        if turn_seconds is not None:
            self._context.set_time_limit(turn_seconds)
        self._turn_seconds = turn_seconds
        self._began = 0.0
        self.is_busy = False
        """Whether the last turn left something to do at once."""

    def define(self, name: str, value: Json) -> None:
        """Give the script a global ``name`` with this value. Raises InvalidJson for what is no JSON value."""
        text = json.dumps(write_json(value))
        self._context.eval(f"globalThis[{json.dumps(name)}] = JSON.parse({text})")

    def start(self, source: str, prefix: str) -> None:
        """Begin to run ``source``; its functions get ids that begin with ``prefix``. Raises ScriptFailed for what is not a module."""
        self._begin(prefix, self.script, _SPAN)
        self._load(with_imports(source, self._resolver("")), self._watch)
        for path in self._own:  # which grows meanwhile: the script comes first, and waits for what it imports
            span = "\n" * (_SPAN * (2 + self._own.index(path)))
            self._load(span + self._text_of(path), partial(self._watch_local, path))

    def _load(self, text: str, watch: Callable[[Any], object]) -> None:
        if "\0" in text:
            raise ScriptFailed(
                self.script, Place(), "the script holds a null character; it is not a text file"
            )
        try:
            module = self._context.module(text)
        except quickjs.JSException as error:
            raise self._failed(str(error)) from None
        except UnicodeEncodeError:
            raise ScriptFailed(self.script, Place(), "the script holds half of a surrogate pair") from None
        try:
            watch(module)
        except quickjs.JSException as error:
            raise self._failed(str(error)) from None

    def _text_of(self, path: str) -> str:
        """One of the script's own files as a module; its syntax is the engine's affair."""
        assert self._folder is not None
        try:
            source = (self._folder / path).read_text(encoding="utf-8")
            return own_module(source, path, self._resolver(path))
        except (OSError, UnicodeDecodeError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise ScriptFailed(path, Place(), f"cannot be imported: {reason}") from None

    def turn(self, deliveries: list[Request]) -> list[Request]:
        """Hand over what has come for the script, run it for a while, and take what it asks for.

        It is run as far as it goes, but for a script that goes on and on: ``is_busy`` tells that there is more to do.
        Raises LimitExceeded when it computes too long without waiting, or needs too much memory.
        """
        now = time.monotonic()
        self._began = self._began if self.is_busy else now
        try:
            requests = _requests(self._exchange(_text(deliveries)))
            self.is_busy = self._run_jobs(now + _A_WHILE)
            requests += _requests(self._exchange("[]"))
        except quickjs.JSException as error:
            raise self._failed(str(error)) from None
        if self.is_busy and self._turn_seconds is not None and now - self._began > self._turn_seconds:
            raise self._computed_too_long()
        return requests

    def _run_jobs(self, until: float) -> bool:
        """Run what is due; True when there was more at that time, which is looked at now and then."""
        execute, clock = self._context.execute_pending_job, time.monotonic
        while True:
            for _ in range(100):
                if not execute():
                    return False
            if clock() >= until:
                return True

    def uncaught(self, description: dict[str, Any], error: BridgeError | None) -> BridgeError:
        """The error for what the script threw and did not catch; one of a call stays what it is, with the place as a note."""
        place = self.place(description["stack"])
        if error is None:
            message = str(description["message"])
            if message == _NO_MEMORY or (self._memory_limited and message == "threw null"):
                return self._memory_exceeded()  # an engine without memory for an Error throws null
            return ScriptFailed(self.script, place, message)
        script = place.script or self.script
        error.add_note(f"{script}:{place.line}\n{place.stack}" if place.line else self.script)
        return error

    def place(self, stack: str) -> Place:
        """The script's own frames of a stack trace, and where the innermost of them stands."""
        frames = [line for line in stack.splitlines() if not _is_support(line)]
        text = _PLACE.sub(self._named, "\n".join(frames))
        for line in frames:
            if found := _PLACE.search(line):
                script, number = self._file(int(found[1]))
                return Place(number, int(found[2] or 0), text, script)
        return Place(stack=text)

    def _file(self, line: int) -> tuple[str, int]:
        """The file of an engine's line, and the line there."""
        span, before = divmod(line - 1, _SPAN)
        known = 2 <= span < 2 + len(self._own)
        return (self._own[span - 2] if known else self.script), before + 1

    def _named(self, found: re.Match[str]) -> str:
        script, line = self._file(int(found[1]))
        return ":".join([script, str(line), *([found[2]] if found[2] else [])])

    def _resolver(self, importer: str) -> Resolve:
        """What the imports of a file mean: modules of the package, and files below the script's folder."""

        def resolve(module: str) -> str | None:
            if module in self._modules:
                return None
            if not module.startswith("."):
                detail = f"cannot import {module!r}; there are {', '.join(sorted(self._modules))}"
                raise ScriptFailed(importer or self.script, Place(), detail)
            if self._folder is None:
                detail = f"cannot import {module!r}: a script is one file; bundle what belongs to it"
                raise ScriptFailed(self.script, Place(), detail)
            path = posixpath.normpath(posixpath.join(posixpath.dirname(importer), module))
            if path.startswith("..") or not (self._folder / path).is_file():
                where = (
                    "lies outside of the script's folder"
                    if path.startswith("..")
                    else "there is no such file"
                )
                hint = f"; did you mean {module}.js?" if (self._folder / f"{path}.js").is_file() else ""
                raise ScriptFailed(
                    importer or self.script, Place(), f"cannot import {module!r}: {where}{hint}"
                )
            if path not in self._own:
                self._own.append(path)
            if importer and self._needing(path, importer):
                detail = f"cannot import {module!r}: the two import each other; take what both need into a third file"
                raise ScriptFailed(importer, Place(), detail)
            self._needs.setdefault(importer, []).append(path)
            return path

        return resolve

    def _needing(self, path: str, other: str) -> bool:
        """Whether the file at ``path`` is ``other``, or imports it, on whatever way."""
        return path == other or any(self._needing(needed, other) for needed in self._needs.get(path, ()))

    def _failed(self, text: str) -> BridgeError:
        """What the engine's own exception means: bad syntax, or a limit."""
        message, _, stack = text.partition("\n")
        if message.startswith("InternalError: interrupted"):
            return self._computed_too_long()
        if message.startswith("InternalError: out of memory") or message in ("null", "undefined"):
            return LimitExceeded(
                limit="memory_bytes", detail=f"{self.script} needs more memory than it may have"
            )
        if "could not load module" in message:
            message += "; imports stand at the head of a script, before any other statement"
        return ScriptFailed(self.script, self.place(stack), message)

    def _computed_too_long(self) -> LimitExceeded:
        detail = f"{self.script} computed for {self._turn_seconds} s without waiting for anything"
        return LimitExceeded(limit="turn_seconds", detail=detail)

    def _memory_exceeded(self) -> LimitExceeded:
        return LimitExceeded(limit="memory_bytes", detail=f"{self.script} needs more memory than it may have")


def _is_support(line: str) -> bool:
    found = _PLACE.search(line)
    return (found is not None and (int(found[1]) - 1) // _SPAN == 1) or "(native)" in line


def _text(deliveries: list[Request]) -> str:
    """The deliveries as JSON; a value that is not JSON becomes an error."""
    try:
        return write_json(deliveries)
    except InvalidJson:
        return write_json([_sendable(delivery) for delivery in deliveries])


def _sendable(delivery: Request) -> Request:
    try:
        write_json(delivery)
    except InvalidJson as error:
        return ["error", delivery[1], InvalidResult(function="the call", detail=str(error)).to_json()]
    return delivery


def _requests(text: Any) -> list[Request]:
    """The requests that a text holds; none of what a script that tampered with the language put there instead."""
    try:
        requests = read_json(text)
    except (InvalidJson, TypeError):
        return []
    if not isinstance(requests, list):
        return []
    return [
        request
        for request in requests
        if isinstance(request, list) and request and isinstance(request[0], str)
    ]
