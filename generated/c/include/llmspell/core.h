/**
 * @file
 * What every part of llmspell stands on: statuses, errors, sessions, memory, and the generic call.
 *
 * Made by bridgegen; change the interface, not this file.
 *
 * What holds everywhere:
 *
 * Memory: what goes in is borrowed for the call; what comes out is yours. Free a struct, list, map or handle with its own
 * _free(), a string with llmspell_string_free(). A _free() accepts NULL, one of a struct may be called twice, and all are
 * only for what the library filled. Nothing may be an argument and the place of a result of one call.
 *
 * Results: the last parameters receive them. NULL there says that the result is not wanted: it is freed. (What a handle
 * stands for lives on in its session.) Only what must be ended or named later, a session of llmspell_open(), a stream, a
 * ticket or a callback's id, has to have a place. A call that fails leaves every place empty: NULL, 0 or zeroed.
 *
 * Absent and null: begin a struct with its _init(). Then NULL, 0 of an enumeration, `items` that are NULL, and a false
 * `has_x` are what is not given; `x_is_null` says null where a value may be absent and null.
 *
 * Callbacks run on a thread that is inside a call of the same session, whichever call that is: one that blocks holds that
 * call up, and must not wait for a thread that may be the one it runs on. A callback may call every function. What it gives
 * back is freed by the library, so it is made with llmspell_string_copy() or malloc().
 *
 * Threads: every function may be called from any thread, several at once in one session too, except that the pointer to a
 * session, handle or stream must not be used once one thread has freed or closed it. A stream is read by one thread at a
 * time. A process that is forked after llmspell_open() cannot use the library; one that is forked before it can.
 *
 * Text is UTF-8.
 */
#ifndef LLMSPELL_CORE_H
#define LLMSPELL_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__) && !defined(LLMSPELL_API)
#define LLMSPELL_API __attribute__((visibility("default")))
#elif !defined(LLMSPELL_API)
#define LLMSPELL_API
#endif

/** The version of the interface this header was made from. */
#define LLMSPELL_VERSION "0.1.0"

/** Changes with the rules of this file; compare with llmspell_abi_version(). Structs may grow with each minor version. */
#define LLMSPELL_ABI_VERSION 1

