"""A claim as the resolver compares it: bounds, names and words worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern

from kzcn.dates import EDTF
from kzcn.model import Claim, Quantity
from kzcn.tabled import rows

__all__ = ["View", "canonical_instrument", "significant_digits", "similar", "view", "words"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOT_CONTENT = """
    a an the of on in at to by for from with and or between as its their both two first second new
    treaty treaties agreement agreements protocol protocols convention memorandum declaration accord
    signed ratified concluded reached entered force extended ended agreed made was were is are be
    about more than almost up people billion million trillion thousand km percent
"""
_YEAR = 10_000
"""A year, as a difference of bounds."""
_ACTS = {"agreement_reached": "treaty_signed"}
"""Kinds that tell one act: what was agreed on is signed."""


@dataclass(frozen=True, slots=True)
class View:
    """A claim with what is compared."""

    claim: Claim
    id: str
    act: str
    """Its kind, or the kind that it tells an act of."""
    date: str | None
    """EDTF without its marks of doubt."""
    earliest: int | None
    latest: int | None
    unit_of_time: bool
    """One day, month, year, decade or century, not an interval."""
    parties: frozenset[str]
    instrument: str | None
    words: frozenset[str]
    """Content words of title and measure, other than names of parties and places."""
    origin: str | None = None
    """The work that its source is a version of; None where it is the only one."""

    @property
    def width(self) -> int:
        """Days that the date leaves open, roughly; undated and open dates last."""
        if self.earliest is None or self.latest is None:
            return 10**9 if self.date is None else 10**8
        return self.latest - self.earliest


def view(claim: Claim, origin: str | None = None) -> View:
    """The view of a claim, in whose source there is a version of the work `origin`."""
    bounds = EDTF.parse(claim.date).bounds() if claim.date else (None, None)
    date = re.sub(r"[~?%]", "", claim.date) if claim.date else None
    ended = _ended_before(claim, bounds[0])
    return View(
        claim=claim,
        id=claim.id,
        act=_ACTS.get(claim.kind, claim.kind),
        date=date,
        earliest=bounds[0],
        latest=bounds[1],
        unit_of_time=date is not None and "/" not in date and bounds[0] is not None,
        parties=_known_set(claim.parties).difference(ended) if ended else _known_set(claim.parties),
        instrument=canonical_instrument(claim.instrument) if claim.instrument else None,
        words=words(claim),
        origin=origin,
    )


@lru_cache(4096)
def _known_set(names: tuple[str, ...]) -> frozenset[str]:
    """The names as a set, one for all claims with the same parties."""
    return frozenset(names)


def _ended_before(claim: Claim, first: int | None) -> frozenset[str]:
    """Parties that had come to an end before they could sign: a passage names them for what came earlier."""
    if claim.family != "treaty" or first is None:
        return frozenset()
    return frozenset(name for name in claim.parties if name in _ended() and _ended()[name] < first // _YEAR)


def words(claim: Claim) -> frozenset[str]:
    """Content words of a claim's title and measure, synonyms as one, without the names of its parties and place."""
    names = " ".join([*claim.parties, claim.place or ""]).lower()
    found = {word.lower() for word in _WORD.findall(f"{claim.title} {claim.measure or ''}")}
    return frozenset(intern(_topics().get(word, word)) for word in found - _not_content() if word not in names)


def similar(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of words that two sets have in common, 0 to 1."""
    return len(first & second) / len(first | second) if first or second else 1.0


@cache
def canonical_instrument(name: str) -> str:
    """The one name of an instrument by the alias table, else the name as it is written, in one spelling."""
    plain = _plain(name)
    return _aliases().get(plain, plain)


def significant_digits(quantity: Quantity) -> int:
    """Digits of the value that say something: 3 in 24,300, 5 in 566.89."""
    return len(f"{quantity.value:f}".rstrip("0").replace(".", "").strip("-0")) or 1


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", re.sub(r"[^\w]+", " ", name.lower()).strip())


@cache
def _not_content() -> frozenset[str]:
    return frozenset(_NOT_CONTENT.split())


@cache
def _aliases() -> dict[str, str]:
    return {_plain(row["name"]): row["canonical"] for row in rows("instruments.csv")}


@cache
def _ended() -> dict[str, int]:
    return {row["state"]: int(row["last"]) for row in rows("ended.csv")}


@cache
def _topics() -> dict[str, str]:
    return {row["word"]: row["topic"] for row in rows("topics.csv")}
