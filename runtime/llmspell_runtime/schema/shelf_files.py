"""The file of a shelf: JSON or YAML, with its format and version."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Final, TypeGuard

from bridge_runtime.values import InvalidJson, read_json

from llmspell_runtime.extras import needed
from llmspell_runtime.schema.shelves import Shelf, Version

FORMAT: Final = "llmspell.schemas"
VERSION: Final = 1
EXTENSIONS: Final = (".json", ".yaml")


class InvalidShelf(ValueError):
    """The text is not such a file, or of a version that is not known here; the message says which."""


def write(shelf: Shelf, extension: str) -> bytes:
    """The file's bytes."""
    versions = [
        {
            "version": version.number,
            "created_at": version.created_at.isoformat().replace("+00:00", "Z"),
            **({"note": version.note} if version.note else {}),
            "schema": version.schema,
        }
        for version in shelf.versions
    ]
    document = {
        "format": FORMAT,
        "version": VERSION,
        "name": shelf.name,
        "next_version": shelf.next_number,
        "versions": versions,
    }
    if extension == ".yaml":
        return str(needed("llmspell_runtime.yaml_text", "schema").write_yaml(document)).encode()
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def read(data: bytes, name: str, extension: str) -> Shelf:
    """The shelf of ``name``; raises InvalidShelf."""
    document = _document(data, extension)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidShelf(f'it has no "format": "{FORMAT}"')
    if document.get("version") != VERSION:
        raise InvalidShelf(f"it has version {document.get('version')!r}; version {VERSION} is known here")
    if document.get("name") != name:
        raise InvalidShelf(f"it is of {document.get('name')!r}, and its file is called {name!r}")
    items, following = document.get("versions"), document.get("next_version")
    if not isinstance(items, list) or not items:
        raise InvalidShelf("its versions are not a list")
    versions = [_version(item, number) for number, item in enumerate(items)]
    numbers = [version.number for version in versions]
    if numbers != sorted(set(numbers)) or not _is_number(following) or following <= numbers[-1]:
        raise InvalidShelf("its versions are not in order")
    return Shelf(name, following, versions)


def _document(data: bytes, extension: str) -> Any:
    if extension == ".json":
        try:
            return read_json(data)
        except InvalidJson as error:
            raise InvalidShelf(str(error)) from None
    yaml_text = needed("llmspell_runtime.yaml_text", "schema")
    try:
        return yaml_text.read_yaml(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise InvalidShelf("it is not UTF-8 text") from None
    except yaml_text.InvalidYaml as error:
        raise InvalidShelf(f"{error} (line {error.line}, column {error.column})") from None


def _version(item: Any, number: int) -> Version:
    if not isinstance(item, dict) or not _is_number(item.get("version")):
        raise InvalidShelf(f"entry {number} is not a version")
    note = item.get("note", "")
    if not isinstance(item.get("schema"), dict | bool) or not isinstance(note, str):
        raise InvalidShelf(f"entry {number} has no schema")
    try:
        created = datetime.fromisoformat(item.get("created_at", ""))
    except (TypeError, ValueError):
        created = None
    if created is None or created.tzinfo is None:
        raise InvalidShelf(f"entry {number} does not say when it was made")
    return Version(item["version"], created.astimezone(UTC), item["schema"], note)


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**53
