/* Behind state.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "state_behind.h"

static bridge_module module = BRIDGE_MODULE("state");

void llmspell_state_predicate_init(llmspell_state_predicate *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_config_init(llmspell_state_config *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_config_free(llmspell_state_config *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->value_json);
    free((void *)value->schema_json);
    memset(value, 0, sizeof *value);
}

void llmspell_state_info_init(llmspell_state_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_info_free(llmspell_state_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    memset(value, 0, sizeof *value);
}

void llmspell_state_get_options_init(llmspell_state_get_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_get_options_free(llmspell_state_get_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->fallback_json);
    memset(value, 0, sizeof *value);
}

void llmspell_state_change_options_init(llmspell_state_change_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_change_options_free(llmspell_state_change_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_state_change_init(llmspell_state_change *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_change_free(llmspell_state_change *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->value_json);
    memset(value, 0, sizeof *value);
}

void llmspell_state_change_result_init(llmspell_state_change_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_change_result_free(llmspell_state_change_result *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_state_transform_options_init(llmspell_state_transform_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_transform_options_free(llmspell_state_transform_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    llmspell_string_list_free((llmspell_string_list *)&value->keep);
    llmspell_string_list_free((llmspell_string_list *)&value->drop);
    free((void *)value->where);
    llmspell_string_list_free((llmspell_string_list *)&value->names);
    llmspell_string_list_free((llmspell_string_list *)&value->texts);
    free((void *)value->mask);
    memset(value, 0, sizeof *value);
}

void llmspell_state_transform_result_init(llmspell_state_transform_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_transform_result_free(llmspell_state_transform_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->value_json);
    llmspell_string_list_free((llmspell_string_list *)&value->paths);
    memset(value, 0, sizeof *value);
}

void llmspell_state_merge_options_init(llmspell_state_merge_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_merge_options_free(llmspell_state_merge_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    memset(value, 0, sizeof *value);
}

void llmspell_state_merge_conflict_init(llmspell_state_merge_conflict *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_merge_conflict_free(llmspell_state_merge_conflict *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->ours_json);
    free((void *)value->theirs_json);
    free((void *)value->taken);
    memset(value, 0, sizeof *value);
}

void llmspell_state_merge_result_init(llmspell_state_merge_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_merge_result_free(llmspell_state_merge_result *value)
{
    if (value == NULL)
        return;
    llmspell_state_merge_conflict_list_free((llmspell_state_merge_conflict_list *)&value->conflicts);
    memset(value, 0, sizeof *value);
}

void llmspell_state_snapshot_info_init(llmspell_state_snapshot_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_snapshot_info_free(llmspell_state_snapshot_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->name);
    free((void *)value->taken_at);
    memset(value, 0, sizeof *value);
}

void llmspell_state_persist_options_init(llmspell_state_persist_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_persist_options_free(llmspell_state_persist_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_state_load_options_init(llmspell_state_load_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_load_options_free(llmspell_state_load_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    memset(value, 0, sizeof *value);
}

void llmspell_state_changed_init(llmspell_state_changed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_state_changed_free(llmspell_state_changed *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->path);
    free((void *)value->old_json);
    free((void *)value->new__json);
    free((void *)value->snapshot);
    memset(value, 0, sizeof *value);
}

void llmspell_state_free(llmspell_state *handle)
{
    free(handle);
}

const char *llmspell_state_id(const llmspell_state *handle)
{
    return (const char *)handle;
}

llmspell_state *llmspell_state_from_id(const char *id)
{
    return (llmspell_state *)BRIDGE_NAME(string_copy)(id);
}

llmspell_status llmspell_state_create(
    llmspell_session *session, const llmspell_state_config *config, llmspell_state **result)
{
    BRIDGE_RESULT(llmspell_state *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_create(
        number, config, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_state_open(llmspell_session *session, const char *name, llmspell_state **result)
{
    BRIDGE_RESULT(llmspell_state *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_open(
        number, name, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_state_close(llmspell_session *session, llmspell_state *state)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_close(
        number, (const char *)state);
    return bridge_left(status);
}

llmspell_status llmspell_state_list(llmspell_session *session, llmspell_state_info_list *result)
{
    BRIDGE_RESULT(llmspell_state_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_list(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_get_info(
    llmspell_session *session, llmspell_state *state, llmspell_state_info *result)
{
    BRIDGE_RESULT(llmspell_state_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_get_info(
        number, (const char *)state, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_get(
    llmspell_session *session, llmspell_state *state, const char *path,
    const llmspell_state_get_options *options, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_get(
        number, (const char *)state, path, options, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_state_set(
    llmspell_session *session, llmspell_state *state, const char *path, const char *value_json,
    const llmspell_state_change_options *options, llmspell_state_change_result *result)
{
    BRIDGE_RESULT(llmspell_state_change_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_set(
        number, (const char *)state, path, value_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_change_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_delete(
    llmspell_session *session, llmspell_state *state, const char *path,
    const llmspell_state_change_options *options, llmspell_state_change_result *result)
{
    BRIDGE_RESULT(llmspell_state_change_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_delete(
        number, (const char *)state, path, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_change_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_update(
    llmspell_session *session, llmspell_state *state, const llmspell_state_change_list *changes,
    const llmspell_state_change_options *options, llmspell_state_change_result *result)
{
    BRIDGE_RESULT(llmspell_state_change_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_update(
        number, (const char *)state, changes, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_change_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_transform_value(
    llmspell_session *session, llmspell_state *state, llmspell_state_transform transform,
    const llmspell_state_transform_options *options, llmspell_state_transform_result *result)
{
    BRIDGE_RESULT(llmspell_state_transform_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_transform_value(
        number, (const char *)state, transform, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_transform_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_merge(
    llmspell_session *session, llmspell_state *state, const char *other_json,
    const llmspell_state_merge_options *options, llmspell_state_merge_result *result)
{
    BRIDGE_RESULT(llmspell_state_merge_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_merge(
        number, (const char *)state, other_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_merge_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_snapshot(
    llmspell_session *session, llmspell_state *state, const char *name, llmspell_state_snapshot_info *result)
{
    BRIDGE_RESULT(llmspell_state_snapshot_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_snapshot(
        number, (const char *)state, name, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_snapshot_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_restore(
    llmspell_session *session, llmspell_state *state, const char *snapshot,
    const llmspell_state_change_options *options, llmspell_state_change_result *result)
{
    BRIDGE_RESULT(llmspell_state_change_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_restore(
        number, (const char *)state, snapshot, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_change_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_list_snapshots(
    llmspell_session *session, llmspell_state *state, llmspell_state_snapshot_info_list *result)
{
    BRIDGE_RESULT(llmspell_state_snapshot_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_list_snapshots(
        number, (const char *)state, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_snapshot_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_state_drop_snapshot(
    llmspell_session *session, llmspell_state *state, const char *snapshot, bool *result)
{
    BRIDGE_RESULT(bool, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_drop_snapshot(
        number, (const char *)state, snapshot, result);
    return bridge_left(status);
}

llmspell_status llmspell_state_persist(
    llmspell_session *session, llmspell_state *state, const char *file,
    const llmspell_state_persist_options *options, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_persist(
        number, (const char *)state, file, options, result);
    return bridge_left(status);
}

llmspell_status llmspell_state_load(
    llmspell_session *session, const char *file, const llmspell_state_load_options *options,
    llmspell_state **result)
{
    BRIDGE_RESULT(llmspell_state *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_state_load(
        number, file, options, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_state_free(*result);
    return bridge_left(status);
}
