"""The command line, built from the table in ``options``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from vnplanlint import options
from vnplanlint.arguments import codes_in, language_in
from vnplanlint.messages import Problem, nearest
from vnplanlint.options import Option, Request
from vnplanlint.rulebook import Language

_PROGRAM = "vnplanlint"
_HEADINGS = {"usage": ("Cách dùng: ", "Usage: "), "options": ("Tùy chọn", "Options"), "commands": ("Lệnh", "Commands")}
_HELP_OPTION = ("Hiện hướng dẫn này.", "Show this message.")
_ABOUT = (
    "Soát kế hoạch và văn bản hành chính: ngày tháng, viện dẫn, đề mục tự mâu thuẫn.",
    "Checks Vietnamese administrative plans: dates, citations and headings that contradict each other.",
)
_COMMANDS: dict[str, tuple[tuple[Option, ...], str, tuple[str, str], tuple[str, str]]] = {
    # name: options, arguments, what it does, epilogue
    "check": (
        options.CHECK,
        "paths*",
        (
            "Soát các tệp, thư mục, mẫu tên tệp; “-” là đầu vào chuẩn; không nêu gì là thư mục hiện tại.",
            "Check files, folders and patterns; “-” is standard input; nothing means the current folder.",
        ),
        (
            "Mã thoát: 0 không có gì đáng kể, 1 có phát hiện, 2 không làm được việc (tệp không đọc được, sai cú pháp).",
            "Exit status: 0 nothing of weight, 1 findings, 2 could not do the job (unreadable file, usage).",
        ),
    ),
    "rules": (options.RULES, "", ("Liệt kê các quy tắc.", "List the rules."), ("", "")),
    "explain": (
        options.EXPLAIN,
        "codes+",
        (
            "Giải thích quy tắc: vì sao, căn cứ, ví dụ sai và đúng.",
            "Explain rules: why, legal basis, wrong and right examples.",
        ),
        ("", ""),
    ),
    "extract": (
        options.EXTRACT,
        "file",
        (
            "Hiện những gì đã hiểu từ một tệp: đề mục, ngày tháng, viện dẫn …",
            "Show what was understood of a file: outline, dates, references …",
        ),
        ("", ""),
    ),
    "server": (
        options.SERVER,
        "",
        (
            "Soát ngay khi soạn thảo: máy chủ LSP cho VS Code, Neovim, Emacs …",
            "Check while writing: the language server for VS Code, Neovim, Emacs …",
        ),
        ("", ""),
    ),
    "init": (
        options.INIT,
        "folder?",
        (
            "Tạo tệp cấu hình vnplanlint.toml có chú thích trong thư mục (mặc định: thư mục hiện tại).",
            "Write a commented vnplanlint.toml into a folder (default: the current one).",
        ),
        ("", ""),
    ),
}


def run(arguments: list[str]) -> int:
    """Run the command that ``arguments`` name and return its exit status."""
    language = language_in(arguments)
    program = _group(language)
    arguments = _with_language_behind(arguments)
    try:
        action = program.main(arguments, prog_name=_PROGRAM, standalone_mode=False, windows_expand_args=False)
        return action() if callable(action) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else program.name)
        return 2
    except click.ClickException as error:
        problem = _problem(error, arguments, program)
        text = problem.text(language) if problem else error.format_message()
        sys.stderr.write(f"{_PROGRAM}: {text}\n")
        return 2
    except Problem as problem:
        sys.stderr.write(f"{_PROGRAM}: {problem.text(language)}\n")
        return 2
    except click.Abort:
        return 130


def _with_language_behind(arguments: list[str]) -> list[str]:
    """``--lang en check …`` as ``check --lang en …``: every command has that option."""
    before = 1 if arguments[0:1] and arguments[0].startswith("--lang=") else 2 * (arguments[0:1] == ["--lang"])
    if not arguments[before:]:
        return []
    return [arguments[before], *arguments[:before], *arguments[before + 1 :]]


class _Headed:
    """Headings of the help in the user's language."""

    english = False

    def _heading(self, name: str) -> str:
        return _HEADINGS[name][self.english]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=self._heading("usage"))

    def _write_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        params = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]  # type: ignore[attr-defined]
        rows = [row for param in params if (row := param.get_help_record(ctx))]
        with formatter.section(self._heading("options")):
            formatter.write_dl(rows)


class _Command(_Headed, click.Command):
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self._write_options(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP_OPTION[self.english]
        return option


class _Group(_Headed, click.Group):
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self._write_options(ctx, formatter)
        with formatter.section(self._heading("commands")):
            formatter.write_dl([(name, command.get_short_help_str(90)) for name, command in self.commands.items()])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP_OPTION[self.english]
        return option

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _group(language: Language) -> click.Group:
    english = language == "en"
    version = click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_show_version,
        help=("Hiện phiên bản.", "Show the version.")[english],
    )
    group = _Group(
        _PROGRAM,
        params=[_click_option(options.LANG, english, expose_value=False), version],
        help=_ABOUT[english],
        subcommand_metavar="LỆNH …" if not english else "COMMAND …",
        options_metavar="",
    )
    group.english = english
    actions: dict[str, Callable[..., Action]] = {
        "check": _check,
        "rules": _rules,
        "explain": _explain,
        "extract": _extract,
        "init": _init,
        "server": _server,
    }
    for name, (table, arguments, about, epilogue) in _COMMANDS.items():
        params: list[click.Parameter] = [_click_option(option, english) for option in table]
        if arguments:
            params.append(_click_argument(arguments, english))
        command = _Command(
            name,
            params=params,
            callback=actions[name],
            help=about[english],
            epilog=epilogue[english] or None,
            options_metavar=("[TÙY CHỌN]", "[OPTIONS]")[english],
        )
        command.english = english
        group.add_command(command)
    return group


