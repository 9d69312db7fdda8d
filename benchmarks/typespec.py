"""TypeSpec as a peer: an equivalent of the synthetic interface, and what its OpenAPI emitter needs for it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.synthetic import FUNCTIONS_PER_MODULE

_PEER = Path(__file__).parent / "peers" / "typespec"
_COMPILER = _PEER / "node_modules" / ".bin" / "tsp"


class Unavailable(Exception):
    """The peer cannot be measured here; the message says what to install."""


def install() -> None:
    """Installs the pinned TypeSpec below ``peers/typespec``, once. Raises Unavailable when that cannot be done."""
    if _COMPILER.exists():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable(
            "npm is missing, so TypeSpec cannot be measured; install Node.js 20 or newer with npm"
        )
    done = subprocess.run(
        [npm, "ci", "--no-audit", "--no-fund"], cwd=_PEER, capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = " ".join(done.stderr.split())[-300:]
        raise Unavailable(
            f"`npm ci` in benchmarks/peers/typespec failed, so TypeSpec is not measured: {reason}"
        )


def seconds(functions: int) -> float:
    """The whole process of ``tsp compile`` for an interface of that size, emitting OpenAPI 3.1 and nothing else."""
    with tempfile.TemporaryDirectory(prefix="run-", dir=_PEER) as name:
        folder = Path(name)
        (folder / "main.tsp").write_text(source(functions))
        command = [str(_COMPILER), "compile", "main.tsp", f"--output-dir={folder / 'out'}"]
        started = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        taken = time.perf_counter() - started
        if not list((folder / "out").rglob("openapi*.json")):
            raise RuntimeError(
                "TypeSpec wrote no OpenAPI document; see benchmarks/peers/typespec/tspconfig.yaml"
            )
    return taken


def source(functions: int) -> str:
    """The synthetic interface in TypeSpec: the same modules, records, constants, errors and functions."""
    modules = max(1, functions // FUNCTIONS_PER_MODULE)
    per_module = functions // modules
    head = (
        'import "@typespec/http";\nusing Http;\n\n@service(#{ title: "synthetic" })\nnamespace Synthetic;\n\n'
    )
    return head + "\n".join(_module(f"Bridge{index}", per_module) for index in range(modules))


def _module(name: str, functions: int) -> str:
    parts = [
        f'@doc("Synthetic bridge {name}.")\n@route("/{name}")\nnamespace {name} {{\n'
        '  @doc("Kinds.")\n  enum Kind {\n    @doc("Red.") RED: "red",\n    @doc("Blue.") BLUE: "blue",\n  }\n'
        '  @doc("Not there.")\n  @error\n  model Missing {\n    @statusCode status: 404;\n    item: string;\n  }\n'
    ]
    parts += [_types(index) + _function(index) for index in range(functions)]
    return "".join(parts) + "}\n"


def _types(index: int) -> str:
    return f"""
  @doc("What function {index} takes.")
  model Request{index} {{
    @doc("Its name.") @minLength(1) name: string;
    @doc("How many.") @minValue(0) count: int64;
    @doc("A ratio.") ratio?: float64;
    kind?: Kind;
    @doc("Labels.") tags?: string[];
    @doc("A note or null.") note?: string | null;
  }}
  @doc("What function {index} gives.")
  model Reply{index} {{
    @doc("Its id.") id: string;
    @doc("The total.") total: int64;
    @doc("What was taken.") items?: Request{index}[];
  }}
"""


def _function(index: int) -> str:
    return f"""
  @summary("Do thing {index}.")
  @doc("A synthetic function with a record in and a record out.")
  @opExample(#{{ parameters: #{{ request: #{{ name: "a", count: 1 }} }}, returnType: #{{ id: "a", total: 1 }} }})
  @route("/do_thing_{index}") @post
  op do_thing_{index}(request: Request{index}, @doc("At most this many.") limit?: int64 = 10): Reply{index} | Missing;
"""
