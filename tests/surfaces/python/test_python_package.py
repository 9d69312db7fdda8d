"""The generated package as a whole: light to import, typed, and equal to its examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bridge_runtime.conformance.compare import difference, normalised

from tests.interfaces import sdk

USER_PROGRAM = """
import asyncio
import library
from library.catalog import AllQuery, Book, TextQuery
from library.lending import LoanInfo, Member, NoMember, Reply
from library.lending.events import BORROWED


def remind(loan: LoanInfo) -> Reply:
    return Reply.LATER


with library.Session(permissions={"catalog.write": True}) as session:
    book: Book = session.catalog.add(isbn="9780000000001", title="Walden", authors=["Thoreau"], shelf=None)
    session.on(BORROWED, lambda event: print(event.data.isbn))
    with session.lending.join(name="Ada", on_due=remind) as ada:
        reply: Reply | None = ada.borrow(book.isbn).remind()
        titles: list[str] = [found.title for found in session.catalog.search(AllQuery(queries=[TextQuery(text="W")]))]
    try:
        session.lending.get_info(ada)
    except NoMember as error:
        handle: str = error.handle


async def main() -> None:
    async with library.AsyncSession() as session:
        member = await session.lending.join(name="Ada")
        async for notice in member.notices():
            print(notice.kind)


asyncio.run(main())
"""


def test_importing_it_imports_nothing_heavy() -> None:
    shown = sdk.python(
        "-c", "import library, sys; print(sorted({'pydantic', 'asyncio', 'bridge_runtime'} & {*sys.modules}))"
    )
    assert shown.stdout.strip() == "[]", shown.stderr


def test_a_bridge_is_imported_when_it_is_first_used() -> None:
    program = "import library, sys; library.Session; print('library.lending' in sys.modules, 'pydantic' in sys.modules)"
    assert sdk.python("-c", program).stdout.split() == ["False", "False"]


def test_unknown_names_are_attribute_errors() -> None:
    import library
    import library.lending

    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = library.nonsense
    assert "Member" in dir(library.lending) and library.__version__ == "1.2.0"


def test_a_users_program_is_clean_and_runs(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(USER_PROGRAM)
    checked = sdk.mypy(program)
    assert checked.returncode == 0, checked.stdout
    ran = sdk.python(str(program))
    assert (ran.returncode, ran.stdout) == (0, "9780000000001\n"), ran.stderr


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("session.catalog.get(5)", 'incompatible type "int"'),
        (
            "session.catalog.add(isbn='9780000000001', title='W', authors=['T'])",
            'Missing named argument "shelf"',
        ),
        ("session.lending.join(name='Ada', level='fiend')", "'reader', 'friend'] | Level | None"),
        ("session.lending.join(name='Ada').borow('x')", 'has no attribute "borow"'),
        ("session.lending.join(name='Ada', on_due=lambda: None)", "incompatible type"),
        ("text: str = session.lending.members()", 'variable has type "str"'),
    ],
)
def test_a_wrong_call_fails_the_type_check(tmp_path: Path, line: str, complaint: str) -> None:
    program = tmp_path / "wrong.py"
    program.write_text(f"import library\nsession = library.Session()\n{line}\n")
    checked = sdk.mypy(program)
    assert checked.returncode == 1 and complaint in checked.stdout, checked.stdout


@pytest.mark.parametrize(
    "program",
    ["catalog_sync", "catalog_async", "lending_sync", "lending_async", "branch_sync", "branch_async"],
)
def test_every_example_does_what_it_says(program: str, tmp_path: Path) -> None:
    ran = sdk.python(str(sdk.library() / "conformance" / f"{program}.py"), cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    expected = json.loads((sdk.library().parent / "examples" / "examples.json").read_text())["functions"]
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    shown = {(line["function"], line["example"]) for line in lines}
    bridge = program.partition("_")[0]
    assert shown == {
        (name, example)
        for name, found in expected.items()
        if name.startswith(f"{bridge}.")
        for example in found["examples"]
    }
    for line in lines:
        promised = expected[line["function"]]["examples"][line["example"]]
        assert "failed" not in line, line
        assert difference(normalised(line, promised["volatile"]), promised) is None, line
