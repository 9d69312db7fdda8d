"""What a typed C function costs beside a bare cffi-embedded call with the same struct, string and result.

Both are called from one C program, in turns, best of several rounds. The bare call is what one writes by hand: it
reads the string, asks a dict, writes the answer. It has no sessions, no validation, no errors.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import sysconfig
from collections.abc import Callable

import cffi

from benchmarks.measure import Row, row
from benchmarks.native import PLACE, run_c

CALLS, ROUNDS = 20_000, 7

_BARE_CDEF = "int bare_exists(const char *name, _Bool *result);"
_BARE_PYTHON = """
from bare import ffi
NAMES = {"calculator": 1}
@ffi.def_extern()
def bare_exists(name, result):
    result[0] = ffi.string(name).decode() in NAMES
    return 1
"""
_PROGRAM = r"""
#define _POSIX_C_SOURCE 200809L
#include <llmspell.h>
#include <stdio.h>
#include <time.h>
extern int bare_exists(const char *name, _Bool *result);
static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static double best[5] = {1e9, 1e9, 1e9, 1e9, 1e9};
static void note(int which, double begun, int calls)
{
    double each = (now() - begun) / calls;
    if (each < best[which])
        best[which] = each;
}
int main(void)
{
    llmspell_session *session = NULL;
    if (llmspell_open(NULL, &session) != LLMSPELL_OK)
        return fprintf(stderr, "%s\n", llmspell_last_error(NULL)->message), 1;
    for (int round = 0; round < ROUNDS; round++) {
        bool found = false;
        char *result = NULL;
        double begun = now();
        for (int i = 0; i < CALLS; i++)
            if (bare_exists("calculator", &found) != 1 || !found)
                return 2;
        note(0, begun, CALLS);
        begun = now();
        for (int i = 0; i < CALLS; i++)
            if (llmspell_tool_exists(session, "calculator", &found) != LLMSPELL_OK || !found)
                return 3;
        note(1, begun, CALLS);
        begun = now();
        for (int i = 0; i < CALLS / 10; i++) {
            if (llmspell_call(session, "tool.exists", "{\"name\": \"calculator\"}", &result) != LLMSPELL_OK)
                return 4;
            llmspell_string_free(result);
        }
        note(2, begun, CALLS / 10);
        llmspell_tool_description tool;
        begun = now();
        for (int i = 0; i < CALLS / 10; i++) {
            if (llmspell_tool_get(session, "calculator", &tool) != LLMSPELL_OK)
                return 5;
            llmspell_tool_description_free(&tool);
        }
        note(3, begun, CALLS / 10);
        llmspell_tool_description_list tools;
        begun = now();
        for (int i = 0; i < CALLS / 50; i++) {
            if (llmspell_tool_list(session, LLMSPELL_TOOL_CATEGORY_UNSPECIFIED, &tools) != LLMSPELL_OK)
                return 6;
            llmspell_tool_description_list_free(&tools);
        }
        note(4, begun, CALLS / 50);
    }
    printf("{\"bare\": %.9f, \"typed\": %.9f, \"generic\": %.9f, \"record\": %.9f, \"list\": %.9f}\n", best[0], best[1],
           best[2], best[3], best[4]);
    return llmspell_close(session) != LLMSPELL_OK;
}
"""


def rows() -> list[Row]:
    """A scalar beside the bare call; what carries more, beside the bare call and the same work in Python."""
    measured, inside = _measure(), _inside()
    bare = measured["bare"]
    others = {
        "generic": "generic C call, to a bare one and the same from JSON text in Python",
        "record": "typed C function that gives a record, to a bare call and the same as JSON in Python",
        "list": "typed C function that gives a list of records, to a bare call and the same as JSON in Python",
    }
    return [
        row("typed C function, to a bare cffi-embedded call", measured["typed"], bare, 2.0),
        *(row(text, measured[name], bare + inside[name], 2.0) for name, text in others.items()),
    ]


def _inside() -> dict[str, float]:
    """Seconds of the same calls from Python as JSON: what a foreign surface pays below itself."""
    import timeit

    import llmspell
    from bridge_runtime.values import read_json, write_json

    with llmspell.Session() as session:
        calls = session.core.waist.json
        exists, get, all_of = calls["tool.exists"], calls["tool.get"], calls["tool.list"]
        works: dict[str, Callable[[], object]] = {
            "generic": lambda: write_json(exists(read_json(b'{"name": "calculator"}'))),
            "record": lambda: get({"name": "calculator"}),
            "list": lambda: all_of({}),
        }
        number = CALLS // 20
        return {
            name: min(timeit.repeat(work, number=number, repeat=ROUNDS)) / number
            for name, work in works.items()
        }


def _measure() -> dict[str, float]:
    PLACE.mkdir(parents=True, exist_ok=True)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    libraries = [f"-L{sysconfig.get_config_var('LIBDIR')}", f"-lpython{version}"]
    ffi = cffi.FFI()
    ffi.embedding_api(_BARE_CDEF)
    ffi.set_source("bare", "")
    ffi.embedding_init_code(_BARE_PYTHON)
    with contextlib.redirect_stdout(io.StringIO()):
        ffi.emit_c_code(str(PLACE / "bare.c"))
    (PLACE / "program.c").write_text(_PROGRAM)
    include = sysconfig.get_paths()["include"]
    subprocess.run(["gcc", "-O2", "-fPIC", "-w", f"-I{include}", "-c", "bare.c"], cwd=PLACE, check=True)
    subprocess.run(["gcc", "-shared", "-o", "libbare.so", "bare.o", *libraries], cwd=PLACE, check=True)
    sizes = (f"-DCALLS={CALLS}", f"-DROUNDS={ROUNDS}")
    return run_c(_PROGRAM, "program", flags=sizes, libraries=[PLACE / "libbare.so"])
