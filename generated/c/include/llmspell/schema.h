/**
 * @file
 * JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_SCHEMA_H
#define LLMSPELL_SCHEMA_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The types of JSON Schema. */
typedef enum llmspell_schema_type {
    /** Not given. */
    LLMSPELL_SCHEMA_TYPE_UNSPECIFIED = 0,
    /** Properties by name. */
    LLMSPELL_SCHEMA_TYPE_OBJECT = 1,
    /** A list. */
    LLMSPELL_SCHEMA_TYPE_ARRAY = 2,
    /** Text. */
    LLMSPELL_SCHEMA_TYPE_STRING = 3,
    /** Any number, whole ones included. */
    LLMSPELL_SCHEMA_TYPE_NUMBER = 4,
    /** A whole number; 1.0 is one. */
    LLMSPELL_SCHEMA_TYPE_INTEGER = 5,
    /** True or false. */
    LLMSPELL_SCHEMA_TYPE_BOOLEAN = 6,
    /** Nothing, said explicitly. */
    LLMSPELL_SCHEMA_TYPE_NULL = 7
} llmspell_schema_type;

/** The formats of text that JSON Schema 2020-12 defines; all of them are asserted. */
typedef enum llmspell_schema_format {
    /** Not given. */
    LLMSPELL_SCHEMA_FORMAT_UNSPECIFIED = 0,
    /** A moment, RFC 3339: 2026-11-21T08:00:00Z. */
    LLMSPELL_SCHEMA_FORMAT_DATE_TIME = 1,
    /** A day: 2026-11-21. */
    LLMSPELL_SCHEMA_FORMAT_DATE = 2,
    /** A time of day with its offset: 08:00:00Z. */
    LLMSPELL_SCHEMA_FORMAT_TIME = 3,
    /** An ISO 8601 duration: PT90M. */
    LLMSPELL_SCHEMA_FORMAT_DURATION = 4,
    /** An e-mail address. */
    LLMSPELL_SCHEMA_FORMAT_EMAIL = 5,
    /** An e-mail address with letters of any script. */
    LLMSPELL_SCHEMA_FORMAT_IDN_EMAIL = 6,
    /** The name of a host. */
    LLMSPELL_SCHEMA_FORMAT_HOSTNAME = 7,
    /** The name of a host with letters of any script. */
    LLMSPELL_SCHEMA_FORMAT_IDN_HOSTNAME = 8,
    /** An address: 192.0.2.1. */
    LLMSPELL_SCHEMA_FORMAT_IPV4 = 9,
    /** An address: 2001:db8::1. */
    LLMSPELL_SCHEMA_FORMAT_IPV6 = 10,
    /** A URI with its scheme, RFC 3986. */
    LLMSPELL_SCHEMA_FORMAT_URI = 11,
    /** A URI, or a part relative to one. */
    LLMSPELL_SCHEMA_FORMAT_URI_REFERENCE = 12,
    /** A URI with letters of any script, RFC 3987. */
    LLMSPELL_SCHEMA_FORMAT_IRI = 13,
    /** An IRI, or a part relative to one. */
    LLMSPELL_SCHEMA_FORMAT_IRI_REFERENCE = 14,
    /** A UUID, in hexadecimal with dashes. */
    LLMSPELL_SCHEMA_FORMAT_UUID = 15,
    /** A URI with places to fill, RFC 6570. */
    LLMSPELL_SCHEMA_FORMAT_URI_TEMPLATE = 16,
    /** A place in a JSON document, RFC 6901: /items/0. */
    LLMSPELL_SCHEMA_FORMAT_JSON_POINTER = 17,
    /** A place seen from another one: 1/name. */
    LLMSPELL_SCHEMA_FORMAT_RELATIVE_JSON_POINTER = 18,
    /** A pattern that schemas here can use. */
    LLMSPELL_SCHEMA_FORMAT_REGEX = 19
} llmspell_schema_format;

