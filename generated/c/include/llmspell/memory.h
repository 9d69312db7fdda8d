/**
 * @file
 * JSON values and conversations that outlive a call, found again by key, by words and by meaning.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_MEMORY_H
#define LLMSPELL_MEMORY_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How long memory lasts. */
typedef enum llmspell_memory_type {
    /** Not given. */
    LLMSPELL_MEMORY_TYPE_UNSPECIFIED = 0,
    /** Recent things; old ones make room for new ones. */
    LLMSPELL_MEMORY_TYPE_SHORT_TERM = 1,
    /** As long as the session. */
    LLMSPELL_MEMORY_TYPE_LONG_TERM = 2,
    /** In a file, beyond the session. */
    LLMSPELL_MEMORY_TYPE_PERSISTENT = 3
} llmspell_memory_type;

/** Who shares memory. */
typedef enum llmspell_memory_scope {
    /** Not given. */
    LLMSPELL_MEMORY_SCOPE_UNSPECIFIED = 0,
    /** A session and all those below and above it. */
    LLMSPELL_MEMORY_SCOPE_GLOBAL = 1,
    /** One owner within the session. */
    LLMSPELL_MEMORY_SCOPE_AGENT = 2,
    /** One session. */
    LLMSPELL_MEMORY_SCOPE_SESSION = 3
} llmspell_memory_scope;

/** How entries are found. */
typedef enum llmspell_memory_search_mode {
    /** Not given. */
    LLMSPELL_MEMORY_SEARCH_MODE_UNSPECIFIED = 0,
    /** By the words they hold. */
    LLMSPELL_MEMORY_SEARCH_MODE_TEXT = 1,
    /** By meaning; the closest vectors. */
    LLMSPELL_MEMORY_SEARCH_MODE_VECTOR = 2,
    /** By both, the ranks of the two fused. */
    LLMSPELL_MEMORY_SEARCH_MODE_HYBRID = 3
} llmspell_memory_search_mode;

/** What becomes of the oldest turns of a conversation that outgrows its budget. */
typedef enum llmspell_memory_conversation_policy {
    /** Not given. */
    LLMSPELL_MEMORY_CONVERSATION_POLICY_UNSPECIFIED = 0,
    /** They go. */
    LLMSPELL_MEMORY_CONVERSATION_POLICY_DROP = 1,
    /** A summary takes their place. */
    LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE = 2
} llmspell_memory_conversation_policy;

/** Why an entry is gone. */
typedef enum llmspell_memory_eviction_reason {
    /** Not given. */
    LLMSPELL_MEMORY_EVICTION_REASON_UNSPECIFIED = 0,
    /** A newer entry needed its room. */
    LLMSPELL_MEMORY_EVICTION_REASON_FULL = 1,
    /** Its time was over. */
    LLMSPELL_MEMORY_EVICTION_REASON_EXPIRED = 2
} llmspell_memory_eviction_reason;

/** What memory is held to: Characters of a key. */
#define LLMSPELL_MEMORY_LIMIT_KEY_LENGTH INT64_C(256)

/** What memory is held to: Bytes of one value as JSON, with its tags and metadata. */
#define LLMSPELL_MEMORY_LIMIT_VALUE_BYTES INT64_C(1048576)

/** What memory is held to: Entries of a short-term space. */
#define LLMSPELL_MEMORY_LIMIT_SHORT_TERM_ENTRIES INT64_C(1000)

/** What memory is held to: Entries of a long-term or persistent space. */
#define LLMSPELL_MEMORY_LIMIT_LONG_TERM_ENTRIES INT64_C(100000)

/** What memory is held to: Bytes of all values of a space, with tags and metadata. */
#define LLMSPELL_MEMORY_LIMIT_SPACE_BYTES INT64_C(67108864)

/** What memory is held to: Numbers of a vector. */
#define LLMSPELL_MEMORY_LIMIT_VECTOR_DIMENSIONS INT64_C(8192)

