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

/** What a full queue of a subscription does with one event more. */
typedef enum llmspell_event_overflow_policy {
    /** Not given. */
    LLMSPELL_EVENT_OVERFLOW_POLICY_UNSPECIFIED = 0,
    /** The event that has waited longest makes room; the default. */
    LLMSPELL_EVENT_OVERFLOW_POLICY_DROP_OLDEST = 1,
    /** The event that comes is dropped. */
    LLMSPELL_EVENT_OVERFLOW_POLICY_DROP_NEWEST = 2,
    /** The oldest of the events of the lowest priority is dropped; that may be the one that comes. */
    LLMSPELL_EVENT_OVERFLOW_POLICY_DROP_LOWEST = 3,
    /**
     * The event that comes is dropped, and no more are heard: the subscription ends when what waits has been
     * given, so that it has no gap.
     */
    LLMSPELL_EVENT_OVERFLOW_POLICY_END = 4
} llmspell_event_overflow_policy;

/** In which order a subscription's callback gets the events that wait. */
typedef enum llmspell_event_delivery_order {
    /** Not given. */
    LLMSPELL_EVENT_DELIVERY_ORDER_UNSPECIFIED = 0,
    /** As they were emitted; the default. */
    LLMSPELL_EVENT_DELIVERY_ORDER_EMISSION = 1,
    /** Those of the highest priority first, and those of equal priority as they were emitted. */
    LLMSPELL_EVENT_DELIVERY_ORDER_PRIORITY = 2
} llmspell_event_delivery_order;

/** Why a subscription has ended by itself. */
typedef enum llmspell_event_end_reason {
    /** Not given. */
    LLMSPELL_EVENT_END_REASON_UNSPECIFIED = 0,
    /** It has had the `max_events` that it asked for. */
    LLMSPELL_EVENT_END_REASON_COMPLETED = 1,
    /** Its callback has failed `max_failures` times in a row. */
    LLMSPELL_EVENT_END_REASON_FAILURES = 2,
    /** Its queue was full, and its policy is to end. */
    LLMSPELL_EVENT_END_REASON_OVERFLOW = 3
} llmspell_event_end_reason;

/** What events are held to: Events that wait for one subscriber when it sets no `queue_size`. */
#define LLMSPELL_EVENT_LIMIT_QUEUE INT64_C(1000)

/** What events are held to: Events that a recording keeps when it sets no limit; the oldest goes first. */
#define LLMSPELL_EVENT_LIMIT_RECORDED INT64_C(10000)

/**
 * What events are held to: Bytes of data that the recording in memory keeps; the oldest event goes first.
 */
#define LLMSPELL_EVENT_LIMIT_RECORDED_BYTES INT64_C(67108864)

/** What events are held to: Bytes of the data of one event as JSON. */
#define LLMSPELL_EVENT_LIMIT_DATA_BYTES INT64_C(1048576)

/**
 * What events are held to: Events that wait to be written to one file; those that come beyond are lost and
 * counted.
 */
#define LLMSPELL_EVENT_LIMIT_UNWRITTEN INT64_C(100000)

/**
 * What events are held to: Bytes of data of the events that wait to be written to one file; those that come
 * beyond are lost and counted.
 */
#define LLMSPELL_EVENT_LIMIT_UNWRITTEN_BYTES INT64_C(67108864)

/**
 * A subscription loses events.
 * When the queue of a subscription is full and one event more comes; once, until the queue has been empty
 * again.
 */
#define LLMSPELL_EVENT_EVENT_OVERFLOW "event.overflow"

/**
 * A subscription has ended by itself.
 * When it has had its `max_events`, has failed too often, or ends for its queue was full.
 */
#define LLMSPELL_EVENT_EVENT_SUBSCRIPTION_ENDED "event.subscription_ended"

/**
 * Events could not be written to the file of a recording.
 * When writing fails, or events come faster than they can be written; once, until writing succeeds again.
 */
#define LLMSPELL_EVENT_EVENT_RECORDING_FAILED "event.recording_failed"

/** A callback's interest in some events. */
typedef struct llmspell_event_subscription llmspell_event_subscription;

