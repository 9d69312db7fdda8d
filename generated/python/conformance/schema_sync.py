"""Every example of schema, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.schema import FileFormat, MergeStrategy

program = Program()


@program.example("schema.validate", "every_fault")
def validate_every_fault(example: Example) -> None:
    """All faults come at once, each with its place."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.validate(
                {
                    "type": "object",
                    "properties": {
                        "name": {"type": "string", "minLength": 1},
                        "age": {"type": "integer", "minimum": 0},
                        "mail": {"type": "string", "format": "email"},
                    },
                    "required": ["name"],
                    "additionalProperties": False,
                },
                {"age": -1, "mail": "nobody", "more": 1},
            )
        )


@program.example("schema.validate", "good")
def validate_good(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.validate(
                {
                    "type": "object",
                    "properties": {
                        "name": {"type": "string", "minLength": 1},
                        "age": {"type": "integer", "minimum": 0},
                        "mail": {"type": "string", "format": "email"},
                    },
                    "required": ["name"],
                    "additionalProperties": False,
                },
                {"name": "Ada", "age": 36},
            )
        )


@program.example("schema.validate", "formats_as_remarks")
def validate_formats_as_remarks(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.validate({"type": "string", "format": "date"}, "soon", formats=False))


@program.example("schema.validate", "alternatives")
def validate_alternatives(example: Example) -> None:
    """Of anyOf and oneOf the causes say why each alternative was not met."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.validate({"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 5}]}, 3)
        )


@program.example("schema.validate", "by_name")
def validate_by_name(example: Example) -> None:
    """A schema of the repository, by its name."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.schema.put("port", {"type": "integer", "minimum": 1, "maximum": 65535})
        with example.shown(session):
            example.result(session.schema.validate("port", 8080))


@program.example("schema.validate", "not_a_schema")
def validate_not_a_schema(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.validate({"type": "objekt"}, 1))


@program.example("schema.validate", "elsewhere")
def validate_elsewhere(example: Example) -> None:
    """Nothing is read from other hosts in passing."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.validate({"$ref": "https://example.com/person.json"}, 1))


@program.example("schema.validate", "without_end")
def validate_without_end(example: Example) -> None:
    """A schema that leads nowhere but to itself is stopped."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.validate({"$ref": "#"}, 1))


@program.example("schema.validate", "unknown")
def validate_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.validate("no_such_schema", 1))


@program.example("schema.coerce", "form")
def coerce_form(example: Example) -> None:
    """What a form or a model gave, made right."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.coerce(
                {
                    "type": "object",
                    "properties": {
                        "age": {"type": "integer"},
                        "member": {"type": "boolean"},
                        "tags": {"type": "array", "items": {"type": "string"}},
                        "colour": {"enum": ["red", "green"]},
                        "country": {"type": "string", "default": "NO"},
                    },
                },
                {"age": "42", "member": "yes", "tags": "new", "colour": "RED "},
            )
        )


@program.example("schema.coerce", "not_everything")
def coerce_not_everything(example: Example) -> None:
    """What cannot be mended is reported, as validate does."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.coerce(
                {"type": "array", "items": {"type": "integer", "maximum": 9}}, ["7", "12", "many"]
            )
        )


@program.example("schema.coerce", "drop_unknown")
def coerce_drop_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.coerce(
                {"type": "object", "properties": {"city": {"type": "string"}}},
                {"city": "Oslo", "note": "x"},
                drop_unknown=True,
            )
        )


@program.example("schema.coerce", "bad_schema")
def coerce_bad_schema(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.coerce({"type": 3}, 1))


@program.example("schema.compile", "person")
def compile_person(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.compile(
                {
                    "type": "object",
                    "properties": {
                        "name": {"type": "string", "minLength": 1},
                        "age": {"type": "integer", "minimum": 0},
                        "mail": {"type": "string", "format": "email"},
                    },
                    "required": ["name"],
                    "additionalProperties": False,
                }
            )
        )


