"""The schema service: the bridge's functions over compiled schemas and a library."""

from __future__ import annotations

import builtins
import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bridge_runtime.resources import Resource
from llmspell.schema.errors import FileFailed, InvalidSamples, InvalidSchema, PartNotFound
from llmspell.schema.service import SchemaService
from llmspell.schema.types import (
    Change,
    CoerceOptions,
    CoerceResult,
    ExtractPart,
    GenerateOptions,
    MergeOptions,
    MergeStrategy,
    PutOptions,
    RepositoryOptions,
    SchemaDescription,
    SchemaEntry,
    SchemaInfo,
    SchemaVersion,
    StoredSchema,
    ValidateOptions,
    ValidationResult,
)

from llmspell_runtime.files import reason
from llmspell_runtime.schema.coercion import Coercion
from llmspell_runtime.schema.compiling import CompiledSchema, SchemaFault, require_schema, schema_text
from llmspell_runtime.schema.creation import object_of
from llmspell_runtime.schema.failures import Failures, issues
from llmspell_runtime.schema.in_process import InProcess
from llmspell_runtime.schema.library import Library, NoSuchSchema
from llmspell_runtime.schema.shelves import Version, read_reference, require_name

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class Validator(Resource):
    """A compiled schema behind a handle."""

    def __init__(self, compiled: CompiledSchema) -> None:
        self.compiled = compiled


