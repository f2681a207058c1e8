"""Facts that cannot be true together, and the ranks that follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from kzcn.dates import EDTF
from kzcn.model import Fact, Quantity, Source
from kzcn.resolve.derive import uncertainty
from kzcn.resolve.views import canonical_instrument, similar, words

__all__ = ["with_conflicts"]

# One of these has one value for one date, one measure and the same parties.
_ONE_VALUE = frozenset(
    [
        "border_length",
        "border_land_length",
        "border_water_length",
        "disputed_area",
        "disputed_share",
        "trade_turnover",
        "trade_growth",
        "exports",
        "imports",
        "population",
        "students",
    ]
)
_ONE_DATE = frozenset(["treaty_signed", "treaty_in_force", "treaty_ended", "diplomatic_relations"])
_REACTIONS = frozenset(
    ["protest", "warning", "denial", "uprising", "invasion", "battle", "outbreak", "recognition", "law_adopted"]
)
"""What a section of an article tells of one matter just once."""
_YEAR = 10_000
"""A year, as a difference of bounds."""
_INFINITE = Fraction(10) ** 40
_TOO_FAR = 10
_SAME_WORDS = 0.6
_LEAST_WORDS = 3
_CROWD = 64
"""So many facts may answer one question differently; more of them are a list, not a disagreement."""

Pair = tuple[Fact, Fact]


def with_conflicts(facts: Sequence[Fact], sources: Mapping[str, Source]) -> list[Fact]:
    """The facts with the ids of those they contradict, and ranked: more origins win, a newer version supersedes."""
    against: defaultdict[str, set[str]] = defaultdict(set)
    by_id = {fact.id: fact for fact in facts}
    for first, second in [*_other_values(facts), *_other_dates(facts), *_other_versions(facts, sources)]:
        against[first.id].add(second.id)
        against[second.id].add(first.id)
    return [_ranked(fact, [by_id[name] for name in sorted(against[fact.id])], sources) for fact in facts]


def _pairs(facts: Sequence[Fact], key: Callable[[Fact], Hashable | None]) -> Iterator[Pair]:
    """Pairs of facts with the same key, where they are no crowd; None is no key."""
    groups: defaultdict[Hashable, list[Fact]] = defaultdict(list)
    for fact in facts:
        name = key(fact)
        if name is not None:
            groups[name].append(fact)
    for group in groups.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)


def _other_values(facts: Sequence[Fact]) -> Iterator[Pair]:
    """One measure on one date with two values."""

    def measured(fact: Fact) -> Hashable | None:
        if fact.kind not in _ONE_VALUE or fact.quantity is None or fact.polarity != "done":
            return None
        return fact.kind, fact.measure, fact.quantity.unit, fact.date, fact.place, frozenset(fact.parties)

    for first, second in _pairs(facts, measured):
        if first.quantity and second.quantity and _apart(first.quantity, second.quantity):
            yield first, second


def _apart(first: Quantity, second: Quantity) -> bool:
    """Whether no number fits both quantities, though they are of one order: 15 km of a border are not its length."""
    small, large = sorted((abs(first.value), abs(second.value)))
    if large > _TOO_FAR * small:
        return False
    (low, high), (other_low, other_high) = _interval(first), _interval(second)
    return high <= other_low or other_high <= low


@lru_cache(2 * _CROWD)  # each number of a group is held against all others
def _interval(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """The open interval of numbers that a quantity allows."""
    value, doubt = Fraction(str(quantity.value)), uncertainty(quantity)
    if quantity.value_max is not None:
        return value - doubt, Fraction(str(quantity.value_max)) + doubt
    if quantity.qualifier == "more_than":
        return value, _INFINITE
    if quantity.qualifier == "up_to":
        return -_INFINITE, value
    if quantity.qualifier == "almost":
        return value * Fraction(9, 10), value
    doubt = max(doubt, abs(value) / 20) if quantity.qualifier == "about" else doubt
    return value - doubt, value + doubt


def _other_dates(facts: Sequence[Fact]) -> Iterator[Pair]:
    """One act with two dates."""

    def act(fact: Fact) -> Hashable | None:
        if fact.kind not in _ONE_DATE or fact.date is None or fact.polarity != "done":
            return None
        if fact.kind == "diplomatic_relations":
            return (fact.kind, frozenset(fact.parties)) if len(fact.parties) == 2 else None
        return (fact.kind, canonical_instrument(fact.instrument)) if fact.instrument else None

    return (pair for pair in _pairs(facts, act) if _on_other_days(*pair))


def _on_other_days(first: Fact, second: Fact) -> bool:
    ends = (first.earliest, first.latest, second.earliest, second.latest)
    if None in ends or first.earliest is None or second.earliest is None:
        return False
    return (first.latest or 0) < second.earliest or (second.latest or 0) < first.earliest


def _other_versions(facts: Sequence[Fact], sources: Mapping[str, Source]) -> Iterator[Pair]:
    """What two versions of one work tell in one section in nearly the same words, with another date or number.

    A reaction may be told in other words too. Each version tells it once there, and not as the other does.
    """
    pairs = list(_versions(facts, sources))
    yield from _lone(pair for pair in pairs if _tell_one_thing(*pair))
    yield from _lone(pair for pair in pairs if pair[0].kind in _REACTIONS and _apart_by_months(*pair))


def _versions(facts: Sequence[Fact], sources: Mapping[str, Source]) -> Iterator[Pair]:
    """Facts of one kind that different versions of one work tell in one section, where they are no crowd."""
    told: defaultdict[Hashable, dict[str, tuple[Fact, set[str]]]] = defaultdict(dict)
    for fact in facts:
        for claim in fact.claims:
            source = sources.get(claim.evidence.source)
            if source is not None and source.origin is not None:
                shelf = told[fact.kind, source.origin, claim.evidence.section[-1:]]
                shelf.setdefault(fact.id, (fact, set()))[1].add(source.sha256)
    for shelf in told.values():
        if len(shelf) <= _CROWD:
            for (first, one), (second, other) in combinations(shelf.values(), 2):
                if one.isdisjoint(other):
                    yield first, second


def _lone(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs whose facts are in no other pair."""
    found = list(pairs)
    times = Counter(name for names in {(one.id, two.id) for one, two in found} for name in names)
    return (pair for pair in found if all(times[fact.id] == 1 for fact in pair))


