"""``init``: a configuration that is accepted as it stands and with every key on, and the hook's entry."""

from __future__ import annotations

import os
import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.test_cli import Outcome, write
from vnplanlint import config, house_style
from vnplanlint.__main__ import main
from vnplanlint.rulebook import Language
from vnplanlint.starting import configuration, hook

LANGUAGES: list[Language] = ["vi", "en"]
CONFIGURATION = Path(config.FILE_NAME)
HOOKS = Path(hook.FILE_NAME)


class Folder:
    """An empty folder, and the command in it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def init(self, *arguments: str) -> Outcome:
        return self("init", *arguments)

    def __call__(self, *arguments: str) -> Outcome:
        status = main(list(arguments))
        return Outcome(status, *self._capsys.readouterr())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(capsys)


def switched_on(text: str) -> str:
    """``text`` with every key on."""
    return re.sub(r"^#(?=\S)", "", text, flags=re.MULTILINE)


# The configuration


def test_what_is_written_changes_nothing_until_a_key_is_switched_on(folder: Folder) -> None:
    assert folder.init().status == 0
    text = CONFIGURATION.read_text(encoding="utf-8")
    found = config.parse(tomllib.loads(text), config.FILE_NAME)
    assert found._replace(path="", folder="") == config.NOTHING


def test_in_english_it_asks_for_english(folder: Folder) -> None:
    assert folder.init("--lang=en").status == 0
    assert tomllib.loads(CONFIGURATION.read_text(encoding="utf-8")) == {"lang": "en"}
    write("a.txt", "Họp ngày 31/02/2024 tại xã.\n")
    assert "error" in folder("check", "a.txt", "--output-format=concise").out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_stands_there_and_is_accepted(folder: Folder, language: Language) -> None:
    text = switched_on(configuration.text(language))
    table = tomllib.loads(text)
    missing = {*config._KEYS, "house-style"} - table.keys()
    assert not missing, f"vnplanlint/starting/configuration.py should show the new keys: {missing}"
    assert table["house-style"].keys() == house_style.ENTRIES.keys()
    Path("quy-tac").mkdir()
    write("vnplanlint.toml", text)
    write("a.txt", "Họp tại xã.\n")
    assert folder("check", "--write-baseline").status == 0
    write("a.txt", "Hàng năm, họp ngày 31/02/2024 tại xã.\n")
    done = folder("check", "a.txt", "--output-format=concise", "--lang=vi")
    assert done.status == 1, done.err
    assert {"NT101"} <= {line.split()[1] for line in done.out.splitlines()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_and_settings_can_be_told_apart(language: Language) -> None:
    rows = configuration.text(language).splitlines()
    off = [row for row in rows if re.match(r"#\S", row)]
    assert all(not row or row.startswith(("#", "lang")) for row in rows)
    assert len(off) >= len(config._KEYS)
    assert all(len(row) <= 100 for row in rows)


def test_both_languages_show_the_same_settings() -> None:
    vietnamese, english = (tomllib.loads(switched_on(configuration.text(language))) for language in LANGUAGES)
    assert vietnamese | {"lang": "en"} == english


@pytest.mark.parametrize("text", ["", "ignore = [", 'ignore = ["NT"]\n'])
def test_a_configuration_that_is_there_is_left_alone(folder: Folder, text: str) -> None:
    write("vnplanlint.toml", text)
    done = folder.init()
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "vnplanlint.toml" in done.err
    assert CONFIGURATION.read_text(encoding="utf-8") == text


def test_so_is_a_link_to_nowhere(folder: Folder) -> None:
    CONFIGURATION.symlink_to("elsewhere.toml")
    assert folder.init().status == 2
    assert not Path("elsewhere.toml").exists()


def test_a_table_in_pyproject_is_a_configuration_too(folder: Folder) -> None:
    write("pyproject.toml", '[project]\nname = "x"\n')
    write("a/pyproject.toml", '[tool.vnplanlint]\nignore = ["NT"]\n')
    write("b/pyproject.toml", "[tool.vnplanlint\n")
    assert folder.init().status == 0
    for place in ("a", "b"):
        done = folder.init(place)
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert os.path.join(place, "pyproject.toml") in done.err
        assert not Path(place, "vnplanlint.toml").exists()


def test_the_folder_is_named_and_the_one_above_is_mentioned(folder: Folder) -> None:
    write("vnplanlint.toml", "")
    Path("a/b").mkdir(parents=True)
    done = folder.init("a/b")
    assert done.status == 0
    assert Path("a/b/vnplanlint.toml").is_file()
    written, above = done.err.splitlines()
    assert os.path.join("a", "b", "vnplanlint.toml") in written
    assert " vnplanlint.toml " in above


@pytest.mark.parametrize("place", ["nowhere", "", "a.txt"])
def test_a_place_that_is_no_folder_is_one_line(folder: Folder, place: str) -> None:
    write("a.txt", "x")
    done = folder.init(place)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_one_line(folder: Folder) -> None:
    Path("a").mkdir(mode=0o500)
    done = folder.init("a", "--pre-commit")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert os.listdir("a") == []


def test_a_failed_write_leaves_nothing_behind(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str, *arguments: object, **options: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vnplanlint.starting.project.open", full, raising=False)
    done = folder.init()
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "No space left" in done.err
    assert os.listdir() == []


# The hook


def hooks_in(text: str) -> list[dict[str, object]]:
    return [hook for repository in yaml.safe_load(text)["repos"] for hook in repository["hooks"]]


def test_the_hook_is_added_to_a_new_file_at_the_top_of_the_repository(folder: Folder) -> None:
    Path(".git").mkdir()
    Path("van-ban").mkdir()
    done = folder.init("van-ban", "--pre-commit")
    assert (done.status, done.out) == (0, "")
    assert Path("van-ban/vnplanlint.toml").is_file()
    assert [hook["id"] for hook in hooks_in(HOOKS.read_text("utf-8"))] == ["vnplanlint"]
    assert f"rev: v{version('vnplanlint')}\n" in HOOKS.read_text("utf-8")


def test_a_second_call_changes_nothing(folder: Folder) -> None:
    folder.init("--pre-commit")
    before = HOOKS.read_bytes(), CONFIGURATION.read_bytes()
    done = folder.init("--pre-commit")
    assert (done.status, done.out) == (0, "")
    assert len(done.err.splitlines()) == 2
    assert (HOOKS.read_bytes(), CONFIGURATION.read_bytes()) == before


EXISTING = {
    "as pre-commit's own sample": """\
