"""Names in steps: ``$name`` stands for a value, ``{$mock: name}`` and ``{$callback: …}`` for functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from llmspell_runtime.testing.comparison import shown
from llmspell_runtime.testing.places import ABSENT, look
from llmspell_runtime.testing.written import LATER

FindFunction: TypeAlias = Callable[[str], Callable[..., Any]]
"""The function of a mock by its name; raises Unfilled."""

_ESCAPED: Final = "$$"


class Unfilled(ValueError):
    """A name stands for nothing; the message says which."""


def fill(value: Any, names: Mapping[str, Any], function: FindFunction | None = None) -> Any:
    """``value`` with every name replaced, and with functions where ``function`` finds them; raises Unfilled."""
    if isinstance(value, str):
        return _filled(value, names) if value.startswith("$") else value
    if isinstance(value, list):
        return [fill(item, names, function) for item in value]
    if not isinstance(value, dict):
        return value
    if function is not None and len(value) == 1:
        if isinstance(mock := value.get("$mock"), str):
            return function(mock)
        if isinstance(behaviour := value.get("$callback"), dict):
            return _callback(behaviour, names)
    return {key: fill(item, names, function) for key, item in value.items()}


def later(value: Any) -> Any:
    """``value`` with every name replaced by LATER, for checks before anything has a value."""
    if isinstance(value, str):
        if value.startswith(_ESCAPED):
            return value[1:]
        return LATER if len(value) > 1 and value.startswith("$") else value
    if isinstance(value, list):
        return [later(item) for item in value]
    if isinstance(value, dict):
        return {key: later(item) for key, item in value.items()}
    return value


def _filled(text: str, names: Mapping[str, Any]) -> Any:
    if text.startswith(_ESCAPED) or len(text) == 1:
        return text[1:] or text
    name, _, path = text[1:].partition(".")
    if name not in names:
        known = ", ".join(f"${known}" for known in sorted(names)) or "none"
        raise Unfilled(f"there is no name {text!r} (known: {known}); write $$ for a dollar")
    found = look(names[name], path)
    if found is ABSENT:
        raise Unfilled(f"{text!r}: there is no {path!r} in {shown(names[name])}")
    return found


def _callback(behaviour: dict[str, Any], names: Mapping[str, Any]) -> Callable[..., Any]:
    from bridge_runtime.errors import CallbackFailed

    fails = behaviour.get("fails")
    if behaviour.keys() not in ({"returns"}, {"fails"}) or (
        fails is not None and not (isinstance(fails, dict) and isinstance(fails.get("message"), str))
    ):
        raise Unfilled(
            "a callback is {$callback: {returns: <json>}} or {$callback: {fails: {message: <text>}}}, not "
            f"{shown(behaviour)}; for more, make a mock"
        )
    returns = fill(behaviour.get("returns"), names)

    def callback(*arguments: Any) -> Any:
        if fails is not None:
            raise CallbackFailed(detail=str(fails["message"]))
        return returns

    return callback
