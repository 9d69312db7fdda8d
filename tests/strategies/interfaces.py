"""Random valid interfaces, of every construct of the language, and ways of breaking them.

``interfaces()`` gives the files of an interface as plain objects (``interface``, and one per module); ``write``
puts them into a folder for ``bridgegen.load``. Names are drawn from words that some language reserves, beside
harmless ones, and differ in every case: two that collide in a target are a diagnostic's business, tested apart.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from bridgegen import casing
from hypothesis import strategies as st

Files: TypeAlias = dict[str, dict[str, Any]]
"""The name of a file, without .yaml, and what it holds."""
Schema: TypeAlias = dict[str, Any]

_WORDS = [
    "class",
    "def",
    "end",
    "function",
    "local",
    "return",
    "int",
    "default",
    "case",
    "switch",
    "delete",
    "new",
    "import",
    "export",
    "from",
    "async",
    "await",
    "yield",
    "lambda",
    "global",
    "none",
    "true",
    "false",
    "self",
    "this",
    "null",
    "nil",
    "struct",
    "union",
    "enum",
    "void",
    "static",
    "const",
    "let",
    "var",
    "type",
    "interface",
    "with",
    "not",
    "and",
    "or",
    "is",
    "in",
    "if",
    "else",
    "for",
    "while",
    "repeat",
    "until",
    "goto",
    "try",
    "catch",
    "raise",
    "throw",
    "print",
    "list",
    "dict",
    "str",
    "object",
    "string",
    "number",
    "record",
    "name",
    "value",
    "data",
    "item",
    "key",
    "error",
    "result",
    "status",
    "handle",
    "callback",
    "stream",
    "session",
    "close",
    "open",
    "run",
    "stop",
    "red",
    "green",
    "blue",
    "alpha",
    "beta",
    "gamma",
    "delta",
    "apple",
    "river",
    "stone",
    "cloud",
    "winter",
    "summer",
]
_FORMATS = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:30:00Z",
    "duration": "PT1H30M",
    "uri": "https://example.com/a?b=c",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "email": "ada@example.com",
    "byte": "aGVsbG8=",
}
_TEXTS = st.text(alphabet=st.sampled_from("abc xyz 019 _-.,:;'\"\\/{}[]()<>&%#@!?*`äß✓\n\t"), max_size=12)
_KEYS = st.sampled_from(["a", "b", "some key", "ключ"])
_BOUNDED = {
    "string": ("minLength", "maxLength"),
    "integer": ("minimum", "maximum"),
    "number": ("minimum", "maximum"),
}


def write(files: Files, folder: Path) -> Path:
    """Writes ``files`` into ``folder`` (as JSON, which is YAML), and gives the path of interface.yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        text = json.dumps(content, indent=1, ensure_ascii=False)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "interface.yaml"


@dataclass(slots=True)
class _World:
    """What is declared so far, and the names that are taken."""

    taken: set[str] = field(default_factory=lambda: {"Interface", "Runtime"})
    types: dict[str, Schema] = field(default_factory=dict)
    """``module.yaml#/types/Name`` -> its schema; constants groups of strings are among them, as enumerations."""
    with_callback: set[str] = field(default_factory=set)
    """Types that hold a callback, which can only be given, not returned."""
    callbacks: dict[str, Schema] = field(default_factory=dict)
    resources: dict[str, str] = field(default_factory=dict)
    """Reference -> the function that constructs one."""
    errors: list[str] = field(default_factory=list)
    events: dict[str, Schema] = field(default_factory=dict)


