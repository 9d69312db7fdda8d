"""What goes into a function and a callback and what comes out, checked by validators built on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, cast, get_type_hints

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic.errors import PydanticSchemaGenerationError, PydanticUndefinedAnnotation
from pydantic_core import CoreSchema, PydanticSerializationError

from bridge_runtime import spec
from bridge_runtime.callbacks import Callback, Foreign
from bridge_runtime.errors import BrokenInstallation, CallbackFailed, Internal, InvalidArgument, InvalidResult
from bridge_runtime.guarantees import Guarantee, guarantees
from bridge_runtime.problems import describe, problems_of
from bridge_runtime.records import Record, holds_callback, not_a_callback, not_a_handle, opened
from bridge_runtime.resources import Resource
from bridge_runtime.strictness import Resolve, Schema, strict

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class _Strict:
    """Annotation that makes a type as strict as JSON, and an argument list closed."""

    def __init__(self, json_only: bool) -> None:
        self._json_only = json_only
        self.holds_callback = False
        self.is_plain = False
        self.guarantees: tuple[Guarantee, ...] | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        resolve = cast(Resolve, handler.resolve_ref_schema)
        inner = cast(Schema, schema)
        if inner["type"] == "definition-ref":
            inner = resolve(inner)
        if inner["type"] == "typed-dict":
            inner["extra_behavior"] = "forbid"
            self.guarantees = guarantees(inner["fields"], resolve)
        self.holds_callback = holds_callback(inner, resolve, set())
        self.is_plain = _is_plain(inner)
        return strict(schema, resolve, json_only=self._json_only)


def _is_plain(schema: Schema) -> bool:
    if schema["type"] == "nullable":
        return _is_plain(schema["schema"])
    return schema["type"] in ("str", "int", "float", "bool", "none") and "serialization" not in schema


class Checked:
    """One annotation with its validator and serializer."""

    __slots__ = ("_validate", "dump_json", "guarantees", "holds_callback", "is_plain", "validate")

    def __init__(self, annotation: Any, what: str, *, json_only: bool = False) -> None:
        marker = _Strict(json_only)
        try:
            adapter: TypeAdapter[Any] = TypeAdapter(Annotated[annotation, marker])
        except (PydanticSchemaGenerationError, PydanticUndefinedAnnotation, TypeError) as error:
            detail = f"the type of {what} cannot be built ({error}); generate the SDK again"
            raise BrokenInstallation(detail=detail, cause=error) from error
        self.validate: Callable[..., Any] = adapter.validator.validate_python
        self.dump_json: Callable[..., Any] = adapter.serializer.to_python
        self.holds_callback = marker.holds_callback
        self.is_plain = marker.is_plain
        """True when a validated value is JSON already: a string, number, boolean or null."""
        self.guarantees = marker.guarantees
        """Of arguments: what a surface with types of its own needs no validator for; None when one has to run."""
        if self.holds_callback:
            self._validate = self.validate
            self.validate = self._open_and_validate

    def _open_and_validate(self, value: Any, **options: Any) -> Any:
        return self._validate(opened(value), **options)


class Incoming:
    """The validation context of what enters from a caller."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    def handle(self, resource: str, value: Any) -> Any:
        session = self._session
        if type(value) is str:
            if value == session.handle and value and session.interface.resource(resource).is_session:
                return session
            return session.handles.get(resource, value)
        if isinstance(value, Resource):
            live: Any = value
            core: Any = session
        else:
            core = getattr(value, "core", None)
            live = (
                core
                if isinstance(core, Resource) and not hasattr(value, "_live")
                else getattr(value, "_live", None)
            )
            if live is None:
                raise not_a_handle(resource)
            if live is core:  # the facade of a session, which this one may have opened
                core = session
        if live is session or (core is session and session.handles.holds(resource, live)):
            return live
        raise session.handles.not_found(resource, live.handle or "(none)")

    def callback(self, name: str, value: Any) -> Any:
        session = self._session
        if isinstance(value, str):
            found = session.foreign.get(value)
            if found is None:
                raise not_a_callback(value)
            return Callback(found, session.callback_signature(name), value, session.running_loop)
        if isinstance(value, Callback):
            return value
        if isinstance(value, Foreign) or callable(value):
            return Callback(value, session.callback_signature(name), loop=session.running_loop)
        raise not_a_callback(value)


