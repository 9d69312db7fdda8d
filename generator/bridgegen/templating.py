"""Jinja2 environments, one per target, set up the same way for all.

An undefined name is an error, blocks leave no blank lines behind, and the last newline of a template is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import jinja2

from bridgegen import casing

_PACKAGE = Path(__file__).parent


def folder(target: str) -> Path:
    """Where a built-in target's templates are: packaged inside bridgegen, or at the root of a checkout.

    Raises FileNotFoundError, naming the places it looked in, when there are none.
    """
    places = [_PACKAGE / "templates" / target, _PACKAGE.parent.parent / "templates" / target]
    for place in places:
        if place.is_dir():
            return place
    looked = " and ".join(str(place) for place in places)
    raise FileNotFoundError(f"no templates for the target {target!r}; looked in {looked}")


def environment(target: str, templates: Path | None = None) -> jinja2.Environment:
    """The environment of ``target``; a plugin passes the folder its own templates are in."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates or folder(target)),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        bytecode_cache=_bytecode_cache(),
    )
    for case in (casing.snake, casing.camel, casing.pascal, casing.upper, casing.kebab, casing.title):
        environment.filters[f"{case.__name__}_case"] = case
    return environment


def _bytecode_cache() -> jinja2.BytecodeCache | None:
    """Compiled templates between runs, in the user's cache folder; none where that cannot be written."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    place = Path(base).expanduser() / "bridgegen" / "templates"
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(place)) if os.access(place, os.W_OK) else None
