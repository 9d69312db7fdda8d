/* Every example of schema, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_schema_validation_result(json *out, const llmspell_schema_validation_result *value);
static void put_schema_issue_list(json *out, const llmspell_schema_issue_list *value);
static void put_schema_issue(json *out, const llmspell_schema_issue *value);
static void put_schema_coerce_result(json *out, const llmspell_schema_coerce_result *value);
static void put_schema_change_list(json *out, const llmspell_schema_change_list *value);
static void put_schema_change(json *out, const llmspell_schema_change *value);
static const char *name_of_schema_rule(llmspell_schema_rule value);
static void put_schema_info(json *out, const llmspell_schema_info *value);
static void put_schema_type_list(json *out, const llmspell_schema_type_list *value);
static const char *name_of_schema_type(llmspell_schema_type value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_schema_version(json *out, const llmspell_schema_version *value);
static void put_schema_stored_schema(json *out, const llmspell_schema_stored_schema *value);
static void put_schema_entry_list(json *out, const llmspell_schema_entry_list *value);
static void put_schema_entry(json *out, const llmspell_schema_entry *value);
static void put_int64_list(json *out, const llmspell_int64_list *value);

static void put_schema_issue(json *out, const llmspell_schema_issue *value)
{
    json_open(out, '{');
    json_key(out, "path");
    json_text(out, value->path);
    json_key(out, "keyword");
    json_text(out, value->keyword);
    json_key(out, "schema_path");
    json_text(out, value->schema_path);
    json_key(out, "message");
    json_text(out, value->message);
    if (value->value_json != NULL) {
        json_key(out, "value");
        json_raw(out, value->value_json);
    }
    if (value->expected_json != NULL) {
        json_key(out, "expected");
        json_raw(out, value->expected_json);
    }
    if (value->causes.items != NULL) {
        json_key(out, "causes");
        put_schema_issue_list(out, &value->causes);
    }
    json_close(out, '}');
}

static void put_schema_issue_list(json *out, const llmspell_schema_issue_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_schema_issue(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_schema_validation_result(json *out, const llmspell_schema_validation_result *value)
{
    json_open(out, '{');
    json_key(out, "valid");
    json_boolean(out, value->valid);
    json_key(out, "issues");
    put_schema_issue_list(out, &value->issues);
    json_close(out, '}');
}

static const char *name_of_schema_rule(llmspell_schema_rule value)
{
    switch (value) {
    case LLMSPELL_SCHEMA_RULE_TO_INTEGER:
        return "to_integer";
    case LLMSPELL_SCHEMA_RULE_TO_NUMBER:
        return "to_number";
    case LLMSPELL_SCHEMA_RULE_TO_BOOLEAN:
        return "to_boolean";
    case LLMSPELL_SCHEMA_RULE_TO_NULL:
        return "to_null";
    case LLMSPELL_SCHEMA_RULE_TO_STRING:
        return "to_string";
    case LLMSPELL_SCHEMA_RULE_PARSED:
        return "parsed";
    case LLMSPELL_SCHEMA_RULE_WRAPPED:
        return "wrapped";
    case LLMSPELL_SCHEMA_RULE_UNWRAPPED:
        return "unwrapped";
    case LLMSPELL_SCHEMA_RULE_MATCHED:
        return "matched";
    case LLMSPELL_SCHEMA_RULE_DEFAULT:
        return "default";
    case LLMSPELL_SCHEMA_RULE_DROPPED:
        return "dropped";
    default:
        return NULL;
    }
}

static void put_schema_change(json *out, const llmspell_schema_change *value)
{
    json_open(out, '{');
    json_key(out, "path");
    json_text(out, value->path);
    json_key(out, "rule");
    json_text(out, name_of_schema_rule(value->rule));
    if (value->before_json != NULL) {
        json_key(out, "before");
        json_raw(out, value->before_json);
    }
    if (value->after_json != NULL) {
        json_key(out, "after");
        json_raw(out, value->after_json);
    }
    json_close(out, '}');
}

static void put_schema_change_list(json *out, const llmspell_schema_change_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_schema_change(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_schema_coerce_result(json *out, const llmspell_schema_coerce_result *value)
{
    json_open(out, '{');
    json_key(out, "value");
    json_raw(out, value->value_json);
    json_key(out, "valid");
    json_boolean(out, value->valid);
    json_key(out, "changes");
    put_schema_change_list(out, &value->changes);
    json_key(out, "issues");
    put_schema_issue_list(out, &value->issues);
    json_close(out, '}');
}

static const char *name_of_schema_type(llmspell_schema_type value)
{
    switch (value) {
    case LLMSPELL_SCHEMA_TYPE_OBJECT:
        return "object";
    case LLMSPELL_SCHEMA_TYPE_ARRAY:
        return "array";
    case LLMSPELL_SCHEMA_TYPE_STRING:
        return "string";
    case LLMSPELL_SCHEMA_TYPE_NUMBER:
        return "number";
    case LLMSPELL_SCHEMA_TYPE_INTEGER:
        return "integer";
    case LLMSPELL_SCHEMA_TYPE_BOOLEAN:
        return "boolean";
    case LLMSPELL_SCHEMA_TYPE_NULL:
        return "null";
    default:
        return NULL;
    }
}

static void put_schema_type_list(json *out, const llmspell_schema_type_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, name_of_schema_type(value->items[i]));
    }
    json_close(out, ']');
}

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_schema_info(json *out, const llmspell_schema_info *value)
{
    json_open(out, '{');
    json_key(out, "types");
    put_schema_type_list(out, &value->types);
    if (value->title != NULL) {
        json_key(out, "title");
        json_text(out, value->title);
    }
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    if (value->id != NULL) {
        json_key(out, "id");
        json_text(out, value->id);
    }
    json_key(out, "dialect");
    json_text(out, value->dialect);
    json_key(out, "properties");
    put_string_list(out, &value->properties);
    json_key(out, "required");
    put_string_list(out, &value->required);
    json_key(out, "definitions");
    put_string_list(out, &value->definitions);
    json_key(out, "references");
    put_string_list(out, &value->references);
    json_key(out, "formats");
    put_string_list(out, &value->formats);
    json_key(out, "keywords");
    put_string_list(out, &value->keywords);
    json_key(out, "depth");
    json_integer(out, value->depth);
    json_key(out, "subschemas");
    json_integer(out, value->subschemas);
    json_key(out, "recursive");
    json_boolean(out, value->recursive);
    json_close(out, '}');
}

static void put_schema_version(json *out, const llmspell_schema_version *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "version");
    json_integer(out, value->version);
    json_key(out, "created_at");
    json_text(out, value->created_at);
    if (value->note != NULL) {
        json_key(out, "note");
        json_text(out, value->note);
    }
    json_close(out, '}');
}

static void put_schema_stored_schema(json *out, const llmspell_schema_stored_schema *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "version");
    json_integer(out, value->version);
    json_key(out, "created_at");
    json_text(out, value->created_at);
    if (value->note != NULL) {
        json_key(out, "note");
        json_text(out, value->note);
    }
    json_key(out, "content");
    json_raw(out, value->content_json);
    json_close(out, '}');
}

static void put_int64_list(json *out, const llmspell_int64_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_integer(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_schema_entry(json *out, const llmspell_schema_entry *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "latest");
    json_integer(out, value->latest);
    json_key(out, "versions");
    put_int64_list(out, &value->versions);
    if (value->title != NULL) {
        json_key(out, "title");
        json_text(out, value->title);
    }
    json_close(out, '}');
}

static void put_schema_entry_list(json *out, const llmspell_schema_entry_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_schema_entry(out, &value->items[i]);
    }
    json_close(out, ']');
}

/* schema.validate, every_fault: All faults come at once, each with its place. */
static void schema_validate_every_fault(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"age\": {\"type\": \"integer\", \"minimum\": 0}, \"mail\": {\"type\": \"string\", \"format\": \"email\"}}, \"required\": [\"name\"], \"additionalProperties\": false}", "{\"age\": -1, \"mail\": \"nobody\", \"more\": 1}", NULL, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
}

