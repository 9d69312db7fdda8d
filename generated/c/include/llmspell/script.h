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

/** What a script is written in. */
typedef enum llmspell_script_engine {
    /** Not given. */
    LLMSPELL_SCRIPT_ENGINE_UNSPECIFIED = 0,
    /** Lua 5.4. The interface is `require("llmspell")`; the result is what the script returns. */
    LLMSPELL_SCRIPT_ENGINE_LUA = 1,
    /**
     * An ECMAScript module. The interface is `import llmspell from "llmspell"`; the result is the default
     * export.
     */
    LLMSPELL_SCRIPT_ENGINE_JAVASCRIPT = 2,
    /** One expression of CEL, the Common Expression Language, over its variables; it calls nothing. */
    LLMSPELL_SCRIPT_ENGINE_EXPR = 3
} llmspell_script_engine;

/** Where a script runs. */
typedef enum llmspell_script_execution_mode {
    /** Not given. */
    LLMSPELL_SCRIPT_EXECUTION_MODE_UNSPECIFIED = 0,
    /** On a thread of this process. */
    LLMSPELL_SCRIPT_EXECUTION_MODE_DIRECT = 1,
    /** In a child process of its own, which is killed at its time, memory or output limit. */
    LLMSPELL_SCRIPT_EXECUTION_MODE_SANDBOXED = 2
} llmspell_script_execution_mode;

/**
 * What scripts are held to: Scripts that run at once in a session and those within it; a script that runs a
 * script counts twice.
 */
#define LLMSPELL_SCRIPT_LIMIT_CONCURRENT INT64_C(16)

/** What scripts are held to: Memory of a script that sets no limit. */
#define LLMSPELL_SCRIPT_LIMIT_MEMORY_BYTES INT64_C(134217728)

/** What scripts are held to: Bytes of output of a script that sets no limit. */
#define LLMSPELL_SCRIPT_LIMIT_OUTPUT_BYTES INT64_C(1048576)

/** What scripts are held to: Characters of a script. */
#define LLMSPELL_SCRIPT_LIMIT_SOURCE_LENGTH INT64_C(1048576)

/** What scripts are held to: Time of a script that sets no limit. */
#define LLMSPELL_SCRIPT_LIMIT_TIMEOUT_SECONDS INT64_C(60)

/** What scripts are held to: Bytes of a result, and of the arguments of a call, as JSON. */
#define LLMSPELL_SCRIPT_LIMIT_VALUE_BYTES INT64_C(16777216)

/**
 * A script has begun.
 * Before its text is read.
 */
#define LLMSPELL_EVENT_SCRIPT_START "script.start"

/**
 * A script has finished.
 * When its value is there, before the caller has it.
 */
#define LLMSPELL_EVENT_SCRIPT_COMPLETE "script.complete"

/**
 * A script has ended in an error.
 * When it could not be read, failed, was cancelled or reached a limit.
 */
#define LLMSPELL_EVENT_SCRIPT_ERROR "script.error"

typedef struct llmspell_script_execute_options llmspell_script_execute_options;
typedef struct llmspell_script_result llmspell_script_result;
typedef struct llmspell_script_issue llmspell_script_issue;
typedef struct llmspell_script_validation llmspell_script_validation;
typedef struct llmspell_script_engine_info llmspell_script_engine_info;
typedef struct llmspell_script_handler_info llmspell_script_handler_info;
typedef struct llmspell_script_started llmspell_script_started;
typedef struct llmspell_script_completed llmspell_script_completed;
typedef struct llmspell_script_ended llmspell_script_ended;
typedef struct llmspell_script_handler llmspell_script_handler;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_SCRIPT_ISSUE_LIST_DEFINED
#define LLMSPELL_SCRIPT_ISSUE_LIST_DEFINED
typedef struct llmspell_script_issue_list {
    const llmspell_script_issue *items;
    size_t count;
} llmspell_script_issue_list;
LLMSPELL_API void llmspell_script_issue_list_free(llmspell_script_issue_list *value);
#endif

#ifndef LLMSPELL_SCRIPT_EXECUTION_MODE_LIST_DEFINED
#define LLMSPELL_SCRIPT_EXECUTION_MODE_LIST_DEFINED
typedef struct llmspell_script_execution_mode_list {
    const llmspell_script_execution_mode *items;
    size_t count;
} llmspell_script_execution_mode_list;
LLMSPELL_API void llmspell_script_execution_mode_list_free(llmspell_script_execution_mode_list *value);
#endif

