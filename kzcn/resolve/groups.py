"""Claims into groups of those that assert the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from kzcn.resolve.same import asserts_same
from kzcn.resolve.views import View

__all__ = ["grouped"]

Group = list[View]
_Years = defaultdict[int | None, list[Group]]
_YEAR = 10_000


def grouped(views: Iterable[View]) -> list[Group]:
    """The groups, whatever the order of the claims.

    Claims come in the order of their precision. One that fits every member of just one group joins it; one that fits
    several groups is too coarse to tell which, and stands alone.
    """
    index = _Index()
    for view in sorted(views, key=_precision):
        fitting = [group for group in index.near(view) if all(asserts_same(view, member) for member in group)]
        exact = [group for group in fitting if any(_equally_dated(view, member) for member in group)]
        chosen = exact if len(exact) == 1 else fitting
        if len(chosen) == 1:
            chosen[0].append(view)
        else:
            index.add(view)
    return index.groups


def _precision(view: View) -> tuple[int, int, str]:
    claim = view.claim
    slots = (claim.place, claim.instrument, claim.measure, claim.instrument_type, *claim.parties, *sorted(view.words))
    return view.width, -sum(slot is not None for slot in slots), view.id


def _equally_dated(first: View, second: View) -> bool:
    return (first.earliest, first.latest, first.date is None) == (second.earliest, second.latest, second.date is None)


class _Index:
    """Groups by what their members must have in common, and by the year they begin in."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._years: defaultdict[Hashable, _Years] = defaultdict(lambda: defaultdict(list))

    def add(self, view: View) -> None:
        """Begin a new group."""
        group = [view]
        self.groups.append(group)
        self._years[_common(view)][_year(view)].append(group)

    def near(self, view: View) -> Iterator[Group]:
        """The groups that a view may belong to, those of its dates and those without one."""
        years = self._years[_common(view)]
        if view.earliest is None or view.latest is None:
            wanted = list(years)
        else:
            inside = range(view.earliest // _YEAR, view.latest // _YEAR + 1)
            few = inside if len(inside) < len(years) else [year for year in years if year in inside]
            wanted = [*few, None]
        for year in wanted:
            yield from years.get(year, ())


def _common(view: View) -> Hashable:
    quantity = view.claim.quantity
    number = None if quantity is None else (quantity.value, quantity.value_max, quantity.unit)
    return view.act, view.claim.polarity, view.claim.ongoing, number


def _year(view: View) -> int | None:
    return None if view.earliest is None else view.earliest // _YEAR
