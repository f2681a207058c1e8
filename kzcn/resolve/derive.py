"""Facts that follow from others: the third of land, water and total; areas from shares; the year before from growth.

A computed number is rounded to what its inputs can bear: 22 % of 2,420 km2 is about 530 km2.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from kzcn.amounts import amount
from kzcn.dates import EDTF
from kzcn.kinds import BORDER_LENGTHS
from kzcn.model import Fact, Quantity

__all__ = ["COMPUTED", "derived", "uncertainty"]

_ANY = "any date"
_CROWD = 64
"""So many facts of one kind and source are looked through for those that belong to another."""
COMPUTED = (
    frozenset(BORDER_LENGTHS),
    frozenset(("disputed_share", "disputed_area")),
    frozenset(("trade_growth", "trade_turnover")),
)
"""Kinds that numbers are computed from, and are computed as, together."""
_PART_LABELS = {"border_length": "border", "border_land_length": "land border", "border_water_length": "water border"}


class _Computed(NamedTuple):
    """What was computed, and how in words for people."""

    kind: str
    label: str
    quantity: Quantity
    derivation: str
    measure: str | None


def derived(facts: Sequence[Fact]) -> list[Fact]:
    """What follows from the stated facts and is not stated itself, in the order of the facts it follows from."""
    usable = _Usable(fact for fact in facts if fact.quantity and fact.quantity.value_max is None and _holds(fact))
    return [*_third_lengths(usable), *_areas(usable), *_years_before(usable)]


def uncertainty(quantity: Quantity) -> Fraction:
    """Half of the last place that the number is given to: 0.05 for 34.1, 5 for 2,420."""
    value = abs(Fraction(str(quantity.value)))
    if value == 0:
        return Fraction(1, 2)
    place = Fraction(1)
    while (value / place).denominator > 1:
        place /= 10
    while (value / (place * 10)).denominator == 1:
        place *= 10
    return place / 2


def _holds(fact: Fact) -> bool:
    return fact.polarity == "done" and fact.rank != "deprecated"


class _Usable:
    """Facts to compute with, by what they must have in common."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_kind: defaultdict[str, list[Fact]] = defaultdict(list)
        self._beside: defaultdict[tuple[str, str, str | None], list[Fact]] = defaultdict(list)
        for fact in facts:
            self._by_kind[fact.kind].append(fact)
            for source in _sources(fact):
                self._beside[fact.kind, source, _ANY].append(fact)
                self._beside[fact.kind, source, fact.date].append(fact)

    def of_kind(self, kind: str) -> list[Fact]:
        """All of a kind, in order."""
        return self._by_kind[kind]

    def beside(self, fact: Fact, kind: str, date: str | None = _ANY) -> list[Fact]:
        """Those of a kind, and of a date, that share a source with a fact: of a crowd only the first."""
        found = (
            other
            for source in sorted(_sources(fact))
            for other in self._beside.get((kind, source, date), ())[: _CROWD + 1]
        )
        return list({other.id: other for other in found}.values())


def _belong(first: Fact, second: Fact) -> bool:
    """Whether two facts of one source speak of one thing: their parties do not contradict."""
    one, other = set(first.parties), set(second.parties)
    return one <= other or other <= one


def _sources(fact: Fact) -> set[str]:
    return {claim.evidence.source for claim in fact.claims}


def _third_lengths(facts: _Usable) -> Iterator[Fact]:
    """Total, land or water part of a border where only the other two are stated."""
    for missing in BORDER_LENGTHS:
        first_kind, second_kind = (kind for kind in BORDER_LENGTHS if kind != missing)
        for first in facts.of_kind(first_kind):
            seconds = [fact for fact in facts.beside(first, second_kind) if _belong(first, fact)]
            stated = [fact for fact in facts.beside(first, missing) if _belong(first, fact)]
            if len(seconds) == 1 and not stated:
                yield from _third_length(missing, first, seconds[0])


def _third_length(missing: str, first: Fact, second: Fact) -> Iterator[Fact]:
    one, other = _number(first), _number(second)
    sign = "+" if missing == "border_length" else "−"
    value = one + other if sign == "+" else one - other
    if value <= 0 or _unit(first) != _unit(second):
        return
    label = _PART_LABELS[missing]
    exact = all(fact.quantity and fact.quantity.qualifier == "exact" for fact in (first, second))
    quantity = Quantity(_plain_number(value), _unit(first), "exact" if exact else "about")
    computed = _Computed(missing, label.capitalize(), quantity, f"{_shown(first)} {sign} {_shown(second)}", label)
    yield _made(first, [first, second], computed)


