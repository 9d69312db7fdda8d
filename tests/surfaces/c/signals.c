/* Signals are the host's: the library takes none, and sees to it that a broken pipe does not end the program. */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <llmspell.h>

#define IS(condition) \
    ((condition) ? (void)0 : (fprintf(stderr, "line %d: expected %s: %s\n", __LINE__, #condition, \
                                      llmspell_last_error(NULL)->message), exit(EXIT_FAILURE)))

static void (*disposition(int number))(int)
{
    struct sigaction found;
    IS(sigaction(number, NULL, &found) == 0);
    return found.sa_handler;
}

static void own(int number)
{
    (void)number;
}

/* Starts a child, as everything that touches signals does. */
static void start_a_child(llmspell_session *session)
{
    llmspell_tool_execute_options options;
    llmspell_tool_execute_options_init(&options);
    options.mode = LLMSPELL_TOOL_EXECUTION_MODE_SANDBOXED;
    IS(llmspell_tool_execute(session, "calculator", "{\"expression\": \"1 + 1\"}", &options, NULL) == LLMSPELL_OK);
}

int main(int count, char **arguments)
{
    bool has_own = count == 2 && strcmp(arguments[1], "own") == 0;
    if (has_own)
        IS(signal(SIGINT, own) != SIG_ERR && signal(SIGPIPE, own) != SIG_ERR);
    llmspell_session *session = NULL;
    IS(llmspell_open(NULL, &session) == LLMSPELL_OK);
    start_a_child(session);
    IS(llmspell_close(session) == LLMSPELL_OK);
    IS(disposition(SIGINT) == (has_own ? own : SIG_DFL));
    IS(disposition(SIGPIPE) == (has_own ? own : SIG_IGN));
    IS(disposition(SIGTERM) == SIG_DFL && disposition(SIGCHLD) == SIG_DFL);
    puts("all is well");
    return EXIT_SUCCESS;
}
