"""Grammar of two dates told in one: ranges and lists that share a month, a year, an era or a century."""

from __future__ import annotations

from dataclasses import replace

from kzcn.dates.parts import part_named
from kzcn.dates.pieces import Hit
from kzcn.dates.readings import Fixed, Joint, Part, Reading, Rule, Spec, rule
from kzcn.dates.rules_calendar import (
    TAIL,
    THAT_YEAR,
    century_number,
    decade_number,
    decade_value,
    in_that_year,
    slashed_day,
)
from kzcn.dates.tokens import tag_set
from kzcn.dates.values import Value

__all__ = ["PAIR_RULES"]

_JOINT = "( - | TO | AND | OR | UNTIL | -- | / ):joint"
_RANGE_JOINT = "( - | TO | UNTIL | -- | AND | OR ):joint"


def _pair(hit: Hit, first: tuple[str, Spec], last: tuple[str, Spec]) -> Reading:
    """Two dates told in one: a range where a dash or "to" joins them, else a list.

    The first takes in what stands before it, the second its modifier and what stands after it.
    """
    words = hit.words("joint")
    joint: Joint = "list" if words and words[0] in ("and", "or", "&", ",") and not _after_between(hit) else "range"
    one = Part(hit.match.start(), hit.span(first[0])[1], first[1])
    two = Part(hit.span("after" if hit.has("after") else last[0])[0], hit.match.end(), last[1])
    return Reading("date", None, (one, two), joint)


def _after_between(hit: Hit) -> bool:
    at = hit.match.start()
    return at > 0 and hit.tokens.words[at - 1].lower() == "between"


def _days(hit: Hit) -> Reading | None:
    """Two days of one month: `November 5–8`, `6-7 February`, `May 4 and 5`."""
    first, last = (Value(hit.year(), hit.month(), hit.integer(name)) for name in ("one", "two"))
    possible = first.day is not None and last.day is not None and first.exists and last.exists
    return _pair(hit, ("one", first), ("two", last)) if possible else None


def _slashed_days(hit: Hit) -> Reading | None:
    """Two days of one month in figures: `5–8.11.2013`."""
    last = slashed_day(hit, hit.words("two")[0])
    first = replace(last, day=hit.integer("one")) if last is not None else None
    possible = first is not None and last is not None and first.exists and (first.day or 0) < (last.day or 0)
    return _pair(hit, ("one", first), ("two", last)) if possible and first and last else None


def _months(hit: Hit) -> Reading | None:
    """Two months of one year: `May–August 1950`, `April and June 1955`."""
    year = hit.year()
    first, last = hit.month("one"), hit.month("two")
    if first is None or last is None:
        return None
    if hit.has("which"):
        return _pair(hit, ("one", Value(None, first)), ("two", in_that_year(hit, Value(None, last))))
    begin = year - 1 if year is not None and first > last and hit.words("joint")[0] not in ("and", "or") else year
    return _pair(
        hit,
        ("one", Value(begin, first, mod=part_named(hit.words("before")))),
        ("two", Value(year, last, mod=part_named(hit.words("after")))),
    )


_MONTHS_OF = {"month": 1, "quarter": 3}


def _months_of_a_year(hit: Hit) -> Reading | None:
    """The first or last months of a year: `the first nine months of 2018`, `the last two months of this year`."""
    count = (hit.integer("count") or 0) * _MONTHS_OF.get(hit.unit() or "", 0)
    if not 1 < count < 12:
        return None
    first, last = (1, count) if hit.words("which_end")[0] == "first" else (13 - count, 12)
    end = in_that_year(hit, Value(None, last)) if hit.has("which") else Value(hit.year(), last)
    return _pair(hit, ("count", Value(None, first)), ("unit", end))


def _quarters(hit: Hit) -> Reading | None:
    """Two quarters of one year: `Q1–Q3 2019`."""
    first, last = (replace(hit.part_of_year(name), year=hit.year()) for name in ("one", "two"))
    return _pair(hit, ("one", first), ("two", last))


