"""Grammar of durations, sets, times of day and references: "two years", "every spring", "3 p.m.", "now"."""

from __future__ import annotations

import re

from kzcn.dates.pieces import Hit, count_of
from kzcn.dates.readings import Fixed, Reading, Relative, Rule, rule
from kzcn.dates.values import Value

__all__ = ["AMOUNT_RULES"]

_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML"}
_LETTERS |= {"hour": "H", "minute": "M", "second": "S", "quarter": "Q", "weekend": "WE", "night": "NI", "season": "S"}
_CLOCK = frozenset({"hour", "minute", "second"})
_ABOUT = {
    **dict.fromkeys(("about", "approximately", "nearly", "almost", "roughly", "around", "some"), "APPROX"),
    "over": "MORE_THAN", "more": "MORE_THAN", "under": "LESS_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS",
}
_SETS = {
    "daily": ("P1D", "XXXX-XX-XX"), "nightly": ("P1D", "XXXX-XX-XXTNI"), "hourly": ("PT1H", "PT1H"),
    "weekly": ("P1W", "XXXX-WXX"), "monthly": ("P1M", "XXXX-XX"), "quarterly": ("P1Q", "XXXX-QX"),
    **dict.fromkeys(("yearly", "annual", "annually"), ("P1Y", "XXXX")),
    "everyday": ("P1D", "XXXX-XX-XX"),
}
"""Adverb -> TIMEX3 value, and the one customary in stories."""
_HOUR = re.compile(r"(\d\d?)(?::(\d\d))?(?::(\d\d))?")


def _period(count: float | None, unit: str) -> str:
    """TIMEX3 of a duration; a count of None is open."""
    if unit == "fortnight":
        count, unit = (None if count is None else 2 * count), "week"
    if count == 0.5 and unit in ("hour", "year"):
        return "PT30M" if unit == "hour" else "P6M"
    number = "X" if count is None else f"{count:g}".removeprefix("0") if count < 1 else f"{count:.10g}"
    return f"P{'T' if unit in _CLOCK else ''}{number}{_LETTERS[unit]}"


def _about(hit: Hit) -> str | None:
    return next((_ABOUT[word] for word in hit.words("about") if word in _ABOUT), None)


def _duration(hit: Hit) -> Reading | None:
    """`two years`, `over nine months`, `a few days`, `24-year`, `half a century`."""
    count = 1.0 if hit.words("count") in (["a"], ["an"]) else count_of(hit.words("count"))
    return Reading("duration", Fixed(_period(count, hit.unit() or "day"), _about(hit)))


def _bare_units(hit: Hit) -> Reading | None:
    """`for years`, `the following days`."""
    return Reading("duration", Fixed(_period(None, hit.unit() or "day")), first=hit.span("core")[0])


def _counted_pair(hit: Hit) -> Reading | None:
    """`ten or fifteen years`, `two to three weeks`: the unit holds for both."""
    unit = hit.unit() or "day"
    return Reading("duration", Fixed(_period(count_of(hit.words("two")), unit)))


def _rate(hit: Hit) -> Reading | None:
    """`a day`, `per week`, after a number: how often."""
    unit = hit.unit() or "day"
    return Reading("set", Fixed(_period(1, unit)))


def _every(hit: Hit) -> Reading | None:
    """`every spring`, `each year`, `every two weeks`, `every Monday`."""
    if hit.has("weekday"):
        return Reading("set", Fixed(f"XXXX-WXX-{hit.weekday()}"))
    if hit.has("season"):
        return Reading("set", Fixed(f"XXXX-{hit.season()}"))
    if hit.has("month"):
        return Reading("set", Fixed(f"XXXX-{hit.month():02}"))
    if hit.has("daypart"):
        return Reading("set", Fixed(f"XXXX-XX-XX{hit.part_of_day()}"))
    count = count_of(hit.words("count")) if hit.has("count") else 2.0 if hit.has("other") else 1.0
    return Reading("set", Fixed(_period(count, hit.unit() or "day")))


def _adverb(hit: Hit) -> Reading | None:
    """`daily`, `annually`."""
    timex, narrative = _SETS[hit.words("how")[0]]
    return Reading("set", Fixed(timex, narrative=narrative))


def _present(_: Hit) -> Reading | None:
    """`now`, `at present`."""
    return Reading("date", Fixed("PRESENT_REF"))


def _past(_: Hit) -> Reading | None:
    """`recently`, `the past`."""
    return Reading("date", Fixed("PAST_REF"))


def _future(hit: Hit) -> Reading | None:
    """`the future`."""
    return Reading("date", Fixed("FUTURE_REF"))


def _that_time(hit: Hit) -> Reading | None:
    """`at that time`: the time the story has come to."""
    return Reading("date", Relative("same", 0), first=hit.span("core")[0])


def _clock(hit: Hit) -> Reading | None:
    """`3:00 a.m.`, `5 pm`, `noon`."""
    words = hit.words("clock")
    if part := hit.part_of_day("clock"):
        return Reading("time", Value(time=part))
    match = _HOUR.match(words[0])
    if match is None:
        return None
    hour, minute = int(match[1]), match[2] or "00"
    half = words[1][0] if len(words) > 1 and words[1][0] in "ap" else ""
    if hour > (12 if half else 24) or int(minute) > 59:
        return None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return Reading("time", Value(time=f"T{hour:02}:{minute}"))


