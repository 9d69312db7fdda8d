/**
 * @file
 * What a model wrote, made into data, and data written as text.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_OUTPUT_H
#define LLMSPELL_OUTPUT_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How a text is written. */
typedef enum llmspell_output_format {
    /** Not given. */
    LLMSPELL_OUTPUT_FORMAT_UNSPECIFIED = 0,
    /** JSON (RFC 8259). */
    LLMSPELL_OUTPUT_FORMAT_JSON = 1,
    /** YAML 1.2. */
    LLMSPELL_OUTPUT_FORMAT_YAML = 2,
    /** XML 1.0. */
    LLMSPELL_OUTPUT_FORMAT_XML = 3,
    /** CommonMark with tables. */
    LLMSPELL_OUTPUT_FORMAT_MARKDOWN = 4,
    /** Text and nothing else. */
    LLMSPELL_OUTPUT_FORMAT_PLAIN = 5
} llmspell_output_format;

/** How far to go for a value. */
typedef enum llmspell_output_recovery {
    /** Not given. */
    LLMSPELL_OUTPUT_RECOVERY_UNSPECIFIED = 0,
    /** Not at all; the text is right or it is refused. */
    LLMSPELL_OUTPUT_RECOVERY_STRICT = 1,
    /** Take a fenced block out of its text and mend mistakes of writing. */
    LLMSPELL_OUTPUT_RECOVERY_LENIENT = 2,
    /** Also look for what meets the schema, converting it where that is needed. */
    LLMSPELL_OUTPUT_RECOVERY_BEST_EFFORT = 3
} llmspell_output_recovery;

/** What gave a value. */
typedef enum llmspell_output_step {
    /** Not given. */
    LLMSPELL_OUTPUT_STEP_UNSPECIFIED = 0,
    /** The text as it stands. */
    LLMSPELL_OUTPUT_STEP_STRICT = 1,
    /** A fenced code block in it. */
    LLMSPELL_OUTPUT_STEP_FENCED = 2,
    /** The text with its mistakes mended. */
    LLMSPELL_OUTPUT_STEP_REPAIR = 3,
    /** What in it meets the schema. */
    LLMSPELL_OUTPUT_STEP_EXTRACTION = 4
} llmspell_output_step;

/** What a block of Markdown is. */
typedef enum llmspell_output_block_type {
    /** Not given. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_UNSPECIFIED = 0,
    /** A heading. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_HEADING = 1,
    /** Lines of text. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_PARAGRAPH = 2,
    /** A list, with numbers or without. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_LIST = 3,
    /** A quotation. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_QUOTE = 4,
    /** A table. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_TABLE = 5,
    /** A code block, fenced or indented. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_CODE = 6,
    /** A block of HTML. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_HTML = 7,
    /** A line across. */
    LLMSPELL_OUTPUT_BLOCK_TYPE_RULE = 8
} llmspell_output_block_type;

/** What texts and values are held to: Characters of a text. */
#define LLMSPELL_OUTPUT_LIMIT_TEXT_CHARACTERS INT64_C(1048576)

/** What texts and values are held to: Characters of a Markdown text. */
#define LLMSPELL_OUTPUT_LIMIT_MARKDOWN_CHARACTERS INT64_C(262144)

/** What texts and values are held to: Characters of a text that is to be mended. */
#define LLMSPELL_OUTPUT_LIMIT_REPAIR_CHARACTERS INT64_C(131072)

/** What texts and values are held to: Lists, objects, elements or blocks inside one another. */
#define LLMSPELL_OUTPUT_LIMIT_DEPTH INT64_C(100)

/** What texts and values are held to: Values, elements or blocks in a text. */
#define LLMSPELL_OUTPUT_LIMIT_VALUES INT64_C(100000)

/** What texts and values are held to: Changes that are listed one by one. */
#define LLMSPELL_OUTPUT_LIMIT_CHANGES INT64_C(100)

