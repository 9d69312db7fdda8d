/* The generic API of whichever library the code is compiled for, under names without its prefix.
 *
 * For C that serves any interface: the core itself, the Lua module, conformance support. Compile with
 *     -DBRIDGE_PREFIX=llmspell -DBRIDGE_UPPER=LLMSPELL -DBRIDGE_HEADER='<llmspell/core.h>'
 * and write bridge_call(...) for llmspell_call(...), bridge_session for llmspell_session, BRIDGE_OK for LLMSPELL_OK.
 */
#ifndef BRIDGE_H
#define BRIDGE_H

#include BRIDGE_HEADER

#define BRIDGE_JOIN_(prefix, name) prefix##_##name
#define BRIDGE_JOIN(prefix, name) BRIDGE_JOIN_(prefix, name)
#define BRIDGE_NAME(name) BRIDGE_JOIN(BRIDGE_PREFIX, name)
#define BRIDGE_CONSTANT(name) BRIDGE_JOIN(BRIDGE_UPPER, name)
#define BRIDGE_TEXT_(token) #token
#define BRIDGE_TEXT(token) BRIDGE_TEXT_(token)
/** The interface's name as a string: "llmspell". */
#define BRIDGE_PREFIX_TEXT BRIDGE_TEXT(BRIDGE_PREFIX)

#define BRIDGE_NOT_INITIALIZED BRIDGE_CONSTANT(NOT_INITIALIZED)
#define BRIDGE_OK BRIDGE_CONSTANT(OK)
#define BRIDGE_END BRIDGE_CONSTANT(END)
#define BRIDGE_E_INTERNAL BRIDGE_CONSTANT(E_RUNTIME_INTERNAL)
#define BRIDGE_E_INVALID_ARGUMENT BRIDGE_CONSTANT(E_RUNTIME_INVALID_ARGUMENT)
#define BRIDGE_E_SESSION_CLOSED BRIDGE_CONSTANT(E_RUNTIME_SESSION_CLOSED)
#define BRIDGE_E_UNSUPPORTED BRIDGE_CONSTANT(E_RUNTIME_UNSUPPORTED)
#define BRIDGE_E_CALLBACK_FAILED BRIDGE_CONSTANT(E_RUNTIME_CALLBACK_FAILED)
#define BRIDGE_E_BROKEN_INSTALLATION BRIDGE_CONSTANT(E_RUNTIME_BROKEN_INSTALLATION)

#define bridge_status BRIDGE_NAME(status)
#define bridge_session BRIDGE_NAME(session)
#define bridge_error BRIDGE_NAME(error)
#define bridge_json_callback BRIDGE_NAME(json_callback)

#define bridge_abi_version BRIDGE_NAME(abi_version)
#define bridge_version BRIDGE_NAME(version)
#define bridge_last_error BRIDGE_NAME(last_error)
#define bridge_open BRIDGE_NAME(open)
#define bridge_close BRIDGE_NAME(close)
#define bridge_session_free BRIDGE_NAME(session_free)
#define bridge_session_from_id BRIDGE_NAME(session_from_id)
#define bridge_string_free BRIDGE_NAME(string_free)
#define bridge_string_copy BRIDGE_NAME(string_copy)
#define bridge_call BRIDGE_NAME(call)
#define bridge_call_start BRIDGE_NAME(call_start)
#define bridge_call_wait BRIDGE_NAME(call_wait)
#define bridge_call_cancel BRIDGE_NAME(call_cancel)
#define bridge_cancellable BRIDGE_NAME(cancellable)
#define bridge_callback_new BRIDGE_NAME(callback_new)
#define bridge_callback_free BRIDGE_NAME(callback_free)
#define bridge_fail BRIDGE_NAME(fail)
#define bridge_fail_json BRIDGE_NAME(fail_json)
#define bridge_stream_next BRIDGE_NAME(stream_next)
#define bridge_stream_next_start BRIDGE_NAME(stream_next_start)
#define bridge_stream_close BRIDGE_NAME(stream_close)
#define bridge_poll BRIDGE_NAME(poll)

#endif
