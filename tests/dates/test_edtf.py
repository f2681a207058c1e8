from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.dates import EDTF, Bounds
from kzcn.dates.calendar import days_in_month
from kzcn.errors import BadDate, UsageError

fixed = settings(max_examples=80, derandomize=True)

# EDTF, first day, last day, words for people
DATES = [
    ("1887-10-05", 18871005, 18871005, "5 Oct 1887"),
    ("1887-10", 18871001, 18871031, "Oct 1887"),
    ("1900-02", 19000201, 19000228, "Feb 1900"),
    ("1887", 18870101, 18871231, "1887"),
    ("0079", 790101, 791231, "AD 79"),
    ("0476", 4760101, 4761231, "476"),
    ("0000", 101, 1231, "1 BC"),
    ("-0043-03-15", -429685, -429685, "15 Mar 44 BC"),
    ("-0043", -429899, -428769, "44 BC"),
    ("188X", 18800101, 18891231, "1880s"),
    ("18XX", 18000101, 18991231, "1800–1899"),
    ("-019X", -1989899, -1898769, "200–191 BC"),
    ("1887-XX", 18870101, 18871231, "1887"),
    ("1887-10-XX", 18871001, 18871031, "Oct 1887"),
    ("1887-XX-XX", 18870101, 18871231, "1887"),
    ("XXXX-10-05", None, None, "5 Oct"),
    ("1420~", 14200101, 14201231, "c. 1420"),
    ("1420?", 14200101, 14201231, "1420?"),
    ("1420-05%", 14200501, 14200531, "c. May 1420?"),
    ("1887-21", 18870301, 18870531, "spring 1887"),
    ("1887-24", 18871201, 18880229, "winter 1887"),
    ("1887-34", 18870401, 18870630, "Q2 1887"),
    ("1887-38", 18870501, 18870831, "mid 1887"),
    ("1887-41", 18870701, 18871231, "second half of 1887"),
    ("1887/1893", 18870101, 18931231, "1887–1893"),
    ("-0498/-0492", -4979899, -4918769, "499–493 BC"),
    ("-0205/0220", -2049899, 2201231, "206 BC – 220"),
    ("1887-03/1887-06", 18870301, 18870630, "Mar–Jun 1887"),
    ("1887-10-05/1887-10-08", 18871005, 18871008, "5–8 Oct 1887"),
    ("1887-10-28/1887-11-02", 18871028, 18871102, "28 Oct – 2 Nov 1887"),
    ("1887-12-28/1888-01-02", 18871228, 18880102, "28 Dec 1887 – 2 Jan 1888"),
    ("1420~/1450~", 14200101, 14501231, "c. 1420 – c. 1450"),
    ("../1887", None, 18871231, "by 1887"),
    ("/1887", None, 18871231, "by 1887"),
    ("1887-05/..", 18870501, None, "since May 1887"),
    ("1887/", 18870101, None, "since 1887"),
    ("1301/1400", 13010101, 14001231, "14th century"),
    ("2001/2100", 20010101, 21001231, "21st century"),
    ("-0299/-0200", -2989899, -1998769, "3rd century BC"),
    ("1001/2000", 10010101, 20001231, "2nd millennium"),
    ("-1999/-1000", -19989899, -9998769, "2nd millennium BC"),
    ("1334/1366", 13340101, 13661231, "mid-14th century"),
    ("1351/1400", 13510101, 14001231, "second half of the 14th century"),
    ("1887-05/1887-08", 18870501, 18870831, "mid-1887"),
    ("1887-01/1887-06", 18870101, 18870630, "first half of 1887"),
    ("Y17000", 170000101, 170001231, "17000"),
    ("1985-04-12T23:20:30Z", 19850412, 19850412, "12 Apr 1985"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "words"), DATES)
def test_each_form_has_exact_bounds_words_for_people_and_comes_back_as_it_was(
    text: str, earliest: int | None, latest: int | None, words: str
) -> None:
    date = EDTF.parse(text)
    assert date.bounds() == Bounds(earliest, latest)
    assert date.display() == words
    assert str(date) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "87", "1887-13", "1887-00", "1887-02-29", "1887-04-31", "1887-10-5", "-0000", "1887/1880", "../.."),
        *("1887-10-05/1887-10-04", "1887/1888/1889", "1887-21-05", "1887-42", "19X7", "1887 ", "May 1887", "/"),
    ],
)
def test_what_is_no_date_is_a_wrong_use_with_a_message_of_one_line(text: str) -> None:
    with pytest.raises(BadDate) as raised:
        EDTF.parse(text)
    assert isinstance(raised.value, UsageError)
    assert "\n" not in str(raised.value)


def test_dates_sort_by_their_first_day_then_their_last_and_open_ones_stand_outside() -> None:
    texts = ["../-0100", "-0498", "-0035-03", "0000", "0751", "1887", "1887-10", "1887-10-05", "1887/1890", "1888/.."]
    dates = sorted((EDTF.parse(text) for text in reversed(texts)), key=lambda date: date)
    assert [str(date) for date in dates] == [
        *("../-0100", "-0498", "-0035-03", "0000", "0751", "1887", "1887/1890", "1887-10", "1887-10-05", "1888/.."),
    ]
    assert EDTF.parse("1887") == EDTF.parse("1887") != EDTF.parse("1887~")
    assert len({EDTF.parse("1887"), EDTF.parse("1887")}) == 1


years = st.integers(-4000, 2500)


def written(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


@fixed
@given(years, st.integers(1, 12), st.data())
def test_a_day_lies_in_its_month_and_the_month_in_its_year(year: int, month: int, data: st.DataObject) -> None:
    day = data.draw(st.integers(1, days_in_month(year, month)))
    narrow, middle, wide = (
        EDTF.parse(text).bounds()
        for text in (f"{written(year)}-{month:02}-{day:02}", f"{written(year)}-{month:02}", written(year))
    )
    assert wide[0] <= middle[0] <= narrow[0] == narrow[1] <= middle[1] <= wide[1]  # type: ignore[operator]


@fixed
@given(years, years)
def test_earlier_years_sort_before_later_ones_also_before_christ(one: int, two: int) -> None:
    first, second = EDTF.parse(written(one)), EDTF.parse(written(two))
    assert (first < second) == (one < two)
    assert (first == second) == (one == two)


@fixed
@given(years, years)
def test_an_interval_runs_from_the_first_day_of_its_start_to_the_last_of_its_end(one: int, two: int) -> None:
    low, high = sorted((one, two))
    date = EDTF.parse(f"{written(low)}/{written(high)}")
    assert date.bounds() == (EDTF.parse(written(low)).bounds().earliest, EDTF.parse(written(high)).bounds().latest)
    assert date.is_interval