def _tell_one_thing(first: Fact, second: Fact) -> bool:
    if not _on_other_days(first, second) and not _other_number(first, second):
        return False
    one, other = words(first.claims[0]), words(second.claims[0])
    if len(one & other) >= _LEAST_WORDS and similar(one, other) >= _SAME_WORDS:
        return True
    return bool(one) and one == other and None is not _frame(first) == _frame(second)


def _frame(fact: Fact) -> Hashable | None:
    """What the act of an unnamed instrument is known by, but for its date, and a number, but for its value."""
    about = (frozenset(fact.parties), fact.place, fact.instrument_type)
    if fact.quantity is not None:
        return (*about, fact.date, fact.quantity.unit)
    return about if fact.family == "treaty" else None


def _other_number(first: Fact, second: Fact) -> bool:
    """Whether two numbers of one order and unit differ at all: versions of one work should tell the same."""
    one, other = first.quantity, second.quantity
    if one is None or other is None or one.unit != other.unit:
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    return large <= _TOO_FAR * small and (one.value, one.value_max) != (other.value, other.value_max)


def _apart_by_months(first: Fact, second: Fact) -> bool:
    """On other days of about one year, with a party in common."""
    if first.earliest is None or second.earliest is None or abs(first.earliest - second.earliest) > _YEAR:
        return False
    return not set(first.parties).isdisjoint(second.parties) and _on_other_days(first, second)


def _ranked(fact: Fact, others: Sequence[Fact], sources: Mapping[str, Source]) -> Fact:
    if not others:
        return fact
    fact = replace(fact, conflicts=tuple(other.id for other in others))
    newer = next((other for other in others if _supersedes(other, fact, sources)), None)
    if newer is not None:
        return replace(
            fact, rank="deprecated", rank_reason=f"a newer version of the same work says otherwise ({newer.id})"
        )
    most = max(other.origins for other in others)
    if fact.origins > most:
        return replace(fact, rank="preferred", rank_reason=f"{fact.origins} independent origins against {most}")
    return fact


def _supersedes(newer: Fact, older: Fact, sources: Mapping[str, Source]) -> bool:
    """Whether all that tell `older` are earlier versions of works that tell `newer`."""
    after, before = ({claim.evidence.source for claim in fact.claims} for fact in (newer, older))
    return bool(before) and all(
        any(_is_newer(sources.get(one), sources.get(other)) for one in after) for other in before
    )


def _is_newer(source: Source | None, other: Source | None) -> bool:
    if source is None or other is None or source.origin is None or source.origin != other.origin:
        return False
    if source.date is None or other.date is None:
        return False
    begins, ends = EDTF.parse(source.date).bounds().earliest, EDTF.parse(other.date).bounds().latest
    return begins is not None and ends is not None and begins > ends