@program.example("schema.compile", "forbidden")
def compile_forbidden(example: Example) -> None:
    """Another host's document needs a grant."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.compile({"$ref": "https://example.com/person.json"}))


@program.example("schema.compile", "bad_pattern")
def compile_bad_pattern(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.compile({"type": "string", "pattern": "("}))


@program.example("schema.check", "faults")
def check_faults(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        validator = session.schema.compile({"type": "array", "items": {"type": "integer"}, "maxItems": 2})
        with example.shown(session):
            example.result(validator.check([1, "two", 3]))


@program.example("schema.check", "released")
def check_released(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        validator = session.schema.compile(True)
        validator.release()
        with example.shown(session):
            example.result(validator.check(1))


@program.example("schema.accepts", "fits")
def accepts_fits(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        validator = session.schema.compile({"type": "string", "format": "uuid"})
        with example.shown(session):
            example.result(validator.accepts("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))


@program.example("schema.accepts", "does_not")
def accepts_does_not(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        validator = session.schema.compile({"type": "string", "format": "uuid"})
        with example.shown(session):
            example.result(validator.accepts("f81d4fae"))


@program.example("schema.convert", "number")
def convert_number(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        validator = session.schema.compile({"type": "number"})
        with example.shown(session):
            example.result(validator.convert("1.5"))


@program.example("schema.describe", "tree")
def describe_tree(example: Example) -> None:
    """A schema that refers to itself."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        validator = session.schema.compile(
            {"type": "object", "properties": {"left": {"$ref": "#"}, "right": {"$ref": "#"}}}
        )
        with example.shown(session):
            example.result(validator.describe())


@program.example("schema.release", "once")
def release_once(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        validator = session.schema.compile(True)
        with example.shown(session):
            validator.release()


@program.example("schema.release", "twice")
def release_twice(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        validator = session.schema.compile(True)
        validator.release()
        with example.shown(session):
            validator.release()


@program.example("schema.generate", "two")
def generate_two(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.generate(
                [
                    {"name": "Ada", "born": "1815-12-10", "age": 36},
                    {"name": "Alan", "born": "1912-06-23", "tags": ["a"]},
                ],
                title="Person",
            )
        )


@program.example("schema.generate", "none")
def generate_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.generate([]))


@program.example("schema.create", "person")
def create_person(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.create(
                title="Person",
                fields={
                    "name": "string",
                    "mail": "email",
                    "age": {"type": "integer?", "minimum": 0},
                    "tags": "string[]?",
                    "role": {"enum": ["admin", "user"], "default": "user"},
                    "address": {
                        "fields": {"city": "string", "zip": {"type": "string", "pattern": "^\\d{4}$"}}
                    },
                },
            )
        )


@program.example("schema.create", "misspelt")
def create_misspelt(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.create(fields={"age": "interger"}))


@program.example("schema.merge", "all")
def merge_all(example: Example) -> None:
    """What each of them accepts."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.merge(
                [
                    {
                        "type": "object",
                        "properties": {"id": {"type": "number", "minimum": 1}},
                        "required": ["id"],
                    },
                    {
                        "type": "object",
                        "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                        "required": ["name"],
                    },
                ]
            )
        )


@program.example("schema.merge", "any")
def merge_any(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.merge(
                [{"type": "string"}, {"type": "integer", "minimum": 0}], strategy=MergeStrategy.ANY
            )
        )


@program.example("schema.merge", "override")
def merge_override(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.merge(
                [{"type": "string", "maxLength": 10}, {"maxLength": 20}], strategy=MergeStrategy.OVERRIDE
            )
        )


@program.example("schema.merge", "conflict")
def merge_conflict(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.merge(
                [{"properties": {"id": {"type": "string"}}}, {"properties": {"id": {"type": "integer"}}}]
            )
        )


@program.example("schema.extract", "property")
def extract_property(example: Example) -> None:
    """A property deep inside, by way of a list and a reference."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.extract(
                {
                    "type": "object",
                    "properties": {"orders": {"type": "array", "items": {"$ref": "#/$defs/order"}}},
                    "$defs": {
                        "order": {"type": "object", "properties": {"to": {"$ref": "#/$defs/address"}}},
                        "address": {
                            "type": "object",
                            "properties": {
                                "city": {"type": "string"},
                                "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}},
                            },
                        },
                        "line": {"type": "string", "maxLength": 40},
                    },
                },
                property="orders[].to",
            )
        )


