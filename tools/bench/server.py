"""A server on this machine: pages and libraries, compressed as web servers do."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from bench.libraries import ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEST = 9
PACKED = {"text/html", "text/css", "text/javascript", "application/javascript"}


@dataclass(frozen=True)
class Body:
    """What an address gives."""

    content: bytes
    kind: str

    @cached_property
    def sent(self) -> bytes:
        """The content as it is sent."""
        return gzip.compress(self.content, BEST, mtime=0) if self.kind in PACKED else self.content


@dataclass
class Shelf:
    """What the server has, and what it sent since it was asked last."""

    libraries: Path
    pages: dict[str, Body] = field(default_factory=dict)
    sent: list[tuple[str, int]] = field(default_factory=list)
    _held: dict[str, Body] = field(default_factory=dict)

    def find(self, path: str) -> Body | None:
        """Return what an address gives."""
        path = path.split("?", 1)[0]
        if not path.startswith(f"{ELSEWHERE}/"):
            return self.pages.get(path)
        if path not in self._held:
            file = (self.libraries / path.removeprefix(f"{ELSEWHERE}/")).resolve()
            if not file.is_relative_to(self.libraries.resolve()):
                return None
            content = file.read_bytes() if file.is_file() else b""
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            self._held[path] = Body(content, kind)
        return self._held[path]

    def elsewhere(self) -> tuple[int, int]:
        """Return how many libraries were sent and their bytes, and begin to count anew."""
        sizes = [size for path, size in self.sent if path.startswith(ELSEWHERE)]
        self.sent.clear()
        return len(sizes), sum(sizes)


@contextmanager
def serving(shelf: Shelf) -> Iterator[str]:
    """Serve a shelf on this machine; yield its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = shelf.find(self.path)
            if body is None:
                self.send_response(HTTPStatus.NOT_FOUND)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", body.kind)
            self.send_header("Content-Length", str(len(body.sent)))
            if body.kind in PACKED:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body.sent)
            shelf.sent.append((self.path, len(body.sent)))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
