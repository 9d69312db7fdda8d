/* Subscribing to events: the handler is a C function, and what it counts belongs to the caller. */
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

typedef struct {
    char name[16];
    int seen;
} counter;

static llmspell_status on_event(void *user_data, const llmspell_event *event)
{
    counter *own = user_data;
    own->seen++;
    printf("%s saw %s %s\n", own->name, event->type, event->data_json);
    return LLMSPELL_OK; /* the event is the library's, and gone when this returns */
}

/* Called when the library will not call on_event again. */
static void on_release(void *user_data)
{
    counter *own = user_data;
    printf("%s is released after %d events\n", own->name, own->seen);
    free(own);
}

static llmspell_event_subscription *subscribe(llmspell_session *session, const char *name, const char *pattern)
{
    counter *counted = calloc(1, sizeof *counted);
    if (counted == NULL)
        abort();
    strncpy(counted->name, name, sizeof counted->name - 1);
    llmspell_event_handler handler = {.call = on_event, .user_data = counted, .release = on_release};
    llmspell_event_subscription *subscription = NULL;
    CHECK(llmspell_event_subscribe(session, pattern, &handler, NULL, &subscription));
    return subscription;
}

int main(void)
{
    llmspell_session *session = NULL;
    CHECK(llmspell_open(NULL, &session));

    llmspell_event_subscription *orders = subscribe(session, "orders", "order.*");
    llmspell_event_subscription *paid = subscribe(session, "payments", "order.paid");

    char *id = NULL;
    CHECK(llmspell_event_emit(session, "order.placed", "{\"number\": 7}", NULL, &id));
    llmspell_string_free(id);
    CHECK(llmspell_event_emit(session, "order.paid", "{\"number\": 7, \"amount\": 12.5}", NULL, &id));
    llmspell_string_free(id);
    while (llmspell_poll(session, 0) == LLMSPELL_OK) /* run what is still waiting for a thread of ours */
        ;

    CHECK(llmspell_event_unsubscribe(session, paid));
    CHECK(llmspell_event_emit(session, "order.paid", "{\"number\": 8, \"amount\": 3}", NULL, &id));
    llmspell_string_free(id);
    while (llmspell_poll(session, 0) == LLMSPELL_OK)
        ;

    llmspell_event_subscription_free(orders);
    llmspell_event_subscription_free(paid);
    CHECK(llmspell_close(session)); /* releases both handlers */
    return EXIT_SUCCESS;
}
