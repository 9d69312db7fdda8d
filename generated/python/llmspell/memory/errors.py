"""Errors of memory, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError


class NotFound(BridgeError):
    """The memory has no such key."""

    code = "memory.not_found"
    template = "no {key!r} in {space}; memory.list_keys shows what is there"
    http_status = 404
    field_names = (
        "key",
        "space",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        key: str,
        space: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "key": key,
            "space": space,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def key(self) -> str:
        return cast("str", self.fields["key"])

    @property
    def space(self) -> str:
        return cast("str", self.fields["space"])


class InvalidSpace(BridgeError):
    """The type, scope, owner and path given do not name a memory."""

    code = "memory.invalid_space"
    template = "not a memory: {reason}"
    http_status = 400
    field_names = ("reason",)

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class TooLarge(BridgeError):
    """A value is too large."""

    code = "memory.too_large"
    template = (
        "the value of {key!r} has {bytes} bytes as JSON, with its tags and metadata; {limit} are allowed"
    )
    http_status = 413
    field_names = (
        "key",
        "bytes",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        key: str,
        bytes: int,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "key": key,
            "bytes": bytes,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def key(self) -> str:
        return cast("str", self.fields["key"])

    @property
    def bytes(self) -> int:
        return cast("int", self.fields["bytes"])

    @property
    def limit(self) -> int:
        return cast("int", self.fields["limit"])


class Full(BridgeError):
    """The memory is full."""

    code = "memory.full"
    template = "{space} is full: {reason}; delete what is no longer needed, or use short_term memory"
    http_status = 507
    field_names = (
        "space",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        space: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "space": space,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def space(self) -> str:
        return cast("str", self.fields["space"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class FileFailed(BridgeError):
    """A memory file could not be read or written."""

    code = "memory.file_failed"
    template = "{path!r}: {reason}"
    http_status = 400
    field_names = (
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidFile(BridgeError):
    """The file does not hold memory of a version that is known here."""

    code = "memory.invalid_file"
    template = "{path!r} does not hold memory: {reason}"
    http_status = 400
    field_names = (
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidEmbedder(BridgeError):
    """What was given makes no vectors."""

    code = "memory.invalid_embedder"
    template = "not an embedder: {reason}"
    http_status = 422
    field_names = ("reason",)

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class NoEmbedder(BridgeError):
    """A memory is searched by meaning and has nothing to make vectors with."""

    code = "memory.no_embedder"
    template = "{space} has no embedder; give it one with memory.set_embedder, or search by mode text"
    http_status = 409
    field_names = ("space",)

    def __init__(
        self,
        message: str | None = None,
        *,
        space: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "space": space,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def space(self) -> str:
        return cast("str", self.fields["space"])


class EmbeddingMismatch(BridgeError):
    """The vectors that are there are of another model than those to be made."""

    code = "memory.embedding_mismatch"
    template = "the vectors of {space} are of {recorded}, and the embedder gives {given}; set the embedder they were made with, or make them anew with memory.index and rebuild"
    http_status = 409
    field_names = (
        "space",
        "recorded",
        "given",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        space: str,
        recorded: str,
        given: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "space": space,
            "recorded": recorded,
            "given": given,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def space(self) -> str:
        return cast("str", self.fields["space"])

    @property
    def recorded(self) -> str:
        return cast("str", self.fields["recorded"])

    @property
    def given(self) -> str:
        return cast("str", self.fields["given"])


class EmbeddingFailed(BridgeError):
    """An embedder gave something else than a vector for each text."""

    code = "memory.embedding_failed"
    template = "the embedder {model!r} gave no usable vectors: {reason}"
    http_status = 502
    field_names = (
        "model",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        model: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "model": model,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def model(self) -> str:
        return cast("str", self.fields["model"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class ConversationNotFound(BridgeError):
    """No conversation has this handle."""

    code = "memory.conversation_not_found"
    template = "no conversation {conversation!r}; make one with memory.create_conversation"
    http_status = 404
    field_names = ("conversation",)

    def __init__(
        self,
        message: str | None = None,
        *,
        conversation: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "conversation": conversation,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def conversation(self) -> str:
        return cast("str", self.fields["conversation"])


class InvalidConversation(BridgeError):
    """These options, or these messages, do not make a conversation."""

    code = "memory.invalid_conversation"
    template = "not a conversation: {reason}"
    http_status = 422
    field_names = ("reason",)

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class SummaryFailed(BridgeError):
    """A conversation could not be summarized."""

    code = "memory.summary_failed"
    template = "the conversation was not summarized, and holds all it held: {reason}"
    recovery = "retry_once"
    http_status = 502
    field_names = ("reason",)

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])
