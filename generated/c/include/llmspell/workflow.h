/**
 * @file
 * Steps that agents, tools, handlers and other workflows do, in an order that is written down.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_WORKFLOW_H
#define LLMSPELL_WORKFLOW_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How far a run has come. */
typedef enum llmspell_workflow_status {
    /** Not given. */
    LLMSPELL_WORKFLOW_STATUS_UNSPECIFIED = 0,
    /** Made and not begun. */
    LLMSPELL_WORKFLOW_STATUS_PENDING = 1,
    /** Under way; also while it waits for a step to end, to be paused then. */
    LLMSPELL_WORKFLOW_STATUS_RUNNING = 2,
    /** Stands between two steps, until it is resumed. */
    LLMSPELL_WORKFLOW_STATUS_PAUSED = 3,
    /** Ended well; its output is there. */
    LLMSPELL_WORKFLOW_STATUS_COMPLETED = 4,
    /** Ended in an error. */
    LLMSPELL_WORKFLOW_STATUS_FAILED = 5,
    /** Was ended from outside. */
    LLMSPELL_WORKFLOW_STATUS_CANCELLED = 6
} llmspell_workflow_status;

/** How a group's steps follow each other. */
typedef enum llmspell_workflow_pattern {
    /** Not given. */
    LLMSPELL_WORKFLOW_PATTERN_UNSPECIFIED = 0,
    /** One after the other, as written; the output is that of the last. */
    LLMSPELL_WORKFLOW_PATTERN_SEQUENTIAL = 1,
    /** At the same time, each after those it depends on; the output is an object of theirs by id. */
    LLMSPELL_WORKFLOW_PATTERN_PARALLEL = 2,
    /** One of two lists, as a condition says; the output is that of the last step that ran. */
    LLMSPELL_WORKFLOW_PATTERN_CONDITIONAL = 3,
    /**
     * Again and again: for each item (the output is a list), or while or until a condition holds (the output
     * is that of the last round).
     */
    LLMSPELL_WORKFLOW_PATTERN_LOOP = 4,
    /**
     * For all items at the same time, then once for all results; the output is the reduced one, or the list
     * of results.
     */
    LLMSPELL_WORKFLOW_PATTERN_MAP_REDUCE = 5,
    /**
     * One after the other, each with the output of the one before as its input; the output is that of the
     * last.
     */
    LLMSPELL_WORKFLOW_PATTERN_PIPELINE = 6
} llmspell_workflow_pattern;

/** What a step does. */
typedef enum llmspell_workflow_kind {
    /** Not given. */
    LLMSPELL_WORKFLOW_KIND_UNSPECIFIED = 0,
    /** Runs a tool. */
    LLMSPELL_WORKFLOW_KIND_TOOL = 1,
    /** Asks an agent. */
    LLMSPELL_WORKFLOW_KIND_AGENT = 2,
    /** Calls a handler of the program's own, registered with script.register_handler. */
    LLMSPELL_WORKFLOW_KIND_SCRIPT = 3,
    /** Runs another workflow. */
    LLMSPELL_WORKFLOW_KIND_WORKFLOW = 4,
    /** Computes a value. */
    LLMSPELL_WORKFLOW_KIND_TRANSFORM = 5,
    /** Lets time pass. */
    LLMSPELL_WORKFLOW_KIND_WAIT = 6,
    /** Emits an event. */
    LLMSPELL_WORKFLOW_KIND_EMIT = 7,
    /** Holds steps that run one after the other. */
    LLMSPELL_WORKFLOW_KIND_SEQUENTIAL = 8,
    /** Holds steps that run at the same time. */
    LLMSPELL_WORKFLOW_KIND_PARALLEL = 9,
    /** Holds steps of which a condition chooses. */
    LLMSPELL_WORKFLOW_KIND_CONDITIONAL = 10,
    /** Holds steps that run again and again. */
    LLMSPELL_WORKFLOW_KIND_LOOP = 11,
    /** Holds steps that run for all items at the same time. */
    LLMSPELL_WORKFLOW_KIND_MAP_REDUCE = 12,
    /** Holds steps of which each gets the output of the one before. */
    LLMSPELL_WORKFLOW_KIND_PIPELINE = 13
} llmspell_workflow_kind;

/** How a step ended. */
typedef enum llmspell_workflow_step_status {
    /** Not given. */
    LLMSPELL_WORKFLOW_STEP_STATUS_UNSPECIFIED = 0,
    /** It has an output. */
    LLMSPELL_WORKFLOW_STEP_STATUS_COMPLETED = 1,
    /** It has an error, and no output. */
    LLMSPELL_WORKFLOW_STEP_STATUS_FAILED = 2,
    /** Its `when` was false, or in a `collect` group a step it depends on failed. */
    LLMSPELL_WORKFLOW_STEP_STATUS_SKIPPED = 3,
    /**
     * It was cut short, by a limit around it, a branch beside it that failed, or the end of its run; only
     * events say so.
     */
    LLMSPELL_WORKFLOW_STEP_STATUS_CANCELLED = 4
} llmspell_workflow_step_status;

/** What a run does about a step that failed for good. */
typedef enum llmspell_workflow_on_error {
    /** Not given. */
    LLMSPELL_WORKFLOW_ON_ERROR_UNSPECIFIED = 0,
    /** The group that holds the step fails. */
    LLMSPELL_WORKFLOW_ON_ERROR_FAIL = 1,
    /** The run goes on; the step's status is failed and its output null. */
    LLMSPELL_WORKFLOW_ON_ERROR_CONTINUE = 2
} llmspell_workflow_on_error;

/** What a group does when one of several branches fails. */
typedef enum llmspell_workflow_error_mode {
    /** Not given. */
    LLMSPELL_WORKFLOW_ERROR_MODE_UNSPECIFIED = 0,
    /** Cancels the other branches, and fails. */
    LLMSPELL_WORKFLOW_ERROR_MODE_FAIL_FAST = 1,
    /** Lets the others run to their end; a branch that failed gives null, and stands in `failures`. */
    LLMSPELL_WORKFLOW_ERROR_MODE_COLLECT = 2
} llmspell_workflow_error_mode;

/** How a definition is written down. */
typedef enum llmspell_workflow_format {
    /** Not given. */
    LLMSPELL_WORKFLOW_FORMAT_UNSPECIFIED = 0,
    /** JSON text. */
    LLMSPELL_WORKFLOW_FORMAT_JSON = 1,
    /** YAML 1.2 text, of which JSON is a part. */
    LLMSPELL_WORKFLOW_FORMAT_YAML = 2
} llmspell_workflow_format;

