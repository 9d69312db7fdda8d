"""Lets the tests of this folder import ``workshop``, and gives them its sessions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from bridge_runtime.session import Session


@pytest.fixture
def session() -> Iterator[Session]:
    """A synchronous session of the workshop."""
    from workshop import open_session

    opened = open_session()
    yield opened
    opened.close()