typedef struct llmspell_event llmspell_event;
typedef struct llmspell_event_criteria llmspell_event_criteria;
typedef struct llmspell_event_emit_options llmspell_event_emit_options;
typedef struct llmspell_event_subscribe_options llmspell_event_subscribe_options;
typedef struct llmspell_event_subscription_info llmspell_event_subscription_info;
typedef struct llmspell_event_record_options llmspell_event_record_options;
typedef struct llmspell_event_recording_info llmspell_event_recording_info;
typedef struct llmspell_event_replay_options llmspell_event_replay_options;
typedef struct llmspell_event_queue_overflowed llmspell_event_queue_overflowed;
typedef struct llmspell_event_subscription_ended llmspell_event_subscription_ended;
typedef struct llmspell_event_recording_failed llmspell_event_recording_failed;
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

#ifndef LLMSPELL_EVENT_RECORDING_INFO_LIST_DEFINED
#define LLMSPELL_EVENT_RECORDING_INFO_LIST_DEFINED
typedef struct llmspell_event_recording_info_list {
    const llmspell_event_recording_info *items;
    size_t count;
} llmspell_event_recording_info_list;
LLMSPELL_API void llmspell_event_recording_info_list_free(llmspell_event_recording_info_list *value);
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
    /** Unique in the session that emitted it, in the order of emission: "event_1". */
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
    /**
     * What events that belong together share: what the emitter gave, else the trace id of the call in which it
     * was emitted. Optional.
     */
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
    /** What it belongs to: what the emitter gave, or the trace id of a call. Optional. */
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
    /**
     * An expression in CEL that must be true, over `type`, `category`, `data`, `priority`, `source`,
     * `correlation_id` and `id`: "data.bytes > 1000 && priority != 'low'". An event for which it has no value,
     * such as for want of a field, does not meet it. Those of subscriptions and recordings are evaluated where
     * events are emitted, and may not loop over lists (`exists`, `all`, `map`, `filter`). Optional.
     */
    const char *expression;
};
LLMSPELL_API void llmspell_event_criteria_init(llmspell_event_criteria *value);
LLMSPELL_API void llmspell_event_criteria_free(llmspell_event_criteria *value);

/** What else to say about an event. */
struct llmspell_event_emit_options {
    /** How much it matters. Optional: "normal" when absent. */
    llmspell_event_priority priority;
    /** Who emits it. Optional. */
    const char *source;
    /** What it belongs to; the trace id of the call that emits it when left out. Optional. */
    const char *correlation_id;
};
LLMSPELL_API void llmspell_event_emit_options_init(llmspell_event_emit_options *value);
LLMSPELL_API void llmspell_event_emit_options_free(llmspell_event_emit_options *value);

/** How a subscription works. */
struct llmspell_event_subscribe_options {
    /** What an event must meet besides the pattern. Optional. */
    const llmspell_event_criteria *criteria;
    /** End the subscription when its callback has been given this many events. Optional. */
    bool has_max_events;
    int64_t max_events;
    /**
     * End the subscription when its callback has failed this many times in a row; when left out, failures are
     * counted and nothing more. Optional.
     */
    bool has_max_failures;
    int64_t max_failures;
    /**
     * Subscriptions of higher priority are given an event first, those of equal priority as they were made.
     * Optional: "normal" when absent.
     */
    llmspell_event_priority priority;
    /** Which of the events that wait is given next. Optional: "emission" when absent. */
    llmspell_event_delivery_order order;
    /** How many events may wait. Optional: 1000 when absent. */
    bool has_queue_size;
    int64_t queue_size;
    /** What happens when more come. Optional: "drop_oldest" when absent. */
    llmspell_event_overflow_policy overflow;
};
LLMSPELL_API void llmspell_event_subscribe_options_init(llmspell_event_subscribe_options *value);
LLMSPELL_API void llmspell_event_subscribe_options_free(llmspell_event_subscribe_options *value);

/** A subscription and what it has seen. */
struct llmspell_event_subscription_info {
    /** Its handle: "subscription_1". */
    const char *id;
    /** The pattern it was made with. */
    const char *pattern;
    /** Which subscriptions it comes before. */
    llmspell_event_priority priority;
    /** Which of the events that wait is given next. */
    llmspell_event_delivery_order order;
    /** How many events may wait. */
    int64_t queue_size;
    /** What happens when more come. */
    llmspell_event_overflow_policy overflow;
    /** Events that its callback has not been given yet. */
    int64_t waiting;
    /** Events that its callback has been given. */
    int64_t delivered;
    /** Events at which its callback failed. */
    int64_t failed;
    /** Events dropped because its queue was full. */
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
    /** How many to keep, in a file those of earlier sessions included; 10000 when left out. Optional. */
    bool has_max_events;
    int64_t max_events;
    /**
     * The SQLite file to record to, beside what is recorded in memory or to other files; it is made when it is
     * missing. Left out: in memory. Optional.
     */
    const char *path;
};
LLMSPELL_API void llmspell_event_record_options_init(llmspell_event_record_options *value);
LLMSPELL_API void llmspell_event_record_options_free(llmspell_event_record_options *value);

