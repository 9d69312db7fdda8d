/**
 * @file
 * Where the answers come from; connections to language models.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_PROVIDER_H
#define LLMSPELL_PROVIDER_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The protocol a provider speaks. */
typedef enum llmspell_provider_type {
    /** Not given. */
    LLMSPELL_PROVIDER_TYPE_UNSPECIFIED = 0,
    /** OpenAI's chat completions, and every endpoint compatible with them. */
    LLMSPELL_PROVIDER_TYPE_OPENAI = 1,
    /** Anthropic's messages. */
    LLMSPELL_PROVIDER_TYPE_ANTHROPIC = 2,
    /** Cohere's chat, version 2. */
    LLMSPELL_PROVIDER_TYPE_COHERE = 3,
    /** Ollama's own protocol. */
    LLMSPELL_PROVIDER_TYPE_OLLAMA = 4,
    /** An OpenAI-compatible server on this machine, such as llama.cpp, vLLM or LM Studio. */
    LLMSPELL_PROVIDER_TYPE_LOCAL = 5,
    /** Answers written beforehand; no model is behind it. */
    LLMSPELL_PROVIDER_TYPE_SCRIPTED = 6
} llmspell_provider_type;

/** How a provider does. */
typedef enum llmspell_provider_status {
    /** Not given. */
    LLMSPELL_PROVIDER_STATUS_UNSPECIFIED = 0,
    /** Its last call was answered. */
    LLMSPELL_PROVIDER_STATUS_ACTIVE = 1,
    /** Made or configured, and not called since. */
    LLMSPELL_PROVIDER_STATUS_INACTIVE = 2,
    /** Its last call failed. */
    LLMSPELL_PROVIDER_STATUS_ERROR = 3,
    /** Its first call is under way. */
    LLMSPELL_PROVIDER_STATUS_INITIALIZING = 4
} llmspell_provider_status;

/** What a provider's protocol carries. */
typedef enum llmspell_provider_capability {
    /** Not given. */
    LLMSPELL_PROVIDER_CAPABILITY_UNSPECIFIED = 0,
    /** Replies in pieces. */
    LLMSPELL_PROVIDER_CAPABILITY_STREAMING = 1,
    /** Tools. */
    LLMSPELL_PROVIDER_CAPABILITY_FUNCTION_CALLING = 2,
    /** Pictures in messages. */
    LLMSPELL_PROVIDER_CAPABILITY_VISION = 3,
    /** Vectors for texts. */
    LLMSPELL_PROVIDER_CAPABILITY_EMBEDDINGS = 4
} llmspell_provider_capability;

/** Why a reply ended. */
typedef enum llmspell_provider_finish_reason {
    /** Not given. */
    LLMSPELL_PROVIDER_FINISH_REASON_UNSPECIFIED = 0,
    /** The model was done. */
    LLMSPELL_PROVIDER_FINISH_REASON_STOP = 1,
    /** The longest reply was reached. */
    LLMSPELL_PROVIDER_FINISH_REASON_LENGTH = 2,
    /** The model waits for tools. */
    LLMSPELL_PROVIDER_FINISH_REASON_TOOL_CALLS = 3,
    /** The endpoint withheld the rest. */
    LLMSPELL_PROVIDER_FINISH_REASON_CONTENT_FILTER = 4,
    /** Another reason, or none given. */
    LLMSPELL_PROVIDER_FINISH_REASON_OTHER = 5
} llmspell_provider_finish_reason;

/** What a piece of a reply holds. */
typedef enum llmspell_provider_chunk_kind {
    /** Not given. */
    LLMSPELL_PROVIDER_CHUNK_KIND_UNSPECIFIED = 0,
    /** More text. */
    LLMSPELL_PROVIDER_CHUNK_KIND_TEXT = 1,
    /** A complete tool call. */
    LLMSPELL_PROVIDER_CHUNK_KIND_TOOL_CALL = 2,
    /** The whole reply; the last piece. */
    LLMSPELL_PROVIDER_CHUNK_KIND_FINISH = 3
} llmspell_provider_chunk_kind;

/** How tokens were counted. */
typedef enum llmspell_provider_count_method {
    /** Not given. */
    LLMSPELL_PROVIDER_COUNT_METHOD_UNSPECIFIED = 0,
    /** Guessed from the text; the endpoint may count otherwise. */
    LLMSPELL_PROVIDER_COUNT_METHOD_ESTIMATE = 1,
    /** Counted by the endpoint. */
    LLMSPELL_PROVIDER_COUNT_METHOD_PROVIDER = 2
} llmspell_provider_count_method;

