/**
 * @file
 * Text that runs with a session's functions, and functions that are known by name.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_SCRIPT_H
#define LLMSPELL_SCRIPT_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct llmspell_script_handler_info llmspell_script_handler_info;
typedef struct llmspell_script_handler llmspell_script_handler;

#ifndef LLMSPELL_SCRIPT_HANDLER_INFO_LIST_DEFINED
#define LLMSPELL_SCRIPT_HANDLER_INFO_LIST_DEFINED
typedef struct llmspell_script_handler_info_list {
    const llmspell_script_handler_info *items;
    size_t count;
} llmspell_script_handler_info_list;
LLMSPELL_API void llmspell_script_handler_info_list_free(llmspell_script_handler_info_list *value);
#endif

/**
 * Does the work of a handler.
 * @param input_json Any JSON value
 * @param result_json receives what it gives back; the library frees it
 */
typedef llmspell_status (*llmspell_script_handler_function)(
    void *user_data, const char *input_json, char **result_json);

/** A llmspell_script_handler_function and what it works with. */
struct llmspell_script_handler {
    /** NULL when there is none. */
    llmspell_script_handler_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_script_handler_init(llmspell_script_handler *value);

/** A registered handler. */
struct llmspell_script_handler_info {
    /** What it is called by. */
    const char *name;
    /** What it does; as it was registered. Optional. */
    const char *description;
};
LLMSPELL_API void llmspell_script_handler_info_init(llmspell_script_handler_info *value);
LLMSPELL_API void llmspell_script_handler_info_free(llmspell_script_handler_info *value);

/**
 * Make a function known by a name.
 *
 * It stays until it is unregistered or the session closes.
 *
 * @param name What to call it by; unique in the session
 * @param handler The function
 * @param description What it does; may be NULL
 * @return LLMSPELL_OK, LLMSPELL_E_SCRIPT_HANDLER_EXISTS or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_script_register_handler(
    llmspell_session *session, const char *name, const llmspell_script_handler *handler,
    const char *description);

/**
 * Forget a handler.
 *
 * @param name The handler
 * @return LLMSPELL_OK, LLMSPELL_E_SCRIPT_HANDLER_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_script_unregister_handler(llmspell_session *session, const char *name);

/**
 * The session's handlers, in the order in which they were registered.
 *
 * @param result receives the result; free it with llmspell_script_handler_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_script_list_handlers(
    llmspell_session *session, llmspell_script_handler_info_list *result);

/**
 * What a handler makes of an input.
 *
 * @param name The handler
 * @param input_json Any JSON value; null when left out; may be NULL
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCRIPT_HANDLER_NOT_FOUND, LLMSPELL_E_SCRIPT_HANDLER_FAILED or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_script_call_handler(
    llmspell_session *session, const char *name, const char *input_json, char **result_json);

#ifdef __cplusplus
}
#endif

#endif