/** Why a coercion changed a value. */
typedef enum llmspell_schema_rule {
    /** Not given. */
    LLMSPELL_SCHEMA_RULE_UNSPECIFIED = 0,
    /** Text or true and false became a whole number: "42" → 42. */
    LLMSPELL_SCHEMA_RULE_TO_INTEGER = 1,
    /** Text or true and false became a number: "1.5" → 1.5. */
    LLMSPELL_SCHEMA_RULE_TO_NUMBER = 2,
    /** A word, 0 or 1 became true or false: "yes" → true. */
    LLMSPELL_SCHEMA_RULE_TO_BOOLEAN = 3,
    /** Empty text or "null" became null. */
    LLMSPELL_SCHEMA_RULE_TO_NULL = 4,
    /** A number, true or false became text: 42 → "42". */
    LLMSPELL_SCHEMA_RULE_TO_STRING = 5,
    /** JSON text became the object or list that it holds. */
    LLMSPELL_SCHEMA_RULE_PARSED = 6,
    /** A value became a list of itself. */
    LLMSPELL_SCHEMA_RULE_WRAPPED = 7,
    /** A list of one item became that item. */
    LLMSPELL_SCHEMA_RULE_UNWRAPPED = 8,
    /** A value became the allowed one that it means: "RED " → "red". */
    LLMSPELL_SCHEMA_RULE_MATCHED = 9,
    /** A property that was absent got its default. */
    LLMSPELL_SCHEMA_RULE_DEFAULT = 10,
    /** A property that the schema does not know was left out. */
    LLMSPELL_SCHEMA_RULE_DROPPED = 11
} llmspell_schema_rule;

/** What a merged schema accepts. */
typedef enum llmspell_schema_merge_strategy {
    /** Not given. */
    LLMSPELL_SCHEMA_MERGE_STRATEGY_UNSPECIFIED = 0,
    /** What every one of the schemas accepts; contradictions are conflicts. The order does not matter. */
    LLMSPELL_SCHEMA_MERGE_STRATEGY_ALL = 1,
    /** What at least one of the schemas accepts. The order does not matter. */
    LLMSPELL_SCHEMA_MERGE_STRATEGY_ANY = 2,
    /** Where two speak of the same keyword or property, the later one is right. */
    LLMSPELL_SCHEMA_MERGE_STRATEGY_OVERRIDE = 3,
    /** Where two speak of the same keyword or property, they must agree; the order does not matter. */
    LLMSPELL_SCHEMA_MERGE_STRATEGY_STRICT = 4
} llmspell_schema_merge_strategy;

/** How a repository's files are written; files of both are read. */
typedef enum llmspell_schema_file_format {
    /** Not given. */
    LLMSPELL_SCHEMA_FILE_FORMAT_UNSPECIFIED = 0,
    /** Indented JSON. */
    LLMSPELL_SCHEMA_FILE_FORMAT_JSON = 1,
    /** YAML. */
    LLMSPELL_SCHEMA_FILE_FORMAT_YAML = 2
} llmspell_schema_file_format;

/** What schemas and checks are held to: Characters of a schema as JSON. */
#define LLMSPELL_SCHEMA_LIMIT_SCHEMA_CHARACTERS INT64_C(200000)

/** What schemas and checks are held to: Levels of a schema within one another. */
#define LLMSPELL_SCHEMA_LIMIT_SCHEMA_DEPTH INT64_C(64)

/** What schemas and checks are held to: Characters of a pattern. */
#define LLMSPELL_SCHEMA_LIMIT_PATTERN_CHARACTERS INT64_C(4096)

/**
 * What schemas and checks are held to: Steps of one check or coercion; a step is about a keyword at a value,
 * and takes about a microsecond.
 */
#define LLMSPELL_SCHEMA_LIMIT_STEPS INT64_C(1000000)

/** What schemas and checks are held to: Faults that one call reports. */
#define LLMSPELL_SCHEMA_LIMIT_ISSUES INT64_C(1000)

/** What schemas and checks are held to: Characters of a name in the repository. */
#define LLMSPELL_SCHEMA_LIMIT_NAME_CHARACTERS INT64_C(64)

/** What schemas and checks are held to: Names in a repository. */
#define LLMSPELL_SCHEMA_LIMIT_NAMES INT64_C(10000)

/** What schemas and checks are held to: Versions of one name. */
#define LLMSPELL_SCHEMA_LIMIT_VERSIONS INT64_C(1000)

