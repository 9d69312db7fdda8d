/* Every example of provider, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_provider_info(json *out, const llmspell_provider_info *value);
static const char *name_of_provider_type(llmspell_provider_type value);
static const char *name_of_provider_status(llmspell_provider_status value);
static void put_provider_capability_list(json *out, const llmspell_provider_capability_list *value);
static const char *name_of_provider_capability(llmspell_provider_capability value);
static void put_usage(json *out, const llmspell_usage *value);
static void put_error_info(json *out, const llmspell_error_info *value);
static void put_provider_info_list(json *out, const llmspell_provider_info_list *value);
static void put_provider_discovered_provider_list(json *out, const llmspell_provider_discovered_provider_list *value);
static void put_provider_discovered_provider(json *out, const llmspell_provider_discovered_provider *value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_provider_chat_result(json *out, const llmspell_provider_chat_result *value);
static void put_message(json *out, const llmspell_message *value);
static const char *name_of_role(llmspell_role value);
static void put_tool_call_list(json *out, const llmspell_tool_call_list *value);
static void put_tool_call(json *out, const llmspell_tool_call *value);
static const char *name_of_provider_finish_reason(llmspell_provider_finish_reason value);
static void put_provider_chat_chunk(json *out, const llmspell_provider_chat_chunk *value);
static const char *name_of_provider_chunk_kind(llmspell_provider_chunk_kind value);
static void put_provider_embedding_result(json *out, const llmspell_provider_embedding_result *value);
static void put_provider_embedding_list(json *out, const llmspell_provider_embedding_list *value);
static void put_provider_embedding(json *out, const llmspell_provider_embedding *value);
static void put_double_list(json *out, const llmspell_double_list *value);
static void put_provider_model_info_list(json *out, const llmspell_provider_model_info_list *value);
static void put_provider_model_info(json *out, const llmspell_provider_model_info *value);
static void put_provider_token_count(json *out, const llmspell_provider_token_count *value);
static const char *name_of_provider_count_method(llmspell_provider_count_method value);

static const char *name_of_provider_type(llmspell_provider_type value)
{
    switch (value) {
    case LLMSPELL_PROVIDER_TYPE_OPENAI:
        return "openai";
    case LLMSPELL_PROVIDER_TYPE_ANTHROPIC:
        return "anthropic";
    case LLMSPELL_PROVIDER_TYPE_COHERE:
        return "cohere";
    case LLMSPELL_PROVIDER_TYPE_OLLAMA:
        return "ollama";
    case LLMSPELL_PROVIDER_TYPE_LOCAL:
        return "local";
    case LLMSPELL_PROVIDER_TYPE_SCRIPTED:
        return "scripted";
    default:
        return NULL;
    }
}

static const char *name_of_provider_status(llmspell_provider_status value)
{
    switch (value) {
    case LLMSPELL_PROVIDER_STATUS_ACTIVE:
        return "active";
    case LLMSPELL_PROVIDER_STATUS_INACTIVE:
        return "inactive";
    case LLMSPELL_PROVIDER_STATUS_ERROR:
        return "error";
    case LLMSPELL_PROVIDER_STATUS_INITIALIZING:
        return "initializing";
    default:
        return NULL;
    }
}

static const char *name_of_provider_capability(llmspell_provider_capability value)
{
    switch (value) {
    case LLMSPELL_PROVIDER_CAPABILITY_STREAMING:
        return "streaming";
    case LLMSPELL_PROVIDER_CAPABILITY_FUNCTION_CALLING:
        return "function_calling";
    case LLMSPELL_PROVIDER_CAPABILITY_VISION:
        return "vision";
    case LLMSPELL_PROVIDER_CAPABILITY_EMBEDDINGS:
        return "embeddings";
    default:
        return NULL;
    }
}

static void put_provider_capability_list(json *out, const llmspell_provider_capability_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, name_of_provider_capability(value->items[i]));
    }
    json_close(out, ']');
}

static void put_usage(json *out, const llmspell_usage *value)
{
    json_open(out, '{');
    json_key(out, "input_tokens");
    json_integer(out, value->input_tokens);
    json_key(out, "output_tokens");
    json_integer(out, value->output_tokens);
    json_key(out, "total_tokens");
    json_integer(out, value->total_tokens);
    json_close(out, '}');
}

static void put_error_info(json *out, const llmspell_error_info *value)
{
    json_open(out, '{');
    json_key(out, "code");
    json_text(out, value->code);
    json_key(out, "message");
    json_text(out, value->message);
    json_key(out, "fields");
    json_raw(out, value->fields_json);
    json_key(out, "recovery");
    json_text(out, value->recovery);
    if (value->has_http_status) {
        json_key(out, "http_status");
        json_integer(out, value->http_status);
    }
    json_key(out, "trace_id");
    json_text(out, value->trace_id);
    if (value->cause != NULL || value->cause_is_null) {
        json_key(out, "cause");
        if (value->cause_is_null)
            json_null(out);
        else
            put_error_info(out, value->cause);
    }
    json_close(out, '}');
}

static void put_provider_info(json *out, const llmspell_provider_info *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "type");
    json_text(out, name_of_provider_type(value->type));
    json_key(out, "status");
    json_text(out, name_of_provider_status(value->status));
    json_key(out, "capabilities");
    put_provider_capability_list(out, &value->capabilities);
    if (value->base_url != NULL) {
        json_key(out, "base_url");
        json_text(out, value->base_url);
    }
    if (value->model != NULL) {
        json_key(out, "model");
        json_text(out, value->model);
    }
    json_key(out, "has_api_key");
    json_boolean(out, value->has_api_key);
    json_key(out, "requests");
    json_integer(out, value->requests);
    json_key(out, "usage");
    put_usage(out, value->usage);
    if (value->has_script_steps) {
        json_key(out, "script_steps");
        json_integer(out, value->script_steps);
    }
    if (value->has_script_used) {
        json_key(out, "script_used");
        json_integer(out, value->script_used);
    }
    if (value->last_error != NULL) {
        json_key(out, "last_error");
        put_error_info(out, value->last_error);
    }
    json_close(out, '}');
}

static void put_provider_info_list(json *out, const llmspell_provider_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_provider_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_provider_discovered_provider(json *out, const llmspell_provider_discovered_provider *value)
{
    json_open(out, '{');
    json_key(out, "type");
    json_text(out, name_of_provider_type(value->type));
    json_key(out, "source");
    json_text(out, value->source);
    json_key(out, "configured");
    json_boolean(out, value->configured);
    json_key(out, "reachable");
    json_boolean(out, value->reachable);
    if (value->base_url != NULL) {
        json_key(out, "base_url");
        json_text(out, value->base_url);
    }
    json_key(out, "models");
    put_string_list(out, &value->models);
    if (value->problem != NULL) {
        json_key(out, "problem");
        json_text(out, value->problem);
    }
    json_close(out, '}');
}

static void put_provider_discovered_provider_list(json *out, const llmspell_provider_discovered_provider_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_provider_discovered_provider(out, &value->items[i]);
    }
    json_close(out, ']');
}

static const char *name_of_role(llmspell_role value)
{
    switch (value) {
    case LLMSPELL_ROLE_SYSTEM:
        return "system";
    case LLMSPELL_ROLE_USER:
        return "user";
    case LLMSPELL_ROLE_ASSISTANT:
        return "assistant";
    case LLMSPELL_ROLE_TOOL:
        return "tool";
    default:
        return NULL;
    }
}

static void put_tool_call(json *out, const llmspell_tool_call *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "arguments");
    json_raw(out, value->arguments_json);
    json_close(out, '}');
}

static void put_tool_call_list(json *out, const llmspell_tool_call_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_tool_call(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_message(json *out, const llmspell_message *value)
{
    json_open(out, '{');
    json_key(out, "role");
    json_text(out, name_of_role(value->role));
    json_key(out, "content");
    json_text(out, value->content);
    if (value->tool_calls.items != NULL) {
        json_key(out, "tool_calls");
        put_tool_call_list(out, &value->tool_calls);
    }
    if (value->tool_call_id != NULL) {
        json_key(out, "tool_call_id");
        json_text(out, value->tool_call_id);
    }
    if (value->name != NULL) {
        json_key(out, "name");
        json_text(out, value->name);
    }
    if (value->images.items != NULL) {
        json_key(out, "images");
        put_string_list(out, &value->images);
    }
    json_close(out, '}');
}

static const char *name_of_provider_finish_reason(llmspell_provider_finish_reason value)
{
    switch (value) {
    case LLMSPELL_PROVIDER_FINISH_REASON_STOP:
        return "stop";
    case LLMSPELL_PROVIDER_FINISH_REASON_LENGTH:
        return "length";
    case LLMSPELL_PROVIDER_FINISH_REASON_TOOL_CALLS:
        return "tool_calls";
    case LLMSPELL_PROVIDER_FINISH_REASON_CONTENT_FILTER:
        return "content_filter";
    case LLMSPELL_PROVIDER_FINISH_REASON_OTHER:
        return "other";
    default:
        return NULL;
    }
}

static void put_provider_chat_result(json *out, const llmspell_provider_chat_result *value)
{
    json_open(out, '{');
    json_key(out, "text");
    json_text(out, value->text);
    json_key(out, "message");
    put_message(out, value->message);
    json_key(out, "finish_reason");
    json_text(out, name_of_provider_finish_reason(value->finish_reason));
    json_key(out, "usage");
    put_usage(out, value->usage);
    json_key(out, "model");
    json_text(out, value->model);
    json_close(out, '}');
}

static const char *name_of_provider_chunk_kind(llmspell_provider_chunk_kind value)
{
    switch (value) {
    case LLMSPELL_PROVIDER_CHUNK_KIND_TEXT:
        return "text";
    case LLMSPELL_PROVIDER_CHUNK_KIND_TOOL_CALL:
        return "tool_call";
    case LLMSPELL_PROVIDER_CHUNK_KIND_FINISH:
        return "finish";
    default:
        return NULL;
    }
}

static void put_provider_chat_chunk(json *out, const llmspell_provider_chat_chunk *value)
{
    json_open(out, '{');
    json_key(out, "kind");
    json_text(out, name_of_provider_chunk_kind(value->kind));
    if (value->text != NULL) {
        json_key(out, "text");
        json_text(out, value->text);
    }
    if (value->tool_call != NULL) {
        json_key(out, "tool_call");
        put_tool_call(out, value->tool_call);
    }
    if (value->result != NULL) {
        json_key(out, "result");
        put_provider_chat_result(out, value->result);
    }
    json_close(out, '}');
}

static void put_double_list(json *out, const llmspell_double_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_number(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_provider_embedding(json *out, const llmspell_provider_embedding *value)
{
    json_open(out, '{');
    json_key(out, "vector");
    put_double_list(out, &value->vector);
    json_close(out, '}');
}

static void put_provider_embedding_list(json *out, const llmspell_provider_embedding_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_provider_embedding(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_provider_embedding_result(json *out, const llmspell_provider_embedding_result *value)
{
    json_open(out, '{');
    json_key(out, "embeddings");
    put_provider_embedding_list(out, &value->embeddings);
    json_key(out, "usage");
    put_usage(out, value->usage);
    json_key(out, "model");
    json_text(out, value->model);
    json_close(out, '}');
}

static void put_provider_model_info(json *out, const llmspell_provider_model_info *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    if (value->owner != NULL) {
        json_key(out, "owner");
        json_text(out, value->owner);
    }
    if (value->family != NULL) {
        json_key(out, "family");
        json_text(out, value->family);
    }
    if (value->has_size_bytes) {
        json_key(out, "size_bytes");
        json_integer(out, value->size_bytes);
    }
    if (value->created_at != NULL) {
        json_key(out, "created_at");
        json_text(out, value->created_at);
    }
    json_close(out, '}');
}

static void put_provider_model_info_list(json *out, const llmspell_provider_model_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_provider_model_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static const char *name_of_provider_count_method(llmspell_provider_count_method value)
{
    switch (value) {
    case LLMSPELL_PROVIDER_COUNT_METHOD_ESTIMATE:
        return "estimate";
    case LLMSPELL_PROVIDER_COUNT_METHOD_PROVIDER:
        return "provider";
    default:
        return NULL;
    }
}

static void put_provider_token_count(json *out, const llmspell_provider_token_count *value)
{
    json_open(out, '{');
    json_key(out, "tokens");
    json_integer(out, value->tokens);
    json_key(out, "method");
    json_text(out, name_of_provider_count_method(value->method));
    if (value->model != NULL) {
        json_key(out, "model");
        json_text(out, value->model);
    }
    json_close(out, '}');
}

/* provider.create, scripted: A provider for tests; the first is always provider_1. */
static void provider_create_scripted(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.name = "rehearsal";
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    example_begin(example);
    llmspell_provider *result = NULL;
    if (example_worked(example, llmspell_provider_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_provider_id(result));
        llmspell_provider_free(result);
    }
}