typedef struct llmspell_output_parse_options llmspell_output_parse_options;
typedef struct llmspell_output_change llmspell_output_change;
typedef struct llmspell_output_parsed_output llmspell_output_parsed_output;
typedef struct llmspell_output_parse_attempt llmspell_output_parse_attempt;
typedef struct llmspell_output_format_options llmspell_output_format_options;
typedef struct llmspell_output_format_candidate llmspell_output_format_candidate;
typedef struct llmspell_output_detected_format llmspell_output_detected_format;
typedef struct llmspell_output_format_issue llmspell_output_format_issue;
typedef struct llmspell_output_format_validation llmspell_output_format_validation;
typedef struct llmspell_output_extract_options llmspell_output_extract_options;
typedef struct llmspell_output_json_match llmspell_output_json_match;
typedef struct llmspell_output_markdown_section llmspell_output_markdown_section;
typedef struct llmspell_output_markdown_code llmspell_output_markdown_code;
typedef struct llmspell_output_markdown_table llmspell_output_markdown_table;
typedef struct llmspell_output_markdown_list llmspell_output_markdown_list;
typedef struct llmspell_output_markdown_link llmspell_output_markdown_link;
typedef struct llmspell_output_markdown_parts llmspell_output_markdown_parts;
typedef struct llmspell_output_recover_options llmspell_output_recover_options;
typedef struct llmspell_output_recovered_text llmspell_output_recovered_text;

#ifndef LLMSPELL_OUTPUT_CHANGE_LIST_DEFINED
#define LLMSPELL_OUTPUT_CHANGE_LIST_DEFINED
typedef struct llmspell_output_change_list {
    const llmspell_output_change *items;
    size_t count;
} llmspell_output_change_list;
LLMSPELL_API void llmspell_output_change_list_free(llmspell_output_change_list *value);
#endif

#ifndef LLMSPELL_OUTPUT_FORMAT_CANDIDATE_LIST_DEFINED
#define LLMSPELL_OUTPUT_FORMAT_CANDIDATE_LIST_DEFINED
typedef struct llmspell_output_format_candidate_list {
    const llmspell_output_format_candidate *items;
    size_t count;
} llmspell_output_format_candidate_list;
LLMSPELL_API void llmspell_output_format_candidate_list_free(llmspell_output_format_candidate_list *value);
#endif

#ifndef LLMSPELL_OUTPUT_FORMAT_ISSUE_LIST_DEFINED
#define LLMSPELL_OUTPUT_FORMAT_ISSUE_LIST_DEFINED
typedef struct llmspell_output_format_issue_list {
    const llmspell_output_format_issue *items;
    size_t count;
} llmspell_output_format_issue_list;
LLMSPELL_API void llmspell_output_format_issue_list_free(llmspell_output_format_issue_list *value);
#endif

#ifndef LLMSPELL_STRING_LIST_LIST_DEFINED
#define LLMSPELL_STRING_LIST_LIST_DEFINED
typedef struct llmspell_string_list_list {
    const llmspell_string_list *items;
    size_t count;
} llmspell_string_list_list;
LLMSPELL_API void llmspell_string_list_list_free(llmspell_string_list_list *value);
#endif

#ifndef LLMSPELL_OUTPUT_MARKDOWN_SECTION_LIST_DEFINED
#define LLMSPELL_OUTPUT_MARKDOWN_SECTION_LIST_DEFINED
typedef struct llmspell_output_markdown_section_list {
    const llmspell_output_markdown_section *items;
    size_t count;
} llmspell_output_markdown_section_list;
LLMSPELL_API void llmspell_output_markdown_section_list_free(llmspell_output_markdown_section_list *value);
#endif

#ifndef LLMSPELL_OUTPUT_MARKDOWN_CODE_LIST_DEFINED
#define LLMSPELL_OUTPUT_MARKDOWN_CODE_LIST_DEFINED
typedef struct llmspell_output_markdown_code_list {
    const llmspell_output_markdown_code *items;
    size_t count;
} llmspell_output_markdown_code_list;
LLMSPELL_API void llmspell_output_markdown_code_list_free(llmspell_output_markdown_code_list *value);
#endif

#ifndef LLMSPELL_OUTPUT_MARKDOWN_TABLE_LIST_DEFINED
#define LLMSPELL_OUTPUT_MARKDOWN_TABLE_LIST_DEFINED
typedef struct llmspell_output_markdown_table_list {
    const llmspell_output_markdown_table *items;
    size_t count;
} llmspell_output_markdown_table_list;
LLMSPELL_API void llmspell_output_markdown_table_list_free(llmspell_output_markdown_table_list *value);
#endif

#ifndef LLMSPELL_OUTPUT_MARKDOWN_LIST_LIST_DEFINED
#define LLMSPELL_OUTPUT_MARKDOWN_LIST_LIST_DEFINED
typedef struct llmspell_output_markdown_list_list {
    const llmspell_output_markdown_list *items;
    size_t count;
} llmspell_output_markdown_list_list;
LLMSPELL_API void llmspell_output_markdown_list_list_free(llmspell_output_markdown_list_list *value);
#endif