/**
 * A call to a model begins.
 * Before the first try of every chat, stream and embed.
 */
#define LLMSPELL_EVENT_PROVIDER_REQUEST "provider.request"

/**
 * A try failed, and another follows.
 * Before the pause that precedes a further try.
 */
#define LLMSPELL_EVENT_PROVIDER_RETRY "provider.retry"

/**
 * A model has answered.
 * When the whole reply has arrived.
 */
#define LLMSPELL_EVENT_PROVIDER_RESPONSE "provider.response"

/**
 * A call to a model has failed.
 * When the last try failed, or the call was cancelled or left.
 */
#define LLMSPELL_EVENT_PROVIDER_ERROR "provider.error"

/**
 * A connection to an endpoint that serves language models.
 *
 * Its connections are kept open between calls. The session releases it at the latest when it closes.
 */
typedef struct llmspell_provider llmspell_provider;

/** What llmspell_provider_stream_start() opens: ask llmspell_provider_stream_next() for its items, and end it with llmspell_provider_stream_close(). */
typedef struct llmspell_provider_stream llmspell_provider_stream;

typedef struct llmspell_provider_scripted_tool_call llmspell_provider_scripted_tool_call;
typedef struct llmspell_provider_embedding llmspell_provider_embedding;
typedef struct llmspell_provider_scripted_failure llmspell_provider_scripted_failure;
typedef struct llmspell_provider_script_expectation llmspell_provider_script_expectation;
typedef struct llmspell_provider_script_step llmspell_provider_script_step;
typedef struct llmspell_provider_config llmspell_provider_config;
typedef struct llmspell_provider_changes llmspell_provider_changes;
typedef struct llmspell_provider_info llmspell_provider_info;
typedef struct llmspell_provider_chat_options llmspell_provider_chat_options;
typedef struct llmspell_provider_chat_result llmspell_provider_chat_result;
typedef struct llmspell_provider_chat_chunk llmspell_provider_chat_chunk;
typedef struct llmspell_provider_model_info llmspell_provider_model_info;
typedef struct llmspell_provider_embedding_result llmspell_provider_embedding_result;
typedef struct llmspell_provider_token_count llmspell_provider_token_count;
typedef struct llmspell_provider_discovered_provider llmspell_provider_discovered_provider;
typedef struct llmspell_provider_requested llmspell_provider_requested;
typedef struct llmspell_provider_responded llmspell_provider_responded;
typedef struct llmspell_provider_retried llmspell_provider_retried;
typedef struct llmspell_provider_failed llmspell_provider_failed;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_PROVIDER_SCRIPTED_TOOL_CALL_LIST_DEFINED
#define LLMSPELL_PROVIDER_SCRIPTED_TOOL_CALL_LIST_DEFINED
typedef struct llmspell_provider_scripted_tool_call_list {
    const llmspell_provider_scripted_tool_call *items;
    size_t count;
} llmspell_provider_scripted_tool_call_list;
LLMSPELL_API void llmspell_provider_scripted_tool_call_list_free(llmspell_provider_scripted_tool_call_list *value);
#endif

#ifndef LLMSPELL_PROVIDER_EMBEDDING_LIST_DEFINED
#define LLMSPELL_PROVIDER_EMBEDDING_LIST_DEFINED
typedef struct llmspell_provider_embedding_list {
    const llmspell_provider_embedding *items;
    size_t count;
} llmspell_provider_embedding_list;
LLMSPELL_API void llmspell_provider_embedding_list_free(llmspell_provider_embedding_list *value);
#endif

#ifndef LLMSPELL_PROVIDER_SCRIPT_STEP_LIST_DEFINED
#define LLMSPELL_PROVIDER_SCRIPT_STEP_LIST_DEFINED
typedef struct llmspell_provider_script_step_list {
    const llmspell_provider_script_step *items;
    size_t count;
} llmspell_provider_script_step_list;
LLMSPELL_API void llmspell_provider_script_step_list_free(llmspell_provider_script_step_list *value);
#endif

#ifndef LLMSPELL_PROVIDER_CAPABILITY_LIST_DEFINED
#define LLMSPELL_PROVIDER_CAPABILITY_LIST_DEFINED
typedef struct llmspell_provider_capability_list {
    const llmspell_provider_capability *items;
    size_t count;
} llmspell_provider_capability_list;
LLMSPELL_API void llmspell_provider_capability_list_free(llmspell_provider_capability_list *value);
#endif

