"""Builds the C library of an interface from what bridgegen generated: `python runtime/c/build.py --help`.

Only what changed is made again: the glue's C when the interface's types did, an object when a file it was made
from did. The result is a tree that can be copied anywhere: include/, lib/, lib/pkgconfig/.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import marshal
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
WARNINGS = ("-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic")

CORE_TYPES = """
typedef int (*bridge_json_function)(void *user_data, const char *arguments_json, char **result_json);
"""

CORE_CALLED = """
const unsigned char *bridge_glue_code(const char *module, size_t *size);
char *bridge_text(const char *bytes, size_t length);
void *bridge_array(size_t count, size_t size);
void bridge_free(void *memory);
int bridge_refused(void);
const char *bridge_refused_json(void);
int bridge_status_of(const char *code);
{p}_session *bridge_session_new(int64_t number, const char *id);
const char *bridge_session_handle(const {p}_session *session);
int bridge_refuse(int status, int http_status, const char *code, const char *message, const char *recovery,
                  const char *trace_id, const char *fields_json, const char *json);
"""


class BuildError(Exception):
    """What is missing or wrong, and the way out."""


@dataclass(frozen=True)
class Library:
    """What is built, from where, and for which Python."""

    prefix: str
    version: str
    abi: int
    generated: Path
    out: Path
    package: str

    @property
    def work(self) -> Path:
        return self.out / "work"

    @property
    def soname(self) -> str:
        """What programs are bound to; another minor version may have larger structs."""
        return f"lib{self.prefix}.so.{self.abi}.{self.version.rpartition('.')[0]}"


def find(generated: Path, out: Path, package: str | None = None) -> Library:
    """The library that ``generated`` describes; raises BuildError when nothing usable is there."""
    headers = sorted((generated / "c" / "include").glob("*.h"))
    if len(headers) != 1:
        raise BuildError(f"{generated}/c/include has no header; run `bridgegen generate` first")
    prefix = headers[0].stem
    core = (generated / "c" / "include" / prefix / "core.h").read_text()
    version = re.search(r'_VERSION "([^"]*)"', core)
    abi = re.search(r"_ABI_VERSION (\d+)", core)
    if version is None or abi is None:
        raise BuildError(
            f"{generated}/c/include/{prefix}/core.h says no version; run `bridgegen generate` again"
        )
    return Library(prefix, version[1], int(abi[1]), generated, out, package or prefix)


def build(library: Library, quiet: bool = False) -> Path:
    """Builds the library and its tree; gives the path of the shared object. Raises BuildError."""
    library.work.mkdir(parents=True, exist_ok=True)
    sources = [
        *sorted((HERE / "source").glob("*.c")),
        *sorted((library.generated / "c" / "source").glob("*.c")),
        _glue_code(library),
        _cffi_source(library),
    ]
    flags = _flags(library)
    with ThreadPoolExecutor(max_workers=2) as workers:
        objects = list(workers.map(lambda source: _compile(library, source, flags, quiet), sources))
    shared = _link(library, objects, quiet)
    _install(library)
    return shared


def _flags(library: Library) -> list[str]:
    upper = library.prefix.upper()
    includes = [
        HERE / "include",
        HERE / "source",
        library.generated / "c" / "include",
        library.generated / "c" / "source",
        Path(sysconfig.get_paths()["include"]),
    ]
    return [
        "-O2",
        "-g",
        "-fPIC",
        "-fvisibility=hidden",
        f"-DBRIDGE_PREFIX={library.prefix}",
        f"-DBRIDGE_UPPER={upper}",
        f"-DBRIDGE_HEADER=<{library.prefix}/core.h>",
        f'-DBRIDGE_BUILD_PYTHON="{sys.executable}"',
        *(f"-I{folder}" for folder in includes),
    ]


def _compile(library: Library, source: Path, flags: Sequence[str], quiet: bool, kind: str = "made") -> Path:
    name = f"{'core' if source.is_relative_to(HERE) else kind}-{source.stem}"
    made, depends, stamp = (library.work / f"{name}.{ending}" for ending in ("o", "d", "flags"))
    is_ours = source.parent != library.work
    command = [
        "gcc",
        *flags,
        *(WARNINGS if is_ours else ("-w",)),
        "-MMD",
        "-MF",
        str(depends),
        "-c",
        str(source),
        "-o",
        str(made),
    ]
    used = " ".join(command)
    if (
        made.exists()
        and stamp.exists()
        and stamp.read_text() == used
        and not _is_older(made, _dependencies(depends))
    ):
        return made
    _run(command, quiet)
    stamp.write_text(used)
    return made


def _dependencies(depends: Path) -> Iterable[Path]:
    text = depends.read_text().replace("\\\n", " ").partition(":")[2] if depends.exists() else ""
    return [Path(name.replace("\\ ", " ")) for name in re.split(r"(?<!\\)\s+", text) if name]


def _is_older(made: Path, sources: Iterable[Path]) -> bool:
    when = made.stat().st_mtime_ns
    found = list(sources)
    return not found or any(not source.exists() or source.stat().st_mtime_ns > when for source in found)


def _write(path: Path, text: str) -> Path:
    """Writes ``text`` when it differs, so that what is newer really changed."""
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
    return path


def _cffi_source(library: Library) -> Path:
    """The C that cffi makes of the declarations: the functions behind C, in Python."""
    try:
        from cffi import FFI
    except ImportError:
        raise BuildError(
            f"{sys.executable} has no cffi; install the extra 'native', as in `pip install 'llmspell[native]'`"
        ) from None

    cdef = (library.generated / "cffi" / "inside" / "cdef.h").read_text()
    types, _, behind = cdef.partition('extern "Python+C" {')
    core_behind = _declarations(HERE / "source" / "bridge_behind.h")
    called = CORE_CALLED.format(p=library.prefix)
    bootstrap = (HERE / "bootstrap.py").read_text().replace("PREFIX", library.prefix)
    made = library.work / f"_{library.prefix}_native.c"
    inputs = "\0".join((cdef, core_behind, called, bootstrap, sys.version, FFI.__module__))
    digest = hashlib.sha256(inputs.encode()).hexdigest()
    stamp = library.work / "cffi.stamp"
    if made.exists() and stamp.exists() and stamp.read_text() == digest:
        return made
    ffi = FFI()
    ffi.embedding_api("")
    ffi.cdef(CORE_TYPES + types)
    ffi.cdef(called)
    ffi.cdef('extern "Python+C" {' + core_behind + (behind.rpartition("}")[0] if behind else "") + "}")
    headers = "".join(
        f'#include "{path.name}"\n'
        for path in sorted((library.generated / "c" / "source").glob("*_behind.h"))
    )
    ffi.set_source(
        f"_{library.prefix}_native",
        f'#include "bridge_core.h"\n#include "bridge_behind.h"\n#include "bridge_glue.h"\n#include "{library.prefix}.h"\n{headers}',
    )
    ffi.embedding_init_code(bootstrap)
    with contextlib.redirect_stdout(io.StringIO()):  # it says what it writes
        ffi.emit_c_code(str(made))
    stamp.write_text(digest)
    return made


def _declarations(header: Path) -> str:
    """The function declarations of a small header of ours."""
    text = re.sub(
        r"/\*.*?\*/|^#[^\n]*$|typedef[^;]*;", "", header.read_text(), flags=re.DOTALL | re.MULTILINE
    )
    return text.strip()


def _glue_code(library: Library) -> Path:
    """The glue's Python, compiled, as C arrays."""
    modules = {path.stem: path.read_text() for path in sorted((HERE / "inside").glob("_*.py"))}
    modules["_names"] = (
        f"PREFIX, PACKAGE, VERSION = {library.prefix!r}, {library.package!r}, {library.version!r}\n"
    )
    for path in sorted((library.generated / "cffi" / "inside").glob("*.py")):
        modules[path.stem] = path.read_text()
    parts = [
        f'/* Made by build.py for Python {sys.version_info.major}.{sys.version_info.minor}. */\n#include "bridge_glue.h"\n'
    ]
    for name, text in modules.items():
        code = marshal.dumps(compile(text, f"<{library.prefix}_glue/{name}.py>", "exec"))
        listed = ",".join(map(str, code))
        parts.append(f"static const unsigned char code_{name}[] = {{{listed}}};\n")
    entries = "".join(f'    {{ "{name}", code_{name}, sizeof code_{name} }},\n' for name in modules)
    parts.append(f"const bridge_glue bridge_glues[] = {{\n{entries}    {{ 0, 0, 0 }},\n}};\n")
    return _write(library.work / "glue_code.c", "".join(parts))


