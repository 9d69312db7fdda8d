"""Members and loans."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import cast

from bridge_runtime.callbacks import Callback
from bridge_runtime.resources import Resource
from bridge_runtime.session import Session
from library.catalog import CatalogService
from library.catalog.constants import Limit
from library.common import Isbn, Money
from library.lending import (
    DueNotice,
    LendingService,
    LoanInfo,
    MemberConfig,
    MemberInfo,
    Notice,
    Reply,
    TooMany,
)


class Member(Resource):
    def __init__(self, config: MemberConfig) -> None:
        self.config = config
        self.loans: list[Loan] = []


class Loan(Resource):
    def __init__(self, member: Member, info: LoanInfo) -> None:
        self.member, self.info = member, info


class Lending(LendingService[Member, Loan]):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._members: list[Member] = []

    def join(self, config: MemberConfig) -> Member:
        member = Member(config)
        self._members.append(member)
        return member

    def leave(self, member: Member) -> None:
        self._members.remove(member)

    def get_info(self, member: Member) -> MemberInfo:
        loans = [loan.info.isbn for loan in member.loans]
        return MemberInfo(name=member.config.name, level=member.config.level, loans=loans)

    def members(self) -> list[Member]:
        return list(self._members)

    async def borrow(self, member: Member, isbn: Isbn, days: int = 14, from_: datetime | None = None) -> Loan:
        cast(CatalogService, self.session.service("catalog")).get(isbn)
        if len(member.loans) >= Limit.MAX_LOANS:
            raise TooMany(member=member.config.name, loans=len(member.loans))
        info = LoanInfo(isbn=isbn, member=member.config.name, days=days, begun=from_)
        loan = Loan(member, info)
        member.loans.append(loan)
        self.session.events.emit("lending.borrowed", info)
        return loan

    def give_back(self, loan: Loan) -> Money | None:
        loan.member.loans.remove(loan)
        return None

    def loan_of(self, isbn: Isbn) -> Loan | None:
        loans = (loan for member in self._members for loan in member.loans)
        return next((loan for loan in loans if loan.info.isbn == isbn), None)

    async def remind(
        self,
        loan: Loan,
        reminder: Callback[[LoanInfo], Reply] | None = None,
        listener: Callback[[str], None] | None = None,
    ) -> Reply | None:
        chosen = reminder or cast(Callback[[LoanInfo], Reply] | None, loan.member.config.on_due)
        if chosen is None:
            return None
        reply = await chosen(loan.info)
        if listener is not None:
            await listener(f"{loan.info.member}: {reply.value}")
        return reply

    async def notices(self, member: Member) -> AsyncIterator[Notice]:
        for loan in member.loans:
            yield DueNotice(loan=loan.info)


def make_service(session: Session) -> LendingService[Member, Loan]:
    return Lending(session)
