/* The functions behind state.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_STATE_H_BEHIND
#define LLMSPELL_STATE_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_state_create(int64_t session, const llmspell_state_config *config, char **result);

llmspell_status llmspell_py_state_open(int64_t session, const char *name, char **result);

llmspell_status llmspell_py_state_close(int64_t session, const char *state);

llmspell_status llmspell_py_state_list(int64_t session, llmspell_state_info_list *result);

llmspell_status llmspell_py_state_get_info(int64_t session, const char *state, llmspell_state_info *result);

llmspell_status llmspell_py_state_get(int64_t session, const char *state, const char *path, const llmspell_state_get_options *options, char **result_json);

llmspell_status llmspell_py_state_set(int64_t session, const char *state, const char *path, const char *value_json, const llmspell_state_change_options *options, llmspell_state_change_result *result);

llmspell_status llmspell_py_state_delete(int64_t session, const char *state, const char *path, const llmspell_state_change_options *options, llmspell_state_change_result *result);

llmspell_status llmspell_py_state_update(int64_t session, const char *state, const llmspell_state_change_list *changes, const llmspell_state_change_options *options, llmspell_state_change_result *result);

llmspell_status llmspell_py_state_transform_value(int64_t session, const char *state, llmspell_state_transform transform, const llmspell_state_transform_options *options, llmspell_state_transform_result *result);

llmspell_status llmspell_py_state_merge(int64_t session, const char *state, const char *other_json, const llmspell_state_merge_options *options, llmspell_state_merge_result *result);

llmspell_status llmspell_py_state_snapshot(int64_t session, const char *state, const char *name, llmspell_state_snapshot_info *result);

llmspell_status llmspell_py_state_restore(int64_t session, const char *state, const char *snapshot, const llmspell_state_change_options *options, llmspell_state_change_result *result);

llmspell_status llmspell_py_state_list_snapshots(int64_t session, const char *state, llmspell_state_snapshot_info_list *result);

llmspell_status llmspell_py_state_drop_snapshot(int64_t session, const char *state, const char *snapshot, bool *result);

llmspell_status llmspell_py_state_persist(int64_t session, const char *state, const char *file, const llmspell_state_persist_options *options, int64_t *result);

llmspell_status llmspell_py_state_load(int64_t session, const char *file, const llmspell_state_load_options *options, char **result);

#endif
