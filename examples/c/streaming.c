/* Streaming an answer piece by piece, and leaving a stream early. */
#include <stdio.h>
#include <stdlib.h>

#include <llmspell.h>

#define CHECK(call)                                                                  \
    do {                                                                             \
        if ((call) != LLMSPELL_OK) {                                                 \
            const llmspell_error *error = llmspell_last_error(NULL);                 \
            fprintf(stderr, "%s: %s (%s)\n", #call, error->message, error->code);    \
            exit(EXIT_FAILURE);                                                      \
        }                                                                            \
    } while (0)

/* A provider that answers from a script, in pieces. */
static void make_provider(llmspell_session *session)
{
    const char *first[] = {"Tomorrow ", "it will ", "rain."}, *second[] = {"One, ", "two, ", "three, ", "four."};
    llmspell_provider_script_step steps[2];
    llmspell_provider_script_step_init(&steps[0]);
    llmspell_provider_script_step_init(&steps[1]);
    steps[0].chunks = (llmspell_string_list){first, 3};
    steps[1].chunks = (llmspell_string_list){second, 4};
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.script = (llmspell_provider_script_step_list){steps, 2};
    llmspell_provider *provider = NULL;
    CHECK(llmspell_provider_create(session, &config, &provider));
    llmspell_provider_free(provider);
}

int main(void)
{
    llmspell_session *session = NULL;
    CHECK(llmspell_open(NULL, &session));
    make_provider(session);

    llmspell_agent_config config;
    llmspell_agent_config_init(&config);
    config.name = "forecaster";
    config.provider = "scripted";
    llmspell_agent *agent = NULL;
    CHECK(llmspell_agent_create(session, &config, &agent));

    llmspell_agent_stream *stream = NULL;
    CHECK(llmspell_agent_stream_start(session, agent, "And tomorrow?", NULL, &stream));
    llmspell_agent_run_chunk chunk;
    llmspell_status status;
    while ((status = llmspell_agent_stream_next(stream, &chunk)) == LLMSPELL_OK) {
        if (chunk.kind == LLMSPELL_AGENT_CHUNK_KIND_TEXT)
            fputs(chunk.text, stdout);
        else if (chunk.kind == LLMSPELL_AGENT_CHUNK_KIND_FINISH)
            printf("\n(%lld steps)\n", (long long)chunk.result->steps);
        llmspell_agent_run_chunk_free(&chunk);
    }
    CHECK(llmspell_agent_stream_close(stream));
    if (status != LLMSPELL_END) {
        fprintf(stderr, "the stream broke: %s\n", llmspell_last_error(session)->message);
        return EXIT_FAILURE;
    }

    CHECK(llmspell_agent_stream_start(session, agent, "Count.", NULL, &stream));
    if (llmspell_agent_stream_next(stream, &chunk) == LLMSPELL_OK) {
        printf("%s... that is enough\n", chunk.text);
        llmspell_agent_run_chunk_free(&chunk);
    }
    CHECK(llmspell_agent_stream_close(stream)); /* the run is cancelled */

    llmspell_agent_free(agent);
    CHECK(llmspell_close(session));
    return EXIT_SUCCESS;
}