#ifndef LLMSPELL_OUTPUT_MARKDOWN_LINK_LIST_DEFINED
#define LLMSPELL_OUTPUT_MARKDOWN_LINK_LIST_DEFINED
typedef struct llmspell_output_markdown_link_list {
    const llmspell_output_markdown_link *items;
    size_t count;
} llmspell_output_markdown_link_list;
LLMSPELL_API void llmspell_output_markdown_link_list_free(llmspell_output_markdown_link_list *value);
#endif

#ifndef LLMSPELL_OUTPUT_JSON_MATCH_LIST_DEFINED
#define LLMSPELL_OUTPUT_JSON_MATCH_LIST_DEFINED
typedef struct llmspell_output_json_match_list {
    const llmspell_output_json_match *items;
    size_t count;
} llmspell_output_json_match_list;
LLMSPELL_API void llmspell_output_json_match_list_free(llmspell_output_json_match_list *value);
#endif

/** What the text should be, and how far to go for it. */
struct llmspell_output_parse_options {
    /**
     * How the text is written; what `output.detect_format` finds when left out, and `json` for a text without a
     * format when there is a schema. Optional.
     */
    llmspell_output_format format;
    /** How far to go. Optional: "lenient" when absent. */
    llmspell_output_recovery recovery;
    /** JSON Schema 2020-12 that the value must meet. Optional. */
    const char *schema_json;
};
LLMSPELL_API void llmspell_output_parse_options_init(llmspell_output_parse_options *value);
LLMSPELL_API void llmspell_output_parse_options_free(llmspell_output_parse_options *value);

/** One thing that differs between the text and what was read from it. */
struct llmspell_output_change {
    /** What was done, for a person: "removed `,`". */
    const char *message;
    /** Where in the text, counted from 1; absent when it concerns the whole of it. Optional. */
    bool has_line;
    int64_t line;
    /** The character of the line, counted from 1. Optional. */
    bool has_column;
    int64_t column;
    /** JSON pointer into the value; for conversions to the schema. Optional. */
    const char *path;
};
LLMSPELL_API void llmspell_output_change_init(llmspell_output_change *value);
LLMSPELL_API void llmspell_output_change_free(llmspell_output_change *value);

/** A value, and how it was won. */
struct llmspell_output_parsed_output {
    /** The value. */
    const char *value_json;
    /** What the text was read as. */
    llmspell_output_format format;
    /** The step that gave the value. */
    llmspell_output_step step;
    /** What was changed or left out on the way; empty after `strict`. */
    llmspell_output_change_list changes;
};
LLMSPELL_API void llmspell_output_parsed_output_init(llmspell_output_parsed_output *value);
LLMSPELL_API void llmspell_output_parsed_output_free(llmspell_output_parsed_output *value);

/** A step that gave nothing. */
struct llmspell_output_parse_attempt {
    /** The step. */
    llmspell_output_step step;
    /** Why it gave nothing. */
    const char *reason;
};
LLMSPELL_API void llmspell_output_parse_attempt_init(llmspell_output_parse_attempt *value);
LLMSPELL_API void llmspell_output_parse_attempt_free(llmspell_output_parse_attempt *value);

/** How to write a value. */
struct llmspell_output_format_options {
    /**
     * Spaces per level in JSON, YAML (at least 2) and XML; 0 writes JSON and XML on one line. Left out, it is 2,
     * and 0 for XML, whose text a line break would be part of. Optional.
     */
    bool has_indent;
    int64_t indent;
    /**
     * Write keys in alphabetical order instead of the value's own, which a table of Lua does not have. Optional:
     * false when absent.
     */
    bool has_sort_keys;
    bool sort_keys;
    /** Name of the XML element to put the value into; needed unless it is an object with one key. Optional. */
    const char *root;
};
LLMSPELL_API void llmspell_output_format_options_init(llmspell_output_format_options *value);
LLMSPELL_API void llmspell_output_format_options_free(llmspell_output_format_options *value);

/** A format that a text may be written in. */
struct llmspell_output_format_candidate {
    /** The format. */
    llmspell_output_format format;
    /** How much speaks for it: from 0 to 1, which is proof. */
    double confidence;
    /** What speaks for it. */
    const char *reason;
};
LLMSPELL_API void llmspell_output_format_candidate_init(llmspell_output_format_candidate *value);
LLMSPELL_API void llmspell_output_format_candidate_free(llmspell_output_format_candidate *value);

