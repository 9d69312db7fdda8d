"""Entry point of the command ``bridgegen``.

The commonest run, ``bridgegen generate`` with nothing to do, is answered here, before the command line's own
library is imported: that import costs more than the answer.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    """Runs the command that ``sys.argv`` gives; ends the process with its status."""
    if answer := _nothing_to_do(sys.argv[1:]):
        print(answer)
        return
    from bridgegen.commands import app

    app()


def interface_file(given: Path | None) -> Path:
    """The file that was named, or the one that is where it usually is."""
    if given is not None:
        inside = given / "interface.yaml"
        return inside if inside.is_file() else given
    usual, here = Path("idl/interface.yaml"), Path("interface.yaml")
    return here if not usual.exists() and here.exists() else usual


def _nothing_to_do(arguments: Sequence[str]) -> str:
    """What to say when this is a plain ``generate`` and everything is up to date; else empty."""
    if not arguments or arguments[0] != "generate" or len(arguments) % 2 == 0:
        return ""
    given: Path | None = None
    wanted: list[str] = []
    for option, value in zip(arguments[1::2], arguments[2::2], strict=True):
        if option in ("--interface", "-i"):
            given = Path(value)
        elif option in ("--target", "-t"):
            wanted.append(value)
        else:
            return ""
    from bridgegen.unchanged import last_run

    last = last_run(interface_file(given), wanted or None)
    if last is None or last.diagnostics:
        return ""
    return f"{last.files} files are up to date in {_shown(Path(last.output))}"


def _shown(path: Path) -> str:
    """A folder as seen from here, when it is near."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
