"""Branches: sessions within a session."""

from __future__ import annotations

from bridge_runtime.session import Session
from library.branch import BranchService


class Branches(BranchService[Session]):
    def open(self, name: str = "Branch") -> Session:
        return Session(self.session.interface, {"name": name}, parent=self.session)

    def close(self, branch: Session) -> None:
        """Closing is what releasing a session does."""

    def get_name(self, branch: Session) -> str:
        return branch.options.name


def make_service(session: Session) -> BranchService[Session]:
    return Branches(session)