#ifndef LLMSPELL_TOOL_SPEC_LIST_DEFINED
#define LLMSPELL_TOOL_SPEC_LIST_DEFINED
typedef struct llmspell_tool_spec_list {
    const llmspell_tool_spec *items;
    size_t count;
} llmspell_tool_spec_list;
LLMSPELL_API void llmspell_tool_spec_list_free(llmspell_tool_spec_list *value);
#endif

#ifndef LLMSPELL_PROVIDER_INFO_LIST_DEFINED
#define LLMSPELL_PROVIDER_INFO_LIST_DEFINED
typedef struct llmspell_provider_info_list {
    const llmspell_provider_info *items;
    size_t count;
} llmspell_provider_info_list;
LLMSPELL_API void llmspell_provider_info_list_free(llmspell_provider_info_list *value);
#endif

#ifndef LLMSPELL_PROVIDER_TYPE_LIST_DEFINED
#define LLMSPELL_PROVIDER_TYPE_LIST_DEFINED
typedef struct llmspell_provider_type_list {
    const llmspell_provider_type *items;
    size_t count;
} llmspell_provider_type_list;
LLMSPELL_API void llmspell_provider_type_list_free(llmspell_provider_type_list *value);
#endif

#ifndef LLMSPELL_PROVIDER_DISCOVERED_PROVIDER_LIST_DEFINED
#define LLMSPELL_PROVIDER_DISCOVERED_PROVIDER_LIST_DEFINED
typedef struct llmspell_provider_discovered_provider_list {
    const llmspell_provider_discovered_provider *items;
    size_t count;
} llmspell_provider_discovered_provider_list;
LLMSPELL_API void llmspell_provider_discovered_provider_list_free(llmspell_provider_discovered_provider_list *value);
#endif

#ifndef LLMSPELL_MESSAGE_LIST_DEFINED
#define LLMSPELL_MESSAGE_LIST_DEFINED
typedef struct llmspell_message_list {
    const llmspell_message *items;
    size_t count;
} llmspell_message_list;
LLMSPELL_API void llmspell_message_list_free(llmspell_message_list *value);
#endif

#ifndef LLMSPELL_PROVIDER_MODEL_INFO_LIST_DEFINED
#define LLMSPELL_PROVIDER_MODEL_INFO_LIST_DEFINED
typedef struct llmspell_provider_model_info_list {
    const llmspell_provider_model_info *items;
    size_t count;
} llmspell_provider_model_info_list;
LLMSPELL_API void llmspell_provider_model_info_list_free(llmspell_provider_model_info_list *value);
#endif

/** A tool call in a scripted reply. */
struct llmspell_provider_scripted_tool_call {
    /** The call's id; call_1, call_2 and so on when absent. Optional. */
    const char *id;
    /** The tool. */
    const char *name;
    /** Its arguments. Optional: {} when absent. */
    const char *arguments_json;
};
LLMSPELL_API void llmspell_provider_scripted_tool_call_init(llmspell_provider_scripted_tool_call *value);
LLMSPELL_API void llmspell_provider_scripted_tool_call_free(llmspell_provider_scripted_tool_call *value);

/** A text as a vector; texts of like meaning have vectors close to each other. */
struct llmspell_provider_embedding {
    /** Its numbers. */
    llmspell_double_list vector;
};
LLMSPELL_API void llmspell_provider_embedding_init(llmspell_provider_embedding *value);
LLMSPELL_API void llmspell_provider_embedding_free(llmspell_provider_embedding *value);

/** A failure as an endpoint reports it. */
struct llmspell_provider_scripted_failure {
    /** The status of the response. */
    int64_t http_status;
    /** What the endpoint says. */
    const char *message;
    /** When to try again; no pause when absent. Optional. */
    bool has_retry_after_seconds;
    double retry_after_seconds;
};
LLMSPELL_API void llmspell_provider_scripted_failure_init(llmspell_provider_scripted_failure *value);
LLMSPELL_API void llmspell_provider_scripted_failure_free(llmspell_provider_scripted_failure *value);

