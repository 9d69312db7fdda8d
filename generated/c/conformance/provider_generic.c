/* Every example of provider, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* provider.create, scripted: A provider for tests; the first is always provider_1. */
static void provider_create_scripted(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"name\": \"rehearsal\", \"script\": []}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.create, ollama_by_default: Ollama on this machine needs no more than its type; nothing is sent until it is used. */
static void provider_create_ollama_by_default(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"ollama\", \"model\": \"llama3.2\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.create, name_twice: Names are unique in a session. */
static void provider_create_name_twice(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"name\": \"main\", \"script\": []}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"name\": \"main\", \"script\": []}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.create, missing_key: A key is taken from the environment only when the session may read it. */
static void provider_create_missing_key(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"openai\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.create, not_an_address: An address begins with http:// or https://. */
static void provider_create_not_an_address(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"local\", \"base_url\": \"localhost:8080\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.create, private_address: Addresses of a private network need a `net` grant that names them. */
static void provider_create_private_address(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"local\", \"base_url\": \"http://192.168.1.20:8080/v1\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.destroy, finished: All steps were used. */
static void provider_destroy_finished(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": []}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.destroy", example_format(example, "{\"provider\": %s}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.destroy, steps_left: A step that nothing reached is an error. */
static void provider_destroy_steps_left(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"name\": \"rehearsal\", \"script\": [{\"text\": \"Never said.\"}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.destroy", example_format(example, "{\"provider\": %s}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.destroy, twice: Gone is gone. */
static void provider_destroy_twice(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": []}}", &provider));
    GIVEN(llmspell_call(session, "provider.destroy", example_format(example, "{\"provider\": %s}", provider), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.destroy", example_format(example, "{\"provider\": %s}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.configure, another_model: What is not named stays as it was. */
static void provider_configure_another_model(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": []}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.configure", example_format(example, "{\"provider\": %s, \"changes\": {\"model\": \"understudy\"}}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.configure, no_script_for_a_real_one: Only scripted providers have scripts. */
static void provider_configure_no_script_for_a_real_one(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"ollama\"}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.configure", example_format(example, "{\"provider\": %s, \"changes\": {\"script\": [{\"text\": \"Hello.\"}]}}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.list, empty: A new session has none. */
static void provider_list_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.list, one: Infos never show a key. */
static void provider_list_one(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"openai\", \"name\": \"main\", \"api_key\": \"sk-secret\", \"model\": \"gpt-5-mini\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.get, by_name: The same handle that create gave. */
static void provider_get_by_name(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"name\": \"main\", \"script\": []}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.get", "{\"name\": \"main\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.get, unknown: Nothing of that name. */
static void provider_get_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.get", "{\"name\": \"nobody\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.get_info, after_a_call: A scripted provider says how far its script is. */
static void provider_get_info_after_a_call(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Hi.\", \"usage\": {\"input_tokens\": 3, \"output_tokens\": 2, \"total_tokens\": 5}}]}}", &provider));
    GIVEN(llmspell_call(session, "provider.chat", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}", provider), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.get_info", example_format(example, "{\"provider\": %s}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.discover, scripted: Scripts are always there. */
static void provider_discover_scripted(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.discover", "{\"types\": [\"scripted\"]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.discover, without_a_key: It says what is missing, and sends nothing. */
static void provider_discover_without_a_key(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.discover", "{\"types\": [\"anthropic\"]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* provider.chat, text: A question and its answer. */
static void provider_chat_text(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"model\": \"rehearsal\", \"script\": [{\"text\": \"Oslo.\", \"usage\": {\"input_tokens\": 9, \"output_tokens\": 2, \"total_tokens\": 11}}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.chat", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"What is the capital of Norway?\"}]}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.chat, tool_call: The model asks for a tool; whoever called decides what to do. */
static void provider_chat_tool_call(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"tool_calls\": [{\"name\": \"weather\", \"arguments\": {\"city\": \"Oslo\"}}], \"expect\": {\"tools\": [\"weather\"]}}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.chat", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"How is the weather in Oslo?\"}], \"options\": {\"tools\": [{\"name\": \"weather\", \"description\": \"The weather in a city.\", \"parameters\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}}]}}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.chat, tried_again: A 429 is tried again; nobody but a subscriber notices. */
static void provider_chat_tried_again(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"error\": {\"http_status\": 429, \"message\": \"Slow down.\"}}, {\"text\": \"Here.\"}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.chat", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Anyone?\"}]}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.chat, refused_key: The endpoint's own words come along. */
static void provider_chat_refused_key(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"error\": {\"http_status\": 401, \"message\": \"Incorrect API key.\"}}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.chat", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.chat, not_scripted: A call that has no step is an error. */
static void provider_chat_not_scripted(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": []}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.chat", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.chat, another_question_expected: A step may say what it expects. */
static void provider_chat_another_question_expected(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Oslo.\", \"expect\": {\"last_message\": \"Norway\"}}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.chat", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"What is the capital of Peru?\"}]}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.stream, two_pieces: Text as it arrives, then the whole. */
static void provider_stream_two_pieces(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"chunks\": [\"Os\", \"lo.\"]}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_streams(example, llmspell_call(session, "provider.stream", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"What is the capital of Norway?\"}]}", provider), &result))) {
        char *stream = example_unquote(example, result);
        char *item = NULL;
        llmspell_status status;
        while ((status = llmspell_stream_next(session, stream, &item)) == LLMSPELL_OK) {
            json_raw(example_item(example), item);
            llmspell_string_free(item);
        }
        example_streamed(example, status);
    }
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.stream, refused: A stream may fail like a call. */
static void provider_stream_refused(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"error\": {\"http_status\": 400, \"message\": \"No.\"}}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_streams(example, llmspell_call(session, "provider.stream", example_format(example, "{\"provider\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}", provider), &result))) {
        char *stream = example_unquote(example, result);
        char *item = NULL;
        llmspell_status status;
        while ((status = llmspell_stream_next(session, stream, &item)) == LLMSPELL_OK) {
            json_raw(example_item(example), item);
            llmspell_string_free(item);
        }
        example_streamed(example, status);
    }
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.embed, two_texts: One vector for each. */
static void provider_embed_two_texts(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"embeddings\": [{\"vector\": [0.5, -0.25]}, {\"vector\": [1, 0]}]}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.embed", example_format(example, "{\"provider\": %s, \"texts\": [\"north\", \"south\"], \"model\": \"rehearsal\"}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.embed, another_call_expected: A step that answers a chat does not answer this. */
static void provider_embed_another_call_expected(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"Hi.\"}]}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.embed", example_format(example, "{\"provider\": %s, \"texts\": [\"north\"]}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.get_models, scripted: Only what it was told. */
static void provider_get_models_scripted(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"model\": \"rehearsal\", \"script\": []}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.get_models", example_format(example, "{\"provider\": %s}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* provider.count_tokens, estimate: Six words of up to eight letters and two signs. */
static void provider_count_tokens_estimate(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": []}}", &provider));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "provider.count_tokens", example_format(example, "{\"provider\": %s, \"text\": \"Well, the capital of Norway is Oslo.\"}", provider), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

int main(void)
{
    example_run("provider.create", "scripted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_scripted);
    example_run("provider.create", "ollama_by_default", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_ollama_by_default);
    example_run("provider.create", "name_twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_name_twice);
    example_run("provider.create", "missing_key", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_missing_key);
    example_run("provider.create", "not_an_address", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_not_an_address);
    example_run("provider.create", "private_address", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_create_private_address);
    example_run("provider.destroy", "finished", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_destroy_finished);
    example_run("provider.destroy", "steps_left", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_destroy_steps_left);
    example_run("provider.destroy", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_destroy_twice);
    example_run("provider.configure", "another_model", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_configure_another_model);
    example_run("provider.configure", "no_script_for_a_real_one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_configure_no_script_for_a_real_one);
    example_run("provider.list", "empty", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_list_empty);
    example_run("provider.list", "one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_list_one);
    example_run("provider.get", "by_name", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_get_by_name);
    example_run("provider.get", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_get_unknown);
    example_run("provider.get_info", "after_a_call", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_get_info_after_a_call);
    example_run("provider.discover", "scripted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_discover_scripted);
    example_run("provider.discover", "without_a_key", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_discover_without_a_key);
    example_run("provider.chat", "text", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_text);
    example_run("provider.chat", "tool_call", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_tool_call);
    example_run("provider.chat", "tried_again", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_tried_again);
    example_run("provider.chat", "refused_key", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_refused_key);
    example_run("provider.chat", "not_scripted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_not_scripted);
    example_run("provider.chat", "another_question_expected", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_chat_another_question_expected);
    example_run("provider.stream", "two_pieces", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_stream_two_pieces);
    example_run("provider.stream", "refused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_stream_refused);
    example_run("provider.embed", "two_texts", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_embed_two_texts);
    example_run("provider.embed", "another_call_expected", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_embed_another_call_expected);
    example_run("provider.get_models", "scripted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_get_models_scripted);
    example_run("provider.count_tokens", "estimate", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", provider_count_tokens_estimate);
    return 0;
}
