"""A small editor: speaks the language server protocol with a real server over its pipes.

Source: Language Server Protocol 3.17, base protocol and lifecycle.
"""

import json
import os
import select
import subprocess
from pathlib import Path
from typing import Any

from tests.node import EDITORS, NODE, modules

SERVER = "yaml-language-server/bin/yaml-language-server"
NO_ANSWER_WITHIN = 120  # seconds until a server that has stopped fails the test
Message = dict[str, Any]


class LanguageServer:
    """One running server with a folder opened in it."""

    def __init__(self, folder: Path, settings: Message) -> None:
        self._settings = settings
        self._process = subprocess.Popen(
            [NODE, modules(EDITORS) / SERVER, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._read = b""
        self._number = 0
        self._published: dict[str, list[Message]] = {}
        uri = folder.as_uri()
        capabilities = {
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
            "workspace": {"configuration": True, "workspaceFolders": True},
        }
        workspace = {"rootUri": uri, "workspaceFolders": [{"uri": uri, "name": folder.name}]}
        self.request("initialize", {"processId": None, "capabilities": capabilities, **workspace})
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": settings})

    def open(self, path: Path, text: str) -> str:
        """Open a document with a text, which need not be that of its file; return its address."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def problems(self, uri: str) -> list[Message]:
        """Return what the server has against a document, once it has looked at it."""
        while uri not in self._published:
            self._answer(self._message())
        return self._published.pop(uri)

    def request(self, method: str, parameters: Message | None) -> Any:  # noqa: ANN401 - as JSON is
        """Return the result of a request."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while (message := self._message()).get("id") != self._number or "method" in message:
            self._answer(message)
        assert "error" not in message, message
        return message["result"]

    def close(self) -> None:
        """Shut the server down."""
        self.request("shutdown", None)
        self._notify("exit", None)
        self._process.communicate(timeout=NO_ANSWER_WITHIN)

    def _answer(self, message: Message) -> None:
        """Answer what the server asks, and remember what it reports."""
        if message.get("method") == "textDocument/publishDiagnostics":
            published = message["params"]
            self._published[published["uri"]] = published["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            sections = (wanted.get("section") for wanted in message["params"]["items"])
            result = [self._settings.get(section) for section in sections]
            self._send({"id": message["id"], "result": result})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})

    def _notify(self, method: str, parameters: Message | None) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Message) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _message(self) -> Message:
        head = self._take_until(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split()[0])
        while len(self._read) < length:
            self._more()
        content, self._read = self._read[:length], self._read[length:]
        message: Message = json.loads(content)
        return message

    def _take_until(self, end: bytes) -> bytes:
        while end not in self._read:
            self._more()
        taken, _, self._read = self._read.partition(end)
        return taken

    def _more(self) -> None:
        assert self._process.stdout
        output = self._process.stdout.fileno()
        assert select.select([output], [], [], NO_ANSWER_WITHIN)[0], "the server is silent"
        read = os.read(output, 65_536)
        assert read, "the server has ended"
        self._read += read
