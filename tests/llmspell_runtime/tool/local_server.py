"""A real HTTP server on this machine, whose answers a test decides."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Server:
    """``routes`` maps a path to what answers it; ``requests`` keeps what came in."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.routes: dict[str, Callable[[Any], None]] = {}
        self.requests: list[dict[str, Any]] = []

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


def answer(handler: Any, status: int = 200, body: bytes = b"", **headers: str) -> None:
    """Send a whole answer; underscores in header names stand for dashes."""
    handler.send_response(status)
    for name, value in {"Content_Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up early is what some tests are about; anything else is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


@contextmanager
def serving() -> Iterator[Server]:
    """A server that runs for the length of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            seen = {"method": self.command, "path": self.path, "body": self.rfile.read(length)}
            server.requests.append(
                {**seen, "headers": {name.lower(): value for name, value in self.headers.items()}}
            )
            route = server.routes.get(self.path.partition("?")[0])
            if route is None:
                answer(self, 404, b"nothing here")
            else:
                route(self)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = _serve

        def log_message(self, *arguments: Any) -> None:
            """Nothing: the tests ask ``requests``."""

    with _Http(("127.0.0.1", 0), Handler) as http:
        server = Server(http.server_address[1])
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()
