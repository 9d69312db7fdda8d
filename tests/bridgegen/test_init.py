"""``bridgegen init``: a stranger's project works from the first minute."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bridgegen import scaffold

from tests.bridgegen.support import Command


def test_init_generate_and_run(tmp_path: Path, command: Command) -> None:
    made = command("init", "demo", cwd=tmp_path)
    assert made.returncode == 0 and "cd demo && bridgegen generate && python demo.py" in made.stdout
    project = tmp_path / "demo"
    generated = command("generate", cwd=project)
    assert generated.returncode == 0, generated.stderr
    assert (project / "idl" / "abi.lock").exists()
    shown = subprocess.run([sys.executable, "demo.py"], cwd=project, capture_output=True, text=True)
    assert shown.stdout.splitlines() == [
        "Hello, Ada!",
        "Hei, Grete!",
        "2 guests: Ada, Grete",
        "greeter.nobody: there is nobody called ' '; give a name",
    ], shown.stderr
    line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    tested = subprocess.run(line, cwd=project, capture_output=True, text=True)
    assert tested.returncode == 0, tested.stdout
    assert command("generate", "--check", cwd=project).returncode == 0


def test_name_can_be_given(tmp_path: Path) -> None:
    scaffold.create(tmp_path / "Some Folder", "polite")
    assert "interface: polite" in (tmp_path / "Some Folder/idl/interface.yaml").read_text()
    assert (tmp_path / "Some Folder/polite_implementation/greeter/__init__.py").exists()


@pytest.mark.parametrize("name", ["1st", "class", "json", "Émile", "a b"])
def test_name_that_will_not_do_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(scaffold.Refused, match="choose a name with --name"):
        scaffold.create(tmp_path / "new", name)
    assert not (tmp_path / "new").exists()


def test_folder_with_something_in_it_is_left_alone(tmp_path: Path, command: Command) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = command("init", ".", "--name", "demo", cwd=tmp_path)
    assert result.returncode == 2 and "not empty" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
