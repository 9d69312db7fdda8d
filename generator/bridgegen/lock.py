"""abi.lock: the number of every function, error and enumeration value, given once.

One line per entry in a stable order, so that a change reads well in a review.
"""

from __future__ import annotations

from collections.abc import Iterable

FIRST_ERROR = 100


class Numbers:
    """Numbers by kind and entity; new ones follow the highest ever given."""

    def __init__(self, frozen: dict[str, dict[str, int]] | None = None) -> None:
        self._given: dict[str, dict[str, int]] = {kind: dict(of) for kind, of in (frozen or {}).items()}

    def assign(self, kind: str, names: Iterable[str]) -> None:
        """Numbers those of ``names`` that have none yet."""
        given = self._given.setdefault(kind, {})
        following = max(given.values(), default=FIRST_ERROR - 1 if kind == "error" else 0) + 1
        for name in names:
            if name not in given:
                given[name] = following
                following += 1

    def assign_values(self, enum: str, values: Iterable[str]) -> None:
        """Numbers the values of one enumeration, from 1."""
        self.assign(f"value {enum}", values)

    def of(self, kind: str, name: str) -> int:
        """The number of an entity that was assigned one; 0 for one that was not."""
        return self._given.get(kind, {}).get(name, 0)

    def of_value(self, enum: str, value: str) -> int:
        return self.of(f"value {enum}", value)