/** How a call ended. Zero is never success: a library whose Python did not start cannot say anything else. */
typedef enum llmspell_status {
    /** The library could not start; llmspell_last_error(NULL) says why. */
    LLMSPELL_NOT_INITIALIZED = 0,
    /** It worked. */
    LLMSPELL_OK = 1,
    /** The stream is at its end, or nothing happened within the time given. No error. */
    LLMSPELL_END = 2,
    /** `runtime.internal`: The implementation failed in a way it does not declare. */
    LLMSPELL_E_RUNTIME_INTERNAL = 10,
    /** `runtime.invalid_argument`: An argument does not have the declared type. */
    LLMSPELL_E_RUNTIME_INVALID_ARGUMENT = 11,
    /** `runtime.unknown_function`: No function has this name. */
    LLMSPELL_E_RUNTIME_UNKNOWN_FUNCTION = 12,
    /** `runtime.invalid_handle`: No live resource has this handle. */
    LLMSPELL_E_RUNTIME_INVALID_HANDLE = 13,
    /** `runtime.permission_denied`: The session was not granted what the call needs. */
    LLMSPELL_E_RUNTIME_PERMISSION_DENIED = 14,
    /** `runtime.session_closed`: The session was closed before or during the call. */
    LLMSPELL_E_RUNTIME_SESSION_CLOSED = 15,
    /** `runtime.cancelled`: The caller cancelled the call. */
    LLMSPELL_E_RUNTIME_CANCELLED = 16,
    /** `runtime.timeout`: The call took longer than it may. */
    LLMSPELL_E_RUNTIME_TIMEOUT = 17,
    /** `runtime.unsupported`: This surface or host cannot do that. */
    LLMSPELL_E_RUNTIME_UNSUPPORTED = 18,
    /** `runtime.callback_failed`: A function that the caller passed in failed. */
    LLMSPELL_E_RUNTIME_CALLBACK_FAILED = 19,
    /** `runtime.invalid_result`: The implementation's result does not have the declared type. */
    LLMSPELL_E_RUNTIME_INVALID_RESULT = 20,
    /** `runtime.limit_exceeded`: The session is over one of its limits. */
    LLMSPELL_E_RUNTIME_LIMIT_EXCEEDED = 21,
    /** `runtime.broken_installation`: The installation is incomplete or does not fit its host. */
    LLMSPELL_E_RUNTIME_BROKEN_INSTALLATION = 22,
    /** `shared.invalid_schema`: A JSON Schema that was given is not one. */
    LLMSPELL_E_SHARED_INVALID_SCHEMA = 100,
    /** `session.not_found`: No session has this handle; it was closed, or never was. */
    LLMSPELL_E_SESSION_NOT_FOUND = 101,
    /** `session.permission_exceeded`: A session was to get a permission that its parent does not have. */
    LLMSPELL_E_SESSION_PERMISSION_EXCEEDED = 102,
    /** `session.too_deep`: Sessions within sessions go too deep. */
    LLMSPELL_E_SESSION_TOO_DEEP = 103,
    /** `session.unknown_conversion`: Nothing converts between these types. */
    LLMSPELL_E_SESSION_UNKNOWN_CONVERSION = 104,
    /** `session.conversion_failed`: The value is not of the type it is said to be, or cannot be converted. */
    LLMSPELL_E_SESSION_CONVERSION_FAILED = 105,
    /** `provider.not_found`: No provider has this name or handle. */
    LLMSPELL_E_PROVIDER_NOT_FOUND = 106,
    /** `provider.name_taken`: Another provider has this name. */
    LLMSPELL_E_PROVIDER_NAME_TAKEN = 107,
    /** `provider.invalid_config`: A provider cannot work with this configuration. */
    LLMSPELL_E_PROVIDER_INVALID_CONFIG = 108,
    /** `provider.unsupported`: This provider cannot do what was asked. */
    LLMSPELL_E_PROVIDER_UNSUPPORTED = 109,
    /** `provider.invalid_request`: The endpoint refuses this request. */
    LLMSPELL_E_PROVIDER_INVALID_REQUEST = 110,
    /** `provider.authentication_failed`: The endpoint does not accept the key. */
    LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED = 111,
    /** `provider.model_not_found`: The endpoint does not serve this model. */
    LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND = 112,
    /** `provider.context_too_long`: The conversation is longer than the model can read. */
    LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG = 113,
    /** `provider.rate_limited`: The endpoint wants fewer requests. */
    LLMSPELL_E_PROVIDER_RATE_LIMITED = 114,
    /** `provider.unavailable`: The endpoint failed. */
    LLMSPELL_E_PROVIDER_UNAVAILABLE = 115,
    /** `provider.unreachable`: The endpoint cannot be reached. */
    LLMSPELL_E_PROVIDER_UNREACHABLE = 116,
    /** `provider.timed_out`: The endpoint took too long. */
    LLMSPELL_E_PROVIDER_TIMED_OUT = 117,
    /** `provider.invalid_response`: The endpoint answered something that its protocol does not allow. */
    LLMSPELL_E_PROVIDER_INVALID_RESPONSE = 118,
    /** `provider.script_exhausted`: A scripted provider was called once more than it has steps. */
    LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED = 119,
    /** `provider.script_mismatch`: A request is not what the script's step expects. */
    LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH = 120,
    /** `provider.script_unfinished`: A scripted provider goes, and some of its steps were never reached. */
    LLMSPELL_E_PROVIDER_SCRIPT_UNFINISHED = 121,
    /** `agent.not_found`: No agent has this handle. */
    LLMSPELL_E_AGENT_NOT_FOUND = 122,
    /** `agent.busy`: The agent runs already. */
    LLMSPELL_E_AGENT_BUSY = 123,
    /** `agent.unknown_tool`: An agent is given a tool that the session does not have. */
    LLMSPELL_E_AGENT_UNKNOWN_TOOL = 124,
    /** `agent.step_limit`: The model still asks for tools after the most steps that are allowed. */
    LLMSPELL_E_AGENT_STEP_LIMIT = 125,
    /** `agent.invalid_output`: The model did not give an answer that fits the schema. */
    LLMSPELL_E_AGENT_INVALID_OUTPUT = 126,
    /** `agent.invalid_handoff`: An agent cannot hand its conversation to itself. */
    LLMSPELL_E_AGENT_INVALID_HANDOFF = 127,
    /** `agent.nested_too_deep`: Agents call agents as tools without end. */
    LLMSPELL_E_AGENT_NESTED_TOO_DEEP = 128,
    /** `tool.not_found`: No tool has this name. */
    LLMSPELL_E_TOOL_NOT_FOUND = 129,
    /** `tool.already_exists`: A tool of this name is registered already. */
    LLMSPELL_E_TOOL_ALREADY_EXISTS = 130,
    /** `tool.invalid_schema`: The parameters are not a JSON Schema that tools can use. */
    LLMSPELL_E_TOOL_INVALID_SCHEMA = 131,
    /** `tool.invalid_arguments`: The arguments do not fit the tool's schema. */
    LLMSPELL_E_TOOL_INVALID_ARGUMENTS = 132,
    /** `tool.invalid_result`: The handler returned what is not JSON, or too much of it. */
    LLMSPELL_E_TOOL_INVALID_RESULT = 133,
    /** `tool.execution_failed`: The handler failed. */
    LLMSPELL_E_TOOL_EXECUTION_FAILED = 134,
    /** `tool.timed_out`: The tool took longer than its limit. */
    LLMSPELL_E_TOOL_TIMED_OUT = 135,
    /** `tool.sandbox_killed`: A sandboxed execution reached a limit other than time, or died. */
    LLMSPELL_E_TOOL_SANDBOX_KILLED = 136,
    /** `tool.not_sandboxable`: The tool's handler cannot run in another process. */
    LLMSPELL_E_TOOL_NOT_SANDBOXABLE = 137,
    /** `tool.no_handler`: The tool was loaded from a file and nobody has attached its handler. */
    LLMSPELL_E_TOOL_NO_HANDLER = 138,
    /** `tool.unknown_execution`: No execution has this id, or its outcome was given out too long ago. */
    LLMSPELL_E_TOOL_UNKNOWN_EXECUTION = 139,
    /** `tool.bad_expression`: The calculator cannot evaluate this. */
    LLMSPELL_E_TOOL_BAD_EXPRESSION = 140,
    /** `tool.file_failed`: A file could not be read or written. */
    LLMSPELL_E_TOOL_FILE_FAILED = 141,
    /** `tool.invalid_file`: The file does not hold tool definitions of a version that is known here. */
    LLMSPELL_E_TOOL_INVALID_FILE = 142,
    /** `tool.request_failed`: An HTTP request got no answer, or one that cannot be used. */
    LLMSPELL_E_TOOL_REQUEST_FAILED = 143,
    /** `event.subscription_not_found`: No subscription has this handle; it has ended, or never was. */
    LLMSPELL_E_EVENT_SUBSCRIPTION_NOT_FOUND = 144,
    /** `event.invalid_type`: An event's type or a pattern is not dotted words. */
    LLMSPELL_E_EVENT_INVALID_TYPE = 145,
    /** `event.reserved_type`: Only the runtime emits events of this type. */
    LLMSPELL_E_EVENT_RESERVED_TYPE = 146,
    /** `event.data_too_large`: An event's data is too large. */
    LLMSPELL_E_EVENT_DATA_TOO_LARGE = 147,
    /** `memory.not_found`: The memory has no such key. */
    LLMSPELL_E_MEMORY_NOT_FOUND = 148,
    /** `memory.invalid_space`: The type, scope, owner and path given do not name a memory. */
    LLMSPELL_E_MEMORY_INVALID_SPACE = 149,
    /** `memory.too_large`: A value is too large. */
    LLMSPELL_E_MEMORY_TOO_LARGE = 150,
    /** `memory.full`: The memory is full. */
    LLMSPELL_E_MEMORY_FULL = 151,
    /** `memory.file_failed`: A memory file could not be read or written. */
    LLMSPELL_E_MEMORY_FILE_FAILED = 152,
    /** `memory.invalid_file`: The file does not hold memory of a version that is known here. */
    LLMSPELL_E_MEMORY_INVALID_FILE = 153,
    /** `session.not_memoized`: The function keeps no results, or there is none of this name. */
    LLMSPELL_E_SESSION_NOT_MEMOIZED = 154,
    /** `script.handler_not_found`: No handler has this name. */
    LLMSPELL_E_SCRIPT_HANDLER_NOT_FOUND = 155,
    /** `script.handler_exists`: A handler of this name is registered already. */
    LLMSPELL_E_SCRIPT_HANDLER_EXISTS = 156,
    /** `script.handler_failed`: A handler ended in an error, which is this one's cause. */
    LLMSPELL_E_SCRIPT_HANDLER_FAILED = 157,
    /** `hook.not_found`: No hook has this handle. */
    LLMSPELL_E_HOOK_NOT_FOUND = 158,
    /** `hook.rejected`: A hook has refused the call, or its result. */
    LLMSPELL_E_HOOK_REJECTED = 159,
    /** `hook.failed`: A hook has failed, and its policy is to fail the call. */
    LLMSPELL_E_HOOK_FAILED = 160,
    /** `hook.timed_out`: A hook took longer than its limit, and its policy is to fail the call. */
    LLMSPELL_E_HOOK_TIMED_OUT = 161,
    /** `hook.replaced`: A hook has put an error of its own in place of another, which is its cause. */
    LLMSPELL_E_HOOK_REPLACED = 162,
    /** `hook.rate_limited`: A rate-limiting hook lets no more calls pass for now. */
    LLMSPELL_E_HOOK_RATE_LIMITED = 163,
    /** `hook.nested_too_deep`: A handler seems to call itself without end. */
    LLMSPELL_E_HOOK_NESTED_TOO_DEEP = 164,
    /** `hook.invalid_payload`: A payload is not what its point carries. */
    LLMSPELL_E_HOOK_INVALID_PAYLOAD = 165,
    /** `event.invalid_expression`: An expression in criteria is none. */
    LLMSPELL_E_EVENT_INVALID_EXPRESSION = 166,
    /** `event.file_failed`: The file of a recording could not be read or written. */
    LLMSPELL_E_EVENT_FILE_FAILED = 167,
    /** `event.invalid_file`: The file is not a recording of a version that is known here. */
    LLMSPELL_E_EVENT_INVALID_FILE = 168,
    /** `output.parse_failed`: No step that was allowed could read the text. */
    LLMSPELL_E_OUTPUT_PARSE_FAILED = 169,
    /** `output.schema_mismatch`: The text was read, and its value does not meet the schema. */
    LLMSPELL_E_OUTPUT_SCHEMA_MISMATCH = 170,
    /** `output.too_large`: A text or a value is larger than is allowed. */
    LLMSPELL_E_OUTPUT_TOO_LARGE = 171,
    /** `output.too_deep`: A value holds lists or objects inside one another beyond what is allowed. */
    LLMSPELL_E_OUTPUT_TOO_DEEP = 172,
    /** `output.unsafe`: The text uses what a reader of text from elsewhere must not follow. */
    LLMSPELL_E_OUTPUT_UNSAFE = 173,
    /** `output.not_representable`: The format cannot hold this value. */
    LLMSPELL_E_OUTPUT_NOT_REPRESENTABLE = 174,
    /** `testing.assertion_failed`: A value is not what was expected. */
    LLMSPELL_E_TESTING_ASSERTION_FAILED = 175,
    /** `testing.invalid_matcher`: What stands in an expected value is no matcher, or asks for too much. */
    LLMSPELL_E_TESTING_INVALID_MATCHER = 176,
    /** `testing.invalid_definition`: A scenario, fixture or mock makes no sense. */
    LLMSPELL_E_TESTING_INVALID_DEFINITION = 177,
    /** `testing.not_found`: Nothing of this kind has this name. */
    LLMSPELL_E_TESTING_NOT_FOUND = 178,
    /** `testing.already_exists`: Something of this kind has this name already. */
    LLMSPELL_E_TESTING_ALREADY_EXISTS = 179,
    /** `testing.unexpected_call`: A mock was asked what it has no response for. */
    LLMSPELL_E_TESTING_UNEXPECTED_CALL = 180,
    /** `testing.fixture_failed`: A fixture could not be set up, or not be cleared away. */
    LLMSPELL_E_TESTING_FIXTURE_FAILED = 181,
    /** `testing.file_failed`: A file could not be read. */
    LLMSPELL_E_TESTING_FILE_FAILED = 182,
    /** `testing.invalid_file`: The file does not hold scenarios. */
    LLMSPELL_E_TESTING_INVALID_FILE = 183,
    /** `testing.coverage_off`: Coverage has never been counted in this session. */
    LLMSPELL_E_TESTING_COVERAGE_OFF = 184,
    /** `testing.invalid_coverage`: What was to be reported or merged is not coverage of this interface. */
    LLMSPELL_E_TESTING_INVALID_COVERAGE = 185,
    /** `memory.invalid_embedder`: What was given makes no vectors. */
    LLMSPELL_E_MEMORY_INVALID_EMBEDDER = 186,
    /** `memory.no_embedder`: A memory is searched by meaning and has nothing to make vectors with. */
    LLMSPELL_E_MEMORY_NO_EMBEDDER = 187,
    /** `memory.embedding_mismatch`: The vectors that are there are of another model than those to be made. */
    LLMSPELL_E_MEMORY_EMBEDDING_MISMATCH = 188,
    /** `memory.embedding_failed`: An embedder gave something else than a vector for each text. */
    LLMSPELL_E_MEMORY_EMBEDDING_FAILED = 189,
    /** `memory.conversation_not_found`: No conversation has this handle. */
    LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND = 190,
    /** `memory.invalid_conversation`: These options, or these messages, do not make a conversation. */
    LLMSPELL_E_MEMORY_INVALID_CONVERSATION = 191,
    /** `memory.summary_failed`: A conversation could not be summarized. */
    LLMSPELL_E_MEMORY_SUMMARY_FAILED = 192,
    /** `workflow.not_found`: No workflow has this handle or name. */
    LLMSPELL_E_WORKFLOW_NOT_FOUND = 193,
    /** `workflow.run_not_found`: No run has this handle; it was discarded, or ended within workflow.execute. */
    LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND = 194,
    /** `workflow.already_exists`: A workflow of this name is there already. */
    LLMSPELL_E_WORKFLOW_ALREADY_EXISTS = 195,
    /** `workflow.invalid_definition`: The definition cannot run in this session; the issues say why. */
    LLMSPELL_E_WORKFLOW_INVALID_DEFINITION = 196,
    /** `workflow.invalid_input`: The input does not fit the workflow's schema, or is too large. */
    LLMSPELL_E_WORKFLOW_INVALID_INPUT = 197,
    /** `workflow.invalid_options`: The options of a run speak of what is not there. */
    LLMSPELL_E_WORKFLOW_INVALID_OPTIONS = 198,
    /** `workflow.step_failed`: A step failed for good; the cause is its error, whose recovery is taken over. */
    LLMSPELL_E_WORKFLOW_STEP_FAILED = 199,
    /** `workflow.step_timed_out`: A step took longer than its limit; what it had begun was cancelled. */
    LLMSPELL_E_WORKFLOW_STEP_TIMED_OUT = 200,
    /** `workflow.timed_out`: The run took longer than its limit; the step that ran was cancelled. */
    LLMSPELL_E_WORKFLOW_TIMED_OUT = 201,
    /** `workflow.cancelled`: The run was cancelled with workflow.cancel. */
    LLMSPELL_E_WORKFLOW_CANCELLED = 202,
    /** `workflow.expression_failed`: An expression has no value. */
    LLMSPELL_E_WORKFLOW_EXPRESSION_FAILED = 203,
    /** `workflow.invalid_value`: A step came to a value that it cannot go on with. */
    LLMSPELL_E_WORKFLOW_INVALID_VALUE = 204,
    /** `workflow.ambiguous_agent`: Several agents have the name that a step asks for. */
    LLMSPELL_E_WORKFLOW_AMBIGUOUS_AGENT = 205,
    /** `workflow.limit_reached`: A loop, a map or a run would go on longer than it may. */
    LLMSPELL_E_WORKFLOW_LIMIT_REACHED = 206,
    /** `schema.invalid_schema`: A schema that was given is not one, or one that cannot be used here. */
    LLMSPELL_E_SCHEMA_INVALID_SCHEMA = 207,
    /** `schema.unresolved_reference`: A $ref leads to nothing that is known. */
    LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE = 208,
    /** `schema.fetch_failed`: A document of another host could not be read, or is no schema. */
    LLMSPELL_E_SCHEMA_FETCH_FAILED = 209,
    /** `schema.too_complex`: A check needs more steps, or goes deeper, than is allowed. */
    LLMSPELL_E_SCHEMA_TOO_COMPLEX = 210,
    /** `schema.part_not_found`: A schema has no such part. */
    LLMSPELL_E_SCHEMA_PART_NOT_FOUND = 211,
    /** `schema.invalid_samples`: No schema can be inferred from these samples. */
    LLMSPELL_E_SCHEMA_INVALID_SAMPLES = 212,
    /** `schema.invalid_field`: The description of a field makes no sense. */
    LLMSPELL_E_SCHEMA_INVALID_FIELD = 213,
    /** `schema.merge_conflict`: Schemas contradict one another. */
    LLMSPELL_E_SCHEMA_MERGE_CONFLICT = 214,
    /** `schema.not_found`: The repository has no schema of this name, or not this version of it. */
    LLMSPELL_E_SCHEMA_NOT_FOUND = 215,
    /** `schema.invalid_name`: A name that schemas cannot have. */
    LLMSPELL_E_SCHEMA_INVALID_NAME = 216,
    /** `schema.full`: The repository holds as much as it may. */
    LLMSPELL_E_SCHEMA_FULL = 217,
    /** `schema.file_failed`: A file or folder of a repository could not be read or written. */
    LLMSPELL_E_SCHEMA_FILE_FAILED = 218,
    /** `schema.invalid_file`: A file of a repository does not hold schemas of a version that is known here. */
    LLMSPELL_E_SCHEMA_INVALID_FILE = 219,
    /** `schema.validator_not_found`: No validator has this handle. */
    LLMSPELL_E_SCHEMA_VALIDATOR_NOT_FOUND = 220,
    /** `script.syntax_error`: The text is no script of its language. */
    LLMSPELL_E_SCRIPT_SYNTAX_ERROR = 221,
    /** `script.failed`: The script ended in an error that it did not catch; one of a call is this one's cause. */
    LLMSPELL_E_SCRIPT_FAILED = 222,
    /** `script.timed_out`: The script took longer than its limit. */
    LLMSPELL_E_SCRIPT_TIMED_OUT = 223,
    /** `script.limit_exceeded`: The script reached a limit other than time. */
    LLMSPELL_E_SCRIPT_LIMIT_EXCEEDED = 224,
    /** `script.invalid_variable`: A name cannot be a variable of a script. */
    LLMSPELL_E_SCRIPT_INVALID_VARIABLE = 225,
    /** `script.unknown_suffix`: A file's name does not say what it is written in. */
    LLMSPELL_E_SCRIPT_UNKNOWN_SUFFIX = 226,
    /** `script.file_failed`: A file could not be read. */
    LLMSPELL_E_SCRIPT_FILE_FAILED = 227,
    /** `script.engine_unavailable`: The engine is not installed. */
    LLMSPELL_E_SCRIPT_ENGINE_UNAVAILABLE = 228,
    /** `script.sandbox_unavailable`: No process can be started for a sandboxed script. */
    LLMSPELL_E_SCRIPT_SANDBOX_UNAVAILABLE = 229,
    /** `script.sandbox_killed`: The process of a sandboxed script ended before the script did. */
    LLMSPELL_E_SCRIPT_SANDBOX_KILLED = 230,
    /** `session.invalid_conversion`: There can be no conversion between these types. */
    LLMSPELL_E_SESSION_INVALID_CONVERSION = 231,
    /** `session.conversion_exists`: A conversion of this name is registered already. */
    LLMSPELL_E_SESSION_CONVERSION_EXISTS = 232,
    /** `session.conversion_not_found`: No conversion has this name. */
    LLMSPELL_E_SESSION_CONVERSION_NOT_FOUND = 233,
    /** `hook.invalid_options`: A ready-made hook cannot work with these options. */
    LLMSPELL_E_HOOK_INVALID_OPTIONS = 234,
    /** `hook.invalid_composition`: These hooks cannot stand as one. */
    LLMSPELL_E_HOOK_INVALID_COMPOSITION = 235,
    /** `workflow.invalid_document`: The text is no workflow of a version that is known here. */
    LLMSPELL_E_WORKFLOW_INVALID_DOCUMENT = 236,
    /** `workflow.invalid_checkpoint`: The data is no checkpoint of a version that is known here. */
    LLMSPELL_E_WORKFLOW_INVALID_CHECKPOINT = 237,
    /** `workflow.run_in_use`: The run goes on elsewhere already. */
    LLMSPELL_E_WORKFLOW_RUN_IN_USE = 238,
    /** `workflow.file_failed`: A file of checkpoints could not be read or written. */
    LLMSPELL_E_WORKFLOW_FILE_FAILED = 239,
    /** `workflow.invalid_file`: The file does not hold checkpoints of a version that is known here. */
    LLMSPELL_E_WORKFLOW_INVALID_FILE = 240,
    /** `workflow.nested_too_deep`: Steps begin runs whose steps begin runs, without end. */
    LLMSPELL_E_WORKFLOW_NESTED_TOO_DEEP = 241,
    /** `state.not_found`: No state has this handle. */
    LLMSPELL_E_STATE_NOT_FOUND = 242,
    /** `state.unknown_name`: No state has this name. */
    LLMSPELL_E_STATE_UNKNOWN_NAME = 243,
    /** `state.already_exists`: A state has this name already. */
    LLMSPELL_E_STATE_ALREADY_EXISTS = 244,
    /** `state.invalid_path`: The path is not one. */
    LLMSPELL_E_STATE_INVALID_PATH = 245,
    /** `state.path_not_found`: There is nothing at the path. */
    LLMSPELL_E_STATE_PATH_NOT_FOUND = 246,
    /** `state.conflict`: The state has changed since it was looked at. */
    LLMSPELL_E_STATE_CONFLICT = 247,
    /** `state.merge_refused`: Both values have something different, and the merge was to be refused then. */
    LLMSPELL_E_STATE_MERGE_REFUSED = 248,
    /** `state.schema_violation`: The state would no longer meet its schema. */
    LLMSPELL_E_STATE_SCHEMA_VIOLATION = 249,
    /** `state.snapshot_not_found`: The state has no such snapshot. */
    LLMSPELL_E_STATE_SNAPSHOT_NOT_FOUND = 250,
    /** `state.snapshot_exists`: A snapshot of the state has this name already. */
    LLMSPELL_E_STATE_SNAPSHOT_EXISTS = 251,
    /** `state.too_many_snapshots`: All snapshots that a state may keep have names. */
    LLMSPELL_E_STATE_TOO_MANY_SNAPSHOTS = 252,
    /** `state.too_large`: The value would be too large. */
    LLMSPELL_E_STATE_TOO_LARGE = 253,
    /** `state.too_deep`: The value would hold lists and objects too deeply inside one another. */
    LLMSPELL_E_STATE_TOO_DEEP = 254,
    /** `state.invalid_transform`: The value cannot be transformed like that. */
    LLMSPELL_E_STATE_INVALID_TRANSFORM = 255,
    /** `state.file_failed`: A file could not be read or written. */
    LLMSPELL_E_STATE_FILE_FAILED = 256,
    /** `state.invalid_file`: The file does not hold a state of a version that is known here. */
    LLMSPELL_E_STATE_INVALID_FILE = 257
} llmspell_status;

