/**
 * @file
 * What a model may do besides talking, and the functions that do it.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_TOOL_H
#define LLMSPELL_TOOL_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where and how a tool runs. */
typedef enum llmspell_tool_execution_mode {
    /** Not given. */
    LLMSPELL_TOOL_EXECUTION_MODE_UNSPECIFIED = 0,
    /** Within the call that asked for it, which returns its value. */
    LLMSPELL_TOOL_EXECUTION_MODE_DIRECT = 1,
    /** In a child process of its own, which is killed at its time or memory limit. */
    LLMSPELL_TOOL_EXECUTION_MODE_SANDBOXED = 2,
    /**
     * As a task of its own; the call returns as soon as it has started, and `tool.wait` gives its outcome.
     */
    LLMSPELL_TOOL_EXECUTION_MODE_ASYNC = 3
} llmspell_tool_execution_mode;

/** What a tool is about. */
typedef enum llmspell_tool_category {
    /** Not given. */
    LLMSPELL_TOOL_CATEGORY_UNSPECIFIED = 0,
    /** Reads or writes files. */
    LLMSPELL_TOOL_CATEGORY_FILE = 1,
    /** Talks to other machines. */
    LLMSPELL_TOOL_CATEGORY_HTTP = 2,
    /** Looks at this machine or starts processes. */
    LLMSPELL_TOOL_CATEGORY_SYSTEM = 3,
    /** Computes with or transforms data. */
    LLMSPELL_TOOL_CATEGORY_DATA = 4,
    /** Asks a model or an agent. */
    LLMSPELL_TOOL_CATEGORY_AI = 5,
    /** Anything else; what a tool is when it does not say. */
    LLMSPELL_TOOL_CATEGORY_CUSTOM = 6
} llmspell_tool_category;

/** How far an execution has come. */
typedef enum llmspell_tool_status {
    /** Not given. */
    LLMSPELL_TOOL_STATUS_UNSPECIFIED = 0,
    /** Started and not finished. */
    LLMSPELL_TOOL_STATUS_RUNNING = 1,
    /** Finished; its value is there. */
    LLMSPELL_TOOL_STATUS_COMPLETED = 2
} llmspell_tool_status;

/** What tools are held to: Characters of a tool's name. */
#define LLMSPELL_TOOL_LIMIT_NAME_LENGTH INT64_C(64)

/** What tools are held to: Bytes of a tool's value as JSON. */
#define LLMSPELL_TOOL_LIMIT_RESULT_BYTES INT64_C(4194304)

/** What tools are held to: Memory of a sandboxed execution that sets no limit. */
#define LLMSPELL_TOOL_LIMIT_SANDBOX_MEMORY_BYTES INT64_C(536870912)

/** What tools are held to: Time of an execution when neither the tool nor the call sets a limit. */
#define LLMSPELL_TOOL_LIMIT_TIMEOUT_SECONDS INT64_C(60)

/**
 * A tool has begun.
 * After its arguments were found to fit, before its handler runs.
 */
#define LLMSPELL_EVENT_TOOL_START "tool.start"

/**
 * A tool has finished.
 * When its value is there, before the caller has it.
 */
#define LLMSPELL_EVENT_TOOL_COMPLETE "tool.complete"

/**
 * A tool has ended in an error.
 * When its handler failed, was refused a permission or reached a limit.
 */
#define LLMSPELL_EVENT_TOOL_ERROR "tool.error"

