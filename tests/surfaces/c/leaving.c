/* What a C program gives up reaches the implementation: a call that is cancelled, a stream that is left, a session that
 * is closed. The first argument says which; the second is an endpoint that holds every chat until its client goes away. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <llmspell.h>

#define IS(condition) \
    ((condition) ? (void)0 : (fprintf(stderr, "line %d: expected %s; the last error: %s\n", __LINE__, #condition, \
                                      llmspell_last_error(NULL)->json), exit(EXIT_FAILURE)))
#define OK(call) IS((call) == LLMSPELL_OK)

/* One call on a thread of its own, which another one ends. */
typedef struct {
    llmspell_session *session;
    llmspell_agent *agent;
    uint64_t ticket;
    llmspell_status status;
} call;

/* The name of the endpoint's model, which it gives when what it waits for has happened. */
static void endpoint_says(llmspell_session *session, llmspell_provider *provider, const char *expected)
{
    llmspell_provider_model_info_list models;
    OK(llmspell_provider_get_models(session, provider, &models));
    IS(models.count == 1 && strcmp(models.items[0].id, expected) == 0);
    llmspell_provider_model_info_list_free(&models);
}

static void has_added_nothing(llmspell_session *session, llmspell_agent *agent)
{
    llmspell_agent_info info;
    OK(llmspell_agent_get_info(session, agent, &info));
    IS(info.state == LLMSPELL_AGENT_STATE_READY && info.messages == 0);
    llmspell_agent_info_free(&info);
}

static llmspell_agent *make_agent(llmspell_session *session, const char *url, llmspell_provider **provider)
{
    llmspell_provider_config local;
    llmspell_provider_config_init(&local);
    local.type = LLMSPELL_PROVIDER_TYPE_LOCAL;
    local.base_url = url;
    local.model = "m";
    OK(llmspell_provider_create(session, &local, provider));
    llmspell_agent_config config;
    llmspell_agent_config_init(&config);
    config.name = "helper";
    config.provider = "local";
    llmspell_agent *agent = NULL;
    OK(llmspell_agent_create(session, &config, &agent));
    return agent;
}

static void *run(void *data)
{
    call *own = data;
    own->status = llmspell_agent_run(own->session, own->agent, "Hello", NULL, NULL);
    return NULL;
}

static void *run_cancellable(void *data)
{
    call *own = data;
    OK(llmspell_cancellable(own->session, &own->ticket));
    return run(data);
}

/* Only the wait for an item is announced, and not the call that opened the stream. */
static void *read_cancellable(void *data)
{
    call *own = data;
    llmspell_agent_stream *stream = NULL;
    OK(llmspell_agent_stream_start(own->session, own->agent, "Hello", NULL, &stream));
    OK(llmspell_cancellable(own->session, &own->ticket));
    own->status = llmspell_agent_stream_next(stream, NULL);
    IS(llmspell_agent_stream_next(stream, NULL) == LLMSPELL_END);
    OK(llmspell_agent_stream_close(stream));
    return NULL;
}

static void cancel(llmspell_session *session, const char *url, void *(*work)(void *))
{
    llmspell_provider *provider = NULL;
    call made = {.session = session, .agent = make_agent(session, url, &provider)};
    pthread_t thread;
    IS(pthread_create(&thread, NULL, work, &made) == 0);
    endpoint_says(session, provider, "reached"); /* so the ticket is there, too */
    OK(llmspell_call_cancel(session, made.ticket));
    IS(pthread_join(thread, NULL) == 0);
    IS(made.status == LLMSPELL_E_RUNTIME_CANCELLED);
    endpoint_says(session, provider, "left");
    has_added_nothing(session, made.agent);
    llmspell_agent_free(made.agent);
    llmspell_provider_free(provider);
    OK(llmspell_close(session));
}