/* schema.validate, good: */
static void schema_validate_good(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"age\": {\"type\": \"integer\", \"minimum\": 0}, \"mail\": {\"type\": \"string\", \"format\": \"email\"}}, \"required\": [\"name\"], \"additionalProperties\": false}", "{\"name\": \"Ada\", \"age\": 36}", NULL, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
}

/* schema.validate, formats_as_remarks: */
static void schema_validate_formats_as_remarks(example *example, llmspell_session *session)
{
    llmspell_schema_validate_options options_;
    llmspell_schema_validate_options_init(&options_);
    options_.has_formats = true;
    options_.formats = false;
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "{\"type\": \"string\", \"format\": \"date\"}", "\"soon\"", &options_, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
}

/* schema.validate, alternatives: Of anyOf and oneOf the causes say why each alternative was not met. */
static void schema_validate_alternatives(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"integer\", \"minimum\": 5}]}", "3", NULL, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
}

/* schema.validate, by_name: A schema of the repository, by its name. */
static void schema_validate_by_name(example *example, llmspell_session *session)
{
    llmspell_schema_version version;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 65535}", NULL, &version));
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "\"port\"", "8080", NULL, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
    llmspell_schema_version_free(&version);
}

/* schema.validate, not_a_schema: */
static void schema_validate_not_a_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "{\"type\": \"objekt\"}", "1", NULL, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
}

