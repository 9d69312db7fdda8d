"""http_request against a real server on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import anyio
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


def request(session: Session, url: str, **arguments: Any) -> Any:
    return session.tool.execute("http_request", {"url": url, **arguments}).value


def refused(session: Session, url: str, **arguments: Any) -> BridgeError:
    with pytest.raises(BridgeError) as caught:
        request(session, url, **arguments)
    return caught.value


def test_get(server: Server, session: Session) -> None:
    server.routes["/"] = lambda handler: answer(
        handler, 200, "Grüße".encode(), Content_Type="text/plain; charset=utf-8"
    )
    found = request(session, server.url("/?q=1"), headers={"X-Mine": "yes"})
    assert found["status"] == 200
    assert found["text"] == "Grüße"
    assert found["content_type"] == "text/plain; charset=utf-8"
    assert found["url"] == server.url("/?q=1")
    seen = server.requests[0]
    assert seen["headers"]["x-mine"] == "yes"
    assert seen["headers"]["host"] == f"127.0.0.1:{server.port}"
    assert seen["path"] == "/?q=1"


def test_json_and_text_bodies(server: Server, session: Session) -> None:
    server.routes["/"] = lambda handler: answer(handler, 201, b"\xff\xfe\0")
    found = request(session, server.url("/"), method="POST", json={"a": [1, None]})
    assert found["status"] == 201
    assert "text" not in found and found["base64"] == "//4A"
    request(session, server.url("/"), method="PUT", body="plain")
    assert [seen["body"] for seen in server.requests] == [b'{"a":[1,null]}', b"plain"]
    assert server.requests[0]["headers"]["content-type"] == "application/json"
    assert refused(session, server.url("/"), method="POST", json=1, body="x").code == "tool.request_failed"


def test_a_status_is_an_answer_and_no_error(server: Server, session: Session) -> None:
    assert request(session, server.url("/none"))["status"] == 404


def test_head_has_no_body(server: Server, session: Session) -> None:
    server.routes["/"] = lambda handler: answer(handler, 200, b"x" * 5000)
    assert request(session, server.url("/"), method="HEAD", max_bytes=10)["text"] == ""


def test_hosts_that_are_not_granted(server: Server, session: Session) -> None:
    for url in (
        "http://example.com/",
        "http://127.0.0.2/",
        "http://[::1]/",
        "http://localhost/",
        "http://2130706433/",
    ):
        assert refused(session, url).code == "runtime.permission_denied", url
    assert not server.requests


@pytest.mark.parametrize("grant", [True, ["*"]])
def test_private_addresses_must_be_named(server: Server, grant: Any) -> None:
    with Session(permissions={"net": grant}) as session:
        for host in (
            "127.0.0.1",
            "localhost",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "0x7f.1",
            "2130706433",
            "127.1",
        ):
            assert refused(session, server.url("/", host)).code == "runtime.permission_denied", host
    assert not server.requests


def test_a_public_name_that_leads_here_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name server of an attacker answers with an address of ours."""

    async def resolve(host: str, port: int, **options: Any) -> list[Any]:
        return [(2, 1, 6, "", ("93.184.216.34", port)), (2, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(anyio, "getaddrinfo", resolve)
    with Session(permissions={"net": ["*"]}) as session:
        error = refused(session, server.url("/", "rebind.example.com"))
    assert error.code == "runtime.permission_denied"
    assert "127.0.0.1" in error.message
    assert not server.requests


def test_a_named_host_is_dialled_where_it_was_found(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    async def resolve(host: str, port: int, **options: Any) -> list[Any]:
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(anyio, "getaddrinfo", resolve)
    server.routes["/"] = lambda handler: answer(handler, 200, b"ok")
    with Session(permissions={"net": ["intranet.example.com"]}) as session:
        assert request(session, server.url("/", "intranet.example.com"))["text"] == "ok"
    assert asked == ["intranet.example.com"]  # once: a second answer cannot lead elsewhere
    assert server.requests[0]["headers"]["host"] == f"intranet.example.com:{server.port}"


def test_redirects_are_followed(server: Server, session: Session) -> None:
    server.routes["/a"] = lambda handler: answer(handler, 302, Location="/b")
    server.routes["/b"] = lambda handler: answer(handler, 307, Location=server.url("/c"))
    server.routes["/c"] = lambda handler: answer(handler, 200, b"there")
    found = request(session, server.url("/a"), headers={"Authorization": "Bearer x"})
    assert (found["text"], found["url"]) == ("there", server.url("/c"))
    assert all(seen["headers"]["authorization"] == "Bearer x" for seen in server.requests)


def test_a_redirect_to_a_forbidden_host_is_refused(server: Server, session: Session) -> None:
    server.routes["/secret"] = lambda handler: answer(handler, 200, b"secret")
    for target in (
        server.url("/secret", "localhost"),
        "http://169.254.169.254/latest",
        "//127.0.0.2/",
        "file:///etc/passwd",
    ):
        server.routes["/a"] = partial(answer, status=302, Location=target)
        error = refused(session, server.url("/a"))
        assert error.code in ("runtime.permission_denied", "tool.request_failed")
    assert {seen["path"] for seen in server.requests} == {"/a"}


def test_secrets_do_not_follow_to_another_origin(server: Server) -> None:
    server.routes["/a"] = lambda handler: answer(handler, 302, Location=server.url("/b", "localhost"))
    server.routes["/b"] = lambda handler: answer(handler, 200, b"there")
    with Session(permissions={"net": ["127.0.0.1", "localhost"]}) as session:
        request(
            session, server.url("/a"), headers={"Authorization": "Bearer x", "Cookie": "c", "X-Mine": "y"}
        )
    first, second = server.requests
    assert first["headers"]["authorization"] == "Bearer x"
    assert "authorization" not in second["headers"] and "cookie" not in second["headers"]
    assert second["headers"]["x-mine"] == "y"


@pytest.mark.parametrize(
    ("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")]
)
def test_what_a_redirect_makes_of_a_post(server: Server, session: Session, status: int, method: str) -> None:
    server.routes["/a"] = lambda handler: answer(handler, status, Location="/b")
    server.routes["/b"] = lambda handler: answer(handler, 200)
    request(session, server.url("/a"), method="POST", json={"a": 1})
    assert server.requests[1]["method"] == method
    assert server.requests[1]["body"] == (b'{"a":1}' if method == "POST" else b"")


def test_redirects_without_end(server: Server, session: Session) -> None:
    server.routes["/a"] = lambda handler: answer(handler, 302, Location="/a")
    assert "more than 10 redirects" in refused(session, server.url("/a")).message


def test_big_answers_are_cut_off(server: Server, session: Session) -> None:
    def endless(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        try:
            for _ in range(10_000):
                handler.wfile.write(b"1000\r\n" + b"x" * 4096 + b"\r\n")
        except OSError:
            handler.close_connection = True

    server.routes["/said"] = lambda handler: answer(handler, 200, b"x" * 2000)
    server.routes["/unsaid"] = endless
    assert "2000 bytes; max_bytes is 1000" in refused(session, server.url("/said"), max_bytes=1000).message
    assert "more than 1000 bytes" in refused(session, server.url("/unsaid"), max_bytes=1000).message


def test_a_small_answer_that_unpacks_to_a_big_one_is_cut_off(server: Server, session: Session) -> None:
    bomb = gzip.compress(b"\0" * 3_000_000)
    server.routes["/"] = lambda handler: answer(handler, 200, bomb, Content_Encoding="gzip")
    assert "more than 1048576 bytes" in refused(session, server.url("/")).message
    assert server.requests[0]["headers"]["accept-encoding"] == "identity"


def test_no_answer_in_time(server: Server, session: Session) -> None:
    release = threading.Event()

    def late(handler: Any) -> None:
        release.wait(60)
        answer(handler)

    server.routes["/"] = late
    try:
        assert "no answer in time" in refused(session, server.url("/"), timeout_seconds=0.2).message
    finally:
        release.set()


def test_nobody_listens(session: Session) -> None:
    error = refused(session, "http://127.0.0.1:1/")
    assert error.code == "tool.request_failed"
    assert error.recovery == "retry_with_backoff"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://127.0.0.1/",
        "127.0.0.1",
        "http://",
        "http://user:pw@127.0.0.1/",
        "http://127.0.0.1:99999/",
        "x" * 10,
    ],
)
def test_what_is_no_url(session: Session, url: str) -> None:
    assert refused(session, url).code == "tool.request_failed"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil"},
        {"X": "a\r\nY: b"},
        {"Transfer-Encoding": "chunked"},
        {"Ü": "x"},
        {"": "x"},
        {"X": "ü"},
    ],
)
def test_headers_that_cannot_be_sent(server: Server, session: Session, headers: dict[str, str]) -> None:
    error = refused(session, server.url("/"), headers=headers)
    assert error.code == "tool.request_failed"
    assert not server.requests


