/* Every example of output, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* output.parse, strict: A text that is right is read as it stands. */
static void output_parse_strict(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"{\\\"city\\\": \\\"Oslo\\\", \\\"temperature\\\": 22.5, \\\"alert\\\": null}\", \"options\": {\"format\": \"json\", \"recovery\": \"strict\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, fenced: A model that explains itself around a fenced block. */
static void output_parse_fenced(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"Here is the weather:\\n```json\\n{\\\"city\\\": \\\"Oslo\\\"}\\n```\\nAnything else?\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, repaired: Quotes, a comma and an end are missing; every change is told. */
static void output_parse_repaired(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"{'city': \\\"Oslo\\\", \\\"days\\\": [1, 2\", \"options\": {\"format\": \"json\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, extracted: A schema guides the search for a value in prose. */
static void output_parse_extracted(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"Name: Ada Lovelace\\nBorn: 1815\", \"options\": {\"format\": \"json\", \"recovery\": \"best_effort\", \"schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}, \"born\": {\"type\": \"integer\"}}, \"required\": [\"name\", \"born\"]}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, yaml: The rules are those of YAML 1.2. */
static void output_parse_yaml(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"on: no\\nsize: 0o17\\nwhen: 2026-11-21\\n\", \"options\": {\"format\": \"yaml\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, xml: */
static void output_parse_xml(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"<trip days=\\\"2\\\"><city>Oslo</city><city>Bergen</city><note>By <b>train</b>.</note></trip>\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, markdown: */
static void output_parse_markdown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"# Plan\\n\\n- pack\\n- go\\n\\n| day | place |\\n| --- | ----- |\\n| 1 | *Oslo* |\\n\", \"options\": {\"format\": \"markdown\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, refused: Without recovery the text must be right; the error says where it is not. */
static void output_parse_refused(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"{\\\"city\\\": \\\"Oslo\\\",}\", \"options\": {\"format\": \"json\", \"recovery\": \"strict\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, mismatch: */
static void output_parse_mismatch(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"{\\\"name\\\": \\\"Ada\\\"}\", \"options\": {\"schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}, \"born\": {\"type\": \"integer\"}}, \"required\": [\"name\", \"born\"]}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, entity_bomb: What would grow without end is not expanded. */
static void output_parse_entity_bomb(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"<!DOCTYPE a [<!ENTITY b \\\"bbbb\\\">]><a>&b;</a>\", \"options\": {\"format\": \"xml\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, too_deep: */
static void output_parse_too_deep(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\", \"options\": {\"format\": \"json\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.parse, bad_schema: */
static void output_parse_bad_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.parse", "{\"text\": \"1\", \"options\": {\"schema\": {\"type\": \"objekt\"}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.format, json: */
static void output_format_json(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.format", "{\"value\": {\"city\": \"Oslo\", \"days\": [1, 2]}, \"format\": \"json\", \"options\": {\"indent\": 0, \"sort_keys\": true}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.format, yaml: A text that another reader would take for something else is quoted. */
static void output_format_yaml(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.format", "{\"value\": {\"city\": \"Oslo\", \"country\": \"NO\", \"days\": [1, 2.5, null], \"note\": \"two\\nlines\"}, \"format\": \"yaml\", \"options\": {\"sort_keys\": true}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.format, xml: */
static void output_format_xml(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.format", "{\"value\": {\"trip\": {\"@days\": \"2\", \"city\": [\"Oslo\", \"Bergen\"], \"note\": \"a < b\"}}, \"format\": \"xml\", \"options\": {\"sort_keys\": true}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.format, xml_root: A value that is not one element is put into one. */
static void output_format_xml_root(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.format", "{\"value\": {\"city\": \"Oslo\", \"warm\": true}, \"format\": \"xml\", \"options\": {\"root\": \"weather\", \"indent\": 2, \"sort_keys\": true}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.format, markdown: */
static void output_format_markdown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.format", "{\"value\": [{\"type\": \"heading\", \"level\": 2, \"text\": \"Plan\"}, {\"type\": \"list\", \"ordered\": true, \"items\": [[{\"type\": \"paragraph\", \"text\": \"pack\"}], [{\"type\": \"paragraph\", \"text\": \"go\"}]]}, {\"type\": \"code\", \"language\": \"sh\", \"text\": \"make trip\"}], \"format\": \"markdown\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.format, no_element: */
static void output_format_no_element(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.format", "{\"value\": [1, 2], \"format\": \"xml\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.format, no_text: */
static void output_format_no_text(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.format", "{\"value\": {\"city\": \"Oslo\"}, \"format\": \"plain\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.detect_format, json: */
static void output_detect_format_json(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.detect_format", "{\"text\": \"{\\\"city\\\": \\\"Oslo\\\"}\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.detect_format, broken_json: */
static void output_detect_format_broken_json(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.detect_format", "{\"text\": \"{\\\"city\\\": \\\"Oslo\\\",\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.detect_format, yaml: */
static void output_detect_format_yaml(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.detect_format", "{\"text\": \"city: Oslo\\ndays: [1, 2]\\n\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.detect_format, prose: */
static void output_detect_format_prose(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.detect_format", "{\"text\": \"The weather in Oslo is fine.\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.validate_format, good: */
static void output_validate_format_good(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.validate_format", "{\"text\": \"<a><b/></a>\", \"format\": \"xml\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.validate_format, mistake: */
static void output_validate_format_mistake(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.validate_format", "{\"text\": \"city: Oslo\\ncity: Bergen\\n\", \"format\": \"yaml\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.validate_format, mismatch: All faults at once. */
static void output_validate_format_mismatch(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.validate_format", "{\"text\": \"{\\\"name\\\": 7}\", \"format\": \"json\", \"schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}, \"born\": {\"type\": \"integer\"}}, \"required\": [\"name\", \"born\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.extract_json, two: */
static void output_extract_json_two(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.extract_json", "{\"text\": \"First {\\\"a\\\": 1}, then\\n```json\\n[true]\\n```\\n\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.extract_json, by_schema: */
static void output_extract_json_by_schema(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.extract_json", "{\"text\": \"[1] {\\\"a\\\": 1} {\\\"name\\\": \\\"Ada\\\", \\\"born\\\": 1815}\", \"options\": {\"schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}, \"born\": {\"type\": \"integer\"}}, \"required\": [\"name\", \"born\"]}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.extract_json, none: */
static void output_extract_json_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.extract_json", "{\"text\": \"Nothing here.\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.extract_markdown, answer: */
static void output_extract_markdown_answer(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.extract_markdown", "{\"text\": \"Sure.\\n\\n# Plan\\n\\nSee [the map](https://example.com/map).\\n\\n1. pack\\n2. go\\n\\n## Code\\n\\n```python\\nprint(1)\\n```\\n\\n| day | place |\\n| --- | --- |\\n| 1 | Oslo |\\n\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.extract_markdown, nothing: */
static void output_extract_markdown_nothing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.extract_markdown", "{\"text\": \"\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.recover, truncated_json: */
static void output_recover_truncated_json(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.recover", "{\"text\": \"{\\\"city\\\": \\\"Oslo\\\", \\\"days\\\": [1, 2\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.recover, xml: An end tag that is missing, and a character that must be written otherwise. */
static void output_recover_xml(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.recover", "{\"text\": \"<answer><city>Oslo & Bergen</answer>\", \"options\": {\"format\": \"xml\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.recover, right: Nothing is changed where nothing is wrong. */
static void output_recover_right(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.recover", "{\"text\": \"{\\\"city\\\":\\\"Oslo\\\"}\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.recover, hopeless: */
static void output_recover_hopeless(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.recover", "{\"text\": \"I cannot say.\", \"options\": {\"format\": \"json\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.get_schema, plain: */
static void output_get_schema_plain(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.get_schema", "{\"format\": \"plain\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.get_schema, json: */
static void output_get_schema_json(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.get_schema", "{\"format\": \"json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.get_instructions, json: */
static void output_get_instructions_json(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.get_instructions", "{\"format\": \"json\", \"schema\": {\"type\": \"object\", \"required\": [\"city\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* output.get_instructions, plain: */
static void output_get_instructions_plain(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "output.get_instructions", "{\"format\": \"plain\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

int main(void)
{
    example_run("output.parse", "strict", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_strict);
    example_run("output.parse", "fenced", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_fenced);
    example_run("output.parse", "repaired", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_repaired);
    example_run("output.parse", "extracted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_extracted);
    example_run("output.parse", "yaml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_yaml);
    example_run("output.parse", "xml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_xml);
    example_run("output.parse", "markdown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_markdown);
    example_run("output.parse", "refused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_refused);
    example_run("output.parse", "mismatch", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_mismatch);
    example_run("output.parse", "entity_bomb", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_entity_bomb);
    example_run("output.parse", "too_deep", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_too_deep);
    example_run("output.parse", "bad_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_parse_bad_schema);
    example_run("output.format", "json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_json);
    example_run("output.format", "yaml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_yaml);
    example_run("output.format", "xml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_xml);
    example_run("output.format", "xml_root", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_xml_root);
    example_run("output.format", "markdown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_markdown);
    example_run("output.format", "no_element", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_no_element);
    example_run("output.format", "no_text", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_format_no_text);
    example_run("output.detect_format", "json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_detect_format_json);
    example_run("output.detect_format", "broken_json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_detect_format_broken_json);
    example_run("output.detect_format", "yaml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_detect_format_yaml);
    example_run("output.detect_format", "prose", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_detect_format_prose);
    example_run("output.validate_format", "good", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_validate_format_good);
    example_run("output.validate_format", "mistake", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_validate_format_mistake);
    example_run("output.validate_format", "mismatch", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_validate_format_mismatch);
    example_run("output.extract_json", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_json_two);
    example_run("output.extract_json", "by_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_json_by_schema);
    example_run("output.extract_json", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_json_none);
    example_run("output.extract_markdown", "answer", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_markdown_answer);
    example_run("output.extract_markdown", "nothing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_extract_markdown_nothing);
    example_run("output.recover", "truncated_json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_recover_truncated_json);
    example_run("output.recover", "xml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_recover_xml);
    example_run("output.recover", "right", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_recover_right);
    example_run("output.recover", "hopeless", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_recover_hopeless);
    example_run("output.get_schema", "plain", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_get_schema_plain);
    example_run("output.get_schema", "json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_get_schema_json);
    example_run("output.get_instructions", "json", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_get_instructions_json);
    example_run("output.get_instructions", "plain", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", output_get_instructions_plain);
    return 0;
}
