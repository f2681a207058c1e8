"""The life of an instrument: which acts (signed, ratified, in force, extended, ended) are acts of one treaty.

A wrong life is worse than none, so acts join only where the documents say so: they name the instrument alike, by the
alias table; one sentence tells them; or they are the only acts of their sort and matter between the same parties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kzcn.model import Claim, Fact
from kzcn.resolve.same import GENERIC_TYPES
from kzcn.resolve.views import canonical_instrument, words

__all__ = ["ACTS", "with_lives"]

ACTS = ("treaty_signed", "treaty_ratified", "treaty_in_force", "treaty_extended", "treaty_ended")
"""In the order in which they happen; what is agreed on is signed."""
_ORDER = {**{kind: number for number, kind in enumerate(ACTS)}, "agreement_reached": 0}
_ONCE = frozenset(["treaty_signed", "agreement_reached"])
_LONGEST = 200_000
"""Twenty years, as a difference of bounds: what enters into force later is of another instrument."""


def with_lives(facts: Sequence[Fact]) -> list[Fact]:
    """The facts in the same order, acts of one instrument with a common `life`: the id of the first of them."""
    acts = [fact for fact in facts if _is_act(fact)]
    life = {fact.id: fact.id for fact in acts}
    for rule in (_named_alike, _in_one_sentence, _only_ones):
        for first, second in rule(acts):
            _join(life, acts, first, second)
    members: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in acts:
        members[life[fact.id]].append(fact)
    names = {fact.id: min(group, key=_in_time).id for group in members.values() if len(group) > 1 for fact in group}
    return [replace(fact, life=names.get(fact.id)) for fact in facts]


def _is_act(fact: Fact) -> bool:
    return fact.kind in _ORDER and fact.polarity == "done" and fact.quantity is None and fact.rank != "deprecated"


def _join(life: dict[str, str], acts: Sequence[Fact], first: Fact, second: Fact) -> None:
    """Make two lives one, unless both have their own signing, or their acts cannot be of one instrument."""
    if life[first.id] == life[second.id]:
        return
    one, other = ([fact for fact in acts if life[fact.id] == life[member.id]] for member in (first, second))
    if all(_may_be_one(this, that) for this in one for that in other):
        gone = life[second.id]
        life.update({name: life[first.id] for name, of in life.items() if of == gone})


def _may_be_one(first: Fact, second: Fact) -> bool:
    signings = sum(fact.kind in _ONCE for fact in (first, second))
    named = {canonical_instrument(fact.instrument) for fact in (first, second) if fact.instrument}
    sorts = {fact.instrument_type for fact in (first, second)} - {None, *GENERIC_TYPES}
    return signings < 2 and len(named) < 2 and len(sorts) < 2 and _nested(first, second)


def _named_alike(acts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    for first, second in combinations(acts, 2):
        if first.instrument and second.instrument and _alike(first.instrument, second.instrument):
            yield first, second


def _alike(first: str, second: str) -> bool:
    return canonical_instrument(first) == canonical_instrument(second)


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
    for later in acts:
        if later.kind in _ONCE:
            continue
        signings = [fact for fact in acts if fact.kind in _ONCE and _same_matter(fact, later)]
        rivals = [fact for fact in acts if fact.kind == later.kind and _same_matter(fact, later)]
        if len(signings) == 1 and len(rivals) == 1 and _follows(later, signings[0]):
            yield signings[0], later


def _same_matter(first: Fact, second: Fact) -> bool:
    """The same parties, sort and topic; for what has no topic nothing can be told."""
    one, other = (_matter(fact.claims) for fact in (first, second))
    return (
        bool(one)
        and one == other
        and set(first.parties) == set(second.parties)
        and first.instrument_type == second.instrument_type
        and _share_a_source(first, second)
    )


def _matter(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset.intersection(*map(words, claims)) if claims else frozenset()


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
