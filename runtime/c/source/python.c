/* Finding and starting Python: which interpreter, whether it fits, and why not. */
#define _GNU_SOURCE
#include <Python.h>

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bridge_core.h"

#define TEXT_(token) #token
#define TEXT(token) TEXT_(token)
#define PYTHON "python" TEXT(PY_MAJOR_VERSION) "." TEXT(PY_MINOR_VERSION)
#define OUR_VERSION TEXT(PY_MAJOR_VERSION) "." TEXT(PY_MINOR_VERSION)
#define VARIABLE BRIDGE_TEXT(BRIDGE_UPPER) "_PYTHON"

static char reason[2 * PATH_MAX + 512];

/* A host such as Lua loads this library for itself alone; Python's own extension modules must find libpython too. */
__attribute__((constructor)) static void share_libpython(void)
{
    Dl_info found;
    if (dladdr((void *)(uintptr_t)&Py_IsInitialized, &found) != 0 && found.dli_fname != NULL)
        dlopen(found.dli_fname, RTLD_NOW | RTLD_GLOBAL | RTLD_NOLOAD);
}

static bool is_folder(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

/* Cuts the last part off a path; false when there is none left. */
static bool parent(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash == NULL || slash == path)
        return false;
    *slash = '\0';
    return true;
}

/* Looks from the library's own place upwards for a virtual environment. */
static bool beside_the_library(char *executable, size_t size)
{
    Dl_info found;
    char place[PATH_MAX];
    if (dladdr((void *)(uintptr_t)&share_libpython, &found) == 0 || realpath(found.dli_fname, place) == NULL)
        return false;
    while (parent(place)) {
        char mark[PATH_MAX + 32];
        snprintf(mark, sizeof mark, "%s/pyvenv.cfg", place);
        const char *folder = access(mark, R_OK) == 0 ? "" : "/.venv";
        snprintf(executable, size, "%s%s/bin/python", place, folder);
        snprintf(mark, sizeof mark, "%s%s/pyvenv.cfg", place, folder);
        if (access(mark, R_OK) == 0 && access(executable, X_OK) == 0)
            return true;
    }
    return false;
}

/* Whether the standard or site library of our minor version stands beside an interpreter. */
static bool has_our_version(const char *executable)
{
    char path[PATH_MAX + 64], resolved[PATH_MAX];
    const char *places[] = { executable, realpath(executable, resolved) };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (places[i] == NULL)
            continue;
        snprintf(path, PATH_MAX, "%s", places[i]);
        if (!parent(path) || !parent(path))
            continue;
        strcat(path, "/lib/" PYTHON);
        if (is_folder(path))
            return true;
    }
    return false;
}

/* Chooses the interpreter; NULL, or why there is none. */
static const char *choose(char *executable, size_t size)
{
    const char *named = getenv(VARIABLE);
    if (named != NULL && *named != '\0') {
        snprintf(executable, size, "%s", named);
        if (is_folder(named))
            snprintf(executable, size, "%s/bin/python", named);
        if (access(executable, X_OK) != 0) {
            snprintf(reason, sizeof reason,
                     "$" VARIABLE " is %s, where no Python interpreter is; name one of Python " OUR_VERSION
                     " or a virtual environment", named);
            return reason;
        }
    } else if (!beside_the_library(executable, size)) {
        snprintf(executable, size, "%s", BRIDGE_BUILD_PYTHON);
        if (access(executable, X_OK) != 0) {
            snprintf(reason, sizeof reason,
                     "no Python found: no virtual environment above the library, and %s, which it was built with, is "
                     "gone; set $" VARIABLE " to an interpreter of Python " OUR_VERSION, executable);
            return reason;
        }
    }
    if (!has_our_version(executable)) {
        snprintf(reason, sizeof reason,
                 "%s is not Python " OUR_VERSION ", which this library was built for; set $" VARIABLE
                 " to one that is, or build the library again", executable);
        return reason;
    }
    return NULL;
}

static const char *status_text(PyStatus status)
{
    snprintf(reason, sizeof reason, "Python " OUR_VERSION " did not start: %s",
             status.err_msg != NULL ? status.err_msg : "it did not say why");
    return reason;
}

/* Signals belong to the host. Python's module signal takes SIGINT all the same when it is imported, so it is imported
 * now, and SIGINT given back. A pipe or connection whose other end has gone is an error in Python, and must not end a
 * host that has not said what SIGPIPE does to it. */