/* provider.create, ollama_by_default: Ollama on this machine needs no more than its type; nothing is sent until it is used. */
static void provider_create_ollama_by_default(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_OLLAMA;
    config.model = "llama3.2";
    example_begin(example);
    llmspell_provider *result = NULL;
    if (example_worked(example, llmspell_provider_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_provider_id(result));
        llmspell_provider_free(result);
    }
}

/* provider.create, name_twice: Names are unique in a session. */
static void provider_create_name_twice(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.name = "main";
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_provider_config config_;
    llmspell_provider_config_init(&config_);
    config_.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config_.name = "main";
    llmspell_provider_script_step script__items[1];
    llmspell_provider_script_step_list script_ = {script__items, 0};
    config_.script = script_;
    example_begin(example);
    llmspell_provider *result = NULL;
    if (example_worked(example, llmspell_provider_create(session, &config_, &result))) {
        json_text(example_result(example), llmspell_provider_id(result));
        llmspell_provider_free(result);
    }
    llmspell_provider_free(provider);
}

/* provider.create, missing_key: A key is taken from the environment only when the session may read it. */
static void provider_create_missing_key(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_OPENAI;
    example_begin(example);
    llmspell_provider *result = NULL;
    if (example_worked(example, llmspell_provider_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_provider_id(result));
        llmspell_provider_free(result);
    }
}

