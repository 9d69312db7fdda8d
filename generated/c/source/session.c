/* Behind session.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "session_behind.h"

static bridge_module module = BRIDGE_MODULE("session");

void llmspell_session_converter_init(llmspell_session_converter *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_options_init(llmspell_session_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_options_free(llmspell_session_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->permissions_json);
    memset(value, 0, sizeof *value);
}

void llmspell_session_info_init(llmspell_session_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_info_free(llmspell_session_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->parent);
    free((void *)value->permissions_json);
    llmspell_int64_map_free((llmspell_int64_map *)&value->resources);
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_call_init(llmspell_session_batch_call *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_call_free(llmspell_session_batch_call *value)
{
    if (value == NULL)
        return;
    free((void *)value->function);
    free((void *)value->arguments_json);
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_options_init(llmspell_session_batch_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_options_free(llmspell_session_batch_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_outcome_init(llmspell_session_batch_outcome *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_outcome_free(llmspell_session_batch_outcome *value)
{
    if (value == NULL)
        return;
    free((void *)value->result_json);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_session_memoize_metrics_init(llmspell_session_memoize_metrics *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_memoize_metrics_free(llmspell_session_memoize_metrics *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_metrics_init(llmspell_session_batch_metrics *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_metrics_free(llmspell_session_batch_metrics *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_session_metrics_init(llmspell_session_metrics *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_metrics_free(llmspell_session_metrics *value)
{
    if (value == NULL)
        return;
    llmspell_session_memoize_metrics_map_free((llmspell_session_memoize_metrics_map *)&value->memoized);
    llmspell_session_batch_metrics_free((llmspell_session_batch_metrics *)value->batches);
    free((void *)value->batches);
    memset(value, 0, sizeof *value);
}

void llmspell_session_conversion_info_init(llmspell_session_conversion_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_conversion_info_free(llmspell_session_conversion_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->source_type);
    free((void *)value->target_type);
    memset(value, 0, sizeof *value);
}

void llmspell_session_conversion_path_init(llmspell_session_conversion_path *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_session_conversion_path_free(llmspell_session_conversion_path *value)
{
    if (value == NULL)
        return;
    free((void *)value->source_type);
    free((void *)value->target_type);
    llmspell_session_conversion_info_list_free((llmspell_session_conversion_info_list *)&value->steps);
    memset(value, 0, sizeof *value);
}

llmspell_status llmspell_session_open(
    llmspell_session *session, const llmspell_session_options *options, llmspell_session **result)
{
    BRIDGE_RESULT(llmspell_session *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_open(
        number, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_session_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_session_close(llmspell_session *session, llmspell_session *session_)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_close(
        number, bridge_session_handle(session_));
    return bridge_left(status);
}

llmspell_status llmspell_session_get_info(
    llmspell_session *session, llmspell_session *session_, llmspell_session_info *result)
{
    BRIDGE_RESULT(llmspell_session_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_get_info(
        number, bridge_session_handle(session_), result);
    if (BRIDGE_DROPS(status, result))
        llmspell_session_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_session_batch(
    llmspell_session *session, const llmspell_session_batch_call_list *calls,
    const llmspell_session_batch_options *options, llmspell_session_batch_outcome_list *result)
{
    BRIDGE_RESULT(llmspell_session_batch_outcome_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_batch(
        number, calls, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_session_batch_outcome_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_session_get_metrics(llmspell_session *session, llmspell_session_metrics *result)
{
    BRIDGE_RESULT(llmspell_session_metrics, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_get_metrics(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_session_metrics_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_session_clear_cache(llmspell_session *session, const char *function, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_clear_cache(
        number, function, result);
    return bridge_left(status);
}

llmspell_status llmspell_session_convert(
    llmspell_session *session, const char *value_json, const char *source_type, const char *target_type,
    char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_convert(
        number, value_json, source_type, target_type, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_session_register_conversion(
    llmspell_session *session, const char *source_type, const char *target_type,
    const llmspell_session_converter *converter, const double *cost, const char *name, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_register_conversion(
        number, source_type, target_type, converter, cost, name, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_session_unregister_conversion(llmspell_session *session, const char *name)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_unregister_conversion(
        number, name);
    return bridge_left(status);
}

llmspell_status llmspell_session_list_conversions(
    llmspell_session *session, const char *source_type, const char *target_type,
    llmspell_session_conversion_info_list *result)
{
    BRIDGE_RESULT(llmspell_session_conversion_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_list_conversions(
        number, source_type, target_type, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_session_conversion_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_session_find_conversion(
    llmspell_session *session, const char *source_type, const char *target_type,
    llmspell_session_conversion_path *result)
{
    BRIDGE_RESULT(llmspell_session_conversion_path, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_find_conversion(
        number, source_type, target_type, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_session_conversion_path_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_session_get_last_error(
    llmspell_session *session, llmspell_session *session_, llmspell_error_info *result, bool *result_is_null)
{
    BRIDGE_RESULT(llmspell_error_info, result);
    BRIDGE_RESULT(bool, result_is_null);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_session_get_last_error(
        number, bridge_session_handle(session_), result, result_is_null);
    if (BRIDGE_DROPS(status, result))
        llmspell_error_info_free(result);
    return bridge_left(status);
}
