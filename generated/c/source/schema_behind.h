/* The functions behind schema.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_SCHEMA_H_BEHIND
#define LLMSPELL_SCHEMA_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_schema_validate(int64_t session, const char *schema_json, const char *value_json, const llmspell_schema_validate_options *options, llmspell_schema_validation_result *result);

llmspell_status llmspell_py_schema_coerce(int64_t session, const char *schema_json, const char *value_json, const llmspell_schema_coerce_options *options, llmspell_schema_coerce_result *result);

llmspell_status llmspell_py_schema_compile(int64_t session, const char *schema_json, const llmspell_schema_validate_options *options, char **result);

llmspell_status llmspell_py_schema_check(int64_t session, const char *validator, const char *value_json, llmspell_schema_validation_result *result);

llmspell_status llmspell_py_schema_accepts(int64_t session, const char *validator, const char *value_json, bool *result);

llmspell_status llmspell_py_schema_convert(int64_t session, const char *validator, const char *value_json, const llmspell_schema_coerce_options *options, llmspell_schema_coerce_result *result);

llmspell_status llmspell_py_schema_describe(int64_t session, const char *validator, llmspell_schema_info *result);

llmspell_status llmspell_py_schema_release(int64_t session, const char *validator);

llmspell_status llmspell_py_schema_generate(int64_t session, const llmspell_json_list *samples, const llmspell_schema_generate_options *options, char **result_json);

llmspell_status llmspell_py_schema_create(int64_t session, const llmspell_schema_description *description, char **result_json);

llmspell_status llmspell_py_schema_merge(int64_t session, const llmspell_json_list *schemas, const llmspell_schema_merge_options *options, char **result_json);

llmspell_status llmspell_py_schema_extract(int64_t session, const char *schema_json, const llmspell_schema_extract_part *part, char **result_json);

llmspell_status llmspell_py_schema_get_info(int64_t session, const char *schema_json, llmspell_schema_info *result);

llmspell_status llmspell_py_schema_put(int64_t session, const char *name, const char *schema_json, const llmspell_schema_put_options *options, llmspell_schema_version *result);

llmspell_status llmspell_py_schema_get(int64_t session, const char *name, const int64_t *version, llmspell_schema_stored_schema *result);

llmspell_status llmspell_py_schema_list(int64_t session, llmspell_schema_entry_list *result);

llmspell_status llmspell_py_schema_delete(int64_t session, const char *name, const int64_t *version, int64_t *result);

llmspell_status llmspell_py_schema_open_repository(int64_t session, const char *folder, const llmspell_schema_repository_options *options, llmspell_string_list *result);

llmspell_status llmspell_py_schema_close_repository(int64_t session);

#endif