/** What can be wrong with a definition. */
typedef enum llmspell_workflow_issue_code {
    /** Not given. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_UNSPECIFIED = 0,
    /** Two steps have one id. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_DUPLICATE_ID = 1,
    /** An id or a variable has a name that means something else: `input`, `item`, or a word of CEL. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_RESERVED_NAME = 2,
    /** Steps wait for each other, or workflows run each other. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_CYCLE = 3,
    /** `after` names a step that is not there, or not beside this one. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_STEP = 4,
    /** An expression uses a name that means nothing where it stands. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_NAME = 5,
    /** A step uses one that runs after it. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_FORWARD_REFERENCE = 6,
    /** The session has no such tool. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_TOOL = 7,
    /** The session has no such agent, or several of that name. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_AGENT = 8,
    /** The session has no such provider. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_PROVIDER = 17,
    /** No handler is registered under this name. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_HANDLER = 9,
    /** The session has no such workflow. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_WORKFLOW = 10,
    /**
     * What a tool, an agent or a workflow requires is not given, or an expression reads an input that the
     * input schema does not have.
     */
    LLMSPELL_WORKFLOW_ISSUE_CODE_MISSING_INPUT = 11,
    /** An expression is not CEL. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_INVALID_EXPRESSION = 12,
    /** Braces are not closed, or hold nothing. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_INVALID_TEMPLATE = 13,
    /** A schema is not a JSON Schema. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_INVALID_SCHEMA = 14,
    /** Fields that exclude, need or do not belong to each other. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_INVALID_FIELDS = 15,
    /** More steps, deeper ones or a longer definition than are allowed. */
    LLMSPELL_WORKFLOW_ISSUE_CODE_LIMIT = 16
} llmspell_workflow_issue_code;

/** Which of its variants a llmspell_workflow_step is. */
typedef enum llmspell_workflow_step_kind {
    /** Not given. */
    LLMSPELL_WORKFLOW_STEP_UNSPECIFIED = 0,
    /** `tool`: `as.tool`, a llmspell_workflow_tool_step. */
    LLMSPELL_WORKFLOW_STEP_TOOL = 1,
    /** `agent`: `as.agent`, a llmspell_workflow_agent_step. */
    LLMSPELL_WORKFLOW_STEP_AGENT = 2,
    /** `script`: `as.script`, a llmspell_workflow_script_step. */
    LLMSPELL_WORKFLOW_STEP_SCRIPT = 3,
    /** `workflow`: `as.workflow`, a llmspell_workflow_nested_step. */
    LLMSPELL_WORKFLOW_STEP_WORKFLOW = 4,
    /** `transform`: `as.transform`, a llmspell_workflow_transform_step. */
    LLMSPELL_WORKFLOW_STEP_TRANSFORM = 5,
    /** `wait`: `as.wait`, a llmspell_workflow_wait_step. */
    LLMSPELL_WORKFLOW_STEP_WAIT = 6,
    /** `emit`: `as.emit`, a llmspell_workflow_emit_step. */
    LLMSPELL_WORKFLOW_STEP_EMIT = 7,
    /** `sequential`: `as.sequential`, a llmspell_workflow_sequential_step. */
    LLMSPELL_WORKFLOW_STEP_SEQUENTIAL = 8,
    /** `parallel`: `as.parallel`, a llmspell_workflow_parallel_step. */
    LLMSPELL_WORKFLOW_STEP_PARALLEL = 9,
    /** `conditional`: `as.conditional`, a llmspell_workflow_conditional_step. */
    LLMSPELL_WORKFLOW_STEP_CONDITIONAL = 10,
    /** `loop`: `as.loop`, a llmspell_workflow_loop_step. */
    LLMSPELL_WORKFLOW_STEP_LOOP = 11,
    /** `map_reduce`: `as.map_reduce`, a llmspell_workflow_map_reduce_step. */
    LLMSPELL_WORKFLOW_STEP_MAP_REDUCE = 12,
    /** `pipeline`: `as.pipeline`, a llmspell_workflow_pipeline_step. */
    LLMSPELL_WORKFLOW_STEP_PIPELINE = 13
} llmspell_workflow_step_kind;

/** What workflows are held to: Steps of a definition, those of the workflows it runs included. */
#define LLMSPELL_WORKFLOW_LIMIT_STEPS INT64_C(1000)

/**
 * What workflows are held to: Groups, fallbacks and workflows within each other; and runs that are begun by
 * steps of runs.
 */
#define LLMSPELL_WORKFLOW_LIMIT_NESTING INT64_C(16)

/** What workflows are held to: The largest max_concurrency of a group. */
#define LLMSPELL_WORKFLOW_LIMIT_CONCURRENCY INT64_C(64)

/** What workflows are held to: Branches at the same time when a group does not say. */
#define LLMSPELL_WORKFLOW_LIMIT_DEFAULT_CONCURRENCY INT64_C(8)

/** What workflows are held to: The largest max_iterations of a loop and the most items of a map. */
#define LLMSPELL_WORKFLOW_LIMIT_ITERATIONS INT64_C(100000)

/** What workflows are held to: Rounds of a loop that does not say. */
#define LLMSPELL_WORKFLOW_LIMIT_DEFAULT_ITERATIONS INT64_C(1000)

/** What workflows are held to: Steps that one run may execute, rounds and branches counted. */
#define LLMSPELL_WORKFLOW_LIMIT_EXECUTED_STEPS INT64_C(100000)

/** What workflows are held to: Bytes of a step's output, or of the run's input, as JSON. */
#define LLMSPELL_WORKFLOW_LIMIT_RESULT_BYTES INT64_C(4194304)

/**
 * What workflows are held to: Bytes of a definition as text; and of one that is made, as its shortest JSON.
 */
#define LLMSPELL_WORKFLOW_LIMIT_DEFINITION_BYTES INT64_C(1048576)

/**
 * A run has begun.
 * Before its first step.
 */
#define LLMSPELL_EVENT_WORKFLOW_START "workflow.start"

/**
 * An attempt of a step has begun.
 * Before what it does begins, each time it is tried.
 */
#define LLMSPELL_EVENT_WORKFLOW_STEP_START "workflow.step_start"

/**
 * A step has ended.
 * When its outcome is there, and kept; for steps that do work, and those of them that are skipped.
 */
#define LLMSPELL_EVENT_WORKFLOW_STEP "workflow.step"

/**
 * An attempt of a step failed, and there will be another.
 * Before the pause.
 */
#define LLMSPELL_EVENT_WORKFLOW_RETRY "workflow.retry"

/**
 * A run has ended well.
 * When its output is there, before the caller has it.
 */
#define LLMSPELL_EVENT_WORKFLOW_COMPLETE "workflow.complete"

/**
 * A run has ended in an error.
 * When a step failed for good and nothing caught it, or the run took too long.
 */
#define LLMSPELL_EVENT_WORKFLOW_ERROR "workflow.error"

/**
 * A run stands between two steps.
 * When the steps under way have ended.
 */
#define LLMSPELL_EVENT_WORKFLOW_PAUSED "workflow.paused"

/**
 * A paused run goes on.
 * Before its next step.
 */
