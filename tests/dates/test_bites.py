"""Dates that a mutant got wrong unnoticed: every unit, every edge, counted by another way of reckoning."""

from __future__ import annotations

import calendar
import datetime as dt
from itertools import product

import pytest

from kzcn.dates import EDTF, find
from kzcn.dates.calendar import Day, add_months, days_in_month, from_ordinal, iso_week, ordinal, week_monday, weekday
from kzcn.dates.values import SEASONS, Value, coarsen, on_weekday, shift

DAYS = [
    dt.date(year, month, day)
    for year in (4, 100, 400, 1600, 1899, 1900, 1903, 1904, 1999, 2000, 2001, 9996)
    for month, day in ((1, 1), (2, 28), (3, 1), (6, 30), (7, 31), (12, 28), (12, 31))
]


@pytest.mark.parametrize(("year", "month"), list(product((1900, 1999, 2000, 2004), range(1, 13))))
def test_every_month_has_its_length(year: int, month: int) -> None:
    assert days_in_month(year, month) == calendar.monthrange(year, month)[1]


@pytest.mark.parametrize("date", DAYS)
def test_days_are_numbered_as_the_standard_library_does(date: dt.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert ordinal(day) == (date - dt.date(1, 1, 1)).days + 306
    assert from_ordinal(ordinal(day)) == day
    assert weekday(day) == date.isoweekday()
    assert iso_week(day) == date.isocalendar()[:2]
    monday = date - dt.timedelta(date.weekday())
    assert week_monday(*date.isocalendar()[:2]) == Day(monday.year, monday.month, monday.day)


def test_every_day_of_four_centuries_comes_back_from_its_number() -> None:
    first = ordinal(Day(1600, 2, 28))
    start = dt.date(1600, 2, 28)
    for count in range(0, 146_200, 61):
        date = start + dt.timedelta(count)
        assert from_ordinal(first + count) == (date.year, date.month, date.day)


@pytest.mark.parametrize(("month", "count"), list(product(range(1, 13), (-25, -12, -1, 0, 1, 11, 12, 25))))
def test_months_are_counted_on_a_line(month: int, count: int) -> None:
    year, moved = add_months(1999, month, count)
    assert (year * 12 + moved - 1) == 1999 * 12 + month - 1 + count
    assert 1 <= moved <= 12


# EDTF number of a part of a year: its first and last day in 1887
PARTS = {
    **dict.fromkeys((21, 25, 31), (301, 531)),
    **dict.fromkeys((22, 26, 32), (601, 831)),
    **dict.fromkeys((23, 27, 29), (901, 1130)),
    **dict.fromkeys((24, 28, 30), (1201, 10229)),
    33: (101, 331),
    34: (401, 630),
    35: (701, 930),
    36: (1001, 1231),
    37: (101, 430),
    38: (501, 831),
    39: (901, 1231),
    40: (101, 630),
    41: (701, 1231),
}


@pytest.mark.parametrize(("part", "ends"), list(PARTS.items()))
def test_every_part_of_a_year_has_its_days(part: int, ends: tuple[int, int]) -> None:
    assert EDTF.parse(f"1887-{part}").bounds() == (18870000 + ends[0], 18870000 + ends[1])


# EDTF, first day, last day
BOUNDS = [
    ("1887-XX-05", 18870105, 18871205),
    ("188X-03", 18800301, 18890331),
    ("188X-03-05", 18800305, 18890305),
    ("18XX-02", 18000201, 18990228),
    ("188X-02", 18800201, 18890228),
    ("XXXX", None, None),
    ("XXXX-02-29", None, None),
    ("1887-XX-31", 18870131, 18871231),
    ("1888-02-29", 18880229, 18880229),
    ("Y-17000", -169999899, -169998769),
    ("0001-01-01", 10101, 10101),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
def test_digits_that_are_not_known_widen_the_bounds(text: str, earliest: int | None, latest: int | None) -> None:
    assert EDTF.parse(text).bounds() == (earliest, latest)


DAY = Value(2004, 3, 17)
# unit, the stretch of it in which Wednesday 17 March 2004 lies, the one before, the one after, the fifth after
STRETCHES = [
    ("day", "2004-03-17", "2004-03-16", "2004-03-18", "2004-03-22"),
    ("week", "2004-W12", "2004-W11", "2004-W13", "2004-W17"),
    ("month", "2004-03", "2004-02", "2004-04", "2004-08"),
    ("quarter", "2004-Q1", "2003-Q4", "2004-Q2", "2005-Q2"),
    ("half", "2004-H1", "2003-H2", "2004-H2", "2006-H2"),
    ("season", "2004-SP", "2003-WI", "2004-SU", "2005-SU"),
    ("year", "2004", "2003", "2005", "2009"),
    ("decade", "200", "199", "201", "205"),
    ("century", "20", "19", "21", "25"),
    ("millennium", "2", "1", "3", "7"),
]


@pytest.mark.parametrize(("unit", "own", "before", "after", "fifth"), STRETCHES)
def test_a_day_lies_in_a_stretch_of_each_unit_and_steps_go_from_there(
    unit: str, own: str, before: str, after: str, fifth: str
) -> None:
    lies_in = coarsen(DAY, unit)
    steps = [shift(DAY, unit, count) for count in (-1, 1, 5)]
    assert lies_in is not None
    assert lies_in.timex() == own
    assert [step.timex() if step else None for step in steps] == [before, after, fifth]


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_lies_in_its_season_quarter_and_half(month: int) -> None:
    day = Value(2004, month, 1)
    season, quarter, half = (coarsen(day, unit) for unit in ("season", "quarter", "half"))
    name = ("WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")[month - 1]
    assert season == Value(2003 if month < 3 else 2004, season=name)
    assert quarter == Value(2004, quarter=-(-month // 3))
    assert half == Value(2004, half=1 if month < 7 else 2)


# year, its decade, century and millennium as TIMEX3 and their first and last year
AGES = [
    (2000, "200", "19", "1", (2000, 2009), (1901, 2000), (1001, 2000)),
    (2001, "200", "20", "2", (2000, 2009), (2001, 2100), (2001, 3000)),
    (100, "010", "00", "0", (100, 109), (1, 100), (1, 1000)),
    (0, "000", "BC00", "BC0", (0, 9), (-99, 0), (-999, 0)),
    (-99, "BC010", "BC00", "BC0", (-108, -99), (-99, 0), (-999, 0)),
    (-100, "BC010", "BC01", "BC0", (-108, -99), (-199, -100), (-999, 0)),
    (-1000, "BC100", "BC10", "BC1", (-1008, -999), (-1099, -1000), (-1999, -1000)),
]


@pytest.mark.parametrize(("year", "decade", "century", "millennium", "tens", "hundreds", "thousands"), AGES)
def test_years_lie_in_decades_centuries_and_millennia_without_a_year_between_the_eras(
    year: int,
    decade: str,
    century: str,
    millennium: str,
    tens: tuple[int, int],
    hundreds: tuple[int, int],
    thousands: tuple[int, int],
) -> None:
    found = [coarsen(Value(year), unit) for unit in ("decade", "century", "millennium")]
    assert [value.timex() if value else None for value in found] == [decade, century, millennium]
    assert [value.years if value else None for value in found] == [tens, hundreds, thousands]


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        *[(Value(month=3), "year"), (Value(century=19), "year"), (Value(decade=199), "day"), (Value(2004), "month")],
        *[(Value(2004), "week"), (Value(2004, 3), "week"), (Value(2004, 3), "day"), (Value(millennium=2), "century")],
    ],
)
def test_what_is_not_exact_enough_lies_in_no_one_stretch_and_takes_no_step(value: Value, unit: str) -> None:
    assert coarsen(value, unit) is None
    assert shift(value, unit, 1) is None


@pytest.mark.parametrize(("season", "number"), list(SEASONS.items()))
def test_seasons_begin_in_their_month_and_follow_each_other(season: str, number: int) -> None:
    value = Value(1887, season=season)
    assert value.first_day() == (1887, {21: 3, 22: 6, 23: 9, 24: 12}[number], 1)
    assert value.edtf() == f"1887-{number}"
    assert shift(value, "season", 4) == Value(1888, season=season)


@pytest.mark.parametrize(("number", "count"), list(product(range(1, 8), (-1, 0, 1))))
def test_weekdays_are_the_nearest_before_in_the_week_or_after(number: int, count: int) -> None:
    found = on_weekday(DAY, number, count)
    assert found is not None
    distance = (dt.date(found.year or 0, found.month or 0, found.day or 0) - dt.date(2004, 3, 17)).days
    within = {-1: range(-7, 0), 0: range(-2, 5), 1: range(1, 8)}[count]
    assert distance in within
    assert (distance + 2) % 7 + 1 == number


@pytest.mark.parametrize("value", [Value(2004, 3), Value(2004), Value(month=3, day=17)])
def test_only_a_day_has_weekdays_beside_it(value: Value) -> None:
    assert on_weekday(value, 1, 1) is None


# value, TIMEX3, EDTF
WRITTEN = [
    (Value(2004, quarter=2), "2004-Q2", "2004-34"),
    (Value(2004, half=1), "2004-H1", "2004-01/2004-06"),
    (Value(2004, half=2), "2004-H2", "2004-07/2004-12"),
    (Value(2004, week=1), "2004-W01", "2003-12-29/2004-01-04"),
    (Value(2004, week=1, weekend=True), "2004-W01-WE", "2004-01-03/2004-01-04"),
    (Value(1887, season="WI", turn=True), "1888-WI", "1887-24"),
    (Value(1), "0001", "0001"),
    (Value(0), "BC0001", "0000"),
    (Value(-1), "BC0002", "-0001"),
    (Value(month=3, day=4), "XXXX-03-04", "XXXX-03-04"),
    (Value(day=4), "XXXX-XX-04", None),
    (Value(month=3), "XXXX-03", "XXXX-03"),
    (Value(quarter=3), "XXXX-Q3", None),
    (Value(2004, some_day=True), "2004-XX-XX", "2004"),
    (Value(2004, 3, some_day=True), "2004-03-XX", "2004-03"),
    (Value(2004, time="TMO"), "2004-XX-XXTMO", "2004"),
    (Value(decade=199), "199", "199X"),
    (Value(decade=0), "000", "000X"),
    (Value(decade=-47), "BC047", "-0478/-0469"),
    (Value(century=1), "00", "0001/0100"),
    (Value(century=-1), "BC00", "-0099/0000"),
    (Value(millennium=1), "0", "0001/1000"),
    (Value(millennium=-2), "BC1", "-1999/-1000"),
    (Value(century=15, qualifier="~"), "14", "1401~/1500~"),
    (Value(century=15, qualifier="~", mod="START"), "14", "1401~/1500~"),
    (Value(2004, 2, mod="END"), "2004-02", "2004-02-21/2004-02-29"),
    (Value(2004, season="SU", mod="END"), "2004-SU", "2004-22"),
]


@pytest.mark.parametrize(("value", "timex", "edtf"), WRITTEN)
def test_each_value_is_written_in_both_standards(value: Value, timex: str, edtf: str | None) -> None:
    assert (value.timex(), value.edtf()) == (timex, edtf)


# words told on Wednesday 17 March 2004, EDTF
SPOKEN = [
    *[("today", "2004-03-17"), ("yesterday", "2004-03-16"), ("tomorrow", "2004-03-18")],
    *[("the day before yesterday", "2004-03-15"), ("the day after tomorrow", "2004-03-19")],
    *[("last week", "2004-03-08/2004-03-14"), ("next week", "2004-03-22/2004-03-28")],
    *[("last month", "2004-02"), ("next month", "2004-04"), ("last year", "2003"), ("next year", "2005")],
    *[("last Friday", "2004-03-12"), ("next Friday", "2004-03-19"), ("last Wednesday", "2004-03-10")],
    *[("two weeks ago", "2004-03-01/2004-03-07"), ("a fortnight ago", "2004-03-01/2004-03-07")],
    *[("18 months ago", "2002-09"), ("a year and a half ago", "2002-09"), ("ten nights ago", "2004-03-07")],
    *[("half a decade ago", "1999"), ("a decade and a half ago", "1989"), ("half a century ago", "1954")],
    *[("five quarters ago", "2002-36"), ("last quarter", "2003-36"), ("next quarter", "2004-34")],
    *[("this summer", "2004-22"), ("last summer", "2003-22"), ("next winter", "2004-24")],
    *[("last decade", "199X"), ("last century", "1901/2000"), ("next century", "2101/2200")],
    *[("the year before last", "2002"), ("next June", "2004-06"), ("last June", "2003-06")],
    *[("last June 4", "2003-06-04"), ("on May 4 last year", "2003-05-04"), ("on May 4 next year", "2005-05-04")],
    *[("in the first half of this year", "2004-01/2004-06"), ("in the fourth quarter of last year", "2003-36")],
    *[("9000 days ago", "1979-07-27"), ("last weekend", "2004-03-13/2004-03-14")],
]


@pytest.mark.parametrize(("words", "edtf"), SPOKEN)
def test_what_is_told_from_the_day_of_writing_is_counted_from_it(words: str, edtf: str) -> None:
    assert [mention.edtf for mention in find(f"He came {words}.", reference_date="2004-03-17")] == [edtf]


# words, TIMEX3 of what is found
EDGES = [
    *[("at 2400 hours", "XXXX-XX-XXT24:00"), ("at 0659 hours", "XXXX-XX-XXT06:59"), ("at 0660 hours", "PT660H")],
    *[("at 12 p.m.", "XXXX-XX-XXT12:00"), ("at 12:59 p.m.", "XXXX-XX-XXT12:59"), ("at 24:00", "XXXX-XX-XXT24:00")],
    *[("at 1 p.m.", "XXXX-XX-XXT13:00"), ("at 11 p.m.", "XXXX-XX-XXT23:00"), ("at 1 a.m.", "XXXX-XX-XXT01:00")],
    *[("in the 1st century", "00"), ("in the 40th century", "39"), ("in the 1st millennium", "0")],
    *[("on the 1st", "XXXX-XX-01"), ("on the 31st", "XXXX-XX-31"), ("on 12/1/1995", "1995-12-01")],
    *[("on 12/13/1995", "1995-12-13"), ("on 13/12/1995", "1995-12-13"), ("on 3.4.1995", "1995-04-03")],
    *[("on 3/4/39", "2039-03-04"), ("on 3/4/40", "1940-03-04"), ("on 12.11.1995", "1995-11-12")],
    *[("on Christmas Day 1914", "1914-12-25"), ("on Christmas Eve 1914", "1914-12-24")],
    *[("at Halloween 1914", "1914-10-31"), ("on New Year's Day 1914", "1914-01-01")],
    *[("on New Year's Eve 1914", "1914-12-31"), ("on May Day 1890", "1890-05-01")],
    *[("in Q1 1994", "1994-Q1"), ("in Q4 1994", "1994-Q4"), ("in H2 1994", "1994-H2")],
    *[("in the first year of the war", "P1Y"), ("in the first year of 1914", "1914")],
    *[("in the forties", "194"), ("in the twenties", "192"), ("in the nineties", "199")],
    *[("for one hour", "PT1H"), ("for a fortnight", "P2W"), ("for half a year", "P6M")],
    *[("every other year", "P2Y"), ("every night", "XXXX-XX-XXTNI"), ("every June", "XXXX-06"), ("hourly", "PT1H")],
]


@pytest.mark.parametrize(("words", "timex"), EDGES)
def test_what_lies_on_an_edge_is_still_read(words: str, timex: str) -> None:
    assert [mention.timex for mention in find(f"It fell {words}.")] == [timex]


@pytest.mark.parametrize("words", ["in the 41st century", "at 13 p.m.", "on the 32nd", "on the 0th", "on 13/13/1995"])
def test_what_lies_beyond_an_edge_is_no_date(words: str) -> None:
    assert [mention.timex for mention in find(f"It fell {words}.")] == []


# EDTF, words for people
SHOWN = [
    *[(f"1887-{part}", "spring 1887") for part in (21, 25, 29)],
    *[(f"1887-{part}", "summer 1887") for part in (22, 26, 30)],
    *[(f"1887-{part}", "autumn 1887") for part in (23, 27, 31)],
    *[(f"1887-{part}", "winter 1887") for part in (24, 28, 32)],
    *[("1887-33", "Q1 1887"), ("1887-35", "Q3 1887"), ("1887-36", "Q4 1887"), ("1887-37", "early 1887")],
    *[("1887-39", "late 1887"), ("1887-40", "first half of 1887"), ("1887-09/1887-12", "late 1887")],
    *[("1301/1333", "early 14th century"), ("1367/1400", "late 14th century")],
    *[("1301/1350", "first half of the 14th century"), ("1301/1325", "first quarter of the 14th century")],
    *[("1326/1350", "second quarter of the 14th century"), ("1351/1375", "third quarter of the 14th century")],
    *[("1376/1400", "last quarter of the 14th century"), ("1101/1200", "12th century"), ("1001/1100", "11th century")],
    *[("1201/1300", "13th century"), ("2101/2200", "22nd century"), ("2201/2300", "23rd century")],
    *[("0001/0100", "1st century"), ("-0099/0000", "1st century BC"), ("0101/0200", "2nd century")],
    *[("0001/1000", "1st millennium"), ("-0999/0000", "1st millennium BC"), ("2001/3000", "3rd millennium")],
    *[
        ("0099", "AD 99"),
        ("0100", "100"),
        ("0001", "AD 1"),
        ("-0001", "2 BC"),
        ("XXXX", "some day"),
        ("XXXX-05", "May"),
    ],
    *[("1887-03/1888-04", "Mar 1887 – Apr 1888"), ("1887-10-05/1888-10-08", "5 Oct 1887 – 8 Oct 1888")],
    *[
        ("1887-03-01/1887-04-02", "1 Mar – 2 Apr 1887"),
        ("1887/1888", "1887–1888"),
        ("-0199/-0150", "first half of the 2nd century BC"),
    ],
]


@pytest.mark.parametrize(("edtf", "words"), SHOWN)
def test_dates_are_shown_in_the_words_of_people(edtf: str, words: str) -> None:
    assert EDTF.parse(edtf).display() == words


# value, the day on which it begins
FIRST_DAYS = [
    *[(Value(decade=199), (1990, 1, 1)), (Value(century=20), (1901, 1, 1)), (Value(1887, 5), (1887, 5, 1))],
    *[(Value(1887, quarter=3), (1887, 7, 1)), (Value(1887, half=2), (1887, 7, 1)), (Value(1887), (1887, 1, 1))],
    *[(Value(2004, week=1), (2003, 12, 29)), (Value(1887, 5, 9), (1887, 5, 9)), (Value(month=5), None)],
]


@pytest.mark.parametrize(("value", "day"), FIRST_DAYS)
def test_a_value_begins_on_its_first_day(value: Value, day: tuple[int, int, int] | None) -> None:
    assert value.first_day() == day


# words told on 17 March 2004, EDTF; nothing where the calendar has no such thing
PARTS_TOLD = [
    *[("the last quarter of last year", "2003-36"), ("the last half of last year", "2003-07/2003-12")],
    *[("the latter half of this year", "2004-07/2004-12"), ("the first quarter of next year", "2005-33")],
    *[("last year's second half", "2003-07/2003-12"), ("the fourth quarter of this year", "2004-36")],
]


@pytest.mark.parametrize(("words", "edtf"), PARTS_TOLD)
def test_parts_of_a_year_are_told_from_the_day_of_writing(words: str, edtf: str) -> None:
    assert [mention.edtf for mention in find(f"It rained in {words}.", "2004-03-17")] == [edtf]
