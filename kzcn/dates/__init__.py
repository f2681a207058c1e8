"""Dates in prose: `find` gives the temporal expressions of a text, `EDTF` holds and compares their values.

    text -> tokens, a tag each (tokens, words) -> readings of the longest patterns (scan, patterns, pieces, rules_*,
    guards) -> ranges joined (finder) -> values from the line of narration or the reference date (places, context,
    values, calendar) -> mentions, with named periods between them (periods, mention)

A rule is a row: name, pattern over tags, builder, examples. A pattern is bounded, so the time grows with the length.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kzcn.dates.edtf import EDTF, Bounds, Point
from kzcn.dates.mention import DateMention
from kzcn.dates.option import read_option

if TYPE_CHECKING:
    from datetime import date

__all__ = ["EDTF", "Bounds", "DateMention", "Point", "find", "read_option"]


def find(text: str, reference_date: str | date | None = None) -> list[DateMention]:
    """The temporal expressions of a text, in order, none overlapping another.

    `reference_date` is when the text was written (ISO 8601, or a date); news is told from there.
    Raises BadDate when the reference date cannot be read.
    """
    if reference_date is None and len(text) <= _SHORT:
        return list(_find_alone(text))
    return _find(text, reference_date)


_SHORT = 40
"""Code points of the words of one date, which is asked for several times."""


@lru_cache(maxsize=4096)
def _find_alone(text: str) -> tuple[DateMention, ...]:
    return tuple(_find(text))


def _find(text: str, reference_date: str | date | None = None) -> list[DateMention]:
    from kzcn.dates.finder import find as find_in  # noqa: PLC0415 - the grammar is built at the first text

    return find_in(text, reference_date)
