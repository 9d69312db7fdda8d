/* The functions of the core that are written in Python (inside/_core.py). Statuses are plain ints here. */
#ifndef BRIDGE_BEHIND_H
#define BRIDGE_BEHIND_H

#include <stddef.h>
#include <stdint.h>

typedef int (*bridge_json_function)(void *user_data, const char *arguments_json, char **result_json);

int bridge_py_start(void);
int bridge_py_load(const char *module);
int bridge_py_open(const char *options_json, int64_t *number);
int bridge_py_close(int64_t session);
int bridge_py_session_of(int64_t session, const char *id, int64_t *number);
int bridge_py_call(int64_t session, const char *function, const char *arguments_json, char **result_json);
int bridge_py_call_start(int64_t session, const char *function, const char *arguments_json, uint64_t *ticket);
int bridge_py_call_wait(
    int64_t session, uint64_t ticket, int64_t timeout_ms, uint64_t *finished, char **result_json);
int bridge_py_call_cancel(int64_t session, uint64_t ticket);
int bridge_py_cancellable(int64_t session, int64_t *number, uint64_t *ticket);
int bridge_py_callback_new(
    int64_t session, bridge_json_function function, void *user_data, void (*release)(void *user_data), char **id);
int bridge_py_callback_free(int64_t session, const char *id);
int bridge_py_stream_next(int64_t session, const char *stream, char **item_json);
int bridge_py_stream_next_start(int64_t session, const char *stream, uint64_t *ticket);
int bridge_py_stream_close(int64_t session, const char *stream);
int bridge_py_poll(int64_t session, int64_t timeout_ms);

#endif
