/**
 * @file
 * Sessions within sessions, many calls in one, and what went wrong last.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_SESSION_H
#define LLMSPELL_SESSION_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What may help after an error. */
typedef enum llmspell_session_recovery_strategy {
    /** Not given. */
    LLMSPELL_SESSION_RECOVERY_STRATEGY_UNSPECIFIED = 0,
    /** The same call, once more. */
    LLMSPELL_SESSION_RECOVERY_STRATEGY_RETRY_ONCE = 1,
    /** The same call, after growing pauses. */
    LLMSPELL_SESSION_RECOVERY_STRATEGY_RETRY_WITH_BACKOFF = 2,
    /** The same call to another provider, tool or machine. */
    LLMSPELL_SESSION_RECOVERY_STRATEGY_FAILOVER = 3,
    /** Nothing; the call has to change. */
    LLMSPELL_SESSION_RECOVERY_STRATEGY_NONE = 4
} llmspell_session_recovery_strategy;

/** Which kept result makes room for a new one. */
typedef enum llmspell_session_eviction_policy {
    /** Not given. */
    LLMSPELL_SESSION_EVICTION_POLICY_UNSPECIFIED = 0,
    /** The one that was asked for longest ago. */
    LLMSPELL_SESSION_EVICTION_POLICY_LRU = 1,
    /** The one that was asked for least often. */
    LLMSPELL_SESSION_EVICTION_POLICY_LFU = 2,
    /** The one that was kept first. */
    LLMSPELL_SESSION_EVICTION_POLICY_FIFO = 3
} llmspell_session_eviction_policy;

/** What sessions are held to: Calls of one batch. */
#define LLMSPELL_SESSION_LIMIT_BATCH_CALLS INT64_C(1000)

/** What sessions are held to: Sessions within sessions. */
#define LLMSPELL_SESSION_LIMIT_DEPTH INT64_C(8)

typedef struct llmspell_session_options llmspell_session_options;
typedef struct llmspell_session_info llmspell_session_info;
typedef struct llmspell_session_batch_call llmspell_session_batch_call;
typedef struct llmspell_session_batch_options llmspell_session_batch_options;
typedef struct llmspell_session_batch_outcome llmspell_session_batch_outcome;
typedef struct llmspell_session_memoize_metrics llmspell_session_memoize_metrics;
typedef struct llmspell_session_batch_metrics llmspell_session_batch_metrics;
typedef struct llmspell_session_metrics llmspell_session_metrics;
typedef struct llmspell_session_conversion_info llmspell_session_conversion_info;
typedef struct llmspell_session_conversion_path llmspell_session_conversion_path;
typedef struct llmspell_session_converter llmspell_session_converter;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_SESSION_MEMOIZE_METRICS_MAP_DEFINED
#define LLMSPELL_SESSION_MEMOIZE_METRICS_MAP_DEFINED
typedef struct llmspell_session_memoize_metrics_entry {
    const char *key;
    const llmspell_session_memoize_metrics *value;
} llmspell_session_memoize_metrics_entry;
typedef struct llmspell_session_memoize_metrics_map {
    const llmspell_session_memoize_metrics_entry *entries;
    size_t count;
} llmspell_session_memoize_metrics_map;
LLMSPELL_API void llmspell_session_memoize_metrics_map_free(llmspell_session_memoize_metrics_map *value);
#endif

#ifndef LLMSPELL_SESSION_CONVERSION_INFO_LIST_DEFINED
#define LLMSPELL_SESSION_CONVERSION_INFO_LIST_DEFINED
typedef struct llmspell_session_conversion_info_list {
    const llmspell_session_conversion_info *items;
    size_t count;
} llmspell_session_conversion_info_list;
LLMSPELL_API void llmspell_session_conversion_info_list_free(llmspell_session_conversion_info_list *value);
#endif

