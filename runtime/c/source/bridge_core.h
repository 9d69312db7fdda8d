/* What the C parts of the library share: entering Python, errors of the thread, streams.
 *
 * Nothing here is seen outside the library. Compile with BRIDGE_PREFIX, BRIDGE_UPPER and BRIDGE_HEADER; see bridge.h.
 */
#ifndef BRIDGE_CORE_H
#define BRIDGE_CORE_H

#include <stdatomic.h>
#include <string.h>

#include "bridge.h"

/** An error the interface declares, or one of the runtime's own. */
typedef struct bridge_error_kind {
    int status;
    int http_status;
    const char *code;
    const char *recovery;
} bridge_error_kind;

/** Every kind, by status; ends with one whose code is NULL. */
extern const bridge_error_kind bridge_error_kinds[];

/** One module of the interface, whose Python part is loaded when it is first called. */
typedef struct bridge_module {
    const char *name;
    atomic_bool loaded;
} bridge_module;

#define BRIDGE_MODULE(name) { name, false }

struct BRIDGE_NAME(session) {
    /** What Python knows it by; -1 for a handle that nothing is behind. */
    int64_t number;
    /** Its handle in the session that opened it; NULL for one of _open(). */
    char *id;
};

/** An open stream of a typed function. */
typedef struct bridge_stream {
    int64_t number;
    char id[];
} bridge_stream;

/** A call that the thread announced with _cancellable(). */
typedef struct bridge_pending {
    int64_t session;
    int64_t number;
} bridge_pending;

extern _Thread_local bridge_pending bridge_pending_call;

/** Loads a module's Python part. False, with the thread's error set, when that fails. */
bool bridge_load(bridge_module *module);

/** Sets the thread's error to an invalid argument. @return its status */
bridge_status bridge_invalid(const char *what, const char *way_out);

/** Sets the thread's error. `fields_json` and `json` may be NULL. @return the status */
bridge_status bridge_refuse(
    int status, int http_status, const char *code, const char *message, const char *recovery, const char *trace_id,
    const char *fields_json, const char *json);

/** The status that the calling thread's last failure had. */
int bridge_refused(void);

/** The JSON of the calling thread's last failure. */
const char *bridge_refused_json(void);

/** `status`, after making sure that a failure has an error to look at. */
bridge_status bridge_left(bridge_status status);

/** Starts Python once. NULL, or why it did not: a text that stays. */
const char *bridge_python_start(void);

/** A copy of `length` bytes for the caller to free; NULL when there is a NUL in them, or no memory. */
char *bridge_text(const char *bytes, size_t length);

/** Zeroed memory for `count` things of `size` bytes, never NULL for want of a count. */
void *bridge_array(size_t count, size_t size);

bridge_session *bridge_session_new(int64_t number, const char *id);
const char *bridge_session_handle(const bridge_session *session);

bridge_status bridge_stream_started(
    const bridge_session *session, bridge_status status, char *id, bridge_stream **stream);
bridge_status bridge_stream_ended(bridge_stream *stream);

/** What Python knows the session by in this call; 0, with the thread's error set, when the call cannot be made. */
static inline int64_t bridge_enter(const bridge_session *session, bridge_module *module)
{
    if (session == NULL) {
        bridge_invalid("session is NULL", "open one with " BRIDGE_PREFIX_TEXT "_open()");
        return 0;
    }
    if (!atomic_load_explicit(&module->loaded, memory_order_acquire) && !bridge_load(module))
        return 0;
    if (bridge_pending_call.session == session->number && bridge_pending_call.number != 0) {
        int64_t number = bridge_pending_call.number;
        bridge_pending_call.number = 0;
        return number;
    }
    return session->number;
}

/** Begins a typed function: declares `number`, or returns. */
#define BRIDGE_ENTER(session, module)                   \
    int64_t number = bridge_enter((session), (module)); \
    if (number == 0)                                    \
        return (bridge_status)bridge_refused()

/** Begins the _next() of a stream: declares `open`, or returns. */
#define BRIDGE_ENTER_STREAM(stream)                             \
    const bridge_stream *open = (const bridge_stream *)(stream); \
    if (open == NULL)                                            \
    return bridge_invalid("stream is NULL", "start one first")

/** Makes sure that there is a place for a result, and that it holds nothing yet. */
#define BRIDGE_CLEAR(place)                                                      \
    if ((place) == NULL)                                                         \
        return bridge_invalid(#place " is NULL", "give the address it may be written to"); \
    memset((place), 0, sizeof *(place))

#endif