typedef struct llmspell_tool_definition llmspell_tool_definition;
typedef struct llmspell_tool_description llmspell_tool_description;
typedef struct llmspell_tool_info llmspell_tool_info;
typedef struct llmspell_tool_query llmspell_tool_query;
typedef struct llmspell_tool_execute_options llmspell_tool_execute_options;
typedef struct llmspell_tool_result llmspell_tool_result;
typedef struct llmspell_tool_argument_issue llmspell_tool_argument_issue;
typedef struct llmspell_tool_validation_result llmspell_tool_validation_result;
typedef struct llmspell_tool_started llmspell_tool_started;
typedef struct llmspell_tool_completed llmspell_tool_completed;
typedef struct llmspell_tool_failed llmspell_tool_failed;
typedef struct llmspell_tool_handler llmspell_tool_handler;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_TOOL_ARGUMENT_ISSUE_LIST_DEFINED
#define LLMSPELL_TOOL_ARGUMENT_ISSUE_LIST_DEFINED
typedef struct llmspell_tool_argument_issue_list {
    const llmspell_tool_argument_issue *items;
    size_t count;
} llmspell_tool_argument_issue_list;
LLMSPELL_API void llmspell_tool_argument_issue_list_free(llmspell_tool_argument_issue_list *value);
#endif

#ifndef LLMSPELL_TOOL_DESCRIPTION_LIST_DEFINED
#define LLMSPELL_TOOL_DESCRIPTION_LIST_DEFINED
typedef struct llmspell_tool_description_list {
    const llmspell_tool_description *items;
    size_t count;
} llmspell_tool_description_list;
LLMSPELL_API void llmspell_tool_description_list_free(llmspell_tool_description_list *value);
#endif

