/* Every example of agent, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_agent_run_result(json *out, const llmspell_agent_run_result *value);
static const char *name_of_provider_finish_reason(llmspell_provider_finish_reason value);
static void put_agent_tool_outcome_list(json *out, const llmspell_agent_tool_outcome_list *value);
static void put_agent_tool_outcome(json *out, const llmspell_agent_tool_outcome *value);
static void put_usage(json *out, const llmspell_usage *value);
static void put_agent_structured_result(json *out, const llmspell_agent_structured_result *value);
static void put_agent_run_chunk(json *out, const llmspell_agent_run_chunk *value);
static const char *name_of_agent_chunk_kind(llmspell_agent_chunk_kind value);
static void put_tool_call(json *out, const llmspell_tool_call *value);
static void put_agent_info(json *out, const llmspell_agent_info *value);
static const char *name_of_agent_state(llmspell_agent_state value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_memory_conversation_info(json *out, const llmspell_memory_conversation_info *value);
static const char *name_of_memory_conversation_policy(llmspell_memory_conversation_policy value);
static void put_error_info(json *out, const llmspell_error_info *value);
static void put_message_list(json *out, const llmspell_message_list *value);
static void put_message(json *out, const llmspell_message *value);
static const char *name_of_role(llmspell_role value);
static void put_tool_call_list(json *out, const llmspell_tool_call_list *value);
static void put_agent_info_list(json *out, const llmspell_agent_info_list *value);
static void put_tool_description(json *out, const llmspell_tool_description *value);
static const char *name_of_tool_category(llmspell_tool_category value);
static const char *name_of_tool_execution_mode(llmspell_tool_execution_mode value);

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

static void put_agent_tool_outcome(json *out, const llmspell_agent_tool_outcome *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "arguments");
    json_raw(out, value->arguments_json);
    json_key(out, "content");
    json_text(out, value->content);
    json_key(out, "is_error");
    json_boolean(out, value->is_error);
    json_close(out, '}');
}

static void put_agent_tool_outcome_list(json *out, const llmspell_agent_tool_outcome_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_agent_tool_outcome(out, &value->items[i]);
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

static void put_agent_run_result(json *out, const llmspell_agent_run_result *value)
{
    json_open(out, '{');
    json_key(out, "run_id");
    json_text(out, value->run_id);
    json_key(out, "text");
    json_text(out, value->text);
    json_key(out, "finish_reason");
    json_text(out, name_of_provider_finish_reason(value->finish_reason));
    json_key(out, "steps");
    json_integer(out, value->steps);
    json_key(out, "tool_calls");
    put_agent_tool_outcome_list(out, &value->tool_calls);
    json_key(out, "usage");
    put_usage(out, value->usage);
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    json_close(out, '}');
}

static void put_agent_structured_result(json *out, const llmspell_agent_structured_result *value)
{
    json_open(out, '{');
    json_key(out, "run_id");
    json_text(out, value->run_id);
    json_key(out, "value");
    json_raw(out, value->value_json);
    json_key(out, "text");
    json_text(out, value->text);
    json_key(out, "attempts");
    json_integer(out, value->attempts);
    json_key(out, "steps");
    json_integer(out, value->steps);
    json_key(out, "tool_calls");
    put_agent_tool_outcome_list(out, &value->tool_calls);
    json_key(out, "usage");
    put_usage(out, value->usage);
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    json_close(out, '}');
}

static const char *name_of_agent_chunk_kind(llmspell_agent_chunk_kind value)
{
    switch (value) {
    case LLMSPELL_AGENT_CHUNK_KIND_TEXT:
        return "text";
    case LLMSPELL_AGENT_CHUNK_KIND_TOOL_CALL:
        return "tool_call";
    case LLMSPELL_AGENT_CHUNK_KIND_TOOL_OUTCOME:
        return "tool_outcome";
    case LLMSPELL_AGENT_CHUNK_KIND_FINISH:
        return "finish";
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

static void put_agent_run_chunk(json *out, const llmspell_agent_run_chunk *value)
{
    json_open(out, '{');
    json_key(out, "kind");
    json_text(out, name_of_agent_chunk_kind(value->kind));
    if (value->text != NULL) {
        json_key(out, "text");
        json_text(out, value->text);
    }
    if (value->tool_call != NULL) {
        json_key(out, "tool_call");
        put_tool_call(out, value->tool_call);
    }
    if (value->tool_outcome != NULL) {
        json_key(out, "tool_outcome");
        put_agent_tool_outcome(out, value->tool_outcome);
    }
    if (value->result != NULL) {
        json_key(out, "result");
        put_agent_run_result(out, value->result);
    }
    json_close(out, '}');
}

static const char *name_of_agent_state(llmspell_agent_state value)
{
    switch (value) {
    case LLMSPELL_AGENT_STATE_IDLE:
        return "idle";
    case LLMSPELL_AGENT_STATE_READY:
        return "ready";
    case LLMSPELL_AGENT_STATE_RUNNING:
        return "running";
    case LLMSPELL_AGENT_STATE_COMPLETED:
        return "completed";
    case LLMSPELL_AGENT_STATE_ERROR:
        return "error";
    default:
        return NULL;
    }
}

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static const char *name_of_memory_conversation_policy(llmspell_memory_conversation_policy value)
{
    switch (value) {
    case LLMSPELL_MEMORY_CONVERSATION_POLICY_DROP:
        return "drop";
    case LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE:
        return "summarize";
    default:
        return NULL;
    }
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

static void put_memory_conversation_info(json *out, const llmspell_memory_conversation_info *value)
{
    json_open(out, '{');
    if (value->name != NULL) {
        json_key(out, "name");
        json_text(out, value->name);
    }
    json_key(out, "messages");
    json_integer(out, value->messages);
    json_key(out, "turns");
    json_integer(out, value->turns);
    json_key(out, "tokens");
    json_integer(out, value->tokens);
    json_key(out, "max_tokens");
    json_integer(out, value->max_tokens);
    json_key(out, "policy");
    json_text(out, name_of_memory_conversation_policy(value->policy));
    json_key(out, "dropped");
    json_integer(out, value->dropped);
    json_key(out, "summarized");
    json_integer(out, value->summarized);
    if (value->summary != NULL) {
        json_key(out, "summary");
        json_text(out, value->summary);
    }
    if (value->last_error != NULL) {
        json_key(out, "last_error");
        put_error_info(out, value->last_error);
    }
    json_close(out, '}');
}

static void put_agent_info(json *out, const llmspell_agent_info *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "state");
    json_text(out, name_of_agent_state(value->state));
    json_key(out, "provider");
    json_text(out, value->provider);
    if (value->model != NULL) {
        json_key(out, "model");
        json_text(out, value->model);
    }
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    if (value->system_prompt != NULL) {
        json_key(out, "system_prompt");
        json_text(out, value->system_prompt);
    }
    json_key(out, "tools");
    put_string_list(out, &value->tools);
    json_key(out, "max_steps");
    json_integer(out, value->max_steps);
    json_key(out, "messages");
    json_integer(out, value->messages);
    if (value->memory != NULL) {
        json_key(out, "memory");
        put_memory_conversation_info(out, value->memory);
    }
    json_key(out, "runs");
    json_integer(out, value->runs);
    json_key(out, "usage");
    put_usage(out, value->usage);
    json_key(out, "created_at");
    json_text(out, value->created_at);
    if (value->last_error != NULL) {
        json_key(out, "last_error");
        put_error_info(out, value->last_error);
    }
    json_close(out, '}');
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

static void put_message_list(json *out, const llmspell_message_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_message(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_agent_info_list(json *out, const llmspell_agent_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_agent_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static const char *name_of_tool_category(llmspell_tool_category value)
{
    switch (value) {
    case LLMSPELL_TOOL_CATEGORY_FILE:
        return "file";
    case LLMSPELL_TOOL_CATEGORY_HTTP:
        return "http";
    case LLMSPELL_TOOL_CATEGORY_SYSTEM:
        return "system";
    case LLMSPELL_TOOL_CATEGORY_DATA:
        return "data";
    case LLMSPELL_TOOL_CATEGORY_AI:
        return "ai";
    case LLMSPELL_TOOL_CATEGORY_CUSTOM:
        return "custom";
    default:
        return NULL;
    }
}

static const char *name_of_tool_execution_mode(llmspell_tool_execution_mode value)
{
    switch (value) {
    case LLMSPELL_TOOL_EXECUTION_MODE_DIRECT:
        return "direct";
    case LLMSPELL_TOOL_EXECUTION_MODE_SANDBOXED:
        return "sandboxed";
    case LLMSPELL_TOOL_EXECUTION_MODE_ASYNC:
        return "async";
    default:
        return NULL;
    }
}

static void put_tool_description(json *out, const llmspell_tool_description *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "description");
    json_text(out, value->description);
    json_key(out, "parameters");
    json_raw(out, value->parameters_json);
    json_key(out, "category");
    json_text(out, name_of_tool_category(value->category));
    json_key(out, "mode");
    json_text(out, name_of_tool_execution_mode(value->mode));
    json_key(out, "tags");
    put_string_list(out, &value->tags);
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    json_key(out, "built_in");
    json_boolean(out, value->built_in);
    json_close(out, '}');
}

/* agent.create, helper: A provider of that name is used. */
static void agent_create_helper(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.name = "rehearsal";
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "rehearsal";
    config_.system_prompt = "Be brief.";
    example_begin(example);
    llmspell_agent *result = NULL;
    if (example_worked(example, llmspell_agent_create(session, &config_, &result))) {
        json_text(example_result(example), llmspell_agent_id(result));
        llmspell_agent_free(result);
    }
    llmspell_provider_free(provider);
}

