"""What makes vectors of texts: a provider, or a function of the caller's."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, cast

from llmspell.memory.constants import Limit
from llmspell.memory.errors import EmbeddingFailed, InvalidEmbedder

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session
    from llmspell.memory.types import Embedder as EmbedderOptions

DEFAULT_BATCH: Final = 64


class Embedder(ABC):
    """Makes vectors of texts. ``model`` is what they are recorded as made by."""

    def __init__(self, model: str, batch_size: int) -> None:
        self.model, self.batch_size = model, batch_size

    async def vectors(self, texts: Sequence[str]) -> list[bytes]:
        """A vector for each of ``texts``, as 32-bit floats; all of one length.

        Raises EmbeddingFailed, and what the provider or the function raises.
        """
        given = await self._embed(list(texts))
        if len(given) != len(texts):
            raise self._failed(f"{len(given)} vectors for {len(texts)} texts")
        found = [self._packed(vector, number) for number, vector in enumerate(given, 1)]
        lengths = sorted({len(vector) // 4 for vector in found})
        if len(lengths) > 1:
            raise self._failed(f"vectors of {lengths[0]} and of {lengths[-1]} dimensions")
        return found

    @abstractmethod
    async def _embed(self, texts: list[str]) -> Sequence[Sequence[float]]: ...

    def _packed(self, vector: Sequence[float], number: int) -> bytes:
        if not 1 <= len(vector) <= Limit.VECTOR_DIMENSIONS:
            most = int(Limit.VECTOR_DIMENSIONS)
            raise self._failed(f"vector {number} has {len(vector)} dimensions; 1 to {most} are possible")
        packed = array("f", vector)
        if not all(map(isfinite, packed)):
            raise self._failed(f"vector {number} holds a number that is too large for 32 bits")
        if not any(packed):
            raise self._failed(f"vector {number} has only zeros, and so no direction")
        return packed.tobytes()

    def _failed(self, reason: str) -> EmbeddingFailed:
        return EmbeddingFailed(model=self.model, reason=reason)


class ProviderEmbedder(Embedder):
    """Asks a provider of the session."""

    def __init__(self, session: Session, provider: Any, model: str, batch_size: int) -> None:
        super().__init__(model, batch_size)
        self._session, self._provider = session, provider

    async def _embed(self, texts: list[str]) -> Sequence[Sequence[float]]:
        arguments = {"provider": self._provider, "texts": texts, "model": self.model}
        result = await self._session.acall("provider.embed", arguments)
        return [embedding.vector for embedding in result.embeddings]


class CallbackEmbedder(Embedder):
    """Asks a function of the caller's."""

    def __init__(self, callback: Callback[..., list[list[float]]], model: str, batch_size: int) -> None:
        super().__init__(model, batch_size)
        self._callback = callback

    async def _embed(self, texts: list[str]) -> Sequence[Sequence[float]]:
        return await self._callback(texts)


def make_embedder(session: Session, options: EmbedderOptions) -> Embedder:
    """The embedder that ``options`` describe. Raises InvalidEmbedder, provider.not_found."""
    batch_size = options.batch_size or DEFAULT_BATCH
    if (options.provider is None) == (options.embed is None):
        given = "both" if options.embed is not None else "neither"
        raise InvalidEmbedder(reason=f"it takes a provider or a function (embed), and {given} was given")
    if options.embed is not None:
        if options.model is None:
            raise InvalidEmbedder(reason="the vectors of a function need a name to be kept under; give model")
        callback = cast("Callback[..., list[list[float]]]", options.embed)
        return CallbackEmbedder(callback, options.model, batch_size)
    provider = session.call("provider.get", {"name": options.provider})
    model = options.model or session.call("provider.get_info", {"provider": provider}).model
    if not model:
        raise InvalidEmbedder(reason=f"the provider {options.provider!r} has no model of its own; give model")
    return ProviderEmbedder(session, provider, model, batch_size)
