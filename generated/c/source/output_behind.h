/* The functions behind output.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_OUTPUT_H_BEHIND
#define LLMSPELL_OUTPUT_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_output_parse(int64_t session, const char *text, const llmspell_output_parse_options *options, llmspell_output_parsed_output *result);

llmspell_status llmspell_py_output_format_value(int64_t session, const char *value_json, llmspell_output_format format, const llmspell_output_format_options *options, char **result);

llmspell_status llmspell_py_output_detect_format(int64_t session, const char *text, llmspell_output_detected_format *result);

llmspell_status llmspell_py_output_validate_format(int64_t session, const char *text, llmspell_output_format format, const char *schema_json, llmspell_output_format_validation *result);

llmspell_status llmspell_py_output_extract_json(int64_t session, const char *text, const llmspell_output_extract_options *options, llmspell_output_json_match_list *result);

llmspell_status llmspell_py_output_extract_markdown(int64_t session, const char *text, llmspell_output_markdown_parts *result);

llmspell_status llmspell_py_output_recover(int64_t session, const char *text, const llmspell_output_recover_options *options, llmspell_output_recovered_text *result);

llmspell_status llmspell_py_output_get_schema(int64_t session, llmspell_output_format format, char **result_json);

llmspell_status llmspell_py_output_get_instructions(int64_t session, llmspell_output_format format, const char *schema_json, char **result);

#endif
