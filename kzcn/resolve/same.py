"""Whether two claims assert the same thing.

Nothing may contradict (`_compatible`), and something must speak for it (`_identified`): a wrong merge is worse than
a double. The finer date wins, so one date may lie within the other, if that one is a single year or month.
"""

from __future__ import annotations

import math
from typing import Literal

from kzcn.model import Quantity
from kzcn.resolve.views import View, significant_digits, similar

__all__ = ["GENERIC_TYPES", "asserts_same", "telling_words"]

Relation = Literal["equal", "within", "undated", "one_undated"]

_ONCE_BETWEEN = frozenset(["diplomatic_relations"])
"""What two parties do once."""
_ONE_IN_A_PLACE = frozenset(["embassy"])
"""What a party has once in a place."""
GENERIC_TYPES = frozenset(["agreement", "document", "accord", "deal"])
"""Sorts of instruments that any instrument may be called."""
_NEARLY_ALL = 0.75
"""The share of words in common of two tellings of one thing."""
_MOST = 0.6
"""The share of words in common of two versions of one telling."""
_LEAST_WORDS = 2
_MONTH = 31
"""The widest bounds of a month, as a difference of numbers."""


def asserts_same(first: View, second: View) -> bool:
    """Whether two claims assert the same thing, possibly one of them less precisely."""
    relation = _date_relation(first, second)
    if relation is None or not _compatible(first, second):
        return False
    if _overlap(first, second):
        return relation == "equal" and _identical(first, second)
    return _identified(first, second, relation)


def _date_relation(first: View, second: View) -> Relation | None:
    if first.date is None or second.date is None:
        return "undated" if first.date == second.date else "one_undated"
    if first.date == second.date or _same_days(first, second):
        return "equal"
    return "within" if _holds(first, second) or _holds(second, first) else None


def _same_days(first: View, second: View) -> bool:
    known = first.earliest is not None and first.latest is not None
    return known and (first.earliest, first.latest) == (second.earliest, second.latest)


def _holds(coarse: View, fine: View) -> bool:
    """Whether a single year, month … holds another date."""
    if not coarse.unit_of_time or not fine.unit_of_time:
        return False
    ends = (coarse.earliest, fine.earliest, fine.latest, coarse.latest)
    known = [end for end in ends if end is not None]
    return len(known) == 4 and known == sorted(known)


def _compatible(first: View, second: View) -> bool:
    one, other = first.claim, second.claim
    return (
        first.act == second.act
        and _same_polarity(first, second)
        and one.ongoing == other.ongoing
        and _same_number(one.quantity, other.quantity)
        and _nested(first.parties, second.parties)
        and _same_place(one.place, other.place)
        and _same_instrument(first, second)
    )


def _same_polarity(first: View, second: View) -> bool:
    """One version of a work may only report what the other tells as done."""
    found = {first.claim.polarity, second.claim.polarity}
    return len(found) == 1 or (found == {"done", "reported"} and _versions(first, second))


def _versions(first: View, second: View) -> bool:
    """Whether two versions of one work tell them in one section."""
    one, other = first.claim.evidence, second.claim.evidence
    work = first.origin is not None and first.origin == second.origin
    return work and one.source != other.source and one.section[-1:] == other.section[-1:]


def _same_number(first: Quantity | None, second: Quantity | None) -> bool:
    if first is None or second is None:
        return first is second
    numbers = (first.value, first.value_max, first.unit) == (second.value, second.value_max, second.unit)
    return numbers and (
        first.qualifier == second.qualifier or {first.qualifier, second.qualifier} == {"exact", "about"}
    )


def _nested(first: frozenset[str], second: frozenset[str]) -> bool:
    return first <= second or second <= first


def _same_place(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return True
    one, other = set(first.lower().split()), set(second.lower().split())
    return one <= other or other <= one


def _same_instrument(first: View, second: View) -> bool:
    if first.instrument and second.instrument:
        return first.instrument == second.instrument
    types = {first.claim.instrument_type, second.claim.instrument_type} - {None}
    return len(types) < 2 or bool(types & GENERIC_TYPES)


def _overlap(first: View, second: View) -> bool:
    one, other = first.claim.evidence, second.claim.evidence
    return one.source == other.source and one.start < other.end and other.start < one.end


def _identical(first: View, second: View) -> bool:
    one, other = first.claim, second.claim
    return (one.kind, one.title, one.measure, first.parties, one.place, first.instrument) == (
        (other.kind, other.title, other.measure, second.parties, other.place, second.instrument)
    )


def _identified(first: View, second: View, relation: Relation) -> bool:
    """Whether enough speaks for one and the same thing."""
    if first.instrument and second.instrument:
        return relation in {"equal", "within"}
    if first.claim.quantity is not None:
        return _same_measurement(first, second, relation)
    if relation in {"undated", "one_undated"}:
        return _same_in_versions(first, second) or (relation == "undated" and _same_standing(first, second))
    if first.act in _ONCE_BETWEEN:
        return len(first.parties & second.parties) >= 2
    if first.claim.family == "treaty":
        return _same_unnamed_act(first, second, relation)
    return _same_event(first, second, relation)


def _same_measurement(first: View, second: View, relation: Relation) -> bool:
    """The same number of the same thing; a round number needs its date."""
    quantity = first.claim.quantity
    if quantity is None or not (_share_a_name(first, second) or first.words == second.words):
        return False
    if relation == "one_undated" and significant_digits(quantity) < 3:
        return False
    return first.claim.measure == second.claim.measure or similar(first.words, second.words) >= 0.5


def _same_standing(first: View, second: View) -> bool:
    """What is told without a date is the same only in another source, in the same words, or when it stands there."""
    if first.act in _ONE_IN_A_PLACE and first.claim.place is not None:
        return first.parties == second.parties and first.claim.place == second.claim.place
    return (
        first.claim.evidence.source != second.claim.evidence.source
        and first.parties == second.parties
        and bool(first.words)
        and similar(first.words, second.words) >= _NEARLY_ALL
    )


def _same_in_versions(first: View, second: View) -> bool:
    """Two versions of one work tell it in one section in nearly the same words; one of them may have no date for it."""
    return (
        _versions(first, second)
        and first.parties == second.parties
        and len(first.words & second.words) >= _LEAST_WORDS
        and similar(first.words, second.words) >= _MOST
    )


def telling_words(view: View) -> list[str]:
    """The few words of which two undated claims that assert the same must have one in common.

    Sets that have three quarters in common share one of their first words, in any one order, once fewer are left
    than must agree.
    """
    found = sorted(view.words)
    return found[: len(found) - math.ceil(_NEARLY_ALL * len(found)) + 1]


def _same_unnamed_act(first: View, second: View, relation: Relation) -> bool:
    """A signing by day in one place and by month or year in another: the matter of the instrument must agree."""
    if not _share_a_name(first, second) and first.words != second.words:
        return False
    if relation == "equal" and max(first.width, second.width) == 0:
        return similar(first.words, second.words) >= 0.5 or not (first.words and second.words)
    if max(first.width, second.width) <= _MONTH and first.words & second.words:
        return True
    other_source = first.claim.evidence.source != second.claim.evidence.source
    return first.words == second.words and (bool(first.words) or (relation == "equal" and other_source))


def _same_event(first: View, second: View, relation: Relation) -> bool:
    least = 0.5 if relation == "equal" else _NEARLY_ALL
    return bool(first.words & second.words) and similar(first.words, second.words) >= least


def _share_a_name(first: View, second: View) -> bool:
    place = first.claim.place is not None and first.claim.place == second.claim.place
    return bool(first.parties & second.parties) or place