@program.example("schema.extract", "definition")
def extract_definition(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.extract(
                {
                    "type": "object",
                    "properties": {"orders": {"type": "array", "items": {"$ref": "#/$defs/order"}}},
                    "$defs": {
                        "order": {"type": "object", "properties": {"to": {"$ref": "#/$defs/address"}}},
                        "address": {
                            "type": "object",
                            "properties": {
                                "city": {"type": "string"},
                                "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}},
                            },
                        },
                        "line": {"type": "string", "maxLength": 40},
                    },
                },
                definition="line",
            )
        )


@program.example("schema.extract", "missing")
def extract_missing(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.extract(
                {
                    "type": "object",
                    "properties": {"orders": {"type": "array", "items": {"$ref": "#/$defs/order"}}},
                    "$defs": {
                        "order": {"type": "object", "properties": {"to": {"$ref": "#/$defs/address"}}},
                        "address": {
                            "type": "object",
                            "properties": {
                                "city": {"type": "string"},
                                "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}},
                            },
                        },
                        "line": {"type": "string", "maxLength": 40},
                    },
                },
                pointer="/properties/bills",
            )
        )


@program.example("schema.get_info", "person")
def get_info_person(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.schema.get_info(
                {
                    "type": "object",
                    "properties": {
                        "name": {"type": "string", "minLength": 1},
                        "age": {"type": "integer", "minimum": 0},
                        "mail": {"type": "string", "format": "email"},
                    },
                    "required": ["name"],
                    "additionalProperties": False,
                }
            )
        )


@program.example("schema.put", "second_version")
def put_second_version(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.schema.put("port", {"type": "integer"})
        with example.shown(session):
            example.result(session.schema.put("port", {"type": "integer", "minimum": 1}, note="no port 0"))


@program.example("schema.put", "path")
def put_path(example: Example) -> None:
    """A name is no path."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.put("../port", True))


@program.example("schema.put", "not_a_schema")
def put_not_a_schema(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.put("port", {"minimum": "low"}))


@program.example("schema.get", "newest")
def get_newest(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.schema.put("port", {"type": "integer"})
        session.schema.put("port", {"type": "integer", "minimum": 1})
        with example.shown(session):
            example.result(session.schema.get("port"))


@program.example("schema.get", "first")
def get_first(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.schema.put("port", {"type": "integer"})
        session.schema.put("port", {"type": "integer", "minimum": 1})
        with example.shown(session):
            example.result(session.schema.get("port@1"))


@program.example("schema.get", "unknown")
def get_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.get("port", version=3))


@program.example("schema.list", "two")
def list_two(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.schema.put("port", {"type": "integer"})
        session.schema.put("city", {"title": "A city", "type": "string"})
        session.schema.put("port", {"type": "integer", "minimum": 1})
        with example.shown(session):
            example.result(session.schema.list())


@program.example("schema.list", "none")
def list_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.list())


@program.example("schema.delete", "all_versions")
def delete_all_versions(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.schema.put("port", {"type": "integer"})
        session.schema.put("port", {"type": "integer", "minimum": 1})
        with example.shown(session):
            example.result(session.schema.delete("port"))


@program.example("schema.delete", "one_version")
def delete_one_version(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.schema.put("port", {"type": "integer"})
        session.schema.put("port", {"type": "integer", "minimum": 1})
        with example.shown(session):
            example.result(session.schema.delete("port", version=1))


@program.example("schema.delete", "unknown")
def delete_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.delete("port"))


@program.example("schema.open_repository", "new")
def open_repository_new(example: Example) -> None:
    with (
        llmspell.Session(
            permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
        ) as session,
        example.shown(session),
    ):
        example.result(session.schema.open_repository("schemas", create=True, format=FileFormat.YAML))


@program.example("schema.open_repository", "again")
def open_repository_again(example: Example) -> None:
    """What one repository kept, the next one finds."""
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.schema.open_repository("schemas", create=True)
        session.schema.put("port", {"type": "integer"})
        session.schema.close_repository()
        with example.shown(session):
            example.result(session.schema.open_repository("schemas"))


@program.example("schema.open_repository", "forbidden")
def open_repository_forbidden(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.schema.open_repository("schemas"))


@program.example("schema.open_repository", "missing")
def open_repository_missing(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(session.schema.open_repository("nowhere"))


@program.example("schema.close_repository", "back_to_memory")
def close_repository_back_to_memory(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.schema.open_repository("schemas", create=True)
        with example.shown(session):
            session.schema.close_repository()


if __name__ == "__main__":
    program.run()
