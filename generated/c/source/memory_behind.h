/* The functions behind memory.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_MEMORY_H_BEHIND
#define LLMSPELL_MEMORY_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_memory_store(int64_t session, const char *key, const char *value_json, const llmspell_memory_store_options *options);

llmspell_status llmspell_py_memory_retrieve(int64_t session, const char *key, const llmspell_memory_space *space, char **result_json);

llmspell_status llmspell_py_memory_delete(int64_t session, const char *key, const llmspell_memory_space *space, bool *result);

llmspell_status llmspell_py_memory_list_keys(int64_t session, const llmspell_memory_key_filter *filter, llmspell_string_list *result);

llmspell_status llmspell_py_memory_clear(int64_t session, const llmspell_memory_space *space, int64_t *result);

llmspell_status llmspell_py_memory_get_stats(int64_t session, const llmspell_memory_space *space, llmspell_memory_stats *result);

llmspell_status llmspell_py_memory_persist(int64_t session, const char *file, const llmspell_memory_space *space, int64_t *result);

llmspell_status llmspell_py_memory_load(int64_t session, const char *file, const llmspell_memory_space *space, int64_t *result);

llmspell_status llmspell_py_memory_search(int64_t session, const char *query, const llmspell_memory_search_options *options, llmspell_memory_match_list *result);

llmspell_status llmspell_py_memory_set_embedder(int64_t session, const llmspell_memory_embedder *embedder, const llmspell_memory_space *space);

llmspell_status llmspell_py_memory_remove_embedder(int64_t session, const llmspell_memory_space *space, bool *result);

llmspell_status llmspell_py_memory_index(int64_t session, const llmspell_memory_index_options *options, llmspell_memory_index_result *result);

llmspell_status llmspell_py_memory_create_conversation(int64_t session, const llmspell_memory_conversation_options *options, char **result);

llmspell_status llmspell_py_memory_close_conversation(int64_t session, const char *conversation);

llmspell_status llmspell_py_memory_add_messages(int64_t session, const char *conversation, const llmspell_message_list *messages, llmspell_memory_conversation_info *result);

llmspell_status llmspell_py_memory_get_messages(int64_t session, const char *conversation, const bool *all, llmspell_message_list *result);

llmspell_status llmspell_py_memory_get_info(int64_t session, const char *conversation, llmspell_memory_conversation_info *result);

llmspell_status llmspell_py_memory_compact(int64_t session, const char *conversation, llmspell_memory_conversation_info *result);

llmspell_status llmspell_py_memory_clear_messages(int64_t session, const char *conversation, int64_t *result);

llmspell_status llmspell_py_memory_list_conversations(int64_t session, const llmspell_memory_space *space, llmspell_string_list *result);

llmspell_status llmspell_py_memory_delete_conversation(int64_t session, const char *name, const llmspell_memory_space *space, bool *result);

#endif
