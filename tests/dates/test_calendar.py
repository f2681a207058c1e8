from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.dates.calendar import Day, add_months, days_in_month, from_ordinal, iso_week, ordinal, week_monday, weekday

fixed = settings(max_examples=60, derandomize=True)


@fixed
@given(st.dates())
def test_days_of_our_era_agree_with_the_standard_library(date: dt.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert weekday(day) == date.isoweekday()
    assert ordinal(day) - ordinal(Day(1, 1, 1)) == date.toordinal() - 1
    if date.year > 1:
        assert iso_week(day) == date.isocalendar()[:2]


@fixed
@given(st.integers(-3_000_000, 3_000_000))
def test_a_day_and_its_number_lead_to_each_other(number: int) -> None:
    day = from_ordinal(number)
    assert ordinal(day) == number
    assert 1 <= day.day <= days_in_month(day.year, day.month)
    assert weekday(from_ordinal(number + 7)) == weekday(day)


@fixed
@given(st.integers(-4000, 4000), st.integers(1, 52))
def test_a_week_begins_on_its_monday(year: int, week: int) -> None:
    monday = week_monday(year, week)
    assert weekday(monday) == 1
    assert iso_week(monday) == (year, week)


@pytest.mark.parametrize(
    ("year", "month", "count", "expected"),
    [(1999, 12, 1, (2000, 1)), (1, 1, -1, (0, 12)), (-35, 3, -15, (-37, 12)), (1870, 7, 10, (1871, 5))],
)
def test_months_are_counted_over_the_turn_of_years(
    year: int, month: int, count: int, expected: tuple[int, int]
) -> None:
    assert add_months(year, month, count) == expected


@pytest.mark.parametrize(("year", "length"), [(1900, 28), (2000, 29), (0, 29), (-4, 29), (-1, 28)])
def test_february_follows_the_gregorian_rule_also_before_christ(year: int, length: int) -> None:
    assert days_in_month(year, 2) == length
