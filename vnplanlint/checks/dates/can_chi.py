"""Is the year of the sixty-year cycle the one of the number beside it?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.can_chi import find_lunar_years, is_name_of, name_of


def can_chi(document: Document) -> Iterator[Hit]:
    """ "Tết Nguyên đán Canh Tý 2021": 2021 is Tân Sửu."""
    for lunar in find_lunar_years(document.text):
        if is_name_of(lunar.name, lunar.year):
            continue
        right = name_of(lunar.year)
        near = next((year for year in (lunar.year - 1, lunar.year + 1) if is_name_of(lunar.name, year)), None)
        remedies = [Remedy("name", (Edit(lunar.name_span, right),), "unsafe", {"name": right})]
        if near:
            remedies.append(Remedy("year", (Edit(lunar.year_span, str(near)),), "unsafe", {"year": near}))
        yield Hit(
            lunar.name_span,
            {"name": lunar.name, "year": lunar.year, "right": right},
            places=(Place(lunar.year_span, "year"),),
            remedies=tuple(remedies),
        )