def _part_of_day(hit: Hit) -> Reading | None:
    """`the morning`, `night`."""
    return Reading("time", Value(time=hit.part_of_day() or ""))


def _part_of_date(hit: Hit) -> Reading | None:
    """`the morning of 31 January 1965`, `the afternoon of July 3`."""
    mod = "START" if hit.has("early") else None
    return Reading("time", Value(hit.year(), hit.month(), hit.integer("day"), time=hit.part_of_day() or "", mod=mod))


_UNIT_ = "( UNIT_ | UNITS_ ):unit"
_WHICH = "( the? ( LAST | PAST | NEXT | FIRST | SECOND | COMING | FINAL | PREVIOUS | FOLLOWING | SAME ) | THESE )"
_TAIL = "( ,? YEAR_:year )?"
_PART = "( EARLY:early ( in | on )? )? the? ( EARLY:early2 | LATE )? ( PARTDAY | POINTDAY ):daypart CLOCKS?"

AMOUNT_RULES: tuple[Rule, ...] = (
    rule(
        "duration",
        f"ABOUT_:about? ( COUNT_ | VAGUE_ | HALF a | a ):count -? {_UNIT_} ( -? LONG )?",
        _duration,
        "two years",
        "24-year",
    ),
    rule("age", f"ABOUT_:about? ( COUNT_ ):count -? {_UNIT_} ( -? OLD | of AGE )", _duration, "19 years old"),
    rule("half unit", f"the? HALF:count ( - | a )? {_UNIT_}", _duration, "half a century"),
    rule(
        "known span",
        f"{_WHICH} ( COUNT_ | VAGUE_ ):count -? {_UNIT_}",
        _duration,
        "the past two years",
        "the next few months",
    ),
    rule(
        "counted span",
        f"the COUNT_:count ( PREVIOUS | FOLLOWING | LAST | PAST | NEXT ) {_UNIT_}",
        _duration,
        "the four previous weeks",
    ),
    rule(
        "span of days",
        "( the ( FOLLOWING | NEXT | COMING | FINAL | LAST | PREVIOUS | EARLY ) ( DAYS | UNITS ):unit ):core",
        _bare_units,
        "the following days",
    ),
    rule(
        "bare units",
        "( FOR | DURING | AFTER | IN | OVER ) ( ( DAYS | UNITS | CLOCKS ):unit ):core",
        _bare_units,
        "for years",
    ),
    rule(
        "two counts",
        f"( COUNT_ ):one ( OR | TO | - ) ( COUNT_ ):two -? {_UNIT_}",
        _counted_pair,
        "ten or fifteen years",
    ),
    rule("per unit", "PER ( UNIT_ ):unit", _rate, "per week"),
    rule("times a unit", "ONCE ( a | PER | EVERY ) ( UNIT_ ):unit", _rate, "twice a week"),
    rule("every", "EVERY ( COUNT_:count | OTHER:other )? ( UNIT_ | UNITS_ ):unit", _every, "every two weeks"),
    rule(
        "every season",
        "EVERY ( SEASON_:season | WEEKDAY:weekday | ( MONTH | MAYMARCH ):month | DAYPART_:daypart )",
        _every,
        "every spring",
    ),
    rule("weekdays", "WEEKDAYS:weekday", _every, "Mondays"),
    rule("adverb of sets", "( DAILY | ANNUAL | EVERYDAY ):how", _adverb, "daily"),
    rule("now", "NOW | CURRENT | THESE DAYS", _present, "now"),
    rule("recent", "RECENTLY | ( the? RECENT | the? COMING ) ( DAYS | UNITS ) | RECENT", _past, "recently"),
    rule("former", "FORMER", _past, "former"),
    rule("the past", "the RECENT? PAST", _past, "the past"),
    rule("the future", "the? FUTURE", _future, "the future"),
    rule("that time", "AT? ( ( THIS | THAT | the ) SAME? TIME ):core", _that_time, "at that time"),
    rule("that period", "( THIS | THAT | the SAME ) PERIOD", lambda _: Reading("duration", Fixed(None)), "this period"),
    rule("clock", "CLOCK_:clock", _clock, "3:00 a.m.", "noon"),
    rule("part of day", "the? PARTDAY:daypart", _part_of_day, "the morning", "night"),
    rule(
        "part of day month",
        f"{_PART} ( of | on ) DAYNUM_:day MONTH_:month {_TAIL}",
        _part_of_date,
        "the night of 9 November 1938",
    ),
    rule(
        "part of month day",
        f"{_PART} ( of | on ) MONTH_:month DAYN_:day {_TAIL}",
        _part_of_date,
        "the evening of May 8",
    ),
    rule("day and part", "MONTH_:month DAYN_:day ,? ( in the )? PARTDAY:daypart", _part_of_date, "May 8 evening"),
)
