/* A workflow whose steps are functions of the program: one order is fulfilled, the next one is called off while it is
 * under way, from another thread. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <llmspell.h>

#define CHECK(call)                                                                  \
    do {                                                                             \
        if ((call) != LLMSPELL_OK) {                                                 \
            const llmspell_error *error_ = llmspell_last_error(NULL);                \
            fprintf(stderr, "%s: %s (%s)\n", #call, error_->message, error_->code);  \
            exit(EXIT_FAILURE);                                                      \
        }                                                                            \
    } while (0)

/* What the handlers work with; they run on the thread that is inside a call of the session. */
typedef struct {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool is_packing, is_called_off;
    bool must_wait;
} shop;

static llmspell_status reserve(void *user_data, const char *arguments_json, char **result_json)
{
    (void)user_data;
    printf("reserve %s\n", arguments_json);
    *result_json = llmspell_string_copy("{\"shelf\": \"A7\"}");
    return *result_json == NULL ? LLMSPELL_E_RUNTIME_INTERNAL : LLMSPELL_OK;
}

/* Its first try fails with an error of the shop's own, and the workflow tries again. */
static llmspell_status charge(void *user_data, const char *arguments_json, char **result_json)
{
    static int tries;
    (void)user_data, (void)arguments_json;
    if (tries++ == 0)
        return llmspell_fail("bank.busy", "the bank does not answer");
    *result_json = llmspell_string_copy("{\"paid\": true}");
    return *result_json == NULL ? LLMSPELL_E_RUNTIME_INTERNAL : LLMSPELL_OK;
}

/* Slow work that looks whether it is still wanted: cancelling a run drops its result, but cannot stop C. */
static llmspell_status pack(void *user_data, const char *arguments_json, char **result_json)
{
    shop *own = user_data;
    (void)arguments_json;
    pthread_mutex_lock(&own->mutex);
    own->is_packing = true;
    pthread_cond_broadcast(&own->changed);
    while (own->must_wait && !own->is_called_off)
        pthread_cond_wait(&own->changed, &own->mutex);
    bool is_called_off = own->is_called_off;
    pthread_mutex_unlock(&own->mutex);
    if (is_called_off)
        return llmspell_fail("shop.called_off", "nobody wants it any more");
    *result_json = llmspell_string_copy("{\"parcel\": 12}");
    return *result_json == NULL ? LLMSPELL_E_RUNTIME_INTERNAL : LLMSPELL_OK;
}

static void add_tool(llmspell_session *session, const char *name, llmspell_tool_handler_function call, shop *own)
{
    llmspell_tool_definition tool;
    llmspell_tool_definition_init(&tool);
    tool.name = name;
    tool.description = "Does one step of an order.";
    tool.handler.call = call;
    tool.handler.user_data = own;
    CHECK(llmspell_tool_register(session, &tool));
}

static llmspell_workflow *make_workflow(llmspell_session *session)
{
    llmspell_workflow_tool_step reserving, charging, packing;
    llmspell_workflow_tool_step_init(&reserving);
    reserving.id = "reserve";
    reserving.tool = "reserve";
    reserving.arguments_json = "{\"item\": \"{{ input.item }}\"}";
    const char *const any[] = {"*"}; /* an error of the program's own says nothing of trying again */
    llmspell_workflow_retry twice;
    llmspell_workflow_retry_init(&twice);
    twice.attempts = 2;
    twice.has_delay_seconds = true;
    twice.delay_seconds = 0.01;
    twice.codes = (llmspell_string_list){any, 1};
    llmspell_workflow_tool_step_init(&charging);
    charging.id = "charge";
    charging.tool = "charge";
    charging.retry = &twice;
    llmspell_workflow_tool_step_init(&packing);
    packing.id = "pack";
    packing.tool = "pack";
    packing.arguments_json = "{\"shelf\": \"{{ reserve.output.shelf }}\"}";

    const llmspell_workflow_step steps[] = {
        {.kind = LLMSPELL_WORKFLOW_STEP_TOOL, .as.tool = &reserving},
        {.kind = LLMSPELL_WORKFLOW_STEP_TOOL, .as.tool = &charging},
        {.kind = LLMSPELL_WORKFLOW_STEP_TOOL, .as.tool = &packing},
    };
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "order";
    definition.steps = (llmspell_workflow_step_list){steps, sizeof steps / sizeof *steps};
    definition.output_json = "{\"parcel\": \"{{ pack.output.parcel }}\", \"paid\": \"{{ charge.output.paid }}\"}";
    llmspell_workflow *workflow = NULL;
    CHECK(llmspell_workflow_create(session, &definition, &workflow));
    return workflow;
}

static void fulfil(llmspell_session *session, llmspell_workflow *workflow)
{
    llmspell_workflow_run_result result;
    CHECK(llmspell_workflow_execute(session, workflow, "{\"item\": \"kettle\"}", NULL, &result));
    printf("fulfilled: %s\n", result.output_json);
    llmspell_workflow_run_result_free(&result);
}

typedef struct {
    llmspell_session *session;
    llmspell_workflow *workflow;
    uint64_t ticket;
    llmspell_status status;
} order;

/* Runs the workflow and the handlers of its steps; another thread may end it. */
static void *execute(void *data)
{
    order *own = data;
    CHECK(llmspell_cancellable(own->session, &own->ticket));
    own->status = llmspell_workflow_execute(own->session, own->workflow, "{\"item\": \"teapot\"}", NULL, NULL);
    return NULL;
}

static void call_off(llmspell_session *session, llmspell_workflow *workflow, shop *own)
{
    order teapot = {.session = session, .workflow = workflow};
    own->must_wait = true;
    own->is_packing = false;
    pthread_t thread;
    if (pthread_create(&thread, NULL, execute, &teapot) != 0)
        exit(EXIT_FAILURE);
    pthread_mutex_lock(&own->mutex);
    while (!own->is_packing) /* by then the ticket is there, too */
        pthread_cond_wait(&own->changed, &own->mutex);
    pthread_mutex_unlock(&own->mutex);

    CHECK(llmspell_call_cancel(session, teapot.ticket));
    pthread_mutex_lock(&own->mutex);
    own->is_called_off = true;
    pthread_cond_broadcast(&own->changed);
    pthread_mutex_unlock(&own->mutex);
    pthread_join(thread, NULL);
    printf("called off: %s\n", teapot.status == LLMSPELL_E_RUNTIME_CANCELLED ? "yes" : "no");
}

int main(void)
{
    shop own = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    llmspell_session *session = NULL;
    CHECK(llmspell_open(NULL, &session));
    add_tool(session, "reserve", reserve, &own);
    add_tool(session, "charge", charge, &own);
    add_tool(session, "pack", pack, &own);
    llmspell_workflow *workflow = make_workflow(session);
    fulfil(session, workflow);
    call_off(session, workflow, &own);
    llmspell_workflow_free(workflow);
    CHECK(llmspell_close(session));
    return EXIT_SUCCESS;
}