/* agent.create, provider_by_type: A type alone makes a provider with defaults. */
static void agent_create_provider_by_type(example *example, llmspell_session *session)
{
    llmspell_agent_config config;
    llmspell_agent_config_init(&config);
    config.name = "helper";
    config.provider = "ollama";
    config.model = "llama3.2";
    example_begin(example);
    llmspell_agent *result = NULL;
    if (example_worked(example, llmspell_agent_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_agent_id(result));
        llmspell_agent_free(result);
    }
}

/* agent.create, no_provider: Neither a name nor a type. */
static void agent_create_no_provider(example *example, llmspell_session *session)
{
    llmspell_agent_config config;
    llmspell_agent_config_init(&config);
    config.name = "helper";
    config.provider = "nobody";
    example_begin(example);
    llmspell_agent *result = NULL;
    if (example_worked(example, llmspell_agent_create(session, &config, &result))) {
        json_text(example_result(example), llmspell_agent_id(result));
        llmspell_agent_free(result);
    }
}

/* agent.create, with_a_budget: The conversation is kept in a file, and its oldest turns are summarized when they outgrow the budget. */
static void agent_create_with_a_budget(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent_memory memory;
    llmspell_agent_memory_init(&memory);
    memory.max_tokens = 4000;
    memory.policy = LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE;
    memory.provider = "scripted";
    memory.name = "chat";
    memory.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    config_.memory = &memory;
    example_begin(example);
    llmspell_agent *result = NULL;
    if (example_worked(example, llmspell_agent_create(session, &config_, &result))) {
        json_text(example_result(example), llmspell_agent_id(result));
        llmspell_agent_free(result);
    }
    llmspell_provider_free(provider);
}

