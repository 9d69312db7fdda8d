"""One project, read whole: the model, what was found, and what the pipeline needs beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from bridgegen import builtins, lock, targets
from bridgegen.cache import Cache, digest
from bridgegen.checks import Locate, check_module
from bridgegen.checks.values import Path as ValuePath
from bridgegen.diagnostics import Report
from bridgegen.load import header as headers
from bridgegen.load import link
from bridgegen.load.files import read_text
from bridgegen.load.lower import lower
from bridgegen.load.remembered import Contents, Memory, Outline, kept
from bridgegen.load.scope import Declarations, Scope, declarations
from bridgegen.lock import Lock
from bridgegen.model import Interface, Module, Name, Position
from bridgegen.tree import Table, place_of
from bridgegen.yaml_reader import parse

Sources = Mapping[str, str]
"""Text of every file that was read, by the name that positions give it."""


@dataclass(slots=True)
class Project:
    """What loading gives; ``interface`` is None when there are errors."""

    path: Path
    report: Report = field(default_factory=Report)
    sources: dict[str, str] = field(default_factory=dict)
    header: headers.Header | None = None
    lock: Lock = field(default_factory=Lock)
    interface: Interface | None = None
    keys: dict[str, str] = field(default_factory=dict)
    """Module -> everything its output depends on, as a digest; for deciding what to render again."""

    @property
    def output(self) -> Path:
        """The folder that targets write into."""
        return (self.path.parent / (self.header.output if self.header else "generated")).resolve()


@dataclass(slots=True)
class _Source:
    """One module's text, and its outline if that is known."""

    text: str
    digest: str
    outline: Outline | None
    tree: Table | None
    declared: Declarations


@dataclass(slots=True)
class _Entry:
    """One module on its way into the interface."""

    outline: Outline
    contents: Contents | None = None
    """None for a module that need not be read."""
    is_clean: bool = True
    """Lowering reported nothing, not even a warning."""


def load_project(path: Path | str, cache: Cache | None = None) -> Project:
    """Reads interface.yaml at ``path``, its modules and abi.lock; never raises for what is in them.

    With a cache, a module that did not change and uses none that did is not read before somebody asks for it. Raises
    Lost when the cache then has not what it had; the caller clears it and begins anew.
    """
    project = Project(Path(path).resolve())
    folder = project.path.parent
    text = read_text(project.path, folder.name, project.report, project.sources, None)
    root = None if text is None else parse(text, _shown(project.path), project.report)
    if root is None:
        return project
    project.header = headers.read(root, project.report)
    memory = Memory(cache)
    sources = _read_modules(project, memory)
    project.lock = _read_lock(project)
    _assign_numbers(project.lock, {name: source.declared for name, source in sources.items()})
    entries = _lower_all(project, sources)
    interface = _link(project, entries, memory)
    if interface is None:
        return project
    _reconcile(project, interface, [entry.outline for entry in entries.values()])
    _check(project, interface, entries, memory)
    project.keys = _keys(project, interface, entries)
    project.interface = None if project.report.has_errors else interface
    return project


