/**
 * @file
 * JSON values that outlive a call, kept apart by type and scope.
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

/** What memory is held to: Bytes of one value as JSON. */
#define LLMSPELL_MEMORY_LIMIT_VALUE_BYTES INT64_C(1048576)

/** What memory is held to: Entries of a short-term space. */
#define LLMSPELL_MEMORY_LIMIT_SHORT_TERM_ENTRIES INT64_C(1000)

/** What memory is held to: Entries of a long-term or persistent space. */
#define LLMSPELL_MEMORY_LIMIT_LONG_TERM_ENTRIES INT64_C(100000)

/** What memory is held to: Bytes of all values of a space. */
#define LLMSPELL_MEMORY_LIMIT_SPACE_BYTES INT64_C(67108864)

/**
 * Memory has dropped an entry by itself.
 * When a full short-term memory makes room, or an entry is found to be past its time.
 */
#define LLMSPELL_EVENT_MEMORY_EVICT "memory.evict"

typedef struct llmspell_memory_space llmspell_memory_space;
typedef struct llmspell_memory_store_options llmspell_memory_store_options;
typedef struct llmspell_memory_key_filter llmspell_memory_key_filter;
typedef struct llmspell_memory_search_options llmspell_memory_search_options;
typedef struct llmspell_memory_match llmspell_memory_match;
typedef struct llmspell_memory_stats llmspell_memory_stats;
typedef struct llmspell_memory_evicted llmspell_memory_evicted;

#ifndef LLMSPELL_MEMORY_MATCH_LIST_DEFINED
#define LLMSPELL_MEMORY_MATCH_LIST_DEFINED
typedef struct llmspell_memory_match_list {
    const llmspell_memory_match *items;
    size_t count;
} llmspell_memory_match_list;
LLMSPELL_API void llmspell_memory_match_list_free(llmspell_memory_match_list *value);
#endif

/** Which memory. */
struct llmspell_memory_space {
    /** How long it lasts. Optional: "short_term" when absent. */
    llmspell_memory_type type;
    /** Who shares it. Optional: "session" when absent. */
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
    /** Who shares it. Optional: "session" when absent. */
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
    /** Who shares it. Optional: "session" when absent. */
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

/** Where to search, and for how many. */
struct llmspell_memory_search_options {
    /** How long the memory lasts. Optional: "short_term" when absent. */
    llmspell_memory_type type;
    /** Who shares it. Optional: "session" when absent. */
    llmspell_memory_scope scope;
    /** The agent or whatever else the memory belongs to; for the agent scope. Optional. */
    const char *owner;
    /** The database file of persistent memory. Optional. */
    const char *path;
    /** Only entries with all of these tags. Optional. */
    llmspell_string_list tags;
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
    /** How well it matches; 1 when all words of the query are found. */
    double score;
    /** Its tags. */
    llmspell_string_list tags;
    /** Its metadata. */
    const char *metadata_json;
};
LLMSPELL_API void llmspell_memory_match_init(llmspell_memory_match *value);
LLMSPELL_API void llmspell_memory_match_free(llmspell_memory_match *value);

/** What a memory holds and how it has been used. */
struct llmspell_memory_stats {
    /** Entries it holds. */
    int64_t entries;
    /** Bytes of their values as JSON. */
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
 * Find entries by words, best match first.
 *
 * The words of the query are looked for in keys, tags and the text of values, without regard to case. The
 * score is the share of the words that an entry has, and a word found only as part of another counts half;
 * entries with the same score are in the order of their keys.
 *
 * @param query The words
 * @param options Where to search, and for how many; may be NULL
 * @param result receives the result; free it with llmspell_memory_match_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_MEMORY_INVALID_SPACE, LLMSPELL_E_MEMORY_FILE_FAILED,
 *        LLMSPELL_E_MEMORY_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_memory_search(
    llmspell_session *session, const char *query, const llmspell_memory_search_options *options,
    llmspell_memory_match_list *result);

#ifdef __cplusplus
}
#endif

#endif
