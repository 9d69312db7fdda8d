"""The file that memory is persisted to and loaded from: JSON, with its format and version."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from bridge_runtime.values import InvalidJson, canonical_json, read_json

from llmspell_runtime.memory.entries import Entry

FORMAT: Final = "llmspell.memory"
VERSION: Final = 1


class NotMemory(ValueError):
    """The text is not such a file, or of a version that is not known here; the message says which."""


def write(entries: Iterable[Entry]) -> bytes:
    """The file's bytes for ``entries``."""
    items = []
    for entry in entries:
        item: dict[str, Any] = {"key": entry.key, "value": entry.value, "tags": list(entry.tags)}
        item["metadata"] = json.loads(entry.metadata)
        if entry.expires_at is not None:
            item["expires_at"] = entry.expires_at
        items.append(item)
    document = {"format": FORMAT, "version": VERSION, "entries": items}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read(data: bytes) -> list[Entry]:
    """The entries of a file, expired ones too; raises NotMemory."""
    try:
        document = read_json(data)
    except InvalidJson as error:
        raise NotMemory(str(error)) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotMemory(f'it has no "format": "{FORMAT}"')
    if document.get("version") != VERSION:
        raise NotMemory(f"it has version {document.get('version')!r}; version {VERSION} is known here")
    items = document.get("entries")
    if not isinstance(items, list):
        raise NotMemory("its entries are not a list")
    return [_entry(item, number) for number, item in enumerate(items)]


def _entry(item: Any, number: int) -> Entry:
    known = {"key", "value", "tags", "metadata", "expires_at"}
    if not isinstance(item, dict) or not {"key", "value"} <= item.keys() <= known:
        raise NotMemory(
            f"entry {number} does not have a key, a value and no more than {', '.join(sorted(known))}"
        )
    key, tags, metadata = item["key"], item.get("tags", []), item.get("metadata", {})
    expires_at = item.get("expires_at")
    if not isinstance(key, str) or not 1 <= len(key) <= 256:
        raise NotMemory(f"the key of entry {number} is not a text of 1 to 256 characters")
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise NotMemory(f"the tags of {key!r} are not texts")
    if not isinstance(metadata, dict):
        raise NotMemory(f"the metadata of {key!r} is not an object")
    if isinstance(expires_at, bool) or not isinstance(expires_at, int | float | None):
        raise NotMemory(f"the expires_at of {key!r} is not a number of seconds")
    return Entry(key, canonical_json(item["value"]), tuple(tags), canonical_json(metadata), expires_at)