def _click_argument(shape: str, english: bool) -> click.Argument:
    metavars = {
        "paths*": ("[TỆP|THƯ MỤC|-]…", "[FILE|FOLDER|-]…"),
        "codes+": ("MÃ…", "CODE…"),
        "file": ("TỆP", "FILE"),
        "folder?": ("[THƯ MỤC]", "[FOLDER]"),
    }
    many = shape[-1] in "*+"
    return click.Argument(
        [shape.rstrip("*+?")],
        nargs=-1 if many else 1,
        required=shape[-1] not in "*?",
        metavar=metavars[shape][english],
        type=click.Path() if shape[0] in "pf" else None,
    )


def _click_option(option: Option, english: bool, *, expose_value: bool = True) -> click.Option:
    if option.kind == "flag":
        return click.Option([f"--{option.name}"], is_flag=True, help=option.help[english])
    kinds: dict[str, click.ParamType[object]] = {
        "choice": click.Choice(option.choices),
        "number": click.INT,
    }
    return click.Option(
        [f"--{option.name}"],
        type=kinds.get(option.kind),
        multiple=option.kind == "codes",
        default=option.default,
        metavar=option.metavar or None,
        help=option.help[english],
        callback=_read_codes if option.kind == "codes" else _sensible,
        expose_value=expose_value,
    )


def _read_codes(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    if not value:
        return None
    if not all(map(codes_in, value)):
        raise Problem("no-codes", option=param.opts[0])
    return tuple(code for text in value for code in codes_in(text))


def _sensible(ctx: click.Context, param: click.Parameter, value: object) -> object:
    if value == "":
        raise Problem("no-value", option=param.opts[0], command=ctx.command_path)
    if isinstance(value, int) and value < 0:
        raise Problem("bad-number", option=param.opts[0], value=value)
    return value


Action = Callable[[], int]
"""What a command does: called when the library is through with reading the command line."""


def _check(**values: object) -> Action:
    from vnplanlint.runner import check

    return lambda: check(_asked(values), sys.stdout, sys.stderr)


def _rules(output_format: str, **where: object) -> Action:
    from vnplanlint import describe

    return lambda: describe.rules(_asked(where), output_format, sys.stdout)


def _explain(codes: tuple[str, ...], output_format: str, **where: object) -> Action:
    from vnplanlint import describe

    return lambda: describe.explain(_asked(where), codes, output_format, sys.stdout)


def _extract(file: str, output_format: str, **where: object) -> Action:
    from vnplanlint import describe

    return lambda: describe.extract(_asked(where), file, output_format, sys.stdout)


def _server(host: str, tcp: int | None, stdio: bool, lang: str | None) -> Action:
    from vnplanlint.lsp.serve import serve

    return lambda: serve(host, None if stdio else tcp, "en" if lang == "en" else "vi")


def _init(folder: str | None, pre_commit: bool, lang: str | None) -> Action:
    from vnplanlint.starting import project

    language: Language = "en" if lang == "en" else "vi"
    where = "." if folder is None else folder
    return lambda: project.start(where, language, pre_commit, sys.stdout, sys.stderr)


def _asked(values: dict[str, object]) -> Request:
    return Request(**values)  # type: ignore[arg-type]


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import version

        click.echo(f"{_PROGRAM} {version(_PROGRAM)}")
        ctx.exit()


def _problem(error: click.ClickException, arguments: list[str], program: click.Group) -> Problem | None:
    """The same in our own words, in one line."""
    ctx = getattr(error, "ctx", None)
    command = ctx.command_path if ctx else " ".join([_PROGRAM, *(a for a in arguments[:1] if not a.startswith("-"))])
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words(error, command)
    if ctx and ctx.command is program:
        return _unknown_command(next((a for a in arguments if not a.startswith("-")), ""), program)
    if isinstance(error, click.UsageError) and ctx:
        return Problem("extra-argument", value=arguments[-1], command=command)
    return None


def _unknown_command(word: str, program: click.Group) -> Problem:
    if os.path.exists(word):
        return Problem("path-as-command", option=word)
    return Problem("unknown-command", option=word, nearest=nearest(word, list(program.commands)), command=_PROGRAM)


def _no_option(error: click.NoSuchOption, command: str) -> Problem:
    if error.possibilities:
        return Problem("unknown-option-near", option=error.option_name, nearest=error.possibilities[0])
    return Problem("unknown-option", option=error.option_name, command=command)


def _bad_usage(error: click.BadOptionUsage, command: str) -> Problem:
    if "does not take" in error.message:
        return Problem("flag-value", option=error.option_name)
    return Problem("no-value", option=error.option_name, command=command)


def _missing(error: click.MissingParameter, command: str) -> Problem:
    metavar = error.param.metavar if isinstance(error.param, click.Argument) else None
    return Problem("no-argument", argument=metavar or "", command=command)


def _bad_value(error: click.BadParameter, command: str) -> Problem | None:
    if error.param is None:
        return None
    value = error.message.split("'")[1] if "'" in error.message else error.message.split()[0]
    option = error.param.opts[0]
    if isinstance(error.param.type, click.Choice):
        return Problem("bad-choice", option=option, value=value, choices=", ".join(error.param.type.choices))
    return Problem("bad-number", option=option, value=value)


_WORDS: tuple[tuple[type[click.ClickException], Callable[..., Problem | None]], ...] = (
    (click.NoSuchOption, _no_option),
    (click.BadOptionUsage, _bad_usage),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad_value),
)