def _seasons(hit: Hit) -> Reading | None:
    """Two seasons of one year: `the winter-spring of 1920`."""
    year = hit.year()
    return _pair(hit, ("one", Value(year, season=hit.season("one"))), ("two", Value(year, season=hit.season("two"))))


def _years(hit: Hit) -> Reading | None:
    """Two years: `1861-1865`, `1995–96`, `499 to 493 BC`, `206 BC – AD 220`."""
    first, last = hit.integer("one"), hit.integer("two")
    if first is None or last is None or _counts(hit):
        return None
    if hit.before_christ("era") or hit.before_christ("one"):
        begin, end = 1 - first, 1 - last
    else:
        begin, end = first, _full_year(first, last, hit.words("two")[0])
    if end < begin or (begin == end and begin < 1000):
        return None
    qualifier = hit.qualifier()
    return _pair(hit, ("one", Value(begin, qualifier=qualifier)), ("two", Value(end, qualifier=qualifier)))


def _counts(hit: Hit) -> bool:
    """Is the second number none of a year: "grew from 2018 to 24 ships"?"""
    short = hit.words("joint")[:1] == ["to"] and len(hit.words("two")[0]) < 3
    return short and hit.tokens.tags[hit.match.end() : hit.match.end() + 1] in _NOUNS


_NOUNS = tag_set("OTHER NAME PERCENT HUNDRED")


def _years_of_both_eras(hit: Hit) -> Reading | None:
    """Two years with an era at each or the first: `206 BC – AD 220`, `10 BC to 4 BC`."""
    name = "two" if hit.has("two") else "other"
    first, last = hit.year("one"), hit.integer(name)
    if first is None or last is None:
        return None
    begin = 1 - first if hit.before_christ("first_era") else first
    end = 1 - last if hit.tokens.words[hit.match.end() - 1].lower().startswith("b") else last
    return _pair(hit, ("one", Value(begin)), (name, Value(end))) if begin <= end else None


def _years_after_christ(hit: Hit) -> Reading | None:
    """Two years behind one era: `AD 12 to 15`."""
    first, last = hit.integer("one"), hit.integer("two")
    after = hit.tokens.words[hit.match.start()].lower().startswith("a")
    if first is None or last is None or first > last or not after:
        return None
    return _pair(hit, ("one", Value(first)), ("two", Value(last)))


def _decades(hit: Hit) -> Reading | None:
    """Two decades: `the 1960s and 1970s`."""
    first, last = decade_number(hit, "one"), decade_number(hit, "two")
    if first is None or last is None:
        return None
    first_mod, last_mod = part_named(hit.words("before")), part_named(hit.words("after"))
    return _pair(hit, ("one", decade_value(first, first_mod)), ("two", decade_value(last, last_mod)))


def _centuries(hit: Hit) -> Reading | None:
    """Two centuries: `the 16th and 17th centuries`; an era after the first is its own."""
    first, last = hit.integer("one"), century_number(hit, "two")
    if first is None or last is None or not 1 <= first <= 40 or hit.unit() != "century":
        return None
    before_christ = hit.before_christ("first_era" if hit.has("first_era") else "era")
    one = Value(century=-first if before_christ else first, mod=part_named(hit.words("before")))
    return _pair(hit, ("one", one), ("two", Value(century=last, mod=part_named(hit.words("after")))))


def _fiscal(hit: Hit) -> Reading | None:
    """`fiscal 2007`, `fiscal year 2007/08`."""
    number = "2" if hit.has("year2") else ""
    first, last = hit.year(f"year{number}"), hit.integer(f"short{number}")
    if first is None:
        return None
    if last is None:
        return Reading("date", Value(first))
    short = f"short{number}"
    return _pair(hit, (f"year{number}", Value(first)), (short, Value(_full_year(first, last, hit.words(short)[0]))))


def _full_year(first: int, last: int, written: str) -> int:
    """The last year of a range, which may leave out the century: `1995–96`."""
    return first - first % 100 + last if len(written) <= 2 and first >= 100 else last


def _to_now(hit: Hit) -> Reading | None:
    """A year and what goes on: `1991–present`."""
    return _pair(hit, ("year", Value(hit.year())), ("now", Fixed("PRESENT_REF")))


