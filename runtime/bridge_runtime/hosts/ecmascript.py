"""ECMAScript modules for an engine that loads none: the generated package as one text, a script's imports as constants.

The package's own modules keep to what ``link`` understands: imports and exports begin a line, and an
export is a declaration, a list or another module's. A script may hold anything; its imports stand at its head.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from bridge_runtime.errors import BrokenInstallation

IMPORTER = "__import"
"""The global function that a script's imports become calls of."""
LOCAL_IMPORTER = "__import_local"
"""The same for the files that lie beside a script; it gives a promise, for such a file may wait at its top."""

_SPECIFIER = r"""(?P<quote>["'])(?P<module>[^"'\n]*)(?P=quote)"""
_IMPORT = re.compile(rf"^import\s+(?:(?P<clause>[^\"';]*?)\s+from\s+)?{_SPECIFIER};?", re.MULTILINE)
_REEXPORT = re.compile(
    rf"^export\s+(?:\{{(?P<names>[^}}]*)\}}|\*\s+as\s+(?P<star>\w+))\s+from\s+{_SPECIFIER};?", re.MULTILINE
)
_EXPORT_LIST = re.compile(r"^export\s+\{(?P<names>[^}]*)\};?", re.MULTILINE)
_EXPORT_DEFAULT = re.compile(r"^export\s+default\s+(?P<name>[\w$]+);", re.MULTILINE)
_EXPORT_DECLARATION = re.compile(
    r"^export\s+(?P<declaration>(?:async\s+)?(?:function\*?|class|const)\s+(?P<name>[\w$]+))", re.MULTILINE
)


@lru_cache(maxsize=16)
def link(folder: Path, entries: tuple[str, ...]) -> str:
    """The modules reachable from ``entries`` as one expression: a function from a module's path to its exports.

    A module runs when it is first asked for. Modules that import each other do so as namespaces, for a name
    of a module that has not run yet cannot be taken from it. Raises BrokenInstallation when a module is missing.
    """
    pending, linked = list(entries), dict[str, str]()
    while pending:
        path = pending.pop()
        if path in linked:
            continue
        try:
            text = (folder / path).read_text(encoding="utf-8")
        except OSError as error:
            raise BrokenInstallation(
                detail=f"the JavaScript module {folder / path} cannot be read ({error.strerror}); generate it again"
            ) from None
        linked[path], needs = _factory(path, text)
        pending.extend(needs)
    table = ",\n".join(f"{json.dumps(path)}: {factory}" for path, factory in sorted(linked.items()))
    return _LINKED.replace("/*modules*/", table)


_LINKED = """(function () {
const factories = {
/*modules*/
};
const loaded = new Map();
return function require(path) {
  if (!loaded.has(path)) {
    const exports = {};
    loaded.set(path, exports);
    factories[path](exports, require);
  }
  return loaded.get(path);
};
})()"""


def _factory(path: str, text: str) -> tuple[str, list[str]]:
    """One module as a function that fills its exports, and the paths of the modules it imports."""
    exports: dict[str, str] = {}
    needs: list[str] = []

    def required(module: str) -> str:
        target = _resolve(path, module)
        needs.append(target)
        return f"$require({json.dumps(target)})"

    def reexport(match: re.Match[str]) -> str:
        source = required(match["module"])
        if match["star"]:
            exports[match["star"]] = source
        else:
            exports.update((outer, f"{source}.{inner}") for inner, outer in _names(match["names"]))
        return ""

    def listed(match: re.Match[str]) -> str:
        exports.update((outer, inner) for inner, outer in _names(match["names"]))
        return ""

    def default(match: re.Match[str]) -> str:
        exports["default"] = match["name"]
        return ""

    def declared(match: re.Match[str]) -> str:
        exports[match["name"]] = match["name"]
        return match["declaration"]

    text = _IMPORT.sub(lambda match: _binding(match["clause"], required(match["module"])), text)
    text = _REEXPORT.sub(reexport, text)
    text = _EXPORT_LIST.sub(listed, text)
    text = _EXPORT_DEFAULT.sub(default, text)
    text = _EXPORT_DECLARATION.sub(declared, text)
    getters = ", ".join(
        f"{json.dumps(outer)}: {{ enumerable: true, get: () => {inner} }}" for outer, inner in exports.items()
    )
    return (
        f"function ($exports, $require) {{\nObject.defineProperties($exports, {{ {getters} }});\n{text}\n}}",
        needs,
    )


def _resolve(path: str, module: str) -> str:
    """The path that ``module``, as the module at ``path`` writes it, has within the package."""
    parts = path.split("/")[:-1]
    for step in module.split("/"):
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


def _names(names: str) -> list[tuple[str, str]]:
    """Pairs of the inner and the outer name: ``a, b as c`` gives ``[("a", "a"), ("b", "c")]``."""
    pairs = []
    for item in filter(None, (part.strip() for part in names.split(","))):
        inner, _, outer = item.partition(" as ")
        pairs.append((inner.strip(), outer.strip() or inner.strip()))
    return pairs


