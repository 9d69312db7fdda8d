"""Constants of schema."""

from __future__ import annotations

from typing import Final


class Limit:
    """What schemas and checks are held to."""

    SCHEMA_CHARACTERS: Final = 200000
    """Characters of a schema as JSON."""

    SCHEMA_DEPTH: Final = 64
    """Levels of a schema within one another."""

    PATTERN_CHARACTERS: Final = 4096
    """Characters of a pattern."""

    STEPS: Final = 1000000
    """Steps of one check or coercion; a step is about a keyword at a value, and takes about a microsecond."""

    ISSUES: Final = 1000
    """Faults that one call reports."""

    NAME_CHARACTERS: Final = 64
    """Characters of a name in the repository."""

    NAMES: Final = 10000
    """Names in a repository."""

    VERSIONS: Final = 1000
    """Versions of one name."""

    DOCUMENTS: Final = 32
    """Documents that one compilation reads from other hosts."""

    DOCUMENT_BYTES: Final = 1048576
    """Bytes of such a document."""
