/**
 * @file
 * Functions and ready-made helpers that take part in what the session does.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_HOOK_H
#define LLMSPELL_HOOK_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** On which part of its way a hook meets a call. */
typedef enum llmspell_hook_type {
    /** Not given. */
    LLMSPELL_HOOK_TYPE_UNSPECIFIED = 0,
    /** On the way in. */
    LLMSPELL_HOOK_TYPE_PRE = 1,
    /** On the way out with a result. */
    LLMSPELL_HOOK_TYPE_POST = 2,
    /** On the way in and out, with a result or an error. */
    LLMSPELL_HOOK_TYPE_AROUND = 3,
    /** On the way out with an error. */
    LLMSPELL_HOOK_TYPE_ERROR = 4
} llmspell_hook_type;

/** How far out a hook lies; of the same priority, what was registered first lies outside. */
typedef enum llmspell_hook_priority {
    /** Not given. */
    LLMSPELL_HOOK_PRIORITY_UNSPECIFIED = 0,
    /** Outermost: first on the way in, last on the way out. */
    LLMSPELL_HOOK_PRIORITY_HIGHEST = 1,
    /** Further out than most. */
    LLMSPELL_HOOK_PRIORITY_HIGH = 2,
    /** What a hook has when nobody says otherwise. */
    LLMSPELL_HOOK_PRIORITY_NORMAL = 3,
    /** Further in than most. */
    LLMSPELL_HOOK_PRIORITY_LOW = 4,
    /** Innermost: last on the way in, first on the way out. */
    LLMSPELL_HOOK_PRIORITY_LOWEST = 5
} llmspell_hook_priority;

/** Where the runtime itself calls hooks. */
typedef enum llmspell_hook_point {
    /** Not given. */
    LLMSPELL_HOOK_POINT_UNSPECIFIED = 0,
    /** A model's reply: provider.chat, provider.stream and every model call of an agent. */
    LLMSPELL_HOOK_POINT_GENERATE = 1,
    /** A tool's run: tool.execute in every mode, agents' tool calls among them. */
    LLMSPELL_HOOK_POINT_TOOL_CALL = 2,
    /** An agent's run: agent.run, run_structured, stream, handoff, and agents that run as tools. */
    LLMSPELL_HOOK_POINT_AGENT_RUN = 3,
    /** A step of a workflow. */
    LLMSPELL_HOOK_POINT_WORKFLOW_STEP = 4
} llmspell_hook_point;

/** Where a call is on its way when a handler sees it. */
typedef enum llmspell_hook_phase {
    /** Not given. */
    LLMSPELL_HOOK_PHASE_UNSPECIFIED = 0,
    /** On the way in. */
    LLMSPELL_HOOK_PHASE_BEFORE = 1,
    /** On the way out with a result. */
    LLMSPELL_HOOK_PHASE_AFTER = 2,
    /** On the way out with an error. */
    LLMSPELL_HOOK_PHASE_ERROR = 3
} llmspell_hook_phase;

/** What a hook's failure does to the call. */
typedef enum llmspell_hook_failure_policy {
    /** Not given. */
    LLMSPELL_HOOK_FAILURE_POLICY_UNSPECIFIED = 0,
    /**
     * The call fails with hook.failed or hook.timed_out; the default, for a guard that fails must not let
     * pass.
     */
    LLMSPELL_HOOK_FAILURE_POLICY_FAIL = 1,
    /** It is counted and told by hook.error; the call goes on as if the handler had returned nothing. */
    LLMSPELL_HOOK_FAILURE_POLICY_IGNORE = 2,
    /** As IGNORE, and the hook is disabled after `max_failures` failures in a row. */
    LLMSPELL_HOOK_FAILURE_POLICY_DISABLE = 3
} llmspell_hook_failure_policy;

/** The ready-made hooks, which hook.install puts in place. */
typedef enum llmspell_hook_built_in {
    /** Not given. */
    LLMSPELL_HOOK_BUILT_IN_UNSPECIFIED = 0,
    /** Tells of each call when it has ended. */
    LLMSPELL_HOOK_BUILT_IN_LOGGING = 1,
    /** Counts calls and errors, and measures how long they take. */
    LLMSPELL_HOOK_BUILT_IN_METRICS = 2,
    /** Lets so many calls pass in a time. */
    LLMSPELL_HOOK_BUILT_IN_RATE_LIMIT = 3,
    /** Answers a call that was answered before. */
    LLMSPELL_HOOK_BUILT_IN_CACHE = 4,
    /** Has a call that failed done again. */
    LLMSPELL_HOOK_BUILT_IN_RETRY = 5,
    /** Takes secrets out of what passes. */
    LLMSPELL_HOOK_BUILT_IN_REDACTION = 6
} llmspell_hook_built_in;

/** How loud a log entry is. */
typedef enum llmspell_hook_log_level {
    /** Not given. */
    LLMSPELL_HOOK_LOG_LEVEL_UNSPECIFIED = 0,
    /** Of interest when looking closely. */
    LLMSPELL_HOOK_LOG_LEVEL_DEBUG = 1,
    /** As it should be. */
    LLMSPELL_HOOK_LOG_LEVEL_INFO = 2,
    /** Worth a look. */
    LLMSPELL_HOOK_LOG_LEVEL_WARNING = 3,
    /** Something failed. */
    LLMSPELL_HOOK_LOG_LEVEL_ERROR = 4
} llmspell_hook_log_level;

/** Where redaction looks. */
typedef enum llmspell_hook_redaction_part {
    /** Not given. */
    LLMSPELL_HOOK_REDACTION_PART_UNSPECIFIED = 0,
    /** On the way in. */
    LLMSPELL_HOOK_REDACTION_PART_PAYLOAD = 1,
    /** On the way out. */
    LLMSPELL_HOOK_REDACTION_PART_RESULT = 2,
    /** In errors: their messages and fields. */
    LLMSPELL_HOOK_REDACTION_PART_ERROR = 3,
    /** In the events that the runtime emits, whatever their point; a program's own events are left alone. */
    LLMSPELL_HOOK_REDACTION_PART_EVENT = 4
} llmspell_hook_redaction_part;

