/**
 * @file
 * What happens in a session, told to whoever wants to know.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_EVENT_H
#define LLMSPELL_EVENT_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where an event comes from. */
typedef enum llmspell_event_type {
    /** Not given. */
    LLMSPELL_EVENT_TYPE_UNSPECIFIED = 0,
    /** The runtime itself; what is none of the others. */
    LLMSPELL_EVENT_TYPE_SYSTEM = 1,
    /** A program, through `event.emit`. */
    LLMSPELL_EVENT_TYPE_USER = 2,
    /** An agent. */
    LLMSPELL_EVENT_TYPE_AGENT = 3,
    /** A tool. */
    LLMSPELL_EVENT_TYPE_TOOL = 4,
    /** A workflow. */
    LLMSPELL_EVENT_TYPE_WORKFLOW = 5,
    /** A provider of models. */
    LLMSPELL_EVENT_TYPE_PROVIDER = 6
} llmspell_event_type;

/** How much an event matters; subscribers and filters can ask for a least one. */
typedef enum llmspell_event_priority {
    /** Not given. */
    LLMSPELL_EVENT_PRIORITY_UNSPECIFIED = 0,
    /** Of interest when looking closely. */
    LLMSPELL_EVENT_PRIORITY_LOW = 1,
    /** What an event has when nobody says otherwise. */
    LLMSPELL_EVENT_PRIORITY_NORMAL = 2,
    /** Worth looking at. */
    LLMSPELL_EVENT_PRIORITY_HIGH = 3,
    /** Needs somebody. */
    LLMSPELL_EVENT_PRIORITY_CRITICAL = 4
} llmspell_event_priority;

/**
 * What events are held to: Events that wait for one subscriber; the oldest is dropped when another comes.
 */
#define LLMSPELL_EVENT_LIMIT_QUEUE INT64_C(1000)

/** What events are held to: Events that a recording keeps when it sets no limit; the oldest goes first. */
#define LLMSPELL_EVENT_LIMIT_RECORDED INT64_C(10000)

/** What events are held to: Bytes of the data of one event as JSON. */
#define LLMSPELL_EVENT_LIMIT_DATA_BYTES INT64_C(1048576)

/** A callback's interest in some events. */
typedef struct llmspell_event_subscription llmspell_event_subscription;

typedef struct llmspell_event llmspell_event;
typedef struct llmspell_event_criteria llmspell_event_criteria;
typedef struct llmspell_event_emit_options llmspell_event_emit_options;
typedef struct llmspell_event_subscribe_options llmspell_event_subscribe_options;
typedef struct llmspell_event_subscription_info llmspell_event_subscription_info;
typedef struct llmspell_event_record_options llmspell_event_record_options;
typedef struct llmspell_event_recording_info llmspell_event_recording_info;
typedef struct llmspell_event_handler llmspell_event_handler;

#ifndef LLMSPELL_EVENT_SUBSCRIPTION_INFO_LIST_DEFINED
#define LLMSPELL_EVENT_SUBSCRIPTION_INFO_LIST_DEFINED
typedef struct llmspell_event_subscription_info_list {
    const llmspell_event_subscription_info *items;
    size_t count;
} llmspell_event_subscription_info_list;
LLMSPELL_API void llmspell_event_subscription_info_list_free(llmspell_event_subscription_info_list *value);
#endif

#ifndef LLMSPELL_EVENT_LIST_DEFINED
#define LLMSPELL_EVENT_LIST_DEFINED
typedef struct llmspell_event_list {
    const llmspell_event *items;
    size_t count;
} llmspell_event_list;
LLMSPELL_API void llmspell_event_list_free(llmspell_event_list *value);
#endif

/**
 * Gets the events of a subscription, one at a time.
 * @param event What happened
 */
typedef llmspell_status (*llmspell_event_handler_function)(void *user_data, const llmspell_event *event);

