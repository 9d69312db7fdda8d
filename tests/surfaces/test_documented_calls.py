"""The calls that the reference shows do what they are shown for: each is run, where its example's program has its own call."""

from __future__ import annotations

import json
import re
import runpy
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bridge_runtime.conformance import host

GENERATED = Path(__file__).parents[2] / "generated"
EXAMPLES = json.loads((GENERATED / "examples" / "examples.json").read_text(encoding="utf-8"))["functions"]
PAGES = sorted((GENERATED / "docs" / "modules").glob("*.md"))
BRIDGES = [page.stem for page in PAGES if page.stem != "shared"]


def shown(bridge: str, language: str) -> Iterator[tuple[str, str, str]]:
    """The function, the example and the text of each call of a language on a bridge's page."""
    page = (GENERATED / "docs" / "modules" / f"{bridge}.md").read_text(encoding="utf-8")
    functions = page.partition("\n## Functions\n")[2].partition("\n## ")[0]
    for section in re.split(r"^### ", functions, flags=re.M)[1:]:
        name = f"{bridge}.{section.partition(chr(10))[0]}"
        for call in re.findall(rf"^```{language}\n(.*?)\n```$", section, re.M | re.S):
            examples = EXAMPLES[name]["examples"].items()
            yield name, next(example for example, about in examples if "error" not in about["outcome"]), call


def in_python(chunk: str, call: str) -> str:
    at = chunk.index("example.shown(session)")
    line = chunk[:at].rpartition("with ")[0].rpartition("\n")[2]  # the indentation of its statement
    return chunk[: chunk.index(":\n", at) + 2] + textwrap.indent(call, line + "    ") + "\n"


def in_lua(chunk: str, call: str) -> str:
    head, found, _ = chunk.rpartition("  example:begin()\n")
    assert found
    head = re.sub(
        r"\brun_\b", "run", head
    )  # a variable that makes way for the program's function of that name
    root = "  local json = { array = llmspell.array, null = llmspell.null }\n"
    root += "  local llmspell = setmetatable(json, { __index = session })\n"
    return f"{head}{found}{root}  {call}\nend)\n"


def in_javascript(chunk: str, call: str) -> str:
    head, found, _ = chunk.rpartition("  await show")
    assert found
    return f"{head}{found}(async () => {{ const llmspell = session; {call} }});\n}});\n"


def run_python(program: Path) -> None:
    runpy.run_path(str(program), run_name="__main__")


def run_lua(program: Path) -> None:
    assert host.main("lua", "llmspell", str(program)) == 0


def run_javascript(program: Path) -> None:
    assert host.main("javascript", "llmspell", str(program)) == 0


Put = Callable[[str, str], str]
Run = Callable[[Path], None]
LANGUAGES: dict[str, tuple[str, str, Put, Run]] = {
    "python": (
        "python/conformance/{}_sync.py",
        r'^@program\.example\("(\S+)", "(\w+)"\)\n.*?\n(?=\n\n|\Z)',
        in_python,
        run_python,
    ),
    "lua": ("lua/conformance/{}.lua", r'^run\("(\S+)", "(\w+)",.*?^end\)\n', in_lua, run_lua),
    "js": (
        "typescript/conformance/{}.js",
        r'^await example\(open, "(\S+)", "(\w+)",.*?^\}\);\n',
        in_javascript,
        run_javascript,
    ),
}


@pytest.mark.parametrize("bridge", BRIDGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_call_does_what_it_is_shown_for(
    language: str,
    bridge: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    path, chunk, put, run = LANGUAGES[language]
    calls = {(function, example): call for function, example, call in shown(bridge, language)}
    assert len(calls) >= 3

    def replaced(found: re.Match[str]) -> str:
        call = calls.get((found[1], found[2]))
        return "" if call is None else put(found[0], call)

    text = (GENERATED / path.format(bridge)).read_text(encoding="utf-8")
    program = tmp_path / Path(path.format(bridge)).name
    program.write_text(re.sub(chunk, replaced, text, flags=re.M | re.S), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run(program)
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines() if line.startswith('{"')]
    ends = {
        (line["function"], line["example"]): line.get("failed") or line["outcome"].get("error")
        for line in lines
    }
    assert ends == dict.fromkeys(calls)
