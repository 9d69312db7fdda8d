/* The generic functions of the library: what is checked and kept in C before and after Python. */
#include <pthread.h>
#include <stdlib.h>

#include "bridge_behind.h"
#include "bridge_core.h"

_Thread_local bridge_pending bridge_pending_call;
atomic_bool bridge_is_forked;

static void note_fork(void)
{
    atomic_store(&bridge_is_forked, true);
}

uint32_t bridge_abi_version(void)
{
    return BRIDGE_CONSTANT(ABI_VERSION);
}

const char *bridge_version(void)
{
    return BRIDGE_CONSTANT(VERSION);
}

char *bridge_string_copy(const char *string)
{
    return string == NULL ? NULL : bridge_text(string, strlen(string));
}

void bridge_string_free(char *string)
{
    free(string);
}

char *bridge_text(const char *bytes, size_t length)
{
    char *copy = memchr(bytes, '\0', length) != NULL ? NULL : malloc(length + 1);
    if (copy != NULL) {
        memcpy(copy, bytes, length);
        copy[length] = '\0';
    }
    return copy;
}

void *bridge_array(size_t count, size_t size)
{
    return calloc(count == 0 ? 1 : count, size);
}

/* Starts Python and its part of the library. False, with the thread's error set, when that fails. */
static bool start(void)
{
    const char *reason = bridge_python_start();
    int status = reason == NULL ? bridge_py_start() : (int)BRIDGE_NOT_INITIALIZED;
    if (status == BRIDGE_NOT_INITIALIZED)
        bridge_refuse(
            BRIDGE_E_BROKEN_INSTALLATION, 500, "runtime.broken_installation",
            reason != NULL ? reason : "the Python part of the library did not start; what Python printed says why",
            "none", NULL, NULL, NULL);
    return status == BRIDGE_OK;
}

/* Starts the library once. False, with the thread's error set, when it does not start. */
static bool started(void)
{
    static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    static atomic_bool running;
    if (atomic_load_explicit(&running, memory_order_acquire))
        return true;
    pthread_mutex_lock(&mutex); /* several threads may open their first session at once */
    bool is_running = atomic_load_explicit(&running, memory_order_relaxed);
    if (!is_running && (is_running = start())) {
        pthread_atfork(NULL, NULL, note_fork);
        atomic_store_explicit(&running, true, memory_order_release);
    }
    pthread_mutex_unlock(&mutex);
    return is_running;
}

bool bridge_load(bridge_module *module)
{
    int status = bridge_py_load(module->name);
    if (status == BRIDGE_OK)
        atomic_store_explicit(&module->loaded, true, memory_order_release);
    else
        bridge_left((bridge_status)status);
    return status == BRIDGE_OK;
}

bridge_session *bridge_session_new(int64_t number, const char *id)
{
    bridge_session *session = malloc(sizeof *session);
    char *copy = bridge_string_copy(id);
    if (session == NULL || (id != NULL && copy == NULL)) {
        free(session);
        free(copy);
        return NULL;
    }
    session->number = number;
    session->id = copy;
    return session;
}

void BRIDGE_NAME(session_free)(bridge_session *session)
{
    if (session != NULL)
        free(session->id);
    free(session);
}

const char *bridge_session_handle(const bridge_session *session)
{
    return session == NULL ? NULL : session->id;
}

const char *BRIDGE_NAME(session_id)(const bridge_session *session)
{
    return bridge_session_handle(session);
}

bridge_status bridge_open(const char *options_json, bridge_session **session)
{
    BRIDGE_CLEAR(session);
    if (atomic_load(&bridge_is_forked))
        return bridge_forked();
    if (!started())
        return (bridge_status)bridge_refused();
    int64_t number = 0;
    int status = bridge_py_open(options_json, &number);
    if (status != BRIDGE_OK)
        return bridge_left((bridge_status)status);
    *session = bridge_session_new(number, NULL);
    if (*session != NULL)
        return BRIDGE_OK;
    bridge_py_close(number);
    return bridge_no_memory();
}

bridge_status bridge_close(bridge_session *session)
{
    if (session == NULL)
        return BRIDGE_OK;
    bool is_usable = bridge_usable(session);
    int64_t number = session->number;
    BRIDGE_NAME(session_free)(session);
    if (!is_usable)
        return bridge_forked();
    return number < 0 ? BRIDGE_OK : bridge_left((bridge_status)bridge_py_close(number));
}

bridge_status BRIDGE_NAME(session_from_id)(bridge_session *parent, const char *id, bridge_session **session)
{
    BRIDGE_CLEAR(session);
    if (!bridge_usable(parent))
        return bridge_no_session(parent);
    if (id == NULL)
        return bridge_invalid("id is NULL", "give the handle of a session");
    int64_t number = -1;
    int status = bridge_py_session_of(parent->number, id, &number);
    if (status != BRIDGE_OK)
        return bridge_left((bridge_status)status);
    *session = bridge_session_new(number, id);
    return *session != NULL ? BRIDGE_OK : bridge_no_memory();
}

/* What Python knows the session by in a call that may have been announced by _cancellable(). */
static int64_t entered(const bridge_session *session)
{
    bridge_module none = { "", true };
    return bridge_enter(session, &none);
}