/** Which of its variants a llmspell_hook_payload is. */
typedef enum llmspell_hook_payload_kind {
    /** Not given. */
    LLMSPELL_HOOK_PAYLOAD_UNSPECIFIED = 0,
    /** `generate`: `as.generate`, a llmspell_hook_generate_payload. */
    LLMSPELL_HOOK_PAYLOAD_GENERATE = 1,
    /** `tool_call`: `as.tool_call`, a llmspell_hook_tool_call_payload. */
    LLMSPELL_HOOK_PAYLOAD_TOOL_CALL = 2,
    /** `agent_run`: `as.agent_run`, a llmspell_hook_agent_run_payload. */
    LLMSPELL_HOOK_PAYLOAD_AGENT_RUN = 3,
    /** `workflow_step`: `as.workflow_step`, a llmspell_hook_workflow_step_payload. */
    LLMSPELL_HOOK_PAYLOAD_WORKFLOW_STEP = 4,
    /** `custom`: `as.custom`, a llmspell_hook_custom_payload. */
    LLMSPELL_HOOK_PAYLOAD_CUSTOM = 5
} llmspell_hook_payload_kind;

/** Which of its variants a llmspell_hook_built_in_hook is. */
typedef enum llmspell_hook_built_in_hook_kind {
    /** Not given. */
    LLMSPELL_HOOK_BUILT_IN_HOOK_UNSPECIFIED = 0,
    /** `logging`: `as.logging`, a llmspell_hook_logging_hook. */
    LLMSPELL_HOOK_BUILT_IN_HOOK_LOGGING = 1,
    /** `metrics`: `as.metrics`, a llmspell_hook_metrics_hook. */
    LLMSPELL_HOOK_BUILT_IN_HOOK_METRICS = 2,
    /** `rate_limit`: `as.rate_limit`, a llmspell_hook_rate_limit_hook. */
    LLMSPELL_HOOK_BUILT_IN_HOOK_RATE_LIMIT = 3,
    /** `cache`: `as.cache`, a llmspell_hook_cache_hook. */
    LLMSPELL_HOOK_BUILT_IN_HOOK_CACHE = 4,
    /** `retry`: `as.retry`, a llmspell_hook_retry_hook. */
    LLMSPELL_HOOK_BUILT_IN_HOOK_RETRY = 5,
    /** `redaction`: `as.redaction`, a llmspell_hook_redaction_hook. */
    LLMSPELL_HOOK_BUILT_IN_HOOK_REDACTION = 6
} llmspell_hook_built_in_hook_kind;

/** What hooks are held to: Time of a handler when its hook sets no limit. */
#define LLMSPELL_HOOK_LIMIT_TIMEOUT_SECONDS INT64_C(30)

/** What hooks are held to: Failures in a row that disable a hook of policy DISABLE when it does not say. */
#define LLMSPELL_HOOK_LIMIT_MAX_FAILURES INT64_C(3)

/** What hooks are held to: How often a hook may have one call done again when it does not say. */
#define LLMSPELL_HOOK_LIMIT_MAX_RETRIES INT64_C(3)

/** What hooks are held to: How often one call is done at most, whatever all its hooks together ask for. */
#define LLMSPELL_HOOK_LIMIT_ATTEMPTS INT64_C(100)

/** What hooks are held to: Series of one metrics hook; what else comes is counted together. */
#define LLMSPELL_HOOK_LIMIT_SERIES INT64_C(1000)

/** What hooks are held to: Buckets of one rate limit; the one that was used longest ago makes room. */
#define LLMSPELL_HOOK_LIMIT_BUCKETS INT64_C(10000)

/** What hooks are held to: How often one handler may be under way at the same time. */
#define LLMSPELL_HOOK_LIMIT_NESTING INT64_C(256)

/**
 * A hook has refused a call or its result.
 * Before the caller is told.
 */
#define LLMSPELL_EVENT_HOOK_REJECT "hook.reject"

/**
 * A hook has failed.
 * Each time, whatever its policy.
 */
#define LLMSPELL_EVENT_HOOK_ERROR "hook.error"

/**
 * A hook was switched off by its failures.
 * After the failure that was one too many.
 */
#define LLMSPELL_EVENT_HOOK_DISABLE "hook.disable"

/**
 * A call has met a logging hook.
 * When it has ended.
 */
#define LLMSPELL_EVENT_HOOK_LOG "hook.log"

/**
 * A retrying hook has a call done again.
 * Before the pause.
 */
#define LLMSPELL_EVENT_HOOK_RETRY "hook.retry"

/** Something that takes part in the calls of a point. */
typedef struct llmspell_hook llmspell_hook;

