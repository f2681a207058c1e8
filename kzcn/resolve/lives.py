"""The life of an instrument: which acts (signed, ratified, in force, extended, ended) are acts of one treaty.

A wrong life is worse than none, so acts join only where the documents say so: they name the instrument alike, by the
alias table; one sentence tells them; or they are the only acts of their sort and matter between the same parties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from kzcn.model import Fact
from kzcn.resolve.same import GENERIC_TYPES
from kzcn.resolve.views import canonical_instrument, words

__all__ = ["ACTS", "LIVING", "with_lives"]

ACTS = ("treaty_signed", "treaty_ratified", "treaty_in_force", "treaty_extended", "treaty_ended")
"""In the order in which they happen; what is agreed on is signed."""
_ORDER = {**{kind: number for number, kind in enumerate(ACTS)}, "agreement_reached": 0}
LIVING = frozenset(_ORDER)
"""Kinds that are acts of one instrument."""
_ONCE = frozenset(["treaty_signed", "agreement_reached"])
_LONGEST = 200_000
"""Twenty years, as a difference of bounds: what enters into force later is of another instrument."""
_CROWD = 64
"""So many acts may belong together; of a crowd only the first are compared."""


def with_lives(facts: Sequence[Fact]) -> list[Fact]:
    """The facts in the same order, acts of one instrument with a common `life`: the id of the first of them."""
    acts = [fact for fact in facts if _is_act(fact)]
    lives = {fact.id: [fact] for fact in acts}
    for rule in (_named_alike, _in_one_sentence, _only_ones):
        for first, second in rule(acts):
            _join(lives, first, second)
    groups = {id(group): group for group in lives.values() if len(group) > 1}.values()
    names = {fact.id: min(group, key=_in_time).id for group in groups for fact in group[:1]}
    return [_with_life(fact, names.get(lives[fact.id][0].id) if fact.id in lives else None) for fact in facts]


def _with_life(fact: Fact, life: str | None) -> Fact:
    return fact if fact.life == life else replace(fact, life=life)


def _is_act(fact: Fact) -> bool:
    return fact.kind in _ORDER and fact.polarity == "done" and fact.quantity is None and fact.rank != "deprecated"


def _join(lives: dict[str, list[Fact]], first: Fact, second: Fact) -> None:
    """Make two lives one, unless both have their own signing, or their acts cannot be of one instrument."""
    one, other = lives[first.id], lives[second.id]
    if one is other or len(one) + len(other) > _CROWD:
        return
    if all(_may_be_one(this, that) for this in one for that in other):
        one.extend(other)
        lives.update({fact.id: one for fact in other})


def _may_be_one(first: Fact, second: Fact) -> bool:
    signings = sum(fact.kind in _ONCE for fact in (first, second))
    named = {canonical_instrument(fact.instrument) for fact in (first, second) if fact.instrument}
    sorts = {fact.instrument_type for fact in (first, second)} - {None, *GENERIC_TYPES}
    return signings < 2 and len(named) < 2 and len(sorts) < 2 and _nested(first, second)


def _named_alike(acts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    alike: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in acts:
        if fact.instrument:
            alike[canonical_instrument(fact.instrument)].append(fact)
    for group in alike.values():
        yield from combinations(group[:_CROWD], 2)


def _in_one_sentence(acts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Acts told in one sentence that tells no second act of either kind: "signed on the 3rd and ratified in May"."""
    told: defaultdict[tuple[str, int], list[Fact]] = defaultdict(list)
    for fact in acts:
        for claim in fact.claims:
            told[claim.evidence.source, claim.evidence.start].append(fact)
    for together in told.values():
        kinds = [_ORDER[fact.kind] for fact in together]
        if len(set(kinds)) == len(kinds):
            yield from combinations(together, 2)


def _only_ones(acts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """A later act and the one signing before it that has the same matter and parties, where there is just one."""
    shelves: defaultdict[Hashable, list[Fact]] = defaultdict(list)
    for fact in acts:
        shelves[_matter(fact)].append(fact)
    for shelf in shelves.values():
        if len(shelf) <= _CROWD and _matter(shelf[0]).words:
            yield from _only_ones_of(shelf)


def _only_ones_of(acts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    for later in acts:
        if later.kind in _ONCE:
            continue
        near = [fact for fact in acts if _share_a_source(fact, later)]
        signings = [fact for fact in near if fact.kind in _ONCE]
        rivals = [fact for fact in near if fact.kind == later.kind]
        if len(signings) == 1 and len(rivals) == 1 and _follows(later, signings[0]):
            yield signings[0], later


class _Matter(NamedTuple):
    """What acts of one instrument have in common; for what has no words nothing can be told."""

    words: frozenset[str]
    parties: frozenset[str]
    instrument_type: str | None


def _matter(fact: Fact) -> _Matter:
    topic = frozenset.intersection(*map(words, fact.claims)) if fact.claims else frozenset()
    return _Matter(topic, frozenset(fact.parties), fact.instrument_type)


def _share_a_source(first: Fact, second: Fact) -> bool:
    one, other = ({claim.evidence.source for claim in fact.claims} for fact in (first, second))
    return not one.isdisjoint(other)


def _follows(later: Fact, first: Fact) -> bool:
    if later.latest is None or first.earliest is None:
        return False
    return first.earliest <= later.latest <= first.earliest + _LONGEST


def _nested(first: Fact, second: Fact) -> bool:
    one, other = set(first.parties), set(second.parties)
    return one <= other or other <= one


def _in_time(fact: Fact) -> tuple[int, bool, int, str]:
    return _ORDER[fact.kind], fact.earliest is None, fact.earliest or 0, fact.id