/* schema.validate, elsewhere: Nothing is read from other hosts in passing. */
static void schema_validate_elsewhere(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "{\"$ref\": \"https://example.com/person.json\"}", "1", NULL, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
}

/* schema.validate, without_end: A schema that leads nowhere but to itself is stopped. */
static void schema_validate_without_end(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "{\"$ref\": \"#\"}", "1", NULL, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
}

/* schema.validate, unknown: */
static void schema_validate_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_validate(session, "\"no_such_schema\"", "1", NULL, &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
}

/* schema.coerce, form: What a form or a model gave, made right. */
static void schema_coerce_form(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_coerce_result result;
    if (example_worked(example, llmspell_schema_coerce(session, "{\"type\": \"object\", \"properties\": {\"age\": {\"type\": \"integer\"}, \"member\": {\"type\": \"boolean\"}, \"tags\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}, \"colour\": {\"enum\": [\"red\", \"green\"]}, \"country\": {\"type\": \"string\", \"default\": \"NO\"}}}", "{\"age\": \"42\", \"member\": \"yes\", \"tags\": \"new\", \"colour\": \"RED \"}", NULL, &result))) {
        put_schema_coerce_result(example_result(example), &result);
        llmspell_schema_coerce_result_free(&result);
    }
}

/* schema.coerce, not_everything: What cannot be mended is reported, as validate does. */
static void schema_coerce_not_everything(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_coerce_result result;
    if (example_worked(example, llmspell_schema_coerce(session, "{\"type\": \"array\", \"items\": {\"type\": \"integer\", \"maximum\": 9}}", "[\"7\", \"12\", \"many\"]", NULL, &result))) {
        put_schema_coerce_result(example_result(example), &result);
        llmspell_schema_coerce_result_free(&result);
    }
}

/* schema.coerce, drop_unknown: */
static void schema_coerce_drop_unknown(example *example, llmspell_session *session)
{
    llmspell_schema_coerce_options options_;
    llmspell_schema_coerce_options_init(&options_);
    options_.has_drop_unknown = true;
    options_.drop_unknown = true;
    example_begin(example);
    llmspell_schema_coerce_result result;
    if (example_worked(example, llmspell_schema_coerce(session, "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}}", "{\"city\": \"Oslo\", \"note\": \"x\"}", &options_, &result))) {
        put_schema_coerce_result(example_result(example), &result);
        llmspell_schema_coerce_result_free(&result);
    }
}

/* schema.coerce, bad_schema: */
static void schema_coerce_bad_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_coerce_result result;
    if (example_worked(example, llmspell_schema_coerce(session, "{\"type\": 3}", "1", NULL, &result))) {
        put_schema_coerce_result(example_result(example), &result);
        llmspell_schema_coerce_result_free(&result);
    }
}