typedef struct llmspell_hook_definition llmspell_hook_definition;
typedef struct llmspell_hook_generate_payload llmspell_hook_generate_payload;
typedef struct llmspell_hook_tool_call_payload llmspell_hook_tool_call_payload;
typedef struct llmspell_hook_agent_run_payload llmspell_hook_agent_run_payload;
typedef struct llmspell_hook_workflow_step_payload llmspell_hook_workflow_step_payload;
typedef struct llmspell_hook_custom_payload llmspell_hook_custom_payload;
typedef struct llmspell_hook_call llmspell_hook_call;
typedef struct llmspell_hook_error llmspell_hook_error;
typedef struct llmspell_hook_answer llmspell_hook_answer;
typedef struct llmspell_hook_logging_hook llmspell_hook_logging_hook;
typedef struct llmspell_hook_metrics_hook llmspell_hook_metrics_hook;
typedef struct llmspell_hook_rate_limit_hook llmspell_hook_rate_limit_hook;
typedef struct llmspell_hook_cache_hook llmspell_hook_cache_hook;
typedef struct llmspell_hook_retry_hook llmspell_hook_retry_hook;
typedef struct llmspell_hook_redaction_hook llmspell_hook_redaction_hook;
typedef struct llmspell_hook_compose_options llmspell_hook_compose_options;
typedef struct llmspell_hook_metric_series llmspell_hook_metric_series;
typedef struct llmspell_hook_filter llmspell_hook_filter;
typedef struct llmspell_hook_info llmspell_hook_info;
typedef struct llmspell_hook_rejected llmspell_hook_rejected;
typedef struct llmspell_hook_failure llmspell_hook_failure;
typedef struct llmspell_hook_logged llmspell_hook_logged;
typedef struct llmspell_hook_retried llmspell_hook_retried;
typedef struct llmspell_hook_disabled llmspell_hook_disabled;
typedef struct llmspell_hook_payload llmspell_hook_payload;
typedef struct llmspell_hook_built_in_hook llmspell_hook_built_in_hook;
typedef struct llmspell_hook_handler llmspell_hook_handler;
typedef struct llmspell_hook_work llmspell_hook_work;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"
#include "tool.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_MESSAGE_LIST_DEFINED
#define LLMSPELL_MESSAGE_LIST_DEFINED
typedef struct llmspell_message_list {
    const llmspell_message *items;
    size_t count;
} llmspell_message_list;
LLMSPELL_API void llmspell_message_list_free(llmspell_message_list *value);
#endif

#ifndef LLMSPELL_TOOL_SPEC_LIST_DEFINED
#define LLMSPELL_TOOL_SPEC_LIST_DEFINED
typedef struct llmspell_tool_spec_list {
    const llmspell_tool_spec *items;
    size_t count;
} llmspell_tool_spec_list;
LLMSPELL_API void llmspell_tool_spec_list_free(llmspell_tool_spec_list *value);
#endif

#ifndef LLMSPELL_HOOK_REDACTION_PART_LIST_DEFINED
#define LLMSPELL_HOOK_REDACTION_PART_LIST_DEFINED
typedef struct llmspell_hook_redaction_part_list {
    const llmspell_hook_redaction_part *items;
    size_t count;
} llmspell_hook_redaction_part_list;
LLMSPELL_API void llmspell_hook_redaction_part_list_free(llmspell_hook_redaction_part_list *value);
#endif

#ifndef LLMSPELL_HOOK_METRIC_SERIES_LIST_DEFINED
#define LLMSPELL_HOOK_METRIC_SERIES_LIST_DEFINED
typedef struct llmspell_hook_metric_series_list {
    const llmspell_hook_metric_series *items;
    size_t count;
} llmspell_hook_metric_series_list;
LLMSPELL_API void llmspell_hook_metric_series_list_free(llmspell_hook_metric_series_list *value);
#endif

#ifndef LLMSPELL_HOOK_HANDLE_LIST_DEFINED
#define LLMSPELL_HOOK_HANDLE_LIST_DEFINED
typedef struct llmspell_hook_handle_list {
    llmspell_hook *const *items;
    size_t count;
} llmspell_hook_handle_list;
LLMSPELL_API void llmspell_hook_handle_list_free(llmspell_hook_handle_list *value);
#endif

#ifndef LLMSPELL_HOOK_INFO_LIST_DEFINED
#define LLMSPELL_HOOK_INFO_LIST_DEFINED
typedef struct llmspell_hook_info_list {
    const llmspell_hook_info *items;
    size_t count;
} llmspell_hook_info_list;
LLMSPELL_API void llmspell_hook_info_list_free(llmspell_hook_info_list *value);
#endif

