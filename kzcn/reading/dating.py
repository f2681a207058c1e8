"""Dates that stand alone: in reference lists, datelines and meta tags."""

from __future__ import annotations

import re
from datetime import date, timedelta

__all__ = ["day_in_year", "day_of", "first_date", "month_and_day", "plain_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?:T\d\d:\d\d\S*)?",
        r"(?P<day>\d{1,2})\.(?P<number>\d\d)\.(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}}) {_MONTH},? (?P<year>\d{{4}})",
        rf"{_MONTH} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})",
        rf"{_MONTH},? (?P<year>\d{{4}})",
        r"(?P<year>1[4-9]\d\d|20\d\d)",
    )
)

_MONTH_AND_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}|{_MONTH.replace('month', 'after')} (?P<last>\d{{1,2}})(?!\d))",
    re.IGNORECASE,
)
_LATER = timedelta(days=7)
"""A page may be dated a few days before the dateline that it shows, as on the other side of the globe."""
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)\.?),? ", re.IGNORECASE
)
_FIRST = 2000
_MONTH_WORD = _MONTH.replace("?P<month>", "?:")
_DATE_IN_TEXT = re.compile(
    r"\b(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d\d\.\d{4}"
    rf"|\d{{1,2}} {_MONTH_WORD},? \d{{4}}|{_MONTH_WORD} \d{{1,2}},? \d{{4}}|{_MONTH_WORD},? \d{{4}}"
    r"|(?:1[4-9]\d\d|20\d\d))(?=T\d|\b)",
    re.IGNORECASE,
)


def plain_date(text: str) -> str | None:
    """EDTF of a text that is one date and nothing else; None for any other text."""
    bare = _WEEKDAY.sub("", text.strip())
    found = next((match for form in _FORMS if (match := form.fullmatch(bare))), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = int(parts["number"]) if parts.get("number") else 0
    if parts.get("month"):
        month = _MONTHS.index(parts["month"].lower()) + 1
    if not month:
        return found["year"]
    if not parts.get("day"):
        return f"{found['year']}-{month:02}"
    written = f"{found['year']}-{month:02}-{int(parts['day']):02}"
    return written if _calendar_day(written) else None


def day_of(text: str) -> date | None:
    """The calendar day of a text that is one date; None where it names no day."""
    written = plain_date(text)
    return _calendar_day(written) if written else None


def _calendar_day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def first_date(text: str) -> str | None:
    """EDTF of the most precise date in a text, of two as precise the first."""
    found = (plain_date(match[0].rstrip(".")) for match in _DATE_IN_TEXT.finditer(text[:_FIRST]))
    return max((written for written in found if written), key=len, default=None)


def month_and_day(text: str) -> tuple[int, int] | None:
    """The first day of the year that a text names, without its year: "TASHKENT, 3 March" is (3, 3)."""
    found = _MONTH_AND_DAY.search(text)
    if found is None:
        return None
    return _MONTHS.index((found["month"] or found["after"]).lower()) + 1, int(found["day"] or found["last"])


def day_in_year(month: int, day: int, known: str) -> str | None:
    """EDTF of the day in the year of a date known of the same document, or in the year before if it would be later.

    >>> day_in_year(12, 30, "2020-01-02"), day_in_year(3, 3, "2019")
    ('2019-12-30', '2019-03-03')
    """
    year = int(known[:4])
    latest = _calendar_day(known) or _calendar_day(f"{known}-28")
    candidate = _calendar_day(f"{year}-{month:02}-{day:02}")
    if candidate is not None and latest is not None and candidate > latest + _LATER:
        candidate = _calendar_day(f"{year - 1}-{month:02}-{day:02}")
    return candidate.isoformat() if candidate is not None else None
