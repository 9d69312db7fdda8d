"""What generated models and argument types are made of: ``Record``, ``Handle`` and ``CallbackMark``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Protocol, cast

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from bridge_runtime.errors import InvalidArgument
from bridge_runtime.problems import describe, first_expectation, problems_of
from bridge_runtime.strictness import Resolve, Schema, strict
from bridge_runtime.values import UNSET, show


class Context(Protocol):
    """What a validator needs of the session: the validation context of the waist."""

    def handle(self, resource: str, value: Any) -> Any:
        """The live object that ``value`` stands for."""

    def callback(self, name: str, value: Any) -> Any:
        """The Callback that ``value`` stands for."""


def _fields_of(model: Schema) -> dict[str, Schema] | None:
    while model["type"] not in ("model-fields", "definition-ref"):
        inner = model.get("schema")
        if not isinstance(inner, dict):
            return None
        model = inner
    return cast("dict[str, Schema] | None", model.get("fields"))


def _admits_null(schema: Schema, resolve: Resolve) -> bool:
    if schema["type"] == "definition-ref":
        schema = resolve(schema)
    return schema["type"] in ("any", "nullable", "none")


def holds_callback(schema: Any, resolve: Resolve, seen: set[int]) -> bool:
    """Whether a callback is reachable in a schema; records with one are opened when they enter a session."""
    if isinstance(schema, list | tuple):
        return any(holds_callback(item, resolve, seen) for item in schema)
    if not isinstance(schema, dict) or id(schema) in seen:
        return False
    seen.add(id(schema))
    if (schema.get("metadata") or {}).get("bridge_callback"):
        return True
    if schema.get("type") == "definition-ref":
        return holds_callback(resolve(schema), resolve, seen)
    inner = (value for key, value in schema.items() if key not in ("metadata", "serialization", "default"))
    return any(holds_callback(value, resolve, seen) for value in inner)


def opened(value: Any) -> Any:
    """``value`` with every record in it as a dict of what was set, so that it is validated again.

    For arguments that hold callbacks: a record made outside a session holds plain functions.
    """
    if isinstance(value, Record):
        return {name: opened(getattr(value, name)) for name in value.model_fields_set}
    if isinstance(value, list):
        return [opened(item) for item in value]
    if isinstance(value, dict):
        return {name: opened(item) for name, item in value.items()}
    return value


_SECRET = "bridge_secret"


def _without_showing(value: Any, validate: Any) -> Any:
    try:
        return validate(value)
    except ValidationError as error:
        raise PydanticCustomError(_SECRET, "{expected}", {"expected": first_expectation(error)}) from None


class Record(BaseModel):
    """Base of generated models: closed, as strict as JSON, and exact about absent and null.

    A field ``T | None = None`` that is not nullable has no null: None given to the constructor means that
    the field is absent, and null in JSON is refused. A field that is both optional and nullable says so with
    ``json_schema_extra={"nullable": True}`` (or ``"x-nullable"``). A field with another default is optional,
    too, but for a constant: ``kind: Literal["text"] = "text"`` is always there, and the constructor adds it.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
    )

    __absent_when_none__: ClassVar[tuple[str, ...]] = ()
    __constants__: ClassVar[dict[str, Any]] = {}

    def __init__(self, /, **fields: Any) -> None:
        if self.__constants__:
            fields = {**self.__constants__, **fields}
        for name in self.__absent_when_none__:
            if name in fields and fields[name] is None:
                del fields[name]
        if UNSET in fields.values():
            fields = {name: value for name, value in fields.items() if value is not UNSET}
        try:
            self.__pydantic_validator__.validate_python(fields, self_instance=self)
        except ValidationError as error:
            problems = problems_of(error, fields, type(self))
            name = type(self).__name__
            raise InvalidArgument(function=name, detail=describe(problems), problems=problems) from None

    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # keeps pydantic-core from calling it

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        model = cast(Schema, schema)
        if model["type"] == "definition-ref":
            model = cast(Schema, handler.resolve_ref_schema(schema))
        fields = _fields_of(model)
        if fields is not None:

            def resolve(schema: Schema) -> Schema:
                """What a reference stands for; itself while that is being built, for it needs this very record."""
                try:
                    return cast(Schema, handler.resolve_ref_schema(cast(CoreSchema, schema)))
                except LookupError:
                    return schema

            cls._require_constants(fields)
            cls._refuse_null(fields, resolve)
            for field in fields.values():
                strict(cast(CoreSchema, field), resolve, json_only=True)
            cls._hide_secrets(fields)
        return schema

    @classmethod
    def _require_constants(cls, fields: dict[str, Schema]) -> None:
        """Demand in JSON the constants that the constructor adds."""
        constants = dict(cls.__constants__)  # a schema may come a second time, as it was left here
        for name, field in fields.items():
            default = field["schema"]
            literal = default["type"] == "default" and default["schema"]["type"] == "literal"
            if literal and default.get("default") is not None:
                constants[field.get("validation_alias") or name] = default["default"]
                field["schema"] = default["schema"]
        cls.__constants__ = constants

    @classmethod
    def _refuse_null(cls, fields: dict[str, Schema], resolve: Resolve) -> None:
        """Take the null out of the type of fields that are optional only."""
        absent: list[str] = []
        for name, field in fields.items():
            default, extra = field["schema"], (field.get("metadata") or {}).get("pydantic_js_extra")
            if default["type"] != "default":
                continue
            names = [name] if not field.get("validation_alias") else [name, field["validation_alias"]]
            if default.get("default") is not None or "default_factory" in default:
                if not _admits_null(default["schema"], resolve):
                    absent += names  # None stands for the default
                continue
            if isinstance(extra, dict) and (extra.get("nullable") or extra.get("x-nullable")):
                continue
            nullable = default["schema"]
            if nullable["type"] == "nullable" and not _admits_null(nullable["schema"], resolve):
                # The serializer is made from the strict schema, and must know None; validation is never strict.
                default["schema"] = core_schema.lax_or_strict_schema(nullable["schema"], nullable)
            if default["schema"]["type"] == "lax-or-strict":
                absent += names
        cls.__absent_when_none__ = tuple(absent)

    @classmethod
    def _hide_secrets(cls, fields: dict[str, Schema]) -> None:
        """See that what is wrong with a secret is said without showing it; a field without repr is one."""
        for name, field in fields.items():
            if cls.model_fields[name].repr:
                continue
            holder, key = field, "schema"
            while (kind := holder[key]["type"]) in ("default", "lax-or-strict"):
                holder, key = holder[key], "schema" if kind == "default" else "lax_schema"
            if not (holder[key].get("metadata") or {}).get(_SECRET):
                holder[key] = core_schema.no_info_wrap_validator_function(
                    _without_showing, cast(CoreSchema, holder[key]), metadata={_SECRET: True}
                )

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """What was set; a record with twenty optional fields shows the three it has."""
        return ((name, value) for name, value in super().__repr_args__() if name in self.model_fields_set)

    def to_json(self) -> dict[str, Any]:
        """The record as a JSON object; what is absent stays absent."""
        return self.model_dump(mode="json", exclude_unset=True)


