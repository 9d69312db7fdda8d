"""Libraries of the extras, imported when they are first used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from bridge_runtime.errors import BrokenInstallation


def needed(module: str, extra: str) -> Any:
    """The module of that name; raises BrokenInstallation, which names the extra, when it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        library = (error.name or module).partition(".")[0]
        raise BrokenInstallation(
            detail=f"{library} is missing; it comes with `pip install 'llmspell[{extra}]'`"
        ) from None
