"""JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas. For asynchronous programs."""

from __future__ import annotations

import builtins
from typing import Any, Literal

from bridge_runtime import clients

from .types import (
    CoerceOptions,
    CoerceResult,
    ExtractPart,
    FileFormat,
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


class AsyncValidator(clients.AsyncResource):
    """A compiled schema.

    It holds the schemas that it refers to, as they were when it was compiled.
    """

    async def check(self, value: Any) -> ValidationResult:
        """Check a value with a compiled schema and report every fault.

        Args:
            value: The value to check.

        Returns:
            Whether a value fits a schema.

        Raises:
            ValidatorNotFound: No validator has this handle.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
        """
        result: ValidationResult = await self.core.acall("schema.check", {"validator": self, "value": value})
        return result

    async def accepts(self, value: Any) -> bool:
        """Whether a value fits a compiled schema.

        Stops at the first fault, and is the fastest way to know.

        Args:
            value: The value to check.

        Raises:
            ValidatorNotFound: No validator has this handle.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
        """
        result: bool = await self.core.acall("schema.accepts", {"validator": self, "value": value})
        return result

    async def convert(
        self,
        value: Any,
        *,
        fill_defaults: bool | None = None,
        drop_unknown: bool | None = None,
        formats: bool | None = None,
    ) -> CoerceResult:
        """Bring a value closer to a compiled schema, and tell each change.

        The same as `schema.coerce`. The result is checked as the validator was compiled; `formats` in the
        options says nothing here.

        Args:
            value: The value; it is left alone.
            fill_defaults: Whether absent properties get the default that the schema names. Default: True.
            drop_unknown: Whether properties that the schema does not describe are left out. Default: False.
            formats: Whether `format` is asserted when the result is checked. Default: True.

        Returns:
            A value brought closer to a schema.

        Raises:
            ValidatorNotFound: No validator has this handle.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
        """
        options = clients.optional(
            CoerceOptions, fill_defaults=fill_defaults, drop_unknown=drop_unknown, formats=formats
        )
        result: CoerceResult = await self.core.acall(
            "schema.convert", {"validator": self, "value": value, "options": options}
        )
        return result

    async def describe(self) -> SchemaInfo:
        """What a compiled schema says.

        Returns:
            What a schema says.

        Raises:
            ValidatorNotFound: No validator has this handle.
        """
        result: SchemaInfo = await self.core.acall("schema.describe", {"validator": self})
        return result

    async def release(self) -> None:
        """Let go of a compiled schema.

        The session does so for what is left when it closes.

        Raises:
            ValidatorNotFound: No validator has this handle.
        """
        await self.core.acall("schema.release", {"validator": self})

    async def __aenter__(self) -> AsyncValidator:
        return self

    async def __aexit__(self, *error: object) -> None:
        if self.is_live:
            await self.release()


class AsyncSchemaBridge(clients.AsyncBridge):
    """JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas.

    Schemas are JSON Schema 2020-12. Where a function takes a schema, it takes an object, `true` or
    `false`, or the name of a schema in the repository as text: `"person"` is its newest version,
    `"person@2"` the second. What is checked often is compiled once: `schema.compile` gives a validator,
    whose methods are `check`, `accepts` and `convert`.

    Every fault of a value is reported at once, with the place of the value, the place and the keyword
    of the schema, what was given and what was expected. Formats are asserted unless `formats` is false.

    A `$ref` leads to a place in its own schema, to a schema of the repository by name (`"schema:person"`,
    `"schema:person@2"`) or by `$id`, to the published schemas of JSON Schema, or elsewhere: documents of other hosts are
    read by `schema.compile` only, and only when the session has the permission `net` for their host. What was read once is
    known to the session's other functions.

    Schemas and values may come from strangers. Patterns run in time that grows with the text and never exponentially (or,
    with look-around and back-references, up to a limit of steps); a check ends with `schema.too_complex` after
    `Limit.STEPS` steps; schemas have a largest size and depth.
    """

    async def validate(self, schema: Any, value: Any, *, formats: bool | None = None) -> ValidationResult:
        """Check a value against a schema and report every fault.

        The schema is prepared the first time and kept for a while; `schema.compile` prepares it once and
        for as long as you hold the validator. Documents of other hosts are not read here, see
        `schema.compile`.

        Args:
            schema: A schema, or the name of one in the repository: "person", "person@2".
            value: The value to check.
            formats: Whether `format` is asserted, or only a remark. Default: True.

        Returns:
            Whether a value fits a schema.

        Raises:
            InvalidSchema: A schema that was given is not one, or one that cannot be used here.
            UnresolvedReference: A $ref leads to nothing that is known.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        options = clients.optional(ValidateOptions, formats=formats)
        result: ValidationResult = await self.core.acall(
            "schema.validate", {"schema": schema, "value": value, "options": options}
        )
        return result

    async def coerce(
        self,
        schema: Any,
        value: Any,
        *,
        fill_defaults: bool | None = None,
        drop_unknown: bool | None = None,
        formats: bool | None = None,
    ) -> CoerceResult:
        """Bring a value closer to a schema, and tell each change.

        Text becomes a number, true, false or null, a scalar becomes text or a list, JSON text becomes what
        it holds, words become the allowed value that they mean, absent properties get their defaults and,
        when asked, unknown ones go. Only what cannot be mistaken is changed. Of alternatives (`anyOf`,
        `oneOf`) the one is taken that the fewest changes lead to. A value that fits the schema stays as it
        is, but for defaults and unknown properties.

        Args:
            schema: A schema, or the name of one in the repository.
            value: The value; it is left alone.
            fill_defaults: Whether absent properties get the default that the schema names. Default: True.
            drop_unknown: Whether properties that the schema does not describe are left out. Default: False.
            formats: Whether `format` is asserted when the result is checked. Default: True.

        Returns:
            A value brought closer to a schema.

        Raises:
            InvalidSchema: A schema that was given is not one, or one that cannot be used here.
            UnresolvedReference: A $ref leads to nothing that is known.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        options = clients.optional(
            CoerceOptions, fill_defaults=fill_defaults, drop_unknown=drop_unknown, formats=formats
        )
        result: CoerceResult = await self.core.acall(
            "schema.coerce", {"schema": schema, "value": value, "options": options}
        )
        return result

    async def compile(self, schema: Any, *, formats: bool | None = None) -> AsyncValidator:
        """Prepare a schema once, to check many values.

        Documents of other hosts that it refers to are read now, each once, where the session has the
        permission `net` for the host (private addresses must be named). What it refers to in the repository
        is taken as it is now.

        Args:
            schema: A schema, or the name of one in the repository.
            formats: Whether `format` is asserted, or only a remark. Default: True.

        Returns:
            A compiled schema.

        Raises:
            InvalidSchema: A schema that was given is not one, or one that cannot be used here.
            UnresolvedReference: A $ref leads to nothing that is known.
            FetchFailed: A document of another host could not be read, or is no schema.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        options = clients.optional(ValidateOptions, formats=formats)
        result = await self.core.acall("schema.compile", {"schema": schema, "options": options})
        return AsyncValidator.of(self.core, result)

    async def check(self, validator: AsyncValidator | str, value: Any) -> ValidationResult:
        """Check a value with a compiled schema and report every fault.

        Args:
            validator: The compiled schema.
            value: The value to check.

        Returns:
            Whether a value fits a schema.

        Raises:
            ValidatorNotFound: No validator has this handle.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
        """
        result: ValidationResult = await self.core.acall(
            "schema.check", {"validator": validator, "value": value}
        )
        return result

    async def accepts(self, validator: AsyncValidator | str, value: Any) -> bool:
        """Whether a value fits a compiled schema.

        Stops at the first fault, and is the fastest way to know.

        Args:
            validator: The compiled schema.
            value: The value to check.

        Raises:
            ValidatorNotFound: No validator has this handle.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
        """
        result: bool = await self.core.acall("schema.accepts", {"validator": validator, "value": value})
        return result

    async def convert(
        self,
        validator: AsyncValidator | str,
        value: Any,
        *,
        fill_defaults: bool | None = None,
        drop_unknown: bool | None = None,
        formats: bool | None = None,
    ) -> CoerceResult:
        """Bring a value closer to a compiled schema, and tell each change.

        The same as `schema.coerce`. The result is checked as the validator was compiled; `formats` in the
        options says nothing here.

        Args:
            validator: The compiled schema.
            value: The value; it is left alone.
            fill_defaults: Whether absent properties get the default that the schema names. Default: True.
            drop_unknown: Whether properties that the schema does not describe are left out. Default: False.
            formats: Whether `format` is asserted when the result is checked. Default: True.

        Returns:
            A value brought closer to a schema.

        Raises:
            ValidatorNotFound: No validator has this handle.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
        """
        options = clients.optional(
            CoerceOptions, fill_defaults=fill_defaults, drop_unknown=drop_unknown, formats=formats
        )
        result: CoerceResult = await self.core.acall(
            "schema.convert", {"validator": validator, "value": value, "options": options}
        )
        return result

    async def describe(self, validator: AsyncValidator | str) -> SchemaInfo:
        """What a compiled schema says.

        Args:
            validator: The compiled schema.

        Returns:
            What a schema says.

        Raises:
            ValidatorNotFound: No validator has this handle.
        """
        result: SchemaInfo = await self.core.acall("schema.describe", {"validator": validator})
        return result

    async def release(self, validator: AsyncValidator | str) -> None:
        """Let go of a compiled schema.

        The session does so for what is left when it closes.

        Args:
            validator: The compiled schema.

        Raises:
            ValidatorNotFound: No validator has this handle.
        """
        await self.core.acall("schema.release", {"validator": validator})

    async def generate(
        self,
        samples: builtins.list[Any],
        *,
        title: str | None = None,
        description: str | None = None,
        required: bool | None = None,
        formats: bool | None = None,
        closed: bool | None = None,
    ) -> dict[str, Any]:
        """Infer a schema from samples.

        It accepts every sample, and says no more than the samples show.

        Args:
            samples: Values; one at least.
            title: Its title.
            description: Its description.
            required: Whether properties that all samples have are required. Default: True.
            formats: Whether text that always looks like a date, an address or an id is said to be one. Default: True.
            closed: Whether objects may have no other properties than those of the samples. Default: False.

        Raises:
            InvalidSamples: No schema can be inferred from these samples.
        """
        options = clients.optional(
            GenerateOptions,
            title=title,
            description=description,
            required=required,
            formats=formats,
            closed=closed,
        )
        result: dict[str, Any] = await self.core.acall(
            "schema.generate", {"samples": samples, "options": options}
        )
        return result

    async def create(
        self,
        *,
        title: str | None = None,
        description: str | None = None,
        fields: dict[str, Any],
        closed: bool | None = None,
    ) -> dict[str, Any]:
        """Make a schema of objects from a short description.

        Args:
            title: Its title.
            description: What its objects are.
            fields: The fields by name.
            closed: Whether other fields are refused. Default: True.

        Raises:
            InvalidField: The description of a field makes no sense.
            InvalidSchema: A schema that was given is not one, or one that cannot be used here.
            UnresolvedReference: A $ref leads to nothing that is known.
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        description_ = SchemaDescription(
            **clients.given(title=title, description=description, fields=fields, closed=closed)
        )
        result: dict[str, Any] = await self.core.acall("schema.create", {"description": description_})
        return result

    async def merge(
        self,
        schemas: builtins.list[Any],
        *,
        strategy: MergeStrategy | Literal["all", "any", "override", "strict"] | None = None,
    ) -> Any:
        """Make one schema of several.

        Args:
            schemas: Schemas, or names of the repository; one at least.
            strategy: What the result accepts. Default: 'all'.

        Raises:
            MergeConflict: Schemas contradict one another.
            InvalidSchema: A schema that was given is not one, or one that cannot be used here.
            UnresolvedReference: A $ref leads to nothing that is known.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        options = clients.optional(MergeOptions, strategy=strategy)
        result: Any = await self.core.acall("schema.merge", {"schemas": schemas, "options": options})
        return result

    async def extract(
        self,
        schema: Any,
        *,
        pointer: str | None = None,
        property: str | None = None,
        definition: str | None = None,
    ) -> Any:
        """Take a part out of a schema as a schema of its own.

        What the part refers to comes with it, under `$defs`; references to other documents stay as they
        are.

        Args:
            schema: A schema, or the name of one in the repository.
            pointer: JSON pointer into the schema: "/properties/address".
            property: Names of properties with dots between them, "[]" for the items of a list: "orders[].address.city".
            definition: A name under $defs.

        Raises:
            PartNotFound: A schema has no such part.
            InvalidSchema: A schema that was given is not one, or one that cannot be used here.
            UnresolvedReference: A $ref leads to nothing that is known.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        part = ExtractPart(**clients.given(pointer=pointer, property=property, definition=definition))
        result: Any = await self.core.acall("schema.extract", {"schema": schema, "part": part})
        return result

    async def get_info(self, schema: Any) -> SchemaInfo:
        """What a schema says.

        Args:
            schema: A schema, or the name of one in the repository.

        Raises:
            InvalidSchema: A schema that was given is not one, or one that cannot be used here.
            UnresolvedReference: A $ref leads to nothing that is known.
            TooComplex: A check needs more steps, or goes deeper, than is allowed.
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        result: SchemaInfo = await self.core.acall("schema.get_info", {"schema": schema})
        return result

    async def put(self, name: str, schema: Any, *, note: str | None = None) -> SchemaVersion:
        """Keep a schema under a name, as its newest version.

        Earlier versions stay. The repository is in memory, or in the folder that `schema.open_repository`
        has opened.

        Args:
            name: A name: 1 to 64 letters, digits, "_", "-" and ".".
            schema: The schema: an object, true or false.
            note: What this version is about.

        Returns:
            One version of a name.

        Raises:
            InvalidSchema: A schema that was given is not one, or one that cannot be used here.
            InvalidName: A name that schemas cannot have.
            Full: The repository holds as much as it may.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        options = clients.optional(PutOptions, note=note)
        result: SchemaVersion = await self.core.acall(
            "schema.put", {"name": name, "schema": schema, "options": options}
        )
        return result

    async def get(self, name: str, version: int | None = None) -> StoredSchema:
        """A schema of the repository.

        Args:
            name: Its name; "port@2" is its second version.
            version: The version; the newest when left out.

        Returns:
            One version of a schema in the repository.

        Raises:
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        result: StoredSchema = await self.core.acall("schema.get", {"name": name, "version": version})
        return result

    async def list(self) -> builtins.list[SchemaEntry]:
        """The names of the repository, in the order of the alphabet, with their versions.

        Returns:
            A list. Each: A name of the repository.

        Raises:
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        result: builtins.list[SchemaEntry] = await self.core.acall("schema.list", {})
        return result

    async def delete(self, name: str, version: int | None = None) -> int:
        """Remove a version of a schema, or all of them.

        Args:
            name: Its name; "port@2" is its second version.
            version: The version; all when left out.

        Raises:
            NotFound: The repository has no schema of this name, or not this version of it.
            InvalidName: A name that schemas cannot have.
            Full: The repository holds as much as it may.
            FileFailed: A file or folder of a repository could not be read or written.
            InvalidFile: A file of a repository does not hold schemas of a version that is known here.
        """
        result: int = await self.core.acall("schema.delete", {"name": name, "version": version})
        return result

    async def open_repository(
        self,
        folder: str,
        *,
        format: FileFormat | Literal["json", "yaml"] | None = None,
        create: bool | None = None,
    ) -> builtins.list[str]:
        """Keep schemas in a folder from now on, and find them there.

        Each name has a file with all its versions, JSON or YAML. A file is replaced as a whole, and writers in several
        processes wait for one another: no version is lost. A folder that may only be read (`fs.read`) serves for looking;
        `put` and `delete` need `fs.write` too. Schemas in memory are set aside and not written.

        Args:
            folder: The folder.
            format: How new files are written. Default: 'json'.
            create: Whether a folder that is not there is made. Default: False.

        Raises:
            FileFailed: A file or folder of a repository could not be read or written.
        """
        options = clients.optional(RepositoryOptions, format=format, create=create)
        result: builtins.list[str] = await self.core.acall(
            "schema.open_repository", {"folder": folder, "options": options}
        )
        return result

    async def close_repository(self) -> None:
        """Keep schemas in memory from now on, in a repository that is empty.

        Nothing in the folder changes.
        """
        await self.core.acall("schema.close_repository", {})
