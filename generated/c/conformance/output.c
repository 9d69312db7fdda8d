/* Every example of output, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_output_parsed_output(json *out, const llmspell_output_parsed_output *value);
static const char *name_of_output_format(llmspell_output_format value);
static const char *name_of_output_step(llmspell_output_step value);
static void put_output_change_list(json *out, const llmspell_output_change_list *value);
static void put_output_change(json *out, const llmspell_output_change *value);
static void put_output_detected_format(json *out, const llmspell_output_detected_format *value);
static void put_output_format_candidate_list(json *out, const llmspell_output_format_candidate_list *value);
static void put_output_format_candidate(json *out, const llmspell_output_format_candidate *value);
static void put_output_format_validation(json *out, const llmspell_output_format_validation *value);
static void put_output_format_issue_list(json *out, const llmspell_output_format_issue_list *value);
static void put_output_format_issue(json *out, const llmspell_output_format_issue *value);
static void put_output_json_match_list(json *out, const llmspell_output_json_match_list *value);
static void put_output_json_match(json *out, const llmspell_output_json_match *value);
static void put_output_markdown_parts(json *out, const llmspell_output_markdown_parts *value);
static void put_output_markdown_section_list(json *out, const llmspell_output_markdown_section_list *value);
static void put_output_markdown_section(json *out, const llmspell_output_markdown_section *value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_output_markdown_code_list(json *out, const llmspell_output_markdown_code_list *value);
static void put_output_markdown_code(json *out, const llmspell_output_markdown_code *value);
static void put_output_markdown_table_list(json *out, const llmspell_output_markdown_table_list *value);
static void put_output_markdown_table(json *out, const llmspell_output_markdown_table *value);
static void put_string_list_list(json *out, const llmspell_string_list_list *value);
static void put_output_markdown_list_list(json *out, const llmspell_output_markdown_list_list *value);
static void put_output_markdown_list(json *out, const llmspell_output_markdown_list *value);
static void put_output_markdown_link_list(json *out, const llmspell_output_markdown_link_list *value);
static void put_output_markdown_link(json *out, const llmspell_output_markdown_link *value);
static void put_output_recovered_text(json *out, const llmspell_output_recovered_text *value);

static const char *name_of_output_format(llmspell_output_format value)
{
    switch (value) {
    case LLMSPELL_OUTPUT_FORMAT_JSON:
        return "json";
    case LLMSPELL_OUTPUT_FORMAT_YAML:
        return "yaml";
    case LLMSPELL_OUTPUT_FORMAT_XML:
        return "xml";
    case LLMSPELL_OUTPUT_FORMAT_MARKDOWN:
        return "markdown";
    case LLMSPELL_OUTPUT_FORMAT_PLAIN:
        return "plain";
    default:
        return NULL;
    }
}

static const char *name_of_output_step(llmspell_output_step value)
{
    switch (value) {
    case LLMSPELL_OUTPUT_STEP_STRICT:
        return "strict";
    case LLMSPELL_OUTPUT_STEP_FENCED:
        return "fenced";
    case LLMSPELL_OUTPUT_STEP_REPAIR:
        return "repair";
    case LLMSPELL_OUTPUT_STEP_EXTRACTION:
        return "extraction";
    default:
        return NULL;
    }
}

static void put_output_change(json *out, const llmspell_output_change *value)
{
    json_open(out, '{');
    json_key(out, "message");
    json_text(out, value->message);
    if (value->has_line) {
        json_key(out, "line");
        json_integer(out, value->line);
    }
    if (value->has_column) {
        json_key(out, "column");
        json_integer(out, value->column);
    }
    if (value->path != NULL) {
        json_key(out, "path");
        json_text(out, value->path);
    }
    json_close(out, '}');
}

static void put_output_change_list(json *out, const llmspell_output_change_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_change(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_parsed_output(json *out, const llmspell_output_parsed_output *value)
{
    json_open(out, '{');
    json_key(out, "value");
    json_raw(out, value->value_json);
    json_key(out, "format");
    json_text(out, name_of_output_format(value->format));
    json_key(out, "step");
    json_text(out, name_of_output_step(value->step));
    json_key(out, "changes");
    put_output_change_list(out, &value->changes);
    json_close(out, '}');
}

static void put_output_format_candidate(json *out, const llmspell_output_format_candidate *value)
{
    json_open(out, '{');
    json_key(out, "format");
    json_text(out, name_of_output_format(value->format));
    json_key(out, "confidence");
    json_number(out, value->confidence);
    json_key(out, "reason");
    json_text(out, value->reason);
    json_close(out, '}');
}

static void put_output_format_candidate_list(json *out, const llmspell_output_format_candidate_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_format_candidate(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_detected_format(json *out, const llmspell_output_detected_format *value)
{
    json_open(out, '{');
    json_key(out, "format");
    json_text(out, name_of_output_format(value->format));
    json_key(out, "confidence");
    json_number(out, value->confidence);
    json_key(out, "reason");
    json_text(out, value->reason);
    json_key(out, "candidates");
    put_output_format_candidate_list(out, &value->candidates);
    json_close(out, '}');
}

static void put_output_format_issue(json *out, const llmspell_output_format_issue *value)
{
    json_open(out, '{');
    json_key(out, "message");
    json_text(out, value->message);
    if (value->has_line) {
        json_key(out, "line");
        json_integer(out, value->line);
    }
    if (value->has_column) {
        json_key(out, "column");
        json_integer(out, value->column);
    }
    if (value->path != NULL) {
        json_key(out, "path");
        json_text(out, value->path);
    }
    json_close(out, '}');
}

static void put_output_format_issue_list(json *out, const llmspell_output_format_issue_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_format_issue(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_format_validation(json *out, const llmspell_output_format_validation *value)
{
    json_open(out, '{');
    json_key(out, "valid");
    json_boolean(out, value->valid);
    json_key(out, "issues");
    put_output_format_issue_list(out, &value->issues);
    json_close(out, '}');
}

static void put_output_json_match(json *out, const llmspell_output_json_match *value)
{
    json_open(out, '{');
    json_key(out, "value");
    json_raw(out, value->value_json);
    json_key(out, "text");
    json_text(out, value->text);
    json_key(out, "line");
    json_integer(out, value->line);
    json_key(out, "column");
    json_integer(out, value->column);
    json_key(out, "start");
    json_integer(out, value->start);
    json_key(out, "end");
    json_integer(out, value->end);
    json_key(out, "fenced");
    json_boolean(out, value->fenced);
    json_close(out, '}');
}

static void put_output_json_match_list(json *out, const llmspell_output_json_match_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_json_match(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_markdown_section(json *out, const llmspell_output_markdown_section *value)
{
    json_open(out, '{');
    json_key(out, "title");
    json_text(out, value->title);
    json_key(out, "level");
    json_integer(out, value->level);
    json_key(out, "path");
    put_string_list(out, &value->path);
    json_key(out, "text");
    json_text(out, value->text);
    json_key(out, "line");
    json_integer(out, value->line);
    json_close(out, '}');
}

static void put_output_markdown_section_list(json *out, const llmspell_output_markdown_section_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_markdown_section(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_markdown_code(json *out, const llmspell_output_markdown_code *value)
{
    json_open(out, '{');
    json_key(out, "language");
    json_text(out, value->language);
    json_key(out, "text");
    json_text(out, value->text);
    json_key(out, "line");
    json_integer(out, value->line);
    json_key(out, "closed");
    json_boolean(out, value->closed);
    json_close(out, '}');
}

static void put_output_markdown_code_list(json *out, const llmspell_output_markdown_code_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_markdown_code(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_string_list_list(json *out, const llmspell_string_list_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_string_list(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_markdown_table(json *out, const llmspell_output_markdown_table *value)
{
    json_open(out, '{');
    json_key(out, "header");
    put_string_list(out, &value->header);
    json_key(out, "rows");
    put_string_list_list(out, &value->rows);
    json_key(out, "line");
    json_integer(out, value->line);
    json_close(out, '}');
}

static void put_output_markdown_table_list(json *out, const llmspell_output_markdown_table_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_markdown_table(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_markdown_list(json *out, const llmspell_output_markdown_list *value)
{
    json_open(out, '{');
    json_key(out, "ordered");
    json_boolean(out, value->ordered);
    json_key(out, "items");
    put_string_list(out, &value->items);
    json_key(out, "line");
    json_integer(out, value->line);
    json_close(out, '}');
}

static void put_output_markdown_list_list(json *out, const llmspell_output_markdown_list_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_markdown_list(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_markdown_link(json *out, const llmspell_output_markdown_link *value)
{
    json_open(out, '{');
    json_key(out, "text");
    json_text(out, value->text);
    json_key(out, "url");
    json_text(out, value->url);
    json_key(out, "image");
    json_boolean(out, value->image);
    json_key(out, "line");
    json_integer(out, value->line);
    json_close(out, '}');
}

static void put_output_markdown_link_list(json *out, const llmspell_output_markdown_link_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_output_markdown_link(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_output_markdown_parts(json *out, const llmspell_output_markdown_parts *value)
{
    json_open(out, '{');
    json_key(out, "sections");
    put_output_markdown_section_list(out, &value->sections);
    json_key(out, "code_blocks");
    put_output_markdown_code_list(out, &value->code_blocks);
    json_key(out, "tables");
    put_output_markdown_table_list(out, &value->tables);
    json_key(out, "lists");
    put_output_markdown_list_list(out, &value->lists);
    json_key(out, "links");
    put_output_markdown_link_list(out, &value->links);
    json_close(out, '}');
}

static void put_output_recovered_text(json *out, const llmspell_output_recovered_text *value)
{
    json_open(out, '{');
    json_key(out, "text");
    json_text(out, value->text);
    json_key(out, "format");
    json_text(out, name_of_output_format(value->format));
    json_key(out, "step");
    json_text(out, name_of_output_step(value->step));
    json_key(out, "changes");
    put_output_change_list(out, &value->changes);
    json_close(out, '}');
}

/* output.parse, strict: A text that is right is read as it stands. */
static void output_parse_strict(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_JSON;
    options_.recovery = LLMSPELL_OUTPUT_RECOVERY_STRICT;
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "{\"city\": \"Oslo\", \"temperature\": 22.5, \"alert\": null}", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, fenced: A model that explains itself around a fenced block. */
static void output_parse_fenced(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "Here is the weather:\n```json\n{\"city\": \"Oslo\"}\n```\nAnything else?", NULL, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, repaired: Quotes, a comma and an end are missing; every change is told. */
static void output_parse_repaired(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_JSON;
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "{'city': \"Oslo\", \"days\": [1, 2", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, extracted: A schema guides the search for a value in prose. */
static void output_parse_extracted(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_JSON;
    options_.recovery = LLMSPELL_OUTPUT_RECOVERY_BEST_EFFORT;
    options_.schema_json = "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}, \"born\": {\"type\": \"integer\"}}, \"required\": [\"name\", \"born\"]}";
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "Name: Ada Lovelace\nBorn: 1815", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, yaml: The rules are those of YAML 1.2. */
static void output_parse_yaml(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_YAML;
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "on: no\nsize: 0o17\nwhen: 2026-11-21\n", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, xml: */
static void output_parse_xml(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "<trip days=\"2\"><city>Oslo</city><city>Bergen</city><note>By <b>train</b>.</note></trip>", NULL, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, markdown: */
static void output_parse_markdown(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_MARKDOWN;
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "# Plan\n\n- pack\n- go\n\n| day | place |\n| --- | ----- |\n| 1 | *Oslo* |\n", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, refused: Without recovery the text must be right; the error says where it is not. */
static void output_parse_refused(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_JSON;
    options_.recovery = LLMSPELL_OUTPUT_RECOVERY_STRICT;
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "{\"city\": \"Oslo\",}", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, mismatch: */
static void output_parse_mismatch(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.schema_json = "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}, \"born\": {\"type\": \"integer\"}}, \"required\": [\"name\", \"born\"]}";
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "{\"name\": \"Ada\"}", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, entity_bomb: What would grow without end is not expanded. */
static void output_parse_entity_bomb(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_XML;
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, too_deep: */
static void output_parse_too_deep(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_JSON;
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.parse, bad_schema: */
static void output_parse_bad_schema(example *example, llmspell_session *session)
{
    llmspell_output_parse_options options_;
    llmspell_output_parse_options_init(&options_);
    options_.schema_json = "{\"type\": \"objekt\"}";
    example_begin(example);
    llmspell_output_parsed_output result;
    if (example_worked(example, llmspell_output_parse(session, "1", &options_, &result))) {
        put_output_parsed_output(example_result(example), &result);
        llmspell_output_parsed_output_free(&result);
    }
}

/* output.format, json: */
static void output_format_json(example *example, llmspell_session *session)
{
    llmspell_output_format_options options_;
    llmspell_output_format_options_init(&options_);
    options_.has_indent = true;
    options_.indent = 0;
    options_.has_sort_keys = true;
    options_.sort_keys = true;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_format_value(session, "{\"city\": \"Oslo\", \"days\": [1, 2]}", LLMSPELL_OUTPUT_FORMAT_JSON, &options_, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.format, yaml: A text that another reader would take for something else is quoted. */
static void output_format_yaml(example *example, llmspell_session *session)
{
    llmspell_output_format_options options_;
    llmspell_output_format_options_init(&options_);
    options_.has_sort_keys = true;
    options_.sort_keys = true;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_format_value(session, "{\"city\": \"Oslo\", \"country\": \"NO\", \"days\": [1, 2.5, null], \"note\": \"two\\nlines\"}", LLMSPELL_OUTPUT_FORMAT_YAML, &options_, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.format, xml: */
static void output_format_xml(example *example, llmspell_session *session)
{
    llmspell_output_format_options options_;
    llmspell_output_format_options_init(&options_);
    options_.has_sort_keys = true;
    options_.sort_keys = true;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_format_value(session, "{\"trip\": {\"@days\": \"2\", \"city\": [\"Oslo\", \"Bergen\"], \"note\": \"a < b\"}}", LLMSPELL_OUTPUT_FORMAT_XML, &options_, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.format, xml_root: A value that is not one element is put into one. */
static void output_format_xml_root(example *example, llmspell_session *session)
{
    llmspell_output_format_options options_;
    llmspell_output_format_options_init(&options_);
    options_.root = "weather";
    options_.has_indent = true;
    options_.indent = 2;
    options_.has_sort_keys = true;
    options_.sort_keys = true;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_format_value(session, "{\"city\": \"Oslo\", \"warm\": true}", LLMSPELL_OUTPUT_FORMAT_XML, &options_, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.format, markdown: */
static void output_format_markdown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_format_value(session, "[{\"type\": \"heading\", \"level\": 2, \"text\": \"Plan\"}, {\"type\": \"list\", \"ordered\": true, \"items\": [[{\"type\": \"paragraph\", \"text\": \"pack\"}], [{\"type\": \"paragraph\", \"text\": \"go\"}]]}, {\"type\": \"code\", \"language\": \"sh\", \"text\": \"make trip\"}]", LLMSPELL_OUTPUT_FORMAT_MARKDOWN, NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.format, no_element: */
static void output_format_no_element(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_format_value(session, "[1, 2]", LLMSPELL_OUTPUT_FORMAT_XML, NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.format, no_text: */
static void output_format_no_text(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_format_value(session, "{\"city\": \"Oslo\"}", LLMSPELL_OUTPUT_FORMAT_PLAIN, NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.detect_format, json: */
static void output_detect_format_json(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_detected_format result;
    if (example_worked(example, llmspell_output_detect_format(session, "{\"city\": \"Oslo\"}", &result))) {
        put_output_detected_format(example_result(example), &result);
        llmspell_output_detected_format_free(&result);
    }
}

/* output.detect_format, broken_json: */
static void output_detect_format_broken_json(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_detected_format result;
    if (example_worked(example, llmspell_output_detect_format(session, "{\"city\": \"Oslo\",", &result))) {
        put_output_detected_format(example_result(example), &result);
        llmspell_output_detected_format_free(&result);
    }
}

/* output.detect_format, yaml: */
static void output_detect_format_yaml(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_detected_format result;
    if (example_worked(example, llmspell_output_detect_format(session, "city: Oslo\ndays: [1, 2]\n", &result))) {
        put_output_detected_format(example_result(example), &result);
        llmspell_output_detected_format_free(&result);
    }
}

/* output.detect_format, prose: */
static void output_detect_format_prose(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_detected_format result;
    if (example_worked(example, llmspell_output_detect_format(session, "The weather in Oslo is fine.", &result))) {
        put_output_detected_format(example_result(example), &result);
        llmspell_output_detected_format_free(&result);
    }
}

/* output.validate_format, good: */
static void output_validate_format_good(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_format_validation result;
    if (example_worked(example, llmspell_output_validate_format(session, "<a><b/></a>", LLMSPELL_OUTPUT_FORMAT_XML, NULL, &result))) {
        put_output_format_validation(example_result(example), &result);
        llmspell_output_format_validation_free(&result);
    }
}

/* output.validate_format, mistake: */
static void output_validate_format_mistake(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_format_validation result;
    if (example_worked(example, llmspell_output_validate_format(session, "city: Oslo\ncity: Bergen\n", LLMSPELL_OUTPUT_FORMAT_YAML, NULL, &result))) {
        put_output_format_validation(example_result(example), &result);
        llmspell_output_format_validation_free(&result);
    }
}

/* output.validate_format, mismatch: All faults at once. */
static void output_validate_format_mismatch(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_format_validation result;
    if (example_worked(example, llmspell_output_validate_format(session, "{\"name\": 7}", LLMSPELL_OUTPUT_FORMAT_JSON, "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}, \"born\": {\"type\": \"integer\"}}, \"required\": [\"name\", \"born\"]}", &result))) {
        put_output_format_validation(example_result(example), &result);
        llmspell_output_format_validation_free(&result);
    }
}

/* output.extract_json, two: */
static void output_extract_json_two(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_json_match_list result;
    if (example_worked(example, llmspell_output_extract_json(session, "First {\"a\": 1}, then\n```json\n[true]\n```\n", NULL, &result))) {
        put_output_json_match_list(example_result(example), &result);
        llmspell_output_json_match_list_free(&result);
    }
}

/* output.extract_json, by_schema: */
static void output_extract_json_by_schema(example *example, llmspell_session *session)
{
    llmspell_output_extract_options options_;
    llmspell_output_extract_options_init(&options_);
    options_.schema_json = "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}, \"born\": {\"type\": \"integer\"}}, \"required\": [\"name\", \"born\"]}";
    example_begin(example);
    llmspell_output_json_match_list result;
    if (example_worked(example, llmspell_output_extract_json(session, "[1] {\"a\": 1} {\"name\": \"Ada\", \"born\": 1815}", &options_, &result))) {
        put_output_json_match_list(example_result(example), &result);
        llmspell_output_json_match_list_free(&result);
    }
}

/* output.extract_json, none: */
static void output_extract_json_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_json_match_list result;
    if (example_worked(example, llmspell_output_extract_json(session, "Nothing here.", NULL, &result))) {
        put_output_json_match_list(example_result(example), &result);
        llmspell_output_json_match_list_free(&result);
    }
}

/* output.extract_markdown, answer: */
static void output_extract_markdown_answer(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_markdown_parts result;
    if (example_worked(example, llmspell_output_extract_markdown(session, "Sure.\n\n# Plan\n\nSee [the map](https://example.com/map).\n\n1. pack\n2. go\n\n## Code\n\n```python\nprint(1)\n```\n\n| day | place |\n| --- | --- |\n| 1 | Oslo |\n", &result))) {
        put_output_markdown_parts(example_result(example), &result);
        llmspell_output_markdown_parts_free(&result);
    }
}

/* output.extract_markdown, nothing: */
static void output_extract_markdown_nothing(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_markdown_parts result;
    if (example_worked(example, llmspell_output_extract_markdown(session, "", &result))) {
        put_output_markdown_parts(example_result(example), &result);
        llmspell_output_markdown_parts_free(&result);
    }
}

/* output.recover, truncated_json: */
static void output_recover_truncated_json(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_recovered_text result;
    if (example_worked(example, llmspell_output_recover(session, "{\"city\": \"Oslo\", \"days\": [1, 2", NULL, &result))) {
        put_output_recovered_text(example_result(example), &result);
        llmspell_output_recovered_text_free(&result);
    }
}

/* output.recover, xml: An end tag that is missing, and a character that must be written otherwise. */
static void output_recover_xml(example *example, llmspell_session *session)
{
    llmspell_output_recover_options options_;
    llmspell_output_recover_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_XML;
    example_begin(example);
    llmspell_output_recovered_text result;
    if (example_worked(example, llmspell_output_recover(session, "<answer><city>Oslo & Bergen</answer>", &options_, &result))) {
        put_output_recovered_text(example_result(example), &result);
        llmspell_output_recovered_text_free(&result);
    }
}

/* output.recover, right: Nothing is changed where nothing is wrong. */
static void output_recover_right(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_output_recovered_text result;
    if (example_worked(example, llmspell_output_recover(session, "{\"city\":\"Oslo\"}", NULL, &result))) {
        put_output_recovered_text(example_result(example), &result);
        llmspell_output_recovered_text_free(&result);
    }
}

/* output.recover, hopeless: */
static void output_recover_hopeless(example *example, llmspell_session *session)
{
    llmspell_output_recover_options options_;
    llmspell_output_recover_options_init(&options_);
    options_.format = LLMSPELL_OUTPUT_FORMAT_JSON;
    example_begin(example);
    llmspell_output_recovered_text result;
    if (example_worked(example, llmspell_output_recover(session, "I cannot say.", &options_, &result))) {
        put_output_recovered_text(example_result(example), &result);
        llmspell_output_recovered_text_free(&result);
    }
}

/* output.get_schema, plain: */
static void output_get_schema_plain(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_get_schema(session, LLMSPELL_OUTPUT_FORMAT_PLAIN, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.get_schema, json: */
static void output_get_schema_json(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_get_schema(session, LLMSPELL_OUTPUT_FORMAT_JSON, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.get_instructions, json: */
static void output_get_instructions_json(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_get_instructions(session, LLMSPELL_OUTPUT_FORMAT_JSON, "{\"type\": \"object\", \"required\": [\"city\"]}", &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* output.get_instructions, plain: */
static void output_get_instructions_plain(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_output_get_instructions(session, LLMSPELL_OUTPUT_FORMAT_PLAIN, NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

int main(void)
{
    example_run("output.parse", "strict", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_strict);
    example_run("output.parse", "fenced", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_fenced);
    example_run("output.parse", "repaired", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_repaired);
    example_run("output.parse", "extracted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_extracted);
    example_run("output.parse", "yaml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_yaml);
    example_run("output.parse", "xml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_xml);
    example_run("output.parse", "markdown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_markdown);
    example_run("output.parse", "refused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_refused);
    example_run("output.parse", "mismatch", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_mismatch);
    example_run("output.parse", "entity_bomb", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_entity_bomb);
    example_run("output.parse", "too_deep", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_too_deep);
    example_run("output.parse", "bad_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_bad_schema);
    example_run("output.format", "json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_json);
    example_run("output.format", "yaml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_yaml);
    example_run("output.format", "xml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_xml);
    example_run("output.format", "xml_root", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_xml_root);
    example_run("output.format", "markdown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_markdown);
    example_run("output.format", "no_element", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_no_element);
    example_run("output.format", "no_text", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_no_text);
    example_run("output.detect_format", "json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_detect_format_json);
    example_run("output.detect_format", "broken_json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_detect_format_broken_json);
    example_run("output.detect_format", "yaml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_detect_format_yaml);
    example_run("output.detect_format", "prose", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_detect_format_prose);
    example_run("output.validate_format", "good", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_validate_format_good);
    example_run("output.validate_format", "mistake", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_validate_format_mistake);
    example_run("output.validate_format", "mismatch", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_validate_format_mismatch);
    example_run("output.extract_json", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_json_two);
    example_run("output.extract_json", "by_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_json_by_schema);
    example_run("output.extract_json", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_json_none);
    example_run("output.extract_markdown", "answer", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_markdown_answer);
    example_run("output.extract_markdown", "nothing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_markdown_nothing);
    example_run("output.recover", "truncated_json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_recover_truncated_json);
    example_run("output.recover", "xml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_recover_xml);
    example_run("output.recover", "right", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_recover_right);
    example_run("output.recover", "hopeless", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_recover_hopeless);
    example_run("output.get_schema", "plain", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_get_schema_plain);
    example_run("output.get_schema", "json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_get_schema_json);
    example_run("output.get_instructions", "json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_get_instructions_json);
    example_run("output.get_instructions", "plain", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_get_instructions_plain);
    return 0;
}