static void close_it(llmspell_session *session, const char *url)
{
    llmspell_provider *provider = NULL;
    call made = {.session = session, .agent = make_agent(session, url, &provider)};
    pthread_t thread;
    IS(pthread_create(&thread, NULL, run, &made) == 0);
    endpoint_says(session, provider, "reached");
    OK(llmspell_close(session)); /* a call under way is no failure of the close */
    IS(pthread_join(thread, NULL) == 0);
    IS(made.status == LLMSPELL_E_RUNTIME_SESSION_CLOSED);
    llmspell_agent_free(made.agent);
    llmspell_provider_free(provider);
}

static llmspell_status count(void *user_data, const char *arguments_json, char **result_json)
{
    (void)arguments_json, (void)result_json;
    ++*(int *)user_data;
    return LLMSPELL_OK;
}

static void leave(llmspell_session *session)
{
    int counted = 0;
    llmspell_tool_definition tool;
    llmspell_tool_definition_init(&tool);
    tool.name = "count";
    tool.description = "Counts.";
    tool.handler = (llmspell_tool_handler){.call = count, .user_data = &counted};
    OK(llmspell_tool_register(session, &tool));
    OK(llmspell_call(session, "provider.create",
                     "{\"config\": {\"name\": \"script\", \"type\": \"scripted\", \"script\": ["
                     "{\"text\": \"Hello.\"}, {\"tool_calls\": [{\"name\": \"count\"}]}, {\"text\": \"Bye.\"}]}}", NULL));
    const char *tools[] = {"count"};
    llmspell_agent_config config;
    llmspell_agent_config_init(&config);
    config.name = "helper";
    config.provider = "script";
    config.tools = (llmspell_string_list){tools, 1};
    llmspell_agent *agent = NULL;
    OK(llmspell_agent_create(session, &config, &agent));
    for (int i = 0; i < 2; i++) {
        llmspell_agent_stream *stream = NULL;
        llmspell_agent_run_chunk chunk;
        OK(llmspell_agent_stream_start(session, agent, "Hi", NULL, &stream));
        OK(llmspell_agent_stream_next(stream, &chunk));
        IS(chunk.kind == (i == 0 ? LLMSPELL_AGENT_CHUNK_KIND_TEXT : LLMSPELL_AGENT_CHUNK_KIND_TOOL_CALL));
        llmspell_agent_run_chunk_free(&chunk);
        OK(llmspell_tool_list(session, LLMSPELL_TOOL_CATEGORY_UNSPECIFIED, NULL)); /* lets what reads ahead go on, if it would */
        OK(llmspell_agent_stream_close(stream));
        has_added_nothing(session, agent);
        IS(counted == 0);
    }
    OK(llmspell_agent_run(session, agent, "Hi", NULL, NULL));
    llmspell_agent_free(agent);
    OK(llmspell_close(session));
}

static llmspell_status cancel_own_call(void *user_data, const llmspell_event *event)
{
    (void)event;
    const call *own = user_data;
    OK(llmspell_call_cancel(own->session, own->ticket));
    return LLMSPELL_OK;
}

/* A function that never waits has ended before it could be cancelled, even from what it calls itself. */
static void cancel_from_within(llmspell_session *session)
{
    call own = {.session = session};
    llmspell_event_handler handler = {.call = cancel_own_call, .user_data = &own};
    OK(llmspell_event_subscribe(session, "order.*", &handler, NULL, NULL));
    OK(llmspell_cancellable(session, &own.ticket));
    OK(llmspell_event_emit(session, "order.paid", "{}", NULL, NULL));
    OK(llmspell_close(session));
}

int main(int count_of_arguments, char **arguments)
{
    IS(count_of_arguments == 3);
    const char *what = arguments[1], *url = arguments[2];
    llmspell_session *session = NULL;
    OK(llmspell_open("{\"permissions\": {\"llm\": true, \"net\": [\"127.0.0.1\"]}}", &session));
    if (strcmp(what, "call") == 0)
        cancel(session, url, run_cancellable);
    else if (strcmp(what, "item") == 0)
        cancel(session, url, read_cancellable);
    else if (strcmp(what, "session") == 0)
        close_it(session, url);
    else if (strcmp(what, "plain") == 0)
        cancel_from_within(session);
    else
        leave(session);
    puts("all is well");
    return EXIT_SUCCESS;
}
