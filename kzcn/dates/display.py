"""Dates for people: EDTF in, `26 Apr 1994`, `c. 1453`, `2nd century BC`, `by 2016` out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzcn.dates.edtf import EDTF, Point

__all__ = ["display", "display_point"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS_OF_YEAR = {
    **dict.fromkeys(("21", "25", "29"), "spring"),
    **dict.fromkeys(("22", "26", "30"), "summer"),
    **dict.fromkeys(("23", "27", "31"), "autumn"),
    **dict.fromkeys(("24", "28", "32"), "winter"),
    "33": "Q1",
    "34": "Q2",
    "35": "Q3",
    "36": "Q4",
    "37": "early",
    "38": "mid",
    "39": "late",
    "40": "first half of",
    "41": "second half of",
}
_QUALIFIERS = {"": ("", ""), "~": ("c. ", ""), "?": ("", "?"), "%": ("c. ", "?")}
_MONTH_SPANS = {
    ("01", "04"): "early {}",
    ("05", "08"): "mid-{}",
    ("09", "12"): "late {}",
    ("01", "06"): "first half of {}",
    ("07", "12"): "second half of {}",
}
"""First and last month of an interval within a year."""
_CENTURY_SPANS = {
    (1, 100): "{}",
    (1, 33): "early {}",
    (34, 66): "mid-{}",
    (67, 100): "late {}",
    (1, 50): "first half of the {}",
    (51, 100): "second half of the {}",
    (1, 25): "first quarter of the {}",
    (26, 50): "second quarter of the {}",
    (51, 75): "third quarter of the {}",
    (76, 100): "last quarter of the {}",
}
"""First and last year of an interval, counted within the century from 1."""


def display(date: EDTF) -> str:
    """The date for people."""
    start, end = date.start, date.end
    if start is None and end is not None:
        return f"by {display_point(end)}"
    if start is not None and end is None:
        return f"since {display_point(start)}"
    if start is None or end is None or not date.is_interval:
        return display_point(start or end) if start or end else date.text
    return _whole_centuries(start, end) or _within_year(start, end) or _range(start, end)


def display_point(point: Point | None) -> str:
    """A date that is no interval, for people."""
    if point is None:
        return ""
    before, after = _QUALIFIERS[point.qualifier]
    return f"{before}{_join(point)}{after}"


def _join(point: Point) -> str:
    year = _year(point) if point.known else ""
    month = point.month
    if month is None or month == "XX":
        return year or "some day"
    name = _MONTHS[int(month) - 1] if int(month) <= 12 else _PARTS_OF_YEAR[month]
    day = str(int(point.day)) if point.day not in (None, "XX") else ""
    return " ".join(part for part in (day, name, year) if part)


def _year(point: Point) -> str:
    digits = point.year
    if digits.endswith("X"):
        return _masked_year(point)
    number = int(digits.lstrip("Y"))
    if number <= 0:
        return f"{1 - number} BC"
    return str(number) if number >= 100 else f"AD {number}"


def _masked_year(point: Point) -> str:
    first, last = point.years
    if last <= 0:
        return f"{1 - first}–{1 - last} BC"
    return f"{first}s" if point.year.count("X") == 1 else f"{first}–{last}"


def _plain_year(point: Point) -> int | None:
    plain = point.month is None and not point.qualifier and not point.year.endswith("X")
    return int(point.year.lstrip("Y")) if plain else None


def _whole_centuries(start: Point, end: Point) -> str | None:
    first, last = _plain_year(start), _plain_year(end)
    if first is None or last is None:
        return None
    century = (first - 1) // 100
    span = (first - century * 100, last - century * 100)
    if span == (1, 1000) and first % 1000 == 1:
        return _era_name(first // 1000 + 1 if first > 0 else first // 1000, "millennium")
    shape = _CENTURY_SPANS.get(span)
    if shape is None:
        return None
    name = _era_name(century + 1 if century >= 0 else century, "century")
    return shape.format(name)


def _era_name(number: int, unit: str) -> str:
    return f"{_ordinal(abs(number))} {unit}{' BC' if number < 0 else ''}"


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _within_year(start: Point, end: Point) -> str | None:
    months = (start.month or "", end.month or "")
    bare = not (start.day or end.day or start.qualifier or end.qualifier)
    if start.year == end.year and bare and months in _MONTH_SPANS:
        return _MONTH_SPANS[months].format(_year(start))
    return None


def _range(start: Point, end: Point) -> str:
    first, last = display_point(start), display_point(end)
    if start.qualifier or end.qualifier:
        return f"{first} – {last}"
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        return f"{int(start.day)}–{last}"
    if start.month and end.month and start.year == end.year and start.known:
        first = first.removesuffix(f" {_year(start)}")
    if first.endswith(" BC") and last.endswith(" BC"):
        first = first.removesuffix(" BC")
    return f"{first} – {last}" if " " in first else f"{first}–{last}"