/** One session: its own registries, handles, permissions and events. Any number of threads may use one at once. */
typedef struct llmspell_session llmspell_session;

/** What went wrong last on this thread. The strings stay valid until the thread's next failing call. */
typedef struct llmspell_error {
    /** The status the call returned. */
    llmspell_status status;
    /** The HTTP status that fits. */
    int32_t http_status;
    /** The stable code, such as "runtime.invalid_argument"; "" when nothing has failed yet. */
    const char *code;
    /** What happened and the way out, for people. */
    const char *message;
    /** What may help: "none", "retry_once", "retry_with_backoff" or "failover". */
    const char *recovery;
    /** Finds the error again in logs and events. */
    const char *trace_id;
    /** The fields of the error, a JSON object. */
    const char *fields_json;
    /** All of it, with its cause, as one JSON object. */
    const char *json;
} llmspell_error;

/** The ABI of the library that was loaded; works before and without Python. */
LLMSPELL_API uint32_t llmspell_abi_version(void);

/** The version of the library that was loaded; works before and without Python. Never NULL, never freed. */
LLMSPELL_API const char *llmspell_version(void);

/**
 * What went wrong last on the calling thread.
 * @param session may be NULL; an error belongs to its thread, whatever session it came from
 * @return never NULL, never freed
 */
