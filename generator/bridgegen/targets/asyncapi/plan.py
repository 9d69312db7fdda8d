"""A module's events as channels, operations and messages; what other modules know of them is joined later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bridgegen.jsonschema import Schema
from bridgegen.model import MISSING, Event, Interface, Module, Ref
from bridgegen.targets.asyncapi import names, schemas
from bridgegen.targets.asyncapi.envelope import Envelope, envelope, home
from bridgegen.targets.openapi.operations import shown

_EXAMPLES = 3
"""How many examples of an event's data the document has at most."""

Plain = dict[str, Any]


def part(interface: Interface, module: Module) -> Plain:
    """What ``module`` brings: its events, the schemas they need, and what its functions say of any event."""
    needed = [event.payload for event in module.events]
    if home(interface) == (module.name,) and (record := envelope(interface).record):
        needed.append(Ref(record.name))
    return {
        "module": module.name,
        "summary": module.doc.summary,
        "events": {event.name: _event(event, module.name) for event in module.events},
        "schemas": schemas.reachable(interface, needed),
        "emitters": [(type, str(function.name)) for function in module.functions for type in function.emits],
        "examples": list(_examples(interface, module)),
    }


def _event(event: Event, module: str) -> Plain:
    """The event's own words, and the schema of its data."""
    described = {"description": event.doc.description} if event.doc.description else {}
    return {
        "about": {"summary": event.doc.summary} | described | {"tags": [{"$ref": names.tag(module)}]},
        "address": names.address(event),
        "when": event.when,
        "data": schemas.expression(event.payload),
        "deprecated": event.doc.deprecated,
        "stability": event.doc.stability,
        "since": event.doc.since,
    }


def _examples(interface: Interface, module: Module) -> Iterator[tuple[str, Any]]:
    """The types and the data of the events that the module's examples show."""
    for function in module.functions:
        for example in function.examples:
            for event in example.events or ():
                if event.data is not MISSING:
                    yield event.type, shown(interface, example, event.data)


# --- all modules together -------------------------------------------------------------------------


def by_type(pairs: Sequence[tuple[str, Any]]) -> dict[str, list[Any]]:
    """What stands beside each type, in order and each once."""
    found: dict[str, list[Any]] = {}
    for type, value in pairs:
        if value not in found.setdefault(type, []):
            found[type].append(value)
    return found


def channel(found: Plain) -> Plain:
    """The channel of an event."""
    type = found["address"]
    return {"address": type, **found["about"], "messages": {type: {"$ref": names.message(type)}}}


def operation(found: Plain, emitters: Sequence[str]) -> Plain:
    """The sending of an event: when, and by which functions."""
    type = found["address"]
    operation: Plain = {
        "action": "send",
        "channel": {"$ref": f"#/channels/{type}"},
        "summary": found["when"],
        "tags": found["about"]["tags"],
        "messages": [{"$ref": f"#/channels/{type}/messages/{type}"}],
    }
    return operation | ({"x-emitted-by": list(emitters)} if emitters else {}) | _standing(found)


def message(found: Plain, around: Envelope, examples: Sequence[Any]) -> Plain:
    """What a subscriber gets."""
    type = found["address"]
    data: Schema = found["data"]
    if examples:
        data = ({"allOf": [data]} if "$ref" in data else data) | {"examples": list(examples[:_EXAMPLES])}
    payload = around.payload(type, data)
    if found["deprecated"]:
        payload["deprecated"] = True
    correlated = {"correlationId": {"$ref": f"#/components/correlationIds/{names.CORRELATION}"}}
    return {
        "name": type,
        **found["about"],
        **(correlated if around.correlation is not None else {}),
        "payload": payload,
        **_standing(found),
    }


def _standing(found: Mapping[str, Any]) -> Plain:
    """What to know before relying on the event."""
    standing: Plain = {}
    if found["deprecated"]:
        standing["x-use-instead"] = found["deprecated"]
    if found["stability"] != "stable":
        standing["x-stability"] = found["stability"]
    if found["since"]:
        standing["x-since"] = found["since"]
    return standing