/* schema.compile, person: */
static void schema_compile_person(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validator *result = NULL;
    if (example_worked(example, llmspell_schema_compile(session, "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"age\": {\"type\": \"integer\", \"minimum\": 0}, \"mail\": {\"type\": \"string\", \"format\": \"email\"}}, \"required\": [\"name\"], \"additionalProperties\": false}", NULL, &result))) {
        json_text(example_result(example), llmspell_schema_validator_id(result));
        llmspell_schema_validator_free(result);
    }
}

/* schema.compile, forbidden: Another host's document needs a grant. */
static void schema_compile_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validator *result = NULL;
    if (example_worked(example, llmspell_schema_compile(session, "{\"$ref\": \"https://example.com/person.json\"}", NULL, &result))) {
        json_text(example_result(example), llmspell_schema_validator_id(result));
        llmspell_schema_validator_free(result);
    }
}

/* schema.compile, bad_pattern: */
static void schema_compile_bad_pattern(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_validator *result = NULL;
    if (example_worked(example, llmspell_schema_compile(session, "{\"type\": \"string\", \"pattern\": \"(\"}", NULL, &result))) {
        json_text(example_result(example), llmspell_schema_validator_id(result));
        llmspell_schema_validator_free(result);
    }
}

/* schema.check, faults: */
static void schema_check_faults(example *example, llmspell_session *session)
{
    llmspell_schema_validator *validator = NULL;
    GIVEN(llmspell_schema_compile(session, "{\"type\": \"array\", \"items\": {\"type\": \"integer\"}, \"maxItems\": 2}", NULL, &validator));
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_check(session, validator, "[1, \"two\", 3]", &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
    llmspell_schema_validator_free(validator);
}

/* schema.check, released: */
static void schema_check_released(example *example, llmspell_session *session)
{
    llmspell_schema_validator *validator = NULL;
    GIVEN(llmspell_schema_compile(session, "true", NULL, &validator));
    GIVEN(llmspell_schema_release(session, validator));
    example_begin(example);
    llmspell_schema_validation_result result;
    if (example_worked(example, llmspell_schema_check(session, validator, "1", &result))) {
        put_schema_validation_result(example_result(example), &result);
        llmspell_schema_validation_result_free(&result);
    }
    llmspell_schema_validator_free(validator);
}

/* schema.accepts, fits: */
static void schema_accepts_fits(example *example, llmspell_session *session)
{
    llmspell_schema_validator *validator = NULL;
    GIVEN(llmspell_schema_compile(session, "{\"type\": \"string\", \"format\": \"uuid\"}", NULL, &validator));
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_schema_accepts(session, validator, "\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"", &result))) {
        json_boolean(example_result(example), result);
    }
    llmspell_schema_validator_free(validator);
}

/* schema.accepts, does_not: */
static void schema_accepts_does_not(example *example, llmspell_session *session)
{
    llmspell_schema_validator *validator = NULL;
    GIVEN(llmspell_schema_compile(session, "{\"type\": \"string\", \"format\": \"uuid\"}", NULL, &validator));
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_schema_accepts(session, validator, "\"f81d4fae\"", &result))) {
        json_boolean(example_result(example), result);
    }
    llmspell_schema_validator_free(validator);
}

/* schema.convert, number: */
static void schema_convert_number(example *example, llmspell_session *session)
{
    llmspell_schema_validator *validator = NULL;
    GIVEN(llmspell_schema_compile(session, "{\"type\": \"number\"}", NULL, &validator));
    example_begin(example);
    llmspell_schema_coerce_result result;
    if (example_worked(example, llmspell_schema_convert(session, validator, "\"1.5\"", NULL, &result))) {
        put_schema_coerce_result(example_result(example), &result);
        llmspell_schema_coerce_result_free(&result);
    }
    llmspell_schema_validator_free(validator);
}

/* schema.describe, tree: A schema that refers to itself. */
static void schema_describe_tree(example *example, llmspell_session *session)
{
    llmspell_schema_validator *validator = NULL;
    GIVEN(llmspell_schema_compile(session, "{\"type\": \"object\", \"properties\": {\"left\": {\"$ref\": \"#\"}, \"right\": {\"$ref\": \"#\"}}}", NULL, &validator));
    example_begin(example);
    llmspell_schema_info result;
    if (example_worked(example, llmspell_schema_describe(session, validator, &result))) {
        put_schema_info(example_result(example), &result);
        llmspell_schema_info_free(&result);
    }
    llmspell_schema_validator_free(validator);
}

