/* Every example of state, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* state.create, cart: */
static void state_create_cart(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* state.create, with_schema: The state meets its schema from the first value on. */
static void state_create_with_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.create", "{\"config\": {\"name\": \"counter\", \"value\": {\"count\": -1}, \"schema\": {\"type\": \"object\", \"properties\": {\"count\": {\"type\": \"integer\", \"minimum\": 0}}, \"required\": [\"count\"]}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* state.create, twice: */
static void state_create_twice(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.open, cart: */
static void state_open_cart(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.open", "{\"name\": \"cart\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.open, unknown: */
static void state_open_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.open", "{\"name\": \"cart\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* state.close, cart: */
static void state_close_cart(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.close", example_format(example, "{\"state\": %s}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.close, unknown: */
static void state_close_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.close", "{\"state\": \"state_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* state.list, one: */
static void state_list_one(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.list, none: */
static void state_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* state.get_info, changed: */
static void state_get_info_changed(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"note\", \"value\": \"a\"}}", &state));
    GIVEN(llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"\", \"value\": \"b\"}", state), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.get_info", example_format(example, "{\"state\": %s}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.get, dotted: */
static void state_get_dotted(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.get", example_format(example, "{\"state\": %s, \"path\": \"items[0].count\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.get, pointer: */
static void state_get_pointer(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.get", example_format(example, "{\"state\": %s, \"path\": \"/user/tags/0\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.get, escaped: A dot in a key. */
static void state_get_escaped(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"hosts\", \"value\": {\"example.com\": {\"up\": true}}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.get", example_format(example, "{\"state\": %s, \"path\": \"example\\\\.com.up\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.get, fallback: */
static void state_get_fallback(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.get", example_format(example, "{\"state\": %s, \"path\": \"user.email\", \"options\": {\"fallback\": \"none\"}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.get, nothing: */
static void state_get_nothing(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.get", example_format(example, "{\"state\": %s, \"path\": \"user.email\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.get, no_path: */
static void state_get_no_path(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.get", example_format(example, "{\"state\": %s, \"path\": \"items[x]\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.set, new_key: */
static void state_set_new_key(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"user.address.city\", \"value\": \"Oslo\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.set, added: */
static void state_set_added(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"user.tags[-]\", \"value\": \"kind\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.set, the_same: What is there already is no change. */
static void state_set_the_same(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"total\", \"value\": 9.5}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.set, secret: Events do not carry secrets. */
static void state_set_secret(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"user.password\", \"value\": \"hunter2\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.set, too_late: Somebody else has changed the state since it was read. */
static void state_set_too_late(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    GIVEN(llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"total\", \"value\": 10}", state), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"total\", \"value\": 11, \"options\": {\"expected_revision\": 0}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.set, against_the_schema: */
static void state_set_against_the_schema(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"counter\", \"value\": {\"count\": 0}, \"schema\": {\"type\": \"object\", \"properties\": {\"count\": {\"type\": \"integer\", \"minimum\": 0}}, \"required\": [\"count\"]}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"count\", \"value\": \"many\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.set, beyond_the_list: */
static void state_set_beyond_the_list(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"items[5]\", \"value\": 1}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.delete, key: */
static void state_delete_key(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.delete", example_format(example, "{\"state\": %s, \"path\": \"user.tags\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.delete, nothing: */
static void state_delete_nothing(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.delete", example_format(example, "{\"state\": %s, \"path\": \"user.email\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.update, two: */
static void state_update_two(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.update", example_format(example, "{\"state\": %s, \"changes\": [{\"path\": \"total\", \"value\": 12}, {\"path\": \"user.tags\"}]}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.update, one_fails: The first change is not made either. */
static void state_update_one_fails(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.update", example_format(example, "{\"state\": %s, \"changes\": [{\"path\": \"total\", \"value\": 12}, {\"path\": \"items[7]\", \"value\": 1}]}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.transform, keep: */
static void state_transform_keep(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"filter\", \"options\": {\"keep\": [\"user.name\", \"total\"]}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.transform, where: An expression says which entries stay. */
static void state_transform_where(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"sales\", \"value\": {\"north\": 3, \"south\": 9, \"west\": 5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"filter\", \"options\": {\"where\": \"value > 4 && key != \\\"west\\\"\", \"store\": false}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

static llmspell_status transform_predicate_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("false");
    return LLMSPELL_OK;
}

/* state.transform, predicate: A function of the program says it. */
static void state_transform_predicate(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"sales\", \"value\": {\"north\": 3, \"south\": 9, \"west\": 5}}}", &state));
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, transform_predicate_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"filter\", \"options\": {\"predicate\": %s}}", state, example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
    llmspell_string_free(state);
}

/* state.transform, flatten: */
static void state_transform_flatten(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"flatten\", \"options\": {\"store\": false}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.transform, unflatten: */
static void state_transform_unflatten(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"flat\", \"value\": {\"a.b\": 1, \"a.c[0]\": 2}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"unflatten\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.transform, sanitize: */
static void state_transform_sanitize(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"chat\", \"value\": {\"api_key\": \"abc\", \"text\": \"Use Bearer abcdefghijklmnop1234 here\", \"user_id\": \"17\"}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"sanitize\", \"options\": {\"names\": [\"*_id\"], \"store\": false}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.transform, prune: */
static void state_transform_prune(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"form\", \"value\": {\"a\": null, \"b\": {\"c\": \"\"}, \"d\": [1, null], \"e\": 0}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"prune\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.transform, no_expression: */
static void state_transform_no_expression(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"sales\", \"value\": {\"north\": 3, \"south\": 9, \"west\": 5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"filter\", \"options\": {\"where\": \"value >\"}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.transform, no_criteria: */
static void state_transform_no_criteria(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"sales\", \"value\": {\"north\": 3, \"south\": 9, \"west\": 5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.transform", example_format(example, "{\"state\": %s, \"transform\": \"filter\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.merge, deep: */
static void state_merge_deep(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.merge", example_format(example, "{\"state\": %s, \"other\": {\"user\": {\"tags\": [\"new\", \"kind\"]}, \"total\": 10}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.merge, ours: */
static void state_merge_ours(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.merge", example_format(example, "{\"state\": %s, \"other\": {\"total\": 10, \"paid\": false}, \"options\": {\"strategy\": \"ours\"}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.merge, refused: */
static void state_merge_refused(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.merge", example_format(example, "{\"state\": %s, \"other\": {\"total\": 10, \"paid\": false}, \"options\": {\"refuse_conflicts\": true}}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.snapshot, named: */
static void state_snapshot_named(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.snapshot", example_format(example, "{\"state\": %s, \"name\": \"before payment\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.snapshot, numbered: */
static void state_snapshot_numbered(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    GIVEN(llmspell_call(session, "state.snapshot", example_format(example, "{\"state\": %s, \"name\": \"start\"}", state), NULL));
    GIVEN(llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"total\", \"value\": 0}", state), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.snapshot", example_format(example, "{\"state\": %s}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.snapshot, twice: */
static void state_snapshot_twice(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    GIVEN(llmspell_call(session, "state.snapshot", example_format(example, "{\"state\": %s, \"name\": \"start\"}", state), NULL));
    GIVEN(llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"total\", \"value\": 0}", state), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.snapshot", example_format(example, "{\"state\": %s, \"name\": \"start\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.restore, start: */
static void state_restore_start(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    GIVEN(llmspell_call(session, "state.snapshot", example_format(example, "{\"state\": %s, \"name\": \"start\"}", state), NULL));
    GIVEN(llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"total\", \"value\": 0}", state), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.restore", example_format(example, "{\"state\": %s, \"snapshot\": \"start\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.restore, unknown: */
static void state_restore_unknown(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.restore", example_format(example, "{\"state\": %s, \"snapshot\": \"start\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.list_snapshots, one: */
static void state_list_snapshots_one(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    GIVEN(llmspell_call(session, "state.snapshot", example_format(example, "{\"state\": %s, \"name\": \"start\"}", state), NULL));
    GIVEN(llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"total\", \"value\": 0}", state), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.list_snapshots", example_format(example, "{\"state\": %s}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.drop_snapshot, one: */
static void state_drop_snapshot_one(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    GIVEN(llmspell_call(session, "state.snapshot", example_format(example, "{\"state\": %s, \"name\": \"start\"}", state), NULL));
    GIVEN(llmspell_call(session, "state.set", example_format(example, "{\"state\": %s, \"path\": \"total\", \"value\": 0}", state), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.drop_snapshot", example_format(example, "{\"state\": %s, \"snapshot\": \"start\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.drop_snapshot, unknown: */
static void state_drop_snapshot_unknown(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.drop_snapshot", example_format(example, "{\"state\": %s, \"snapshot\": \"start\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.persist, cart: */
static void state_persist_cart(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.persist", example_format(example, "{\"state\": %s, \"file\": \"cart.json\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.persist, forbidden: */
static void state_persist_forbidden(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.persist", example_format(example, "{\"state\": %s, \"file\": \"cart.json\"}", state), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.load, cart: */
static void state_load_cart(example *example, llmspell_session *session)
{
    char *state = NULL;
    GIVEN(llmspell_call(session, "state.create", "{\"config\": {\"name\": \"cart\", \"value\": {\"user\": {\"name\": \"Ada\", \"tags\": [\"new\"]}, \"items\": [{\"sku\": \"a1\", \"count\": 2}], \"total\": 9.5}}}", &state));
    GIVEN(llmspell_call(session, "state.persist", example_format(example, "{\"state\": %s, \"file\": \"cart.json\"}", state), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.load", "{\"file\": \"cart.json\", \"options\": {\"name\": \"copy\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(state);
}

/* state.load, missing: */
static void state_load_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.load", "{\"file\": \"missing.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* state.load, another_format: */
static void state_load_another_format(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"file_write\", \"arguments\": {\"path\": \"cart.json\", \"text\": \"{\\\"format\\\": \\\"llmspell.state\\\", \\\"version\\\": 9}\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "state.load", "{\"file\": \"cart.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
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