def _shown(path: Path) -> str:
    """How diagnostics and generated files name a file: with its folder, and nothing of the machine."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def _read_modules(project: Project, memory: Memory) -> dict[str, _Source]:
    assert project.header is not None
    found = {}
    for name, position in project.header.modules:
        path = project.path.parent / f"{name}.yaml"
        text = read_text(path, path.parent.name, project.report, project.sources, position)
        if text is None:
            continue
        content = digest(text)
        if outline := memory.outline(name, content):
            found[name] = _Source(text, content, outline, None, outline.declared)
        elif (tree := parse(text, _shown(path), project.report)) is not None:
            found[name] = _Source(text, content, None, tree, declarations(name, tree))
    return found


def _read_lock(project: Project) -> Lock:
    path = project.path.parent / lock.FILE
    if not path.exists():
        return Lock()
    text = read_text(path, path.parent.name, project.report, project.sources, None)
    return lock.read(text, _shown(path), project.report) if text is not None else Lock()


def _assign_numbers(numbers: Lock, declared: Mapping[str, Declarations]) -> None:
    for module, names in declared.items():
        for section in ("functions", "errors"):
            numbers.assign(section, (f"{module}.{local}" for local in names.sections[section]))
        for enum, values in names.enum_values.items():
            numbers.assign(f"values {module}.{enum}", values)


def _lower_all(project: Project, sources: Mapping[str, _Source]) -> dict[str, _Entry]:
    """Every module lowered: as it is remembered where nothing it depends on changed, else anew."""
    assert project.header is not None
    declared = {name: source.declared for name, source in sources.items()}
    seen_by_others = {name: repr(names) for name, names in declared.items()}
    permissions = frozenset(permission.name for permission in project.header.permissions)
    unread = frozenset(name for name, _ in project.header.modules) - sources.keys()
    numbers = project.lock.by_module("functions", "errors", "values")  # tags get theirs when all are lowered
    found = {}
    for name, source in sources.items():
        base = digest(source.digest, *sorted(permissions), repr(numbers.get(name)), *targets.known())

        def key(reads: tuple[str, ...], base: str = base) -> str:
            return digest(base, *(seen_by_others.get(other, "") for other in reads))

        if source.outline and source.outline.key == key(source.outline.reads):
            found[name] = _Entry(source.outline)
            continue
        tree = source.tree or parse(source.text, f"{project.path.parent.name}/{name}.yaml", project.report)
        assert tree is not None
        report = Report()
        scope = Scope(name, report, declared, permissions, project.lock, unread=unread)
        module = lower(scope, tree)
        source.tree = None  # trees are larger than all that comes of them
        if not scope.is_blind:
            project.report.extend(report)
        outline = _outline(source, module, tuple(sorted(scope.shown - scope.used)))
        outline = replace(outline, key=key(outline.reads))
        found[name] = _Entry(outline, Contents("", module, tuple(scope.samples)), len(report) == 0)
    return found


def _outline(source: _Source, module: Module, shown: tuple[str, ...]) -> Outline:
    return Outline(
        text=source.digest,
        declared=source.declared,
        graph=link.graph(module),
        doc=module.doc,
        position=module.position,
        is_bridge=module.is_bridge,
        has_session=module.has_session,
        uses=module.uses,
        shown=shown,
    )


def _link(project: Project, entries: Mapping[str, _Entry], memory: Memory) -> Interface | None:
    """The interface; None when there are errors.

    Only what changed is linked, with those that read it and all that these read: what is wrong between modules is
    among them, for the others were linked before and nothing was wrong.
    """
    reads = transitive({name: entry.outline.reads for name, entry in entries.items()})
    uses = transitive({name: entry.outline.uses for name, entry in entries.items()})
    texts = {name: entry.outline.text for name, entry in entries.items()}
    content = {
        name: digest(*(texts[other] for other in (name, *reads[name]) if other in texts)) for name in entries
    }
    tags = project.lock.by_module("tags")
    changed = {
        name
        for name, entry in entries.items()
        if entry.outline.linked != digest(content[name], repr(tags.get(name)))
    }
    near = changed.union(*(reads[name] for name in changed))
    whole = {
        name: entry.contents or memory.contents(entry.outline)
        for name, entry in entries.items()
        if name in near
    }
    linked = link.link((contents.module for contents in whole.values()), project.lock, project.report)
    tags = project.lock.by_module("tags")
    for module in linked:
        name, entry = module.name, entries[module.name]
        entry.outline = replace(
            entry.outline, linked=digest(content[name], repr(tags.get(name))), tags=link.tags(module)
        )
        module = replace(module, uses=uses[name], digest=content[name])
        entry.contents = replace(whole[name], stamp=entry.outline.stamp, module=module)
    modules = [
        entry.contents.module if entry.contents else kept(entry.outline, uses[name], content[name], memory)
        for name, entry in entries.items()
    ]
    link.check_sessions(modules, project.report)
    if project.report.has_errors:
        return None
    return _interface(project, modules, [entry.outline for entry in entries.values()])


def _interface(project: Project, modules: list[Module], outlines: Sequence[Outline]) -> Interface:
    header = project.header
    assert header is not None
    declared = [outline.declared for outline in outlines]
    return Interface(
        name=header.name,
        version=header.version,
        modules=tuple(modules),
        builtin_errors=builtins.errors(),
        permissions=header.permissions,
        default_grants=header.default_grants,
        implementation=header.implementation,
        options=header.options,
        facts=link.facts(outline.graph for outline in outlines),
        doc=header.doc,
        error_codes=(
            *(error.code for error in builtins.errors()),
            *(f"{names.module}.{local}" for names in declared for local in names.sections["errors"]),
        ),
        event_types=tuple(
            f"{names.module}.{local}" for names in declared for local in names.sections["events"]
        ),
        option_places=header.option_places,
    )


def _reconcile(project: Project, interface: Interface, outlines: Sequence[Outline]) -> None:
    """Holds the lock's numbers to the interface, and retires those of what left it."""
    present: dict[str, list[str]] = {section: [] for section in project.lock.sections}
    for outline in outlines:
        names = outline.declared
        for section in ("functions", "errors"):
            present.setdefault(section, []).extend(
                f"{names.module}.{local}" for local in names.sections[section]
            )
        present |= {f"values {names.module}.{enum}": list(found) for enum, found in names.enum_values.items()}
        present |= {f"tags {names.module}.{union}": list(found) for union, found in outline.tags.items()}
    for section, keys in present.items():
        project.lock.reconcile(section, keys, partial(_place, interface, section), project.report)


