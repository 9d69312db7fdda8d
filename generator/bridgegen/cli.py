"""Entry point of the command ``bridgegen``.

The commonest call, plain ``bridgegen generate``, is understood here, before the command line's own library is
imported: that import costs more than saying that there is nothing to do. A run ends soon and makes no garbage
worth collecting, so the collector is off.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

_LIBRARIES = frozenset({"datamodel_code_generator", "jinja2", "jsonschema", "rich", "typer", "yaml"})
"""What only the extra ``generate`` installs, by the names that are imported."""


def main() -> None:
    """Runs the command that ``sys.argv`` gives; ends the process with its status."""
    try:
        _run()
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _LIBRARIES:
            raise
        sys.exit(
            f"the command bridgegen needs {missing}: install this package's extra 'generate', as in "
            "`pip install 'llmspell[generate]'`"
        )


def _run() -> None:
    if plain := _plain_generate(sys.argv[1:]):
        sys.exit(_generate(*plain))
    gc.disable()
    from bridgegen.commands import app

    app()


def interface_file(given: Path | None) -> Path:
    """The file that was named, or the one that is where it usually is."""
    if given is not None:
        inside = given / "interface.yaml"
        return inside if inside.is_file() else given
    usual, here = Path("idl/interface.yaml"), Path("interface.yaml")
    return here if not usual.exists() and here.exists() else usual


def _plain_generate(arguments: Sequence[str]) -> tuple[Path, list[str] | None] | None:
    """The interface and the targets, when the call is ``generate`` with no other options."""
    if not arguments or arguments[0] != "generate" or len(arguments) % 2 == 0:
        return None
    given: Path | None = None
    wanted: list[str] = []
    for option, value in zip(arguments[1::2], arguments[2::2], strict=True):
        if option in ("--interface", "-i"):
            given = Path(value)
        elif option in ("--target", "-t"):
            wanted.append(value)
        else:
            return None
    return interface_file(given), wanted or None


def _generate(path: Path, wanted: list[str] | None) -> int:
    """Says that there is nothing to do, or does it."""
    from bridgegen.unchanged import last_run

    last = last_run(path, wanted)
    if last is not None and not last.diagnostics:
        print(f"{last.files} files are up to date in {_shown(Path(last.output))}")
        return 0
    gc.disable()
    from bridgegen import running

    return running.generate(path, wanted)


def _shown(path: Path) -> str:
    """A folder as seen from here, when it is near."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
