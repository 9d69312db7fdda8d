"""What happens in a session, told to whoever wants to know. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

from llmspell_glue._core import (
    OK,
    SESSIONS,
    Enumeration,
    callback_failed,
    entries,
    export,
    ffi,
    lib,
    new,
    new_json,
    new_text,
    read_json,
    string,
    typeof,
)

EVENT_CRITERIA_TYPE = typeof("llmspell_event_criteria *")
EVENT_RECORDING_INFO_TYPE = typeof("llmspell_event_recording_info *")
EVENT_SUBSCRIPTION_INFO_TYPE = typeof("llmspell_event_subscription_info *")
EVENT_TYPE = typeof("llmspell_event *")

EVENT_TYPE_NAMES = Enumeration(
    "llmspell_event_type",
    {
        1: "system",
        2: "user",
        3: "agent",
        4: "tool",
        5: "workflow",
        6: "provider",
    },
)
EVENT_TYPE_NUMBERS = {
    "system": 1,
    "user": 2,
    "agent": 3,
    "tool": 4,
    "workflow": 5,
    "provider": 6,
}
EVENT_PRIORITY_NAMES = Enumeration(
    "llmspell_event_priority",
    {
        1: "low",
        2: "normal",
        3: "high",
        4: "critical",
    },
)
EVENT_PRIORITY_NUMBERS = {
    "low": 1,
    "normal": 2,
    "high": 3,
    "critical": 4,
}
EVENT_OVERFLOW_POLICY_NAMES = Enumeration(
    "llmspell_event_overflow_policy",
    {
        1: "drop_oldest",
        2: "drop_newest",
        3: "drop_lowest",
        4: "end",
    },
)
EVENT_OVERFLOW_POLICY_NUMBERS = {
    "drop_oldest": 1,
    "drop_newest": 2,
    "drop_lowest": 3,
    "end": 4,
}
EVENT_DELIVERY_ORDER_NAMES = Enumeration(
    "llmspell_event_delivery_order",
    {
        1: "emission",
        2: "priority",
    },
)
EVENT_DELIVERY_ORDER_NUMBERS = {
    "emission": 1,
    "priority": 2,
}
EVENT_END_REASON_NAMES = Enumeration(
    "llmspell_event_end_reason",
    {
        1: "completed",
        2: "failures",
        3: "overflow",
    },
)
EVENT_END_REASON_NUMBERS = {
    "completed": 1,
    "failures": 2,
    "overflow": 3,
}


def read_event(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.type:
        value["type"] = string(p).decode()
    if p := c.category:
        value["category"] = EVENT_TYPE_NAMES[p]
    if p := c.data_json:
        value["data"] = read_json(p)
    if p := c.timestamp:
        value["timestamp"] = string(p).decode()
    if p := c.priority:
        value["priority"] = EVENT_PRIORITY_NAMES[p]
    if p := c.source:
        value["source"] = string(p).decode()
    if p := c.correlation_id:
        value["correlation_id"] = string(p).decode()
    if c.has_replayed:
        value["replayed"] = c.replayed
    return value


def write_event(c, value):
    c.id = new_text(value["id"])
    c.type = new_text(value["type"])
    c.category = EVENT_TYPE_NUMBERS[value["category"]]
    c.data_json = new_json(value["data"])
    c.timestamp = new_text(value["timestamp"])
    c.priority = EVENT_PRIORITY_NUMBERS[value["priority"]]
    if (v := value.get("source")) is not None:
        c.source = new_text(v)
    if (v := value.get("correlation_id")) is not None:
        c.correlation_id = new_text(v)
    if "replayed" in value:
        c.has_replayed = True
        c.replayed = value["replayed"]


def read_event_criteria(c):
    value = {}
    if p := c.pattern:
        value["pattern"] = string(p).decode()
    if p := c.category:
        value["category"] = EVENT_TYPE_NAMES[p]
    if p := c.source:
        value["source"] = string(p).decode()
    if p := c.correlation_id:
        value["correlation_id"] = string(p).decode()
    if p := c.min_priority:
        value["min_priority"] = EVENT_PRIORITY_NAMES[p]
    if p := c.data_json:
        value["data"] = read_json(p)
    if p := c.since:
        value["since"] = string(p).decode()
    if p := c.until:
        value["until"] = string(p).decode()
    if p := c.expression:
        value["expression"] = string(p).decode()
    return value


def write_event_criteria(c, value):
    if (v := value.get("pattern")) is not None:
        c.pattern = new_text(v)
    if (v := value.get("category")) is not None:
        c.category = EVENT_TYPE_NUMBERS[v]
    if (v := value.get("source")) is not None:
        c.source = new_text(v)
    if (v := value.get("correlation_id")) is not None:
        c.correlation_id = new_text(v)
    if (v := value.get("min_priority")) is not None:
        c.min_priority = EVENT_PRIORITY_NUMBERS[v]
    if "data" in value:
        c.data_json = new_json(value["data"])
    if (v := value.get("since")) is not None:
        c.since = new_text(v)
    if (v := value.get("until")) is not None:
        c.until = new_text(v)
    if (v := value.get("expression")) is not None:
        c.expression = new_text(v)


def read_event_emit_options(c):
    value = {}
    if p := c.priority:
        value["priority"] = EVENT_PRIORITY_NAMES[p]
    if p := c.source:
        value["source"] = string(p).decode()
    if p := c.correlation_id:
        value["correlation_id"] = string(p).decode()
    return value


def write_event_emit_options(c, value):
    if (v := value.get("priority")) is not None:
        c.priority = EVENT_PRIORITY_NUMBERS[v]
    if (v := value.get("source")) is not None:
        c.source = new_text(v)
    if (v := value.get("correlation_id")) is not None:
        c.correlation_id = new_text(v)


def read_event_subscribe_options(c):
    value = {}
    if p := c.criteria:
        value["criteria"] = read_event_criteria(p)
    if c.has_max_events:
        value["max_events"] = c.max_events
    if c.has_max_failures:
        value["max_failures"] = c.max_failures
    if p := c.priority:
        value["priority"] = EVENT_PRIORITY_NAMES[p]
    if p := c.order:
        value["order"] = EVENT_DELIVERY_ORDER_NAMES[p]
    if c.has_queue_size:
        value["queue_size"] = c.queue_size
    if p := c.overflow:
        value["overflow"] = EVENT_OVERFLOW_POLICY_NAMES[p]
    return value


def write_event_subscribe_options(c, value):
    if (v := value.get("criteria")) is not None:
        p = new(EVENT_CRITERIA_TYPE)
        c.criteria = p
        write_event_criteria(p, v)
    if "max_events" in value:
        c.has_max_events = True
        c.max_events = value["max_events"]
    if "max_failures" in value:
        c.has_max_failures = True
        c.max_failures = value["max_failures"]
    if (v := value.get("priority")) is not None:
        c.priority = EVENT_PRIORITY_NUMBERS[v]
    if (v := value.get("order")) is not None:
        c.order = EVENT_DELIVERY_ORDER_NUMBERS[v]
    if "queue_size" in value:
        c.has_queue_size = True
        c.queue_size = value["queue_size"]
    if (v := value.get("overflow")) is not None:
        c.overflow = EVENT_OVERFLOW_POLICY_NUMBERS[v]


def read_event_subscription_info(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.pattern:
        value["pattern"] = string(p).decode()
    if p := c.priority:
        value["priority"] = EVENT_PRIORITY_NAMES[p]
    if p := c.order:
        value["order"] = EVENT_DELIVERY_ORDER_NAMES[p]
    value["queue_size"] = c.queue_size
    if p := c.overflow:
        value["overflow"] = EVENT_OVERFLOW_POLICY_NAMES[p]
    value["waiting"] = c.waiting
    value["delivered"] = c.delivered
    value["failed"] = c.failed
    value["dropped"] = c.dropped
    if p := c.last_error:
        value["last_error"] = string(p).decode()
    return value


def write_event_subscription_info(c, value):
    c.id = new_text(value["id"])
    c.pattern = new_text(value["pattern"])
    c.priority = EVENT_PRIORITY_NUMBERS[value["priority"]]
    c.order = EVENT_DELIVERY_ORDER_NUMBERS[value["order"]]
    c.queue_size = value["queue_size"]
    c.overflow = EVENT_OVERFLOW_POLICY_NUMBERS[value["overflow"]]
    c.waiting = value["waiting"]
    c.delivered = value["delivered"]
    c.failed = value["failed"]
    c.dropped = value["dropped"]
    if (v := value.get("last_error")) is not None:
        c.last_error = new_text(v)


def read_event_record_options(c):
    value = {}
    if p := c.criteria:
        value["criteria"] = read_event_criteria(p)
    if c.has_max_events:
        value["max_events"] = c.max_events
    if p := c.path:
        value["path"] = string(p).decode()
    return value


def write_event_record_options(c, value):
    if (v := value.get("criteria")) is not None:
        p = new(EVENT_CRITERIA_TYPE)
        c.criteria = p
        write_event_criteria(p, v)
    if "max_events" in value:
        c.has_max_events = True
        c.max_events = value["max_events"]
    if (v := value.get("path")) is not None:
        c.path = new_text(v)


def read_event_recording_info(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    value["recording"] = c.recording
    value["events"] = c.events
    value["dropped"] = c.dropped
    value["lost"] = c.lost
    value["max_events"] = c.max_events
    if p := c.last_error:
        value["last_error"] = string(p).decode()
    return value


def write_event_recording_info(c, value):
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    c.recording = value["recording"]
    c.events = value["events"]
    c.dropped = value["dropped"]
    c.lost = value["lost"]
    c.max_events = value["max_events"]
    if (v := value.get("last_error")) is not None:
        c.last_error = new_text(v)


def read_event_replay_options(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if c.has_speed:
        value["speed"] = c.speed
    if c.has_max_gap_seconds:
        value["max_gap_seconds"] = c.max_gap_seconds
    if c.has_skip:
        value["skip"] = c.skip
    if c.has_limit:
        value["limit"] = c.limit
    if c.has_wait_seconds:
        value["wait_seconds"] = c.wait_seconds
    return value


def write_event_replay_options(c, value):
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    if "speed" in value:
        c.has_speed = True
        c.speed = value["speed"]
    if "max_gap_seconds" in value:
        c.has_max_gap_seconds = True
        c.max_gap_seconds = value["max_gap_seconds"]
    if "skip" in value:
        c.has_skip = True
        c.skip = value["skip"]
    if "limit" in value:
        c.has_limit = True
        c.limit = value["limit"]
    if "wait_seconds" in value:
        c.has_wait_seconds = True
        c.wait_seconds = value["wait_seconds"]


def read_event_queue_overflowed(c):
    value = {}
    if p := c.subscription:
        value["subscription"] = string(p).decode()
    if p := c.pattern:
        value["pattern"] = string(p).decode()
    value["queue_size"] = c.queue_size
    if p := c.overflow:
        value["overflow"] = EVENT_OVERFLOW_POLICY_NAMES[p]
    value["dropped"] = c.dropped
    return value


def write_event_queue_overflowed(c, value):
    c.subscription = new_text(value["subscription"])
    c.pattern = new_text(value["pattern"])
    c.queue_size = value["queue_size"]
    c.overflow = EVENT_OVERFLOW_POLICY_NUMBERS[value["overflow"]]
    c.dropped = value["dropped"]


def read_event_subscription_ended(c):
    value = {}
    if p := c.subscription:
        value["subscription"] = string(p).decode()
    if p := c.pattern:
        value["pattern"] = string(p).decode()
    if p := c.reason:
        value["reason"] = EVENT_END_REASON_NAMES[p]
    value["delivered"] = c.delivered
    value["failed"] = c.failed
    value["dropped"] = c.dropped
    if p := c.last_error:
        value["last_error"] = string(p).decode()
    return value


def write_event_subscription_ended(c, value):
    c.subscription = new_text(value["subscription"])
    c.pattern = new_text(value["pattern"])
    c.reason = EVENT_END_REASON_NUMBERS[value["reason"]]
    c.delivered = value["delivered"]
    c.failed = value["failed"]
    c.dropped = value["dropped"]
    if (v := value.get("last_error")) is not None:
        c.last_error = new_text(v)


def read_event_recording_failed(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.reason:
        value["reason"] = string(p).decode()
    value["lost"] = c.lost
    return value


def write_event_recording_failed(c, value):
    c.path = new_text(value["path"])
    c.reason = new_text(value["reason"])
    c.lost = value["lost"]


def read_event_subscription_info_list(c):
    return [read_event_subscription_info(p) for p in entries(c.items, c.count)]


def write_event_subscription_info_list(c, value):
    items = new(EVENT_SUBSCRIPTION_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_event_subscription_info(items[i], v)


def read_event_list(c):
    return [read_event(p) for p in entries(c.items, c.count)]


def write_event_list(c, value):
    items = new(EVENT_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_event(items[i], v)


def read_event_recording_info_list(c):
    return [read_event_recording_info(p) for p in entries(c.items, c.count)]


def write_event_recording_info_list(c, value):
    items = new(EVENT_RECORDING_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_event_recording_info(items[i], v)


def call_event_handler(call, user_data, values, session):
    keep = []
    try:
        a0 = ffi.NULL
        if len(values) > 0 and (v := values[0]) is not None:
            a0 = ffi.new("llmspell_event *")
            keep.append((lib.llmspell_event_free, a0))
            write_event(a0, v)
        status = call(user_data, a0)
        if status != OK:
            raise callback_failed(status)
    finally:
        for free, place in keep:
            free(place)


@export
def llmspell_py_event_emit(session, type, data_json, options, result):
    arguments = {}
    if p := type:
        arguments["type"] = string(p).decode()
    if p := data_json:
        arguments["data"] = read_json(p)
    if p := options:
        arguments["options"] = read_event_emit_options(p)
    value = SESSIONS[session].ask("event.emit", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_event_subscribe(session, pattern, callback, options, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := pattern:
            arguments["pattern"] = string(p).decode()
        if callback and callback.call:
            arguments["callback"] = session.typed_callback(callback, call_event_handler)
        if p := options:
            arguments["options"] = read_event_subscribe_options(p)
        value = session.ask("event.subscribe", arguments)
        result[0] = new_text(value)
    return OK


@export
def llmspell_py_event_unsubscribe(session, subscription):
    SESSIONS[session].trusted["event.unsubscribe"](string(subscription).decode() if subscription else None)
    return OK


@export
def llmspell_py_event_list_subscriptions(session, result):
    value = SESSIONS[session].trusted["event.list_subscriptions"]()
    write_event_subscription_info_list(result, value)
    return OK


@export
def llmspell_py_event_filter(session, criteria, limit, path, result):
    arguments = {}
    if p := criteria:
        arguments["criteria"] = read_event_criteria(p)
    if limit:
        arguments["limit"] = limit[0]
    if p := path:
        arguments["path"] = string(p).decode()
    value = SESSIONS[session].ask("event.filter", arguments)
    write_event_list(result, value)
    return OK


@export
def llmspell_py_event_record(session, enabled, options, result):
    arguments = {}
    if enabled:
        arguments["enabled"] = enabled[0]
    if p := options:
        arguments["options"] = read_event_record_options(p)
    value = SESSIONS[session].ask("event.record", arguments)
    write_event_recording_info(result, value)
    return OK


@export
def llmspell_py_event_list_recordings(session, result):
    value = SESSIONS[session].trusted["event.list_recordings"]()
    write_event_recording_info_list(result, value)
    return OK


@export
def llmspell_py_event_flush(session, path):
    arguments = {}
    if p := path:
        arguments["path"] = string(p).decode()
    SESSIONS[session].ask("event.flush", arguments)
    return OK


@export
def llmspell_py_event_replay(session, criteria, callback, options, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := criteria:
            arguments["criteria"] = read_event_criteria(p)
        if callback and callback.call:
            arguments["callback"] = session.typed_callback(callback, call_event_handler)
        if p := options:
            arguments["options"] = read_event_replay_options(p)
        value = session.ask("event.replay", arguments)
        result[0] = value
    return OK


@export
def llmspell_py_event_clear(session, criteria, path, result):
    arguments = {}
    if p := criteria:
        arguments["criteria"] = read_event_criteria(p)
    if p := path:
        arguments["path"] = string(p).decode()
    value = SESSIONS[session].ask("event.clear", arguments)
    result[0] = value
    return OK
