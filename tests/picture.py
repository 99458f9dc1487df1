"""Draw the picture of real output that README shows: ``python -m tests.picture``."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from vnplanlint.checking import check_file
from vnplanlint.planning import Task
from vnplanlint.reports import View
from vnplanlint.reports import full as report
from vnplanlint.reports import terminal as screen

ROOT = Path(__file__).resolve().parent.parent
PLAN = "corpus/mttq-xa-ngay-hoi-dai-doan-ket-2025.md"
CODES = ("DM301", "DM303", "NT102", "VB201")
WIDTH = 104


def draw() -> str:
    """The output of a check on one plan of the corpus as an SVG image."""
    task = Task(str(ROOT / PLAN), PLAN, CODES, "vi", "style", "warning", ())
    checked = check_file(task).checked
    assert checked is not None
    terminal = screen.Terminal(io.StringIO())
    terminal._console = Console(
        file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, highlight=False, soft_wrap=True
    )
    terminal.write(report.layout([checked], View("vi", WIDTH, links=False)))
    image = terminal._console.export_svg(title=f"vnplanlint check {PLAN}")
    image = re.sub(r"@font-face \{.*?\}\s*", "", image, flags=re.S)  # no image asks the network for a font
    return re.sub(r"terminal-\d+-", "terminal-", image)


if __name__ == "__main__":
    (ROOT / "docs" / "check.svg").write_text(draw(), encoding="utf-8")
