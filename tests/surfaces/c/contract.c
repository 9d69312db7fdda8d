/* What the core promises: bad strings, tickets, callbacks by id, cancellation, threads that use one session at once. */
#include "checking.h"

#include <pthread.h>

static void strings(library_session *session)
{
    char *result = NULL;
    OK(library_call(session, "catalog.add",
                    "{\"book\": {\"isbn\": \"9780000000003\", \"title\": \"a\\u0000b\", \"authors\": [\"x\"], \"shelf\": null}}",
                    &result));
    IS(strstr(result, "a\\u0000b") != NULL); /* JSON carries a NUL */
    library_string_free(result);
    library_catalog_book book;
    GIVES(library_catalog_get(session, "9780000000003", &book), LIBRARY_E_RUNTIME_INVALID_RESULT);
    IS(book.isbn == NULL && book.title == NULL); /* a string of C does not, and nothing is left half-made */
    GIVES(library_catalog_get(session, "\xff", &book), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    GIVES(library_call(session, "catalog.get", "{\"isbn\": \"\xff\"}", &result), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    GIVES(library_call(session, "catalog.get", "{\"isbn\": NaN}", &result), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    IS(result == NULL);
    const char *authors[] = {"x", NULL};
    library_catalog_book_init(&book);
    book.isbn = "9780000000004";
    book.title = "t";
    book.authors = (library_string_list){authors, 2};
    GIVES(library_catalog_add(session, &book, &book), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
}

static int asked;

static library_status visit(void *user_data, const char *arguments_json, char **result_json)
{
    IS(user_data == &asked && arguments_json[0] == '[');
    asked++;
    *result_json = library_string_copy("true");
    return LIBRARY_OK;
}

static int let_go_of;

static void let_go(void *user_data)
{
    IS(user_data == &asked);
    let_go_of++;
}

static void tickets(library_session *session)
{
    uint64_t first = 0, second = 0, ended = 0;
    char *result = NULL, *id = NULL;
    GIVES(library_call_wait(session, 0, -1, &ended, &result), LIBRARY_END); /* none is under way */
    OK(library_callback_new(session, visit, &asked, let_go, &id));
    char arguments[64];
    snprintf(arguments, sizeof arguments, "{\"visitor\": \"%s\"}", id);
    OK(library_call_start(session, "catalog.each", arguments, &first));
    OK(library_call_start(session, "catalog.find", "{\"isbn\": \"9780000000009\"}", &second));
    IS(first != 0 && second != 0 && first != second);
    OK(library_call_wait(session, second, -1, &ended, &result));
    IS(ended == second);
    SAYS(result, "null");
    library_string_free(result);
    OK(library_call_wait(session, 0, -1, &ended, &result));
    IS(ended == first && asked == 1);
    library_string_free(result);
    OK(library_call_start(session, "catalog.get", "{\"isbn\": \"9780000000009\"}", &first));
    GIVES(library_call_wait(session, first, -1, &ended, &result), LIBRARY_E_CATALOG_NOT_FOUND);
    IS(ended == first && result == NULL);
    GIVES(library_call_wait(session, first, 0, &ended, &result), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    GIVES(library_poll(session, 0), LIBRARY_END);
    OK(library_callback_free(session, id));
    IS(let_go_of == 1);
    GIVES(library_callback_free(session, id), LIBRARY_E_RUNTIME_INVALID_HANDLE);
    library_string_free(id);
}

static void streams(library_session *session)
{
    uint64_t ticket = 0, ended = 0;
    char *id_json = NULL, *item = NULL, id[32];
    OK(library_call(session, "catalog.search", "{\"query\": {\"kind\": \"text\", \"text\": \"b\"}}", &id_json));
    IS(sscanf(id_json, "\"%31[^\"]\"", id) == 1);
    library_string_free(id_json);
    OK(library_stream_next_start(session, id, &ticket));
    OK(library_call_wait(session, ticket, -1, &ended, &item));
    IS(ended == ticket && strstr(item, "9780000000003") != NULL);
    library_string_free(item);
    OK(library_stream_next_start(session, id, &ticket));
    GIVES(library_call_wait(session, 0, -1, &ended, &item), LIBRARY_END);
    IS(ended == ticket && item == NULL); /* the stream's end, and not the end of the time given */
    GIVES(library_stream_next(session, id, &item), LIBRARY_END);
    GIVES(library_stream_next_start(session, NULL, &ticket), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
}

typedef struct {
    library_session *session;
    int number;
    int failures;
} worker;

static void *work(void *data)
{
    worker *worker = data;
    char isbn[32], name[32];
    for (int i = 0; i < 20; i++) {
        library_lending_member_config config;
        library_lending_member_config_init(&config);
        snprintf(name, sizeof name, "member %d.%d", worker->number, i);
        config.name = name;
        library_lending_member *member = NULL;
        library_lending_member_info info;
        if (library_lending_join(worker->session, &config, &member) != LIBRARY_OK ||
            library_lending_get_info(worker->session, member, &info) != LIBRARY_OK) {
            worker->failures++;
            continue;
        }
        worker->failures += strcmp(info.name, name) != 0;
        library_lending_member_info_free(&info);
        library_lending_member_free(member);
        snprintf(isbn, sizeof isbn, "97899%03d%05d", worker->number, i);
        library_catalog_book book;
        worker->failures += library_catalog_get(worker->session, isbn, &book) != LIBRARY_E_CATALOG_NOT_FOUND;
        worker->failures += strstr(library_last_error(NULL)->message, isbn) == NULL; /* the thread's own error */
    }
    return NULL;
}

static void threads(library_session *session)
{
    enum { COUNT = 6 };
    worker workers[COUNT];
    pthread_t all[COUNT];
    for (int i = 0; i < COUNT; i++) {
        workers[i] = (worker){session, i, 0};
        IS(pthread_create(&all[i], NULL, work, &workers[i]) == 0);
    }
    for (int i = 0; i < COUNT; i++) {
        pthread_join(all[i], NULL);
        IS(workers[i].failures == 0);
    }
    library_lending_member_handle_list members;
    OK(library_lending_members(session, &members));
    IS(members.count == COUNT * 20);
    library_lending_member_handle_list_free(&members);
}

static library_status cancel_it(void *user_data, const library_lending_loan_info *loan, library_lending_reply *result)
{
    (void)loan;
    const void *const *both = user_data;
    OK(library_call_cancel((library_session *)both[0], *(const uint64_t *)both[1]));
    *result = LIBRARY_LENDING_REPLY_OK;
    return LIBRARY_OK;
}

static void cancellation(library_session *session)
{
    OK(library_call(session, "catalog.add",
                    "{\"book\": {\"isbn\": \"9780000000005\", \"title\": \"T\", \"authors\": [\"x\"], \"shelf\": \"A\"}}", NULL));
    library_lending_member_config config;
    library_lending_member_config_init(&config);
    config.name = "Ada";
    library_lending_member *ada = NULL;
    OK(library_lending_join(session, &config, &ada));
    library_lending_loan *loan = NULL;
    OK(library_lending_borrow(session, ada, "9780000000005", NULL, NULL, &loan));
    uint64_t ticket = 0;
    const void *both[] = {session, &ticket};
    library_lending_reminder reminder = {.call = cancel_it, .user_data = both};
    library_lending_reply reply;
    OK(library_cancellable(session, &ticket));
    GIVES(library_lending_remind(session, loan, &reminder, NULL, &reply), LIBRARY_E_RUNTIME_CANCELLED);
    OK(library_call_cancel(session, ticket)); /* too late: nothing happens */
    OK(library_cancellable(session, &ticket));
    OK(library_call_cancel(session, ticket)); /* before it began */
    GIVES(library_lending_borrow(session, ada, "9780000000005", NULL, NULL, &loan), LIBRARY_E_RUNTIME_CANCELLED);
    OK(library_lending_leave(session, ada));
    library_lending_member_free(ada);
}

int main(void)
{
    SAYS(library_last_error(NULL)->code, "");
    SAYS(library_version(), LIBRARY_VERSION);
    IS(library_abi_version() == LIBRARY_ABI_VERSION);
    library_session *session = NULL;
    GIVES(library_open("{\"nonsense\": 1}", &session), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    IS(session == NULL);
    OK(library_open(NULL, &session));
    strings(session);
    tickets(session);
    streams(session);
    threads(session);
    cancellation(session);
    OK(library_close(session));
    OK(library_close(NULL));
    puts("all is well");
    return 0;
}
