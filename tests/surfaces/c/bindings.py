"""A program over the generated bindings, for any Python that has cffi: CPython or PyPy, 3.9 or later."""

import platform

import library_cffi
from library_cffi import ABSENT, LibraryError

BOOK = {"isbn": "9780000000001", "title": "Walden", "authors": ["Thoreau"], "shelf": None}


def code_of(function, *arguments):
    try:
        function(*arguments)
    except LibraryError as error:
        return error.code, error.fields.get("title")
    return None


def visited(catalog):
    seen = []

    def visit(book, position):
        seen.append((book["title"], position))
        return True

    return catalog.each(visit), seen


def refuse(book, position):
    raise ValueError("not today")


with library_cffi.open_session() as session:
    catalog = session.catalog
    assert catalog.add(BOOK) == BOOK
    assert code_of(catalog.add, BOOK) == ("catalog.exists", "Walden")
    assert visited(catalog) == (1, [("Walden", 0)])
    assert code_of(catalog.each, refuse) == ("runtime.callback_failed", None)
    assert session.core.callback(refuse) == session.core.callback(refuse) != session.core.callback(print)
    query = {"kind": "author", "author": "Thoreau"}
    assert [book["title"] for book in catalog.search(query)] == ["Walden"]
    assert [book["title"] for book in catalog.search(query, ABSENT)] == ["Walden"]
    for _ in catalog.search(query):
        break
    north = session.child(session.branch.open("North"))
    assert north.lending.members() == []
    north.close()
assert code_of(catalog.add, BOOK) == ("runtime.session_closed", None)
print(platform.python_implementation(), "is well")