LLMSPELL_API const llmspell_error *llmspell_last_error(const llmspell_session *session);

/**
 * Opens a session, and starts the library when it is the first.
 * @param options_json NULL for the defaults, or
 *        `{"permissions": {"fs.read": ["."]}, "record_events": false, "limits": {}}`
 * @param session receives the session; close it with llmspell_close()
 */
LLMSPELL_API llmspell_status llmspell_open(const char *options_json, llmspell_session **session);

/**
 * Closes a session: releases all that lives in it, ends its calls with LLMSPELL_E_RUNTIME_SESSION_CLOSED, then frees it.
 * Other threads may be inside calls, and must begin none. NULL is allowed.
 * @return LLMSPELL_OK, or what did not end as it should; the session is closed and freed all the same
 */
LLMSPELL_API llmspell_status llmspell_close(llmspell_session *session);

/** Frees what C holds of a session, and lets the session itself live on. NULL is allowed. */
LLMSPELL_API void llmspell_session_free(llmspell_session *session);

/** The handle of a session that another session opened, for the generic call; NULL for one of llmspell_open(). */
LLMSPELL_API const char *llmspell_session_id(const llmspell_session *session);

/** The session behind a handle of the generic call; free it with llmspell_session_free(). */
LLMSPELL_API llmspell_status llmspell_session_from_id(
    llmspell_session *parent, const char *id, llmspell_session **session);

