"""The command as its user meets it: what it prints, and how it exits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bridgegen.load import load

from tests.bridgegen.support import Command

SPOILED = "    result: {$ref: '#/types/Greting'}"


def spoil(project: Path) -> None:
    """Misspells a reference in the project's interface."""
    path = project / "idl" / "greeter.yaml"
    path.write_text(path.read_text().replace("    result: {$ref: '#/types/Greeting'}", SPOILED))


def test_check_says_nothing_is_wrong(project: Path, command: Command) -> None:
    result = command("check", cwd=project)
    assert (result.returncode, result.stdout, result.stderr) == (0, "nothing is wrong\n", "")


def test_check_shows_the_line_and_points_at_the_place(project: Path, command: Command) -> None:
    spoil(project)
    result = command("check", cwd=project)
    assert result.returncode == 1
    number = project.joinpath("idl/greeter.yaml").read_text().splitlines().index(SPOILED) + 1
    assert result.stderr.splitlines()[:4] == [
        "error[type-dangling-ref]: '#/types/Greting' refers to nothing; module 'greeter' declares no types/Greting; "
        "did you mean '#/types/Greeting'?",
        f"  --> idl/greeter.yaml:{number}:20",
        f"{number} | {SPOILED}",
        "   |                    ^",
    ]


def test_check_as_json(project: Path, command: Command) -> None:
    spoil(project)
    result = command("check", "--json", cwd=project)
    assert result.returncode == 1
    found = json.loads(result.stdout)["diagnostics"][0]
    assert (
        found["rule"] == "type-dangling-ref" and found["file"] == "idl/greeter.yaml" and found["column"] == 20
    )


def test_check_as_annotations_of_github(project: Path, command: Command) -> None:
    spoil(project)
    result = command("check", "--format", "github", cwd=project)
    first = result.stdout.splitlines()[0]
    assert first.startswith("::error file=idl/greeter.yaml,line=") and ",title=type-dangling-ref::" in first


def test_check_as_sarif(project: Path, command: Command) -> None:
    spoil(project)
    run = json.loads(command("check", "--format", "sarif", cwd=project).stdout)["runs"][0]
    [result] = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "type-dangling-ref" and rule["help"]["markdown"].startswith("# ")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "idl/greeter.yaml" and place["region"]["startColumn"] == 20


def test_nothing_is_written_when_anything_is_wrong(project: Path, command: Command) -> None:
    spoil(project)
    result = command("generate", cwd=project)
    assert result.returncode == 1 and "1 error" in result.stderr
    assert not (project / "generated").exists() and not (project / "idl" / "abi.lock").exists()


def test_missing_interface_names_the_way_out(tmp_path: Path, command: Command) -> None:
    result = command("generate", cwd=tmp_path)
    assert result.returncode == 1
    assert "there is no file idl/interface.yaml; run `bridgegen init`" in result.stderr


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "file-encoding"),
        (b"interface: [", "yaml-syntax"),
        (b"\x00", "yaml-syntax"),
        (b"[" * 100_000, "yaml-depth"),
        (b"{a: " * 100_000, "yaml-depth"),
        (b"", "yaml-empty"),
        (b"just text", "yaml-not-a-mapping"),
    ],
    ids=["binary", "broken", "nul", "deep list", "deep mapping", "empty", "text"],
)
def test_bad_file_is_a_diagnostic(content: bytes, rule: str, project: Path, command: Command) -> None:
    for name in ("interface", "greeter"):
        path = project / "idl" / f"{name}.yaml"
        before = path.read_bytes()
        path.write_bytes(content)
        result = command("check", cwd=project)
        assert (result.returncode, f"error[{rule}]" in result.stderr, "Traceback" in result.stderr) == (
            1,
            True,
            False,
        )
        path.write_bytes(before)


