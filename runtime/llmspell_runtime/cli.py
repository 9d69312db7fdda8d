"""The command ``llmspell``: runs spells, single functions and tests, within the permissions that its options grant.

Exit status: 0 when all went well, 1 when the spell, the call or a test failed, 2 when the command line makes no sense,
130 when it was interrupted.
"""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn

try:
    import typer
except ImportError:  # pragma: no cover - depends on the installation
    sys.exit(
        "the command llmspell needs typer: install this package's extra 'cli', as in `pip install 'llmspell[cli]'`"
    )

if TYPE_CHECKING:
    from bridge_runtime.errors import BridgeError

FAILED: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130

app = typer.Typer(
    name="llmspell",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Grants = Annotated[
    list[str] | None,
    typer.Option(
        "--grant",
        "-g",
        metavar="NAME[=VALUE]",
        help="Grant a permission: fs.read=., net=api.example.com, llm. May be given again.",
    ),
]
Bare = Annotated[bool, typer.Option("--no-default-grants", help="Grant nothing but what --grant says.")]
MEMORY_MIB: Final = 1024
Memory = Annotated[
    int, typer.Option("--memory", metavar="MIB", min=16, help="How much memory its values may take.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Write an error as JSON.")]


@app.command()
def run(
    spell: Annotated[Path, typer.Argument(help="The script: .lua or .js.", metavar="SPELL")],
    arguments: Annotated[
        list[str] | None, typer.Argument(help="What the spell finds in arg (Lua) or args (JavaScript).")
    ] = None,
    grant: Grants = None,
    no_default_grants: Bare = False,
    memory: Memory = MEMORY_MIB,
    as_json: AsJson = False,
) -> None:
    """Run a spell, and print what it returns."""
    from llmspell_runtime.spells import NotASpell, run_spell

    def work(session: Any) -> Any:
        try:
            return run_spell(session, spell, arguments or (), memory_bytes=memory * 1024 * 1024)
        except NotASpell as error:
            _stop(str(error))

    _print(_in_session(work, _permissions(grant, no_default_grants), as_json), nothing=None)


@app.command()
def call(
    function: Annotated[str, typer.Argument(help="Its full name: tool.execute.")],
    arguments: Annotated[str, typer.Argument(help="Its arguments by name, as a JSON object.")] = "{}",
    grant: Grants = None,
    no_default_grants: Bare = False,
    as_json: AsJson = False,
) -> None:
    """Call one function of the interface, and print its result as JSON."""
    from bridge_runtime.values import InvalidJson, read_json

    try:
        given = read_json(arguments)
    except InvalidJson as error:
        _stop(f"the arguments are not JSON: {error}")
    if not isinstance(given, dict):
        _stop('the arguments are a JSON object, such as \'{"name": "calculator"}\'')

    def work(session: Any) -> Any:
        found = session.core.call_json(function, given)
        return list(found) if hasattr(found, "__next__") else found

    _print(_in_session(work, _permissions(grant, no_default_grants), as_json), nothing=Ellipsis)


@app.command()
def test(
    paths: Annotated[
        list[Path], typer.Argument(help="Files of scenarios, or folders to search for them.", metavar="PATHS")
    ],
    tag: Annotated[
        list[str] | None, typer.Option(help="Only scenarios with this tag; may be given again.")
    ] = None,
    exclude_tag: Annotated[list[str] | None, typer.Option(help="No scenario with this tag.")] = None,
    stop: Annotated[bool, typer.Option("--stop", "-x", help="Stop when one has not passed.")] = False,
    concurrency: Annotated[
        int, typer.Option("--concurrency", "-j", min=1, max=16, help="How many at once.")
    ] = 1,
    report: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="Write a report: .xml is JUnit, .json, .md and .tap are what they say."
        ),
    ] = None,
    coverage: Annotated[
        float | None,
        typer.Option(
            metavar="PERCENT", min=0, max=100, help="Show what was covered; fail below so many functions."
        ),
    ] = None,
    grant: Grants = None,
    no_default_grants: Bare = False,
) -> None:
    """Run files of scenarios (*.scenario.yaml, *.scenario.json), each in a session of its own."""
    from llmspell.testing.types import SuiteOptions

    from llmspell_runtime.testing.command import ToRun, main

    options = SuiteOptions(
        tags=tag or None, exclude_tags=exclude_tag or None, stop_on_failure=stop, concurrency=concurrency
    )
    permissions = _permissions(grant, no_default_grants)
    raise typer.Exit(main(ToRun(paths, permissions, options, report or (), coverage)))


@app.callback(invoke_without_command=True)
def about(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """One runtime for LLM agents: run spells in Lua and JavaScript, call one function, or test."""
    if version:
        from llmspell import __version__

        print(f"llmspell {__version__}")
        raise typer.Exit


def main() -> None:
    """Entry point of the command."""
    from llmspell_runtime.terminal import end_when_interrupted, end_with_reader

    end_with_reader()
    end_when_interrupted(INTERRUPTED)
    app()


def _permissions(grants: list[str] | None, bare: bool) -> dict[str, Any]:
    """The permissions that the options stand for."""
    from llmspell_runtime.grants import NotAGrant, granted

    try:
        return granted(grants or (), bare=bare)
    except NotAGrant as error:
        _stop(f"--grant {error}")


def _in_session(work: Any, permissions: dict[str, Any], as_json: bool) -> Any:
    """What ``work`` gives for a session with ``permissions``; ends the process when it fails."""
    from bridge_runtime.errors import BridgeError
    from llmspell import Session

    try:
        with Session(permissions=permissions) as session:
            return work(session)
    except BridgeError as error:
        sys.stdout.flush()
        print(
            json.dumps(error.to_json(), ensure_ascii=False) if as_json else described(error), file=sys.stderr
        )
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None


def described(error: BridgeError) -> str:
    """An error for people: its code and message, what led to it, where the spell was, and the option that helps."""
    lines, link = [f"error {error.code}: {error.message}"], error
    while (cause := link.cause) is not None:
        if str(cause.fields.get("detail") or cause.message) not in link.message:
            lines.append(f"  because of {cause.code}: {cause.message}")
        link = cause
    lines += [f"  {line}" for line in _stack(error).expandtabs(4).splitlines()]
    if link.code == "runtime.permission_denied":
        name, what = link.fields.get("permission"), link.fields.get("what")
        value = f"={shlex.quote(str(what))}" if what and what != "everything" else ""
        lines.append(f"  to permit it: --grant {name}{value}")
    if link.code == "runtime.limit_exceeded" and link.fields.get("limit") == "memory_bytes":
        lines.append("  to give it more: --memory, in MiB")
    return "\n".join(lines)


def _stack(error: BridgeError) -> str:
    """Where a spell was when it failed, as its host tells it: in a field of its own errors, in a note of a call's."""
    told = error.fields.get("traceback") or error.fields.get("stack")
    return str(told or "\n".join(getattr(error, "__notes__", ())))


def _print(value: Any, nothing: object) -> None:
    if value is not nothing:
        print(json.dumps(value, ensure_ascii=False, indent=2))


def _stop(message: str) -> NoReturn:
    print(f"llmspell: {message}", file=sys.stderr)
    raise typer.Exit(USAGE)