def _libpython() -> tuple[Path, str]:
    """The folder of the shared libpython, and the name to link with."""
    variables = sysconfig.get_config_vars()
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    folders = [variables.get("LIBDIR"), variables.get("LIBPL")]
    if variables.get("LIBDIR") and variables.get("MULTIARCH"):
        folders.append(f"{variables['LIBDIR']}/{variables['MULTIARCH']}")
    for folder in filter(None, folders):
        if list(Path(folder).glob(f"lib{name}.so*")):
            return Path(folder), name
    raise BuildError(
        f"{sys.executable} comes without lib{name}.so, which the library runs on; on Debian and Ubuntu: "
        f"apt-get install lib{name}-dev"
    )


def _link(library: Library, objects: Sequence[Path], quiet: bool) -> Path:
    lib = library.out / "lib"
    lib.mkdir(parents=True, exist_ok=True)
    shared = lib / f"lib{library.prefix}.so.{library.abi}.{library.version}"
    exports = _write(
        library.work / "exports.map",
        f"{library.prefix.upper()}_{library.abi} {{\n  global: {library.prefix}_*;\n  local: *;\n}};\n".replace(
            "local: *", f"local: {library.prefix}_py_*; *"
        ),
    )
    if not shared.exists() or _is_older(shared, [*objects, exports]):
        folder, name = _libpython()
        new = shared.with_suffix(".new")
        _run(
            [
                *("gcc", "-shared", "-o", str(new), *map(str, objects)),
                f"-Wl,-soname,{library.soname}",
                f"-Wl,--version-script={exports}",
                "-Wl,-z,defs",
                "-Wl,-z,nodelete",  # Python's threads run in it: it stays when a host unloads it
                f"-Wl,-rpath,{folder}",
                *(f"-L{folder}", f"-l{name}", "-ldl", "-lpthread"),
            ],
            quiet,
        )
        new.replace(shared)  # a running process keeps the file it has mapped
    links = {library.soname: shared.name, f"lib{library.prefix}.so": library.soname}
    for link, target in links.items():
        path = lib / link
        if not path.is_symlink() or str(path.readlink()) != target:
            path.unlink(missing_ok=True)
            path.symlink_to(target)
    for path in lib.glob(f"lib{library.prefix}.so.*"):  # of versions that were built before
        if path != shared and path.name not in links:
            path.unlink()
    return lib / f"lib{library.prefix}.so"


