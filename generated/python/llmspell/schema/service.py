"""What an implementation of schema provides."""

from __future__ import annotations

import builtins
from abc import abstractmethod
from typing import Any, Generic, TypeVar

from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

from .types import (
    CoerceOptions,
    CoerceResult,
    ExtractPart,
    GenerateOptions,
    MergeOptions,
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

ValidatorT = TypeVar("ValidatorT", bound=Resource)


class SchemaService(Service, Generic[ValidatorT]):
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

    @abstractmethod
    def validate(self, schema: Any, value: Any, options: ValidateOptions | None = None) -> ValidationResult:
        """Check a value against a schema and report every fault.

        The schema is prepared the first time and kept for a while; `schema.compile` prepares it once and
        for as long as you hold the validator. Documents of other hosts are not read here, see
        `schema.compile`.

        Raises schema.invalid_schema, schema.unresolved_reference, schema.too_complex, schema.not_found, schema.invalid_name, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def coerce(self, schema: Any, value: Any, options: CoerceOptions | None = None) -> CoerceResult:
        """Bring a value closer to a schema, and tell each change.

        Text becomes a number, true, false or null, a scalar becomes text or a list, JSON text becomes what
        it holds, words become the allowed value that they mean, absent properties get their defaults and,
        when asked, unknown ones go. Only what cannot be mistaken is changed. Of alternatives (`anyOf`,
        `oneOf`) the one is taken that the fewest changes lead to. A value that fits the schema stays as it
        is, but for defaults and unknown properties.

        Raises schema.invalid_schema, schema.unresolved_reference, schema.too_complex, schema.not_found, schema.invalid_name, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    async def compile(self, schema: Any, options: ValidateOptions | None = None) -> ValidatorT:
        """Prepare a schema once, to check many values.

        Documents of other hosts that it refers to are read now, each once, where the session has the
        permission `net` for the host (private addresses must be named). What it refers to in the repository
        is taken as it is now.

        Raises schema.invalid_schema, schema.unresolved_reference, schema.fetch_failed, schema.too_complex, schema.not_found, schema.invalid_name, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def check(self, validator: ValidatorT, value: Any) -> ValidationResult:
        """Check a value with a compiled schema and report every fault.

        Raises schema.validator_not_found, schema.too_complex.
        """

    @abstractmethod
    def accepts(self, validator: ValidatorT, value: Any) -> bool:
        """Whether a value fits a compiled schema.

        Stops at the first fault, and is the fastest way to know.

        Raises schema.validator_not_found, schema.too_complex.
        """

    @abstractmethod
    def convert(
        self, validator: ValidatorT, value: Any, options: CoerceOptions | None = None
    ) -> CoerceResult:
        """Bring a value closer to a compiled schema, and tell each change.

        The same as `schema.coerce`. The result is checked as the validator was compiled; `formats` in the
        options says nothing here.

        Raises schema.validator_not_found, schema.too_complex.
        """

    @abstractmethod
    def describe(self, validator: ValidatorT) -> SchemaInfo:
        """What a compiled schema says.

        Raises schema.validator_not_found.
        """

    @abstractmethod
    def release(self, validator: ValidatorT) -> None:
        """Let go of a compiled schema.

        The session does so for what is left when it closes.

        Raises schema.validator_not_found.
        """

    @abstractmethod
    def generate(self, samples: builtins.list[Any], options: GenerateOptions | None = None) -> dict[str, Any]:
        """Infer a schema from samples.

        It accepts every sample, and says no more than the samples show.

        Raises schema.invalid_samples.
        """

    @abstractmethod
    def create(self, description: SchemaDescription) -> dict[str, Any]:
        """Make a schema of objects from a short description.

        Raises schema.invalid_field, schema.invalid_schema, schema.unresolved_reference, schema.not_found, schema.invalid_name, schema.too_complex, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def merge(self, schemas: builtins.list[Any], options: MergeOptions | None = None) -> Any:
        """Make one schema of several.

        Raises schema.merge_conflict, schema.invalid_schema, schema.unresolved_reference, schema.too_complex, schema.not_found, schema.invalid_name, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def extract(self, schema: Any, part: ExtractPart) -> Any:
        """Take a part out of a schema as a schema of its own.

        What the part refers to comes with it, under `$defs`; references to other documents stay as they
        are.

        Raises schema.part_not_found, schema.invalid_schema, schema.unresolved_reference, schema.too_complex, schema.not_found, schema.invalid_name, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def get_info(self, schema: Any) -> SchemaInfo:
        """What a schema says.

        Raises schema.invalid_schema, schema.unresolved_reference, schema.too_complex, schema.not_found, schema.invalid_name, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def put(self, name: str, schema: Any, options: PutOptions | None = None) -> SchemaVersion:
        """Keep a schema under a name, as its newest version.

        Earlier versions stay. The repository is in memory, or in the folder that `schema.open_repository`
        has opened.

        Raises schema.invalid_schema, schema.invalid_name, schema.full, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def get(self, name: str, version: int | None = None) -> StoredSchema:
        """A schema of the repository.

        Raises schema.not_found, schema.invalid_name, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def list(self) -> builtins.list[SchemaEntry]:
        """The names of the repository, in the order of the alphabet, with their versions.

        Raises schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def delete(self, name: str, version: int | None = None) -> int:
        """Remove a version of a schema, or all of them.

        Raises schema.not_found, schema.invalid_name, schema.full, schema.file_failed, schema.invalid_file.
        """

    @abstractmethod
    def open_repository(self, folder: str, options: RepositoryOptions | None = None) -> builtins.list[str]:
        """Keep schemas in a folder from now on, and find them there.

        Each name has a file with all its versions, JSON or YAML. A file is replaced as a whole, and writers in several
        processes wait for one another: no version is lost. A folder that may only be read (`fs.read`) serves for looking;
        `put` and `delete` need `fs.write` too. Schemas in memory are set aside and not written.

        Raises schema.file_failed.
        """

    @abstractmethod
    def close_repository(self) -> None:
        """Keep schemas in memory from now on, in a repository that is empty.

        Nothing in the folder changes.
        """
