"""Bytes that no editor should send: one process survives them and answers the next question."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.lsp.conftest import SERVER
from tests.lsp.plans import PLAN

URI = "untitled:a"


def framed(body: bytes, length: int | None = None) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % (len(body) if length is None else length) + body


def message(method: str, params: object = None, number: object = None) -> bytes:
    content: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
    if number is not None:
        content["id"] = number
    return framed(json.dumps(content).encode())


def opening(text: str, uri: str = URI) -> bytes:
    document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    return message("textDocument/didOpen", {"textDocument": document})


class Wire:
    """A server's streams."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen(
            [*SERVER, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.number = 100

    def send(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        out = self.process.stdout
        assert out is not None
        length = 0
        while line := out.readline().strip():
            name, _, value = line.partition(b":")
            assert name in (b"Content-Length", b"Content-Type"), line
            length = int(value) if name == b"Content-Length" else length
        assert length, "the server has left"
        answer: dict[str, Any] = json.loads(out.read(length))
        return answer

    def answer(self, number: object) -> dict[str, Any]:
        while True:
            received = self.receive()
            if received.get("id") == number and "method" not in received:
                return received

    def ask(self, method: str, params: object) -> dict[str, Any]:
        self.number += 1
        self.send(message(method, params, self.number))
        return self.answer(self.number)

    def diagnostics(self, uri: str = URI) -> list[dict[str, Any]]:
        while True:
            received = self.receive()
            if received.get("method") == "textDocument/publishDiagnostics" and received["params"]["uri"] == uri:
                found: list[dict[str, Any]] = received["params"]["diagnostics"]
                return found

    def is_well(self) -> bool:
        """Whether it still reads and checks a plan."""
        self.send(opening(PLAN, "untitled:well"))
        return len(self.diagnostics("untitled:well")) == 3

    def leave(self) -> int:
        self.ask("shutdown", None)
        self.send(message("exit"))
        return self.process.wait(20)


@pytest.fixture(scope="module")
def wire() -> Iterator[Wire]:
    wire = Wire()
    early = wire.ask("textDocument/hover", {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}})
    assert early["error"]["code"] == -32002
    wire.send(opening("too early"))
    started = wire.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    assert started["result"]["serverInfo"]["name"] == "vnplanlint"
    wire.send(message("initialized", {}))
    yield wire
    assert wire.leave() == 0
    assert wire.process.stderr is not None
    assert wire.process.stderr.read() == b""


BROKEN = {
    "no JSON": framed(b"{]"),
    "no object": framed(b"[1, 2]") + framed(b"7") + framed(b"null"),
    "no message": framed(b"{}") + framed(b'{"jsonrpc": "1.0", "method": "x"}') + framed(b'{"jsonrpc": "2.0"}'),
    "no text": framed(b"\xff\xfe\x00{"),
    "deep": framed(b'{"jsonrpc":"2.0","method":"x","params":' + b"[" * 50_000 + b"]" * 50_000 + b"}"),
    "noise before": b"warning: something else speaks here\r\n",
    "noise without an end": b"abc",
    "too short a length": framed(b'{"jsonrpc": "2.0", "method": "initialized", "params": {}}', 20),
    "no length": b"Content-Length: many\r\n\r\n",
    "a length of millions": b"Content-Length: 999999999999\r\n\r\n",
    "a length of nothing": b"Content-Length: 0\r\n\r\n",
    "other line ends": b'Content-Length: 52\n\n{"jsonrpc": "2.0", "method": "initialized", "params"',
    "a method that there is not": message("no/such", {}) + message("$/no", None),
    "parameters of another type": message("textDocument/didOpen", [1]) + message("textDocument/didChange", "x"),
    "a document that is not open": message(
        "textDocument/didChange",
        {"textDocument": {"uri": "file:///no", "version": 3}, "contentChanges": [{"text": "x"}]},
    )
    + message("textDocument/didClose", {"textDocument": {"uri": "file:///no"}}),
    "cancelling what was not asked": message("$/cancelRequest", {"id": 12345}),
    "an answer to no question": framed(b'{"jsonrpc": "2.0", "id": 77, "result": null}'),
    "addresses that are none": opening("a", "")
    + opening("b", "file://")
    + opening("c", "http://[x")
    + opening("d", "%%%"),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_message_is_survived(wire: Wire, broken: bytes) -> None:
    wire.send(broken)
    assert wire.is_well()


def test_a_message_is_found_behind_half_a_message(wire: Wire) -> None:
    half = framed(b'{"jsonrpc": "2.0", "method": "x"}', 10)
    wire.send(half * 3 + opening(PLAN, "untitled:behind"))
    assert len(wire.diagnostics("untitled:behind")) == 3


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("no/such", {}, -32601),
        ("textDocument/hover", {"textDocument": 3}, -32602),
        ("textDocument/codeAction", None, -32602),
        ("workspace/executeCommand", {"command": "no.such", "arguments": []}, -32602),
        ("workspace/executeCommand", {"command": "vnplanlint.explain", "arguments": [{"a": 1}]}, -32602),
        ("workspace/executeCommand", {"command": "vnplanlint.extract", "arguments": ["http://[x"]}, None),
        ("codeAction/resolve", {"title": "x", "data": [1]}, -32602),
        ("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, -32600),
        ("textDocument/diagnostic", {"textDocument": {"uri": URI}}, -32601),  # it is sent them
    ],
)
def test_a_wrong_request_is_answered_with_an_error(wire: Wire, method: str, params: object, code: int | None) -> None:
    error = wire.ask(method, params)["error"]
    assert error["code"] == code or code is None
    assert wire.is_well()


TEXTS = {
    "nothing": "",
    "null characters": "\0" * 100 + PLAN + "\0",
    "half an emoji": "\ud83d" + PLAN + "\ude00\ud83d",
    "control characters": "".join(map(chr, range(32))) * 20 + PLAN,
    "other line ends": "KẾ HOẠCH\r\u2028\u2029\x0b\x0c\x85theo rõi\r",
    "marks alone": "\u0323\u0302\u200b\ufeff" * 500,
    "a long line": "Thực hiện Quyết định số 12/QĐ-UBND. " * 3_000,
    "brackets": "(" * 1_500 + "“" * 1_500,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_read(wire: Wire, text: str) -> None:
    wire.send(opening(text))
    wire.diagnostics()
    where = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 1}}
    everything = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    for method, params in (
        ("textDocument/hover", where),
        ("textDocument/definition", where),
        ("textDocument/documentHighlight", where),
        ("textDocument/documentSymbol", where),
        ("textDocument/foldingRange", where),
        ("textDocument/codeAction", where | {"range": everything, "context": {"diagnostics": []}}),
        ("workspace/executeCommand", {"command": "vnplanlint.extract", "arguments": [URI]}),
    ):
        assert "error" not in wire.ask(method, params), method


