/* Every example of state, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_state_info_list(json *out, const llmspell_state_info_list *value);
static void put_state_info(json *out, const llmspell_state_info *value);
static void put_state_change_result(json *out, const llmspell_state_change_result *value);
static void put_state_transform_result(json *out, const llmspell_state_transform_result *value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_state_merge_result(json *out, const llmspell_state_merge_result *value);
static void put_state_merge_conflict_list(json *out, const llmspell_state_merge_conflict_list *value);
static void put_state_merge_conflict(json *out, const llmspell_state_merge_conflict *value);
static void put_state_snapshot_info(json *out, const llmspell_state_snapshot_info *value);
static void put_state_snapshot_info_list(json *out, const llmspell_state_snapshot_info_list *value);

static void put_state_info(json *out, const llmspell_state_info *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "revision");
    json_integer(out, value->revision);
    json_key(out, "size_bytes");
    json_integer(out, value->size_bytes);
    json_key(out, "has_schema");
    json_boolean(out, value->has_schema);
    json_key(out, "snapshots");
    json_integer(out, value->snapshots);
    json_close(out, '}');
}

static void put_state_info_list(json *out, const llmspell_state_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_state_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_state_change_result(json *out, const llmspell_state_change_result *value)
{
    json_open(out, '{');
    json_key(out, "revision");
    json_integer(out, value->revision);
    json_key(out, "changed");
    json_boolean(out, value->changed);
    json_close(out, '}');
}

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_state_transform_result(json *out, const llmspell_state_transform_result *value)
{
    json_open(out, '{');
    json_key(out, "value");
    json_raw(out, value->value_json);
    json_key(out, "revision");
    json_integer(out, value->revision);
    json_key(out, "changed");
    json_boolean(out, value->changed);
    json_key(out, "paths");
    put_string_list(out, &value->paths);
    json_close(out, '}');
}

static void put_state_merge_conflict(json *out, const llmspell_state_merge_conflict *value)
{
    json_open(out, '{');
    json_key(out, "path");
    json_text(out, value->path);
    json_key(out, "ours");
    json_raw(out, value->ours_json);
    json_key(out, "theirs");
    json_raw(out, value->theirs_json);
    json_key(out, "taken");
    json_text(out, value->taken);
    json_close(out, '}');
}

static void put_state_merge_conflict_list(json *out, const llmspell_state_merge_conflict_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_state_merge_conflict(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_state_merge_result(json *out, const llmspell_state_merge_result *value)
{
    json_open(out, '{');
    json_key(out, "revision");
    json_integer(out, value->revision);
    json_key(out, "changed");
    json_boolean(out, value->changed);
    json_key(out, "conflicts");
    put_state_merge_conflict_list(out, &value->conflicts);
    json_close(out, '}');
}

static void put_state_snapshot_info(json *out, const llmspell_state_snapshot_info *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    if (value->name != NULL) {
        json_key(out, "name");
        json_text(out, value->name);
    }
    json_key(out, "revision");
    json_integer(out, value->revision);
    json_key(out, "size_bytes");
    json_integer(out, value->size_bytes);
    json_key(out, "taken_at");
    json_text(out, value->taken_at);
    json_close(out, '}');
}

static void put_state_snapshot_info_list(json *out, const llmspell_state_snapshot_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_state_snapshot_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

/* state.create, cart: */
static void state_create_cart(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    example_begin(example);
    llmspell_state *result = NULL;
    if (example_worked(example, llmspell_state_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_state_id(result));
        llmspell_state_free(result);
    }
}

/* state.create, with_schema: The state meets its schema from the first value on. */
static void state_create_with_schema(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "counter";
    config.value_json = "{\"count\": -1}";
    config.schema_json = "{\"type\": \"object\", \"properties\": {\"count\": {\"type\": \"integer\", \"minimum\": 0}}, \"required\": [\"count\"]}";
    example_begin(example);
    llmspell_state *result = NULL;
    if (example_worked(example, llmspell_state_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_state_id(result));
        llmspell_state_free(result);
    }
}

