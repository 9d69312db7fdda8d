"""``bridgegen init``: a small project of one's own that works from the first minute."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bridgegen import casing, editor
from bridgegen.load import reserved

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_SUFFIX = ".template"


class Refused(Exception):
    """Why no project was made, and what to do."""


def create(folder: Path, name: str = "") -> list[str]:
    """Writes the project into ``folder``, which must be new or empty, for an interface called ``name``.

    ``name`` is the folder's own in snake_case when it is empty. Returns the paths written, relative to the
    folder. Raises Refused, and writes nothing, when the folder or the name will not do.
    """
    name = name or casing.snake(folder.resolve().name)
    taken = reserved.reason(name) if _NAME.fullmatch(name) else "it must be snake_case"
    if taken:
        message = f"an interface cannot be called {name!r}: {taken}"
        raise Refused(f"{message}; choose a name with --name")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(f"{folder} is there already and not empty; name a new folder")
        made = _write(files(__package__) / "project", folder, folder, name)
        made += [path.relative_to(folder).as_posix() for path in editor.write(folder / "idl" / editor.FOLDER)]
        return sorted(made)
    except OSError as error:
        raise Refused(f"{folder} cannot be written: {error.strerror}") from error


def _write(source: Traversable, target: Path, root: Path, name: str) -> list[str]:
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for entry in source.iterdir():
        if entry.is_dir():
            folder = f"{name}_{entry.name}" if entry.name == "implementation" else entry.name
            made += _write(entry, target / folder, root, name)
        elif entry.name.endswith(_SUFFIX):
            path = target / entry.name.removesuffix(_SUFFIX)
            path.write_text(_filled(entry.read_text(encoding="utf-8"), name), encoding="utf-8")
            made.append(path.relative_to(root).as_posix())
    return made


def _filled(text: str, name: str) -> str:
    """A template with the interface's name in it, in each language's case."""
    spellings = {
        "@name@": name,
        "@NAME@": name.upper(),
        "@Pascal@": casing.pascal(name),
        "@camel@": casing.camel(name),
        "@kebab@": casing.kebab(name),
    }
    for mark, spelling in spellings.items():
        text = text.replace(mark, spelling)
    return text
