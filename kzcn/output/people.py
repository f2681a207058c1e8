"""Cells and groups as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from kzcn.output.clean import visible

__all__ = ["Mark", "cells", "legend", "sections"]

_FOR_PEOPLE = {
    "date": "date_shown",
    "value": "value_shown",
    "kind": "kind_label",
    **{act: f"{act}_shown" for act in ("signed", "ratified", "in_force", "extended", "ended")},
}
"""Columns whose value has a form for people beside."""


class Mark(NamedTuple):
    """A sign after a title: where it stands and what it means."""

    column: str
    value: object
    sign: str
    meaning: str


_ANY = object()
_MARKS = (
    Mark("status", "derived", "†", "computed from other facts"),
    Mark("conflicts", _ANY, "≠", "sources disagree"),
    Mark("attribution", _ANY, "»", "told as somebody's word: see show"),
    Mark("polarity", "planned", "◦", "planned, not known to have been done"),
    Mark("polarity", "reported", "?", "reported, not certain"),
    Mark("polarity", "denied", "✗", "denied"),
    Mark("rank", "deprecated", "↓", "a better fact stands beside"),
)


def cells(row: Mapping[str, object], columns: Sequence[str], id_length: int) -> list[str]:
    """The texts of a row, harmless on a terminal."""
    return [visible(_text(row, column, id_length)) for column in columns]


def legend(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """What the marks in these rows mean, in one line; empty where there are none."""
    if "title" not in columns:
        return ""
    used = {mark.sign for row in rows for mark in _marks(row)}
    return "   ".join(f"{mark.sign} {mark.meaning}" for mark in _MARKS if mark.sign in used)


def sections(rows: Sequence[Mapping[str, object]]) -> Iterator[tuple[str | None, list[Mapping[str, object]]]]:
    """The rows by their section, in order; one group without a name where they have none."""
    for name, group in groupby(rows, key=lambda row: row.get("section")):
        yield None if name is None else str(name), list(group)


def _text(row: Mapping[str, object], column: str, id_length: int) -> str:
    value = row.get(_FOR_PEOPLE.get(column, column), row.get(column))
    if value is None:
        return ""
    if column == "id":
        return str(value)[:id_length]
    if column == "title":
        return " ".join([str(value), *(mark.sign for mark in _marks(row))])
    if isinstance(value, (list, tuple)):
        return (" " if column == "sources" else ", ").join(map(str, value))
    return str(value)


def _marks(row: Mapping[str, object]) -> list[Mark]:
    return [
        mark for mark in _MARKS if (row.get(mark.column) if mark.value is _ANY else row.get(mark.column) == mark.value)
    ]