def test_a_failing_rule_is_named_in_the_log_and_the_text_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    from vnplanlint.lsp.analysis import Analysis
    from vnplanlint.lsp.terms import AllTerms

    def failing(document: object) -> Iterator[object]:
        raise ValueError("một câu của văn bản")

    monkeypatch.setattr("vnplanlint.checks.references.succession.superseded_reference", failing)
    terms = AllTerms("vi", lambda problem: None)
    understood = Analysis().of(PLAN, "x", terms.of("untitled:x"))
    assert understood.failures == ("VB210: ValueError",)
    assert [finding.code for finding in understood.findings] == ["NT102", "CT504"]


def test_leaving_without_a_goodbye_is_a_failure_and_the_end_of_the_stream_is_the_end() -> None:
    wire = Wire("--stdio", "--lang", "en")
    wire.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    wire.send(message("exit"))
    assert wire.process.wait(20) == 1
    cut = Wire()
    cut.send(b"Content-Length: 500\r\n\r\n{")
    assert cut.process.stdin is not None
    cut.process.stdin.close()
    assert cut.process.wait(20) == 1


def test_after_the_goodbye_nothing_is_answered_but_with_an_error() -> None:
    wire = Wire()
    wire.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    wire.ask("shutdown", None)
    assert wire.ask("textDocument/hover", None)["error"]["code"] in (-32600, -32602)
    wire.send(message("exit"))
    assert wire.process.wait(20) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_port_of_this_machine_for_debugging() -> None:
    port = free_port()
    process = subprocess.Popen([*SERVER, "--tcp", str(port)], stderr=subprocess.PIPE)
    for _ in range(500):
        try:
            line = socket.create_connection(("127.0.0.1", port), 20)
            break
        except ConnectionRefusedError:
            time.sleep(0.02)
    with line, line.makefile("rb") as answers:
        line.sendall(message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1))
        assert answers.readline().startswith(b"Content-Length: ")
        line.sendall(message("shutdown", None, 2) + message("exit"))
        assert b"serverInfo" in answers.read()
    assert process.wait(20) == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--tcp", "5007", "--host", "0.0.0.0"], "0.0.0.0"),
        (["--tcp", "70000"], "70000"),
        (["--tcp", "x"], "--tcp"),
    ],
)
def test_what_is_no_port_of_this_machine_is_said_in_one_line(options: list[str], words: str) -> None:
    done = subprocess.run([*SERVER, *options], capture_output=True, timeout=20, encoding="utf-8")
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout
