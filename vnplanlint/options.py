"""The options of every command, declared once.

Two readers use this table: ``cli`` builds its commands from it (help, error
messages, completion), and ``arguments`` reads a plain ``check`` call with it
without loading the command line library.
"""

from __future__ import annotations

from vnplanlint.findings import SEVERITIES
from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.reports import EXTRACT_FORMATS, FORMATS, RULES_FORMATS

Kind = Literal["choice", "codes", "text", "number", "flag"]
"""One of ``choices`` · codes with commas between, repeatable · any text · 0, 1, 2 … · on or off."""


class Option(NamedTuple):
    """One option: ``--name METAVAR``."""

    name: str
    kind: Kind
    help: tuple[str, str]  # Vietnamese, English
    metavar: str = ""
    choices: tuple[str, ...] = ()
    default: str | None = None

    @property
    def key(self) -> str:
        """The field of ``Request`` that holds its value."""
        return self.name.replace("-", "_")


class Request(NamedTuple):
    """What a ``check`` call asks for; None where configuration or default decides."""

    paths: tuple[str, ...] = ()
    output_format: str = "full"
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    min_severity: str | None = None
    fail_level: str | None = None
    lang: str | None = None
    config: str | None = None
    isolated: bool = False
    force_exclude: bool = False
    stdin_filename: str | None = None
    jobs: int | None = None
    no_cache: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: str | None = None
    write_baseline: bool = False


LANG = Option(
    "lang",
    "choice",
    ("Ngôn ngữ của lời nhắn (mặc định: vi).", "Language of the messages (default: vi)."),
    choices=("vi", "en"),
)
_CONFIG = Option("config", "text", ("Dùng tệp cấu hình này.", "Use this configuration file."), metavar="FILE")
_ISOLATED = Option("isolated", "flag", ("Bỏ qua mọi tệp cấu hình.", "Ignore all configuration files."))
_STDIN_FILENAME = Option(
    "stdin-filename",
    "text",
    ("Tên tệp dùng cho văn bản đọc từ đầu vào chuẩn (-).", "File name for text read from standard input (-)."),
    metavar="FILE",
)


def _format(choices: tuple[str, ...], uses: tuple[str, str] = ("", "")) -> Option:
    return Option(
        "output-format",
        "choice",
        (f"Dạng kết quả (mặc định: {choices[0]}){uses[0]}.", f"Output format (default: {choices[0]}){uses[1]}."),
        choices=choices,
        default=choices[0],
    )


CHECK = (
    _format(
        tuple(FORMATS),
        (
            "; sarif, github, gitlab, junit là cho CI, lsp cho trình soạn thảo",
            "; sarif, github, gitlab, junit are for CI, lsp for editors",
        ),
    ),
    Option(
        "select",
        "codes",
        (
            "Chỉ dùng các quy tắc này: mã, đầu mã, tên hoặc ALL, cách nhau bằng dấu phẩy.",
            "Use only these rules: codes, prefixes, names or ALL, with commas between.",
        ),
        metavar="CODES",
    ),
    Option("ignore", "codes", ("Bỏ các quy tắc này.", "Leave these rules out."), metavar="CODES"),
    Option(
        "min-severity",
        "choice",
        ("Chỉ hiện từ mức này trở lên.", "Show only findings of this severity or above."),
        choices=tuple(reversed(SEVERITIES)),
    ),
    Option(
        "fail-level",
        "choice",
        (
            "Mã thoát là 1 khi có phát hiện từ mức này trở lên (mặc định: warning).",
            "Exit with 1 on findings of this severity or above (default: warning).",
        ),
        choices=SEVERITIES,
    ),
    LANG,
    _CONFIG,
    _ISOLATED,
    Option(
        "force-exclude",
        "flag",
        (
            "Bỏ qua cả tệp được nêu tên nếu cấu hình loại nó (exclude).",
            "Leave out files that the configuration excludes even where they are named.",
        ),
    ),
    _STDIN_FILENAME,
    Option(
        "baseline",
        "text",
        (
            "Không báo những phát hiện đã ghi trong tệp này (cũng đặt được trong cấu hình).",
            "Leave out the findings that this file holds (also a configuration key).",
        ),
        metavar="FILE",
    ),
    Option(
        "write-baseline",
        "flag",
        (
            "Ghi mọi phát hiện hiện có vào tệp baseline, không báo gì.",
            "Write all present findings to the baseline, and report none.",
        ),
    ),
    Option(
        "jobs",
        "number",
        (
            "Số tiến trình cùng chạy (0 hoặc không nêu: tự chọn).",
            "Number of processes (0 or not given: chosen automatically).",
        ),
        metavar="N",
    ),
    Option(
        "no-cache",
        "flag",
        ("Không đọc, không ghi bộ nhớ đệm.", "Neither read nor write the cache."),
    ),
    Option(
        "fix",
        "flag",
        (
            "Sửa ngay trong tệp những chỗ sửa được an toàn, rồi báo những gì còn lại.",
            "Apply the safe fixes to the files and report what remains.",
        ),
    ),
    Option(
        "unsafe-fixes",
        "flag",
        (
            "Cùng --fix hoặc --diff: cả những cách sửa cần người đọc lại (không chọn hộ giữa nhiều cách).",
            "With --fix or --diff: also fixes that a person must review (never a choice among several).",
        ),
    ),
    Option(
        "diff",
        "flag",
        (
            "Chỉ hiện những gì --fix sẽ sửa, không ghi gì; mã thoát 1 nếu có chỗ sửa.",
            "Only show what --fix would change and write nothing; exit with 1 if there is anything.",
        ),
    ),
)
RULES = (_format(RULES_FORMATS), LANG, _CONFIG, _ISOLATED)
EXPLAIN = (_format(RULES_FORMATS), LANG, _CONFIG, _ISOLATED)
INIT = (
    Option(
        "pre-commit",
        "flag",
        (
            "Thêm cả hook vào .pre-commit-config.yaml của kho git.",
            "Add the hook to the repository's .pre-commit-config.yaml, too.",
        ),
    ),
    LANG,
)
EXTRACT = (_format(EXTRACT_FORMATS), LANG, _CONFIG, _ISOLATED, _STDIN_FILENAME)
SERVER = (
    Option(
        "stdio",
        "flag",
        (
            "Trao đổi qua đầu vào, đầu ra chuẩn, vốn là mặc định; một số trình soạn thảo tự thêm tùy chọn này.",
            "Talk over standard input and output, which is the default; some editors add this option by themselves.",
        ),
    ),
    Option(
        "tcp",
        "number",
        (
            "Chờ trình soạn thảo ở cổng này của máy thay cho đầu vào, đầu ra chuẩn (để gỡ lỗi).",
            "Wait for the editor on this port of this machine instead of standard input and output (for debugging).",
        ),
        metavar="PORT",
    ),
    Option(
        "host",
        "text",
        ("Địa chỉ của chính máy này cho --tcp.", "The address of this machine for --tcp."),
        metavar="HOST",
        default="127.0.0.1",
    ),
    LANG,
)
