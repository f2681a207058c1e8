"""Grammar of calendar dates: days, months, years, decades, centuries, seasons."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kzcn.dates.pieces import Hit
from kzcn.dates.readings import Anchor, Reading, Relative, Rule, rule
from kzcn.dates.tokens import TAG, tag_set
from kzcn.dates.values import Value
from kzcn.dates.words import CARDINALS, HOLIDAYS

__all__ = [
    "CALENDAR_RULES",
    "TAIL",
    "THAT_YEAR",
    "century_number",
    "decade_number",
    "decade_value",
    "in_that_year",
    "slashed_day",
]

_DECADE_WORDS = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
    "eighties": 198,
    "nineties": 199,
}
_HAN = re.compile(r"(\d+)([年月日])")
TAIL = "( ,? ( of | in )? YEAR_:year )?"
"""A year that may follow a day."""
_LONG_TAIL = "( ,? ( of | in )? YEAR_:year | ,? ( of | in )? ( the UNIT )? WORDYEAR_:words )?"
"""A year that may follow a day, in words too, as instruments are dated."""
_COUNTED = tag_set("OTHER NAME DASH UNITS DAYS")
THAT_YEAR = (
    "( THAT | THIS | the SAME | THAT SAME | the FOLLOWING | the NEXT | NEXT | the PREVIOUS | LAST | the CURRENT )"
)
OF_YEAR = f"( {THAT_YEAR} UNIT | the UNIT ( BEFORE | AFTER ) ):which"


def _day(hit: Hit) -> Reading | None:
    """A day: `4 July 1776`, `July 4`, with a weekday before it."""
    in_words = _year_in_words(hit)
    value = Value(hit.year("long") or hit.year() or in_words, hit.month(), hit.integer("day"))
    counted = hit.has("words") and in_words is None
    last = max(hit.span("day")[1], hit.span("month")[1]) if counted else None
    return Reading("date", value, last=last) if value.day is not None and value.exists else None


def _year_in_words(hit: Hit) -> int | None:
    """The year in words behind a day; None where the words count what follows: "on 3 May two thousand men"."""
    following = hit.tokens.tags[hit.match.end() : hit.match.end() + 1]
    return hit.year("words") if following not in _COUNTED else None


def _double_day(hit: Hit) -> Reading | None:
    """A Julian day with the Gregorian in brackets: `23 October (5 November) 1905` is the latter."""
    value = Value(hit.year(), hit.month("newmonth") or hit.month(), hit.integer("new"))
    return Reading("date", value) if value.day is not None and value.exists else None


def _new_style(hit: Hit) -> Reading | None:
    """The day before the brackets that hold the Old Style: `8 March [O.S. 23 February] 1917`."""
    value = Value(hit.year(), hit.month() or hit.month("month2"), hit.integer("day") or hit.integer("day2"))
    return Reading("date", value) if value.day is not None and value.exists else None


def _month(hit: Hit) -> Reading | None:
    """A month, with or without its year."""
    return Reading("date", Value(hit.year(), hit.month(), mod=hit.modifier(), qualifier=hit.qualifier()))


def _year(hit: Hit) -> Reading | None:
    """A year, `c. 1453`, `the end of 1954`."""
    year = hit.year()
    return None if year is None else Reading("date", Value(year, mod=hit.modifier(), qualifier=hit.qualifier()))


def _old_year(hit: Hit) -> Reading | None:
    """A year of three digits after a word that dates."""
    before = hit.words("before")[0]
    value = Value(hit.year(), qualifier="~" if before in ("c", "ca", "circa") else "")
    return Reading("date", value, first=hit.span("year")[0] if before in ("in", "since", "until") else None)


def _season(hit: Hit) -> Reading | None:
    """A season, with or without its year; the article of "the summer campaign" is the campaign's."""
    if hit.has("season2"):
        return Reading("date", Value(hit.year("year2"), season=hit.season("season2"), mod=hit.modifier("modifier2")))
    value = Value(hit.year(), season=hit.season(), mod=hit.modifier())
    bare = value.year is None and value.mod is None
    before_noun = hit.tokens.tags[hit.match.end() : hit.match.end() + 1] in (TAG["OTHER"], TAG["NAME"])
    return Reading("date", value, first=hit.span("season")[0] if bare and before_noun else None)


