"""Claims into groups of those that assert the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator

from kzcn.resolve.same import asserts_same, telling_words
from kzcn.resolve.views import View

__all__ = ["grouped"]

Group = list[View]
Shelf = int | str | None
_MONTH = 100


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
    """Groups by what their members must have in common, and by the month in which they begin.

    As claims come in the order of their precision, a group's first date lies within the date of whoever may join it.
    """

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._shelves: defaultdict[Hashable, dict[Shelf, list[Group]]] = defaultdict(dict)

    def add(self, view: View) -> None:
        """Begin a new group."""
        group = [view]
        self.groups.append(group)
        shelves = self._shelves[_common(view)]
        for shelf in _own(view):
            shelves.setdefault(shelf, []).append(group)

    def near(self, view: View) -> Iterator[Group]:
        """The groups that a view may belong to."""
        shelves = self._shelves[_common(view)]
        found = (group for shelf in _wanted(view, shelves) for group in shelves.get(shelf, ()))
        yield from {id(group): group for group in found}.values()


def _common(view: View) -> Hashable:
    """What all members share: the same number; where there is neither number nor date, the same parties."""
    quantity = view.claim.quantity
    number = None if quantity is None else (quantity.value, quantity.value_max, quantity.unit)
    parties = view.parties if number is None and view.date is None else None
    return view.act, view.claim.polarity, view.claim.ongoing, number, parties


def _own(view: View) -> list[Shelf]:
    """The shelves of a new group: the month in which its date begins, an open date itself, without a date its words."""
    if view.date is None:
        return [None] if view.claim.quantity else [*telling_words(view), view.claim.place]
    return [view.date if view.earliest is None or view.latest is None else view.earliest // _MONTH]


def _wanted(view: View, shelves: Collection[Shelf]) -> list[Shelf]:
    """The shelves where a view may find its like; a number without a date may be that of any."""
    if view.date is None and view.claim.quantity:
        return list(shelves)
    if view.date is None or view.earliest is None or view.latest is None:
        return _own(view)
    months = range(view.earliest // _MONTH, view.latest // _MONTH + 1)
    if len(months) > len(shelves):
        return [shelf for shelf in shelves if isinstance(shelf, int) and shelf in months]
    return list(months)