# See https://pre-commit.com for more information
repos:
-   repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v3.2.0
    hooks:
    -   id: trailing-whitespace
    -   id: end-of-file-fixer
""",
    "keys before and behind, comments": """\
---
default_stages: [pre-commit]   # hằng ngày
repos:   # của Sở

  # dấu cách
  - repo: https://example.org/a
    rev: "1"   # mới nhất
    hooks: [{id: spaces}, {id: vnplanlint-of-somebody-else}]

  # hai kho
  - repo: local
    hooks:
      - id: x
        name: x
        entry: |
            sh -c '
            # not a comment
            - nor an item'

        language: system
        # ở trong mục
  # cuối danh sách

# hằng tuần
ci:
  autofix_prs: false
""",
    "no list yet": "repos: []  # sẽ thêm\nfail_fast: true\n",
    "nothing but a comment": "# chưa có gì\n\n",
    "empty": "",
    "no last line end": "repos:\n  - repo: meta\n    hooks:\n      - id: identity",
    "a list that ends with the text of a script": (
        "repos:\n- repo: local\n  hooks:\n  - id: x\n    name: x\n    language: system\n    entry: |\n      a\n      # b\n"
    ),
    "the name in a comment": "repos:\n- repo: meta\n  hooks:\n  - id: identity # id: vnplanlint\n  # - id: vnplanlint\n",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("text", EXISTING.values(), ids=EXISTING)
def test_an_existing_file_keeps_all_that_stands_in_it(folder: Folder, text: str, end: str) -> None:
    HOOKS.write_bytes(text.replace("\n", end).encode())
    os.chmod(HOOKS, 0o640)
    assert folder.init("--pre-commit").status == 0
    after = HOOKS.read_bytes().decode()
    assert after.replace("\r\n", "").count("\n") == (0 if "\r\n" in text.replace("\n", end) else after.count("\n"))
    assert HOOKS.stat().st_mode & 0o777 == 0o640

    old, new = yaml.safe_load(text) or {}, yaml.safe_load(after)
    assert new["repos"][:-1] == (old.get("repos") or [])
    assert [hook["id"] for hook in new["repos"][-1]["hooks"]] == ["vnplanlint"]
    assert {**new, "repos": None} == {**old, "repos": None}
    rows = iter(after.splitlines())
    for row in text.replace("repos: []", "repos:").splitlines():
        assert not row.strip() or row in rows, row


@pytest.mark.parametrize("name", ["vnplanlint", "'vnplanlint-fix'"])
@pytest.mark.parametrize(
    "shape", ["repos:\n- repo: x\n  hooks:\n  - id: {}  # của ta\n", "repos: [{{hooks: [{{id: {}}}]}}]"]
)
def test_a_hook_that_is_there_is_left_alone(folder: Folder, name: str, shape: str) -> None:
    write(hook.FILE_NAME, shape.format(name))
    done = folder.init("--pre-commit")
    assert (done.status, done.out) == (0, "")
    assert HOOKS.read_text("utf-8") == shape.format(name)


WORDS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.sampled_from(
        ["a\n# b\n", "\n- id: x\n", "x: y", "repos:", "- a", "# b\n\n", "một hai ba bốn năm sáu bảy tám chín"]
    ),
)
HOOK = st.fixed_dictionaries({"id": WORDS}, optional={"args": st.lists(WORDS, max_size=2), "entry": WORDS})
REPOSITORY = st.fixed_dictionaries({"repo": WORDS, "hooks": st.lists(HOOK, max_size=2)}, optional={"rev": WORDS})
FILE = st.tuples(
    st.dictionaries(st.sampled_from(["ci", "exclude"]), WORDS),
    st.lists(REPOSITORY, min_size=1, max_size=3),
    st.dictionaries(st.sampled_from(["files", "default_stages"]), WORDS),
)


@given(FILE, st.sampled_from([None, "|", ">", '"']), st.sampled_from([2, 4]), st.booleans())
def test_whatever_stands_in_a_file_its_meaning_stays(file: Any, style: str | None, indent: int, wide: bool) -> None:
    before, repositories, behind = file
    old = {**before, "repos": repositories, **behind}
    dumped = yaml.safe_dump(
        old, default_flow_style=False, sort_keys=False, default_style=style, indent=indent, width=200 if wide else 20
    )
    dumped = re.sub(r'^"(\w+)":', r"\1:", dumped, flags=re.MULTILINE)  # keys need no quotes
    assume(not re.search(r"[|>]\d?\+$|^\.\.\.$", dumped, re.MULTILINE))  # shapes that are not edited
    new = yaml.safe_load(hook.added(dumped, hook.entry(english=False, version="1")))
    assert new["repos"].pop()["hooks"][0]["id"] == "vnplanlint"
    assert new == old


UNUSUAL = {
    "flow style": "repos: [{repo: meta, hooks: [{id: identity}]}]\n",
    "a reference": "x: &r\n- repo: meta\nrepos: *r\n",
    "a quoted key": '"repos":\n- repo: meta\n',
    "twice": "repos:\n- repo: meta\nrepos:\n- repo: meta\n",
    "no such key": "fail_fast: true\n",
    "a value of its own": "repos:\nfail_fast: true\n",
    "a mapping": "repos:\n  a: b\n",
    "two documents": "repos:\n- repo: meta\n---\nrepos:\n- repo: meta\n",
    "tabs": "repos:\n\t- repo: meta\n",
    "item on the next line": "repos:\n-\n  repo: meta\n",
    "text that ends with blank lines": "repos:\n- repo: local\n  hooks:\n  - id: x\n    entry: |+\n      a\n\n",
    "old line ends": "repos:\r- repo: meta\r",
    "not UTF-8": "repos:\n- repo: meta # \xe9\n".encode("latin-1"),
}


@pytest.mark.parametrize("text", UNUSUAL.values(), ids=UNUSUAL)
def test_a_file_of_another_shape_is_left_alone_and_the_lines_are_shown(folder: Folder, text: str | bytes) -> None:
    write(hook.FILE_NAME, text)
    before = HOOKS.read_bytes()
    done = folder.init("--pre-commit")
    assert done.status == 2
    assert HOOKS.read_bytes() == before
    assert [hook["id"] for hook in hooks_in("repos:\n" + done.out)] == ["vnplanlint"]
    assert hook.FILE_NAME in done.err.splitlines()[-1]


def test_a_hook_file_that_cannot_be_read_is_one_line(folder: Folder) -> None:
    HOOKS.mkdir()
    done = folder.init("--pre-commit")
    assert done.status == 2
    assert hook.FILE_NAME in done.err.splitlines()[-1]


def test_help_and_errors_speak_both_languages(folder: Folder) -> None:
    assert "THƯ MỤC" in folder("init", "--help").out
    assert "FOLDER" in folder("init", "--help", "--lang=en").out
    write("vnplanlint.toml", "")
    assert "stays as it is" in folder.init("--lang=en").err
    assert folder.init("a", "b").status == 2
