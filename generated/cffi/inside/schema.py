"""JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
from llmspell_glue._core import (
    OK,
    SESSIONS,
    Enumeration,
    entries,
    export,
    new,
    new_json,
    new_text,
    read_json,
    string,
    typeof,
)

SCHEMA_CHANGE_TYPE = typeof("llmspell_schema_change *")
SCHEMA_ENTRY_TYPE = typeof("llmspell_schema_entry *")
SCHEMA_ISSUE_TYPE = typeof("llmspell_schema_issue *")
SCHEMA_TYPE_TYPE = typeof("llmspell_schema_type *")

SCHEMA_TYPE_NAMES = Enumeration(
    "llmspell_schema_type",
    {
        1: "object",
        2: "array",
        3: "string",
        4: "number",
        5: "integer",
        6: "boolean",
        7: "null",
    },
)
SCHEMA_TYPE_NUMBERS = {
    "object": 1,
    "array": 2,
    "string": 3,
    "number": 4,
    "integer": 5,
    "boolean": 6,
    "null": 7,
}
SCHEMA_FORMAT_NAMES = Enumeration(
    "llmspell_schema_format",
    {
        1: "date-time",
        2: "date",
        3: "time",
        4: "duration",
        5: "email",
        6: "idn-email",
        7: "hostname",
        8: "idn-hostname",
        9: "ipv4",
        10: "ipv6",
        11: "uri",
        12: "uri-reference",
        13: "iri",
        14: "iri-reference",
        15: "uuid",
        16: "uri-template",
        17: "json-pointer",
        18: "relative-json-pointer",
        19: "regex",
    },
)
SCHEMA_FORMAT_NUMBERS = {
    "date-time": 1,
    "date": 2,
    "time": 3,
    "duration": 4,
    "email": 5,
    "idn-email": 6,
    "hostname": 7,
    "idn-hostname": 8,
    "ipv4": 9,
    "ipv6": 10,
    "uri": 11,
    "uri-reference": 12,
    "iri": 13,
    "iri-reference": 14,
    "uuid": 15,
    "uri-template": 16,
    "json-pointer": 17,
    "relative-json-pointer": 18,
    "regex": 19,
}
SCHEMA_RULE_NAMES = Enumeration(
    "llmspell_schema_rule",
    {
        1: "to_integer",
        2: "to_number",
        3: "to_boolean",
        4: "to_null",
        5: "to_string",
        6: "parsed",
        7: "wrapped",
        8: "unwrapped",
        9: "matched",
        10: "default",
        11: "dropped",
    },
)
SCHEMA_RULE_NUMBERS = {
    "to_integer": 1,
    "to_number": 2,
    "to_boolean": 3,
    "to_null": 4,
    "to_string": 5,
    "parsed": 6,
    "wrapped": 7,
    "unwrapped": 8,
    "matched": 9,
    "default": 10,
    "dropped": 11,
}
SCHEMA_MERGE_STRATEGY_NAMES = Enumeration(
    "llmspell_schema_merge_strategy",
    {
        1: "all",
        2: "any",
        3: "override",
        4: "strict",
    },
)
SCHEMA_MERGE_STRATEGY_NUMBERS = {
    "all": 1,
    "any": 2,
    "override": 3,
    "strict": 4,
}
SCHEMA_FILE_FORMAT_NAMES = Enumeration(
    "llmspell_schema_file_format",
    {
        1: "json",
        2: "yaml",
    },
)
SCHEMA_FILE_FORMAT_NUMBERS = {
    "json": 1,
    "yaml": 2,
}


def read_schema_issue(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.keyword:
        value["keyword"] = string(p).decode()
    if p := c.schema_path:
        value["schema_path"] = string(p).decode()
    if p := c.message:
        value["message"] = string(p).decode()
    if p := c.value_json:
        value["value"] = read_json(p)
    if p := c.expected_json:
        value["expected"] = read_json(p)
    if c.causes.items:
        value["causes"] = read_schema_issue_list(c.causes)
    return value


def write_schema_issue(c, value):
    c.path = new_text(value["path"])
    c.keyword = new_text(value["keyword"])
    c.schema_path = new_text(value["schema_path"])
    c.message = new_text(value["message"])
    if "value" in value:
        c.value_json = new_json(value["value"])
    if "expected" in value:
        c.expected_json = new_json(value["expected"])
    if (v := value.get("causes")) is not None:
        write_schema_issue_list(c.causes, v)


def read_schema_validation_result(c):
    value = {}
    value["valid"] = c.valid
    value["issues"] = read_schema_issue_list(c.issues)
    return value


def write_schema_validation_result(c, value):
    c.valid = value["valid"]
    write_schema_issue_list(c.issues, value["issues"])


def read_schema_validate_options(c):
    value = {}
    if c.has_formats:
        value["formats"] = c.formats
    return value


def write_schema_validate_options(c, value):
    if "formats" in value:
        c.has_formats = True
        c.formats = value["formats"]


def read_schema_change(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.rule:
        value["rule"] = SCHEMA_RULE_NAMES[p]
    if p := c.before_json:
        value["before"] = read_json(p)
    if p := c.after_json:
        value["after"] = read_json(p)
    return value


def write_schema_change(c, value):
    c.path = new_text(value["path"])
    c.rule = SCHEMA_RULE_NUMBERS[value["rule"]]
    if "before" in value:
        c.before_json = new_json(value["before"])
    if "after" in value:
        c.after_json = new_json(value["after"])


def read_schema_coerce_options(c):
    value = {}
    if c.has_fill_defaults:
        value["fill_defaults"] = c.fill_defaults
    if c.has_drop_unknown:
        value["drop_unknown"] = c.drop_unknown
    if c.has_formats:
        value["formats"] = c.formats
    return value


def write_schema_coerce_options(c, value):
    if "fill_defaults" in value:
        c.has_fill_defaults = True
        c.fill_defaults = value["fill_defaults"]
    if "drop_unknown" in value:
        c.has_drop_unknown = True
        c.drop_unknown = value["drop_unknown"]
    if "formats" in value:
        c.has_formats = True
        c.formats = value["formats"]


def read_schema_coerce_result(c):
    value = {}
    if p := c.value_json:
        value["value"] = read_json(p)
    value["valid"] = c.valid
    value["changes"] = read_schema_change_list(c.changes)
    value["issues"] = read_schema_issue_list(c.issues)
    return value


def write_schema_coerce_result(c, value):
    c.value_json = new_json(value["value"])
    c.valid = value["valid"]
    write_schema_change_list(c.changes, value["changes"])
    write_schema_issue_list(c.issues, value["issues"])


def read_schema_generate_options(c):
    value = {}
    if p := c.title:
        value["title"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if c.has_required:
        value["required"] = c.required
    if c.has_formats:
        value["formats"] = c.formats
    if c.has_closed:
        value["closed"] = c.closed
    return value


def write_schema_generate_options(c, value):
    if (v := value.get("title")) is not None:
        c.title = new_text(v)
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    if "required" in value:
        c.has_required = True
        c.required = value["required"]
    if "formats" in value:
        c.has_formats = True
        c.formats = value["formats"]
    if "closed" in value:
        c.has_closed = True
        c.closed = value["closed"]


def read_schema_extract_part(c):
    value = {}
    if p := c.pointer:
        value["pointer"] = string(p).decode()
    if p := c.property:
        value["property"] = string(p).decode()
    if p := c.definition:
        value["definition"] = string(p).decode()
    return value


def write_schema_extract_part(c, value):
    if (v := value.get("pointer")) is not None:
        c.pointer = new_text(v)
    if (v := value.get("property")) is not None:
        c.property = new_text(v)
    if (v := value.get("definition")) is not None:
        c.definition = new_text(v)


def read_schema_merge_options(c):
    value = {}
    if p := c.strategy:
        value["strategy"] = SCHEMA_MERGE_STRATEGY_NAMES[p]
    return value


def write_schema_merge_options(c, value):
    if (v := value.get("strategy")) is not None:
        c.strategy = SCHEMA_MERGE_STRATEGY_NUMBERS[v]


def read_schema_contradiction(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.message:
        value["message"] = string(p).decode()
    return value


def write_schema_contradiction(c, value):
    c.path = new_text(value["path"])
    c.message = new_text(value["message"])


def read_schema_description(c):
    value = {}
    if p := c.title:
        value["title"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.fields_json:
        value["fields"] = read_json(p)
    if c.has_closed:
        value["closed"] = c.closed
    return value


def write_schema_description(c, value):
    if (v := value.get("title")) is not None:
        c.title = new_text(v)
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.fields_json = new_json(value["fields"])
    if "closed" in value:
        c.has_closed = True
        c.closed = value["closed"]


def read_schema_info(c):
    value = {}
    value["types"] = read_schema_type_list(c.types)
    if p := c.title:
        value["title"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.dialect:
        value["dialect"] = string(p).decode()
    value["properties"] = plain_glue.read_string_list(c.properties)
    value["required"] = plain_glue.read_string_list(c.required)
    value["definitions"] = plain_glue.read_string_list(c.definitions)
    value["references"] = plain_glue.read_string_list(c.references)
    value["formats"] = plain_glue.read_string_list(c.formats)
    value["keywords"] = plain_glue.read_string_list(c.keywords)
    value["depth"] = c.depth
    value["subschemas"] = c.subschemas
    value["recursive"] = c.recursive
    return value


def write_schema_info(c, value):
    write_schema_type_list(c.types, value["types"])
    if (v := value.get("title")) is not None:
        c.title = new_text(v)
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    if (v := value.get("id")) is not None:
        c.id = new_text(v)
    c.dialect = new_text(value["dialect"])
    plain_glue.write_string_list(c.properties, value["properties"])
    plain_glue.write_string_list(c.required, value["required"])
    plain_glue.write_string_list(c.definitions, value["definitions"])
    plain_glue.write_string_list(c.references, value["references"])
    plain_glue.write_string_list(c.formats, value["formats"])
    plain_glue.write_string_list(c.keywords, value["keywords"])
    c.depth = value["depth"]
    c.subschemas = value["subschemas"]
    c.recursive = value["recursive"]


def read_schema_put_options(c):
    value = {}
    if p := c.note:
        value["note"] = string(p).decode()
    return value


def write_schema_put_options(c, value):
    if (v := value.get("note")) is not None:
        c.note = new_text(v)


def read_schema_version(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    value["version"] = c.version
    if p := c.created_at:
        value["created_at"] = string(p).decode()
    if p := c.note:
        value["note"] = string(p).decode()
    return value


def write_schema_version(c, value):
    c.name = new_text(value["name"])
    c.version = value["version"]
    c.created_at = new_text(value["created_at"])
    if (v := value.get("note")) is not None:
        c.note = new_text(v)


def read_schema_stored_schema(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    value["version"] = c.version
    if p := c.created_at:
        value["created_at"] = string(p).decode()
    if p := c.note:
        value["note"] = string(p).decode()
    if p := c.content_json:
        value["content"] = read_json(p)
    return value


def write_schema_stored_schema(c, value):
    c.name = new_text(value["name"])
    c.version = value["version"]
    c.created_at = new_text(value["created_at"])
    if (v := value.get("note")) is not None:
        c.note = new_text(v)
    c.content_json = new_json(value["content"])


def read_schema_entry(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    value["latest"] = c.latest
    value["versions"] = plain_glue.read_int64_list(c.versions)
    if p := c.title:
        value["title"] = string(p).decode()
    return value


def write_schema_entry(c, value):
    c.name = new_text(value["name"])
    c.latest = value["latest"]
    plain_glue.write_int64_list(c.versions, value["versions"])
    if (v := value.get("title")) is not None:
        c.title = new_text(v)


def read_schema_repository_options(c):
    value = {}
    if p := c.format:
        value["format"] = SCHEMA_FILE_FORMAT_NAMES[p]
    if c.has_create:
        value["create"] = c.create
    return value


def write_schema_repository_options(c, value):
    if (v := value.get("format")) is not None:
        c.format = SCHEMA_FILE_FORMAT_NUMBERS[v]
    if "create" in value:
        c.has_create = True
        c.create = value["create"]


def read_schema_issue_list(c):
    return [read_schema_issue(p) for p in entries(c.items, c.count)]


def write_schema_issue_list(c, value):
    items = new(SCHEMA_ISSUE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_schema_issue(items[i], v)


def read_schema_change_list(c):
    return [read_schema_change(p) for p in entries(c.items, c.count)]


def write_schema_change_list(c, value):
    items = new(SCHEMA_CHANGE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_schema_change(items[i], v)


def read_schema_type_list(c):
    return [SCHEMA_TYPE_NAMES[p] for p in entries(c.items, c.count)]


def write_schema_type_list(c, value):
    items = new(SCHEMA_TYPE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = SCHEMA_TYPE_NUMBERS[v]


def read_schema_entry_list(c):
    return [read_schema_entry(p) for p in entries(c.items, c.count)]


def write_schema_entry_list(c, value):
    items = new(SCHEMA_ENTRY_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_schema_entry(items[i], v)


@export
def llmspell_py_schema_validate(session, schema_json, value_json, options, result):
    arguments = {}
    if p := schema_json:
        arguments["schema"] = read_json(p)
    if p := value_json:
        arguments["value"] = read_json(p)
    if p := options:
        arguments["options"] = read_schema_validate_options(p)
    value = SESSIONS[session].ask("schema.validate", arguments)
    write_schema_validation_result(result, value)
    return OK


@export
def llmspell_py_schema_coerce(session, schema_json, value_json, options, result):
    arguments = {}
    if p := schema_json:
        arguments["schema"] = read_json(p)
    if p := value_json:
        arguments["value"] = read_json(p)
    if p := options:
        arguments["options"] = read_schema_coerce_options(p)
    value = SESSIONS[session].ask("schema.coerce", arguments)
    write_schema_coerce_result(result, value)
    return OK


@export
def llmspell_py_schema_compile(session, schema_json, options, result):
    arguments = {}
    if p := schema_json:
        arguments["schema"] = read_json(p)
    if p := options:
        arguments["options"] = read_schema_validate_options(p)
    value = SESSIONS[session].ask("schema.compile", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_schema_check(session, validator, value_json, result):
    arguments = {}
    if validator:
        arguments["validator"] = string(validator).decode()
    if p := value_json:
        arguments["value"] = read_json(p)
    value = SESSIONS[session].ask("schema.check", arguments)
    write_schema_validation_result(result, value)
    return OK


@export
def llmspell_py_schema_accepts(session, validator, value_json, result):
    arguments = {}
    if validator:
        arguments["validator"] = string(validator).decode()
    if p := value_json:
        arguments["value"] = read_json(p)
    value = SESSIONS[session].ask("schema.accepts", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_schema_convert(session, validator, value_json, options, result):
    arguments = {}
    if validator:
        arguments["validator"] = string(validator).decode()
    if p := value_json:
        arguments["value"] = read_json(p)
    if p := options:
        arguments["options"] = read_schema_coerce_options(p)
    value = SESSIONS[session].ask("schema.convert", arguments)
    write_schema_coerce_result(result, value)
    return OK


@export
def llmspell_py_schema_describe(session, validator, result):
    value = SESSIONS[session].trusted["schema.describe"](string(validator).decode() if validator else None)
    write_schema_info(result, value)
    return OK


@export
def llmspell_py_schema_release(session, validator):
    SESSIONS[session].trusted["schema.release"](string(validator).decode() if validator else None)
    return OK


@export
def llmspell_py_schema_generate(session, samples, options, result_json):
    arguments = {}
    if p := samples:
        arguments["samples"] = plain_glue.read_json_list(p)
    if p := options:
        arguments["options"] = read_schema_generate_options(p)
    value = SESSIONS[session].ask("schema.generate", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_schema_create(session, description, result_json):
    arguments = {}
    if p := description:
        arguments["description"] = read_schema_description(p)
    value = SESSIONS[session].ask("schema.create", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_schema_merge(session, schemas, options, result_json):
    arguments = {}
    if p := schemas:
        arguments["schemas"] = plain_glue.read_json_list(p)
    if p := options:
        arguments["options"] = read_schema_merge_options(p)
    value = SESSIONS[session].ask("schema.merge", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_schema_extract(session, schema_json, part, result_json):
    arguments = {}
    if p := schema_json:
        arguments["schema"] = read_json(p)
    if p := part:
        arguments["part"] = read_schema_extract_part(p)
    value = SESSIONS[session].ask("schema.extract", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_schema_get_info(session, schema_json, result):
    arguments = {}
    if p := schema_json:
        arguments["schema"] = read_json(p)
    value = SESSIONS[session].ask("schema.get_info", arguments)
    write_schema_info(result, value)
    return OK


@export
def llmspell_py_schema_put(session, name, schema_json, options, result):
    arguments = {}
    if p := name:
        arguments["name"] = string(p).decode()
    if p := schema_json:
        arguments["schema"] = read_json(p)
    if p := options:
        arguments["options"] = read_schema_put_options(p)
    value = SESSIONS[session].ask("schema.put", arguments)
    write_schema_version(result, value)
    return OK


@export
def llmspell_py_schema_get(session, name, version, result):
    arguments = {}
    if p := name:
        arguments["name"] = string(p).decode()
    if version:
        arguments["version"] = version[0]
    value = SESSIONS[session].ask("schema.get", arguments)
    write_schema_stored_schema(result, value)
    return OK


@export
def llmspell_py_schema_list(session, result):
    value = SESSIONS[session].trusted["schema.list"]()
    write_schema_entry_list(result, value)
    return OK


@export
def llmspell_py_schema_delete(session, name, version, result):
    arguments = {}
    if p := name:
        arguments["name"] = string(p).decode()
    if version:
        arguments["version"] = version[0]
    value = SESSIONS[session].ask("schema.delete", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_schema_open_repository(session, folder, options, result):
    arguments = {}
    if p := folder:
        arguments["folder"] = string(p).decode()
    if p := options:
        arguments["options"] = read_schema_repository_options(p)
    value = SESSIONS[session].ask("schema.open_repository", arguments)
    plain_glue.write_string_list(result, value)
    return OK


@export
def llmspell_py_schema_close_repository(session):
    SESSIONS[session].trusted["schema.close_repository"]()
    return OK
