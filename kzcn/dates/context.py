"""The context of dates: the line of narration, which gives a bare day or month its year, and the time of writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kzcn.dates.calendar import days_in_month, ordinal, weekday
from kzcn.dates.mention import Basis
from kzcn.dates.readings import Fixed, Relative, Spec
from kzcn.dates.values import Unit, Value, coarsen, on_weekday, shift

__all__ = ["Context", "Place", "Resolved"]

_WINTER_ENDS = 3
"""The last month in which "this winter" is the one that began the year before."""
_WEEK = 7
"""Days from the reference date within which a day of news has times of day."""
_TRAIL = 4
"""How many times of the story are remembered."""


class _Cost:
    """What speaks against a year for a bare month, in weights: the smallest sum wins.

    The story moves on rather than back, in small steps, within a year rather than across; what was told last weighs
    more than what was told before it, and a year named in passing less than one that opens a sentence.
    """

    FORWARD = 0.2
    BACK = 0.6
    BACK_AT_START = 0.8
    OTHER_YEAR = 3.0
    NEXT_YEAR_HERE = 1.5
    OLDER = 1.5
    PASSING_YEAR = 2.0
    FAR_YEAR = 3.5
    FLASHBACK = 1.5
    LEFT_BEHIND = 2.5
    OUTSIDE_SECTION = 2.0
    PAST_TOLD = 9
    FUTURE_TOLD = 8
    UNTOLD = 1


class Resolved(NamedTuple):
    """A value, or a TIMEX3 value that stands for itself, and where it comes from."""

    value: Value | None
    timex: str | None
    basis: Basis = "stated"
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """How an expression stands in its text."""

    opening: bool = False
    """It opens a sentence or is a heading."""
    heading: bool = False
    """It stands in a heading."""
    future: bool | None = None
    """Its clause tells of what is to come (True) or of what was (False)."""
    sentence: int = 0
    """The token at which its sentence begins."""
    aside: bool = False
    """It stands in brackets."""
    near: int = 0
    """The token at which what stands near before it in its sentence begins."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of the story: whether a sentence opens with it, or it looks back on what was before the story's time.

    It leaps where it is a year named in passing, years after the month that the story stands in.
    """

    value: Value
    strong: bool
    flashback: bool
    leap: bool
    sentence: int


@dataclass(slots=True)
class Context:
    """What the text has told so far.

    `today` is the reference date; `news` says that the text is told from there, `report` that only its "last year" is.
    """

    today: Value | None
    news: bool
    report: bool = False
    trail: list[_Time] = field(default_factory=list)
    """The times that the story has come to, the last one last."""
    section: tuple[int, int] | None = None
    """First and last year that the last heading with a year names."""
    day: Value | None = None
    """The last day of news, which its times of day belong to."""
    said: tuple[Value, Place] | None = None
    """The last date of any kind, and how it stands in its text."""
    month: tuple[Value, int] | None = None
    """The last month, and the sentence it stands in."""
    period: Value | None = None
    """The last quarter or half of a year, which a report speaks of."""

    def resolve(self, spec: Spec, place: Place) -> Resolved:
        """Give a reading its value."""
        if isinstance(spec, Fixed):
            timex = spec.narrative if spec.narrative and not self.news else spec.timex
            return Resolved(None, timex, mod=spec.mod)
        found = self._relative(spec, place) if isinstance(spec, Relative) else self._calendar(spec, place)
        compares = isinstance(spec, Relative) and (spec.compares or spec.unit == "period")
        if found.value is not None and found.value.years is not None and not compares:
            self._keep(found.value, place)
        return found

    def say(self, value: Value | None, place: Place) -> None:
        """Let a value be the last that was named: the end of a span, which is resolved before its start."""
        if value is not None and value.years is not None:
            self.said = (value, place)

    def _keep(self, value: Value, place: Place) -> None:
        """Remember the day that times of day belong to, and the month, quarter or half that is reported."""
        self.said = (value, place)
        if value.unit == "day":
            self.day = replace(value, time="", mod=None) if value.time or value.mod is not None else value
        elif value.unit in ("quarter", "half"):
            self.period = _whole(value)
        elif value.unit == "month":
            self.month = (_whole(value), place.sentence)

    def move(self, value: Value, place: Place) -> None:
        """Let the story come to a time."""
        if value.years is None or value.unit in ("decade", "century", "millennium"):
            return
        if self.trail and self._says_nothing_new(value, place):
            return
        strong = place.opening or not self.trail
        leaps = not strong and self._leaps(value)
        self.trail.append(_Time(value, strong, self._looks_back(value, place), leaps, place.sentence))
        del self.trail[:-_TRAIL]

    def _looks_back(self, value: Value, place: Place) -> bool:
        """Whether a time lies before the story's, and no sentence opens with it."""
        if place.opening or not self.trail:
            return False
        last, now = self.trail[-1].value.first_day(), value.first_day()
        return last is not None and now is not None and now < last and now.year < last.year

    def _leaps(self, value: Value) -> bool:
        """Whether a year lies years after the month that the story stands in."""
        last = self.trail[-1].value
        known = last.year is not None and last.month is not None and value.year is not None
        return known and value.unit == "year" and (value.year or 0) - (last.year or 0) > 1

    def _says_nothing_new(self, value: Value, place: Place) -> bool:
        """Whether the story stands there already, or a year is named in passing that it stands in."""
        last = self.trail[-1].value
        if _whole(last) == _whole(value):
            return True
        return value.unit == "year" and last.years == value.years and not place.opening

    def head(self, value: Value, *, first: bool) -> None:
        """Let a heading name the years of its section; its later dates widen them."""
        if value.years is not None:
            begin = value.years[0] if first or self.section is None else self.section[0]
            self.section = (begin, value.years[1])

    def story(self, unit: Unit) -> Value | None:
        """The anchor of "the next day": the last time exact enough, or the reference date before anything is told."""
        if not self.trail:
            return self.today or (self.said[0] if self.said is not None else None)
        last = self.trail[-1].value
        for time in reversed(self.trail):
            if (time.value.years or (0, 0))[0] != (last.years or (0, 0))[0]:
                break
            if time.value.unit == unit or coarsen(time.value, unit) is not None:
                return time.value
        return last

    def speech(self, unit: Unit) -> Value | None:
        """The anchor of "last year": the reference date of news or a report, else the story."""
        return self.today if (self.news or self.report) and self.today else self.story(unit)

    def _anchor(self, spec: Relative, unit: Unit, place: Place) -> Value | None:
        """The time it is told from; a year of the same sentence, in passing too: "$5 in 2018, $4 the year before"."""
        if spec.anchor == "writing" and self.today is None:
            return None
        told = spec.anchor == "story" and unit == "year" and (spec.inner is None or not self.trail)
        told |= _is_told_behind(spec)
        if told and self.said is not None and self.said[1].sentence == place.sentence:
            return self.said[0]
        that_year = spec.anchor == "story" and unit == "year" and spec.count == 0
        if that_year and self.said is not None and not self.said[1].aside:
            return self.said[0]
        if self.today is not None and _is_day_of_year(spec):
            return self.today
        if spec.anchor == "story":
            return self._told(unit) if self.news else self.story(unit)
        return self.speech(unit)

    def _told(self, unit: Unit) -> Value | None:
        """The anchor of "that day" and "the following week" in news: the last time exact enough, else the present."""
        if unit == "day" and self.day is not None:
            return self.day
        if unit == "near":  # "the following September"
            return next((time.value for time in reversed(self.trail) if time.value.unit in _TOLD), self.today)
        return next((time.value for time in reversed(self.trail) if coarsen(time.value, unit) is not None), self.today)

    def _calendar(self, value: Value, place: Place) -> Resolved:
        if value.years is not None:
            return Resolved(value, value.timex(), mod=value.mod)
        if value.month is None and value.season is None and value.time:
            found = self._time_of_day(value)
        else:
            found = self._with_year(value, place)
        return Resolved(found, found.timex(), "inherited" if found.year is not None else "stated", found.mod)

    def _time_of_day(self, value: Value) -> Value:
        day = self.day if self.news and self._is_near(self.day) else self.speech("day")
        if day is None or day.day is None or day.year is None:
            return value
        return replace(value, year=day.year, month=day.month, day=day.day)

    def _is_near(self, day: Value | None) -> bool:
        """Whether a day lies within a week of the reference date."""
        one, two = (None if value is None else value.first_day() for value in (day, self.today))
        return one is not None and two is not None and abs(ordinal(one) - ordinal(two)) <= _WEEK

    def _with_year(self, value: Value, place: Place) -> Value:
        if self.said is not None and self.said[0].unit == "year" and self.said[1].near == place.near and self.news:
            return _on_calendar(replace(value, year=self.said[0].year))  # "last year's fair, from 3 to 5 May"
        told_from_today = self.news or not self.trail or (self.report and place.future)
        if told_from_today and self.today is not None and self.today.year is not None:
            return _on_calendar(replace(value, year=self.today.year + self._news_step(value, self.today, place)))
        year = self._story_year(value, place) if self.trail else self._year_said(value, place)
        return _on_calendar(replace(value, year=year, turn=value.season == "WI" and self._before_winter(year)))

    def _year_said(self, value: Value, place: Place) -> int | None:
        """Before any story: the year of the last date of this sentence, else of a month or day out of brackets."""
        if self.said is None or value.month is None:
            return None
        said, before = self.said
        told = said.month == value.month or (said.month is not None and not before.aside)
        return said.year if told or before.sentence == place.sentence else None

    def _before_winter(self, year: int | None) -> bool:
        """Whether the story stands in the summer or autumn before a winter, then named by the year it ends in."""
        last = self.trail[-1].value if self.trail else None
        month = _month_of(last) if last is not None else None
        return month is not None and month >= 6 and last is not None and last.year == year

    def _story_year(self, value: Value, place: Place) -> int | None:
        """The year that costs least, over the last times of the story."""
        now = _month_of(value)
        options: list[tuple[float, int]] = []
        newest = (self.trail[-1].value.years or (0, 0))[0]
        for age, time in enumerate(reversed(self.trail)):
            before = _month_of(time.value)
            year = (time.value.years or (0, 0))[0]
            here = time.sentence == place.sentence and time.value.month is not None
            cost = age * _Cost.OLDER + (_Cost.FLASHBACK if time.flashback and not here else 0)
            cost += _Cost.LEFT_BEHIND if year < newest and not (here or self.trail[-1].leap) else 0
            if before is None or now is None:
                passing = (
                    0
                    if time.strong or time.sentence == place.sentence
                    else _Cost.PASSING_YEAR + (_Cost.FAR_YEAR if time.leap else 0)
                )
                options.append((cost + passing + self._outside(year), year))
                continue
            back = _Cost.BACK_AT_START if place.opening else _Cost.BACK
            for step in (0, 1, -1):
                months = now - before + 12 * step
                way = months * _Cost.FORWARD if months >= 0 else -months * back
                across = abs(step) * (_Cost.NEXT_YEAR_HERE if here and step > 0 else _Cost.OTHER_YEAR)
                options.append((cost + way + across + self._outside(year + step), year + step))
        options += self._of_sentence(now, place)
        return min(options)[1] if options else None

    def _of_sentence(self, now: int | None, place: Place) -> list[tuple[float, int]]:
        """The year of a day or month that the same sentence names in passing: "the pact of 8 May 1868, … in July"."""
        if self.said is None or now is None:
            return []
        said, before = self.said
        if before.sentence != place.sentence or before.aside or said.month is None or said.year is None:
            return []
        ahead = now - said.month
        older = _Cost.OLDER if self.trail[-1].sentence == place.sentence else -_Cost.FORWARD
        return [(older + ahead * _Cost.FORWARD, said.year)] if ahead >= 0 else []

    def _outside(self, year: int) -> float:
        """What speaks against a year that the heading leaves out."""
        inside = self.section is None or self.section[0] <= year <= self.section[1]
        return 0 if inside else _Cost.OUTSIDE_SECTION

    def _news_step(self, value: Value, today: Value, place: Place) -> int:
        """Years from the reference date to a bare month or day of news: the nearest, tense and habit weighed in."""
        before, now = _month_of(today), _month_of(value)
        if before is None or now is None:
            return 0
        ahead = {True: 0, False: _Cost.PAST_TOLD, None: _Cost.UNTOLD}[place.future]
        behind = _Cost.FUTURE_TOLD if place.future else 0
        options = []
        for step in (0, -1, 1):
            months = now - before + 12 * step
            options.append((abs(months) + (ahead if months > 0 else behind if months < 0 else 0), abs(step), step))
        return min(options)[2]

    def _relative(self, spec: Relative, place: Place) -> Resolved:
        unit = "day" if spec.weekday is not None else spec.unit
        anchor = spec.base or self._anchor(spec, unit, place)
        if anchor is not None and anchor.meant is not None and unit in ("day", "week"):
            anchor = anchor.meant
        if spec.unit == "same":
            return self._same(spec, anchor)
        if spec.anchor == "speech" and spec.unit == "day" and spec.weekday is None and not self.news:
            return self._spoken_in_story(spec, anchor)
        value = self._shifted(spec, anchor, place) if anchor is not None else None
        if value is None:
            return Resolved(spec.inner, _vague_timex(spec, anchor), "relative", spec.mod)
        value = replace(value, mod=spec.mod or value.mod, time=spec.time or value.time)
        if spec.counted and anchor is not None:
            value = replace(value, meant=_meant(anchor, spec.unit, spec.count or 0))
        return Resolved(value, value.timex(), "relative", value.mod)

    def _same(self, spec: Relative, anchor: Value | None) -> Resolved:
        """`at that time` and `at this time`: in news they point to no date."""
        if spec.anchor == "speech":
            return Resolved(None, "PRESENT_REF", "relative")
        if self.news or anchor is None:
            return Resolved(None, "PAST_REF", "relative")
        value = replace(anchor, mod=None)
        return Resolved(value, value.timex(), "relative")

    def _spoken_in_story(self, spec: Relative, anchor: Value | None) -> Resolved:
        """`today`, `tonight`, `last night` where no reference date tells when."""
        if spec.count == 0 and not spec.time:
            return Resolved(None, "PRESENT_REF", "relative")
        value = shift(anchor, "day", spec.count or 0) if anchor is not None and spec.count else None
        if value is None:
            return Resolved(None, f"XXXX-XX-XX{spec.time}", "relative")
        value = replace(value, time=spec.time)
        return Resolved(value, value.timex(), "relative")

    def _shifted(self, spec: Relative, anchor: Value, place: Place) -> Value | None:
        if spec.weekday is not None:
            return self._weekday(spec, anchor, place)
        if spec.unit == "near" and spec.inner is not None:
            return self._near(spec, anchor, place)
        if spec.unit.startswith("reported "):
            return self._reported(spec.unit.removeprefix("reported "), anchor)
        if spec.unit == "period" or (spec.compares and self.news):
            return self._period_of_year(spec, anchor, place)
        return self._steps(spec, anchor, self._count(spec, anchor, place))

    def _steps(self, spec: Relative, anchor: Value, count: int) -> Value | None:
        """So many units from the anchor, and within them what the words name."""
        if spec.unit == "weekend":
            week = shift(anchor, "week", count)
            return None if week is None else replace(week, weekend=True)
        value = shift(anchor, spec.unit, count)
        if value is None and spec.unit == "day" and anchor.unit == "month":
            return Value(anchor.year, anchor.month, some_day=True)
        return value if value is None or spec.inner is None else _within(value, spec.inner)

    def _period_of_year(self, spec: Relative, anchor: Value, place: Place) -> Value | None:
        """`the year-earlier quarter`, `the 1988 quarter`: a month of the same sentence, else the quarter or half.

        Where none is spoken of, it is the year.
        """
        year = spec.inner.year if spec.inner is not None else None
        month = self.month[0] if self.month is not None and self.month[1] == place.sentence else None
        base = (month if spec.compares else None) or self.period or coarsen(anchor, "year")
        if base is None or base.year is None:
            return None if year is None else Value(year)
        return replace(base, year=base.year + (spec.count or 0) if year is None else year)

    def _reported(self, unit: Unit, anchor: Value) -> Value | None:
        """`in the quarter`, `for the year`: the one told of last, else the quarter before now or the year of now."""
        if unit == "quarter" and self.period is None:
            return shift(anchor, unit, -1)
        told = self.period or self.story(unit)
        return coarsen(told, unit) if told is not None else None

    def _count(self, spec: Relative, anchor: Value, place: Place) -> int:
        """Steps from the anchor; of "the weekend", the last one unless it is now or to come."""
        if spec.count is not None:
            return spec.count
        day = anchor.first_day()
        return 0 if place.future or day is None or weekday(day) > 5 else -1

    def _near(self, spec: Relative, anchor: Value, place: Place) -> Value | None:
        """`last June`, `the following spring`, `the third quarter`: the nearest in the direction."""
        inner = spec.inner or Value()
        before, now = _month_of(anchor), _month_of(inner)
        if anchor.years is None or now is None:
            return None
        year, count = anchor.years[0], spec.count
        if count is None:
            count = 0 if before is None or place.future or now <= before else -1
        elif before is not None and (now > before if count > 0 else now < before):
            count = 0
        elif count == 0 and inner.season == "WI" and before is not None and before <= _WINTER_ENDS:
            count = -1
        return _on_calendar(replace(inner, year=year + count))

    def _weekday(self, spec: Relative, anchor: Value, place: Place) -> Value | None:
        number = spec.weekday or 1
        if spec.unit == "week":
            monday = shift(anchor, "day", 7 * (spec.count or 0))
            return None if monday is None else on_weekday(monday, number, 0)
        count = spec.count
        if count is None:
            count = 1 if place.future else -1
            same = on_weekday(anchor, number, 0)
            if same is not None and same == replace(anchor, mod=None, time=""):
                return same
        return on_weekday(anchor, number, count)