/* agent.create, no_tool: Tools must exist. */
static void agent_create_no_tool(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    const char *tools_items[] = {"weather"};
    llmspell_string_list tools = {tools_items, 1};
    config_.tools = tools;
    example_begin(example);
    llmspell_agent *result = NULL;
    if (example_worked(example, llmspell_agent_create(session, &config_, &result))) {
        json_text(example_result(example), llmspell_agent_id(result));
        llmspell_agent_free(result);
    }
    llmspell_provider_free(provider);
}

/* agent.destroy, gone: Its handle means nothing from then on. */
static void agent_destroy_gone(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    if (example_worked(example, llmspell_agent_destroy(session, agent)))
        json_null(example_result(example));
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.destroy, unknown: An agent that never was. */
static void agent_destroy_unknown(example *example, llmspell_session *session)
{
    llmspell_agent *agent = llmspell_agent_from_id("no-such-agent");
    example_begin(example);
    if (example_worked(example, llmspell_agent_destroy(session, agent)))
        json_null(example_result(example));
    llmspell_agent_free(agent);
}

/* agent.run, answer: A question and its answer. */
static void agent_run_answer(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Oslo.";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.system_prompt = "Be brief.";
    expect.last_message = "Norway";
    script_items[0].expect = &expect;
    llmspell_usage usage;
    llmspell_usage_init(&usage);
    usage.input_tokens = 12;
    usage.output_tokens = 2;
    usage.total_tokens = 14;
    script_items[0].usage = &usage;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    config_.system_prompt = "Be brief.";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "What is the capital of Norway?", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

static llmspell_status run_tool_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22}");
    return LLMSPELL_OK;
}

