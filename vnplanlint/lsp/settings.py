"""What the editor sets."""

from __future__ import annotations

from collections.abc import Mapping

from vnplanlint.findings import SEVERITIES
from vnplanlint.light_typing import NamedTuple
from vnplanlint.rulebook import Language

SECTION = "vnplanlint"


class Settings(NamedTuple):
    """The editor's settings; None where configuration files or defaults decide."""

    enable: bool = True
    lang: Language | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    min_severity: str | None = None
    config_path: str | None = None


def read_settings(values: object) -> Settings:
    """The settings in what the editor sent; what is missing, empty or of another type is not set."""
    given = values if isinstance(values, Mapping) else {}
    own = given.get(SECTION)
    if isinstance(own, Mapping):
        given = own
    lang, severity, config = given.get("lang"), given.get("minSeverity"), given.get("configPath")
    return Settings(
        enable=given.get("enable") is not False,
        lang=lang if lang in ("vi", "en") else None,
        select=_codes(given.get("select")),
        ignore=_codes(given.get("ignore")),
        min_severity=severity if severity in SEVERITIES else None,
        config_path=config if isinstance(config, str) and config else None,
    )


def _codes(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return None
    return tuple(code.strip() for code in value if isinstance(code, str) and code.strip()) or None
