"""Arithmetic of the proleptic Gregorian calendar with astronomical years, which the standard library ends at year 1."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Day", "add_months", "days_in_month", "from_ordinal", "iso_week", "ordinal", "week_monday", "weekday"]

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CYCLE = 146_097
"""Days in 400 years."""


class Day(NamedTuple):
    """A day; `year` is astronomical (1 BC is 0)."""

    year: int
    month: int
    day: int


def days_in_month(year: int, month: int) -> int:
    """Length of a month in days; `month` is 1 to 12."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def ordinal(day: Day) -> int:
    """Days since 1 March of year 0; earlier days are negative."""
    year = day.year - (day.month <= 2)
    cycle, year_of_cycle = divmod(year, 400)
    day_of_year = (153 * ((day.month + 9) % 12) + 2) // 5 + day.day - 1
    return cycle * _CYCLE + year_of_cycle * 365 + year_of_cycle // 4 - year_of_cycle // 100 + day_of_year


def from_ordinal(number: int) -> Day:
    """The day that `ordinal` numbered."""
    cycle, rest = divmod(number, _CYCLE)
    year_of_cycle = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    day_of_year = rest - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = (month_from_march + 2) % 12 + 1
    return Day(cycle * 400 + year_of_cycle + (month <= 2), month, day)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month that stand `count` months after the given ones."""
    years, index = divmod(month - 1 + count, 12)
    return year + years, index + 1


def weekday(day: Day) -> int:
    """Day of the week, Monday 1 to Sunday 7."""
    return (ordinal(day) + 2) % 7 + 1


def week_monday(year: int, week: int) -> Day:
    """The Monday that begins an ISO week."""
    fourth = ordinal(Day(year, 1, 4))
    return from_ordinal(fourth - (fourth + 2) % 7 + (week - 1) * 7)


def iso_week(day: Day) -> tuple[int, int]:
    """ISO year and week of a day."""
    thursday = from_ordinal(ordinal(day) - weekday(day) + 4)
    first = ordinal(Day(thursday.year, 1, 1))
    return thursday.year, (ordinal(thursday) - first) // 7 + 1
