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

/** Whether this process was forked from one in which Python ran: it has none of that one's threads. */
extern atomic_bool bridge_is_forked;

/** Loads a module's Python part. False, with the thread's error set, when that fails. */
bool bridge_load(bridge_module *module);

/** Sets the thread's error to an invalid argument. @return its status */
bridge_status bridge_invalid(const char *what, const char *way_out);

/** Sets the thread's error for a session that is NULL, or of another process. @return its status */
bridge_status bridge_no_session(const bridge_session *session);

/** Sets the thread's error for a stream that is NULL, or of another process. @return its status */
bridge_status bridge_no_stream(const bridge_stream *stream);

/** Sets the thread's error to what bridge_is_forked says. @return its status */
bridge_status bridge_forked(void);

/** Sets the thread's error to the want of memory. @return its status */
bridge_status bridge_no_memory(void);

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

/** Starts Python once; for one thread at a time. NULL, or why it did not: a text that stays. */
const char *bridge_python_start(void);

/** A copy of `length` bytes for the caller to free; NULL when there is a NUL in them, or no memory. */
char *bridge_text(const char *bytes, size_t length);

/** Zeroed memory for `count` things of `size` bytes, never NULL for want of a count. */
void *bridge_array(size_t count, size_t size);

bridge_session *bridge_session_new(int64_t number, const char *id);
const char *bridge_session_handle(const bridge_session *session);

/** Gives the stream that a call in the session `owner` opened with this `id`, which is freed. */
bridge_status bridge_stream_started(int64_t owner, bridge_status status, char *id, bridge_stream **stream);
bridge_status bridge_stream_ended(bridge_stream *stream);

/** What Python knows the session of this number by in this call, which may be one that was announced. */
static inline int64_t bridge_announced(int64_t session)
{
    if (bridge_pending_call.session != session || bridge_pending_call.number == 0)
        return session;
    int64_t number = bridge_pending_call.number;
    bridge_pending_call.number = 0;
    return number;
}

/** Whether a call can be made in the session from this process. */
static inline bool bridge_usable(const bridge_session *session)
{
    return session != NULL && !atomic_load_explicit(&bridge_is_forked, memory_order_relaxed);
}

/** What Python knows the session by in this call; 0, with the thread's error set, when the call cannot be made. */
static inline int64_t bridge_enter(const bridge_session *session, bridge_module *module)
{
    if (!bridge_usable(session)) {
        bridge_no_session(session);
        return 0;
    }
    if (!atomic_load_explicit(&module->loaded, memory_order_acquire) && !bridge_load(module))
        return 0;
    return bridge_announced(session->number);
}

/** Begins a typed function: declares `number`, or returns. */
#define BRIDGE_ENTER(session, module)                   \
    int64_t number = bridge_enter((session), (module)); \
    if (number == 0)                                    \
        return (bridge_status)bridge_refused()

/** Begins the _next() of a stream: declares `open` and `number`, or returns. */
#define BRIDGE_ENTER_STREAM(stream)                                                        \
    const bridge_stream *open = (const bridge_stream *)(stream);                           \
    if (open == NULL || atomic_load_explicit(&bridge_is_forked, memory_order_relaxed))     \
        return bridge_no_stream(open);                                                     \
    int64_t number = bridge_announced(open->number)

/** Sees to a place for a result, also for one that the caller does not want, and that it holds nothing yet. */
#define BRIDGE_RESULT(type, place)      \
    type place##_unwanted;              \
    if ((place) == NULL)                \
        (place) = &place##_unwanted;    \
    memset((place), 0, sizeof *(place))

/** Whether what is at the place of a result goes to nobody: the call failed, or the caller does not want it. */
#define BRIDGE_DROPS(status, place) ((status) != BRIDGE_OK || (place) == &place##_unwanted)

/** Makes sure that there is a place for what the caller must have, and that it holds nothing yet. */
#define BRIDGE_CLEAR(place)                                                      \
    if ((place) == NULL)                                                         \
        return bridge_invalid(#place " is NULL", "give the address it may be written to"); \
    memset((place), 0, sizeof *(place))

#endif
