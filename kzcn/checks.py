"""What can be checked and added up in an answer: parts against totals, shares against 100, growth against its years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from kzcn.amounts import money, number

if TYPE_CHECKING:
    from kzcn.query import FactRow

__all__ = ["Check", "check_notes", "checks", "trade_notes"]

Note = tuple[str | None, str]
"""Heading of the section it belongs to, and the sentence."""

_Kinds = defaultdict[str, "list[FactRow]"]
"""Facts by kind."""
_SUMMED = {"investment": "Investments", "loan": "Loans", "grant": "Grants", "acquisition": "Purchases"}
_WHOLES = (
    ("border_length", ("border_land_length", "border_water_length"), ("land", "water")),
    ("trade_turnover", ("exports", "imports"), ("exports", "imports")),
)
"""Kind of a total, the kinds of its parts, and their words."""
_ACTS = ("treaty_signed", "treaty_ratified", "treaty_in_force", "treaty_extended", "treaty_ended")
_ROUGH = 0.05
"""How far, as a share of it, a number may be off that is told as "about"."""


class Check(NamedTuple):
    """Numbers or dates that must agree, and whether they do."""

    check: str
    """parts, shares, growth or order."""
    verdict: str
    """holds, rounded (holds within the rounding of the numbers) or fails."""
    sentence: str
    inputs: tuple[str, ...]
    """Ids of the facts compared."""


def checks(rows: Sequence[FactRow]) -> Iterator[Check]:
    """Every check that the facts allow, those of one sort together."""
    stated = _Kinds(list)
    for row in rows:
        if row.status == "stated" and row.polarity == "done" and (row.value is None or row.value_max is None):
            stated[row.kind].append(row)
    for rule in (_part_checks, _share_checks, _growth_checks, _order_checks):
        yield from rule(stated)


def check_notes(rows: Sequence[FactRow]) -> Iterator[Note]:
    """The checks of numbers, each below the section of the last number it compares."""
    sections = {row.id: row.section for row in rows}
    for check in checks(rows):
        if check.check != "order":
            yield sections[check.inputs[-1]], f"Check: {check.sentence}"


def trade_notes(rows: Sequence[FactRow]) -> Iterator[Note]:
    """Checks, and sums of what can be summed: one kind and currency, done, no ranges, running totals or conflicts."""
    yield from check_notes(rows)
    for kind, words in _SUMMED.items():
        chosen = [row for row in rows if row.kind == kind and _can_be_summed(row)]
        for unit in sorted({row.unit or "" for row in chosen}):
            together = [row for row in chosen if row.unit == unit]
            if len(together) > 1:
                yield together[0].section, _together(words, unit, together)


def _part_checks(rows: _Kinds) -> Iterator[Check]:
    """For each total that has its parts beside: the parts that fit it, else the first."""
    for whole, parts, words in _WHOLES:
        for total in rows[whole]:
            sums = list(product(*(_beside(total, rows, part) for part in parts)))
            fitting = [found for found in sums if _verdict(_sum(found), total.value or 0, [*found, total]) != "fails"]
            for found in (fitting or sums)[:1]:
                yield _part_check(total, found, words)


def _part_check(total: FactRow, parts: Sequence[FactRow], words: Sequence[str]) -> Check:
    verdict = _verdict(_sum(parts), _value(total), [*parts, total])
    added = " + ".join(f"{word} {_shown(part.value, part)}" for word, part in zip(words, parts, strict=True))
    ends = {"holds": "the total", "rounded": f"the total of {_shown(total.value, total)} within rounding"}
    end = ends.get(verdict, f"but the total says {_amount(total)}")
    sentence = f"{added} = {_amount(total, round(_sum(parts), 6))}, {end}"
    return Check("parts", verdict, sentence, (*(part.id for part in parts), total.id))


def _share_checks(rows: _Kinds) -> Iterator[Check]:
    """Whether the shares that one source gives make a whole; what several sources give alike is checked once."""
    shares = [row for row in rows["disputed_share"] if row.unit == "percent"]
    together = (
        tuple(row for row in shares if name in row.sources) for name in sorted({n for r in shares for n in r.sources})
    )
    for found in dict.fromkeys(together):
        if len(found) > 1:
            verdict = _verdict(_sum(found), 100, found)
            ends = {"holds": "", "rounded": ", 100 % within rounding", "fails": ", not 100 %"}
            parts = " + ".join(number(_value(row)) for row in found)
            sentence = f"{parts} = {number(round(_sum(found), 6))} %{ends[verdict]}"
            yield Check("shares", verdict, sentence, tuple(row.id for row in found))


def _growth_checks(rows: _Kinds) -> Iterator[Check]:
    """Growth against the turnover of its year and of the year before, where both are stated."""
    for growth in rows["trade_growth"]:
        year = growth.date or ""
        if not year.isdecimal() or growth.unit != "percent":
            continue
        turnovers = [row for row in rows["trade_turnover"] if _belong(growth, row) and row.value]
        now = [row for row in turnovers if row.date == year]
        before = [row for row in turnovers if row.date == f"{int(year) - 1:04}"]
        for pair in product(before, now):
            if pair[0].unit == pair[1].unit:
                yield _growth_check(growth, *pair)


def _growth_check(growth: FactRow, before: FactRow, now: FactRow) -> Check:
    found = (_value(now) / _value(before) - 1) * 100
    doubt = 100 * _value(now) / _value(before) * sum(_doubt(row) / abs(_value(row)) for row in (before, now))
    off = abs(found - _value(growth))
    verdict = "holds" if off <= _doubt(growth) else "rounded" if off <= doubt + _doubt(growth) else "fails"
    ends = {"holds": "as told", "rounded": f"{number(_value(growth))} % as told within rounding"}
    end = ends.get(verdict, f"but {number(_value(growth))} % is told")
    sentence = f"{_amount(before)} to {_amount(now)} is {number(round(found, 1))} %, {end}"
    return Check("growth", verdict, sentence, (before.id, now.id, growth.id))


def _order_checks(rows: _Kinds) -> Iterator[Check]:
    """Whether the acts of each instrument follow each other as acts do."""
    lives: dict[str, list[FactRow]] = {}
    for row in (row for kind in _ACTS for row in rows[kind]):
        if row.life is not None and row.earliest is not None and row.latest is not None:
            lives.setdefault(row.life, []).append(row)
    for acts in lives.values():
        ordered = sorted(acts, key=lambda act: (_ACTS.index(act.kind), act.earliest or 0))
        if len({act.kind for act in ordered}) > 1:
            wrong = any(_ends_before(later, earlier) for earlier, later in pairwise(ordered))
            sentence = ", then ".join(f"{act.kind_label.lower()} {act.date_shown}" for act in ordered)
            yield Check("order", "fails" if wrong else "holds", sentence, tuple(act.id for act in ordered))


def _ends_before(later: FactRow, earlier: FactRow) -> bool:
    return later.latest is not None and earlier.earliest is not None and later.latest < earlier.earliest


def _beside(total: FactRow, rows: _Kinds, kind: str) -> list[FactRow]:
    """The parts that may belong to a total: one unit and date, no other parties, a common source."""
    return [
        row
        for row in rows[kind]
        if _belong(total, row) and row.unit == total.unit and (total.date is None or row.date in {total.date, None})
    ]


def _belong(first: FactRow, second: FactRow) -> bool:
    alike = not first.parties or not second.parties or set(first.parties) == set(second.parties)
    return alike and bool(set(first.sources) & set(second.sources))


def _value(row: FactRow) -> float:
    return row.value or 0


def _sum(rows: Sequence[FactRow]) -> float:
    return sum(map(_value, rows))


def _verdict(found: float, wanted: float, rows: Sequence[FactRow]) -> str:
    off = abs(found - wanted)
    if off <= 1e-9 * max(abs(wanted), 1):
        return "holds"
    return "rounded" if off <= sum(map(_doubt, rows)) * (1 + 1e-9) else "fails"


def _doubt(row: FactRow) -> float:
    """Half of the last decimal place, or of the unit of the scale word: 0.005 for 12.34, 50 million for 1.2 billion."""
    value, scale = abs(_value(row)), 1.0
    for factor in (1e12, 1e9, 1e6):
        if value >= factor:
            scale = factor
            break
    decimals = len(f"{value / scale:.9f}".rstrip("0").partition(".")[2])
    half = scale * 10.0**-decimals / 2
    return half if row.qualifier == "exact" or row.unit == "percent" else max(half, _ROUGH * value)


def _amount(row: FactRow, value: float | None = None) -> str:
    """The number of a row, or another one, with the row's unit."""
    shown = _value(row) if value is None else value
    unit = row.unit or ""
    return money(shown, unit) if len(unit) == 3 and unit.isupper() else f"{number(shown)} {unit}"


def _shown(value: float | None, row: FactRow) -> str:
    unit = row.unit or ""
    return money(value or 0, unit) if len(unit) == 3 and unit.isupper() else number(value or 0)


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
