/**
 * @file
 * Named, structured values that programs share, change and go back in.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_STATE_H
#define LLMSPELL_STATE_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What `state.transform` does to a value. */
typedef enum llmspell_state_transform {
    /** Not given. */
    LLMSPELL_STATE_TRANSFORM_UNSPECIFIED = 0,
    /** Keeps or drops parts by path, or entries by an expression or a function. */
    LLMSPELL_STATE_TRANSFORM_FILTER = 1,
    /** Makes one object of it, whose keys are dotted paths; empty objects and lists stay values. */
    LLMSPELL_STATE_TRANSFORM_FLATTEN = 2,
    /** The inverse of `flatten`. */
    LLMSPELL_STATE_TRANSFORM_UNFLATTEN = 3,
    /** Masks secrets: texts under telling names such as `password`, and keys and tokens within texts. */
    LLMSPELL_STATE_TRANSFORM_SANITIZE = 4,
    /** Drops nulls, empty texts, empty objects and empty lists, from the inside out. */
    LLMSPELL_STATE_TRANSFORM_PRUNE = 5
} llmspell_state_transform;

/** What `state.merge` does where both values have something. */
typedef enum llmspell_state_merge_strategy {
    /** Not given. */
    LLMSPELL_STATE_MERGE_STRATEGY_UNSPECIFIED = 0,
    /** A key of the other value replaces the state's as a whole. */
    LLMSPELL_STATE_MERGE_STRATEGY_SHALLOW = 1,
    /**
     * Objects are merged key by key and lists joined, without items that are there already; of anything else
     * the other value is taken.
     */
    LLMSPELL_STATE_MERGE_STRATEGY_DEEP = 2,
    /** Objects are merged key by key; of anything else the state's value stays. */
    LLMSPELL_STATE_MERGE_STRATEGY_OURS = 3,
    /** Objects are merged key by key; of anything else the other value is taken. */
    LLMSPELL_STATE_MERGE_STRATEGY_THEIRS = 4
} llmspell_state_merge_strategy;

/** What has changed a state. */
typedef enum llmspell_state_operation {
    /** Not given. */
    LLMSPELL_STATE_OPERATION_UNSPECIFIED = 0,
    /** A value was put at a path. */
    LLMSPELL_STATE_OPERATION_SET = 1,
    /** What was at a path was taken away. */
    LLMSPELL_STATE_OPERATION_DELETE = 2,
    /** It was transformed. */
    LLMSPELL_STATE_OPERATION_TRANSFORM = 3,
    /** Another value was merged into it. */
    LLMSPELL_STATE_OPERATION_MERGE = 4,
    /** It went back to a snapshot. */
    LLMSPELL_STATE_OPERATION_RESTORE = 5,
    /** Several changes were made as one. */
    LLMSPELL_STATE_OPERATION_UPDATE = 6
} llmspell_state_operation;

/** What states are held to: Characters of the name of a state or a snapshot. */
#define LLMSPELL_STATE_LIMIT_NAME_LENGTH INT64_C(128)

/** What states are held to: Bytes of a state's value as JSON. */
#define LLMSPELL_STATE_LIMIT_VALUE_BYTES INT64_C(16777216)

/** What states are held to: Lists and objects inside one another. */
#define LLMSPELL_STATE_LIMIT_DEPTH INT64_C(100)

/** What states are held to: Snapshots of a state; the oldest one without a name makes room for the next. */
#define LLMSPELL_STATE_LIMIT_SNAPSHOTS INT64_C(100)

/** What states are held to: Bytes as JSON up to which an event carries an old or a new value. */
#define LLMSPELL_STATE_LIMIT_EVENT_BYTES INT64_C(2048)

/** What states are held to: Paths or conflicts that a result lists. */
#define LLMSPELL_STATE_LIMIT_LISTED INT64_C(1000)

/**
 * A state has changed.
 * After the change, in the order of the revisions.
 */
#define LLMSPELL_EVENT_STATE_CHANGE "state.change"

/** A named value with revisions and snapshots. */
typedef struct llmspell_state llmspell_state;

