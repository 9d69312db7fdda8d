"""The testing bridge: scenarios, doubles, assertions, and what they have covered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.testing.asserting import assert_matches
    from llmspell_runtime.testing.service import Tests


__all__ = ["assert_matches", "make_service"]


def __getattr__(name: str) -> Any:
    if name == "assert_matches":
        from llmspell_runtime.testing.asserting import assert_matches

        return assert_matches
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def make_service(session: Session) -> Tests:
    """The testing service of ``session``."""
    from llmspell_runtime.testing.service import Tests

    return Tests(session)
