"""Grammar of durations, sets, times of day and references: "two years", "every spring", "3 p.m.", "now"."""

from __future__ import annotations

import re

from kzcn.dates.parts import part_named
from kzcn.dates.pieces import Hit, count_of
from kzcn.dates.readings import Anchor, Fixed, Part, Reading, Relative, Rule, rule
from kzcn.dates.tokens import TAG, tag_line, tag_set
from kzcn.dates.values import Value
from kzcn.dates.words import WEEKDAYS

__all__ = ["AMOUNT_RULES"]

_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML"}
_LETTERS |= {"hour": "H", "minute": "M", "second": "S", "quarter": "Q", "weekend": "WE", "night": "NI", "season": "S"}
_CLOCK = frozenset({"hour", "minute", "second"})
_ABOUT = {
    **dict.fromkeys(("about", "approximately", "nearly", "almost", "roughly", "around", "some"), "APPROX"),
    "over": "MORE_THAN",
    "more": "MORE_THAN",
    "under": "LESS_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
}
_SETS = {
    "daily": ("P1D", "XXXX-XX-XX"),
    "nightly": ("P1D", "XXXX-XX-XXTNI"),
    "hourly": ("PT1H", "PT1H"),
    "weekly": ("P1W", "XXXX-WXX"),
    "monthly": ("P1M", "XXXX-XX"),
    "quarterly": ("P1Q", "XXXX-QX"),
    **dict.fromkeys(("yearly", "annual", "annually"), ("P1Y", "XXXX")),
    "everyday": ("P1D", "XXXX-XX-XX"),
}
"""Adverb -> TIMEX3 value, and the one customary in stories."""
_AMOUNTS = tag_set("N12 N24 N31 N59 N99 N3 N4 NX YEAR4 CARD TENS HUNDRED PERCENT ONCE CLOCKS DAYS UNITS FEW SEVERAL")
_DATES = tag_set("MONTH MAYMARCH MON YEAR4 UNIT SEASON DECADE ORDDAY")
_HOUR = re.compile(r"(\d\d?)(?::(\d\d))?(?::(\d\d))?")


def _period(count: float | None, unit: str) -> str:
    """TIMEX3 of a duration; a count of None is open."""
    if unit == "fortnight":
        count, unit = (None if count is None else 2 * count), "week"
    if count == 0.5 and unit in ("hour", "year"):
        return "PT30M" if unit == "hour" else "P6M"
    number = "X" if count is None else f"{count:g}".removeprefix("0") if count < 1 else f"{count:.15g}"
    return f"P{'T' if unit in _CLOCK else ''}{number}{_LETTERS[unit]}"


def _about(hit: Hit) -> str | None:
    return next((_ABOUT[word] for word in hit.words("about") if word in _ABOUT), None)


def _duration(hit: Hit) -> Reading | None:
    """`two years`, `over nine months`, `a few days`, `24-year`, `half a century`."""
    words = hit.words("count")
    plural = hit.words("unit")[0].endswith("s")
    count, unit = count_of(words) if words else None if plural else 1.0, hit.unit() or "day"
    return Reading("duration", Fixed(_period(count, unit), _about(hit)), steps=_steps_after(hit, count, unit))


def _steps_after(hit: Hit, count: float | None, unit: str) -> Relative | None:
    """How far "two days after" goes from what follows."""
    following = hit.tokens.tags[hit.match.end() : hit.match.end() + 1]
    if count is None or count != int(count) or following not in (TAG["AFTER"], TAG["BEFORE"]):
        return None
    return Relative(unit, int(count) if following == TAG["AFTER"] else -int(count))


def _one_unit(hit: Hit) -> Reading | None:
    """`the past decade`, `for the next year`."""
    first = hit.span("core")[0]
    return Reading("duration", Fixed(_period(1, hit.unit() or "day")), first=None if first < 0 else first)


def _first_unit(hit: Hit) -> Reading | None:
    """`the first year` of something that is no date."""
    after = hit.tokens.tags[hit.match.end() : hit.match.end() + 1]
    if after in _DATES or after == TAG["THE"]:
        after = hit.tokens.tags[hit.match.end() + 1 : hit.match.end() + 2] if after == TAG["THE"] else after
        if after in _DATES:
            return None
    return Reading("duration", Fixed(_period(1, hit.unit() or "day")), last=hit.span("core")[1])


