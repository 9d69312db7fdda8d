/* Every construct of the lending library through its structs. Run under valgrind, too: all that is given is freed. */
#include "checking.h"

static int visited, heard, released;

static library_status visit(void *user_data, const library_catalog_book *book, int64_t position, bool *result)
{
    IS(user_data == &visited && position == visited && book->title != NULL);
    visited++;
    *result = true;
    return LIBRARY_OK;
}

static library_status remind(void *user_data, const library_lending_loan_info *loan, library_lending_reply *result)
{
    SAYS((const char *)user_data, "Ada's");
    SAYS(loan->isbn, "9780000000002");
    *result = LIBRARY_LENDING_REPLY_LATER;
    return LIBRARY_OK;
}

static library_status refuse(void *user_data, const library_lending_loan_info *loan, library_lending_reply *result)
{
    (void)user_data, (void)loan, (void)result;
    return library_fail("post.closed", "no \"stamps\"");
}

static void let_go(void *user_data)
{
    (void)user_data;
    released++;
}

static library_status hear(void *user_data, const char *line)
{
    (void)user_data;
    IS(strlen(line) > 0);
    heard++;
    return LIBRARY_OK;
}

static void books(library_session *session)
{
    library_catalog_book book, out;
    const char *authors[] = {"Thoreau"};
    library_catalog_book_init(&book);
    book.isbn = "9780000000001";
    book.title = "Walden \xc3\xa9";
    book.authors = (library_string_list){authors, 1};
    book.note_is_null = true;
    OK(library_catalog_add(session, &book, &out));
    SAYS(out.title, "Walden \xc3\xa9");
    IS(out.note_is_null && out.note == NULL && out.shelf == NULL && !out.has_copies && out.tags.items == NULL);
    IS(out.authors.count == 1 && out.status == LIBRARY_CATALOG_STATUS_UNSPECIFIED);
    library_catalog_book_free(&out);
    library_catalog_book_free(&out); /* a second time does nothing */

    GIVES(library_catalog_add(session, &book, &out), LIBRARY_E_CATALOG_EXISTS);
    SAYS(library_last_error(session)->code, "catalog.exists");
    IS(library_last_error(session)->http_status == 409 && out.title == NULL);
    IS(strstr(library_last_error(session)->fields_json, "9780000000001") != NULL);

    library_money price = {.amount = 12.5, .currency = LIBRARY_CURRENCY_EUR};
    const char *none[] = {NULL};
    book.isbn = "9780000000002";
    book.title = "Cape \"Cod\"";
    book.note_is_null = false;
    book.note = "thin";
    book.shelf = "A1";
    book.price = &price;
    book.status = LIBRARY_CATALOG_STATUS_LENT;
    book.has_copies = true;
    book.copies = 3;
    book.tags = (library_string_list){none, 0}; /* empty, which is not absent */
    OK(library_catalog_add(session, &book, &out));
    IS(out.price->amount == 12.5 && out.price->currency == LIBRARY_CURRENCY_EUR && out.copies == 3 && out.has_copies);
    IS(out.tags.items != NULL && out.tags.count == 0 && out.status == LIBRARY_CATALOG_STATUS_LENT);
    library_catalog_book_free(&out);

    bool is_null = false;
    OK(library_catalog_find(session, "9780000000009", &out, &is_null));
    IS(is_null && out.title == NULL);
    int64_t count = 0;
    library_catalog_visitor visitor = {.call = visit, .user_data = &visited, .release = let_go};
    OK(library_catalog_each(session, &visitor, &count));
    IS(count == 2 && visited == 2);
    IS(released == 1); /* nobody holds it after the call */
}

