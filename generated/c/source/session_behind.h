/* The functions behind session.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_SESSION_H_BEHIND
#define LLMSPELL_SESSION_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_session_open(int64_t session, const llmspell_session_options *options, llmspell_session **result);

llmspell_status llmspell_py_session_close(int64_t session, const char *session_);

llmspell_status llmspell_py_session_get_info(int64_t session, const char *session_, llmspell_session_info *result);

llmspell_status llmspell_py_session_batch(int64_t session, const llmspell_session_batch_call_list *calls, const llmspell_session_batch_options *options, llmspell_session_batch_outcome_list *result);

llmspell_status llmspell_py_session_get_metrics(int64_t session, llmspell_session_metrics *result);

llmspell_status llmspell_py_session_clear_cache(int64_t session, const char *function, int64_t *result);

llmspell_status llmspell_py_session_convert(int64_t session, const char *value_json, const char *source_type, const char *target_type, char **result_json);

llmspell_status llmspell_py_session_register_conversion(int64_t session, const char *source_type, const char *target_type, const llmspell_session_converter *converter, const double *cost, const char *name, char **result);

llmspell_status llmspell_py_session_unregister_conversion(int64_t session, const char *name);

llmspell_status llmspell_py_session_list_conversions(int64_t session, const char *source_type, const char *target_type, llmspell_session_conversion_info_list *result);

llmspell_status llmspell_py_session_find_conversion(int64_t session, const char *source_type, const char *target_type, llmspell_session_conversion_path *result);

llmspell_status llmspell_py_session_get_last_error(int64_t session, const char *session_, llmspell_error_info *result, bool *result_is_null);

#endif