/* state.create, twice: */
static void state_create_twice(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_config config_;
    llmspell_state_config_init(&config_);
    config_.name = "cart";
    example_begin(example);
    llmspell_state *result = NULL;
    if (example_worked(example, llmspell_state_create(session, &config_, &result))) {
        json_text(example_result(example), llmspell_state_id(result));
        llmspell_state_free(result);
    }
    llmspell_state_free(state);
}

/* state.open, cart: */
static void state_open_cart(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state *result = NULL;
    if (example_worked(example, llmspell_state_open(session, "cart", &result))) {
        json_text(example_result(example), llmspell_state_id(result));
        llmspell_state_free(result);
    }
    llmspell_state_free(state);
}

/* state.open, unknown: */
static void state_open_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_state *result = NULL;
    if (example_worked(example, llmspell_state_open(session, "cart", &result))) {
        json_text(example_result(example), llmspell_state_id(result));
        llmspell_state_free(result);
    }
}

/* state.close, cart: */
static void state_close_cart(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    if (example_worked(example, llmspell_state_close(session, state)))
        json_null(example_result(example));
    llmspell_state_free(state);
}

/* state.close, unknown: */
static void state_close_unknown(example *example, llmspell_session *session)
{
    llmspell_state *state = llmspell_state_from_id("state_9");
    example_begin(example);
    if (example_worked(example, llmspell_state_close(session, state)))
        json_null(example_result(example));
    llmspell_state_free(state);
}

/* state.list, one: */
static void state_list_one(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_info_list result;
    if (example_worked(example, llmspell_state_list(session, &result))) {
        put_state_info_list(example_result(example), &result);
        llmspell_state_info_list_free(&result);
    }
    llmspell_state_free(state);
}

/* state.list, none: */
static void state_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_state_info_list result;
    if (example_worked(example, llmspell_state_list(session, &result))) {
        put_state_info_list(example_result(example), &result);
        llmspell_state_info_list_free(&result);
    }
}

/* state.get_info, changed: */
static void state_get_info_changed(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "note";
    config.value_json = "\"a\"";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_change_result result_;
    GIVEN(llmspell_state_set(session, state, "", "\"b\"", NULL, &result_));
    example_begin(example);
    llmspell_state_info result;
    if (example_worked(example, llmspell_state_get_info(session, state, &result))) {
        put_state_info(example_result(example), &result);
        llmspell_state_info_free(&result);
    }
    llmspell_state_change_result_free(&result_);
    llmspell_state_free(state);
}

