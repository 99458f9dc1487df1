"""Rules in Markdown: the list by family, and one page for each rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Formatter

from vnplanlint.messages import knows, say, severity_word
from vnplanlint.rulebook import Card, Example, Language


def table(cards: list[Card], language: Language, link: str = "") -> Iterator[str]:
    """The rules by family, a line each; ``link`` is the address of a page, with ``{code}`` in it."""
    for family, members in by_family(cards).items():
        yield f"## {family_name(family, language)}\n\n"
        yield f"| {say('code', language)} | {say('level', language)} | {say('asks', language)} |\n|---|---|---|\n"
        for card in members:
            code = f"[{card.code}]({link.format(code=card.code)})" if link else card.code
            title = _in_cell(card.title(language))
            yield f"| {code} | {severity_word(card.severity, language)} | {title} (`{card.name}`) |\n"
        yield "\n"


def page(card: Card, language: Language) -> Iterator[str]:
    """Everything about one rule, from its card."""
    yield f"# {card.code} · {card.title(language)}\n\n"
    word = severity_word(card.severity, language)
    since = f" · {say('since', language, since=card.since)}" if card.since else ""
    yield f"`{card.name}` · {family_name(card.family, language)} · **{word}**{since}\n"
    yield from _section("says", language)
    yield from _bullets(_plain(words[language]) for key, words in card.messages.items() if key != "title")
    yield from _section("why", language)
    yield card.why[language].strip() + "\n"
    if card.basis:
        yield from _section("basis", language)
        yield from _bullets(card.basis)
    yield from _examples("bad", card.bad, language)
    yield from _examples("good", card.good, language)
    yield from _section("silence", language)
    if not card.about_comments:
        yield f"- {say('silence-here', language)}: `<!-- vnplanlint: ignore {card.code} -->`\n"
    yield f"- {say('silence-run', language)}: `vnplanlint check --ignore {card.code}`\n"
    yield f'- {say("silence-always", language)}: `ignore = ["{card.code}"]`\n'
    yield f'- {say("silence-files", language)}: `per-file-ignores = {{ "luu-tru/**" = ["{card.code}"] }}`\n'


def by_family(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """The cards under the folder that they stand in, in order."""
    families: dict[str, list[Card]] = {}
    for card in cards:
        families.setdefault(card.family, []).append(card)
    return families


def family_name(family: str, language: Language) -> str:
    """What a family asks about; a user's own family by its folder."""
    key = f"family-{family}"
    return say(key, language) if knows(key) else family


def _section(key: str, language: Language) -> Iterator[str]:
    yield f"\n## {say(key, language)}\n\n"


def _bullets(items: Iterable[str]) -> Iterator[str]:
    for item in items:
        yield f"- {item}\n"


def _examples(key: str, examples: tuple[Example, ...], language: Language) -> Iterator[str]:
    if not examples:
        return
    yield from _section(key, language)
    if key == "bad":
        yield say("marked", language) + "\n\n"
    for number, example in enumerate(examples):
        if number:
            yield "\n"
        yield _fenced(example.text)
        if example.fixed:
            yield f"\n{say('fixed', language)}:\n\n{_fenced(example.fixed)}"


def _fenced(text: str) -> str:
    """``text`` as it stands, whatever marks it holds."""
    body = text.strip("\n")
    fence = "```"
    while fence in body:
        fence += "`"
    return f"{fence}text\n{body}\n{fence}\n"


def _plain(template: str) -> str:
    """A message without its values: each is shown as an ellipsis."""
    return "".join(text + ("" if field is None else "…") for text, field, _, _ in Formatter().parse(template))


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")
