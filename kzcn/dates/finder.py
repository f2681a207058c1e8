"""From text to mentions: scan, join the ends of ranges, resolve in the context, and say where the words stand."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kzcn.dates.context import Context, Place, Resolved
from kzcn.dates.edtf import EDTF
from kzcn.dates.eras import with_eras
from kzcn.dates.mention import DateMention
from kzcn.dates.parts import TIMEX_MODS
from kzcn.dates.periods import Period, find_periods
from kzcn.dates.places import Governor, govern, locate
from kzcn.dates.readings import Drafted, Fixed, Part, Reading, Relative, Spec
from kzcn.dates.reigns import with_reigns
from kzcn.dates.scan import Found, scan
from kzcn.dates.tokens import TAG, Tokens, tag_set, tokenize
from kzcn.dates.values import Value, coarsen, shift
from kzcn.dates.words import word_set
from kzcn.errors import BadDate

__all__ = ["find"]

_TOGETHER = frozenset({"-", "–", "−", "‑", "to", "until", "till", "through"})
"""What joins the two ends of a range."""
_LISTED = frozenset({"and", "or", "&"})
_MODS = {"by": "ON_OR_BEFORE", "until": "ON_OR_BEFORE", "before": "BEFORE", "since": "ON_OR_AFTER", "after": "AFTER"}
_MODS["from"] = "ON_OR_AFTER"
_ZONES = word_set("on , et local time")
"""What may stand between a time of day and its day."""
_FAR_YEARS = 5
"""Far years in news for each expression that is told from the reference date, at most."""
_REPORT = 25
"""Far years in a report, which tells the past from its own day, at most; in a history there are more."""
_APPOSED = frozenset({(",",), (",", "in"), (",", "on"), ("(",), (",", "by")})
"""What stands between a relative date and the one that explains it."""
_COUNTABLE = frozenset({"day", "week", "month", "year"})
_CLAUSE = 14
"""Tokens from a duration to the date it is reckoned from at most."""
_LASTING = frozenset({"for", "within", "during", "over", "in", "lasted", "than"})
"""What leaves the duration before "after" a duration: "for two years after 1808"."""
_ENDS = tag_set("DOT COMMA SEMI BREAK")
_NEAR = 4
"""Tokens between neighbours at most."""
_HAPPENED = [
    [word]
    for word in word_set(
        """battle signing war accord treaty agreement meeting visit attack coup election ceremony raid conference summit
    invasion siege fall ceasefire armistice vote referendum event fact opening disaster clash incident"""
    )
]
"""What a length of time is told from without its date: "nine days after the battle"."""
_GOING_ON = word_set("and but he she they it a the in at with by")
_JOINED = 5
"""Tokens between two days of which the second lends its year."""
_ASIDE_IN_NEWS = frozenset({"former", "same time", "that period"})
_NEWS_ONLY = frozenset({"reported unit", "soon"})
"""Rules of words that tell a time only in a text that is told from its reference date."""
_ASIDE = _ASIDE_IN_NEWS | _NEWS_ONLY | {"annual"}
"""Rules of words that tell a time only in a text that looks back from its reference date."""


def find(text: str, reference_date: str | date | None = None) -> list[DateMention]:
    """The temporal expressions of a text, in order, none overlapping another.

    `reference_date` is when the text was written (ISO 8601, or a date); news is told from there.
    Raises BadDate when the reference date cannot be read.
    """
    today = _reference(reference_date)
    tokens = with_eras(tokenize(text))
    drafts = list(with_reigns(tokens, _join(tokens, scan(tokens))))
    far, spoken = _told_from(drafts, today)
    context = Context(today, news=far <= _FAR_YEARS * spoken, report=far <= _REPORT)
    aside = _ASIDE if today is None else _ASIDE_IN_NEWS if context.news else _NEWS_ONLY
    drafts = [draft for draft in drafts if draft.rule not in aside]
    _reckon(tokens, drafts)
    _lend_year(tokens, drafts)
    mentions = [mention for draft in drafts for mention in _mentions(tokens, draft, context)]
    return _with_periods(mentions, [_period(tokens, period) for period in find_periods(tokens)])


def _period(tokens: Tokens, period: Period) -> DateMention:
    start, end = tokens.spans[period.first][0], tokens.spans[period.last - 1][1]
    lead = tokens.spans[govern(tokens, period.first, period.last).lead][0]
    return DateMention(start, end, tokens.text[start:end], "period", period.interval, basis="period", lead=lead)


def _with_periods(mentions: list[DateMention], periods: list[DateMention]) -> list[DateMention]:
    """Merge by place; a period that the table knows wins over dates within its name, another gives way."""
    known = [period for period in periods if period.edtf is not None]
    dates = _apart(mentions, known)
    return sorted([*dates, *known, *_apart([p for p in periods if p.edtf is None], dates)], key=_place)


def _apart(mentions: list[DateMention], others: list[DateMention]) -> list[DateMention]:
    """The mentions that overlap none of the others; both are in order and without overlap among themselves."""
    ends = [other.end for other in others]
    kept = []
    for mention in mentions:
        at = bisect_right(ends, mention.start)
        if at == len(others) or others[at].start >= mention.end:
            kept.append(mention)
    return kept


def _place(mention: DateMention) -> int:
    return mention.start


def _reference(given: str | date | None) -> Value | None:
    if given is None:
        return None
    point = EDTF.parse(str(given)[:10]).start
    if point is None or not point.known:
        raise BadDate(f"{given!r} is no reference date; write one like 1992-01-03")
    month, day = (int(part) if part and part != "XX" else None for part in (point.month, point.day))
    return Value(point.years[0], month, day)


def _told_from(drafts: list[Drafted], today: Value | None) -> tuple[float, int]:
    """How many far years a text names, and how often it speaks from its reference date; without one, far from all."""
    if today is None or today.year is None:
        return math.inf, 0
    specs = [spec for draft in drafts for spec in _specs(draft.reading)]
    years = [spec.year for spec in specs if isinstance(spec, Value) and spec.year is not None]
    spoken = sum(isinstance(spec, Relative) and spec.anchor != "story" for spec in specs)
    return sum(abs(year - today.year) > 1 for year in years), spoken


def _specs(reading: Reading) -> list[Spec]:
    return [part.spec for part in reading.parts] or ([reading.spec] if reading.spec else [])


def _join(tokens: Tokens, found: Iterable[Found]) -> list[Drafted]:
    """Join neighbours that are the ends of one range, and let the first take its year from the second."""
    drafts: list[Drafted] = []
    for item in found:
        draft = Drafted(item.first, item.last, item.reading, item.rule)
        if drafts and draft.first - drafts[-1].last <= _NEAR:
            _explain(tokens, drafts[-1], draft)
            joined = _timed(tokens, drafts[-1], draft) or _joined(tokens, drafts[-1], draft)
            if joined is not None:
                drafts[-1] = joined
                continue
        drafts.append(draft)
    return drafts


def _explain(tokens: Tokens, one: Drafted, two: Drafted) -> None:
    """Let the date that follows say what a relative one means: "two years later, in 1792", "on Tuesday (11 March)"."""
    spec, stated = one.reading.spec, two.reading.spec
    gap = tuple(word.lower() for word in tokens.words[one.last : two.first])
    if gap not in _APPOSED or not isinstance(spec, Relative) or not isinstance(stated, Value):
        return
    if spec.weekday is not None and spec.unit == "day" and stated.day is not None:
        one.reading = replace(one.reading, spec=replace(stated, mod=spec.mod, time=spec.time))
    elif spec.anchor == "story":
        value = coarsen(stated, spec.unit) if spec.unit in _COUNTABLE and spec.inner is None else None
        if value is not None:
            one.reading = replace(one.reading, spec=replace(value, mod=spec.mod, time=spec.time))


def _reckon(tokens: Tokens, drafts: list[Drafted]) -> None:
    """Let a duration point to a date, where a clause with a stated date follows: "a day after X fell on 3 May 1808".

    "Two days after that" and "two days after the battle" are told from the story.
    """
    told = False
    for one in drafts:
        if told and one.reading.steps is not None and _takes_up(tokens, one):
            one.reading = Reading("date", replace(one.reading.steps, counted=True))
        told |= any(isinstance(spec, Value) and spec.years is not None for spec in _specs(one.reading))
    for one, two in pairwise(drafts):
        steps, stated = one.reading.steps, two.reading.spec
        if steps is None or not isinstance(stated, Value) or stated.years is None or two.first - one.last > _CLAUSE:
            continue
        lasting = one.first > 0 and tokens.words[one.first - 1].lower() in _LASTING
        if lasting or not _ENDS.isdisjoint(tokens.tags[one.last : two.first]):
            continue
        if shift(stated, steps.unit, steps.count or 0) is not None:
            one.reading = Reading("date", replace(steps, base=stated))


def _takes_up(tokens: Tokens, draft: Drafted) -> bool:
    """Does "after that", or "after the battle", follow a length of time, and nothing that goes on with it?"""
    words = [word.lower() for word in tokens.words[draft.last : draft.last + 3]]
    if draft.first > 0 and tokens.words[draft.first - 1].lower() in _LASTING:
        return False
    end = draft.last + (3 if words[1:2] == ["the"] else 2)
    ends = tokens.tags[end : end + 1]
    alone = not ends or ends in _ENDS or tokens.words[end].lower() in _GOING_ON
    return alone and (words[1:2] in (["that"], ["it"]) or (words[1:2] == ["the"] and words[2:] in _HAPPENED))


def _lend_year(tokens: Tokens, drafts: list[Drafted]) -> None:
    """Let a day take its year from the one it is joined to: "initialled on 9 May and signed on 3 June 1808"."""
    for one, two in reversed(list(pairwise(drafts))):
        day, stated = one.reading.spec, two.reading.spec
        if not isinstance(day, Value) or not isinstance(stated, Value) or two.first - one.last > _JOINED:
            continue
        bare = day.years is None and day.month is not None and day.day is not None
        if bare and stated.year is not None and stated.day is not None and _are_joined(tokens, one.last, two.first):
            turned = (stated.month or 0) < (day.month or 0)  # on 28 December and 3 January 1808
            one.reading = replace(one.reading, spec=replace(day, year=stated.year - turned))


def _are_joined(tokens: Tokens, first: int, last: int) -> bool:
    """Does a conjunction, and nothing that ends a clause, stand between two dates?"""
    between = tokens.words[first:last]
    return between[:1] == ["and"] and _ENDS.isdisjoint(tokens.tags[first:last])


def _timed(tokens: Tokens, one: Drafted, two: Drafted) -> Drafted | None:
    """A time of day with the day that follows it: `8:30 p.m. EST Wednesday`, `noon on 5 May`.

    Where other words stand between ("5 a.m. Berlin time on 5 May"), the two stay apart and the time takes the day.
    """
    time, day = one.reading.spec, two.reading.spec
    if one.rule != "clock" or not isinstance(time, Value) or not isinstance(day, (Value, Relative)):
        return None
    if two.reading.type != "date" or not _is_day(day):
        return None
    gap = [word.lower() for word in tokens.words[one.last : two.first]]
    if not all(word in _ZONES for word in gap):
        if gap[-1] == "on" and TAG["BREAK"] not in tokens.tags[one.last : two.first]:
            one.reading = replace(one.reading, spec=replace(day, time=time.time))
        return None
    return Drafted(one.first, two.last, Reading("time", replace(day, time=time.time)), two.rule)


def _is_day(spec: Value | Relative) -> bool:
    """Is it as exact as a day: 5 May, "the next day", "the last day of the year"?"""
    if isinstance(spec, Value):
        return spec.day is not None
    return spec.unit == "day" or (spec.inner is not None and spec.inner.day is not None)


def _joined(tokens: Tokens, one: Drafted, two: Drafted) -> Drafted | None:
    between = one.first > 0 and tokens.words[one.first - 1].lower() == "between"
    apart = between and tokens.words[one.last] == ","  # between June, 1911, and November, 1913
    joint = _joint(tokens, one.last + apart, two.first)
    low, high = one.reading.spec, two.reading.spec
    if not isinstance(low, Value) or not isinstance(high, (Value, Fixed)):
        return None
    if not one.reading.type == two.reading.type == "date" or (isinstance(high, Fixed) and high.timex != "PRESENT_REF"):
        return None
    if joint not in _TOGETHER and joint not in _LISTED:
        return None
    if isinstance(high, Value) and low.years is None and high.year is not None and (low.month or low.season):
        low = replace(low, year=high.year)
        one.reading = replace(one.reading, spec=low)
    if joint in _LISTED and not between:
        return None
    parts = (Part(one.first, one.last, low), Part(two.first, two.last, high))
    return Drafted(one.first, two.last, Reading("date", None, parts, "range"), "range")


def _joint(tokens: Tokens, first: int, last: int) -> str:
    """The word that joins two neighbours: "to", "and", "and on", "to the"; nothing where other words stand there."""
    gap = [word.lower() for word in tokens.words[first:last]]
    return gap[0] if len(gap) == 1 or (len(gap) == 2 and gap[1] in ("the", "on")) else ""


def _mentions(tokens: Tokens, draft: Drafted, context: Context) -> list[DateMention]:
    reading = draft.reading
    governor = govern(tokens, draft.first, draft.last)
    place = locate(tokens, draft.first, draft.last, governor)
    parts = reading.parts or ((Part(draft.first, draft.last, reading.spec),) if reading.spec else ())
    mentions: list[DateMention] = []
    last = Resolved(None, None)
    for number, part in enumerate(parts):
        if reading.joint == "range" and number == 0:
            last = context.resolve(parts[1].spec, place)
            found = _start_of_range(part.spec, last.value, place, context)
        elif reading.joint == "range":
            found = last
            context.say(last.value, place)
        else:
            found = context.resolve(part.spec, place)
        if (
            found.value is not None
            and place.moves
            and _carries_on(part.spec, news=context.news)
            and not (number and _long(parts))
        ):
            context.move(found.value, place)
        mentions.append(_mention(tokens, part, reading, found, None if number else governor))
        if place.heading and found.value is not None and not _bounds(tokens, draft):
            context.head(found.value, first=number == 0)
    return [_range(tokens, draft, mentions, governor)] if reading.joint == "range" else mentions


_BOUNDING = frozenset({"to", "until", "till", "before", "since", "after"})


def _bounds(tokens: Tokens, draft: Drafted) -> bool:
    """Does a date only end or begin what a heading names: "From independence to 1993"?"""
    single = draft.reading.joint != "range"
    return single and draft.first > 0 and tokens.words[draft.first - 1].lower() in _BOUNDING


def _start_of_range(start: Spec, last: Value | None, place: Place, context: Context) -> Resolved:
    """The start of a range takes its year from the end: `April–June`, `from 28 December to 3 January`."""
    if not isinstance(start, Value) or start.years is not None or start.month is None or last is None:
        return context.resolve(start, place)
    if last.year is None or last.month is None:
        return context.resolve(start, place)
    found = context.resolve(replace(start, year=last.year - (start.month > last.month)), place)
    return found._replace(basis="inherited")


def _carries_on(spec: Spec, *, news: bool) -> bool:
    """Whether the story may come to a time: not to one to come, told from the time of speech ("next summer").

    Where no reference date tells when that was, "last year" is reckoned from the story and leaves it where it stands.
    """
    if not isinstance(spec, Relative) or spec.anchor == "story" or not spec.count:
        return True
    return news and spec.count < 0


def _long(parts: tuple[Part, ...]) -> bool:
    """Whether a range goes over years: the story then begins at its first end."""
    return all(isinstance(part.spec, Value) and part.spec.unit == "year" for part in parts)


def _mention(tokens: Tokens, part: Part, reading: Reading, found: Resolved, governor: Governor | None) -> DateMention:
    start, end = tokens.spans[part.first][0], tokens.spans[part.last - 1][1]
    value, mod, relation = found.value, TIMEX_MODS.get(found.mod or "", found.mod), None
    edtf = value.edtf() if value is not None else None
    if value is not None and value.qualifier:
        mod = mod or "APPROX"
    if edtf and governor is not None and reading.type == "date":
        relation = governor.relation
        if governor.about and "/" not in edtf and edtf[-1] != "~":
            edtf, mod = f"{edtf}~", mod or "APPROX"
        if relation is not None:
            edtf, mod = _open(edtf, relation), mod or _MODS[relation]
    lead = tokens.spans[governor.lead][0] if governor is not None else start
    text = tokens.text[start:end]
    return DateMention(start, end, text, reading.type, edtf, found.timex, mod, (), found.basis, lead, relation)


def _open(edtf: str, relation: str) -> str:
    first, _, last = edtf.partition("/")
    return f"{first}/.." if relation in ("since", "after", "from") else f"../{last or first}"


def _range(tokens: Tokens, draft: Drafted, ends: list[DateMention], governor: Governor) -> DateMention:
    start, end = tokens.spans[draft.first][0], tokens.spans[draft.last - 1][1]
    parts = tuple(replace(part, lead=part.start, relation=None, edtf=_closed(part.edtf)) for part in ends)
    lead = tokens.spans[governor.lead][0]
    text = tokens.text[start:end]
    return DateMention(start, end, text, "date", _interval(parts), None, None, parts, parts[0].basis, lead)


def _closed(edtf: str | None) -> str | None:
    return edtf.removeprefix("../").removesuffix("/..") if edtf else None


def _interval(ends: tuple[DateMention, ...]) -> str | None:
    low, high = (part.edtf for part in ends)
    if ends[1].timex == "PRESENT_REF" and low is not None:
        return f"{low.partition('/')[0]}/.."
    if low is None or high is None:
        return None
    try:
        return EDTF.parse(f"{low.partition('/')[0]}/{high.rpartition('/')[2]}").text
    except BadDate:
        return None
