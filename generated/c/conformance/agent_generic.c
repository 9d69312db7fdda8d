/* Every example of agent, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* agent.create, helper: A provider of that name is used. */
static void agent_create_helper(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"name\": \"rehearsal\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"rehearsal\", \"system_prompt\": \"Be brief.\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.create, provider_by_type: A type alone makes a provider with defaults. */
static void agent_create_provider_by_type(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"ollama\", \"model\": \"llama3.2\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.create, no_provider: Neither a name nor a type. */
static void agent_create_no_provider(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"nobody\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.create, with_a_budget: The conversation is kept in a file, and its oldest turns are summarized when they outgrow the budget. */
static void agent_create_with_a_budget(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"memory\": {\"max_tokens\": 4000, \"policy\": \"summarize\", \"provider\": \"scripted\", \"name\": \"chat\", \"scope\": \"agent\"}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.create, no_tool: Tools must exist. */
static void agent_create_no_tool(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"tools\": [\"weather\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.destroy, gone: Its handle means nothing from then on. */
static void agent_destroy_gone(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.destroy", example_format(example, "{\"agent\": %s}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.destroy, unknown: An agent that never was. */
static void agent_destroy_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.destroy", "{\"agent\": \"no-such-agent\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.run, answer: A question and its answer. */
static void agent_run_answer(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Oslo.\", \"expect\": {\"system_prompt\": \"Be brief.\", \"last_message\": \"Norway\"}, \"usage\": {\"input_tokens\": 12, \"output_tokens\": 2, \"total_tokens\": 14}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"system_prompt\": \"Be brief.\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"What is the capital of Norway?\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

static llmspell_status run_tool_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22}");
    return LLMSPELL_OK;
}

/* agent.run, tool: The model asks for a tool, gets its result, and answers. */
static void agent_run_tool(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, run_tool_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"The weather in a city.\", \"parameters\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}, \"handler\": %s}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"tool_calls\": [{\"name\": \"weather\", \"arguments\": {\"city\": \"Oslo\"}}], \"usage\": {\"input_tokens\": 20, \"output_tokens\": 8, \"total_tokens\": 28}, \"expect\": {\"tools\": [\"weather\"]}}, {\"text\": \"It is 22 degrees in Oslo.\", \"usage\": {\"input_tokens\": 32, \"output_tokens\": 9, \"total_tokens\": 41}, \"expect\": {\"last_message\": \"{\\\"temperature\\\":22}\"}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"tools\": [\"weather\"]}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"How is the weather in Oslo?\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
    llmspell_string_free(callback);
}

/* agent.run, within_a_budget: The model is shown the turns that fit the budget, and a second question leaves room for no more than itself. */
static void agent_run_within_a_budget(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"red fruit\", \"expect\": {\"messages\": 1}}, {\"text\": \"blue ones\", \"expect\": {\"messages\": 1}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"memory\": {\"max_tokens\": 16}}}", &agent));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"one apple\"}", agent), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"two plums\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

static llmspell_status run_wrong_arguments_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"never\"");
    return LLMSPELL_OK;
}

/* agent.run, wrong_arguments: What is wrong with its arguments is told to the model, and the handler is not called. */
static void agent_run_wrong_arguments(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, run_wrong_arguments_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"The weather in a city.\", \"parameters\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}, \"handler\": %s}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"tool_calls\": [{\"name\": \"weather\", \"arguments\": {\"town\": \"Oslo\"}}]}, {\"text\": \"I cannot tell.\", \"expect\": {\"last_message\": \"the property \\\"city\\\" is missing\"}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"tools\": [\"weather\"]}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"How is the weather in Oslo?\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
    llmspell_string_free(callback);
}

/* agent.run, unknown_tool: A tool that the agent does not have is told to the model as well. */
static void agent_run_unknown_tool(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"tool_calls\": [{\"name\": \"teleport\"}]}, {\"text\": \"Then walk.\", \"expect\": {\"last_message\": \"teleport\"}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"Take me to Oslo.\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.run, conversation: A second run sees the first. */
static void agent_run_conversation(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Nice to meet you, Ada.\"}, {\"text\": \"Ada.\", \"expect\": {\"messages\": 3, \"last_message\": \"my name\"}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"I am Ada.\"}", agent), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"What is my name?\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.run, too_many_steps: A model that only asks for tools is stopped. */
static void agent_run_too_many_steps(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"tool_calls\": [{\"name\": \"teleport\"}]}, {\"tool_calls\": [{\"name\": \"teleport\"}]}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"max_steps\": 2}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"Take me to Oslo.\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.run, provider_fails: The provider's error is the run's. */
static void agent_run_provider_fails(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"error\": {\"http_status\": 401, \"message\": \"Incorrect API key.\"}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"Hello\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.run, unknown_agent: Handles that mean nothing are told apart from other failures. */
static void agent_run_unknown_agent(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run", "{\"agent\": \"no-such-agent\", \"input\": \"Hello\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.run_structured, city: A value instead of prose. */
static void agent_run_structured_city(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"{\\\"city\\\": \\\"Oslo\\\", \\\"population\\\": 717710}\"}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run_structured", example_format(example, "{\"agent\": %s, \"input\": \"What is the capital of Norway, and how many live there?\", \"schema\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"population\": {\"type\": \"integer\"}}, \"required\": [\"city\", \"population\"]}}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.run_structured, asked_again: A bad answer is sent back with what is wrong with it. */
static void agent_run_structured_asked_again(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"{\\\"city\\\": \\\"Oslo\\\"}\"}, {\"text\": \"{\\\"city\\\": \\\"Oslo\\\", \\\"population\\\": 717710}\", \"expect\": {\"last_message\": \"the property \\\"population\\\" is missing\"}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run_structured", example_format(example, "{\"agent\": %s, \"input\": \"What is the capital of Norway, and how many live there?\", \"schema\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"population\": {\"type\": \"integer\"}}, \"required\": [\"city\", \"population\"]}}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.run_structured, no_json: A model that does not listen is an error in the end. */
static void agent_run_structured_no_json(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Oslo.\"}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run_structured", example_format(example, "{\"agent\": %s, \"input\": \"What is the capital of Norway?\", \"schema\": {\"type\": \"object\"}, \"options\": {\"max_attempts\": 1}}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.run_structured, bad_schema: The schema itself is checked first. */
static void agent_run_structured_bad_schema(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.run_structured", example_format(example, "{\"agent\": %s, \"input\": \"Hello\", \"schema\": {\"type\": 7}}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

static llmspell_status stream_tool_and_text_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"sunny\"");
    return LLMSPELL_OK;
}

/* agent.stream, tool_and_text: A tool call, its outcome, and the answer in two pieces. */
static void agent_stream_tool_and_text(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, stream_tool_and_text_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"The weather now.\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"tool_calls\": [{\"name\": \"weather\"}]}, {\"chunks\": [\"It is \", \"sunny.\"]}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"tools\": [\"weather\"]}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_streams(example, llmspell_call(session, "agent.stream", example_format(example, "{\"agent\": %s, \"input\": \"How is the weather?\"}", agent), &result))) {
        char *stream = example_unquote(example, result);
        char *item = NULL;
        llmspell_status status;
        while ((status = llmspell_stream_next(session, stream, &item)) == LLMSPELL_OK) {
            json_raw(example_item(example), item);
            llmspell_string_free(item);
        }
        example_streamed(example, status);
    }
    llmspell_string_free(result);
    llmspell_string_free(agent);
    llmspell_string_free(callback);
}

/* agent.stream, provider_fails: A stream may fail like a run. */
static void agent_stream_provider_fails(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_streams(example, llmspell_call(session, "agent.stream", example_format(example, "{\"agent\": %s, \"input\": \"Hello\"}", agent), &result))) {
        char *stream = example_unquote(example, result);
        char *item = NULL;
        llmspell_status status;
        while ((status = llmspell_stream_next(session, stream, &item)) == LLMSPELL_OK) {
            json_raw(example_item(example), item);
            llmspell_string_free(item);
        }
        example_streamed(example, status);
    }
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.configure, new_prompt: What is not named stays as it was. */
static void agent_configure_new_prompt(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.configure", example_format(example, "{\"agent\": %s, \"changes\": {\"system_prompt\": \"Be kind.\", \"max_steps\": 3}}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.configure, null_takes_away: Null is not absence. */
static void agent_configure_null_takes_away(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"system_prompt\": \"Be brief.\", \"model\": \"rehearsal\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.configure", example_format(example, "{\"agent\": %s, \"changes\": {\"system_prompt\": null}}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.configure, no_tool: Tools must exist. */
static void agent_configure_no_tool(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.configure", example_format(example, "{\"agent\": %s, \"changes\": {\"tools\": [\"weather\"]}}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.use_conversation, shared: Two agents go on with the same conversation. */
static void agent_use_conversation_shared(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"red fruit\"}]}}", NULL));
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 1000}}", &conversation));
    char *helper = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &helper));
    char *critic = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"critic\", \"provider\": \"scripted\"}}", &critic));
    GIVEN(llmspell_call(session, "agent.use_conversation", example_format(example, "{\"agent\": %s, \"conversation\": %s}", helper, conversation), NULL));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"one apple\"}", helper), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.use_conversation", example_format(example, "{\"agent\": %s, \"conversation\": %s}", critic, conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(critic);
    llmspell_string_free(helper);
    llmspell_string_free(conversation);
}

/* agent.use_conversation, unknown: */
static void agent_use_conversation_unknown(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.use_conversation", example_format(example, "{\"agent\": %s, \"conversation\": \"no-such-conversation\"}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.get_state, idle: Made, and has not run. */
static void agent_get_state_idle(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.get_state", example_format(example, "{\"agent\": %s}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.get_state, completed: The last run ended well. */
static void agent_get_state_completed(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Hi.\"}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"Hello\"}", agent), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.get_state", example_format(example, "{\"agent\": %s}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.get_state, unknown: No such agent. */
static void agent_get_state_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.get_state", "{\"agent\": \"no-such-agent\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.get_info, after_a_run: A question and an answer are two messages. */
static void agent_get_info_after_a_run(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Hi.\", \"usage\": {\"input_tokens\": 3, \"output_tokens\": 2, \"total_tokens\": 5}}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\", \"description\": \"Helps.\"}}", &agent));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"Hello\"}", agent), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.get_info", example_format(example, "{\"agent\": %s}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.get_messages, new: Nothing was said yet. */
static void agent_get_messages_new(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.get_messages", example_format(example, "{\"agent\": %s}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.get_messages, after_a_run: What was asked and what was answered. */
static void agent_get_messages_after_a_run(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Hi.\"}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"Hello\"}", agent), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.get_messages", example_format(example, "{\"agent\": %s}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.list, empty: A new session has none. */
static void agent_list_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.list, one: The id is the handle. */
static void agent_list_one(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.reset, forget: The next run starts anew. */
static void agent_reset_forget(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Hi.\"}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"Hello\"}", agent), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.reset", example_format(example, "{\"agent\": %s}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.reset, unknown: No such agent. */
static void agent_reset_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.reset", "{\"agent\": \"no-such-agent\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* agent.handoff, to_a_specialist: The second agent knows what the first was told. */
static void agent_handoff_to_a_specialist(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"I shall ask a colleague.\"}, {\"text\": \"Your order is on its way.\", \"expect\": {\"messages\": 4, \"system_prompt\": \"deliveries\", \"last_message\": \"Where\"}}]}}", NULL));
    char *desk = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"desk\", \"provider\": \"scripted\"}}", &desk));
    char *courier = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"courier\", \"provider\": \"scripted\", \"system_prompt\": \"You know all deliveries.\"}}", &courier));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"I ordered a lamp.\"}", desk), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.handoff", example_format(example, "{\"agent\": %s, \"target\": %s, \"input\": \"Where is it?\"}", desk, courier), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(courier);
    llmspell_string_free(desk);
}

/* agent.handoff, to_itself: A handoff needs two agents. */
static void agent_handoff_to_itself(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.handoff", example_format(example, "{\"agent\": %s, \"target\": %s, \"input\": \"Hello\"}", agent, agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.as_tool, expert: The description is what other models read. */
static void agent_as_tool_expert(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"Night sky\", \"provider\": \"scripted\", \"description\": \"Knows the stars.\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.as_tool", example_format(example, "{\"agent\": %s}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* agent.as_tool, taken: Tools have names of their own. */
static void agent_as_tool_taken(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\"}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"scripted\"}}", &agent));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "agent.as_tool", example_format(example, "{\"agent\": %s, \"settings\": {\"name\": \"calculator\"}}", agent), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
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
