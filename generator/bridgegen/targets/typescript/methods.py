"""Functions as methods of a bridge or of a resource: their parameters, their options by name, what they send."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bridgegen.model import Function, Interface, Parameter, Record, Ref, TypeExpr
from bridgegen.targets.typescript import comments, names
from bridgegen.targets.typescript.types import Types, key

_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Method:
    """A method as both the module and its declaration write it."""

    name: str
    function: str
    """The full name: desk.run."""
    summary: str
    comment: str
    """The TSDoc comment of the declaration."""
    parameters: str
    """Of the module: "desk, input, options"."""
    unpacking: str
    """What takes the options by name apart: "{ signal, ...fields }"."""
    options: str
    """The variable that holds the options by name."""
    arguments: str
    """What is sent: "{ desk, input, options: some(fields) }"."""
    handling: str
    """How: "signal, returns: returns.create"."""
    streams: bool
    declared: str
    """Parameters and result of the declaration."""
    takes: str | None
    returns: str | None
    """Shapes of the arguments and of the result; None for plain JSON."""


def of_bridge(found: Function, interface: Interface) -> Method:
    return _Planner(found, interface, receiver=None).method(names.function(found))


def of_resource(found: Function, interface: Interface) -> Method:
    return _Planner(found, interface, receiver=found.parameters[0]).method(names.method(found))


class _Planner:
    def __init__(self, found: Function, interface: Interface, receiver: Parameter | None) -> None:
        self._function, self._interface, self._receiver = found, interface, receiver
        self._types = Types(interface, found.name.module)
        shown = [parameter for parameter in found.parameters if parameter is not receiver]
        self._positional = [parameter for parameter in shown if parameter.required]
        self._named = [parameter for parameter in shown if not parameter.required]
        self._merged = merged_record(self._named, interface)
        self._variables: dict[str, str] = {}
        for parameter in [*self._positional, *self._named]:
            taken = self._variables.values()
            self._variables[parameter.name] = names.variable(names.parameter(parameter), taken)
        positional = [self._variables[parameter.name] for parameter in self._positional]
        self._options = names.variable("options", positional)
        self._signal = "signal" not in self._keys()

    def _keys(self) -> set[str]:
        """Every key the options by name may have."""
        keys = {parameter.name for parameter in self._named if parameter is not self._merged}
        if self._merged and isinstance(self._merged.type, Ref):
            record = self._interface.type(self._merged.type.name)
            assert isinstance(record, Record)
            keys |= {field.name for field in record.fields}
        return keys

    def method(self, name: str) -> Method:
        found = self._function
        positional = [self._variables[parameter.name] for parameter in self._positional]
        returns = (
            self._types.shape(found.result) if found.result else "nothing" if found.streams is None else None
        )
        takes = self._types.record_shape(found.parameters)
        handling = ["signal"] if self._signal else []
        local = names.function(found)
        handling += [f"takes: takes.{local}"] if takes else []
        handling += [f"returns: returns.{local}"] if returns and returns != "nothing" else []
        handling += ["returns: nothing"] if returns == "nothing" else []
        return Method(
            name=name,
            function=str(found.name),
            summary=comments.inside(found.doc.summary),
            comment=comments.of_function(found, self._interface, self._documented()),
            parameters=", ".join([*positional, self._options]),
            unpacking=self._unpacking(),
            options=self._options,
            arguments=self._arguments(),
            handling=", ".join(handling),
            streams=found.streams is not None,
            declared=self._declared(name),
            takes=takes,
            returns=None if returns == "nothing" else returns,
        )

    def _unpacking(self) -> str:
        apart = ["signal"] if self._signal else []
        if self._merged:
            apart += [_entry(p.name, self._variables[p.name]) for p in self._named if p is not self._merged]
        return f"{{ {', '.join([*apart, '...fields'])} }}"

    def _arguments(self) -> str:
        sent = [f"{key(self._receiver.name)}: this"] if self._receiver else []
        sent += [_entry(parameter.name, self._variables[parameter.name]) for parameter in self._positional]
        if self._merged:
            others = [_entry(p.name, self._variables[p.name]) for p in self._named if p is not self._merged]
            sent = [*sent, *others, f"{key(self._merged.name)}: some(fields)"]
        elif not sent:
            return "fields"
        else:
            sent = ["...fields", *sent]
        return f"{{ {', '.join(sent)} }}"

    def _documented(self) -> list[tuple[str, str]]:
        """Parameters with what is said of them; one without a word of its own is left to its type."""
        documented = [
            (self._variables[parameter.name], parameter.doc.summary or parameter.doc.description)
            for parameter in self._positional
        ]
        named = [(self._options, "Options by name.")] if self._keys() else []
        return [(name, text) for name, text in [*documented, *named] if text]

    # --- the declaration ------------------------------------------------------------------------

    def _declared(self, name: str) -> str:
        found = self._function
        parameters = [f"{self._variables[p.name]}: {self._taken(p.type)}" for p in self._positional]
        if self._signal or self._keys():
            parameters.append(f"{self._options}?: {self._options_type()}")
        if found.streams is not None:
            result = f"$.Stream<{self._types.type(found.streams)}>"
        else:
            result = f"Promise<{self._types.type(found.result) if found.result else 'void'}>"
        line = f"({', '.join(parameters)}): {result};"
        if len(line) + len(name) + 2 <= _WIDTH and "\n" not in line:
            return line
        return "(\n" + "".join(f"    {parameter},\n" for parameter in parameters) + f"  ): {result};"

    def _taken(self, expr: TypeExpr) -> str:
        return self._types.type(expr, taken=True)

    def _options_type(self) -> str:
        parts = []
        if self._merged:
            parts.append(self._taken(self._merged.type))
        others = [parameter for parameter in self._named if parameter is not self._merged]
        if others:
            parts.append(self._inline(others))
        if self._signal:
            parts.append("$.CallOptions")
        return " & ".join(parts)

    def _inline(self, parameters: Sequence[Parameter]) -> str:
        lines = ["{\n"]
        for parameter in parameters:
            lines.append(comments.of_member(parameter.doc, parameter.default, indent=6))
            lines.append(f"      {key(parameter.name)}?: {self._taken(parameter.type)};\n")
        return "".join([*lines, "    }"])


def merged_record(named: Sequence[Parameter], interface: Interface) -> Parameter | None:
    """The optional record whose fields are given beside the other options, unless two would share a key."""
    for parameter in named:
        if parameter.spread and isinstance(parameter.type, Ref):
            record = interface.type(parameter.type.name)
            others = {other.name for other in named if other is not parameter}
            if isinstance(record, Record) and not others & {field.name for field in record.fields}:
                return parameter
    return None


def _entry(name: str, variable: str) -> str:
    return variable if name == variable else f"{key(name)}: {variable}"


def quoted(name: str) -> str:
    """A text as a JavaScript string."""
    return json.dumps(name, ensure_ascii=False)
