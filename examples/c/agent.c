/* An agent with a tool whose handler is a C function.
 *
 * cc agent.c $(pkg-config --cflags --libs llmspell) && ./a.out "How is the weather in Oslo?"
 * With OLLAMA_HOST or OPENAI_API_KEY set it asks a real model; else a script plays the model.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <llmspell.h>

static int failed(const char *what)
{
    const llmspell_error *error = llmspell_last_error(NULL);
    fprintf(stderr, "%s: %s (%s)\n", what, error->message, error->code);
    return EXIT_FAILURE;
}

/* The tool. Arguments and result are JSON, because every tool has its own; `user_data` counts the calls. */
static llmspell_status weather(void *user_data, const char *arguments_json, char **result_json)
{
    int *calls = user_data;
    ++*calls;
    if (strstr(arguments_json, "Atlantis") != NULL)
        return llmspell_fail("weather.no_such_city", "Atlantis has no weather station");
    *result_json = llmspell_string_copy("{\"temperature\": 22, \"sky\": \"clear\"}");
    return LLMSPELL_OK;
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && *value != '\0';
}

/* The provider and model to give an agent; false when none could be made. */
static bool choose_provider(llmspell_session *session, llmspell_agent_config *agent)
{
    bool is_ollama = is_set("OLLAMA_HOST");
    if (is_ollama || is_set("OPENAI_API_KEY")) {
        agent->provider = is_ollama ? "ollama" : "openai"; /* made with its defaults when an agent first names it */
        agent->model = is_set("LLMSPELL_MODEL") ? getenv("LLMSPELL_MODEL") : is_ollama ? "llama3.2" : "gpt-4o-mini";
        return true;
    }

    llmspell_provider_scripted_tool_call wish;
    llmspell_provider_scripted_tool_call_init(&wish);
    wish.name = "weather";
    wish.arguments_json = "{\"city\": \"Oslo\"}";

    llmspell_provider_script_step steps[2];
    llmspell_provider_script_step_init(&steps[0]);
    llmspell_provider_script_step_init(&steps[1]);
    steps[0].tool_calls = (llmspell_provider_scripted_tool_call_list){&wish, 1};
    steps[1].text = "It is 22 degrees in Oslo, and the sky is clear.";

    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.name = "script";
    config.script = (llmspell_provider_script_step_list){steps, 2};

    llmspell_provider *provider = NULL;
    if (llmspell_provider_create(session, &config, &provider) != LLMSPELL_OK)
        return false;
    llmspell_provider_free(provider); /* the handle; the provider itself lives in the session */
    agent->provider = "script";
    return true;
}

int main(int argc, char **argv)
{
    const char *question = argc > 1 ? argv[1] : "How is the weather in Oslo?";
    llmspell_session *session = NULL;
    if (llmspell_open("{\"permissions\": {\"llm\": true, \"net\": true, \"env\": true}}", &session) != LLMSPELL_OK)
        return failed("open");

    int calls = 0;
    llmspell_tool_definition tool;
    llmspell_tool_definition_init(&tool);
    tool.name = "weather";
    tool.description = "The weather in a city, now.";
    tool.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}},"
                           " \"required\": [\"city\"]}";
    tool.handler.call = weather;
    tool.handler.user_data = &calls;
    if (llmspell_tool_register(session, &tool) != LLMSPELL_OK)
        return failed("tool.register");

    const char *tools[] = {"weather"};
    llmspell_agent_config config;
    llmspell_agent_config_init(&config);
    config.name = "helper";
    if (!choose_provider(session, &config))
        return failed("provider.create");
    config.tools = (llmspell_string_list){tools, 1};
    llmspell_agent *agent = NULL;
    if (llmspell_agent_create(session, &config, &agent) != LLMSPELL_OK)
        return failed("agent.create");

    llmspell_agent_run_result result;
    if (llmspell_agent_run(session, agent, question, NULL, &result) != LLMSPELL_OK)
        return failed("agent.run");
    printf("%s\n", result.text);
    printf("(%d tool calls, %lld steps)\n", calls, (long long)result.steps);

    llmspell_agent_run_result_free(&result);
    llmspell_agent_free(agent);
    llmspell_close(session);
    return EXIT_SUCCESS;
}
