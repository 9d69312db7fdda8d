/* The functions behind provider.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_PROVIDER_H_BEHIND
#define LLMSPELL_PROVIDER_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_provider_create(int64_t session, const llmspell_provider_config *config, char **result);

llmspell_status llmspell_py_provider_destroy(int64_t session, const char *provider);

llmspell_status llmspell_py_provider_configure(int64_t session, const char *provider, const llmspell_provider_changes *changes, llmspell_provider_info *result);

llmspell_status llmspell_py_provider_list(int64_t session, llmspell_provider_info_list *result);

llmspell_status llmspell_py_provider_get(int64_t session, const char *name, char **result);

llmspell_status llmspell_py_provider_get_info(int64_t session, const char *provider, llmspell_provider_info *result);

llmspell_status llmspell_py_provider_discover(int64_t session, const llmspell_provider_type_list *types, llmspell_provider_discovered_provider_list *result);

llmspell_status llmspell_py_provider_chat(int64_t session, const char *provider, const llmspell_message_list *messages, const llmspell_provider_chat_options *options, llmspell_provider_chat_result *result);

llmspell_status llmspell_py_provider_stream(int64_t session, const char *provider, const llmspell_message_list *messages, const llmspell_provider_chat_options *options, char **stream);

llmspell_status llmspell_py_provider_stream_next(int64_t session, const char *stream, llmspell_provider_chat_chunk *item);

llmspell_status llmspell_py_provider_embed(int64_t session, const char *provider, const llmspell_string_list *texts, const char *model, llmspell_provider_embedding_result *result);

llmspell_status llmspell_py_provider_get_models(int64_t session, const char *provider, llmspell_provider_model_info_list *result);

llmspell_status llmspell_py_provider_count_tokens(int64_t session, const char *provider, const char *text, const char *model, llmspell_provider_token_count *result);

#endif
