"""References to other hosts, which are read only where the session may."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import Session

from tests.llmspell_runtime.tool.local_server import Server, answer, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def session() -> Iterator[Session]:
    with Session(permissions={"net": ["127.0.0.1"]}) as session:
        yield session


def serve(server: Server, path: str, document: Any, status: int = 200) -> str:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    server.routes[path] = lambda handler: answer(handler, status, body, Content_Type="application/json")
    return server.url(path)


def refused(call: Any, *arguments: Any, **named: Any) -> BridgeError:
    with pytest.raises(BridgeError) as caught:
        call(*arguments, **named)
    return caught.value


def test_a_document_is_read_once_and_known_then(server: Server, session: Session) -> None:
    url = serve(server, "/city.json", {"$defs": {"name": {"type": "string"}}, "$ref": "#/$defs/name"})
    schema = {"properties": {"a": {"$ref": url}, "b": {"$ref": f"{url}#/$defs/name"}}}
    assert refused(session.schema.validate, schema, {}).code == "schema.unresolved_reference"
    assert server.requests == []
    validator = session.schema.compile(schema)
    assert [issue.path for issue in validator.check({"a": 1, "b": 2}).issues] == ["/a", "/b"]
    assert not session.schema.validate(schema, {"a": 1}).valid
    session.schema.compile({"items": {"$ref": url}})
    assert len(server.requests) == 1


def test_documents_that_lead_to_others(server: Server, session: Session) -> None:
    serve(server, "/c.json", {"type": "integer"})
    serve(server, "/b.json", {"items": {"$ref": "c.json"}, "$ref": "a.json#/$defs/here"})
    url = serve(
        server, "/a.json", {"properties": {"b": {"$ref": "/b.json"}}, "$defs": {"here": {"maxItems": 1}}}
    )
    validator = session.schema.compile({"$ref": url})
    assert validator.accepts({"b": [1]})
    assert {issue.keyword for issue in validator.check({"b": ["x", 1]}).issues} == {"type", "maxItems"}
    assert len(server.requests) == 3
    named = session.schema.compile({"$id": url.replace("a.json", "root.json"), "$ref": "c.json"})
    assert named.accepts(3) and len(server.requests) == 3


@pytest.mark.parametrize("grants", [{}, {"net": ["example.com"]}, {"net": True}, {"net": ["*"]}])
def test_hosts_that_are_not_granted(server: Server, grants: dict[str, Any]) -> None:
    url = serve(server, "/a.json", True)
    with Session(permissions=grants) as session:
        error = refused(session.schema.compile, {"$ref": url})
    assert error.code == "runtime.permission_denied" and "127.0.0.1" in error.message
    assert server.requests == []


def test_a_redirect_does_not_lead_to_other_hosts(server: Server, session: Session) -> None:
    server.routes["/a.json"] = lambda handler: answer(
        handler, 302, Location=server.url("/b.json", "localhost")
    )
    serve(server, "/b.json", True)
    assert (
        refused(session.schema.compile, {"$ref": server.url("/a.json")}).code == "runtime.permission_denied"
    )
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("document", "status"),
    [
        (b"not json", 200),
        (b"\xff\xfe", 200),
        (b"[]", 200),
        (b'{"type": "objekt"}', 200),
        (b'{"$schema": "http://json-schema.org/draft-07/schema#"}', 200),
        (b'{"description": "' + b"x" * 2_000_000 + b'"}', 200),
        (b"{}", 404),
        (b"{}", 500),
    ],
)
def test_answers_that_are_no_schema(server: Server, session: Session, document: bytes, status: int) -> None:
    url = serve(server, "/a.json", document, status)
    error = refused(session.schema.compile, {"$ref": url})
    assert error.code == "schema.fetch_failed" and error.fields["url"] == url


def test_a_place_that_the_document_does_not_have(server: Server, session: Session) -> None:
    url = serve(server, "/a.json", {"$defs": {}})
    assert refused(session.schema.compile, {"$ref": f"{url}#/$defs/x"}).code == "schema.unresolved_reference"


def test_a_chain_of_documents_ends(server: Server, session: Session) -> None:
    def endless(handler: Any) -> None:
        number = int(handler.path.rpartition("/")[2])
        answer(handler, 200, json.dumps({"$ref": f"/chain/{number + 1}"}).encode())

    for number in range(100):
        server.routes[f"/chain/{number}"] = endless
    assert (
        refused(session.schema.compile, {"$ref": server.url("/chain/0")}).code
        == "schema.unresolved_reference"
    )
    assert len(server.requests) <= 32


def test_other_schemes_are_not_read(session: Session) -> None:
    for reference in (
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "urn:example:x",
        "other.json",
        "data:,{}",
    ):
        assert refused(session.schema.compile, {"$ref": reference}).code == "schema.unresolved_reference"
    assert refused(session.schema.compile, {"$ref": "http://"}).code == "schema.fetch_failed"


def test_published_schemas_need_no_host(session: Session) -> None:
    validator = session.schema.compile({"$ref": "https://json-schema.org/draft/2020-12/schema"})
    assert validator.accepts({"type": "string"}) and not validator.accepts({"type": "text"})