def _bare_units(hit: Hit) -> Reading | None:
    """`for years`, `the following days`."""
    return Reading("duration", Fixed(_period(None, hit.unit() or "day")))


def _two_counts(hit: Hit) -> Reading | None:
    """`ten or fifteen years`, `two to three weeks`: the unit holds for both."""
    unit = hit.unit() or "day"
    low, high = (Fixed(_period(count_of(hit.words(name)), unit)) for name in ("one", "two"))
    one = Part(hit.match.start(), hit.span("one")[1], low)
    return Reading("duration", None, (one, Part(hit.span("two")[0], hit.match.end(), high)), "list")


def _rate(hit: Hit) -> Reading | None:
    """`per week`, `twice a week`: how often."""
    return Reading("set", Fixed(_period(1, hit.unit() or "day")))


def _rate_after_number(hit: Hit) -> Reading | None:
    """`a day` after a number or a counted thing: `$1 billion a year`, `30 raids a day`."""
    if hit.unit() == "second":
        return None
    at = hit.match.start()
    tags = hit.tokens.tags[max(0, at - 2) : at]
    counted = tags[-1:] == TAG["OTHER"] and hit.tokens.words[at - 1].endswith("s") and len(hit.tokens.words[at - 1]) > 3
    return _rate(hit) if tags and (tags[-1] in _AMOUNTS or (counted and tags[0] in _AMOUNTS)) else None


def _every(hit: Hit) -> Reading | None:
    """`every spring`, `each year`, `every two weeks`, `every Monday`."""
    if hit.has("weekday"):
        return Reading("set", Fixed(f"XXXX-WXX-{hit.weekday()}{hit.part_of_day('night') or ''}"))
    if hit.has("season"):
        return Reading("set", Fixed(f"XXXX-{hit.season()}"))
    if hit.has("month"):
        return Reading("set", Fixed(f"XXXX-{hit.month():02}"))
    if hit.has("daypart"):
        return Reading("set", Fixed(f"XXXX-XX-XX{hit.part_of_day()}"))
    count = count_of(hit.words("count")) if hit.has("count") else 2.0 if hit.has("other") else 1.0
    return Reading("set", Fixed(_period(count, hit.unit() or "day")))


def _every_day(hit: Hit) -> Reading | None:
    """`every 23 March`."""
    value = Value(None, hit.month() or hit.month("month2"), hit.integer("day") or hit.integer("day2"))
    return Reading("set", Fixed(value.timex())) if value.exists else None


def _weekdays(hit: Hit) -> Reading | None:
    """`Mondays`, `Monday mornings`."""
    return Reading("set", Fixed(f"XXXX-WXX-{WEEKDAYS[hit.words_of_match()[0]]}{hit.part_of_day() or ''}"))


def _weekends(_: Hit) -> Reading | None:
    """`weekends`."""
    return Reading("set", Fixed("XXXX-WXX-WE"))


def _and_a_half(hit: Hit) -> Reading | None:
    """`an hour and a half`."""
    return Reading("duration", Fixed(_period(1.5, hit.unit() or "day")))


def _adverb(hit: Hit) -> Reading | None:
    """`daily`, `annually`."""
    timex, narrative = _SETS[hit.words("how")[0]]
    return Reading("set", Fixed(timex, narrative=narrative))


def _present(hit: Hit) -> Reading | None:
    """`now`, `at present`."""
    if hit.words_of_match()[0] == "those":
        return _past(hit)
    return Reading("date", Fixed("PRESENT_REF"), first=hit.span("before")[1] if hit.has("before") else None)


def _past(_: Hit) -> Reading | None:
    """`recently`, `the past`."""
    return Reading("date", Fixed("PAST_REF"))


def _future(_: Hit) -> Reading | None:
    """`the future`."""
    return Reading("date", Fixed("FUTURE_REF"))


def _that_time(hit: Hit) -> Reading | None:
    """`at that time`, `since then`: the time the story has come to."""
    anchor: Anchor = "speech" if "this" in hit.words_of_match() else "story"
    first = None if hit.has("core") else hit.match.start() + 1
    return Reading("date", Relative("same", 0, anchor), first=first)


