"""What a permission may be granted by."""

from __future__ import annotations

from bridgegen.model import Json, Permission


def grant_problem(permission: Permission, value: Json) -> str:
    """What is wrong with granting ``value``; empty when nothing is."""
    if isinstance(value, bool):
        return ""
    if not permission.takes:
        return f"{permission.name} is granted by true or false, not {value!r}"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ""
    return f"{permission.name} is granted by a list of {permission.takes}, true or false, not {value!r}"
