"""What a number measures: the rows of `tables/measures.toml`, and which of them a number fits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kzcn.extract.frames import load_table
from kzcn.model import Polarity

__all__ = ["Measure", "choose", "measures"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the table: sorts of quantities and cue words -> kind."""

    kind: str
    sorts: frozenset[str]
    label: str
    words: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    polarity: Polarity | None = None
    examples: tuple[Mapping[str, Any], ...] = ()
    counter: tuple[str, ...] = ()

    def fits(self, sort: str, near: Collection[str], words: Collection[str], polarity: Polarity) -> bool:
        """Does a number of this sort, with these words in its phrase and its clause, fit the row?"""
        return (
            sort in self.sorts
            and (self.polarity is None or self.polarity == polarity)
            and (not self.near or not self.near.isdisjoint(near))
            and (not self.words or not self.words.isdisjoint(words))
            and (not self.also or not self.also.isdisjoint(words))
        )


@cache
def measures() -> tuple[Measure, ...]:
    """All rows, in the order in which they are tried."""
    return tuple(
        Measure(
            kind=row["kind"],
            sorts=frozenset(row["sorts"]),
            label=row["label"],
            words=frozenset(row.get("words", ())),
            also=frozenset(row.get("also", ())),
            near=frozenset(row.get("near", ())),
            polarity=row.get("polarity"),
            examples=tuple(row.get("examples", ())),
            counter=tuple(row.get("counter", ())),
        )
        for row in load_table("measure")
    )


def choose(sort: str, near: Collection[str], scopes: Collection[Collection[str]], polarity: Polarity) -> Measure | None:
    """The first row that fits, with the words of each scope in turn: the clause, then the sentence.

    A row that asks for no words is taken only when no scope gives a better one.
    """
    asking, plain = _rows_of(sort)
    for words in scopes:
        for measure in asking:
            if measure.fits(sort, near, words, polarity):
                return measure
    return next((row for row in plain if row.fits(sort, near, (), polarity)), None)


@cache
def _rows_of(sort: str) -> tuple[tuple[Measure, ...], tuple[Measure, ...]]:
    """The rows for a sort of quantity: those that ask for words, and those that ask for none."""
    rows = [row for row in measures() if sort in row.sorts]
    plain = tuple(row for row in rows if not row.words and not row.near)
    return tuple(row for row in rows if row.words or row.near), plain