/** What schemas and checks are held to: Documents that one compilation reads from other hosts. */
#define LLMSPELL_SCHEMA_LIMIT_DOCUMENTS INT64_C(32)

/** What schemas and checks are held to: Bytes of such a document. */
#define LLMSPELL_SCHEMA_LIMIT_DOCUMENT_BYTES INT64_C(1048576)

/**
 * A compiled schema.
 *
 * It holds the schemas that it refers to, as they were when it was compiled.
 */
typedef struct llmspell_schema_validator llmspell_schema_validator;

typedef struct llmspell_schema_issue llmspell_schema_issue;
typedef struct llmspell_schema_validation_result llmspell_schema_validation_result;
typedef struct llmspell_schema_validate_options llmspell_schema_validate_options;
typedef struct llmspell_schema_change llmspell_schema_change;
typedef struct llmspell_schema_coerce_options llmspell_schema_coerce_options;
typedef struct llmspell_schema_coerce_result llmspell_schema_coerce_result;
typedef struct llmspell_schema_generate_options llmspell_schema_generate_options;
typedef struct llmspell_schema_extract_part llmspell_schema_extract_part;
typedef struct llmspell_schema_merge_options llmspell_schema_merge_options;
typedef struct llmspell_schema_contradiction llmspell_schema_contradiction;
typedef struct llmspell_schema_description llmspell_schema_description;
typedef struct llmspell_schema_info llmspell_schema_info;
typedef struct llmspell_schema_put_options llmspell_schema_put_options;
typedef struct llmspell_schema_version llmspell_schema_version;
typedef struct llmspell_schema_stored_schema llmspell_schema_stored_schema;
typedef struct llmspell_schema_entry llmspell_schema_entry;
typedef struct llmspell_schema_repository_options llmspell_schema_repository_options;

#ifndef LLMSPELL_SCHEMA_ISSUE_LIST_DEFINED
#define LLMSPELL_SCHEMA_ISSUE_LIST_DEFINED
typedef struct llmspell_schema_issue_list {
    const llmspell_schema_issue *items;
    size_t count;
} llmspell_schema_issue_list;
LLMSPELL_API void llmspell_schema_issue_list_free(llmspell_schema_issue_list *value);
#endif

#ifndef LLMSPELL_SCHEMA_CHANGE_LIST_DEFINED
#define LLMSPELL_SCHEMA_CHANGE_LIST_DEFINED
typedef struct llmspell_schema_change_list {
    const llmspell_schema_change *items;
    size_t count;
} llmspell_schema_change_list;
LLMSPELL_API void llmspell_schema_change_list_free(llmspell_schema_change_list *value);
#endif

#ifndef LLMSPELL_SCHEMA_TYPE_LIST_DEFINED
#define LLMSPELL_SCHEMA_TYPE_LIST_DEFINED
typedef struct llmspell_schema_type_list {
    const llmspell_schema_type *items;
    size_t count;
} llmspell_schema_type_list;
LLMSPELL_API void llmspell_schema_type_list_free(llmspell_schema_type_list *value);
#endif

#ifndef LLMSPELL_SCHEMA_ENTRY_LIST_DEFINED
#define LLMSPELL_SCHEMA_ENTRY_LIST_DEFINED
typedef struct llmspell_schema_entry_list {
    const llmspell_schema_entry *items;
    size_t count;
} llmspell_schema_entry_list;
LLMSPELL_API void llmspell_schema_entry_list_free(llmspell_schema_entry_list *value);
#endif

/** One fault of a value. */
struct llmspell_schema_issue {
    /** JSON pointer to the faulty value; empty for the value as a whole. */
    const char *path;
    /** The keyword that it does not fit: "minimum". */
    const char *keyword;
    /** JSON pointer to that keyword, by way of each $ref: "/properties/age/minimum". */
    const char *schema_path;
    /** What was expected and what was given. */
    const char *message;
    /** What was given; absent when it is longer than 1000 characters as JSON. Optional. */
    const char *value_json;
    /** What the keyword says; absent when it is longer than 1000 characters as JSON. Optional. */
    const char *expected_json;
    /** Of anyOf and oneOf: why each alternative was not met. Optional. */
    llmspell_schema_issue_list causes;
};
LLMSPELL_API void llmspell_schema_issue_init(llmspell_schema_issue *value);
LLMSPELL_API void llmspell_schema_issue_free(llmspell_schema_issue *value);

