"""Several hooks that stand as one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from llmspell.hook.errors import InvalidComposition

if TYPE_CHECKING:
    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook


class Composite:
    """Calls the hooks that it is made of, the first outermost."""

    def __init__(self, members: Sequence[Hook]) -> None:
        """Raises InvalidComposition for hooks that cannot stand together."""
        if not members:
            raise InvalidComposition(reason="there are no hooks; give those that shall stand as one")
        for number, member in enumerate(members):
            if member in members[:number]:
                raise InvalidComposition(reason=f"hook {member.name!r} is given twice")
            if member.part_of is not None:
                whole = member.part_of.name
                raise InvalidComposition(
                    reason=f"hook {member.name!r} is part of {whole!r}; unregister that, or leave it out"
                )
        self.members = list(members)

    @property
    def points(self) -> tuple[str, ...]:
        """Where one of its members stands."""
        return tuple(dict.fromkeys(point for member in self.members for point in member.points))

    @property
    def changes_result(self) -> bool:
        return any(member.changes_result for member in self.members if member.enabled)

    async def surround(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        for member in reversed([*self.members]):
            if member.enabled and passage.point in member.points:
                proceed = partial(member.surround, passage, proceed=proceed)
        return await proceed(payload)

    def report(self) -> dict[str, Any]:
        return {"members": [member.handle for member in self.members]}

    def close(self) -> None:
        """Its members are unregistered by who unregisters it."""
