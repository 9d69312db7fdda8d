/* Every example of event, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_event(json *out, const llmspell_event *value);
static const char *name_of_event_type(llmspell_event_type value);
static const char *name_of_event_priority(llmspell_event_priority value);
static void put_event_subscription_info_list(json *out, const llmspell_event_subscription_info_list *value);
static void put_event_subscription_info(json *out, const llmspell_event_subscription_info *value);
static const char *name_of_event_delivery_order(llmspell_event_delivery_order value);
static const char *name_of_event_overflow_policy(llmspell_event_overflow_policy value);
static void put_event_list(json *out, const llmspell_event_list *value);
static void put_event_recording_info(json *out, const llmspell_event_recording_info *value);
static void put_event_recording_info_list(json *out, const llmspell_event_recording_info_list *value);

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

static const char *name_of_event_delivery_order(llmspell_event_delivery_order value)
{
    switch (value) {
    case LLMSPELL_EVENT_DELIVERY_ORDER_EMISSION:
        return "emission";
    case LLMSPELL_EVENT_DELIVERY_ORDER_PRIORITY:
        return "priority";
    default:
        return NULL;
    }
}

static const char *name_of_event_overflow_policy(llmspell_event_overflow_policy value)
{
    switch (value) {
    case LLMSPELL_EVENT_OVERFLOW_POLICY_DROP_OLDEST:
        return "drop_oldest";
    case LLMSPELL_EVENT_OVERFLOW_POLICY_DROP_NEWEST:
        return "drop_newest";
    case LLMSPELL_EVENT_OVERFLOW_POLICY_DROP_LOWEST:
        return "drop_lowest";
    case LLMSPELL_EVENT_OVERFLOW_POLICY_END:
        return "end";
    default:
        return NULL;
    }
}

static void put_event_subscription_info(json *out, const llmspell_event_subscription_info *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "pattern");
    json_text(out, value->pattern);
    json_key(out, "priority");
    json_text(out, name_of_event_priority(value->priority));
    json_key(out, "order");
    json_text(out, name_of_event_delivery_order(value->order));
    json_key(out, "queue_size");
    json_integer(out, value->queue_size);
    json_key(out, "overflow");
    json_text(out, name_of_event_overflow_policy(value->overflow));
    json_key(out, "waiting");
    json_integer(out, value->waiting);
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
    if (value->path != NULL) {
        json_key(out, "path");
        json_text(out, value->path);
    }
    json_key(out, "recording");
    json_boolean(out, value->recording);
    json_key(out, "events");
    json_integer(out, value->events);
    json_key(out, "dropped");
    json_integer(out, value->dropped);
    json_key(out, "lost");
    json_integer(out, value->lost);
    json_key(out, "max_events");
    json_integer(out, value->max_events);
    if (value->last_error != NULL) {
        json_key(out, "last_error");
        json_text(out, value->last_error);
    }
    json_close(out, '}');
}

static void put_event_recording_info_list(json *out, const llmspell_event_recording_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_event_recording_info(out, &value->items[i]);
    }
    json_close(out, ']');
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

static llmspell_status subscribe_bounded_callback(void *user_data, const llmspell_event *event)
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

/* event.subscribe, bounded: At most ten events wait, the important ones longest; three failures in a row end it. */
static void event_subscribe_bounded(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = subscribe_bounded_callback, .user_data = example};
    llmspell_event_subscribe_options options_;
    llmspell_event_subscribe_options_init(&options_);
    options_.has_queue_size = true;
    options_.queue_size = 10;
    options_.overflow = LLMSPELL_EVENT_OVERFLOW_POLICY_DROP_LOWEST;
    options_.order = LLMSPELL_EVENT_DELIVERY_ORDER_PRIORITY;
    options_.priority = LLMSPELL_EVENT_PRIORITY_HIGH;
    options_.has_max_failures = true;
    options_.max_failures = 3;
    example_begin(example);
    llmspell_event_subscription *result = NULL;
    if (example_worked(example, llmspell_event_subscribe(session, "provider.*", &callback, &options_, &result))) {
        json_text(example_result(example), llmspell_event_subscription_id(result));
        llmspell_event_subscription_free(result);
    }
}

static llmspell_status subscribe_large_transfers_callback(void *user_data, const llmspell_event *event)
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

static llmspell_status subscribe_large_transfers_callback_2(void *user_data, const llmspell_event *event)
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

