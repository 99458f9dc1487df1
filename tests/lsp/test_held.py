"""What the server holds does not grow with what it has done."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.lsp.plans import PLAN
from vnplanlint.lsp.build import build_server

URI = "untitled:held.md"


class Silence:
    """A client that hears nothing."""

    def write(self, data: bytes) -> None:
        """Take what the server says."""

    def close(self) -> None:
        """Leave."""


def test_nothing_is_kept_of_a_notification_that_was_dealt_with() -> None:
    async def session(changes: int) -> int:
        server = build_server("vi")
        protocol = server.protocol
        protocol.set_writer(Silence())

        async def say(method: str, params: dict[str, Any], number: int | None = None) -> None:
            message = {"jsonrpc": "2.0", "method": method, "params": params}
            protocol.handle_message(
                protocol.structure_message(message if number is None else {**message, "id": number})
            )
            await asyncio.sleep(0)

        await say("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
        await say("initialized", {})
        opened = {"uri": URI, "languageId": "markdown", "version": 0, "text": PLAN}
        await say("textDocument/didOpen", {"textDocument": opened})
        nowhere = {"line": 0, "character": 0}
        for number in range(1, changes + 1):
            change = {"range": {"start": nowhere, "end": nowhere}, "text": "a"}
            identity = {"uri": URI, "version": number}
            await say("textDocument/didChange", {"textDocument": identity, "contentChanges": [change]})
        await say("textDocument/didClose", {"textDocument": {"uri": URI}})
        assert server.documents == {}
        for _ in range(100):  # what is under way ends; a question to the client stays, which never answers
            await asyncio.sleep(0)
        held = len(protocol._request_futures)
        server.shutdown()
        return held

    assert asyncio.run(session(50)) == asyncio.run(session(1)) < 3