def _that_period(_: Hit) -> Reading | None:
    """`this period`."""
    return Reading("duration", Fixed(None))


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


def _military_hour(hit: Hit) -> Reading | None:
    """`0630 hours`."""
    digits = hit.words("clock")[0]
    hour, minute = int(digits[:2]), int(digits[2:4])
    return Reading("time", Value(time=f"T{hour:02}:{minute:02}")) if hour <= 24 and minute <= 59 else None


_OF_DAY = re.compile(f"{TAG['OF']}(?:{TAG['THE']}?{TAG['ORDDAY']}|[{tag_line('N12 N24 N31')}])")


def _part_of_day(hit: Hit) -> Reading | None:
    """`the morning` of the story, or any `night`; not that of a day which follows."""
    if _OF_DAY.match(hit.tokens.tags, hit.match.end()):
        return None
    time = hit.part_of_day() or ""
    article = hit.tokens.words[hit.match.start()].lower() == "the"
    mod = part_named(hit.words("when"))
    return Reading("time", Value(time=time, mod=mod) if article else Fixed(f"XXXX-XX-XX{time}", mod))


def _part_of_date(hit: Hit) -> Reading | None:
    """`the morning of 31 January 1965`, `the early hours of July 3`."""
    time = "TMO" if hit.has("small") else hit.part_of_day() or ""
    value = Value(hit.year(), hit.month(), hit.integer("day"), time=time)
    return Reading("time", value) if value.exists and not _goes_on(hit) else None


def _part_of_day_told(hit: Hit) -> Reading | None:
    """`the night of the 5th` of the month that the story stands in."""
    inner, time = Value(day=hit.integer("day")), hit.part_of_day() or ""
    return Reading("time", Relative("month", 0, inner=inner, time=time)) if inner.exists else None


def _goes_on(hit: Hit) -> bool:
    """Does a second day follow: "the night of 8 May | –9"?"""
    behind = hit.tokens.tags[hit.match.end() : hit.match.end() + 2]
    return behind[:1] == TAG["DASH"] and behind[1:] in tag_set("N12 N24 N31")


_WHICH = "( the? ( LAST | PAST | NEXT | FIRST | SECOND | COMING | FINAL | PREVIOUS | FOLLOWING | SAME ) | THESE )"
_TAIL = "( ,? YEAR_:year )?"
_PART = "( ( EARLY ( in | on )? )? the? WHEN_? DAYPART_:daypart CLOCKS? | the? EARLY:small CLOCKS ) ( of | on )"