def _place(interface: Interface, section: str, key: str) -> Position | None:
    """Where an entry of a numbered section of the lock stands."""
    kind, _, qualified = section.partition(" ")
    if kind == "errors":
        return interface.error(key).position
    module, _, local = (qualified or key).partition(".")
    if kind == "functions":
        return interface.function(Name(module, local)).position
    named = interface.type(Name(module, local))
    values: dict[str, Position] = {value.value: value.position for value in getattr(named, "values", ())}
    return values.get(key, named.position)


def _check(project: Project, interface: Interface, entries: Mapping[str, _Entry], memory: Memory) -> None:
    """Checks values against types, and remembers the modules that have nothing wrong."""
    if project.report.has_errors:
        return
    about = repr((interface.name, interface.default_grants, interface.permissions))
    outlines: dict[str, Outline] = {}
    changed: list[tuple[Outline, Contents]] = []
    for module in interface.modules:
        entry, checked = entries[module.name], digest(module.digest, about)
        if entry.outline.checked != checked:
            report = Report()
            contents = entry.contents or memory.contents(entry.outline)
            check_module(interface, module, contents.samples, _locator(project), report)
            project.report.extend(report)
            if len(report) or not entry.is_clean:
                continue
            entry.outline = replace(entry.outline, checked=checked)
            if entry.contents:
                changed.append((entry.outline, entry.contents))
        outlines[module.name] = entry.outline
    memory.keep(outlines, changed)


def _locator(project: Project) -> Locate:
    """Finds where a value stands by reading its file again, which only a wrong value is worth."""
    trees: dict[str, Table | None] = {}

    def locate(position: Position, path: ValuePath) -> Position:
        if position.file not in trees:
            trees[position.file] = parse(project.sources[position.file], position.file, Report())
        tree = trees[position.file]
        return position if tree is None else place_of(tree, position, path)

    return locate


def _keys(project: Project, interface: Interface, entries: Mapping[str, _Entry]) -> dict[str, str]:
    """What each module's output depends on: texts, numbers, and facts that other modules may change.

    A session has all modules, so its own module depends on what they are called and say of themselves.
    """
    numbers = project.lock.by_module("functions", "errors", "values", "tags")
    own = {}
    for name, entry in entries.items():
        facts = [interface.facts[key] for key in entry.outline.graph.types]
        about = interface.outline if entry.outline.has_session else ""
        own[name] = digest(repr(numbers.get(name)), repr(facts), about)
    reads = transitive({name: entry.outline.reads for name, entry in entries.items()})
    found = {}
    for module in interface.modules:
        related = (own[name] for name in (module.name, *reads[module.name]) if name in own)
        found[module.name] = digest(module.digest, *related)
    return found


def transitive(direct: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Each module's uses, and theirs in turn, sorted; never the module itself."""
    found = {}
    for name in direct:
        reached: set[str] = set()
        waiting = list(direct[name])
        while waiting:
            other = waiting.pop()
            if other not in reached and other != name:
                reached.add(other)
                waiting.extend(direct.get(other, ()))
        found[name] = tuple(sorted(reached))
    return found