typedef struct llmspell_state_config llmspell_state_config;
typedef struct llmspell_state_info llmspell_state_info;
typedef struct llmspell_state_get_options llmspell_state_get_options;
typedef struct llmspell_state_change_options llmspell_state_change_options;
typedef struct llmspell_state_change llmspell_state_change;
typedef struct llmspell_state_change_result llmspell_state_change_result;
typedef struct llmspell_state_transform_options llmspell_state_transform_options;
typedef struct llmspell_state_transform_result llmspell_state_transform_result;
typedef struct llmspell_state_merge_options llmspell_state_merge_options;
typedef struct llmspell_state_merge_conflict llmspell_state_merge_conflict;
typedef struct llmspell_state_merge_result llmspell_state_merge_result;
typedef struct llmspell_state_snapshot_info llmspell_state_snapshot_info;
typedef struct llmspell_state_persist_options llmspell_state_persist_options;
typedef struct llmspell_state_load_options llmspell_state_load_options;
typedef struct llmspell_state_changed llmspell_state_changed;
typedef struct llmspell_state_predicate llmspell_state_predicate;

#ifndef LLMSPELL_STATE_MERGE_CONFLICT_LIST_DEFINED
#define LLMSPELL_STATE_MERGE_CONFLICT_LIST_DEFINED
typedef struct llmspell_state_merge_conflict_list {
    const llmspell_state_merge_conflict *items;
    size_t count;
} llmspell_state_merge_conflict_list;
LLMSPELL_API void llmspell_state_merge_conflict_list_free(llmspell_state_merge_conflict_list *value);
#endif

#ifndef LLMSPELL_STATE_INFO_LIST_DEFINED
#define LLMSPELL_STATE_INFO_LIST_DEFINED
typedef struct llmspell_state_info_list {
    const llmspell_state_info *items;
    size_t count;
} llmspell_state_info_list;
LLMSPELL_API void llmspell_state_info_list_free(llmspell_state_info_list *value);
#endif

#ifndef LLMSPELL_STATE_CHANGE_LIST_DEFINED
#define LLMSPELL_STATE_CHANGE_LIST_DEFINED
typedef struct llmspell_state_change_list {
    const llmspell_state_change *items;
    size_t count;
} llmspell_state_change_list;
LLMSPELL_API void llmspell_state_change_list_free(llmspell_state_change_list *value);
#endif

#ifndef LLMSPELL_STATE_SNAPSHOT_INFO_LIST_DEFINED
#define LLMSPELL_STATE_SNAPSHOT_INFO_LIST_DEFINED
typedef struct llmspell_state_snapshot_info_list {
    const llmspell_state_snapshot_info *items;
    size_t count;
} llmspell_state_snapshot_info_list;
LLMSPELL_API void llmspell_state_snapshot_info_list_free(llmspell_state_snapshot_info_list *value);
#endif