static void leave_signals(void)
{
    PyRun_SimpleString(
        "import signal\n"
        "if signal.getsignal(signal.SIGINT) is signal.default_int_handler:\n"
        "    signal.signal(signal.SIGINT, signal.SIG_DFL)\n"
        "if signal.getsignal(signal.SIGPIPE) is signal.SIG_DFL:\n"
        "    signal.signal(signal.SIGPIPE, signal.SIG_IGN)\n"
        "del signal\n");
}

static const char *initialize(void)
{
    char executable[PATH_MAX + 32];
    const char *problem = choose(executable, sizeof executable);
    if (problem != NULL)
        return problem;
    /* The locale and the environment are the host's, too: all text is UTF-8, whatever they say. */
    PyPreConfig before;
    PyPreConfig_InitPythonConfig(&before);
    before.configure_locale = 0;
    before.coerce_c_locale = 0;
    before.utf8_mode = 1;
    PyStatus status = Py_PreInitialize(&before);
    if (PyStatus_Exception(status))
        return status_text(status);
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    config.install_signal_handlers = 0;
    config.parse_argv = 0;
    status = PyConfig_SetBytesString(&config, &config.executable, executable);
    if (!PyStatus_Exception(status))
        status = PyConfig_SetBytesString(&config, &config.program_name, executable);
    if (!PyStatus_Exception(status))
        status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (PyStatus_Exception(status))
        return status_text(status);
    leave_signals();
    PyEval_SaveThread();
    return NULL;
}

/* Whether the one module that the rest stands on can be imported; NULL, or why not. */
static const char *check_environment(void)
{
    PyGILState_STATE state = PyGILState_Ensure();
    const char *problem = NULL;
    PyObject *module = PyImport_ImportModule("_cffi_backend");
    if (module == NULL) {
        PyObject *type, *value, *traceback;
        PyErr_Fetch(&type, &value, &traceback);
        PyObject *text = value == NULL ? NULL : PyObject_Str(value);
        PyObject *prefix = PySys_GetObject("prefix");
        const char *where = prefix == NULL ? NULL : PyUnicode_AsUTF8(prefix);
        const char *what = text == NULL ? NULL : PyUnicode_AsUTF8(text);
        snprintf(reason, sizeof reason, "the Python environment %s lacks cffi (%s); run: %s/bin/python -m pip install cffi",
                 where == NULL ? "?" : where, what == NULL ? "it did not say why" : what, where == NULL ? "?" : where);
        PyErr_Clear();
        Py_XDECREF(text);
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(traceback);
        problem = reason;
    }
    Py_XDECREF(module);
    PyGILState_Release(state);
    return problem;
}

/* Where a function is defined: the file of the library or program that was bound to. */
static const char *home_of(uintptr_t function)
{
    Dl_info found;
    return dladdr((void *)function, &found) != 0 && found.dli_fname != NULL ? found.dli_fname : "?";
}

/* A PyPy host exports some functions under CPython's names, with which CPython cannot run. NULL when none is in the way. */
static const char *check_neighbours(void)
{
    static const struct {
        const char *name;
        uintptr_t place;
    } usual[] = {
        { "PyThread_tss_create", (uintptr_t)&PyThread_tss_create },
        { "PyModule_AddType", (uintptr_t)&PyModule_AddType },
        { "PyType_GetFlags", (uintptr_t)&PyType_GetFlags },
    };
    const char *ours = home_of((uintptr_t)&Py_IsInitialized);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        const char *theirs = home_of(usual[i].place);
        if (strcmp(ours, theirs) == 0)
            continue;
        snprintf(reason, sizeof reason,
                 "%s stands in the way of Python " OUR_VERSION ": its %s would be used for Python's own; start this "
                 "process with LD_PRELOAD=%s", theirs, usual[i].name, ours);
        return reason;
    }
    return NULL;
}

static const char *start(void)
{
    /* In a host that is itself Python, its symbols are the ones we were bound to: they must be of our version. */
    const char *version = Py_GetVersion();
    size_t length = strlen(OUR_VERSION);
    if (strncmp(version, OUR_VERSION, length) != 0 || (version[length] >= '0' && version[length] <= '9')) {
        snprintf(reason, sizeof reason,
                 "this process runs Python %.*s, and the library was built for Python " OUR_VERSION
                 "; build it again with the host's Python", (int)strcspn(version, " "), version);
        return reason;
    }
    const char *problem = check_neighbours();
    if (problem != NULL)
        return problem;
    if (!Py_IsInitialized()) {
        problem = initialize();
        if (problem != NULL)
            return problem;
    }
    return check_environment();
}

const char *bridge_python_start(void)
{
    static bool tried;
    static const char *problem;
    if (!tried) {
        problem = start();
        tried = true;
    }
    return problem;
}
