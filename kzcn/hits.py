"""Where a search found its words: the text of a fact with the hits in square brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kzcn.filters import expression
from kzcn.store.words import han_runs

if TYPE_CHECKING:
    from kzcn.store.read import Database

__all__ = ["hits_of"]

_SEARCHED = ("title", "kind", "measure", "parties", "place", "instrument", "names")
"""Columns of the index as they stand in it; of Chinese runs it has single characters, so they are looked for here."""
_ORDER = (0, 6, 4, 5, 3, 2, 1)
"""Which column's hit is told, the first that has one: the title's, else a name's, a place's ..."""
_OPEN, _CLOSE = "[", "]"
_BETWEEN = " · "
"""Parts parties and names in the index."""
_INNER = "\x02"
"""Begins a hit in what SQLite gives; no text has it."""


def hits_of(database: Database, text: str) -> dict[str, str]:
    """Fact to the text in which the words were found, with the hits marked: `Loan for [pipelines]`.

    Raises: UsageError where the text holds no word.
    """
    marked = ", ".join(f"highlight(facts_fts, {number}, char(2), '{_CLOSE}')" for number in range(len(_SEARCHED)))
    found = database.rows(
        f"SELECT f.id, {marked} FROM facts_fts JOIN facts f ON f.no = facts_fts.rowid WHERE facts_fts MATCH ?",
        (expression(text),),
    )
    runs = han_runs(text)
    return {row[0]: hit for row in found if (hit := _best(list(row)[1:], runs)) is not None}


def _best(texts: Sequence[str], runs: Sequence[str]) -> str | None:
    for number in _ORDER:
        hit = texts[number]
        for run in runs:
            hit = hit.replace(run, f"{_INNER}{run}{_CLOSE}")
        for piece in hit.split(_BETWEEN):
            if _INNER in piece:
                return piece.replace(_INNER, _OPEN)
    return None
