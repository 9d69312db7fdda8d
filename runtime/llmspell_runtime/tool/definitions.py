"""The file of tool definitions: JSON, with its format and version."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from bridge_runtime.values import InvalidJson, read_json
from llmspell.tool.types import ToolDescription
from pydantic import ValidationError

FORMAT: Final = "llmspell.tools"
VERSION: Final = 1
MAX_FILE_BYTES: Final = 16 * 1024 * 1024

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}")


class NotDefinitions(ValueError):
    """The text is not such a file, or of a version that is not known here; the message says which."""


def write(tools: Iterable[ToolDescription]) -> bytes:
    """The file's bytes."""
    items = [tool.model_dump(mode="json", exclude_unset=True, exclude={"built_in"}) for tool in tools]
    document = {"format": FORMAT, "version": VERSION, "tools": items}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read(data: bytes) -> list[ToolDescription]:
    """The definitions of a file; raises NotDefinitions."""
    try:
        document = read_json(data)
    except InvalidJson as error:
        raise NotDefinitions(str(error)) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotDefinitions(f'it has no "format": "{FORMAT}"')
    if document.get("version") != VERSION:
        raise NotDefinitions(f"it has version {document.get('version')!r}; version {VERSION} is known here")
    items = document.get("tools")
    if not isinstance(items, list):
        raise NotDefinitions("its tools are not a list")
    return [_definition(item, number) for number, item in enumerate(items)]


def _definition(item: Any, number: int) -> ToolDescription:
    if not isinstance(item, dict) or "built_in" in item:
        raise NotDefinitions(f"tool {number} is not a definition")
    try:
        found = ToolDescription.model_validate({**item, "built_in": False})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "it"
        raise NotDefinitions(f"tool {number}: {place}: {first['msg']}") from None
    if not _NAME.fullmatch(found.name):
        raise NotDefinitions(f"tool {number}: {found.name!r} is not a name for a tool")
    return found
