"""Claims into groups of those that assert the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from itertools import islice
from typing import NamedTuple

from kzcn.resolve.same import asserts_same, telling_words
from kzcn.resolve.views import View

__all__ = ["grouped"]

Group = list[View]
Shelf = int | str | None
_MONTH = 100
_CROWD = 128
"""Groups near a claim that it is compared with, and members of each; more near it are a list of like things."""
_LOOKS = 1000
"""Dates and parties on its shelves that a claim is held against."""


class _Label(NamedTuple):
    """What can be seen of a group without opening it: date and parties of its first member."""

    earliest: int | None
    latest: int | None
    parties: frozenset[str]


_Shelves = dict[Shelf, dict[_Label, list[Group]]]


def grouped(views: Iterable[View]) -> list[Group]:
    """The groups, whatever the order of the claims.

    Claims come in the order of their precision. One that fits every member of just one group joins it; one that fits
    several groups is too coarse to tell which, and stands alone, as does one in a crowd of them.
    """
    index = _Index()
    for view in sorted(views, key=_precision):
        fitting = [group for group in index.near(view) if all(asserts_same(view, member) for member in group[:_CROWD])]
        exact = [group for group in fitting if any(_equally_dated(view, member) for member in group[:_CROWD])]
        chosen = exact if len(exact) == 1 else fitting
        if len(chosen) == 1:
            chosen[0].append(view)
        else:
            index.add(view)
    return index.groups


def _precision(view: View) -> tuple[int, int, str]:
    claim = view.claim
    slots = (claim.place, claim.instrument, claim.measure, claim.instrument_type)
    said = sum(slot is not None for slot in slots) + len(claim.parties) + len(view.words)
    return view.width, -said, view.id


def _equally_dated(first: View, second: View) -> bool:
    return (first.earliest, first.latest, first.date is None) == (second.earliest, second.latest, second.date is None)


class _Index:
    """Groups by what their members must have in common, and by the month in which they begin.

    As claims come in the order of their precision, a group's first date lies within the date of whoever may join it.
    """

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._shelves: defaultdict[Hashable, _Shelves] = defaultdict(dict)
        self._told: defaultdict[Hashable, list[Group]] = defaultdict(list)

    def add(self, view: View) -> None:
        """Begin a new group."""
        group = [view]
        self.groups.append(group)
        shelves = self._shelves[_common(view)]
        label = _Label(view.earliest, view.latest, view.parties)
        for shelf in _own(view):
            shelves.setdefault(shelf, {}).setdefault(label, []).append(group)
        if view.origin is not None:
            self._told[_told_in(view)].append(group)

    def near(self, view: View) -> list[Group]:
        """The groups that a view may belong to; none where they are a crowd."""
        shelves = self._shelves[_common(view)]
        labelled = (item for shelf in _wanted(view, shelves) for item in shelves.get(shelf, {}).items())
        found = {id(group): group for group in self._told.get(_told_in(view), ())[: _CROWD + 1]}
        for label, groups in islice(labelled, _LOOKS):
            if _may_hold(label, view):
                found.update((id(group), group) for group in groups[: _CROWD + 1])
            if len(found) > _CROWD:
                return []
        return list(found.values())


def _may_hold(label: _Label, view: View) -> bool:
    """Whether neither the date nor the parties of a group's first member keep a view out."""
    if not (label.parties <= view.parties or view.parties <= label.parties):
        return False
    if None in (label.earliest, label.latest, view.earliest, view.latest):
        return True
    return (view.earliest or 0) <= (label.earliest or 0) and (label.latest or 0) <= (view.latest or 0)


def _common(view: View) -> Hashable:
    """What all members share: the same number; where there is neither number nor date, the same parties."""
    quantity = view.claim.quantity
    number = None if quantity is None else (quantity.value, quantity.value_max, quantity.unit)
    parties = view.parties if number is None and view.date is None else None
    return view.act, view.claim.polarity, view.claim.ongoing, number, parties


def _told_in(view: View) -> Hashable:
    """What two versions of one telling share; nothing is kept for what is told in one version only."""
    return view.origin, view.act, view.parties, view.claim.evidence.section[-1:]


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
