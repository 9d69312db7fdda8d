/* Behind shared.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "shared_behind.h"

void llmspell_tool_spec_init(llmspell_tool_spec *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_spec_free(llmspell_tool_spec *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->description);
    free((void *)value->parameters_json);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_call_init(llmspell_tool_call *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_tool_call_free(llmspell_tool_call *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->name);
    free((void *)value->arguments_json);
    memset(value, 0, sizeof *value);
}

void llmspell_message_init(llmspell_message *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_message_free(llmspell_message *value)
{
    if (value == NULL)
        return;
    free((void *)value->content);
    llmspell_tool_call_list_free((llmspell_tool_call_list *)&value->tool_calls);
    free((void *)value->tool_call_id);
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->images);
    memset(value, 0, sizeof *value);
}

void llmspell_usage_init(llmspell_usage *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_usage_free(llmspell_usage *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_error_info_init(llmspell_error_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_error_info_free(llmspell_error_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->code);
    free((void *)value->message);
    free((void *)value->fields_json);
    free((void *)value->recovery);
    free((void *)value->trace_id);
    llmspell_error_info_free((llmspell_error_info *)value->cause);
    free((void *)value->cause);
    memset(value, 0, sizeof *value);
}