#ifndef LLMSPELL_SCRIPT_ENGINE_INFO_LIST_DEFINED
#define LLMSPELL_SCRIPT_ENGINE_INFO_LIST_DEFINED
typedef struct llmspell_script_engine_info_list {
    const llmspell_script_engine_info *items;
    size_t count;
} llmspell_script_engine_info_list;
LLMSPELL_API void llmspell_script_engine_info_list_free(llmspell_script_engine_info_list *value);
#endif

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
 * @param result_json receives what it gives back; the library frees it, also when the callback fails
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

/** How to run a script. */
struct llmspell_script_execute_options {
    /** What messages and events call it; the file's path for a file. Optional: "script" when absent. */
    const char *name;
    /** Any JSON value: the variable `input` of the script. Optional. */
    const char *input_json;
    /** More variables of the script by their names: letters, digits and underscores. Optional. */
    const char *variables_json;
    /** Where it runs; expressions are safe in both. Optional: "sandboxed" when absent. */
    llmspell_script_execution_mode mode;
    /**
     * Run it in a session of its own with these, never more than this one has: {"fs.read": ["data"]}. Left out,
     * it acts as this session. Optional.
     */
    const char *permissions_json;
    /** Longest time, starting and waiting included; 60 when left out. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** Memory of its values; 128 MiB when left out. Optional. */
    bool has_memory_bytes;
    int64_t memory_bytes;
    /** What it may print; 1 MiB when left out. Optional. */
    bool has_output_bytes;
    int64_t output_bytes;
};
LLMSPELL_API void llmspell_script_execute_options_init(llmspell_script_execute_options *value);
LLMSPELL_API void llmspell_script_execute_options_free(llmspell_script_execute_options *value);

/** What came of a script. */
struct llmspell_script_result {
    /** What it was written in. */
    llmspell_script_engine engine;
    /** Where it ran. */
    llmspell_script_execution_mode mode;
    /** What it returned (Lua), exported by default (JavaScript) or evaluates to; null for nothing. */
    const char *value_json;
    /** What it printed. */
    const char *output;
    /** Milliseconds from start to end. */
    double duration_ms;
};
LLMSPELL_API void llmspell_script_result_init(llmspell_script_result *value);
LLMSPELL_API void llmspell_script_result_free(llmspell_script_result *value);

/** One reason why a script cannot run. */
struct llmspell_script_issue {
    /** What is wrong. */
    const char *message;
    /** Where, from 1; absent when the engine does not say. Optional. */
    bool has_line;
    int64_t line;
    /** Where in the line, from 1; absent when the engine does not say. Optional. */
    bool has_column;
    int64_t column;
    /** The line, and under it a caret when the column is known. Optional. */
    const char *excerpt;
};
LLMSPELL_API void llmspell_script_issue_init(llmspell_script_issue *value);
LLMSPELL_API void llmspell_script_issue_free(llmspell_script_issue *value);

/** Whether a script can be read. */
struct llmspell_script_validation {
    /** True when there is no issue. */
    bool valid;
    /** What is wrong; engines stop at the first. */
    llmspell_script_issue_list issues;
    /** The variables that an expression speaks of, in order; absent for scripts. Optional. */
    llmspell_string_list names;
};
LLMSPELL_API void llmspell_script_validation_init(llmspell_script_validation *value);
LLMSPELL_API void llmspell_script_validation_free(llmspell_script_validation *value);

/** An engine and what it can do here. */
struct llmspell_script_engine_info {
    /** The engine. */
    llmspell_script_engine engine;
    /** Whether it is installed. */
    bool available;
    /** What to do when it is not; absent when it is. Optional. */
    const char *install;
    /** The library that it stands on. */
    const char *library;
    /** Its version; absent when it is not installed. Optional. */
    const char *library_version;
    /** The language's version, where the library tells it. Optional. */
    const char *language_version;
    /** Files that it runs: [".lua"]. */
    llmspell_string_list suffixes;
    /** Where it can run on this machine. */
    llmspell_script_execution_mode_list modes;
    /** Whether its scripts can call the functions of the interface. */
    bool calls_functions;
};
LLMSPELL_API void llmspell_script_engine_info_init(llmspell_script_engine_info *value);
LLMSPELL_API void llmspell_script_engine_info_free(llmspell_script_engine_info *value);

/** A registered handler. */
struct llmspell_script_handler_info {
    /** What it is called by. */
    const char *name;
    /** What it does; as it was registered. Optional. */
    const char *description;
};
LLMSPELL_API void llmspell_script_handler_info_init(llmspell_script_handler_info *value);
LLMSPELL_API void llmspell_script_handler_info_free(llmspell_script_handler_info *value);

/** A script has begun. */
struct llmspell_script_started {
    /** What it is called. */
    const char *script;
    /** What it is written in. */
    llmspell_script_engine engine;
    /** Where it runs. */
    llmspell_script_execution_mode mode;
};
LLMSPELL_API void llmspell_script_started_init(llmspell_script_started *value);
LLMSPELL_API void llmspell_script_started_free(llmspell_script_started *value);