/* state.get, dotted: */
static void state_get_dotted(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_state_get(session, state, "items[0].count", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_state_free(state);
}

/* state.get, pointer: */
static void state_get_pointer(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_state_get(session, state, "/user/tags/0", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_state_free(state);
}

/* state.get, escaped: A dot in a key. */
static void state_get_escaped(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "hosts";
    config.value_json = "{\"example.com\": {\"up\": true}}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_state_get(session, state, "example\\.com.up", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_state_free(state);
}

/* state.get, fallback: */
static void state_get_fallback(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_get_options options_;
    llmspell_state_get_options_init(&options_);
    options_.fallback_json = "\"none\"";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_state_get(session, state, "user.email", &options_, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_state_free(state);
}

/* state.get, nothing: */
static void state_get_nothing(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_state_get(session, state, "user.email", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_state_free(state);
}

/* state.get, no_path: */
static void state_get_no_path(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_state_get(session, state, "items[x]", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_state_free(state);
}

/* state.set, new_key: */
static void state_set_new_key(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_set(session, state, "user.address.city", "\"Oslo\"", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.set, added: */
static void state_set_added(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_set(session, state, "user.tags[-]", "\"kind\"", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.set, the_same: What is there already is no change. */
static void state_set_the_same(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_set(session, state, "total", "9.5", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.set, secret: Events do not carry secrets. */
static void state_set_secret(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_set(session, state, "user.password", "\"hunter2\"", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.set, too_late: Somebody else has changed the state since it was read. */
static void state_set_too_late(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_change_result result_;
    GIVEN(llmspell_state_set(session, state, "total", "10", NULL, &result_));
    llmspell_state_change_options options_;
    llmspell_state_change_options_init(&options_);
    options_.has_expected_revision = true;
    options_.expected_revision = 0;
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_set(session, state, "total", "11", &options_, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_change_result_free(&result_);
    llmspell_state_free(state);
}

/* state.set, against_the_schema: */
static void state_set_against_the_schema(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "counter";
    config.value_json = "{\"count\": 0}";
    config.schema_json = "{\"type\": \"object\", \"properties\": {\"count\": {\"type\": \"integer\", \"minimum\": 0}}, \"required\": [\"count\"]}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_set(session, state, "count", "\"many\"", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.set, beyond_the_list: */
static void state_set_beyond_the_list(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_set(session, state, "items[5]", "1", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.delete, key: */
static void state_delete_key(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_delete(session, state, "user.tags", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.delete, nothing: */
static void state_delete_nothing(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_delete(session, state, "user.email", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.update, two: */
static void state_update_two(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_change changes_items[2];
    llmspell_state_change_init(&changes_items[0]);
    changes_items[0].path = "total";
    changes_items[0].value_json = "12";
    llmspell_state_change_init(&changes_items[1]);
    changes_items[1].path = "user.tags";
    llmspell_state_change_list changes = {changes_items, 2};
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_update(session, state, &changes, NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.update, one_fails: The first change is not made either. */
static void state_update_one_fails(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_change changes_items[2];
    llmspell_state_change_init(&changes_items[0]);
    changes_items[0].path = "total";
    changes_items[0].value_json = "12";
    llmspell_state_change_init(&changes_items[1]);
    changes_items[1].path = "items[7]";
    changes_items[1].value_json = "1";
    llmspell_state_change_list changes = {changes_items, 2};
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_update(session, state, &changes, NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.transform, keep: */
static void state_transform_keep(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_transform_options options_;
    llmspell_state_transform_options_init(&options_);
    const char *keep_items[] = {"user.name", "total"};
    llmspell_string_list keep = {keep_items, 2};
    options_.keep = keep;
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_FILTER, &options_, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.transform, where: An expression says which entries stay. */
static void state_transform_where(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "sales";
    config.value_json = "{\"north\": 3, \"south\": 9, \"west\": 5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_transform_options options_;
    llmspell_state_transform_options_init(&options_);
    options_.where = "value > 4 && key != \"west\"";
    options_.has_store = true;
    options_.store = false;
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_FILTER, &options_, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

static llmspell_status transform_predicate_callback(void *user_data, const char *key_json, const char *value_json, bool *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, key_json);
    json_raw(call_, value_json);
    example_called(example_);
    *result = false;
    return LLMSPELL_OK;
}

/* state.transform, predicate: A function of the program says it. */
static void state_transform_predicate(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "sales";
    config.value_json = "{\"north\": 3, \"south\": 9, \"west\": 5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_transform_options options_;
    llmspell_state_transform_options_init(&options_);
    options_.predicate = (llmspell_state_predicate){.call = transform_predicate_callback, .user_data = example};
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_FILTER, &options_, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.transform, flatten: */
static void state_transform_flatten(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_transform_options options_;
    llmspell_state_transform_options_init(&options_);
    options_.has_store = true;
    options_.store = false;
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_FLATTEN, &options_, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.transform, unflatten: */
static void state_transform_unflatten(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "flat";
    config.value_json = "{\"a.b\": 1, \"a.c[0]\": 2}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_UNFLATTEN, NULL, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.transform, sanitize: */
static void state_transform_sanitize(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "chat";
    config.value_json = "{\"api_key\": \"abc\", \"text\": \"Use Bearer abcdefghijklmnop1234 here\", \"user_id\": \"17\"}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_transform_options options_;
    llmspell_state_transform_options_init(&options_);
    const char *names_items[] = {"*_id"};
    llmspell_string_list names = {names_items, 1};
    options_.names = names;
    options_.has_store = true;
    options_.store = false;
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_SANITIZE, &options_, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.transform, prune: */
static void state_transform_prune(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "form";
    config.value_json = "{\"a\": null, \"b\": {\"c\": \"\"}, \"d\": [1, null], \"e\": 0}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_PRUNE, NULL, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.transform, no_expression: */
static void state_transform_no_expression(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "sales";
    config.value_json = "{\"north\": 3, \"south\": 9, \"west\": 5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_transform_options options_;
    llmspell_state_transform_options_init(&options_);
    options_.where = "value >";
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_FILTER, &options_, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.transform, no_criteria: */
static void state_transform_no_criteria(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "sales";
    config.value_json = "{\"north\": 3, \"south\": 9, \"west\": 5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_transform_result result;
    if (example_worked(example, llmspell_state_transform_value(session, state, LLMSPELL_STATE_TRANSFORM_FILTER, NULL, &result))) {
        put_state_transform_result(example_result(example), &result);
        llmspell_state_transform_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.merge, deep: */
static void state_merge_deep(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_merge_result result;
    if (example_worked(example, llmspell_state_merge(session, state, "{\"user\": {\"tags\": [\"new\", \"kind\"]}, \"total\": 10}", NULL, &result))) {
        put_state_merge_result(example_result(example), &result);
        llmspell_state_merge_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.merge, ours: */
static void state_merge_ours(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_merge_options options_;
    llmspell_state_merge_options_init(&options_);
    options_.strategy = LLMSPELL_STATE_MERGE_STRATEGY_OURS;
    example_begin(example);
    llmspell_state_merge_result result;
    if (example_worked(example, llmspell_state_merge(session, state, "{\"total\": 10, \"paid\": false}", &options_, &result))) {
        put_state_merge_result(example_result(example), &result);
        llmspell_state_merge_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.merge, refused: */
static void state_merge_refused(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_merge_options options_;
    llmspell_state_merge_options_init(&options_);
    options_.has_refuse_conflicts = true;
    options_.refuse_conflicts = true;
    example_begin(example);
    llmspell_state_merge_result result;
    if (example_worked(example, llmspell_state_merge(session, state, "{\"total\": 10, \"paid\": false}", &options_, &result))) {
        put_state_merge_result(example_result(example), &result);
        llmspell_state_merge_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.snapshot, named: */
static void state_snapshot_named(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_snapshot_info result;
    if (example_worked(example, llmspell_state_snapshot(session, state, "before payment", &result))) {
        put_state_snapshot_info(example_result(example), &result);
        llmspell_state_snapshot_info_free(&result);
    }
    llmspell_state_free(state);
}

/* state.snapshot, numbered: */
static void state_snapshot_numbered(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_snapshot_info info;
    GIVEN(llmspell_state_snapshot(session, state, "start", &info));
    llmspell_state_change_result result_;
    GIVEN(llmspell_state_set(session, state, "total", "0", NULL, &result_));
    example_begin(example);
    llmspell_state_snapshot_info result;
    if (example_worked(example, llmspell_state_snapshot(session, state, NULL, &result))) {
        put_state_snapshot_info(example_result(example), &result);
        llmspell_state_snapshot_info_free(&result);
    }
    llmspell_state_change_result_free(&result_);
    llmspell_state_snapshot_info_free(&info);
    llmspell_state_free(state);
}

/* state.snapshot, twice: */
static void state_snapshot_twice(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_snapshot_info info;
    GIVEN(llmspell_state_snapshot(session, state, "start", &info));
    llmspell_state_change_result result_;
    GIVEN(llmspell_state_set(session, state, "total", "0", NULL, &result_));
    example_begin(example);
    llmspell_state_snapshot_info result;
    if (example_worked(example, llmspell_state_snapshot(session, state, "start", &result))) {
        put_state_snapshot_info(example_result(example), &result);
        llmspell_state_snapshot_info_free(&result);
    }
    llmspell_state_change_result_free(&result_);
    llmspell_state_snapshot_info_free(&info);
    llmspell_state_free(state);
}

/* state.restore, start: */
static void state_restore_start(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_snapshot_info info;
    GIVEN(llmspell_state_snapshot(session, state, "start", &info));
    llmspell_state_change_result result_;
    GIVEN(llmspell_state_set(session, state, "total", "0", NULL, &result_));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_restore(session, state, "start", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_change_result_free(&result_);
    llmspell_state_snapshot_info_free(&info);
    llmspell_state_free(state);
}

/* state.restore, unknown: */
static void state_restore_unknown(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    llmspell_state_change_result result;
    if (example_worked(example, llmspell_state_restore(session, state, "start", NULL, &result))) {
        put_state_change_result(example_result(example), &result);
        llmspell_state_change_result_free(&result);
    }
    llmspell_state_free(state);
}

/* state.list_snapshots, one: */
static void state_list_snapshots_one(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_snapshot_info info;
    GIVEN(llmspell_state_snapshot(session, state, "start", &info));
    llmspell_state_change_result result_;
    GIVEN(llmspell_state_set(session, state, "total", "0", NULL, &result_));
    example_begin(example);
    llmspell_state_snapshot_info_list result;
    if (example_worked(example, llmspell_state_list_snapshots(session, state, &result))) {
        put_state_snapshot_info_list(example_result(example), &result);
        llmspell_state_snapshot_info_list_free(&result);
    }
    llmspell_state_change_result_free(&result_);
    llmspell_state_snapshot_info_free(&info);
    llmspell_state_free(state);
}

/* state.drop_snapshot, one: */
static void state_drop_snapshot_one(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    llmspell_state_snapshot_info info;
    GIVEN(llmspell_state_snapshot(session, state, "start", &info));
    llmspell_state_change_result result_;
    GIVEN(llmspell_state_set(session, state, "total", "0", NULL, &result_));
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_state_drop_snapshot(session, state, "start", &result))) {
        json_boolean(example_result(example), result);
    }
    llmspell_state_change_result_free(&result_);
    llmspell_state_snapshot_info_free(&info);
    llmspell_state_free(state);
}

/* state.drop_snapshot, unknown: */
static void state_drop_snapshot_unknown(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_state_drop_snapshot(session, state, "start", &result))) {
        json_boolean(example_result(example), result);
    }
    llmspell_state_free(state);
}

/* state.persist, cart: */
static void state_persist_cart(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_state_persist(session, state, "cart.json", NULL, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_state_free(state);
}

/* state.persist, forbidden: */
static void state_persist_forbidden(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_state_persist(session, state, "cart.json", NULL, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_state_free(state);
}

/* state.load, cart: */
static void state_load_cart(example *example, llmspell_session *session)
{
    llmspell_state_config config;
    llmspell_state_config_init(&config);
    config.name = "cart";
    config.value_json = "{\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}";
    llmspell_state *state = NULL;
    GIVEN(llmspell_state_create(session, &config, &state));
    int64_t int64;
    GIVEN(llmspell_state_persist(session, state, "cart.json", NULL, &int64));
    llmspell_state_load_options options_;
    llmspell_state_load_options_init(&options_);
    options_.name = "copy";
    example_begin(example);
    llmspell_state *result = NULL;
    if (example_worked(example, llmspell_state_load(session, "cart.json", &options_, &result))) {
        json_text(example_result(example), llmspell_state_id(result));
        llmspell_state_free(result);
    }
    llmspell_state_free(state);
}

/* state.load, missing: */
static void state_load_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_state *result = NULL;
    if (example_worked(example, llmspell_state_load(session, "missing.json", NULL, &result))) {
        json_text(example_result(example), llmspell_state_id(result));
        llmspell_state_free(result);
    }
}

/* state.load, another_format: */
static void state_load_another_format(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "file_write", "{\"path\": \"cart.json\", \"text\": \"{\\\"format\\\": \\\"llmspell.state\\\", \\\"version\\\": 9}\"}", NULL, &result_));
    example_begin(example);
    llmspell_state *result = NULL;
    if (example_worked(example, llmspell_state_load(session, "cart.json", NULL, &result))) {
        json_text(example_result(example), llmspell_state_id(result));
        llmspell_state_free(result);
    }
    llmspell_tool_result_free(&result_);
}

int main(void)
{
    example_run("state.create", "cart", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_create_cart);
    example_run("state.create", "with_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_create_with_schema);
    example_run("state.create", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_create_twice);
    example_run("state.open", "cart", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_open_cart);
    example_run("state.open", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_open_unknown);
    example_run("state.close", "cart", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_close_cart);
    example_run("state.close", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_close_unknown);
    example_run("state.list", "one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_list_one);
    example_run("state.list", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_list_none);
    example_run("state.get_info", "changed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_get_info_changed);
    example_run("state.get", "dotted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_get_dotted);
    example_run("state.get", "pointer", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_get_pointer);
    example_run("state.get", "escaped", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_get_escaped);
    example_run("state.get", "fallback", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_get_fallback);
    example_run("state.get", "nothing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_get_nothing);
    example_run("state.get", "no_path", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_get_no_path);
    example_run("state.set", "new_key", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_set_new_key);
    example_run("state.set", "added", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_set_added);
    example_run("state.set", "the_same", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_set_the_same);
    example_run("state.set", "secret", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_set_secret);
    example_run("state.set", "too_late", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_set_too_late);
    example_run("state.set", "against_the_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_set_against_the_schema);
    example_run("state.set", "beyond_the_list", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_set_beyond_the_list);
    example_run("state.delete", "key", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_delete_key);
    example_run("state.delete", "nothing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_delete_nothing);
    example_run("state.update", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_update_two);
    example_run("state.update", "one_fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_update_one_fails);
    example_run("state.transform", "keep", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_keep);
    example_run("state.transform", "where", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_where);
    example_run("state.transform", "predicate", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_predicate);
    example_run("state.transform", "flatten", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_flatten);
    example_run("state.transform", "unflatten", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_unflatten);
    example_run("state.transform", "sanitize", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_sanitize);
    example_run("state.transform", "prune", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_prune);
    example_run("state.transform", "no_expression", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_no_expression);
    example_run("state.transform", "no_criteria", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_transform_no_criteria);
    example_run("state.merge", "deep", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_merge_deep);
    example_run("state.merge", "ours", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_merge_ours);
    example_run("state.merge", "refused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_merge_refused);
    example_run("state.snapshot", "named", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_snapshot_named);
    example_run("state.snapshot", "numbered", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_snapshot_numbered);
    example_run("state.snapshot", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_snapshot_twice);
    example_run("state.restore", "start", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_restore_start);
    example_run("state.restore", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_restore_unknown);
    example_run("state.list_snapshots", "one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_list_snapshots_one);
    example_run("state.drop_snapshot", "one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_drop_snapshot_one);
    example_run("state.drop_snapshot", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_drop_snapshot_unknown);
    example_run("state.persist", "cart", "{\"permissions\": {\"llm\": true, \"fs.write\": [\".\"]}, \"record_events\": true}", state_persist_cart);
    example_run("state.persist", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", state_persist_forbidden);
    example_run("state.load", "cart", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", state_load_cart);
    example_run("state.load", "missing", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", state_load_missing);
    example_run("state.load", "another_format", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", state_load_another_format);
    return 0;
}
