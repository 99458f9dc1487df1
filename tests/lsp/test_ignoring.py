"""A rule switched off in a configuration file that people have written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from vnplanlint.lsp.ignoring import ignoring

WRITTEN = [
    ("vnplanlint.toml", "", 'ignore = ["NT102"]\n'),
    ("vnplanlint.toml", "ignore = []  # chưa có\n", 'ignore = ["NT102"]  # chưa có\n'),
    ("vnplanlint.toml", 'lang = "vi"\nignore = ["DM301"]\n', 'lang = "vi"\nignore = ["NT102", "DM301"]\n'),
    (
        "vnplanlint.toml",
        'ignore = [\n  "DM301",  # thói quen\n]\n',
        'ignore = ["NT102",\n  "DM301",  # thói quen\n]\n',
    ),
    (
        "vnplanlint.toml",
        '# Của phòng Hành chính\n\n[per-file-ignores]\n"du-thao/**" = ["TT801"]\n',
        '# Của phòng Hành chính\nignore = ["NT102"]\n\n[per-file-ignores]\n"du-thao/**" = ["TT801"]\n',
    ),
    (
        "pyproject.toml",
        '[tool.other]\nignore = ["X"]\n\n[tool.vnplanlint]\nlang = "vi"\n[tool.more]\nignore = []\n',
        '[tool.other]\nignore = ["X"]\n\n[tool.vnplanlint]\nignore = ["NT102"]\nlang = "vi"\n[tool.more]\nignore = []\n',
    ),
    ("pyproject.toml", "[tool.vnplanlint]", '[tool.vnplanlint]\nignore = ["NT102"]\n'),
    ("vnplanlint.toml", 'lang = "vi"\r\n', 'ignore = ["NT102"]\r\nlang = "vi"\r\n'),
]


@pytest.mark.parametrize(("name", "old", "new"), WRITTEN)
def test_the_code_is_added_and_all_else_stays(tmp_path: Path, name: str, old: str, new: str) -> None:
    path = tmp_path / name
    path.write_bytes(old.encode())
    insertion = ignoring("NT102", str(path))
    assert insertion is not None
    assert insertion.new == new
    tomllib.loads(new)
    assert path.read_bytes() == old.encode()


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("vnplanlint.toml", "ignore = [\n"),  # broken
        ("vnplanlint.toml", 'ignore = "NT102"\n'),  # of the wrong type
        ("pyproject.toml", '[tool]\nvnplanlint = { lang = "vi" }\n'),  # no table of its own
        ("vnplanlint.toml", 'note = """\nignore = [\n"""\nignore = { a = 1 }\n'),
    ],
)
def test_nothing_is_offered_where_the_way_is_not_sure(tmp_path: Path, name: str, old: str) -> None:
    path = tmp_path / name
    path.write_text(old, encoding="utf-8")
    assert ignoring("NT102", str(path)) is None


def test_a_list_inside_of_a_text_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "vnplanlint.toml"
    path.write_text('exclude = ["""\nignore = [\n"""]\nignore = ["DM301"]\n', encoding="utf-8")
    insertion = ignoring("NT102", str(path))
    assert insertion is not None
    assert tomllib.loads(insertion.new) == {"exclude": ["ignore = [\n"], "ignore": ["NT102", "DM301"]}


def test_where_there_is_no_file_it_is_begun(tmp_path: Path) -> None:
    insertion = ignoring("NT102", str(tmp_path / "vnplanlint.toml"))
    assert insertion is not None
    assert (insertion.old, insertion.new) == (None, 'ignore = ["NT102"]\n')
