/**
 * @file
 * What several bridges speak of; messages, tool calls, token usage and errors.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_SHARED_H
#define LLMSPELL_SHARED_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Whose turn a message is. */
typedef enum llmspell_role {
    /** Not given. */
    LLMSPELL_ROLE_UNSPECIFIED = 0,
    /** Instructions to the model. */
    LLMSPELL_ROLE_SYSTEM = 1,
    /** What a person or a program asks. */
    LLMSPELL_ROLE_USER = 2,
    /** What the model answers. */
    LLMSPELL_ROLE_ASSISTANT = 3,
    /** What a tool call gave. */
    LLMSPELL_ROLE_TOOL = 4
} llmspell_role;

typedef struct llmspell_tool_spec llmspell_tool_spec;
typedef struct llmspell_tool_call llmspell_tool_call;
typedef struct llmspell_message llmspell_message;
typedef struct llmspell_usage llmspell_usage;
typedef struct llmspell_error_info llmspell_error_info;

#ifndef LLMSPELL_TOOL_CALL_LIST_DEFINED
#define LLMSPELL_TOOL_CALL_LIST_DEFINED
typedef struct llmspell_tool_call_list {
    const llmspell_tool_call *items;
    size_t count;
} llmspell_tool_call_list;
LLMSPELL_API void llmspell_tool_call_list_free(llmspell_tool_call_list *value);
#endif

/** What a model is told about one tool. */
struct llmspell_tool_spec {
    /** What the model calls it. */
    const char *name;
    /** When and how to use it; the model reads this. */
    const char *description;
    /** Schema of the arguments; an object. */
    const char *parameters_json;
};
LLMSPELL_API void llmspell_tool_spec_init(llmspell_tool_spec *value);
LLMSPELL_API void llmspell_tool_spec_free(llmspell_tool_spec *value);

/** A model's wish to have one tool called. */
struct llmspell_tool_call {
    /** Tells the calls of one reply apart; the result message carries it back. */
    const char *id;
    /** The tool's name. */
    const char *name;
    /** The arguments the model wrote. */
    const char *arguments_json;
};
LLMSPELL_API void llmspell_tool_call_init(llmspell_tool_call *value);
LLMSPELL_API void llmspell_tool_call_free(llmspell_tool_call *value);

/** One turn of a conversation. */
struct llmspell_message {
    /** Whose turn it is. */
    llmspell_role role;
    /** The text; empty for a reply that only calls tools. */
    const char *content;
    /** The tools an assistant asks for. Optional. */
    llmspell_tool_call_list tool_calls;
    /** The call that a tool message answers. Optional. */
    const char *tool_call_id;
    /** The tool that a tool message comes from. Optional. */
    const char *name;
    /** Pictures of a user message, as https or data URLs; for models that see. Optional. */
    llmspell_string_list images;
};
LLMSPELL_API void llmspell_message_init(llmspell_message *value);
LLMSPELL_API void llmspell_message_free(llmspell_message *value);

/** Tokens used, as the provider counted them. */
struct llmspell_usage {
    /** Tokens of what was sent. */
    int64_t input_tokens;
    /** Tokens of what came back. */
    int64_t output_tokens;
    /** Both together. */
    int64_t total_tokens;
};
LLMSPELL_API void llmspell_usage_init(llmspell_usage *value);
LLMSPELL_API void llmspell_usage_free(llmspell_usage *value);

/** An error as data, as it stands in events and results. */
struct llmspell_error_info {
    /** The stable code, such as agent.not_found. */
    const char *code;
    /** What happened, and the way out. */
    const char *message;
    /** The values the message speaks of, by name. */
    const char *fields_json;
    /** What may help: retry_once, retry_with_backoff, failover or none. */
    const char *recovery;
    /** The status an HTTP surface answers with. Optional. */
    bool has_http_status;
    int64_t http_status;
    /** Finds this error again in logs and events. */
    const char *trace_id;
    /** The error that led to this one; null when it is the first. Optional. */
    bool cause_is_null;
    const llmspell_error_info *cause;
};
LLMSPELL_API void llmspell_error_info_init(llmspell_error_info *value);
LLMSPELL_API void llmspell_error_info_free(llmspell_error_info *value);

#ifdef __cplusplus
}
#endif

#endif