/** Whether a value fits a schema. */
struct llmspell_schema_validation_result {
    /** True when there is no fault. */
    bool valid;
    /** Every fault, in the order of their paths; the first 1000 when there are more. */
    llmspell_schema_issue_list issues;
};
LLMSPELL_API void llmspell_schema_validation_result_init(llmspell_schema_validation_result *value);
LLMSPELL_API void llmspell_schema_validation_result_free(llmspell_schema_validation_result *value);

/** How strictly to check. */
struct llmspell_schema_validate_options {
    /** Whether `format` is asserted, or only a remark. Optional: true when absent. */
    bool has_formats;
    bool formats;
};
LLMSPELL_API void llmspell_schema_validate_options_init(llmspell_schema_validate_options *value);
LLMSPELL_API void llmspell_schema_validate_options_free(llmspell_schema_validate_options *value);

/**
 * One change that a coercion made.
 *
 * Made one after the other, in the order of the list, the changes lead from the value given to the value
 * returned.
 */
struct llmspell_schema_change {
    /** JSON pointer to what changed. */
    const char *path;
    /** Why it changed. */
    llmspell_schema_rule rule;
    /** What stood there; absent when there was nothing. Optional. */
    const char *before_json;
    /** What stands there now; absent when nothing does. Optional. */
    const char *after_json;
};
LLMSPELL_API void llmspell_schema_change_init(llmspell_schema_change *value);
LLMSPELL_API void llmspell_schema_change_free(llmspell_schema_change *value);

/** How far a coercion goes. */
struct llmspell_schema_coerce_options {
    /** Whether absent properties get the default that the schema names. Optional: true when absent. */
    bool has_fill_defaults;
    bool fill_defaults;
    /** Whether properties that the schema does not describe are left out. Optional: false when absent. */
    bool has_drop_unknown;
    bool drop_unknown;
    /** Whether `format` is asserted when the result is checked. Optional: true when absent. */
    bool has_formats;
    bool formats;
};
LLMSPELL_API void llmspell_schema_coerce_options_init(llmspell_schema_coerce_options *value);
LLMSPELL_API void llmspell_schema_coerce_options_free(llmspell_schema_coerce_options *value);

/** A value brought closer to a schema. */
struct llmspell_schema_coerce_result {
    /** The value after all changes; the one given is left alone. */
    const char *value_json;
    /** Whether it fits the schema now. */
    bool valid;
    /** Every change, in the order in which they were made. */
    llmspell_schema_change_list changes;
    /** What still does not fit. */
    llmspell_schema_issue_list issues;
};
LLMSPELL_API void llmspell_schema_coerce_result_init(llmspell_schema_coerce_result *value);
LLMSPELL_API void llmspell_schema_coerce_result_free(llmspell_schema_coerce_result *value);

/** What a generated schema says. */
struct llmspell_schema_generate_options {
    /** Its title. Optional. */
    const char *title;
    /** Its description. Optional. */
    const char *description;
    /** Whether properties that all samples have are required. Optional: true when absent. */
    bool has_required;
    bool required;
    /**
     * Whether text that always looks like a date, an address or an id is said to be one. Optional: true when
     * absent.
     */
    bool has_formats;
    bool formats;
    /** Whether objects may have no other properties than those of the samples. Optional: false when absent. */
    bool has_closed;
    bool closed;
};
LLMSPELL_API void llmspell_schema_generate_options_init(llmspell_schema_generate_options *value);
LLMSPELL_API void llmspell_schema_generate_options_free(llmspell_schema_generate_options *value);

/** Which part of a schema; exactly one of the three. */
struct llmspell_schema_extract_part {
    /** JSON pointer into the schema: "/properties/address". Optional. */
    const char *pointer;
    /**
     * Names of properties with dots between them, "[]" for the items of a list: "orders[].address.city".
     * Optional.
     */
    const char *property;
    /** A name under $defs. Optional. */
    const char *definition;
};
LLMSPELL_API void llmspell_schema_extract_part_init(llmspell_schema_extract_part *value);
LLMSPELL_API void llmspell_schema_extract_part_free(llmspell_schema_extract_part *value);

