/* The demo's agent in C, with the typed functions: agent PROVIDER [MODEL] */
#include <llmspell.h>

#include <stdio.h>
#include <string.h>

/* A tool handler: JSON in, JSON out. `user_data` counts the calls. */
static llmspell_status weather(void *user_data, const char *arguments_json, char **result_json) {
    (void)arguments_json;
    ++*(int *)user_data;
    *result_json = llmspell_string_copy("{\"city\": \"Oslo\", \"temperature\": 22}");
    return LLMSPELL_OK;
}

static llmspell_status make_scripted_provider(llmspell_session *session) {
    llmspell_provider_scripted_tool_call call;
    llmspell_provider_script_step steps[2];
    llmspell_provider_config config;
    llmspell_provider *provider = NULL;
    llmspell_status status;

    llmspell_provider_scripted_tool_call_init(&call);
    call.name = "weather";
    call.arguments_json = "{\"city\": \"Oslo\"}";
    llmspell_provider_script_step_init(&steps[0]);
    steps[0].tool_calls.items = &call;
    steps[0].tool_calls.count = 1;
    llmspell_provider_script_step_init(&steps[1]);
    steps[1].text = "It is 22 degrees in Oslo.";
    llmspell_provider_config_init(&config);
    config.name = "scripted";
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.script.items = steps;
    config.script.count = 2;
    status = llmspell_provider_create(session, &config, &provider);
    llmspell_provider_free(provider);
    return status;
}

int main(int argc, char **argv) {
    const char *provider = argc > 1 ? argv[1] : "scripted";
    const char *tools[] = {"weather"};
    int calls = 0;
    int exit_status = 1;
    llmspell_session *session = NULL;
    llmspell_agent *agent = NULL;
    llmspell_tool_definition tool;
    llmspell_agent_config config;
    llmspell_agent_run_result answer;

    if (llmspell_open("{\"permissions\": {\"llm\": true, \"env\": [\"OPENAI_API_KEY\", \"OLLAMA_HOST\"]}}", &session) != LLMSPELL_OK)
        goto done;
    if (strcmp(provider, "scripted") == 0 && make_scripted_provider(session) != LLMSPELL_OK)
        goto done;

    llmspell_tool_definition_init(&tool);
    tool.name = "weather";
    tool.description = "The weather in a city.";
    tool.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}";
    tool.handler.call = weather;
    tool.handler.user_data = &calls;
    if (llmspell_tool_register(session, &tool) != LLMSPELL_OK)
        goto done;

    llmspell_agent_config_init(&config);
    config.name = "helper";
    config.provider = provider;
    config.model = argc > 2 ? argv[2] : NULL;
    config.tools.items = tools;
    config.tools.count = 1;
    if (llmspell_agent_create(session, &config, &agent) != LLMSPELL_OK)
        goto done;
    if (llmspell_agent_run(session, agent, "What's the weather in Oslo?", NULL, &answer) != LLMSPELL_OK)
        goto done;
    printf("%d\t%s\n", calls, answer.text);
    llmspell_agent_run_result_free(&answer);
    exit_status = 0;

done:
    if (exit_status != 0)
        fprintf(stderr, "%s\n", llmspell_last_error(session)->message);
    llmspell_agent_free(agent);
    llmspell_close(session);
    return exit_status;
}
