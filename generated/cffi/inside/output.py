"""What a model wrote, made into data, and data written as text. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

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

OUTPUT_CHANGE_TYPE = typeof("llmspell_output_change *")
OUTPUT_FORMAT_CANDIDATE_TYPE = typeof("llmspell_output_format_candidate *")
OUTPUT_FORMAT_ISSUE_TYPE = typeof("llmspell_output_format_issue *")
OUTPUT_JSON_MATCH_TYPE = typeof("llmspell_output_json_match *")
OUTPUT_MARKDOWN_CODE_TYPE = typeof("llmspell_output_markdown_code *")
OUTPUT_MARKDOWN_LINK_TYPE = typeof("llmspell_output_markdown_link *")
OUTPUT_MARKDOWN_LIST_TYPE = typeof("llmspell_output_markdown_list *")
OUTPUT_MARKDOWN_SECTION_TYPE = typeof("llmspell_output_markdown_section *")
OUTPUT_MARKDOWN_TABLE_TYPE = typeof("llmspell_output_markdown_table *")
STRING_LIST_TYPE = typeof("llmspell_string_list *")

OUTPUT_FORMAT_NAMES = Enumeration(
    "llmspell_output_format",
    {
        1: "json",
        2: "yaml",
        3: "xml",
        4: "markdown",
        5: "plain",
    },
)
OUTPUT_FORMAT_NUMBERS = {
    "json": 1,
    "yaml": 2,
    "xml": 3,
    "markdown": 4,
    "plain": 5,
}
OUTPUT_RECOVERY_NAMES = Enumeration(
    "llmspell_output_recovery",
    {
        1: "strict",
        2: "lenient",
        3: "best_effort",
    },
)
OUTPUT_RECOVERY_NUMBERS = {
    "strict": 1,
    "lenient": 2,
    "best_effort": 3,
}
OUTPUT_STEP_NAMES = Enumeration(
    "llmspell_output_step",
    {
        1: "strict",
        2: "fenced",
        3: "repair",
        4: "extraction",
    },
)
OUTPUT_STEP_NUMBERS = {
    "strict": 1,
    "fenced": 2,
    "repair": 3,
    "extraction": 4,
}
OUTPUT_BLOCK_TYPE_NAMES = Enumeration(
    "llmspell_output_block_type",
    {
        1: "heading",
        2: "paragraph",
        3: "list",
        4: "quote",
        5: "table",
        6: "code",
        7: "html",
        8: "rule",
    },
)
OUTPUT_BLOCK_TYPE_NUMBERS = {
    "heading": 1,
    "paragraph": 2,
    "list": 3,
    "quote": 4,
    "table": 5,
    "code": 6,
    "html": 7,
    "rule": 8,
}


def read_output_parse_options(c):
    value = {}
    if p := c.format:
        value["format"] = OUTPUT_FORMAT_NAMES[p]
    if p := c.recovery:
        value["recovery"] = OUTPUT_RECOVERY_NAMES[p]
    if p := c.schema_json:
        value["schema"] = read_json(p)
    return value


def write_output_parse_options(c, value):
    if (v := value.get("format")) is not None:
        c.format = OUTPUT_FORMAT_NUMBERS[v]
    if (v := value.get("recovery")) is not None:
        c.recovery = OUTPUT_RECOVERY_NUMBERS[v]
    if "schema" in value:
        c.schema_json = new_json(value["schema"])


def read_output_change(c):
    value = {}
    if p := c.message:
        value["message"] = string(p).decode()
    if c.has_line:
        value["line"] = c.line
    if c.has_column:
        value["column"] = c.column
    if p := c.path:
        value["path"] = string(p).decode()
    return value


def write_output_change(c, value):
    c.message = new_text(value["message"])
    if "line" in value:
        c.has_line = True
        c.line = value["line"]
    if "column" in value:
        c.has_column = True
        c.column = value["column"]
    if (v := value.get("path")) is not None:
        c.path = new_text(v)


def read_output_parsed_output(c):
    value = {}
    if p := c.value_json:
        value["value"] = read_json(p)
    if p := c.format:
        value["format"] = OUTPUT_FORMAT_NAMES[p]
    if p := c.step:
        value["step"] = OUTPUT_STEP_NAMES[p]
    value["changes"] = read_output_change_list(c.changes)
    return value


def write_output_parsed_output(c, value):
    c.value_json = new_json(value["value"])
    c.format = OUTPUT_FORMAT_NUMBERS[value["format"]]
    c.step = OUTPUT_STEP_NUMBERS[value["step"]]
    write_output_change_list(c.changes, value["changes"])


def read_output_parse_attempt(c):
    value = {}
    if p := c.step:
        value["step"] = OUTPUT_STEP_NAMES[p]
    if p := c.reason:
        value["reason"] = string(p).decode()
    return value


def write_output_parse_attempt(c, value):
    c.step = OUTPUT_STEP_NUMBERS[value["step"]]
    c.reason = new_text(value["reason"])


def read_output_format_options(c):
    value = {}
    if c.has_indent:
        value["indent"] = c.indent
    if c.has_sort_keys:
        value["sort_keys"] = c.sort_keys
    if p := c.root:
        value["root"] = string(p).decode()
    return value


def write_output_format_options(c, value):
    if "indent" in value:
        c.has_indent = True
        c.indent = value["indent"]
    if "sort_keys" in value:
        c.has_sort_keys = True
        c.sort_keys = value["sort_keys"]
    if (v := value.get("root")) is not None:
        c.root = new_text(v)


def read_output_format_candidate(c):
    value = {}
    if p := c.format:
        value["format"] = OUTPUT_FORMAT_NAMES[p]
    value["confidence"] = c.confidence
    if p := c.reason:
        value["reason"] = string(p).decode()
    return value


def write_output_format_candidate(c, value):
    c.format = OUTPUT_FORMAT_NUMBERS[value["format"]]
    c.confidence = value["confidence"]
    c.reason = new_text(value["reason"])


def read_output_detected_format(c):
    value = {}
    if p := c.format:
        value["format"] = OUTPUT_FORMAT_NAMES[p]
    value["confidence"] = c.confidence
    if p := c.reason:
        value["reason"] = string(p).decode()
    value["candidates"] = read_output_format_candidate_list(c.candidates)
    return value


def write_output_detected_format(c, value):
    c.format = OUTPUT_FORMAT_NUMBERS[value["format"]]
    c.confidence = value["confidence"]
    c.reason = new_text(value["reason"])
    write_output_format_candidate_list(c.candidates, value["candidates"])


def read_output_format_issue(c):
    value = {}
    if p := c.message:
        value["message"] = string(p).decode()
    if c.has_line:
        value["line"] = c.line
    if c.has_column:
        value["column"] = c.column
    if p := c.path:
        value["path"] = string(p).decode()
    return value


def write_output_format_issue(c, value):
    c.message = new_text(value["message"])
    if "line" in value:
        c.has_line = True
        c.line = value["line"]
    if "column" in value:
        c.has_column = True
        c.column = value["column"]
    if (v := value.get("path")) is not None:
        c.path = new_text(v)


def read_output_format_validation(c):
    value = {}
    value["valid"] = c.valid
    value["issues"] = read_output_format_issue_list(c.issues)
    return value


def write_output_format_validation(c, value):
    c.valid = value["valid"]
    write_output_format_issue_list(c.issues, value["issues"])


def read_output_extract_options(c):
    value = {}
    if p := c.schema_json:
        value["schema"] = read_json(p)
    if c.has_limit:
        value["limit"] = c.limit
    return value


def write_output_extract_options(c, value):
    if "schema" in value:
        c.schema_json = new_json(value["schema"])
    if "limit" in value:
        c.has_limit = True
        c.limit = value["limit"]


def read_output_json_match(c):
    value = {}
    if p := c.value_json:
        value["value"] = read_json(p)
    if p := c.text:
        value["text"] = string(p).decode()
    value["line"] = c.line
    value["column"] = c.column
    value["start"] = c.start
    value["end"] = c.end
    value["fenced"] = c.fenced
    return value


def write_output_json_match(c, value):
    c.value_json = new_json(value["value"])
    c.text = new_text(value["text"])
    c.line = value["line"]
    c.column = value["column"]
    c.start = value["start"]
    c.end = value["end"]
    c.fenced = value["fenced"]


def read_output_markdown_section(c):
    value = {}
    if p := c.title:
        value["title"] = string(p).decode()
    value["level"] = c.level
    value["path"] = plain_glue.read_string_list(c.path)
    if p := c.text:
        value["text"] = string(p).decode()
    value["line"] = c.line
    return value


def write_output_markdown_section(c, value):
    c.title = new_text(value["title"])
    c.level = value["level"]
    plain_glue.write_string_list(c.path, value["path"])
    c.text = new_text(value["text"])
    c.line = value["line"]


def read_output_markdown_code(c):
    value = {}
    if p := c.language:
        value["language"] = string(p).decode()
    if p := c.text:
        value["text"] = string(p).decode()
    value["line"] = c.line
    value["closed"] = c.closed
    return value


def write_output_markdown_code(c, value):
    c.language = new_text(value["language"])
    c.text = new_text(value["text"])
    c.line = value["line"]
    c.closed = value["closed"]


def read_output_markdown_table(c):
    value = {}
    value["header"] = plain_glue.read_string_list(c.header)
    value["rows"] = read_string_list_list(c.rows)
    value["line"] = c.line
    return value


def write_output_markdown_table(c, value):
    plain_glue.write_string_list(c.header, value["header"])
    write_string_list_list(c.rows, value["rows"])
    c.line = value["line"]


def read_output_markdown_list(c):
    value = {}
    value["ordered"] = c.ordered
    value["items"] = plain_glue.read_string_list(c.items)
    value["line"] = c.line
    return value


def write_output_markdown_list(c, value):
    c.ordered = value["ordered"]
    plain_glue.write_string_list(c.items, value["items"])
    c.line = value["line"]


def read_output_markdown_link(c):
    value = {}
    if p := c.text:
        value["text"] = string(p).decode()
    if p := c.url:
        value["url"] = string(p).decode()
    value["image"] = c.image
    value["line"] = c.line
    return value


def write_output_markdown_link(c, value):
    c.text = new_text(value["text"])
    c.url = new_text(value["url"])
    c.image = value["image"]
    c.line = value["line"]


def read_output_markdown_parts(c):
    value = {}
    value["sections"] = read_output_markdown_section_list(c.sections)
    value["code_blocks"] = read_output_markdown_code_list(c.code_blocks)
    value["tables"] = read_output_markdown_table_list(c.tables)
    value["lists"] = read_output_markdown_list_list(c.lists)
    value["links"] = read_output_markdown_link_list(c.links)
    return value


def write_output_markdown_parts(c, value):
    write_output_markdown_section_list(c.sections, value["sections"])
    write_output_markdown_code_list(c.code_blocks, value["code_blocks"])
    write_output_markdown_table_list(c.tables, value["tables"])
    write_output_markdown_list_list(c.lists, value["lists"])
    write_output_markdown_link_list(c.links, value["links"])


def read_output_recover_options(c):
    value = {}
    if p := c.format:
        value["format"] = OUTPUT_FORMAT_NAMES[p]
    if p := c.recovery:
        value["recovery"] = OUTPUT_RECOVERY_NAMES[p]
    if p := c.schema_json:
        value["schema"] = read_json(p)
    return value


def write_output_recover_options(c, value):
    if (v := value.get("format")) is not None:
        c.format = OUTPUT_FORMAT_NUMBERS[v]
    if (v := value.get("recovery")) is not None:
        c.recovery = OUTPUT_RECOVERY_NUMBERS[v]
    if "schema" in value:
        c.schema_json = new_json(value["schema"])


def read_output_recovered_text(c):
    value = {}
    if p := c.text:
        value["text"] = string(p).decode()
    if p := c.format:
        value["format"] = OUTPUT_FORMAT_NAMES[p]
    if p := c.step:
        value["step"] = OUTPUT_STEP_NAMES[p]
    value["changes"] = read_output_change_list(c.changes)
    return value


def write_output_recovered_text(c, value):
    c.text = new_text(value["text"])
    c.format = OUTPUT_FORMAT_NUMBERS[value["format"]]
    c.step = OUTPUT_STEP_NUMBERS[value["step"]]
    write_output_change_list(c.changes, value["changes"])


def read_output_change_list(c):
    return [read_output_change(p) for p in entries(c.items, c.count)]


def write_output_change_list(c, value):
    items = new(OUTPUT_CHANGE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_change(items[i], v)


def read_output_format_candidate_list(c):
    return [read_output_format_candidate(p) for p in entries(c.items, c.count)]


def write_output_format_candidate_list(c, value):
    items = new(OUTPUT_FORMAT_CANDIDATE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_format_candidate(items[i], v)


def read_output_format_issue_list(c):
    return [read_output_format_issue(p) for p in entries(c.items, c.count)]


def write_output_format_issue_list(c, value):
    items = new(OUTPUT_FORMAT_ISSUE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_format_issue(items[i], v)


def read_string_list_list(c):
    return [plain_glue.read_string_list(p) for p in entries(c.items, c.count)]


def write_string_list_list(c, value):
    items = new(STRING_LIST_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        plain_glue.write_string_list(items[i], v)


def read_output_markdown_section_list(c):
    return [read_output_markdown_section(p) for p in entries(c.items, c.count)]


def write_output_markdown_section_list(c, value):
    items = new(OUTPUT_MARKDOWN_SECTION_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_markdown_section(items[i], v)


def read_output_markdown_code_list(c):
    return [read_output_markdown_code(p) for p in entries(c.items, c.count)]


def write_output_markdown_code_list(c, value):
    items = new(OUTPUT_MARKDOWN_CODE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_markdown_code(items[i], v)


def read_output_markdown_table_list(c):
    return [read_output_markdown_table(p) for p in entries(c.items, c.count)]


def write_output_markdown_table_list(c, value):
    items = new(OUTPUT_MARKDOWN_TABLE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_markdown_table(items[i], v)


def read_output_markdown_list_list(c):
    return [read_output_markdown_list(p) for p in entries(c.items, c.count)]


def write_output_markdown_list_list(c, value):
    items = new(OUTPUT_MARKDOWN_LIST_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_markdown_list(items[i], v)


def read_output_markdown_link_list(c):
    return [read_output_markdown_link(p) for p in entries(c.items, c.count)]


def write_output_markdown_link_list(c, value):
    items = new(OUTPUT_MARKDOWN_LINK_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_markdown_link(items[i], v)


def read_output_json_match_list(c):
    return [read_output_json_match(p) for p in entries(c.items, c.count)]


def write_output_json_match_list(c, value):
    items = new(OUTPUT_JSON_MATCH_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_output_json_match(items[i], v)


@export
def llmspell_py_output_parse(session, text_, options, result):
    arguments = {}
    if p := text_:
        arguments["text"] = string(p).decode()
    if p := options:
        arguments["options"] = read_output_parse_options(p)
    value = SESSIONS[session].ask("output.parse", arguments)
    write_output_parsed_output(result, value)
    return OK


@export
def llmspell_py_output_format_value(session, value_json, format, options, result):
    arguments = {}
    if p := value_json:
        arguments["value"] = read_json(p)
    if p := format:
        arguments["format"] = OUTPUT_FORMAT_NAMES[p]
    if p := options:
        arguments["options"] = read_output_format_options(p)
    value = SESSIONS[session].ask("output.format", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_output_detect_format(session, text_, result):
    value = SESSIONS[session].trusted["output.detect_format"](string(text_).decode() if text_ else None)
    write_output_detected_format(result, value)
    return OK


@export
def llmspell_py_output_validate_format(session, text_, format, schema_json, result):
    arguments = {}
    if p := text_:
        arguments["text"] = string(p).decode()
    if p := format:
        arguments["format"] = OUTPUT_FORMAT_NAMES[p]
    if p := schema_json:
        arguments["schema"] = read_json(p)
    value = SESSIONS[session].ask("output.validate_format", arguments)
    write_output_format_validation(result, value)
    return OK


@export
def llmspell_py_output_extract_json(session, text_, options, result):
    arguments = {}
    if p := text_:
        arguments["text"] = string(p).decode()
    if p := options:
        arguments["options"] = read_output_extract_options(p)
    value = SESSIONS[session].ask("output.extract_json", arguments)
    write_output_json_match_list(result, value)
    return OK


@export
def llmspell_py_output_extract_markdown(session, text_, result):
    value = SESSIONS[session].trusted["output.extract_markdown"](string(text_).decode() if text_ else None)
    write_output_markdown_parts(result, value)
    return OK


@export
def llmspell_py_output_recover(session, text_, options, result):
    arguments = {}
    if p := text_:
        arguments["text"] = string(p).decode()
    if p := options:
        arguments["options"] = read_output_recover_options(p)
    value = SESSIONS[session].ask("output.recover", arguments)
    write_output_recovered_text(result, value)
    return OK


@export
def llmspell_py_output_get_schema(session, format, result_json):
    value = SESSIONS[session].trusted["output.get_schema"](OUTPUT_FORMAT_NAMES[format] if format else None)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_output_get_instructions(session, format, schema_json, result):
    arguments = {}
    if p := format:
        arguments["format"] = OUTPUT_FORMAT_NAMES[p]
    if p := schema_json:
        arguments["schema"] = read_json(p)
    value = SESSIONS[session].ask("output.get_instructions", arguments)
    result[0] = new_text(value)
    return OK
