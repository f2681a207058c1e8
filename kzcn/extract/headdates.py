"""Dates as heads of tables write them: "2022*", "2023 (est.)", "2021Q1", "9M 2021", "FY19", "Mar-21"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from kzcn import dates
from kzcn.extract.dating import Dated, dated

__all__ = ["head_date", "in_words"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_SHORT = r"['’]?(?P<short>\d\d)"
_STATUS = (
    r"(?:est(?:imated?)?|prelim(?:inary)?|prov(?:isional)?|proj(?:ected|ection)?|forecast|plan(?:ned)?|target|rev(?:ised)?"
    r"|budget|actual|average|avg|latest|[aefprAEFPR])\b\.?"
)
_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def _year(found: re.Match[str]) -> str:
    """The year in four digits; of two digits those of the last fifty years of one century and the first of the next."""
    parts = found.groupdict()
    if parts.get("year"):
        return str(parts["year"])
    short = int(parts["short"])
    return str(1900 + short if short >= 50 else 2000 + short)


def _part(found: re.Match[str]) -> str:
    return f"{(found['half'] or found['quarter']).upper()}{found['order']} {_year(found)}"


def _month(found: re.Match[str]) -> str:
    number = int(found["number"])
    is_span = number > int(found["year"]) % 100
    return found[0] if is_span or not 1 <= number <= 12 else f"{_MONTHS[number - 1]} {found['year']}"


def _first_months(found: re.Match[str]) -> str:
    return f"{_MONTHS[0]}–{_MONTHS[int(found['count']) - 1]} {found['year']}"


def _roman(found: re.Match[str]) -> str:
    first, last = (_MONTHS[_ROMAN.index(found[name])] for name in ("first", "last"))
    return f"{first}–{last} {found['year']}"


def _span(found: re.Match[str]) -> str:
    return f"{found['span']} {found['year']}"


_HALF = r"(?:(?P<half>H)|(?P<quarter>Q))"
_COUNT = r"(?P<count>[2-9]|1[012])\s?(?:M|m|mos?\.?|months)"
_ROMANS = rf"(?P<first>{'|'.join(reversed(_ROMAN))})\s?[-–]\s?(?P<last>{'|'.join(reversed(_ROMAN))})"
_RULES: tuple[_Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"^{_HALF}(?P<order>[1-4])\s?[-/ ]?\s?(?:{_YEAR}|{_SHORT})$", _part),
        (rf"^(?P<order>[1-4]){_HALF}\s?[-/ ]?\s?(?:{_YEAR}|{_SHORT})$", _part),
        (rf"^{_YEAR}\s?[-/: ]?\s?{_HALF}(?P<order>[1-4])$", _part),
        (rf"^F\.?Y\.?\s?(?:{_YEAR}|{_SHORT})$", lambda found: f"fiscal {_year(found)}"),
        (rf"^F\.?Y\.?\s?{_YEAR}(?P<rest>[/–-]\d\d(?:\d\d)?)$", lambda found: f"fiscal {found['year']}{found['rest']}"),
        (rf"^{_MONTH}(?:\s?[-–]\s?|\s?['’]){_SHORT}$", lambda found: f"{found['month']} {_year(found)}"),
        (r"^['’](?P<short>\d\d)$", _year),
        (rf"^(?P<number>\d\d)[/.]{_YEAR}$", _month),
        (rf"^{_YEAR}-(?P<number>\d\d)$", _month),
        (rf"^{_COUNT}\s?(?:of\s|/)?\s?{_YEAR}$", _first_months),
        (rf"^{_YEAR}\s?[,(]?\s?{_COUNT}\)?$", _first_months),
        (rf"^{_ROMANS}[ ./]{{1,2}}{_YEAR}$", _roman),
        (rf"^{_YEAR}[, ]{{1,2}}\(?{_ROMANS}\)?$", _roman),
        (rf"^{_YEAR}\s?\((?P<span>{_MONTH}\s?[-–]\s?[A-Z][a-z]{{2,8}}\.?)\)$", _span),
    )
)
"""How heads write parts of years, and how a text would; each takes a whole head."""
_MARKS = re.compile(
    rf"(?<=\d)\s?(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉᶠᵖʳ]+|\[\w{{1,3}}\]|\(\s?(?:{_STATUS}|\d|[b-d])\s?\)|,?\s?{_STATUS})\s?$"
)
"""What follows a year: the mark of a footnote, or how final its numbers are."""
_STATUS_FIRST = re.compile(rf"^\(?{_STATUS}\)?\s(?=(?:1[5-9]|20)\d\d)", re.IGNORECASE)


@lru_cache(4096)
def in_words(head: str) -> str:
    """A head that is a date as a text would write it; any other head without the mark of a footnote.

    >>> in_words("2021Q1"), in_words("9M 2021"), in_words("2023 (est.)")
    ('Q1 2021', 'Jan–Sep 2021', '2023')
    """
    bare = head.strip()
    while bare != (shorter := _STATUS_FIRST.sub("", _MARKS.sub("", bare))):
        bare = shorter
    for pattern, rule in _RULES:
        found = pattern.match(bare)
        if found is not None:
            return rule(found)
    return bare


def head_date(head: str) -> Dated | None:
    """The date that a head is, if it is nothing else; its words stand outside the numbers under it."""
    written = in_words(head)
    for mention in dates.find(written):
        if mention.end - mention.lead == len(written):
            found = dated(mention)
            return replace(found, span=None) if found else None
    return None