/* provider.create, not_an_address: An address begins with http:// or https://. */
static void provider_create_not_an_address(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_LOCAL;
    config.base_url = "localhost:8080";
    example_begin(example);
    llmspell_provider *result = NULL;
    if (example_worked(example, llmspell_provider_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_provider_id(result));
        llmspell_provider_free(result);
    }
}

/* provider.create, private_address: Addresses of a private network need a `net` grant that names them. */
static void provider_create_private_address(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_LOCAL;
    config.base_url = "http://192.168.1.20:8080/v1";
    example_begin(example);
    llmspell_provider *result = NULL;
    if (example_worked(example, llmspell_provider_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_provider_id(result));
        llmspell_provider_free(result);
    }
}

/* provider.destroy, finished: All steps were used. */
static void provider_destroy_finished(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    example_begin(example);
    if (example_worked(example, llmspell_provider_destroy(session, provider)))
        json_null(example_result(example));
    llmspell_provider_free(provider);
}

/* provider.destroy, steps_left: A step that nothing reached is an error. */
static void provider_destroy_steps_left(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.name = "rehearsal";
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Never said.";
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    example_begin(example);
    if (example_worked(example, llmspell_provider_destroy(session, provider)))
        json_null(example_result(example));
    llmspell_provider_free(provider);
}

