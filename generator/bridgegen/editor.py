"""The interface language's own JSON Schemas beside an interface, where the modeline of a file leads an editor."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

from bridgegen.writer import new_file

FOLDER: Final = ".schema"
"""Beside ``interface.yaml``."""
NAMES: Final = ("interface.schema.json", "module.schema.json")


def write(folder: Path) -> list[Path]:
    """Writes the schemas of this compiler into ``folder``; gives the files that changed. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name in NAMES:
        data, path = (files(__package__) / "schema" / name).read_bytes(), folder / name
        if not path.is_file() or path.read_bytes() != data:
            new_file(folder, data).replace(path)
            changed.append(path)
    return changed
