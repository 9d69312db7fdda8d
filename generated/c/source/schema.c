/* Behind schema.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "schema_behind.h"

static bridge_module module = BRIDGE_MODULE("schema");

void llmspell_schema_issue_init(llmspell_schema_issue *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_issue_free(llmspell_schema_issue *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->keyword);
    free((void *)value->schema_path);
    free((void *)value->message);
    free((void *)value->value_json);
    free((void *)value->expected_json);
    llmspell_schema_issue_list_free((llmspell_schema_issue_list *)&value->causes);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_validation_result_init(llmspell_schema_validation_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_validation_result_free(llmspell_schema_validation_result *value)
{
    if (value == NULL)
        return;
    llmspell_schema_issue_list_free((llmspell_schema_issue_list *)&value->issues);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_validate_options_init(llmspell_schema_validate_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_validate_options_free(llmspell_schema_validate_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_schema_change_init(llmspell_schema_change *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_change_free(llmspell_schema_change *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->before_json);
    free((void *)value->after_json);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_coerce_options_init(llmspell_schema_coerce_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_coerce_options_free(llmspell_schema_coerce_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_schema_coerce_result_init(llmspell_schema_coerce_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_coerce_result_free(llmspell_schema_coerce_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->value_json);
    llmspell_schema_change_list_free((llmspell_schema_change_list *)&value->changes);
    llmspell_schema_issue_list_free((llmspell_schema_issue_list *)&value->issues);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_generate_options_init(llmspell_schema_generate_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_generate_options_free(llmspell_schema_generate_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->title);
    free((void *)value->description);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_extract_part_init(llmspell_schema_extract_part *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_extract_part_free(llmspell_schema_extract_part *value)
{
    if (value == NULL)
        return;
    free((void *)value->pointer);
    free((void *)value->property);
    free((void *)value->definition);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_merge_options_init(llmspell_schema_merge_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_merge_options_free(llmspell_schema_merge_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_schema_contradiction_init(llmspell_schema_contradiction *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_contradiction_free(llmspell_schema_contradiction *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->message);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_description_init(llmspell_schema_description *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_description_free(llmspell_schema_description *value)
{
    if (value == NULL)
        return;
    free((void *)value->title);
    free((void *)value->description);
    free((void *)value->fields_json);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_info_init(llmspell_schema_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_info_free(llmspell_schema_info *value)
{
    if (value == NULL)
        return;
    llmspell_schema_type_list_free((llmspell_schema_type_list *)&value->types);
    free((void *)value->title);
    free((void *)value->description);
    free((void *)value->id);
    free((void *)value->dialect);
    llmspell_string_list_free((llmspell_string_list *)&value->properties);
    llmspell_string_list_free((llmspell_string_list *)&value->required);
    llmspell_string_list_free((llmspell_string_list *)&value->definitions);
    llmspell_string_list_free((llmspell_string_list *)&value->references);
    llmspell_string_list_free((llmspell_string_list *)&value->formats);
    llmspell_string_list_free((llmspell_string_list *)&value->keywords);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_put_options_init(llmspell_schema_put_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_put_options_free(llmspell_schema_put_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->note);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_version_init(llmspell_schema_version *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_version_free(llmspell_schema_version *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->created_at);
    free((void *)value->note);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_stored_schema_init(llmspell_schema_stored_schema *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_stored_schema_free(llmspell_schema_stored_schema *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->created_at);
    free((void *)value->note);
    free((void *)value->content_json);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_entry_init(llmspell_schema_entry *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_entry_free(llmspell_schema_entry *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    llmspell_int64_list_free((llmspell_int64_list *)&value->versions);
    free((void *)value->title);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_repository_options_init(llmspell_schema_repository_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_schema_repository_options_free(llmspell_schema_repository_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_schema_validator_free(llmspell_schema_validator *handle)
{
    free(handle);
}

const char *llmspell_schema_validator_id(const llmspell_schema_validator *handle)
{
    return (const char *)handle;
}

llmspell_schema_validator *llmspell_schema_validator_from_id(const char *id)
{
    return (llmspell_schema_validator *)BRIDGE_NAME(string_copy)(id);
}

llmspell_status llmspell_schema_validate(
    llmspell_session *session, const char *schema_json, const char *value_json,
    const llmspell_schema_validate_options *options, llmspell_schema_validation_result *result)
{
    BRIDGE_RESULT(llmspell_schema_validation_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_validate(
        number, schema_json, value_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_validation_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_coerce(
    llmspell_session *session, const char *schema_json, const char *value_json,
    const llmspell_schema_coerce_options *options, llmspell_schema_coerce_result *result)
{
    BRIDGE_RESULT(llmspell_schema_coerce_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_coerce(
        number, schema_json, value_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_coerce_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_compile(
    llmspell_session *session, const char *schema_json, const llmspell_schema_validate_options *options,
    llmspell_schema_validator **result)
{
    BRIDGE_RESULT(llmspell_schema_validator *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_compile(
        number, schema_json, options, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_validator_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_check(
    llmspell_session *session, llmspell_schema_validator *validator, const char *value_json,
    llmspell_schema_validation_result *result)
{
    BRIDGE_RESULT(llmspell_schema_validation_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_check(
        number, (const char *)validator, value_json, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_validation_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_accepts(
    llmspell_session *session, llmspell_schema_validator *validator, const char *value_json, bool *result)
{
    BRIDGE_RESULT(bool, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_accepts(
        number, (const char *)validator, value_json, result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_convert(
    llmspell_session *session, llmspell_schema_validator *validator, const char *value_json,
    const llmspell_schema_coerce_options *options, llmspell_schema_coerce_result *result)
{
    BRIDGE_RESULT(llmspell_schema_coerce_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_convert(
        number, (const char *)validator, value_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_coerce_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_describe(
    llmspell_session *session, llmspell_schema_validator *validator, llmspell_schema_info *result)
{
    BRIDGE_RESULT(llmspell_schema_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_describe(
        number, (const char *)validator, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_release(llmspell_session *session, llmspell_schema_validator *validator)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_release(
        number, (const char *)validator);
    return bridge_left(status);
}

llmspell_status llmspell_schema_generate(
    llmspell_session *session, const llmspell_json_list *samples,
    const llmspell_schema_generate_options *options, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_generate(
        number, samples, options, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_schema_create(
    llmspell_session *session, const llmspell_schema_description *description, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_create(
        number, description, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_schema_merge(
    llmspell_session *session, const llmspell_json_list *schemas, const llmspell_schema_merge_options *options,
    char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_merge(
        number, schemas, options, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_schema_extract(
    llmspell_session *session, const char *schema_json, const llmspell_schema_extract_part *part,
    char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_extract(
        number, schema_json, part, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_schema_get_info(
    llmspell_session *session, const char *schema_json, llmspell_schema_info *result)
{
    BRIDGE_RESULT(llmspell_schema_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_get_info(
        number, schema_json, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_put(
    llmspell_session *session, const char *name, const char *schema_json,
    const llmspell_schema_put_options *options, llmspell_schema_version *result)
{
    BRIDGE_RESULT(llmspell_schema_version, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_put(
        number, name, schema_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_version_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_get(
    llmspell_session *session, const char *name, const int64_t *version, llmspell_schema_stored_schema *result)
{
    BRIDGE_RESULT(llmspell_schema_stored_schema, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_get(
        number, name, version, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_stored_schema_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_list(llmspell_session *session, llmspell_schema_entry_list *result)
{
    BRIDGE_RESULT(llmspell_schema_entry_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_list(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_schema_entry_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_delete(
    llmspell_session *session, const char *name, const int64_t *version, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_delete(
        number, name, version, result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_open_repository(
    llmspell_session *session, const char *folder, const llmspell_schema_repository_options *options,
    llmspell_string_list *result)
{
    BRIDGE_RESULT(llmspell_string_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_open_repository(
        number, folder, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_string_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_schema_close_repository(llmspell_session *session)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_schema_close_repository(
        number);
    return bridge_left(status);
}
