/* Every way a call can go wrong, and what the library says about it. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <llmspell.h>

static void expect(const char *what, llmspell_status got, llmspell_status wanted)
{
    const llmspell_error *error = llmspell_last_error(NULL);
    printf("%-22s %3d %-28s %s\n", what, got, error->code, error->message);
    if (got != wanted || error->status != wanted) {
        fprintf(stderr, "%s: expected the status %d\n", what, wanted);
        exit(EXIT_FAILURE);
    }
}

static llmspell_status refuses(void *user_data, const char *arguments_json, char **result_json)
{
    (void)user_data, (void)arguments_json, (void)result_json;
    return llmspell_fail("shop.closed", "the shop is closed");
}

static llmspell_status gives_no_json(void *user_data, const char *arguments_json, char **result_json)
{
    (void)user_data, (void)arguments_json;
    *result_json = llmspell_string_copy("{not json");
    return LLMSPELL_OK;
}

static void tools(llmspell_session *session)
{
    llmspell_tool_definition tool;
    llmspell_tool_definition_init(&tool);
    expect("a field is missing", llmspell_tool_register(session, &tool), LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    tool.name = "buy";
    tool.description = "\xc3\x28"; /* not UTF-8 */
    tool.handler.call = refuses;
    expect("not UTF-8", llmspell_tool_register(session, &tool), LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    tool.description = "Buys something.";
    tool.category = (llmspell_tool_category)99;
    expect("no such constant", llmspell_tool_register(session, &tool), LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    tool.category = LLMSPELL_TOOL_CATEGORY_UNSPECIFIED;
    tool.parameters_json = "{\"type\": ";
    expect("broken JSON", llmspell_tool_register(session, &tool), LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    tool.parameters_json = NULL;
    if (llmspell_tool_register(session, &tool) != LLMSPELL_OK)
        exit(EXIT_FAILURE);
    expect("the same name again", llmspell_tool_register(session, &tool), LLMSPELL_E_TOOL_ALREADY_EXISTS);
    tool.name = "mumble";
    tool.handler.call = gives_no_json;
    if (llmspell_tool_register(session, &tool) != LLMSPELL_OK)
        exit(EXIT_FAILURE);
}

static void results(llmspell_session *session)
{
    char *result = NULL;
    llmspell_status status = llmspell_call(
        session, "tool.execute", "{\"name\": \"buy\", \"arguments\": {}}", &result);
    printf("%-22s %3d %s\n", "a handler's own error", status, llmspell_last_error(NULL)->json);
    if (status == LLMSPELL_OK || strstr(llmspell_last_error(NULL)->json, "shop.closed") == NULL)
        exit(EXIT_FAILURE);
    status = llmspell_call(session, "tool.execute", "{\"name\": \"mumble\", \"arguments\": {}}", &result);
    printf("%-22s %3d %s\n", "a handler's bad JSON", status, llmspell_last_error(NULL)->message);
    if (status == LLMSPELL_OK)
        exit(EXIT_FAILURE);
}

static void generic(llmspell_session *session)
{
    char *result = NULL;
    expect("no such function", llmspell_call(session, "agent.fly", "{}", &result), LLMSPELL_E_RUNTIME_UNKNOWN_FUNCTION);
    expect("arguments no object", llmspell_call(session, "tool.list", "[]", &result),
           LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    expect("no such argument", llmspell_call(session, "tool.get", "{\"nome\": \"x\"}", &result),
           LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    expect("NULL for a stream", llmspell_agent_stream_start(session, NULL, "Hi", NULL, NULL),
           LLMSPELL_E_RUNTIME_INVALID_ARGUMENT); /* for a result it says that nobody wants it */
    if (llmspell_call_wait(session, 0, 0, NULL, &result) != LLMSPELL_END) /* nothing was started: no error */
        exit(EXIT_FAILURE);
}

int main(void)
{
    llmspell_session *session = NULL;
    expect("no session", llmspell_call(NULL, "tool.list", NULL, NULL), LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    expect("options no JSON", llmspell_open("{", &session), LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    expect("unknown permission", llmspell_open("{\"permissions\": {\"fly\": true}}", &session),
           LLMSPELL_E_RUNTIME_INVALID_ARGUMENT);
    if (llmspell_open("{\"permissions\": {}}", &session) != LLMSPELL_OK)
        return EXIT_FAILURE;

    tools(session);
    results(session);
    generic(session);

    llmspell_agent *nobody = llmspell_agent_from_id("agent_77");
    llmspell_agent_state state;
    expect("no such agent", llmspell_agent_get_state(session, nobody, &state), LLMSPELL_E_AGENT_NOT_FOUND);
    llmspell_agent_free(nobody);
    assert(state == LLMSPELL_AGENT_STATE_UNSPECIFIED);

    llmspell_session_options options;
    llmspell_session_options_init(&options);
    llmspell_session *child = NULL;
    if (llmspell_session_open(session, &options, &child) != LLMSPELL_OK ||
        llmspell_session_close(session, child) != LLMSPELL_OK)
        return EXIT_FAILURE;
    llmspell_agent_info_list agents;
    expect("a closed session", llmspell_agent_list(child, &agents), LLMSPELL_E_RUNTIME_SESSION_CLOSED);
    llmspell_session_free(child);

    llmspell_close(session);
    return EXIT_SUCCESS;
}
