"""Parts of a stretch of time as words single them out, and the years, months or days that they come to.

TIMEX3 knows only a START, a MID and an END; EDTF tells the days: "the first week of May", "the first half of the
1950s", "the last days of 1852".
"""

from __future__ import annotations

__all__ = ["TIMEX_MODS", "days_of", "months_of", "part_named", "years_of"]

TIMEX_MODS = {
    **dict.fromkeys(("EARLIER", "HALF1", "WEEK1", "DAYS1"), "START"),
    **dict.fromkeys(("WEEK2", "WEEK3"), "MID"),
    **dict.fromkeys(("LATER", "HALF2", "WEEK4", "WEEK5", "DAYS5"), "END"),
}
"""Part -> the nearest that TIMEX3 has for it; the others are TIMEX3's own."""
_NAMED = {
    "earlier": "EARLIER",
    "later": "LATER",
    **dict.fromkeys(("early", "beginning", "start", "onset", "outset", "turn", "opening", "first"), "START"),
    **dict.fromkeys(("mid", "middle", "midst", "second", "third"), "MID"),
    **dict.fromkeys(("late", "end", "close", "latter", "last", "final", "closing", "fourth"), "END"),
}
_WEEKS = {"first": "WEEK1", "second": "WEEK2", "third": "WEEK3", "fourth": "WEEK4", "last": "WEEK5", "final": "WEEK5"}
_YEARS = {
    10: {"START": (0, 3), "MID": (4, 6), "END": (7, 9), "HALF1": (0, 4), "HALF2": (5, 9)},
    100: {"START": (0, 32), "MID": (33, 65), "END": (66, 99), "HALF1": (0, 49), "HALF2": (50, 99)},
}
_MONTHS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12), "DAYS1": (1, 1), "WEEK1": (1, 1)}
_MONTHS |= {"DAYS5": (12, 12), "WEEK5": (12, 12), "HALF1": (1, 6), "HALF2": (7, 12)}
_DAYS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31), "HALF1": (1, 15), "HALF2": (16, 31)}
_DAYS |= {"WEEK1": (1, 7), "WEEK2": (8, 14), "WEEK3": (15, 21), "WEEK4": (22, 28), "DAYS1": (1, 10), "DAYS5": (21, 31)}
_WEEK = 7


def part_named(words: list[str]) -> str | None:
    """The part that words in small letters name; None for "the rest of" and for no words."""
    named = next((word for word in words if word in _NAMED), None)
    if "half" in words:
        return "HALF1" if "first" in words else "HALF2"
    if named in _WEEKS and "week" in words:
        return _WEEKS[named]
    if named in ("first", "last", "final") and "days" in words:
        return "DAYS1" if named == "first" else "DAYS5"
    return _NAMED[named] if named is not None else None


def years_of(part: str, length: int) -> tuple[int, int] | None:
    """First and last year of a part of a decade or century, counted from its first year; None for other lengths."""
    return _YEARS.get(length, {}).get(part)


def months_of(part: str) -> tuple[int, int] | None:
    """First and last month of a part of a year."""
    return _MONTHS.get(part)


def days_of(part: str, length: int) -> tuple[int, int] | None:
    """First and last day of a part of a month of so many days."""
    if part == "WEEK5":
        return length - _WEEK + 1, length
    days = _DAYS.get(part)
    return (days[0], min(days[1], length)) if days is not None else None
