/* The functions behind tool.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_TOOL_H_BEHIND
#define LLMSPELL_TOOL_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_tool_register(int64_t session, const llmspell_tool_definition *definition);

llmspell_status llmspell_py_tool_unregister(int64_t session, const char *name);

llmspell_status llmspell_py_tool_execute(int64_t session, const char *name, const char *arguments_json, const llmspell_tool_execute_options *options, llmspell_tool_result *result);

llmspell_status llmspell_py_tool_wait(int64_t session, const char *execution, const double *timeout_seconds, llmspell_tool_result *result);

llmspell_status llmspell_py_tool_discover(int64_t session, const llmspell_tool_query *query, llmspell_tool_description_list *result);

llmspell_status llmspell_py_tool_list(int64_t session, llmspell_tool_category category, llmspell_tool_description_list *result);

llmspell_status llmspell_py_tool_get(int64_t session, const char *name, llmspell_tool_description *result);

llmspell_status llmspell_py_tool_exists(int64_t session, const char *name, bool *result);

llmspell_status llmspell_py_tool_validate(int64_t session, const char *name, const char *arguments_json, llmspell_tool_validation_result *result);

llmspell_status llmspell_py_tool_get_schema(int64_t session, const char *name, char **result_json);

llmspell_status llmspell_py_tool_get_info(int64_t session, const char *name, llmspell_tool_info *result);

llmspell_status llmspell_py_tool_attach(int64_t session, const char *name, const llmspell_tool_handler *handler);

llmspell_status llmspell_py_tool_save(int64_t session, const char *path, const llmspell_string_list *names, int64_t *result);

llmspell_status llmspell_py_tool_load(int64_t session, const char *path, llmspell_string_list *result);

#endif
