"""What can be checked and added up in an answer: sentences for below its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from kzcn.store.values import money, number

if TYPE_CHECKING:
    from kzcn.query import FactRow

__all__ = ["border_notes", "trade_notes"]

Note = tuple[str | None, str]
"""Heading of the section it belongs to, and the sentence."""

_TOLERANCE = 0.001
_SUMMED = {"investment": "Investments", "loan": "Loans", "grant": "Grants", "acquisition": "Purchases"}


def border_notes(rows: Sequence[FactRow]) -> Iterator[Note]:
    """Whether land and water make the total, for each total that has its parts, and the shares a whole."""
    lengths = [row for row in rows if row.unit == "km" and row.status == "stated"]
    for total in _of_kind(lengths, "border_length"):
        parts = product(_beside(total, lengths, "border_land_length"), _beside(total, lengths, "border_water_length"))
        sums = [(land, water) for land, water in parts]
        fitting = [pair for pair in sums if _equal(_value(pair[0]) + _value(pair[1]), _value(total))]
        for land, water in (fitting or sums)[:1]:
            yield total.section, _sum_sentence(land, water, total, fits=bool(fitting))
    yield from _share_notes(rows)


def _share_notes(rows: Sequence[FactRow]) -> Iterator[Note]:
    """Whether the shares that one source gives make a whole."""
    shares = [row for row in _of_kind(rows, "disputed_share") if row.unit == "percent" and row.status == "stated"]
    for source in sorted({name for row in shares for name in row.sources}):
        together = [row for row in shares if source in row.sources]
        if len(together) > 1:
            total = sum(map(_value, together))
            parts = " + ".join(number(_value(row)) for row in together)
            yield (
                together[0].section,
                f"Check: {parts} = {number(total)} %{'' if _equal(total, 100) else ', not 100 %'}",
            )
            return


def trade_notes(rows: Sequence[FactRow]) -> Iterator[Note]:
    """Sums of what can be summed: one kind, one currency, done, no ranges, no running totals, no conflicts."""
    for kind, words in _SUMMED.items():
        chosen = [row for row in _of_kind(rows, kind) if _can_be_summed(row)]
        for unit in sorted({row.unit or "" for row in chosen}):
            together = [row for row in chosen if row.unit == unit]
            if len(together) > 1:
                yield together[0].section, _together(words, unit, together)


def _of_kind(rows: Sequence[FactRow], kind: str) -> list[FactRow]:
    return [row for row in rows if row.kind == kind]


def _beside(total: FactRow, rows: Sequence[FactRow], kind: str) -> list[FactRow]:
    """The parts that may belong to a total: no other parties, a common source."""
    return [
        row
        for row in _of_kind(rows, kind)
        if (not row.parties or not total.parties or set(row.parties) == set(total.parties))
        and set(row.sources) & set(total.sources)
    ]


def _value(row: FactRow) -> float:
    return row.value or 0


def _equal(first: float, second: float) -> bool:
    return abs(first - second) <= _TOLERANCE * max(abs(first), abs(second), 1)


def _sum_sentence(land: FactRow, water: FactRow, total: FactRow, *, fits: bool) -> str:
    added = number(round(_value(land) + _value(water), 6))
    parts = f"land {number(_value(land))} + water {number(_value(water))} = {added} km"
    return f"Check: {parts}, the total" if fits else f"Check: {parts}, but the total says {number(_value(total))} km"


def _can_be_summed(row: FactRow) -> bool:
    running_total = row.date is None or ".." in row.date
    return (
        row.value is not None
        and row.value_max is None
        and row.polarity == "done"
        and row.rank != "deprecated"
        and not row.conflicts
        and not running_total
    )


def _together(words: str, unit: str, rows: Sequence[FactRow]) -> str:
    total = sum(row.value or 0 for row in rows)
    low = any(row.qualifier == "more_than" for row in rows)
    rough = any(row.qualifier in {"about", "almost", "up_to"} for row in rows)
    word = "about " if rough else "at least " if low else ""
    return f"{words} named here with a date, together: {word}{money(total, unit)} ({len(rows)} amounts)"
