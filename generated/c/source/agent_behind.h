/* The functions behind agent.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_AGENT_H_BEHIND
#define LLMSPELL_AGENT_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_agent_create(int64_t session, const llmspell_agent_config *config, char **result);

llmspell_status llmspell_py_agent_destroy(int64_t session, const char *agent);

llmspell_status llmspell_py_agent_run(int64_t session, const char *agent, const char *input, const llmspell_agent_run_options *options, llmspell_agent_run_result *result);

llmspell_status llmspell_py_agent_run_structured(int64_t session, const char *agent, const char *input, const char *schema_json, const llmspell_agent_structured_options *options, llmspell_agent_structured_result *result);

llmspell_status llmspell_py_agent_stream(int64_t session, const char *agent, const char *input, const llmspell_agent_run_options *options, char **stream);

llmspell_status llmspell_py_agent_stream_next(int64_t session, const char *stream, llmspell_agent_run_chunk *item);

llmspell_status llmspell_py_agent_configure(int64_t session, const char *agent, const llmspell_agent_changes *changes, llmspell_agent_info *result);

llmspell_status llmspell_py_agent_use_conversation(int64_t session, const char *agent, const char *conversation);

llmspell_status llmspell_py_agent_get_state(int64_t session, const char *agent, llmspell_agent_state *result);

llmspell_status llmspell_py_agent_get_info(int64_t session, const char *agent, llmspell_agent_info *result);

llmspell_status llmspell_py_agent_get_messages(int64_t session, const char *agent, llmspell_message_list *result);

llmspell_status llmspell_py_agent_list(int64_t session, llmspell_agent_info_list *result);

llmspell_status llmspell_py_agent_reset(int64_t session, const char *agent);

llmspell_status llmspell_py_agent_handoff(int64_t session, const char *agent, const char *target, const char *input, const llmspell_agent_run_options *options, llmspell_agent_run_result *result);

llmspell_status llmspell_py_agent_as_tool(int64_t session, const char *agent, const llmspell_agent_tool_settings *settings, llmspell_tool_description *result);

#endif
