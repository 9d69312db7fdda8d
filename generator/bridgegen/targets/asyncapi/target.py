"""One AsyncAPI 3.0 document: a channel and a message for each event, as a session sends it to its subscribers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from bridgegen import json_text
from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Interface, Module
from bridgegen.target import Capabilities, File, Joined, Part, each
from bridgegen.targets.asyncapi import names, plan
from bridgegen.targets.asyncapi.envelope import SETTINGS, Envelope, envelope, home, problems
from bridgegen.targets.asyncapi.envelope import TARGET as NAME

_INDENT = 2
_PERSPECTIVE = """\
The application is a session. It sends these events to its subscribers, which are in the same program or behind one of
its language bindings: there is no server. A channel's address is the type of its events; subscribers give it, or a
pattern in which `*` stands for one segment and `**` for any number of them.\
"""


class AsyncApiTarget:
    name = NAME
    capabilities = Capabilities(
        title="AsyncAPI", unsupported={"functions": "only events are described"}, settings=SETTINGS
    )

    def names(self, interface: Interface) -> Sequence[Part]:
        return each(interface.modules, _names)

    def check(self, interface: Interface) -> Sequence[Part]:
        return [Part("settings", home(interface), partial(_check, interface))]

    def units(self, interface: Interface) -> Sequence[Joined[File]]:
        around = Part("", home(interface), partial(envelope, interface))
        parts = each(interface.modules, partial(plan.part, interface))
        return (Joined("asyncapi", [around, *parts], partial(_file, interface)),)


def _names(module: Module) -> dict[str, str]:
    return {f"event {event.name}": names.address(event) for event in module.events}


def _check(interface: Interface) -> list[Diagnostic]:
    return [
        Diagnostic("target-setting", message, interface.option_places.get((NAME, setting)))
        for setting, message in problems(interface)
    ]


def _file(interface: Interface, made: Sequence[Any]) -> Sequence[File]:
    """The document of the envelope and of what the modules bring."""
    around: Envelope = made[0]
    parts: Sequence[plan.Plain] = made[1:]
    events: dict[str, plan.Plain] = {type: found for part in parts for type, found in part["events"].items()}
    emitters = plan.by_type([pair for part in parts for pair in part["emitters"]])
    examples = plan.by_type([pair for part in parts for pair in part["examples"]])
    tags = {part["module"]: part["summary"] for part in parts if part["events"]}
    document = {
        "asyncapi": "3.0.0",
        "id": f"urn:{interface.name}:{interface.version}",
        "info": {
            "title": interface.name,
            "version": interface.version,
            "description": "\n\n".join(
                filter(None, (interface.doc.summary, interface.doc.description.strip(), _PERSPECTIVE))
            ),
            "tags": [{"$ref": names.tag(module)} for module in tags],
        },
        "defaultContentType": "application/json",
        "channels": {type: plan.channel(found) for type, found in events.items()},
        "operations": {
            names.operation(type): plan.operation(found, emitters.get(type, ()))
            for type, found in events.items()
        },
        "components": {
            "messages": {
                type: plan.message(found, around, examples.get(type, ())) for type, found in events.items()
            },
            "schemas": {name: schema for part in parts for name, schema in part["schemas"].items()},
            "correlationIds": _correlation(around),
            "tags": {name: {"name": name, "description": summary} for name, summary in tags.items()},
        },
    }
    return (File("asyncapi.json", json_text.document(document, _INDENT)),)


def _correlation(around: Envelope) -> dict[str, Any]:
    """Where a message says what it belongs to."""
    field = around.correlation
    if field is None:
        return {}
    described = field.doc.summary or field.doc.description or "What events that belong together share."
    return {names.CORRELATION: {"description": described, "location": f"$message.payload#/{field.name}"}}


TARGET = AsyncApiTarget()
