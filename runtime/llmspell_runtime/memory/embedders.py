"""Which embedder makes the vectors of which space, in one session."""

from __future__ import annotations

from typing import TypeAlias

from llmspell.memory.errors import NoEmbedder

from llmspell_runtime.memory.embedding import Embedder
from llmspell_runtime.memory.entries import SpaceName

Identity: TypeAlias = tuple[SpaceName, str]
"""A space and the file that it is in."""


class Embedders:
    """The embedders of a session: one for all spaces, and those of single ones, which go before it."""

    def __init__(self) -> None:
        self._set: dict[Identity | None, Embedder] = {}

    def set(self, embedder: Embedder, space: Identity | None) -> None:
        """Use ``embedder`` for one space, or for all."""
        self._set[space] = embedder

    def remove(self, space: Identity | None) -> bool:
        """Forget what was set for it; False when that was nothing."""
        return self._set.pop(space, None) is not None

    def find(self, space: Identity) -> Embedder:
        """The embedder of a space. Raises NoEmbedder."""
        found = self._set.get(space) or self._set.get(None)
        if found is None:
            raise NoEmbedder(space=str(space[0]))
        return found