#ifndef LLMSPELL_SESSION_BATCH_CALL_LIST_DEFINED
#define LLMSPELL_SESSION_BATCH_CALL_LIST_DEFINED
typedef struct llmspell_session_batch_call_list {
    const llmspell_session_batch_call *items;
    size_t count;
} llmspell_session_batch_call_list;
LLMSPELL_API void llmspell_session_batch_call_list_free(llmspell_session_batch_call_list *value);
#endif

#ifndef LLMSPELL_SESSION_BATCH_OUTCOME_LIST_DEFINED
#define LLMSPELL_SESSION_BATCH_OUTCOME_LIST_DEFINED
typedef struct llmspell_session_batch_outcome_list {
    const llmspell_session_batch_outcome *items;
    size_t count;
} llmspell_session_batch_outcome_list;
LLMSPELL_API void llmspell_session_batch_outcome_list_free(llmspell_session_batch_outcome_list *value);
#endif

/**
 * Turns a value of one type into another.
 * @param value_json The value
 * @param result_json receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_session_converter_function)(
    void *user_data, const char *value_json, char **result_json);

/** A llmspell_session_converter_function and what it works with. */
struct llmspell_session_converter {
    /** NULL when there is none. */
    llmspell_session_converter_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_session_converter_init(llmspell_session_converter *value);

/** What a session may do. */
struct llmspell_session_options {
    /** What to call it; its handle when left out. Optional. */
    const char *name;
    /**
     * Each permission with true or a list: {"fs.read": ["data"], "llm": true}. All that the parent has when left
     * out; never more. Optional.
     */
    const char *permissions_json;
};
LLMSPELL_API void llmspell_session_options_init(llmspell_session_options *value);
LLMSPELL_API void llmspell_session_options_free(llmspell_session_options *value);

/** What is known of a session. */
struct llmspell_session_info {
    /** What it is called. */
    const char *name;
    /** The name of the session that opened it; absent for the first one. Optional. */
    const char *parent;
    /** What it may do: each permission with true or a list. */
    const char *permissions_json;
    /** How many live resources it holds, by kind: {"agent.Agent": 2}. */
    llmspell_int64_map resources;
    /** Open sessions that it has opened. */
    int64_t children;
};
LLMSPELL_API void llmspell_session_info_init(llmspell_session_info *value);
LLMSPELL_API void llmspell_session_info_free(llmspell_session_info *value);

/** One call of a batch. */
struct llmspell_session_batch_call {
    /** Its full name: "tool.execute". */
    const char *function;
    /** Its arguments by name; handles as their ids. Optional. */
    const char *arguments_json;
};
LLMSPELL_API void llmspell_session_batch_call_init(llmspell_session_batch_call *value);
LLMSPELL_API void llmspell_session_batch_call_free(llmspell_session_batch_call *value);

/** How to run a batch. */
struct llmspell_session_batch_options {
    /** Leave out the calls after the first that fails. Optional: false when absent. */
    bool has_stop_on_error;
    bool stop_on_error;
    /** How many calls may be under way at once. Optional: 1 when absent. */
    bool has_concurrency;
    int64_t concurrency;
};
LLMSPELL_API void llmspell_session_batch_options_init(llmspell_session_batch_options *value);
LLMSPELL_API void llmspell_session_batch_options_free(llmspell_session_batch_options *value);

/** What came of one call of a batch. */
struct llmspell_session_batch_outcome {
    /** True when it returned. */
    bool ok;
    /** What it returned; absent when it failed. Optional. */
    const char *result_json;
    /** What it failed with; absent when it returned. Optional. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_session_batch_outcome_init(llmspell_session_batch_outcome *value);
LLMSPELL_API void llmspell_session_batch_outcome_free(llmspell_session_batch_outcome *value);

/** How keeping the results of one function has paid. */
struct llmspell_session_memoize_metrics {
    /** Calls that were given a kept result. */
    int64_t hits;
    /** Calls that had to be made. */
    int64_t misses;
    /** Results that made room for others. */
    int64_t evicted;
    /** Results whose time was over when they were asked for. */
    int64_t expired;
    /** Results that are kept now. */
    int64_t entries;
    /** Results that are kept at most. */
    int64_t max_entries;
    /** Which result makes room. */
    llmspell_session_eviction_policy policy;
    /** How long a result is kept; absent when it has no end. Optional. */
    bool has_ttl_seconds;
    double ttl_seconds;
};
LLMSPELL_API void llmspell_session_memoize_metrics_init(llmspell_session_memoize_metrics *value);
LLMSPELL_API void llmspell_session_memoize_metrics_free(llmspell_session_memoize_metrics *value);

/** How many calls came in batches. */
struct llmspell_session_batch_metrics {
    /** Batches that were run. */
    int64_t batches;
    /** Calls made by them. */
    int64_t calls;
    /** Calls of these that failed. */
    int64_t failed;
    /** Size of the smallest batch; 0 before the first. */
    int64_t smallest;
    /** Size of the largest batch. */
    int64_t largest;
    /** Calls made by a batch on the average. */
    double mean_size;
};
LLMSPELL_API void llmspell_session_batch_metrics_init(llmspell_session_batch_metrics *value);
LLMSPELL_API void llmspell_session_batch_metrics_free(llmspell_session_batch_metrics *value);

/** What a session has saved. */
struct llmspell_session_metrics {
    /** By the full names of the functions that keep results and have been called. */
    llmspell_session_memoize_metrics_map memoized;
    /** Of `session.batch`. */
    const llmspell_session_batch_metrics *batches;
};
LLMSPELL_API void llmspell_session_metrics_init(llmspell_session_metrics *value);
LLMSPELL_API void llmspell_session_metrics_free(llmspell_session_metrics *value);

/** One way from a type to another. */
struct llmspell_session_conversion_info {
    /** What it is called. */
    const char *name;
    /** From. */
    const char *source_type;
    /** To. */
    const char *target_type;
    /** What taking it costs. */
    double cost;
    /** True for one that every session knows. */
    bool built_in;
};
LLMSPELL_API void llmspell_session_conversion_info_init(llmspell_session_conversion_info *value);
LLMSPELL_API void llmspell_session_conversion_info_free(llmspell_session_conversion_info *value);

/** The way from a type to another. */
struct llmspell_session_conversion_path {
    /** From. */
    const char *source_type;
    /** To. */
    const char *target_type;
    /** What all of its steps cost. */
    double cost;
    /** The conversions in order; none for a type and itself. */
    llmspell_session_conversion_info_list steps;
};
LLMSPELL_API void llmspell_session_conversion_path_init(llmspell_session_conversion_path *value);
LLMSPELL_API void llmspell_session_conversion_path_free(llmspell_session_conversion_path *value);

/**
 * Open a session within this one.
 *
 * @param options What it may do; may be NULL
 * @param result receives the result; close it with llmspell_close()
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_PERMISSION_EXCEEDED, LLMSPELL_E_SESSION_TOO_DEEP or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_session_open(
    llmspell_session *session, const llmspell_session_options *options, llmspell_session **result);

/**
 * Close a session that was opened here, and release all it holds.
 *
 * @param session_ The session
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_NOT_FOUND, LLMSPELL_E_PROVIDER_SCRIPT_UNFINISHED or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_session_close(llmspell_session *session, llmspell_session *session_);

/**
 * What is known of a session.
 *
 * @param session_ A session that was opened here; this one when left out; may be NULL
 * @param result receives the result; free it with llmspell_session_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_session_get_info(
    llmspell_session *session, llmspell_session *session_, llmspell_session_info *result);

/**
 * Many calls in one.
 *
 * Every call is checked, permitted and hooked as if it were made alone, and has an outcome of its own, in the
 * order of the calls. Functions that take or give a stream or a callback cannot be part of a batch, nor can
 * another batch.
 *
 * @param calls The calls
 * @param options How to run them; may be NULL
 * @param result receives the result; free it with llmspell_session_batch_outcome_list_free()
 */
LLMSPELL_API llmspell_status llmspell_session_batch(
    llmspell_session *session, const llmspell_session_batch_call_list *calls,
    const llmspell_session_batch_options *options, llmspell_session_batch_outcome_list *result);

/**
 * What keeping results and making calls together has saved.
 *
 * @param result receives the result; free it with llmspell_session_metrics_free()
 */
LLMSPELL_API llmspell_status llmspell_session_get_metrics(
    llmspell_session *session, llmspell_session_metrics *result);

/**
 * Forget the results that are kept.
 *
 * The next call of each function is made again. What is kept ends with the session in any case.
 *
 * @param function The full name of one function: "provider.count_tokens"; all when left out; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_NOT_MEMOIZED or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_session_clear_cache(
    llmspell_session *session, const char *function, int64_t *result);

/**
 * Turn a value of one type into another.
 *
 * Types of the interface are named with their module, `tool.ToolResult`; `text` is any string; other names
 * are the program's own, and may be any JSON. The way of least cost is taken, over several conversions where
 * there is none that leads there directly, and the value is checked against each type on the way. A type
 * converts to itself. `session.list_conversions` tells what is known, `session.find_conversion` which way is
 * taken.
 *
 * @param value_json The value
 * @param source_type What it is: "tool.ToolResult"
 * @param target_type What it is to become: "shared.Message"
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_UNKNOWN_CONVERSION, LLMSPELL_E_SESSION_CONVERSION_FAILED or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_session_convert(
    llmspell_session *session, const char *value_json, const char *source_type, const char *target_type,
    char **result_json);

/**
 * Teach the session to turn one type into another.
 *
 * The conversion is used by its cost wherever it lies on the cheapest way, also in the middle of a longer
 * one. Those that every session knows cost 10 and more, but for the ones that only call a value by a wider
 * type: one of your own at its usual cost of 1 goes before them. Names that begin with a module of the
 * interface must be types of it.
 *
 * @param source_type From: "shop.Order"
 * @param target_type To: "text"
 * @param converter Makes one of the other
 * @param cost What taking it costs; ways are compared by the sum of their costs; 1 when NULL
 * @param name What to call it; "shop.Order to text" when left out; may be NULL
 * @param result receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_INVALID_CONVERSION, LLMSPELL_E_SESSION_CONVERSION_EXISTS or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_session_register_conversion(
    llmspell_session *session, const char *source_type, const char *target_type,
    const llmspell_session_converter *converter, const double *cost, const char *name, char **result);

/**
 * Forget a conversion.
 *
 * @param name The conversion
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_CONVERSION_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_session_unregister_conversion(
    llmspell_session *session, const char *name);

/**
 * The conversions that the session knows, in the order of their names.
 *
 * @param source_type Only those from this type; may be NULL
 * @param target_type Only those to this type; may be NULL
 * @param result receives the result; free it with llmspell_session_conversion_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_session_list_conversions(
    llmspell_session *session, const char *source_type, const char *target_type,
    llmspell_session_conversion_info_list *result);

/**
 * The way that a conversion takes, without converting anything.
 *
 * Of several ways that cost as much, the one of fewer steps; of several as short, the one whose names come
 * first.
 *
 * @param source_type From
 * @param target_type To
 * @param result receives the result; free it with llmspell_session_conversion_path_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_UNKNOWN_CONVERSION or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_session_find_conversion(
    llmspell_session *session, const char *source_type, const char *target_type,
    llmspell_session_conversion_path *result);

/**
 * The last error that a call of a session ended in.
 *
 * @param session_ A session that was opened here; this one when left out; may be NULL
 * @param result receives the result; free it with llmspell_error_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SESSION_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_session_get_last_error(
    llmspell_session *session, llmspell_session *session_, llmspell_error_info *result, bool *result_is_null);

#ifdef __cplusplus
}
#endif

#endif
