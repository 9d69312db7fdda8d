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
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result);
    llmspell_status status = llmspell_py_script_list_handlers(
        number, result);
    if (status != LLMSPELL_OK)
        llmspell_script_handler_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_script_call_handler(
    llmspell_session *session, const char *name, const char *input_json, char **result_json)
{
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result_json);
    llmspell_status status = llmspell_py_script_call_handler(
        number, name, input_json, result_json);
    return bridge_left(status);
}