/** Frees a string that the library gave. NULL is allowed. */
LLMSPELL_API void llmspell_string_free(char *string);

/** A copy of `string` that the library can free: what a callback gives back. NULL when there is no memory. */
LLMSPELL_API char *llmspell_string_copy(const char *string);

/** @name Generic calls
 * Every function by its name, with JSON: for bindings of other languages. Plain C has a typed function for each.
 * Handles, callbacks and streams are string ids.
 * @{ */

/**
 * Calls a function and waits for it, running callbacks meanwhile.
 * @param function its full name, "bridge.function"
 * @param arguments_json a JSON object of the arguments by name; NULL for none
 * @param result_json receives the result; free it with llmspell_string_free(). May be NULL when it is not wanted.
 */
LLMSPELL_API llmspell_status llmspell_call(
    llmspell_session *session, const char *function, const char *arguments_json, char **result_json);

/** Begins a call and returns at once; llmspell_call_wait() gives its outcome. */
LLMSPELL_API llmspell_status llmspell_call_start(
    llmspell_session *session, const char *function, const char *arguments_json, uint64_t *ticket);

/**
 * Waits for one started call, or any, running callbacks meanwhile.
 * @param ticket the call, or 0 for whichever ends first
 * @param timeout_ms how long; -1 for ever, 0 to look only
 * @param finished receives the ticket of the call that ended; 0 when none did. May be NULL.
 * @param result_json receives its result; free it with llmspell_string_free(). May be NULL when it is not wanted.
 * @return the outcome of the call that ended; LLMSPELL_END when none did, and when what ended is the wait for the
 *         next item of a stream that has no more: then `finished` is its ticket, and not 0
 */
