/* What a host may do with the library as with any other: load it late, unload it, fork, and keep its locale and its
 * environment. The arguments are the libraries to load, one or more; the second of two lives in the same process, and
 * neither knows of the other. */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <library.h>

extern char **environ;

#define IS(condition) \
    ((condition) ? (void)0 : (fprintf(stderr, "line %d: expected %s\n", __LINE__, #condition), exit(EXIT_FAILURE)))

/* The functions of one library that was loaded by its path. */
typedef struct {
    void *handle;
    library_status (*open)(const char *options_json, library_session **session);
    library_status (*close)(library_session *session);
    library_status (*call)(library_session *, const char *, const char *, char **);
    const library_error *(*last_error)(const library_session *session);
} functions;

static void *found(void *handle, const char *prefix, const char *name)
{
    char whole[64];
    snprintf(whole, sizeof whole, "%s_%s", prefix, name);
    void *function = dlsym(handle, whole);
    IS(function != NULL);
    return function;
}

static functions load(const char *path)
{
    char prefix[32];
    IS(sscanf(strrchr(path, '/'), "/lib%31[^.]", prefix) == 1);
    functions made = {.handle = dlopen(path, RTLD_NOW | RTLD_LOCAL)};
    if (made.handle == NULL)
        fprintf(stderr, "%s\n", dlerror());
    IS(made.handle != NULL);
    *(void **)&made.open = found(made.handle, prefix, "open");
    *(void **)&made.close = found(made.handle, prefix, "close");
    *(void **)&made.call = found(made.handle, prefix, "call");
    *(void **)&made.last_error = found(made.handle, prefix, "last_error");
    return made;
}

static int exit_status_of_child(int (*run)(functions *, library_session *), functions *given, library_session *session)
{
    int status = 0;
    pid_t child = fork();
    IS(child >= 0);
    if (child == 0)
        _exit(run(given, session));
    IS(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static int can_open(functions *given, library_session *unused)
{
    (void)unused;
    library_session *session = NULL;
    return given->open(NULL, &session) == LIBRARY_OK && given->close(session) == LIBRARY_OK ? 0 : 1;
}

/* After the fork nothing waits for a thread that is not there: every call says so, and frees what it should. */
static int is_refused(functions *given, library_session *session)
{
    library_session *other = NULL;
    if (given->call(session, "runtime.describe", NULL, NULL) != LIBRARY_E_RUNTIME_UNSUPPORTED)
        return 1;
    if (strstr(given->last_error(NULL)->message, "forked") == NULL)
        return 2;
    if (given->open(NULL, &other) != LIBRARY_E_RUNTIME_UNSUPPORTED || other != NULL)
        return 3;
    return given->close(session) == LIBRARY_E_RUNTIME_UNSUPPORTED ? 0 : 4;
}

static size_t variables(void)
{
    size_t count = 0;
    while (environ[count] != NULL)
        count++;
    return count;
}

int main(int count, char **paths)
{
    IS(count >= 2);
    IS(unsetenv("LC_ALL") == 0 && unsetenv("LC_CTYPE") == 0 && unsetenv("LANG") == 0);
    size_t inherited = variables();
    functions first = load(paths[1]);
    IS(exit_status_of_child(can_open, &first, NULL) == 0); /* loaded, and not begun: a child may begin */
    library_session *session = NULL, *other = NULL;
    IS(first.open(NULL, &session) == LIBRARY_OK);
    IS(strcmp(setlocale(LC_ALL, NULL), "C") == 0 && variables() == inherited);
    IS(exit_status_of_child(is_refused, &first, session) == 0);
    IS(first.call(session, "runtime.describe", NULL, NULL) == LIBRARY_OK); /* the parent goes on */
    for (int i = 2; i < count; i++) {
        functions second = load(paths[i]);
        char *described = NULL;
        IS(second.open(NULL, &other) == LIBRARY_OK);
        IS(second.call(other, "runtime.describe", NULL, &described) == LIBRARY_OK);
        puts(described);
        free(described);
        IS(second.close(other) == LIBRARY_OK);
    }
    IS(first.close(session) == LIBRARY_OK);
    IS(dlclose(first.handle) == 0); /* Python and its threads stay, and so does what they run in */
    first = load(paths[1]);
    IS(first.open(NULL, &session) == LIBRARY_OK);
    IS(first.call(session, "runtime.describe", NULL, NULL) == LIBRARY_OK);
    puts("all is well"); /* a session that is left open does not keep the process from ending */
    return EXIT_SUCCESS;
}
