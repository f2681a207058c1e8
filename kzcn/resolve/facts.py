"""A group of claims as one fact, with the slots of the best claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kzcn.dates import EDTF
from kzcn.model import Fact
from kzcn.resolve.views import View

__all__ = ["fact_of", "stands"]

Bounds = tuple[int | None, int | None]


def fact_of(group: Sequence[View], origins: Mapping[str, str]) -> Fact:
    """The fact that a group of claims asserts; `origins` leads from the SHA-256 of a source to its origin.

    The claim with the finest date is the best; it gives the slots, and the others give what it lacks. What one of them
    only reports is reported.
    """
    ranked = sorted(group, key=_goodness)
    best = ranked[0].claim
    claims = [view.claim for view in ranked]
    careful = next((claim for claim in claims if claim.polarity == "reported"), best)
    ids = sorted(view.id for view in group)
    earliest, latest = EDTF.parse(best.date).bounds() if best.date else (None, None)
    stands_from, stands_to = stands(best.date, ongoing=best.ongoing)
    return Fact(
        id=ids[0],
        aliases=tuple(ids[1:]),
        family=best.family,
        kind=best.kind,
        title=best.title,
        date=best.date,
        date_basis=best.date_basis,
        earliest=earliest,
        latest=latest,
        stands_from=stands_from,
        stands_to=stands_to,
        quantity=best.quantity,
        measure=_first(claim.measure for claim in claims),
        parties=max((_parties(view) for view in ranked), key=len),
        place=_first(claim.place for claim in claims),
        instrument=_first(claim.instrument for claim in claims),
        instrument_type=_first(claim.instrument_type for claim in claims),
        names=tuple(dict.fromkeys(name for claim in claims for name in claim.names)),
        polarity=careful.polarity,
        attribution=best.attribution or careful.attribution,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        origins=len({origins.get(claim.evidence.source, claim.evidence.source) for claim in claims}),
    )


def stands(date: str | None, *, ongoing: bool) -> Bounds:
    """First and last day that a date is selected and sorted by, as year·10000 + month·100 + day; None where open.

    What goes on extends over the open side ("since 2000"); what happened once stands at the known end
    ("by 2016" in 2016).
    """
    if date is None:
        return None, None
    edtf = EDTF.parse(date)
    if not ongoing and edtf.start is None and edtf.end is not None:
        return edtf.end.bounds()
    if not ongoing and edtf.end is None and edtf.start is not None:
        return edtf.start.bounds()
    return edtf.bounds()


def _parties(view: View) -> tuple[str, ...]:
    return tuple(name for name in view.claim.parties if name in view.parties)


def _goodness(view: View) -> tuple[int, bool, int, str]:
    claim = view.claim
    slots = (claim.place, claim.instrument, claim.measure, claim.instrument_type, *claim.parties)
    return view.width, claim.date_basis != "stated", -sum(slot is not None for slot in slots), view.id


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)
