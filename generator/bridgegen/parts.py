"""What targets made of parts of the interface: made again only when what a part depends on changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bridgegen import targets
from bridgegen.cache import Cache, compiler, digest
from bridgegen.load import Project
from bridgegen.target import Part, Target


class Keys:
    """What parts and units of one project's targets depend on, as digests."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._shared: dict[str, str] = {}

    def of(self, target: Target, modules: Sequence[str] | None, also: str = "") -> str:
        """The key of what depends on ``modules`` (on all when None), with all that they use, and on ``also``."""
        names = self._project.keys if modules is None else modules
        return digest(self.shared(target), also, *(self._project.keys[name] for name in names))

    def shared(self, target: Target) -> str:
        """The key of interface.yaml and the target's code: everything depends on these."""
        if target.name not in self._shared:
            header = self._project.header
            assert header is not None
            about = (header.name, header.version, header.implementation, header.doc, header.permissions)
            modules = [name for name, _ in header.modules]
            # All settings, for some targets build on what another makes: its prefix, its package.
            settings = repr((about, header.default_grants, header.options, modules))
            self._shared[target.name] = digest(compiler(), targets.stamp(target.name), settings)
        return self._shared[target.name]


class Parts:
    """The small parts of targets, names and checks, that this run has and the next will want."""

    def __init__(self, cache: Cache, keys: Keys) -> None:
        self._cache, self._keys = cache, keys
        self._changed: dict[str, dict[str, tuple[str, Any]]] = {}

    def values(self, target: Target, purpose: str, parts: Sequence[Part]) -> list[Any]:
        """What each of ``parts`` makes, in their order; ``purpose`` tells the target's lists of parts apart."""
        entry = f"parts/{digest(target.name, purpose)[:32]}"
        remembered = self._cache.get(entry)
        known: dict[str, tuple[str, Any]] = remembered if isinstance(remembered, dict) else {}
        found: dict[str, tuple[str, Any]] = {}
        for part in parts:
            key = self._keys.of(target, part.modules)
            last = known.get(part.name)
            found[part.name] = last if last and last[0] == key else (key, part.make())
        if any(made is not known.get(name) for name, made in found.items()):
            self._changed[entry] = found
        return [found[part.name][1] for part in parts]

    def save(self) -> None:
        """Remembers what was made."""
        for entry, found in self._changed.items():
            self._cache.put(entry, found)