/** The format a text is most likely written in. */
struct llmspell_output_detected_format {
    /** The likeliest format. */
    llmspell_output_format format;
    /** How much speaks for it: from 0 to 1, which is proof. */
    double confidence;
    /** What speaks for it. */
    const char *reason;
    /** All formats that something speaks for, the likeliest first. */
    llmspell_output_format_candidate_list candidates;
};
LLMSPELL_API void llmspell_output_detected_format_init(llmspell_output_detected_format *value);
LLMSPELL_API void llmspell_output_detected_format_free(llmspell_output_detected_format *value);

/** A mistake in a text, or a fault of its value. */
struct llmspell_output_format_issue {
    /** What is wrong. */
    const char *message;
    /** Where in the text, counted from 1, when that is known. Optional. */
    bool has_line;
    int64_t line;
    /** The character of the line, counted from 1. Optional. */
    bool has_column;
    int64_t column;
    /** JSON pointer to the value that does not meet the schema. Optional. */
    const char *path;
};
LLMSPELL_API void llmspell_output_format_issue_init(llmspell_output_format_issue *value);
LLMSPELL_API void llmspell_output_format_issue_free(llmspell_output_format_issue *value);

/** Whether a text is written in a format. */
struct llmspell_output_format_validation {
    /** True when there is no issue. */
    bool valid;
    /** The first mistake of writing, or everything in which the value does not meet the schema. */
    llmspell_output_format_issue_list issues;
};
LLMSPELL_API void llmspell_output_format_validation_init(llmspell_output_format_validation *value);
LLMSPELL_API void llmspell_output_format_validation_free(llmspell_output_format_validation *value);

/** Which values to take. */
struct llmspell_output_extract_options {
    /** JSON Schema 2020-12; only values that meet it. Optional. */
    const char *schema_json;
    /** Most values to return. Optional: 1000 when absent. */
    bool has_limit;
    int64_t limit;
};
LLMSPELL_API void llmspell_output_extract_options_init(llmspell_output_extract_options *value);
LLMSPELL_API void llmspell_output_extract_options_free(llmspell_output_extract_options *value);

/** A JSON value in a text, and its place. */
struct llmspell_output_json_match {
    /** The value. */
    const char *value_json;
    /** It as it stands in the text. */
    const char *text;
    /** The line it begins on, counted from 1. */
    int64_t line;
    /** The character of that line, counted from 1. */
    int64_t column;
    /** How many characters (Unicode code points) of the text stand before it. */
    int64_t start;
    /** How many characters of the text stand before what follows it. */
    int64_t end;
    /** Whether it stands in a fenced code block. */
    bool fenced;
};
LLMSPELL_API void llmspell_output_json_match_init(llmspell_output_json_match *value);
LLMSPELL_API void llmspell_output_json_match_free(llmspell_output_json_match *value);

/** A heading and what stands below it, up to the next heading. */
struct llmspell_output_markdown_section {
    /** The heading; empty for what stands before the first one. */
    const char *title;
    /** Its level, 1 to 6; 0 for what stands before the first one. */
    int64_t level;
    /** The headings that it stands under, outermost first, and its own. */
    llmspell_string_list path;
    /** The Markdown below the heading. */
    const char *text;
    /** The line of the heading or of the text, counted from 1. */
    int64_t line;
};
LLMSPELL_API void llmspell_output_markdown_section_init(llmspell_output_markdown_section *value);
LLMSPELL_API void llmspell_output_markdown_section_free(llmspell_output_markdown_section *value);

/** A code block. */
struct llmspell_output_markdown_code {
    /** The first word after the fence; empty when there is none. */
    const char *language;
    /** The code. */
    const char *text;
    /** The line it begins on, counted from 1. */
    int64_t line;
    /** False for a fence that the text ends in. */
    bool closed;
};
LLMSPELL_API void llmspell_output_markdown_code_init(llmspell_output_markdown_code *value);
LLMSPELL_API void llmspell_output_markdown_code_free(llmspell_output_markdown_code *value);

/** A table. */
struct llmspell_output_markdown_table {
    /** The cells of its first row. */
    llmspell_string_list header;
    /** The cells of the rows below. */
    llmspell_string_list_list rows;
    /** The line it begins on, counted from 1. */
    int64_t line;
};
LLMSPELL_API void llmspell_output_markdown_table_init(llmspell_output_markdown_table *value);
LLMSPELL_API void llmspell_output_markdown_table_free(llmspell_output_markdown_table *value);

