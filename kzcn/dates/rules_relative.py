"""Grammar of what is told from another time: "the next day", "two years later", "last summer", "Tuesday"."""

from __future__ import annotations

from kzcn.dates.parts import part_named
from kzcn.dates.pieces import Hit, count_of
from kzcn.dates.readings import Anchor, Fixed, Reading, Relative, Rule, rule
from kzcn.dates.values import Value

__all__ = ["RELATIVE_RULES"]

_STEPS: dict[str, tuple[int, Anchor]] = {
    "next": (1, "story"),
    "following": (1, "story"),
    "subsequent": (1, "story"),
    "ensuing": (1, "story"),
    "succeeding": (1, "story"),
    "after": (1, "story"),
    "later": (1, "story"),
    "coming": (1, "speech"),
    "previous": (-1, "story"),
    "preceding": (-1, "story"),
    "prior": (-1, "story"),
    "before": (-1, "story"),
    "same": (0, "story"),
    "that": (0, "story"),
    "very": (0, "story"),
    "the": (0, "speech"),
    "its": (0, "story"),
    "this": (0, "speech"),
    "current": (0, "speech"),
    "last": (-1, "speech"),
    "latest": (-1, "speech"),
    "past": (-1, "speech"),
    "upcoming": (1, "speech"),
    "earlier": (-1, "story"),
    "latter": (0, "story"),
    "previously": (-1, "story"),
}
"""Word -> steps from the anchor, and which anchor. Without "the", "next" is told from the time of speech."""
_HALVES = {"year": (6.0, "month"), "decade": (5.0, "year"), "century": (50.0, "year")}
_BACKWARD = frozenset({"ago", "before", "earlier", "previously", "prior"})
_LONG_AGO = 9000
"""More units than can be reckoned to a year of four digits."""
_COMPARING = frozenset({"from", "than", "against", "compared", "versus"})
_SPOKEN = frozenset({"ago", "hence"})


def _step(words: list[str]) -> tuple[int, Anchor]:
    """The step that the last deciding word of a phrase makes."""
    if words == ["next"]:
        return 1, "speech"
    steps = [_STEPS[word] for word in words if word in _STEPS]
    moving = [step for step in steps if step[0]]
    return (moving or steps)[-1] if steps else (0, "story")


def _unit(hit: Hit) -> str:
    unit = hit.unit() or "day"
    return {"fortnight": "week", "night": "day"}.get(unit, unit)


def _next_unit(hit: Hit) -> Reading | None:
    """`the next day`, `that month`, `the end of the year`, `last week`, `early next year`."""
    count, anchor = _step(hit.words("which"))
    unit = _unit(hit)
    if unit in ("hour", "minute", "second"):
        return None
    return Reading("date", Relative(unit, count, anchor, mod=hit.modifier()))


def _unit_after(hit: Hit) -> Reading | None:
    """`the year before`, `the day after`, `the week following`."""
    count, anchor = _step(hit.words("which"))
    return Reading("date", Relative(_unit(hit), count, anchor, mod=hit.modifier()))


def _unit_before_last(hit: Hit) -> Reading | None:
    """`the year before last`."""
    return Reading("date", Relative(_unit(hit), -2, "speech"))


def _later_that(hit: Hit) -> Reading | None:
    """`later that month`, `earlier this year`, `later in the summer`."""
    count, anchor = _step(hit.words("which"))
    mod = part_named(hit.words("when"))
    if hit.has("season"):
        return Reading("date", Relative("year", count, anchor, Value(season=hit.season()), mod=mod))
    return Reading("date", Relative(_unit(hit), count, anchor, mod=mod))


