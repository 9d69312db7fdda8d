/* Behind tool.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "tool_behind.h"

static bridge_module module = BRIDGE_MODULE("tool");

void llmspell_tool_handler_init(llmspell_tool_handler *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_definition_init(llmspell_tool_definition *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_definition_free(llmspell_tool_definition *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->description);
    free((void *)value->parameters_json);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_description_init(llmspell_tool_description *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_description_free(llmspell_tool_description *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->description);
    free((void *)value->parameters_json);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_info_init(llmspell_tool_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_info_free(llmspell_tool_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->permissions);
    free((void *)value->last_error);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_query_init(llmspell_tool_query *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_query_free(llmspell_tool_query *value)
{
    if (value == NULL)
        return;
    free((void *)value->text);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_execute_options_init(llmspell_tool_execute_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_execute_options_free(llmspell_tool_execute_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_tool_result_init(llmspell_tool_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_result_free(llmspell_tool_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->tool);
    free((void *)value->execution);
    free((void *)value->value_json);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_argument_issue_init(llmspell_tool_argument_issue *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_argument_issue_free(llmspell_tool_argument_issue *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->message);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_validation_result_init(llmspell_tool_validation_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_validation_result_free(llmspell_tool_validation_result *value)
{
    if (value == NULL)
        return;
    llmspell_tool_argument_issue_list_free((llmspell_tool_argument_issue_list *)&value->issues);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_started_init(llmspell_tool_started *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_started_free(llmspell_tool_started *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->execution);
    free((void *)value->arguments_json);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_completed_init(llmspell_tool_completed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_completed_free(llmspell_tool_completed *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->execution);
    free((void *)value->value_json);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_failed_init(llmspell_tool_failed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_failed_free(llmspell_tool_failed *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->execution);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

llmspell_status llmspell_tool_register(llmspell_session *session, const llmspell_tool_definition *definition)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_register(
        number, definition);
    return bridge_left(status);
}

llmspell_status llmspell_tool_unregister(llmspell_session *session, const char *name)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_unregister(
        number, name);
    return bridge_left(status);
}

llmspell_status llmspell_tool_execute(
    llmspell_session *session, const char *name, const char *arguments_json,
    const llmspell_tool_execute_options *options, llmspell_tool_result *result)
{
    BRIDGE_RESULT(llmspell_tool_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_execute(
        number, name, arguments_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_tool_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_wait(
    llmspell_session *session, const char *execution, const double *timeout_seconds,
    llmspell_tool_result *result)
{
    BRIDGE_RESULT(llmspell_tool_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_wait(
        number, execution, timeout_seconds, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_tool_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_discover(
    llmspell_session *session, const llmspell_tool_query *query, llmspell_tool_description_list *result)
{
    BRIDGE_RESULT(llmspell_tool_description_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_discover(
        number, query, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_tool_description_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_list(
    llmspell_session *session, llmspell_tool_category category, llmspell_tool_description_list *result)
{
    BRIDGE_RESULT(llmspell_tool_description_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_list(
        number, category, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_tool_description_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_get(
    llmspell_session *session, const char *name, llmspell_tool_description *result)
{
    BRIDGE_RESULT(llmspell_tool_description, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_get(
        number, name, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_tool_description_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_exists(llmspell_session *session, const char *name, bool *result)
{
    BRIDGE_RESULT(bool, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_exists(
        number, name, result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_validate(
    llmspell_session *session, const char *name, const char *arguments_json,
    llmspell_tool_validation_result *result)
{
    BRIDGE_RESULT(llmspell_tool_validation_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_validate(
        number, name, arguments_json, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_tool_validation_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_get_schema(llmspell_session *session, const char *name, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_get_schema(
        number, name, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_tool_get_info(
    llmspell_session *session, const char *name, llmspell_tool_info *result)
{
    BRIDGE_RESULT(llmspell_tool_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_get_info(
        number, name, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_tool_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_attach(
    llmspell_session *session, const char *name, const llmspell_tool_handler *handler)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_attach(
        number, name, handler);
    return bridge_left(status);
}

llmspell_status llmspell_tool_save(
    llmspell_session *session, const char *path, const llmspell_string_list *names, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_save(
        number, path, names, result);
    return bridge_left(status);
}

llmspell_status llmspell_tool_load(llmspell_session *session, const char *path, llmspell_string_list *result)
{
    BRIDGE_RESULT(llmspell_string_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_tool_load(
        number, path, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_string_list_free(result);
    return bridge_left(status);
}
