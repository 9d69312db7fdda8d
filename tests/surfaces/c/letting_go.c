/* When llmspell gives a callback back: as soon as nothing can call it any more, and never one of a failed call. */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

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

enum { ROUNDS = 64, SIZE = 4 << 20 };

static llmspell_status give_and_fail(void *user_data, const char *arguments_json, char **result_json)
{
    (void)arguments_json;
    *result_json = llmspell_string_copy(user_data);
    return llmspell_fail("shop.closed", "no");
}

static long most_memory(void)
{
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}

/* What a callback had given before it failed is freed, too: all of it would be a quarter of a gigabyte. */
static void failing(llmspell_session *session)
{
    char *large = malloc(SIZE + 1);
    if (large == NULL)
        exit(EXIT_FAILURE);
    memset(large, ' ', SIZE);
    large[SIZE] = '\0';
    llmspell_tool_definition tool;
    llmspell_tool_definition_init(&tool);
    tool.name = "wasteful";
    tool.description = "Fails.";
    tool.handler = (llmspell_tool_handler){.call = give_and_fail, .user_data = large};
    GIVES(llmspell_tool_register(session, &tool), LLMSPELL_OK, 4);
    long before = most_memory();
    for (int i = 0; i < ROUNDS; i++)
        GIVES(llmspell_tool_execute(session, "wasteful", "{}", NULL, NULL), LLMSPELL_E_TOOL_EXECUTION_FAILED, 4);
    if (most_memory() - before > ROUNDS / 2 * (SIZE / 1024)) {
        fprintf(stderr, "%ld KB more than before\n", most_memory() - before);
        exit(EXIT_FAILURE);
    }
    free(large);
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
    GIVES(llmspell_open(NULL, &session), LLMSPELL_OK, 4);
    failing(session);
    GIVES(llmspell_close(session), LLMSPELL_OK, 4);
    puts("all is well");
    return EXIT_SUCCESS;
}