#define LLMSPELL_EVENT_WORKFLOW_RESUMED "workflow.resumed"

/**
 * A run was cancelled.
 * When the steps under way have ended.
 */
#define LLMSPELL_EVENT_WORKFLOW_CANCELLED "workflow.cancelled"

/** A definition that was checked, ready to run. */
typedef struct llmspell_workflow llmspell_workflow;

/** One passage through a workflow. */
typedef struct llmspell_workflow_run llmspell_workflow_run;

typedef struct llmspell_workflow_retry llmspell_workflow_retry;
typedef struct llmspell_workflow_wait_step llmspell_workflow_wait_step;
typedef struct llmspell_workflow_tool_step llmspell_workflow_tool_step;
typedef struct llmspell_workflow_agent_step llmspell_workflow_agent_step;
typedef struct llmspell_workflow_script_step llmspell_workflow_script_step;
typedef struct llmspell_workflow_nested_step llmspell_workflow_nested_step;
typedef struct llmspell_workflow_transform_step llmspell_workflow_transform_step;
typedef struct llmspell_workflow_emit_step llmspell_workflow_emit_step;
typedef struct llmspell_workflow_sequential_step llmspell_workflow_sequential_step;
typedef struct llmspell_workflow_parallel_step llmspell_workflow_parallel_step;
typedef struct llmspell_workflow_conditional_step llmspell_workflow_conditional_step;
typedef struct llmspell_workflow_loop_step llmspell_workflow_loop_step;
typedef struct llmspell_workflow_map_reduce_step llmspell_workflow_map_reduce_step;
typedef struct llmspell_workflow_pipeline_step llmspell_workflow_pipeline_step;
typedef struct llmspell_workflow_definition llmspell_workflow_definition;
typedef struct llmspell_workflow_info llmspell_workflow_info;
typedef struct llmspell_workflow_issue llmspell_workflow_issue;
typedef struct llmspell_workflow_validation_result llmspell_workflow_validation_result;
typedef struct llmspell_workflow_run_options llmspell_workflow_run_options;
typedef struct llmspell_workflow_run_info llmspell_workflow_run_info;
typedef struct llmspell_workflow_step_dependencies llmspell_workflow_step_dependencies;
typedef struct llmspell_workflow_dependency_graph llmspell_workflow_dependency_graph;
typedef struct llmspell_workflow_step_outcome llmspell_workflow_step_outcome;
typedef struct llmspell_workflow_run_result llmspell_workflow_run_result;
typedef struct llmspell_workflow_run_started llmspell_workflow_run_started;
typedef struct llmspell_workflow_step_started llmspell_workflow_step_started;
typedef struct llmspell_workflow_step_ended llmspell_workflow_step_ended;
typedef struct llmspell_workflow_step_retried llmspell_workflow_step_retried;
typedef struct llmspell_workflow_run_completed llmspell_workflow_run_completed;
typedef struct llmspell_workflow_run_failed llmspell_workflow_run_failed;
typedef struct llmspell_workflow_run_moved llmspell_workflow_run_moved;
typedef struct llmspell_workflow_step llmspell_workflow_step;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"
#include "agent.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_WORKFLOW_STEP_LIST_DEFINED
#define LLMSPELL_WORKFLOW_STEP_LIST_DEFINED
typedef struct llmspell_workflow_step_list {
    const llmspell_workflow_step *items;
    size_t count;
} llmspell_workflow_step_list;
LLMSPELL_API void llmspell_workflow_step_list_free(llmspell_workflow_step_list *value);
#endif

#ifndef LLMSPELL_WORKFLOW_ISSUE_LIST_DEFINED
#define LLMSPELL_WORKFLOW_ISSUE_LIST_DEFINED
typedef struct llmspell_workflow_issue_list {
    const llmspell_workflow_issue *items;
    size_t count;
} llmspell_workflow_issue_list;
LLMSPELL_API void llmspell_workflow_issue_list_free(llmspell_workflow_issue_list *value);
#endif

#ifndef LLMSPELL_WORKFLOW_STEP_DEPENDENCIES_LIST_DEFINED
#define LLMSPELL_WORKFLOW_STEP_DEPENDENCIES_LIST_DEFINED
typedef struct llmspell_workflow_step_dependencies_list {
    const llmspell_workflow_step_dependencies *items;
    size_t count;
} llmspell_workflow_step_dependencies_list;
LLMSPELL_API void llmspell_workflow_step_dependencies_list_free(llmspell_workflow_step_dependencies_list *value);
#endif

#ifndef LLMSPELL_WORKFLOW_STEP_OUTCOME_LIST_DEFINED
#define LLMSPELL_WORKFLOW_STEP_OUTCOME_LIST_DEFINED
typedef struct llmspell_workflow_step_outcome_list {
    const llmspell_workflow_step_outcome *items;
    size_t count;
} llmspell_workflow_step_outcome_list;
LLMSPELL_API void llmspell_workflow_step_outcome_list_free(llmspell_workflow_step_outcome_list *value);
#endif

#ifndef LLMSPELL_WORKFLOW_INFO_LIST_DEFINED
#define LLMSPELL_WORKFLOW_INFO_LIST_DEFINED
typedef struct llmspell_workflow_info_list {
    const llmspell_workflow_info *items;
    size_t count;
} llmspell_workflow_info_list;
LLMSPELL_API void llmspell_workflow_info_list_free(llmspell_workflow_info_list *value);
#endif

#ifndef LLMSPELL_WORKFLOW_RUN_INFO_LIST_DEFINED
#define LLMSPELL_WORKFLOW_RUN_INFO_LIST_DEFINED
typedef struct llmspell_workflow_run_info_list {
    const llmspell_workflow_run_info *items;
    size_t count;
} llmspell_workflow_run_info_list;
LLMSPELL_API void llmspell_workflow_run_info_list_free(llmspell_workflow_run_info_list *value);
#endif

#ifndef LLMSPELL_WORKFLOW_RUN_HANDLE_LIST_DEFINED
#define LLMSPELL_WORKFLOW_RUN_HANDLE_LIST_DEFINED
typedef struct llmspell_workflow_run_handle_list {
    llmspell_workflow_run *const *items;
    size_t count;
} llmspell_workflow_run_handle_list;
LLMSPELL_API void llmspell_workflow_run_handle_list_free(llmspell_workflow_run_handle_list *value);
#endif

/**
 * When and how often a step is tried again.
 *
 * An error's `recovery` is respected: `retry_once` gives one more attempt, `retry_with_backoff` as many as
 * `attempts` says, `failover` and `none` no other. What a handler of the program's own raises says nothing of
 * recovery, and is tried again.
 */