/**
 * Does a tool's work.
 * @param arguments_json Arguments that fit the tool's schema
 * @param result_json receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_tool_handler_function)(
    void *user_data, const char *arguments_json, char **result_json);

/** A llmspell_tool_handler_function and what it works with. */
struct llmspell_tool_handler {
    /** NULL when there is none. */
    llmspell_tool_handler_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_tool_handler_init(llmspell_tool_handler *value);

/** A tool to register. */
struct llmspell_tool_definition {
    /** What a model calls it by; unique in the session. */
    const char *name;
    /** What it does and when to use it; a model reads this. */
    const char *description;
    /** JSON Schema 2020-12 of the arguments; any object is accepted when it is left out. Optional. */
    const char *parameters_json;
    /** Does the work. */
    llmspell_tool_handler handler;
    /** What it is about. Optional: "custom" when absent. */
    llmspell_tool_category category;
    /** How it runs when a call does not say. Optional: "direct" when absent. */
    llmspell_tool_execution_mode mode;
    /** Words that `tool.discover` finds it by. Optional. */
    llmspell_string_list tags;
    /** Longest time of one execution; 60 when left out. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
};
LLMSPELL_API void llmspell_tool_definition_init(llmspell_tool_definition *value);
LLMSPELL_API void llmspell_tool_definition_free(llmspell_tool_definition *value);

/** A tool without its handler, as a model, a file or a list shows it. */
struct llmspell_tool_description {
    /** What a model calls it by. */
    const char *name;
    /** What it does and when to use it. */
    const char *description;
    /** JSON Schema 2020-12 of the arguments. */
    const char *parameters_json;
    /** What it is about. */
    llmspell_tool_category category;
    /** How it runs when a call does not say. */
    llmspell_tool_execution_mode mode;
    /** Words that `tool.discover` finds it by. */
    llmspell_string_list tags;
    /** Longest time of one execution. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** True for a tool that comes with the runtime. */
    bool built_in;
};
LLMSPELL_API void llmspell_tool_description_init(llmspell_tool_description *value);
LLMSPELL_API void llmspell_tool_description_free(llmspell_tool_description *value);

/** What is known of a tool beside its description. */
struct llmspell_tool_info {
    /** What a model calls it by. */
    const char *name;
    /** What it is about. */
    llmspell_tool_category category;
    /** How it runs when a call does not say. */
    llmspell_tool_execution_mode mode;
    /** True for a tool that comes with the runtime. */
    bool built_in;
    /** False for a loaded definition that waits for its handler. */
    bool ready;
    /** Whether it can run in a child process. */
    bool sandboxable;
    /** Permissions that it may ask for. */
    llmspell_string_list permissions;
    /** Executions that were started. */
    int64_t calls;
    /** Executions that ended in an error. */
    int64_t failures;
    /** Milliseconds spent in finished executions. */
    double total_ms;
    /** Code of the last error of an execution. Optional. */
    const char *last_error;
};
LLMSPELL_API void llmspell_tool_info_init(llmspell_tool_info *value);
LLMSPELL_API void llmspell_tool_info_free(llmspell_tool_info *value);

/** What to look for among the tools. */
struct llmspell_tool_query {
    /** Words to find in name, description, tags and category. Optional. */
    const char *text;
    /** Only tools of this category. Optional. */
    llmspell_tool_category category;
    /** Only tools with all of these tags. Optional. */
    llmspell_string_list tags;
    /** Longest list to return. Optional: 20 when absent. */
    bool has_limit;
    int64_t limit;
};
LLMSPELL_API void llmspell_tool_query_init(llmspell_tool_query *value);
LLMSPELL_API void llmspell_tool_query_free(llmspell_tool_query *value);

/** How to run a tool this once. */
struct llmspell_tool_execute_options {
    /** Instead of the tool's own mode. Optional. */
    llmspell_tool_execution_mode mode;
    /** Instead of the tool's own limit. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** Memory of a sandboxed execution; 512 MiB when left out. Optional. */
    bool has_memory_bytes;
    int64_t memory_bytes;
};
LLMSPELL_API void llmspell_tool_execute_options_init(llmspell_tool_execute_options *value);
LLMSPELL_API void llmspell_tool_execute_options_free(llmspell_tool_execute_options *value);

/** One execution of a tool. */
struct llmspell_tool_result {
    /** The tool that ran. */
    const char *tool;
    /** Id of the execution, as events carry it: "execution_1". */
    const char *execution;
    /** How far it has come. */
    llmspell_tool_status status;
    /** What the handler returned; absent while it runs. Optional. */
    const char *value_json;
    /** Milliseconds it took; absent while it runs. Optional. */
    bool has_duration_ms;
    double duration_ms;
};
LLMSPELL_API void llmspell_tool_result_init(llmspell_tool_result *value);
LLMSPELL_API void llmspell_tool_result_free(llmspell_tool_result *value);

/** One fault of a tool's arguments. */
struct llmspell_tool_argument_issue {
    /** JSON pointer to the faulty value; empty for the arguments as a whole. */
    const char *path;
    /** What was given and what was expected. */
    const char *message;
};
LLMSPELL_API void llmspell_tool_argument_issue_init(llmspell_tool_argument_issue *value);
LLMSPELL_API void llmspell_tool_argument_issue_free(llmspell_tool_argument_issue *value);

/** Whether arguments fit a tool's schema. */
struct llmspell_tool_validation_result {
    /** True when there is no fault. */
    bool valid;
    /** Every fault, in the order of their paths. */
    llmspell_tool_argument_issue_list issues;
};
LLMSPELL_API void llmspell_tool_validation_result_init(llmspell_tool_validation_result *value);
LLMSPELL_API void llmspell_tool_validation_result_free(llmspell_tool_validation_result *value);

/** A tool has begun. */
struct llmspell_tool_started {
    /** The tool. */
    const char *name;
    /** Id of the execution. */
    const char *execution;
    /** How it runs. */
    llmspell_tool_execution_mode mode;
    /** Its arguments; values under names like `password` or `authorization` are replaced by "[redacted]". */
    const char *arguments_json;
};
LLMSPELL_API void llmspell_tool_started_init(llmspell_tool_started *value);
LLMSPELL_API void llmspell_tool_started_free(llmspell_tool_started *value);

/** A tool has finished. */
struct llmspell_tool_completed {
    /** The tool. */
    const char *name;
    /** Id of the execution. */
    const char *execution;
    /** Milliseconds it took. */
    double duration_ms;
    /** What the handler returned; redacted as the arguments are. */
    const char *value_json;
};
LLMSPELL_API void llmspell_tool_completed_init(llmspell_tool_completed *value);
LLMSPELL_API void llmspell_tool_completed_free(llmspell_tool_completed *value);

/** A tool has ended in an error. */
struct llmspell_tool_failed {
    /** The tool. */
    const char *name;
    /** Id of the execution. */
    const char *execution;
    /** Milliseconds it took. */
    double duration_ms;
    /** What the caller was told. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_tool_failed_init(llmspell_tool_failed *value);
LLMSPELL_API void llmspell_tool_failed_free(llmspell_tool_failed *value);

/**
 * Add a tool to the session.
 *
 * The session's agents can use it from then on, by its name.
 *
 * @param definition The tool
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_ALREADY_EXISTS, LLMSPELL_E_TOOL_INVALID_SCHEMA or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_tool_register(
    llmspell_session *session, const llmspell_tool_definition *definition);

/**
 * Remove a tool from the session.
 *
 * A built-in tool can be removed too; the session does without it then. Executions under way go on.
 *
 * @param name The tool
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_tool_unregister(llmspell_session *session, const char *name);

/**
 * Run a tool.
 *
 * The arguments are checked first. With mode `direct` or `sandboxed` the call returns when the tool has
 * finished, with its value; with `async` it returns as soon as the tool has started, and `tool.wait` gives
 * the outcome. A built-in tool asks for its permissions when it runs: `file_read` for `fs.read`, `file_write`
 * for `fs.write`, `http_request` for `net`, `system_info` for `process`.
 *
 * @param name The tool
 * @param arguments_json Its arguments
 * @param options How to run it; may be NULL
 * @param result receives the result; free it with llmspell_tool_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_NOT_FOUND, LLMSPELL_E_TOOL_INVALID_ARGUMENTS,
 *        LLMSPELL_E_TOOL_INVALID_RESULT, LLMSPELL_E_TOOL_EXECUTION_FAILED, LLMSPELL_E_TOOL_TIMED_OUT,
 *        LLMSPELL_E_TOOL_SANDBOX_KILLED, LLMSPELL_E_TOOL_NOT_SANDBOXABLE, LLMSPELL_E_TOOL_NO_HANDLER,
 *        LLMSPELL_E_TOOL_BAD_EXPRESSION, LLMSPELL_E_TOOL_FILE_FAILED, LLMSPELL_E_TOOL_REQUEST_FAILED,
 *        LLMSPELL_E_HOOK_REJECTED, LLMSPELL_E_HOOK_FAILED, LLMSPELL_E_HOOK_TIMED_OUT,
 *        LLMSPELL_E_HOOK_REPLACED, LLMSPELL_E_HOOK_RATE_LIMITED, LLMSPELL_E_HOOK_NESTED_TOO_DEEP or a runtime
 *        status
 * @note Emits tool.start, tool.complete, tool.error, hook.reject, hook.error, hook.disable, hook.log,
 *        hook.retry.
 */
LLMSPELL_API llmspell_status llmspell_tool_execute(
    llmspell_session *session, const char *name, const char *arguments_json,
    const llmspell_tool_execute_options *options, llmspell_tool_result *result);

/**
 * The outcome of an asynchronous execution.
 *
 * Waits until it has finished. The outcome of each of the last 256 finished executions can be asked for
 * again.
 *
 * @param execution The id that `tool.execute` returned
 * @param timeout_seconds Stop waiting after this long; the tool goes on; may be NULL
 * @param result receives the result; free it with llmspell_tool_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_UNKNOWN_EXECUTION, LLMSPELL_E_TOOL_INVALID_ARGUMENTS,
 *        LLMSPELL_E_TOOL_INVALID_RESULT, LLMSPELL_E_TOOL_EXECUTION_FAILED, LLMSPELL_E_TOOL_TIMED_OUT,
 *        LLMSPELL_E_TOOL_SANDBOX_KILLED, LLMSPELL_E_TOOL_NOT_SANDBOXABLE, LLMSPELL_E_TOOL_BAD_EXPRESSION,
 *        LLMSPELL_E_TOOL_FILE_FAILED, LLMSPELL_E_TOOL_REQUEST_FAILED, LLMSPELL_E_HOOK_REJECTED,
 *        LLMSPELL_E_HOOK_FAILED, LLMSPELL_E_HOOK_TIMED_OUT, LLMSPELL_E_HOOK_REPLACED,
 *        LLMSPELL_E_HOOK_RATE_LIMITED, LLMSPELL_E_HOOK_NESTED_TOO_DEEP or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_tool_wait(
    llmspell_session *session, const char *execution, const double *timeout_seconds,
    llmspell_tool_result *result);

/**
 * Find tools by words, category and tags, best match first.
 *
 * A tool matches when all of its filters fit and every word of `text` occurs in its name, tags, category or
 * description; a word in the name counts more than one in the description.
 *
 * @param query What to look for; everything when left out; may be NULL
 * @param result receives the result; free it with llmspell_tool_description_list_free()
 */
LLMSPELL_API llmspell_status llmspell_tool_discover(
    llmspell_session *session, const llmspell_tool_query *query, llmspell_tool_description_list *result);

/**
 * The session's tools, in the order of their names.
 *
 * @param category Only tools of this category; may be 0
 * @param result receives the result; free it with llmspell_tool_description_list_free()
 */
LLMSPELL_API llmspell_status llmspell_tool_list(
    llmspell_session *session, llmspell_tool_category category, llmspell_tool_description_list *result);

/**
 * A tool's description.
 *
 * @param name The tool
 * @param result receives the result; free it with llmspell_tool_description_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_tool_get(
    llmspell_session *session, const char *name, llmspell_tool_description *result);

/**
 * Whether a tool of this name is registered.
 *
 * @param name The name
 * @param result receives the result
 */
LLMSPELL_API llmspell_status llmspell_tool_exists(llmspell_session *session, const char *name, bool *result);

/**
 * Check arguments against a tool's schema without running it.
 *
 * @param name The tool
 * @param arguments_json The arguments to check
 * @param result receives the result; free it with llmspell_tool_validation_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_tool_validate(
    llmspell_session *session, const char *name, const char *arguments_json,
    llmspell_tool_validation_result *result);

/**
 * The JSON Schema of a tool's arguments.
 *
 * @param name The tool
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_tool_get_schema(
    llmspell_session *session, const char *name, char **result_json);

/**
 * How a tool runs, what it may ask for and how it has done so far.
 *
 * @param name The tool
 * @param result receives the result; free it with llmspell_tool_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_tool_get_info(
    llmspell_session *session, const char *name, llmspell_tool_info *result);

/**
 * Give a loaded definition its handler.
 *
 * A handler that is there already is replaced.
 *
 * @param name The tool
 * @param handler Does the work
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_tool_attach(
    llmspell_session *session, const char *name, const llmspell_tool_handler *handler);

/**
 * Write tool definitions, without their handlers, to a file.
 *
 * The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half of it.
 *
 * @param path The file
 * @param names The tools to write; all but the built-in ones when left out; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_NOT_FOUND, LLMSPELL_E_TOOL_FILE_FAILED or a runtime status
 * @note Needs the permission fs.write.
 */
LLMSPELL_API llmspell_status llmspell_tool_save(
    llmspell_session *session, const char *path, const llmspell_string_list *names, int64_t *result);

/**
 * Add the tool definitions of a file, to be given handlers with tool.attach.
 *
 * When one of them cannot be added, none is.
 *
 * @param path A file that tool.save wrote
 * @param result receives the result; free it with llmspell_string_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TOOL_ALREADY_EXISTS, LLMSPELL_E_TOOL_INVALID_SCHEMA,
 *        LLMSPELL_E_TOOL_FILE_FAILED, LLMSPELL_E_TOOL_INVALID_FILE or a runtime status
 * @note Needs the permission fs.read.
 */
LLMSPELL_API llmspell_status llmspell_tool_load(
    llmspell_session *session, const char *path, llmspell_string_list *result);

#ifdef __cplusplus
}
#endif

#endif