/** A script has finished. */
struct llmspell_script_completed {
    /** What it is called. */
    const char *script;
    /** What it is written in. */
    llmspell_script_engine engine;
    /** Milliseconds it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_script_completed_init(llmspell_script_completed *value);
LLMSPELL_API void llmspell_script_completed_free(llmspell_script_completed *value);

/** A script has ended in an error. */
struct llmspell_script_ended {
    /** What it is called. */
    const char *script;
    /** What it is written in. */
    llmspell_script_engine engine;
    /** Milliseconds it took. */
    double duration_ms;
    /** What the caller was told. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_script_ended_init(llmspell_script_ended *value);
LLMSPELL_API void llmspell_script_ended_free(llmspell_script_ended *value);

/**
 * Run a script's text.
 *
 * The script finds `input` and the variables as globals. What it prints is collected. It may call every
 * function of the interface that its session may; what it leaves behind in the session (an agent, what it
 * stored) stays, but its own functions end with it: a handler that it registered is gone, and a tool or
 * subscription with a handler of its own fails from then on. With `permissions` it runs in a session of its
 * own, which is closed after it.
 *
 * @param engine What it is written in
 * @param source The text
 * @param options How to run it; may be NULL
 * @param result receives the result; free it with llmspell_script_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCRIPT_SYNTAX_ERROR, LLMSPELL_E_SCRIPT_FAILED, LLMSPELL_E_SCRIPT_TIMED_OUT,
 *        LLMSPELL_E_SCRIPT_LIMIT_EXCEEDED, LLMSPELL_E_SCRIPT_INVALID_VARIABLE,
 *        LLMSPELL_E_SCRIPT_ENGINE_UNAVAILABLE, LLMSPELL_E_SCRIPT_SANDBOX_UNAVAILABLE,
 *        LLMSPELL_E_SCRIPT_SANDBOX_KILLED, LLMSPELL_E_SESSION_PERMISSION_EXCEEDED,
 *        LLMSPELL_E_SESSION_TOO_DEEP or a runtime status
 * @note Emits script.start, script.complete, script.error.
 */
LLMSPELL_API llmspell_status llmspell_script_execute(
    llmspell_session *session, llmspell_script_engine engine, const char *source,
    const llmspell_script_execute_options *options, llmspell_script_result *result);

/**
 * Run a script file.
 *
 * As `script.execute`. The script is one file: it cannot load others that lie beside it.
 *
 * @param path The file
 * @param engine What it is written in; its suffix tells when it is left out; may be 0
 * @param options How to run it; may be NULL
 * @param result receives the result; free it with llmspell_script_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCRIPT_SYNTAX_ERROR, LLMSPELL_E_SCRIPT_FAILED, LLMSPELL_E_SCRIPT_TIMED_OUT,
 *        LLMSPELL_E_SCRIPT_LIMIT_EXCEEDED, LLMSPELL_E_SCRIPT_INVALID_VARIABLE,
 *        LLMSPELL_E_SCRIPT_ENGINE_UNAVAILABLE, LLMSPELL_E_SCRIPT_SANDBOX_UNAVAILABLE,
 *        LLMSPELL_E_SCRIPT_SANDBOX_KILLED, LLMSPELL_E_SESSION_PERMISSION_EXCEEDED,
 *        LLMSPELL_E_SESSION_TOO_DEEP, LLMSPELL_E_SCRIPT_UNKNOWN_SUFFIX, LLMSPELL_E_SCRIPT_FILE_FAILED or a
 *        runtime status
 * @note Needs the permission fs.read.
 * @note Emits script.start, script.complete, script.error.
 */
LLMSPELL_API llmspell_status llmspell_script_execute_file(
    llmspell_session *session, const char *path, llmspell_script_engine engine,
    const llmspell_script_execute_options *options, llmspell_script_result *result);

/**
 * Check that a script can be read, without running it.
 *
 * @param engine What it is written in
 * @param source The text
 * @param result receives the result; free it with llmspell_script_validation_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCRIPT_ENGINE_UNAVAILABLE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_script_validate(
    llmspell_session *session, llmspell_script_engine engine, const char *source,
    llmspell_script_validation *result);

/**
 * The engines, those that are not installed too.
 *
 * @param result receives the result; free it with llmspell_script_engine_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_script_list_engines(
    llmspell_session *session, llmspell_script_engine_info_list *result);

/**
 * Make a function known by a name.
 *
 * It stays until it is unregistered or the session closes; one of a script also ends with the script.
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
 * @param input_json Any JSON value
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
