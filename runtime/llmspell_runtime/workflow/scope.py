"""The names that expressions see while a run goes on, with their values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

MISSING: Final = object()
SKIPPED: Final = {"status": "skipped", "output": None}
"""What stands under the id of a step that did not run."""


class Scope:
    """Names of one place, over those of the place around it.

    A scope that is a *frame* takes the results of the steps within it; others hand them on to their frame.
    """

    __slots__ = ("_frame", "_names", "_outer", "ids", "prefix")
    _frame: Scope
    prefix: str

    def __init__(
        self,
        names: dict[str, Any],
        ids: frozenset[str],
        outer: Scope | None = None,
        prefix: str | None = None,
    ) -> None:
        """With ``prefix``, which keys of steps begin with here, the scope is a frame."""
        self._names: dict[str, Any] = names
        self._outer, self.ids = outer, ids
        if prefix is None:
            assert outer is not None
            self._frame, self.prefix = outer._frame, outer.prefix
        else:
            self._frame, self.prefix = self, prefix

    def within(self, names: dict[str, Any], prefix: str | None = None) -> Scope:
        """A place inside this one, which sees ``names`` too."""
        return Scope(names, self.ids, self, prefix)

    def find(self, name: str) -> Any:
        """The value of ``name``, or MISSING."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope._names:
                return scope._names[name]
            scope = scope._outer
        return MISSING

    def ended(self, step: str, result: dict[str, Any]) -> None:
        """A step has ended: what expressions see of it from now on."""
        self._frame._names[step] = result

    def values(self, names: Iterable[str]) -> dict[str, Any]:
        """The values of those of ``names`` that there are; a step that did not run is skipped."""
        found = {}
        for name in names:
            value = self.find(name)
            if value is not MISSING:
                found[name] = value
            elif name in self.ids:
                found[name] = SKIPPED
        return found
