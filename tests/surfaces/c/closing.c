/* A session that closes tells what did not end as it should, and lets go of everything all the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <llmspell.h>

#define IS(condition) \
    ((condition) ? (void)0 : (fprintf(stderr, "line %d: expected %s; the last error: %s\n", __LINE__, #condition, \
                                      llmspell_last_error(NULL)->json), exit(EXIT_FAILURE)))
#define OK(call) IS((call) == LLMSPELL_OK)

static int released;

static void let_go(void *user_data)
{
    (void)user_data;
    released++;
}

static llmspell_status answer(void *user_data, const char *arguments_json, char **result_json)
{
    (void)user_data, (void)arguments_json, (void)result_json;
    return LLMSPELL_OK;
}

static llmspell_session *opened(void)
{
    llmspell_session *session = NULL;
    OK(llmspell_open(NULL, &session));
    return session;
}

static void register_tool(llmspell_session *session, llmspell_tool_handler_function call)
{
    llmspell_tool_definition tool;
    llmspell_tool_definition_init(&tool);
    tool.name = "answer";
    tool.description = "Answers.";
    tool.handler = (llmspell_tool_handler){.call = call, .user_data = session, .release = let_go};
    OK(llmspell_tool_register(session, &tool));
}

static void leave_a_script(llmspell_session *session)
{
    OK(llmspell_call(session, "provider.create",
                     "{\"config\": {\"name\": \"left\", \"type\": \"scripted\", \"script\": [{\"text\": \"Hi.\"}]}}", NULL));
}

/* The status of the close is the error; the session is closed and freed, and its callbacks are given back. */
static void unfinished(void)
{
    llmspell_session *session = opened();
    register_tool(session, answer);
    leave_a_script(session);
    IS(llmspell_close(session) == LLMSPELL_E_PROVIDER_SCRIPT_UNFINISHED);
    const llmspell_error *error = llmspell_last_error(NULL);
    IS(strcmp(error->code, "provider.script_unfinished") == 0 && strlen(error->trace_id) > 0);
    IS(strstr(error->fields_json, "\"provider\":\"left\"") != NULL);
    IS(released == 1);
}

/* A session within tells it, too, whichever way it is closed. */
static void unfinished_within(void)
{
    llmspell_session *session = opened(), *within = NULL;
    OK(llmspell_session_open(session, NULL, &within));
    leave_a_script(within);
    IS(llmspell_session_close(session, within) == LLMSPELL_E_PROVIDER_SCRIPT_UNFINISHED);
    OK(llmspell_close(within));
    OK(llmspell_session_open(session, NULL, &within));
    leave_a_script(within);
    IS(llmspell_close(within) == LLMSPELL_E_PROVIDER_SCRIPT_UNFINISHED);
    OK(llmspell_close(session));
}

static llmspell_status close_and_fail(void *user_data, const char *arguments_json, char **result_json)
{
    (void)arguments_json, (void)result_json;
    IS(llmspell_close(user_data) == LLMSPELL_E_PROVIDER_SCRIPT_UNFINISHED);
    return llmspell_fail("shop.closed", "not any more");
}

/* A callback may close the session whose call it runs in; what it fails with then has nobody to hear it. */
static void closed_by_a_callback(void)
{
    llmspell_session *session = opened();
    register_tool(session, close_and_fail);
    leave_a_script(session);
    released = 0;
    IS(llmspell_tool_execute(session, "answer", "{}", NULL, NULL) == LLMSPELL_E_RUNTIME_SESSION_CLOSED);
    IS(released == 1);
}

static llmspell_status refuse(void *user_data, const llmspell_event *event)
{
    (void)user_data, (void)event;
    return llmspell_fail("shop.closed", "no");
}

/* A subscriber that fails is no failure of the emitter, nor of the close. */
static void failing_subscriber(void)
{
    llmspell_session *session = opened();
    llmspell_event_handler handler = {.call = refuse, .release = let_go};
    released = 0;
    OK(llmspell_event_subscribe(session, "order.*", &handler, NULL, NULL));
    OK(llmspell_event_emit(session, "order.paid", "{}", NULL, NULL));
    OK(llmspell_close(session));
    IS(released == 1);
}

int main(void)
{
    unfinished();
    unfinished_within();
    closed_by_a_callback();
    failing_subscriber();
    puts("all is well");
    return EXIT_SUCCESS;
}