def test_folder_instead_of_a_file(project: Path, command: Command) -> None:
    path = project / "idl" / "greeter.yaml"
    path.unlink()
    path.mkdir()
    result = command("check", cwd=project)
    assert result.returncode == 1 and "error[file-unreadable]" in result.stderr


def test_file_that_may_not_be_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated, because root, as whom tests may run, reads everything."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    _, report, _ = load(project / "idl" / "interface.yaml")
    [diagnostic] = report
    assert diagnostic.rule == "file-unreadable" and "cannot be read: Permission denied" in diagnostic.message


def test_missing_module_points_at_the_list(project: Path, command: Command) -> None:
    (project / "idl" / "greeter.yaml").unlink()
    result = command("check", cwd=project)
    assert "there is no file idl/greeter.yaml" in result.stderr and "idl/interface.yaml:5:11" in result.stderr


def test_output_that_is_a_file(project: Path, command: Command) -> None:
    (project / "generated").write_text("mine")
    result = command("generate", cwd=project)
    assert result.returncode == 1 and "error[output-unwritable]" in result.stderr
    assert (project / "generated").read_text() == "mine" and not (project / "idl" / "abi.lock").exists()


def test_unknown_target_is_named(project: Path, command: Command) -> None:
    result = command("generate", "--target", "pyton", cwd=project)
    assert result.returncode == 1 and "there is no target 'pyton'; did you mean 'python'?" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["generate", "--nope"], ["nope"], ["check", "--format", "xml"], ["generate", "-t"]]
)
def test_wrong_call_exits_with_2(arguments: list[str], project: Path, command: Command) -> None:
    result = command(*arguments, cwd=project)
    assert result.returncode == 2 and "Traceback" not in result.stderr


def test_explain_tells_about_a_rule_and_lists_all(tmp_path: Path, command: Command) -> None:
    assert command("explain", "type-dangling-ref", cwd=tmp_path).stdout.startswith(
        "# A reference to nothing\n"
    )
    listed = command("explain", cwd=tmp_path).stdout
    assert "type-dangling-ref" in listed and "lock-retired" in listed
    assert {line.split("-")[0] for line in command("explain", "lock", cwd=tmp_path).stdout.splitlines()} == {
        "lock"
    }
    unknown = command("explain", "type-dangling-reef", cwd=tmp_path)
    assert unknown.returncode == 2 and "did you mean 'type-dangling-ref'?" in unknown.stderr


def test_check_of_drift_lists_the_files(project: Path, command: Command) -> None:
    assert command("generate", "-t", "python", cwd=project).returncode == 0
    assert command("generate", "-t", "python", "--check", cwd=project).returncode == 0
    changed = project / "generated/python/demo/__init__.py"
    changed.write_text("# edited by hand\n")
    result = command("generate", "-t", "python", "--check", cwd=project)
    assert result.returncode == 1 and "differs: python/demo/__init__.py" in result.stdout
    assert changed.read_text() == "# edited by hand\n"
    found = json.loads(command("generate", "-t", "python", "--check", "--json", cwd=project).stdout)
    assert found["drift"] == ["python/demo/__init__.py"]
    assert command("generate", "-t", "python", cwd=project).returncode == 0
    assert changed.read_text() != "# edited by hand\n"


def test_nothing_to_do_does_not_import_the_compiler(project: Path, command: Command) -> None:
    command("generate", "-t", "python", cwd=project)
    assert "up to date" in command("generate", "-t", "python", cwd=project).stdout
    heavy = "yaml jinja2 jsonschema rich typer pydantic datamodel_code_generator bridgegen.pipeline bridgegen.load"
    program = (
        "import sys; sys.argv = ['bridgegen', 'generate', '-t', 'python']\n"
        "from bridgegen.cli import main\n"
        "try: main()\nexcept SystemExit as end: assert not end.code\n"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=project, capture_output=True, text=True, check=True
    )
    said, imported = result.stdout.splitlines()
    assert said.endswith(" files are up to date in generated") and imported == "[]"