AMOUNT_RULES: tuple[Rule, ...] = (
    rule("military hour", "( N4 | YEAR4 ):clock ( CLOCKS | ZONE )", _military_hour, "0630 hours"),
    rule("a unit", "a UNIT_:unit", _rate_after_number, "40 miles a day"),
    rule(
        "duration",
        "ABOUT_:about? ( COUNT_ | VAGUE_ | HALF a | a ):count WHOLE? -? ANYUNIT_:unit",
        _duration,
        "two years",
        "24-year",
    ),
    rule("long", "COUNT_:count? -? ANYUNIT_:unit -? LONG", _duration, "decade-long"),
    rule("age", "ABOUT_:about? COUNT_:count -? ANYUNIT_:unit ( -? OLD | of AGE )", _duration, "19 years old"),
    rule("unit old", "ANYUNIT_:unit - OLD", _duration, "decades-old"),
    rule("half unit", "the? HALF:count ( - | a )? ANYUNIT_:unit", _duration, "half a century"),
    rule(
        "known span",
        f"{_WHICH} ( COUNT_ | VAGUE_ ):count WHOLE? -? ANYUNIT_:unit",
        _duration,
        "the past two years",
        "the next few months",
    ),
    rule(
        "counted span",
        "the COUNT_:count ( PREVIOUS | FOLLOWING | LAST | PAST | NEXT ) ANYUNIT_:unit",
        _duration,
        "the four previous weeks",
    ),
    rule("past unit", "the PAST SPAN_:unit", _one_unit, "the past decade"),
    rule(
        "for the next unit",
        "( FOR | OVER | DURING ) ( the ( NEXT | LAST ) ( DAY | UNIT ):unit ):core",
        _one_unit,
        "for the next decade",
    ),
    rule("first unit", "( the ( FIRST | LAST | FINAL ) SPAN_:unit ):core of", _first_unit, "the first year of the war"),
    rule(
        "span of days",
        "the ( FOLLOWING | NEXT | FINAL | LAST | PREVIOUS | EARLY ) ( DAYS | UNITS ):unit",
        _bare_units,
        "the following days",
    ),
    rule("bare units", "the? ( DAYS | UNITS | CLOCKS ):unit", _bare_units, "for years"),
    rule(
        "two counts",
        "COUNT_:one ( OR | TO | - ):joint COUNT_:two -? ANYUNIT_:unit",
        _two_counts,
        "ten or fifteen years",
    ),
    rule("per unit", "PER UNIT_:unit", _rate, "per week"),
    rule("times a unit", "ONCE ( a | PER | EVERY ) UNIT_:unit", _rate, "twice a week"),
    rule("every", "EVERY ( COUNT_:count | ELSE:other )? ANYUNIT_:unit", _every, "every two weeks"),
    rule(
        "every season",
        "EVERY ( SEASON_:season | WEEKDAY:weekday PARTDAY:night? | ( MONTH | MAYMARCH ):month | DAYPART_:daypart )",
        _every,
        "every spring",
        "every Tuesday night",
    ),
    rule(
        "every day of a month",
        "EVERY ( DAYN_:day MONTH_:month | MONTH_:month2 DAYN_:day2 )",
        _every_day,
        "every 23 March",
        "each March 23",
    ),
    rule(
        "weekdays",
        "( WEEKDAYS | WEEKDAY ):weekday PARTDAYS:daypart | WEEKDAYS",
        _weekdays,
        "Mondays",
        "Monday mornings",
    ),
    rule("weekends", "WEEKENDS", _weekends, "weekends"),
    rule("unit and a half", "a ANYUNIT_:unit and a half", _and_a_half, "an hour and a half"),
    rule("adverb of sets", "( DAILY | EVERYDAY ):how", _adverb, "daily"),
    rule("annual", "ANNUAL:how", _adverb, "annual"),
    rule("now", "RIGHT? NOW | CURRENT | THESE DAYS | the PRESENT DAY? | PRESENT - DAY", _present, "now"),
    rule("at present", "( AT | TO ):before ( the? MOMENT | PRESENT | DATEWORD )", _present, "at present", "to date"),
    rule(
        "recently",
        "RECENTLY | the? RECENT ( DAYS | UNITS ) | RECENT | the RECENT? PAST",
        _past,
        "recently",
        "recent years",
    ),
    rule("former", "FORMER", _past, "former"),
    rule("the future", "the? NEAR? FUTURE | the? COMING ( DAYS | UNITS )", _future, "the near future", "coming months"),
    rule("soon", "SOON", _future, "soon"),
    rule("same time", "AT the SAME TIME", _that_time, "at the same time"),
    rule("that time", "AT ( THIS | THAT | the ) TIME | ( THIS | THAT ):core SAME? TIME", _that_time, "at that time"),
    rule("since then", "( SINCE | UNTIL ):before THEN", _that_time, "since then"),
    rule("that period", "( THIS | THAT | the SAME ) PERIOD", _that_period, "this period"),
    rule("clock", "CLOCK_:clock", _clock, "3:00 a.m.", "noon"),
    rule(
        "part of day",
        "the? ( EARLY | LATE | MID -? ):when? PARTDAY:daypart ( - TIME )?",
        _part_of_day,
        "the morning",
        "night",
    ),
    rule(
        "part of day month", f"{_PART} DAYNUM_:day MONTH_:month {_TAIL}", _part_of_date, "the night of 9 November 1938"
    ),
    rule("part of month day", f"{_PART} MONTH_:month DAYN_:day {_TAIL}", _part_of_date, "the evening of May 8"),
    rule("part of day of the story", f"{_PART} the ORDDAY:day", _part_of_day_told, "the night of the 5th"),
    rule("day and part", "MONTH_:month DAYN_:day ,? ( in the )? PARTDAY:daypart", _part_of_date, "May 8 evening"),
)