LLMSPELL_API llmspell_status llmspell_call_wait(
    llmspell_session *session, uint64_t ticket, int64_t timeout_ms, uint64_t *finished, char **result_json);

/**
 * Cancels a call, from any thread; whoever waits for it gets LLMSPELL_E_RUNTIME_CANCELLED. One that has ended, or never
 * was, is left alone. Cancelling the wait for an item ends the stream.
 */
LLMSPELL_API llmspell_status llmspell_call_cancel(llmspell_session *session, uint64_t ticket);

/**
 * Makes the calling thread's next call in this session, or wait for an item of a stream, one that another thread can cancel.
 * @param ticket receives the number to give llmspell_call_cancel(); it ends with that call
 */
LLMSPELL_API llmspell_status llmspell_cancellable(llmspell_session *session, uint64_t *ticket);

/**
 * A function of the caller's, with JSON.
 * @param user_data what it was registered with
 * @param arguments_json a JSON list of the arguments; valid during the call
 * @param result_json set it to a llmspell_string_copy() of the result, or leave it alone for null; freed also when it fails
 * @return LLMSPELL_OK, or what llmspell_fail() or a failed call returned
 */
typedef llmspell_status (*llmspell_json_callback)(void *user_data, const char *arguments_json, char **result_json);

/**
 * Makes a callback that can be passed, by its id, where a function wants one. It runs on a thread that is inside a call.
 * @param release called with `user_data` when the callback is gone, on any thread; may be NULL
 * @param id receives its id; free it with llmspell_string_free()
 */
