"""The C surface as its users meet it: their programs, compiled strictly, against the built library."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from bridge_runtime.conformance.matrix import Output, matrix, parse_lines

from tests.surfaces.c.building import ROOT, Built
from tests.surfaces.holding import PATIENCE, Holding

EXAMPLES = {
    "agent": ["It is 22 degrees in Oslo, and the sky is clear.", "(1 tool calls, 2 steps)"],
    "events": ['payments saw order.paid {"number":7,"amount":12.5}', "payments is released after 1 events"],
    "hooks": ["nothing is divided by zero here", "hits: 1", "the guard was asked 3 times"],
    "streaming": ["Tomorrow it will rain.", "One, ... that is enough"],
    "errors": ["no function 'agent.fly'; did you mean"],
    "workflow": ['reserve {"item":"kettle"}', '{"parcel":12,"paid":true}', "called off: yes"],
    "generic": ["expected at most 5, given 6", "2 notes are kept", '"key":"bergen"', '"key":"oslo"'],
    "threads": ["8 threads made 200 calls", "the slow call ended with cancelled"],
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_example(name: str, llmspell: Built, tmp_path: Path) -> None:
    program = llmspell.compile(ROOT / "examples" / "c" / f"{name}.c", tmp_path / name)
    done = llmspell.run(program, cwd=tmp_path, OLLAMA_HOST="", OPENAI_API_KEY="")
    assert done.returncode == 0, done.stdout + done.stderr
    for text in EXAMPLES[name]:
        assert text in done.stdout


@pytest.mark.parametrize("bridge", ["branch", "catalog", "lending"])
def test_conformance(bridge: str, library: Built, tmp_path: Path) -> None:
    outputs = []
    for surface, suffix in (("c-generic", "_generic"), ("c-typed", "")):
        folder = tmp_path / "same"
        folder.mkdir()
        done = library.run(library.native / "conformance" / f"{bridge}{suffix}", cwd=folder)
        shutil.rmtree(folder)
        assert done.returncode == 0, done.stderr
        outputs.append(Output(surface, bridge, parse_lines(done.stdout)))
    expected = json.loads((library.generated / "examples" / "examples.json").read_text())["functions"]
    own = {name: entry for name, entry in expected.items() if name.startswith(f"{bridge}.")}
    table = matrix(own, ["c-generic", "c-typed"], outputs)
    assert own and {verdict for row in table.values() for verdict in row.values()} == {"passed"}, table


@pytest.mark.parametrize("program", ["surface", "contract"])
def test_program_against_the_library(program: str, library: Built, tmp_path: Path) -> None:
    made = library.compile(Path(__file__).with_name(f"{program}.c"), tmp_path / program)
    done = library.run(made, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("all is well\n")


@pytest.mark.parametrize(
    ("program", "arguments"),
    [("letting_go", ()), ("closing", ()), ("signals", ()), ("signals", ("own",))],
)
def test_program_against_llmspell(
    program: str, arguments: tuple[str, ...], llmspell: Built, tmp_path: Path
) -> None:
    made = llmspell.compile(Path(__file__).with_name(f"{program}.c"), tmp_path / program)
    done = llmspell.run("env", "--default-signal=INT,PIPE", made, *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "all is well\n"), done.stderr


@pytest.mark.parametrize("what", ["call", "item", "session", "stream", "plain"])
def test_leaving(what: str, llmspell: Built, tmp_path: Path) -> None:
    made = llmspell.compile(Path(__file__).with_name("leaving.c"), tmp_path / "leaving")
    with Holding() as endpoint:
        done = llmspell.run(made, what, endpoint.url, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "all is well\n"), done.stderr
        assert what in ("stream", "plain") or endpoint.left.wait(PATIENCE)


def test_late_loading_forks_and_two_libraries(library: Built, llmspell: Built, tmp_path: Path) -> None:
    made = library.compile(Path(__file__).with_name("hosting.c"), tmp_path / "hosting")
    paths = [built.native / "lib" / f"lib{built.name}.so" for built in (library, llmspell)]
    done = library.run(made, *paths, cwd=tmp_path, LLMSPELL_PYTHON=sys.executable)
    assert done.returncode == 0, done.stderr
    described, end = done.stdout.splitlines()
    assert json.loads(described)["interface"] == "llmspell" and end == "all is well"


def test_no_definite_leak(library: Built, tmp_path: Path) -> None:
    """Of all the ways the program takes through the surface, none leaves memory that nothing points to."""
    made = library.compile(Path(__file__).with_name("surface.c"), tmp_path / "surface")
    suppressions = Path(__file__).with_name("valgrind.supp")
    done = library.run(
        *(
            "valgrind",
            "-q",
            "--leak-check=full",
            "--show-leak-kinds=definite",
            "--errors-for-leak-kinds=definite",
        ),
        *(
            "--undef-value-errors=no",
            "--error-exitcode=9",
            f"--suppressions={suppressions}",
            "--num-callers=40",
            made,
        ),
        cwd=tmp_path,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-4000:]