/* provider.destroy, twice: Gone is gone. */
static void provider_destroy_twice(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    GIVEN(llmspell_provider_destroy(session, provider));
    example_begin(example);
    if (example_worked(example, llmspell_provider_destroy(session, provider)))
        json_null(example_result(example));
    llmspell_provider_free(provider);
}

/* provider.configure, another_model: What is not named stays as it was. */
static void provider_configure_another_model(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_provider_changes changes;
    llmspell_provider_changes_init(&changes);
    changes.model = "understudy";
    example_begin(example);
    llmspell_provider_info result;
    if (example_worked(example, llmspell_provider_configure(session, provider, &changes, &result))) {
        put_provider_info(example_result(example), &result);
        llmspell_provider_info_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.configure, no_script_for_a_real_one: Only scripted providers have scripts. */
static void provider_configure_no_script_for_a_real_one(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_OLLAMA;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_provider_changes changes;
    llmspell_provider_changes_init(&changes);
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Hello.";
    llmspell_provider_script_step_list script = {script_items, 1};
    changes.script = script;
    example_begin(example);
    llmspell_provider_info result;
    if (example_worked(example, llmspell_provider_configure(session, provider, &changes, &result))) {
        put_provider_info(example_result(example), &result);
        llmspell_provider_info_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.list, empty: A new session has none. */
static void provider_list_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_provider_info_list result;
    if (example_worked(example, llmspell_provider_list(session, &result))) {
        put_provider_info_list(example_result(example), &result);
        llmspell_provider_info_list_free(&result);
    }
}

/* provider.list, one: Infos never show a key. */
static void provider_list_one(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_OPENAI;
    config.name = "main";
    config.api_key = "sk-secret";
    config.model = "gpt-5-mini";
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    example_begin(example);
    llmspell_provider_info_list result;
    if (example_worked(example, llmspell_provider_list(session, &result))) {
        put_provider_info_list(example_result(example), &result);
        llmspell_provider_info_list_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.get, by_name: The same handle that create gave. */
static void provider_get_by_name(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.name = "main";
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    example_begin(example);
    llmspell_provider *result = NULL;
    if (example_worked(example, llmspell_provider_get(session, "main", &result))) {
        json_text(example_result(example), llmspell_provider_id(result));
        llmspell_provider_free(result);
    }
    llmspell_provider_free(provider);
}

/* provider.get, unknown: Nothing of that name. */
static void provider_get_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_provider *result = NULL;
    if (example_worked(example, llmspell_provider_get(session, "nobody", &result))) {
        json_text(example_result(example), llmspell_provider_id(result));
        llmspell_provider_free(result);
    }
}

/* provider.get_info, after_a_call: A scripted provider says how far its script is. */
static void provider_get_info_after_a_call(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Hi.";
    llmspell_usage usage;
    llmspell_usage_init(&usage);
    usage.input_tokens = 3;
    usage.output_tokens = 2;
    usage.total_tokens = 5;
    script_items[0].usage = &usage;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "Hello";
    llmspell_message_list messages = {messages_items, 1};
    llmspell_provider_chat_result result_;
    GIVEN(llmspell_provider_chat(session, provider, &messages, NULL, &result_));
    example_begin(example);
    llmspell_provider_info result;
    if (example_worked(example, llmspell_provider_get_info(session, provider, &result))) {
        put_provider_info(example_result(example), &result);
        llmspell_provider_info_free(&result);
    }
    llmspell_provider_chat_result_free(&result_);
    llmspell_provider_free(provider);
}

/* provider.discover, scripted: Scripts are always there. */
static void provider_discover_scripted(example *example, llmspell_session *session)
{
    llmspell_provider_type types_items[] = {LLMSPELL_PROVIDER_TYPE_SCRIPTED};
    llmspell_provider_type_list types = {types_items, 1};
    example_begin(example);
    llmspell_provider_discovered_provider_list result;
    if (example_worked(example, llmspell_provider_discover(session, &types, &result))) {
        put_provider_discovered_provider_list(example_result(example), &result);
        llmspell_provider_discovered_provider_list_free(&result);
    }
}

/* provider.discover, without_a_key: It says what is missing, and sends nothing. */
static void provider_discover_without_a_key(example *example, llmspell_session *session)
{
    llmspell_provider_type types_items[] = {LLMSPELL_PROVIDER_TYPE_ANTHROPIC};
    llmspell_provider_type_list types = {types_items, 1};
    example_begin(example);
    llmspell_provider_discovered_provider_list result;
    if (example_worked(example, llmspell_provider_discover(session, &types, &result))) {
        put_provider_discovered_provider_list(example_result(example), &result);
        llmspell_provider_discovered_provider_list_free(&result);
    }
}

/* provider.chat, text: A question and its answer. */
static void provider_chat_text(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.model = "rehearsal";
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Oslo.";
    llmspell_usage usage;
    llmspell_usage_init(&usage);
    usage.input_tokens = 9;
    usage.output_tokens = 2;
    usage.total_tokens = 11;
    script_items[0].usage = &usage;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "What is the capital of Norway?";
    llmspell_message_list messages = {messages_items, 1};
    example_begin(example);
    llmspell_provider_chat_result result;
    if (example_worked(example, llmspell_provider_chat(session, provider, &messages, NULL, &result))) {
        put_provider_chat_result(example_result(example), &result);
        llmspell_provider_chat_result_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.chat, tool_call: The model asks for a tool; whoever called decides what to do. */
static void provider_chat_tool_call(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_tool_call tool_calls_items[1];
    llmspell_provider_scripted_tool_call_init(&tool_calls_items[0]);
    tool_calls_items[0].name = "weather";
    tool_calls_items[0].arguments_json = "{\"city\": \"Oslo\"}";
    llmspell_provider_scripted_tool_call_list tool_calls = {tool_calls_items, 1};
    script_items[0].tool_calls = tool_calls;
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    const char *tools_items[] = {"weather"};
    llmspell_string_list tools = {tools_items, 1};
    expect.tools = tools;
    script_items[0].expect = &expect;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "How is the weather in Oslo?";
    llmspell_message_list messages = {messages_items, 1};
    llmspell_provider_chat_options options_;
    llmspell_provider_chat_options_init(&options_);
    llmspell_tool_spec tools__items[1];
    llmspell_tool_spec_init(&tools__items[0]);
    tools__items[0].name = "weather";
    tools__items[0].description = "The weather in a city.";
    tools__items[0].parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}";
    llmspell_tool_spec_list tools_ = {tools__items, 1};
    options_.tools = tools_;
    example_begin(example);
    llmspell_provider_chat_result result;
    if (example_worked(example, llmspell_provider_chat(session, provider, &messages, &options_, &result))) {
        put_provider_chat_result(example_result(example), &result);
        llmspell_provider_chat_result_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.chat, tried_again: A 429 is tried again; nobody but a subscriber notices. */
static void provider_chat_tried_again(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_failure error;
    llmspell_provider_scripted_failure_init(&error);
    error.http_status = 429;
    error.message = "Slow down.";
    script_items[0].error = &error;
    llmspell_provider_script_step_init(&script_items[1]);
    script_items[1].text = "Here.";
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "Anyone?";
    llmspell_message_list messages = {messages_items, 1};
    example_begin(example);
    llmspell_provider_chat_result result;
    if (example_worked(example, llmspell_provider_chat(session, provider, &messages, NULL, &result))) {
        put_provider_chat_result(example_result(example), &result);
        llmspell_provider_chat_result_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.chat, refused_key: The endpoint's own words come along. */
static void provider_chat_refused_key(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_failure error;
    llmspell_provider_scripted_failure_init(&error);
    error.http_status = 401;
    error.message = "Incorrect API key.";
    script_items[0].error = &error;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "Hello";
    llmspell_message_list messages = {messages_items, 1};
    example_begin(example);
    llmspell_provider_chat_result result;
    if (example_worked(example, llmspell_provider_chat(session, provider, &messages, NULL, &result))) {
        put_provider_chat_result(example_result(example), &result);
        llmspell_provider_chat_result_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.chat, not_scripted: A call that has no step is an error. */
static void provider_chat_not_scripted(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "Hello";
    llmspell_message_list messages = {messages_items, 1};
    example_begin(example);
    llmspell_provider_chat_result result;
    if (example_worked(example, llmspell_provider_chat(session, provider, &messages, NULL, &result))) {
        put_provider_chat_result(example_result(example), &result);
        llmspell_provider_chat_result_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.chat, another_question_expected: A step may say what it expects. */
static void provider_chat_another_question_expected(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Oslo.";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.last_message = "Norway";
    script_items[0].expect = &expect;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "What is the capital of Peru?";
    llmspell_message_list messages = {messages_items, 1};
    example_begin(example);
    llmspell_provider_chat_result result;
    if (example_worked(example, llmspell_provider_chat(session, provider, &messages, NULL, &result))) {
        put_provider_chat_result(example_result(example), &result);
        llmspell_provider_chat_result_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.stream, two_pieces: Text as it arrives, then the whole. */
static void provider_stream_two_pieces(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    const char *chunks_items[] = {"Os", "lo."};
    llmspell_string_list chunks = {chunks_items, 2};
    script_items[0].chunks = chunks;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "What is the capital of Norway?";
    llmspell_message_list messages = {messages_items, 1};
    example_begin(example);
    llmspell_provider_stream *stream = NULL;
    if (example_streams(example, llmspell_provider_stream_start(session, provider, &messages, NULL, &stream))) {
        llmspell_provider_chat_chunk item;
        llmspell_status status;
        while ((status = llmspell_provider_stream_next(stream, &item)) == LLMSPELL_OK) {
            put_provider_chat_chunk(example_item(example), &item);
            llmspell_provider_chat_chunk_free(&item);
        }
        example_streamed(example, status);
        llmspell_provider_stream_close(stream);
    }
    llmspell_provider_free(provider);
}

/* provider.stream, refused: A stream may fail like a call. */
static void provider_stream_refused(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_failure error;
    llmspell_provider_scripted_failure_init(&error);
    error.http_status = 400;
    error.message = "No.";
    script_items[0].error = &error;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "Hello";
    llmspell_message_list messages = {messages_items, 1};
    example_begin(example);
    llmspell_provider_stream *stream = NULL;
    if (example_streams(example, llmspell_provider_stream_start(session, provider, &messages, NULL, &stream))) {
        llmspell_provider_chat_chunk item;
        llmspell_status status;
        while ((status = llmspell_provider_stream_next(stream, &item)) == LLMSPELL_OK) {
            put_provider_chat_chunk(example_item(example), &item);
            llmspell_provider_chat_chunk_free(&item);
        }
        example_streamed(example, status);
        llmspell_provider_stream_close(stream);
    }
    llmspell_provider_free(provider);
}

/* provider.embed, two_texts: One vector for each. */
static void provider_embed_two_texts(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_embedding embeddings_items[2];
    llmspell_provider_embedding_init(&embeddings_items[0]);
    double vector_items[] = {0.5, -0.25};
    llmspell_double_list vector = {vector_items, 2};
    embeddings_items[0].vector = vector;
    llmspell_provider_embedding_init(&embeddings_items[1]);
    double vector__items[] = {1.0, 0.0};
    llmspell_double_list vector_ = {vector__items, 2};
    embeddings_items[1].vector = vector_;
    llmspell_provider_embedding_list embeddings = {embeddings_items, 2};
    script_items[0].embeddings = embeddings;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    const char *texts_items[] = {"north", "south"};
    llmspell_string_list texts = {texts_items, 2};
    example_begin(example);
    llmspell_provider_embedding_result result;
    if (example_worked(example, llmspell_provider_embed(session, provider, &texts, "rehearsal", &result))) {
        put_provider_embedding_result(example_result(example), &result);
        llmspell_provider_embedding_result_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.embed, another_call_expected: A step that answers a chat does not answer this. */
static void provider_embed_another_call_expected(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Hi.";
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    const char *texts_items[] = {"north"};
    llmspell_string_list texts = {texts_items, 1};
    example_begin(example);
    llmspell_provider_embedding_result result;
    if (example_worked(example, llmspell_provider_embed(session, provider, &texts, NULL, &result))) {
        put_provider_embedding_result(example_result(example), &result);
        llmspell_provider_embedding_result_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.get_models, scripted: Only what it was told. */
static void provider_get_models_scripted(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.model = "rehearsal";
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    example_begin(example);
    llmspell_provider_model_info_list result;
    if (example_worked(example, llmspell_provider_get_models(session, provider, &result))) {
        put_provider_model_info_list(example_result(example), &result);
        llmspell_provider_model_info_list_free(&result);
    }
    llmspell_provider_free(provider);
}

/* provider.count_tokens, estimate: Six words of up to eight letters and two signs. */
static void provider_count_tokens_estimate(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    example_begin(example);
    llmspell_provider_token_count result;
    if (example_worked(example, llmspell_provider_count_tokens(session, provider, "Well, the capital of Norway is Oslo.", NULL, &result))) {
        put_provider_token_count(example_result(example), &result);
        llmspell_provider_token_count_free(&result);
    }
    llmspell_provider_free(provider);
}

int main(void)
{
    example_run("provider.create", "scripted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_scripted);
    example_run("provider.create", "ollama_by_default", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_ollama_by_default);
    example_run("provider.create", "name_twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_name_twice);
    example_run("provider.create", "missing_key", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_missing_key);
    example_run("provider.create", "not_an_address", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_not_an_address);
    example_run("provider.create", "private_address", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_private_address);
    example_run("provider.destroy", "finished", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_destroy_finished);
    example_run("provider.destroy", "steps_left", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_destroy_steps_left);
    example_run("provider.destroy", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_destroy_twice);
    example_run("provider.configure", "another_model", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_configure_another_model);
    example_run("provider.configure", "no_script_for_a_real_one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_configure_no_script_for_a_real_one);
    example_run("provider.list", "empty", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_list_empty);
    example_run("provider.list", "one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_list_one);
    example_run("provider.get", "by_name", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_get_by_name);
    example_run("provider.get", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_get_unknown);
    example_run("provider.get_info", "after_a_call", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_get_info_after_a_call);
    example_run("provider.discover", "scripted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_discover_scripted);
    example_run("provider.discover", "without_a_key", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_discover_without_a_key);
    example_run("provider.chat", "text", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_text);
    example_run("provider.chat", "tool_call", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_tool_call);
    example_run("provider.chat", "tried_again", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_tried_again);
    example_run("provider.chat", "refused_key", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_refused_key);
    example_run("provider.chat", "not_scripted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_not_scripted);
    example_run("provider.chat", "another_question_expected", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_another_question_expected);
    example_run("provider.stream", "two_pieces", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_stream_two_pieces);
    example_run("provider.stream", "refused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_stream_refused);
    example_run("provider.embed", "two_texts", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_embed_two_texts);
    example_run("provider.embed", "another_call_expected", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_embed_another_call_expected);
    example_run("provider.get_models", "scripted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_get_models_scripted);
    example_run("provider.count_tokens", "estimate", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_count_tokens_estimate);
    return 0;
}