LLMSPELL_API llmspell_status llmspell_callback_new(
    llmspell_session *session, llmspell_json_callback function, void *user_data, void (*release)(void *user_data),
    char **id);

/** Forgets a callback. Those that are left go with the session. */
LLMSPELL_API llmspell_status llmspell_callback_free(llmspell_session *session, const char *id);

/** Inside a callback: fails with an error of one's own. @return the status to return from the callback. */
LLMSPELL_API llmspell_status llmspell_fail(const char *code, const char *message);

/** The same with a whole error, `{"code", "message", "fields", …}`; `code` and `message` are required. */
LLMSPELL_API llmspell_status llmspell_fail_json(const char *error_json);

/**
 * The next item of a stream, waiting for it.
 * @param item_json receives it; free it with llmspell_string_free(). May be NULL: the item is passed over.
 * @return LLMSPELL_OK; LLMSPELL_END after the last; or the status the stream failed with
 */
LLMSPELL_API llmspell_status llmspell_stream_next(llmspell_session *session, const char *stream, char **item_json);

/** Begins to wait for the next item of a stream, and returns at once; llmspell_call_wait() gives it. */
LLMSPELL_API llmspell_status llmspell_stream_next_start(
    llmspell_session *session, const char *stream, uint64_t *ticket);

/** Ends a stream; what it had not given yet is dropped. */
LLMSPELL_API llmspell_status llmspell_stream_close(llmspell_session *session, const char *stream);

