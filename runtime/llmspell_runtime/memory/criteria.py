"""Which entries of a space are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from llmspell_runtime.memory.entries import Entry


@dataclass(frozen=True, slots=True)
class Criteria:
    """Entries whose time is not over at ``now``, with the prefix and all of the tags."""

    now: float
    prefix: str = ""
    tags: tuple[str, ...] = ()

    def allow(self, entry: Entry) -> bool:
        """Whether an entry is one of them."""
        return (
            not entry.is_over(self.now)
            and entry.key.startswith(self.prefix)
            and set(self.tags) <= set(entry.tags)
        )

    @property
    def narrow(self) -> bool:
        """Whether there is more to them than time."""
        return bool(self.prefix or self.tags)

    def where(self, table: str, space: int) -> tuple[str, list[Any]]:
        """The same as a condition in SQL on the rows of ``table``, with its values; answered by indexes."""
        conditions = [f"{table}.space = ?", f"({table}.expires_at IS NULL OR {table}.expires_at > ?)"]
        values: list[Any] = [space, self.now]
        if self.prefix:
            conditions.append(f"{table}.key >= ?")
            values.append(self.prefix)
            if end := _after(self.prefix):
                conditions.append(f"{table}.key < ?")
                values.append(end)
        for tag in self.tags:
            conditions.append(f"{table}.id IN (SELECT entry FROM tag WHERE space = ? AND tag = ?)")
            values += [space, tag]
        return " AND ".join(conditions), values


def _after(prefix: str) -> str:
    """The first text after all that begin with ``prefix``; empty when there is none."""
    kept = prefix.rstrip("\U0010ffff")
    if not kept:
        return ""
    following = ord(kept[-1]) + 1
    return kept[:-1] + chr(0xE000 if following == 0xD800 else following)  # no text holds surrogates
