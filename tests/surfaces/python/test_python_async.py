"""The asynchronous facade of a library, as its user writes it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

pytestmark = pytest.mark.anyio
WALDEN: dict[str, Any] = {"isbn": "9780000000001", "title": "Walden", "authors": ["Thoreau"], "shelf": "A1"}


async def test_everything_is_awaited() -> None:
    import library
    from library.lending import AsyncLoan, LoanInfo, Reply

    async def remind(loan: LoanInfo) -> Reply:
        await asyncio.sleep(0)
        return Reply.OK

    async with library.AsyncSession() as session:
        await session.catalog.add(**WALDEN)
        async with await session.lending.join(name="Ada", on_due=remind) as ada:
            loan = await ada.borrow(WALDEN["isbn"])
            assert isinstance(loan, AsyncLoan) and await loan.remind() is Reply.OK
            assert [notice.kind async for notice in ada.notices()] == ["due"]
        assert await session.lending.members() == []


async def test_a_stream_left_early_is_closed() -> None:
    import library
    from library.catalog import AuthorQuery

    async with library.AsyncSession() as session:
        await session.catalog.add(**WALDEN)
        await session.catalog.add(**{**WALDEN, "isbn": "9780000000002"})
        async with session.catalog.search(AuthorQuery(author="Thoreau")) as books:
            async for book in books:
                assert book.title == "Walden"
                break
        assert books.finished and [book async for book in books] == []


async def test_a_failing_stream_raises_where_it_is_read() -> None:
    import library
    from library.lending import NoMember

    async with library.AsyncSession() as session:
        notices = session.lending.notices("member_7")
        with pytest.raises(NoMember):
            await anext(aiter(notices))


async def test_many_calls_at_once_keep_to_themselves() -> None:
    import library

    async with library.AsyncSession() as session:
        await session.catalog.add(**WALDEN)
        members = await asyncio.gather(*(session.lending.join(name=f"M{n}") for n in range(20)))
        await asyncio.gather(*(member.borrow(WALDEN["isbn"]) for member in members))
        infos = await asyncio.gather(*(member.get_info() for member in members))
    assert [(info.name, len(info.loans)) for info in infos] == [(f"M{n}", 1) for n in range(20)]