/* event.subscribe, large_transfers: An expression in CEL chooses the events. */
static void event_subscribe_large_transfers(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = subscribe_large_transfers_callback, .user_data = example};
    llmspell_event_subscribe_options options_;
    llmspell_event_subscribe_options_init(&options_);
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.expression = "data.bytes > 1000";
    options_.criteria = &criteria;
    llmspell_event_subscription *subscription = NULL;
    GIVEN(llmspell_event_subscribe(session, "transfer.*", &callback, &options_, &subscription));
    llmspell_event_handler callback_ = {.call = subscribe_large_transfers_callback_2, .user_data = example};
    llmspell_event_subscribe_options options__;
    llmspell_event_subscribe_options_init(&options__);
    llmspell_event_criteria criteria_;
    llmspell_event_criteria_init(&criteria_);
    criteria_.expression = "type.startsWith('transfer.') && priority == 'critical'";
    options__.criteria = &criteria_;
    example_begin(example);
    llmspell_event_subscription *result = NULL;
    if (example_worked(example, llmspell_event_subscribe(session, "**", &callback_, &options__, &result))) {
        json_text(example_result(example), llmspell_event_subscription_id(result));
        llmspell_event_subscription_free(result);
    }
    llmspell_event_subscription_free(subscription);
}

static llmspell_status subscribe_bad_expression_callback(void *user_data, const llmspell_event *event)
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

/* event.subscribe, bad_expression: */
static void event_subscribe_bad_expression(example *example, llmspell_session *session)
{
    llmspell_event_handler callback = {.call = subscribe_bad_expression_callback, .user_data = example};
    llmspell_event_subscribe_options options_;
    llmspell_event_subscribe_options_init(&options_);
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.expression = "data.bytes >";
    options_.criteria = &criteria;
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
    llmspell_event_subscribe_options options_;
    llmspell_event_subscribe_options_init(&options_);
    options_.priority = LLMSPELL_EVENT_PRIORITY_HIGH;
    options_.has_queue_size = true;
    options_.queue_size = 10;
    options_.overflow = LLMSPELL_EVENT_OVERFLOW_POLICY_END;
    llmspell_event_subscription *subscription_ = NULL;
    GIVEN(llmspell_event_subscribe(session, "**", &callback_, &options_, &subscription_));
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
    if (example_worked(example, llmspell_event_filter(session, &criteria, NULL, NULL, &result))) {
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
    if (example_worked(example, llmspell_event_filter(session, NULL, &limit, NULL, &result))) {
        put_event_list(example_result(example), &result);
        llmspell_event_list_free(&result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.filter, by_expression: */
static void event_filter_by_expression(example *example, llmspell_session *session)
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
    criteria.expression = "has(data.from) && data.from.city in ['Rome', 'Paris']";
    example_begin(example);
    llmspell_event_list result;
    if (example_worked(example, llmspell_event_filter(session, &criteria, NULL, NULL, &result))) {
        put_event_list(example_result(example), &result);
        llmspell_event_list_free(&result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.filter, in_a_file: */
static void event_filter_in_a_file(example *example, llmspell_session *session)
{
    llmspell_event_record_options options_;
    llmspell_event_record_options_init(&options_);
    options_.path = "events.db";
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, &options_, &info));
    llmspell_event_emit_options options__;
    llmspell_event_emit_options_init(&options__);
    options__.correlation_id = "day-1";
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\"}", &options__, &string));
    llmspell_event_emit_options options___;
    llmspell_event_emit_options_init(&options___);
    options___.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", &options___, &string_));
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.correlation_id = "day-1";
    int64_t limit = 1;
    example_begin(example);
    llmspell_event_list result;
    if (example_worked(example, llmspell_event_filter(session, &criteria, &limit, "events.db", &result))) {
        put_event_list(example_result(example), &result);
        llmspell_event_list_free(&result);
    }
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.filter, nothing_recorded: */
static void event_filter_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_event_list result;
    if (example_worked(example, llmspell_event_filter(session, NULL, NULL, NULL, &result))) {
        put_event_list(example_result(example), &result);
        llmspell_event_list_free(&result);
    }
}

/* event.filter, missing_file: */
static void event_filter_missing_file(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_event_list result;
    if (example_worked(example, llmspell_event_filter(session, NULL, NULL, "missing.db", &result))) {
        put_event_list(example_result(example), &result);
        llmspell_event_list_free(&result);
    }
}

/* event.filter, no_permission: */
static void event_filter_no_permission(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_event_list result;
    if (example_worked(example, llmspell_event_filter(session, NULL, NULL, "events.db", &result))) {
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

/* event.record, to_a_file: What was recorded before stays; only the newest three are kept. */
static void event_record_to_a_file(example *example, llmspell_session *session)
{
    llmspell_event_record_options options_;
    llmspell_event_record_options_init(&options_);
    options_.path = "kept.db";
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, &options_, &info));
    llmspell_event_emit_options options__;
    llmspell_event_emit_options_init(&options__);
    options__.correlation_id = "day-1";
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\"}", &options__, &string));
    llmspell_event_emit_options options___;
    llmspell_event_emit_options_init(&options___);
    options___.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", &options___, &string_));
    llmspell_event_record_options options____;
    llmspell_event_record_options_init(&options____);
    options____.path = "kept.db";
    options____.has_max_events = true;
    options____.max_events = 3;
    example_begin(example);
    llmspell_event_recording_info result;
    if (example_worked(example, llmspell_event_record(session, NULL, &options____, &result))) {
        put_event_recording_info(example_result(example), &result);
        llmspell_event_recording_info_free(&result);
    }
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.record, not_a_recording: */
static void event_record_not_a_recording(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "file_write", "{\"path\": \"note.txt\", \"text\": \"This file is not a database at all; it is some text.\"}", NULL, &result_));
    llmspell_event_record_options options_;
    llmspell_event_record_options_init(&options_);
    options_.path = "note.txt";
    example_begin(example);
    llmspell_event_recording_info result;
    if (example_worked(example, llmspell_event_record(session, NULL, &options_, &result))) {
        put_event_recording_info(example_result(example), &result);
        llmspell_event_recording_info_free(&result);
    }
    llmspell_tool_result_free(&result_);
}

