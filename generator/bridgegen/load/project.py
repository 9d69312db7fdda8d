"""One project, read whole: the model, what was found, and what the pipeline needs beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bridgegen import builtins, lock
from bridgegen.cache import Cache, digest
from bridgegen.checks import Locate, check_module
from bridgegen.checks.values import Path as ValuePath
from bridgegen.diagnostics import Report
from bridgegen.load import header as headers
from bridgegen.load import link
from bridgegen.load.files import read_text
from bridgegen.load.lower import Lowered, lower
from bridgegen.load.scope import Declarations, Scope, declarations
from bridgegen.lock import Lock
from bridgegen.model import ConstantGroup, Interface, Module, Name, NamedType, Position
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
    """One module's text, and what was remembered of it."""

    text: str
    digest: str
    remembered: Lowered | None
    tree: Table | None
    declared: Declarations


def load_project(path: Path | str, cache: Cache | None = None) -> Project:
    """Reads interface.yaml at ``path``, its modules and abi.lock; never raises for what is in them."""
    project = Project(Path(path).resolve())
    folder = project.path.parent
    text = read_text(project.path, folder.name, project.report, project.sources, None)
    root = None if text is None else parse(text, _shown(project.path), project.report)
    if root is None:
        return project
    project.header = headers.read(root, project.report)
    sources = _read_modules(project, cache)
    project.lock = _read_lock(project)
    _assign_numbers(project.lock, {name: source.declared for name, source in sources.items()})
    lowered = _lower_all(project, sources)
    _link(project, sources, lowered, cache)
    return project