def _counted(hit: Hit) -> Reading | None:
    """`two days later`, `15 months ago`, `a decade earlier`, `a few weeks before`."""
    direction = hit.words("direction")[0]
    sign = -1 if direction in _BACKWARD else 1
    anchor: Anchor = "writing" if direction in _SPOKEN or "now" in hit.words("direction") else "story"
    count = count_of(hit.words("count")) if hit.has("count") else None
    unit = hit.unit() or "day"
    if unit in ("hour", "minute", "second"):
        return Reading("time", Fixed(None))
    if count is not None and unit in _HALVES and (count == 0.5 or hit.has("half")):
        half, finer = _HALVES[unit]
        count, unit = (half if count == 0.5 else 2 * half * count + half), finer
    longest = _LONG_AGO if unit not in ("decade", "century", "millennium") else _LONG_AGO // 100
    if count is None or count != int(count) or count > longest:
        return Reading("date", Fixed("FUTURE_REF" if sign > 0 else "PAST_REF"))
    if unit == "fortnight":
        unit, count = "week", 2 * count
    elif unit == "decade" and sign > 0:  # one before is told of more loosely, and leaves the story where it stands
        unit, count = "year", 10 * count
    unit = {"night": "day", "weekend": "week", "season": "year"}.get(unit, unit)
    compares = unit == "year" and sign * count == -1 and (direction != "ago" or _is_compared(hit))
    counted, mod = anchor == "story", hit.modifier("about")
    return Reading("date", Relative(unit, sign * int(count), anchor, mod=mod, compares=compares, counted=counted))


def _is_compared(hit: Hit) -> bool:
    """Whether words of comparison stand shortly before: "up 12 % from a year ago"."""
    at = hit.match.start()
    return not _COMPARING.isdisjoint(word.lower() for word in hit.tokens.words[max(0, at - 10) : at])


def _spoken_day(hit: Hit) -> Reading | None:
    """`today`, `yesterday evening`, `tomorrow`, `tonight`, `the day before yesterday`."""
    words = hit.words("which")
    count = {"yesterday": -1, "tomorrow": 1}.get(words[-1], 0)
    if "before" in words or "after" in words:
        count *= 2
    time = hit.part_of_day() if hit.has("daypart") else "TNI" if words[-1] == "tonight" else None
    mod = part_named(hit.words("when"))
    return Reading("time" if time else "date", Relative("day", count, "speech", time=time or "", mod=mod))


def _day_part(hit: Hit) -> Reading | None:
    """`that morning`, `the next evening`, `last night`, `this afternoon`."""
    count, anchor = _step(hit.words("which"))
    time = hit.part_of_day() or ""
    mod = part_named(hit.words("when"))
    return Reading("time", Relative("day", count, anchor, time=time, mod=mod))


