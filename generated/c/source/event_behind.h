/* The functions behind event.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_EVENT_H_BEHIND
#define LLMSPELL_EVENT_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_event_emit(int64_t session, const char *type, const char *data_json, const llmspell_event_emit_options *options, char **result);

llmspell_status llmspell_py_event_subscribe(int64_t session, const char *pattern, const llmspell_event_handler *callback, const llmspell_event_subscribe_options *options, char **result);

llmspell_status llmspell_py_event_unsubscribe(int64_t session, const char *subscription);

llmspell_status llmspell_py_event_list_subscriptions(int64_t session, llmspell_event_subscription_info_list *result);

llmspell_status llmspell_py_event_filter(int64_t session, const llmspell_event_criteria *criteria, const int64_t *limit, const char *path, llmspell_event_list *result);

llmspell_status llmspell_py_event_record(int64_t session, const bool *enabled, const llmspell_event_record_options *options, llmspell_event_recording_info *result);

llmspell_status llmspell_py_event_list_recordings(int64_t session, llmspell_event_recording_info_list *result);

llmspell_status llmspell_py_event_flush(int64_t session, const char *path);

llmspell_status llmspell_py_event_replay(int64_t session, const llmspell_event_criteria *criteria, const llmspell_event_handler *callback, const llmspell_event_replay_options *options, int64_t *result);

llmspell_status llmspell_py_event_clear(int64_t session, const llmspell_event_criteria *criteria, const char *path, int64_t *result);

#endif