class Handle:
    """Marks a handle in an annotation: ``Annotated[Any, Handle("desk.Desk")]``.

    Inward it takes an id or the caller's own object and gives the implementation's live object, or raises
    the resource's not_found error; outward it registers the live object, which JSON sees as its id.
    """

    __slots__ = ("resource",)

    def __init__(self, resource: str) -> None:
        self.resource = resource

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        resource = self.resource

        def find(value: Any, info: core_schema.ValidationInfo) -> Any:
            if info.context is None:
                raise PydanticCustomError(
                    "bridge_handle", "a session, for a handle means nothing without one"
                )
            return cast(Context, info.context).handle(resource, value)

        return core_schema.with_info_plain_validator_function(
            find,
            serialization=core_schema.plain_serializer_function_ser_schema(_handle_of),
            metadata={"bridge_handle": resource},
        )


def _handle_of(value: Any) -> Any:
    return value if isinstance(value, str) else value.handle


class CallbackMark:
    """Marks a callback in an annotation: ``Annotated[Any, CallbackMark("desk.DeskHandler")]``.

    It takes a callable, or the id of a foreign function, and gives a ``Callback``. In a model that is
    made outside a session it keeps what it is given until the model is passed to a call.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        name = self.name

        def find(value: Any, info: core_schema.ValidationInfo) -> Any:
            if info.context is not None:
                return cast(Context, info.context).callback(name, value)
            if callable(value) or isinstance(value, str):
                return value
            raise not_a_callback(value)

        return core_schema.with_info_plain_validator_function(
            find,
            serialization=core_schema.plain_serializer_function_ser_schema(_callback_id),
            metadata={"bridge_callback": True},
        )


def _callback_id(value: Any) -> str:
    if isinstance(value, str):
        return value
    found = getattr(value, "id", None)
    if isinstance(found, str):
        return found
    raise ValueError(f"{show(value)} has no id before it was passed to a call")


def not_a_callback(value: object) -> PydanticCustomError:
    """The problem of a value that cannot be called."""
    return PydanticCustomError("bridge_callback", "a function, or the id of one this session knows")


def not_a_handle(resource: str) -> PydanticCustomError:
    """The problem of a value that is no handle at all."""
    return PydanticCustomError("bridge_handle", "a handle of {resource}", {"resource": resource})
