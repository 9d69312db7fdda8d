/* The functions behind workflow.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_WORKFLOW_H_BEHIND
#define LLMSPELL_WORKFLOW_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_workflow_create(int64_t session, const llmspell_workflow_definition *definition, char **result);

llmspell_status llmspell_py_workflow_destroy(int64_t session, const char *workflow);

llmspell_status llmspell_py_workflow_execute(int64_t session, const char *workflow, const char *input_json, const llmspell_workflow_run_options *options, llmspell_workflow_run_result *result);

llmspell_status llmspell_py_workflow_start(int64_t session, const char *workflow, const char *input_json, const llmspell_workflow_run_options *options, char **result);

llmspell_status llmspell_py_workflow_pause(int64_t session, const char *run);

llmspell_status llmspell_py_workflow_resume(int64_t session, const char *run);

llmspell_status llmspell_py_workflow_cancel(int64_t session, const char *run);

llmspell_status llmspell_py_workflow_get_status(int64_t session, const char *run, llmspell_workflow_status *result);

llmspell_status llmspell_py_workflow_get_result(int64_t session, const char *run, const double *timeout_seconds, llmspell_workflow_run_result *result);

llmspell_status llmspell_py_workflow_discard(int64_t session, const char *run);

llmspell_status llmspell_py_workflow_list(int64_t session, llmspell_workflow_info_list *result);

llmspell_status llmspell_py_workflow_get(int64_t session, const char *name, char **result);

llmspell_status llmspell_py_workflow_get_info(int64_t session, const char *workflow, llmspell_workflow_info *result);

llmspell_status llmspell_py_workflow_get_definition(int64_t session, const char *workflow, llmspell_workflow_definition *result);

llmspell_status llmspell_py_workflow_validate(int64_t session, const llmspell_workflow_definition *definition, llmspell_workflow_validation_result *result);

llmspell_status llmspell_py_workflow_list_runs(int64_t session, const char *workflow, llmspell_workflow_run_info_list *result);

llmspell_status llmspell_py_workflow_compose(int64_t session, const char *name, const llmspell_string_list *workflows, llmspell_workflow_pattern pattern, char **result);

llmspell_status llmspell_py_workflow_get_dependencies(int64_t session, const char *workflow, llmspell_workflow_dependency_graph *result);

llmspell_status llmspell_py_workflow_serialize(int64_t session, const char *workflow, llmspell_workflow_format format, char **result);

llmspell_status llmspell_py_workflow_deserialize(int64_t session, const char *text, llmspell_workflow_format format, char **result);

llmspell_status llmspell_py_workflow_get_checkpoint(int64_t session, const char *run, char **result_json);

llmspell_status llmspell_py_workflow_restore(int64_t session, const char *checkpoint_json, const llmspell_workflow_run_options *options, char **result);

llmspell_status llmspell_py_workflow_recover(int64_t session, const char *path, llmspell_workflow_run_handle_list *result);

#endif
