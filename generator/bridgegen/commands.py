"""The verbs of the command line. Exit status: 0 all is well, 1 the interface or the output is not, 2 the call is wrong."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from bridgegen.cli import interface_file

if TYPE_CHECKING:
    from bridgegen.pipeline import Outcome

app = typer.Typer(
    name="bridgegen",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Compile one interface, written in YAML, into the surfaces of many languages.",
)


class Format(StrEnum):
    """How diagnostics are written."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


InterfaceOption = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads this at run time
    typer.Option(
        "--interface", "-i", help="The interface.yaml; otherwise ./idl/interface.yaml.", show_default=False
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write what is wrong.")]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
TargetOption = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--target", "-t", help="Only this target; may be given again.", show_default=False),
]


@app.command()
def check(
    interface: InterfaceOption = None,
    format: FormatOption = Format.text,
    json: JsonOption = False,
) -> None:
    """Say what is wrong with the interface, for every target; write nothing."""
    from bridgegen import pipeline

    path = interface_file(interface)
    outcome = pipeline.check(path)
    chosen = Format.json if json else format
    _report(outcome, path, chosen)
    if chosen is Format.text and not len(outcome.report):
        typer.echo("nothing is wrong")
    raise typer.Exit(1 if outcome.report.has_errors else 0)


@app.command()
def generate(
    interface: InterfaceOption = None,
    target: TargetOption = None,
    only_check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 and list the files that would change.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Render everything, whatever was remembered.")
    ] = False,
    format: FormatOption = Format.text,
    json: JsonOption = False,
) -> None:
    """Write the files of every target, or of some. Any error, and nothing is written."""
    path = interface_file(interface)
    chosen = Format.json if json else format
    from bridgegen import pipeline

    outcome = pipeline.generate(path, target or None, only_check=only_check, use_cache=not no_cache)
    if chosen is Format.json:
        _print_json(outcome, path)
    else:
        _report(outcome, path, chosen)
        if not outcome.report.has_errors and chosen is Format.text:
            _print_changes(outcome, only_check)
    raise typer.Exit(1 if outcome.report.has_errors or (only_check and outcome.drift) else 0)


@app.command()
def explain(rule: Annotated[str, typer.Argument(help="A rule's id, a category, or `all`.")] = "all") -> None:
    """Tell what a rule wants and why; list the rules when none is named."""
    from bridgegen import rules
    from bridgegen.suggest import suggestion

    if found := rules.get(rule):
        typer.echo(found.page.rstrip())
        return
    listed = [entry for entry in rules.every() if rule in ("all", entry.category)]
    if not listed:
        hint = suggestion(rule, rules.names()) or "; `bridgegen explain` lists them"
        typer.echo(f"there is no rule {rule!r}{hint}", err=True)
        raise typer.Exit(2)
    width = max(len(entry.name) for entry in listed)
    for entry in listed:
        typer.echo(f"{entry.name:<{width}}  {entry.title}")


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    name: Annotated[str, typer.Option(help="What the interface is called; otherwise as the folder.")] = "",
) -> None:
    """Make a small working project: an interface, its implementation, a demo and a test."""
    from bridgegen import scaffold

    try:
        made = scaffold.create(folder, name)
    except scaffold.Refused as refusal:
        typer.echo(str(refusal), err=True)
        raise typer.Exit(2) from None
    for path in made:
        typer.echo(f"  {path}")
    typer.echo(f"\nNow: cd {folder} && bridgegen generate && python demo.py")


def _shown(path: Path) -> str:
    from bridgegen.reporting import shown_path

    return shown_path(path.name, path.parent)


def _report(outcome: Outcome, path: Path, format: Format) -> None:
    """Diagnostics for people go to standard error, those for machines to standard output."""
    from bridgegen import reporting

    project = path.resolve().parent.parent
    if format is not Format.text:
        typer.echo(reporting.render(outcome.report, outcome.sources, project, format.value))
    elif len(outcome.report):
        from bridgegen.reporting.text import as_text

        found = reporting.ordered(outcome.report)
        typer.echo(as_text(found, outcome.sources, project, colour=_has_colour()), err=True)


def _has_colour() -> bool:
    import os

    return sys.stderr.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _print_changes(outcome: Outcome, only_check: bool) -> None:
    assert outcome.output is not None
    where = _shown(outcome.output)
    if only_check:
        for path in outcome.drift:
            typer.echo(f"differs: {path}")
        typer.echo(
            f"{len(outcome.drift)} files in {where} differ; run `bridgegen generate`"
            if outcome.drift
            else f"{where} is up to date"
        )
        return
    removed = f", {len(outcome.removed)} removed" if outcome.removed else ""
    typer.echo(f"{len(outcome.written)} files written{removed}, {outcome.unchanged} unchanged in {where}")


def _print_json(outcome: Outcome, path: Path) -> None:
    import json

    from bridgegen.reporting import ordered
    from bridgegen.reporting.machine import as_objects

    result: dict[str, Any] = {
        "output": str(outcome.output) if outcome.output else None,
        "written": outcome.written,
        "removed": outcome.removed,
        "unchanged": outcome.unchanged,
        "drift": outcome.drift,
        "rendered": outcome.rendered,
        "diagnostics": as_objects(ordered(outcome.report), path.resolve().parent.parent),
    }
    typer.echo(json.dumps(result, indent=2, ensure_ascii=False))