/** A list that is not inside another block. */
struct llmspell_output_markdown_list {
    /** Whether it is numbered. */
    bool ordered;
    /** The Markdown of each item, with all that stands in it. */
    llmspell_string_list items;
    /** The line it begins on, counted from 1. */
    int64_t line;
};
LLMSPELL_API void llmspell_output_markdown_list_init(llmspell_output_markdown_list *value);
LLMSPELL_API void llmspell_output_markdown_list_free(llmspell_output_markdown_list *value);

/** A link or a picture. */
struct llmspell_output_markdown_link {
    /** What is shown, without marks; the alternative text of a picture. */
    const char *text;
    /** Where it leads. */
    const char *url;
    /** Whether it is a picture. */
    bool image;
    /** The line its paragraph begins on, counted from 1. */
    int64_t line;
};
LLMSPELL_API void llmspell_output_markdown_link_init(llmspell_output_markdown_link *value);
LLMSPELL_API void llmspell_output_markdown_link_free(llmspell_output_markdown_link *value);

/** What a Markdown text is made of, kind by kind, each in the order of the text. */
struct llmspell_output_markdown_parts {
    /** The sections, one per heading. */
    llmspell_output_markdown_section_list sections;
    /** The code blocks. */
    llmspell_output_markdown_code_list code_blocks;
    /** The tables. */
    llmspell_output_markdown_table_list tables;
    /** The lists. */
    llmspell_output_markdown_list_list lists;
    /** Links and pictures. */
    llmspell_output_markdown_link_list links;
};
LLMSPELL_API void llmspell_output_markdown_parts_init(llmspell_output_markdown_parts *value);
LLMSPELL_API void llmspell_output_markdown_parts_free(llmspell_output_markdown_parts *value);

/** What the text should be. */
struct llmspell_output_recover_options {
    /** How the text is meant to be written; what `output.detect_format` finds when left out. Optional. */
    llmspell_output_format format;
    /** How far to go. Optional: "best_effort" when absent. */
    llmspell_output_recovery recovery;
    /** JSON Schema 2020-12 that its value must meet. Optional. */
    const char *schema_json;
};
LLMSPELL_API void llmspell_output_recover_options_init(llmspell_output_recover_options *value);
LLMSPELL_API void llmspell_output_recover_options_free(llmspell_output_recover_options *value);

/** A text that is right, and what was wrong with it. */
struct llmspell_output_recovered_text {
    /** The text; as it was given when nothing was wrong, else written anew. */
    const char *text;
    /** What it is written in. */
    llmspell_output_format format;
    /** The step that could read it. */
    llmspell_output_step step;
    /** What was changed or left out; empty when nothing was wrong. */
    llmspell_output_change_list changes;
};
LLMSPELL_API void llmspell_output_recovered_text_init(llmspell_output_recovered_text *value);
LLMSPELL_API void llmspell_output_recovered_text_free(llmspell_output_recovered_text *value);

