"""One call of a function as each language writes it; none where it would not read well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bridgegen.model import Example, Function, Interface, Json, Parameter, Record, Ref
from bridgegen.targets.typescript.conformance import Writer
from bridgegen.targets.typescript.names import root

_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Call:
    """A short call in one language."""

    language: str
    """Of the code block: python, lua, js."""
    text: str


def short_calls(
    interface: Interface, found: Function, spelled: Mapping[str, Mapping[str, str]]
) -> list[Call]:
    """The first example that ends well, in every language in which it is one short line."""
    example = next((example for example in found.examples if example.error is None), None)
    if example is None or _holds_callback(example.arguments):
        return []
    made = [
        Call("python", _python(interface, found, example, spelled.get("python", {}))),
        Call("lua", _lua(found, example, spelled.get("lua", {}))),
        Call("js", _javascript(interface, found, example)),
    ]
    return [call for call in made if call.text and len(call.text) <= _WIDTH]


def _holds_callback(value: Json) -> bool:
    return "$callback" in json.dumps(value)


def _variable(value: Json) -> str:
    """The variable that ``$name`` stands for; empty for any other value."""
    bound = isinstance(value, str) and value.startswith("$") and not value.startswith("$$")
    return value[1:] if bound and isinstance(value, str) else ""


def _receiver(found: Function, example: Example) -> str:
    """The variable that the call reads as a method of."""
    first = found.parameters[0].name if found.method_of and found.parameters else ""
    return _variable(example.arguments.get(first))


def _given(found: Function, example: Example) -> list[Parameter]:
    skipped = found.parameters[0] if _receiver(found, example) else None
    return [p for p in found.parameters if p is not skipped and p.name in example.arguments]


# --- Python -------------------------------------------------------------------------------------


def _python(interface: Interface, found: Function, example: Example, names: Mapping[str, str]) -> str:
    name = names.get(f"function {found.name}", "")
    if not name:
        return ""
    written = []
    for parameter in _given(found, example):
        value = example.arguments[parameter.name]
        record = interface.type(parameter.type.name) if isinstance(parameter.type, Ref) else None
        if parameter.spread and isinstance(record, Record) and isinstance(value, Mapping):
            fields = {key: names.get(f"field {record.name}.{key}", key).rpartition(".")[2] for key in value}
            entries = [f"{fields[key]}={_plain(item)}" for key, item in value.items()]
        elif isinstance(record, Record):
            return ""  # a model has to be made, which is more than a line
        else:
            argument = names.get(f"parameter {found.name}.{parameter.name}", parameter.name).rpartition(".")[
                2
            ]
            entries = [_plain(value) if parameter.required else f"{argument}={_plain(value)}"]
        written += entries
    receiver = _receiver(found, example)
    target = (
        f"{receiver}.{name.rpartition('.')[2]}" if receiver else f"session.{name.partition('.Session.')[2]}"
    )
    call = f"{target}({', '.join(written)})"
    return f"for item in {call}: print(item)" if found.streams is not None else call


def _plain(value: Json) -> str:
    """A value as Python writes it."""
    if variable := _variable(value):
        return variable
    if isinstance(value, str):
        return json.dumps(value[1:] if value.startswith("$$") else value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_plain, value))}]"
    if isinstance(value, Mapping):
        inner = ", ".join(
            f"{json.dumps(key, ensure_ascii=False)}: {_plain(item)}" for key, item in value.items()
        )
        return f"{{{inner}}}"
    return repr(value)


# --- Lua ----------------------------------------------------------------------------------------


def _lua(found: Function, example: Example, names: Mapping[str, str]) -> str:
    name = names.get(f"function {found.name}", "")
    if not name:
        return ""
    given = _given(found, example)
    last = max((index for index, p in enumerate(found.parameters) if p in given), default=-1)
    shown = [p for p in found.parameters[: last + 1] if p.name != _skipped(found, example)]
    written = [_table(example.arguments[p.name]) if p in given else "nil" for p in shown]
    receiver = _receiver(found, example)
    target = f"{receiver}:{name.rpartition('.')[2]}" if receiver else name
    whole = written[0] if len(written) == 1 and written[0].startswith("{") else f"({', '.join(written)})"
    return (
        f"for item in {target}{whole} do print(item) end" if found.streams is not None else f"{target}{whole}"
    )


def _skipped(found: Function, example: Example) -> str:
    return found.parameters[0].name if _receiver(found, example) else ""


def _table(value: Json) -> str:
    if variable := _variable(value):
        return variable
    if value is None:
        return "null"
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, str):
        return json.dumps(value[1:] if value.startswith("$$") else value, ensure_ascii=False)
    if isinstance(value, Mapping):
        entries = [f"{_key(key)} = {_table(item)}" for key, item in value.items()]
    else:
        entries = [_table(item) for item in value]
    return f"{{ {', '.join(entries)} }}" if entries else "{}"


def _key(key: str) -> str:
    return key if key.isidentifier() and key.isascii() else f"[{json.dumps(key, ensure_ascii=False)}]"


# --- JavaScript ---------------------------------------------------------------------------------


def _javascript(interface: Interface, found: Function, example: Example) -> str:
    writer = Writer(interface)
    for step in example.given:
        writer.statement(step)
    call = writer.call(found, example.arguments)
    if call.startswith("session."):
        call = f"{root(interface)}.{call.removeprefix('session.')}"
    return (
        f"for await (const item of {call}) console.log(item);"
        if found.streams is not None
        else f"await {call};"
    )