/** A recording, and how it stands. */
struct llmspell_event_recording_info {
    /** Its file; absent for the recording in memory. Optional. */
    const char *path;
    /** Whether events are being recorded. */
    bool recording;
    /** Events it holds. */
    int64_t events;
    /** Events that made room for later ones in this session. */
    int64_t dropped;
    /** Events that could not be written, or came faster than they could be. */
    int64_t lost;
    /** How many it keeps. */
    int64_t max_events;
    /** Why events were last lost. Optional. */
    const char *last_error;
};
LLMSPELL_API void llmspell_event_recording_info_init(llmspell_event_recording_info *value);
LLMSPELL_API void llmspell_event_recording_info_free(llmspell_event_recording_info *value);

/** How to send recorded events again. */
struct llmspell_event_replay_options {
    /** The file of a recording; the recording in memory when left out. Optional. */
    const char *path;
    /**
     * How fast: 1 keeps the time that lay between two events, 10 a tenth of it. Without pauses when left out.
     * Optional.
     */
    bool has_speed;
    double speed;
    /** Wait no longer than this between two events, for the nights in a recording. Optional. */
    bool has_max_gap_seconds;
    double max_gap_seconds;
    /** Leave out this many of the first events: where an earlier replay was cancelled. Optional. */
    bool has_skip;
    int64_t skip;
    /** Send only this many. Optional. */
    bool has_limit;
    int64_t limit;
    /**
     * How long to wait for a subscriber whose queue is full and whose callback does not get on. Optional: 10 when
     * absent.
     */
    bool has_wait_seconds;
    double wait_seconds;
};
LLMSPELL_API void llmspell_event_replay_options_init(llmspell_event_replay_options *value);
LLMSPELL_API void llmspell_event_replay_options_free(llmspell_event_replay_options *value);

/** A subscription's queue has become full. */
struct llmspell_event_queue_overflowed {
    /** Its handle. */
    const char *subscription;
    /** Its pattern. */
    const char *pattern;
    /** How many events wait. */
    int64_t queue_size;
    /** What happens with more. */
    llmspell_event_overflow_policy overflow;
    /** Events that it has lost so far, the first of this time included. */
    int64_t dropped;
};
LLMSPELL_API void llmspell_event_queue_overflowed_init(llmspell_event_queue_overflowed *value);
LLMSPELL_API void llmspell_event_queue_overflowed_free(llmspell_event_queue_overflowed *value);

/** A subscription has ended by itself. */
struct llmspell_event_subscription_ended {
    /** What its handle was: "subscription_1". */
    const char *subscription;
    /** Its pattern. */
    const char *pattern;
    /** Why. */
    llmspell_event_end_reason reason;
    /** Events that its callback was given. */
    int64_t delivered;
    /** Events at which its callback failed. */
    int64_t failed;
    /** Events dropped because its queue was full. */
    int64_t dropped;
    /** What its callback last failed with. Optional. */
    const char *last_error;
};
LLMSPELL_API void llmspell_event_subscription_ended_init(llmspell_event_subscription_ended *value);
LLMSPELL_API void llmspell_event_subscription_ended_free(llmspell_event_subscription_ended *value);

