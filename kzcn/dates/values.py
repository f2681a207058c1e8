"""The value of a temporal expression while it is being worked out, and how TIMEX3 and EDTF write it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kzcn.dates.calendar import Day, add_months, days_in_month, from_ordinal, iso_week, ordinal, week_monday, weekday
from kzcn.dates.parts import days_of, months_of, years_of

__all__ = ["SEASONS", "Unit", "Value", "coarsen", "shift"]

Unit = str
"""day, week, month, quarter, season, half, year, decade, century or millennium."""

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
"""TIMEX3 seasons and their EDTF numbers."""

_UNITS = ("week", "month", "season", "quarter", "half", "decade", "century", "millennium")
"""Units that a value has a part for, the finest first."""
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


@dataclass(frozen=True, slots=True)
class Value:
    """A point or stretch of the calendar, as exact as its words; what they leave open is None.

    Years are astronomical. A decade is the number of its years without the last digit (199), negative before Christ
    (-47 for the 470s BC); centuries and millennia are counted as they are spoken of (19, -4).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    decade: int | None = None
    century: int | None = None
    millennium: int | None = None
    time: str = ""
    """TIMEX3 time of day with its T: `TMO`, `T14:30`."""
    mod: str | None = None
    qualifier: str = ""
    weekend: bool = False
    turn: bool = False
    """A winter that TIMEX3 names by the year it ends in."""
    some_day: bool = False
    """A day of the month or year that the words do not name."""
    meant: Value | None = None
    """What is meant more exactly, as EDTF has it: the day of "three weeks later", the year of "two decades earlier"."""

    @property
    def unit(self) -> Unit:
        """How exact it is."""
        if self.day is not None:
            return "day"
        for name in _UNITS:
            if getattr(self, name) is not None:
                return name
        return "year"

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year; None when the year is not known."""
        if self.year is not None:
            return self.year, self.year
        if self.decade is not None:
            first = self.decade * 10 if self.decade >= 0 else self.decade * 10 - 8
            return first, first + 9
        for count, length in ((self.century, 100), (self.millennium, 1000)):
            if count is not None:
                first = (count - 1) * length + 1 if count > 0 else count * length + 1
                return first, first + length - 1
        return None

    @property
    def exists(self) -> bool:
        """Whether the calendar has its day: 29 February needs a leap year, or no year."""
        year = 2000 if self.year is None else self.year
        return self.day is None or 1 <= self.day <= days_in_month(year, self.month or 1)

    def first_day(self) -> Day | None:
        """The day on which it begins; None when the year is not known."""
        years = self.years
        if years is None:
            return None
        year = years[0]
        if self.week is not None:
            return week_monday(year, self.week)
        if self.season is not None:
            return Day(year, 3 * (SEASONS[self.season] - 20), 1)
        if self.quarter is not None:
            return Day(year, 3 * self.quarter - 2, 1)
        if self.half is not None:
            return Day(year, 6 * self.half - 5, 1)
        return Day(year, self.month or 1, self.day or 1)

    def timex(self) -> str:
        """The TIMEX3 value."""
        if self.decade is not None:
            return _prefix("%03d", self.decade)
        if self.century is not None:
            return _prefix("%02d", self.century - 1 if self.century > 0 else self.century + 1, bc=self.century < 0)
        if self.millennium is not None:
            number = self.millennium - 1 if self.millennium > 0 else self.millennium + 1
            return _prefix("%d", number, bc=self.millennium < 0)
        return self._timex_year() + (self._timex_part() or self._timex_day())

    def _timex_part(self) -> str:
        """A week, season, quarter or half of the year."""
        if self.week is not None:
            return f"-W{self.week:02}{'-WE' if self.weekend else ''}{self.time}"
        if self.season is not None:
            return f"-{self.season}"
        return f"-Q{self.quarter}" if self.quarter else f"-H{self.half}" if self.half else ""

    def _timex_day(self) -> str:
        """The month, day and time; XX for what is not known and something finer needs."""
        finer = self.some_day or bool(self.time)
        month = f"-{self.month:02}" if self.month is not None else "-XX" if finer or self.day is not None else ""
        day = f"-{self.day:02}" if self.day is not None else "-XX" if finer else ""
        return month + day + self.time

    def _timex_year(self) -> str:
        if self.year is None:
            return "XXXX"
        year = self.year + self.turn
        return f"{year:04}" if year > 0 else f"BC{1 - year:04}"

    def edtf(self) -> str | None:
        """The EDTF value; None where EDTF has no way to say it."""
        if self.years is None and (self.month is None or self.unit not in ("day", "month")):
            return None
        if self.meant is not None:
            return f"{self.meant.edtf()}~"
        return self._part() or self._plain_edtf()

    def _plain_edtf(self) -> str:
        first, last = self.years or (None, None)
        year = "XXXX" if first is None else _edtf_year(first)
        if self.decade is not None and self.decade >= 0:
            return f"{year[:3]}X{self.qualifier}"
        if first is not None and last is not None and first != last:
            return f"{year}{self.qualifier}/{_edtf_year(last)}{self.qualifier}"
        if self.week is not None and first is not None:
            return _week_edtf(first, self.week, weekend=self.weekend)
        if self.half is not None:
            return f"{year}-01/{year}-06" if self.half == 1 else f"{year}-07/{year}-12"
        part = SEASONS[self.season] if self.season else 32 + self.quarter if self.quarter else self.month
        date = year if part is None else f"{year}-{part:02}"
        if self.day is not None:
            date += f"-{self.day:02}"
        return date + self.qualifier

    def _part(self) -> str | None:
        """The part of it that the words single out: "early in May", "the first half of the 1950s"."""
        if self.mod is None or self.years is None or self.qualifier:
            return None
        first, last = self.years
        year = _edtf_year(first)
        if self.unit in ("decade", "century") and (years := years_of(self.mod, last - first + 1)):
            return f"{_edtf_year(first + years[0])}/{_edtf_year(first + years[1])}"
        if self.unit == "year" and (months := months_of(self.mod)):
            return _span(f"{year}-{{:02}}", *months)
        if self.unit == "month" and self.month is not None:
            days = days_of(self.mod, days_in_month(first, self.month))
            return _span(f"{year}-{self.month:02}-{{:02}}", *days) if days else None
        return None


def _span(shape: str, first: int, last: int) -> str:
    return shape.format(first) if first == last else f"{shape.format(first)}/{shape.format(last)}"


def _prefix(shape: str, number: int, *, bc: bool = False) -> str:
    return ("BC" if number < 0 or bc else "") + shape % abs(number)


def _edtf_year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _week_edtf(year: int, week: int, *, weekend: bool) -> str:
    monday = ordinal(week_monday(year, week))
    first, last = (from_ordinal(monday + count) for count in ((5, 6) if weekend else (0, 6)))
    return "/".join(f"{_edtf_year(day.year)}-{day.month:02}-{day.day:02}" for day in (first, last))


def coarsen(value: Value, unit: Unit) -> Value | None:
    """The stretch of a unit that a value lies in; None when the value is not exact enough to tell.

    A day lies in a week, a month, a season (whose winter begins the year before), a quarter, a year and so on.
    """
    if unit in _YEARS:
        return _coarsen_to_years(value, unit)
    if value.unit == unit:
        return replace(value, time="", mod=None)
    day = value.first_day()
    if day is None or value.unit in _YEARS or (unit == "week" and value.unit != "day"):
        return None
    return _COARSER[unit](day) if unit in _COARSER else None


def _coarsen_to_years(value: Value, unit: Unit) -> Value | None:
    years = value.years
    if years is None or years[1] - years[0] >= _YEARS[unit]:
        return None
    year = years[0]
    if unit == "year":
        return Value(year)
    if unit == "decade":
        return Value(decade=year // 10 if year > 0 else -((1 - year) // 10))
    length = _YEARS[unit]
    count = (year - 1) // length + 1 if year > 0 else (year - 1) // length + 0
    return Value(century=count) if unit == "century" else Value(millennium=count)


def _season_of(day: Day) -> Value:
    index = (day.month % 12) // 3
    year = day.year - (day.month <= 2)
    return Value(year, season=("WI", "SP", "SU", "FA")[index])


def _week_of(day: Day) -> Value:
    year, week = iso_week(day)
    return Value(year, week=week)


_COARSER: dict[Unit, Callable[[Day], Value]] = {
    "week": _week_of,
    "month": lambda day: Value(day.year, day.month),
    "quarter": lambda day: Value(day.year, quarter=(day.month + 2) // 3),
    "half": lambda day: Value(day.year, half=(day.month + 5) // 6),
    "season": _season_of,
}
"""Unit -> the stretch of it that a day lies in."""


def shift(value: Value, unit: Unit, count: int) -> Value | None:
    """The value that stands `count` units later; what is finer than the unit is cut, what is coarser stays as it is.

    None when the value is not exact enough or has no year.
    """
    if value.unit in _YEARS and unit in _YEARS and _YEARS[value.unit] > _YEARS[unit]:
        return None
    base = value if value.unit == unit else coarsen(value, unit)
    if base is None or base.years is None:
        return None
    year = base.years[0]
    if unit == "day" and base.month is not None and base.day is not None:
        return Value(*from_ordinal(ordinal(Day(year, base.month, base.day)) + count))
    if unit == "week" and base.week is not None:
        return _week_of(from_ordinal(ordinal(week_monday(year, base.week)) + 7 * count))
    if unit == "month" and base.month is not None:
        return Value(*add_months(year, base.month, count))
    return _shift_parts(base, unit, year, count)


def _shift_parts(base: Value, unit: Unit, year: int, count: int) -> Value | None:
    if unit == "year":
        return Value(year + count)
    if unit in _YEARS:
        return _coarsen_to_years(Value(year + count * _YEARS[unit] + _YEARS[unit] // 2), unit)
    if unit == "quarter" and base.quarter is not None:
        years, index = divmod(base.quarter - 1 + count, 4)
        return Value(year + years, quarter=index + 1)
    if unit == "half" and base.half is not None:
        years, index = divmod(base.half - 1 + count, 2)
        return Value(year + years, half=index + 1)
    if unit == "season" and base.season is not None:
        years, index = divmod(SEASONS[base.season] - 21 + count, 4)
        return Value(year + years, season=("SP", "SU", "FA", "WI")[index])
    return None


def on_weekday(value: Value, number: int, count: int) -> Value | None:
    """The weekday (Monday 1) nearest before (`count` -1), after (1) or in the week of (0) a day."""
    if value.years is None or value.month is None or value.day is None:
        return None
    day = Day(value.years[0], value.month, value.day)
    distance = number - weekday(day)
    if count < 0 and distance >= 0:
        distance -= 7
    if count > 0 and distance <= 0:
        distance += 7
    return Value(*from_ordinal(ordinal(day) + distance))