/** What a scripted step wants to see in the request. */
struct llmspell_provider_script_expectation {
    /** Text that the last message holds. Optional. */
    const char *last_message;
    /** Text that the system message holds. Optional. */
    const char *system_prompt;
    /** How many messages there are, the system message among them. Optional. */
    bool has_messages;
    int64_t messages;
    /** The tools offered, in order. Optional. */
    llmspell_string_list tools;
    /** The model asked for. Optional. */
    const char *model;
};
LLMSPELL_API void llmspell_provider_script_expectation_init(llmspell_provider_script_expectation *value);
LLMSPELL_API void llmspell_provider_script_expectation_free(llmspell_provider_script_expectation *value);

/**
 * One answer of a scripted provider.
 *
 * Exactly one of `text`, `chunks`, `embeddings`, `error` or nothing but `tool_calls`; `tool_calls` may stand
 * beside `text` and `chunks`. A step with `embeddings` answers `provider.embed`, every other one a chat.
 */
struct llmspell_provider_script_step {
    /** The text of the reply. Optional. */
    const char *text;
    /** The text in pieces, as a stream gives them; a whole reply joins them. Optional. */
    llmspell_string_list chunks;
    /** The tools the reply asks for. Optional. */
    llmspell_provider_scripted_tool_call_list tool_calls;
    /** The vectors of the texts, as many as there are texts. Optional. */
    llmspell_provider_embedding_list embeddings;
    /** Fail as an endpoint would; tried again like any failure, with the next step. Optional. */
    const llmspell_provider_scripted_failure *error;
    /** The tokens to report; none used when absent. Optional. */
    const llmspell_usage *usage;
    /** Why the reply ends; made from the step when absent. Optional. */
    llmspell_provider_finish_reason finish_reason;
    /** What the request must hold; else the call fails. Optional. */
    const llmspell_provider_script_expectation *expect;
    /** Wait before answering. Optional. */
    bool has_delay_seconds;
    double delay_seconds;
};
LLMSPELL_API void llmspell_provider_script_step_init(llmspell_provider_script_step *value);
LLMSPELL_API void llmspell_provider_script_step_free(llmspell_provider_script_step *value);

/** How to reach a provider. */
struct llmspell_provider_config {
    /** The protocol it speaks. */
    llmspell_provider_type type;
    /** How agents and `get` find it; the type when absent. Optional. */
    const char *name;
    /** Where the API begins, such as https://api.openai.com/v1; the type's own when absent. Optional. */
    const char *base_url;
    /** What the endpoint knows its caller by. It is a secret, and shown nowhere. Optional. */
    const char *api_key;
    /** The model used by calls that name none. Optional. */
    const char *model;
    /** Sent with every request. It is a secret, and shown nowhere. Optional. */
    llmspell_string_map headers;
    /** The longest wait for the endpoint to say anything. Optional: 60 when absent. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** Tries after the first. Optional: 2 when absent. */
    bool has_max_retries;
    int64_t max_retries;
    /** Connections open at once. Optional: 100 when absent. */
    bool has_max_connections;
    int64_t max_connections;
    /** What a scripted provider answers; for no other type. Optional. */
    llmspell_provider_script_step_list script;
};
LLMSPELL_API void llmspell_provider_config_init(llmspell_provider_config *value);
LLMSPELL_API void llmspell_provider_config_free(llmspell_provider_config *value);

/** What to change on a provider; what is absent stays. */
struct llmspell_provider_changes {
    /**
     * Where the API begins; a key and headers given before are forgotten, for they belong to another host.
     * Optional.
     */
    const char *base_url;
    /** What the endpoint knows its caller by; null forgets it. It is a secret, and shown nowhere. Optional. */
    bool api_key_is_null;
    const char *api_key;
    /** The model used by calls that name none; null for none. Optional. */
    bool model_is_null;
    const char *model;
    /** Replaces all headers given before. It is a secret, and shown nowhere. Optional. */
    llmspell_string_map headers;
    /** The longest wait for the endpoint to say anything. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** Tries after the first. Optional. */
    bool has_max_retries;
    int64_t max_retries;
    /** Steps that a scripted provider answers after those it has. Optional. */
    llmspell_provider_script_step_list script;
};
LLMSPELL_API void llmspell_provider_changes_init(llmspell_provider_changes *value);
LLMSPELL_API void llmspell_provider_changes_free(llmspell_provider_changes *value);

