"""Reading and writing whole files: regular ones only, bounded, atomic, never through a late symbolic link.

Paths come from the session's permissions, already resolved. Between that check and the opening another process may
put a symbolic link in the way; what was opened is therefore compared with what was permitted.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path


class FileFailure(OSError):
    """A file could not be read or written; the message is the reason, without the path."""


class FileMissing(FileFailure):
    """There is no such file."""


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of the regular file at the resolved ``path``; raises FileFailure when there are more than ``limit``."""
    descriptor = _open_regular(path, os.O_RDONLY)
    with os.fdopen(descriptor, "rb") as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise FileFailure(reason(error)) from None
    if len(data) > limit:
        raise FileFailure(f"has more than {limit} bytes")
    return data


def write_file(path: Path, data: bytes, *, replace: bool = True) -> bool:
    """Put ``data`` at the resolved ``path`` as a whole: a reader sees the old file or the new one.

    The permission bits of a file that is replaced are kept. Returns whether there was a file before. Raises
    FileFailure; without ``replace`` also when there is one.
    """
    try:
        before = path.lstat()
    except FileNotFoundError:
        before = None
    except OSError as error:
        raise FileFailure(reason(error)) from None
    if before is not None and not stat.S_ISREG(before.st_mode):
        raise FileFailure("is a folder" if stat.S_ISDIR(before.st_mode) else "is not a regular file")
    if before is not None and not replace:
        raise FileFailure("is there already")
    mode = 0o666 & ~_umask() if before is None else stat.S_IMODE(before.st_mode)
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        raise FileFailure(f"its folder: {reason(error)}") from None
    try:
        _require_same(folder, path.parent)
        _replace(folder, path.name, data, mode, replace)
    except FileExistsError:
        raise FileFailure("is there already") from None
    except OSError as error:
        raise error if isinstance(error, FileFailure) else FileFailure(reason(error)) from None
    finally:
        os.close(folder)
    return before is not None


def append_file(path: Path, data: bytes) -> bool:
    """Add ``data`` to the end of the regular file at ``path``, or make it; returns whether there was one."""
    try:
        descriptor = _open_regular(path, os.O_WRONLY | os.O_APPEND)
    except FileMissing:
        return write_file(path, data, replace=False)
    with os.fdopen(descriptor, "ab", buffering=0) as file:
        try:
            view = memoryview(data)
            while view:
                view = view[file.write(view) or 0 :]
        except OSError as error:
            raise FileFailure(reason(error)) from None
    return True


def _open_regular(path: Path, flags: int) -> int:
    """A descriptor of the regular file at ``path``; raises FileMissing and FileFailure."""
    try:
        # O_NONBLOCK: opening a pipe must not wait for who is at its other end.
        descriptor = os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise FileMissing(reason(error)) from None
    except OSError as error:
        raise FileFailure(reason(error)) from None
    try:
        _require_same(descriptor, path)
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise FileFailure("is a folder" if stat.S_ISDIR(mode) else "is not a regular file")
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _replace(folder: int, name: str, data: bytes, mode: int, replace: bool) -> None:
    """Write a temporary file in ``folder`` and give it its name; all by descriptor, so the folder cannot change."""
    temporary = f".{secrets.token_hex(8)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(temporary, flags, 0o600, dir_fd=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        if replace:
            os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        else:
            os.link(temporary, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary, dir_fd=folder)


def _require_same(descriptor: int, path: Path) -> None:
    """Refuse an open file that is not the one at ``path``: a folder on the way was exchanged for a link."""
    opened = Path(f"/proc/self/fd/{descriptor}")
    if not opened.parent.is_dir():  # no such files here (macOS): O_NOFOLLOW alone has to do
        return
    if opened.readlink() != path:
        raise FileFailure("changed its place while it was being opened")


def _umask() -> int:
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("Umask:"):
                return int(line.split()[1], 8)
    except OSError:
        pass
    return 0o022


def reason(error: OSError) -> str:
    """What went wrong, in words that do not depend on the system's language."""
    known: dict[type[OSError], str] = {
        FileNotFoundError: "no such file",
        PermissionError: "the system does not permit it",
        IsADirectoryError: "is a folder",
        NotADirectoryError: "part of the path is not a folder",
    }
    return known.get(type(error)) or (error.strerror or str(error)).lower()
