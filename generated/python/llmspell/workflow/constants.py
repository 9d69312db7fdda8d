"""Constants of workflow."""

from __future__ import annotations

from typing import Final


class Limit:
    """What workflows are held to."""

    STEPS: Final = 1000
    """Steps of a definition, those of the workflows it runs included."""

    NESTING: Final = 16
    """Groups, fallbacks and workflows within each other; and runs that are begun by steps of runs."""

    CONCURRENCY: Final = 64
    """The largest max_concurrency of a group."""

    DEFAULT_CONCURRENCY: Final = 8
    """Branches at the same time when a group does not say."""

    ITERATIONS: Final = 100000
    """The largest max_iterations of a loop and the most items of a map."""

    DEFAULT_ITERATIONS: Final = 1000
    """Rounds of a loop that does not say."""

    EXECUTED_STEPS: Final = 100000
    """Steps that one run may execute, rounds and branches counted."""

    RESULT_BYTES: Final = 4194304
    """Bytes of a step's output, or of the run's input, as JSON."""

    DEFINITION_BYTES: Final = 1048576
    """Bytes of a definition as text; and of one that is made, as its shortest JSON."""
