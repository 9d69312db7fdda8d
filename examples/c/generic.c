/* Everything through the generic call: what a binding for another language does. Notes are held to a schema, kept, and
 * searched; bad ones are told what is wrong with them. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <llmspell.h>

static void fail(const char *what)
{
    const llmspell_error *error = llmspell_last_error(NULL);
    fprintf(stderr, "%s: %s (%s)\n", what, error->message, error->code);
    exit(EXIT_FAILURE);
}

/* Calls a function with the JSON that `format` and what follows make; gives its result, for the caller to free. */
static char *call(llmspell_session *session, const char *function, const char *format, ...)
{
    char arguments[2048], *result = NULL;
    va_list values;
    va_start(values, format);
    int length = vsnprintf(arguments, sizeof arguments, format, values);
    va_end(values);
    if (length < 0 || (size_t)length >= sizeof arguments || llmspell_call(session, function, arguments, &result) != LLMSPELL_OK)
        fail(function);
    return result;
}

/* The same for one whose result is of no use. */
#define DO(...) llmspell_string_free(call(__VA_ARGS__))

static llmspell_status count(void *user_data, const char *arguments_json, char **result_json)
{
    (void)arguments_json, (void)result_json;
    ++*(int *)user_data;
    return LLMSPELL_OK;
}

static void keep(llmspell_session *session, const char *key, const char *note)
{
    char *verdict = call(session, "schema.validate", "{\"schema\": \"note\", \"value\": %s}", note);
    if (strstr(verdict, "\"valid\":true") != NULL) {
        DO(session, "memory.store", "{\"key\": \"%s\", \"value\": %s}", key, note);
        DO(session, "event.emit", "{\"type\": \"note.kept\", \"data\": {\"key\": \"%s\"}}", key);
    } else {
        printf("%s is no note: %s\n", key, verdict);
    }
    llmspell_string_free(verdict);
}

/* Begins all searches before it waits for the first to end. */
static void search(llmspell_session *session, const char *const *words, size_t number)
{
    for (size_t i = 0; i < number; i++) {
        char arguments[256];
        uint64_t ticket = 0;
        snprintf(arguments, sizeof arguments, "{\"query\": \"%s\", \"options\": {\"limit\": 1}}", words[i]);
        if (llmspell_call_start(session, "memory.search", arguments, &ticket) != LLMSPELL_OK)
            fail("memory.search");
    }
    uint64_t ended = 0;
    char *found = NULL;
    for (;;) {
        llmspell_status status = llmspell_call_wait(session, 0, -1, &ended, &found);
        if (status == LLMSPELL_END)
            break; /* none is under way */
        if (status != LLMSPELL_OK)
            fail("memory.search");
        printf("found %s\n", found);
        llmspell_string_free(found);
    }
}

int main(void)
{
    llmspell_session *session = NULL;
    if (llmspell_open(NULL, &session) != LLMSPELL_OK)
        fail("llmspell_open");
    DO(session, "schema.put",
       "{\"name\": \"note\", \"schema\": {\"type\": \"object\", \"required\": [\"text\", \"stars\"], \"properties\": {"
       "\"text\": {\"type\": \"string\", \"minLength\": 1}, \"stars\": {\"type\": \"integer\", \"maximum\": 5}}}}");

    int kept = 0;
    char *counter = NULL;
    if (llmspell_callback_new(session, count, &kept, NULL, &counter) != LLMSPELL_OK)
        fail("llmspell_callback_new");
    DO(session, "event.subscribe", "{\"pattern\": \"note.*\", \"callback\": \"%s\"}", counter);
    llmspell_string_free(counter);

    keep(session, "oslo", "{\"text\": \"The fjord at Oslo is calm in the morning.\", \"stars\": 5}");
    keep(session, "bergen", "{\"text\": \"Bergen has rain, hills and a fish market.\", \"stars\": 4}");
    keep(session, "nowhere", "{\"text\": \"\", \"stars\": 6}");
    printf("%d notes are kept\n", kept);
    const char *const words[] = {"fish market", "calm morning"};
    search(session, words, 2);

    if (llmspell_close(session) != LLMSPELL_OK)
        fail("llmspell_close");
    return EXIT_SUCCESS;
}
