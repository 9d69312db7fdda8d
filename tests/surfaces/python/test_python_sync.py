"""The synchronous facade of a library, as its user writes it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

WALDEN: dict[str, Any] = {"isbn": "9780000000001", "title": "Walden", "authors": ["Thoreau"], "shelf": "A1"}
CAPE_COD: dict[str, Any] = {
    "isbn": "9780000000002",
    "title": "Cape Cod",
    "authors": ["Thoreau"],
    "shelf": "A2",
}


@pytest.fixture
def session() -> Iterator[Any]:
    import library

    with library.Session(record_events=True) as session:
        session.catalog.add(**WALDEN)
        session.catalog.add(**CAPE_COD)
        yield session


def test_records_keep_absent_and_null_apart(session: Any) -> None:
    plain = session.catalog.get(WALDEN["isbn"])
    noted = session.catalog.add(isbn="9780000000003", title="X", authors=["Y"], shelf=None, note=None)
    assert "note" not in plain.to_json() and "status" not in plain.to_json()
    assert noted.to_json() == {
        "isbn": "9780000000003",
        "title": "X",
        "authors": ["Y"],
        "shelf": None,
        "note": None,
    }
    assert plain.status == "available", "a declared default is there for whoever reads it"


def test_resources_are_objects_with_methods(session: Any) -> None:
    from library.lending import Level, Loan, Member

    ada = session.lending.join(name="Ada", level=Level.FRIEND)
    loan = ada.borrow(WALDEN["isbn"], from_=datetime(2026, 1, 2, tzinfo=UTC))
    assert isinstance(ada, Member) and isinstance(loan, Loan)
    assert (ada.handle, loan.handle) == ("member_1", "loan_1")
    assert session.lending.members() == [ada]
    assert session.lending.loan_of(WALDEN["isbn"]) == loan
    assert session.lending.get_info("member_1") == ada.get_info() == session.lending.get_info(ada)


def test_leaving_a_with_block_releases(session: Any) -> None:
    from library.lending import NoMember

    with session.lending.join(name="Ada") as ada:
        assert ada.is_live
    assert not ada.is_live
    with pytest.raises(NoMember) as caught:
        ada.get_info()
    assert caught.value.handle == "member_1" and caught.value.code == "lending.no_member"


def test_a_block_whose_resource_was_released_inside_ends_quietly(session: Any) -> None:
    with session.lending.join(name="Ada") as ada:
        ada.leave()
    assert session.lending.members() == []


def test_callbacks_run_on_the_calling_thread(session: Any) -> None:
    from library.lending import LoanInfo, Reply

    threads = []

    def remind(loan: LoanInfo) -> Reply:
        threads.append(threading.current_thread())
        return Reply.LATER

    lines: list[str] = []
    loan = session.lending.join(name="Ada", on_due=remind).borrow(WALDEN["isbn"])
    assert loan.remind(listener=lines.append) is Reply.LATER
    assert threads == [threading.current_thread()] and lines == ["Ada: later"]


def test_streams_are_iterators_and_context_managers(session: Any) -> None:
    from library.catalog import AllQuery, AuthorQuery, TextQuery

    query = AllQuery(queries=[AuthorQuery(author="Thoreau"), TextQuery(text="a")])
    assert [book.title for book in session.catalog.search(query)] == ["Walden", "Cape Cod"]
    with session.catalog.search(AuthorQuery(author="Thoreau")) as books:
        assert next(books).title == "Walden"
    assert list(books) == []


def test_events_carry_their_payload(session: Any) -> None:
    from library.lending import LoanInfo
    from library.lending.events import BORROWED

    heard = []
    subscription = session.on(BORROWED, heard.append)
    ada = session.lending.join(name="Ada")
    ada.borrow(WALDEN["isbn"])
    subscription.cancel()
    ada.borrow(CAPE_COD["isbn"])
    assert [(event.type, event.data) for event in heard] == [
        ("lending.borrowed", LoanInfo(isbn=WALDEN["isbn"], member="Ada", days=14))
    ]


def test_errors_have_their_fields_as_attributes(session: Any) -> None:
    import library
    from library.catalog import Exists

    with pytest.raises(Exists, match="already has 9780000000001") as caught:
        session.catalog.add(**WALDEN)
    assert (caught.value.isbn, caught.value.title, caught.value.http_status) == (
        "9780000000001",
        "Walden",
        409,
    )
    assert isinstance(caught.value, library.BridgeError)


def test_wrong_values_are_told_with_their_place(session: Any) -> None:
    import library

    with pytest.raises(library.BridgeError, match=r"Book: isbn: expected a string that matches"):
        session.catalog.add(**{**WALDEN, "isbn": "12"})
    with pytest.raises(library.BridgeError, match=r"catalog\.get: isbn: expected .*, given '12'"):
        session.catalog.get("12")


def test_a_session_within_a_session_is_a_session(session: Any) -> None:
    import library

    branch = session.branch.open("North")
    assert isinstance(branch, library.Session) and branch.get_name() == "North"
    branch.catalog.add(**WALDEN)
    assert (len(branch.catalog.index()), len(session.catalog.index()["Thoreau"])) == (1, 2)
    session.branch.close(branch)
    with pytest.raises(library.BridgeError) as caught:
        branch.catalog.index()
    assert caught.value.code == "runtime.session_closed"


def test_constants_have_their_values() -> None:
    from library.catalog.constants import Feature, Fee, Limit

    assert (Limit.MAX_LOANS, Limit.MAX_DAYS, Fee.PER_DAY, Feature.RENEWALS) == (3, 30, 0.25, False)


def test_help_says_what_a_user_needs() -> None:
    import inspect

    from library.lending import Member

    text = inspect.getdoc(Member.borrow) or ""
    assert str(inspect.signature(Member.borrow)) == (
        "(self, isbn: 'Isbn', days: 'int' = 14, from_: 'datetime | None' = None) -> 'Loan'"
    )
    assert "days: How long." in text and "TooMany: A member has all the loans one may have." in text
    assert "catalog.NotFound" in text