/**
 * Runs the callbacks that are due, without a call: for a host's own event loop.
 * @param timeout_ms how long to wait for one when none is due; 0 not at all, -1 for ever
 * @return LLMSPELL_OK when one ran, LLMSPELL_END when none did
 */
LLMSPELL_API llmspell_status llmspell_poll(llmspell_session *session, int64_t timeout_ms);
/** @} */

/** @name Lists and maps of plain values
 * @{ */

typedef struct llmspell_string_list {
    const char *const *items;
    size_t count;
} llmspell_string_list;
LLMSPELL_API void llmspell_string_list_free(llmspell_string_list *value);

typedef struct llmspell_int64_list {
    const int64_t *items;
    size_t count;
} llmspell_int64_list;
LLMSPELL_API void llmspell_int64_list_free(llmspell_int64_list *value);

typedef struct llmspell_double_list {
    const double *items;
    size_t count;
} llmspell_double_list;
LLMSPELL_API void llmspell_double_list_free(llmspell_double_list *value);

typedef struct llmspell_bool_list {
    const bool *items;
    size_t count;
} llmspell_bool_list;
LLMSPELL_API void llmspell_bool_list_free(llmspell_bool_list *value);

typedef struct llmspell_json_list {
    const char *const *items;
    size_t count;
} llmspell_json_list;
LLMSPELL_API void llmspell_json_list_free(llmspell_json_list *value);

typedef struct llmspell_string_entry {
    const char *key;
    const char *value;
} llmspell_string_entry;
typedef struct llmspell_string_map {
    const llmspell_string_entry *entries;
    size_t count;
} llmspell_string_map;
LLMSPELL_API void llmspell_string_map_free(llmspell_string_map *value);

typedef struct llmspell_int64_entry {
    const char *key;
    int64_t value;
} llmspell_int64_entry;
typedef struct llmspell_int64_map {
    const llmspell_int64_entry *entries;
    size_t count;
} llmspell_int64_map;
LLMSPELL_API void llmspell_int64_map_free(llmspell_int64_map *value);

typedef struct llmspell_double_entry {
    const char *key;
    double value;
} llmspell_double_entry;
typedef struct llmspell_double_map {
    const llmspell_double_entry *entries;
    size_t count;
} llmspell_double_map;
LLMSPELL_API void llmspell_double_map_free(llmspell_double_map *value);

typedef struct llmspell_bool_entry {
    const char *key;
    bool value;
} llmspell_bool_entry;
typedef struct llmspell_bool_map {
    const llmspell_bool_entry *entries;
    size_t count;
} llmspell_bool_map;
LLMSPELL_API void llmspell_bool_map_free(llmspell_bool_map *value);
/** @} */

#ifdef __cplusplus
}
#endif

#endif