bridge_status bridge_call(
    bridge_session *session, const char *function, const char *arguments_json, char **result_json)
{
    char *unwanted = NULL;
    char **place = result_json == NULL ? &unwanted : result_json;
    *place = NULL;
    int64_t number = entered(session);
    if (number == 0)
        return (bridge_status)bridge_refused();
    if (function == NULL)
        return bridge_invalid("function is NULL", "give a name such as \"bridge.function\"");
    int status = bridge_py_call(number, function, arguments_json, place);
    free(unwanted);
    return bridge_left((bridge_status)status);
}

bridge_status bridge_call_start(
    bridge_session *session, const char *function, const char *arguments_json, uint64_t *ticket)
{
    BRIDGE_CLEAR(ticket);
    if (!bridge_usable(session))
        return bridge_no_session(session);
    if (function == NULL)
        return bridge_invalid("function is NULL", "give a name such as \"bridge.function\"");
    return bridge_left((bridge_status)bridge_py_call_start(session->number, function, arguments_json, ticket));
}

bridge_status bridge_call_wait(
    bridge_session *session, uint64_t ticket, int64_t timeout_ms, uint64_t *finished, char **result_json)
{
    uint64_t ended = 0;
    char *unwanted = NULL;
    char **place = result_json == NULL ? &unwanted : result_json;
    *place = NULL;
    if (finished != NULL)
        *finished = 0;
    if (!bridge_usable(session))
        return bridge_no_session(session);
    int status = bridge_py_call_wait(
        session->number, ticket, timeout_ms, finished == NULL ? &ended : finished, place);
    free(unwanted);
    return bridge_left((bridge_status)status);
}

bridge_status bridge_call_cancel(bridge_session *session, uint64_t ticket)
{
    if (!bridge_usable(session))
        return bridge_no_session(session);
    return bridge_left((bridge_status)bridge_py_call_cancel(session->number, ticket));
}

bridge_status bridge_cancellable(bridge_session *session, uint64_t *ticket)
{
    BRIDGE_CLEAR(ticket);
    if (!bridge_usable(session))
        return bridge_no_session(session);
    int64_t number = 0;
    int status = bridge_py_cancellable(session->number, &number, ticket);
    if (status == BRIDGE_OK)
        bridge_pending_call = (bridge_pending){ session->number, number };
    return bridge_left((bridge_status)status);
}

bridge_status bridge_callback_new(
    bridge_session *session, bridge_json_callback function, void *user_data, void (*release)(void *user_data), char **id)
{
    BRIDGE_CLEAR(id);
    if (!bridge_usable(session))
        return bridge_no_session(session);
    if (function == NULL)
        return bridge_invalid("function is NULL", "give the function to call");
    return bridge_left((bridge_status)bridge_py_callback_new(
        session->number, (bridge_json_function)(void (*)(void))function, user_data, release, id));
}

bridge_status bridge_callback_free(bridge_session *session, const char *id)
{
    if (!bridge_usable(session))
        return bridge_no_session(session);
    if (id == NULL)
        return BRIDGE_OK;
    return bridge_left((bridge_status)bridge_py_callback_free(session->number, id));
}

bridge_status bridge_stream_next(bridge_session *session, const char *stream, char **item_json)
{
    char *unwanted = NULL;
    char **place = item_json == NULL ? &unwanted : item_json;
    *place = NULL;
    if (!bridge_usable(session))
        return bridge_no_session(session);
    if (stream == NULL)
        return bridge_invalid("stream is NULL", "give the id that the call returned");
    int status = bridge_py_stream_next(bridge_announced(session->number), stream, place);
    free(unwanted);
    return bridge_left((bridge_status)status);
}

bridge_status bridge_stream_next_start(bridge_session *session, const char *stream, uint64_t *ticket)
{
    BRIDGE_CLEAR(ticket);
    if (!bridge_usable(session))
        return bridge_no_session(session);
    if (stream == NULL)
        return bridge_invalid("stream is NULL", "give the id that the call returned");
    return bridge_left((bridge_status)bridge_py_stream_next_start(session->number, stream, ticket));
}

bridge_status bridge_stream_close(bridge_session *session, const char *stream)
{
    if (!bridge_usable(session))
        return bridge_no_session(session);
    if (stream == NULL)
        return BRIDGE_OK;
    return bridge_left((bridge_status)bridge_py_stream_close(session->number, stream));
}

bridge_status bridge_poll(bridge_session *session, int64_t timeout_ms)
{
    if (!bridge_usable(session))
        return bridge_no_session(session);
    return bridge_left((bridge_status)bridge_py_poll(session->number, timeout_ms));
}

bridge_status bridge_stream_started(int64_t owner, bridge_status status, char *id, bridge_stream **stream)
{
    if (status != BRIDGE_OK)
        return bridge_left(status);
    size_t size = strlen(id) + 1;
    *stream = malloc(sizeof(bridge_stream) + size);
    if (*stream != NULL) {
        (*stream)->number = owner;
        memcpy((*stream)->id, id, size);
    } else {
        bridge_py_stream_close(owner, id);
    }
    free(id);
    return *stream != NULL ? BRIDGE_OK : bridge_no_memory();
}

bridge_status bridge_stream_ended(bridge_stream *stream)
{
    if (stream == NULL)
        return BRIDGE_OK;
    int status = atomic_load(&bridge_is_forked) ? (int)bridge_no_stream(stream)
                                                : bridge_py_stream_close(stream->number, stream->id);
    free(stream);
    return bridge_left((bridge_status)status);
}
