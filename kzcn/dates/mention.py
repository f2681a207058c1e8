"""What the date engine hands out: one temporal expression of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Basis", "DateMention", "MentionType"]

MentionType = Literal["date", "time", "duration", "set", "period"]
Basis = Literal["stated", "relative", "inherited", "period"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression and its value. Offsets are code points, ends exclusive."""

    start: int
    end: int
    text: str
    type: MentionType
    edtf: str | None = None
    """None where EDTF cannot say it: durations, sets, "now"."""
    timex: str | None = None
    """TIMEX3 value: `1992-01-03`, `199`, `BC0036`, `P3Y`, `PRESENT_REF`; None for a range, whose parts have theirs."""
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, LESS_THAN, MORE_THAN …"""
    parts: tuple[DateMention, ...] = ()
    """The two ends of a range."""
    basis: Basis = "stated"
    """Inherited: the year or month comes from the context; relative: "the next day"; period: from a table of names."""
    lead: int = -1
    """Where the words that govern the expression begin ("in", "since", "sometime around"); `start` where none do."""
    relation: str | None = None
    """The governing word that opens the date to one side: by, until, before, since, after, from; else None.

    After "since" and "from … on" what is told goes on; after "after" it happened once.
    """

    def __post_init__(self) -> None:
        if self.lead < 0:
            object.__setattr__(self, "lead", self.start)

    def to_dict(self) -> dict[str, object]:
        """The mention as `kzcn dates` prints it: start, end, text, type, edtf, timex, mod, parts."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type,
            "edtf": self.edtf,
            "timex": self.timex,
            "mod": self.mod,
            "parts": [part.to_dict() for part in self.parts],
        }
