"""A user's corrections put on facts: what was read stays beside what it was mended to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kzcn.dates import EDTF
from kzcn.model import Action, Correction, Fact
from kzcn.resolve.facts import stands

__all__ = ["NUMBERS", "corrected", "unapplied"]

_RANKS: Mapping[Action, str] = {"reject": "deprecated", "prefer": "preferred"}
_WORDS: Mapping[Action, str] = {"reject": "rejected", "prefer": "preferred"}
NUMBERS = ("value", "value_max", "unit", "qualifier")
"""Slots that are parts of the quantity."""


def corrected(facts: Sequence[Fact], corrections: Sequence[Correction], actions: Collection[Action]) -> list[Fact]:
    """The facts, in the same order, with those corrections that are one of `actions` and name exactly one of them.

    Mended slots hold what the user says, and ranks what the user wants, each with the user's reason; a fact whose id is
    an alias or begins as the correction says is meant.

    Raises: BadDate where a date is mended to something that is no EDTF.
    """
    found = {fact.id: fact for fact in facts}
    for correction in corrections:
        names = _named(facts, correction.fact)
        if correction.action in actions and len(names) == 1:
            found[names[0]] = _changed(found[names[0]], correction)
    return [found[fact.id] for fact in facts]


def unapplied(facts: Sequence[Fact], corrections: Sequence[Correction]) -> Iterator[str]:
    """A line for each correction that changed no fact, with the reason why."""
    applied = {replace(item, was=None) for fact in facts for item in fact.corrections}
    for correction in corrections:
        if correction in applied:
            continue
        names = _named(facts, correction.fact)
        if len(names) == 1:
            why = f"{names[0]} has no number whose {correction.slot} could be mended"
        else:
            why = f"{len(names)} facts have such an id" if names else "no fact has such an id"
        yield f"correction not applied: {correction.action} {correction.fact!r}: {why}"


def _named(facts: Sequence[Fact], name: str) -> list[str]:
    return [fact.id for fact in facts if any(known.startswith(name) for known in (fact.id, *fact.aliases))]


def _changed(fact: Fact, correction: Correction) -> Fact:
    if correction.action == "mend":
        return _mended(fact, correction)
    rank: Any = _RANKS[correction.action]
    return replace(
        fact,
        rank=rank,
        rank_reason=f"{_WORDS[correction.action]} by a correction: {correction.reason}",
        corrections=(*fact.corrections, replace(correction, was=fact.rank)),
    )


def _mended(fact: Fact, correction: Correction) -> Fact:
    slot, value = correction.slot or "", correction.value
    if slot in NUMBERS and fact.quantity is None:
        return fact
    was = getattr(fact.quantity if slot in NUMBERS else fact, slot)
    mend = _MENDERS.get(slot, _slot)
    mended = mend(fact, slot, value)
    return replace(mended, corrections=(*fact.corrections, replace(correction, was=was)))


def _slot(fact: Fact, slot: str, value: object) -> Fact:
    return replace(fact, **{slot: value})  # type: ignore[arg-type]


def _number(fact: Fact, slot: str, value: object) -> Fact:
    return fact if fact.quantity is None else replace(fact, quantity=replace(fact.quantity, **{slot: value}))  # type: ignore[arg-type]


def _date(fact: Fact, _: str, value: object) -> Fact:
    """The date with all that follows from it; the bounds stand as for what happened once, unless it went on before."""
    date = str(value)
    earliest, latest = EDTF.parse(date).bounds()
    ongoing = any(claim.ongoing for claim in fact.claims)
    begins, ends = stands(date, ongoing=ongoing)
    return replace(
        fact, date=date, date_basis="stated", earliest=earliest, latest=latest, stands_from=begins, stands_to=ends
    )


_MENDERS: Mapping[str, Callable[[Fact, str, object], Fact]] = {"date": _date, **dict.fromkeys(NUMBERS, _number)}
