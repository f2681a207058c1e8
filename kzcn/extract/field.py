"""A labelled run of text, as the rules for fields take it."""

from __future__ import annotations

from dataclasses import dataclass

from kzcn.extract.dating import Dated

__all__ = ["Field"]


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled run of the clean text: a field, a cell, or a sentence such as "Turnover: 3 million (1951)"."""

    start: int
    end: int
    labels: tuple[str, ...]
    section: tuple[str, ...]
    row: tuple[Dated, ...] = ()
    """The date of the row that a cell stands in, or of the list that an instrument stands in."""
    cell: bool = False
    lone: bool = False
    """It is the only cell of its row beside the one that names the row."""
    is_instrument: bool = False
    """Its label is the name of an instrument."""
