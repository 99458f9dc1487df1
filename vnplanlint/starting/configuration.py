"""The configuration file that ``init`` writes: every key, explained, and switched off until it is wanted."""

from __future__ import annotations

from vnplanlint.light_typing import NamedTuple
from vnplanlint.rulebook import Language


class Part(NamedTuple):
    """A few settings and what they are for."""

    about: tuple[str, str]  # Vietnamese, English
    settings: str  # TOML


_HEADING = (
    """\
Cấu hình vnplanlint cho văn bản trong thư mục này và các thư mục con.
Khóa có dấu # ở đầu dòng là đang tắt: cần khóa nào thì bỏ dấu # rồi sửa giá trị.
Giải thích một quy tắc: vnplanlint explain NT102 · Mọi quy tắc: vnplanlint rules""",
    """\
Configuration of vnplanlint for the documents in this folder and the folders below it.
A key with # at the start of its line is off: take the # away and change the value.
What a rule asks: vnplanlint explain NT102 · Every rule: vnplanlint rules""",
)

_LANGUAGE = Part(("Ngôn ngữ của lời nhắn: vi hoặc en.", "Language of the messages: vi or en."), 'lang = "vi"')

PARTS = (
    Part(
        (
            'Quy tắc không dùng: mã, đầu mã ("VB2" là VB201, VB202 …) hoặc tên ("date-padding").',
            'Rules to leave out: codes, prefixes ("VB2" is VB201, VB202 …) or names ("date-padding").',
        ),
        'ignore = ["NT114", "DM311"]',
    ),
    Part(
        (
            'Chỉ dùng các quy tắc này; không nêu thì dùng mọi quy tắc, như "ALL".',
            'Use only these rules; without this line, all of them, as "ALL" says.',
        ),
        'select = ["ALL"]',
    ),
    Part(
        (
            "Chỉ hiện từ mức này trở lên: error (lỗi), warning (cảnh báo), style (góp ý).",
            "Show findings from this severity up: error, warning or style.",
        ),
        'min-severity = "style"',
    ),
    Part(
        (
            "Mã thoát 1 (hook chặn commit, CI báo hỏng) khi có phát hiện từ mức này trở lên.",
            "Exit with 1 (the hook blocks a commit, CI fails) on findings from this severity up.",
        ),
        'fail-level = "warning"',
    ),
    Part(
        (
            "Chỉ báo phát hiện mới: những gì có từ trước nằm trong tệp này, ghi một lần bằng\n"
            "vnplanlint check --write-baseline",
            "Report only what is new: what was there before stands in this file, written once by\n"
            "vnplanlint check --write-baseline",
        ),
        'baseline = "vnplanlint-baseline.json"',
    ),
    _LANGUAGE,
    Part(
        (
            "Thư mục và tệp không soát, viết như trong .gitignore.",
            "Folders and files that are not checked, written as in .gitignore.",
        ),
        'exclude = ["luu-tru/", "*.bak.txt"]',
    ),
    Part(
        (
            "Thư mục chứa quy tắc riêng của cơ quan, không cần lập trình.",
            "Folders of rules of your own; they need no code.",
        ),
        'extend-rules = ["quy-tac/"]',
    ),
    Part(
        (
            "Bỏ một số quy tắc ở một số tệp: dự thảo thì số và ngày còn để trống.",
            "Leave rules out for some files: drafts have no number and day yet.",
        ),
        '[per-file-ignores]\n"du-thao/**" = ["TT801"]',
    ),
    Part(
        (
            "Quy ước riêng của cơ quan.\n"
            "names: tên riêng viết đúng như thế, không phải lỗi chính tả.\n"
            "campaigns: tên phong trào, cuộc vận động; trích sai sẽ được nhắc.",
            "House style.\n"
            "names: right as they stand, whatever the spelling rules think.\n"
            "campaigns: names of campaigns; what misquotes them is told.",
        ),
        '[house-style]\nnames = ["Y Blok Êban", "buôn Krông Pắk"]\n'
        'campaigns = ["Toàn dân chung tay vì môi trường xanh"]',
    ),
    Part(
        (
            "Cách viết cơ quan chọn = những cách viết không dùng.",
            "The form you want = forms that are written instead of it.",
        ),
        '[house-style.prefer]\n"hằng năm" = ["hàng năm"]',
    ),
    Part(
        (
            "Chữ viết tắt mà người đọc nào cũng biết, không cần viết đầy đủ lần đầu.",
            "Abbreviations that every reader of yours knows.",
        ),
        '[house-style.abbreviations]\n"QLĐT" = "quản lý đô thị"',
    ),
    Part(
        (
            "Ngày của những sự kiện riêng; văn bản ghi khác sẽ được nhắc.",
            "Days of your own events; texts that say otherwise are told.",
        ),
        '[house-style.events]\n"thành lập Trường Chính trị tỉnh" = "12/9/1949"',
    ),
)


def text(language: Language) -> str:
    """The whole file.

    A setting is off by a ``#`` right at its start, so that it can be told from the words about it.
    Only the language is on, for who asks for another than the usual one.
    """
    english = language == "en"
    blocks = [_prefixed("# ", _HEADING[english])]
    for part in PARTS:
        about = _prefixed("# ", part.about[english])
        chosen = 'lang = "en"\n' if english and part is _LANGUAGE else ""
        blocks.append(about + (chosen or _prefixed("#", part.settings)))
    return "\n".join(blocks)


def _prefixed(prefix: str, lines: str) -> str:
    return "".join(f"{prefix}{line}\n" for line in lines.splitlines())
