/* The demo's agent in C, every call as JSON, as another language's binding would make them: agent_generic PROVIDER [MODEL] */
#include <llmspell.h>

#include <stdio.h>
#include <string.h>

static int calls = 0;

static llmspell_status weather(void *user_data, const char *arguments_json, char **result_json) {
    (void)user_data;
    (void)arguments_json;
    ++calls;
    *result_json = llmspell_string_copy("{\"city\": \"Oslo\", \"temperature\": 22}");
    return LLMSPELL_OK;
}

static const char SCRIPTED[] =
    "{\"config\": {\"name\": \"scripted\", \"type\": \"scripted\", \"script\": ["
    "{\"tool_calls\": [{\"name\": \"weather\", \"arguments\": {\"city\": \"Oslo\"}}]}, {\"text\": \"It is 22 degrees in Oslo.\"}]}}";

static const char TOOL[] =
    "{\"definition\": {\"name\": \"weather\", \"description\": \"The weather in a city.\", \"handler\": \"%s\", \"parameters\": "
    "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}}}";

/* The answer's text, taken out of {"text": "…"}: enough for a demo, no substitute for a JSON parser. */
static void print_text(const char *json) {
    const char *text = strstr(json, "\"text\":");
    const char *begin = text ? strchr(text + 7, '"') : NULL;
    const char *end = begin ? strchr(begin + 1, '"') : NULL;
    if (end)
        printf("%d\t%.*s\n", calls, (int)(end - begin - 1), begin + 1);
    else
        printf("%d\t%s\n", calls, json);
}

int main(int argc, char **argv) {
    const char *provider = argc > 1 ? argv[1] : "scripted";
    char arguments[1024];
    char model[256] = "";
    char *handler = NULL, *agent = NULL, *answer = NULL;
    int exit_status = 1;
    llmspell_session *session = NULL;

    if (llmspell_open("{\"permissions\": {\"llm\": true, \"env\": [\"OPENAI_API_KEY\", \"OLLAMA_HOST\"]}}", &session) != LLMSPELL_OK)
        goto done;
    if (strcmp(provider, "scripted") == 0 && llmspell_call(session, "provider.create", SCRIPTED, NULL) != LLMSPELL_OK)
        goto done;
    if (llmspell_callback_new(session, weather, NULL, NULL, &handler) != LLMSPELL_OK)
        goto done;
    snprintf(arguments, sizeof arguments, TOOL, handler);
    if (llmspell_call(session, "tool.register", arguments, NULL) != LLMSPELL_OK)
        goto done;
    if (argc > 2)
        snprintf(model, sizeof model, ", \"model\": \"%s\"", argv[2]);
    snprintf(arguments, sizeof arguments,
             "{\"config\": {\"name\": \"helper\", \"provider\": \"%s\", \"tools\": [\"weather\"]%s}}", provider, model);
    if (llmspell_call(session, "agent.create", arguments, &agent) != LLMSPELL_OK)
        goto done;
    /* A handle is a JSON string: it goes back as it came. */
    snprintf(arguments, sizeof arguments, "{\"agent\": %s, \"input\": \"What's the weather in Oslo?\"}", agent);
    if (llmspell_call(session, "agent.run", arguments, &answer) != LLMSPELL_OK)
        goto done;
    print_text(answer);
    exit_status = 0;

done:
    if (exit_status != 0)
        fprintf(stderr, "%s\n", llmspell_last_error(session)->message);
    llmspell_string_free(handler);
    llmspell_string_free(agent);
    llmspell_string_free(answer);
    llmspell_close(session);
    return exit_status;
}