struct llmspell_workflow_retry {
    /** How often the step is tried at most, the first time included. */
    int64_t attempts;
    /** The pause before the second attempt. Optional: 1 when absent. */
    bool has_delay_seconds;
    double delay_seconds;
    /** By what each further pause is longer. Optional: 2 when absent. */
    bool has_factor;
    double factor;
    /** The longest pause. Optional: 60 when absent. */
    bool has_max_delay_seconds;
    double max_delay_seconds;
    /**
     * Codes of errors that are tried again whatever their recovery says: `tool.not_found`, all of a bridge with
     * `tool.*`, or `*`. Optional.
     */
    llmspell_string_list codes;
};
LLMSPELL_API void llmspell_workflow_retry_init(llmspell_workflow_retry *value);
LLMSPELL_API void llmspell_workflow_retry_free(llmspell_workflow_retry *value);

/** Lets time pass; its output is null. */
struct llmspell_workflow_wait_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** How long. */
    double seconds;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
};
LLMSPELL_API void llmspell_workflow_wait_step_init(llmspell_workflow_wait_step *value);
LLMSPELL_API void llmspell_workflow_wait_step_free(llmspell_workflow_wait_step *value);

/** Runs a tool; its output is the tool's value. */
struct llmspell_workflow_tool_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The tool's name. */
    const char *tool;
    /** Its arguments; in a pipeline, the previous output when left out, which must be an object. Optional. */
    const char *arguments_json;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** Tries again; not at all when left out. Optional. */
    const llmspell_workflow_retry *retry;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_tool_step_init(llmspell_workflow_tool_step *value);
LLMSPELL_API void llmspell_workflow_tool_step_free(llmspell_workflow_tool_step *value);

/** Asks an agent; its output is the answer's text, or a value when a schema is given. */
struct llmspell_workflow_agent_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /**
     * The handle or the name of an agent of the session. Its conversation goes on; steps that ask one agent wait
     * for each other. Optional.
     */
    const char *agent;
    /** Instead of `agent`: one that is made for this step, and goes with it. Optional. */
    const llmspell_agent_config *config;
    /** What it is asked; in a pipeline, the previous output when left out. Optional. */
    const char *input;
    /** JSON Schema that its answer must fit, which is then the output. Optional. */
    const char *output_schema_json;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** Tries again; not at all when left out. Optional. */
    const llmspell_workflow_retry *retry;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_agent_step_init(llmspell_workflow_agent_step *value);
LLMSPELL_API void llmspell_workflow_agent_step_free(llmspell_workflow_agent_step *value);

/** Calls a handler of the program's own; its output is what that returns. */
struct llmspell_workflow_script_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The name it was registered under with script.register_handler. */
    const char *handler;
    /** What it is called with; when left out, the previous output in a pipeline, else null. Optional. */
    const char *input_json;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** Tries again; not at all when left out. Optional. */
    const llmspell_workflow_retry *retry;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_script_step_init(llmspell_workflow_script_step *value);
LLMSPELL_API void llmspell_workflow_script_step_free(llmspell_workflow_script_step *value);

/** Runs another workflow; its output is that of the workflow. */
struct llmspell_workflow_nested_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The name of a workflow of the session. Optional. */
    const char *workflow;
    /** Instead of `workflow`: the definition itself. Optional. */
    const llmspell_workflow_definition *definition;
    /** Its input; when left out, the previous output in a pipeline, else null. Optional. */
    const char *input_json;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_nested_step_init(llmspell_workflow_nested_step *value);
LLMSPELL_API void llmspell_workflow_nested_step_free(llmspell_workflow_nested_step *value);

/** Computes its output from templates. */
struct llmspell_workflow_transform_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The output: any JSON, with templates. */
    const char *value_json;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_transform_step_init(llmspell_workflow_transform_step *value);
LLMSPELL_API void llmspell_workflow_transform_step_free(llmspell_workflow_transform_step *value);

/** Emits an event; its output is null. */
struct llmspell_workflow_emit_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The event's type, outside the runtime's own. */
    const char *event;
    /** The event's payload, with templates. Optional. */
    const char *data_json;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_emit_step_init(llmspell_workflow_emit_step *value);
LLMSPELL_API void llmspell_workflow_emit_step_free(llmspell_workflow_emit_step *value);

/** Runs its steps one after the other. */
struct llmspell_workflow_sequential_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The steps. */
    llmspell_workflow_step_list steps;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_sequential_step_init(llmspell_workflow_sequential_step *value);
LLMSPELL_API void llmspell_workflow_sequential_step_free(llmspell_workflow_sequential_step *value);

/** Runs its steps at the same time, each after those it depends on. */
struct llmspell_workflow_parallel_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The steps. */
    llmspell_workflow_step_list steps;
    /** How many run at the same time at most. Optional: 8 when absent. */
    bool has_max_concurrency;
    int64_t max_concurrency;
    /** What happens when one of them fails. Optional: "fail_fast" when absent. */
    llmspell_workflow_error_mode error_mode;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_parallel_step_init(llmspell_workflow_parallel_step *value);
LLMSPELL_API void llmspell_workflow_parallel_step_free(llmspell_workflow_parallel_step *value);

/** Runs its steps when a condition is true, and others when not. */
struct llmspell_workflow_conditional_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** An expression that is true or false. */
    const char *condition;
    /** The steps. */
    llmspell_workflow_step_list steps;
    /** Steps for when the condition is false; none when left out. Optional. */
    llmspell_workflow_step_list otherwise;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_conditional_step_init(llmspell_workflow_conditional_step *value);
LLMSPELL_API void llmspell_workflow_conditional_step_free(llmspell_workflow_conditional_step *value);

/** Runs its steps again and again; exactly one of for_each, repeat_while and repeat_until says how long. */
struct llmspell_workflow_loop_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The steps. */
    llmspell_workflow_step_list steps;
    /** An expression that is a list: one round for each item. Optional. */
    const char *for_each;
    /** What expressions call the item by. Optional: "item" when absent. */
    const char *variable;
    /** An expression looked at before each round, which begins when it is true. Optional. */
    const char *repeat_while;
    /**
     * An expression looked at after each round, which was the last when it is true; it sees the round's steps.
     * Optional.
     */
    const char *repeat_until;
    /** The step fails rather than going round more often. Optional: 1000 when absent. */
    bool has_max_iterations;
    int64_t max_iterations;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_loop_step_init(llmspell_workflow_loop_step *value);
LLMSPELL_API void llmspell_workflow_loop_step_free(llmspell_workflow_loop_step *value);

/** Runs its steps for all items at the same time, then others once for all results. */
struct llmspell_workflow_map_reduce_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** An expression that is a list: the items. */
    const char *over;
    /** What expressions call the item by. Optional: "item" when absent. */
    const char *variable;
    /** The steps. */
    llmspell_workflow_step_list steps;
    /** Steps that see all `results`, in the order of the items. Optional. */
    llmspell_workflow_step_list reduce;
    /** How many run at the same time at most. Optional: 8 when absent. */
    bool has_max_concurrency;
    int64_t max_concurrency;
    /** What happens when one of them fails. Optional: "fail_fast" when absent. */
    llmspell_workflow_error_mode error_mode;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_map_reduce_step_init(llmspell_workflow_map_reduce_step *value);
