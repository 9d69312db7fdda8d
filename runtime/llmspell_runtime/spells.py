"""Running a spell: a script file in Lua or JavaScript, within one session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from llmspell import Session

MAX_SOURCE_BYTES: Final = 16 * 1024 * 1024

_TYPESCRIPT: Final = frozenset({".ts", ".mts", ".tsx"})


class NotASpell(ValueError):
    """The file cannot be run; the message says why, and the way out."""


def run_spell(
    session: Session, path: Path, arguments: Sequence[str] = (), *, memory_bytes: int | None = None
) -> Any:
    """Run the file at ``path`` in ``session``; gives what it returns (Lua) or exports by default (JavaScript).

    The spell sees ``arguments`` as stock Lua gives them, in ``...`` and the global ``arg`` (from 1, with the file's
    name at 0), or in ``args`` (JavaScript), and may hold ``memory_bytes`` of its engine's memory. Raises NotASpell, the
    BridgeError that the spell did not catch, and SystemExit when it ends by ``os.exit``.
    """
    source, suffix, folder = _read(path), path.suffix.lower(), path.resolve().parent
    if suffix == ".lua":
        from bridge_runtime.hosts.lua import LuaHost

        with LuaHost(session, path=[folder], memory_bytes=memory_bytes, program=True) as host:
            return host.run(_with_lua_arguments(source, path, arguments), name=str(path), arguments=arguments)
    if suffix in (".js", ".mjs"):
        from bridge_runtime.hosts.javascript import JavaScriptHost

        source = f"//{source}" if source.startswith("#!") else source
        globals = {"args": list(arguments)}
        javascript = JavaScriptHost(session.core, globals=globals, memory_bytes=memory_bytes, folder=folder)
        return javascript.run(source, name=str(path))
    if suffix in _TYPESCRIPT:
        raise NotASpell(f"{path} is TypeScript; compile it to JavaScript first, with `tsc`")
    raise NotASpell(f"{path} is neither .lua nor .js; a spell is one of them")


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_SOURCE_BYTES:
            raise NotASpell(f"{path} has more than {MAX_SOURCE_BYTES} bytes")
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise NotASpell(f"{path} is not UTF-8 text (byte {error.start})") from None
    except FileNotFoundError:
        raise NotASpell(f"there is no file {path}") from None
    except OSError as error:
        raise NotASpell(f"{path} cannot be read: {error.strerror}") from None


def _with_lua_arguments(source: str, path: Path, arguments: Sequence[str]) -> str:
    listed = ", ".join([f"[0] = {_lua_text(str(path))}", *map(_lua_text, arguments)])
    return f"arg = {{{listed}}} {'--' if source.startswith('#') else ''}{source}"


def _lua_text(text: str) -> str:
    """A Lua string literal: every byte that is not a plain character as a decimal escape."""
    plain = (
        chr(byte) if chr(byte).isalnum() and byte < 128 else f"\\{byte:03d}" for byte in text.encode("utf-8")
    )
    return f'"{"".join(plain)}"'