/**
 * Says which entries stay.
 * @param key_json The key of an entry; its place, counted from 0, in a list
 * @param value_json Its value
 * @param result receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_state_predicate_function)(
    void *user_data, const char *key_json, const char *value_json, bool *result);

/** A llmspell_state_predicate_function and what it works with. */
struct llmspell_state_predicate {
    /** NULL when there is none. */
    llmspell_state_predicate_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_state_predicate_init(llmspell_state_predicate *value);

/** A state to make. */
struct llmspell_state_config {
    /** What it is found by; unique in the session. */
    const char *name;
    /** Its first value; an empty object when left out. Optional. */
    const char *value_json;
    /** JSON Schema 2020-12 that it always meets. Optional. */
    const char *schema_json;
    /** Snapshots that it keeps. Optional: 100 when absent. */
    bool has_max_snapshots;
    int64_t max_snapshots;
};
LLMSPELL_API void llmspell_state_config_init(llmspell_state_config *value);
LLMSPELL_API void llmspell_state_config_free(llmspell_state_config *value);

/** A state without its value. */
struct llmspell_state_info {
    /** Its name. */
    const char *name;
    /** How often it has changed. */
    int64_t revision;
    /** Bytes of its value as JSON. */
    int64_t size_bytes;
    /** Whether it must meet a JSON Schema. */
    bool has_schema;
    /** Snapshots that it keeps. */
    int64_t snapshots;
};
LLMSPELL_API void llmspell_state_info_init(llmspell_state_info *value);
LLMSPELL_API void llmspell_state_info_free(llmspell_state_info *value);

/** What to give when there is nothing. */
struct llmspell_state_get_options {
    /** The value to give when nothing is at the path; without it, that is an error. Optional. */
    const char *fallback_json;
};
LLMSPELL_API void llmspell_state_get_options_init(llmspell_state_get_options *value);
LLMSPELL_API void llmspell_state_get_options_free(llmspell_state_get_options *value);

/** On which condition to change a state. */
struct llmspell_state_change_options {
    /** The revision that it must have. Optional. */
    bool has_expected_revision;
    int64_t expected_revision;
};
LLMSPELL_API void llmspell_state_change_options_init(llmspell_state_change_options *value);
LLMSPELL_API void llmspell_state_change_options_free(llmspell_state_change_options *value);

/** One of several changes. */
struct llmspell_state_change {
    /** What to change. */
    const char *path;
    /** The value to put there; what is there is taken away when this is left out. Optional. */
    const char *value_json;
};
LLMSPELL_API void llmspell_state_change_init(llmspell_state_change *value);
LLMSPELL_API void llmspell_state_change_free(llmspell_state_change *value);

/** What a change has come to. */
struct llmspell_state_change_result {
    /** The revision from now on. */
    int64_t revision;
    /** False when the state was like that already; its revision stays then. */
    bool changed;
};
LLMSPELL_API void llmspell_state_change_result_init(llmspell_state_change_result *value);
LLMSPELL_API void llmspell_state_change_result_free(llmspell_state_change_result *value);

/** What to transform, and how. */
struct llmspell_state_transform_options {
    /** The part to transform; all of it when left out. Optional: "" when absent. */
    const char *path;
    /** For `filter`: paths below that part to keep; everything else goes. Optional. */
    llmspell_string_list keep;
    /** For `filter`: paths below that part to drop. Optional. */
    llmspell_string_list drop;
    /**
     * For `filter`: an expression in CEL over `key` and `value`; entries of the object or list for which it is
     * false go. Optional.
     */
    const char *where;
    /** For `filter`: entries for which it answers false go. Optional. */
    llmspell_state_predicate predicate;
    /**
     * For `sanitize`: patterns of more names whose values are masked, such as `*_id`; case does not matter.
     * Optional.
     */
    llmspell_string_list names;
    /** For `sanitize`: texts to mask wherever they stand. Optional. */
    llmspell_string_list texts;
    /** For `sanitize`: what stands in place of a secret. Optional: "[redacted]" when absent. */
    const char *mask;
    /** Whether the state becomes like that; else only the result shows it. Optional: true when absent. */
    bool has_store;
    bool store;
    /** The revision that the state must have. Optional. */
    bool has_expected_revision;
    int64_t expected_revision;
};
LLMSPELL_API void llmspell_state_transform_options_init(llmspell_state_transform_options *value);
LLMSPELL_API void llmspell_state_transform_options_free(llmspell_state_transform_options *value);

/** A transformed value. */
struct llmspell_state_transform_result {
    /** What the part at the path has become. */
    const char *value_json;
    /** The revision of the state from now on. */
    int64_t revision;
    /** Whether the state has changed. */
    bool changed;
    /** What `filter` and `prune` dropped or `sanitize` masked, as it stood before. */
    llmspell_string_list paths;
};
LLMSPELL_API void llmspell_state_transform_result_init(llmspell_state_transform_result *value);
LLMSPELL_API void llmspell_state_transform_result_free(llmspell_state_transform_result *value);

/** How to merge. */
struct llmspell_state_merge_options {
    /** What happens where both have something. Optional: "deep" when absent. */
    llmspell_state_merge_strategy strategy;
    /** The part to merge into; all of it when left out. Optional: "" when absent. */
    const char *path;
    /** Whether to leave the state as it is when there is a conflict. Optional: false when absent. */
    bool has_refuse_conflicts;
    bool refuse_conflicts;
    /** The revision that the state must have. Optional. */
    bool has_expected_revision;
    int64_t expected_revision;
};
LLMSPELL_API void llmspell_state_merge_options_init(llmspell_state_merge_options *value);
LLMSPELL_API void llmspell_state_merge_options_free(llmspell_state_merge_options *value);

/** A place where both values had something different. */
struct llmspell_state_merge_conflict {
    /** Where. */
    const char *path;
    /** What the state had. */
    const char *ours_json;
    /** What the other value had. */
    const char *theirs_json;
    /** Which of them is there now: "ours" or "theirs". */
    const char *taken;
};
LLMSPELL_API void llmspell_state_merge_conflict_init(llmspell_state_merge_conflict *value);
LLMSPELL_API void llmspell_state_merge_conflict_free(llmspell_state_merge_conflict *value);

/** What a merge has come to. */
struct llmspell_state_merge_result {
    /** The revision from now on. */
    int64_t revision;
    /** Whether the state has changed. */
    bool changed;
    /** Where both had something different. */
    llmspell_state_merge_conflict_list conflicts;
};
LLMSPELL_API void llmspell_state_merge_result_init(llmspell_state_merge_result *value);
LLMSPELL_API void llmspell_state_merge_result_free(llmspell_state_merge_result *value);

/** A snapshot without its value. */
struct llmspell_state_snapshot_info {
    /** What restores it: "snapshot_1", counted from 1 in each state. */
    const char *id;
    /** Its name; restores it too. Optional. */
    const char *name;
    /** The revision that it holds. */
    int64_t revision;
    /** Bytes of its value as JSON. */
    int64_t size_bytes;
    /** When it was taken. */
    const char *taken_at;
};
LLMSPELL_API void llmspell_state_snapshot_info_init(llmspell_state_snapshot_info *value);
LLMSPELL_API void llmspell_state_snapshot_info_free(llmspell_state_snapshot_info *value);

/** What to write. */
struct llmspell_state_persist_options {
    /** Whether the snapshots are written too. Optional: true when absent. */
    bool has_snapshots;
    bool snapshots;
};
LLMSPELL_API void llmspell_state_persist_options_init(llmspell_state_persist_options *value);
LLMSPELL_API void llmspell_state_persist_options_free(llmspell_state_persist_options *value);

/** How to take up a state. */
struct llmspell_state_load_options {
    /** Its name; the one it was written with when left out. Optional. */
    const char *name;
};
LLMSPELL_API void llmspell_state_load_options_init(llmspell_state_load_options *value);
LLMSPELL_API void llmspell_state_load_options_free(llmspell_state_load_options *value);

/** A state has changed. */
struct llmspell_state_changed {
    /** The state. */
    const char *name;
    /** What changed it. */
    llmspell_state_operation operation;
    /** The part that changed. */
    const char *path;
    /** Its revision since then. */
    int64_t revision;
    /**
     * What was there; absent when there was nothing, or too much for an event. Texts under telling names are
     * "[redacted]". Optional.
     */
    const char *old_json;
    /** What is there now; absent and redacted like `old`. Optional. */
    const char *new__json;
    /** The snapshot that was restored. Optional. */
    const char *snapshot;
};
LLMSPELL_API void llmspell_state_changed_init(llmspell_state_changed *value);
LLMSPELL_API void llmspell_state_changed_free(llmspell_state_changed *value);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_state_free(llmspell_state *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_state_id(const llmspell_state *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_state_free(). */
LLMSPELL_API llmspell_state *llmspell_state_from_id(const char *id);

/**
 * Make a state.
 *
 * @param config Its name, its first value, its schema
 * @param result receives the result; free it with llmspell_state_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_ALREADY_EXISTS, LLMSPELL_E_STATE_SCHEMA_VIOLATION,
 *        LLMSPELL_E_STATE_TOO_LARGE, LLMSPELL_E_STATE_TOO_DEEP, LLMSPELL_E_SHARED_INVALID_SCHEMA or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_state_create(
    llmspell_session *session, const llmspell_state_config *config, llmspell_state **result);

/**
 * The state of a name.
 *
 * @param name Its name
 * @param result receives the result; free it with llmspell_state_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_UNKNOWN_NAME or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_state_open(
    llmspell_session *session, const char *name, llmspell_state **result);

/**
 * Let go of a state; its value, its snapshots and its name are gone.
 *
 * @param state The state
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_state_close(llmspell_session *session, llmspell_state *state);

/**
 * The session's states, in the order of their names.
 *
 * @param result receives the result; free it with llmspell_state_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_state_list(llmspell_session *session, llmspell_state_info_list *result);

/**
 * A state's name, revision and size.
 *
 * @param state The state
 * @param result receives the result; free it with llmspell_state_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_state_get_info(
    llmspell_session *session, llmspell_state *state, llmspell_state_info *result);

/**
 * What is at a path.
 *
 * @param state The state
 * @param path Which part; the whole value when left out; "" when NULL
 * @param options What to give when there is nothing; may be NULL
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_INVALID_PATH,
 *        LLMSPELL_E_STATE_PATH_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_state_get(
    llmspell_session *session, llmspell_state *state, const char *path,
    const llmspell_state_get_options *options, char **result_json);

/**
 * Put a value at a path.
 *
 * Objects that are missing on the way are made. A place of a list must be there, or be the one after the last
 * item (`-` or its number), which adds the value.
 *
 * @param state The state
 * @param path Where; empty for the whole value
 * @param value_json Any JSON value
 * @param options On which condition; may be NULL
 * @param result receives the result; free it with llmspell_state_change_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_INVALID_PATH,
 *        LLMSPELL_E_STATE_PATH_NOT_FOUND, LLMSPELL_E_STATE_CONFLICT, LLMSPELL_E_STATE_SCHEMA_VIOLATION,
 *        LLMSPELL_E_STATE_TOO_LARGE, LLMSPELL_E_STATE_TOO_DEEP or a runtime status
 * @note Emits state.change.
 */
LLMSPELL_API llmspell_status llmspell_state_set(
    llmspell_session *session, llmspell_state *state, const char *path, const char *value_json,
    const llmspell_state_change_options *options, llmspell_state_change_result *result);

/**
 * Take away what is at a path.
 *
 * The items behind one that is taken from a list move up. The whole value cannot be taken away; `state.set`
 * replaces it.
 *
 * @param state The state
 * @param path What to take away
 * @param options On which condition; may be NULL
 * @param result receives the result; free it with llmspell_state_change_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_INVALID_PATH, LLMSPELL_E_STATE_CONFLICT,
 *        LLMSPELL_E_STATE_SCHEMA_VIOLATION or a runtime status
 * @note Emits state.change.
 */
LLMSPELL_API llmspell_status llmspell_state_delete(
    llmspell_session *session, llmspell_state *state, const char *path,
    const llmspell_state_change_options *options, llmspell_state_change_result *result);

/**
 * Make several changes as one; all of them or none.
 *
 * They are made in their order. There is one revision and one event for all of them.
 *
 * @param state The state
 * @param changes The changes
 * @param options On which condition; may be NULL
 * @param result receives the result; free it with llmspell_state_change_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_INVALID_PATH,
 *        LLMSPELL_E_STATE_PATH_NOT_FOUND, LLMSPELL_E_STATE_CONFLICT, LLMSPELL_E_STATE_SCHEMA_VIOLATION,
 *        LLMSPELL_E_STATE_TOO_LARGE, LLMSPELL_E_STATE_TOO_DEEP or a runtime status
 * @note Emits state.change.
 */
LLMSPELL_API llmspell_status llmspell_state_update(
    llmspell_session *session, llmspell_state *state, const llmspell_state_change_list *changes,
    const llmspell_state_change_options *options, llmspell_state_change_result *result);

/**
 * Filter, flatten, sanitize or prune a state, or look at it like that.
 *
 * @param state The state
 * @param transform What to do
 * @param options To which part, and how; may be NULL
 * @param result receives the result; free it with llmspell_state_transform_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_INVALID_PATH,
 *        LLMSPELL_E_STATE_PATH_NOT_FOUND, LLMSPELL_E_STATE_CONFLICT, LLMSPELL_E_STATE_SCHEMA_VIOLATION,
 *        LLMSPELL_E_STATE_TOO_LARGE, LLMSPELL_E_STATE_TOO_DEEP, LLMSPELL_E_STATE_INVALID_TRANSFORM or a
 *        runtime status
 * @note Emits state.change.
 */
LLMSPELL_API llmspell_status llmspell_state_transform_value(
    llmspell_session *session, llmspell_state *state, llmspell_state_transform transform,
    const llmspell_state_transform_options *options, llmspell_state_transform_result *result);

/**
 * Merge another value into a state.
 *
 * Every place where both have something different is reported, with what was taken.
 *
 * @param state The state
 * @param other_json The other value
 * @param options How; may be NULL
 * @param result receives the result; free it with llmspell_state_merge_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_INVALID_PATH,
 *        LLMSPELL_E_STATE_PATH_NOT_FOUND, LLMSPELL_E_STATE_CONFLICT, LLMSPELL_E_STATE_MERGE_REFUSED,
 *        LLMSPELL_E_STATE_SCHEMA_VIOLATION, LLMSPELL_E_STATE_TOO_LARGE, LLMSPELL_E_STATE_TOO_DEEP or a
 *        runtime status
 * @note Emits state.change.
 */
LLMSPELL_API llmspell_status llmspell_state_merge(
    llmspell_session *session, llmspell_state *state, const char *other_json,
    const llmspell_state_merge_options *options, llmspell_state_merge_result *result);

/**
 * Keep the value as it is now.
 *
 * It costs next to nothing, whatever the size of the value. When the state keeps as many as it may, the
 * oldest without a name makes room.
 *
 * @param state The state
 * @param name A name for it; unique in the state; may be NULL
 * @param result receives the result; free it with llmspell_state_snapshot_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_SNAPSHOT_EXISTS,
 *        LLMSPELL_E_STATE_TOO_MANY_SNAPSHOTS or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_state_snapshot(
    llmspell_session *session, llmspell_state *state, const char *name, llmspell_state_snapshot_info *result);

/**
 * Go back to a snapshot.
 *
 * That is a change like any other, with a revision of its own; the snapshot stays.
 *
 * @param state The state
 * @param snapshot Its id or its name
 * @param options On which condition; may be NULL
 * @param result receives the result; free it with llmspell_state_change_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_SNAPSHOT_NOT_FOUND,
 *        LLMSPELL_E_STATE_CONFLICT or a runtime status
 * @note Emits state.change.
 */
LLMSPELL_API llmspell_status llmspell_state_restore(
    llmspell_session *session, llmspell_state *state, const char *snapshot,
    const llmspell_state_change_options *options, llmspell_state_change_result *result);

/**
 * The snapshots of a state, oldest first.
 *
 * @param state The state
 * @param result receives the result; free it with llmspell_state_snapshot_info_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_state_list_snapshots(
    llmspell_session *session, llmspell_state *state, llmspell_state_snapshot_info_list *result);

/**
 * Let go of a snapshot.
 *
 * @param state The state
 * @param snapshot Its id or its name
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_state_drop_snapshot(
    llmspell_session *session, llmspell_state *state, const char *snapshot, bool *result);

/**
 * Write a state to a file.
 *
 * The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half of it.
 *
 * @param state The state
 * @param file The file
 * @param options What to write; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_NOT_FOUND, LLMSPELL_E_STATE_FILE_FAILED or a runtime status
 * @note Needs the permission fs.write.
 */
LLMSPELL_API llmspell_status llmspell_state_persist(
    llmspell_session *session, llmspell_state *state, const char *file,
    const llmspell_state_persist_options *options, int64_t *result);

/**
 * Make a state of a file that state.persist wrote.
 *
 * It has the value, the revision, the schema and the snapshots that were written. A file of another format or
 * version is refused.
 *
 * @param file The file
 * @param options Under which name; may be NULL
 * @param result receives the result; free it with llmspell_state_free()
 * @return LLMSPELL_OK, LLMSPELL_E_STATE_ALREADY_EXISTS, LLMSPELL_E_STATE_FILE_FAILED,
 *        LLMSPELL_E_STATE_INVALID_FILE or a runtime status
 * @note Needs the permission fs.read.
 */
LLMSPELL_API llmspell_status llmspell_state_load(
    llmspell_session *session, const char *file, const llmspell_state_load_options *options,
    llmspell_state **result);

#ifdef __cplusplus
}
#endif

#endif