class _Maker:
    """Draws one interface, each module able to refer to those before it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._world = _World()
        self._module = ""

    def make(self) -> Files:
        count = self._draw(st.integers(1, 3), label="modules")
        names = [self._name("snake", self._world.taken) for _ in range(count)]
        files: Files = {
            "interface": {
                "interface": "sample",
                "version": "1.2.3",
                "summary": "A random interface.",
                "modules": names,
                "permissions": {
                    "llm": {"summary": "Call."},
                    "fs.read": {"summary": "Read.", "takes": "paths"},
                },
                "default_grants": self._draw(st.sampled_from([{}, {"llm": True}, {"fs.read": ["."]}])),
            }
        }
        for name in names:
            self._module = name
            files[name] = self._a_module(name)
        return files

    def _a_module(self, name: str) -> Schema:
        made: dict[str, Any] = {"bridge": name, "summary": self._summary(), "description": self._draw(_TEXTS)}
        made["callbacks"] = self._several(self._callback, 2)
        made["constants"] = self._several(self._constants, 2)
        made["types"] = self._several(self._type, 4)
        made["errors"] = self._several(self._error, 2)
        made["events"] = self._several(self._event, 2)
        made["functions"] = {}
        made["resources"] = self._several(lambda: self._resource(made["functions"]), 2)
        for _ in range(self._draw(st.integers(0, 4), label="functions")):
            made["functions"].update(self._function())
        return {key: value for key, value in made.items() if value != {}}

    # --- names and words

    def _several(self, make: Any, most: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for _ in range(self._draw(st.integers(0, most))):
            found.update(make())
        return found

    def _name(self, case: str, taken: set[str]) -> str:
        """A new name, different from all ``taken`` in every case."""
        parts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=2)
        drawn = self._draw(parts.map("_".join).filter(lambda name: casing.pascal(name) not in taken))
        taken.add(casing.pascal(drawn))
        return {"snake": drawn, "pascal": casing.pascal(drawn), "upper": drawn.upper()}[case]

    def _summary(self) -> str:
        return "About " + self._draw(_TEXTS).replace("\n", " ").strip() + "."

    def _doc(self) -> dict[str, Any]:
        extra = st.sampled_from(
            [{}, {}, {"since": "1.0"}, {"deprecated": "Use another."}, {"stability": "beta"}]
        )
        return {"summary": self._summary(), **self._draw(extra)}

    def _ref(self, reference: str) -> str:
        """A reference as it is written in the module being made."""
        return reference.removeprefix(f"{self._module}.yaml")

    # --- declarations

    def _callback(self) -> dict[str, Any]:
        name = self._name("pascal", self._world.taken)
        made = {**self._doc(), "parameters": self._parameters(plain=True)}
        if self._draw(st.booleans()):
            made["result"] = self._expr(returned=True)
        self._world.callbacks[f"{self._module}.yaml#/callbacks/{name}"] = made
        return {name: made}

    def _constants(self) -> dict[str, Any]:
        name = self._name("pascal", self._world.taken)
        kind = self._draw(st.sampled_from(["string", "string", "integer", "number", "boolean"]))
        taken: set[str] = set()
        values = {}
        for index in range(self._draw(st.integers(1, 4))):
            local = self._name("upper", taken)
            samples = {
                "string": local.lower().replace("_", "-"),
                "integer": index - 1,
                "number": index / 2,
                "boolean": True,
            }
            values[local] = {"value": samples[kind], "summary": self._summary()}
        if kind == "string":
            texts = [value["value"] for value in values.values()]
            self._world.types[f"{self._module}.yaml#/constants/{name}"] = {"type": "string", "enum": texts}
        return {name: {**self._doc(), "type": kind, "values": values}}

    def _type(self) -> dict[str, Any]:
        make = self._draw(st.sampled_from([self._record, self._record, self._enum, self._union, self._alias]))
        return dict(make())

    def _declare(self, name: str, schema: Schema) -> dict[str, Any]:
        self._world.types[f"{self._module}.yaml#/types/{name}"] = schema
        return {name: {**self._doc(), **schema}}

    def _record(self, tag: str = "") -> dict[str, Any]:
        name = self._name("pascal", self._world.taken)
        me = f"{self._module}.yaml#/types/{name}"
        taken = {"Kind"}
        properties: dict[str, Schema] = {"kind": {"const": tag}} if tag else {}
        required = ["kind"] if tag else []
        for _ in range(self._draw(st.integers(0, 4))):
            local = self._name("snake", taken)
            place = self._draw(st.sampled_from(["plain", "plain", "plain", "itself", "callback"]))
            if place == "itself":
                here = {"$ref": self._ref(me)}
                properties[local] = self._draw(st.sampled_from([here, {"type": "array", "items": here}]))
            elif place == "callback" and self._world.callbacks and not tag:
                reference = self._draw(st.sampled_from(sorted(self._world.callbacks)))
                properties[local] = {"$ref": self._ref(reference)}
                self._world.with_callback.add(me)
            else:
                properties[local] = self._expr(returned=bool(tag))
                holds_callback = self._mentions(properties[local], self._world.with_callback)
                if holds_callback:
                    self._world.with_callback.add(me)
                if self._draw(st.booleans()):
                    required.append(local)
                elif not holds_callback and self._draw(
                    st.booleans()
                ):  # no value written in YAML is a callback
                    properties[local] = {**properties[local], "default": self._value(properties[local], 2)}
            if self._draw(st.integers(0, 5)) == 5:
                properties[local] = {**properties[local], "writeOnly": True}
        schema: Schema = {"type": "object", "properties": properties}
        return self._declare(name, {**schema, "required": required} if required else schema)

    def _mentions(self, expr: Any, references: set[str]) -> bool:
        text = json.dumps(expr)
        return any(f'"{self._ref(reference)}"' in text for reference in references)

    def _enum(self) -> dict[str, Any]:
        taken: set[str] = set()
        values = [self._name("snake", taken) for _ in range(self._draw(st.integers(1, 4)))]
        return self._declare(self._name("pascal", self._world.taken), {"type": "string", "enum": values})

    def _union(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for tag in ("cat", "dog")[: self._draw(st.integers(1, 2))]:
            found.update(self._record(tag))
        variants = [{"$ref": f"#/types/{name}"} for name in found]
        schema: Schema = {"oneOf": variants, "discriminator": {"propertyName": "kind"}}
        return {**found, **self._declare(self._name("pascal", self._world.taken), schema)}

    def _alias(self) -> dict[str, Any]:
        expr = self._expr(returned=True)
        return self._declare(self._name("pascal", self._world.taken), expr)

    def _error(self) -> dict[str, Any]:
        name = self._name("snake", self._world.taken)
        taken = {"Code", "Message", "Fields", "Recovery", "HttpStatus", "TraceId", "Cause"}
        fields = {}
        for _ in range(self._draw(st.integers(0, 2))):
            scalar = self._scalar()
            fields[self._name("snake", taken)] = scalar
        message = "went wrong" + "".join(f" {{{local}!r}}" for local in fields)
        self._world.errors.append(f"{self._module}.{name}")
        status = self._draw(st.sampled_from([400, 404, 500]))
        return {name: {**self._doc(), "message": message, "fields": fields, "http_status": status}}

    def _event(self) -> dict[str, Any]:
        name = self._name("snake", self._world.taken)
        payload = self._expr(returned=True)
        self._world.events[f"{self._module}.{name}"] = payload
        return {name: {**self._doc(), "when": "Now and then.", "payload": payload}}

    def _resource(self, functions: dict[str, Any]) -> dict[str, Any]:
        name = self._name("pascal", self._world.taken)
        local = casing.snake(name)
        here = {"$ref": f"#/resources/{name}"}
        create, destroy = f"create_{local}", f"destroy_{local}"
        functions[create] = {
            **self._doc(),
            "result": here,
            "examples": [{"name": "made", "result": f"{local}_1"}],
        }
        given = [{"call": create, "as": "it"}]
        functions[destroy] = {
            **self._doc(),
            "parameters": {local: here},
            "examples": [{"name": "released", "given": given, "arguments": {local: "$it"}}],
        }
        self._world.resources[f"{self._module}.yaml#/resources/{name}"] = f"{self._module}.{create}"
        return {name: {**self._doc(), "constructor": create, "release": destroy}}

    # --- functions

    def _parameters(self, *, plain: bool, method_of: str = "") -> dict[str, Schema]:
        taken: set[str] = set()
        found: dict[str, Schema] = {}
        optional = False
        if method_of:
            found["subject"] = {"$ref": self._ref(method_of)}
            taken.add("Subject")
        for _ in range(self._draw(st.integers(0, 3), label="parameters")):
            expr = self._expr(returned=True) if plain else self._argument()
            optional = optional or self._draw(st.booleans())
            found[self._name("snake", taken)] = {**expr, "required": False} if optional else expr
        return found

    def _argument(self) -> Schema:
        kinds = ["plain", "plain", "plain"]
        kinds += ["callback"] * bool(self._world.callbacks) + ["handle"] * bool(self._world.resources)
        kind = self._draw(st.sampled_from(kinds))
        if kind == "callback":
            return {"$ref": self._ref(self._draw(st.sampled_from(sorted(self._world.callbacks))))}
        if kind == "handle":
            handle = {"$ref": self._ref(self._draw(st.sampled_from(sorted(self._world.resources))))}
            nullable = {"anyOf": [handle, {"type": "null"}]}
            return self._draw(st.sampled_from([handle, nullable, {"type": "array", "items": handle}]))
        return self._expr(returned=False)

    def _function(self) -> dict[str, Any]:
        name = self._name("snake", self._world.taken)
        own = [
            reference for reference in self._world.resources if reference.startswith(f"{self._module}.yaml")
        ]
        method_of = self._draw(st.sampled_from(["", *own]))
        parameters = self._parameters(plain=False, method_of=method_of)
        made: dict[str, Any] = {**self._doc(), "parameters": parameters, "async": self._draw(st.booleans())}
        ends = self._draw(st.sampled_from(["result", "streams", "nothing"]))
        if ends != "nothing":
            made[ends] = self._expr(returned=True)
        if self._world.errors:
            made["errors"] = self._draw(
                st.lists(st.sampled_from(self._world.errors), max_size=2, unique=True)
            )
        made["permissions"] = self._draw(st.sampled_from([[], ["llm"], ["fs.read", "llm"]]))
        if self._world.events:
            made["emits"] = self._draw(st.lists(st.sampled_from(sorted(self._world.events)), max_size=1))
        made["examples"] = [self._example(parameters, made, ends, method_of)]
        return {name: made}

    def _example(self, parameters: Mapping[str, Schema], made: Schema, ends: str, method_of: str) -> Schema:
        example: dict[str, Any] = {"name": "shown", "summary": self._summary(), "arguments": {}}
        if method_of:
            example["given"] = [{"call": self._world.resources[method_of], "as": "it"}]
        for name, expr in parameters.items():
            if name == "subject" and method_of:
                example["arguments"][name] = "$it"
            elif expr.get("required", True) or self._draw(st.booleans()):
                example["arguments"][name] = self._value(expr, 3, given=True)
        if made.get("errors") and self._draw(st.booleans()):
            example["error"] = {"code": made["errors"][0]}
        elif ends == "result":
            example["result"] = self._value(made["result"], 3)
        elif ends == "streams":
            example["stream"] = [
                self._value(made["streams"], 3) for _ in range(self._draw(st.integers(0, 2)))
            ]
        return example

    # --- types and values

    def _scalar(self) -> Schema:
        kind = self._draw(st.sampled_from(["string", "integer", "number", "boolean"]))
        schema: Schema = {"type": kind}
        if kind == "string" and self._draw(st.booleans()):
            schema["format"] = self._draw(st.sampled_from(sorted(_FORMATS)))
        elif kind in _BOUNDED and self._draw(st.booleans()):
            low, high = _BOUNDED[kind]
            schema |= {low: 1, high: self._draw(st.integers(3, 9))}
        return schema

    def _expr(self, *, returned: bool, depth: int = 2) -> Schema:
        """A type expression; a ``returned`` one holds no callback, however deep."""
        usable = [name for name in self._world.types if not (returned and name in self._world.with_callback)]
        kinds = (
            ["scalar", "scalar", "any", "object"]
            + ["ref", "ref"] * bool(usable)
            + ["list", "map", "null"] * (depth > 0)
        )
        match self._draw(st.sampled_from(kinds)):
            case "any":
                return {"description": "Anything."}
            case "object":
                return {"type": "object"}
            case "ref":
                return {"$ref": self._ref(self._draw(st.sampled_from(sorted(usable))))}
            case "list":
                return {"type": "array", "items": self._expr(returned=returned, depth=depth - 1)}
            case "map":
                return {
                    "type": "object",
                    "additionalProperties": self._expr(returned=returned, depth=depth - 1),
                }
            case "null":
                inner = self._expr(returned=returned, depth=depth - 1)
                return inner if "anyOf" in inner else {"anyOf": [inner, {"type": "null"}]}
        return self._scalar()

    def _resolve(self, reference: str) -> str:
        return f"{self._module}.yaml{reference}" if reference.startswith("#") else reference

    def _value(self, expr: Schema, depth: int, *, given: bool = False, home: str = "") -> Any:
        """A JSON value of ``expr``, as small as can be below ``depth``; ``home`` is where its references start."""
        home = home or self._module
        if "$ref" in expr:
            return self._value_of_ref(expr["$ref"], depth, given, home)
        if "anyOf" in expr:
            return (
                None
                if depth <= 0 or self._draw(st.booleans())
                else self._value(expr["anyOf"][0], depth - 1, given=given, home=home)
            )
        if "oneOf" in expr:
            return self._value(self._draw(st.sampled_from(expr["oneOf"])), depth, given=given, home=home)
        if "const" in expr:
            return expr["const"]
        if "enum" in expr:
            return self._draw(st.sampled_from(expr["enum"]))
        if "properties" in expr:
            chosen = [
                name
                for name in expr["properties"]
                if name in expr.get("required", ()) or (depth > 0 and self._draw(st.booleans()))
            ]
            return {
                name: self._value(expr["properties"][name], depth - 1, given=given, home=home)
                for name in chosen
            }
        return self._plain(expr, depth, given, home)

    def _plain(self, expr: Schema, depth: int, given: bool, home: str) -> Any:
        draw = self._draw
        match expr.get("type"):
            case "array":
                count = draw(st.integers(0, 2)) if depth > 0 else 0
                return [self._value(expr["items"], depth - 1, given=given, home=home) for _ in range(count)]
            case "object":
                inner = expr.get("additionalProperties", {})
                keys = draw(st.lists(_KEYS, max_size=2, unique=True)) if depth > 0 else []
                return {key: self._value(inner, depth - 1, given=given, home=home) for key in keys}
            case "string" if "format" in expr:
                return _FORMATS[expr["format"]]
            case "string":
                return "abc" if "minLength" in expr else draw(_TEXTS)
            case "integer":
                return draw(st.integers(1, 3) if "minimum" in expr else st.integers(-(2**53), 2**53))
            case "number":
                return draw(
                    st.sampled_from([1, 2.5]) if "minimum" in expr else st.sampled_from([0, -1.5, 1e-7, 1e21])
                )
            case "boolean":
                return draw(st.booleans())
            case _:
                return draw(
                    st.sampled_from([None, True, 0, 1.5, "text", [], {}, [1, "a"], {"a": {"b": None}}])
                )

    def _value_of_ref(self, reference: str, depth: int, given: bool, home: str) -> Any:
        whole = f"{home}.yaml{reference}" if reference.startswith("#") else reference
        if whole in self._world.resources:
            return "no_such_thing"
        if whole in self._world.callbacks:
            result = self._world.callbacks[whole].get("result")
            there = whole.partition(".yaml")[0]
            return {
                "$callback": (
                    {"returns": self._value(result, depth - 1, home=there)} if result is not None else {}
                )
            }
        return self._value(self._world.types[whole], depth, given=given, home=whole.partition(".yaml")[0])


@st.composite
def interfaces(draw: st.DrawFn) -> Files:
    """A valid interface of one to three modules."""
    return _Maker(draw).make()


@st.composite
def broken_interfaces(draw: st.DrawFn) -> Files:
    """A valid interface with one thing taken out, or replaced by something of another kind."""
    files = copy.deepcopy(draw(interfaces()))
    places = [(content, path) for content in files.values() for path in paths(content)]
    content, path = draw(st.sampled_from(places))
    parent: Any = content
    for part in path[:-1]:
        parent = parent[part]
    wrong = draw(
        st.sampled_from(
            [None, True, -7, 1e300, "wrong", "$x", [], ["x"], {}, {"$ref": "#/types/No"}, "delete"]
        )
    )
    if wrong == "delete":
        del parent[path[-1]]
    elif draw(st.booleans()) or not isinstance(parent, dict):
        parent[path[-1]] = wrong
    else:
        parent["no_such_key"] = wrong
    return files


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value below ``value``."""
    found = [path] if path else []
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in children:
        found += paths(child, (*path, key))
    return found
