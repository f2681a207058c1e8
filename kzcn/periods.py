"""The periods of `--period` and of the headings in a long timeline, read from `tables/periods.csv`.

Years there are astronomical, as in EDTF: -201 is 202 BC. The first period has no beginning and the last no end.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from kzcn.errors import UsageError
from kzcn.suggest import no_such

__all__ = ["Period", "heading", "named", "periods"]

_TABLE = Path(__file__).parent / "tables" / "periods.csv"
_YEAR = 10_000
"""Bounds of dates count so many a year."""


class Period(NamedTuple):
    """A period of history: its name on the command line, its words for people, its first and last year."""

    name: str
    label: str
    first: int | None
    last: int | None

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The first and the last day, year·10000 + month·100 + day; None where open."""
        first = None if self.first is None else self.first * _YEAR + 101
        return first, None if self.last is None else self.last * _YEAR + 1231

    @property
    def heading(self) -> str:
        """The label with its years: "Tang dynasty, 618 – 907"."""
        if self.first is None:
            return f"{self.label}, until {_shown(self.last or 0)}"
        if self.last is None:
            return f"{self.label}, since {_shown(self.first)}"
        return f"{self.label}, {_shown(self.first)} – {_shown(self.last)}"


@cache
def periods() -> tuple[Period, ...]:
    """All periods, earliest first."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return tuple(
        Period(name, label, _year(first), _year(last))
        for name, label, first, last in (line.split(",") for line in lines)
    )


def named(name: str) -> Period:
    """The period of this name, however it is capitalised.

    Raises: UsageError where there is none.
    """
    for period in periods():
        if period.name == name.lower():
            return period
    raise UsageError(no_such("period", name, [period.name for period in periods()]))


def heading(bound: int) -> str:
    """The heading for what begins on this day: that of the last period that has begun by then."""
    begun = [period for period in periods() if (period.bounds[0] or bound) <= bound]
    return begun[-1].heading


def _year(text: str) -> int | None:
    return int(text) if text else None


def _shown(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
