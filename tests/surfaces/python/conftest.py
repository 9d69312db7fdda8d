"""Makes the generated library package, and its implementation, importable in these tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.interfaces import sdk


@pytest.fixture(autouse=True, scope="session")
def library_package() -> Iterator[None]:
    added = sdk.path().split(":")
    sys.path[:0] = added
    yield
    for path in added:
        sys.path.remove(path)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
