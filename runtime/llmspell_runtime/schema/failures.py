"""What goes wrong with schemas, as the errors of the interface."""

from __future__ import annotations

from llmspell.schema.errors import (
    FetchFailed,
    FileFailed,
    Full,
    InvalidField,
    InvalidFile,
    InvalidName,
    InvalidSchema,
    MergeConflict,
    NotFound,
    PartNotFound,
    TooComplex,
    UnresolvedReference,
)
from llmspell.schema.types import Contradiction, SchemaIssue

from llmspell_runtime.schema import (
    budget,
    compiling,
    creation,
    documents,
    folder,
    library,
    merging,
    places,
    shelves,
)
from llmspell_runtime.schema.issues import Issue

MAX_TOLD = 20
"""Issues and conflicts that an error carries."""


class Failures:
    """Turns what goes wrong in its block into the bridge's errors; ``name`` is that of the schema, or its part, in question."""

    def __init__(self, name: str = "") -> None:
        self._name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        found = _translated(error, self._name) if isinstance(error, Exception) else None
        if found is not None:
            raise found from None


def _translated(error: Exception, name: str) -> Exception | None:
    match error:
        case compiling.SchemaFault():
            place = f" (at {error.place})" if error.place else ""
            return InvalidSchema(reason=error.reason, place=place, issues=issues(error.issues[:MAX_TOLD]))
        case documents.Unresolved():
            return UnresolvedReference(reference=error.reference, reason=str(error))
        case budget.TooComplex():
            return TooComplex(reason=str(error))
        case library.NoSuchSchema():
            return NotFound(name=str(error))
        case library.FetchFailure():
            return FetchFailed(url=error.url, reason=str(error))
        case shelves.InvalidSchemaName():
            return InvalidName(name=name, reason=str(error))
        case shelves.Full():
            return Full(reason=str(error))
        case folder.NotSchemas():
            return InvalidFile(path=error.path, reason=str(error))
        case folder.FolderFailure():
            return FileFailed(path=error.path, reason=str(error))
        case places.NoSuchPlace():
            return PartNotFound(part=name, reason=str(error))
        case creation.InvalidDescription():
            return InvalidField(field=error.field, reason=str(error))
        case merging.MergeConflict():
            told = [
                Contradiction(path=place, message=message) for place, message in error.conflicts[:MAX_TOLD]
            ]
            return MergeConflict(reason=str(error)[:1000], conflicts=told)
    return None


def issues(found: list[Issue]) -> list[SchemaIssue]:
    """Faults as records of the interface."""
    return [SchemaIssue.model_validate(issue.to_json()) for issue in found]
