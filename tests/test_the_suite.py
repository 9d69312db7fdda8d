"""The suite itself: files that can be collected together, no test that does not run, and none that a slow machine breaks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parent
SKIPPING = re.compile(r"mark\.skip|mark\.xfail|pytest\.skip|pytest\.xfail|importor" + "skip")
TIMING = re.compile(r"assert [^\n]*\btime\.(?:monotonic|perf_counter|time)\(")


def test_no_two_test_files_have_one_name() -> None:
    """They are modules without a package, and the second of a name cannot be imported."""
    names = Counter(path.name for path in TESTS.rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_test_runs() -> None:
    files = [path for path in TESTS.rglob("*.py") if path != Path(__file__)]
    assert [str(path) for path in files if SKIPPING.search(path.read_text("utf-8"))] == []


def test_no_test_asks_how_long_something_took() -> None:
    files = [path for path in TESTS.rglob("*.py") if path != Path(__file__)]
    assert [str(path) for path in files if TIMING.search(path.read_text("utf-8"))] == []
