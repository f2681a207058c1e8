"""Dates with their precision: the Extended Date/Time Format, levels 0 and 1, and what history needs of level 2.

1992-01-03   1992-01   1992        a day, a month, a year (-0035 is 36 BC: there is a year 0)
199X   19XX   1992-01-XX   XXXX-01-03   digits that are not known
1453~   1453?   1453%              about, uncertain, both
1987-21   2004-34   2004-40        seasons, quarters and halves of a year
1862/1877   ../2016   2000/..      intervals, also open ones
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, total_ordering
from typing import NamedTuple

from kzcn.dates.calendar import Day, add_months, days_in_month
from kzcn.errors import BadDate

__all__ = ["EDTF", "Bounds", "Point"]

_REMEMBERED = 20_000
"""Dates that are kept as read: the same ones are asked for again and again."""
_POINT = re.compile(
    r"(?P<year>Y-?[1-9]\d{4,8}|-?\d{4}|-?\d{3}X|-?\d\dXX|XXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>T\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?"
    r"(?P<qualifier>[~?%]?)"
)
_SEASONS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    25: (3, 3),
    26: (6, 3),
    27: (9, 3),
    28: (12, 3),
    29: (9, 3),
    30: (12, 3),
    31: (3, 3),
    32: (6, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    37: (1, 4),
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),
    41: (7, 6),
}
"""First month and length in months: seasons, those of the north, those of the south, quarters, thirds, halves."""


class Bounds(NamedTuple):
    """First and last day as year·10000 + month·100 + day with astronomical years; None where open or unknown."""

    earliest: int | None
    latest: int | None


def _number(day: Day) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


@dataclass(frozen=True, slots=True)
class Point:
    """One end of an interval, or a date that is no interval; the parts are the digits as written."""

    year: str
    month: str | None = None
    day: str | None = None
    time: str | None = None
    qualifier: str = ""

    @classmethod
    def parse(cls, text: str) -> Point:
        """Read a date that is no interval.

        Raises BadDate when it is no date or one that no calendar has.
        """
        match = _POINT.fullmatch(text)
        if match is None or text.startswith("-0000"):
            raise BadDate(f"{text!r} is no EDTF date; write one like 1992-01-03, 1992-01, 1992 or 1862/1877")
        point = cls(**match.groupdict())
        point._check(text)
        return point

    def _check(self, text: str) -> None:
        month, day = self.month, self.day
        if month not in (None, "XX"):
            number = int(month)
            if not (1 <= number <= 12 or (number in _SEASONS and day is None)):
                raise BadDate(f"{text!r} has no month {month}")
        if day not in (None, "XX"):
            length = 31 if month == "XX" else days_in_month(self.years[1] if self.known else 2000, int(month or 1))
            if not 1 <= int(day) <= length:
                raise BadDate(f"{text!r} has no day {day}")

    @property
    def known(self) -> bool:
        """Whether anything is known about the year."""
        return self.year != "XXXX"

    @property
    def years(self) -> tuple[int, int]:
        """First and last year that the digits allow."""
        digits = self.year.lstrip("Y")
        ends = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        return (min(ends), max(ends)) if self.known else (0, 9999)

    def bounds(self) -> Bounds:
        """First and last day; None both when nothing is known about the year."""
        return _bounds(self)

    def __str__(self) -> str:
        date = "-".join(part for part in (self.year, self.month, self.day) if part is not None)
        return f"{date}{self.time or ''}{self.qualifier}"


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class EDTF:
    """A date or an interval of dates, as EDTF; it sorts by its first day, then by its last.

    `start` and `end` are the same point where the date is no interval. An end is None where the interval is open
    (`..`) or unknown (nothing written).
    """

    text: str
    start: Point | None
    end: Point | None

    @classmethod
    def parse(cls, text: str) -> EDTF:
        """Read EDTF.

        Raises BadDate when the text is no EDTF, names a day that no calendar has, or ends before it begins.
        """
        return _parsed(text)

    @property
    def is_interval(self) -> bool:
        """Whether it is written as an interval."""
        return "/" in self.text

    def bounds(self) -> Bounds:
        """First and last day, None where open or unknown."""
        return Bounds(
            self.start.bounds().earliest if self.start else None,
            self.end.bounds().latest if self.end else None,
        )

    def display(self) -> str:
        """The date for people: `26 Apr 1994`, `c. 1453`, `36 BC`, `2nd century BC`, `by 2016`, `1862–1877`."""
        from kzcn.dates.display import display  # noqa: PLC0415 - the words are needed by few callers

        return display(self)

    def _key(self) -> tuple[float, float, str]:
        earliest, latest = self.bounds()
        return (
            float("-inf") if earliest is None else earliest,
            float("inf") if latest is None else latest,
            self.text,
        )

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, EDTF) else NotImplemented

    def __lt__(self, other: EDTF) -> bool:
        return self._key() < other._key()


@lru_cache(maxsize=_REMEMBERED)
def _parsed(text: str) -> EDTF:
    first, slash, last = text.partition("/")
    start = None if slash and first in ("", "..") else Point.parse(first)
    end = start if not slash else None if last in ("", "..") else Point.parse(last)
    if start is None and end is None:
        raise BadDate(f"{text!r} is open at both ends")
    if start is not None and end is not None:
        earliest, latest = start.bounds().earliest, end.bounds().latest
        if earliest is not None and latest is not None and earliest > latest:
            raise BadDate(f"{text!r} ends before it begins")
    return EDTF(text, start, end)


@lru_cache(maxsize=_REMEMBERED)
def _bounds(point: Point) -> Bounds:
    if not point.known:
        return Bounds(None, None)
    first_year, last_year = point.years
    if point.month is None or (point.month == "XX" and point.day in (None, "XX")):
        return Bounds(_number(Day(first_year, 1, 1)), _number(Day(last_year, 12, 31)))
    if point.month == "XX":
        day = int(point.day or 1)
        return Bounds(_number(Day(first_year, 1, day)), _number(Day(last_year, 12, day)))
    month, length = _SEASONS.get(int(point.month), (int(point.month), 1))
    if point.day not in (None, "XX"):
        return Bounds(_number(Day(first_year, month, int(point.day))), _number(Day(last_year, month, int(point.day))))
    end_year, end_month = add_months(last_year, month, length - 1)
    last = Day(end_year, end_month, days_in_month(end_year, end_month))
    return Bounds(_number(Day(first_year, month, 1)), _number(last))