/* schema.release, once: */
static void schema_release_once(example *example, llmspell_session *session)
{
    llmspell_schema_validator *validator = NULL;
    GIVEN(llmspell_schema_compile(session, "true", NULL, &validator));
    example_begin(example);
    if (example_worked(example, llmspell_schema_release(session, validator)))
        json_null(example_result(example));
    llmspell_schema_validator_free(validator);
}

/* schema.release, twice: */
static void schema_release_twice(example *example, llmspell_session *session)
{
    llmspell_schema_validator *validator = NULL;
    GIVEN(llmspell_schema_compile(session, "true", NULL, &validator));
    GIVEN(llmspell_schema_release(session, validator));
    example_begin(example);
    if (example_worked(example, llmspell_schema_release(session, validator)))
        json_null(example_result(example));
    llmspell_schema_validator_free(validator);
}

/* schema.generate, two: */
static void schema_generate_two(example *example, llmspell_session *session)
{
    const char *samples_items[] = {"{\"name\": \"Ada\", \"born\": \"1815-12-10\", \"age\": 36}", "{\"name\": \"Alan\", \"born\": \"1912-06-23\", \"tags\": [\"a\"]}"};
    llmspell_json_list samples = {samples_items, 2};
    llmspell_schema_generate_options options_;
    llmspell_schema_generate_options_init(&options_);
    options_.title = "Person";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_generate(session, &samples, &options_, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.generate, none: */
static void schema_generate_none(example *example, llmspell_session *session)
{
    const char *samples_items[] = {0};
    llmspell_json_list samples = {samples_items, 0};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_generate(session, &samples, NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.create, person: */
static void schema_create_person(example *example, llmspell_session *session)
{
    llmspell_schema_description description;
    llmspell_schema_description_init(&description);
    description.title = "Person";
    description.fields_json = "{\"name\": \"string\", \"mail\": \"email\", \"age\": {\"type\": \"integer?\", \"minimum\": 0}, \"tags\": \"string[]?\", \"role\": {\"enum\": [\"admin\", \"user\"], \"default\": \"user\"}, \"address\": {\"fields\": {\"city\": \"string\", \"zip\": {\"type\": \"string\", \"pattern\": \"^\\\\d{4}$\"}}}}";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_create(session, &description, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.create, misspelt: */
static void schema_create_misspelt(example *example, llmspell_session *session)
{
    llmspell_schema_description description;
    llmspell_schema_description_init(&description);
    description.fields_json = "{\"age\": \"interger\"}";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_create(session, &description, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.merge, all: What each of them accepts. */
static void schema_merge_all(example *example, llmspell_session *session)
{
    const char *schemas_items[] = {"{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"number\", \"minimum\": 1}}, \"required\": [\"id\"]}", "{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}, \"required\": [\"name\"]}"};
    llmspell_json_list schemas = {schemas_items, 2};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_merge(session, &schemas, NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.merge, any: */
static void schema_merge_any(example *example, llmspell_session *session)
{
    const char *schemas_items[] = {"{\"type\": \"string\"}", "{\"type\": \"integer\", \"minimum\": 0}"};
    llmspell_json_list schemas = {schemas_items, 2};
    llmspell_schema_merge_options options_;
    llmspell_schema_merge_options_init(&options_);
    options_.strategy = LLMSPELL_SCHEMA_MERGE_STRATEGY_ANY;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_merge(session, &schemas, &options_, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.merge, override: */
static void schema_merge_override(example *example, llmspell_session *session)
{
    const char *schemas_items[] = {"{\"type\": \"string\", \"maxLength\": 10}", "{\"maxLength\": 20}"};
    llmspell_json_list schemas = {schemas_items, 2};
    llmspell_schema_merge_options options_;
    llmspell_schema_merge_options_init(&options_);
    options_.strategy = LLMSPELL_SCHEMA_MERGE_STRATEGY_OVERRIDE;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_merge(session, &schemas, &options_, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.merge, conflict: */
static void schema_merge_conflict(example *example, llmspell_session *session)
{
    const char *schemas_items[] = {"{\"properties\": {\"id\": {\"type\": \"string\"}}}", "{\"properties\": {\"id\": {\"type\": \"integer\"}}}"};
    llmspell_json_list schemas = {schemas_items, 2};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_merge(session, &schemas, NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.extract, property: A property deep inside, by way of a list and a reference. */
static void schema_extract_property(example *example, llmspell_session *session)
{
    llmspell_schema_extract_part part;
    llmspell_schema_extract_part_init(&part);
    part.property = "orders[].to";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_extract(session, "{\"type\": \"object\", \"properties\": {\"orders\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/order\"}}}, \"$defs\": {\"order\": {\"type\": \"object\", \"properties\": {\"to\": {\"$ref\": \"#/$defs/address\"}}}, \"address\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"lines\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/line\"}}}}, \"line\": {\"type\": \"string\", \"maxLength\": 40}}}", &part, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.extract, definition: */
static void schema_extract_definition(example *example, llmspell_session *session)
{
    llmspell_schema_extract_part part;
    llmspell_schema_extract_part_init(&part);
    part.definition = "line";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_extract(session, "{\"type\": \"object\", \"properties\": {\"orders\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/order\"}}}, \"$defs\": {\"order\": {\"type\": \"object\", \"properties\": {\"to\": {\"$ref\": \"#/$defs/address\"}}}, \"address\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"lines\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/line\"}}}}, \"line\": {\"type\": \"string\", \"maxLength\": 40}}}", &part, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.extract, missing: */
static void schema_extract_missing(example *example, llmspell_session *session)
{
    llmspell_schema_extract_part part;
    llmspell_schema_extract_part_init(&part);
    part.pointer = "/properties/bills";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_schema_extract(session, "{\"type\": \"object\", \"properties\": {\"orders\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/order\"}}}, \"$defs\": {\"order\": {\"type\": \"object\", \"properties\": {\"to\": {\"$ref\": \"#/$defs/address\"}}}, \"address\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"lines\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/line\"}}}}, \"line\": {\"type\": \"string\", \"maxLength\": 40}}}", &part, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* schema.get_info, person: */
static void schema_get_info_person(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_info result;
    if (example_worked(example, llmspell_schema_get_info(session, "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"age\": {\"type\": \"integer\", \"minimum\": 0}, \"mail\": {\"type\": \"string\", \"format\": \"email\"}}, \"required\": [\"name\"], \"additionalProperties\": false}", &result))) {
        put_schema_info(example_result(example), &result);
        llmspell_schema_info_free(&result);
    }
}

/* schema.put, second_version: */
static void schema_put_second_version(example *example, llmspell_session *session)
{
    llmspell_schema_version version;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\"}", NULL, &version));
    llmspell_schema_put_options options_;
    llmspell_schema_put_options_init(&options_);
    options_.note = "no port 0";
    example_begin(example);
    llmspell_schema_version result;
    if (example_worked(example, llmspell_schema_put(session, "port", "{\"type\": \"integer\", \"minimum\": 1}", &options_, &result))) {
        put_schema_version(example_result(example), &result);
        llmspell_schema_version_free(&result);
    }
    llmspell_schema_version_free(&version);
}

/* schema.put, path: A name is no path. */
static void schema_put_path(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_version result;
    if (example_worked(example, llmspell_schema_put(session, "../port", "true", NULL, &result))) {
        put_schema_version(example_result(example), &result);
        llmspell_schema_version_free(&result);
    }
}

/* schema.put, not_a_schema: */
static void schema_put_not_a_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_version result;
    if (example_worked(example, llmspell_schema_put(session, "port", "{\"minimum\": \"low\"}", NULL, &result))) {
        put_schema_version(example_result(example), &result);
        llmspell_schema_version_free(&result);
    }
}

/* schema.get, newest: */
static void schema_get_newest(example *example, llmspell_session *session)
{
    llmspell_schema_version version;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\"}", NULL, &version));
    llmspell_schema_version version_;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\", \"minimum\": 1}", NULL, &version_));
    example_begin(example);
    llmspell_schema_stored_schema result;
    if (example_worked(example, llmspell_schema_get(session, "port", NULL, &result))) {
        put_schema_stored_schema(example_result(example), &result);
        llmspell_schema_stored_schema_free(&result);
    }
    llmspell_schema_version_free(&version_);
    llmspell_schema_version_free(&version);
}

/* schema.get, first: */
static void schema_get_first(example *example, llmspell_session *session)
{
    llmspell_schema_version version;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\"}", NULL, &version));
    llmspell_schema_version version_;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\", \"minimum\": 1}", NULL, &version_));
    example_begin(example);
    llmspell_schema_stored_schema result;
    if (example_worked(example, llmspell_schema_get(session, "port@1", NULL, &result))) {
        put_schema_stored_schema(example_result(example), &result);
        llmspell_schema_stored_schema_free(&result);
    }
    llmspell_schema_version_free(&version_);
    llmspell_schema_version_free(&version);
}

/* schema.get, unknown: */
static void schema_get_unknown(example *example, llmspell_session *session)
{
    int64_t version = 3;
    example_begin(example);
    llmspell_schema_stored_schema result;
    if (example_worked(example, llmspell_schema_get(session, "port", &version, &result))) {
        put_schema_stored_schema(example_result(example), &result);
        llmspell_schema_stored_schema_free(&result);
    }
}

/* schema.list, two: */
static void schema_list_two(example *example, llmspell_session *session)
{
    llmspell_schema_version version;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\"}", NULL, &version));
    llmspell_schema_version version_;
    GIVEN(llmspell_schema_put(session, "city", "{\"title\": \"A city\", \"type\": \"string\"}", NULL, &version_));
    llmspell_schema_version version__;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\", \"minimum\": 1}", NULL, &version__));
    example_begin(example);
    llmspell_schema_entry_list result;
    if (example_worked(example, llmspell_schema_list(session, &result))) {
        put_schema_entry_list(example_result(example), &result);
        llmspell_schema_entry_list_free(&result);
    }
    llmspell_schema_version_free(&version__);
    llmspell_schema_version_free(&version_);
    llmspell_schema_version_free(&version);
}

/* schema.list, none: */
static void schema_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_schema_entry_list result;
    if (example_worked(example, llmspell_schema_list(session, &result))) {
        put_schema_entry_list(example_result(example), &result);
        llmspell_schema_entry_list_free(&result);
    }
}

/* schema.delete, all_versions: */
static void schema_delete_all_versions(example *example, llmspell_session *session)
{
    llmspell_schema_version version;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\"}", NULL, &version));
    llmspell_schema_version version_;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\", \"minimum\": 1}", NULL, &version_));
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_schema_delete(session, "port", NULL, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_schema_version_free(&version_);
    llmspell_schema_version_free(&version);
}

/* schema.delete, one_version: */
static void schema_delete_one_version(example *example, llmspell_session *session)
{
    llmspell_schema_version version;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\"}", NULL, &version));
    llmspell_schema_version version_;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\", \"minimum\": 1}", NULL, &version_));
    int64_t version__ = 1;
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_schema_delete(session, "port", &version__, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_schema_version_free(&version_);
    llmspell_schema_version_free(&version);
}