def test_secrets_in_the_arguments_do_not_reach_events(server: Server, session: Session) -> None:
    seen: list[Any] = []
    session.event.subscribe("tool.*", lambda event: seen.append(event.data))
    request(session, server.url("/"), headers={"Authorization": "Bearer hush"}, json={"tokens": ["hush"]})
    assert seen and "hush" not in str(seen)
    assert seen[0]["arguments"]["headers"] == {"Authorization": "[redacted]"}


@pytest.mark.parametrize("charset", ["undefined", "unicode_escape", "rot13", "no-such-charset"])
def test_what_is_not_in_the_charset_it_names_comes_as_bytes(
    server: Server, session: Session, charset: str
) -> None:
    server.routes["/"] = lambda handler: answer(
        handler, 200, b"\\ud800", Content_Type=f"text/plain; charset={charset}"
    )
    found = request(session, server.url("/"))
    assert "text" not in found and found["base64"] == "XHVkODAw"


@pytest.mark.parametrize(
    "location", ["http://\xe2\x91\xa0.example/", "http://127.0.0.1:99999999/", "file:///etc/passwd"]
)
def test_a_redirect_to_what_is_no_address(server: Server, session: Session, location: str) -> None:
    server.routes["/"] = lambda handler: answer(handler, 302, Location=location)
    assert refused(session, server.url("/")).code == "tool.request_failed"