def _whole(value: Value) -> Value:
    """A time without what narrows it: 1994 of "late 1994"."""
    return value if value.mod is None else replace(value, mod=None)


def _is_day_of_year(spec: Relative) -> bool:
    """Is a day or month told of a year of the writer's: "on 2 March this year", also in a text that is no news?"""
    named = spec.inner is not None and spec.inner.month is not None
    return named and spec.anchor == "speech" and spec.unit == "year" and spec.count is not None


def _is_told_behind(spec: Relative) -> bool:
    """Is a month or day the next one after a date: "the 13th of July following", "the following July"?"""
    return spec.anchor == "story" and spec.unit == "near" and spec.count == 1


_TOLD = ("day", "month", "season", "quarter", "year")


def _month_of(value: Value) -> int | None:
    """The month in which a value begins, also of a season or quarter."""
    if value.month is not None:
        return value.month
    day = value.first_day() if value.years is not None else replace(value, year=2000).first_day()
    return None if day is None or value.unit in ("year", "decade", "century", "millennium") else day.month


def _on_calendar(value: Value) -> Value:
    """A 29 February in the nearest year that has one; any other date as it is."""
    if value.year is None or value.month is None or value.day is None:
        return value
    years = (value.year + step for step in (0, -1, 1, -2, 2, -3, 3, -4, 4))
    return next((replace(value, year=year) for year in years if value.day <= days_in_month(year, value.month)), value)


