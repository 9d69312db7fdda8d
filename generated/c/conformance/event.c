/* Every example of event, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_event(json *out, const llmspell_event *value);
static const char *name_of_event_type(llmspell_event_type value);
static const char *name_of_event_priority(llmspell_event_priority value);
static void put_event_subscription_info_list(json *out, const llmspell_event_subscription_info_list *value);
static void put_event_subscription_info(json *out, const llmspell_event_subscription_info *value);
static void put_event_list(json *out, const llmspell_event_list *value);
static void put_event_recording_info(json *out, const llmspell_event_recording_info *value);

static const char *name_of_event_type(llmspell_event_type value)
{
    switch (value) {
    case LLMSPELL_EVENT_TYPE_SYSTEM:
        return "system";
    case LLMSPELL_EVENT_TYPE_USER:
        return "user";
    case LLMSPELL_EVENT_TYPE_AGENT:
        return "agent";
    case LLMSPELL_EVENT_TYPE_TOOL:
        return "tool";
    case LLMSPELL_EVENT_TYPE_WORKFLOW:
        return "workflow";
    case LLMSPELL_EVENT_TYPE_PROVIDER:
        return "provider";
    default:
        return NULL;
    }
}

static const char *name_of_event_priority(llmspell_event_priority value)
{
    switch (value) {
    case LLMSPELL_EVENT_PRIORITY_LOW:
        return "low";
    case LLMSPELL_EVENT_PRIORITY_NORMAL:
        return "normal";
    case LLMSPELL_EVENT_PRIORITY_HIGH:
        return "high";
    case LLMSPELL_EVENT_PRIORITY_CRITICAL:
        return "critical";
    default:
        return NULL;
    }
}

static void put_event(json *out, const llmspell_event *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "type");
    json_text(out, value->type);
    json_key(out, "category");
    json_text(out, name_of_event_type(value->category));
    json_key(out, "data");
    json_raw(out, value->data_json);
    json_key(out, "timestamp");
    json_text(out, value->timestamp);
    json_key(out, "priority");
    json_text(out, name_of_event_priority(value->priority));
    if (value->source != NULL) {
        json_key(out, "source");
        json_text(out, value->source);
    }
    if (value->correlation_id != NULL) {
        json_key(out, "correlation_id");
        json_text(out, value->correlation_id);
    }
    if (value->has_replayed) {
        json_key(out, "replayed");
        json_boolean(out, value->replayed);
    }
    json_close(out, '}');
}

static void put_event_subscription_info(json *out, const llmspell_event_subscription_info *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "pattern");
    json_text(out, value->pattern);
    json_key(out, "delivered");
    json_integer(out, value->delivered);
    json_key(out, "failed");
    json_integer(out, value->failed);
    json_key(out, "dropped");
    json_integer(out, value->dropped);
    if (value->last_error != NULL) {
        json_key(out, "last_error");
        json_text(out, value->last_error);
    }
    json_close(out, '}');
}

static void put_event_subscription_info_list(json *out, const llmspell_event_subscription_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_event_subscription_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_event_list(json *out, const llmspell_event_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_event(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_event_recording_info(json *out, const llmspell_event_recording_info *value)
{
    json_open(out, '{');
    json_key(out, "recording");
    json_boolean(out, value->recording);
    json_key(out, "events");
    json_integer(out, value->events);
    json_key(out, "dropped");
    json_integer(out, value->dropped);
    json_key(out, "max_events");
    json_integer(out, value->max_events);
    json_close(out, '}');
}

static llmspell_status emit_greeting_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

/* event.emit, greeting: */
static void event_emit_greeting(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = emit_greeting_callback, .user_data = example};
    llmspell_event_subscription *subscription = NULL;
    GIVEN(llmspell_event_subscribe(session, "user.*", &callback, NULL, &subscription));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_event_emit(session, "user.greeting", "{\"text\": \"Hello\", \"to\": [\"Ada\", \"Bob\"]}", NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_event_subscription_free(subscription);
}

