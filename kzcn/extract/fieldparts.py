"""The parts of a labelled value, each with its own labels: "total: 20 km²; border: 9 km", "2018: 4; 2019: 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzcn.extract.dating import Dated
from kzcn.extract.headdates import head_date
from kzcn.extract.headunits import without_unit
from kzcn.model import Span

__all__ = ["Part", "parts", "shown_label"]

# a semicolon, a bar or bullet, the end of a sentence, a closing bracket before the next label or number, a dated value
# in brackets: (2015: 4 t)
_CUT = re.compile(
    r";|\s[|•·]\s|(?<=[\w)%\]])\.\s+(?=[A-Z(])|(?<=\))\s+(?=[A-Z][^:;.()]{1,40}:\s)|(?<=\)),\s+(?=[~≈<>+−–-]?\s?\d)"
    r"|\((?=(?:[A-Z][a-z]{2,8} )?\d{4}:\s)"
)
_SHORT = re.compile(r"(?:(?<!\d )\b[A-Za-z]{1,3}|\b(?:approx|incl|excl|prov|resp))\.\s+$", re.IGNORECASE)
_LABEL = re.compile(r"[\s(]*(?P<label>[^\W_](?:[^:;|()]|\([^:;|()]{0,40}\)){0,58}?)\s?:\s+(?=\S)")
_NAME_OF_SIDE, _VALUE_OF_SIDE = r"[A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20}){0,2}", r"[~<>≈+−-]?\d[\d.,]{0,12}\s?%?"
_UNNAMED = rf"\s?{_NAME_OF_SIDE} {_VALUE_OF_SIDE}\s*"
_SIDE = re.compile(rf"(?P<name>{_NAME_OF_SIDE}) (?P<value>{_VALUE_OF_SIDE})")
_SIDES = re.compile(rf"(?P<sides>{_UNNAMED}(?:/{_UNNAMED}){{1,4}})(?:\((?P<date>[^()]{{4,20}})\)\s*)?")
"""One value each for two or more, and their common date: "AB 2.1 / CD 3.4 (2016)"."""
_TABLE = re.compile(
    r"^table(?: \d{1,3})?[.:]\s|^(?:all |the )?(?:figures|values|amounts|data)\b.* in .*", re.IGNORECASE
)
"""The number of a table, and a line that is nothing but its unit."""


class Part(NamedTuple):
    """A part of a value: where it stands, what names it, and the date that heads it."""

    span: Span
    labels: tuple[str, ...]
    date: Dated | None = None


def parts(text: str, start: int, end: int, labels: tuple[str, ...]) -> Iterator[Part]:
    """The parts of the value at text[start:end] in order.

    A label of a part that begins with a capital takes the place of the one before, another one goes with it, and a
    date is the date of its part.
    """
    current = labels
    for piece in _pieces(text, start, end):
        found = _LABEL.match(text, *piece)
        if sides := _SIDES.fullmatch(text, *piece):
            yield from _sides(text, sides, current)
            continue
        if found is None:
            yield Part(piece, current)
            continue
        value = Span(found.end(), piece.end)
        day = head_date(found["label"])
        if day is not None:
            yield Part(value, current, day)
        elif found["label"][0].isupper():
            current = (found["label"],)
            yield Part(value, current)
        else:
            yield Part(value, (*current, found["label"]))


def _sides(text: str, sides: re.Match[str], labels: tuple[str, ...]) -> Iterator[Part]:
    day = head_date(sides["date"]) if sides["date"] else None
    for side in _SIDE.finditer(text, *sides.span("sides")):
        yield Part(Span(*side.span("value")), (*labels, side["name"]), day)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for cut in _CUT.finditer(text, start, end):
        if cut[0].startswith(".") and _SHORT.search(text[max(at, cut.end() - 12) : cut.end()]):
            continue
        yield Span(at, cut.start())
        at = cut.end()
    yield Span(at, end)


def shown_label(labels: Sequence[str]) -> str:
    """The labels as a title shows them: without dates, units and numbers of tables."""
    names = [without_unit(_TABLE.sub("", label)).strip(" ,:") for label in labels if head_date(label) is None]
    return " – ".join(dict.fromkeys(filter(None, names)))
