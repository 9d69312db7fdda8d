"""One call of a function as each language writes it; none where it would not read well."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bridgegen.model import Example, Function, Interface, Json, Parameter, Record, Ref
from bridgegen.targets.docs import signatures
from bridgegen.targets.lua.literals import literal, text
from bridgegen.targets.lua.names import root as root_of_lua
from bridgegen.targets.typescript.conformance import Writer
from bridgegen.targets.typescript.names import root

_WIDTH = 100
_LINES, _LONGEST = 24, 160
"""What a call has at most, and a line of it that is one long text; more is no help to a reader."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call in one language."""

    language: str
    """Of the code block: python, lua, js."""
    text: str


Spelled = Callable[[str, str], str]
"""What a surface calls an entity; the second text when it has no name for it."""


def shown_calls(interface: Interface, found: Function, spelled: Mapping[str, Spelled]) -> list[Call]:
    """The first example that ends well, in every language that can write it in a few lines."""
    example = next((example for example in found.examples if example.error is None), None)
    if example is None:
        return []
    made = [
        Call("python", _python(interface, found, example, spelled["python"])),
        Call("lua", _lua(interface, found, example, spelled["lua"])),
        Call("js", _javascript(interface, found, example)),
    ]
    return [call for call in made if call.text and _is_short(call.text.splitlines())]


def _is_short(lines: Sequence[str]) -> bool:
    return len(lines) <= _LINES and max(map(len, lines)) <= _LONGEST


def _variable(value: Json) -> str:
    """The variable that ``$name`` stands for; empty for any other value."""
    bound = isinstance(value, str) and value.startswith("$") and not value.startswith("$$")
    return value[1:] if bound and isinstance(value, str) else ""


def _behaviour(value: Json) -> Mapping[str, Json] | None:
    """What a function that stands in an example does; None for any other value."""
    if isinstance(value, Mapping) and list(value) == ["$callback"]:
        return value["$callback"] or {}
    return None


def _fails(value: Json) -> bool:
    """Whether there is a function in ``value`` that fails."""
    if (behaviour := _behaviour(value)) is not None:
        return "fails" in behaviour
    inside = (
        value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    )
    return any(map(_fails, inside))


def _receiver(found: Function, example: Example) -> str:
    """The variable that the call reads as a method of."""
    first = found.parameters[0].name if found.method_of and found.parameters else ""
    return _variable(example.arguments.get(first))


def _given(found: Function, example: Example) -> list[Parameter]:
    skipped = found.parameters[0] if _receiver(found, example) else None
    return [p for p in found.parameters if p is not skipped and p.name in example.arguments]


# --- Python -------------------------------------------------------------------------------------


def _python(interface: Interface, found: Function, example: Example, spelled: Spelled) -> str:
    name = spelled(f"function {found.name}", "")
    if not name or any(map(_fails, example.arguments.values())):
        return ""  # a function that raises takes a statement of its own
    given: list[tuple[str, Json]] = []
    for parameter in _given(found, example):
        value = signatures.resolved(interface, parameter.type, example.arguments[parameter.name])
        record = interface.type(parameter.type.name) if isinstance(parameter.type, Ref) else None
        if parameter.spread and isinstance(record, Record) and isinstance(value, Mapping):
            fields = {key: spelled(f"field {record.name}.{key}", key).rpartition(".")[2] for key in value}
            given += [(f"{fields[key]}=", item) for key, item in value.items()]
        else:
            argument = spelled(f"parameter {found.name}.{parameter.name}", parameter.name)
            given.append(("" if parameter.required else f"{argument.rpartition('.')[2]}=", value))
    receiver = _receiver(found, example)
    target = (
        f"{receiver}.{name.rpartition('.')[2]}" if receiver else f"session.{name.partition('.Session.')[2]}"
    )
    call = _group(f"{target}(", given, ")", 0, 12 if found.streams is not None else 0)
    return f"for item in {call}:\n    print(item)" if found.streams is not None else call


def _group(opening: str, items: Sequence[tuple[str, Json]], closing: str, indent: int, before: int) -> str:
    """Items in brackets: on one line where they fit beside ``before`` characters, else one to a line, as black has it."""
    line = f"{opening}{', '.join(key + _plain(item, 0, -_WIDTH * _LINES) for key, item in items)}{closing}"
    if indent + before + len(line) <= _WIDTH or not items:
        return line
    inner = " " * (indent + 4)
    parts = [f"{inner}{key}{_plain(item, indent + 4, len(key) + 1)},\n" for key, item in items]
    return f"{opening}\n{''.join(parts)}{' ' * indent}{closing}"


def _plain(value: Json, indent: int, before: int) -> str:
    """A value as Python writes it."""
    if variable := _variable(value):
        return variable
    if isinstance(value, signatures.Signature):
        returned = value.behaviour.get("returns")
        return (
            "print"
            if returned is None
            else f"lambda {', '.join(value.parameters)}: {_plain(returned, indent, before)}"
        )
    if isinstance(value, str):
        return json.dumps(value[1:] if value.startswith("$$") else value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return _group("[", [("", item) for item in value], "]", indent, before)
    if isinstance(value, Mapping):
        keys = (f"{json.dumps(key, ensure_ascii=False)}: " for key in value)
        return _group("{", list(zip(keys, value.values(), strict=True)), "}", indent, before)
    return repr(value)


# --- Lua ----------------------------------------------------------------------------------------


def _lua(interface: Interface, found: Function, example: Example, spelled: Spelled) -> str:
    name = spelled(f"function {found.name}", "")
    if not name:
        return ""
    given = _given(found, example)
    last = max((index for index, p in enumerate(found.parameters) if p in given), default=-1)
    shown = [p for p in found.parameters[: last + 1] if p.name != _skipped(found, example)]
    special = partial(_in_lua, root_of_lua(interface))
    written = [literal(example.arguments[p.name], "", special) if p in given else "nil" for p in shown]
    receiver = _receiver(found, example)
    target = f"{receiver}:{name.rpartition('.')[2]}" if receiver else name
    whole = written[0] if len(written) == 1 and written[0].startswith("{") else f"({', '.join(written)})"
    return (
        f"for item in {target}{whole} do print(item) end" if found.streams is not None else f"{target}{whole}"
    )


def _skipped(found: Function, example: Example) -> str:
    return found.parameters[0].name if _receiver(found, example) else ""


def _in_lua(root: str, value: Json) -> str | None:
    """What is written otherwise than it looks: variables, functions, and what the root module has for JSON."""
    if variable := _variable(value):
        return variable
    if isinstance(value, str) and value.startswith("$$"):
        return text(value[1:])
    if value is None:
        return f"{root}.null"
    if isinstance(value, list | tuple) and not value:
        return f"{root}.array{{}}"
    if (behaviour := _behaviour(value)) is not None:
        if "fails" in behaviour:
            return f"function() error({text(behaviour['fails']['message'])}, 0) end"
        returned = behaviour.get("returns")
        return (
            "print"
            if returned is None
            else f"function() return {literal(returned, '', partial(_in_lua, root))} end"
        )
    return None


# --- JavaScript ---------------------------------------------------------------------------------


def _javascript(interface: Interface, found: Function, example: Example) -> str:
    writer = Writer(interface, indent=0, watched=False)
    for step in example.given:
        writer.statement(step)
    call = writer.call(found, example.arguments).replace("() => null", "console.log")
    if call.startswith("session."):
        call = f"{root(interface)}.{call.removeprefix('session.')}"
    return (
        f"for await (const item of {call}) console.log(item);"
        if found.streams is not None
        else f"await {call};"
    )