def _shown(path: Path) -> str:
    """How diagnostics and generated files name a file: with its folder, and nothing of the machine."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def _read_modules(project: Project, cache: Cache | None) -> dict[str, _Source]:
    assert project.header is not None
    found = {}
    for name, position in project.header.modules:
        path = project.path.parent / f"{name}.yaml"
        text = read_text(path, path.parent.name, project.report, project.sources, position)
        if text is None:
            continue
        content = digest(text)
        remembered = cache.get(f"modules/{name}") if cache else None
        if isinstance(remembered, Lowered) and remembered.text == content:
            found[name] = _Source(text, content, remembered, None, remembered.declared)
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


def _lower_all(project: Project, sources: Mapping[str, _Source]) -> dict[str, Lowered]:
    """Every module lowered: remembered where nothing it depends on changed, else anew."""
    assert project.header is not None
    declared = {name: source.declared for name, source in sources.items()}
    seen_by_others = {name: repr(names) for name, names in declared.items()}
    permissions = frozenset(permission.name for permission in project.header.permissions)
    numbers = project.lock.by_module("functions", "errors", "values")  # tags get theirs when all are lowered
    found = {}
    for name, source in sources.items():
        base = digest(source.digest, *sorted(permissions), repr(numbers.get(name)))

        def key(uses: tuple[str, ...], base: str = base) -> str:
            return digest(base, *(seen_by_others.get(other, "") for other in uses))

        remembered = source.remembered
        if remembered and remembered.key == key(remembered.all_uses):
            found[name] = remembered
            continue
        tree = source.tree or parse(source.text, f"{project.path.parent.name}/{name}.yaml", project.report)
        assert tree is not None
        report = Report()
        scope = Scope(name, report, declared, permissions, project.lock)
        module = lower(scope, tree)
        project.report.extend(report)
        shown = tuple(sorted(scope.shown - scope.used))
        found[name] = Lowered(source.digest, source.declared, module, shown, tuple(scope.samples))
        found[name].key = key(found[name].all_uses)
        found[name].clean = len(report) == 0
    return found


def _link(
    project: Project, sources: Mapping[str, _Source], lowered: Mapping[str, Lowered], cache: Cache | None
) -> None:
    modules = [entry.module for entry in lowered.values()]
    types: dict[Name, NamedType] = {named.name: named for module in modules for named in module.types}
    link.tag_unions(types, project.lock, project.report)
    link.check_finite(types, project.report)
    uses = transitive({name: entry.module.uses for name, entry in lowered.items()})
    reads = transitive({name: entry.all_uses for name, entry in lowered.items()})
    linked = []
    for module in modules:
        link.check_resources(module, project.report)
        content = digest(
            *(sources[name].digest for name in (module.name, *reads[module.name]) if name in sources)
        )
        whole = replace(
            link.link_resources(module), types=link.ordered(module, types), uses=uses[module.name]
        )
        linked.append(replace(whole, digest=content))
    interface = _interface(project, linked, types)
    _reconcile(project, interface)
    _check(project, interface, lowered, cache)
    _set_keys(project, interface, reads)
    project.interface = None if project.report.has_errors else interface


def _interface(project: Project, modules: list[Module], types: Mapping[Name, NamedType]) -> Interface:
    header = project.header
    assert header is not None
    groups: dict[Name, NamedType | ConstantGroup] = {
        group.name: group for module in modules for group in module.constants
    }
    return Interface(
        name=header.name,
        version=header.version,
        modules=tuple(modules),
        builtin_errors=builtins.errors(),
        permissions=header.permissions,
        default_grants=header.default_grants,
        implementation=header.implementation,
        options=header.options,
        facts=link.facts(modules, types),
        doc=header.doc,
        _types={**types, **groups},
        option_places=header.option_places,
    )


def _reconcile(project: Project, interface: Interface) -> None:
    """Holds the lock's numbers to the interface, and retires those of what left it.

    Not when there are errors: a module that could not be read has not left.
    """
    if project.report.has_errors:
        return
    present: dict[str, dict[str, Position]] = {section: {} for section in project.lock.sections}
    for module in interface.modules:
        for function in module.functions:
            present.setdefault("functions", {})[str(function.name)] = function.position
        for error in module.errors:
            present.setdefault("errors", {})[error.code] = error.position
        for named in module.types:
            for value in getattr(named, "values", ()):
                present.setdefault(f"values {named.name}", {})[value.value] = value.position
            for variant in getattr(named, "variants", ()):
                present.setdefault(f"tags {named.name}", {})[variant.tag] = named.position
    for section, entries in present.items():
        if not section.startswith("names "):
            project.lock.reconcile(section, entries, project.report)


def _check(
    project: Project, interface: Interface, lowered: Mapping[str, Lowered], cache: Cache | None
) -> None:
    """Checks values against types, and remembers the modules that have nothing wrong."""
    if project.report.has_errors:
        return
    for module in interface.modules:
        entry = lowered[module.name]
        checked = digest(
            module.digest, interface.name, repr(interface.default_grants), repr(interface.permissions)
        )
        if entry.checked == checked:
            continue
        report = Report()
        check_module(interface, module, entry.samples, _locator(project), report)
        project.report.extend(report)
        if cache and entry.clean and not len(report):
            entry.checked = checked
            cache.put(f"modules/{module.name}", entry)


def _locator(project: Project) -> Locate:
    """Finds where a value stands by reading its file again, which only a wrong value is worth."""
    trees: dict[str, Table | None] = {}

    def locate(position: Position, path: ValuePath) -> Position:
        if position.file not in trees:
            trees[position.file] = parse(project.sources[position.file], position.file, Report())
        tree = trees[position.file]
        return position if tree is None else place_of(tree, position, path)

    return locate


def _set_keys(project: Project, interface: Interface, reads: Mapping[str, tuple[str, ...]]) -> None:
    """What each module's output depends on: texts, numbers, and facts that other modules may change."""
    numbers = project.lock.by_module("functions", "errors", "values", "tags")
    own = {}
    for module in interface.modules:
        facts = [interface.facts[named.name] for named in module.types]
        own[module.name] = digest(repr(numbers.get(module.name)), repr(facts))
    for module in interface.modules:
        related = (own[name] for name in (module.name, *reads[module.name]) if name in own)
        project.keys[module.name] = digest(module.digest, *related)


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
