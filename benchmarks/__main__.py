"""Runs every benchmark, prints a table and writes build/bench.json."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from benchmarks.measure import Row

MODULES = (
    "imports",
    "generate",
    "waist",
    "lua_call",
    "c_call",
    "agent",
    "workflow",
    "events",
    "schema",
    "calls",
    "hooks",
    "memory",
)


def main() -> int:
    wanted = sys.argv[1:] or MODULES
    rows: list[Row] = []
    for name in wanted:
        print(f"… {name}", file=sys.stderr)
        rows += importlib.import_module(f"benchmarks.{name}").rows()
    width = max(len(row["name"]) for row in rows)
    print(f"{'':{width}}  {'value':>12}  {'floor':>12}  {'ratio':>7}  {'budget':>7}")
    for row in rows:
        verdict = "" if row["ok"] else "  over budget"
        value, floor = _seconds(row["value"]), _seconds(row["floor"])
        print(
            f"{row['name']:{width}}  {value:>12}  {floor:>12}  {row['ratio']:>7.2f}  {row['budget']:>7.2f}{verdict}"
        )
    output = Path("build/bench.json")
    output.parent.mkdir(exist_ok=True)
    output.write_text(json.dumps(rows, indent=2) + "\n")
    return 0


def _seconds(value: float) -> str:
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if value * factor >= 1:
            return f"{value * factor:.2f} {unit}"
    return f"{value * 1e9:.0f} ns"


if __name__ == "__main__":
    sys.exit(main())