/* event.emit, with_priority: */
static void event_emit_with_priority(example *example, llmspell_session *session)
{
    llmspell_event_emit_options options_;
    llmspell_event_emit_options_init(&options_);
    options_.priority = LLMSPELL_EVENT_PRIORITY_CRITICAL;
    options_.source = "backup";
    options_.correlation_id = "night-7";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_event_emit(session, "backup.failed", "{\"disk\": null}", &options_, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status emit_failing_subscriber_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return llmspell_fail(NULL, "not today");
}

/* event.emit, failing_subscriber: A subscriber that fails harms nobody. */
static void event_emit_failing_subscriber(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = emit_failing_subscriber_callback, .user_data = example};
    llmspell_event_subscription *subscription = NULL;
    GIVEN(llmspell_event_subscribe(session, "**", &callback, NULL, &subscription));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_event_emit(session, "user.greeting", "{}", NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_event_subscription_free(subscription);
}

/* event.emit, reserved: */
static void event_emit_reserved(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_event_emit(session, "tool.start", "{}", NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* event.emit, bad_type: */
static void event_emit_bad_type(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_event_emit(session, "user..greeting", "{}", NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status subscribe_tools_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

/* event.subscribe, tools: Everything that tools do. */
static void event_subscribe_tools(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = subscribe_tools_callback, .user_data = example};
    example_begin(example);
    llmspell_event_subscription *result = NULL;
    if (example_worked(example, llmspell_event_subscribe(session, "tool.*", &callback, NULL, &result))) {
        json_text(example_result(example), llmspell_event_subscription_id(result));
        llmspell_event_subscription_free(result);
    }
}

static llmspell_status subscribe_failures_only_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

/* event.subscribe, failures_only: Only what matters, and only once. */
static void event_subscribe_failures_only(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = subscribe_failures_only_callback, .user_data = example};
    llmspell_event_subscribe_options options_;
    llmspell_event_subscribe_options_init(&options_);
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.min_priority = LLMSPELL_EVENT_PRIORITY_HIGH;
    criteria.data_json = "{\"error.code\": \"tool.timed_out\"}";
    options_.criteria = &criteria;
    options_.has_max_events = true;
    options_.max_events = 1;
    example_begin(example);
    llmspell_event_subscription *result = NULL;
    if (example_worked(example, llmspell_event_subscribe(session, "**", &callback, &options_, &result))) {
        json_text(example_result(example), llmspell_event_subscription_id(result));
        llmspell_event_subscription_free(result);
    }
}

static llmspell_status subscribe_bad_pattern_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

/* event.subscribe, bad_pattern: */
static void event_subscribe_bad_pattern(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = subscribe_bad_pattern_callback, .user_data = example};
    example_begin(example);
    llmspell_event_subscription *result = NULL;
    if (example_worked(example, llmspell_event_subscribe(session, "tool.st*", &callback, NULL, &result))) {
        json_text(example_result(example), llmspell_event_subscription_id(result));
        llmspell_event_subscription_free(result);
    }
}

static llmspell_status unsubscribe_tools_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

/* event.unsubscribe, tools: */
static void event_unsubscribe_tools(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = unsubscribe_tools_callback, .user_data = example};
    llmspell_event_subscription *subscription = NULL;
    GIVEN(llmspell_event_subscribe(session, "tool.*", &callback, NULL, &subscription));
    example_begin(example);
    if (example_worked(example, llmspell_event_unsubscribe(session, subscription)))
        json_null(example_result(example));
    llmspell_event_subscription_free(subscription);
}

static llmspell_status list_subscriptions_two_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

static llmspell_status list_subscriptions_two_callback_2(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

/* event.list_subscriptions, two: */
static void event_list_subscriptions_two(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = list_subscriptions_two_callback, .user_data = example};
    llmspell_event_subscription *subscription = NULL;
    GIVEN(llmspell_event_subscribe(session, "tool.*", &callback, NULL, &subscription));
    llmspell_event_handler callback_ = {.call = list_subscriptions_two_callback_2, .user_data = example};
    llmspell_event_subscription *subscription_ = NULL;
    GIVEN(llmspell_event_subscribe(session, "**", &callback_, NULL, &subscription_));
    example_begin(example);
    llmspell_event_subscription_info_list result;
    if (example_worked(example, llmspell_event_list_subscriptions(session, &result))) {
        put_event_subscription_info_list(example_result(example), &result);
        llmspell_event_subscription_info_list_free(&result);
    }
    llmspell_event_subscription_free(subscription_);
    llmspell_event_subscription_free(subscription);
}

/* event.list_subscriptions, none: */
static void event_list_subscriptions_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_event_subscription_info_list result;
    if (example_worked(example, llmspell_event_list_subscriptions(session, &result))) {
        put_event_subscription_info_list(example_result(example), &result);
        llmspell_event_subscription_info_list_free(&result);
    }
}

