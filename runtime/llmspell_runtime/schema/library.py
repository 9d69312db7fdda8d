"""The schemas that a session knows: its repository, and the documents it has read from other hosts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from bridge_runtime.values import InvalidJson, read_json

from llmspell_runtime.schema.compiling import (
    CompiledSchema,
    SchemaFault,
    compile_alone,
    compile_text,
    require_schema,
    schema_text,
)
from llmspell_runtime.schema.in_process import InProcess
from llmspell_runtime.schema.shelves import InvalidSchemaName, Shelf, Store, Version, Wanted, read_reference

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions

MAX_DOCUMENTS: Final = 32
MAX_BYTES: Final = 1024 * 1024
FETCH_SECONDS: Final = 20
MAX_KEPT: Final = 256
_SCHEME: Final = "schema:"


class NoSuchSchema(LookupError):
    """The repository has no schema of that name, or not that version."""


class FetchFailure(Exception):
    """A document of another host is not to be had; ``url`` says which, the message why."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(why)
        self.url = url


class Library:
    """What a schema of the session may refer to."""

    def __init__(self, permissions: Permissions) -> None:
        self._permissions = permissions
        self._fetched: dict[str, Any] = {}
        self._prepared: dict[tuple[str, bool], CompiledSchema] = {}
        self._store: Store = InProcess()

    @property
    def store(self) -> Store:
        """Where the repository is."""
        return self._store

    @store.setter
    def store(self, store: Store) -> None:
        self._store = store
        self.changed()

    def changed(self) -> None:
        """Note that references may lead to something else than before."""
        self._prepared.clear()

    def version(self, wanted: Wanted) -> tuple[Shelf, Version]:
        """What the repository keeps. Raises NoSuchSchema, and what the store fails with."""
        shelf = self._store.read(wanted.name)
        found = shelf.find(wanted.version) if shelf is not None else None
        if shelf is None or found is None:
            raise NoSuchSchema(wanted.name if wanted.version is None else f"{wanted.name}@{wanted.version}")
        return shelf, found

    def schema(self, given: Any) -> Any:
        """The schema that is ``given``, inline or by its name."""
        return self.version(read_reference(given))[1].schema if isinstance(given, str) else given

    def compiled(self, given: Any, *, formats: bool = True) -> CompiledSchema:
        """The schema that is ``given``, prepared. Raises SchemaFault, Unresolved and what finding it raises."""
        from llmspell_runtime.schema.documents import Unresolved

        schema = self.schema(given)
        text = schema_text(schema)
        key = (text, formats)
        if key in self._prepared:
            return self._prepared[key]
        try:
            return compile_alone(schema, formats=formats)
        except Unresolved as error:
            if not error.uri:
                raise
        compiled = compile_text(text, self.find, formats=formats)
        if isinstance(self._store, InProcess):  # in a folder, others may put a new version at any time
            if len(self._prepared) >= MAX_KEPT:
                self.changed()
            self._prepared[key] = compiled
        return compiled

    def find(self, uri: str) -> Any:
        """The schema at ``uri``. Raises Unknown, and what the repository raises."""
        from llmspell_runtime.schema.documents import Unknown

        uri = uri.rstrip("#")
        if uri in self._fetched:
            return self._fetched[uri]
        if uri.startswith(_SCHEME):
            try:
                return self.version(read_reference(uri.removeprefix(_SCHEME)))[1].schema
            except InvalidSchemaName as error:
                raise Unknown(str(error)) from None
            except NoSuchSchema:
                raise Unknown("the repository has no such schema; keep it with schema.put") from None
        for schema in self._newest():
            if isinstance(schema, dict) and str(schema.get("$id", "")).rstrip("#") == uri:
                return schema
        if uri.startswith(("http://", "https://")):
            raise Unknown("schema.compile reads it, when the session has the permission 'net' for its host")
        raise Unknown(
            "no schema of the repository has this $id, and only http and https addresses can be read"
        )

    def _newest(self) -> Iterator[Any]:
        for name in self._store.names():
            shelf = self._store.read(name)
            found = shelf.find(None) if shelf is not None else None
            if found is not None:
                yield found.schema

    async def compiled_with_others(self, given: Any, *, formats: bool) -> CompiledSchema:
        """The same as ``compiled``, with documents of other hosts, which are read where the session may."""
        from llmspell_runtime.schema.documents import Unresolved

        read: set[str] = set()
        while True:
            try:
                return self.compiled(given, formats=formats)
            except Unresolved as error:
                if not error.uri.startswith(("http://", "https://")) or error.uri in read:
                    raise
                missing = error
            if len(read) == MAX_DOCUMENTS:
                raise Unresolved(
                    missing.reference, f"more than {MAX_DOCUMENTS} documents would have to be read"
                )
            read.add(missing.uri)
            await self._fetch(missing.uri)

    async def _fetch(self, url: str) -> None:
        """Read the document at ``url``. Raises PermissionDenied and FetchFailure."""
        from llmspell_runtime.tool.http_request import RequestFailure, http_request

        request = {
            "url": url,
            "headers": {"accept": "application/schema+json, application/json"},
            "timeout_seconds": FETCH_SECONDS,
            "max_bytes": MAX_BYTES,
        }
        try:
            answer = await http_request(request, self._permissions)
        except RequestFailure as error:
            raise FetchFailure(url, str(error)) from None
        if answer["status"] != 200:
            raise FetchFailure(url, f"the answer has status {answer['status']}")
        try:
            document = read_json(answer["text"]) if "text" in answer else None
            schema_text(document)
            require_schema(document)
        except (InvalidJson, SchemaFault) as error:
            raise FetchFailure(url, f"the answer is not a JSON Schema: {error}") from None
        if len(self._fetched) >= MAX_KEPT:
            self._fetched.pop(next(iter(self._fetched)))
        self._fetched[url.rstrip("#")] = document