class Schemas(SchemaService[Validator]):
    """The schemas of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._library = Library(session.permissions)

    # --- checking and mending -----------------------------------------------------------------

    def validate(self, schema: Any, value: Any, options: ValidateOptions | None = None) -> ValidationResult:
        with Failures(_name(schema)):
            return _checked(self._library.compiled(schema, formats=_asserted(options)), value)

    def coerce(self, schema: Any, value: Any, options: CoerceOptions | None = None) -> CoerceResult:
        with Failures(_name(schema)):
            return _coerced(self._library.compiled(schema, formats=_asserted(options)), value, options)

    async def compile(self, schema: Any, options: ValidateOptions | None = None) -> Validator:
        with Failures(_name(schema)):
            return Validator(await self._library.compiled_with_others(schema, formats=_asserted(options)))

    def check(self, validator: Validator, value: Any) -> ValidationResult:
        with Failures():
            return _checked(validator.compiled, value)

    def accepts(self, validator: Validator, value: Any) -> bool:
        with Failures():
            return validator.compiled.accepts(value)

    def convert(self, validator: Validator, value: Any, options: CoerceOptions | None = None) -> CoerceResult:
        with Failures():
            return _coerced(validator.compiled, value, options)

    def describe(self, validator: Validator) -> SchemaInfo:
        with Failures():
            return _info(validator.compiled)

    def release(self, validator: Validator) -> None:
        """Nothing to let go of: the waist forgets the handle."""

    # --- making -------------------------------------------------------------------------------

    def generate(self, samples: builtins.list[Any], options: GenerateOptions | None = None) -> Any:
        from llmspell_runtime.schema.generation import infer

        given = options or GenerateOptions()
        if not samples:
            raise InvalidSamples(reason="there are none")
        try:
            made = infer(
                samples,
                formats=given.formats is not False,
                required=given.required is not False,
                closed=bool(given.closed),
            )
            text = {"title": given.title, "description": given.description}
            made = {
                "$schema": made.pop("$schema"),
                **{k: v for k, v in text.items() if v is not None},
                **made,
            }
            schema_text(made)
            require_schema(made)
        except RecursionError:
            raise InvalidSamples(reason="they are nested too deeply") from None
        except SchemaFault as error:
            raise InvalidSamples(reason=f"the schema would not be usable: {error}") from None
        return made

    def create(self, description: SchemaDescription) -> Any:
        with Failures():
            texts = {"title": description.title, "description": description.description}
            made = {
                **{name: text for name, text in texts.items() if text is not None},
                **object_of(description.fields, closed=description.closed is not False),
            }
            self._library.compiled(made)
        return made

    def merge(self, schemas: builtins.list[Any], options: MergeOptions | None = None) -> Any:
        from llmspell_runtime.schema.merging import merge

        if not schemas:
            raise InvalidSchema(reason="there is nothing to merge", place="", issues=[])
        strategy = (options.strategy if options else None) or MergeStrategy.ALL
        compiled = []
        for schema in schemas:
            with Failures(_name(schema)):
                compiled.append(self._library.compiled(schema))
        with Failures():
            merged = merge(compiled, strategy.value)
            self._library.compiled(merged)
        return copy.deepcopy(merged)

    def extract(self, schema: Any, part: ExtractPart) -> Any:
        from llmspell_runtime.schema import extraction
        from llmspell_runtime.schema.issues import pointer

        given = {
            name: text
            for name in ("pointer", "property", "definition")
            if (text := getattr(part, name)) is not None
        }
        if len(given) != 1:
            raise PartNotFound(part="part", reason="give one of 'pointer', 'property' and 'definition'")
        ((name, text),) = given.items()
        with Failures(_name(schema)):
            compiled = self._library.compiled(schema)
        with Failures(f"{name} {text!r}"):
            if name == "property":
                found = extraction.by_property(compiled, text)
            else:
                found = extraction.by_pointer(
                    compiled, text if name == "pointer" else pointer(("$defs", text))
                )
            return copy.deepcopy(extraction.extract(compiled, found))

    def get_info(self, schema: Any) -> SchemaInfo:
        with Failures(_name(schema)):
            return _info(self._library.compiled(schema))

    # --- the repository -----------------------------------------------------------------------

    def put(self, name: str, schema: Any, options: PutOptions | None = None) -> SchemaVersion:
        with Failures(name):
            require_name(name)
            schema_text(schema)
            require_schema(schema)
            with self._library.store.changing(name) as shelf:
                version = shelf.add(copy.deepcopy(schema), (options.note if options else None) or "")
            self._library.changed()
        return SchemaVersion.model_validate(_about(name, version))

    def get(self, name: str, version: int | None = None) -> StoredSchema:
        with Failures(name):
            shelf, found = self._library.version(read_reference(name, version))
        return StoredSchema.model_validate(
            {**_about(shelf.name, found), "content": copy.deepcopy(found.schema)}
        )

    def list(self) -> builtins.list[SchemaEntry]:
        found = []
        with Failures():
            for name in self._library.store.names():
                shelf = self._library.store.read(name)
                if shelf is not None and shelf.versions:
                    found.append(_entry(name, shelf.versions))
        return found

    def delete(self, name: str, version: int | None = None) -> int:
        with Failures(name):
            wanted = read_reference(name, version)
            with self._library.store.changing(wanted.name) as shelf:
                removed = shelf.remove(wanted.version)
                if not removed:
                    raise NoSuchSchema(name if version is None else f"{wanted.name}@{version}")
            self._library.changed()
        return removed

    def open_repository(self, folder: str, options: RepositoryOptions | None = None) -> builtins.list[str]:
        from llmspell_runtime.schema.folder import Folder

        given = options or RepositoryOptions()
        real = self.session.permissions.require_path("fs.read", folder)
        if given.create:
            self.session.permissions.require_path("fs.write", folder)
            _make(real, folder)
        extension = f".{given.format.value}" if given.format else ".json"
        store = Folder(real, folder, self.session.permissions, extension)
        with Failures():
            names = store.names()
        self._library.store = store
        return names

    def close_repository(self) -> None:
        self._library.store = InProcess()


def _make(folder: Path, shown: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileFailed(path=shown, reason=reason(error)) from None


def _name(schema: Any) -> str:
    return schema if isinstance(schema, str) else "the schema"


def _asserted(options: ValidateOptions | CoerceOptions | None) -> bool:
    return options is None or options.formats is not False


def _checked(compiled: CompiledSchema, value: Any) -> ValidationResult:
    found = compiled.issues(value)
    return ValidationResult(valid=not found, issues=issues(found))


def _coerced(compiled: CompiledSchema, value: Any, options: CoerceOptions | None) -> CoerceResult:
    given = options or CoerceOptions()
    coercion = Coercion(given.fill_defaults is not False, bool(given.drop_unknown))
    result = coercion.of(compiled, value)
    found = compiled.issues(result)
    changes = [Change.model_validate(change.to_json()) for change in coercion.changes]
    return CoerceResult(value=result, valid=not found, changes=changes, issues=issues(found))


def _info(compiled: CompiledSchema) -> SchemaInfo:
    from llmspell_runtime.schema.information import describe

    return SchemaInfo.model_validate(describe(compiled.schema, recursive=compiled.recursive))


def _about(name: str, version: Version) -> dict[str, Any]:
    note = {"note": version.note} if version.note else {}
    return {"name": name, "version": version.number, "created_at": version.created_at, **note}


def _entry(name: str, versions: builtins.list[Version]) -> SchemaEntry:
    newest = versions[-1]
    title = newest.schema.get("title") if isinstance(newest.schema, dict) else None
    more = {"title": title} if isinstance(title, str) else {}
    return SchemaEntry(name=name, latest=newest.number, versions=[v.number for v in versions], **more)