/* event.filter, by_data: */
static void event_filter_by_data(example *example, llmspell_session *session)
{
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, NULL, &info));
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}", NULL, &string));
    llmspell_event_emit_options options_;
    llmspell_event_emit_options_init(&options_);
    options_.priority = LLMSPELL_EVENT_PRIORITY_HIGH;
    options_.source = "door";
    options_.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}", &options_, &string_));
    char *string__ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", NULL, &string__));
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.pattern = "user.signed_in";
    criteria.data_json = "{\"from.city\": \"Rome\"}";
    example_begin(example);
    llmspell_event_list result;
    if (example_worked(example, llmspell_event_filter(session, &criteria, NULL, &result))) {
        put_event_list(example_result(example), &result);
        llmspell_event_list_free(&result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.filter, newest: */
static void event_filter_newest(example *example, llmspell_session *session)
{
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, NULL, &info));
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}", NULL, &string));
    llmspell_event_emit_options options_;
    llmspell_event_emit_options_init(&options_);
    options_.priority = LLMSPELL_EVENT_PRIORITY_HIGH;
    options_.source = "door";
    options_.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}", &options_, &string_));
    char *string__ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", NULL, &string__));
    int64_t limit = 1;
    example_begin(example);
    llmspell_event_list result;
    if (example_worked(example, llmspell_event_filter(session, NULL, &limit, &result))) {
        put_event_list(example_result(example), &result);
        llmspell_event_list_free(&result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.filter, nothing_recorded: */
static void event_filter_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_event_list result;
    if (example_worked(example, llmspell_event_filter(session, NULL, NULL, &result))) {
        put_event_list(example_result(example), &result);
        llmspell_event_list_free(&result);
    }
}

/* event.record, start: */
static void event_record_start(example *example, llmspell_session *session)
{
    llmspell_event_record_options options_;
    llmspell_event_record_options_init(&options_);
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.pattern = "tool.*";
    options_.criteria = &criteria;
    options_.has_max_events = true;
    options_.max_events = 100;
    example_begin(example);
    llmspell_event_recording_info result;
    if (example_worked(example, llmspell_event_record(session, NULL, &options_, &result))) {
        put_event_recording_info(example_result(example), &result);
        llmspell_event_recording_info_free(&result);
    }
}

/* event.record, stop: */
static void event_record_stop(example *example, llmspell_session *session)
{
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, NULL, &info));
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.greeting", "{}", NULL, &string));
    bool enabled = false;
    example_begin(example);
    llmspell_event_recording_info result;
    if (example_worked(example, llmspell_event_record(session, &enabled, NULL, &result))) {
        put_event_recording_info(example_result(example), &result);
        llmspell_event_recording_info_free(&result);
    }
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

static llmspell_status replay_to_a_callback_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

/* event.replay, to_a_callback: */
static void event_replay_to_a_callback(example *example, llmspell_session *session)
{
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, NULL, &info));
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}", NULL, &string));
    llmspell_event_emit_options options_;
    llmspell_event_emit_options_init(&options_);
    options_.priority = LLMSPELL_EVENT_PRIORITY_HIGH;
    options_.source = "door";
    options_.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}", &options_, &string_));
    char *string__ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", NULL, &string__));
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.data_json = "{\"name\": \"Ada\"}";
    llmspell_event_handler callback = {.call = replay_to_a_callback_callback, .user_data = example};
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_replay(session, &criteria, &callback, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.replay, to_subscribers: */
static void event_replay_to_subscribers(example *example, llmspell_session *session)
{
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, NULL, &info));
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}", NULL, &string));
    llmspell_event_emit_options options_;
    llmspell_event_emit_options_init(&options_);
    options_.priority = LLMSPELL_EVENT_PRIORITY_HIGH;
    options_.source = "door";
    options_.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}", &options_, &string_));
    char *string__ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", NULL, &string__));
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.pattern = "user.left";
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_replay(session, &criteria, NULL, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.replay, nothing_recorded: */
static void event_replay_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_replay(session, NULL, NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

/* event.clear, some: */
static void event_clear_some(example *example, llmspell_session *session)
{
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, NULL, &info));
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\", \"from\": {\"city\": \"Oslo\"}}", NULL, &string));
    llmspell_event_emit_options options_;
    llmspell_event_emit_options_init(&options_);
    options_.priority = LLMSPELL_EVENT_PRIORITY_HIGH;
    options_.source = "door";
    options_.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Bob\", \"from\": {\"city\": \"Rome\"}}", &options_, &string_));
    char *string__ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", NULL, &string__));
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.data_json = "{\"name\": \"Ada\"}";
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_clear(session, &criteria, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.clear, nothing_recorded: */
static void event_clear_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_clear(session, NULL, &result))) {
        json_integer(example_result(example), result);
    }
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
    example_run("event.subscribe", "bad_pattern", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_subscribe_bad_pattern);
    example_run("event.unsubscribe", "tools", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_unsubscribe_tools);
    example_run("event.list_subscriptions", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_list_subscriptions_two);
    example_run("event.list_subscriptions", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_list_subscriptions_none);
    example_run("event.filter", "by_data", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_filter_by_data);
    example_run("event.filter", "newest", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_filter_newest);
    example_run("event.filter", "nothing_recorded", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_filter_nothing_recorded);
    example_run("event.record", "start", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_record_start);
    example_run("event.record", "stop", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_record_stop);
    example_run("event.replay", "to_a_callback", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_replay_to_a_callback);
    example_run("event.replay", "to_subscribers", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_replay_to_subscribers);
    example_run("event.replay", "nothing_recorded", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_replay_nothing_recorded);
    example_run("event.clear", "some", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_clear_some);
    example_run("event.clear", "nothing_recorded", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", event_clear_nothing_recorded);
    return 0;
}
