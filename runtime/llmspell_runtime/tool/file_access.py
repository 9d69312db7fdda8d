"""The built-in file tools: text or bytes of files below the session's folders."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import anyio.to_thread

from llmspell_runtime.files import FileFailure, append_file, read_file, write_file

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions

MAX_BYTES: Final = 4 * 1024 * 1024
DEFAULT_BYTES: Final = 1024 * 1024


async def file_read(arguments: Mapping[str, Any], permissions: Permissions) -> dict[str, Any]:
    """A file as ``{"path", "text", "bytes"}``, or with ``"base64"`` instead of ``"text"`` when that is asked for.

    Raises PermissionDenied and FileFailure.
    """
    path = permissions.require_path("fs.read", arguments["path"])
    limit = arguments.get("max_bytes", DEFAULT_BYTES)
    data = await anyio.to_thread.run_sync(read_file, path, limit)
    found = {"path": arguments["path"], "bytes": len(data)}
    if arguments.get("encoding", "utf-8") == "base64":
        return {**found, "base64": base64.b64encode(data).decode("ascii")}
    try:
        return {**found, "text": data.decode("utf-8")}
    except UnicodeDecodeError as error:
        raise FileFailure(f"is not UTF-8 text (byte {error.start}); ask for the encoding 'base64'") from None


async def file_write(arguments: Mapping[str, Any], permissions: Permissions) -> dict[str, Any]:
    """Write ``text`` or ``base64``; returns ``{"path", "bytes", "created"}``.

    ``mode`` is "replace", "create" (there must be no such file) or "append". Raises PermissionDenied and FileFailure.
    """
    data = _data(arguments)
    if len(data) > MAX_BYTES:
        raise FileFailure(f"{len(data)} bytes are more than the {MAX_BYTES} that may be written at once")
    path = permissions.require_path("fs.write", arguments["path"])
    mode = arguments.get("mode", "replace")
    if mode == "append":
        existed = await anyio.to_thread.run_sync(append_file, path, data)
    else:
        existed = await anyio.to_thread.run_sync(lambda: write_file(path, data, replace=mode == "replace"))
    return {"path": arguments["path"], "bytes": len(data), "created": not existed}


def _data(arguments: Mapping[str, Any]) -> bytes:
    if ("text" in arguments) == ("base64" in arguments):
        raise FileFailure("give what to write as 'text' or as 'base64', one of them")
    if "text" in arguments:
        return str(arguments["text"]).encode("utf-8")
    try:
        return base64.b64decode(arguments["base64"], validate=True)
    except (binascii.Error, ValueError):
        raise FileFailure("what is given as 'base64' is not base64") from None
