"""Claims into facts: what is the same once, what disagrees linked, what follows added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kzcn.model import Claim, Correction, Fact, Source
from kzcn.resolve.conflicts import with_conflicts
from kzcn.resolve.corrected import corrected
from kzcn.resolve.derive import COMPUTED, derived
from kzcn.resolve.facts import fact_of
from kzcn.resolve.groups import grouped
from kzcn.resolve.lives import LIVING, with_lives
from kzcn.resolve.views import view

__all__ = ["Resolver", "resolve"]

_TOGETHER = (LIVING, *COMPUTED)
"""Kinds whose facts depend on one another; those of any other kind depend on nothing else."""


def resolve(claims: Sequence[Claim], sources: Sequence[Source], corrections: Sequence[Correction] = ()) -> list[Fact]:
    """The facts that the claims assert, and those that follow from them, in the order of time, undated ones last.

    The result does not depend on the order of claims or sources. A fact's id is the smallest id of its claims.
    Corrections are applied in their order; what is computed and what conflicts follows from the corrected facts.

    Raises: BadDate where a claim's date is no EDTF.
    """
    return Resolver(sources, corrections).facts(claims)


class Resolver:
    """Resolves the claims of some sources, all at once or part by part.

    A source that alone tells its work, and after whose SHA-256 the work is named, need not be given.
    """

    def __init__(self, sources: Sequence[Source], corrections: Sequence[Correction] = ()) -> None:
        self._corrections = corrections
        self._origins = {source.sha256: source.origin or source.sha256 for source in sources}
        works = Counter(self._origins.values())
        self._shared = {name: origin for name, origin in self._origins.items() if works[origin] > 1}
        self._sources = {source.sha256: source for source in sources if source.sha256 in self._shared}

    def parts(self, kinds: Iterable[str]) -> list[list[str]]:
        """The kinds, in groups that can be resolved one by one with the same result as all at once.

        A correction names a fact by the beginning of an id that no other fact has, so that with corrections all is one.
        """
        found: dict[str, list[str]] = {"": []} if self._corrections else {}
        for kind in sorted(kinds):
            first = "" if self._corrections else next((min(group) for group in _TOGETHER if kind in group), kind)
            found.setdefault(first, []).append(kind)
        return list(found.values())

    def facts(self, claims: Sequence[Claim]) -> list[Fact]:
        """As `resolve`, for claims of the sources given."""
        corrections = self._corrections
        mended = with_conflicts(corrected(self._read(claims), corrections, {"mend"}), self._sources)
        stated = with_lives(corrected(mended, corrections, {"reject", "prefer"}))
        computed = corrected(derived(sorted(stated, key=_order)), corrections, {"mend", "reject", "prefer"})
        return sorted([*stated, *computed], key=_order)

    def _read(self, claims: Iterable[Claim]) -> list[Fact]:
        """The facts that the claims assert, each by itself."""
        groups = grouped(view(claim, self._shared.get(claim.evidence.source)) for claim in _each_once(claims))
        return [fact_of(group, self._origins) for group in groups]


def _each_once(claims: Iterable[Claim]) -> Iterable[Claim]:
    """One claim of each id; of several with the same id, whatever their order, the same one."""
    once: dict[str, Claim] = {}
    for claim in claims:
        other = once.setdefault(claim.id, claim)
        if other != claim:
            once[claim.id] = min(claim, other, key=repr)
    return once.values()


def _order(fact: Fact) -> tuple[bool, float, float, str]:
    """Undated last, what has always been first."""
    undated = fact.stands_from is None and fact.stands_to is None
    begins = float("-inf") if fact.stands_from is None else fact.stands_from
    ends = float("inf") if fact.stands_to is None else fact.stands_to
    return undated, begins, ends, fact.id