/** What memory is held to: Tokens of a message beyond those of its text, by the estimate. */
#define LLMSPELL_MEMORY_LIMIT_MESSAGE_TOKENS INT64_C(4)

/** What memory is held to: Tokens of a picture, by the estimate. */
#define LLMSPELL_MEMORY_LIMIT_IMAGE_TOKENS INT64_C(1000)

/**
 * Memory has dropped an entry by itself.
 * When a full short-term memory makes room, or an entry is found to be past its time.
 */
#define LLMSPELL_EVENT_MEMORY_EVICT "memory.evict"

/**
 * The oldest turns of a conversation have been dropped or summarized.
 * When messages that are added, or memory.compact, take a conversation beyond its budget.
 */
#define LLMSPELL_EVENT_MEMORY_TRIM "memory.trim"

/**
 * A conversation could not be summarized.
 * When its summarizer fails; the conversation holds all it held.
 */
#define LLMSPELL_EVENT_MEMORY_SUMMARY_ERROR "memory.summary_error"

/** Messages under a budget of tokens. */
typedef struct llmspell_memory_conversation llmspell_memory_conversation;

typedef struct llmspell_memory_space llmspell_memory_space;
typedef struct llmspell_memory_store_options llmspell_memory_store_options;
typedef struct llmspell_memory_key_filter llmspell_memory_key_filter;
typedef struct llmspell_memory_search_options llmspell_memory_search_options;
typedef struct llmspell_memory_match llmspell_memory_match;
typedef struct llmspell_memory_embedder llmspell_memory_embedder;
typedef struct llmspell_memory_index_options llmspell_memory_index_options;
typedef struct llmspell_memory_index_result llmspell_memory_index_result;
typedef struct llmspell_memory_conversation_options llmspell_memory_conversation_options;
typedef struct llmspell_memory_conversation_info llmspell_memory_conversation_info;
typedef struct llmspell_memory_conversation_trimmed llmspell_memory_conversation_trimmed;
typedef struct llmspell_memory_summary_missed llmspell_memory_summary_missed;
typedef struct llmspell_memory_stats llmspell_memory_stats;
typedef struct llmspell_memory_evicted llmspell_memory_evicted;
typedef struct llmspell_memory_embed_texts llmspell_memory_embed_texts;
typedef struct llmspell_memory_summarize llmspell_memory_summarize;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_DOUBLE_LIST_LIST_DEFINED
#define LLMSPELL_DOUBLE_LIST_LIST_DEFINED
typedef struct llmspell_double_list_list {
    const llmspell_double_list *items;
    size_t count;
} llmspell_double_list_list;
LLMSPELL_API void llmspell_double_list_list_free(llmspell_double_list_list *value);
#endif

#ifndef LLMSPELL_MESSAGE_LIST_DEFINED
#define LLMSPELL_MESSAGE_LIST_DEFINED
typedef struct llmspell_message_list {
    const llmspell_message *items;
    size_t count;
} llmspell_message_list;
LLMSPELL_API void llmspell_message_list_free(llmspell_message_list *value);
#endif

#ifndef LLMSPELL_MEMORY_MATCH_LIST_DEFINED
#define LLMSPELL_MEMORY_MATCH_LIST_DEFINED
typedef struct llmspell_memory_match_list {
    const llmspell_memory_match *items;
    size_t count;
} llmspell_memory_match_list;
LLMSPELL_API void llmspell_memory_match_list_free(llmspell_memory_match_list *value);
#endif

