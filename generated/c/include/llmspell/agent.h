/**
 * @file
 * Models that keep a conversation and use tools.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_AGENT_H
#define LLMSPELL_AGENT_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What an agent does. */
typedef enum llmspell_agent_state {
    /** Not given. */
    LLMSPELL_AGENT_STATE_UNSPECIFIED = 0,
    /** Made or reset, and has not run since. */
    LLMSPELL_AGENT_STATE_IDLE = 1,
    /** Changed since its last run, or its run was cancelled; can run. */
    LLMSPELL_AGENT_STATE_READY = 2,
    /** A run is under way. */
    LLMSPELL_AGENT_STATE_RUNNING = 3,
    /** The last run ended well. */
    LLMSPELL_AGENT_STATE_COMPLETED = 4,
    /** The last run failed. */
    LLMSPELL_AGENT_STATE_ERROR = 5
} llmspell_agent_state;

/** What a piece of a run holds. */
typedef enum llmspell_agent_chunk_kind {
    /** Not given. */
    LLMSPELL_AGENT_CHUNK_KIND_UNSPECIFIED = 0,
    /** More text of the answer. */
    LLMSPELL_AGENT_CHUNK_KIND_TEXT = 1,
    /** The model asks for a tool, which begins to run. */
    LLMSPELL_AGENT_CHUNK_KIND_TOOL_CALL = 2,
    /** A tool call has ended. */
    LLMSPELL_AGENT_CHUNK_KIND_TOOL_OUTCOME = 3,
    /** The whole answer; the last piece. */
    LLMSPELL_AGENT_CHUNK_KIND_FINISH = 4
} llmspell_agent_chunk_kind;

/** What runs are held to: Model calls of a run when the agent does not say. */
#define LLMSPELL_AGENT_LIMIT_DEFAULT_STEPS INT64_C(10)

/** What runs are held to: How deep agents may call agents as tools. */
#define LLMSPELL_AGENT_LIMIT_NESTING INT64_C(8)

/**
 * A run begins.
 * Before the first model call of a run.
 */
#define LLMSPELL_EVENT_AGENT_START "agent.start"

/**
 * A run has ended well.
 * When the answer is there and the conversation holds it.
 */
#define LLMSPELL_EVENT_AGENT_COMPLETE "agent.complete"

/**
 * A run has failed, or was cancelled.
 * When a run ends without an answer; a cancelled one with runtime.cancelled.
 */
#define LLMSPELL_EVENT_AGENT_ERROR "agent.error"

/**
 * An agent gave its conversation to another.
 * Before the target's run begins.
 */
#define LLMSPELL_EVENT_AGENT_HANDOFF "agent.handoff"

/** A model with a system prompt, tools and a conversation. */
typedef struct llmspell_agent llmspell_agent;

/** What llmspell_agent_stream_start() opens: ask llmspell_agent_stream_next() for its items, and end it with llmspell_agent_stream_close(). */
typedef struct llmspell_agent_stream llmspell_agent_stream;

typedef struct llmspell_agent_memory llmspell_agent_memory;
typedef struct llmspell_agent_config llmspell_agent_config;
typedef struct llmspell_agent_changes llmspell_agent_changes;
typedef struct llmspell_agent_info llmspell_agent_info;
typedef struct llmspell_agent_run_options llmspell_agent_run_options;
typedef struct llmspell_agent_structured_options llmspell_agent_structured_options;
typedef struct llmspell_agent_tool_outcome llmspell_agent_tool_outcome;
typedef struct llmspell_agent_run_result llmspell_agent_run_result;
typedef struct llmspell_agent_structured_result llmspell_agent_structured_result;
typedef struct llmspell_agent_run_chunk llmspell_agent_run_chunk;
typedef struct llmspell_agent_tool_settings llmspell_agent_tool_settings;
typedef struct llmspell_agent_started llmspell_agent_started;
typedef struct llmspell_agent_completed llmspell_agent_completed;
typedef struct llmspell_agent_failed llmspell_agent_failed;
typedef struct llmspell_agent_handed_off llmspell_agent_handed_off;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"
#include "provider.h"
#include "tool.h"
#include "memory.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_AGENT_TOOL_OUTCOME_LIST_DEFINED
#define LLMSPELL_AGENT_TOOL_OUTCOME_LIST_DEFINED
typedef struct llmspell_agent_tool_outcome_list {
    const llmspell_agent_tool_outcome *items;
    size_t count;
} llmspell_agent_tool_outcome_list;
LLMSPELL_API void llmspell_agent_tool_outcome_list_free(llmspell_agent_tool_outcome_list *value);
#endif