/**
 * The value that a text holds.
 *
 * The steps are tried in their order, as far as `recovery` allows. Every change of `repair` and `extraction`
 * is listed, so that a program can decide whether to trust the value.
 *
 * @param text What a model wrote
 * @param options What it should be, and how far to go for it; may be NULL
 * @param result receives the result; free it with llmspell_output_parsed_output_free()
 * @return LLMSPELL_OK, LLMSPELL_E_OUTPUT_PARSE_FAILED, LLMSPELL_E_OUTPUT_SCHEMA_MISMATCH,
 *        LLMSPELL_E_OUTPUT_TOO_LARGE, LLMSPELL_E_OUTPUT_TOO_DEEP, LLMSPELL_E_OUTPUT_UNSAFE,
 *        LLMSPELL_E_SHARED_INVALID_SCHEMA or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_output_parse(
    llmspell_session *session, const char *text, const llmspell_output_parse_options *options,
    llmspell_output_parsed_output *result);

/**
 * A value as text.
 *
 * The inverse of `parse`: what this wrote reads back as the same value. XML knows nothing but text, so that
 * numbers, booleans and null are written as JSON writes them (null as an empty element) and read back as
 * text, and a list of one reads back as its item.
 *
 * @param value_json Any JSON value that the format can hold
 * @param format How to write it; "json" when 0
 * @param options Indentation and order; may be NULL
 * @param result receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_OUTPUT_NOT_REPRESENTABLE, LLMSPELL_E_OUTPUT_TOO_LARGE,
 *        LLMSPELL_E_OUTPUT_TOO_DEEP or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_output_format_value(
    llmspell_session *session, const char *value_json, llmspell_output_format format,
    const llmspell_output_format_options *options, char **result);

/**
 * What a text is written in, how sure that is, and why.
 *
 * Confidence 1 is a text that is right and can be nothing else; a text that is nearly right has less. Text
 * with a fenced block of data counts as that data, since `parse` reads it so. Every text is `plain`, with a
 * confidence of 0.1 at least.
 *
 * @param text The text
 * @param result receives the result; free it with llmspell_output_detected_format_free()
 * @return LLMSPELL_OK, LLMSPELL_E_OUTPUT_TOO_LARGE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_output_detect_format(
    llmspell_session *session, const char *text, llmspell_output_detected_format *result);

/**
 * Whether a text is written in a format, and what is wrong with it.
 *
 * @param text The text
 * @param format The format
 * @param schema_json JSON Schema 2020-12 that its value must meet; may be NULL
 * @param result receives the result; free it with llmspell_output_format_validation_free()
 * @return LLMSPELL_OK, LLMSPELL_E_OUTPUT_TOO_LARGE, LLMSPELL_E_OUTPUT_TOO_DEEP, LLMSPELL_E_OUTPUT_UNSAFE,
 *        LLMSPELL_E_SHARED_INVALID_SCHEMA or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_output_validate_format(
    llmspell_session *session, const char *text, llmspell_output_format format, const char *schema_json,
    llmspell_output_format_validation *result);

/**
 * Every JSON object and list in a text, with its place.
 *
 * What stands inside another value is part of that value. Numbers, words and quoted text are not taken for
 * values of their own, unless the whole text is one. Broken values are left out; `output.parse` mends one.
 *
 * @param text The text
 * @param options Which values to take; may be NULL
 * @param result receives the result; free it with llmspell_output_json_match_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_OUTPUT_TOO_LARGE, LLMSPELL_E_OUTPUT_TOO_DEEP,
 *        LLMSPELL_E_SHARED_INVALID_SCHEMA or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_output_extract_json(
    llmspell_session *session, const char *text, const llmspell_output_extract_options *options,
    llmspell_output_json_match_list *result);

/**
 * The sections, code blocks, tables, lists and links of a Markdown text.
 *
 * @param text The text
 * @param result receives the result; free it with llmspell_output_markdown_parts_free()
 * @return LLMSPELL_OK, LLMSPELL_E_OUTPUT_TOO_LARGE, LLMSPELL_E_OUTPUT_TOO_DEEP or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_output_extract_markdown(
    llmspell_session *session, const char *text, llmspell_output_markdown_parts *result);

/**
 * A broken text, mended.
 *
 * As `output.parse`, for a program that wants text: the result can be read by any reader of the format. A
 * text that is right comes back as it was given; Markdown that ends in an open code fence gets its end.
 *
 * @param text What a model wrote
 * @param options What it should be; may be NULL
 * @param result receives the result; free it with llmspell_output_recovered_text_free()
 * @return LLMSPELL_OK, LLMSPELL_E_OUTPUT_PARSE_FAILED, LLMSPELL_E_OUTPUT_SCHEMA_MISMATCH,
 *        LLMSPELL_E_OUTPUT_TOO_LARGE, LLMSPELL_E_OUTPUT_TOO_DEEP, LLMSPELL_E_OUTPUT_UNSAFE,
 *        LLMSPELL_E_SHARED_INVALID_SCHEMA or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_output_recover(
    llmspell_session *session, const char *text, const llmspell_output_recover_options *options,
    llmspell_output_recovered_text *result);

/**
 * The JSON Schema of the values that a format gives and takes.
 *
 * What `output.parse` gives for a text of the format meets it, and `output.format` writes what meets it. It
 * says how XML and Markdown look as JSON. A schema of particular values is inferred by `schema.generate`.
 *
 * @param format The format
 * @param result_json receives the result; free it with llmspell_string_free()
 */
LLMSPELL_API llmspell_status llmspell_output_get_schema(
    llmspell_session *session, llmspell_output_format format, char **result_json);

/**
 * What to tell a model so that its answer can be read.
 *
 * @param format What it should write; "json" when 0
 * @param schema_json JSON Schema 2020-12 that the value must meet; may be NULL
 * @param result receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_SHARED_INVALID_SCHEMA or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_output_get_instructions(
    llmspell_session *session, llmspell_output_format format, const char *schema_json, char **result);

#ifdef __cplusplus
}
#endif

#endif
