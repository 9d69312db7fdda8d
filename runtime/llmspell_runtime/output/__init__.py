"""The output bridge: what a model wrote, made into data, and data written as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.output.service import Outputs


def make_service(session: Session) -> Outputs:
    """The output service of ``session``."""
    from llmspell_runtime.output.service import Outputs

    return Outputs(session)
