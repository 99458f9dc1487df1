"""The examples of the configuration pages work as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_cli import Run, run, write

__all__ = ["run"]
DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = [DOCS / "cau-hinh.md", DOCS / "configuration.md"]

PLAN = """
Hàng năm, bộ phận một cửa báo cáo công tác QLĐT.
Kỷ niệm 70 năm thành lập Trường Chính trị tỉnh (12/9/1948 - 12/9/2018).
"""


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def configured(request: pytest.FixtureRequest, run: Run) -> Run:
    text = request.param.read_text("utf-8")
    for name, body in re.findall(r"<!-- example: (\S+) -->\n```toml\n(.*?)```", text, re.DOTALL):
        write(name, body)
    return run


def test_the_example_is_a_sound_configuration(configured: Run) -> None:
    write("a.txt", PLAN)
    done = configured("check", "a.txt", "--output-format=concise")
    assert done.status == 1, done.err
    told = {line.split()[1] for line in done.out.splitlines()}
    assert {"SNV01", "NT104"} <= told
    assert configured("explain", "SNV01").status == 0


def test_both_pages_show_the_same_settings() -> None:
    def settings(path: Path) -> list[str]:
        blocks = re.findall(r"```toml\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
        return [
            line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.split("#")[0].strip()
        ]

    assert settings(PAGES[0]) == settings(PAGES[1])
