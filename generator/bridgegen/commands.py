"""The verbs of the command line. Exit status: 0 all is well, 1 the interface or the output is not, 2 the call is wrong."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from bridgegen.cli import interface_file

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
    from bridgegen import running

    raise typer.Exit(running.check(interface_file(interface), (Format.json if json else format).value))


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
    from bridgegen import running

    chosen = (Format.json if json else format).value
    path = interface_file(interface)
    status = running.generate(
        path, target or None, only_check=only_check, use_cache=not no_cache, format=chosen
    )
    raise typer.Exit(status)


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
        hint = suggestion(rule, rules.names()) or (
            "; `bridgegen explain` lists ours, and a target of another package tells of its own"
        )
        typer.echo(f"there is no rule {rule!r}{hint}", err=True)
        raise typer.Exit(2)
    width = max(len(entry.name) for entry in listed)
    for entry in listed:
        typer.echo(f"{entry.name:<{width}}  {entry.title}")


@app.command()
def schema(interface: InterfaceOption = None) -> None:
    """Write the language's own JSON Schemas beside the interface, for editors; again after an upgrade."""
    from bridgegen import editor

    path = interface_file(interface)
    if not path.is_file():
        typer.echo(f"there is no {path}; name the interface with --interface", err=True)
        raise typer.Exit(2)
    folder = path.parent / editor.FOLDER
    try:
        changed = editor.write(folder)
    except OSError as error:
        typer.echo(f"{folder} cannot be written: {error.strerror}", err=True)
        raise typer.Exit(2) from None
    for written in changed:
        typer.echo(f"  {written}")
    typer.echo(
        f"A file's first line leads an editor there: # yaml-language-server: $schema={editor.FOLDER}/{editor.NAMES[1]}"
    )


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
    typer.echo(f"\nNow: cd {folder} && bridgegen generate && python examples/greet.py")
