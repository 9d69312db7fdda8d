/* The functions behind script.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_SCRIPT_H_BEHIND
#define LLMSPELL_SCRIPT_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_script_execute(int64_t session, llmspell_script_engine engine, const char *source, const llmspell_script_execute_options *options, llmspell_script_result *result);

llmspell_status llmspell_py_script_execute_file(int64_t session, const char *path, llmspell_script_engine engine, const llmspell_script_execute_options *options, llmspell_script_result *result);

llmspell_status llmspell_py_script_validate(int64_t session, llmspell_script_engine engine, const char *source, llmspell_script_validation *result);

llmspell_status llmspell_py_script_list_engines(int64_t session, llmspell_script_engine_info_list *result);

llmspell_status llmspell_py_script_register_handler(int64_t session, const char *name, const llmspell_script_handler *handler, const char *description);

llmspell_status llmspell_py_script_unregister_handler(int64_t session, const char *name);

llmspell_status llmspell_py_script_list_handlers(int64_t session, llmspell_script_handler_info_list *result);

llmspell_status llmspell_py_script_call_handler(int64_t session, const char *name, const char *input_json, char **result_json);

#endif
