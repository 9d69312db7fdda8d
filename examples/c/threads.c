/* Many threads in one session at once, and a call that one thread makes and another one cancels. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include <llmspell.h>

enum { THREADS = 8, CALLS = 25 };

#define CHECK(call)                                                                  \
    do {                                                                             \
        if ((call) != LLMSPELL_OK) {                                                 \
            const llmspell_error *error_ = llmspell_last_error(NULL);                \
            fprintf(stderr, "%s: %s (%s)\n", #call, error_->message, error_->code);  \
            exit(EXIT_FAILURE);                                                      \
        }                                                                            \
    } while (0)

typedef struct {
    llmspell_session *session;
    pthread_t self;
    int number;
    int wrong_thread;
} worker;

/* Runs on the thread whose call led to it, so that what is the thread's own needs no lock. */
static llmspell_status twice(void *user_data, const char *arguments_json, char **result_json)
{
    worker *own = user_data;
    if (!pthread_equal(own->self, pthread_self()))
        own->wrong_thread++;
    (void)arguments_json;
    *result_json = llmspell_string_copy("{\"ok\": true}");
    return *result_json == NULL ? LLMSPELL_E_RUNTIME_INTERNAL : LLMSPELL_OK;
}

static void *work(void *data)
{
    worker *own = data;
    own->self = pthread_self();
    char name[32], arguments[96];
    snprintf(name, sizeof name, "twice_%d", own->number);
    snprintf(arguments, sizeof arguments, "{\"name\": \"%s\", \"arguments\": {}}", name);

    llmspell_tool_definition tool;
    llmspell_tool_definition_init(&tool);
    tool.name = name;
    tool.description = "Says yes.";
    tool.handler.call = twice;
    tool.handler.user_data = own;
    CHECK(llmspell_tool_register(own->session, &tool));
    for (int i = 0; i < CALLS; i++) {
        char *result = NULL;
        CHECK(llmspell_call(own->session, "tool.execute", arguments, &result));
        llmspell_string_free(result);
    }
    return NULL;
}

typedef struct {
    llmspell_session *session;
    llmspell_agent *agent;
    uint64_t ticket;
    pthread_mutex_t mutex;
    pthread_cond_t ready;
    llmspell_status status;
} slow_call;

static void *run(void *data)
{
    slow_call *call = data;
    uint64_t ticket = 0;
    CHECK(llmspell_cancellable(call->session, &ticket)); /* what this thread calls next can be cancelled */
    pthread_mutex_lock(&call->mutex);
    call->ticket = ticket;
    pthread_cond_signal(&call->ready);
    pthread_mutex_unlock(&call->mutex);
    llmspell_agent_run_result result;
    call->status = llmspell_agent_run(call->session, call->agent, "Take your time.", NULL, &result);
    return NULL;
}

static void cancel_from_here(llmspell_session *session)
{
    llmspell_provider_script_step step;
    llmspell_provider_script_step_init(&step);
    step.text = "At last.";
    step.has_delay_seconds = true;
    step.delay_seconds = 30;
    llmspell_provider_config provider;
    llmspell_provider_config_init(&provider);
    provider.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    provider.script = (llmspell_provider_script_step_list){&step, 1};
    llmspell_provider *made = NULL;
    CHECK(llmspell_provider_create(session, &provider, &made));
    llmspell_agent_config config;
    llmspell_agent_config_init(&config);
    config.name = "slow";
    config.provider = "scripted";

    slow_call call = {.session = session, .mutex = PTHREAD_MUTEX_INITIALIZER, .ready = PTHREAD_COND_INITIALIZER};
    CHECK(llmspell_agent_create(session, &config, &call.agent));
    pthread_t thread;
    pthread_create(&thread, NULL, run, &call);
    pthread_mutex_lock(&call.mutex);
    while (call.ticket == 0)
        pthread_cond_wait(&call.ready, &call.mutex);
    pthread_mutex_unlock(&call.mutex);
    CHECK(llmspell_call_cancel(session, call.ticket)); /* before, while or after it runs: all are fine */
    pthread_join(thread, NULL);
    printf("the slow call ended with %s\n", call.status == LLMSPELL_E_RUNTIME_CANCELLED ? "cancelled" : "something else");
    if (call.status != LLMSPELL_E_RUNTIME_CANCELLED)
        exit(EXIT_FAILURE);
    llmspell_agent_free(call.agent);
    (void)llmspell_provider_destroy(session, made); /* it minds that its step was never reached: we do not */
    llmspell_provider_free(made);
}

int main(void)
{
    llmspell_session *session = NULL;
    CHECK(llmspell_open(NULL, &session));
    worker workers[THREADS];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (worker){.session = session, .number = i};
        pthread_create(&threads[i], NULL, work, &workers[i]);
    }
    int wrong = 0;
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        wrong += workers[i].wrong_thread;
    }
    printf("%d threads made %d calls; %d callbacks ran on another thread\n", THREADS, THREADS * CALLS, wrong);
    cancel_from_here(session);
    CHECK(llmspell_close(session));
    return EXIT_SUCCESS;
}
