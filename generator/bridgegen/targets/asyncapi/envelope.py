"""What an event is delivered in: its type and its data, and what the interface's own record says beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bridgegen.jsonschema import Schema
from bridgegen.model import AnyJson, Field, Interface, Json, MapOf, Name, Record, Scalar
from bridgegen.targets.asyncapi import names

TARGET = "asyncapi"
TYPE, DATA = "type", "data"
SETTINGS = {"envelope": r"[a-z][a-z0-9_]*\.[A-Z]\w*", "correlation_id": r"[a-z][a-z0-9_]*"}


@dataclass(frozen=True, slots=True)
class Envelope:
    """The record in which subscribers get an event, or None for no more than ``{"type", "data"}``."""

    record: Record | None
    correlation: Field | None

    def payload(self, type: str, data: Schema) -> Schema:
        """The schema of an event of ``type``, whose data has the schema ``data``."""
        found: Schema = {"type": "object"}
        if self.record is not None:
            found["allOf"] = [{"$ref": names.schema(self.record.name)}]
        found |= {"properties": {TYPE: {"const": type}, DATA: data}, "required": [TYPE, DATA]}
        if self.record is None:
            found["additionalProperties"] = False
        return found


def envelope(interface: Interface) -> Envelope:
    """The envelope that interface.yaml names; ``problems`` must have found nothing."""
    record = _record(interface)
    correlation = _field(record, _setting(interface, "correlation_id"))
    return Envelope(record, correlation)


def home(interface: Interface) -> tuple[str, ...]:
    """The module that the envelope is of, which all that is said of an envelope depends on; empty when there is none."""
    module = _setting(interface, "envelope").partition(".")[0]
    return (module,) if any(found.name == module for found in interface.modules) else ()


def problems(interface: Interface) -> Iterator[tuple[str, str]]:
    """What is wrong with the settings: which, and what to say."""
    wanted, record = _setting(interface, "envelope"), _record(interface)
    if wanted and record is None:
        yield "envelope", f"the envelope {wanted!r} must be a record among the interface's types"
    if wanted and record is not None:
        type, data = _field(record, TYPE), _field(record, DATA)
        if type is None or not isinstance(type.type, Scalar) or type.type.kind != "string":
            yield "envelope", f"the envelope {wanted} must have a field {TYPE!r} of type string, for the event's type"
        if data is None or data.type not in (AnyJson(), MapOf(AnyJson())):
            yield "envelope", f"the envelope {wanted} must have a field {DATA!r} of open JSON, for the event's payload"
    if (correlation := _setting(interface, "correlation_id")) and _field(record, correlation) is None:
        yield "correlation_id", f"the correlation id {correlation!r} must be a field of the envelope, which the setting 'envelope' names"


def _setting(interface: Interface, key: str) -> str:
    """The setting, when it is one; what is none is told by the pipeline."""
    found: Json = interface.options.get(TARGET, {}).get(key)
    return found if isinstance(found, str) and re.fullmatch(SETTINGS[key], found) else ""


def _record(interface: Interface) -> Record | None:
    module, _, local = _setting(interface, "envelope").partition(".")
    found = interface.find_type(Name(module, local))
    return found if isinstance(found, Record) else None


def _field(record: Record | None, name: str) -> Field | None:
    return next((field for field in record.fields if field.name == name), None) if record else None
