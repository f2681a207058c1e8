"""Claims from a database that someone else may have written: what the resolver relies on is looked at first."""

from __future__ import annotations

from collections.abc import Container

from kzcn.dates import EDTF
from kzcn.kinds import kinds
from kzcn.model import Claim

__all__ = ["sound"]

_TEXTS = ("title", "polarity", "rule")
_TEXTS_OR_NONE = ("measure", "place", "instrument", "instrument_type", "attribution", "date_basis")
_LISTS = ("parties", "names")


def sound(claim: Claim, sources: Container[str]) -> Claim:
    """The claim itself.

    Raises: ValueError where a slot is not what it should be, or the claim is of none of these sources.
    """
    kind = kinds().get(claim.kind)
    if kind is None or kind.family != claim.family:
        raise ValueError(f"a claim of the kind {claim.kind!r} in the family {claim.family!r}")
    if claim.evidence.source not in sources:
        raise ValueError("a claim of a source that is not there")
    if not (_has_sound_texts(claim) and _has_sound_number(claim) and _has_sound_place(claim)):
        raise ValueError("a claim with a value of the wrong type")
    if claim.date is not None:
        EDTF.parse(claim.date)
    return claim


def _has_sound_texts(claim: Claim) -> bool:
    texts = [getattr(claim, name) for name in _TEXTS]
    texts += [value for name in _TEXTS_OR_NONE if (value := getattr(claim, name)) is not None]
    lists = [text for name in _LISTS for text in getattr(claim, name)]
    return all(isinstance(text, str) for text in (*texts, *lists, *claim.evidence.section, *claim.evidence.citations))


def _has_sound_number(claim: Claim) -> bool:
    quantity = claim.quantity
    if quantity is None:
        return True
    numbers = [quantity.value] if quantity.value_max is None else [quantity.value, quantity.value_max]
    finite = all(isinstance(number, (int, float)) and abs(number) < float("inf") for number in numbers)
    return finite and isinstance(quantity.unit, str) and quantity.qualifier in _QUALIFIERS


def _has_sound_place(claim: Claim) -> bool:
    place = claim.evidence
    return (
        isinstance(place.start, int)
        and isinstance(place.end, int)
        and 0 <= place.start <= place.end
        and isinstance(place.digest, str)
    )


_QUALIFIERS = frozenset(["exact", "about", "more_than", "almost", "up_to"])