#ifndef LLMSPELL_MESSAGE_LIST_DEFINED
#define LLMSPELL_MESSAGE_LIST_DEFINED
typedef struct llmspell_message_list {
    const llmspell_message *items;
    size_t count;
} llmspell_message_list;
LLMSPELL_API void llmspell_message_list_free(llmspell_message_list *value);
#endif

#ifndef LLMSPELL_AGENT_INFO_LIST_DEFINED
#define LLMSPELL_AGENT_INFO_LIST_DEFINED
typedef struct llmspell_agent_info_list {
    const llmspell_agent_info *items;
    size_t count;
} llmspell_agent_info_list;
LLMSPELL_API void llmspell_agent_info_list_free(llmspell_agent_info_list *value);
#endif

/** How much an agent keeps of its conversation, and where; see memory.create_conversation. */
struct llmspell_agent_memory {
    /** The budget: the most tokens a model is shown, system prompt and summary included. */
    int64_t max_tokens;
    /** What becomes of turns beyond it. Optional: "drop" when absent. */
    llmspell_memory_conversation_policy policy;
    /**
     * How many tokens of the newest turns stay as they are when the rest is summarized; half of max_tokens when
     * absent. Optional.
     */
    bool has_keep_tokens;
    int64_t keep_tokens;
    /**
     * The name of a provider that writes summaries; with the policy summarize. Functions do so for
     * agent.use_conversation. Optional.
     */
    const char *provider;
    /** The model that writes them; the provider's own when absent. Optional. */
    const char *model;
    /** What that model is told to write; a brief of its own when absent. Optional. */
    const char *instruction;
    /**
     * The name of a provider that counts the tokens of messages as they are added (provider.count_tokens; needs
     * the permission llm); estimated when absent. Optional.
     */
    const char *count_with;
    /** Keep it in persistent memory under this name; without one it lives as long as its handle. Optional. */
    const char *name;
    /** Who shares a conversation with a name; global when absent. Optional. */
    llmspell_memory_scope scope;
    /** Whom it belongs to, for the agent scope; the agent, by its name, when absent. Optional. */
    const char *owner;
    /** The database file. Optional. */
    const char *path;
};
LLMSPELL_API void llmspell_agent_memory_init(llmspell_agent_memory *value);
LLMSPELL_API void llmspell_agent_memory_free(llmspell_agent_memory *value);

