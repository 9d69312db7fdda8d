"""The catalogue: books in memory, found by nested queries."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from bridge_runtime.callbacks import Callback
from bridge_runtime.session import Session
from bridge_runtime.values import UNSET, Unset
from library.catalog import (
    AllQuery,
    AuthorQuery,
    Book,
    CatalogService,
    Exists,
    Index,
    NotFound,
    Query,
    Removed,
    Status,
    TextQuery,
)
from library.common import Category, Currency, Isbn, Money, Page


class Catalog(CatalogService):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.books: dict[str, Book] = {}
        self.status: dict[str, Status] = {}

    def add(self, book: Book) -> Book:
        if book.isbn in self.books:
            raise Exists(isbn=book.isbn, title=book.title)
        self.books[book.isbn] = book
        self.session.events.emit("catalog.added", book)
        return book

    def get(self, isbn: Isbn) -> Book:
        found = self.books.get(isbn)
        if found is None:
            raise NotFound(isbn=isbn)
        return found

    def find(self, isbn: Isbn) -> Book | None:
        return self.books.get(isbn)

    async def search(self, query: Query, page: Page | None = None) -> AsyncIterator[Book]:
        page = page or Page(limit=100)
        found = [book for book in self.books.values() if _matches(query, book)]
        for book in found[page.offset : page.offset + page.limit]:
            yield book

    async def each(self, visitor: Callback[[Book, int], bool]) -> int:
        seen = 0
        for position, book in enumerate(list(self.books.values())):
            seen += 1
            if not await visitor(book, position):
                break
        return seen

    def index(self) -> Index:
        found: dict[str, list[str]] = {}
        for book in self.books.values():
            for author in book.authors:
                found.setdefault(author, []).append(book.isbn)
        return found

    def tree(self) -> Category:
        return Category(name="All", children=[Category(name="A", children=[], parent="All")])

    def echo(self, value: Any, label: str | Unset | None = UNSET) -> dict[str, Any]:
        return {"value": value} if isinstance(label, Unset) else {"value": value, "label": label}

    def price(self, isbn: Isbn, currency: Currency = Currency.EUR, rate: float = 1.0) -> Money:
        price = self.get(isbn).price or Money(amount=0, currency=currency)
        return Money(amount=price.amount * rate, currency=currency)

    def remove(self, isbn: Isbn) -> None:
        del self.books[self.get(isbn).isbn]
        self.session.events.emit("catalog.removed", Removed(isbn=isbn))

    def set_status(self, isbn: Isbn, status: Status) -> Status:
        before = self.status.get(isbn, self.get(isbn).status)
        self.status[isbn] = status
        return before

    async def load(self, path: str) -> int:
        allowed = self.session.permissions.require_path("fs.read", path)
        books = [Book.model_validate(item) for item in json.loads(Path(allowed).read_text())]
        for book in books:
            self.add(book)
        return len(books)


def _matches(query: Query, book: Book) -> bool:
    match query:
        case TextQuery():
            return query.text == book.title if query.exact else query.text in book.title
        case AuthorQuery():
            return query.author in book.authors
        case AllQuery():
            return all(_matches(inner, book) for inner in query.queries)


def make_service(session: Session) -> CatalogService:
    return Catalog(session)
