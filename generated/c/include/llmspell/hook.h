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

/** Which of its variants a llmspell_hook_payload is. */
typedef enum llmspell_hook_payload_kind {
    /** Not given. */
    LLMSPELL_HOOK_PAYLOAD_UNSPECIFIED = 0,
    /** `generate`: `as.generate`, a llmspell_hook_generate_payload. */
    LLMSPELL_HOOK_PAYLOAD_GENERATE = 308635560,
    /** `tool_call`: `as.tool_call`, a llmspell_hook_tool_call_payload. */
    LLMSPELL_HOOK_PAYLOAD_TOOL_CALL = 1289656404,
    /** `agent_run`: `as.agent_run`, a llmspell_hook_agent_run_payload. */
    LLMSPELL_HOOK_PAYLOAD_AGENT_RUN = 312079048,
    /** `workflow_step`: `as.workflow_step`, a llmspell_hook_workflow_step_payload. */
    LLMSPELL_HOOK_PAYLOAD_WORKFLOW_STEP = 1909072549,
    /** `custom`: `as.custom`, a llmspell_hook_custom_payload. */
    LLMSPELL_HOOK_PAYLOAD_CUSTOM = 913303864
} llmspell_hook_payload_kind;

/** What hooks are held to: Time of a handler when its hook sets no limit. */
#define LLMSPELL_HOOK_LIMIT_TIMEOUT_SECONDS INT64_C(30)

/** What hooks are held to: Failures in a row that disable a hook of policy DISABLE when it does not say. */
#define LLMSPELL_HOOK_LIMIT_MAX_FAILURES INT64_C(3)

/** What hooks are held to: How often a hook may have one call done again when it does not say. */
#define LLMSPELL_HOOK_LIMIT_MAX_RETRIES INT64_C(3)

/** What hooks are held to: How often one call is done at most, whatever all its hooks together ask for. */
#define LLMSPELL_HOOK_LIMIT_ATTEMPTS INT64_C(100)

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
typedef struct llmspell_hook_filter llmspell_hook_filter;
typedef struct llmspell_hook_info llmspell_hook_info;
typedef struct llmspell_hook_rejected llmspell_hook_rejected;
typedef struct llmspell_hook_failure llmspell_hook_failure;
typedef struct llmspell_hook_disabled llmspell_hook_disabled;
typedef struct llmspell_hook_payload llmspell_hook_payload;
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
 * @param result receives what it gives back; the library frees it
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
 * @param result_json receives what it gives back; the library frees it
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
 * Remove a hook.
 *
 * Calls that are under way keep it to their end.
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
 * @note Emits hook.reject, hook.error, hook.disable.
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
