"""The context of dates: the line of narration, from which a bare day or month takes its year, and the time of writing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kzcn.dates.calendar import days_in_month
from kzcn.dates.mention import Basis
from kzcn.dates.readings import Fixed, Relative, Spec
from kzcn.dates.values import Value, on_weekday, shift

__all__ = ["Context", "Resolved"]

_WINTER_GAP = 8
"""Months that a bare month lies before the line at least when the story has crossed into the next year."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, or a TIMEX3 value that stands for itself, and where it comes from."""

    value: Value | None
    timex: str | None
    basis: Basis = "stated"
    mod: str | None = None


@dataclass(slots=True)
class Context:
    """What the text has told so far. `today` is the reference date; `news` says that the text is told from there."""

    today: Value | None
    news: bool
    line: Value | None = None
    """The time that the story has come to."""

    def resolve(self, spec: Spec, *, future: bool | None = None) -> Resolved:
        """Give a reading its value. `future` says how its clause is told: True of what is to come, False of what was."""
        if isinstance(spec, Fixed):
            timex = spec.narrative if spec.narrative and not self.news else spec.timex
            return Resolved(None, timex, mod=spec.mod)
        if isinstance(spec, Relative):
            return self._relative(spec, future)
        return self._calendar(spec, future)

    def move(self, value: Value) -> None:
        """Let the story come to a time."""
        if value.years is not None and value.unit not in ("century", "millennium"):
            self.line = value

    @property
    def story(self) -> Value | None:
        """The anchor of "the next day": the line, or the reference date before anything is told."""
        return self.line or self.today

    @property
    def speech(self) -> Value | None:
        """The anchor of "last year": the reference date of news, else the line."""
        return self.today if self.news and self.today else self.story

    def _calendar(self, value: Value, future: bool | None) -> Resolved:
        if value.years is not None:
            return Resolved(value, value.timex(), mod=value.mod)
        if value.month is None and value.season is None and value.time:
            found = self._time_of_day(value)
        else:
            found = self._with_year(value, future)
        return Resolved(found, found.timex(), "inherited" if found.year is not None else "stated", found.mod)

    def _time_of_day(self, value: Value) -> Value:
        day = self.speech
        if day is None or day.day is None or day.year is None:
            return value
        return replace(value, year=day.year, month=day.month, day=day.day)

    def _with_year(self, value: Value, future: bool | None) -> Value:
        anchor = self.speech if self.news else self.story
        if anchor is None or anchor.years is None:
            return value
        year = anchor.years[0]
        if self.news:
            year += self._news_step(value, anchor, future)
        else:
            year += self._story_step(value, anchor)
        return replace(value, year=year)

    def _story_step(self, value: Value, anchor: Value) -> int:
        """Years that the story moves on to a bare month: winter crosses years."""
        before, now = _month_of(anchor), _month_of(value)
        if before is None or now is None:
            return 0
        return 1 if before - now >= _WINTER_GAP else 0

    def _news_step(self, value: Value, anchor: Value, future: bool | None) -> int:
        """Years from the reference date to a bare month or day of news: the nearest, in the direction of the tense."""
        before, now = _month_of(anchor), _month_of(value)
        if before is None or now is None:
            return 0
        later = (now, value.day or 0) > (before, anchor.day or 0 if value.day else 0)
        if future is False and later:
            return -1 if now - before > 1 or value.day else 0
        if future is True and not later and now != before:
            return 1
        if future is None and now - before > 6:
            return -1
        return 1 if future is None and before - now > 9 else 0

    def _relative(self, spec: Relative, future: bool | None) -> Resolved:
        anchor = self.speech if spec.anchor == "speech" else self.story
        if spec.unit == "same":
            value = anchor if anchor is not None and not self.news else None
            return Resolved(None, value.timex() if value else None, "relative")
        value = self._shifted(spec, anchor, future) if anchor is not None else None
        if value is None:
            value = _unknown(spec)
            return Resolved(value, _vague_timex(spec, value), "relative", spec.mod)
        value = replace(value, mod=spec.mod or value.mod, time=spec.time or value.time)
        return Resolved(value, value.timex(), "relative", value.mod)

    def _shifted(self, spec: Relative, anchor: Value, future: bool | None) -> Value | None:
        if spec.weekday is not None:
            return self._weekday(spec, anchor, future)
        if spec.unit == "near" and spec.inner is not None:
            return self._near(spec, anchor)
        count = spec.count or 0
        if spec.unit == "weekend":
            week = shift(anchor, "week", count)
            return None if week is None else replace(week, weekend=True)
        value = shift(anchor, spec.unit, count)
        if value is None or spec.inner is None:
            return value
        inner = spec.inner
        if inner.month is None and inner.day is not None:
            return _day_of(value, inner.day)
        return replace(inner, year=value.year, month=inner.month or value.month)

    def _near(self, spec: Relative, anchor: Value) -> Value | None:
        """`last June`, `the following spring`, `that same October`: the nearest in the direction."""
        inner, count = spec.inner or Value(), spec.count or 0
        before, now = _month_of(anchor), _month_of(inner)
        if anchor.years is None or now is None:
            return None
        year = anchor.years[0]
        if before is None or count == 0:
            return replace(inner, year=year + count)
        if count > 0:
            year += 0 if now > before else 1
        else:
            year -= 0 if now < before else 1
        return replace(inner, year=year)

    def _weekday(self, spec: Relative, anchor: Value, future: bool | None) -> Value | None:
        number = spec.weekday or 1
        if spec.unit == "week":
            monday = shift(anchor, "day", 7 * (spec.count or 0))
            return None if monday is None else on_weekday(monday, number, 0)
        count = spec.count
        if count is None:
            count = 1 if future else -1
            same = on_weekday(anchor, number, 0)
            if same is not None and same == replace(anchor, mod=None, time=""):
                return same
        return on_weekday(anchor, number, count)


def _month_of(value: Value) -> int | None:
    """The month in which a value begins, also of a season or quarter."""
    if value.month is not None:
        return value.month
    day = value.first_day() if value.years is not None else replace(value, year=2000).first_day()
    return None if day is None or value.unit in ("year", "decade", "century", "millennium") else day.month


def _day_of(month: Value, day: int) -> Value | None:
    if month.years is None or month.month is None or day > days_in_month(month.years[0], month.month):
        return None
    return Value(month.years[0], month.month, day)


def _unknown(spec: Relative) -> Value | None:
    return replace(spec.inner, mod=spec.mod) if spec.inner is not None else None


def _vague_timex(spec: Relative, value: Value | None) -> str | None:
    if value is not None:
        return value.timex()
    if spec.weekday is not None:
        return f"XXXX-WXX-{spec.weekday}{spec.time}"
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(spec.unit, "XXXX") + spec.time