def decade_number(hit: Hit, name: str = "decade") -> int | None:
    """The decade a piece names, as `Value` counts it."""
    first, *_, word = (*hit.words(name)[:1], *hit.words(name))
    if word in _DECADE_WORDS:
        hundreds = CARDINALS.get(first, 19)
        return hundreds * 10 + _DECADE_WORDS[word] % 10
    number = hit.integer(name)
    if number is None:
        return None
    if number < 100:
        number += 1900
    return -(number // 10) if hit.before_christ(name) else number // 10


def decade_value(number: int, mod: str | None) -> Value:
    """A decade; the first of a century, up to the 20th, stands for the century: `the 1800s`."""
    if number in range(10, 200, 10):
        return Value(century=number // 10 + 1, mod=mod)
    return Value(decade=number, mod=mod)


def _decade(hit: Hit) -> Reading | None:
    """A decade: `the 1930s`, `the late '60s`, `the 470s BC`; `the 1800s` are the century."""
    number = decade_number(hit)
    if number is None or ((hit.tokens.words[hit.span("decade")[0]].isdecimal() and hit.integer("decade")) or 0) % 10:
        return None
    return Reading("date", decade_value(number, hit.modifier()))


def century_number(hit: Hit, name: str = "number") -> int | None:
    """The century a piece names, negative before Christ."""
    number = hit.integer(name)
    if number is None or not 1 <= number <= 40:
        return None
    return -number if hit.before_christ("era") else number


def _century(hit: Hit) -> Reading | None:
    """A century or millennium: `the early 21st century`, `the 4th century BC`."""
    number = century_number(hit)
    if number is None or hit.unit() not in ("century", "millennium"):
        return None
    if hit.unit() == "millennium":
        return None if abs(number) > 9 else Reading("date", Value(millennium=number, mod=hit.modifier()))
    return Reading("date", Value(century=number, mod=hit.modifier()))


def _part_of_year(hit: Hit) -> Reading | None:
    """A half or quarter of a year: `the second half of 2008`, `the 1989 third quarter`."""
    number = "2" if hit.has("year2") else ""
    which, quarter = hit.words(f"which{number}")[0], hit.words(f"part{number}")[0] == "quarter"
    parts = 4 if quarter else 2
    count = parts if which in ("latter", "last", "other", "final") else hit.integer(f"which{number}") or parts
    if count > parts:
        return None
    year = hit.year(f"year{number}")
    return Reading("date", Value(year, quarter=count) if quarter else Value(year, half=count))


def _half_century(hit: Hit) -> Reading | None:
    """The half of a century: its TIMEX3 value is the century."""
    number = century_number(hit)
    first = hit.integer("which") == 1
    return None if number is None else Reading("date", Value(century=number, mod="HALF1" if first else "HALF2"))


def _quarter_name(hit: Hit) -> Reading | None:
    """`Q3 1994`, `3Q 1994`, `H1 1994`."""
    return Reading("date", replace(hit.part_of_year(), year=hit.year()))


def _holiday(hit: Hit) -> Reading | None:
    """A holiday: `Christmas 1963`, `Easter`."""
    date = HOLIDAYS[hit.words("holiday")[0]]
    if date is None:
        return Reading("date", Value(hit.year(), some_day=True)) if hit.has("year") else None
    month, day = date
    return Reading("date", Value(hit.year(), month, day - (1 if hit.has("eve") else 0)))


def _new_year(hit: Hit) -> Reading | None:
    """New Year's Day and Eve."""
    return Reading("date", Value(hit.year(), 12, 31) if hit.has("eve") else Value(hit.year(), 1, 1))


def _iso(hit: Hit) -> Reading | None:
    """`1992-01-03`, `2014/5/7`, `1998-04-12T14:30`."""
    date, _, time = hit.words("date")[0].partition("t")
    year, month, day = (int(part) for part in date.replace("/", "-").split("-"))
    value = Value(year, month, day, time=f"T{time}" if time else "")
    return Reading("time" if time else "date", value) if 1 <= month <= 12 and value.exists else None


def _slashed(hit: Hit) -> Reading | None:
    """`3/14/1995` and `14.3.1995`; `3/4/1995` as the other dates of the text."""
    value = slashed_day(hit, hit.words("date")[0])
    return Reading("date", value) if value is not None else None


_DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/\d\d?/\d{4}(?![\d/])")


@lru_cache(maxsize=1)
def _has_day_first(text: str) -> bool:
    """Whether a text writes days before months, as one of its dates shows."""
    return _DAY_FIRST.search(text) is not None


def slashed_day(hit: Hit, word: str) -> Value | None:
    """A day in figures; its number comes first after dots, or where the text has days that can be no months."""
    first, second, year = (int(part) for part in word.replace(".", "/").split("/"))
    days_first = "." in word or first > 12 or (second <= 12 and _has_day_first(hit.tokens.text))
    day, month = (first, second) if days_first else (second, first)
    if year < 100:
        year += 1900 if year >= 40 else 2000
    value = Value(year, month, day)
    return value if 1 <= month <= 12 and value.exists else None


def _han(hit: Hit) -> Reading | None:
    """`2014年9月6日`, `1994年4月`, `9月6日`."""
    numbers = {unit: int(digits) for digits, unit in _HAN.findall(hit.words("date")[0].replace("号", "日"))}
    value = Value(numbers.get("年"), numbers.get("月"), numbers.get("日"))
    return Reading("date", value) if 1 <= (value.month or 1) <= 12 and value.exists else None


def _of_that_year(hit: Hit) -> Reading | None:
    """A date whose year is told from the story: `August of that year`, `January 24 of the same year`."""
    inner = Value(None, hit.month(), hit.integer("day"), season=hit.season(), mod=hit.modifier())
    return Reading("date", in_that_year(hit, inner)) if inner.exists else None


_YEARS_ON = {
    **dict.fromkeys(("following", "subsequent", "ensuing", "succeeding", "next", "after"), 1),
    **dict.fromkeys(("previous", "preceding", "prior", "last", "before"), -1),
}


def in_that_year(hit: Hit, inner: Value) -> Relative:
    """A date within the year that the piece `which` names: "of that year", "last year"."""
    words = hit.words("which")
    count = next((_YEARS_ON[word] for word in words if word in _YEARS_ON), 0)
    anchor: Anchor = "speech" if words[0] in ("next", "last", "this") or "current" in words else "story"
    return Relative("year", count, anchor, inner)


def _following(hit: Hit) -> Reading | None:
    """A day or month told from the one before: `the 13th of July following`, `May next`."""
    inner = Value(None, hit.month(), hit.integer("day"))
    return Reading("date", Relative("near", 1, "story", inner)) if inner.exists else None


def _last_day(hit: Hit) -> Reading | None:
    """`the last day of the year`."""
    return Reading("date", Relative("year", 0, "story", Value(None, 12, 31))) if hit.unit() == "year" else None


def _decade_of_century(hit: Hit) -> Reading | None:
    """`the first decade of the 20th century`."""
    number, count = century_number(hit), hit.integer("which") or 10
    if number is None or hit.unit("decade") != "decade" or hit.unit() != "century" or not 1 <= count <= 10:
        return None
    return Reading("date", Value(decade=(number - 1) * 10 + count - 1)) if number > 0 else None


def _short_year(hit: Hit) -> Reading | None:
    """`'99`, `May '68`."""
    short = hit.integer("year")
    if short is None:
        return None
    return Reading("date", Value(short + (1900 if short >= 40 else 2000), hit.month()))


def _may_day(hit: Hit) -> Reading | None:
    """`May Day`."""
    return Reading("date", Value(hit.year(), 5, 1)) if hit.month() == 5 else None


def _ordinal_day(hit: Hit) -> Reading | None:
    """`the 13th` of a running narrative."""
    inner = Value(day=hit.integer("day"))
    return Reading("date", Relative("month", 0, inner=inner)) if inner.exists else None


CALENDAR_RULES: tuple[Rule, ...] = (
    rule(
        "month day",
        f"( WEEKDAY_ ,? the? )? MONTH_:month the? DAYN_:day {_LONG_TAIL}",
        _day,
        "July 4, 1776",
        "Sunday, May 8",
    ),
    rule(
        "day month",
        f"( WEEKDAY_ ,? the? )? DAYNUM_:day -? MONTH_:month ( - YEAR4:long | {_LONG_TAIL} )",
        _day,
        "4 July 1776",
        "1-May-1997",
    ),
    rule(
        "ordinal month",
        f"( WEEKDAY_ ,? )? the? ( ORDINAL_ DAY? ):day of? MONTH_:month {_LONG_TAIL}",
        _day,
        "the 1st of May",
        "the first day of May, nineteen hundred and thirty-two",
    ),
    rule("year day month", "YEAR4:year , DAYNUM_:day MONTH_:month", _day, "1877, 24 April"),
    rule("year and month", "YEAR4:year , MONTH_:month", _month, "1877, April"),
    rule("year month day", "YEAR4:year ,? MONTH_:month DAYN_:day", _day, "1877 April 24"),
    rule(
        "old style beside",
        "( DAYNUM_:day MONTH_:month | MONTH_:month2 DAYNUM_:day2 ) OPEN NAME .? NAME? .?"
        " ( DAYN_ MONTH_ | MONTH_ DAYN_ ) CLOSE ,? YEAR_:year",
        _new_style,
        "8 March [O.S. 23 February] 1917",
        "March 8 [O.S. February 23], 1917",
    ),
    rule(
        "double day",
        "DAYNUM_ MONTH_:month OPEN DAYN_:new MONTH_:newmonth CLOSE ,? YEAR_:year",
        _double_day,
        "23 October (5 November) 1905",
    ),
    rule(
        "double day and month",
        "MONTH_:month DAYNUM_ OPEN MONTH_:newmonth DAYN_:new CLOSE ,? YEAR_:year",
        _double_day,
        "October 23 (November 5), 1905",
    ),
    rule(
        "double day alone",
        "DAYNUM_ OPEN DAYN_:new CLOSE MONTH_:month ,? YEAR_:year ( MONTH_:newmonth )?",
        _double_day,
        "4 (16) July 1877",
    ),
    rule(
        "month year",
        "CIRCA_:circa? MONTHPART_:modifier? MONTH_:month ( , | of | in | of the UNIT )? YEAR_:year",
        _month,
        "September, 1897",
        "early May 1942",
    ),
    rule(
        "month",
        "CIRCA_:circa? MONTHPART_:modifier? ( MONTH | MAYMARCH ):month",
        _month,
        "April",
        "mid-September",
    ),
    rule("year", "CIRCA_:circa? MODIFIER_:modifier? ( the ( UNIT | UNITS ) )? YEAR_:year", _year, "1812", "late 1933"),
    rule("old year", "( IN | SINCE | UNTIL | the UNIT | CIRCA .? ):before N3:year", _old_year, "in 751"),
    rule(
        "season year",
        "the? MODIFIER_:modifier? the? SEASON_:season ( of | in ) ( YEAR_ | N3 ):year ( ( - | / ) INT_ )?"
        " | MODIFIER_:modifier2? SEASON_:season2 ,? YEAR_:year2 ( ( - | / ) INT_ )?",
        _season,
        "the summer of 1955",
    ),
    rule("season", "MODIFIER_:modifier? the? SEASON_:season UNITS?", _season, "the summer", "early in spring"),
    rule("decade", "the? MODIFIER_:modifier? the? DECADE_:decade", _decade, "the late 1930s", "the '60s"),
    rule(
        "decade of a century",
        "the? ( ORDINAL_ | LAST ):which UNIT:decade of the ORDINAL_:number UNIT:unit",
        _decade_of_century,
        "the first decade of the 20th century",
    ),
    rule(
        "century",
        "the? MODIFIER_:modifier? the? ( ORDINAL_ | ROMAN ):number -? UNIT:unit ERA:era?",
        _century,
        "the 4th century BC",
        "the XIX century",
    ),
    rule(
        "part of a year",
        "the? ( FIRST | SECOND | ORDWORD | ORDDAY | LATTER | LAST | FINAL ):which -? ( HALF | QUARTER ):part"
        " ( of | , | in )? ( FISCAL UNIT? )? YEAR_:year"
        " | the? YEAR4:year2 's? FISCAL? ( FIRST | SECOND | ORDWORD | LAST ):which2 -? ( HALF | QUARTER ):part2",
        _part_of_year,
        "the second half of 2008",
    ),
    rule(
        "half of a century",
        "the? ( FIRST | SECOND | LATTER ):which HALF of the ( ORDINAL_ | ROMAN ):number UNIT ERA:era?",
        _half_century,
        "the first half of the 12th century",
    ),
    rule("quarter", "QNAME:name ,? YEAR4:year", _quarter_name, "Q3 1994"),
    rule(
        "holiday",
        "HOLIDAY:holiday ( DAY | EVE:eve )? ( ,? of? YEAR4:year )?",
        _holiday,
        "Christmas 1914",
        "Christmas Eve",
    ),
    rule("new year", "NEW UNIT 's ( DAY | EVE:eve ) ( ,? YEAR4:year )?", _new_year, "New Year's Day"),
    rule("iso date", "ISO:date", _iso, "1936-07-18"),
    rule("slashed date", "SLASHED:date", _slashed, "14.3.1995"),
    rule("chinese date", "HAN:date", _han, "1911年10月10日"),
    rule("russian day", "DAYNUM_:day RUMONTH:month ( YEAR4:year ( RUYEAR | RUY .? )? )?", _day, "9 мая 1945 года"),
    rule("russian month", "CIRCA_:circa? RUMONTH:month YEAR4:year ( RUYEAR | RUY .? )?", _month, "мае 1945 года"),
    rule("russian year", "CIRCA_:circa? YEAR4:year ( RUYEAR | RUY .? )", _year, "1945 год"),
    rule("day of that year", f"MONTH_:month DAYN_:day ,? of? {OF_YEAR}", _of_that_year, "May 4 last year"),
    rule(
        "day in that year",
        f"DAYN_:day of? MONTH_:month ,? of? {OF_YEAR}",
        _of_that_year,
        "4 May of the same year",
        "6 February this year",
    ),
    rule(
        "month of that year",
        f"MODIFIER_:modifier? MONTH_:month ,? of? {OF_YEAR}",
        _of_that_year,
        "August of that year",
    ),
    rule(
        "season of that year",
        f"the? MODIFIER_:modifier? SEASON_:season of {OF_YEAR}",
        _of_that_year,
        "the spring of that year",
    ),
    rule("day following", "DAYN_:day of? MONTH_:month FOLLOWING", _following, "the 13th of July following"),
    rule("month following", "MONTH_:month FOLLOWING", _following, "July following"),
    rule("last day of the year", "the LAST DAY of the UNIT:unit", _last_day, "the last day of the year"),
    rule("day of the story", "the ORDDAY:day", _ordinal_day, "the 13th"),
    rule("month short year", "MONTH_:month SHORTYEAR_:year", _short_year, "May '68"),
    rule("short year", "SHORTYEAR_:year", _short_year, "'99"),
    rule("may day", "MAYMARCH:month DAY ( ,? YEAR4:year )?", _may_day, "May Day 1890"),
)
"""Longest match wins; of equals, the first."""
