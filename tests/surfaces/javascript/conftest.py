"""A host over the workshop's session, with its JavaScript generated for the test run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.session import Session
from bridgegen.load import load
from bridgegen.targets.typescript.target import TARGET

from tests.bridge_runtime.workshop import open_session

Run = Callable[..., Any]

HEAD = 'import workshop, { bench, open, WorkshopError } from "workshop";'
"""The first line of every script that `run` runs."""


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    interface, report, _ = load(Path(__file__).parent / "workshop" / "interface.yaml")
    assert interface is not None, [found.message for found in report]
    folder = tmp_path_factory.mktemp("workshop")
    for unit in TARGET.units(interface):
        for file in unit.render():
            place = folder / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(file.text, encoding="utf-8")
    return folder


@pytest.fixture
def session() -> Iterator[Session]:
    session = open_session(record_events=True)
    yield session
    session.close()


@pytest.fixture
def lines() -> list[str]:
    """What scripts print, each line after its level."""
    return []


@pytest.fixture
def run(session: Session, package: Path, lines: list[str]) -> Run:
    """Runs a script after the usual imports; options are the host's."""

    def run(source: str, **options: Any) -> Any:
        options.setdefault("output", lambda level, line: lines.append(f"{level}: {line}"))
        host = JavaScriptHost(session, package=package, **options)
        return host.run(f"{HEAD}\n{source}", name="spell.js")

    return run