/* agent.run, tool: The model asks for a tool, gets its result, and answers. */
static void agent_run_tool(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "The weather in a city.";
    definition.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}";
    definition.handler = (llmspell_tool_handler){.call = run_tool_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_tool_call tool_calls_items[1];
    llmspell_provider_scripted_tool_call_init(&tool_calls_items[0]);
    tool_calls_items[0].name = "weather";
    tool_calls_items[0].arguments_json = "{\"city\": \"Oslo\"}";
    llmspell_provider_scripted_tool_call_list tool_calls = {tool_calls_items, 1};
    script_items[0].tool_calls = tool_calls;
    llmspell_usage usage;
    llmspell_usage_init(&usage);
    usage.input_tokens = 20;
    usage.output_tokens = 8;
    usage.total_tokens = 28;
    script_items[0].usage = &usage;
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    const char *tools_items[] = {"weather"};
    llmspell_string_list tools = {tools_items, 1};
    expect.tools = tools;
    script_items[0].expect = &expect;
    llmspell_provider_script_step_init(&script_items[1]);
    script_items[1].text = "It is 22 degrees in Oslo.";
    llmspell_usage usage_;
    llmspell_usage_init(&usage_);
    usage_.input_tokens = 32;
    usage_.output_tokens = 9;
    usage_.total_tokens = 41;
    script_items[1].usage = &usage_;
    llmspell_provider_script_expectation expect_;
    llmspell_provider_script_expectation_init(&expect_);
    expect_.last_message = "{\"temperature\":22}";
    script_items[1].expect = &expect_;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    const char *tools__items[] = {"weather"};
    llmspell_string_list tools_ = {tools__items, 1};
    config_.tools = tools_;
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "How is the weather in Oslo?", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run, within_a_budget: The model is shown the turns that fit the budget, and a second question leaves room for no more than itself. */
static void agent_run_within_a_budget(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "red fruit";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.has_messages = true;
    expect.messages = 1;
    script_items[0].expect = &expect;
    llmspell_provider_script_step_init(&script_items[1]);
    script_items[1].text = "blue ones";
    llmspell_provider_script_expectation expect_;
    llmspell_provider_script_expectation_init(&expect_);
    expect_.has_messages = true;
    expect_.messages = 1;
    script_items[1].expect = &expect_;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent_memory memory;
    llmspell_agent_memory_init(&memory);
    memory.max_tokens = 16;
    config_.memory = &memory;
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, agent, "one apple", NULL, &result_));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "two plums", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

static llmspell_status run_wrong_arguments_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"never\"");
    return LLMSPELL_OK;
}

