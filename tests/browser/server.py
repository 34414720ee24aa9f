"""Serve a folder on loopback below a base path. Links to the root of the host fail."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

BASE = "/base/"
POLL_SECONDS = 0.01


class _Handler(SimpleHTTPRequestHandler):
    """Answers below a base path, and writes nothing to standard error."""

    def __init__(self, *args: Any, base: str, **options: Any) -> None:  # noqa: ANN401 - options of the base class
        self._base = base
        super().__init__(*args, **options)

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]  # typeshed names the two results
        if not urlsplit(self.path).path.startswith(self._base):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self._base))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Write nothing, because the tests report errors."""


class _Server(ThreadingHTTPServer):
    """Drops connections that the browser still has when a test ends."""

    daemon_threads = True


@contextmanager
def serve(folder: Path, base: str = BASE) -> Iterator[str]:
    """Serve ``folder`` during the context, and yield its address with a slash at the end."""
    handler = partial(_Handler, directory=str(folder), base=base)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(POLL_SECONDS,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()
