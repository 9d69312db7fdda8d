/* What the conformance programs share: one example in its session, and the line of JSON it is printed as.
 *
 * The JSON of a typed result is written here, from the structs; the library's own JSON of the call is never asked for.
 */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include "bridge.h"

/** JSON as it is written, from left to right. */
typedef struct json json;

void json_open(json *out, char bracket);
void json_close(json *out, char bracket);
void json_key(json *out, const char *key);
void json_null(json *out);
void json_text(json *out, const char *value);
void json_integer(json *out, int64_t value);
void json_number(json *out, double value);
void json_boolean(json *out, bool value);
/** A value that is JSON already. */
void json_raw(json *out, const char *value);
/** The items of a JSON list, without its brackets. */
void json_items(json *out, const char *list);

/** One example that runs. */
typedef struct example example;

typedef void (*example_body)(example *example, bridge_session *session);

/** Runs one example in a session of its own, and prints what came of it. */
void example_run(const char *function, const char *name, const char *options_json, example_body body);

/** Whether a call before the shown one worked; when not, the example ends there. */
bool example_given(example *example, const char *call, bridge_status status);

/** What an example does first with every call of its preparation. */
#define GIVEN(call)                                          \
    do {                                                     \
        if (!example_given(example, #call, (call)))          \
            return;                                          \
    } while (0)

/** The shown call comes next: what was emitted and called before does not count. */
void example_begin(example *example);

/** Whether the shown call worked; its result is then written to example_result(), or is null. */
bool example_worked(example *example, bridge_status status);
json *example_result(example *example);

/** The shown call opened a stream; each item is written to example_item(). */
bool example_streams(example *example, bridge_status status);
json *example_item(example *example);
/** The stream ended with this status. */
void example_streamed(example *example, bridge_status status);

/** A callback was called: its arguments are written to what this gives, between the brackets of a list. */
json *example_call(example *example);
void example_called(example *example);

/** `format` with its %s replaced, in memory that lasts as long as the example. */
const char *example_format(example *example, const char *format, ...);
/** `text` as a JSON string, in memory that lasts as long as the example. */
const char *example_quote(example *example, const char *text);
/** The string that JSON text holds, in memory that lasts as long as the example: for ids, which need no escapes. */
char *example_unquote(example *example, const char *json_text);
/** The JSON of one field of a flat JSON object, in memory that lasts as long as the example. */
const char *example_field(example *example, const char *json_object, const char *name);
/** The example says what these types cannot. */
void example_cannot(example *example, const char *why);
/** `release(memory)` when the example is over. */
void example_later(example *example, void (*release)(void *memory), void *memory);
/** A copy of `size` bytes that the library may free. */
void *example_copy(const void *bytes, size_t size);

#endif
