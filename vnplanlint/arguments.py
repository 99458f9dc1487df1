"""Reading a plain ``check`` call without the command line library.

This is only a faster way to the same request: whatever is not plain and well
formed (help, a misspelt option, a bad value) is left to ``cli``, which reports it.
"""

from __future__ import annotations

from vnplanlint.light_typing import Literal
from vnplanlint.options import CHECK, Option, Request

_OPTIONS = {f"--{option.name}": option for option in CHECK}


def plain_check(arguments: list[str]) -> Request | None:
    """The request that ``check ARGUMENTS…`` makes, or None if it is not a plain one."""
    if not arguments or arguments[0] != "check":
        return None
    values: dict[str, object] = {}
    paths: list[str] = []
    rest = iter(arguments[1:])
    for argument in rest:
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
            continue
        name, given, text = argument.partition("=")
        option = _OPTIONS.get(name)
        if option is None:
            return None
        if option.kind == "flag":
            if given:
                return None
            values[option.key] = True
            continue
        value = _value(option, text if given else next(rest, ""))
        if value is None:
            return None
        if isinstance(value, tuple):
            value = (*values.get(option.key, ()), *value)  # type: ignore[misc]
        values[option.key] = value
    return Request(paths=tuple(paths), **values)  # type: ignore[arg-type]


def language_in(arguments: list[str]) -> Literal["vi", "en"]:
    """The language for help and errors, before the arguments are really read."""
    given = "vi"
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument.startswith("--lang="):
            given = argument.removeprefix("--lang=")
        elif argument == "--lang":
            given = following
    return "en" if given == "en" else "vi"


def codes_in(text: str) -> tuple[str, ...]:
    """The codes of a list with commas between."""
    return tuple(code for part in text.split(",") if (code := part.strip()))


def _value(option: Option, text: str) -> object:
    """The value of ``option`` in ``text``, None unless it is surely well formed."""
    if not text or (text.startswith("-") and text != "-"):
        return None
    if option.kind == "choice":
        return text if text in option.choices else None
    if option.kind == "codes":
        return codes_in(text) or None
    if option.kind == "number":
        return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
    return text
