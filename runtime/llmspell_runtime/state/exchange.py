"""The file that a state is persisted to and loaded from: JSON, with its format and version."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Final

from bridge_runtime.errors import BridgeError
from bridge_runtime.values import InvalidJson, read_json
from llmspell.state.constants import Limit

from llmspell_runtime.state.resource import Snapshot, State
from llmspell_runtime.state.tree import depth_of, size_of
from llmspell_runtime.tool.schemas import SchemaError, checker

FORMAT: Final = "llmspell.state"
VERSION: Final = 1
MAX_FILE_BYTES: Final = 256 * 1024 * 1024
_KEYS: Final = {
    "format",
    "version",
    "name",
    "revision",
    "value",
    "max_snapshots",
    "snapshots_taken",
    "snapshots",
}


class NotState(ValueError):
    """The text is not such a file, or of a version that is not known here; the message says which."""


def write(state: State, with_snapshots: bool) -> tuple[bytes, int]:
    """The file's bytes for ``state``, and the revision that they hold."""
    value, revision, snapshots, taken = state.written()
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "name": state.name,
        "revision": revision,
        "value": value,
        "max_snapshots": state.max_snapshots,
        "snapshots_taken": taken,
        "snapshots": [_written(each) for each in snapshots] if with_snapshots else [],
    }
    if state.schema is not None:
        document["schema"] = state.schema
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode(), revision


def _written(snapshot: Snapshot) -> dict[str, Any]:
    made = {"id": snapshot.id, "revision": snapshot.revision, "taken_at": snapshot.taken_at.isoformat()}
    named = {} if snapshot.name is None else {"name": snapshot.name}
    return {**made, **named, "value": snapshot.value}


def read(data: bytes) -> State:
    """The state that a file holds; it tells nobody of its changes yet. Raises NotState."""
    try:
        document = read_json(data)
    except InvalidJson as error:
        raise NotState(str(error)) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotState(f'it has no "format": "{FORMAT}"')
    if document.get("version") != VERSION or isinstance(document["version"], bool):
        raise NotState(f"it has version {document.get('version')!r}; version {VERSION} is known here")
    if not _KEYS <= document.keys() <= _KEYS | {"schema"}:
        raise NotState(f"it does not have {', '.join(sorted(_KEYS))} and no more than a schema beside them")
    limit = _number(document, "max_snapshots", 1, Limit.SNAPSHOTS)
    state = _state(document, limit)
    snapshots = _snapshots(document["snapshots"], limit)
    revision = _number(document, "revision", 0, 2**63 - 1)
    state.take_up(revision, snapshots, _number(document, "snapshots_taken", len(snapshots), 2**63 - 1))
    return state


def _state(document: dict[str, Any], max_snapshots: int) -> State:
    schema = document.get("schema")
    if "schema" in document and not isinstance(schema, dict):
        raise NotState("its schema is not an object")
    try:
        check = checker(schema, any_value=True) if schema is not None else None
        name = _name(document["name"])
        return State(name, document["value"], check=check, schema=schema, max_snapshots=max_snapshots)
    except SchemaError as error:
        raise NotState(f"its schema cannot be used: {error}") from None
    except BridgeError as error:
        raise NotState(str(error)) from None


def _name(value: Any) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= Limit.NAME_LENGTH:
        raise NotState(f"a name in it is not a text of 1 to {Limit.NAME_LENGTH} characters")
    return value


def _number(document: dict[str, Any], key: str, least: int, most: int) -> int:
    value = document.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise NotState(f"its {key} is not a whole number from {least} to {most}")
    return value


def _snapshots(items: Any, limit: int) -> list[Snapshot]:
    if not isinstance(items, list) or len(items) > limit:
        raise NotState(f"its snapshots are not a list of {limit} at most")
    made = [_snapshot(item, number) for number, item in enumerate(items)]
    names = [each.name for each in made if each.name is not None]
    if len({each.id for each in made}) < len(made) or len(set(names)) < len(names):
        raise NotState("two of its snapshots have the same id or name")
    return made


def _snapshot(item: Any, number: int) -> Snapshot:
    needed = {"id", "revision", "taken_at", "value"}
    if not isinstance(item, dict) or not needed <= item.keys() <= needed | {"name"}:
        raise NotState(f"snapshot {number} does not have {', '.join(sorted(needed))} and no more than a name")
    if (
        depth_of(item["value"], Limit.DEPTH) > Limit.DEPTH
        or (size := size_of(item["value"])) > Limit.VALUE_BYTES
    ):
        raise NotState(f"snapshot {number} is too large or nested too deeply")
    try:
        taken_at = datetime.fromisoformat(item["taken_at"]).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise NotState(f"the taken_at of snapshot {number} is not a time") from None
    name = _name(item["name"]) if "name" in item else None
    revision = _number(item, "revision", 0, 2**63 - 1)
    return Snapshot(_name(item["id"]), name, revision, item["value"], size, taken_at)
