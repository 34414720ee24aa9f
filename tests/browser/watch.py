"""Collect faults that readers must never see: errors, dead links, requests to other hosts."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, Response, WebError

FIRST_BAD_STATUS = 400
INLINE_SCHEMES = frozenset({"blob", "data"})


class Watch:
    """The faults of all pages of a browser context, one per line.

    Args:
        context: watched from now on.
        host: host and port of the site; requests to any other are faults.
    """

    def __init__(self, context: BrowserContext, host: str) -> None:
        self.faults: list[str] = []
        self._host = host
        context.on("console", self._on_console)
        context.on("weberror", self._on_web_error)
        context.on("dialog", self._on_dialog)
        context.on("request", self._on_request)
        context.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console {message.type}: {message.text}")

    def _on_web_error(self, error: WebError) -> None:
        self.faults.append(f"uncaught: {error.error}")

    def _on_dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in INLINE_SCHEMES and address.netloc != self._host:
            self.faults.append(f"request to another host: {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= FIRST_BAD_STATUS:
            self.faults.append(f"HTTP {response.status}: {response.url}")
