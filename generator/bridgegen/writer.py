"""The output folder: what a run would change in it, and the change itself.

A manifest beside the output lists the files that are ours. Nothing else is ever touched, unchanged files keep
their times, and everything is staged before the first file is put in place.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bridgegen.diagnostics import Report

MANIFEST = "manifest.json"
_ABOUT = "Files that bridgegen wrote here, by their SHA-256. It replaces and removes these, and no others."


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass(slots=True)
class Hashes:
    """Digests of files on disk; a file is read again only when its size or time changed."""

    known: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    """Path -> size, time of change, digest."""

    def of(self, name: str) -> str | None:
        """The digest of the file ``name``, or None when there is no such file."""
        try:
            status = os.stat(name)  # noqa: PTH116 - called for every output file
            remembered = self.known.get(name)
            if remembered and remembered[:2] == (status.st_size, status.st_mtime_ns):
                return remembered[2]
            found = sha256(Path(name).read_bytes())
        except OSError:
            self.known.pop(name, None)
            return None
        self.known[name] = (status.st_size, status.st_mtime_ns, found)
        return found


@dataclass(slots=True)
class Changes:
    """What a run would do to the output folder; paths are relative to it."""

    output: Path
    manifest: dict[str, str]
    """Every file that is ours afterwards, with its digest."""
    write: dict[str, bytes] = field(default_factory=dict)
    remove: list[str] = field(default_factory=list)
    unchanged: int = 0
    beside: dict[Path, bytes] = field(default_factory=dict)
    """Files outside the output folder that change with it: abi.lock."""
    owned: dict[str, str] = field(default_factory=dict)
    """The manifest as it was."""

    @property
    def drift(self) -> list[str]:
        """Paths that differ from what the interface says, for ``generate --check``."""
        return sorted([*self.write, *self.remove, *(path.name for path in self.beside)])


def read_manifest(output: Path, report: Report) -> dict[str, str]:
    """The files of earlier runs; a manifest that is none is reported."""
    path = output / MANIFEST
    try:
        files = json.loads(path.read_bytes())["files"]
        if all(isinstance(name, str) and isinstance(digest, str) for name, digest in files.items()):
            return dict(files)
    except FileNotFoundError:
        return {}
    except NotADirectoryError:
        report.error("output-unwritable", f"the output {output.name} is a file, not a folder; move it", None)
        return {}
    except OSError as error:
        report.error("output-unwritable", f"{output.name}/{MANIFEST} cannot be read: {error.strerror}", None)
        return {}
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    message = (
        f"{output.name}/{MANIFEST} is no manifest of bridgegen; take it back from version control, or move it"
    )
    report.error("output-manifest", message, None)
    return {}


def plan(
    output: Path,
    texts: Mapping[str, str],
    kept: Mapping[str, str],
    others: Iterable[str],
    hashes: Hashes,
    report: Report,
) -> Changes:
    """Compares what was rendered with what is there.

    ``texts`` were rendered now, ``kept`` (path -> digest) are still right on disk, and files of the folders
    ``others`` belong to targets that are not part of this run. A file that is in the way and not ours is reported.
    """
    owned = read_manifest(output, report)
    elsewhere = {path: digest for path, digest in owned.items() if path.partition("/")[0] in set(others)}
    changes = Changes(output, {**elsewhere, **kept}, owned=owned, unchanged=len(kept))
    for path, text in texts.items():
        data = text.encode("utf-8", "surrogatepass")
        wanted, present = sha256(data), hashes.of(f"{output}/{path}")
        changes.manifest[path] = wanted
        if present == wanted:
            changes.unchanged += 1
        elif path not in owned and (output / path).exists():
            message = (
                f"{output.name}/{path} is in the way, and bridgegen did not write it; move it, or delete it"
            )
            report.error("output-foreign", message, None)
        else:
            changes.write[path] = data
    changes.remove = sorted(
        path for path in owned if path not in changes.manifest and (output / path).exists()
    )
    return changes


def check_paths(paths: Iterable[str], report: Report) -> None:
    """Reports paths that leave the output folder, and two that are one on a disk that ignores case."""
    seen: dict[str, str] = {}
    for path in paths:
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or "\\" in path or str(pure) != path:
            report.error("target-path", f"the path {path!r} does not stay in the output folder", None)
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            report.error(
                "target-path", f"{path!r} and {other!r} are one file on a disk that ignores case", None
            )


def apply(changes: Changes, report: Report) -> bool:
    """Makes the changes; on failure reports why, and says False with the old files in place."""
    output = changes.output
    manifest = _manifest(changes.manifest)
    if not (changes.write or changes.remove or changes.beside) and sha256(manifest) == _digest(
        output / MANIFEST
    ):
        return True
    try:
        output.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".bridgegen-", dir=output))
    except OSError as error:
        _unwritable(output, error, report)
        return False
    try:
        _apply(changes, stage, manifest)
    except OSError as error:
        _unwritable(output, error, report)
        return False
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return True


def _apply(changes: Changes, stage: Path, manifest: bytes) -> None:
    staged: list[tuple[Path, Path]] = []
    # abi.lock goes first: no number may be seen in the output before it is kept.
    for place, data in changes.beside.items():
        staged.append((new_file(place.parent, data), place))
    try:
        # Until all is done the manifest lists old and new: an interrupted run leaves nothing that looks foreign.
        between = _manifest({**changes.owned, **changes.manifest})
        for path, data in {MANIFEST: between, **changes.write}.items():
            (changes.output / path).parent.mkdir(parents=True, exist_ok=True)
            staged.append((new_file(stage, data), changes.output / path))
        last = new_file(stage, manifest)
        for temporary, place in staged:
            temporary.replace(place)
    except OSError:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        raise
    for path in changes.remove:
        _remove(changes.output, path)
    last.replace(changes.output / MANIFEST)


def new_file(folder: Path, data: bytes) -> Path:
    """A new file in ``folder`` that holds ``data``, to be moved to its place in one step."""
    with tempfile.NamedTemporaryFile(prefix=".bridgegen-", dir=folder, delete=False) as file:
        file.write(data)
    path = Path(file.name)
    path.chmod(0o666 & ~_umask())
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _remove(output: Path, path: str) -> None:
    """Removes a file, and the folders that are empty without it."""
    place = output / path
    place.unlink(missing_ok=True)
    for folder in place.parents:
        if folder == output:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def _manifest(files: Mapping[str, str]) -> bytes:
    return (json.dumps({"about": _ABOUT, "files": dict(sorted(files.items()))}, indent=1) + "\n").encode()


def _digest(path: Path) -> str | None:
    with contextlib.suppress(OSError):
        return sha256(path.read_bytes())
    return None


def _unwritable(output: Path, error: OSError, report: Report) -> None:
    what = Path(error.filename).name if error.filename else output.name
    message = (
        f"the output folder {output.name!r} cannot be written ({what}: {error.strerror}); nothing was changed"
    )
    report.error("output-unwritable", f"{message}; give yourself write access, or change `output`", None)