/**
 * Makes a vector of each text.
 * @param texts The texts
 * @param result receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_memory_embed_texts_function)(
    void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result);

/** A llmspell_memory_embed_texts_function and what it works with. */
struct llmspell_memory_embed_texts {
    /** NULL when there is none. */
    llmspell_memory_embed_texts_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_memory_embed_texts_init(llmspell_memory_embed_texts *value);

/**
 * Writes the summary of a part of a conversation.
 * @param messages What to sum up, oldest first; an earlier summary comes first, as a system message
 * @param max_tokens How long it may be
 * @param result receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_memory_summarize_function)(
    void *user_data, const llmspell_message_list *messages, int64_t max_tokens, char **result);

/** A llmspell_memory_summarize_function and what it works with. */
struct llmspell_memory_summarize {
    /** NULL when there is none. */
    llmspell_memory_summarize_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_memory_summarize_init(llmspell_memory_summarize *value);

/** Which memory. */
struct llmspell_memory_space {
    /** How long it lasts. Optional: "short_term" when absent. */
    llmspell_memory_type type;
    /** Who shares it; session when absent, and global for persistent memory. Optional. */
    llmspell_memory_scope scope;
    /** The agent or whatever else the memory belongs to; for the agent scope. Optional. */
    const char *owner;
    /** The database file of persistent memory. Optional. */
    const char *path;
};
LLMSPELL_API void llmspell_memory_space_init(llmspell_memory_space *value);
LLMSPELL_API void llmspell_memory_space_free(llmspell_memory_space *value);

/** Where and how to keep a value. */
struct llmspell_memory_store_options {
    /** How long the memory lasts. Optional: "short_term" when absent. */
    llmspell_memory_type type;
    /** Who shares it; session when absent, and global for persistent memory. Optional. */
    llmspell_memory_scope scope;
    /** The agent or whatever else the memory belongs to; for the agent scope. Optional. */
    const char *owner;
    /** The database file of persistent memory. Optional. */
    const char *path;
    /** Forget the entry after this long. Optional. */
    bool has_ttl_seconds;
    double ttl_seconds;
    /** Words to find it by. Optional. */
    llmspell_string_list tags;
    /** Anything else to be known about it. Optional. */
    const char *metadata_json;
};
LLMSPELL_API void llmspell_memory_store_options_init(llmspell_memory_store_options *value);
LLMSPELL_API void llmspell_memory_store_options_free(llmspell_memory_store_options *value);

/** Which keys of which memory. */
struct llmspell_memory_key_filter {
    /** How long the memory lasts. Optional: "short_term" when absent. */
    llmspell_memory_type type;
    /** Who shares it; session when absent, and global for persistent memory. Optional. */
    llmspell_memory_scope scope;
    /** The agent or whatever else the memory belongs to; for the agent scope. Optional. */
    const char *owner;
    /** The database file of persistent memory. Optional. */
    const char *path;
    /** What the keys begin with. Optional. */
    const char *prefix;
    /** Only entries with all of these tags. Optional. */
    llmspell_string_list tags;
    /** Longest list to return. Optional. */
    bool has_limit;
    int64_t limit;
};
LLMSPELL_API void llmspell_memory_key_filter_init(llmspell_memory_key_filter *value);
LLMSPELL_API void llmspell_memory_key_filter_free(llmspell_memory_key_filter *value);

/** Where to search, how, and for how many. */
struct llmspell_memory_search_options {
    /** How long the memory lasts. Optional: "short_term" when absent. */
    llmspell_memory_type type;
    /** Who shares it; session when absent, and global for persistent memory. Optional. */
    llmspell_memory_scope scope;
    /** The agent or whatever else the memory belongs to; for the agent scope. Optional. */
    const char *owner;
    /** The database file of persistent memory. Optional. */
    const char *path;
    /** How entries are found. Optional: "text" when absent. */
    llmspell_memory_search_mode mode;
    /** Only entries whose keys begin with this. Optional. */
    const char *prefix;
    /** Only entries with all of these tags. Optional. */
    llmspell_string_list tags;
    /** Leave out what matches less well. Optional. */
    bool has_min_score;
    double min_score;
    /** Longest list to return. Optional: 10 when absent. */
    bool has_limit;
    int64_t limit;
};
LLMSPELL_API void llmspell_memory_search_options_init(llmspell_memory_search_options *value);
LLMSPELL_API void llmspell_memory_search_options_free(llmspell_memory_search_options *value);

/** An entry that a search has found. */
struct llmspell_memory_match {
    /** Its key. */
    const char *key;
    /** Its value. */
    const char *value_json;
    /** How well it matches, as the mode of the search defines it; 1 is best. */
    double score;
    /** Its tags. */
    llmspell_string_list tags;
    /** Its metadata. */
    const char *metadata_json;
};
LLMSPELL_API void llmspell_memory_match_init(llmspell_memory_match *value);
LLMSPELL_API void llmspell_memory_match_free(llmspell_memory_match *value);

/** What makes vectors of texts; a provider, or a function. */
struct llmspell_memory_embedder {
    /** The name of a provider that embeds; needs the permission llm. Optional. */
    const char *provider;
    /** A function that embeds, instead of a provider. Optional. */
    llmspell_memory_embed_texts embed;
    /**
     * The model, which is kept with its vectors. For a provider, its own when absent; a function has to say it.
     * Optional.
     */
    const char *model;
    /** The most texts of one call. Optional: 64 when absent. */
    bool has_batch_size;
    int64_t batch_size;
};
LLMSPELL_API void llmspell_memory_embedder_init(llmspell_memory_embedder *value);
LLMSPELL_API void llmspell_memory_embedder_free(llmspell_memory_embedder *value);

/** Which memory to make vectors for. */
struct llmspell_memory_index_options {
    /** How long the memory lasts. Optional: "short_term" when absent. */
    llmspell_memory_type type;
    /** Who shares it; session when absent, and global for persistent memory. Optional. */
    llmspell_memory_scope scope;
    /** The agent or whatever else the memory belongs to; for the agent scope. Optional. */
    const char *owner;
    /** The database file of persistent memory. Optional. */
    const char *path;
    /** Make all vectors anew, of another model as well. Optional: false when absent. */
    bool has_rebuild;
    bool rebuild;
};
LLMSPELL_API void llmspell_memory_index_options_init(llmspell_memory_index_options *value);
LLMSPELL_API void llmspell_memory_index_options_free(llmspell_memory_index_options *value);

/** What became of an index. */
struct llmspell_memory_index_result {
    /** Vectors made by this call. */
    int64_t embedded;
    /** Entries that have a vector now. */
    int64_t vectors;
    /** The model of the vectors; absent when there are none. Optional. */
    const char *model;
    /** The numbers of each; absent when there are none. Optional. */
    bool has_dimensions;
    int64_t dimensions;
};
LLMSPELL_API void llmspell_memory_index_result_init(llmspell_memory_index_result *value);
LLMSPELL_API void llmspell_memory_index_result_free(llmspell_memory_index_result *value);

/** How much a conversation keeps, and where. */
struct llmspell_memory_conversation_options {
    /** The budget: the most tokens a model is shown, system prompt and summary included. */
    int64_t max_tokens;
    /** What becomes of turns beyond it. Optional: "drop" when absent. */
    llmspell_memory_conversation_policy policy;
    /**
     * How many tokens of the newest turns stay as they are when the rest is summarized; half of max_tokens when
     * absent. No more than the budget leaves beside the system prompt and a quarter for the summary. Optional.
     */
    bool has_keep_tokens;
    int64_t keep_tokens;
    /** A function that writes summaries. Optional. */
    llmspell_memory_summarize summarize;
    /**
     * The name of a provider that writes summaries, instead of a function; needs the permission llm. Optional.
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
    /** The agent or whatever else it belongs to; for the agent scope. Optional. */
    const char *owner;
    /** The database file. Optional. */
    const char *path;
};
LLMSPELL_API void llmspell_memory_conversation_options_init(llmspell_memory_conversation_options *value);
LLMSPELL_API void llmspell_memory_conversation_options_free(llmspell_memory_conversation_options *value);

/** What a conversation holds. */
struct llmspell_memory_conversation_info {
    /** What it is kept under; absent when it is in no file. Optional. */
    const char *name;
    /** Messages it holds, without the system prompt and the summary. */
    int64_t messages;
    /** Turns they make. */
    int64_t turns;
    /** Tokens of all it holds, the system prompt and the summary included. */
    int64_t tokens;
    /** Its budget. */
    int64_t max_tokens;
    /** What becomes of turns beyond it. */
    llmspell_memory_conversation_policy policy;
    /** Messages that have been dropped. */
    int64_t dropped;
    /** Messages that the summary stands for. */
    int64_t summarized;
    /** The summary; absent when there is none. Optional. */
    const char *summary;
    /** How the last attempt to summarize failed; absent when it did not. Optional. */
    const llmspell_error_info *last_error;
};
LLMSPELL_API void llmspell_memory_conversation_info_init(llmspell_memory_conversation_info *value);
LLMSPELL_API void llmspell_memory_conversation_info_free(llmspell_memory_conversation_info *value);

/** The oldest turns of a conversation have been dropped or summarized. */
struct llmspell_memory_conversation_trimmed {
    /** Its handle. */
    const char *conversation;
    /** What it is kept under; absent when it is in no file. Optional. */
    const char *name;
    /** What became of them. */
    llmspell_memory_conversation_policy policy;
    /** How many messages that was. */
    int64_t messages;
    /** Tokens before. */
    int64_t tokens_before;
    /** Tokens since. */
    int64_t tokens;
};
LLMSPELL_API void llmspell_memory_conversation_trimmed_init(llmspell_memory_conversation_trimmed *value);
LLMSPELL_API void llmspell_memory_conversation_trimmed_free(llmspell_memory_conversation_trimmed *value);

/** A conversation could not be summarized; it holds all it held. */
struct llmspell_memory_summary_missed {
    /** Its handle. */
    const char *conversation;
    /** What it is kept under; absent when it is in no file. Optional. */
    const char *name;
    /** How many messages were to be summarized. */
    int64_t messages;
    /** Why. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_memory_summary_missed_init(llmspell_memory_summary_missed *value);
LLMSPELL_API void llmspell_memory_summary_missed_free(llmspell_memory_summary_missed *value);

/** What a memory holds and how it has been used. */
struct llmspell_memory_stats {
    /** Entries it holds. */
    int64_t entries;
    /** Bytes of their values as JSON, with tags and metadata. */
    int64_t used_bytes;
    /** Entries it may hold. */
    int64_t max_entries;
    /** Bytes it may hold. */
    int64_t max_bytes;
    /** Values that were asked for and found. */
    int64_t hits;
    /** Values that were asked for and not found. */
    int64_t misses;
    /** Entries that made room for others. */
    int64_t evicted;
    /** Entries whose time was over. */
    int64_t expired;
    /** Entries that have a vector. */
    int64_t vectors;
    /** The model of the vectors; absent when there are none. Optional. */
    const char *model;
    /** The numbers of each vector; absent when there are none. Optional. */
    bool has_dimensions;
    int64_t dimensions;
};
LLMSPELL_API void llmspell_memory_stats_init(llmspell_memory_stats *value);
LLMSPELL_API void llmspell_memory_stats_free(llmspell_memory_stats *value);

/** An entry that memory has dropped by itself. */
struct llmspell_memory_evicted {
    /** Its key. */
    const char *key;
    /** How long its memory lasts. */
    llmspell_memory_type type;
    /** Who shares its memory. */
    llmspell_memory_scope scope;
    /** Whom its memory belongs to. Optional. */
    const char *owner;
    /** Why it is gone. */
    llmspell_memory_eviction_reason reason;
};
LLMSPELL_API void llmspell_memory_evicted_init(llmspell_memory_evicted *value);
LLMSPELL_API void llmspell_memory_evicted_free(llmspell_memory_evicted *value);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_memory_conversation_free(llmspell_memory_conversation *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_memory_conversation_id(const llmspell_memory_conversation *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_memory_conversation_free(). */
LLMSPELL_API llmspell_memory_conversation *llmspell_memory_conversation_from_id(const char *id);

/**
 * Keep a value under a key.
 *
 * What the key held before is replaced, with its tags, metadata and time.
 *
 * @param key The key
 * @param value_json Any JSON value
 * @param options Where and how to keep it; may be NULL
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_TOO_LARGE, LLMSPELL_E_MEMORY_FULL,
 *        LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 * @note Emits memory.evict.
 */
LLMSPELL_API llmspell_status llmspell_memory_store(
    llmspell_session *session, const char *key, const char *value_json,
    const llmspell_memory_store_options *options);

/**
 * The value that a key holds.
 *
 * @param key The key
 * @param space Which memory; may be NULL
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_NOT_FOUND, LLMSPELL_E_MEMORY_INVALID_SPACE,
 *        LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 * @note Emits memory.evict.
 */
LLMSPELL_API llmspell_status llmspell_memory_retrieve(
    llmspell_session *session, const char *key, const llmspell_memory_space *space, char **result_json);

/**
 * Forget a key.
 *
 * @param key The key
 * @param space Which memory; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_delete(
    llmspell_session *session, const char *key, const llmspell_memory_space *space, bool *result);

/**
 * The keys of a memory, in their order.
 *
 * @param filter Which keys of which memory; may be NULL
 * @param result receives the result; free it with llmspell_string_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_list_keys(
    llmspell_session *session, const llmspell_memory_key_filter *filter, llmspell_string_list *result);

/**
 * Forget everything in a memory.
 *
 * @param space Which memory; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_clear(
    llmspell_session *session, const llmspell_memory_space *space, int64_t *result);

/**
 * What a memory holds and how it has been used.
 *
 * @param space Which memory; may be NULL
 * @param result receives the result; free it with llmspell_memory_stats_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_get_stats(
    llmspell_session *session, const llmspell_memory_space *space, llmspell_memory_stats *result);

/**
 * Write a memory's entries to a file.
 *
 * The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half of it.
 *
 * @param file The file
 * @param space Which memory; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 * @note Needs the permission fs.write.
 */
LLMSPELL_API llmspell_status llmspell_memory_persist(
    llmspell_session *session, const char *file, const llmspell_memory_space *space, int64_t *result);

/**
 * Read entries that memory.persist wrote into a memory.
 *
 * They replace entries with the same key; the others stay. What has expired since is left out. When one entry
 * cannot be read, none is.
 *
 * @param file The file
 * @param space Which memory; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FULL, LLMSPELL_E_MEMORY_TOO_LARGE,
 *        LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 * @note Needs the permission fs.read.
 * @note Emits memory.evict.
 */
LLMSPELL_API llmspell_status llmspell_memory_load(
    llmspell_session *session, const char *file, const llmspell_memory_space *space, int64_t *result);

/**
 * Find entries, best match first.
 *
 * **text**: entries that hold a word of the query, or a phrase in double quotes, in their key, tags or the
 * text of their value; without regard to case and accents. The score is the share of the query's words that
 * an entry has. Each weighs ln(1 + entries of the memory / entries with it), so that rare words say more; one
 * that only begins a word there counts half. Of scripts that write no blanks between words (Chinese,
 * Japanese, Thai, Lao, Khmer, Burmese) every two signs that follow each other are a word; an emoji is one by
 * itself.
 *
 * **vector**: entries whose vectors are closest to the query's; the score is the cosine of the angle between
 * them, -1 to 1. Vectors that are missing are made first, where the session may write the memory. Every
 * vector of the space is compared, so that nothing near is missed: of 384 numbers, 10,000 take some 7 ms and
 * 100,000 some 70; of 1,536 numbers four times as long.
 *
 * **hybrid**: both, fused by rank (reciprocal rank fusion): an entry gets 1 / (60 + its rank) from each of
 * the two lists that it is in, and the score is the sum as a share of the highest there can be, that of an
 * entry which is first in both.
 *
 * Entries with the same score are in the order of their keys.
 *
 * @param query What to look for
 * @param options Where to search, how, and for how many; may be NULL
 * @param result receives the result; free it with llmspell_memory_match_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE, LLMSPELL_E_MEMORY_NO_EMBEDDER, LLMSPELL_E_MEMORY_EMBEDDING_MISMATCH,
 *        LLMSPELL_E_MEMORY_EMBEDDING_FAILED, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_UNSUPPORTED,
 *        LLMSPELL_E_PROVIDER_INVALID_REQUEST, LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED,
 *        LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND, LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG,
 *        LLMSPELL_E_PROVIDER_RATE_LIMITED, LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE,
 *        LLMSPELL_E_PROVIDER_TIMED_OUT, LLMSPELL_E_PROVIDER_INVALID_RESPONSE,
 *        LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED, LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH or a runtime status
 * @note Emits memory.evict, provider.request, provider.retry, provider.response, provider.error.
 */
LLMSPELL_API llmspell_status llmspell_memory_search(
    llmspell_session *session, const char *query, const llmspell_memory_search_options *options,
    llmspell_memory_match_list *result);

/**
 * Say what makes the vectors of a memory.
 *
 * For one memory, or for all of this session's that have none of their own. A provider's model or the name of
 * a function's is kept with the vectors, so that they are never compared with those of another. What is
 * embedded of an entry is the text of its value: the strings and numbers in it, one to a line; its key when
 * it has none.
 *
 * @param embedder What makes the vectors
 * @param space Which memory; all when absent; may be NULL
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_EMBEDDER, LLMSPELL_E_MEMORY_INVALID_SPACE,
 *        LLMSPELL_E_PROVIDER_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_set_embedder(
    llmspell_session *session, const llmspell_memory_embedder *embedder, const llmspell_memory_space *space);

/**
 * Forget what makes the vectors of a memory.
 *
 * Vectors that were made stay.
 *
 * @param space Which memory; what was set for all when absent; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_remove_embedder(
    llmspell_session *session, const llmspell_memory_space *space, bool *result);

/**
 * Make the vectors that a memory lacks.
 *
 * A search by meaning does the same first; after storing a lot this is the time to wait. Vectors are kept
 * batch by batch: when a call fails, the next goes on where it ended. With `rebuild` all are made anew, once
 * a first batch has come.
 *
 * @param options Which memory; may be NULL
 * @param result receives the result; free it with llmspell_memory_index_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE, LLMSPELL_E_MEMORY_NO_EMBEDDER, LLMSPELL_E_MEMORY_EMBEDDING_MISMATCH,
 *        LLMSPELL_E_MEMORY_EMBEDDING_FAILED, LLMSPELL_E_PROVIDER_NOT_FOUND, LLMSPELL_E_PROVIDER_UNSUPPORTED,
 *        LLMSPELL_E_PROVIDER_INVALID_REQUEST, LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED,
 *        LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND, LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG,
 *        LLMSPELL_E_PROVIDER_RATE_LIMITED, LLMSPELL_E_PROVIDER_UNAVAILABLE, LLMSPELL_E_PROVIDER_UNREACHABLE,
 *        LLMSPELL_E_PROVIDER_TIMED_OUT, LLMSPELL_E_PROVIDER_INVALID_RESPONSE,
 *        LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED, LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH or a runtime status
 * @note Emits memory.evict, provider.request, provider.retry, provider.response, provider.error.
 */
LLMSPELL_API llmspell_status llmspell_memory_index(
    llmspell_session *session, const llmspell_memory_index_options *options,
    llmspell_memory_index_result *result);

/**
 * Begin a conversation, or go on with one that is kept in a file.
 *
 * Nothing is sent and nothing is counted until messages are added. The options are not kept in the file:
 * whoever opens a conversation again says how much of it to keep.
 *
 * Estimated tokens of a message are those that provider.count_tokens estimates of its text and of its tool
 * calls as JSON, four more for each message, and a thousand for each picture.
 *
 * @param options How much it keeps, and where
 * @param result receives the result; free it with llmspell_memory_conversation_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_CONVERSATION, LLMSPELL_E_MEMORY_INVALID_SPACE,
 *        LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE, LLMSPELL_E_PROVIDER_NOT_FOUND or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_create_conversation(
    llmspell_session *session, const llmspell_memory_conversation_options *options,
    llmspell_memory_conversation **result);

/**
 * Let go of a conversation.
 *
 * One that is kept in a file stays there.
 *
 * @param conversation The conversation
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_close_conversation(
    llmspell_session *session, llmspell_memory_conversation *conversation);

/**
 * Add messages to a conversation, and bring it back within its budget.
 *
 * All are kept, or none. A system message is no turn: it becomes the system prompt, which never goes, and the
 * next one replaces it. The newest turn stays whole even when it alone is over the budget.
 *
 * When a summary cannot be written, nothing is lost: the turns stay, the error stands in `last_error` and in
 * the event `memory.summary_error`, and the next call tries again.
 *
 * @param conversation The conversation
 * @param messages The messages, oldest first
 * @param result receives the result; free it with llmspell_memory_conversation_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND, LLMSPELL_E_MEMORY_INVALID_CONVERSATION,
 *        LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 * @note Emits memory.trim, memory.summary_error, provider.request, provider.retry, provider.response,
 *        provider.error.
 */
LLMSPELL_API llmspell_status llmspell_memory_add_messages(
    llmspell_session *session, llmspell_memory_conversation *conversation,
    const llmspell_message_list *messages, llmspell_memory_conversation_info *result);

/**
 * What a model is to be shown of a conversation.
 *
 * The system prompt, then the summary as a second system message, then the messages, all within the budget.
 * What could not be summarized yet, and does not fit, is left out here, but not lost; with `all` it is there
 * as well.
 *
 * @param conversation The conversation
 * @param all Everything it holds, fitting or not; false when NULL
 * @param result receives the result; free it with llmspell_message_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_get_messages(
    llmspell_session *session, llmspell_memory_conversation *conversation, const bool *all,
    llmspell_message_list *result);

/**
 * What a conversation holds.
 *
 * @param conversation The conversation
 * @param result receives the result; free it with llmspell_memory_conversation_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_get_info(
    llmspell_session *session, llmspell_memory_conversation *conversation,
    llmspell_memory_conversation_info *result);

/**
 * Bring a conversation within its budget now, and say when that fails.
 *
 * Adding messages does so as well, but does not fail when a summary does. With the policy summarize all turns
 * beyond `keep_tokens` are summarized, even when the budget is not reached.
 *
 * @param conversation The conversation
 * @param result receives the result; free it with llmspell_memory_conversation_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND, LLMSPELL_E_MEMORY_SUMMARY_FAILED,
 *        LLMSPELL_E_MEMORY_FILE_FAILED, LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 * @note Emits memory.trim, memory.summary_error, provider.request, provider.retry, provider.response,
 *        provider.error.
 */
LLMSPELL_API llmspell_status llmspell_memory_compact(
    llmspell_session *session, llmspell_memory_conversation *conversation,
    llmspell_memory_conversation_info *result);

/**
 * Forget all messages of a conversation, its summary and system prompt included.
 *
 * @param conversation The conversation
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_clear_messages(
    llmspell_session *session, llmspell_memory_conversation *conversation, int64_t *result);

/**
 * The names of the conversations that are kept in persistent memory.
 *
 * @param space Which memory; persistent, whatever its type says; may be NULL
 * @param result receives the result; free it with llmspell_string_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_list_conversations(
    llmspell_session *session, const llmspell_memory_space *space, llmspell_string_list *result);

/**
 * Delete a conversation from persistent memory.
 *
 * @param name Its name
 * @param space Which memory; persistent, whatever its type says; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_delete_conversation(
    llmspell_session *session, const char *name, const llmspell_memory_space *space, bool *result);

#ifdef __cplusplus
}
#endif

#endif
