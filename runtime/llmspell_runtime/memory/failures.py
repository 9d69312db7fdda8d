"""What goes wrong in a space or its file, as the bridge's errors."""

from __future__ import annotations

from bridge_runtime.errors import Unsupported
from llmspell.memory.errors import FileFailed, Full, InvalidFile

from llmspell_runtime.memory.entries import SpaceFull
from llmspell_runtime.storage.sqlite import DatabaseFailed, NeedsExtra, NotOurs


class Failures:
    """A context whose failures tell of ``space``, or of the file at ``path``."""

    def __init__(self, space: str, path: str) -> None:
        self._space, self._path = space, path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        match error:
            case SpaceFull():
                raise Full(space=self._space, reason=str(error)) from None
            case DatabaseFailed():
                raise FileFailed(path=self._path, reason=str(error)) from None
            case NotOurs():
                raise InvalidFile(path=self._path, reason=str(error)) from None
            case NeedsExtra():
                raise Unsupported(detail=str(error)) from None