static void queries(library_session *session)
{
    library_catalog_author_query author;
    library_catalog_author_query_init(&author);
    author.author = "Thoreau";
    library_catalog_text_query text;
    library_catalog_text_query_init(&text);
    text.text = "Cod";
    library_catalog_query inner[2], query;
    library_catalog_query_init(&query);
    inner[0].kind = LIBRARY_CATALOG_QUERY_AUTHOR;
    inner[0].as.author = &author;
    inner[1].kind = LIBRARY_CATALOG_QUERY_TEXT;
    inner[1].as.text = &text;
    library_catalog_all_query all;
    library_catalog_all_query_init(&all);
    all.queries = (library_catalog_query_list){inner, 2};

    library_catalog_search *search = NULL;
    GIVES(library_catalog_search_start(session, &query, NULL, &search), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    query.kind = LIBRARY_CATALOG_QUERY_ALL;
    query.as.all = &all;
    OK(library_catalog_search_start(session, &query, NULL, &search));
    library_catalog_book book;
    OK(library_catalog_search_next(search, &book));
    SAYS(book.isbn, "9780000000002");
    library_catalog_book_free(&book);
    GIVES(library_catalog_search_next(search, &book), LIBRARY_END);
    GIVES(library_catalog_search_next(search, &book), LIBRARY_END);
    OK(library_catalog_search_close(search));

    OK(library_catalog_search_start(session, &inner[0], NULL, &search));
    OK(library_catalog_search_next(search, &book));
    library_catalog_book_free(&book);
    OK(library_catalog_search_close(search)); /* early */
}

static void members(library_session *session)
{
    library_lending_member_config config;
    library_lending_member_config_init(&config);
    config.name = "Ada";
    config.on_due = (library_lending_reminder){.call = remind, .user_data = "Ada's", .release = let_go};
    library_lending_member *ada = NULL;
    config.level = (library_lending_level)99;
    GIVES(library_lending_join(session, &config, &ada), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    config.level = LIBRARY_LENDING_LEVEL_UNSPECIFIED;
    config.name = "";
    GIVES(library_lending_join(session, &config, &ada), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    config.name = "Ada";
    IS(released == 1); /* what a failed call was given stays the caller's */
    config.level = LIBRARY_LENDING_LEVEL_FRIEND;
    OK(library_lending_join(session, &config, &ada));
    SAYS(library_lending_member_id(ada), "member_1");
    library_lending_member_handle_list all;
    OK(library_lending_members(session, &all));
    IS(all.count == 1);
    SAYS(library_lending_member_id(all.items[0]), "member_1");
    library_lending_member_handle_list_free(&all);

    library_lending_loan *loan = NULL;
    int64_t days = 7;
    OK(library_lending_borrow(session, ada, "9780000000002", &days, "2026-01-02T03:04:05Z", &loan));
    library_lending_reply reply;
    library_lending_listener listener = {.call = hear};
    OK(library_lending_remind(session, loan, NULL, &listener, &reply));
    IS(reply == LIBRARY_LENDING_REPLY_LATER && heard == 1);
    library_lending_reminder rude = {.call = refuse};
    GIVES(library_lending_remind(session, loan, &rude, NULL, &reply), LIBRARY_E_RUNTIME_CALLBACK_FAILED);
    SAYS(library_last_error(NULL)->code, "post.closed");
    SAYS(library_last_error(NULL)->message, "no \"stamps\"");

    library_lending_notices *stream = NULL;
    library_lending_notice notice;
    OK(library_lending_notices_start(session, ada, &stream));
    OK(library_lending_notices_next(stream, &notice));
    IS(notice.kind == LIBRARY_LENDING_NOTICE_DUE && notice.as.due->loan->days == 7);
    library_lending_notice_free(&notice);
    GIVES(library_lending_notices_next(stream, &notice), LIBRARY_END);
    OK(library_lending_notices_close(stream));

    library_money due;
    bool is_null = false;
    OK(library_lending_return(session, loan, &due, &is_null));
    library_money_free(&due);
    library_lending_loan *nobodys = loan;
    OK(library_lending_loan_of(session, "9780000000001", &nobodys));
    IS(nobodys == NULL);
    library_lending_loan_free(loan);
    IS(released == 1);
    OK(library_lending_leave(session, ada));
    IS(released == 2);
    GIVES(library_lending_leave(session, ada), LIBRARY_E_LENDING_NO_MEMBER);
    library_lending_member_free(ada);
}

static void branches(library_session *session)
{
    library_session *branch = NULL;
    OK(library_branch_open(session, "North", &branch));
    SAYS(library_session_id(branch), "branch_2");
    char *name = NULL;
    OK(library_branch_get_name(session, branch, &name));
    SAYS(name, "North");
    library_string_free(name);
    library_lending_member_handle_list all;
    OK(library_lending_members(branch, &all));
    IS(all.count == 0);
    library_lending_member_handle_list_free(&all);
    OK(library_branch_close(session, branch));
    GIVES(library_lending_members(branch, &all), LIBRARY_E_RUNTIME_SESSION_CLOSED);
    OK(library_close(branch));

    library_lending_member_config config;
    library_lending_member_config_init(&config);
    config.name = "Bea";
    config.on_due = (library_lending_reminder){.call = remind, .user_data = "Bea's", .release = let_go};
    OK(library_branch_open(session, "South", &branch));
    library_lending_member *bea = NULL;
    OK(library_lending_join(branch, &config, &bea));
    library_lending_member_free(bea);
    library_session_free(branch); /* it lives on, and so does what it holds */
    IS(released == 2);
}

/* A result that nobody wants has no place to go; what it stands for is there all the same. */
static void unwanted(library_session *session)
{
    library_lending_member_config config;
    library_lending_member_config_init(&config);
    config.name = "Cleo";
    OK(library_catalog_get(session, "9780000000001", NULL));
    OK(library_catalog_find(session, "9780000000001", NULL, NULL));
    GIVES(library_catalog_get(session, "9780000000009", NULL), LIBRARY_E_CATALOG_NOT_FOUND);
    OK(library_lending_join(session, &config, NULL));
    library_lending_member_handle_list all;
    OK(library_lending_members(session, &all));
    IS(all.count == 1);
    OK(library_lending_get_info(session, all.items[0], NULL));
    OK(library_lending_leave(session, all.items[0]));
    library_lending_member_handle_list_free(&all);
    OK(library_lending_members(session, NULL));
    OK(library_lending_loan_of(session, "9780000000001", NULL));
    OK(library_catalog_index(session, NULL));
    OK(library_branch_open(session, "West", NULL));

    library_catalog_author_query author;
    library_catalog_author_query_init(&author);
    author.author = "Thoreau";
    library_catalog_query query = {.kind = LIBRARY_CATALOG_QUERY_AUTHOR, .as.author = &author};
    GIVES(library_catalog_search_start(session, &query, NULL, NULL), LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    library_catalog_search *search = NULL;
    library_catalog_book book;
    OK(library_catalog_search_start(session, &query, NULL, &search));
    OK(library_catalog_search_next(search, NULL)); /* passed over */
    OK(library_catalog_search_next(search, &book));
    SAYS(book.isbn, "9780000000002");
    library_catalog_book_free(&book);
    OK(library_catalog_search_close(search));
}

int main(void)
{
    library_session *session = NULL;
    OK(library_open(NULL, &session));
    books(session);
    queries(session);
    members(session);
    unwanted(session);
    branches(session);
    OK(library_close(session));
    IS(released == 3);
    puts("all is well");
    return 0;
}
