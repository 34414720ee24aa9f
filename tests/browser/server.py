"""Serve a folder on loopback, below a base path: links from the root of the host lead nowhere."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

BASE = "/base/"
POLL_SECONDS = 0.01


class _Handler(SimpleHTTPRequestHandler):
    """Answers below ``BASE``, and says nothing on standard error."""

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]  # typeshed names the two results
        if not urlsplit(self.path).path.startswith(BASE):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(BASE))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Stay quiet: the tests report what went wrong."""


class _Server(ThreadingHTTPServer):
    """Forgets the connections that the browser still holds when a test is over."""

    daemon_threads = True


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve ``folder`` while the context lasts, and give its address, which ends in a slash."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(POLL_SECONDS,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BASE}"
        finally:
            server.shutdown()
            thread.join()