/* agent.run, wrong_arguments: What is wrong with its arguments is told to the model, and the handler is not called. */
static void agent_run_wrong_arguments(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "The weather in a city.";
    definition.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}";
    definition.handler = (llmspell_tool_handler){.call = run_wrong_arguments_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_tool_call tool_calls_items[1];
    llmspell_provider_scripted_tool_call_init(&tool_calls_items[0]);
    tool_calls_items[0].name = "weather";
    tool_calls_items[0].arguments_json = "{\"town\": \"Oslo\"}";
    llmspell_provider_scripted_tool_call_list tool_calls = {tool_calls_items, 1};
    script_items[0].tool_calls = tool_calls;
    llmspell_provider_script_step_init(&script_items[1]);
    script_items[1].text = "I cannot tell.";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.last_message = "the property \"city\" is missing";
    script_items[1].expect = &expect;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    const char *tools_items[] = {"weather"};
    llmspell_string_list tools = {tools_items, 1};
    config_.tools = tools;
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "How is the weather in Oslo?", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run, unknown_tool: A tool that the agent does not have is told to the model as well. */
static void agent_run_unknown_tool(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_tool_call tool_calls_items[1];
    llmspell_provider_scripted_tool_call_init(&tool_calls_items[0]);
    tool_calls_items[0].name = "teleport";
    llmspell_provider_scripted_tool_call_list tool_calls = {tool_calls_items, 1};
    script_items[0].tool_calls = tool_calls;
    llmspell_provider_script_step_init(&script_items[1]);
    script_items[1].text = "Then walk.";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.last_message = "teleport";
    script_items[1].expect = &expect;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "Take me to Oslo.", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run, conversation: A second run sees the first. */
static void agent_run_conversation(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Nice to meet you, Ada.";
    llmspell_provider_script_step_init(&script_items[1]);
    script_items[1].text = "Ada.";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.has_messages = true;
    expect.messages = 3;
    expect.last_message = "my name";
    script_items[1].expect = &expect;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, agent, "I am Ada.", NULL, &result_));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "What is my name?", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run, too_many_steps: A model that only asks for tools is stopped. */
static void agent_run_too_many_steps(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_tool_call tool_calls_items[1];
    llmspell_provider_scripted_tool_call_init(&tool_calls_items[0]);
    tool_calls_items[0].name = "teleport";
    llmspell_provider_scripted_tool_call_list tool_calls = {tool_calls_items, 1};
    script_items[0].tool_calls = tool_calls;
    llmspell_provider_script_step_init(&script_items[1]);
    llmspell_provider_scripted_tool_call tool_calls__items[1];
    llmspell_provider_scripted_tool_call_init(&tool_calls__items[0]);
    tool_calls__items[0].name = "teleport";
    llmspell_provider_scripted_tool_call_list tool_calls_ = {tool_calls__items, 1};
    script_items[1].tool_calls = tool_calls_;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    config_.has_max_steps = true;
    config_.max_steps = 2;
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "Take me to Oslo.", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run, provider_fails: The provider's error is the run's. */
static void agent_run_provider_fails(example *example, llmspell_session *session)
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
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "Hello", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run, unknown_agent: Handles that mean nothing are told apart from other failures. */
static void agent_run_unknown_agent(example *example, llmspell_session *session)
{
    llmspell_agent *agent = llmspell_agent_from_id("no-such-agent");
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_run(session, agent, "Hello", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_free(agent);
}

/* agent.run_structured, city: A value instead of prose. */
static void agent_run_structured_city(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "{\"city\": \"Oslo\", \"population\": 717710}";
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_structured_result result;
    if (example_worked(example, llmspell_agent_run_structured(session, agent, "What is the capital of Norway, and how many live there?", "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"population\": {\"type\": \"integer\"}}, \"required\": [\"city\", \"population\"]}", NULL, &result))) {
        put_agent_structured_result(example_result(example), &result);
        llmspell_agent_structured_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run_structured, asked_again: A bad answer is sent back with what is wrong with it. */
static void agent_run_structured_asked_again(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "{\"city\": \"Oslo\"}";
    llmspell_provider_script_step_init(&script_items[1]);
    script_items[1].text = "{\"city\": \"Oslo\", \"population\": 717710}";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.last_message = "the property \"population\" is missing";
    script_items[1].expect = &expect;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_structured_result result;
    if (example_worked(example, llmspell_agent_run_structured(session, agent, "What is the capital of Norway, and how many live there?", "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"population\": {\"type\": \"integer\"}}, \"required\": [\"city\", \"population\"]}", NULL, &result))) {
        put_agent_structured_result(example_result(example), &result);
        llmspell_agent_structured_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run_structured, no_json: A model that does not listen is an error in the end. */
static void agent_run_structured_no_json(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Oslo.";
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_structured_options options_;
    llmspell_agent_structured_options_init(&options_);
    options_.has_max_attempts = true;
    options_.max_attempts = 1;
    example_begin(example);
    llmspell_agent_structured_result result;
    if (example_worked(example, llmspell_agent_run_structured(session, agent, "What is the capital of Norway?", "{\"type\": \"object\"}", &options_, &result))) {
        put_agent_structured_result(example_result(example), &result);
        llmspell_agent_structured_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.run_structured, bad_schema: The schema itself is checked first. */
static void agent_run_structured_bad_schema(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_structured_result result;
    if (example_worked(example, llmspell_agent_run_structured(session, agent, "Hello", "{\"type\": 7}", NULL, &result))) {
        put_agent_structured_result(example_result(example), &result);
        llmspell_agent_structured_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

static llmspell_status stream_tool_and_text_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"sunny\"");
    return LLMSPELL_OK;
}

/* agent.stream, tool_and_text: A tool call, its outcome, and the answer in two pieces. */
static void agent_stream_tool_and_text(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "The weather now.";
    definition.handler = (llmspell_tool_handler){.call = stream_tool_and_text_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_scripted_tool_call tool_calls_items[1];
    llmspell_provider_scripted_tool_call_init(&tool_calls_items[0]);
    tool_calls_items[0].name = "weather";
    llmspell_provider_scripted_tool_call_list tool_calls = {tool_calls_items, 1};
    script_items[0].tool_calls = tool_calls;
    llmspell_provider_script_step_init(&script_items[1]);
    const char *chunks_items[] = {"It is ", "sunny."};
    llmspell_string_list chunks = {chunks_items, 2};
    script_items[1].chunks = chunks;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    const char *tools_items[] = {"weather"};
    llmspell_string_list tools = {tools_items, 1};
    config_.tools = tools;
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_stream *stream = NULL;
    if (example_streams(example, llmspell_agent_stream_start(session, agent, "How is the weather?", NULL, &stream))) {
        llmspell_agent_run_chunk item;
        llmspell_status status;
        while ((status = llmspell_agent_stream_next(stream, &item)) == LLMSPELL_OK) {
            put_agent_run_chunk(example_item(example), &item);
            llmspell_agent_run_chunk_free(&item);
        }
        example_streamed(example, status);
        llmspell_agent_stream_close(stream);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.stream, provider_fails: A stream may fail like a run. */
static void agent_stream_provider_fails(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_stream *stream = NULL;
    if (example_streams(example, llmspell_agent_stream_start(session, agent, "Hello", NULL, &stream))) {
        llmspell_agent_run_chunk item;
        llmspell_status status;
        while ((status = llmspell_agent_stream_next(stream, &item)) == LLMSPELL_OK) {
            put_agent_run_chunk(example_item(example), &item);
            llmspell_agent_run_chunk_free(&item);
        }
        example_streamed(example, status);
        llmspell_agent_stream_close(stream);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.configure, new_prompt: What is not named stays as it was. */
static void agent_configure_new_prompt(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_changes changes;
    llmspell_agent_changes_init(&changes);
    changes.system_prompt = "Be kind.";
    changes.has_max_steps = true;
    changes.max_steps = 3;
    example_begin(example);
    llmspell_agent_info result;
    if (example_worked(example, llmspell_agent_configure(session, agent, &changes, &result))) {
        put_agent_info(example_result(example), &result);
        llmspell_agent_info_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.configure, null_takes_away: Null is not absence. */
static void agent_configure_null_takes_away(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    config_.system_prompt = "Be brief.";
    config_.model = "rehearsal";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_changes changes;
    llmspell_agent_changes_init(&changes);
    changes.system_prompt_is_null = true;
    example_begin(example);
    llmspell_agent_info result;
    if (example_worked(example, llmspell_agent_configure(session, agent, &changes, &result))) {
        put_agent_info(example_result(example), &result);
        llmspell_agent_info_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.configure, no_tool: Tools must exist. */
static void agent_configure_no_tool(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_changes changes;
    llmspell_agent_changes_init(&changes);
    const char *tools_items[] = {"weather"};
    llmspell_string_list tools = {tools_items, 1};
    changes.tools = tools;
    example_begin(example);
    llmspell_agent_info result;
    if (example_worked(example, llmspell_agent_configure(session, agent, &changes, &result))) {
        put_agent_info(example_result(example), &result);
        llmspell_agent_info_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.use_conversation, shared: Two agents go on with the same conversation. */
static void agent_use_conversation_shared(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "red fruit";
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 1000;
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *helper = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &helper));
    llmspell_agent_config config__;
    llmspell_agent_config_init(&config__);
    config__.name = "critic";
    config__.provider = "scripted";
    llmspell_agent *critic = NULL;
    GIVEN(llmspell_agent_create(session, &config__, &critic));
    GIVEN(llmspell_agent_use_conversation(session, helper, conversation));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, helper, "one apple", NULL, &result_));
    example_begin(example);
    if (example_worked(example, llmspell_agent_use_conversation(session, critic, conversation)))
        json_null(example_result(example));
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(critic);
    llmspell_agent_free(helper);
    llmspell_memory_conversation_free(conversation);
    llmspell_provider_free(provider);
}

/* agent.use_conversation, unknown: */
static void agent_use_conversation_unknown(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_memory_conversation *conversation = llmspell_memory_conversation_from_id("no-such-conversation");
    example_begin(example);
    if (example_worked(example, llmspell_agent_use_conversation(session, agent, conversation)))
        json_null(example_result(example));
    llmspell_memory_conversation_free(conversation);
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.get_state, idle: Made, and has not run. */
static void agent_get_state_idle(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_state result;
    if (example_worked(example, llmspell_agent_get_state(session, agent, &result))) {
        json_text(example_result(example), name_of_agent_state(result));
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.get_state, completed: The last run ended well. */
static void agent_get_state_completed(example *example, llmspell_session *session)
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
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, agent, "Hello", NULL, &result_));
    example_begin(example);
    llmspell_agent_state result;
    if (example_worked(example, llmspell_agent_get_state(session, agent, &result))) {
        json_text(example_result(example), name_of_agent_state(result));
    }
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.get_state, unknown: No such agent. */
static void agent_get_state_unknown(example *example, llmspell_session *session)
{
    llmspell_agent *agent = llmspell_agent_from_id("no-such-agent");
    example_begin(example);
    llmspell_agent_state result;
    if (example_worked(example, llmspell_agent_get_state(session, agent, &result))) {
        json_text(example_result(example), name_of_agent_state(result));
    }
    llmspell_agent_free(agent);
}

/* agent.get_info, after_a_run: A question and an answer are two messages. */
static void agent_get_info_after_a_run(example *example, llmspell_session *session)
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
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    config_.description = "Helps.";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, agent, "Hello", NULL, &result_));
    example_begin(example);
    llmspell_agent_info result;
    if (example_worked(example, llmspell_agent_get_info(session, agent, &result))) {
        put_agent_info(example_result(example), &result);
        llmspell_agent_info_free(&result);
    }
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.get_messages, new: Nothing was said yet. */
static void agent_get_messages_new(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_message_list result;
    if (example_worked(example, llmspell_agent_get_messages(session, agent, &result))) {
        put_message_list(example_result(example), &result);
        llmspell_message_list_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.get_messages, after_a_run: What was asked and what was answered. */
static void agent_get_messages_after_a_run(example *example, llmspell_session *session)
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
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, agent, "Hello", NULL, &result_));
    example_begin(example);
    llmspell_message_list result;
    if (example_worked(example, llmspell_agent_get_messages(session, agent, &result))) {
        put_message_list(example_result(example), &result);
        llmspell_message_list_free(&result);
    }
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.list, empty: A new session has none. */
static void agent_list_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_agent_info_list result;
    if (example_worked(example, llmspell_agent_list(session, &result))) {
        put_agent_info_list(example_result(example), &result);
        llmspell_agent_info_list_free(&result);
    }
}

/* agent.list, one: The id is the handle. */
static void agent_list_one(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_info_list result;
    if (example_worked(example, llmspell_agent_list(session, &result))) {
        put_agent_info_list(example_result(example), &result);
        llmspell_agent_info_list_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.reset, forget: The next run starts anew. */
static void agent_reset_forget(example *example, llmspell_session *session)
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
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, agent, "Hello", NULL, &result_));
    example_begin(example);
    if (example_worked(example, llmspell_agent_reset(session, agent)))
        json_null(example_result(example));
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.reset, unknown: No such agent. */
static void agent_reset_unknown(example *example, llmspell_session *session)
{
    llmspell_agent *agent = llmspell_agent_from_id("no-such-agent");
    example_begin(example);
    if (example_worked(example, llmspell_agent_reset(session, agent)))
        json_null(example_result(example));
    llmspell_agent_free(agent);
}

/* agent.handoff, to_a_specialist: The second agent knows what the first was told. */
static void agent_handoff_to_a_specialist(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "I shall ask a colleague.";
    llmspell_provider_script_step_init(&script_items[1]);
    script_items[1].text = "Your order is on its way.";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.has_messages = true;
    expect.messages = 4;
    expect.system_prompt = "deliveries";
    expect.last_message = "Where";
    script_items[1].expect = &expect;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "desk";
    config_.provider = "scripted";
    llmspell_agent *desk = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &desk));
    llmspell_agent_config config__;
    llmspell_agent_config_init(&config__);
    config__.name = "courier";
    config__.provider = "scripted";
    config__.system_prompt = "You know all deliveries.";
    llmspell_agent *courier = NULL;
    GIVEN(llmspell_agent_create(session, &config__, &courier));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, desk, "I ordered a lamp.", NULL, &result_));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_handoff(session, desk, courier, "Where is it?", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(courier);
    llmspell_agent_free(desk);
    llmspell_provider_free(provider);
}

/* agent.handoff, to_itself: A handoff needs two agents. */
static void agent_handoff_to_itself(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_agent_run_result result;
    if (example_worked(example, llmspell_agent_handoff(session, agent, agent, "Hello", NULL, &result))) {
        put_agent_run_result(example_result(example), &result);
        llmspell_agent_run_result_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.as_tool, expert: The description is what other models read. */
static void agent_as_tool_expert(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "Night sky";
    config_.provider = "scripted";
    config_.description = "Knows the stars.";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    example_begin(example);
    llmspell_tool_description result;
    if (example_worked(example, llmspell_agent_as_tool(session, agent, NULL, &result))) {
        put_tool_description(example_result(example), &result);
        llmspell_tool_description_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

/* agent.as_tool, taken: Tools have names of their own. */
static void agent_as_tool_taken(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_agent_config config_;
    llmspell_agent_config_init(&config_);
    config_.name = "helper";
    config_.provider = "scripted";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config_, &agent));
    llmspell_agent_tool_settings settings;
    llmspell_agent_tool_settings_init(&settings);
    settings.name = "calculator";
    example_begin(example);
    llmspell_tool_description result;
    if (example_worked(example, llmspell_agent_as_tool(session, agent, &settings, &result))) {
        put_tool_description(example_result(example), &result);
        llmspell_tool_description_free(&result);
    }
    llmspell_agent_free(agent);
    llmspell_provider_free(provider);
}

int main(void)
{
    example_run("agent.create", "helper", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_create_helper);
    example_run("agent.create", "provider_by_type", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_create_provider_by_type);
    example_run("agent.create", "no_provider", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_create_no_provider);
    example_run("agent.create", "with_a_budget", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", agent_create_with_a_budget);
    example_run("agent.create", "no_tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_create_no_tool);
    example_run("agent.destroy", "gone", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_destroy_gone);
    example_run("agent.destroy", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_destroy_unknown);
    example_run("agent.run", "answer", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_answer);
    example_run("agent.run", "tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_tool);
    example_run("agent.run", "within_a_budget", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_within_a_budget);
    example_run("agent.run", "wrong_arguments", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_wrong_arguments);
    example_run("agent.run", "unknown_tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_unknown_tool);
    example_run("agent.run", "conversation", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_conversation);
    example_run("agent.run", "too_many_steps", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_too_many_steps);
    example_run("agent.run", "provider_fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_provider_fails);
    example_run("agent.run", "unknown_agent", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_unknown_agent);
    example_run("agent.run_structured", "city", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_structured_city);
    example_run("agent.run_structured", "asked_again", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_structured_asked_again);
    example_run("agent.run_structured", "no_json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_structured_no_json);
    example_run("agent.run_structured", "bad_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_run_structured_bad_schema);
    example_run("agent.stream", "tool_and_text", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_stream_tool_and_text);
    example_run("agent.stream", "provider_fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_stream_provider_fails);
    example_run("agent.configure", "new_prompt", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_configure_new_prompt);
    example_run("agent.configure", "null_takes_away", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_configure_null_takes_away);
    example_run("agent.configure", "no_tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_configure_no_tool);
    example_run("agent.use_conversation", "shared", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_use_conversation_shared);
    example_run("agent.use_conversation", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_use_conversation_unknown);
    example_run("agent.get_state", "idle", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_get_state_idle);
    example_run("agent.get_state", "completed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_get_state_completed);
    example_run("agent.get_state", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_get_state_unknown);
    example_run("agent.get_info", "after_a_run", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_get_info_after_a_run);
    example_run("agent.get_messages", "new", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_get_messages_new);
    example_run("agent.get_messages", "after_a_run", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_get_messages_after_a_run);
    example_run("agent.list", "empty", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_list_empty);
    example_run("agent.list", "one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_list_one);
    example_run("agent.reset", "forget", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_reset_forget);
    example_run("agent.reset", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_reset_unknown);
    example_run("agent.handoff", "to_a_specialist", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_handoff_to_a_specialist);
    example_run("agent.handoff", "to_itself", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_handoff_to_itself);
    example_run("agent.as_tool", "expert", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_as_tool_expert);
    example_run("agent.as_tool", "taken", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", agent_as_tool_taken);
    return 0;
}