PAIR_RULES: tuple[Rule, ...] = (
    rule("year to now", "CIRCA_? YEAR4:year ( - | TO ) ( PRESENT | NOW | TODAY ):now", _to_now, "1991–present"),
    rule(
        "decades",
        f"the? MODIFIER_:before? DECADE_:one {_JOINT} the? MODIFIER_:after? DECADE_:two",
        _decades,
        "the 1920s and 1930s",
    ),
    rule(
        "centuries",
        f"the? MODIFIER_:before? ( ORDINAL_ | ROMAN ):one ( UNIT ERA:first_era? )? {_JOINT} the? MODIFIER_:after?"
        f" ( ORDINAL_ | ROMAN ):two ( UNIT | UNITS ):unit ERA:era?",
        _centuries,
        "the 8th and 9th centuries",
    ),
    rule(
        "fiscal year",
        "( FISCAL | FY ) ( UNIT | UNITS )? YEAR4:year ( ( / | - ) ( INT_ ):short )?"
        " | the? YEAR4:year2 ( ( / | - ) ( INT_ ):short2 )? FISCAL UNIT",
        _fiscal,
        "fiscal 1987",
        "fiscal year 1987/88",
        "the 1988 fiscal year",
    ),
    rule(
        "days of a month",
        f"( WEEKDAY_ ,? )? DAYN_:one ( - | / | TO | AND | OR | UNTIL | , ):joint DAYN_:two of? MONTH_:month {TAIL}",
        _days,
        "6-7 February",
    ),
    rule(
        "month with days",
        f"MONTH_:month DAYN_:one ( - | TO | AND | OR | UNTIL ):joint DAYN_:two {TAIL}",
        _days,
        "May 4 and 5",
    ),
    rule(
        "year with days",
        "YEAR4:year MONTH_:month DAYN_:one ( - | TO | AND | UNTIL ):joint DAYN_:two",
        _days,
        "1877 April 24–27",
    ),
    rule("days in figures", "DAYNUM_:one - SLASHED:two", _slashed_days, "5–8.11.2013"),
    rule(
        "months",
        f"MODIFIER_:before? MONTH_:one {_RANGE_JOINT} MODIFIER_:after? MONTH_:two ( , | of )? YEAR_:year",
        _months,
        "May-August 1877",
    ),
    rule(
        "months of that year",
        f"MONTH_:one {_RANGE_JOINT} MONTH_:two ,? of? {THAT_YEAR}:which UNIT",
        _months,
        "January to June this year",
    ),
    rule(
        "months of a year",
        "the? ( FIRST | LAST ):which_end ( CARD | N12 ):count ( UNITS | QUARTERS ):unit"
        f" of ( YEAR_:year | {THAT_YEAR}:which UNIT )",
        _months_of_a_year,
        "the first nine months of 2018",
        "the last two quarters of this year",
    ),
    rule("quarters", f"QNAME:one {_RANGE_JOINT} QNAME:two ,? YEAR4:year", _quarters, "Q1–Q3 2019"),
    rule(
        "seasons",
        f"the? SEASON_:one {_RANGE_JOINT} the? SEASON_:two ( of | , )? YEAR_:year",
        _seasons,
        "the winter-spring of 1920",
    ),
    rule(
        "years before christ",
        f"CIRCA_:circa? INT_:one {_JOINT} CIRCA_? INT_:two ERA:era",
        _years,
        "499 to 493 BC",
    ),
    rule("years after christ", f"ERA INT_:one {_JOINT} INT_:two", _years_after_christ, "AD 12 to 15"),
    rule(
        "years of both eras",
        f"CIRCA_:circa? INT_:one ERA:first_era {_JOINT} CIRCA_? ( ERA INT_:two | INT_:other ERA? )",
        _years_of_both_eras,
        "206 BC – AD 220",
    ),
    rule(
        "years",
        "CIRCA_:circa? ( the UNITS )? ( YEAR4 | N3 ):one ( - | -- | / | TO ):joint CIRCA_? INT_:two",
        _years,
        "1861-1865",
        "1995–96",
    ),
)
"""Longest match wins; of equals, the first."""