/** What a provider is and how it does. */
struct llmspell_provider_info {
    /** Its handle. */
    const char *id;
    /** Its name in the session. */
    const char *name;
    /** The protocol it speaks. */
    llmspell_provider_type type;
    /** How it does. */
    llmspell_provider_status status;
    /** What its protocol carries; a model may do less. */
    llmspell_provider_capability_list capabilities;
    /** Where the API begins; absent when nothing is sent. Optional. */
    const char *base_url;
    /** The model used by calls that name none. Optional. */
    const char *model;
    /** Whether a key is known; the key itself is never shown. */
    bool has_api_key;
    /** Calls begun, tries not counted. */
    int64_t requests;
    /** Tokens of all calls. */
    const llmspell_usage *usage;
    /** Steps a scripted provider was given. Optional. */
    bool has_script_steps;
    int64_t script_steps;
    /** Steps it has answered. Optional. */
    bool has_script_used;
    int64_t script_used;
    /** How the last call failed; absent when it did not. Optional. */
    const llmspell_error_info *last_error;
};
LLMSPELL_API void llmspell_provider_info_init(llmspell_provider_info *value);
LLMSPELL_API void llmspell_provider_info_free(llmspell_provider_info *value);

/** How a model should answer one call. */
struct llmspell_provider_chat_options {
    /** The model; the provider's own when absent. Optional. */
    const char *model;
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
    /** For the same answer again, where the model can. Optional. */
    bool has_seed;
    int64_t seed;
    /** Tools it may ask for. Optional. */
    llmspell_tool_spec_list tools;
    /** auto (the default with tools), none, required, or the name of one tool. Optional. */
    const char *tool_choice;
    /** The reply must be JSON of this schema; passed on where the endpoint can. Optional. */
    const char *response_schema_json;
    /** The longest wait in this call. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
    /** Members to add to the request as they are, for what this interface does not name. Optional. */
    const char *extra_json;
};
LLMSPELL_API void llmspell_provider_chat_options_init(llmspell_provider_chat_options *value);
LLMSPELL_API void llmspell_provider_chat_options_free(llmspell_provider_chat_options *value);

/** A whole reply. */
struct llmspell_provider_chat_result {
    /** The reply's text; empty when it only calls tools. */
    const char *text;
    /** The reply as a message, tool calls included, to be added to the conversation. */
    const llmspell_message *message;
    /** Why it ended. */
    llmspell_provider_finish_reason finish_reason;
    /** Tokens used. */
    const llmspell_usage *usage;
    /** The model that answered; empty when the endpoint does not say and none was asked for. */
    const char *model;
};
LLMSPELL_API void llmspell_provider_chat_result_init(llmspell_provider_chat_result *value);
LLMSPELL_API void llmspell_provider_chat_result_free(llmspell_provider_chat_result *value);

/** A piece of a reply as it arrives. */
struct llmspell_provider_chat_chunk {
    /** Which of the other fields is there. */
    llmspell_provider_chunk_kind kind;
    /** More text. Optional. */
    const char *text;
    /** A tool call, once it is complete. Optional. */
    const llmspell_tool_call *tool_call;
    /** The whole reply, last of all. Optional. */
    const llmspell_provider_chat_result *result;
};
LLMSPELL_API void llmspell_provider_chat_chunk_init(llmspell_provider_chat_chunk *value);
LLMSPELL_API void llmspell_provider_chat_chunk_free(llmspell_provider_chat_chunk *value);

/** A model that a provider serves. */
struct llmspell_provider_model_info {
    /** What to write as `model`. */
    const char *id;
    /** Who made it. Optional. */
    const char *owner;
    /** The family it belongs to. Optional. */
    const char *family;
    /** Its size on disk. Optional. */
    bool has_size_bytes;
    int64_t size_bytes;
    /** When it was made or installed. Optional. */
    const char *created_at;
};
LLMSPELL_API void llmspell_provider_model_info_init(llmspell_provider_model_info *value);
LLMSPELL_API void llmspell_provider_model_info_free(llmspell_provider_model_info *value);

/** The vectors of several texts. */
struct llmspell_provider_embedding_result {
    /** One for each text, in their order. */
    llmspell_provider_embedding_list embeddings;
    /** Tokens used. */
    const llmspell_usage *usage;
    /** The model that made them. */
    const char *model;
};
LLMSPELL_API void llmspell_provider_embedding_result_init(llmspell_provider_embedding_result *value);
LLMSPELL_API void llmspell_provider_embedding_result_free(llmspell_provider_embedding_result *value);

