"""What one run tells the next of a module: an outline, which every run reads, and the rest, read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bridgegen.cache import Cache
from bridgegen.checks.samples import Sample
from bridgegen.load.link import Graph
from bridgegen.load.scope import Declarations
from bridgegen.model import Doc, Module, Position

_OUTLINES = "outlines"
_REST = ("types", "constants", "errors", "callbacks", "resources", "functions", "events")


class Lost(Exception):
    """What was remembered is there no more, or is another run's: this one begins anew, without it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """All that a run needs to know of a module that did not change, and nothing it uses did."""

    text: str
    """Digest of the module's text."""
    declared: Declarations
    graph: Graph
    doc: Doc
    position: Position
    is_bridge: bool
    has_session: bool
    uses: tuple[str, ...]
    """Other modules that it refers to itself."""
    shown: tuple[str, ...]
    """Modules that only its examples use."""
    key: str = ""
    """Changes with everything that lowering depended on."""
    linked: str = ""
    """Digest of what it was linked with: its own text, those of all that it reads, the numbers of its unions' tags."""
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each of its unions."""
    checked: str = ""
    """Digest of everything that its values were checked against, once nothing was wrong."""

    @property
    def reads(self) -> tuple[str, ...]:
        return (*self.uses, *self.shown)

    @property
    def stamp(self) -> str:
        """What the rest of the module must bear to belong to this outline."""
        return self.key + self.linked


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole module, and the values in it that are checked against their types."""

    stamp: str
    module: Module
    samples: tuple[Sample, ...]


class Kept(Module):
    """A module that did not change: what stands in its outline is at hand, the rest is read when it is asked for."""

    __slots__ = ("_read", "has_session", "is_bridge")

    _read: Callable[[], Module]
    is_bridge: bool
    has_session: bool

    def __getattr__(self, name: str) -> object:
        # Python asks here for what no slot holds yet.
        if name not in _REST:
            raise AttributeError(name)
        whole = self._read()
        for part in _REST:
            object.__setattr__(self, part, getattr(whole, part))
        return getattr(self, name)


def kept(outline: Outline, uses: tuple[str, ...], digest: str, memory: Memory) -> Module:
    """The module of ``outline``; ``uses`` are transitive, as a module has them."""
    made = object.__new__(Kept)
    held = {
        "name": outline.declared.module,
        "uses": uses,
        "digest": digest,
        "doc": outline.doc,
        "position": outline.position,
        "is_bridge": outline.is_bridge,
        "has_session": outline.has_session,
        "_read": lambda: memory.contents(outline).module,
    }
    for name, value in held.items():
        object.__setattr__(made, name, value)
    return made


@dataclass(slots=True)
class Memory:
    """The outlines and contents of one project's modules in the cache."""

    cache: Cache | None
    _known: dict[str, Outline] = field(init=False)

    def __post_init__(self) -> None:
        known = self.cache.get(_OUTLINES) if self.cache else None
        self._known = known if isinstance(known, dict) else {}

    def outline(self, module: str, text: str) -> Outline | None:
        """What is known of ``module``, when ``text`` is still the digest of its text."""
        found = self._known.get(module)
        return found if found and found.text == text else None

    def contents(self, outline: Outline) -> Contents:
        """The rest of a module; raises Lost when it does not belong to the outline."""
        found = self.cache.get(_entry(outline)) if self.cache else None
        if not isinstance(found, Contents) or found.stamp != outline.stamp:
            raise Lost
        return found

    def keep(self, outlines: dict[str, Outline], changed: list[tuple[Outline, Contents]]) -> None:
        """Remembers ``outlines``, and the contents of those modules that changed."""
        if self.cache is None or outlines == self._known:
            return
        for outline, contents in changed:
            self.cache.put(_entry(outline), contents)
        self.cache.put(_OUTLINES, outlines)


def _entry(outline: Outline) -> str:
    return f"modules/{outline.declared.module}"