/* event.list_recordings, memory_and_file: */
static void event_list_recordings_memory_and_file(example *example, llmspell_session *session)
{
    llmspell_event_record_options options_;
    llmspell_event_record_options_init(&options_);
    options_.path = "new.db";
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, &options_, &info));
    example_begin(example);
    llmspell_event_recording_info_list result;
    if (example_worked(example, llmspell_event_list_recordings(session, &result))) {
        put_event_recording_info_list(example_result(example), &result);
        llmspell_event_recording_info_list_free(&result);
    }
    llmspell_event_recording_info_free(&info);
}

/* event.flush, one_file: */
static void event_flush_one_file(example *example, llmspell_session *session)
{
    llmspell_event_record_options options_;
    llmspell_event_record_options_init(&options_);
    options_.path = "safe.db";
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, &options_, &info));
    llmspell_event_emit_options options__;
    llmspell_event_emit_options_init(&options__);
    options__.correlation_id = "day-1";
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\"}", &options__, &string));
    llmspell_event_emit_options options___;
    llmspell_event_emit_options_init(&options___);
    options___.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", &options___, &string_));
    example_begin(example);
    if (example_worked(example, llmspell_event_flush(session, "safe.db")))
        json_null(example_result(example));
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.flush, not_recorded_to: */
static void event_flush_not_recorded_to(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_event_flush(session, "other.db")))
        json_null(example_result(example));
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
    if (example_worked(example, llmspell_event_replay(session, &criteria, &callback, NULL, &result))) {
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
    if (example_worked(example, llmspell_event_replay(session, &criteria, NULL, NULL, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

static llmspell_status replay_from_a_file_callback(void *user_data, const llmspell_event *event)
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

/* event.replay, from_a_file: A thousand times as fast as it happened, without the first event. */
static void event_replay_from_a_file(example *example, llmspell_session *session)
{
    llmspell_event_record_options options_;
    llmspell_event_record_options_init(&options_);
    options_.path = "again.db";
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, &options_, &info));
    llmspell_event_emit_options options__;
    llmspell_event_emit_options_init(&options__);
    options__.correlation_id = "day-1";
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\"}", &options__, &string));
    llmspell_event_emit_options options___;
    llmspell_event_emit_options_init(&options___);
    options___.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", &options___, &string_));
    llmspell_event_handler callback = {.call = replay_from_a_file_callback, .user_data = example};
    llmspell_event_replay_options options____;
    llmspell_event_replay_options_init(&options____);
    options____.path = "again.db";
    options____.has_speed = true;
    options____.speed = 1000.0;
    options____.has_max_gap_seconds = true;
    options____.max_gap_seconds = 0.1;
    options____.has_skip = true;
    options____.skip = 1;
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_replay(session, NULL, &callback, &options____, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.replay, nothing_recorded: */
static void event_replay_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_replay(session, NULL, NULL, NULL, &result))) {
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
    if (example_worked(example, llmspell_event_clear(session, &criteria, NULL, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_string_free(string__);
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.clear, in_a_file: */
static void event_clear_in_a_file(example *example, llmspell_session *session)
{
    llmspell_event_record_options options_;
    llmspell_event_record_options_init(&options_);
    options_.path = "some.db";
    llmspell_event_recording_info info;
    GIVEN(llmspell_event_record(session, NULL, &options_, &info));
    llmspell_event_emit_options options__;
    llmspell_event_emit_options_init(&options__);
    options__.correlation_id = "day-1";
    char *string = NULL;
    GIVEN(llmspell_event_emit(session, "user.signed_in", "{\"name\": \"Ada\"}", &options__, &string));
    llmspell_event_emit_options options___;
    llmspell_event_emit_options_init(&options___);
    options___.correlation_id = "day-1";
    char *string_ = NULL;
    GIVEN(llmspell_event_emit(session, "user.left", "{\"name\": \"Ada\"}", &options___, &string_));
    llmspell_event_criteria criteria;
    llmspell_event_criteria_init(&criteria);
    criteria.pattern = "user.left";
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_clear(session, &criteria, "some.db", &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_string_free(string_);
    llmspell_string_free(string);
    llmspell_event_recording_info_free(&info);
}

/* event.clear, nothing_recorded: */
static void event_clear_nothing_recorded(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_event_clear(session, NULL, NULL, &result))) {
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
