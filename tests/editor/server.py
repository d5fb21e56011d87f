"""The yaml-language-server of npm, spoken to over its standard streams."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, cast

PACKAGE = "yaml-language-server@1.25.0"


def installed() -> Path | None:
    """The server's script, installed by npm the first time; None where there is no node."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return None
    folder = Path(os.environ.get("XDG_CACHE_HOME") or tempfile.gettempdir()) / "locarno-editor"
    script = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not script.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), PACKAGE], check=True, stdout=subprocess.DEVNULL
        )
    return script


class Editor:
    """One session of an editor with one folder."""

    def __init__(self, script: Path) -> None:
        self.process = subprocess.Popen(
            ["node", str(script), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.numbers = itertools.count(1)
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        completion = {"completionItem": {"snippetSupport": True}}
        capabilities = {"textDocument": {"completion": completion, "hover": {"contentFormat": ["markdown"]}}}
        self.call("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities})
        self.note("initialized", {})
        settings = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
        self.note("workspace/didChangeConfiguration", {"settings": settings})

    def send(self, message: dict[str, Any]) -> None:
        """One message to the server."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def note(self, method: str, params: dict[str, Any]) -> None:
        """Tell it something."""
        self.send({"method": method, "params": params})

    def receive(self) -> dict[str, Any]:
        """Its next message."""
        assert self.process.stdout is not None
        length = 0
        while head := self.process.stdout.readline().strip():
            if head.lower().startswith(b"content-length"):
                length = int(head.split(b":")[1])
        return cast(dict[str, Any], json.loads(self.process.stdout.read(length)))

    def call(self, method: str, params: dict[str, Any]) -> Any:
        """Ask it something."""
        number = next(self.numbers)
        self.send({"id": number, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == number and "method" not in message:
                return message.get("result", message.get("error"))
            self.handle(message)

    def handle(self, message: dict[str, Any]) -> None:
        """Take in what comes unasked."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self.send({"id": message["id"], "result": None})

    def open(self, file: Path) -> str:
        """Open a file and wait until it has been judged."""
        uri = file.resolve().as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": file.read_text(encoding="utf-8")}
        self.note("textDocument/didOpen", {"textDocument": document})
        while uri not in self.diagnostics:
            self.handle(self.receive())
        return uri

    def complete(self, uri: str, line: int, col: int) -> list[str]:
        """What it offers at a place, counted from 0."""
        found = self.call("textDocument/completion", {"textDocument": {"uri": uri}, "position": {"line": line, "character": col}})
        items = found["items"] if isinstance(found, dict) and "items" in found else found or []
        return [item["label"] for item in items]

    def hover(self, uri: str, line: int, col: int) -> str:
        """What it says of a place, counted from 0."""
        found = self.call("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": line, "character": col}})
        return str(found["contents"]["value"]) if found else ""

    def close(self) -> None:
        """End the session."""
        self.process.kill()
        self.process.wait()