/** How many tokens a text has. */
struct llmspell_provider_token_count {
    /** The number. */
    int64_t tokens;
    /** How it was found. */
    llmspell_provider_count_method method;
    /** The model it holds for; absent when it is the same for all. Optional. */
    const char *model;
};
LLMSPELL_API void llmspell_provider_token_count_init(llmspell_provider_token_count *value);
LLMSPELL_API void llmspell_provider_token_count_free(llmspell_provider_token_count *value);

/** A provider that this session could use. */
struct llmspell_provider_discovered_provider {
    /** The protocol it speaks. */
    llmspell_provider_type type;
    /** Where it was learned from: default, an environment variable's name, or session. */
    const char *source;
    /** Whether all it needs (such as a key) is there. */
    bool configured;
    /** Whether it answered just now. */
    bool reachable;
    /** Where it was looked for; absent when nothing is sent. Optional. */
    const char *base_url;
    /** Ids of the models it named. */
    llmspell_string_list models;
    /** What is missing or went wrong, and the way out; absent when all is well. Optional. */
    const char *problem;
};
LLMSPELL_API void llmspell_provider_discovered_provider_init(llmspell_provider_discovered_provider *value);
LLMSPELL_API void llmspell_provider_discovered_provider_free(llmspell_provider_discovered_provider *value);

/** A call to a model begins. */
struct llmspell_provider_requested {
    /** The same in all events of this call; request_1, request_2 and so on. */
    const char *request_id;
    /** The provider's name. */
    const char *provider;
    /** Its handle. */
    const char *provider_id;
    /** The model asked for; empty when none was named. */
    const char *model;
    /** How many messages, or texts to embed, were sent. */
    int64_t messages;
    /** How many tools were offered. */
    int64_t tools;
    /** Whether the reply is wanted in pieces. */
    bool streaming;
};
LLMSPELL_API void llmspell_provider_requested_init(llmspell_provider_requested *value);
LLMSPELL_API void llmspell_provider_requested_free(llmspell_provider_requested *value);

/** A model has answered. */
struct llmspell_provider_responded {
    /** The call. */
    const char *request_id;
    /** The provider's name. */
    const char *provider;
    /** Its handle. */
    const char *provider_id;
    /** The model that answered. */
    const char *model;
    /** Why the reply ended. */
    llmspell_provider_finish_reason finish_reason;
    /** Tokens used. */
    const llmspell_usage *usage;
    /** Tries it took, the first among them. */
    int64_t attempts;
    /** Time from the request to the end of the reply. */
    double duration_ms;
};
LLMSPELL_API void llmspell_provider_responded_init(llmspell_provider_responded *value);
LLMSPELL_API void llmspell_provider_responded_free(llmspell_provider_responded *value);

