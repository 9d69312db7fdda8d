"""What one run remembers for the next, in the user's cache folder; safe to delete, never needed.

Nothing is kept inside the project: a cache that came with a stranger's repository would be code to trust.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
_TOOLS = ("PyYAML", "jinja2", "datamodel-code-generator", "ruff")
_NEVER = frozenset({"__pycache__", ".mypy_cache"})


def digest(*parts: str | bytes) -> str:
    """One hash over ``parts``, each kept apart from the next."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def base() -> Path:
    """Where caches of all projects are: ``$BRIDGEGEN_CACHE``, else the user's cache folder."""
    if chosen := os.environ.get("BRIDGEGEN_CACHE"):
        return Path(chosen)
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "bridgegen"


def stamp(folders: Iterable[Path]) -> str:
    """Changes when a file below ``folders`` does (by name, size and time of change)."""
    seen = []
    for folder in folders:
        for place, names, files in os.walk(folder):
            names[:] = sorted(name for name in names if name not in _NEVER)
            for name in sorted(files):
                status = os.stat(os.path.join(place, name))  # noqa: PTH116, PTH118 - a third of the time
                seen.append(f"{place}/{name} {status.st_size} {status.st_mtime_ns}")
    return digest(*seen)


@lru_cache(maxsize=1)
def compiler() -> str:
    """Changes when the compiler, a built-in template, support code that targets copy, or a tool it uses does."""
    root = _PACKAGE.parent.parent
    support = [root / "templates", *(root / "runtime" / surface for surface in ("c", "lua", "typescript"))]
    return digest(stamp([_PACKAGE, *support]), sys.version, *(_version(name) for name in _TOOLS))


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""


class _Pickler(pickle.Pickler):
    """Restores dataclasses by their constructors: four times as fast as by their generated ``__setstate__``."""

    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        if not hasattr(kind, "__dataclass_fields__"):
            return NotImplemented
        return kind, tuple(getattr(value, name) for name in kind.__dataclass_fields__)


class Cache:
    """The entries of one project; reading never fails, and writing fails silently."""

    def __init__(self, project: Path, *, enabled: bool = True) -> None:
        self._folder = base() / "projects" / digest(str(project))[:32]
        self._enabled = enabled

    def get(self, name: str) -> Any:
        """What was put under ``name`` by this very compiler, or None."""
        if not self._enabled:
            return None
        try:
            data = (self._folder / name).read_bytes()
            made_by, content = data[:64], data[64:]
            return pickle.loads(content) if made_by == compiler().encode() else None
        except Exception:  # a damaged entry of any kind is no entry
            return None

    def clear(self) -> None:
        """Forgets everything."""
        if self._enabled:
            shutil.rmtree(self._folder, ignore_errors=True)

    def put(self, name: str, value: Any) -> None:
        if not self._enabled:
            return
        try:
            place = self._folder / name
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
                file.write(compiler().encode())
                _Pickler(file, pickle.HIGHEST_PROTOCOL).dump(value)
            Path(file.name).replace(place)
        except OSError:
            return
