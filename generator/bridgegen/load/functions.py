"""Functions and their parameters."""

from __future__ import annotations

from typing import Literal, cast

from bridgegen.load.examples import ExampleReader
from bridgegen.load.reading import DOC_KEYS, Reader
from bridgegen.load.scope import Scope
from bridgegen.load.types import TypeReader
from bridgegen.model import MISSING, Function, HandleOf, Memoize, Name, Parameter, Position, Ref, TypeExpr
from bridgegen.suggest import suggestion

_KEYS = frozenset(
    {
        "async",
        "parameters",
        "result",
        "streams",
        "errors",
        "permissions",
        "emits",
        "memoize",
        "batch",
        "examples",
    }
)
_POLICIES = ("lru", "lfu", "fifo")


class ParameterReader:
    """Lowers the ordered parameters of a function or a callback."""

    def __init__(self, scope: Scope, types: TypeReader, *, of_function: bool) -> None:
        self._scope, self._types, self._of_function = scope, types, of_function

    def read(self, owner: Reader) -> tuple[Parameter, ...]:
        found: list[Parameter] = []
        for local, position, reader in owner.entries("parameters", "snake_case", "parameter"):
            extra = frozenset({"required", "spread"} if self._of_function else {"required"})
            expr = self._types.read(
                reader.table, reader.what, handle=self._of_function, callback=self._of_function, extra=extra
            )
            default = reader.json("default") if "default" in reader else MISSING
            required = default is MISSING and ("required" not in reader or reader.flag("required"))
            if (
                default is not MISSING
                and reader.table.get("required") is not None
                and reader.flag("required")
            ):
                message = f"{reader.what} is required, so its default never applies; drop one of the two"
                reader.error("type-default-required", message, reader.table.at("default"))
            if required and any(not other.required for other in found):
                message = f"{reader.what} is required but stands after one that is not; move it before"
                reader.error("function-parameter-order", message, position)
            spread = "spread" in reader and reader.flag("spread")
            if spread:
                self._check_spread(reader, expr, found)
            found.append(Parameter(local, expr, required, default, spread, reader.doc(), position))
        return tuple(found)

    def _check_spread(self, reader: Reader, expr: TypeExpr, before: list[Parameter]) -> None:
        position = reader.table.at("spread")
        if not isinstance(expr, Ref):
            reader.error(
                "function-spread", f"{reader.what} has spread, so it must be a $ref to a record", position
            )
        elif twin := next((other for other in before if other.spread), None):
            message = f"{reader.what} has spread, as parameter {twin.name!r} already has; one parameter may"
            reader.error("function-spread", message, position)


class FunctionReader:
    """Lowers what stands under ``functions``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._types = TypeReader(scope)
        self._examples = ExampleReader(scope)

    def read(self, module: Reader) -> list[Function]:
        """Every function of the module, in the order of the file."""
        return [
            self._one(Name(self._scope.module, local), position, reader)
            for local, position, reader in module.entries("functions", "snake_case", "function")
        ]

    def _one(self, name: Name, position: Position, reader: Reader) -> Function:
        reader.only(_KEYS | DOC_KEYS)
        doc = reader.doc(summary_required=True)
        parameters = ParameterReader(self._scope, self._types, of_function=True).read(reader)
        result, streams = self._returned(reader)
        examples = self._examples.read(reader)
        if not examples and "examples" not in reader:
            reader.error("example-missing", f"{reader.what} needs at least one example")
        return Function(
            name=name,
            number=self._scope.lock.number("functions", str(name)),
            parameters=parameters,
            result=result,
            streams=streams,
            is_async=reader.flag("async"),
            errors=self._errors(reader),
            permissions=self._permissions(reader),
            emits=self._emits(reader),
            method_of=_method_of(name, parameters),
            constructs=None,
            releases=None,
            memoize=self._memoize(reader),
            batch=reader.flag("batch"),
            examples=examples,
            doc=doc,
            position=position,
        )

    def _returned(self, reader: Reader) -> tuple[TypeExpr | None, TypeExpr | None]:
        result, streams = reader.table.get("result"), reader.table.get("streams")
        if result is not None and streams is not None:
            message = f"{reader.what} has both result and streams; a stream is its result"
            reader.error("function-result-and-streams", message, reader.table.at("streams"))
        return (
            None if result is None else self._types.read(result, f"the result of {reader.what}", handle=True),
            None if streams is None else self._types.read(streams, f"the stream of {reader.what}"),
        )

    def _errors(self, reader: Reader) -> tuple[str, ...]:
        found = []
        for text, position in reader.texts("errors"):
            if name := self._scope.resolve(text, "errors", "error", position):
                if str(name) in found:
                    reader.error(
                        "function-duplicate", f"{reader.what} lists the error {text!r} twice", position
                    )
                else:
                    found.append(str(name))
        return tuple(found)

    def _permissions(self, reader: Reader) -> tuple[str, ...]:
        found = []
        for text, position in reader.texts("permissions"):
            if text not in self._scope.permissions:
                hint = suggestion(text, self._scope.permissions) or "; declare it in interface.yaml"
                reader.error("permission-unknown", f"there is no permission {text!r}{hint}", position)
            elif text in found:
                reader.error(
                    "function-duplicate", f"{reader.what} lists the permission {text!r} twice", position
                )
            else:
                found.append(text)
        return tuple(found)

    def _emits(self, reader: Reader) -> tuple[str, ...]:
        found = []
        for text, position in reader.texts("emits"):
            if name := self._scope.resolve(text, "events", "event", position):
                if str(name) in found:
                    reader.error(
                        "function-duplicate", f"{reader.what} lists the event {text!r} twice", position
                    )
                else:
                    found.append(str(name))
        return tuple(found)

    def _memoize(self, reader: Reader) -> Memoize | None:
        table = reader.mapping("memoize")
        if table is None:
            return None
        memoize = Reader(table, f"memoize of {reader.what}", self._scope.report)
        memoize.only({"ttl_seconds", "max_entries", "policy"})
        ttl = memoize.scalar("ttl_seconds", (int, float), "a number of seconds")
        if ttl is not None and ttl <= 0:
            memoize.error(
                "function-memoize", f"ttl_seconds of {memoize.what} must be above 0", table.at("ttl_seconds")
            )
        entries = memoize.integer("max_entries", 128)
        if entries < 1:
            memoize.error(
                "function-memoize",
                f"max_entries of {memoize.what} must be at least 1",
                table.at("max_entries"),
            )
        policy = cast(Literal["lru", "lfu", "fifo"], memoize.choice("policy", _POLICIES, "lru"))
        return Memoize(None if ttl is None else float(ttl), entries, policy)


def _method_of(name: Name, parameters: tuple[Parameter, ...]) -> Name | None:
    first = parameters[0].type if parameters else None
    if isinstance(first, HandleOf) and first.resource.module == name.module and parameters[0].required:
        return first.resource
    return None
