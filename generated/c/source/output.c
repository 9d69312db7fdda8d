/* Behind output.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "output_behind.h"

static bridge_module module = BRIDGE_MODULE("output");

void llmspell_output_parse_options_init(llmspell_output_parse_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_parse_options_free(llmspell_output_parse_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->schema_json);
    memset(value, 0, sizeof *value);
}

void llmspell_output_change_init(llmspell_output_change *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_change_free(llmspell_output_change *value)
{
    if (value == NULL)
        return;
    free((void *)value->message);
    free((void *)value->path);
    memset(value, 0, sizeof *value);
}

void llmspell_output_parsed_output_init(llmspell_output_parsed_output *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_parsed_output_free(llmspell_output_parsed_output *value)
{
    if (value == NULL)
        return;
    free((void *)value->value_json);
    llmspell_output_change_list_free((llmspell_output_change_list *)&value->changes);
    memset(value, 0, sizeof *value);
}

void llmspell_output_parse_attempt_init(llmspell_output_parse_attempt *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_parse_attempt_free(llmspell_output_parse_attempt *value)
{
    if (value == NULL)
        return;
    free((void *)value->reason);
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_options_init(llmspell_output_format_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_options_free(llmspell_output_format_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->root);
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_candidate_init(llmspell_output_format_candidate *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_candidate_free(llmspell_output_format_candidate *value)
{
    if (value == NULL)
        return;
    free((void *)value->reason);
    memset(value, 0, sizeof *value);
}

void llmspell_output_detected_format_init(llmspell_output_detected_format *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_detected_format_free(llmspell_output_detected_format *value)
{
    if (value == NULL)
        return;
    free((void *)value->reason);
    llmspell_output_format_candidate_list_free((llmspell_output_format_candidate_list *)&value->candidates);
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_issue_init(llmspell_output_format_issue *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_issue_free(llmspell_output_format_issue *value)
{
    if (value == NULL)
        return;
    free((void *)value->message);
    free((void *)value->path);
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_validation_init(llmspell_output_format_validation *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_validation_free(llmspell_output_format_validation *value)
{
    if (value == NULL)
        return;
    llmspell_output_format_issue_list_free((llmspell_output_format_issue_list *)&value->issues);
    memset(value, 0, sizeof *value);
}

void llmspell_output_extract_options_init(llmspell_output_extract_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_extract_options_free(llmspell_output_extract_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->schema_json);
    memset(value, 0, sizeof *value);
}

void llmspell_output_json_match_init(llmspell_output_json_match *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_json_match_free(llmspell_output_json_match *value)
{
    if (value == NULL)
        return;
    free((void *)value->value_json);
    free((void *)value->text);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_section_init(llmspell_output_markdown_section *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_section_free(llmspell_output_markdown_section *value)
{
    if (value == NULL)
        return;
    free((void *)value->title);
    llmspell_string_list_free((llmspell_string_list *)&value->path);
    free((void *)value->text);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_code_init(llmspell_output_markdown_code *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_code_free(llmspell_output_markdown_code *value)
{
    if (value == NULL)
        return;
    free((void *)value->language);
    free((void *)value->text);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_table_init(llmspell_output_markdown_table *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_table_free(llmspell_output_markdown_table *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->header);
    llmspell_string_list_list_free((llmspell_string_list_list *)&value->rows);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_list_init(llmspell_output_markdown_list *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_list_free(llmspell_output_markdown_list *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_link_init(llmspell_output_markdown_link *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_link_free(llmspell_output_markdown_link *value)
{
    if (value == NULL)
        return;
    free((void *)value->text);
    free((void *)value->url);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_parts_init(llmspell_output_markdown_parts *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_parts_free(llmspell_output_markdown_parts *value)
{
    if (value == NULL)
        return;
    llmspell_output_markdown_section_list_free((llmspell_output_markdown_section_list *)&value->sections);
    llmspell_output_markdown_code_list_free((llmspell_output_markdown_code_list *)&value->code_blocks);
    llmspell_output_markdown_table_list_free((llmspell_output_markdown_table_list *)&value->tables);
    llmspell_output_markdown_list_list_free((llmspell_output_markdown_list_list *)&value->lists);
    llmspell_output_markdown_link_list_free((llmspell_output_markdown_link_list *)&value->links);
    memset(value, 0, sizeof *value);
}

void llmspell_output_recover_options_init(llmspell_output_recover_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_recover_options_free(llmspell_output_recover_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->schema_json);
    memset(value, 0, sizeof *value);
}

void llmspell_output_recovered_text_init(llmspell_output_recovered_text *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_output_recovered_text_free(llmspell_output_recovered_text *value)
{
    if (value == NULL)
        return;
    free((void *)value->text);
    llmspell_output_change_list_free((llmspell_output_change_list *)&value->changes);
    memset(value, 0, sizeof *value);
}

llmspell_status llmspell_output_parse(
    llmspell_session *session, const char *text, const llmspell_output_parse_options *options,
    llmspell_output_parsed_output *result)
{
    BRIDGE_RESULT(llmspell_output_parsed_output, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_parse(
        number, text, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_output_parsed_output_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_output_format_value(
    llmspell_session *session, const char *value_json, llmspell_output_format format,
    const llmspell_output_format_options *options, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_format_value(
        number, value_json, format, options, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_output_detect_format(
    llmspell_session *session, const char *text, llmspell_output_detected_format *result)
{
    BRIDGE_RESULT(llmspell_output_detected_format, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_detect_format(
        number, text, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_output_detected_format_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_output_validate_format(
    llmspell_session *session, const char *text, llmspell_output_format format, const char *schema_json,
    llmspell_output_format_validation *result)
{
    BRIDGE_RESULT(llmspell_output_format_validation, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_validate_format(
        number, text, format, schema_json, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_output_format_validation_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_output_extract_json(
    llmspell_session *session, const char *text, const llmspell_output_extract_options *options,
    llmspell_output_json_match_list *result)
{
    BRIDGE_RESULT(llmspell_output_json_match_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_extract_json(
        number, text, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_output_json_match_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_output_extract_markdown(
    llmspell_session *session, const char *text, llmspell_output_markdown_parts *result)
{
    BRIDGE_RESULT(llmspell_output_markdown_parts, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_extract_markdown(
        number, text, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_output_markdown_parts_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_output_recover(
    llmspell_session *session, const char *text, const llmspell_output_recover_options *options,
    llmspell_output_recovered_text *result)
{
    BRIDGE_RESULT(llmspell_output_recovered_text, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_recover(
        number, text, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_output_recovered_text_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_output_get_schema(
    llmspell_session *session, llmspell_output_format format, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_get_schema(
        number, format, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_output_get_instructions(
    llmspell_session *session, llmspell_output_format format, const char *schema_json, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_output_get_instructions(
        number, format, schema_json, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}
