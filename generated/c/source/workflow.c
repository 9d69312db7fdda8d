/* Behind workflow.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "workflow_behind.h"

static bridge_module module = BRIDGE_MODULE("workflow");

void llmspell_workflow_retry_init(llmspell_workflow_retry *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_retry_free(llmspell_workflow_retry *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->codes);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_wait_step_init(llmspell_workflow_wait_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_wait_step_free(llmspell_workflow_wait_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_tool_step_init(llmspell_workflow_tool_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_tool_step_free(llmspell_workflow_tool_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    free((void *)value->tool);
    free((void *)value->arguments_json);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_retry_free((llmspell_workflow_retry *)value->retry);
    free((void *)value->retry);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_agent_step_init(llmspell_workflow_agent_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_agent_step_free(llmspell_workflow_agent_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    free((void *)value->agent);
    llmspell_agent_config_free((llmspell_agent_config *)value->config);
    free((void *)value->config);
    free((void *)value->input);
    free((void *)value->output_schema_json);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_retry_free((llmspell_workflow_retry *)value->retry);
    free((void *)value->retry);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_script_step_init(llmspell_workflow_script_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_script_step_free(llmspell_workflow_script_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    free((void *)value->handler);
    free((void *)value->input_json);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_retry_free((llmspell_workflow_retry *)value->retry);
    free((void *)value->retry);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_nested_step_init(llmspell_workflow_nested_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_nested_step_free(llmspell_workflow_nested_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    free((void *)value->workflow);
    llmspell_workflow_definition_free((llmspell_workflow_definition *)value->definition);
    free((void *)value->definition);
    free((void *)value->input_json);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_transform_step_init(llmspell_workflow_transform_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_transform_step_free(llmspell_workflow_transform_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    free((void *)value->value_json);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_emit_step_init(llmspell_workflow_emit_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_emit_step_free(llmspell_workflow_emit_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    free((void *)value->event);
    free((void *)value->data_json);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_sequential_step_init(llmspell_workflow_sequential_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_sequential_step_free(llmspell_workflow_sequential_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->steps);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_parallel_step_init(llmspell_workflow_parallel_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_parallel_step_free(llmspell_workflow_parallel_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->steps);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_conditional_step_init(llmspell_workflow_conditional_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_conditional_step_free(llmspell_workflow_conditional_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    free((void *)value->condition);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->steps);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->otherwise);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_loop_step_init(llmspell_workflow_loop_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_loop_step_free(llmspell_workflow_loop_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->steps);
    free((void *)value->for_each);
    free((void *)value->variable);
    free((void *)value->repeat_while);
    free((void *)value->repeat_until);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_map_reduce_step_init(llmspell_workflow_map_reduce_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_map_reduce_step_free(llmspell_workflow_map_reduce_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    free((void *)value->over);
    free((void *)value->variable);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->steps);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->reduce);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_pipeline_step_init(llmspell_workflow_pipeline_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_pipeline_step_free(llmspell_workflow_pipeline_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->description);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->steps);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    free((void *)value->when);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->fallback);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_definition_init(llmspell_workflow_definition *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_definition_free(llmspell_workflow_definition *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->description);
    free((void *)value->input_schema_json);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->steps);
    free((void *)value->condition);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->otherwise);
    free((void *)value->for_each);
    free((void *)value->variable);
    free((void *)value->repeat_while);
    free((void *)value->repeat_until);
    free((void *)value->over);
    llmspell_workflow_step_list_free((llmspell_workflow_step_list *)&value->reduce);
    free((void *)value->output_json);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_info_init(llmspell_workflow_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_info_free(llmspell_workflow_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->name);
    free((void *)value->description);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_issue_init(llmspell_workflow_issue *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_issue_free(llmspell_workflow_issue *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->message);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_validation_result_init(llmspell_workflow_validation_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_validation_result_free(llmspell_workflow_validation_result *value)
{
    if (value == NULL)
        return;
    llmspell_workflow_issue_list_free((llmspell_workflow_issue_list *)&value->issues);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_options_init(llmspell_workflow_run_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_options_free(llmspell_workflow_run_options *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->pause_after);
    free((void *)value->checkpoint_file);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_info_init(llmspell_workflow_run_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_info_free(llmspell_workflow_run_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->id);
    free((void *)value->workflow);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_dependencies_init(llmspell_workflow_step_dependencies *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_dependencies_free(llmspell_workflow_step_dependencies *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->within);
    llmspell_string_list_free((llmspell_string_list *)&value->after);
    llmspell_string_list_free((llmspell_string_list *)&value->uses);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_dependency_graph_init(llmspell_workflow_dependency_graph *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_dependency_graph_free(llmspell_workflow_dependency_graph *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->order);
    llmspell_workflow_step_dependencies_list_free((llmspell_workflow_step_dependencies_list *)&value->steps);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_outcome_init(llmspell_workflow_step_outcome *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_outcome_free(llmspell_workflow_step_outcome *value)
{
    if (value == NULL)
        return;
    free((void *)value->key);
    free((void *)value->step);
    free((void *)value->output_json);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_result_init(llmspell_workflow_run_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_result_free(llmspell_workflow_run_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->workflow);
    free((void *)value->output_json);
    llmspell_workflow_step_outcome_list_free((llmspell_workflow_step_outcome_list *)&value->steps);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_started_init(llmspell_workflow_run_started *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_started_free(llmspell_workflow_run_started *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->workflow);
    free((void *)value->input_json);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_started_init(llmspell_workflow_step_started *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_started_free(llmspell_workflow_step_started *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->workflow);
    free((void *)value->step);
    free((void *)value->key);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_ended_init(llmspell_workflow_step_ended *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_ended_free(llmspell_workflow_step_ended *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->workflow);
    free((void *)value->step);
    free((void *)value->key);
    free((void *)value->output_json);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_retried_init(llmspell_workflow_step_retried *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_retried_free(llmspell_workflow_step_retried *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->workflow);
    free((void *)value->step);
    free((void *)value->key);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_completed_init(llmspell_workflow_run_completed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_completed_free(llmspell_workflow_run_completed *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->workflow);
    free((void *)value->output_json);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_failed_init(llmspell_workflow_run_failed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_failed_free(llmspell_workflow_run_failed *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->workflow);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_moved_init(llmspell_workflow_run_moved *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_moved_free(llmspell_workflow_run_moved *value)
{
    if (value == NULL)
        return;
    free((void *)value->run);
    free((void *)value->workflow);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_init(llmspell_workflow_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_free(llmspell_workflow_step *value)
{
    if (value == NULL)
        return;
    switch (value->kind) {
    case LLMSPELL_WORKFLOW_STEP_TOOL:
        llmspell_workflow_tool_step_free((llmspell_workflow_tool_step *)value->as.tool);
        free((void *)value->as.tool);
        break;
    case LLMSPELL_WORKFLOW_STEP_AGENT:
        llmspell_workflow_agent_step_free((llmspell_workflow_agent_step *)value->as.agent);
        free((void *)value->as.agent);
        break;
    case LLMSPELL_WORKFLOW_STEP_SCRIPT:
        llmspell_workflow_script_step_free((llmspell_workflow_script_step *)value->as.script);
        free((void *)value->as.script);
        break;
    case LLMSPELL_WORKFLOW_STEP_WORKFLOW:
        llmspell_workflow_nested_step_free((llmspell_workflow_nested_step *)value->as.workflow);
        free((void *)value->as.workflow);
        break;
    case LLMSPELL_WORKFLOW_STEP_TRANSFORM:
        llmspell_workflow_transform_step_free((llmspell_workflow_transform_step *)value->as.transform);
        free((void *)value->as.transform);
        break;
    case LLMSPELL_WORKFLOW_STEP_WAIT:
        llmspell_workflow_wait_step_free((llmspell_workflow_wait_step *)value->as.wait);
        free((void *)value->as.wait);
        break;
    case LLMSPELL_WORKFLOW_STEP_EMIT:
        llmspell_workflow_emit_step_free((llmspell_workflow_emit_step *)value->as.emit);
        free((void *)value->as.emit);
        break;
    case LLMSPELL_WORKFLOW_STEP_SEQUENTIAL:
        llmspell_workflow_sequential_step_free((llmspell_workflow_sequential_step *)value->as.sequential);
        free((void *)value->as.sequential);
        break;
    case LLMSPELL_WORKFLOW_STEP_PARALLEL:
        llmspell_workflow_parallel_step_free((llmspell_workflow_parallel_step *)value->as.parallel);
        free((void *)value->as.parallel);
        break;
    case LLMSPELL_WORKFLOW_STEP_CONDITIONAL:
        llmspell_workflow_conditional_step_free((llmspell_workflow_conditional_step *)value->as.conditional);
        free((void *)value->as.conditional);
        break;
    case LLMSPELL_WORKFLOW_STEP_LOOP:
        llmspell_workflow_loop_step_free((llmspell_workflow_loop_step *)value->as.loop);
        free((void *)value->as.loop);
        break;
    case LLMSPELL_WORKFLOW_STEP_MAP_REDUCE:
        llmspell_workflow_map_reduce_step_free((llmspell_workflow_map_reduce_step *)value->as.map_reduce);
        free((void *)value->as.map_reduce);
        break;
    case LLMSPELL_WORKFLOW_STEP_PIPELINE:
        llmspell_workflow_pipeline_step_free((llmspell_workflow_pipeline_step *)value->as.pipeline);
        free((void *)value->as.pipeline);
        break;
    default:
        break;
    }
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_free(llmspell_workflow *handle)
{
    free(handle);
}

const char *llmspell_workflow_id(const llmspell_workflow *handle)
{
    return (const char *)handle;
}

llmspell_workflow *llmspell_workflow_from_id(const char *id)
{
    return (llmspell_workflow *)BRIDGE_NAME(string_copy)(id);
}

void llmspell_workflow_run_free(llmspell_workflow_run *handle)
{
    free(handle);
}

const char *llmspell_workflow_run_id(const llmspell_workflow_run *handle)
{
    return (const char *)handle;
}

llmspell_workflow_run *llmspell_workflow_run_from_id(const char *id)
{
    return (llmspell_workflow_run *)BRIDGE_NAME(string_copy)(id);
}

llmspell_status llmspell_workflow_create(
    llmspell_session *session, const llmspell_workflow_definition *definition, llmspell_workflow **result)
{
    BRIDGE_RESULT(llmspell_workflow *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_create(
        number, definition, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_destroy(llmspell_session *session, llmspell_workflow *workflow)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_destroy(
        number, (const char *)workflow);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_execute(
    llmspell_session *session, llmspell_workflow *workflow, const char *input_json,
    const llmspell_workflow_run_options *options, llmspell_workflow_run_result *result)
{
    BRIDGE_RESULT(llmspell_workflow_run_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_execute(
        number, (const char *)workflow, input_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_run_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_start(
    llmspell_session *session, llmspell_workflow *workflow, const char *input_json,
    const llmspell_workflow_run_options *options, llmspell_workflow_run **result)
{
    BRIDGE_RESULT(llmspell_workflow_run *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_start(
        number, (const char *)workflow, input_json, options, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_run_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_pause(llmspell_session *session, llmspell_workflow_run *run)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_pause(
        number, (const char *)run);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_resume(llmspell_session *session, llmspell_workflow_run *run)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_resume(
        number, (const char *)run);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_cancel(llmspell_session *session, llmspell_workflow_run *run)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_cancel(
        number, (const char *)run);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_get_status(
    llmspell_session *session, llmspell_workflow_run *run, llmspell_workflow_status *result)
{
    BRIDGE_RESULT(llmspell_workflow_status, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_get_status(
        number, (const char *)run, result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_get_result(
    llmspell_session *session, llmspell_workflow_run *run, const double *timeout_seconds,
    llmspell_workflow_run_result *result)
{
    BRIDGE_RESULT(llmspell_workflow_run_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_get_result(
        number, (const char *)run, timeout_seconds, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_run_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_discard(llmspell_session *session, llmspell_workflow_run *run)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_discard(
        number, (const char *)run);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_list(llmspell_session *session, llmspell_workflow_info_list *result)
{
    BRIDGE_RESULT(llmspell_workflow_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_list(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_get(llmspell_session *session, const char *name, llmspell_workflow **result)
{
    BRIDGE_RESULT(llmspell_workflow *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_get(
        number, name, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_get_info(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_info *result)
{
    BRIDGE_RESULT(llmspell_workflow_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_get_info(
        number, (const char *)workflow, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_get_definition(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_definition *result)
{
    BRIDGE_RESULT(llmspell_workflow_definition, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_get_definition(
        number, (const char *)workflow, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_definition_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_validate(
    llmspell_session *session, const llmspell_workflow_definition *definition,
    llmspell_workflow_validation_result *result)
{
    BRIDGE_RESULT(llmspell_workflow_validation_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_validate(
        number, definition, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_validation_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_list_runs(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_run_info_list *result)
{
    BRIDGE_RESULT(llmspell_workflow_run_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_list_runs(
        number, (const char *)workflow, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_run_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_compose(
    llmspell_session *session, const char *name, const llmspell_string_list *workflows,
    llmspell_workflow_pattern pattern, llmspell_workflow **result)
{
    BRIDGE_RESULT(llmspell_workflow *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_compose(
        number, name, workflows, pattern, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_get_dependencies(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_dependency_graph *result)
{
    BRIDGE_RESULT(llmspell_workflow_dependency_graph, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_get_dependencies(
        number, (const char *)workflow, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_dependency_graph_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_serialize(
    llmspell_session *session, llmspell_workflow *workflow, llmspell_workflow_format format, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_serialize(
        number, (const char *)workflow, format, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_deserialize(
    llmspell_session *session, const char *text, llmspell_workflow_format format, llmspell_workflow **result)
{
    BRIDGE_RESULT(llmspell_workflow *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_deserialize(
        number, text, format, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_get_checkpoint(
    llmspell_session *session, llmspell_workflow_run *run, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_get_checkpoint(
        number, (const char *)run, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_restore(
    llmspell_session *session, const char *checkpoint_json, const llmspell_workflow_run_options *options,
    llmspell_workflow_run **result)
{
    BRIDGE_RESULT(llmspell_workflow_run *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_restore(
        number, checkpoint_json, options, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_run_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_workflow_recover(
    llmspell_session *session, const char *path, llmspell_workflow_run_handle_list *result)
{
    BRIDGE_RESULT(llmspell_workflow_run_handle_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_workflow_recover(
        number, path, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_workflow_run_handle_list_free(result);
    return bridge_left(status);
}