/** How schemas are merged. */
struct llmspell_schema_merge_options {
    /** What the result accepts. Optional: "all" when absent. */
    llmspell_schema_merge_strategy strategy;
};
LLMSPELL_API void llmspell_schema_merge_options_init(llmspell_schema_merge_options *value);
LLMSPELL_API void llmspell_schema_merge_options_free(llmspell_schema_merge_options *value);

/** A place where schemas contradict one another. */
struct llmspell_schema_contradiction {
    /** JSON pointer to the keyword or property. */
    const char *path;
    /** What the schemas say there. */
    const char *message;
};
LLMSPELL_API void llmspell_schema_contradiction_init(llmspell_schema_contradiction *value);
LLMSPELL_API void llmspell_schema_contradiction_free(llmspell_schema_contradiction *value);

/**
 * A short description of objects, to make a schema from.
 *
 * A field is a short text or an object. The text is a type or a format, `[]` for a list of it and `?` at the
 * end for a field that may be absent: `"string"`, `"integer?"`, `"email[]"`, `"date-time?"`,
 * `"schema:person"`.
 *
 * The object has a `type` of that form, or `fields` for an object within, or `enum`, and any of:
 * `description`, `optional`, `nullable`, `default`, `examples`, `format`, `pattern`, `minimum`, `maximum`,
 * `exclusive_minimum`, `exclusive_maximum`, `multiple_of`, `min_length`, `max_length`, `items` (a field),
 * `min_items`, `max_items`, `unique`.
 */
struct llmspell_schema_description {
    /** Its title. Optional. */
    const char *title;
    /** What its objects are. Optional. */
    const char *description;
    /** The fields by name. */
    const char *fields_json;
    /** Whether other fields are refused. Optional: true when absent. */
    bool has_closed;
    bool closed;
};
LLMSPELL_API void llmspell_schema_description_init(llmspell_schema_description *value);
LLMSPELL_API void llmspell_schema_description_free(llmspell_schema_description *value);

/** What a schema says. */
struct llmspell_schema_info {
    /** Types that it allows at its top; empty when it does not say. */
    llmspell_schema_type_list types;
    /** Its title. Optional. */
    const char *title;
    /** Its description. Optional. */
    const char *description;
    /** Its $id. Optional. */
    const char *id;
    /** The $schema that it follows. */
    const char *dialect;
    /** Names of its properties. */
    llmspell_string_list properties;
    /** Names of properties that must be there. */
    llmspell_string_list required;
    /** Names under $defs. */
    llmspell_string_list definitions;
    /** Every $ref in it, in the order of the alphabet. */
    llmspell_string_list references;
    /** Every format in it. */
    llmspell_string_list formats;
    /** Every keyword in it. */
    llmspell_string_list keywords;
    /** Levels of schemas within one another; 1 for a flat one. */
    int64_t depth;
    /** How many schemas it holds, itself included. */
    int64_t subschemas;
    /** Whether a part of it leads back to itself. */
    bool recursive;
};
LLMSPELL_API void llmspell_schema_info_init(llmspell_schema_info *value);
LLMSPELL_API void llmspell_schema_info_free(llmspell_schema_info *value);

/** What to note beside a schema. */
struct llmspell_schema_put_options {
    /** What this version is about. Optional. */
    const char *note;
};
LLMSPELL_API void llmspell_schema_put_options_init(llmspell_schema_put_options *value);
LLMSPELL_API void llmspell_schema_put_options_free(llmspell_schema_put_options *value);

/** One version of a name. */
struct llmspell_schema_version {
    /** Its name. */
    const char *name;
    /** Its number, from 1; the number of a deleted version is not given again while the name has others. */
    int64_t version;
    /** When it was put. */
    const char *created_at;
    /** What was noted. Optional. */
    const char *note;
};
LLMSPELL_API void llmspell_schema_version_init(llmspell_schema_version *value);
LLMSPELL_API void llmspell_schema_version_free(llmspell_schema_version *value);

