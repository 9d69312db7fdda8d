"""The engines: what each stands on, whether it is here, and what it can do."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import PurePath
from typing import Final

from llmspell.script.errors import EngineUnavailable, UnknownSuffix
from llmspell.script.types import Engine, EngineInfo, ExecutionMode

from llmspell_runtime.child import NoInterpreter, python_executable


@dataclass(frozen=True, slots=True)
class _Kind:
    """One engine: the distribution and the module it stands on, and the extra of this package that brings them."""

    library: str
    module: str
    extra: str
    suffixes: tuple[str, ...]
    calls_functions: bool = True


KINDS: Final = {
    Engine.LUA: _Kind("lupa", "lupa", "lua", (".lua",)),
    Engine.JAVASCRIPT: _Kind("quickjs-ng", "quickjs", "javascript", (".js", ".mjs")),
    Engine.EXPR: _Kind("common-expression-language", "cel", "workflow", (".cel",), calls_functions=False),
}


def require(engine: Engine) -> None:
    """Raises EngineUnavailable when ``engine`` is not installed."""
    if find_spec(KINDS[engine].module) is None:
        raise EngineUnavailable(engine=engine, install=_install(engine))


def engine_of(path: str) -> Engine:
    """The engine that runs files called so; raises UnknownSuffix."""
    suffix = PurePath(path).suffix.lower()
    for engine, kind in KINDS.items():
        if suffix in kind.suffixes:
            return engine
    known = ", ".join(sorted(suffix for kind in KINDS.values() for suffix in kind.suffixes))
    raise UnknownSuffix(path=path, known=known)


def described() -> list[EngineInfo]:
    """Every engine, as it is on this machine."""
    modes = [ExecutionMode.DIRECT, *([ExecutionMode.SANDBOXED] if _has_processes() else [])]
    return [_described(engine, modes) for engine in Engine]


def _described(engine: Engine, modes: list[ExecutionMode]) -> EngineInfo:
    kind = KINDS[engine]
    available = find_spec(kind.module) is not None
    return EngineInfo(
        engine=engine,
        available=available,
        install=None if available else _install(engine),
        library=kind.library,
        library_version=_version(kind.library),
        language_version=_lua_version() if engine == Engine.LUA and available else None,
        suffixes=list(kind.suffixes),
        modes=modes if available else [],
        calls_functions=kind.calls_functions,
    )


def _install(engine: Engine) -> str:
    extra = KINDS[engine].extra
    return f"install this package's extra {extra!r}, as in `pip install 'llmspell[{extra}]'`"


def _version(library: str) -> str | None:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def _lua_version() -> str:
    from bridge_runtime.hosts.lupa_engine import LUA_VERSION

    return ".".join(map(str, LUA_VERSION))


def _has_processes() -> bool:
    try:
        python_executable()
    except NoInterpreter:
        return False
    return True