def _install(library: Library) -> None:
    """Copies the headers and writes the pkg-config file, whose paths are relative to itself."""
    source = library.generated / "c" / "include"
    for path in source.rglob("*.h"):
        place = library.out / "include" / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(place, path.read_text())
    folder = library.out / "lib" / "pkgconfig"
    folder.mkdir(parents=True, exist_ok=True)
    _write(
        folder / f"{library.prefix}.pc",
        "prefix=${pcfiledir}/../..\n\n"
        f"Name: {library.prefix}\nDescription: The C library of {library.prefix}\nVersion: {library.version}\n"
        f"Cflags: -I${{prefix}}/include\nLibs: -L${{prefix}}/lib -l{library.prefix} -Wl,-rpath,${{prefix}}/lib\n",
    )


def build_conformance(library: Library, quiet: bool = False) -> list[Path]:
    """Compiles the conformance programs into ``conformance/`` of the tree; gives their paths. Raises BuildError."""
    folder = library.out / "conformance"
    folder.mkdir(parents=True, exist_ok=True)
    flags = [*_flags(library), f"-I{HERE / 'conformance'}"]
    support = _compile(library, HERE / "conformance" / "example.c", flags, quiet)
    lib = library.out / "lib"
    made = []
    for source in sorted((library.generated / "c" / "conformance").glob("*.c")):
        compiled = _compile(library, source, flags, quiet, kind="conformance")
        program = folder / source.stem
        if not program.exists() or _is_older(program, [compiled, support]):
            linked = [f"-L{lib}", f"-l{library.prefix}", f"-Wl,-rpath,{lib}"]
            _run(["gcc", "-o", str(program), str(compiled), str(support), *linked], quiet)
        made.append(program)
    return made


def _run(command: Sequence[str], quiet: bool) -> None:
    if not quiet:
        print(f"  {command[0]} {Path(command[-1]).name}", file=sys.stderr)
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        raise BuildError(
            f"{command[0]} is missing; on Debian and Ubuntu: apt-get install build-essential"
        ) from None
    if done.returncode != 0:
        raise BuildError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Build the C library of a generated interface.")
    parser.add_argument(
        "--generated", type=Path, default=Path("generated"), help="where bridgegen wrote (default: generated)"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("build/native"), help="the tree to make (default: build/native)"
    )
    parser.add_argument("--package", help="the generated Python package (default: the interface's name)")
    parser.add_argument("--conformance", action="store_true", help="build the conformance programs too")
    parser.add_argument("--quiet", action="store_true", help="say nothing while it goes well")
    options = parser.parse_args(arguments)
    try:
        library = find(options.generated.resolve(), options.out.resolve(), options.package)
        shared = build(library, options.quiet)
        if options.conformance:
            build_conformance(library, options.quiet)
    except BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    if not options.quiet:
        print(shared)
    return 0


if __name__ == "__main__":
    sys.exit(main())
