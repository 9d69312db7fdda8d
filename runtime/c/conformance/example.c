/* Runs examples and prints them; see example.h. */
#include "example.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct json {
    char *text;
    size_t length;
    size_t room;
};

typedef struct later {
    void (*release)(void *memory);
    void *memory;
    struct later *next;
} later;

struct example {
    bridge_session *session;
    json outcome;
    json calls;
    char *failed;
    later *later;
};

static void *must(void *memory)
{
    if (memory == NULL) {
        fputs("no memory is left\n", stderr);
        abort();
    }
    return memory;
}

static void put(json *out, const char *text, size_t length)
{
    if (out->length + length + 1 > out->room) {
        out->room = 2 * (out->length + length) + 256;
        out->text = must(realloc(out->text, out->room));
    }
    memcpy(out->text + out->length, text, length);
    out->length += length;
    out->text[out->length] = '\0';
}

/* A comma where one value follows another. */
static void separate(json *out)
{
    char last = out->length == 0 ? '[' : out->text[out->length - 1];
    if (last != '[' && last != '{' && last != ':')
        put(out, ",", 1);
}

static void value(json *out, const char *text)
{
    separate(out);
    put(out, text, strlen(text));
}

void json_open(json *out, char bracket)
{
    separate(out);
    put(out, &bracket, 1);
}

void json_close(json *out, char bracket)
{
    put(out, &bracket, 1);
}

static void put_quoted(json *out, const char *text)
{
    put(out, "\"", 1);
    for (; *text != '\0'; text++) {
        char escaped[8];
        unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\')
            snprintf(escaped, sizeof escaped, "\\%c", byte);
        else if (byte < ' ')
            snprintf(escaped, sizeof escaped, "\\u%04x", byte);
        else
            snprintf(escaped, sizeof escaped, "%c", byte);
        put(out, escaped, strlen(escaped));
    }
    put(out, "\"", 1);
}

void json_key(json *out, const char *key)
{
    separate(out);
    put_quoted(out, key);
    put(out, ":", 1);
}

void json_null(json *out)
{
    value(out, "null");
}

void json_text(json *out, const char *text)
{
    if (text == NULL) {
        json_null(out);
        return;
    }
    separate(out);
    put_quoted(out, text);
}

void json_integer(json *out, int64_t number)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRId64, number);
    value(out, text);
}

void json_number(json *out, double number)
{
    char text[40];
    for (int digits = 15; digits <= 17; digits++) { /* the shortest that reads back as the same number */
        snprintf(text, sizeof text, "%.*g", digits, number);
        if (strtod(text, NULL) == number)
            break;
    }
    value(out, text);
}

void json_boolean(json *out, bool yes)
{
    value(out, yes ? "true" : "false");
}

void json_raw(json *out, const char *text)
{
    value(out, text == NULL ? "null" : text);
}

void json_items(json *out, const char *list)
{
    size_t length = strlen(list);
    if (length <= 2)
        return;
    separate(out);
    put(out, list + 1, length - 2);
}

bool example_given(example *example, const char *call, bridge_status status)
{
    if (status == BRIDGE_OK || status == BRIDGE_END)
        return true;
    const bridge_error *error = bridge_last_error(example->session);
    size_t size = strlen(call) + strlen(error->code) + strlen(error->message) + 16;
    example->failed = must(malloc(size));
    snprintf(example->failed, size, "%s: %s: %s", call, error->code, error->message);
    return false;
}

/* The events since the last time, as the library recorded them. */
static char *recorded_events(example *example)
{
    char *events = NULL;
    return bridge_call(example->session, "runtime.recorded_events", "{}", &events) == BRIDGE_OK ? events : NULL;
}

void example_begin(example *example)
{
    bridge_string_free(recorded_events(example));
    example->calls.length = 0;
    json_open(&example->calls, '[');
}

static void put_error(json *out, const example *example)
{
    json_key(out, "error");
    json_raw(out, bridge_last_error(example->session)->json);
}

bool example_worked(example *example, bridge_status status)
{
    json_open(&example->outcome, '{');
    if (status == BRIDGE_OK)
        json_key(&example->outcome, "result");
    else
        put_error(&example->outcome, example);
    return status == BRIDGE_OK;
}

json *example_result(example *example)
{
    return &example->outcome;
}