/** A try failed and another follows. */
struct llmspell_provider_retried {
    /** The call. */
    const char *request_id;
    /** The provider's name. */
    const char *provider;
    /** Its handle. */
    const char *provider_id;
    /** The try that failed; the first is 1. */
    int64_t attempt;
    /** The pause before the next. */
    double wait_seconds;
    /** How it failed. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_provider_retried_init(llmspell_provider_retried *value);
LLMSPELL_API void llmspell_provider_retried_free(llmspell_provider_retried *value);

/** A call to a model has failed for good. */
struct llmspell_provider_failed {
    /** The call. */
    const char *request_id;
    /** The provider's name. */
    const char *provider;
    /** Its handle. */
    const char *provider_id;
    /** Tries it took, the first among them. */
    int64_t attempts;
    /** Time from the request to the failure. */
    double duration_ms;
    /** How it failed. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_provider_failed_init(llmspell_provider_failed *value);
LLMSPELL_API void llmspell_provider_failed_free(llmspell_provider_failed *value);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_provider_free(llmspell_provider *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_provider_id(const llmspell_provider *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_provider_free(). */
LLMSPELL_API llmspell_provider *llmspell_provider_from_id(const char *id);

/**
 * Make a provider.
 *
 * Nothing is sent yet. A type that needs a key takes it from `api_key`, or from its environment variable when
 * the session's `env` grant names it; with a `base_url` of your own, no key is taken from the environment,
 * and none is needed. `LOCAL` needs a `base_url`; `OLLAMA` looks at `OLLAMA_HOST` when it may, and else at
 * port 11434 of this machine.
 *
 * @param config How to reach it
 * @param result receives the result; free it with llmspell_provider_free()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NAME_TAKEN, LLMSPELL_E_PROVIDER_INVALID_CONFIG or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_provider_create(
    llmspell_session *session, const llmspell_provider_config *config, llmspell_provider **result);

/**
 * Close a provider.
 *
 * Its connections are closed and its name is free again. Agents that use it fail from then on. A scripted
 * provider whose script was not finished is closed too, and says so by an error.
 *
 * @param provider The provider
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_SCRIPT_UNFINISHED or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_provider_destroy(llmspell_session *session, llmspell_provider *provider);

/**
 * Change a provider.
 *
 * Calls under way go on as they began. The status is INACTIVE until the next call.
 *
 * @param provider The provider
 * @param changes What to change
 * @param result receives the result; free it with llmspell_provider_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_INVALID_CONFIG or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_provider_configure(
    llmspell_session *session, llmspell_provider *provider, const llmspell_provider_changes *changes,
    llmspell_provider_info *result);

/**
 * All providers of the session.
 *
 * In the order they were made, those that agents had made for them included.
 *
 * @param result receives the result; free it with llmspell_provider_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_provider_list(
    llmspell_session *session, llmspell_provider_info_list *result);

/**
 * The provider of a name.
 *
 * @param name The name it was made with
 * @param result receives the result; free it with llmspell_provider_free()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_provider_get(
    llmspell_session *session, const char *name, llmspell_provider **result);

/**
 * What a provider is and how it does.
 *
 * @param provider The provider
 * @param result receives the result; free it with llmspell_provider_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_provider_get_info(
    llmspell_session *session, llmspell_provider *provider, llmspell_provider_info *result);

/**
 * Which providers this session could use, found by asking.
 *
 * Looks for each type: the providers the session has, keys in environment variables that the session may
 * read, and Ollama on this machine. Each endpoint found is asked for its models once, for three seconds at
 * most; without a key, nothing is sent. Never an error: what went wrong stands in `problem`.
 *
 * @param types The types to look for; all when absent; may be NULL
 * @param result receives the result; free it with llmspell_provider_discovered_provider_list_free()
 * @note Needs the permission llm.
 */
LLMSPELL_API llmspell_status llmspell_provider_discover(
    llmspell_session *session, const llmspell_provider_type_list *types,
    llmspell_provider_discovered_provider_list *result);

/**
 * Have a model answer a conversation.
 *
 * One call, without memory and without running tools; agents do both.
 *
 * @param provider The provider
 * @param messages The conversation, oldest first
 * @param options How to answer; may be NULL
 * @param result receives the result; free it with llmspell_provider_chat_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_UNSUPPORTED,
 *        LLMSPELL_E_PROVIDER_INVALID_REQUEST, LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED,
 *        LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND, LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG,
 *        LLMSPELL_E_PROVIDER_RATE_LIMITED, LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE,
 *        LLMSPELL_E_PROVIDER_TIMED_OUT, LLMSPELL_E_PROVIDER_INVALID_RESPONSE,
 *        LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED, LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH, LLMSPELL_E_HOOK_REJECTED,
 *        LLMSPELL_E_HOOK_FAILED, LLMSPELL_E_HOOK_TIMED_OUT, LLMSPELL_E_HOOK_REPLACED,
 *        LLMSPELL_E_HOOK_RATE_LIMITED, LLMSPELL_E_HOOK_NESTED_TOO_DEEP or a runtime status
 * @note Needs the permission llm.
 * @note Emits provider.request, provider.retry, provider.response, provider.error, hook.reject, hook.error,
 *        hook.disable, hook.log, hook.retry.
 */
LLMSPELL_API llmspell_status llmspell_provider_chat(
    llmspell_session *session, llmspell_provider *provider, const llmspell_message_list *messages,
    const llmspell_provider_chat_options *options, llmspell_provider_chat_result *result);

/**
 * Have a model answer a conversation, piece by piece.
 *
 * The last chunk holds the whole reply, with usage. A stream left early closes the request. What fails before
 * the first piece is tried again; what fails later is not.
 *
 * @param provider The provider
 * @param messages The conversation, oldest first
 * @param options How to answer; may be NULL
 * @param stream receives the stream; end it with llmspell_provider_stream_close()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_UNSUPPORTED,
 *        LLMSPELL_E_PROVIDER_INVALID_REQUEST, LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED,
 *        LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND, LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG,
 *        LLMSPELL_E_PROVIDER_RATE_LIMITED, LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE,
 *        LLMSPELL_E_PROVIDER_TIMED_OUT, LLMSPELL_E_PROVIDER_INVALID_RESPONSE,
 *        LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED, LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH, LLMSPELL_E_HOOK_REJECTED,
 *        LLMSPELL_E_HOOK_FAILED, LLMSPELL_E_HOOK_TIMED_OUT, LLMSPELL_E_HOOK_REPLACED,
 *        LLMSPELL_E_HOOK_RATE_LIMITED, LLMSPELL_E_HOOK_NESTED_TOO_DEEP or a runtime status
 * @note Needs the permission llm.
 * @note Emits provider.request, provider.retry, provider.response, provider.error, hook.reject, hook.error,
 *        hook.disable, hook.log, hook.retry.
 */
LLMSPELL_API llmspell_status llmspell_provider_stream_start(
    llmspell_session *session, llmspell_provider *provider, const llmspell_message_list *messages,
    const llmspell_provider_chat_options *options, llmspell_provider_stream **stream);

/**
 * The next item of the stream, waiting for it; free what it receives as a result. NULL passes it over.
 * @return LLMSPELL_OK; LLMSPELL_END after the last; or the status the stream failed with
 */
LLMSPELL_API llmspell_status llmspell_provider_stream_next(
    llmspell_provider_stream *stream, llmspell_provider_chat_chunk *item);

/** Ends the stream and frees it; what it had not given yet is dropped. NULL is allowed. */
LLMSPELL_API llmspell_status llmspell_provider_stream_close(llmspell_provider_stream *stream);

/**
 * Vectors for texts.
 *
 * For search by meaning. The model must be one for embeddings. Anthropic has none.
 *
 * @param provider The provider
 * @param texts The texts
 * @param model The model; the provider's own when absent; may be NULL
 * @param result receives the result; free it with llmspell_provider_embedding_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_UNSUPPORTED,
 *        LLMSPELL_E_PROVIDER_INVALID_REQUEST, LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED,
 *        LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND, LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG,
 *        LLMSPELL_E_PROVIDER_RATE_LIMITED, LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE,
 *        LLMSPELL_E_PROVIDER_TIMED_OUT, LLMSPELL_E_PROVIDER_INVALID_RESPONSE,
 *        LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED, LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH or a runtime status
 * @note Needs the permission llm.
 * @note Emits provider.request, provider.retry, provider.response, provider.error.
 */
LLMSPELL_API llmspell_status llmspell_provider_embed(
    llmspell_session *session, llmspell_provider *provider, const llmspell_string_list *texts,
    const char *model, llmspell_provider_embedding_result *result);

/**
 * The models a provider serves.
 *
 * Asked of the endpoint each time. A scripted provider serves the model it was given, if any.
 *
 * @param provider The provider
 * @param result receives the result; free it with llmspell_provider_model_info_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_INVALID_REQUEST,
 *        LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED, LLMSPELL_E_PROVIDER_RATE_LIMITED,
 *        LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE, LLMSPELL_E_PROVIDER_TIMED_OUT,
 *        LLMSPELL_E_PROVIDER_INVALID_RESPONSE or a runtime status
 * @note Needs the permission llm.
 */
LLMSPELL_API llmspell_status llmspell_provider_get_models(
    llmspell_session *session, llmspell_provider *provider, llmspell_provider_model_info_list *result);

/**
 * How many tokens a text has.
 *
 * Counted by the endpoint where it can (Anthropic, Cohere), else estimated, and the result says which. The
 * estimate counts, for each run of letters or digits of ASCII, one token per four characters begun; one token
 * per other ASCII sign that is not a blank; one per two UTF-8 bytes begun of each run of letters beyond
 * ASCII. The count of a text is kept until the provider is configured anew.
 *
 * @param provider The provider
 * @param text The text
 * @param model The model to count for; the provider's own when absent; may be NULL
 * @param result receives the result; free it with llmspell_provider_token_count_free()
 * @return LLMSPELL_OK, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_INVALID_REQUEST,
 *        LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED, LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND,
 *        LLMSPELL_E_PROVIDER_RATE_LIMITED, LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE,
 *        LLMSPELL_E_PROVIDER_TIMED_OUT, LLMSPELL_E_PROVIDER_INVALID_RESPONSE or a runtime status
 * @note Needs the permission llm.
 */
LLMSPELL_API llmspell_status llmspell_provider_count_tokens(
    llmspell_session *session, llmspell_provider *provider, const char *text, const char *model,
    llmspell_provider_token_count *result);

#ifdef __cplusplus
}
#endif

#endif