LLMSPELL_API void llmspell_workflow_map_reduce_step_free(llmspell_workflow_map_reduce_step *value);

/** Runs its steps one after the other, each with the output of the one before as its input. */
struct llmspell_workflow_pipeline_step {
    /** What expressions call it by; unique in the definition. */
    const char *id;
    /** What it is for. Optional. */
    const char *description;
    /** The steps. */
    llmspell_workflow_step_list steps;
    /** Steps beside it that must have ended before it begins. Optional. */
    llmspell_string_list after;
    /** An expression; the step is skipped when it is false. Optional. */
    const char *when;
    /** The longest time of one attempt, or of the whole group. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** What happens when it fails for good. Optional: "fail" when absent. */
    llmspell_workflow_on_error on_error;
    /** Steps that run when it has failed for good; the last one's output becomes its own. Optional. */
    llmspell_workflow_step_list fallback;
};
LLMSPELL_API void llmspell_workflow_pipeline_step_init(llmspell_workflow_pipeline_step *value);
LLMSPELL_API void llmspell_workflow_pipeline_step_free(llmspell_workflow_pipeline_step *value);

/**
 * A workflow, as it is written down.
 *
 * The fields after `steps` belong to one pattern each, as they do in the step of that kind.
 */
struct llmspell_workflow_definition {
    /** What it is called; unique in the session. */
    const char *name;
    /** What it is for. Optional. */
    const char *description;
    /** How its steps follow each other. Optional: "sequential" when absent. */
    llmspell_workflow_pattern pattern;
    /** JSON Schema that the input of a run must fit; any JSON is taken when it is left out. Optional. */
    const char *input_schema_json;
    /** The steps. */
    llmspell_workflow_step_list steps;
    /** How many run at the same time at most. Optional: 8 when absent. */
    bool has_max_concurrency;
    int64_t max_concurrency;
    /** What happens when one of them fails. Optional: "fail_fast" when absent. */
    llmspell_workflow_error_mode error_mode;
    /** An expression that is true or false. Optional. */
    const char *condition;
    /** Steps for when the condition is false; none when left out. Optional. */
    llmspell_workflow_step_list otherwise;
    /** An expression that is a list: one round for each item. Optional. */
    const char *for_each;
    /** What expressions call the item by. Optional: "item" when absent. */
    const char *variable;
    /** An expression looked at before each round, which begins when it is true. Optional. */
    const char *repeat_while;
    /**
     * An expression looked at after each round, which was the last when it is true; it sees the round's steps.
     * Optional.
     */
    const char *repeat_until;
    /** The step fails rather than going round more often. Optional: 1000 when absent. */
    bool has_max_iterations;
    int64_t max_iterations;
    /** An expression that is a list: the items. Optional. */
    const char *over;
    /** Steps that see all `results`, in the order of the items. Optional. */
    llmspell_workflow_step_list reduce;
    /** The output: any JSON, with templates; that of the pattern when left out. Optional. */
    const char *output_json;
    /** The longest time of a run, or of the step that runs it within another; pauses not counted. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
};
LLMSPELL_API void llmspell_workflow_definition_init(llmspell_workflow_definition *value);
LLMSPELL_API void llmspell_workflow_definition_free(llmspell_workflow_definition *value);

/** What is known of a workflow. */
struct llmspell_workflow_info {
    /** Its handle. */
    const char *id;
    /** What it is called. */
    const char *name;
    /** What it is for. Optional. */
    const char *description;
    /** How its steps follow each other. */
    llmspell_workflow_pattern pattern;
    /** How many steps it has, those within steps included. */
    int64_t steps;
    /** Runs begun. */
    int64_t runs;
};
LLMSPELL_API void llmspell_workflow_info_init(llmspell_workflow_info *value);
LLMSPELL_API void llmspell_workflow_info_free(llmspell_workflow_info *value);

/** One fault of a definition. */
struct llmspell_workflow_issue {
    /** JSON pointer to the faulty value: /steps/0/arguments/query. */
    const char *path;
    /** What kind of fault it is. */
    llmspell_workflow_issue_code code;
    /** What was given, what was expected, and the way out. */
    const char *message;
};
LLMSPELL_API void llmspell_workflow_issue_init(llmspell_workflow_issue *value);
LLMSPELL_API void llmspell_workflow_issue_free(llmspell_workflow_issue *value);

/** Whether a definition can run in this session. */
struct llmspell_workflow_validation_result {
    /** True when there is no fault. */
    bool valid;
    /** Every fault, in the order of their paths. */
    llmspell_workflow_issue_list issues;
};
LLMSPELL_API void llmspell_workflow_validation_result_init(llmspell_workflow_validation_result *value);
LLMSPELL_API void llmspell_workflow_validation_result_free(llmspell_workflow_validation_result *value);

/** How to run a workflow this once. */
struct llmspell_workflow_run_options {
    /** Ids of steps after which the run pauses. Optional. */
    llmspell_string_list pause_after;
    /** Instead of the workflow's own. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /**
     * An SQLite file, under fs.write, that is told of every step before the next begins; workflow.recover goes on
     * from it after a crash. Many runs may share one. Optional.
     */
    const char *checkpoint_file;
};
LLMSPELL_API void llmspell_workflow_run_options_init(llmspell_workflow_run_options *value);
LLMSPELL_API void llmspell_workflow_run_options_free(llmspell_workflow_run_options *value);

/** What is known of a run. */
struct llmspell_workflow_run_info {
    /** Its handle: "run_1". */
    const char *run;
    /** Its id, unique everywhere; expressions see it as `run.id`. */
    const char *id;
    /** The workflow's name. */
    const char *workflow;
    /** How far it has come. */
    llmspell_workflow_status status;
    /** How many steps have ended. */
    int64_t steps;
    /** How long it has taken, pauses not counted. */
    double duration_ms;
    /** How it failed. Optional. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_workflow_run_info_init(llmspell_workflow_run_info *value);
LLMSPELL_API void llmspell_workflow_run_info_free(llmspell_workflow_run_info *value);

/** What one step depends on. */
struct llmspell_workflow_step_dependencies {
    /** The step. */
    const char *id;
    /** What it does. */
    llmspell_workflow_kind kind;
    /** The step that holds it; absent for those of the workflow itself. Optional. */
    const char *within;
    /** Steps beside it that end before it begins. */
    llmspell_string_list after;
    /** Steps whose outcome its expressions see. */
    llmspell_string_list uses;
};
LLMSPELL_API void llmspell_workflow_step_dependencies_init(llmspell_workflow_step_dependencies *value);
LLMSPELL_API void llmspell_workflow_step_dependencies_free(llmspell_workflow_step_dependencies *value);

/** Which steps of a workflow depend on which. */
struct llmspell_workflow_dependency_graph {
    /** All steps, each after those that it depends on, and after the one that holds it. */
    llmspell_string_list order;
    /** The same steps in the order of the definition. */
    llmspell_workflow_step_dependencies_list steps;
};
LLMSPELL_API void llmspell_workflow_dependency_graph_init(llmspell_workflow_dependency_graph *value);
LLMSPELL_API void llmspell_workflow_dependency_graph_free(llmspell_workflow_dependency_graph *value);

/** What came of one step. */
struct llmspell_workflow_step_outcome {
    /**
     * Where it stands in the run: `search`, `cities[2].weather` in a loop or a map, `report/search` in a workflow
     * of the step `report`.
     */
    const char *key;
    /** Its id. */
    const char *step;
    /** What it does. */
    llmspell_workflow_kind kind;
    /** How it ended. */
    llmspell_workflow_step_status status;
    /** How often it was tried; 0 when it was skipped. */
    int64_t attempts;
    /** What it gave; absent when it failed or was skipped. Optional. */
    const char *output_json;
    /** How it failed. Optional. */
    const llmspell_error_info *error;
    /** How long it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_workflow_step_outcome_init(llmspell_workflow_step_outcome *value);
LLMSPELL_API void llmspell_workflow_step_outcome_free(llmspell_workflow_step_outcome *value);

/** What came of a run so far. */
struct llmspell_workflow_run_result {
    /** The handle of the run, as events carry it: "run_1". */
    const char *run;
    /** The workflow's name. */
    const char *workflow;
    /** `completed`, or `paused`: then resume it, and ask again. */
    llmspell_workflow_status status;
    /** What it gave; absent while it is paused. Optional. */
    const char *output_json;
    /** The steps that did work, in the order they ended; groups are not among them. */
    llmspell_workflow_step_outcome_list steps;
    /** How long it has taken. */
    double duration_ms;
};
LLMSPELL_API void llmspell_workflow_run_result_init(llmspell_workflow_run_result *value);
LLMSPELL_API void llmspell_workflow_run_result_free(llmspell_workflow_run_result *value);

/** A run begins. */
struct llmspell_workflow_run_started {
    /** The handle of the run. */
    const char *run;
    /** The workflow's name. */
    const char *workflow;
    /** Its input; values under names like `password` are replaced by "[redacted]", as in all that follows. */
    const char *input_json;
};
LLMSPELL_API void llmspell_workflow_run_started_init(llmspell_workflow_run_started *value);
LLMSPELL_API void llmspell_workflow_run_started_free(llmspell_workflow_run_started *value);

/** An attempt of a step begins. */
struct llmspell_workflow_step_started {
    /** The handle of the run. */
    const char *run;
    /** The workflow's name. */
    const char *workflow;
    /** The step's id. */
    const char *step;
    /** Where it stands in the run. */
    const char *key;
    /** What it does. */
    llmspell_workflow_kind kind;
    /** Counted from 1. */
    int64_t attempt;
};
LLMSPELL_API void llmspell_workflow_step_started_init(llmspell_workflow_step_started *value);
LLMSPELL_API void llmspell_workflow_step_started_free(llmspell_workflow_step_started *value);

/** A step has ended. */
struct llmspell_workflow_step_ended {
    /** The handle of the run. */
    const char *run;
    /** The workflow's name. */
    const char *workflow;
    /** The step's id. */
    const char *step;
    /** Where it stands in the run. */
    const char *key;
    /** What it does. */
    llmspell_workflow_kind kind;
    /** How it ended. */
    llmspell_workflow_step_status status;
    /** How often it was tried. */
    int64_t attempts;
    /** What it gave. Optional. */
    const char *output_json;
    /** How it failed. Optional. */
    const llmspell_error_info *error;
    /** How long it took, all attempts together. */
    double duration_ms;
};
LLMSPELL_API void llmspell_workflow_step_ended_init(llmspell_workflow_step_ended *value);
LLMSPELL_API void llmspell_workflow_step_ended_free(llmspell_workflow_step_ended *value);

/** An attempt failed, and there will be another. */
struct llmspell_workflow_step_retried {
    /** The handle of the run. */
    const char *run;
    /** The workflow's name. */
    const char *workflow;
    /** The step's id. */
    const char *step;
    /** Where it stands in the run. */
    const char *key;
    /** The attempt that failed. */
    int64_t attempt;
    /** How long the pause is. */
    double delay_seconds;
    /** How it failed. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_workflow_step_retried_init(llmspell_workflow_step_retried *value);
LLMSPELL_API void llmspell_workflow_step_retried_free(llmspell_workflow_step_retried *value);

/** A run has ended well. */
struct llmspell_workflow_run_completed {
    /** The handle of the run. */
    const char *run;
    /** The workflow's name. */
    const char *workflow;
    /** What it gave. */
    const char *output_json;
    /** How many steps did work. */
    int64_t steps;
    /** How long it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_workflow_run_completed_init(llmspell_workflow_run_completed *value);
LLMSPELL_API void llmspell_workflow_run_completed_free(llmspell_workflow_run_completed *value);

/** A run has ended in an error. */
struct llmspell_workflow_run_failed {
    /** The handle of the run. */
    const char *run;
    /** The workflow's name. */
    const char *workflow;
    /** How many steps did work. */
    int64_t steps;
    /** How long it took. */
    double duration_ms;
    /** How it failed. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_workflow_run_failed_init(llmspell_workflow_run_failed *value);
LLMSPELL_API void llmspell_workflow_run_failed_free(llmspell_workflow_run_failed *value);

/** A run was paused, resumed or cancelled. */
struct llmspell_workflow_run_moved {
    /** The handle of the run. */
    const char *run;
    /** The workflow's name. */
    const char *workflow;
};
LLMSPELL_API void llmspell_workflow_run_moved_init(llmspell_workflow_run_moved *value);
LLMSPELL_API void llmspell_workflow_run_moved_free(llmspell_workflow_run_moved *value);

/** One step of a workflow, by its kind. */
struct llmspell_workflow_step {
    /** Which of them it is. */
    llmspell_workflow_step_kind kind;
    union {
        /** With LLMSPELL_WORKFLOW_STEP_TOOL. */
        const llmspell_workflow_tool_step *tool;
        /** With LLMSPELL_WORKFLOW_STEP_AGENT. */
        const llmspell_workflow_agent_step *agent;
        /** With LLMSPELL_WORKFLOW_STEP_SCRIPT. */
        const llmspell_workflow_script_step *script;
        /** With LLMSPELL_WORKFLOW_STEP_WORKFLOW. */
        const llmspell_workflow_nested_step *workflow;
        /** With LLMSPELL_WORKFLOW_STEP_TRANSFORM. */
        const llmspell_workflow_transform_step *transform;
        /** With LLMSPELL_WORKFLOW_STEP_WAIT. */
        const llmspell_workflow_wait_step *wait;
        /** With LLMSPELL_WORKFLOW_STEP_EMIT. */
        const llmspell_workflow_emit_step *emit;
        /** With LLMSPELL_WORKFLOW_STEP_SEQUENTIAL. */
        const llmspell_workflow_sequential_step *sequential;
        /** With LLMSPELL_WORKFLOW_STEP_PARALLEL. */
        const llmspell_workflow_parallel_step *parallel;
        /** With LLMSPELL_WORKFLOW_STEP_CONDITIONAL. */
        const llmspell_workflow_conditional_step *conditional;
        /** With LLMSPELL_WORKFLOW_STEP_LOOP. */
        const llmspell_workflow_loop_step *loop;
        /** With LLMSPELL_WORKFLOW_STEP_MAP_REDUCE. */
        const llmspell_workflow_map_reduce_step *map_reduce;
        /** With LLMSPELL_WORKFLOW_STEP_PIPELINE. */
        const llmspell_workflow_pipeline_step *pipeline;
    } as;
};
LLMSPELL_API void llmspell_workflow_step_init(llmspell_workflow_step *value);
LLMSPELL_API void llmspell_workflow_step_free(llmspell_workflow_step *value);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_workflow_free(llmspell_workflow *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_workflow_id(const llmspell_workflow *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_workflow_free(). */
LLMSPELL_API llmspell_workflow *llmspell_workflow_from_id(const char *id);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_workflow_run_free(llmspell_workflow_run *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_workflow_run_id(const llmspell_workflow_run *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_workflow_run_free(). */
LLMSPELL_API llmspell_workflow_run *llmspell_workflow_run_from_id(const char *id);

/**
 * Make a workflow from its definition.
 *
 * Everything is checked, as workflow.validate does; nothing runs yet.
 *
 * @param definition The definition
 * @param result receives the result; free it with llmspell_workflow_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_ALREADY_EXISTS, LLMSPELL_E_WORKFLOW_INVALID_DEFINITION or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_create(
    llmspell_session *session, const llmspell_workflow_definition *definition, llmspell_workflow **result);

/**
 * Remove a workflow.
 *
 * Its runs go on.
 *
 * @param workflow The workflow
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_destroy(llmspell_session *session, llmspell_workflow *workflow);

/**
 * Run a workflow, and wait for what it comes to.
 *
 * Returns when the run has completed or is paused; a paused one is gone on with by workflow.resume, and its
 * end is told by workflow.get_result. A run that fails raises `workflow.step_failed` with the step's error as
 * its cause. Cancelling the call cancels the run.
 *
 * @param workflow The workflow
 * @param input_json What expressions see as `input`; null when left out; may be NULL
 * @param options How to run it; may be NULL
 * @param result receives the result; free it with llmspell_workflow_run_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND, LLMSPELL_E_WORKFLOW_INVALID_DEFINITION,
 *        LLMSPELL_E_WORKFLOW_INVALID_INPUT, LLMSPELL_E_WORKFLOW_INVALID_OPTIONS,
 *        LLMSPELL_E_WORKFLOW_NESTED_TOO_DEEP, LLMSPELL_E_WORKFLOW_STEP_FAILED, LLMSPELL_E_WORKFLOW_TIMED_OUT,
 *        LLMSPELL_E_WORKFLOW_CANCELLED, LLMSPELL_E_WORKFLOW_FILE_FAILED, LLMSPELL_E_WORKFLOW_INVALID_FILE or
 *        a runtime status
 * @note Emits hook.reject, hook.error, hook.disable, workflow.start, workflow.step_start, workflow.step,
 *        workflow.retry, workflow.complete, workflow.error, workflow.paused, workflow.resumed,
 *        workflow.cancelled, tool.start, tool.complete, tool.error, agent.start, agent.complete, agent.error,
 *        provider.request, provider.retry, provider.response, provider.error.
 */
LLMSPELL_API llmspell_status llmspell_workflow_execute(
    llmspell_session *session, llmspell_workflow *workflow, const char *input_json,
    const llmspell_workflow_run_options *options, llmspell_workflow_run_result *result);

/**
 * Begin a run and return; workflow.get_result waits for it.
 *
 * @param workflow The workflow
 * @param input_json What expressions see as `input`; null when left out; may be NULL
 * @param options How to run it; may be NULL
 * @param result receives the result; free it with llmspell_workflow_run_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND, LLMSPELL_E_WORKFLOW_INVALID_DEFINITION,
 *        LLMSPELL_E_WORKFLOW_INVALID_INPUT, LLMSPELL_E_WORKFLOW_INVALID_OPTIONS,
 *        LLMSPELL_E_WORKFLOW_NESTED_TOO_DEEP, LLMSPELL_E_WORKFLOW_FILE_FAILED,
 *        LLMSPELL_E_WORKFLOW_INVALID_FILE or a runtime status
 * @note Emits hook.reject, hook.error, hook.disable, workflow.start, workflow.step_start, workflow.step,
 *        workflow.retry, workflow.complete, workflow.error, workflow.paused, workflow.resumed,
 *        workflow.cancelled.
 */
LLMSPELL_API llmspell_status llmspell_workflow_start(
    llmspell_session *session, llmspell_workflow *workflow, const char *input_json,
    const llmspell_workflow_run_options *options, llmspell_workflow_run **result);

/**
 * Let no further step of a run begin.
 *
 * Returns at once; the run is paused when the steps under way have ended, which workflow.get_result waits
 * for. Time limits stand still meanwhile. A run that has ended stays as it is.
 *
 * @param run The run
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND or a runtime status
 * @note Emits workflow.paused.
 */
LLMSPELL_API llmspell_status llmspell_workflow_pause(llmspell_session *session, llmspell_workflow_run *run);

/**
 * Let a paused run go on.
 *
 * Returns at once; workflow.get_result waits for the run. A run that is not paused stays as it is.
 *
 * @param run The run
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND or a runtime status
 * @note Emits workflow.resumed.
 */
LLMSPELL_API llmspell_status llmspell_workflow_resume(llmspell_session *session, llmspell_workflow_run *run);

/**
 * End a run, and the steps under way with it.
 *
 * Returns when they have ended. What a handler of the program's own has begun it goes on with, on its own
 * thread; its result is dropped. A run that has ended stays as it is.
 *
 * @param run The run
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND or a runtime status
 * @note Emits workflow.cancelled.
 */
LLMSPELL_API llmspell_status llmspell_workflow_cancel(llmspell_session *session, llmspell_workflow_run *run);

/**
 * How far a run has come.
 *
 * @param run The run
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_get_status(
    llmspell_session *session, llmspell_workflow_run *run, llmspell_workflow_status *result);

/**
 * Wait until a run has ended or is paused, and tell what it has come to.
 *
 * A run that failed or was cancelled raises its error. Cancelling this call leaves the run alone.
 *
 * @param run The run
 * @param timeout_seconds Stop waiting after this long; the run goes on; may be NULL
 * @param result receives the result; free it with llmspell_workflow_run_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND, LLMSPELL_E_WORKFLOW_STEP_FAILED,
 *        LLMSPELL_E_WORKFLOW_TIMED_OUT, LLMSPELL_E_WORKFLOW_CANCELLED, LLMSPELL_E_WORKFLOW_FILE_FAILED,
 *        LLMSPELL_E_WORKFLOW_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_get_result(
    llmspell_session *session, llmspell_workflow_run *run, const double *timeout_seconds,
    llmspell_workflow_run_result *result);

/**
 * Let go of a run; one that has not ended is stopped.
 *
 * @param run The run
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_discard(llmspell_session *session, llmspell_workflow_run *run);

/**
 * The session's workflows, in the order in which they were made.
 *
 * @param result receives the result; free it with llmspell_workflow_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_workflow_list(
    llmspell_session *session, llmspell_workflow_info_list *result);

/**
 * The workflow of a name.
 *
 * @param name Its name
 * @param result receives the result; free it with llmspell_workflow_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_get(
    llmspell_session *session, const char *name, llmspell_workflow **result);

/**
 * What is known of a workflow.
 *
 * @param workflow The workflow
 * @param result receives the result; free it with llmspell_workflow_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_get_info(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_info *result);

/**
 * The definition that a workflow was made from.
 *
 * @param workflow The workflow
 * @param result receives the result; free it with llmspell_workflow_definition_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_get_definition(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_definition *result);

/**
 * Check a definition without making or running anything.
 *
 * Finds cycles, unknown steps, names, tools, agents, handlers and workflows, missing inputs, bad expressions
 * and templates, and ids that stand twice, all at once. What a definition needs must be in the session.
 *
 * @param definition The definition
 * @param result receives the result; free it with llmspell_workflow_validation_result_free()
 */
LLMSPELL_API llmspell_status llmspell_workflow_validate(
    llmspell_session *session, const llmspell_workflow_definition *definition,
    llmspell_workflow_validation_result *result);

/**
 * The session's runs, in the order in which they began.
 *
 * Runs of workflow.execute are among them until they have ended, the others until they are discarded.
 *
 * @param workflow Only runs of this workflow; may be NULL
 * @param result receives the result; free it with llmspell_workflow_run_info_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_list_runs(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_run_info_list *result);

/**
 * Make one workflow of several.
 *
 * Each becomes a step that runs it: one after the other with the same input, at the same time (`parallel`),
 * or each with the output of the one before (`pipeline`). What was composed does not change with its parts.
 *
 * @param name What the new one is called
 * @param workflows The names of the parts, in their order
 * @param pattern How they follow each other: sequential, parallel or pipeline; "sequential" when 0
 * @param result receives the result; free it with llmspell_workflow_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND, LLMSPELL_E_WORKFLOW_ALREADY_EXISTS,
 *        LLMSPELL_E_WORKFLOW_INVALID_DEFINITION or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_compose(
    llmspell_session *session, const char *name, const llmspell_string_list *workflows,
    llmspell_workflow_pattern pattern, llmspell_workflow **result);

/**
 * Which steps depend on which, and an order that respects it.
 *
 * @param workflow The workflow
 * @param result receives the result; free it with llmspell_workflow_dependency_graph_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_get_dependencies(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_dependency_graph *result);

/**
 * Write a workflow down as text.
 *
 * The text has a format and a version. workflow.deserialize makes an equal workflow of it; one that would be
 * too long for that is written as JSON without spaces, in YAML too.
 *
 * @param workflow The workflow
 * @param format JSON or YAML; "json" when 0
 * @param result receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_serialize(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_format format, char **result);

/**
 * Make a workflow from text.
 *
 * Everything is checked, as in workflow.create.
 *
 * @param text What workflow.serialize wrote, or a person in the same form
 * @param format JSON or YAML; JSON is YAML too, so that either is read when it is left out; may be 0
 * @param result receives the result; free it with llmspell_workflow_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_INVALID_DOCUMENT, LLMSPELL_E_WORKFLOW_ALREADY_EXISTS,
 *        LLMSPELL_E_WORKFLOW_INVALID_DEFINITION or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_deserialize(
    llmspell_session *session, const char *text, llmspell_workflow_format format, llmspell_workflow **result);

/**
 * A run as data, from which it can go on.
 *
 * Holds the definition with all workflows that it names, the input, and what has come of every step, at any
 * moment of the run. Keep it wherever JSON is kept; workflow.restore makes a run of it.
 *
 * @param run The run
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_workflow_get_checkpoint(
    llmspell_session *session, llmspell_workflow_run *run, char **result_json);

/**
 * Make a run of a checkpoint, in this session or another than it began in.
 *
 * It is paused; after workflow.resume it goes on, and steps that were completed do not run again.
 *
 * @param checkpoint_json What workflow.get_checkpoint gave
 * @param options How to go on; may be NULL
 * @param result receives the result; free it with llmspell_workflow_run_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_INVALID_CHECKPOINT, LLMSPELL_E_WORKFLOW_INVALID_DEFINITION,
 *        LLMSPELL_E_WORKFLOW_INVALID_OPTIONS, LLMSPELL_E_WORKFLOW_NESTED_TOO_DEEP,
 *        LLMSPELL_E_WORKFLOW_RUN_IN_USE, LLMSPELL_E_WORKFLOW_FILE_FAILED, LLMSPELL_E_WORKFLOW_INVALID_FILE or
 *        a runtime status
 * @note Emits workflow.paused.
 */
LLMSPELL_API llmspell_status llmspell_workflow_restore(
    llmspell_session *session, const char *checkpoint_json, const llmspell_workflow_run_options *options,
    llmspell_workflow_run **result);

/**
 * The runs that a file of checkpoints holds and that have not ended, each ready to go on.
 *
 * After a crash, or in a new session: they are paused, and workflow.resume lets them go on; the file is told
 * of their further steps. Runs that are live, in this process or another one of this machine, are left alone.
 *
 * @param path The checkpoint_file that they were begun with
 * @param result receives the result; free it with llmspell_workflow_run_handle_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_WORKFLOW_INVALID_CHECKPOINT, LLMSPELL_E_WORKFLOW_INVALID_DEFINITION,
 *        LLMSPELL_E_WORKFLOW_NESTED_TOO_DEEP, LLMSPELL_E_WORKFLOW_RUN_IN_USE,
 *        LLMSPELL_E_WORKFLOW_FILE_FAILED, LLMSPELL_E_WORKFLOW_INVALID_FILE or a runtime status
 * @note Needs the permission fs.write.
 * @note Emits workflow.paused.
 */
LLMSPELL_API llmspell_status llmspell_workflow_recover(
    llmspell_session *session, const char *path, llmspell_workflow_run_handle_list *result);

#ifdef __cplusplus
}
#endif

#endif
