"""JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class SchemaBridge(Bridge):
    """JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas."""

    def validate(self, schema: Any, value: Any, options: Any = ABSENT) -> Any:
        """Check a value against a schema and report every fault."""
        arguments = {
            "schema": schema,
            "value": value,
            "options": options,
        }
        return self._session.call("schema.validate", arguments)

    def coerce(self, schema: Any, value: Any, options: Any = ABSENT) -> Any:
        """Bring a value closer to a schema, and tell each change."""
        arguments = {
            "schema": schema,
            "value": value,
            "options": options,
        }
        return self._session.call("schema.coerce", arguments)

    def compile(self, schema: Any, options: Any = ABSENT) -> Any:
        """Prepare a schema once, to check many values."""
        arguments = {
            "schema": schema,
            "options": options,
        }
        return self._session.call("schema.compile", arguments)

    def check(self, validator: Any, value: Any) -> Any:
        """Check a value with a compiled schema and report every fault."""
        arguments = {
            "validator": validator,
            "value": value,
        }
        return self._session.call("schema.check", arguments)

    def accepts(self, validator: Any, value: Any) -> Any:
        """Whether a value fits a compiled schema."""
        arguments = {
            "validator": validator,
            "value": value,
        }
        return self._session.call("schema.accepts", arguments)

    def convert(self, validator: Any, value: Any, options: Any = ABSENT) -> Any:
        """Bring a value closer to a compiled schema, and tell each change."""
        arguments = {
            "validator": validator,
            "value": value,
            "options": options,
        }
        return self._session.call("schema.convert", arguments)

    def describe(self, validator: Any) -> Any:
        """What a compiled schema says."""
        arguments = {
            "validator": validator,
        }
        return self._session.call("schema.describe", arguments)

    def release(self, validator: Any) -> Any:
        """Let go of a compiled schema."""
        arguments = {
            "validator": validator,
        }
        return self._session.call("schema.release", arguments)

    def generate(self, samples: Any, options: Any = ABSENT) -> Any:
        """Infer a schema from samples."""
        arguments = {
            "samples": samples,
            "options": options,
        }
        return self._session.call("schema.generate", arguments)

    def create(self, description: Any) -> Any:
        """Make a schema of objects from a short description."""
        arguments = {
            "description": description,
        }
        return self._session.call("schema.create", arguments)

    def merge(self, schemas: Any, options: Any = ABSENT) -> Any:
        """Make one schema of several."""
        arguments = {
            "schemas": schemas,
            "options": options,
        }
        return self._session.call("schema.merge", arguments)

    def extract(self, schema: Any, part: Any) -> Any:
        """Take a part out of a schema as a schema of its own."""
        arguments = {
            "schema": schema,
            "part": part,
        }
        return self._session.call("schema.extract", arguments)

    def get_info(self, schema: Any) -> Any:
        """What a schema says."""
        arguments = {
            "schema": schema,
        }
        return self._session.call("schema.get_info", arguments)

    def put(self, name: Any, schema: Any, options: Any = ABSENT) -> Any:
        """Keep a schema under a name, as its newest version."""
        arguments = {
            "name": name,
            "schema": schema,
            "options": options,
        }
        return self._session.call("schema.put", arguments)

    def get(self, name: Any, version: Any = ABSENT) -> Any:
        """A schema of the repository."""
        arguments = {
            "name": name,
            "version": version,
        }
        return self._session.call("schema.get", arguments)

    def list(self) -> Any:
        """The names of the repository, in the order of the alphabet, with their versions."""
        arguments = {}
        return self._session.call("schema.list", arguments)

    def delete(self, name: Any, version: Any = ABSENT) -> Any:
        """Remove a version of a schema, or all of them."""
        arguments = {
            "name": name,
            "version": version,
        }
        return self._session.call("schema.delete", arguments)

    def open_repository(self, folder: Any, options: Any = ABSENT) -> Any:
        """Keep schemas in a folder from now on, and find them there."""
        arguments = {
            "folder": folder,
            "options": options,
        }
        return self._session.call("schema.open_repository", arguments)

    def close_repository(self) -> Any:
        """Keep schemas in memory from now on, in a repository that is empty."""
        arguments = {}
        return self._session.call("schema.close_repository", arguments)
