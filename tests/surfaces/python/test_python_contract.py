"""An implementation that lacks a function fails the type check and the start-up check, both by name and YAML line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.interfaces import sdk

SOURCE = sdk.HERE / "library_runtime" / "lending.py"


def _without(text: str, method: str) -> str:
    """The module's text without one method."""
    found = re.search(rf"    (async )?def {method}\(.*?(?=\n    (?:async )?def |\n\n\n)", text, re.DOTALL)
    assert found is not None
    return text.replace(found[0], "")


def _line_of(function: str) -> int:
    lines = (sdk.HERE / "library" / "lending.yaml").read_text().split("\n")
    return lines.index(f"  {function}:", lines.index("functions:")) + 1


def test_a_removed_method_fails_mypy(tmp_path: Path) -> None:
    broken = tmp_path / "broken_lending.py"
    broken.write_text(_without(SOURCE.read_text(), "borrow"))
    checked = sdk.mypy(broken)
    assert checked.returncode == 1
    assert 'Cannot instantiate abstract class "Lending" with abstract attribute "borrow"' in checked.stdout


def test_another_signature_fails_mypy(tmp_path: Path) -> None:
    broken = tmp_path / "other_lending.py"
    broken.write_text(SOURCE.read_text().replace("days: int = 14,", "days: str = '14',"))
    checked = sdk.mypy(broken)
    assert (
        checked.returncode == 1
        and 'incompatible with supertype "library.lending.service.LendingService"' in checked.stdout
    )


def test_a_removed_method_fails_the_start_up_check(tmp_path: Path) -> None:
    import library
    from library.lending import LendingService

    module: dict[str, object] = {"__name__": "broken_lending"}
    exec(compile(_without(SOURCE.read_text(), "borrow"), "broken_lending.py", "exec"), module)
    make = module["make_service"]
    assert callable(make) and issubclass(module["Lending"], LendingService)  # type: ignore[arg-type]
    with library.Session(services={"lending": make}) as session, pytest.raises(library.BridgeError) as caught:
        session.lending.members()
    assert caught.value.code == "runtime.broken_installation"
    text = str(caught.value)
    assert f"lending.borrow (library/lending.yaml:{_line_of('borrow')})" in text
    assert "async def borrow(self, member: MemberT, isbn: Isbn, days: int = 14" in text


def test_a_stranger_gives_a_session_its_services() -> None:
    import library
    from library.branch import BranchService
    from library_runtime.branch import Branches

    class Louder(Branches):
        def get_name(self, branch: object) -> str:
            return super().get_name(branch).upper()  # type: ignore[arg-type]

    assert issubclass(Louder, BranchService)
    with library.Session(services={"branch": Louder}) as session:
        assert session.branch.open("North").get_name() == "NORTH", "a child inherits its parent's services"
