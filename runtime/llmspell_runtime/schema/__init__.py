"""The schema bridge: JSON Schemas, and values held to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.schema.service import Schemas


def make_service(session: Session) -> Schemas:
    """The schema service of ``session``."""
    from llmspell_runtime.schema.service import Schemas

    return Schemas(session)
