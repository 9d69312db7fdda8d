"""The session's permissions, made anew inside a sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bridge_runtime.permissions import Permissions
from llmspell._interface import INTERFACE


def permissions(grants: Mapping[str, Any]) -> Permissions:
    """The permissions that ``grants``, as ``Permissions.to_json`` wrote them, stand for."""
    return Permissions(INTERFACE.permissions, grants)
