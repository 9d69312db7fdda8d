/* Every example of event, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static llmspell_status emit_greeting_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.emit, greeting: */
static void event_emit_greeting(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, emit_greeting_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"user.*\", \"callback\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.emit", "{\"type\": \"user.greeting\", \"data\": {\"text\": \"Hello\", \"to\": [\"Ada\", \"Bob\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* event.emit, with_priority: */
static void event_emit_with_priority(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.emit", "{\"type\": \"backup.failed\", \"data\": {\"disk\": null}, \"options\": {\"priority\": \"critical\", \"source\": \"backup\", \"correlation_id\": \"night-7\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status emit_failing_subscriber_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "not today");
}

/* event.emit, failing_subscriber: A subscriber that fails harms nobody. */
static void event_emit_failing_subscriber(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, emit_failing_subscriber_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"**\", \"callback\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.emit", "{\"type\": \"user.greeting\", \"data\": {}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* event.emit, reserved: */
static void event_emit_reserved(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.emit", "{\"type\": \"tool.start\", \"data\": {}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.emit, bad_type: */
static void event_emit_bad_type(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.emit", "{\"type\": \"user..greeting\", \"data\": {}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status subscribe_tools_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.subscribe, tools: Everything that tools do. */
static void event_subscribe_tools(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, subscribe_tools_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"tool.*\", \"callback\": %s}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status subscribe_failures_only_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.subscribe, failures_only: Only what matters, and only once. */
static void event_subscribe_failures_only(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, subscribe_failures_only_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"**\", \"callback\": %s, \"options\": {\"criteria\": {\"min_priority\": \"high\", \"data\": {\"error.code\": \"tool.timed_out\"}}, \"max_events\": 1}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status subscribe_bounded_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.subscribe, bounded: At most ten events wait, the important ones longest; three failures in a row end it. */
static void event_subscribe_bounded(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, subscribe_bounded_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"provider.*\", \"callback\": %s, \"options\": {\"queue_size\": 10, \"overflow\": \"drop_lowest\", \"order\": \"priority\", \"priority\": \"high\", \"max_failures\": 3}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status subscribe_large_transfers_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

static llmspell_status subscribe_large_transfers_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.subscribe, large_transfers: An expression in CEL chooses the events. */
static void event_subscribe_large_transfers(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, subscribe_large_transfers_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"transfer.*\", \"callback\": %s, \"options\": {\"criteria\": {\"expression\": \"data.bytes > 1000\"}}}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, subscribe_large_transfers_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"**\", \"callback\": %s, \"options\": {\"criteria\": {\"expression\": \"type.startsWith('transfer.') && priority == 'critical'\"}}}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status subscribe_bad_expression_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.subscribe, bad_expression: */
static void event_subscribe_bad_expression(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, subscribe_bad_expression_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"**\", \"callback\": %s, \"options\": {\"criteria\": {\"expression\": \"data.bytes >\"}}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status subscribe_bad_pattern_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.subscribe, bad_pattern: */
static void event_subscribe_bad_pattern(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, subscribe_bad_pattern_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"tool.st*\", \"callback\": %s}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status unsubscribe_tools_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.unsubscribe, tools: */
static void event_unsubscribe_tools(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, unsubscribe_tools_callback, example, NULL, &callback));
    char *subscription = NULL;
    GIVEN(llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"tool.*\", \"callback\": %s}", example_quote(example, callback)), &subscription));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.unsubscribe", example_format(example, "{\"subscription\": %s}", subscription), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(subscription);
    llmspell_string_free(callback);
}

static llmspell_status list_subscriptions_two_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

static llmspell_status list_subscriptions_two_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.list_subscriptions, two: */
static void event_list_subscriptions_two(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, list_subscriptions_two_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"tool.*\", \"callback\": %s}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, list_subscriptions_two_callback_2, example, NULL, &callback_));
    GIVEN(llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"**\", \"callback\": %s, \"options\": {\"priority\": \"high\", \"queue_size\": 10, \"overflow\": \"end\"}}", example_quote(example, callback_)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.list_subscriptions", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

/* event.list_subscriptions, none: */
static void event_list_subscriptions_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.list_subscriptions", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.filter, by_data: */
static void event_filter_by_data(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}, \"options\": {\"priority\": \"high\", \"source\": \"door\", \"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.filter", "{\"criteria\": {\"pattern\": \"user.signed_in\", \"data\": {\"from.city\": \"Rome\"}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.filter, newest: */
static void event_filter_newest(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}, \"options\": {\"priority\": \"high\", \"source\": \"door\", \"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.filter", "{\"limit\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.filter, by_expression: */
static void event_filter_by_expression(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}, \"options\": {\"priority\": \"high\", \"source\": \"door\", \"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.filter", "{\"criteria\": {\"expression\": \"has(data.from) && data.from.city in ['Rome', 'Paris']\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.filter, in_a_file: */
static void event_filter_in_a_file(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{\"options\": {\"path\": \"events.db\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.filter", "{\"criteria\": {\"correlation_id\": \"day-1\"}, \"limit\": 1, \"path\": \"events.db\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.filter, nothing_recorded: */
static void event_filter_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.filter", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.filter, missing_file: */
static void event_filter_missing_file(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.filter", "{\"path\": \"missing.db\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.filter, no_permission: */
static void event_filter_no_permission(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.filter", "{\"path\": \"events.db\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.record, start: */
static void event_record_start(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.record", "{\"options\": {\"criteria\": {\"pattern\": \"tool.*\"}, \"max_events\": 100}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.record, stop: */
static void event_record_stop(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.greeting\", \"data\": {}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.record", "{\"enabled\": false}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.record, to_a_file: What was recorded before stays; only the newest three are kept. */
static void event_record_to_a_file(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{\"options\": {\"path\": \"kept.db\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.record", "{\"options\": {\"path\": \"kept.db\", \"max_events\": 3}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.record, not_a_recording: */
static void event_record_not_a_recording(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"file_write\", \"arguments\": {\"path\": \"note.txt\", \"text\": \"This file is not a database at all; it is some text.\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.record", "{\"options\": {\"path\": \"note.txt\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.list_recordings, memory_and_file: */
static void event_list_recordings_memory_and_file(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{\"options\": {\"path\": \"new.db\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.list_recordings", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.flush, one_file: */
static void event_flush_one_file(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{\"options\": {\"path\": \"safe.db\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.flush", "{\"path\": \"safe.db\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.flush, not_recorded_to: */
static void event_flush_not_recorded_to(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.flush", "{\"path\": \"other.db\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status replay_to_a_callback_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.replay, to_a_callback: */
static void event_replay_to_a_callback(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}, \"options\": {\"priority\": \"high\", \"source\": \"door\", \"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}}", NULL));
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, replay_to_a_callback_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.replay", example_format(example, "{\"criteria\": {\"data\": {\"name\": \"Ada\"}}, \"callback\": %s}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* event.replay, to_subscribers: */
static void event_replay_to_subscribers(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}, \"options\": {\"priority\": \"high\", \"source\": \"door\", \"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.replay", "{\"criteria\": {\"pattern\": \"user.left\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status replay_from_a_file_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* event.replay, from_a_file: A thousand times as fast as it happened, without the first event. */
static void event_replay_from_a_file(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{\"options\": {\"path\": \"again.db\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, replay_from_a_file_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.replay", example_format(example, "{\"callback\": %s, \"options\": {\"path\": \"again.db\", \"speed\": 1000, \"max_gap_seconds\": 0.1, \"skip\": 1}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* event.replay, nothing_recorded: */
static void event_replay_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.replay", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.clear, some: */
static void event_clear_some(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}, \"options\": {\"priority\": \"high\", \"source\": \"door\", \"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.clear", "{\"criteria\": {\"data\": {\"name\": \"Ada\"}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.clear, in_a_file: */
static void event_clear_in_a_file(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "event.record", "{\"options\": {\"path\": \"some.db\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.signed_in\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    GIVEN(llmspell_call(session, "event.emit", "{\"type\": \"user.left\", \"data\": {\"name\": \"Ada\"}, \"options\": {\"correlation_id\": \"day-1\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.clear", "{\"criteria\": {\"pattern\": \"user.left\"}, \"path\": \"some.db\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* event.clear, nothing_recorded: */
static void event_clear_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "event.clear", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

int main(void)
{
    example_run("event.emit", "greeting", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_emit_greeting);
    example_run("event.emit", "with_priority", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_emit_with_priority);
    example_run("event.emit", "failing_subscriber", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_emit_failing_subscriber);
    example_run("event.emit", "reserved", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_emit_reserved);
    example_run("event.emit", "bad_type", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_emit_bad_type);
    example_run("event.subscribe", "tools", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_subscribe_tools);
    example_run("event.subscribe", "failures_only", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_subscribe_failures_only);
    example_run("event.subscribe", "bounded", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_subscribe_bounded);
    example_run("event.subscribe", "large_transfers", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_subscribe_large_transfers);
    example_run("event.subscribe", "bad_expression", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_subscribe_bad_expression);
    example_run("event.subscribe", "bad_pattern", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_subscribe_bad_pattern);
    example_run("event.unsubscribe", "tools", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_unsubscribe_tools);
    example_run("event.list_subscriptions", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_list_subscriptions_two);
    example_run("event.list_subscriptions", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_list_subscriptions_none);
    example_run("event.filter", "by_data", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_filter_by_data);
    example_run("event.filter", "newest", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_filter_newest);
    example_run("event.filter", "by_expression", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_filter_by_expression);
    example_run("event.filter", "in_a_file", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", event_filter_in_a_file);
    example_run("event.filter", "nothing_recorded", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_filter_nothing_recorded);
    example_run("event.filter", "missing_file", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", event_filter_missing_file);
    example_run("event.filter", "no_permission", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_filter_no_permission);
    example_run("event.record", "start", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_record_start);
    example_run("event.record", "stop", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_record_stop);
    example_run("event.record", "to_a_file", "{\"permissions\": {\"llm\": true, \"fs.write\": [\".\"]}, \"record_events\": true}", event_record_to_a_file);
    example_run("event.record", "not_a_recording", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", event_record_not_a_recording);
    example_run("event.list_recordings", "memory_and_file", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", event_list_recordings_memory_and_file);
    example_run("event.flush", "one_file", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", event_flush_one_file);
    example_run("event.flush", "not_recorded_to", "{\"permissions\": {\"llm\": true, \"fs.write\": [\".\"]}, \"record_events\": true}", event_flush_not_recorded_to);
    example_run("event.replay", "to_a_callback", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_replay_to_a_callback);
    example_run("event.replay", "to_subscribers", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_replay_to_subscribers);
    example_run("event.replay", "from_a_file", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", event_replay_from_a_file);
    example_run("event.replay", "nothing_recorded", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_replay_nothing_recorded);
    example_run("event.clear", "some", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_clear_some);
    example_run("event.clear", "in_a_file", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", event_clear_in_a_file);
    example_run("event.clear", "nothing_recorded", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_clear_nothing_recorded);
    return 0;
}
