/* Behind event.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "event_behind.h"

static bridge_module module = BRIDGE_MODULE("event");

void llmspell_event_handler_init(llmspell_event_handler *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_init(llmspell_event *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_free(llmspell_event *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->type);
    free((void *)value->data_json);
    free((void *)value->timestamp);
    free((void *)value->source);
    free((void *)value->correlation_id);
    memset(value, 0, sizeof *value);
}

void llmspell_event_criteria_init(llmspell_event_criteria *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_criteria_free(llmspell_event_criteria *value)
{
    if (value == NULL)
        return;
    free((void *)value->pattern);
    free((void *)value->source);
    free((void *)value->correlation_id);
    free((void *)value->data_json);
    free((void *)value->since);
    free((void *)value->until);
    free((void *)value->expression);
    memset(value, 0, sizeof *value);
}

void llmspell_event_emit_options_init(llmspell_event_emit_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_emit_options_free(llmspell_event_emit_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->source);
    free((void *)value->correlation_id);
    memset(value, 0, sizeof *value);
}

void llmspell_event_subscribe_options_init(llmspell_event_subscribe_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_subscribe_options_free(llmspell_event_subscribe_options *value)
{
    if (value == NULL)
        return;
    llmspell_event_criteria_free((llmspell_event_criteria *)value->criteria);
    free((void *)value->criteria);
    memset(value, 0, sizeof *value);
}

void llmspell_event_subscription_info_init(llmspell_event_subscription_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_subscription_info_free(llmspell_event_subscription_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->pattern);
    free((void *)value->last_error);
    memset(value, 0, sizeof *value);
}

void llmspell_event_record_options_init(llmspell_event_record_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_record_options_free(llmspell_event_record_options *value)
{
    if (value == NULL)
        return;
    llmspell_event_criteria_free((llmspell_event_criteria *)value->criteria);
    free((void *)value->criteria);
    free((void *)value->path);
    memset(value, 0, sizeof *value);
}

void llmspell_event_recording_info_init(llmspell_event_recording_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_recording_info_free(llmspell_event_recording_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->last_error);
    memset(value, 0, sizeof *value);
}

void llmspell_event_replay_options_init(llmspell_event_replay_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_replay_options_free(llmspell_event_replay_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    memset(value, 0, sizeof *value);
}

void llmspell_event_queue_overflowed_init(llmspell_event_queue_overflowed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_queue_overflowed_free(llmspell_event_queue_overflowed *value)
{
    if (value == NULL)
        return;
    free((void *)value->subscription);
    free((void *)value->pattern);
    memset(value, 0, sizeof *value);
}

void llmspell_event_subscription_ended_init(llmspell_event_subscription_ended *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_subscription_ended_free(llmspell_event_subscription_ended *value)
{
    if (value == NULL)
        return;
    free((void *)value->subscription);
    free((void *)value->pattern);
    free((void *)value->last_error);
    memset(value, 0, sizeof *value);
}

void llmspell_event_recording_failed_init(llmspell_event_recording_failed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_event_recording_failed_free(llmspell_event_recording_failed *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->reason);
    memset(value, 0, sizeof *value);
}

void llmspell_event_subscription_free(llmspell_event_subscription *handle)
{
    free(handle);
}

const char *llmspell_event_subscription_id(const llmspell_event_subscription *handle)
{
    return (const char *)handle;
}

llmspell_event_subscription *llmspell_event_subscription_from_id(const char *id)
{
    return (llmspell_event_subscription *)BRIDGE_NAME(string_copy)(id);
}

llmspell_status llmspell_event_emit(
    llmspell_session *session, const char *type, const char *data_json,
    const llmspell_event_emit_options *options, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_emit(
        number, type, data_json, options, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_event_subscribe(
    llmspell_session *session, const char *pattern, const llmspell_event_handler *callback,
    const llmspell_event_subscribe_options *options, llmspell_event_subscription **result)
{
    BRIDGE_RESULT(llmspell_event_subscription *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_subscribe(
        number, pattern, callback, options, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_event_subscription_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_event_unsubscribe(
    llmspell_session *session, llmspell_event_subscription *subscription)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_unsubscribe(
        number, (const char *)subscription);
    return bridge_left(status);
}

llmspell_status llmspell_event_list_subscriptions(
    llmspell_session *session, llmspell_event_subscription_info_list *result)
{
    BRIDGE_RESULT(llmspell_event_subscription_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_list_subscriptions(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_event_subscription_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_event_filter(
    llmspell_session *session, const llmspell_event_criteria *criteria, const int64_t *limit, const char *path,
    llmspell_event_list *result)
{
    BRIDGE_RESULT(llmspell_event_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_filter(
        number, criteria, limit, path, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_event_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_event_record(
    llmspell_session *session, const bool *enabled, const llmspell_event_record_options *options,
    llmspell_event_recording_info *result)
{
    BRIDGE_RESULT(llmspell_event_recording_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_record(
        number, enabled, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_event_recording_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_event_list_recordings(
    llmspell_session *session, llmspell_event_recording_info_list *result)
{
    BRIDGE_RESULT(llmspell_event_recording_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_list_recordings(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_event_recording_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_event_flush(llmspell_session *session, const char *path)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_flush(
        number, path);
    return bridge_left(status);
}

llmspell_status llmspell_event_replay(
    llmspell_session *session, const llmspell_event_criteria *criteria, const llmspell_event_handler *callback,
    const llmspell_event_replay_options *options, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_replay(
        number, criteria, callback, options, result);
    return bridge_left(status);
}

llmspell_status llmspell_event_clear(
    llmspell_session *session, const llmspell_event_criteria *criteria, const char *path, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_event_clear(
        number, criteria, path, result);
    return bridge_left(status);
}