/* schema.delete, unknown: */
static void schema_delete_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_schema_delete(session, "port", NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

/* schema.open_repository, new: */
static void schema_open_repository_new(example *example, llmspell_session *session)
{
    llmspell_schema_repository_options options_;
    llmspell_schema_repository_options_init(&options_);
    options_.has_create = true;
    options_.create = true;
    options_.format = LLMSPELL_SCHEMA_FILE_FORMAT_YAML;
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_schema_open_repository(session, "schemas", &options_, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* schema.open_repository, again: What one repository kept, the next one finds. */
static void schema_open_repository_again(example *example, llmspell_session *session)
{
    llmspell_schema_repository_options options_;
    llmspell_schema_repository_options_init(&options_);
    options_.has_create = true;
    options_.create = true;
    llmspell_string_list list;
    GIVEN(llmspell_schema_open_repository(session, "schemas", &options_, &list));
    llmspell_schema_version version;
    GIVEN(llmspell_schema_put(session, "port", "{\"type\": \"integer\"}", NULL, &version));
    GIVEN(llmspell_schema_close_repository(session));
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_schema_open_repository(session, "schemas", NULL, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
    llmspell_schema_version_free(&version);
    llmspell_string_list_free(&list);
}

/* schema.open_repository, forbidden: */
static void schema_open_repository_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_schema_open_repository(session, "schemas", NULL, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* schema.open_repository, missing: */
static void schema_open_repository_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_schema_open_repository(session, "nowhere", NULL, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* schema.close_repository, back_to_memory: */
static void schema_close_repository_back_to_memory(example *example, llmspell_session *session)
{
    llmspell_schema_repository_options options_;
    llmspell_schema_repository_options_init(&options_);
    options_.has_create = true;
    options_.create = true;
    llmspell_string_list list;
    GIVEN(llmspell_schema_open_repository(session, "schemas", &options_, &list));
    example_begin(example);
    if (example_worked(example, llmspell_schema_close_repository(session)))
        json_null(example_result(example));
    llmspell_string_list_free(&list);
}

int main(void)
{
    example_run("schema.validate", "every_fault", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_every_fault);
    example_run("schema.validate", "good", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_good);
    example_run("schema.validate", "formats_as_remarks", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_formats_as_remarks);
    example_run("schema.validate", "alternatives", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_alternatives);
    example_run("schema.validate", "by_name", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_by_name);
    example_run("schema.validate", "not_a_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_not_a_schema);
    example_run("schema.validate", "elsewhere", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_elsewhere);
    example_run("schema.validate", "without_end", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_without_end);
    example_run("schema.validate", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_validate_unknown);
    example_run("schema.coerce", "form", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_coerce_form);
    example_run("schema.coerce", "not_everything", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_coerce_not_everything);
    example_run("schema.coerce", "drop_unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_coerce_drop_unknown);
    example_run("schema.coerce", "bad_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_coerce_bad_schema);
    example_run("schema.compile", "person", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_compile_person);
    example_run("schema.compile", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_compile_forbidden);
    example_run("schema.compile", "bad_pattern", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_compile_bad_pattern);
    example_run("schema.check", "faults", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_check_faults);
    example_run("schema.check", "released", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_check_released);
    example_run("schema.accepts", "fits", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_accepts_fits);
    example_run("schema.accepts", "does_not", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_accepts_does_not);
    example_run("schema.convert", "number", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_convert_number);
    example_run("schema.describe", "tree", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_describe_tree);
    example_run("schema.release", "once", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_release_once);
    example_run("schema.release", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_release_twice);
    example_run("schema.generate", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_generate_two);
    example_run("schema.generate", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_generate_none);
    example_run("schema.create", "person", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_create_person);
    example_run("schema.create", "misspelt", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_create_misspelt);
    example_run("schema.merge", "all", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_merge_all);
    example_run("schema.merge", "any", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_merge_any);
    example_run("schema.merge", "override", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_merge_override);
    example_run("schema.merge", "conflict", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_merge_conflict);
    example_run("schema.extract", "property", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_extract_property);
    example_run("schema.extract", "definition", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_extract_definition);
    example_run("schema.extract", "missing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_extract_missing);
    example_run("schema.get_info", "person", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_get_info_person);
    example_run("schema.put", "second_version", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_put_second_version);
    example_run("schema.put", "path", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_put_path);
    example_run("schema.put", "not_a_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_put_not_a_schema);
    example_run("schema.get", "newest", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_get_newest);
    example_run("schema.get", "first", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_get_first);
    example_run("schema.get", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_get_unknown);
    example_run("schema.list", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_list_two);
    example_run("schema.list", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_list_none);
    example_run("schema.delete", "all_versions", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_delete_all_versions);
    example_run("schema.delete", "one_version", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_delete_one_version);
    example_run("schema.delete", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_delete_unknown);
    example_run("schema.open_repository", "new", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", schema_open_repository_new);
    example_run("schema.open_repository", "again", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", schema_open_repository_again);
    example_run("schema.open_repository", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", schema_open_repository_forbidden);
    example_run("schema.open_repository", "missing", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", schema_open_repository_missing);
    example_run("schema.close_repository", "back_to_memory", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", schema_close_repository_back_to_memory);
    return 0;
}