/** One version of a schema in the repository. */
struct llmspell_schema_stored_schema {
    /** Its name. */
    const char *name;
    /** Its number. */
    int64_t version;
    /** When it was put. */
    const char *created_at;
    /** What was noted. Optional. */
    const char *note;
    /** The schema: an object, true or false. */
    const char *content_json;
};
LLMSPELL_API void llmspell_schema_stored_schema_init(llmspell_schema_stored_schema *value);
LLMSPELL_API void llmspell_schema_stored_schema_free(llmspell_schema_stored_schema *value);

/** A name of the repository. */
struct llmspell_schema_entry {
    /** The name. */
    const char *name;
    /** The newest version. */
    int64_t latest;
    /** Every version, oldest first. */
    llmspell_int64_list versions;
    /** The title of the newest version. Optional. */
    const char *title;
};
LLMSPELL_API void llmspell_schema_entry_init(llmspell_schema_entry *value);
LLMSPELL_API void llmspell_schema_entry_free(llmspell_schema_entry *value);

/** How a folder of schemas is used. */
struct llmspell_schema_repository_options {
    /** How new files are written. Optional: "json" when absent. */
    llmspell_schema_file_format format;
    /** Whether a folder that is not there is made. Optional: false when absent. */
    bool has_create;
    bool create;
};
LLMSPELL_API void llmspell_schema_repository_options_init(llmspell_schema_repository_options *value);
LLMSPELL_API void llmspell_schema_repository_options_free(llmspell_schema_repository_options *value);

/** Frees what C holds of a handle; what it stands for lives on. NULL is allowed. */
LLMSPELL_API void llmspell_schema_validator_free(llmspell_schema_validator *handle);
/** The id that stands for the handle in the generic call; lives as long as the handle. */
LLMSPELL_API const char *llmspell_schema_validator_id(const llmspell_schema_validator *handle);
/** The handle of an id; NULL when there is no memory. Free it with llmspell_schema_validator_free(). */
LLMSPELL_API llmspell_schema_validator *llmspell_schema_validator_from_id(const char *id);