def _weekday(hit: Hit) -> Reading | None:
    """`Tuesday`, `last Friday`, `Thursday night`, `the following Monday`."""
    words = hit.words("which")
    count: int | None = None
    anchor: Anchor = "speech"
    if words:
        count, anchor = _step(words)
    if "week" in hit.words("week"):
        count = {"last": -1, "next": 1}.get(hit.words("week")[0], 0) * 7
        return Reading("date", Relative("week", count // 7, "speech", weekday=hit.weekday()))
    time = hit.part_of_day() if hit.has("daypart") else None
    mod = part_named(hit.words("when"))
    return Reading(
        "time" if time else "date", Relative("day", count, anchor, weekday=hit.weekday(), time=time or "", mod=mod)
    )


def _next_month(hit: Hit) -> Reading | None:
    """`last June`, `the following October`, `that same spring`, `next summer`."""
    count, anchor = _step(hit.words("which"))
    inner = Value(None, hit.month(), hit.integer("day"), season=hit.season(), mod=hit.modifier())
    return Reading("date", Relative("near", count, anchor, inner=inner)) if inner.exists else None


def _part_of_that(hit: Hit) -> Reading | None:
    """`the first half of this year`, `the third quarter`, `the last quarter`."""
    which = hit.words("which")[-1]
    quarter = hit.words("part")[0] == "quarter"
    number = hit.integer("which") or (4 if quarter else 2)
    if which == "first":
        number = 1
    if number > (4 if quarter else 2):
        return None
    inner = Value(quarter=number) if quarter else Value(half=number)
    if not hit.has("year"):
        return Reading("date", Relative("near", None, "speech", inner))
    count, anchor = _step(hit.words("year"))
    return Reading("date", Relative("year", count, anchor, inner))


def _year_of_part(hit: Hit) -> Reading | None:
    """`the same month last year`, `the year-earlier period`: the month, quarter or half spoken of, some years on."""
    count = _step(hit.words("year"))[0] if hit.has("year") else -1
    return Reading("date", Relative("period", count, "speech", compares=hit.unit("part") == "month"))


def _year_ago(hit: Hit) -> Reading | None:
    """`year-earlier` before a noun."""
    return Reading("date", Relative("period", -1, "speech"), first=hit.span("core")[0])


def _part_in_year(hit: Hit) -> Reading | None:
    """`the 1988 quarter`: the quarter spoken of in another year."""
    return Reading("date", Relative("period", 0, "speech", Value(hit.year())))


def _running_unit(hit: Hit) -> Reading | None:
    """`in the quarter`, `for the full year`: the one that a report speaks of."""
    return Reading("date", Relative(f"reported {_unit(hit)}", 0, "speech"), first=hit.span("core")[0])


def _quarter_name(hit: Hit) -> Reading | None:
    """`Q3`, `2Q`, `H1` of the year that is spoken of."""
    return Reading("date", Relative("near", None, "speech", hit.part_of_year()))


def _weekend(_: Hit) -> Reading | None:
    """`the weekend`: the last one, or the coming one where the future is told."""
    return Reading("date", Relative("weekend", None, "speech"))


def _year_end(hit: Hit) -> Reading | None:
    """`year-end 1997`, `the month's end`."""
    mod = part_named(hit.words("edge"))
    if hit.has("year"):
        return Reading("date", Value(hit.year(), mod=mod)) if hit.unit() == "year" else None
    return Reading("date", Relative(_unit(hit), 0, "speech", mod=mod))


def _overnight(hit: Hit) -> Reading | None:
    """`overnight`."""
    return Reading("time", Relative("day", 0, "speech", time=hit.part_of_day() or ""))


RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        "next unit",
        "MODIFIER_:modifier? NTH_:which FISCAL? ( SPAN_ | SEASONWORD ):unit",
        _next_unit,
        "the next day",
        "last week",
        "the end of the current fiscal year",
    ),
    rule("fiscal year of the time", "MODIFIER_:modifier? the:which FISCAL UNIT:unit", _next_unit, "the fiscal year"),
    rule("unit before last", "the? SPAN_:unit BEFORE LAST", _unit_before_last, "the year before last"),
    rule("end of the unit", "MODIFIER_:modifier the:which SPAN_:unit", _next_unit, "the end of the month"),
    rule(
        "unit after",
        "the? SPAN_:unit ( BEFORE | AFTER | FOLLOWING | PREVIOUS | EARLIER | LATER ):which",
        _unit_after,
        "the year before",
    ),
    rule(
        "later that unit",
        "WHEN_:when ( in | on )? NTH_:which ( SPAN_:unit | SEASON_:season )",
        _later_that,
        "later that month",
    ),
    rule(
        "later in the unit",
        "WHEN_:when ( in | on )? the:which ( SPAN_:unit | SEASON_:season )",
        _later_that,
        "later in the year",
    ),
    rule(
        "counted",
        "( ABOUT_ | SOME ):about? ( COUNT_ | VAGUE_ | a | HALF a ):count WHOLE? -? ANYUNIT_:unit ( and a half ):half?"
        " DIRECTION_:direction",
        _counted,
        "two days later",
        "a year and a half ago",
    ),
    rule(
        "units on",
        "ABOUT_:about? ( COUNT_ | a ):count ANYUNIT_:unit ON:direction",
        _counted,
        "eight years on",
    ),
    rule("unit out", "the:which UNIT:unit", _next_unit, "the year"),
    rule("units later", "( UNITS | DAYS ):unit DIRECTION_:direction", _counted, "weeks earlier"),
    rule(
        "spoken day",
        "WHEN_:when? ( YESTERDAY | TOMORROW | TODAY | TONIGHT | the DAY ( BEFORE | AFTER ) ( YESTERDAY |"
        " TOMORROW ) ):which PARTDAY:daypart?",
        _spoken_day,
        "yesterday",
        "tomorrow morning",
    ),
    rule(
        "day part",
        "( WHEN_ ( on | in )? ):when? ( THEN_ | THIS | LAST ):which WHEN_? DAYPART_:daypart",
        _day_part,
        "that morning",
        "last night",
    ),
    rule("day part before", "the DAYPART_:daypart ( BEFORE | AFTER ):which", _day_part, "the night before"),
    rule(
        "day part of day",
        "the? WHEN_? DAYPART_:daypart ( of | on ) THEN_:which DAY",
        _day_part,
        "the morning of the next day",
    ),
    rule(
        "weekday",
        "( WHEN_ on? ):when? NTH_:which? WEEKDAY:weekday ( PARTDAY:daypart | OVERNIGHT )? ( ( LAST | NEXT |"
        " THIS ) UNIT ):week?",
        _weekday,
        "last Friday",
        "Tuesday night",
    ),
    rule("next month", "MODIFIER_:modifier? NTH_:which ( MONTH | MAYMARCH | MON . ):month", _next_month, "last June"),
    rule("next month day", "NTH_:which MONTH_:month DAYN_:day", _next_month, "last June 4"),
    rule(
        "next season",
        "MODIFIER_:modifier? NTH_:which ( WHEN_ | MID -? )? SEASON_:season",
        _next_month,
        "that same spring",
    ),
    rule(
        "part of that",
        "the? FISCAL? ( FIRST | SECOND | ORDWORD | ORDDAY | LATTER | LAST | FINAL ):which -? ( HALF | QUARTER ):part"
        " of ( NTH_ | the ):year FISCAL? UNIT",
        _part_of_that,
        "the first half of this year",
    ),
    rule(
        "that part of that year",
        "NTH_:year FISCAL? UNIT 's FISCAL? ( FIRST | SECOND | ORDWORD | FINAL ):which -? ( HALF | QUARTER ):part",
        _part_of_that,
        "last year's third quarter",
    ),
    rule(
        "that quarter",
        "the? FISCAL? ( FIRST | SECOND | ORDWORD | FINAL ):which -? QUARTER:part",
        _part_of_that,
        "the third quarter",
        "fiscal first quarter",
    ),
    rule("that half", "the ( FIRST | SECOND ):which HALF:part", _part_of_that, "the second half"),
    rule(
        "same part of a year",
        "the SAME ( QUARTER | PERIOD | HALF | UNIT ):part ( of | in )?"
        " ( ( LAST | NEXT | the ( PREVIOUS | FOLLOWING ) ):year UNIT | a UNIT -? ( AGO | EARLIER | BEFORE ) )",
        _year_of_part,
        "the same quarter last year",
        "the same period a year earlier",
    ),
    rule(
        "year-earlier part",
        "the UNIT - ( AGO | EARLIER ) ( QUARTER | PERIOD | HALF )",
        _year_of_part,
        "the year-earlier period",
    ),
    rule("year-earlier", "( the | a )? ( UNIT - ( AGO | EARLIER ) ):core", _year_ago, "a year-ago loss"),
    rule("part in a year", "the YEAR4:year ( QUARTER | PERIOD )", _part_in_year, "the 1988 quarter"),
    rule(
        "reported unit",
        "( IN | FOR | DURING ) ( the WHOLE? ( UNIT | QUARTER ):unit ):core",
        _running_unit,
        "for the full year",
        "in the quarter",
    ),
    rule("quarter name", "QNAME:name", _quarter_name, "Q3"),
    rule("weekend", "the:which WEEKEND:unit", _weekend, "the weekend"),
    rule("year end", "UNIT:unit ( - | 's ) EDGE:edge YEAR4:year?", _year_end, "year-end", "year's end"),
    rule("overnight", "OVERNIGHT:daypart", _overnight, "overnight"),
)
