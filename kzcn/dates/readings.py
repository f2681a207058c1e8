"""What a rule of the grammar reads out of words, before the context has its say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from kzcn.dates.mention import MentionType
from kzcn.dates.patterns import Pattern, compile_pattern
from kzcn.dates.pieces import PIECES, Hit
from kzcn.dates.values import Value

__all__ = ["Anchor", "Drafted", "Fixed", "Joint", "Part", "Reading", "Regnal", "Relative", "Rule", "Spec", "rule"]

Anchor = Literal["story", "speech", "writing"]
Joint = Literal["range", "list"]


@dataclass(frozen=True, slots=True)
class Relative:
    """A time that is told from another: `count` units after the anchor, and within it what `inner` says.

    The anchor "story" is the time the text has come to ("the next day"); "speech" is the time of writing where the
    text is told from there ("last year"), else the story; "writing" is the same, but nothing without a reference date
    ("two years ago"). A count of None is vague ("the weekend").
    """

    unit: str
    count: int | None
    anchor: Anchor = "story"
    inner: Value | None = None
    weekday: int | None = None
    time: str = ""
    mod: str | None = None
    compares: bool = False
    """It may stand for the same part of another year: "a year earlier"."""
    counted: bool = False
    """So many units from the anchor are told in words, so that it is more exact than its unit: "three weeks later"."""
    base: Value | None = None
    """The date it is told from, where the words name it: "two days after 3 May 1808"."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that no context changes: a duration, a set, "now"."""

    timex: str | None
    mod: str | None = None
    narrative: str | None = None
    """The value in a text that tells a story, where another is customary there."""


Spec = Value | Relative | Fixed


@dataclass(frozen=True, slots=True)
class Part:
    """One end of a range or member of a list: tokens and meaning."""

    first: int
    last: int
    spec: Spec


@dataclass(frozen=True, slots=True)
class Regnal:
    """So many years into a reign, the year of the accession being the first; whose it is, where the words name him."""

    number: int
    king: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one expression. `first` and `last` narrow the tokens where the pattern took in more."""

    type: MentionType
    spec: Spec | None
    parts: tuple[Part, ...] = ()
    joint: Joint | None = None
    first: int | None = None
    last: int | None = None
    steps: Relative | None = None
    """Where a duration points to if a date follows: "two days after the fall of the town on 3 May 1808"."""
    regnal: Regnal | None = None
    """The year of a reign whose beginning is still to be found."""


@dataclass(slots=True)
class Drafted:
    """A found expression, from token `first` to `last` (end exclusive), that may still be joined with its neighbour."""

    first: int
    last: int
    reading: Reading
    rule: str


Builder = Callable[[Hit], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the grammar: its name, its pattern, what it builds, and texts it reads."""

    name: str
    pattern: Pattern
    build: Builder
    examples: tuple[str, ...] = field(default=())


def rule(name: str, pattern: str, build: Builder, *examples: str) -> Rule:
    """A row of the grammar."""
    return Rule(name, compile_pattern(pattern, PIECES), build, examples)
