"""Is there anything to do? Answered from the last run's notes, without loading the interface.

Imports little on purpose: most runs of ``generate`` end here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bridgegen import targets
from bridgegen.cache import Cache
from bridgegen.diagnostics import Diagnostic
from bridgegen.writer import Hashes, sha256


@dataclass(slots=True)
class Remembered:
    """What the last successful run read and wrote."""

    wanted: tuple[str, ...] | None
    targets: str
    """Stamp of every target's code."""
    inputs: dict[str, str]
    """Path -> digest of its bytes."""
    output: str
    outputs: dict[str, tuple[int, int, str]]
    """Path -> size, time of change, digest, as the run left it."""
    files: int
    diagnostics: tuple[Diagnostic, ...]
    """Warnings; they are shown again."""


def last_run(interface_file: Path, wanted: list[str] | None) -> Remembered | None:
    """The last run's notes when a run now would change nothing at all, else None."""
    remembered = Cache(interface_file.resolve()).get("run")
    if not isinstance(remembered, Remembered):
        return None
    if remembered.wanted != (None if wanted is None else tuple(wanted)):
        return None
    if remembered.targets != targets.stamp(*targets.known()):
        return None
    try:
        if any(sha256(Path(path).read_bytes()) != known for path, known in remembered.inputs.items()):
            return None
    except OSError:
        return None
    hashes = Hashes(dict(remembered.outputs))
    if any(hashes.of(path) != entry[2] for path, entry in remembered.outputs.items()):
        return None
    return remembered