/** A llmspell_event_handler_function and what it works with. */
struct llmspell_event_handler {
    /** NULL when there is none. */
    llmspell_event_handler_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_event_handler_init(llmspell_event_handler *value);

/** Something that happened. */
struct llmspell_event {
    /** Unique in the session, in the order of emission: "event_1". */
    const char *id;
    /** What happened: "tool.start". */
    const char *type;
    /** Where it comes from. */
    llmspell_event_type category;
    /** What is to be known about it. */
    const char *data_json;
    /** When it was emitted, in UTC. */
    const char *timestamp;
    /** How much it matters. */
    llmspell_event_priority priority;
    /** Who emitted it, as the emitter calls itself. Optional. */
    const char *source;
    /** What events that belong together share. Optional. */
    const char *correlation_id;
    /** True when `event.replay` sends it again; absent otherwise. Optional. */
    bool has_replayed;
    bool replayed;
};
LLMSPELL_API void llmspell_event_init(llmspell_event *value);
LLMSPELL_API void llmspell_event_free(llmspell_event *value);

/** Which events; an event must meet all that are given. */
struct llmspell_event_criteria {
    /** Pattern of the type: "tool.*". Optional. */
    const char *pattern;
    /** Where it comes from. Optional. */
    llmspell_event_type category;
    /** Who emitted it. Optional. */
    const char *source;
    /** What it belongs to. Optional. */
    const char *correlation_id;
    /** How much it matters at least. Optional. */
    llmspell_event_priority min_priority;
    /**
     * Fields of its data and their values; a dotted name looks deeper: {"error.code": "tool.not_found"}.
     * Optional.
     */
    const char *data_json;
    /** Emitted at this time or later. Optional. */
    const char *since;
    /** Emitted before this time. Optional. */
    const char *until;
};
LLMSPELL_API void llmspell_event_criteria_init(llmspell_event_criteria *value);
LLMSPELL_API void llmspell_event_criteria_free(llmspell_event_criteria *value);

/** What else to say about an event. */
struct llmspell_event_emit_options {
    /** How much it matters. Optional: "normal" when absent. */
    llmspell_event_priority priority;
    /** Who emits it. Optional. */
    const char *source;
    /** What it belongs to. Optional. */
    const char *correlation_id;
};
LLMSPELL_API void llmspell_event_emit_options_init(llmspell_event_emit_options *value);
LLMSPELL_API void llmspell_event_emit_options_free(llmspell_event_emit_options *value);

/** How a subscription works. */
struct llmspell_event_subscribe_options {
    /** What an event must meet besides the pattern. Optional. */
    const llmspell_event_criteria *criteria;
    /** End the subscription after this many events. Optional. */
    bool has_max_events;
    int64_t max_events;
};
LLMSPELL_API void llmspell_event_subscribe_options_init(llmspell_event_subscribe_options *value);
LLMSPELL_API void llmspell_event_subscribe_options_free(llmspell_event_subscribe_options *value);

/** A subscription and what it has seen. */
struct llmspell_event_subscription_info {
    /** Its handle: "subscription_1". */
    const char *id;
    /** The pattern it was made with. */
    const char *pattern;
    /** Events that its callback has been given. */
    int64_t delivered;
    /** Events at which its callback failed. */
    int64_t failed;
    /** Events dropped because it was too slow. */
    int64_t dropped;
    /** What its callback last failed with. Optional. */
    const char *last_error;
};
LLMSPELL_API void llmspell_event_subscription_info_init(llmspell_event_subscription_info *value);
LLMSPELL_API void llmspell_event_subscription_info_free(llmspell_event_subscription_info *value);

/** What to record. */
struct llmspell_event_record_options {
    /** Which events; all when left out. Optional. */
    const llmspell_event_criteria *criteria;
    /** How many to keep; 10000 when left out. Optional. */
    bool has_max_events;
    int64_t max_events;
};
LLMSPELL_API void llmspell_event_record_options_init(llmspell_event_record_options *value);
LLMSPELL_API void llmspell_event_record_options_free(llmspell_event_record_options *value);

/** The session's recording. */
struct llmspell_event_recording_info {
    /** Whether events are being recorded. */
    bool recording;
    /** Events it holds. */
    int64_t events;
    /** Events that made room for later ones. */
    int64_t dropped;
    /** How many it keeps. */
    int64_t max_events;
};
LLMSPELL_API void llmspell_event_recording_info_init(llmspell_event_recording_info *value);
LLMSPELL_API void llmspell_event_recording_info_free(llmspell_event_recording_info *value);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_event_subscription_free(llmspell_event_subscription *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_event_subscription_id(const llmspell_event_subscription *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_event_subscription_free(). */
LLMSPELL_API llmspell_event_subscription *llmspell_event_subscription_from_id(const char *id);

/**
 * Tell the subscribers that something happened.
 *
 * Returns when every subscriber's queue has the event, without waiting for their callbacks.
 *
 * @param type What happened, as dotted words: "user.signed_in"
 * @param data_json What is to be known about it
 * @param options What else to say about it; may be NULL
 * @param result receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE, LLMSPELL_E_EVENT_RESERVED_TYPE,
 *        LLMSPELL_E_EVENT_DATA_TOO_LARGE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_emit(
    llmspell_session *session, const char *type, const char *data_json,
    const llmspell_event_emit_options *options, char **result);

/**
 * Have a callback called for every event whose type matches a pattern.
 *
 * The callback gets the events one at a time and in order. What it raises is counted in the subscription's
 * information and stops nothing. The subscription lasts until it is released or the session is closed.
 *
 * @param pattern `*` is one segment, `**` any number: "tool.*"
 * @param callback Gets the events
 * @param options What else to ask for; may be NULL
 * @param result receives the result; free it with llmspell_event_subscription_free()
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_subscribe(
    llmspell_session *session, const char *pattern, const llmspell_event_handler *callback,
    const llmspell_event_subscribe_options *options, llmspell_event_subscription **result);

/**
 * End a subscription.
 *
 * Events that its callback has not been given yet are dropped.
 *
 * @param subscription The subscription
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_SUBSCRIPTION_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_unsubscribe(
    llmspell_session *session, llmspell_event_subscription *subscription);

/**
 * The session's subscriptions, oldest first.
 *
 * @param result receives the result; free it with llmspell_event_subscription_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_event_list_subscriptions(
    llmspell_session *session, llmspell_event_subscription_info_list *result);

/**
 * The recorded events that meet criteria, oldest first.
 *
 * @param criteria Which events; all when left out; may be NULL
 * @param limit Only this many, the newest ones; may be NULL
 * @param result receives the result; free it with llmspell_event_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_filter(
    llmspell_session *session, const llmspell_event_criteria *criteria, const int64_t *limit,
    llmspell_event_list *result);

/**
 * Start or stop recording events.
 *
 * Recorded events stay in memory until `event.clear` or the session's end. Recording again while recording
 * changes the options and keeps the events.
 *
 * @param enabled False to stop; true when NULL
 * @param options What to record; may be NULL
 * @param result receives the result; free it with llmspell_event_recording_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_record(
    llmspell_session *session, const bool *enabled, const llmspell_event_record_options *options,
    llmspell_event_recording_info *result);

/**
 * Send recorded events again, oldest first.
 *
 * Without a callback every subscriber whose pattern matches gets them; with one, only that callback does, and
 * the call returns when it has had them all. They keep their id, timestamp and data, and are marked
 * `replayed`. They are not recorded again.
 *
 * @param criteria Which events; all when left out; may be NULL
 * @param callback Gets them instead of the subscribers; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_replay(
    llmspell_session *session, const llmspell_event_criteria *criteria, const llmspell_event_handler *callback,
    int64_t *result);

/**
 * Drop recorded events.
 *
 * @param criteria Which events; all when left out; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_clear(
    llmspell_session *session, const llmspell_event_criteria *criteria, int64_t *result);

#ifdef __cplusplus
}
#endif

#endif
