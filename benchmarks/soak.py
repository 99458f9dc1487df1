"""A long session: random edits, after each the findings of a fresh check, and memory that does not grow.

    python benchmarks/soak.py [--edits 10000] [--seed 1] [--server]

Every plan of the corpus is edited in turn: single characters, words, lines, pasted
passages, line ends of other systems, letters in pieces, emoji, whole lines cut and put
elsewhere.  With ``--server`` the edits go to a language server as an editor sends them.
The program ends at the first difference, and leaves the text that made it in
soak-difference.txt.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from bisect import bisect_right
from pathlib import Path
from typing import Any, Protocol

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.memory import Memory
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import decode, from_text
from vnplanlint.reports import CheckedFile
from vnplanlint.reports.lsp import diagnostic
from vnplanlint.rulebook import RuleBook, load

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
EDITS_OF_A_PLAN = 200
LARGEST = 60_000
TYPED = (
    *"aăâđêôơư ếề.,;:!?()“”\"'-–/0123456789IVXĐ|*#>\t",
    "\n", "\n\n", "\r\n", "\r", "e\u0301", "o\u031b\u0309", "\u200b", "😀", "\u2028", "\0", "ð", "ƣ",
    " ngày 31/4/2021", " (01/4/1992 - 01/4/2021)", "Số: 50/KHLĐTBXH", "\nIV. ", "\n1. ", "\na) ", "\n- ", " Trong đó:",
    "Phụ lục II\n", "| a | b |\n", " quy định tại mục III Kế hoạch này", "10 (mười) ", " theo theo ", "hàng năm ",
    "<!-- vnplanlint: ignore NT -->", "<!--", "-->", "..........", "________",
)  # fmt: skip


URI = "untitled:soak.md"


class Session(Protocol):
    """Whoever reads one text after the other."""

    def findings(self, text: str) -> list[dict[str, Any]]:
        """The diagnostics of ``text``."""
        ...

    def held(self) -> str:
        """How much memory is held."""
        ...


def main() -> None:
    """Edit until all edits are done or one makes a difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--server", action="store_true", help="edit through a language server")
    arguments = parser.parse_args()
    book = load()
    plans = [decode(path.read_bytes(), path.name).raw for path in sorted(CORPUS.iterdir()) if path.suffix != ".tsv"]
    choose = random.Random(arguments.seed)
    session: Session = Served() if arguments.server else InProcess(book)
    done = 0
    start = time.monotonic()
    while done < arguments.edits:
        text = plans[done // EDITS_OF_A_PLAN % len(plans)]
        for _ in range(min(EDITS_OF_A_PLAN, arguments.edits - done)):
            text = edited(text, choose, plans)[:LARGEST]
            compare(text, fresh(text, book), session.findings(text), done)
            done += 1
        print(f"{done} edits, {time.monotonic() - start:.0f} s, {session.held()} held", flush=True)
    print(f"the same after each of {done} edits")


def fresh(text: str, book: RuleBook, memory: Memory | None = None) -> list[dict[str, Any]]:
    """The diagnostics of a text, as far as an editor gets them at once."""
    source = from_text(text, URI)
    findings = check_document(build_document(source, book.facts, memory), book)
    file = CheckedFile(URI, source, tuple(findings))
    return [_shown(diagnostic(finding, file, URI)) for finding in findings]


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row.get(key) or [] for key in ("range", "severity", "code", "message", "relatedInformation")}


class InProcess:
    """A session of this process."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._memory = Memory()

    def findings(self, text: str) -> list[dict[str, Any]]:
        """The diagnostics of ``text``, read with what is remembered of the one before."""
        return fresh(text, self._book, self._memory)

    def held(self) -> str:
        """The blocks of memory of this process."""
        return f"{sys.getallocatedblocks()} blocks"


class Served:
    """A language server in a process of its own."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "vnplanlint", "server"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._text = ""
        self._number = 0
        capabilities = {"textDocument": {"diagnostic": {"relatedInformation": True}}}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self._send({"method": "initialized", "params": {}})
        opened = {"uri": URI, "languageId": "markdown", "version": 0, "text": ""}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})

    def findings(self, text: str) -> list[dict[str, Any]]:
        """The diagnostics of ``text``, sent as the change that makes it."""
        self._change(text)
        report = self._ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
        return [_shown(row) for row in report["items"]]

    def held(self) -> str:
        """The memory of the server's process."""
        for line in Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmRSS"):
                return line.split(":")[1].strip()
        return "?"

    def _change(self, text: str) -> None:
        start, old_end, new_end = _difference(self._text, text)
        span = {"start": _position(self._text, start), "end": _position(self._text, old_end)}
        change = {"range": span, "text": text[start:new_end]}
        self._text = text
        identity = {"uri": URI, "version": self._number}
        self._send(
            {"method": "textDocument/didChange", "params": {"textDocument": identity, "contentChanges": [change]}}
        )

    def _ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                answer: dict[str, Any] = message["result"]
                return answer
            if "id" in message:  # a request of the server
                self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline().strip()) or not length:
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _difference(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts begin to differ, and where that ends in each; no pair of line end characters is cut in two."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    while start and old[start - 1] == "\r":
        start -= 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    while end and (old[len(old) - end] == "\n" or new[len(new) - end] == "\n"):
        end -= 1
    return start, len(old) - end, len(new) - end


def _position(text: str, offset: int) -> dict[str, int]:
    starts = Source("", text).line_starts()
    line = bisect_right(starts, offset) - 1
    return {"line": line, "character": len(text[starts[line] : offset].encode("utf-16-le", "surrogatepass")) // 2}


def edited(text: str, choose: random.Random, plans: list[str]) -> str:
    """``text`` after one edit."""
    at = choose.randrange(len(text) + 1)
    kind = choose.randrange(20)
    if kind < 10:
        return text[:at] + choose.choice(TYPED) + text[at:]
    if kind < 15:
        return text[:at] + text[at + choose.choice((1, 1, 1, 2, 10)) :]
    if kind < 17:  # a word is replaced
        end = text.find(" ", at + 1)
        return text[:at] + choose.choice(TYPED) + text[end if end > 0 else at :]
    line_start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at) + 1 or len(text)
    line = text[line_start:line_end]
    rest = text[:line_start] + text[line_end:]
    if kind == 17:  # a line goes elsewhere
        to = rest.find("\n", choose.randrange(len(rest) + 1)) + 1
        return rest[:to] + line + rest[to:]
    if kind == 18:
        return rest
    other = choose.choice(plans)
    start = choose.randrange(len(other) + 1)
    return text[:at] + other[start : start + choose.randrange(1500)] + text[at:]


def compare(text: str, expected: list[dict[str, Any]], found: list[dict[str, Any]], number: int) -> None:
    """End the program where what the session found is not what a fresh check finds."""
    if expected == found:
        return
    print(f"edit {number} makes a difference", file=sys.stderr)
    for name, rows, others in (("fresh only", expected, found), ("session only", found, expected)):
        for row in rows:
            if row not in others:
                print(f"  {name}: {row['code']} {row['range']['start']} {row['message']}", file=sys.stderr)
    Path("soak-difference.txt").write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    sys.exit(1)


if __name__ == "__main__":
    main()
