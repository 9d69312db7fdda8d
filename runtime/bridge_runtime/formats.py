"""Types of text formats that pydantic does not have as plain values: a URI, an e-mail address, base64, a unique list."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from bridge_runtime.values import canonical_json, jsonable

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_EMAIL = re.compile(r"[^@\s\"(),:;<>\[\\\]]+@[^@\s.]+(?:\.[^@\s.]+)*")


def _uri(value: str) -> str:
    if not _URI.fullmatch(value):
        raise PydanticCustomError("bridge_uri", "a URI with its scheme (https://example.com)")
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value) or ".." in value or len(value) > 254:
        raise PydanticCustomError("bridge_email", "an e-mail address (name@example.com)")
    return value


Uri: TypeAlias = Annotated[str, AfterValidator(_uri)]
"""Text with a URI, RFC 3986."""

Email: TypeAlias = Annotated[str, AfterValidator(_email)]
"""Text with one e-mail address."""


class _Base64:
    """Bytes in Python, base64 text in JSON."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _decoded,
            serialization=core_schema.plain_serializer_function_ser_schema(_encoded, when_used="json"),
        )


def _decoded(value: Any) -> bytes:
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value)
    if isinstance(value, str):
        try:
            return base64.b64decode(value, validate=True)
        except (binascii.Error, ValueError):
            pass
    raise PydanticCustomError("bridge_base64", "base64 text")


def _encoded(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


Base64: TypeAlias = Annotated[bytes, _Base64()]
"""Bytes, which travel as base64 text."""


def _unique(value: Any) -> Any:
    seen = set()
    for item in value:
        text = item if isinstance(item, str) else canonical_json(jsonable(item))
        if text in seen:
            raise PydanticCustomError("bridge_unique", "a list without duplicates")
        seen.add(text)
    return value


UNIQUE = AfterValidator(_unique)
"""Annotation of a list whose items differ from one another, as JSON values."""
