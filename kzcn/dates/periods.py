"""Named periods and reigns: "the Tang dynasty", "the Crimean War", "the reign of Louis XIV"."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kzcn.dates.tokens import TAG, Tokens, tokenize
from kzcn.dates.words import word_set

__all__ = ["Period", "find_periods"]

_KINDS = frozenset({"dynasty", "Dynasty", "era", "Era", "period", "Period"})
"""What makes a period of the name before it."""
_REIGNS = frozenset({"reign", "rule", "Reign"})
"""What makes a period of the name after it."""
_TITLES = word_set("emperor king queen tsar czar sultan khan shah empress prince the of")
_LONGEST = 6
"""Words in the name of a ruler at most."""


class Period(NamedTuple):
    """Tokens that name a period, end exclusive, and its EDTF interval where the table knows it."""

    first: int
    last: int
    interval: str | None


@cache
def _table() -> dict[str, list[tuple[list[str], str]]]:
    """First word -> the names that begin with it as words, longest first, and their intervals."""
    text = files("kzcn.dates").joinpath("periods.csv").read_text(encoding="utf-8")
    table: dict[str, list[tuple[list[str], str]]] = {}
    for row in csv.DictReader(text.splitlines()):
        words = tokenize(row["name"]).words
        table.setdefault(words[0], []).append((words, row["interval"]))
    for names in table.values():
        names.sort(key=_length)
    return table


@cache
def _telling() -> frozenset[str]:
    """The words at which a period may be found."""
    return frozenset((*_table(), *_KINDS, *_REIGNS))


def _length(name: tuple[list[str], str]) -> int:
    return -len(name[0])


def find_periods(tokens: Tokens) -> Iterator[Period]:
    """The periods a text names, from left to right: those of the table, then any dynasty, era or reign."""
    table, telling, end = _table(), _telling(), 0
    if telling.isdisjoint(tokens.words):
        return  # most texts name none
    for at, word in enumerate(tokens.words):
        if word not in telling or at < end:
            continue
        period = _known(tokens, at, table) or _unknown(tokens, at)
        if period is not None and period.first >= end:
            yield period
            end = period.last


def _known(tokens: Tokens, at: int, table: dict[str, list[tuple[list[str], str]]]) -> Period | None:
    for words, interval in table.get(tokens.words[at], ()):
        if tokens.words[at : at + len(words)] == words:
            return Period(_with_article(tokens, at), at + len(words), interval)
    return None


def _unknown(tokens: Tokens, at: int) -> Period | None:
    word = tokens.words[at]
    if word in _KINDS and at and tokens.tags[at - 1] == TAG["NAME"]:
        return Period(_with_article(tokens, at - 1), at + 1, None)
    if word not in _REIGNS or tokens.words[at + 1 : at + 2] != ["of"]:
        return None
    last = at + 2
    while last < len(tokens.words) and last - at < _LONGEST and _names_ruler(tokens, last):
        last += 1
    return Period(_with_article(tokens, at), last, None) if tokens.tags[last - 1] == TAG["NAME"] else None


def _names_ruler(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at] == TAG["NAME"] or tokens.words[at].lower() in _TITLES


def _with_article(tokens: Tokens, at: int) -> int:
    return at - 1 if at and tokens.tags[at - 1] == TAG["THE"] else at