/** Events could not be written to a recording's file. */
struct llmspell_event_recording_failed {
    /** The file. */
    const char *path;
    /** Why. */
    const char *reason;
    /** Events of this recording that have been lost so far. */
    int64_t lost;
};
LLMSPELL_API void llmspell_event_recording_failed_init(llmspell_event_recording_failed *value);
LLMSPELL_API void llmspell_event_recording_failed_free(llmspell_event_recording_failed *value);

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
 * The callback gets the events one at a time and in order; what comes while it is busy waits in the
 * subscription's queue. What it raises is counted in the subscription's information and stops nothing, unless
 * `max_failures` says so. The subscription lasts until it is released, ends as its options say, or the
 * session is closed.
 *
 * Subscriptions of higher priority are given an event before those of lower. Callbacks that run on different
 * threads, or wait, may overlap all the same.
 *
 * @param pattern `*` is one segment, `**` any number: "tool.*"
 * @param callback Gets the events
 * @param options What else to ask for; may be NULL
 * @param result receives the result; free it with llmspell_event_subscription_free()
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE, LLMSPELL_E_EVENT_INVALID_EXPRESSION or a runtime status
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
 * In a file they are those of every session that recorded to it. Type, time and correlation id are looked up
 * in indices.
 *
 * @param criteria Which events; all when left out; may be NULL
 * @param limit Only this many, the newest ones; may be NULL
 * @param path The file of a recording, which needs the permission fs.read; the recording in memory when left
 *        out; may be NULL
 * @param result receives the result; free it with llmspell_event_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE, LLMSPELL_E_EVENT_INVALID_EXPRESSION,
 *        LLMSPELL_E_EVENT_FILE_FAILED, LLMSPELL_E_EVENT_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_filter(
    llmspell_session *session, const llmspell_event_criteria *criteria, const int64_t *limit, const char *path,
    llmspell_event_list *result);

/**
 * Start or stop recording events.
 *
 * Recorded events stay in memory until `event.clear` or the session's end, and in a file until `event.clear`.
 * Recording again while recording changes the options and keeps the events. Memory and files are recorded to
 * independently: stop each as you started it. A file needs the permission fs.write.
 *
 * @param enabled False to stop; true when NULL
 * @param options What to record, and where; to stop, only where; may be NULL
 * @param result receives the result; free it with llmspell_event_recording_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE, LLMSPELL_E_EVENT_INVALID_EXPRESSION,
 *        LLMSPELL_E_EVENT_FILE_FAILED, LLMSPELL_E_EVENT_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_record(
    llmspell_session *session, const bool *enabled, const llmspell_event_record_options *options,
    llmspell_event_recording_info *result);

/**
 * The session's recordings, that in memory first.
 *
 * The one in memory is always there; files are, from their first `event.record` on.
 *
 * @param result receives the result; free it with llmspell_event_recording_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_event_list_recordings(
    llmspell_session *session, llmspell_event_recording_info_list *result);

/**
 * Wait until everything that was recorded is on the disk.
 *
 * What was emitted before the call survives a crash of the process and of the machine when it returns. It
 * fails when events could not be written.
 *
 * @param path The file of a recording; all of the session when left out; may be NULL
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_FILE_FAILED or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_flush(llmspell_session *session, const char *path);

/**
 * Send recorded events again, oldest first.
 *
 * Without a callback every subscriber whose pattern matches gets them; with one, only that callback does, one
 * after the other, and the call returns when it has had them all. They keep their id, timestamp, data and
 * correlation id, and are marked `replayed`. They are not recorded again. Events that are recorded meanwhile
 * are not sent.
 *
 * For a subscriber whose queue is full the replay waits, so that nothing is dropped. One that has not taken
 * an event for `wait_seconds` is not waited for until it does, and its overflow policy holds.
 *
 * A replay that is cancelled stops between two events; `skip` goes on from there.
 *
 * @param criteria Which events, such as those of a range of time; all when left out; may be NULL
 * @param callback Gets them instead of the subscribers; may be NULL
 * @param options From where, and how fast; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE, LLMSPELL_E_EVENT_INVALID_EXPRESSION,
 *        LLMSPELL_E_EVENT_FILE_FAILED, LLMSPELL_E_EVENT_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_replay(
    llmspell_session *session, const llmspell_event_criteria *criteria, const llmspell_event_handler *callback,
    const llmspell_event_replay_options *options, int64_t *result);

/**
 * Drop recorded events.
 *
 * @param criteria Which events; all when left out; may be NULL
 * @param path The file of a recording, which needs the permission fs.write; the recording in memory when left
 *        out; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_EVENT_INVALID_TYPE, LLMSPELL_E_EVENT_INVALID_EXPRESSION,
 *        LLMSPELL_E_EVENT_FILE_FAILED, LLMSPELL_E_EVENT_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_event_clear(
    llmspell_session *session, const llmspell_event_criteria *criteria, const char *path, int64_t *result);

#ifdef __cplusplus
}
#endif

#endif
