"""What the package has once: its entry, its errors and events, its permissions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bridgegen.model import Error, Interface, Module, Permission
from bridgegen.targets.typescript import comments, names
from bridgegen.targets.typescript.plan import BridgeMember, Import, member, mentioned
from bridgegen.targets.typescript.types import Types, key

_NO_MODULE = ""


@dataclass(frozen=True, slots=True)
class ErrorEntry:
    code: str
    fields: str
    comment: str


@dataclass(frozen=True, slots=True)
class EventEntry:
    type: str
    payload: str
    comment: str


@dataclass(frozen=True, slots=True)
class PermissionEntry:
    key: str
    type: str
    comment: str


@dataclass(frozen=True, slots=True)
class PackagePlan:
    name: str
    npm: str
    version: str
    summary: str
    description: str
    """The summary as a JSON string."""
    comment: str
    root: str
    error_class: str
    session_class: str
    bridges: tuple[BridgeMember, ...]
    permissions: tuple[PermissionEntry, ...]
    errors: tuple[ErrorEntry, ...]
    events: tuple[EventEntry, ...]
    error_imports: tuple[Import, ...]
    event_imports: tuple[Import, ...]
    events_use_runtime: bool


@dataclass(frozen=True, slots=True)
class PackagePart:
    """What one module brings to the package's entry, errors and events."""

    bridge: BridgeMember
    errors: tuple[ErrorEntry, ...]
    in_errors: tuple[str, ...]
    """Modules whose types its errors speak of."""
    events: tuple[EventEntry, ...]
    in_events: tuple[str, ...]


def part(interface: Interface, module: Module) -> PackagePart:
    """A module's part of the package."""
    types = Types(interface, _NO_MODULE)
    return PackagePart(
        bridge=member(interface, module),
        errors=tuple(_error(types, error) for error in module.errors),
        in_errors=tuple(sorted(mentioned(field.type for error in module.errors for field in error.fields))),
        events=tuple(
            EventEntry(event.name, types.type(event.payload), comments.of_event(event, indent=2))
            for event in module.events
        ),
        in_events=tuple(sorted(mentioned(event.payload for event in module.events))),
    )


def package_plan(interface: Interface, parts: Sequence[PackagePart]) -> PackagePlan:
    """The plan of what the package has once, from the parts of all modules."""
    types = Types(interface, _NO_MODULE)
    builtin = [_error(types, error) for error in interface.builtin_errors]
    events = tuple(event for part in parts for event in part.events)
    return PackagePlan(
        name=interface.name,
        npm=names.package(interface),
        version=interface.version,
        summary=comments.inside(interface.doc.summary),
        description=json.dumps(" ".join(interface.doc.summary.split()), ensure_ascii=False),
        comment=comments.of(interface.doc),
        root=names.root(interface),
        error_class=names.error_class(interface),
        session_class=names.session_class(interface),
        bridges=tuple(part.bridge for part in parts),
        permissions=tuple(_permission(permission) for permission in interface.permissions),
        errors=(*builtin, *(error for part in parts for error in part.errors)),
        events=events,
        error_imports=_imports(interface, (name for part in parts for name in part.in_errors)),
        event_imports=_imports(interface, (name for part in parts for name in part.in_events)),
        events_use_runtime=any("$." in event.payload for event in events),
    )


def _imports(interface: Interface, modules: Iterable[str]) -> tuple[Import, ...]:
    wanted = set(modules)
    return tuple(
        Import(names.import_name(module.name), names.file(module))
        for module in interface.modules
        if module.name in wanted
    )


def _error(types: Types, error: Error) -> ErrorEntry:
    fields = [
        f"{key(field.name)}{'' if field.required else '?'}: {types.type(field.type)}"
        for field in error.fields
    ]
    recovery = "" if error.recovery == "none" else f"Recovery: `{error.recovery}`. "
    facts = f"{recovery}HTTP {error.http_status}."
    return ErrorEntry(
        code=error.code,
        fields=f"{{ {'; '.join(fields)} }}" if fields else "{ [key: string]: never }",
        comment=comments.of(error.doc, indent=2, more=[facts]),
    )


def _permission(permission: Permission) -> PermissionEntry:
    return PermissionEntry(
        key=json.dumps(permission.name),
        type="boolean | readonly string[]" if permission.takes else "boolean",
        comment=comments.comment([permission.summary], indent=2),
    )