class Outgoing:
    """The validation context of what an implementation gives to a caller."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    def handle(self, resource: str, value: Any) -> Any:
        if not isinstance(value, Resource):
            raise not_a_handle(resource)
        if value is not self._session:
            self._session.handles.add(resource, value)
        return value

    def callback(self, name: str, value: Any) -> Any:
        if isinstance(value, Callback):
            self._session.name_callback(value)
            return value
        raise not_a_callback(value)


def to_json(checked: Checked, value: Any, what: str) -> Any:
    """``value``, which was validated, as JSON; raises InvalidResult for what JSON does not have."""
    try:
        return checked.dump_json(value, mode="json", exclude_unset=True, warnings="error")
    except (PydanticSerializationError, ValueError, RecursionError) as error:
        raise InvalidResult(
            function=what, detail=f"not a JSON value: {str(error).splitlines()[0]}"
        ) from error


class FunctionSignature:
    """The checked arguments, result or items of one function."""

    def __init__(self, function: spec.Function) -> None:
        self.function = function

    @cached_property
    def arguments(self) -> Checked:
        return Checked(self.function.arguments, f"the arguments of {self.function.name}")

    @cached_property
    def python_arguments(self) -> Checked:
        """The same for a Python caller, who can pass what is no JSON where open JSON is expected."""
        what = f"the arguments of {self.function.name}"
        return Checked(self.function.arguments, what, json_only=True)

    @cached_property
    def result(self) -> Checked | None:
        if self.function.result is None:
            return None
        return Checked(self.function.result, f"the result of {self.function.name}")

    @cached_property
    def item(self) -> Checked:
        return Checked(self.function.streams, f"the items of {self.function.name}")

    def invalid_argument(self, error: ValidationError, given: Any) -> InvalidArgument:
        problems = problems_of(error, given, self.function.arguments)
        known = [parameter.name for parameter in self.function.parameters]
        for problem in problems:
            name = problem["path"]
            if problem["expected"].startswith("no field") and "." not in name and "[" not in name:
                names = ", ".join(known) if known else "none at all"
                problem["expected"] = f"one of the parameters ({names})" if known else "no arguments"
        return InvalidArgument(function=self.function.name, detail=describe(problems), problems=problems)

    def invalid_result(self, error: ValidationError, given: Any) -> InvalidResult:
        problems = problems_of(error, given)
        return InvalidResult(function=self.function.name, detail=describe(problems), problems=problems)


_functions: dict[int, FunctionSignature] = {}
_callbacks: dict[int, _CallbackTypes] = {}


def signature_of(function: spec.Function) -> FunctionSignature:
    """The signature of a function, shared by all sessions: building its validators takes milliseconds."""
    found = _functions.get(id(function))
    if found is None:  # the signature holds the function, so that its id stays its own
        found = _functions[id(function)] = FunctionSignature(function)
    return found


class _CallbackTypes:
    """The validators of one callback type, shared by all sessions."""

    def __init__(self, callback: spec.Callback) -> None:
        self.name = callback.name
        self.declared = callback
        self.names = tuple(parameter.name for parameter in callback.parameters)

    @cached_property
    def arguments(self) -> Checked:
        return Checked(self.declared.arguments, f"the arguments of {self.name}")

    @cached_property
    def records(self) -> tuple[type, ...]:
        """The types of its arguments when all are records without callbacks: those were checked when they were made."""
        kinds = tuple(get_type_hints(self.declared.arguments, include_extras=True).values())
        are_records = all(isinstance(kind, type) and issubclass(kind, Record) for kind in kinds)
        return kinds if are_records and not self.arguments.holds_callback else ()

    @cached_property
    def result(self) -> Checked | None:
        if self.declared.result is None:
            return None
        return Checked(self.declared.result, f"the result of {self.name}", json_only=True)


class CallbackSignature:
    """The checked arguments and result of one callback type, in one session."""

    def __init__(self, callback: spec.Callback, session: Session) -> None:
        types = _callbacks.get(id(callback))
        if types is None:
            types = _callbacks[id(callback)] = _CallbackTypes(callback)
        self.name = callback.name
        self._types = types
        self._names = types.names
        self._session = session

    def _check(self, arguments: Sequence[Any], named: Mapping[str, Any]) -> dict[str, Any]:
        if len(arguments) > len(self._names):
            raise Internal(detail=f"{self.name} takes {len(self._names)} arguments, not {len(arguments)}")
        given = dict(zip(self._names, arguments, strict=False))
        if named:
            given.update(named)
        try:
            checked: dict[str, Any] = self._types.arguments.validate(given, context=self._session.outgoing)
        except ValidationError as error:
            problems = describe(problems_of(error, given))
            raise Internal(detail=f"{self.name} is called with wrong arguments: {problems}") from None
        return checked

    def typed(self, arguments: Sequence[Any], named: Mapping[str, Any]) -> tuple[Any, ...]:
        """The arguments as a Python function takes them."""
        if arguments and not named and tuple(map(type, arguments)) == self._types.records:
            return tuple(arguments)
        checked = self._check(arguments, named)
        values = [checked[name] for name in self._names if name in checked]
        if (present := self._session.present) is not None:
            values = [present(value) if isinstance(value, Resource) else value for value in values]
        return tuple(values)

    def to_json(self, arguments: Sequence[Any], named: Mapping[str, Any]) -> list[Any]:
        """The arguments as a foreign function takes them."""
        values = to_json(self._types.arguments, self._check(arguments, named), self.name)
        return [values.get(name) for name in self._names]

    def result(self, value: Any) -> Any:
        """The function's result, typed; raises CallbackFailed when it is not what is declared."""
        expected = self._types.result
        if expected is None:
            return None
        try:
            return expected.validate(value, context=self._session.incoming)
        except ValidationError as error:
            problems = describe(problems_of(error, value, self._types.declared.result))
            raise CallbackFailed(detail=f"{self.name} returned what it may not: {problems}") from None
