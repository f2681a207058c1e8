"""Cells and groups as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from kzcn.output.clean import visible

__all__ = ["Mark", "cells", "legend", "sections", "without_amount"]

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


_DIGITS = re.compile(r"\d+")
_AMOUNT = re.compile(r"(?:(?:about|almost|more than|at least|up to|c\.) )?\S?[\d.,–]+(?: \S+){0,2}")
"""An amount by itself: `about 22 %`, `$4.2 billion`, `5,000 km²`."""


def cells(row: Mapping[str, object], columns: Sequence[str], id_length: int) -> list[str]:
    """The texts of a row, harmless on a terminal."""
    return [visible(_title(row, columns) if column == "title" else _text(row, column, id_length)) for column in columns]


def legend(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> list[str]:
    """What the marks and abbreviations in these rows mean."""
    if "title" not in columns:
        return []
    used = {mark.sign for row in rows for mark in _marks(row)}
    meanings = [f"{mark.sign} {mark.meaning}" for mark in _MARKS if mark.sign in used]
    shown = [_FOR_PEOPLE[name] for name in ("date", "value") if name in columns]
    rough = any(str(row.get(name) or "").startswith("c. ") for row in rows for name in shown)
    return [*meanings, "c. about"] if rough else meanings


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
    if column == "inputs" and isinstance(value, tuple):
        return " ".join(str(name)[:id_length] for name in value)
    if column == "hit" and _in_title(row):
        return ""
    if isinstance(value, (list, tuple)):
        return (" " if column == "sources" else ", ").join(map(str, value))
    return str(value)


def _title(row: Mapping[str, object], columns: Sequence[str]) -> str:
    title = str(row.get("title") or "")
    if row.get("hit") and _in_title(row):
        title = str(row["hit"])
    if "value" in columns:
        title = without_amount(title, str(row.get("value_shown") or ""))
    return " ".join([title, *(mark.sign for mark in _marks(row))])


def _in_title(row: Mapping[str, object]) -> bool:
    """Whether the hits of a search stand in the title."""
    return str(row.get("hit") or "").replace("[", "").replace("]", "") == row.get("title")


def without_amount(title: str, value: str) -> str:
    """A title without the amount at its end, where a column beside has it: "Trade target: up to $35 billion"."""
    name, _, rest = title.rpartition(": ")
    same = _AMOUNT.fullmatch(rest) and _DIGITS.findall(rest) == _DIGITS.findall(value)
    return name if name and same else title


def _marks(row: Mapping[str, object]) -> list[Mark]:
    return [
        mark for mark in _MARKS if (row.get(mark.column) if mark.value is _ANY else row.get(mark.column) == mark.value)
    ]