/**
 * Check a value against a schema and report every fault.
 *
 * The schema is prepared the first time and kept for a while; `schema.compile` prepares it once and for as
 * long as you hold the validator. Documents of other hosts are not read here, see `schema.compile`.
 *
 * @param schema_json A schema, or the name of one in the repository: "person", "person@2"
 * @param value_json The value to check
 * @param options How strictly; may be NULL
 * @param result receives the result; free it with llmspell_schema_validation_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_INVALID_SCHEMA, LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE,
 *        LLMSPELL_E_SCHEMA_TOO_COMPLEX, LLMSPELL_E_SCHEMA_NOT_FOUND, LLMSPELL_E_SCHEMA_INVALID_NAME,
 *        LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_validate(
    llmspell_session *session, const char *schema_json, const char *value_json,
    const llmspell_schema_validate_options *options, llmspell_schema_validation_result *result);

/**
 * Bring a value closer to a schema, and tell each change.
 *
 * Text becomes a number, true, false or null, a scalar becomes text or a list, JSON text becomes what it
 * holds, words become the allowed value that they mean, absent properties get their defaults and, when asked,
 * unknown ones go. Only what cannot be mistaken is changed. Of alternatives (`anyOf`, `oneOf`) the one is
 * taken that the fewest changes lead to. A value that fits the schema stays as it is, but for defaults and
 * unknown properties.
 *
 * @param schema_json A schema, or the name of one in the repository
 * @param value_json The value; it is left alone
 * @param options How far to go; may be NULL
 * @param result receives the result; free it with llmspell_schema_coerce_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_INVALID_SCHEMA, LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE,
 *        LLMSPELL_E_SCHEMA_TOO_COMPLEX, LLMSPELL_E_SCHEMA_NOT_FOUND, LLMSPELL_E_SCHEMA_INVALID_NAME,
 *        LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_coerce(
    llmspell_session *session, const char *schema_json, const char *value_json,
    const llmspell_schema_coerce_options *options, llmspell_schema_coerce_result *result);

/**
 * Prepare a schema once, to check many values.
 *
 * Documents of other hosts that it refers to are read now, each once, where the session has the permission
 * `net` for the host (private addresses must be named). What it refers to in the repository is taken as it is
 * now.
 *
 * @param schema_json A schema, or the name of one in the repository
 * @param options How strictly its validator checks; may be NULL
 * @param result receives the result; free it with llmspell_schema_validator_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_INVALID_SCHEMA, LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE,
 *        LLMSPELL_E_SCHEMA_FETCH_FAILED, LLMSPELL_E_SCHEMA_TOO_COMPLEX, LLMSPELL_E_SCHEMA_NOT_FOUND,
 *        LLMSPELL_E_SCHEMA_INVALID_NAME, LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_compile(
    llmspell_session *session, const char *schema_json, const llmspell_schema_validate_options *options,
    llmspell_schema_validator **result);

/**
 * Check a value with a compiled schema and report every fault.
 *
 * @param validator The compiled schema
 * @param value_json The value to check
 * @param result receives the result; free it with llmspell_schema_validation_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_VALIDATOR_NOT_FOUND, LLMSPELL_E_SCHEMA_TOO_COMPLEX or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_schema_check(
    llmspell_session *session, llmspell_schema_validator *validator, const char *value_json,
    llmspell_schema_validation_result *result);

/**
 * Whether a value fits a compiled schema.
 *
 * Stops at the first fault, and is the fastest way to know.
 *
 * @param validator The compiled schema
 * @param value_json The value to check
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_VALIDATOR_NOT_FOUND, LLMSPELL_E_SCHEMA_TOO_COMPLEX or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_schema_accepts(
    llmspell_session *session, llmspell_schema_validator *validator, const char *value_json, bool *result);

/**
 * Bring a value closer to a compiled schema, and tell each change.
 *
 * The same as `schema.coerce`. The result is checked as the validator was compiled; `formats` in the options
 * says nothing here.
 *
 * @param validator The compiled schema
 * @param value_json The value; it is left alone
 * @param options How far to go; may be NULL
 * @param result receives the result; free it with llmspell_schema_coerce_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_VALIDATOR_NOT_FOUND, LLMSPELL_E_SCHEMA_TOO_COMPLEX or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_schema_convert(
    llmspell_session *session, llmspell_schema_validator *validator, const char *value_json,
    const llmspell_schema_coerce_options *options, llmspell_schema_coerce_result *result);

/**
 * What a compiled schema says.
 *
 * @param validator The compiled schema
 * @param result receives the result; free it with llmspell_schema_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_VALIDATOR_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_describe(
    llmspell_session *session, llmspell_schema_validator *validator, llmspell_schema_info *result);

/**
 * Let go of a compiled schema.
 *
 * The session does so for what is left when it closes.
 *
 * @param validator The compiled schema
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_VALIDATOR_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_release(
    llmspell_session *session, llmspell_schema_validator *validator);

/**
 * Infer a schema from samples.
 *
 * It accepts every sample, and says no more than the samples show.
 *
 * @param samples Values; one at least
 * @param options What it says; may be NULL
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_INVALID_SAMPLES or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_generate(
    llmspell_session *session, const llmspell_json_list *samples,
    const llmspell_schema_generate_options *options, char **result_json);

/**
 * Make a schema of objects from a short description.
 *
 * @param description The objects
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_INVALID_FIELD, LLMSPELL_E_SCHEMA_INVALID_SCHEMA,
 *        LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE, LLMSPELL_E_SCHEMA_NOT_FOUND, LLMSPELL_E_SCHEMA_INVALID_NAME,
 *        LLMSPELL_E_SCHEMA_TOO_COMPLEX, LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_create(
    llmspell_session *session, const llmspell_schema_description *description, char **result_json);

/**
 * Make one schema of several.
 *
 * @param schemas Schemas, or names of the repository; one at least
 * @param options How they are merged; may be NULL
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_MERGE_CONFLICT, LLMSPELL_E_SCHEMA_INVALID_SCHEMA,
 *        LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE, LLMSPELL_E_SCHEMA_TOO_COMPLEX, LLMSPELL_E_SCHEMA_NOT_FOUND,
 *        LLMSPELL_E_SCHEMA_INVALID_NAME, LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_merge(
    llmspell_session *session, const llmspell_json_list *schemas, const llmspell_schema_merge_options *options,
    char **result_json);

/**
 * Take a part out of a schema as a schema of its own.
 *
 * What the part refers to comes with it, under `$defs`; references to other documents stay as they are.
 *
 * @param schema_json A schema, or the name of one in the repository
 * @param part Which part
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_PART_NOT_FOUND, LLMSPELL_E_SCHEMA_INVALID_SCHEMA,
 *        LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE, LLMSPELL_E_SCHEMA_TOO_COMPLEX, LLMSPELL_E_SCHEMA_NOT_FOUND,
 *        LLMSPELL_E_SCHEMA_INVALID_NAME, LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a
 *        runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_extract(
    llmspell_session *session, const char *schema_json, const llmspell_schema_extract_part *part,
    char **result_json);

/**
 * What a schema says.
 *
 * @param schema_json A schema, or the name of one in the repository
 * @param result receives the result; free it with llmspell_schema_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_INVALID_SCHEMA, LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE,
 *        LLMSPELL_E_SCHEMA_TOO_COMPLEX, LLMSPELL_E_SCHEMA_NOT_FOUND, LLMSPELL_E_SCHEMA_INVALID_NAME,
 *        LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_get_info(
    llmspell_session *session, const char *schema_json, llmspell_schema_info *result);

/**
 * Keep a schema under a name, as its newest version.
 *
 * Earlier versions stay. The repository is in memory, or in the folder that `schema.open_repository` has
 * opened.
 *
 * @param name A name: 1 to 64 letters, digits, "_", "-" and "."
 * @param schema_json The schema: an object, true or false
 * @param options What to note; may be NULL
 * @param result receives the result; free it with llmspell_schema_version_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_INVALID_SCHEMA, LLMSPELL_E_SCHEMA_INVALID_NAME,
 *        LLMSPELL_E_SCHEMA_FULL, LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_schema_put(
    llmspell_session *session, const char *name, const char *schema_json,
    const llmspell_schema_put_options *options, llmspell_schema_version *result);

/**
 * A schema of the repository.
 *
 * @param name Its name; "port@2" is its second version
 * @param version The version; the newest when left out; may be NULL
 * @param result receives the result; free it with llmspell_schema_stored_schema_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_NOT_FOUND, LLMSPELL_E_SCHEMA_INVALID_NAME,
 *        LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_get(
    llmspell_session *session, const char *name, const int64_t *version, llmspell_schema_stored_schema *result);

/**
 * The names of the repository, in the order of the alphabet, with their versions.
 *
 * @param result receives the result; free it with llmspell_schema_entry_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_list(
    llmspell_session *session, llmspell_schema_entry_list *result);

/**
 * Remove a version of a schema, or all of them.
 *
 * @param name Its name; "port@2" is its second version
 * @param version The version; all when left out; may be NULL
 * @param result receives the result
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_NOT_FOUND, LLMSPELL_E_SCHEMA_INVALID_NAME, LLMSPELL_E_SCHEMA_FULL,
 *        LLMSPELL_E_SCHEMA_FILE_FAILED, LLMSPELL_E_SCHEMA_INVALID_FILE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_schema_delete(
    llmspell_session *session, const char *name, const int64_t *version, int64_t *result);

/**
 * Keep schemas in a folder from now on, and find them there.
 *
 * Each name has a file with all its versions, JSON or YAML. A file is replaced as a whole, and writers in
 * several processes wait for one another: no version is lost. A folder that may only be read (`fs.read`)
 * serves for looking; `put` and `delete` need `fs.write` too. Schemas in memory are set aside and not
 * written.
 *
 * @param folder The folder
 * @param options How it is used; may be NULL
 * @param result receives the result; free it with llmspell_string_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SCHEMA_FILE_FAILED or a runtime status
 * @note Needs the permission fs.read.
 */
LLMSPELL_API llmspell_status llmspell_schema_open_repository(
    llmspell_session *session, const char *folder, const llmspell_schema_repository_options *options,
    llmspell_string_list *result);

/**
 * Keep schemas in memory from now on, in a repository that is empty.
 *
 * Nothing in the folder changes.
 */
LLMSPELL_API llmspell_status llmspell_schema_close_repository(llmspell_session *session);

#ifdef __cplusplus
}
#endif

#endif
