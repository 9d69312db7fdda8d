/* Hooks take part in calls: a C function that guards tools, and one that changes what a model is asked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <llmspell.h>

#define CHECK(call)                                                                  \
    do {                                                                             \
        if ((call) != LLMSPELL_OK) {                                                 \
            const llmspell_error *error = llmspell_last_error(NULL);                 \
            fprintf(stderr, "%s: %s (%s)\n", #call, error->message, error->code);    \
            exit(EXIT_FAILURE);                                                      \
        }                                                                            \
    } while (0)

/* Before a tool runs: refuse what is not arithmetic of ours. What goes out is freed by the library. */
static llmspell_status guard(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *answer, bool *is_null)
{
    int *seen = user_data;
    ++*seen;
    const llmspell_hook_tool_call_payload *payload = call->payload->as.tool_call;
    printf("%s is about to run with %s\n", payload->tool, payload->arguments_json);
    *is_null = strstr(payload->arguments_json, "/ 0") == NULL; /* null: let it pass */
    if (!*is_null)
        answer->reject = llmspell_string_copy("nothing is divided by zero here");
    return LLMSPELL_OK;
}

static void run(llmspell_session *session, const char *arguments)
{
    llmspell_tool_result result;
    if (llmspell_tool_execute(session, "calculator", arguments, NULL, &result) != LLMSPELL_OK) {
        printf("%s\n", llmspell_last_error(session)->message);
        return;
    }
    printf("%s\n", result.value_json);
    llmspell_tool_result_free(&result);
}

int main(void)
{
    llmspell_session *session = NULL;
    CHECK(llmspell_open(NULL, &session));

    int seen = 0;
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "tool_call";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.name = "guard";
    definition.handler = (llmspell_hook_handler){.call = guard, .user_data = &seen};
    llmspell_hook *hook = NULL;
    CHECK(llmspell_hook_register(session, &definition, &hook));

    /* A ready-made hook: the same question is not worked out twice. */
    const char *tools[] = {"calculator"};
    const char *points[] = {"tool_call"};
    llmspell_hook_cache_hook cache;
    llmspell_hook_cache_hook_init(&cache);
    cache.points = (llmspell_string_list){points, 1};
    cache.tools = (llmspell_string_list){tools, 1};
    llmspell_hook_built_in_hook built_in = {.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_CACHE, .as.cache = &cache};
    llmspell_hook *kept = NULL;
    CHECK(llmspell_hook_install(session, &built_in, &kept));

    run(session, "{\"expression\": \"6 * 7\"}");
    run(session, "{\"expression\": \"6 * 7\"}");
    run(session, "{\"expression\": \"1 / 0\"}");

    llmspell_hook_info info;
    CHECK(llmspell_hook_get_info(session, kept, &info));
    for (size_t i = 0; i < info.counts.count; i++)
        printf("%s: %lld\n", info.counts.entries[i].key, (long long)info.counts.entries[i].value);
    llmspell_hook_info_free(&info);
    printf("the guard was asked %d times\n", seen);

    llmspell_hook_free(kept);
    llmspell_hook_free(hook);
    return llmspell_close(session) == LLMSPELL_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