def _binding(clause: str | None, source: str) -> str:
    """The statement that binds what an import clause names to members of ``source``."""
    if clause is None:
        return f"{source};"
    patterns = []
    if star := re.search(r"\*\s+as\s+([\w$]+)", clause):
        patterns.append(f"{star[1]} = {source}")
    members = []
    if default := re.match(r"\s*([\w$]+)\s*(?:,|$)", clause):
        members.append(f"default: {default[1]}")
    if braces := re.search(r"\{([^}]*)\}", clause):
        members += [inner if inner == outer else f"{inner}: {outer}" for inner, outer in _names(braces[1])]
    if members:
        patterns.append(f"{{ {', '.join(members)} }} = {source}")
    return f"const {', '.join(patterns)};"


def exported(folder: Path) -> tuple[str, dict[str, str]]:
    """The package's name, and the path of the module behind each name that a script may import.

    Raises BrokenInstallation when the folder holds no package.
    """
    try:
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        name, exports = package["name"], package["exports"]
    except (OSError, ValueError, KeyError) as error:
        raise BrokenInstallation(
            detail=f"{folder} holds no generated JavaScript package ({error}); generate it again", cause=error
        ) from error
    modules = {
        f"{name}{subpath[1:]}": target["default"].removeprefix("./")
        for subpath, target in exports.items()
        if isinstance(target, dict) and "*" not in subpath
    }
    return name, modules


# --- scripts ------------------------------------------------------------------------------------

_BLANK = re.compile(r"(?:\s+|//[^\n]*|/\*[\s\S]*?\*/|#![^\n]*|(?:\"use strict\"|'use strict');?)+")
_SCRIPT_IMPORT = re.compile(rf"import\b(?!\s*[(.])(?P<head>[^\"';]*){_SPECIFIER}[ \t]*;?")
_CLAUSE = re.compile(r"(?P<clause>[\w$*{].*)\bfrom", re.DOTALL)
_LONGEST_CLAUSE = 10_000
"""Characters of an import's names: more are not looked at, for a script may be somebody else's."""


Resolve = Callable[[str], str | None]
"""Told what an import names: gives the path of a script's own file, and None for a module of the package. Raises for neither."""


def with_imports(source: str, resolve: Resolve) -> str:
    """``source`` with the imports at its head as constants; every line stays where it was."""
    pieces, place = [], 0
    while True:
        if blank := _BLANK.match(source, place):
            pieces.append(blank[0])
            place = blank.end()
        found = _SCRIPT_IMPORT.match(source, place)
        head = found["head"].strip() if found else ""
        clause = _CLAUSE.fullmatch(head) if len(head) <= _LONGEST_CLAUSE else None
        if not found or (head and not clause):
            break
        own = resolve(found["module"])
        names = clause["clause"].rstrip() if clause else None
        pieces.append(_constants(names, found["module"], own) + "\n" * found[0].count("\n"))
        place = found.end()
    return _without_hashbang("".join(pieces)) + source[place:]


def _constants(clause: str | None, module: str, own: str | None) -> str:
    names: Sequence[str] = []
    if clause is not None:
        braces = re.search(r"\{([^}]*)\}", clause)
        names = (
            [inner for inner, _ in _names(re.sub(r"//[^\n]*|/\*[\s\S]*?\*/", "", braces[1]))]
            if braces
            else []
        )
        clause = " ".join(re.sub(r"//[^\n]*|/\*[\s\S]*?\*/", "", clause).split())
    importer = IMPORTER if own is None else f"await {LOCAL_IMPORTER}"
    return _binding(clause, f"{importer}({json.dumps(own or module)}, {json.dumps(names)})")


_OWN_DEFAULT = re.compile(
    r"^export\s+default\s+(?:(?:async\s+)?(?:function\b\s*\*?|class\b)\s*(?P<name>(?!extends\b)[\w$]+))?",
    re.MULTILINE,
)
_OWN_DECLARATION = re.compile(
    r"^export\s+(?:(?:async\s+)?function\b\s*\*?|class\b|const\b|let\b|var\b)\s*(?P<name>[\w$]+)",
    re.MULTILINE,
)
_PASSED_ON = re.compile(r"^export\s+(?:\*|\{[^}]*\}\s*from\b)", re.MULTILINE)
_DEFAULT = "$default"


def own_module(source: str, path: str, resolve: Resolve) -> str:
    """A file beside a script as a module that hands over what it exports, under ``path``; every line stays where it was.

    Exports begin a line. Raises ValueError for one that passes on what another module exports.
    """
    text = with_imports(source, resolve)
    if _PASSED_ON.search(text):
        raise ValueError("`export … from` is not understood here; import it first, and export it then")
    exports = {found["name"]: found["name"] for found in _OWN_DECLARATION.finditer(text)}
    for found in _EXPORT_LIST.finditer(text):
        exports.update((outer, inner) for inner, outer in _names(found["names"]))
    if default := _OWN_DEFAULT.search(text):
        exports["default"] = default["name"] or _DEFAULT
        if not default["name"]:
            text = f"{text[: default.start()]}const {_DEFAULT} = {text[default.end() :]}"
    getters = ", ".join(f"get {outer}() {{ return {inner}; }}" for outer, inner in exports.items())
    return f"{text}\n{LOCAL_IMPORTER}.define({json.dumps(path)}, {{ {getters} }});"


def _without_hashbang(head: str) -> str:
    return "//" + head[2:] if head.startswith("#!") else head