def _areas(facts: _Usable) -> Iterator[Fact]:
    """Each side's part of the disputed land, where its area is stated once; the parties may be one side each."""
    for share in facts.of_kind("disputed_share"):
        areas = facts.beside(share, "disputed_area")
        if _unit(share) != "percent" or len(areas) != 1:
            continue
        whole = areas[0]
        part = _number(share) / 100
        doubt = part * _doubt(whole) + _number(whole) * _doubt(share) / 100
        quantity = Quantity(_rounded(part * _number(whole), doubt), _unit(whole), "about")
        label = share.title.rpartition(":")[0] or share.measure or "Share of the disputed land"
        label += f" of {share.parties[0]}" if len(share.parties) == 1 and share.parties[0] not in label else ""
        computed = _Computed("disputed_area", label, quantity, f"{_shown(share)} of {_shown(whole)}", share.measure)
        yield _made(share, [share, whole], computed)


def _years_before(facts: _Usable) -> Iterator[Fact]:
    """The turnover of the year before, from a year's turnover and growth, where it is not stated."""
    for growth in facts.of_kind("trade_growth"):
        year_facts = facts.beside(growth, "trade_turnover", growth.date)
        turnovers = [fact for fact in year_facts if _belong(growth, fact)]
        year = growth.date or ""
        if len(turnovers) != 1 or _unit(growth) != "percent" or not re.fullmatch(r"\d{4}", year):
            continue
        now, before = turnovers[0], f"{int(year) - 1:04}"
        factor = 1 + _number(growth) / 100
        known = [fact for fact in facts.beside(now, "trade_turnover", before) if _belong(now, fact)]
        if factor <= 0 or known:
            continue
        value = _number(now) / factor
        doubt = (_doubt(now) + value * _doubt(growth) / 100) / factor
        quantity = Quantity(_rounded(value, doubt), _unit(now), "about")
        shown = f"{_shown(now)} in {year} after growth of {_shown(growth)}"
        computed = _Computed("trade_turnover", "Trade turnover", quantity, shown, now.measure)
        yield _dated(_made(now, [now, growth], computed), before)


def _made(like: Fact, inputs: Sequence[Fact], computed: _Computed) -> Fact:
    """A derived fact with the date, parties and place of one of its inputs."""
    ids = tuple(sorted(fact.id for fact in inputs))
    name = hashlib.sha256(f"{computed.kind} {computed.derivation} {' '.join(ids)}".encode()).hexdigest()[:12]
    return replace(
        like,
        id=name,
        kind=computed.kind,
        title=f"{computed.label}: {amount(computed.quantity, about='about')}",
        aliases=(),
        quantity=computed.quantity,
        measure=computed.measure,
        names=(),
        rank="normal",
        rank_reason=None,
        status="derived",
        derived_from=ids,
        derivation=computed.derivation,
        claims=(),
        life=None,
        corrections=(),
        origins=min(fact.origins for fact in inputs),
        conflicts=(),
    )


def _dated(fact: Fact, date: str) -> Fact:
    earliest, latest = EDTF.parse(date).bounds()
    return replace(
        fact, date=date, date_basis="relative", earliest=earliest, latest=latest, stands_from=earliest, stands_to=latest
    )


def _number(fact: Fact) -> Fraction:
    return Fraction(str(fact.quantity.value)) if fact.quantity else Fraction(0)


def _doubt(fact: Fact) -> Fraction:
    return uncertainty(fact.quantity) if fact.quantity else Fraction(0)


def _unit(fact: Fact) -> str:
    return fact.quantity.unit if fact.quantity else ""


def _rounded(value: Fraction, doubt: Fraction) -> int | float:
    """The value to the place that its doubt leaves: with a doubt of 13 to tens."""
    step = Fraction(10) ** math.floor(math.log10(doubt))
    return _plain_number(round(value / step) * step)


def _plain_number(number: Fraction) -> int | float:
    return int(number) if number.denominator == 1 else float(number)


def _shown(fact: Fact) -> str:
    return amount(fact.quantity, about="about") if fact.quantity else ""