def _within(whole: Value, inner: Value) -> Value | None:
    """A month of a year, a day of a month."""
    value = replace(inner, year=whole.year, month=inner.month or whole.month)
    if value.day is None or value.year is None or value.month is None:
        return value
    return value if value.day <= days_in_month(value.year, value.month) else None


_FINER: Mapping[str, tuple[Unit, int]] = {"week": ("day", 7), "decade": ("year", 10)}
"""Unit -> the finer one that tells what so many of it come to."""


def _meant(anchor: Value, unit: str, count: int) -> Value | None:
    """The day so many weeks, or the year so many decades, from a date that is as exact."""
    if unit not in _FINER:
        return None
    finer, size = _FINER[unit]
    return shift(anchor, finer, size * count)


def _vague_timex(spec: Relative, anchor: Value | None) -> str | None:
    """TIMEX3 of what cannot be counted out; a week or month "later" stays in the year of the story."""
    if spec.inner is not None:
        return spec.inner.timex()
    if spec.weekday is not None:
        return f"XXXX-WXX-{spec.weekday}{spec.time}"
    year = (
        (anchor.timex() or "XXXX") if anchor is not None and anchor.unit == "year" and spec.unit == "week" else "XXXX"
    )
    return year + {"day": "-XX-XX", "week": "-WXX", "month": "-XX"}.get(spec.unit, "") + spec.time
