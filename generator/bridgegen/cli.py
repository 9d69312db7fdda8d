"""The command line: ``bridgegen check``, ``bridgegen generate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)

InterfaceFile = Annotated[Path, typer.Option(help="The interface.yaml to read.")]


@app.command()
def check(interface: InterfaceFile = Path("idl/interface.yaml")) -> None:
    """Say what is wrong with the interface; write nothing."""
    from bridgegen.load import load

    _, report, _ = load(interface)
    _show(report)
    raise typer.Exit(1 if report.has_errors else 0)


@app.command()
def generate(
    interface: InterfaceFile = Path("idl/interface.yaml"),
    target: Annotated[list[str] | None, typer.Option(help="Only this target; may be given again.")] = None,
) -> None:
    """Write every target's files."""
    from bridgegen.pipeline import generate as run

    outcome = run(interface, target or None)
    _show(outcome.report)
    if outcome.report.has_errors:
        raise typer.Exit(1)
    typer.echo(f"{len(outcome.written)} files written to {outcome.output}")


def _show(report: object) -> None:
    for diagnostic in report:  # type: ignore[attr-defined]
        place = diagnostic.position
        where = f"{place.file}:{place.line}:{place.column}: " if place else ""
        typer.echo(f"{where}{diagnostic.severity}[{diagnostic.rule}]: {diagnostic.message}", err=True)


def main() -> None:
    """Entry point of the command ``bridgegen``."""
    app()