bool example_streams(example *example, bridge_status status)
{
    json_open(&example->outcome, '{');
    if (status != BRIDGE_OK) {
        put_error(&example->outcome, example);
        return false;
    }
    json_key(&example->outcome, "stream");
    json_open(&example->outcome, '[');
    return true;
}

json *example_item(example *example)
{
    return &example->outcome;
}

void example_streamed(example *example, bridge_status status)
{
    json_close(&example->outcome, ']');
    if (status != BRIDGE_END)
        put_error(&example->outcome, example);
}

json *example_call(example *example)
{
    if (example->calls.length == 0)
        json_open(&example->calls, '[');
    json_open(&example->calls, '[');
    return &example->calls;
}

void example_called(example *example)
{
    json_close(&example->calls, ']');
}

void example_later(example *example, void (*release)(void *memory), void *memory)
{
    later *new = must(malloc(sizeof *new));
    *new = (later){ release, memory, example->later };
    example->later = new;
}

const char *example_quote(example *example, const char *text)
{
    json quoted = { NULL, 0, 0 };
    json_text(&quoted, text);
    example_later(example, free, quoted.text);
    return quoted.text;
}

const char *example_format(example *example, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = must(malloc((size_t)length + 1));
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    example_later(example, free, text);
    return text;
}

char *example_unquote(example *example, const char *json_text)
{
    size_t length = strlen(json_text);
    char *text = must(malloc(length));
    memcpy(text, json_text + 1, length - 2);
    text[length - 2] = '\0';
    example_later(example, free, text);
    return text;
}

const char *example_field(example *example, const char *json_object, const char *name)
{
    json key = { NULL, 0, 0 };
    json_key(&key, name);
    const char *found = strstr(json_object, key.text);
    free(key.text);
    if (found == NULL)
        return "null";
    const char *begin = found + strlen(name) + 3, *end = begin;
    int depth = 0;
    bool quoted = false;
    for (; *end != '\0'; end++) {
        if (*end == '"' && (end == begin || end[-1] != '\\'))
            quoted = !quoted;
        if (quoted)
            continue;
        if (depth == 0 && (*end == ',' || *end == '}'))
            break;
        depth += (*end == '{' || *end == '[') - (*end == '}' || *end == ']');
    }
    char *text = must(malloc((size_t)(end - begin) + 1));
    memcpy(text, begin, (size_t)(end - begin));
    text[end - begin] = '\0';
    example_later(example, free, text);
    return text;
}

void example_cannot(example *example, const char *why)
{
    free(example->failed);
    example->failed = must(malloc(strlen(why) + 1));
    strcpy(example->failed, why);
}

void *example_copy(const void *bytes, size_t size)
{
    return memcpy(must(malloc(size == 0 ? 1 : size)), bytes, size);
}

static void print_line(const char *function, const char *name, example *example)
{
    json line = { NULL, 0, 0 };
    json_open(&line, '{');
    json_key(&line, "function");
    json_text(&line, function);
    json_key(&line, "example");
    json_text(&line, name);
    if (example->failed != NULL || example->outcome.length == 0) {
        json_key(&line, "failed");
        json_text(&line, example->failed != NULL ? example->failed : "the shown call was not reached");
    } else {
        char *events = recorded_events(example);
        json_close(&example->outcome, '}');
        json_close(&example->calls, ']');
        json_key(&line, "outcome");
        json_raw(&line, example->outcome.text);
        json_key(&line, "events");
        json_raw(&line, events == NULL ? "[]" : events);
        json_key(&line, "calls");
        json_raw(&line, example->calls.text);
        bridge_string_free(events);
    }
    json_close(&line, '}');
    puts(line.text);
    fflush(stdout);
    free(line.text);
}

void example_run(const char *function, const char *name, const char *options_json, example_body body)
{
    example example = { NULL, { NULL, 0, 0 }, { NULL, 0, 0 }, NULL, NULL };
    if (example_given(&example, "open", bridge_open(options_json, &example.session)))
        body(&example, example.session);
    print_line(function, name, &example);
    bridge_close(example.session);
    while (example.later != NULL) {
        later *next = example.later->next;
        example.later->release(example.later->memory);
        free(example.later);
        example.later = next;
    }
    free(example.outcome.text);
    free(example.calls.text);
    free(example.failed);
}