/**
 * What a hook does.
 * @param call What passes
 * @param result receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_hook_handler_function)(
    void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null);

/** A llmspell_hook_handler_function and what it works with. */
struct llmspell_hook_handler {
    /** NULL when there is none. */
    llmspell_hook_handler_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_hook_handler_init(llmspell_hook_handler *value);

/**
 * What lies inside the hooks of a program's own point.
 * @param payload_json What hook.execute was given, as the hooks have left it
 * @param result_json receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_hook_work_function)(
    void *user_data, const char *payload_json, char **result_json);

/** A llmspell_hook_work_function and what it works with. */
struct llmspell_hook_work {
    /** NULL when there is none. */
    llmspell_hook_work_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_hook_work_init(llmspell_hook_work *value);

/** A hook with a handler of the program's own. */
struct llmspell_hook_definition {
    /** Where it stands: a constant of Point, or a point that the program passes with `hook.execute`. */
    const char *point;
    /** On which part of its way it meets a call. */
    llmspell_hook_type type;
    /** What it does. */
    llmspell_hook_handler handler;
    /** What errors and lists call it; its handle when left out. Need not be unique. Optional. */
    const char *name;
    /** How far out it lies. Optional: "normal" when absent. */
    llmspell_hook_priority priority;
    /**
     * Longest time of one call of the handler. A handler that blocks its program keeps it beyond that; the call
     * fails when it comes back. Optional: 30 when absent.
     */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens to the call when the handler fails. Optional: "fail" when absent. */
    llmspell_hook_failure_policy on_failure;
    /** With policy DISABLE the failures in a row after which it is disabled. Optional: 3 when absent. */
    bool has_max_failures;
    int64_t max_failures;
    /** How often it may have one call done again; a wish beyond that is not heard. Optional: 3 when absent. */
    bool has_max_retries;
    int64_t max_retries;
    /**
     * It only looks: any answer but nothing is a failure, and streams are not held back for it. Optional: false
     * when absent.
     */
    bool has_observe;
    bool observe;
    /** Whether it is called from the start. Optional: true when absent. */
    bool has_enabled;
    bool enabled;
};
LLMSPELL_API void llmspell_hook_definition_init(llmspell_hook_definition *value);
LLMSPELL_API void llmspell_hook_definition_free(llmspell_hook_definition *value);

/** What is asked of a model; the result is a provider.ChatResult. */
struct llmspell_hook_generate_payload {
    /** The provider's name; cannot be changed. */
    const char *provider;
    /** The model; empty when the provider chooses. */
    const char *model;
    /** The conversation as the model will see it, oldest first. */
    llmspell_message_list messages;
    /** The tools it may ask for. */
    llmspell_tool_spec_list tools;
    /** Whether the caller reads the reply in pieces; cannot be changed. */
    bool streaming;
    /**
     * The name of the agent that asks; absent in calls of provider.chat and provider.stream. Cannot be changed.
     * Optional.
     */
    const char *agent;
    /** auto, none, required, or the name of one tool. Optional. */
    const char *tool_choice;
    /** How freely it chooses words. Optional. */
    bool has_temperature;
    double temperature;
    /** The share of likely words it chooses from. Optional. */
    bool has_top_p;
    double top_p;
    /** The longest reply. Optional. */
    bool has_max_tokens;
    int64_t max_tokens;
    /** Texts that end the reply. Optional. */
    llmspell_string_list stop;
    /** For the same answer again. Optional. */
    bool has_seed;
    int64_t seed;
    /** The reply must be JSON of this schema. Optional. */
    const char *response_schema_json;
    /** The longest wait. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** Members to add to the request as they are. Optional. */
    const char *extra_json;
};
LLMSPELL_API void llmspell_hook_generate_payload_init(llmspell_hook_generate_payload *value);
LLMSPELL_API void llmspell_hook_generate_payload_free(llmspell_hook_generate_payload *value);

/**
 * A tool about to run; the result is the tool's value, any JSON.
 *
 * The arguments fit the tool's schema; when a hook changes them they are checked again.
 */
struct llmspell_hook_tool_call_payload {
    /** The tool; cannot be changed. */
    const char *tool;
    /** Its arguments. */
    const char *arguments_json;
    /** Id of the execution, as events carry it. Cannot be changed. */
    const char *execution;
    /** How it runs; cannot be changed. */
    llmspell_tool_execution_mode mode;
    /** Longest time of the execution. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
};
LLMSPELL_API void llmspell_hook_tool_call_payload_init(llmspell_hook_tool_call_payload *value);
LLMSPELL_API void llmspell_hook_tool_call_payload_free(llmspell_hook_tool_call_payload *value);

/** A run about to begin; the result is an agent.RunResult, or with `schema` an agent.StructuredResult. */
struct llmspell_hook_agent_run_payload {
    /** The agent's name; cannot be changed. */
    const char *agent;
    /** Its handle; cannot be changed. */
    const char *agent_id;
    /** What it is asked. */
    const char *input;
    /** Whether the caller reads the run in pieces; cannot be changed. */
    bool streaming;
    /** Pictures beside the input, as https or data URLs. Optional. */
    llmspell_string_list images;
    /** Instead of the agent's own. Optional. */
    bool has_temperature;
    double temperature;
    /** Instead of the agent's own. Optional. */
    bool has_max_tokens;
    int64_t max_tokens;
    /** Instead of the agent's own. Optional. */
    bool has_max_steps;
    int64_t max_steps;
    /** Instead of the agent's own. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What a structured run must answer; absent in others. Cannot be changed. Optional. */
    const char *schema_json;
    /** How often the model of a structured run may answer. Optional. */
    bool has_max_attempts;
    int64_t max_attempts;
};
LLMSPELL_API void llmspell_hook_agent_run_payload_init(llmspell_hook_agent_run_payload *value);
LLMSPELL_API void llmspell_hook_agent_run_payload_free(llmspell_hook_agent_run_payload *value);

/** A step of a workflow about to run; the result is what the step gives, any JSON. */
struct llmspell_hook_workflow_step_payload {
    /** The workflow's name; cannot be changed. */
    const char *workflow;
    /** Which run of it, as events name it; cannot be changed. Optional. */
    const char *run;
    /** The step; cannot be changed. */
    const char *step;
    /** What it does, as the definition says: agent, tool, script, workflow and so on. Cannot be changed. */
    const char *kind;
    /** What it is given, templates filled in. */
    const char *input_json;
    /** Which try of the step this is; cannot be changed. Optional. */
    bool has_attempt;
    int64_t attempt;
};
LLMSPELL_API void llmspell_hook_workflow_step_payload_init(llmspell_hook_workflow_step_payload *value);
LLMSPELL_API void llmspell_hook_workflow_step_payload_free(llmspell_hook_workflow_step_payload *value);

/** What a program gave hook.execute; the result is what its work gives, any JSON. */
struct llmspell_hook_custom_payload {
    /** The point; cannot be changed. */
    const char *name;
    /** What was given. */
    const char *value_json;
};
LLMSPELL_API void llmspell_hook_custom_payload_init(llmspell_hook_custom_payload *value);
LLMSPELL_API void llmspell_hook_custom_payload_free(llmspell_hook_custom_payload *value);

/** What a handler is told. */
struct llmspell_hook_call {
    /** The name of its hook. */
    const char *hook;
    /** Where it stands. */
    const char *point;
    /** Where the call is on its way. */
    llmspell_hook_phase phase;
    /**
     * What the call was given, as the hooks further out have left it; on the way out as this hook has let it
     * pass.
     */
    const llmspell_hook_payload *payload;
    /** What came out; in phase after. Optional. */
    const char *result_json;
    /** How it failed; in phase error. Optional. */
    const llmspell_error_info *error;
    /** What the handler gave as context in phase before; else empty. */
    const char *context_json;
    /** How often what lies further in was done for this hook; 1 on the way in. */
    int64_t attempt;
    /** The same for all hooks that one call meets: "call_1". */
    const char *call;
    /** The session that calls: its name or handle, "main" for the first one. */
    const char *session;
};
LLMSPELL_API void llmspell_hook_call_init(llmspell_hook_call *value);
LLMSPELL_API void llmspell_hook_call_free(llmspell_hook_call *value);

/** An error in the words of a hook. */
struct llmspell_hook_error {
    /** A code of the program's own, such as "shop.closed". */
    const char *code;
    /** What happened, and the way out. */
    const char *message;
};
LLMSPELL_API void llmspell_hook_error_init(llmspell_hook_error *value);
LLMSPELL_API void llmspell_hook_error_free(llmspell_hook_error *value);

/** What a handler wants changed; nothing is changed by what is absent. */
struct llmspell_hook_answer {
    /** Go on with this payload, which is whole; in phase before. Optional. */
    const llmspell_hook_payload *payload;
    /**
     * Before: give this, and do not call what lies further in. After and error: give this in place of what came
     * out. Optional.
     */
    const char *result_json;
    /** Refuse the call, or its result, for this reason; in phases before and after. Optional. */
    const char *reject;
    /** Fail with this in place of the error; in phase error. Optional. */
    const llmspell_hook_error *error;
    /** Wait that long, and do again what lies further in; in phases after and error. Optional. */
    bool has_retry_after_seconds;
    double retry_after_seconds;
    /** Given back to an AROUND hook on the way out; in phase before. Optional. */
    const char *context_json;
};
LLMSPELL_API void llmspell_hook_answer_init(llmspell_hook_answer *value);
LLMSPELL_API void llmspell_hook_answer_free(llmspell_hook_answer *value);

/**
 * Tells of each call when it has ended: how it ended, and how long it took.
 *
 * As the event hook.log, and as a line of the Python logger `llmspell.hook`.
 */
struct llmspell_hook_logging_hook {
    /** Where it stands; at all of Point when left out. Optional. */
    llmspell_string_list points;
    /** What errors and lists call it; its kind when left out. Optional. */
    const char *name;
    /** How far out it lies. Optional: "high" when absent. */
    llmspell_hook_priority priority;
    /** The providers, tools, agents, steps or own points it is for, by name; all when left out. Optional. */
    llmspell_string_list only;
    /** Of a call that ended well; one that failed is a warning at least. Optional: "info" when absent. */
    llmspell_hook_log_level level;
    /**
     * Whether to tell payload and result too; texts under names like `password`, common keys and the session's
     * own secrets are left out. Optional: false when absent.
     */
    bool has_content;
    bool content;
    /** Where payload and result are cut. Optional: 500 when absent. */
    bool has_max_characters;
    int64_t max_characters;
};
LLMSPELL_API void llmspell_hook_logging_hook_init(llmspell_hook_logging_hook *value);
LLMSPELL_API void llmspell_hook_logging_hook_free(llmspell_hook_logging_hook *value);

/** Counts calls and errors, and measures how long they take; get_info gives the figures. */
struct llmspell_hook_metrics_hook {
    /** Where it stands; at all of Point when left out. Optional. */
    llmspell_string_list points;
    /** What errors and lists call it; its kind when left out. Optional. */
    const char *name;
    /**
     * How far out it lies, and so what it measures: the hooks further in are part of it. Optional: "high" when
     * absent.
     */
    llmspell_hook_priority priority;
    /** The providers, tools, agents, steps or own points it is for, by name; all when left out. Optional. */
    llmspell_string_list only;
    /**
     * How many of the newest durations of each series the percentiles are made of. Optional: 1024 when absent.
     */
    bool has_window;
    int64_t window;
};
LLMSPELL_API void llmspell_hook_metrics_hook_init(llmspell_hook_metrics_hook *value);
LLMSPELL_API void llmspell_hook_metrics_hook_free(llmspell_hook_metrics_hook *value);

/**
 * Lets so many calls pass in a time, and refuses the others, or has them wait.
 *
 * A bucket holds up to `burst` tokens and is filled evenly; a call takes one. It lies innermost, so that what
 * a cache answers takes none, and each retry takes one.
 */
struct llmspell_hook_rate_limit_hook {
    /** Where it stands; at generate when left out. Optional. */
    llmspell_string_list points;
    /** What errors and lists call it; its kind when left out. Optional. */
    const char *name;
    /** How far out it lies. Optional: "lowest" when absent. */
    llmspell_hook_priority priority;
    /** The providers, tools, agents, steps or own points it is for, by name; all when left out. Optional. */
    llmspell_string_list only;
    /** How many calls pass. */
    int64_t calls;
    /** In which time. */
    double per_seconds;
    /** How many may pass at once after a rest; as many as `calls` when left out. Optional. */
    bool has_burst;
    int64_t burst;
    /**
     * JSON pointers into the payload; calls with different values there have buckets of their own: ["/provider",
     * "/model"]. One bucket for all when left out. Optional.
     */
    llmspell_string_list per;
    /** How long a call may wait for its token before it is refused. Optional: 0 when absent. */
    bool has_max_wait_seconds;
    double max_wait_seconds;
};
LLMSPELL_API void llmspell_hook_rate_limit_hook_init(llmspell_hook_rate_limit_hook *value);
LLMSPELL_API void llmspell_hook_rate_limit_hook_free(llmspell_hook_rate_limit_hook *value);

/**
 * Answers a call that was answered before with the same result.
 *
 * Two calls are the same when they come from the same session and their payloads have the same canonical
 * JSON, but for what names one call (agent, execution, streaming, timeout). A reply that comes out of the
 * cache has used no tokens, and says so. It can stand at generate, at tool_call for the `tools` that are
 * named (others may do more than answer), and at own points.
 */
struct llmspell_hook_cache_hook {
    /** Where it stands; at generate when left out. Optional. */
    llmspell_string_list points;
    /** What errors and lists call it; its kind when left out. Optional. */
    const char *name;
    /** How far out it lies. Optional: "normal" when absent. */
    llmspell_hook_priority priority;
    /** The providers, tools, agents, steps or own points it is for, by name; all when left out. Optional. */
    llmspell_string_list only;
    /** The tools that only answer, which are cached; needed at tool_call. Optional. */
    llmspell_string_list tools;
    /** How long a result is kept. Optional: 300 when absent. */
    bool has_ttl_seconds;
    double ttl_seconds;
    /** How many are kept; the one that was used longest ago makes room. Optional: 1000 when absent. */
    bool has_max_entries;
    int64_t max_entries;
};
LLMSPELL_API void llmspell_hook_cache_hook_init(llmspell_hook_cache_hook *value);
LLMSPELL_API void llmspell_hook_cache_hook_free(llmspell_hook_cache_hook *value);

/**
 * Has a call that failed done again, after a pause that grows.
 *
 * The error's `recovery` decides: retry_once once, retry_with_backoff up to `max_retries` times, others
 * never. What the error itself asks for (`retry_after_seconds`) is waited for, up to a minute. Providers try
 * again by themselves as well; this comes on top.
 */
struct llmspell_hook_retry_hook {
    /** Where it stands; at generate when left out. Optional. */
    llmspell_string_list points;
    /** What errors and lists call it; its kind when left out. Optional. */
    const char *name;
    /** How far out it lies. Optional: "low" when absent. */
    llmspell_hook_priority priority;
    /** The providers, tools, agents, steps or own points it is for, by name; all when left out. Optional. */
    llmspell_string_list only;
    /** Tries after the first. Optional: 2 when absent. */
    bool has_max_retries;
    int64_t max_retries;
    /**
     * The errors to try again after, and no others, whatever their recovery says: ["tool.execution_failed"].
     * Optional.
     */
    llmspell_string_list codes;
    /**
     * The longest first pause; each further one is twice as long, and each is cut by up to a half by chance.
     * Optional: 0.5 when absent.
     */
    bool has_first_pause_seconds;
    double first_pause_seconds;
    /** Where pauses stop growing. Optional: 8 when absent. */
    bool has_longest_pause_seconds;
    double longest_pause_seconds;
};
LLMSPELL_API void llmspell_hook_retry_hook_init(llmspell_hook_retry_hook *value);
LLMSPELL_API void llmspell_hook_retry_hook_free(llmspell_hook_retry_hook *value);

/**
 * Takes secrets out of what passes.
 *
 * Texts, and lists of texts, under names like `password`, `token` or `authorization` are replaced as a whole;
 * within other texts, the secrets that the session knows (keys and headers of its providers and its
 * children's), those given here, keys in their common forms, and what the patterns match. It lies outermost,
 * so that nothing further in can let one out.
 */
struct llmspell_hook_redaction_hook {
    /** Where it stands; at all of Point when left out. Optional. */
    llmspell_string_list points;
    /** What errors and lists call it; its kind when left out. Optional. */
    const char *name;
    /** How far out it lies. Optional: "highest" when absent. */
    llmspell_hook_priority priority;
    /** The providers, tools, agents, steps or own points it is for, by name; all when left out. Optional. */
    llmspell_string_list only;
    /**
     * Where it looks; everywhere when left out. A tool that needs a secret in its arguments needs them without
     * payload. Optional.
     */
    llmspell_hook_redaction_part_list parts;
    /** More names whose texts are replaced; a part of a name is enough, and case does not matter. Optional. */
    llmspell_string_list names;
    /**
     * Regular expressions, as Python writes them, of what is replaced within texts. A call for which they take
     * longer than two seconds fails with `hook.failed`. Optional.
     */
    llmspell_string_list patterns;
    /** Texts that are replaced wherever they stand. Optional. */
    llmspell_string_list secrets;
    /** Whether the keys and headers of providers are replaced. Optional: true when absent. */
    bool has_known_secrets;
    bool known_secrets;
    /**
     * Whether keys in their common forms are replaced: of OpenAI, Anthropic, GitHub, AWS, Google and Slack, JSON
     * web tokens, private keys, bearer tokens, passwords in URLs. Optional: true when absent.
     */
    bool has_common_keys;
    bool common_keys;
    /** What stands in their place. Optional: "[redacted]" when absent. */
    const char *replacement;
};
LLMSPELL_API void llmspell_hook_redaction_hook_init(llmspell_hook_redaction_hook *value);
LLMSPELL_API void llmspell_hook_redaction_hook_free(llmspell_hook_redaction_hook *value);

/** How several hooks stand as one. */
struct llmspell_hook_compose_options {
    /** What lists call it; its handle when left out. Optional. */
    const char *name;
    /** How far out it lies, and all its hooks with it. Optional: "normal" when absent. */
    llmspell_hook_priority priority;
};
LLMSPELL_API void llmspell_hook_compose_options_init(llmspell_hook_compose_options *value);
LLMSPELL_API void llmspell_hook_compose_options_free(llmspell_hook_compose_options *value);

/** The figures of one subject at one point. */
struct llmspell_hook_metric_series {
    /** The point. */
    const char *point;
    /**
     * The provider, tool, agent or step; an own point's name; "(others)" for what came after the limit of series.
     */
    const char *subject;
    /** Calls that have ended. */
    int64_t calls;
    /** Those that ended in an error. */
    int64_t errors;
    /** How often each error came; absent when none did. Optional. */
    llmspell_int64_map error_codes;
    /** Milliseconds of all calls together. */
    double total_ms;
    /** The shortest of the window. Optional. */
    bool has_min_ms;
    double min_ms;
    /** Half of the window took no longer. Optional. */
    bool has_p50_ms;
    double p50_ms;
    /** Nine tenths of the window took no longer. Optional. */
    bool has_p90_ms;
    double p90_ms;
    /** All but a hundredth of the window took no longer. Optional. */
    bool has_p99_ms;
    double p99_ms;
    /** The longest of the window. Optional. */
    bool has_max_ms;
    double max_ms;
};
LLMSPELL_API void llmspell_hook_metric_series_init(llmspell_hook_metric_series *value);
LLMSPELL_API void llmspell_hook_metric_series_free(llmspell_hook_metric_series *value);

/** Which hooks to list. */
struct llmspell_hook_filter {
    /** Only those that stand at this point. Optional. */
    const char *point;
    /** Only those that are enabled, or those that are not. Optional. */
    bool has_enabled;
    bool enabled;
};
LLMSPELL_API void llmspell_hook_filter_init(llmspell_hook_filter *value);
LLMSPELL_API void llmspell_hook_filter_free(llmspell_hook_filter *value);

/** A hook and what it has done. */
struct llmspell_hook_info {
    /** Its handle: "hook_1". */
    const char *id;
    /** What errors and lists call it. */
    const char *name;
    /** On which part of its way it meets a call. */
    llmspell_hook_type type;
    /** Where it stands. */
    llmspell_string_list points;
    /** How far out it lies. */
    llmspell_hook_priority priority;
    /** Whether it is called. */
    bool enabled;
    /** What happens to a call when it fails. */
    llmspell_hook_failure_policy on_failure;
    /** Whether it only looks. */
    bool observe;
    /** Calls that have met it. */
    int64_t calls;
    /** How often it failed. */
    int64_t failures;
    /** Which ready-made hook it is; absent for others. Optional. */
    llmspell_hook_built_in built_in;
    /** Handles of the hooks that hook.compose made it of, from the outside in; absent for others. Optional. */
    llmspell_string_list members;
    /** Handle of the hook that it is a member of; absent for others. Optional. */
    const char *part_of;
    /**
     * What a ready-made hook has done: hits, misses and entries of a cache; passed, waited and refused of a rate
     * limit; retries and given_up; redacted. Optional.
     */
    llmspell_int64_map counts;
    /** The figures of a metrics hook, by point and subject. Optional. */
    llmspell_hook_metric_series_list metrics;
    /** True when its failures switched it off; absent otherwise. Optional. */
    bool has_disabled_by_failures;
    bool disabled_by_failures;
    /** How it last failed; absent when it never did. Optional. */
    const llmspell_error_info *last_error;
};
LLMSPELL_API void llmspell_hook_info_init(llmspell_hook_info *value);
LLMSPELL_API void llmspell_hook_info_free(llmspell_hook_info *value);

/** A hook has refused. */
struct llmspell_hook_rejected {
    /** The hook's name. */
    const char *hook;
    /** Its handle. */
    const char *hook_id;
    /** Where it stands. */
    const char *point;
    /** before when it refused the call, after when its result. */
    llmspell_hook_phase phase;
    /** The call. */
    const char *call;
    /** Why. */
    const char *reason;
};
LLMSPELL_API void llmspell_hook_rejected_init(llmspell_hook_rejected *value);
LLMSPELL_API void llmspell_hook_rejected_free(llmspell_hook_rejected *value);

/** A hook has failed. */
struct llmspell_hook_failure {
    /** The hook's name. */
    const char *hook;
    /** Its handle. */
    const char *hook_id;
    /** Where it stands. */
    const char *point;
    /** Where the call was. */
    llmspell_hook_phase phase;
    /** The call. */
    const char *call;
    /** What this does to the call. */
    llmspell_hook_failure_policy policy;
    /** What went wrong, as a call of policy FAIL is told. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_hook_failure_init(llmspell_hook_failure *value);
LLMSPELL_API void llmspell_hook_failure_free(llmspell_hook_failure *value);

/** A call has met a logging hook. */
struct llmspell_hook_logged {
    /** The hook's name. */
    const char *hook;
    /** Its handle. */
    const char *hook_id;
    /** Where it stands. */
    const char *point;
    /** The provider, tool, agent or step; an own point's name. */
    const char *subject;
    /** The call. */
    const char *call;
    /** The session that called. */
    const char *session;
    /** How loud it is. */
    llmspell_hook_log_level level;
    /** "ok", or the code of the error. */
    const char *outcome;
    /** How long it took. */
    double duration_ms;
    /** The payload as JSON, cut and without secrets, when content was asked for. Optional. */
    const char *payload;
    /** The result as JSON, cut and without secrets, when content was asked for. Optional. */
    const char *result;
};
LLMSPELL_API void llmspell_hook_logged_init(llmspell_hook_logged *value);
LLMSPELL_API void llmspell_hook_logged_free(llmspell_hook_logged *value);

/** A retrying hook has a call done again. */
struct llmspell_hook_retried {
    /** The hook's name. */
    const char *hook;
    /** Its handle. */
    const char *hook_id;
    /** Where it stands. */
    const char *point;
    /** The call. */
    const char *call;
    /** The try that failed; the first is 1. */
    int64_t attempt;
    /** The pause before the next. */
    double wait_seconds;
    /** How it failed. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_hook_retried_init(llmspell_hook_retried *value);
LLMSPELL_API void llmspell_hook_retried_free(llmspell_hook_retried *value);

/** A hook was switched off. */
struct llmspell_hook_disabled {
    /** The hook's name. */
    const char *hook;
    /** Its handle. */
    const char *hook_id;
    /** How often it failed in a row. */
    int64_t failures;
};
LLMSPELL_API void llmspell_hook_disabled_init(llmspell_hook_disabled *value);
LLMSPELL_API void llmspell_hook_disabled_free(llmspell_hook_disabled *value);

/** What passes a point on the way in. */
struct llmspell_hook_payload {
    /** Which of them it is. */
    llmspell_hook_payload_kind kind;
    union {
        /** With LLMSPELL_HOOK_PAYLOAD_GENERATE. */
        const llmspell_hook_generate_payload *generate;
        /** With LLMSPELL_HOOK_PAYLOAD_TOOL_CALL. */
        const llmspell_hook_tool_call_payload *tool_call;
        /** With LLMSPELL_HOOK_PAYLOAD_AGENT_RUN. */
        const llmspell_hook_agent_run_payload *agent_run;
        /** With LLMSPELL_HOOK_PAYLOAD_WORKFLOW_STEP. */
        const llmspell_hook_workflow_step_payload *workflow_step;
        /** With LLMSPELL_HOOK_PAYLOAD_CUSTOM. */
        const llmspell_hook_custom_payload *custom;
    } as;
};
LLMSPELL_API void llmspell_hook_payload_init(llmspell_hook_payload *value);
LLMSPELL_API void llmspell_hook_payload_free(llmspell_hook_payload *value);

/** A ready-made hook and its options. */
struct llmspell_hook_built_in_hook {
    /** Which of them it is. */
    llmspell_hook_built_in_hook_kind kind;
    union {
        /** With LLMSPELL_HOOK_BUILT_IN_HOOK_LOGGING. */
        const llmspell_hook_logging_hook *logging;
        /** With LLMSPELL_HOOK_BUILT_IN_HOOK_METRICS. */
        const llmspell_hook_metrics_hook *metrics;
        /** With LLMSPELL_HOOK_BUILT_IN_HOOK_RATE_LIMIT. */
        const llmspell_hook_rate_limit_hook *rate_limit;
        /** With LLMSPELL_HOOK_BUILT_IN_HOOK_CACHE. */
        const llmspell_hook_cache_hook *cache;
        /** With LLMSPELL_HOOK_BUILT_IN_HOOK_RETRY. */
        const llmspell_hook_retry_hook *retry;
        /** With LLMSPELL_HOOK_BUILT_IN_HOOK_REDACTION. */
        const llmspell_hook_redaction_hook *redaction;
    } as;
};
LLMSPELL_API void llmspell_hook_built_in_hook_init(llmspell_hook_built_in_hook *value);
LLMSPELL_API void llmspell_hook_built_in_hook_free(llmspell_hook_built_in_hook *value);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_hook_free(llmspell_hook *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_hook_id(const llmspell_hook *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_hook_free(). */
LLMSPELL_API llmspell_hook *llmspell_hook_from_id(const char *id);

/**
 * Have a handler take part in the calls of a point.
 *
 * Calls that are under way keep the hooks they began with.
 *
 * @param definition The hook
 * @param result receives the result; free it with llmspell_hook_free()
 */
LLMSPELL_API llmspell_status llmspell_hook_register(
    llmspell_session *session, const llmspell_hook_definition *definition, llmspell_hook **result);

/**
 * Put a ready-made hook in place.
 *
 * It works at each point where it makes sense, and refuses the others.
 *
 * @param built_in Which hook, and its options
 * @param result receives the result; free it with llmspell_hook_free()
 * @return LLMSPELL_OK, LLMSPELL_E_HOOK_INVALID_OPTIONS or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_hook_install(
    llmspell_session *session, const llmspell_hook_built_in_hook *built_in, llmspell_hook **result);

/**
 * Have several hooks stand as one, with one handle.
 *
 * They lie together where the new hook lies, in the order given, the first outermost. Each keeps its handle
 * and can be disabled by itself; when the new hook is disabled they all are, and when it is unregistered they
 * are too.
 *
 * @param hooks The hooks; each part of no other
 * @param options How they stand; may be NULL
 * @param result receives the result; free it with llmspell_hook_free()
 * @return LLMSPELL_OK, LLMSPELL_E_HOOK_NOT_FOUND, LLMSPELL_E_HOOK_INVALID_COMPOSITION or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_hook_compose(
    llmspell_session *session, const llmspell_hook_handle_list *hooks,
    const llmspell_hook_compose_options *options, llmspell_hook **result);

/**
 * Remove a hook.
 *
 * Its members, when it has some, are removed with it. Calls that are under way keep it to their end.
 *
 * @param hook The hook
 * @return LLMSPELL_OK, LLMSPELL_E_HOOK_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_hook_unregister(llmspell_session *session, llmspell_hook *hook);

/**
 * Pass a point, with a program's own work inside or with nothing.
 *
 * Runs the hooks that stand at the point around `work`, or around nothing: then the result is the payload as
 * the hooks have left it. The runtime's own points can be passed too, to try their hooks; the payload must
 * then be what the point carries, with or without its `point`.
 *
 * @param point The point
 * @param payload_json What passes it
 * @param work What lies inside the hooks; may be NULL
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_HOOK_REJECTED, LLMSPELL_E_HOOK_FAILED, LLMSPELL_E_HOOK_TIMED_OUT,
 *        LLMSPELL_E_HOOK_REPLACED, LLMSPELL_E_HOOK_RATE_LIMITED, LLMSPELL_E_HOOK_NESTED_TOO_DEEP,
 *        LLMSPELL_E_HOOK_INVALID_PAYLOAD or a runtime status
 * @note Emits hook.reject, hook.error, hook.disable, hook.log, hook.retry.
 */
LLMSPELL_API llmspell_status llmspell_hook_execute(
    llmspell_session *session, const char *point, const char *payload_json, const llmspell_hook_work *work,
    char **result_json);

/**
 * The session's hooks, from the outside in.
 *
 * Those of a parent session, which lie further out, are not shown.
 *
 * @param filter Which of them; may be NULL
 * @param result receives the result; free it with llmspell_hook_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_hook_list(
    llmspell_session *session, const llmspell_hook_filter *filter, llmspell_hook_info_list *result);

/**
 * Have a hook called again.
 *
 * Failures in a row are counted anew.
 *
 * @param hook The hook
 * @return LLMSPELL_OK, LLMSPELL_E_HOOK_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_hook_enable(llmspell_session *session, llmspell_hook *hook);

/**
 * Have a hook not called any more, until it is enabled again.
 *
 * Calls that are under way keep it to their end.
 *
 * @param hook The hook
 * @return LLMSPELL_OK, LLMSPELL_E_HOOK_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_hook_disable(llmspell_session *session, llmspell_hook *hook);

/**
 * A hook and what it has done.
 *
 * @param hook The hook
 * @param result receives the result; free it with llmspell_hook_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_HOOK_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_hook_get_info(
    llmspell_session *session, llmspell_hook *hook, llmspell_hook_info *result);

#ifdef __cplusplus
}
#endif

#endif