/** What an agent is. */
struct llmspell_agent_config {
    /** What it is called in events and lists; need not be unique. */
    const char *name;
    /**
     * The name of a provider; or a type, such as ollama, which is made with its defaults when the session has
     * none of that name.
     */
    const char *provider;
    /** The model; the provider's own when absent. Optional. */
    const char *model;
    /** What it is good for; read by models that use it as a tool. Optional. */
    const char *description;
    /** Instructions that precede every conversation. Optional. */
    const char *system_prompt;
    /** Names of the tools it may use, which must exist. Optional. */
    llmspell_string_list tools;
    /** How freely the model chooses words. Optional. */
    bool has_temperature;
    double temperature;
    /** The longest reply of one model call. Optional. */
    bool has_max_tokens;
    int64_t max_tokens;
    /** The most model calls of one run. Optional: 10 when absent. */
    bool has_max_steps;
    int64_t max_steps;
    /** The most messages of the conversation sent to the model, the newest; all when absent. Optional. */
    bool has_history_limit;
    int64_t history_limit;
    /**
     * A budget of tokens for the conversation, and where to keep it; all of it in this process when absent.
     * Optional.
     */
    const llmspell_agent_memory *memory;
    /** The longest time of one run; unlimited when absent. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
};
LLMSPELL_API void llmspell_agent_config_init(llmspell_agent_config *value);
LLMSPELL_API void llmspell_agent_config_free(llmspell_agent_config *value);

/** What to change on an agent; what is absent stays, null takes away. */
struct llmspell_agent_changes {
    /** The name or type of a provider. Optional. */
    const char *provider;
    /** The model. Optional. */
    bool model_is_null;
    const char *model;
    /** What it is good for. Optional. */
    bool description_is_null;
    const char *description;
    /** Instructions that precede every conversation. Optional. */
    bool system_prompt_is_null;
    const char *system_prompt;
    /** Names of all tools it may use. Optional. */
    llmspell_string_list tools;
    /** How freely the model chooses words. Optional. */
    bool has_temperature;
    bool temperature_is_null;
    double temperature;
    /** The longest reply of one model call. Optional. */
    bool has_max_tokens;
    bool max_tokens_is_null;
    int64_t max_tokens;
    /** The most model calls of one run. Optional. */
    bool has_max_steps;
    int64_t max_steps;
    /** The most messages sent to the model. Optional. */
    bool has_history_limit;
    bool history_limit_is_null;
    int64_t history_limit;
    /** The longest time of one run. Optional. */
    bool has_timeout_seconds;
    bool timeout_seconds_is_null;
    double timeout_seconds;
};
LLMSPELL_API void llmspell_agent_changes_init(llmspell_agent_changes *value);
LLMSPELL_API void llmspell_agent_changes_free(llmspell_agent_changes *value);

/** What an agent is and what it has done. */
struct llmspell_agent_info {
    /** Its handle. */
    const char *id;
    /** What it is called. */
    const char *name;
    /** What it does now. */
    llmspell_agent_state state;
    /** The name of its provider. */
    const char *provider;
    /** The model; absent when the provider chooses. Optional. */
    const char *model;
    /** What it is good for. Optional. */
    const char *description;
    /** Instructions that precede every conversation. Optional. */
    const char *system_prompt;
    /** The tools it may use. */
    llmspell_string_list tools;
    /** The most model calls of one run. */
    int64_t max_steps;
    /** The messages of its conversation. */
    int64_t messages;
    /** How its conversation keeps to its budget; absent when it has none. Optional. */
    const llmspell_memory_conversation_info *memory;
    /** Runs begun. */
    int64_t runs;
    /** Tokens of all its runs. */
    const llmspell_usage *usage;
    /** When it was made. */
    const char *created_at;
    /** How the last run failed; absent when it did not. Optional. */
    const llmspell_error_info *last_error;
};
LLMSPELL_API void llmspell_agent_info_init(llmspell_agent_info *value);
LLMSPELL_API void llmspell_agent_info_free(llmspell_agent_info *value);

/** What holds for one run only. */
struct llmspell_agent_run_options {
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
};
LLMSPELL_API void llmspell_agent_run_options_init(llmspell_agent_run_options *value);
LLMSPELL_API void llmspell_agent_run_options_free(llmspell_agent_run_options *value);

/** What holds for one structured run only. */
struct llmspell_agent_structured_options {
    /** How often the model may answer; after a bad answer it is told what was wrong. Optional: 3 when absent. */
    bool has_max_attempts;
    int64_t max_attempts;
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
};
LLMSPELL_API void llmspell_agent_structured_options_init(llmspell_agent_structured_options *value);
LLMSPELL_API void llmspell_agent_structured_options_free(llmspell_agent_structured_options *value);

/** One tool call of a run, and what came of it. */
struct llmspell_agent_tool_outcome {
    /** The call's id. */
    const char *id;
    /** The tool the model asked for. */
    const char *name;
    /** The arguments the model wrote. */
    const char *arguments_json;
    /** What the model was told: a text as it is, anything else as JSON. */
    const char *content;
    /** Whether the call failed. */
    bool is_error;
};
LLMSPELL_API void llmspell_agent_tool_outcome_init(llmspell_agent_tool_outcome *value);
LLMSPELL_API void llmspell_agent_tool_outcome_free(llmspell_agent_tool_outcome *value);

/** The answer of a run. */
struct llmspell_agent_run_result {
    /** The run, as events name it; run_1, run_2 and so on. */
    const char *run_id;
    /** The answer. */
    const char *text;
    /** Why the model ended. */
    llmspell_provider_finish_reason finish_reason;
    /** Model calls. */
    int64_t steps;
    /** The tool calls, in order. */
    llmspell_agent_tool_outcome_list tool_calls;
    /** Tokens of all model calls. */
    const llmspell_usage *usage;
    /** How long it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_agent_run_result_init(llmspell_agent_run_result *value);
LLMSPELL_API void llmspell_agent_run_result_free(llmspell_agent_run_result *value);

/** The answer of a structured run. */
struct llmspell_agent_structured_result {
    /** The run. */
    const char *run_id;
    /** The answer as JSON; valid for the schema. */
    const char *value_json;
    /** The answer as the model wrote it. */
    const char *text;
    /** How many answers it took. */
    int64_t attempts;
    /** Model calls. */
    int64_t steps;
    /** The tool calls, in order. */
    llmspell_agent_tool_outcome_list tool_calls;
    /** Tokens of all model calls. */
    const llmspell_usage *usage;
    /** How long it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_agent_structured_result_init(llmspell_agent_structured_result *value);
LLMSPELL_API void llmspell_agent_structured_result_free(llmspell_agent_structured_result *value);

/** A piece of a run as it happens. */
struct llmspell_agent_run_chunk {
    /** Which of the other fields is there. */
    llmspell_agent_chunk_kind kind;
    /** More text of the answer. Optional. */
    const char *text;
    /** A tool the model asks for. Optional. */
    const llmspell_tool_call *tool_call;
    /** What came of a tool call. Optional. */
    const llmspell_agent_tool_outcome *tool_outcome;
    /** The whole answer, last of all. Optional. */
    const llmspell_agent_run_result *result;
};
LLMSPELL_API void llmspell_agent_run_chunk_init(llmspell_agent_run_chunk *value);
LLMSPELL_API void llmspell_agent_run_chunk_free(llmspell_agent_run_chunk *value);

/** How an agent appears among the tools. */
struct llmspell_agent_tool_settings {
    /**
     * The tool's name; the agent's when absent, with an underscore for every character a tool's name cannot have.
     * Optional.
     */
    const char *name;
    /** When to use it; the agent's description when absent. Optional. */
    const char *description;
};
LLMSPELL_API void llmspell_agent_tool_settings_init(llmspell_agent_tool_settings *value);
LLMSPELL_API void llmspell_agent_tool_settings_free(llmspell_agent_tool_settings *value);

/** A run begins. */
struct llmspell_agent_started {
    /** The run. */
    const char *run_id;
    /** The agent's name. */
    const char *agent;
    /** Its handle. */
    const char *agent_id;
    /** The name of its provider. */
    const char *provider;
    /** The model; empty when the provider chooses. */
    const char *model;
    /** What it was asked. */
    const char *input;
};
LLMSPELL_API void llmspell_agent_started_init(llmspell_agent_started *value);
LLMSPELL_API void llmspell_agent_started_free(llmspell_agent_started *value);

/** A run has ended well. */
struct llmspell_agent_completed {
    /** The run. */
    const char *run_id;
    /** The agent's name. */
    const char *agent;
    /** Its handle. */
    const char *agent_id;
    /** The answer. */
    const char *text;
    /** Model calls. */
    int64_t steps;
    /** Tool calls. */
    int64_t tool_calls;
    /** Tokens used. */
    const llmspell_usage *usage;
    /** How long it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_agent_completed_init(llmspell_agent_completed *value);
LLMSPELL_API void llmspell_agent_completed_free(llmspell_agent_completed *value);

/** A run has failed, or was cancelled. */
struct llmspell_agent_failed {
    /** The run. */
    const char *run_id;
    /** The agent's name. */
    const char *agent;
    /** Its handle. */
    const char *agent_id;
    /** Model calls begun. */
    int64_t steps;
    /** How long it took. */
    double duration_ms;
    /** How it failed. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_agent_failed_init(llmspell_agent_failed *value);
LLMSPELL_API void llmspell_agent_failed_free(llmspell_agent_failed *value);

/** An agent gave its conversation to another. */
struct llmspell_agent_handed_off {
    /** The name of the agent that gives. */
    const char *agent;
    /** Its handle. */
    const char *agent_id;
    /** The name of the agent that takes. */
    const char *target;
    /** Its handle. */
    const char *target_id;
    /** How many messages were given. */
    int64_t messages;
};
LLMSPELL_API void llmspell_agent_handed_off_init(llmspell_agent_handed_off *value);
LLMSPELL_API void llmspell_agent_handed_off_free(llmspell_agent_handed_off *value);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_agent_free(llmspell_agent *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_agent_id(const llmspell_agent *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_agent_free(). */
LLMSPELL_API llmspell_agent *llmspell_agent_from_id(const char *id);

/**
 * Make an agent.
 *
 * Nothing is sent until it runs.
 *
 * @param config What it is
 * @param result receives the result; free it with llmspell_agent_free()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_UNKNOWN_TOOL, LLMSPELL_E_PROVIDER_NOT_FOUND,
 *        LLMSPELL_E_PROVIDER_INVALID_CONFIG, LLMSPELL_E_MEMORY_INVALID_CONVERSATION,
 *        LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_create(
    llmspell_session *session, const llmspell_agent_config *config, llmspell_agent **result);

/**
 * Remove an agent.
 *
 * A run under way goes on to its end.
 *
 * @param agent The agent
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_destroy(llmspell_session *session, llmspell_agent *agent);

/**
 * Answer an input.
 *
 * Calls the model, runs the tools it asks for, tells it their results, and so on until it answers.
 *
 * @param agent The agent
 * @param input What to answer
 * @param options What holds for this run only; may be NULL
 * @param result receives the result; free it with llmspell_agent_run_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_AGENT_BUSY, LLMSPELL_E_AGENT_UNKNOWN_TOOL,
 *        LLMSPELL_E_AGENT_STEP_LIMIT, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_UNSUPPORTED,
 *        LLMSPELL_E_PROVIDER_INVALID_REQUEST, LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED,
 *        LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND, LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG,
 *        LLMSPELL_E_PROVIDER_RATE_LIMITED, LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE,
 *        LLMSPELL_E_PROVIDER_TIMED_OUT, LLMSPELL_E_PROVIDER_INVALID_RESPONSE,
 *        LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED, LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH, LLMSPELL_E_HOOK_REJECTED,
 *        LLMSPELL_E_HOOK_FAILED, LLMSPELL_E_HOOK_TIMED_OUT, LLMSPELL_E_HOOK_REPLACED,
 *        LLMSPELL_E_HOOK_RATE_LIMITED, LLMSPELL_E_HOOK_NESTED_TOO_DEEP, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 * @note Needs the permission llm.
 * @note Emits agent.start, agent.complete, agent.error, provider.request, provider.retry, provider.response,
 *        provider.error, tool.start, tool.complete, tool.error, hook.reject, hook.error, hook.disable,
 *        hook.log, hook.retry, memory.trim, memory.summary_error.
 */
LLMSPELL_API llmspell_status llmspell_agent_run(
    llmspell_session *session, llmspell_agent *agent, const char *input,
    const llmspell_agent_run_options *options, llmspell_agent_run_result *result);

/**
 * Answer an input with JSON that fits a schema.
 *
 * The schema goes to the endpoint where it can hold the model to it, and the answer is checked here in any
 * case. When it does not fit, the model is told what is wrong and answers again, `max_attempts` times in all.
 *
 * @param agent The agent
 * @param input What to answer
 * @param schema_json What the answer must fit
 * @param options What holds for this run only; may be NULL
 * @param result receives the result; free it with llmspell_agent_structured_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_AGENT_BUSY, LLMSPELL_E_AGENT_UNKNOWN_TOOL,
 *        LLMSPELL_E_AGENT_STEP_LIMIT, LLMSPELL_E_AGENT_INVALID_OUTPUT, LLMSPELL_E_SHARED_INVALID_SCHEMA,
 *        LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_UNSUPPORTED, LLMSPELL_E_PROVIDER_INVALID_REQUEST,
 *        LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED, LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND,
 *        LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG, LLMSPELL_E_PROVIDER_RATE_LIMITED,
 *        LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE, LLMSPELL_E_PROVIDER_TIMED_OUT,
 *        LLMSPELL_E_PROVIDER_INVALID_RESPONSE, LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED,
 *        LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH, LLMSPELL_E_HOOK_REJECTED, LLMSPELL_E_HOOK_FAILED,
 *        LLMSPELL_E_HOOK_TIMED_OUT, LLMSPELL_E_HOOK_REPLACED, LLMSPELL_E_HOOK_RATE_LIMITED,
 *        LLMSPELL_E_HOOK_NESTED_TOO_DEEP, LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a
 *        runtime status
 * @note Needs the permission llm.
 * @note Emits agent.start, agent.complete, agent.error, provider.request, provider.retry, provider.response,
 *        provider.error, tool.start, tool.complete, tool.error, hook.reject, hook.error, hook.disable,
 *        hook.log, hook.retry, memory.trim, memory.summary_error.
 */
LLMSPELL_API llmspell_status llmspell_agent_run_structured(
    llmspell_session *session, llmspell_agent *agent, const char *input, const char *schema_json,
    const llmspell_agent_structured_options *options, llmspell_agent_structured_result *result);

/**
 * Answer an input, piece by piece.
 *
 * Text as it arrives, each tool call and its outcome, and last the whole answer. A stream that is left early
 * cancels the run: the request is closed, the conversation stays as it was, and the agent is READY.
 *
 * @param agent The agent
 * @param input What to answer
 * @param options What holds for this run only; may be NULL
 * @param stream receives the stream; end it with llmspell_agent_stream_close()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_AGENT_BUSY, LLMSPELL_E_AGENT_UNKNOWN_TOOL,
 *        LLMSPELL_E_AGENT_STEP_LIMIT, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_UNSUPPORTED,
 *        LLMSPELL_E_PROVIDER_INVALID_REQUEST, LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED,
 *        LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND, LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG,
 *        LLMSPELL_E_PROVIDER_RATE_LIMITED, LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE,
 *        LLMSPELL_E_PROVIDER_TIMED_OUT, LLMSPELL_E_PROVIDER_INVALID_RESPONSE,
 *        LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED, LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH, LLMSPELL_E_HOOK_REJECTED,
 *        LLMSPELL_E_HOOK_FAILED, LLMSPELL_E_HOOK_TIMED_OUT, LLMSPELL_E_HOOK_REPLACED,
 *        LLMSPELL_E_HOOK_RATE_LIMITED, LLMSPELL_E_HOOK_NESTED_TOO_DEEP, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 * @note Needs the permission llm.
 * @note Emits agent.start, agent.complete, agent.error, provider.request, provider.retry, provider.response,
 *        provider.error, tool.start, tool.complete, tool.error, hook.reject, hook.error, hook.disable,
 *        hook.log, hook.retry, memory.trim, memory.summary_error.
 */
LLMSPELL_API llmspell_status llmspell_agent_stream_start(
    llmspell_session *session, llmspell_agent *agent, const char *input,
    const llmspell_agent_run_options *options, llmspell_agent_stream **stream);

/**
 * The next item of the stream, waiting for it; free what it receives as a result. NULL passes it over.
 * @return LLMSPELL_OK; LLMSPELL_END after the last; or the status the stream failed with
 */
LLMSPELL_API llmspell_status llmspell_agent_stream_next(
    llmspell_agent_stream *stream, llmspell_agent_run_chunk *item);

/** Ends the stream and frees it; what it had not given yet is dropped. NULL is allowed. */
LLMSPELL_API llmspell_status llmspell_agent_stream_close(llmspell_agent_stream *stream);

/**
 * Change an agent.
 *
 * The conversation stays. A run under way goes on as it began. The state becomes READY, unless a run is under
 * way.
 *
 * @param agent The agent
 * @param changes What to change
 * @param result receives the result; free it with llmspell_agent_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_AGENT_UNKNOWN_TOOL,
 *        LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_INVALID_CONFIG, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_configure(
    llmspell_session *session, llmspell_agent *agent, const llmspell_agent_changes *changes,
    llmspell_agent_info *result);

/**
 * Give an agent another conversation.
 *
 * One that memory.create_conversation made: with a function that summarizes, say, or one that several agents
 * go on with in turn. What the agent said before is not part of it. The conversation stays when the agent
 * goes.
 *
 * @param agent The agent
 * @param conversation The conversation
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_AGENT_BUSY,
 *        LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_use_conversation(
    llmspell_session *session, llmspell_agent *agent, llmspell_memory_conversation *conversation);

/**
 * What an agent does now.
 *
 * @param agent The agent
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_get_state(
    llmspell_session *session, llmspell_agent *agent, llmspell_agent_state *result);

/**
 * What an agent is and what it has done.
 *
 * @param agent The agent
 * @param result receives the result; free it with llmspell_agent_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_get_info(
    llmspell_session *session, llmspell_agent *agent, llmspell_agent_info *result);

/**
 * An agent's conversation.
 *
 * Without the system prompt, oldest first.
 *
 * @param agent The agent
 * @param result receives the result; free it with llmspell_message_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_get_messages(
    llmspell_session *session, llmspell_agent *agent, llmspell_message_list *result);

/**
 * All agents of the session.
 *
 * In the order they were made.
 *
 * @param result receives the result; free it with llmspell_agent_info_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_list(llmspell_session *session, llmspell_agent_info_list *result);

/**
 * Forget an agent's conversation.
 *
 * Its configuration and its counts stay. The state becomes IDLE. Refused while it runs.
 *
 * @param agent The agent
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_AGENT_BUSY, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_reset(llmspell_session *session, llmspell_agent *agent);

/**
 * Give a conversation to another agent and let it go on.
 *
 * The turns of the agent's conversation that the target does not have yet are added to the target's own,
 * which then answers `input` with its own system prompt, model and tools: agents may give a conversation to
 * and fro. The agent keeps its conversation. When the target's run fails, the target still has what it was
 * given.
 *
 * @param agent The agent that gives
 * @param target The agent that takes
 * @param input What the target is to answer
 * @param options What holds for the target's run; may be NULL
 * @param result receives the result; free it with llmspell_agent_run_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_AGENT_BUSY, LLMSPELL_E_AGENT_INVALID_HANDOFF,
 *        LLMSPELL_E_AGENT_UNKNOWN_TOOL, LLMSPELL_E_AGENT_STEP_LIMIT, LLMSPELL_E_PROVIDER_NOT_FOUND,
 *        LLMSPELL_E_PROVIDER_UNSUPPORTED, LLMSPELL_E_PROVIDER_INVALID_REQUEST,
 *        LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED, LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND,
 *        LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG, LLMSPELL_E_PROVIDER_RATE_LIMITED,
 *        LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE, LLMSPELL_E_PROVIDER_TIMED_OUT,
 *        LLMSPELL_E_PROVIDER_INVALID_RESPONSE, LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED,
 *        LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH, LLMSPELL_E_HOOK_REJECTED, LLMSPELL_E_HOOK_FAILED,
 *        LLMSPELL_E_HOOK_TIMED_OUT, LLMSPELL_E_HOOK_REPLACED, LLMSPELL_E_HOOK_RATE_LIMITED,
 *        LLMSPELL_E_HOOK_NESTED_TOO_DEEP, LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a
 *        runtime status
 * @note Needs the permission llm.
 * @note Emits agent.handoff, agent.start, agent.complete, agent.error, provider.request, provider.retry,
 *        provider.response, provider.error, tool.start, tool.complete, tool.error, hook.reject, hook.error,
 *        hook.disable, hook.log, hook.retry, memory.trim, memory.summary_error.
 */
LLMSPELL_API llmspell_status llmspell_agent_handoff(
    llmspell_session *session, llmspell_agent *agent, llmspell_agent *target, const char *input,
    const llmspell_agent_run_options *options, llmspell_agent_run_result *result);

/**
 * Make an agent usable as a tool by others.
 *
 * Registers a tool that takes `input`, a text, and gives the agent's answer. Each call is a run of its own
 * with an empty conversation; several may go at once, and the agent's own conversation and state are not
 * touched. When the agent is destroyed, the tool fails, and the cause is `agent.not_found`.
 *
 * @param agent The agent
 * @param settings How it appears; may be NULL
 * @param result receives the result; free it with llmspell_tool_description_free()
 * @return LLMSPELL_OK, LLMSPELL_E_AGENT_NOT_FOUND, LLMSPELL_E_TOOL_ALREADY_EXISTS or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_agent_as_tool(
    llmspell_session *session, llmspell_agent *agent, const llmspell_agent_tool_settings *settings,
    llmspell_tool_description *result);

#ifdef __cplusplus
}
#endif

#endif
