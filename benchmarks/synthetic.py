"""Interfaces of any size, to see how the compiler's cost grows."""

from __future__ import annotations

import textwrap
from pathlib import Path

FUNCTIONS_PER_MODULE = 25


def write_interface(folder: Path, functions: int) -> Path:
    """Write an interface with that many functions below ``folder``; returns its interface.yaml.

    Every function has a record of six fields as its input, a record as its result, an error, and an example.
    """
    idl = folder / "idl"
    idl.mkdir(parents=True, exist_ok=True)
    modules = [f"bridge{index}" for index in range(max(1, functions // FUNCTIONS_PER_MODULE))]
    per_module = functions // len(modules)
    for module in modules:
        (idl / f"{module}.yaml").write_text(_module(module, per_module))
    interface = idl / "interface.yaml"
    interface.write_text(
        f"interface: synthetic\nversion: 1.0.0\nsummary: Made to measure.\n"
        f"modules: [{', '.join(modules)}]\noutput: ../generated\n"
    )
    return interface


def _module(name: str, functions: int) -> str:
    parts = [
        f"bridge: {name}\nsummary: Synthetic bridge {name}.\nconstants:\n  Kind:\n    summary: Kinds.\n    type: string\n"
        "    values:\n      RED: {value: red, summary: Red.}\n      BLUE: {value: blue, summary: Blue.}\n"
        "errors:\n  missing:\n    summary: Not there.\n    message: 'no item {item!r}; make one first'\n"
        "    fields: {item: {type: string}}\n    http_status: 404\ntypes:\n"
    ]
    parts += [_types(index) for index in range(functions)]
    parts.append("functions:\n")
    parts += [_function(index) for index in range(functions)]
    return "".join(parts)


def _types(index: int) -> str:
    return textwrap.indent(
        f"""Request{index}:
  summary: What function {index} takes.
  type: object
  properties:
    name: {{type: string, minLength: 1, description: Its name.}}
    count: {{type: integer, minimum: 0, description: How many.}}
    ratio: {{type: number, description: A ratio.}}
    kind: {{$ref: '#/constants/Kind'}}
    tags: {{type: array, items: {{type: string}}, description: Labels.}}
    note: {{type: [string, "null"], description: A note or null.}}
  required: [name, count]
Reply{index}:
  summary: What function {index} gives.
  type: object
  properties:
    id: {{type: string, description: Its id.}}
    total: {{type: integer, description: The total.}}
    items: {{type: array, items: {{$ref: '#/types/Request{index}'}}, description: What was taken.}}
  required: [id, total]
""",
        "  ",
    )


def _function(index: int) -> str:
    return textwrap.indent(
        f"""do_thing_{index}:
  summary: Do thing {index}.
  description: A synthetic function with a record in and a record out.
  parameters:
    request: {{$ref: '#/types/Request{index}', spread: true}}
    limit: {{type: integer, default: 10, description: At most this many.}}
  result: {{$ref: '#/types/Reply{index}'}}
  errors: [missing]
  examples:
    - name: plain
      summary: The plain case.
      arguments: {{request: {{name: a, count: 1}}}}
      result: {{id: a, total: 1}}
""",
        "  ",
    )
