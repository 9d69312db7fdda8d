/* Behind script.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "script_behind.h"

static bridge_module module = BRIDGE_MODULE("script");

void llmspell_script_handler_init(llmspell_script_handler *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_execute_options_init(llmspell_script_execute_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_execute_options_free(llmspell_script_execute_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->input_json);
    free((void *)value->variables_json);
    free((void *)value->permissions_json);
    memset(value, 0, sizeof *value);
}

void llmspell_script_result_init(llmspell_script_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_result_free(llmspell_script_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->value_json);
    free((void *)value->output);
    memset(value, 0, sizeof *value);
}

void llmspell_script_issue_init(llmspell_script_issue *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_issue_free(llmspell_script_issue *value)
{
    if (value == NULL)
        return;
    free((void *)value->message);
    free((void *)value->excerpt);
    memset(value, 0, sizeof *value);
}

void llmspell_script_validation_init(llmspell_script_validation *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_validation_free(llmspell_script_validation *value)
{
    if (value == NULL)
        return;
    llmspell_script_issue_list_free((llmspell_script_issue_list *)&value->issues);
    llmspell_string_list_free((llmspell_string_list *)&value->names);
    memset(value, 0, sizeof *value);
}

void llmspell_script_engine_info_init(llmspell_script_engine_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_engine_info_free(llmspell_script_engine_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->install);
    free((void *)value->library);
    free((void *)value->library_version);
    free((void *)value->language_version);
    llmspell_string_list_free((llmspell_string_list *)&value->suffixes);
    llmspell_script_execution_mode_list_free((llmspell_script_execution_mode_list *)&value->modes);
    memset(value, 0, sizeof *value);
}

void llmspell_script_handler_info_init(llmspell_script_handler_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_handler_info_free(llmspell_script_handler_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->description);
    memset(value, 0, sizeof *value);
}

void llmspell_script_started_init(llmspell_script_started *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_started_free(llmspell_script_started *value)
{
    if (value == NULL)
        return;
    free((void *)value->script);
    memset(value, 0, sizeof *value);
}

void llmspell_script_completed_init(llmspell_script_completed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_completed_free(llmspell_script_completed *value)
{
    if (value == NULL)
        return;
    free((void *)value->script);
    memset(value, 0, sizeof *value);
}

void llmspell_script_ended_init(llmspell_script_ended *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_script_ended_free(llmspell_script_ended *value)
{
    if (value == NULL)
        return;
    free((void *)value->script);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

llmspell_status llmspell_script_execute(
    llmspell_session *session, llmspell_script_engine engine, const char *source,
    const llmspell_script_execute_options *options, llmspell_script_result *result)
{
    BRIDGE_RESULT(llmspell_script_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_script_execute(
        number, engine, source, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_script_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_script_execute_file(
    llmspell_session *session, const char *path, llmspell_script_engine engine,
    const llmspell_script_execute_options *options, llmspell_script_result *result)
{
    BRIDGE_RESULT(llmspell_script_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_script_execute_file(
        number, path, engine, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_script_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_script_validate(
    llmspell_session *session, llmspell_script_engine engine, const char *source,
    llmspell_script_validation *result)
{
    BRIDGE_RESULT(llmspell_script_validation, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_script_validate(
        number, engine, source, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_script_validation_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_script_list_engines(
    llmspell_session *session, llmspell_script_engine_info_list *result)
{
    BRIDGE_RESULT(llmspell_script_engine_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_script_list_engines(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_script_engine_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_script_register_handler(
    llmspell_session *session, const char *name, const llmspell_script_handler *handler,
    const char *description)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_script_register_handler(
        number, name, handler, description);
    return bridge_left(status);
}

llmspell_status llmspell_script_unregister_handler(llmspell_session *session, const char *name)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_script_unregister_handler(
        number, name);
    return bridge_left(status);
}

llmspell_status llmspell_script_list_handlers(
    llmspell_session *session, llmspell_script_handler_info_list *result)
{
    BRIDGE_RESULT(llmspell_script_handler_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_script_list_handlers(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_script_handler_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_script_call_handler(
    llmspell_session *session, const char *name, const char *input_json, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_script_call_handler(
        number, name, input_json, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}
