"""A model endpoint on 127.0.0.1 that holds every chat until its client goes away, for clients in any process."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

PATIENCE = 60.0
"""Seconds after which something that should have come is taken not to come."""


class Holding:
    """Serves as long as its ``with`` block lasts.

    The first question for models is answered when a chat has arrived, each later one when the chat's client has gone
    away; the model's name says so: "reached", "left", or "never" when it did not happen.
    """

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.left = threading.Event()
        self._questions = 0
        holding = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: Any) -> None:
                """Nothing on the terminal."""

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["content-length"]))
                holding.reached.set()
                self.connection.settimeout(PATIENCE)
                try:
                    gone = self.connection.recv(1) == b""
                except ConnectionError:
                    gone = True
                except TimeoutError:
                    gone = False
                if gone:
                    holding.left.set()
                self.close_connection = True

            def do_GET(self) -> None:
                body = json.dumps({"object": "list", "data": [{"id": holding.answer(), "object": "model"}]})
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body.encode())

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    def answer(self) -> str:
        """The model's name that the next question for models gets."""
        self._questions += 1
        awaited, name = (self.reached, "reached") if self._questions == 1 else (self.left, "left")
        return name if awaited.wait(PATIENCE) else "never"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
