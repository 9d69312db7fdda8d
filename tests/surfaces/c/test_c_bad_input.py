"""Every typed C function, called with NULL, zeroes, broken text and numbers out of range: an error it declares, no crash."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from llmspell._interface import INTERFACE

from tests.surfaces.c.building import ROOT, Built

HEADERS = ROOT / "generated" / "c" / "include" / "llmspell"
DECLARATION = re.compile(
    r"^LLMSPELL_API llmspell_status (llmspell_\w+)\(\s*(.*?)\);", re.MULTILINE | re.DOTALL
)
OURS = {
    "runtime.internal",
    "runtime.invalid_result",
    "runtime.broken_installation",
    "runtime.unknown_function",
}

BAD = {
    "null": {"text": "NULL", "record": "NULL", "number": "0"},
    "zero": {"text": '""', "record": "&({type}){{0}}", "number": "0"},
    "broken": {"text": r'"\xff\xfe"', "record": "&({type}){{0}}", "number": "-2147483647"},
}
"""What stands for a string, a record to read and a number, in each round."""

PROGRAM = """
#include <llmspell.h>
#include <stdio.h>
static void tell(const char *name, llmspell_session *session, llmspell_status status)
{{
    printf("%s %s\\n", name, status == LLMSPELL_OK ? "ok" : llmspell_last_error(session)->code);
    fflush(stdout);
}}
int main(void)
{{
    llmspell_session *session = NULL;
    if (llmspell_open(NULL, &session) != LLMSPELL_OK)
        return 1;
{calls}
    return llmspell_close(session) != LLMSPELL_OK;
}}
"""


def functions() -> dict[str, tuple[str, list[str]]]:
    """Interface name -> the C function's name and its parameters, for every function that has a typed one."""
    lock = (ROOT / "idl" / "abi.lock").read_text(encoding="utf-8")
    names = dict(re.findall(r"^function (\S+) = (llmspell_\w+)$", lock, re.MULTILINE))
    found: dict[str, list[str]] = {}
    for header in sorted(HEADERS.glob("*.h")):
        for name, parameters in DECLARATION.findall(header.read_text(encoding="utf-8")):
            found[name] = [" ".join(one.split()) for one in parameters.split(",")]
    named: dict[str, tuple[str, list[str]]] = {}
    for function, name in names.items():
        made = name if name in found else f"{name}_start"
        named[function] = (made, found[made])
    return named


def argument(parameter: str, bad: dict[str, str]) -> str:
    """C source of one argument, by the declaration of its parameter."""
    kind = parameter.rpartition(" ")[0] + "*" * parameter.rpartition(" ")[2].count("*")
    base = kind.replace("const ", "").replace("*", "").strip()
    if parameter == "llmspell_session *session":
        return "session"
    if kind.startswith("const char") and kind.count("*") == 1:
        return bad["text"]
    if kind.count("*") == 2:  # where a string, a handle or a stream is put
        return f"&({base} *){{NULL}}"
    if kind.startswith("const ") and "*" in kind:
        return bad["record"].format(type=base)
    if "*" in kind:
        is_result = parameter.endswith(("*result", "*item"))
        return f"&({base}){{0}}" if is_result else "NULL"
    if base in ("bool", "double", "int64_t") or base.endswith("_t"):
        return f"({base}){bad['number']}"
    return f"({base}){{0}}" if is_record(base) else f"({base}){bad['number']}"


def is_record(name: str) -> bool:
    return name in records()


@cache
def records() -> set[str]:
    text = "".join(header.read_text(encoding="utf-8") for header in HEADERS.glob("*.h"))
    return set(re.findall(r"^typedef struct (\w+) ", text, re.MULTILINE))


@pytest.mark.parametrize("kind", BAD)
def test_an_error_that_is_declared(kind: str, llmspell: Built, tmp_path: Path) -> None:
    known = functions()
    calls = [
        f'    tell("{function}", session, {name}({", ".join(argument(p, BAD[kind]) for p in parameters)}));'
        for function, (name, parameters) in known.items()
    ]
    (tmp_path / "bad.c").write_text(PROGRAM.format(calls="\n".join(calls)), encoding="utf-8")
    done = llmspell.run(llmspell.compile(tmp_path / "bad.c", tmp_path / "bad"), cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-500:] + done.stderr
    seen = dict(line.split() for line in done.stdout.splitlines())
    assert seen.keys() == known.keys()
    declared = {name: INTERFACE.function(name).errors for name in seen}
    for function, code in seen.items():
        allowed = code == "ok" or code in declared[function] or code.startswith("runtime.")
        assert allowed and code not in OURS, f"{function}: {code}"
    assert sum(code != "ok" for code in seen.values()) > len(seen) / 2
