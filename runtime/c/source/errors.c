/* What failed last on each thread. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "bridge_core.h"
#include "bridge_glue.h"

/* The texts of an error, and the struct that points into them, in one block per thread. */
typedef struct failure {
    bridge_error error;
    char text[];
} failure;

static pthread_key_t key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;

static const bridge_error no_error = { BRIDGE_OK, 0, "", "", "none", "", "{}", "{}" };
static const bridge_error no_memory = {
    BRIDGE_E_INTERNAL, 500, "runtime.internal", "no memory is left", "none", "", "{}",
    "{\"code\":\"runtime.internal\",\"message\":\"no memory is left\"}",
};
static _Thread_local const bridge_error *last = NULL;

static void make_key(void)
{
    pthread_key_create(&key, free);
}

const bridge_error *bridge_last_error(const bridge_session *session)
{
    (void)session; /* an error belongs to its thread; the session is there for the reader */
    return last == NULL ? &no_error : last;
}

int bridge_refused(void)
{
    return last == NULL ? BRIDGE_E_INTERNAL : (int)last->status;
}

const char *bridge_refused_json(void)
{
    return last == NULL ? "{}" : last->json;
}

/* Appends `text` to what `*end` points behind, and gives where it begins. */
static const char *append(char **end, const char *text)
{
    char *begin = *end;
    size_t size = strlen(text) + 1;
    memcpy(begin, text, size);
    *end = begin + size;
    return begin;
}

static const char *or(const char *text, const char *otherwise)
{
    return text == NULL ? otherwise : text;
}

/* A JSON string of `text` at `out`; gives the end. Control characters become spaces: messages have none. */
static char *quote(char *out, const char *text)
{
    *out++ = '"';
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            *out++ = '\\';
        *out++ = (unsigned char)*text < ' ' ? ' ' : *text;
    }
    *out++ = '"';
    return out;
}

/* The JSON of an error that C made itself; the caller frees it. */
static char *as_json(const char *code, const char *message, const char *recovery, int http_status)
{
    char *json = malloc(2 * (strlen(code) + strlen(message) + strlen(recovery)) + 160);
    if (json == NULL)
        return NULL;
    char *end = json + sprintf(json, "{\"code\":");
    end = quote(end, code);
    end += sprintf(end, ",\"message\":");
    end = quote(end, message);
    end += sprintf(end, ",\"fields\":{},\"recovery\":");
    end = quote(end, recovery);
    sprintf(end, ",\"http_status\":%d,\"trace_id\":\"\",\"cause\":null}", http_status);
    return json;
}

bridge_status bridge_refuse(
    int status, int http_status, const char *code, const char *message, const char *recovery, const char *trace_id,
    const char *fields_json, const char *json)
{
    pthread_once(&key_once, make_key);
    code = or(code, "runtime.internal");
    message = or(message, "");
    recovery = or(recovery, "none");
    trace_id = or(trace_id, "");
    fields_json = or(fields_json, "{}");
    char *made = json == NULL ? as_json(code, message, recovery, http_status) : NULL;
    json = json == NULL ? or(made, no_memory.json) : json;
    size_t size = strlen(code) + strlen(message) + strlen(recovery) + strlen(trace_id) + strlen(fields_json) +
                  strlen(json) + 6;
    failure *new = malloc(sizeof(failure) + size);
    if (new == NULL) {
        free(made);
        last = &no_memory;
        return last->status;
    }
    char *end = new->text;
    new->error = (bridge_error){
        .status = (bridge_status)status,
        .http_status = http_status,
        .code = append(&end, code),
        .message = append(&end, message),
        .recovery = append(&end, recovery),
        .trace_id = append(&end, trace_id),
        .fields_json = append(&end, fields_json),
        .json = append(&end, json),
    };
    free(made);
    free(pthread_getspecific(key)); /* only now: the texts given may be those of the old one */
    pthread_setspecific(key, new);
    last = &new->error;
    return last->status;
}

/* The kind with this code, or the one with this status when code is NULL; NULL when there is none. */
static const bridge_error_kind *kind_of(const char *code, int status)
{
    for (const bridge_error_kind *kind = bridge_error_kinds; kind->code != NULL; kind++)
        if (code != NULL ? strcmp(kind->code, code) == 0 : kind->status == status)
            return kind;
    return NULL;
}

int bridge_status_of(const char *code)
{
    const bridge_error_kind *kind = kind_of(code, 0);
    return kind == NULL ? (int)BRIDGE_E_CALLBACK_FAILED : kind->status;
}

bridge_status bridge_invalid(const char *what, const char *way_out)
{
    char message[256];
    snprintf(message, sizeof message, "%s; %s", what, way_out);
    return bridge_refuse(
        BRIDGE_E_INVALID_ARGUMENT, 400, "runtime.invalid_argument", message, "none", NULL, NULL, NULL);
}

bridge_status bridge_no_memory(void)
{
    return bridge_refuse(BRIDGE_E_INTERNAL, 500, "runtime.internal", no_memory.message, "none", NULL, NULL, NULL);
}

bridge_status bridge_forked(void)
{
    return bridge_refuse(
        BRIDGE_E_UNSUPPORTED, 501, "runtime.unsupported",
        "this process was forked from one that uses the library, and has none of its threads; "
        "fork before the first session is opened, or exec in the child", "none", NULL, NULL, NULL);
}

bridge_status bridge_no_session(const bridge_session *session)
{
    return session != NULL ? bridge_forked() : bridge_invalid("session is NULL", "open one with " BRIDGE_PREFIX_TEXT "_open()");
}

bridge_status bridge_no_stream(const bridge_stream *stream)
{
    return stream != NULL ? bridge_forked() : bridge_invalid("stream is NULL", "start one first");
}

bridge_status bridge_fail(const char *code, const char *message)
{
    code = or(code, "runtime.callback_failed");
    const bridge_error_kind *kind = kind_of(code, 0);
    return bridge_refuse(
        kind == NULL ? (int)BRIDGE_E_CALLBACK_FAILED : kind->status, kind == NULL ? 502 : kind->http_status, code,
        or(message, "the callback failed and did not say why"), kind == NULL ? "none" : kind->recovery, NULL, NULL, NULL);
}

bridge_status bridge_fail_json(const char *error_json)
{
    if (error_json == NULL)
        return bridge_fail(NULL, NULL);
    return bridge_refuse(
        BRIDGE_E_CALLBACK_FAILED, 502, "runtime.callback_failed", "the callback failed", "none", NULL, NULL, error_json);
}

bridge_status bridge_left(bridge_status status)
{
    if (status == BRIDGE_NOT_INITIALIZED)
        bridge_refuse(
            BRIDGE_NOT_INITIALIZED, 500, "runtime.broken_installation",
            "the Python part of this function is missing; build the library again", "none", NULL, NULL, NULL);
    return status;
}
