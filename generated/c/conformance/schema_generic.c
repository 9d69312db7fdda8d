/* Every example of schema, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* schema.validate, every_fault: All faults come at once, each with its place. */
static void schema_validate_every_fault(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"age\": {\"type\": \"integer\", \"minimum\": 0}, \"mail\": {\"type\": \"string\", \"format\": \"email\"}}, \"required\": [\"name\"], \"additionalProperties\": false}, \"value\": {\"age\": -1, \"mail\": \"nobody\", \"more\": 1}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.validate, good: */
static void schema_validate_good(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"age\": {\"type\": \"integer\", \"minimum\": 0}, \"mail\": {\"type\": \"string\", \"format\": \"email\"}}, \"required\": [\"name\"], \"additionalProperties\": false}, \"value\": {\"name\": \"Ada\", \"age\": 36}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.validate, formats_as_remarks: */
static void schema_validate_formats_as_remarks(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": {\"type\": \"string\", \"format\": \"date\"}, \"value\": \"soon\", \"options\": {\"formats\": false}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.validate, alternatives: Of anyOf and oneOf the causes say why each alternative was not met. */
static void schema_validate_alternatives(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": {\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"integer\", \"minimum\": 5}]}, \"value\": 3}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.validate, by_name: A schema of the repository, by its name. */
static void schema_validate_by_name(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 65535}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": \"port\", \"value\": 8080}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.validate, not_a_schema: */
static void schema_validate_not_a_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": {\"type\": \"objekt\"}, \"value\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.validate, elsewhere: Nothing is read from other hosts in passing. */
static void schema_validate_elsewhere(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": {\"$ref\": \"https://example.com/person.json\"}, \"value\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.validate, without_end: A schema that leads nowhere but to itself is stopped. */
static void schema_validate_without_end(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": {\"$ref\": \"#\"}, \"value\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.validate, unknown: */
static void schema_validate_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.validate", "{\"schema\": \"no_such_schema\", \"value\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.coerce, form: What a form or a model gave, made right. */
static void schema_coerce_form(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.coerce", "{\"schema\": {\"type\": \"object\", \"properties\": {\"age\": {\"type\": \"integer\"}, \"member\": {\"type\": \"boolean\"}, \"tags\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}, \"colour\": {\"enum\": [\"red\", \"green\"]}, \"country\": {\"type\": \"string\", \"default\": \"NO\"}}}, \"value\": {\"age\": \"42\", \"member\": \"yes\", \"tags\": \"new\", \"colour\": \"RED \"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.coerce, not_everything: What cannot be mended is reported, as validate does. */
static void schema_coerce_not_everything(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.coerce", "{\"schema\": {\"type\": \"array\", \"items\": {\"type\": \"integer\", \"maximum\": 9}}, \"value\": [\"7\", \"12\", \"many\"]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.coerce, drop_unknown: */
static void schema_coerce_drop_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.coerce", "{\"schema\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}}, \"value\": {\"city\": \"Oslo\", \"note\": \"x\"}, \"options\": {\"drop_unknown\": true}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.coerce, bad_schema: */
static void schema_coerce_bad_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.coerce", "{\"schema\": {\"type\": 3}, \"value\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.compile, person: */
static void schema_compile_person(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.compile", "{\"schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"age\": {\"type\": \"integer\", \"minimum\": 0}, \"mail\": {\"type\": \"string\", \"format\": \"email\"}}, \"required\": [\"name\"], \"additionalProperties\": false}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.compile, forbidden: Another host's document needs a grant. */
static void schema_compile_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.compile", "{\"schema\": {\"$ref\": \"https://example.com/person.json\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.compile, bad_pattern: */
static void schema_compile_bad_pattern(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.compile", "{\"schema\": {\"type\": \"string\", \"pattern\": \"(\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.check, faults: */
static void schema_check_faults(example *example, llmspell_session *session)
{
    char *validator = NULL;
    GIVEN(llmspell_call(session, "schema.compile", "{\"schema\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}, \"maxItems\": 2}}", &validator));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.check", example_format(example, "{\"validator\": %s, \"value\": [1, \"two\", 3]}", validator), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(validator);
}

/* schema.check, released: */
static void schema_check_released(example *example, llmspell_session *session)
{
    char *validator = NULL;
    GIVEN(llmspell_call(session, "schema.compile", "{\"schema\": true}", &validator));
    GIVEN(llmspell_call(session, "schema.release", example_format(example, "{\"validator\": %s}", validator), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.check", example_format(example, "{\"validator\": %s, \"value\": 1}", validator), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(validator);
}

/* schema.accepts, fits: */
static void schema_accepts_fits(example *example, llmspell_session *session)
{
    char *validator = NULL;
    GIVEN(llmspell_call(session, "schema.compile", "{\"schema\": {\"type\": \"string\", \"format\": \"uuid\"}}", &validator));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.accepts", example_format(example, "{\"validator\": %s, \"value\": \"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"}", validator), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(validator);
}

/* schema.accepts, does_not: */
static void schema_accepts_does_not(example *example, llmspell_session *session)
{
    char *validator = NULL;
    GIVEN(llmspell_call(session, "schema.compile", "{\"schema\": {\"type\": \"string\", \"format\": \"uuid\"}}", &validator));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.accepts", example_format(example, "{\"validator\": %s, \"value\": \"f81d4fae\"}", validator), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(validator);
}

/* schema.convert, number: */
static void schema_convert_number(example *example, llmspell_session *session)
{
    char *validator = NULL;
    GIVEN(llmspell_call(session, "schema.compile", "{\"schema\": {\"type\": \"number\"}}", &validator));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.convert", example_format(example, "{\"validator\": %s, \"value\": \"1.5\"}", validator), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(validator);
}

/* schema.describe, tree: A schema that refers to itself. */
static void schema_describe_tree(example *example, llmspell_session *session)
{
    char *validator = NULL;
    GIVEN(llmspell_call(session, "schema.compile", "{\"schema\": {\"type\": \"object\", \"properties\": {\"left\": {\"$ref\": \"#\"}, \"right\": {\"$ref\": \"#\"}}}}", &validator));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.describe", example_format(example, "{\"validator\": %s}", validator), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(validator);
}

/* schema.release, once: */
static void schema_release_once(example *example, llmspell_session *session)
{
    char *validator = NULL;
    GIVEN(llmspell_call(session, "schema.compile", "{\"schema\": true}", &validator));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.release", example_format(example, "{\"validator\": %s}", validator), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(validator);
}

/* schema.release, twice: */
static void schema_release_twice(example *example, llmspell_session *session)
{
    char *validator = NULL;
    GIVEN(llmspell_call(session, "schema.compile", "{\"schema\": true}", &validator));
    GIVEN(llmspell_call(session, "schema.release", example_format(example, "{\"validator\": %s}", validator), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.release", example_format(example, "{\"validator\": %s}", validator), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(validator);
}

/* schema.generate, two: */
static void schema_generate_two(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.generate", "{\"samples\": [{\"name\": \"Ada\", \"born\": \"1815-12-10\", \"age\": 36}, {\"name\": \"Alan\", \"born\": \"1912-06-23\", \"tags\": [\"a\"]}], \"options\": {\"title\": \"Person\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.generate, none: */
static void schema_generate_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.generate", "{\"samples\": []}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.create, person: */
static void schema_create_person(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.create", "{\"description\": {\"title\": \"Person\", \"fields\": {\"name\": \"string\", \"mail\": \"email\", \"age\": {\"type\": \"integer?\", \"minimum\": 0}, \"tags\": \"string[]?\", \"role\": {\"enum\": [\"admin\", \"user\"], \"default\": \"user\"}, \"address\": {\"fields\": {\"city\": \"string\", \"zip\": {\"type\": \"string\", \"pattern\": \"^\\\\d{4}$\"}}}}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.create, misspelt: */
static void schema_create_misspelt(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.create", "{\"description\": {\"fields\": {\"age\": \"interger\"}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.merge, all: What each of them accepts. */
static void schema_merge_all(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.merge", "{\"schemas\": [{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"number\", \"minimum\": 1}}, \"required\": [\"id\"]}, {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}, \"required\": [\"name\"]}]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.merge, any: */
static void schema_merge_any(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.merge", "{\"schemas\": [{\"type\": \"string\"}, {\"type\": \"integer\", \"minimum\": 0}], \"options\": {\"strategy\": \"any\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.merge, override: */
static void schema_merge_override(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.merge", "{\"schemas\": [{\"type\": \"string\", \"maxLength\": 10}, {\"maxLength\": 20}], \"options\": {\"strategy\": \"override\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.merge, conflict: */
static void schema_merge_conflict(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.merge", "{\"schemas\": [{\"properties\": {\"id\": {\"type\": \"string\"}}}, {\"properties\": {\"id\": {\"type\": \"integer\"}}}]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.extract, property: A property deep inside, by way of a list and a reference. */
static void schema_extract_property(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.extract", "{\"schema\": {\"type\": \"object\", \"properties\": {\"orders\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/order\"}}}, \"$defs\": {\"order\": {\"type\": \"object\", \"properties\": {\"to\": {\"$ref\": \"#/$defs/address\"}}}, \"address\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"lines\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/line\"}}}}, \"line\": {\"type\": \"string\", \"maxLength\": 40}}}, \"part\": {\"property\": \"orders[].to\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.extract, definition: */
static void schema_extract_definition(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.extract", "{\"schema\": {\"type\": \"object\", \"properties\": {\"orders\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/order\"}}}, \"$defs\": {\"order\": {\"type\": \"object\", \"properties\": {\"to\": {\"$ref\": \"#/$defs/address\"}}}, \"address\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"lines\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/line\"}}}}, \"line\": {\"type\": \"string\", \"maxLength\": 40}}}, \"part\": {\"definition\": \"line\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.extract, missing: */
static void schema_extract_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.extract", "{\"schema\": {\"type\": \"object\", \"properties\": {\"orders\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/order\"}}}, \"$defs\": {\"order\": {\"type\": \"object\", \"properties\": {\"to\": {\"$ref\": \"#/$defs/address\"}}}, \"address\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}, \"lines\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/line\"}}}}, \"line\": {\"type\": \"string\", \"maxLength\": 40}}}, \"part\": {\"pointer\": \"/properties/bills\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.get_info, person: */
static void schema_get_info_person(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.get_info", "{\"schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"age\": {\"type\": \"integer\", \"minimum\": 0}, \"mail\": {\"type\": \"string\", \"format\": \"email\"}}, \"required\": [\"name\"], \"additionalProperties\": false}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.put, second_version: */
static void schema_put_second_version(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\", \"minimum\": 1}, \"options\": {\"note\": \"no port 0\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.put, path: A name is no path. */
static void schema_put_path(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.put", "{\"name\": \"../port\", \"schema\": true}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.put, not_a_schema: */
static void schema_put_not_a_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"minimum\": \"low\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.get, newest: */
static void schema_get_newest(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\"}}", NULL));
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\", \"minimum\": 1}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.get", "{\"name\": \"port\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.get, first: */
static void schema_get_first(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\"}}", NULL));
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\", \"minimum\": 1}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.get", "{\"name\": \"port@1\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.get, unknown: */
static void schema_get_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.get", "{\"name\": \"port\", \"version\": 3}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.list, two: */
static void schema_list_two(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\"}}", NULL));
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"city\", \"schema\": {\"title\": \"A city\", \"type\": \"string\"}}", NULL));
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\", \"minimum\": 1}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.list, none: */
static void schema_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.delete, all_versions: */
static void schema_delete_all_versions(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\"}}", NULL));
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\", \"minimum\": 1}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.delete", "{\"name\": \"port\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.delete, one_version: */
static void schema_delete_one_version(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\"}}", NULL));
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\", \"minimum\": 1}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.delete", "{\"name\": \"port\", \"version\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.delete, unknown: */
static void schema_delete_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.delete", "{\"name\": \"port\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.open_repository, new: */
static void schema_open_repository_new(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.open_repository", "{\"folder\": \"schemas\", \"options\": {\"create\": true, \"format\": \"yaml\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.open_repository, again: What one repository kept, the next one finds. */
static void schema_open_repository_again(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.open_repository", "{\"folder\": \"schemas\", \"options\": {\"create\": true}}", NULL));
    GIVEN(llmspell_call(session, "schema.put", "{\"name\": \"port\", \"schema\": {\"type\": \"integer\"}}", NULL));
    GIVEN(llmspell_call(session, "schema.close_repository", "{}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.open_repository", "{\"folder\": \"schemas\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.open_repository, forbidden: */
static void schema_open_repository_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.open_repository", "{\"folder\": \"schemas\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.open_repository, missing: */
static void schema_open_repository_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.open_repository", "{\"folder\": \"nowhere\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* schema.close_repository, back_to_memory: */
static void schema_close_repository_back_to_memory(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "schema.open_repository", "{\"folder\": \"schemas\", \"options\": {\"create\": true}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "schema.close_repository", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
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
