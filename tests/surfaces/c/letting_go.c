/* When llmspell gives a callback back: as soon as nothing can call it any more, and never one of a failed call. */
#include <stdio.h>
#include <stdlib.h>

#include <llmspell.h>

static int released;

static void expect(llmspell_status got, llmspell_status wanted, int count, int line)
{
    if (got == wanted && released == count)
        return;
    fprintf(stderr, "line %d: status %d, %d released; expected %d, %d: %s\n", line, (int)got, released, (int)wanted, count,
            llmspell_last_error(NULL)->message);
    exit(EXIT_FAILURE);
}

#define GIVES(call, wanted, count) expect((call), (wanted), (count), __LINE__)

static void let_go(void *user_data)
{
    if (user_data == &released)
        released++;
}

static llmspell_status answer(void *user_data, const char *arguments_json, char **result_json)
{
    (void)user_data, (void)arguments_json;
    *result_json = llmspell_string_copy("{}");
    return LLMSPELL_OK;
}

static llmspell_status hear(void *user_data, const llmspell_event *event)
{
    ++*(int *)user_data;
    return event->type == NULL ? LLMSPELL_E_RUNTIME_INTERNAL : LLMSPELL_OK;
}

int main(void)
{
    llmspell_session *session = NULL;
    GIVES(llmspell_open(NULL, &session), LLMSPELL_OK, 0);

    llmspell_tool_definition tool;
    llmspell_tool_definition_init(&tool);
    tool.name = "answer";
    tool.description = "Answers.";
    tool.handler = (llmspell_tool_handler){.call = answer, .user_data = &released, .release = let_go};
    char *result = NULL;
    GIVES(llmspell_tool_register(session, &tool), LLMSPELL_OK, 0);
    GIVES(llmspell_tool_register(session, &tool), LLMSPELL_E_TOOL_ALREADY_EXISTS, 0);
    GIVES(llmspell_call(session, "tool.execute", "{\"name\": \"answer\", \"arguments\": {}}", &result), LLMSPELL_OK, 0);
    llmspell_string_free(result);
    GIVES(llmspell_tool_unregister(session, "answer"), LLMSPELL_OK, 1);

    char *id = NULL;
    llmspell_event_handler handler = {.call = hear, .user_data = &released, .release = let_go};
    llmspell_event_subscription *subscription = NULL;
    GIVES(llmspell_event_subscribe(session, "order.*", &handler, NULL, &subscription), LLMSPELL_OK, 1);
    GIVES(llmspell_event_emit(session, "order.paid", "{}", NULL, &id), LLMSPELL_OK, 2); /* which hear() counts */
    llmspell_string_free(id);
    GIVES(llmspell_event_unsubscribe(session, subscription), LLMSPELL_OK, 3);
    llmspell_event_subscription_free(subscription);

    GIVES(llmspell_tool_register(session, &tool), LLMSPELL_OK, 3);
    GIVES(llmspell_close(session), LLMSPELL_OK, 4);
    puts("all is well");
    return EXIT_SUCCESS;
}
