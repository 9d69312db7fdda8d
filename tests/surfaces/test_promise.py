"""The interface holds at least what was promised: functions, constants and events, by the names they were promised under."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from llmspell._interface import INTERFACE

PROMISED: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("promised.yaml").read_text("utf-8"))


@pytest.mark.parametrize("bridge", PROMISED["functions"])
def test_promised_functions_are_there(bridge: str) -> None:
    assert set(PROMISED["functions"][bridge]) <= set(INTERFACE.bridge(bridge).functions)


@pytest.mark.parametrize("bridge", PROMISED["constants"])
def test_promised_constants_are_there(bridge: str) -> None:
    module = import_module(f"llmspell.{bridge}")
    for group, names in PROMISED["constants"][bridge].items():
        assert set(names) <= {member.name for member in getattr(module, group)}


def test_promised_events_are_declared() -> None:
    declared = {event for name in INTERFACE.modules for event in INTERFACE.bridge(name).events}
    assert set(PROMISED["events"]) <= declared
