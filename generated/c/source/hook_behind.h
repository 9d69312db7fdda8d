/* The functions behind hook.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_HOOK_H_BEHIND
#define LLMSPELL_HOOK_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_hook_register(int64_t session, const llmspell_hook_definition *definition, char **result);

llmspell_status llmspell_py_hook_install(int64_t session, const llmspell_hook_built_in_hook *built_in, char **result);

llmspell_status llmspell_py_hook_compose(int64_t session, const llmspell_hook_handle_list *hooks, const llmspell_hook_compose_options *options, char **result);

llmspell_status llmspell_py_hook_unregister(int64_t session, const char *hook);

llmspell_status llmspell_py_hook_execute(int64_t session, const char *point, const char *payload_json, const llmspell_hook_work *work, char **result_json);

llmspell_status llmspell_py_hook_list(int64_t session, const llmspell_hook_filter *filter, llmspell_hook_info_list *result);

llmspell_status llmspell_py_hook_enable(int64_t session, const char *hook);

llmspell_status llmspell_py_hook_disable(int64_t session, const char *hook);

llmspell_status llmspell_py_hook_get_info(int64_t session, const char *hook, llmspell_hook_info *result);

#endif
