"""What changed between two builds of a database.

Facts are the same where they share an id or alias. A document in another version gives every claim a new id; so what
is left over is compared by its slots, and then by its words within one section.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from kzcn.query import Facts

__all__ = ["DiffRow", "diff"]

_SLOTS = (
    "title", "kind", "date", "date_basis", "value", "value_max", "unit", "qualifier", "measure", "parties", "place",
    "instrument", "instrument_type", "names", "polarity", "attribution", "rank", "status", "derivation", "origins",
)  # fmt: skip
_OWN = tuple(slot for slot in _SLOTS if slot not in {"rank", "origins", "date_basis"})
"""Slots that say what a fact is, whatever else is in the database."""
_NUMBERS_OFF = re.compile(r"\d[\d.,]*|[^\w\s]")
_ALIKE = 0.6
"""The least share of common words of two tellings of one thing."""

Record = dict[str, Any]
Pair = tuple[Record, Record]


class DiffRow(NamedTuple):
    """A fact that is only in one build, or a slot in which it differs."""

    change: Literal["added", "removed", "changed"]
    slot: str | None
    """What changed; None where the whole fact is new or gone."""
    old: object
    new: object
    title: str
    date: str | None
    old_id: str | None
    id: str
    """In the new build, or the old one where the fact is gone."""


def diff(old: Facts, new: Facts) -> list[DiffRow]:
    """What changed from `old` to `new`: changed slots first, then facts added, then facts removed.

    Raises: DatabaseError where a file is damaged.
    """
    before, after = ([dict(record) for record in facts.export()] for facts in (old, new))
    pairs: list[Pair] = []
    for match in (_by_name, _by_slots, _by_words):
        found = list(match(before, after))
        pairs += found
        gone, come = ({record["id"] for record in side} for side in zip(*found, strict=True)) if found else ((), ())
        before = [record for record in before if record["id"] not in gone]
        after = [record for record in after if record["id"] not in come]
    return [
        *(row for one, other in pairs for row in _changes(one, other)),
        *(DiffRow("added", None, None, None, fact["title"], fact["date"], None, fact["id"]) for fact in after),
        *(DiffRow("removed", None, None, None, fact["title"], fact["date"], fact["id"], fact["id"]) for fact in before),
    ]


def _changes(old: Record, new: Record) -> Iterator[DiffRow]:
    for slot in _SLOTS:
        if old[slot] != new[slot]:
            yield DiffRow("changed", slot, old[slot], new[slot], new["title"], new["date"], old["id"], new["id"])


def _by_name(before: Sequence[Record], after: Sequence[Record]) -> Iterator[Pair]:
    """Facts with a common id or alias, each matched once."""
    owners = {name: record for record in reversed(before) for name in (record["id"], *record["aliases"])}
    taken: set[str] = set()
    for record in after:
        known = (owners[name] for name in (record["id"], *record["aliases"]) if name in owners)
        first = next((one for one in known if one["id"] not in taken), None)
        if first is not None:
            taken.add(first["id"])
            yield first, record


def _by_slots(before: Sequence[Record], after: Sequence[Record]) -> Iterator[Pair]:
    """Facts that say the same and are told by other documents or other versions of them."""
    return _once(before, after, lambda record: str([record[slot] for slot in _OWN]))


def _by_words(before: Sequence[Record], after: Sequence[Record]) -> Iterator[Pair]:
    """Facts of one kind and section whose titles, numbers left out, are the same or nearly so."""
    same = list(_once(before, after, lambda record: (*_place(record), tuple(sorted(_words(record))))))
    yield from same
    known = {record["id"] for pair in same for record in pair}
    old, new = ([record for record in side if record["id"] not in known] for side in (before, after))
    near = list(_near(old, new))
    times = Counter(name for one, other in near for name in (("old", one["id"]), ("new", other["id"])))
    yield from (pair for pair in near if times["old", pair[0]["id"]] == times["new", pair[1]["id"]] == 1)


def _near(before: Iterable[Record], after: Iterable[Record]) -> Iterator[Pair]:
    """Facts of one kind with a section in common and nearly the same words."""
    shelves = _shelved(before, lambda record: _place(record)[:2])
    for record in after:
        for other in shelves.get(_place(record)[:2], ()):
            if not set(_place(other)[2]).isdisjoint(_place(record)[2]) and _alike(other, record):
                yield other, record


def _once(before: Iterable[Record], after: Iterable[Record], key: Callable[[Record], Hashable]) -> Iterator[Pair]:
    """Facts with one key, the first with the first, where both builds have as many of them."""
    old, new = _shelved(before, key), _shelved(after, key)
    for name, records in new.items():
        if len(records) == len(old.get(name, ())):
            yield from zip(old[name], records, strict=True)


def _shelved(records: Iterable[Record], key: Callable[[Record], Hashable]) -> dict[Hashable, list[Record]]:
    shelves: dict[Hashable, list[Record]] = {}
    for record in records:
        shelves.setdefault(key(record), []).append(record)
    return shelves


def _place(record: Record) -> tuple[str, str, tuple[str, ...]]:
    sections = sorted({str(piece["section"][-1:]) for piece in record["evidence"]})
    return record["kind"], record["status"], tuple(sections)


def _words(record: Record) -> frozenset[str]:
    return frozenset(_NUMBERS_OFF.sub(" ", f"{record['title']} {record['measure'] or ''}".lower()).split())


def _alike(first: Record, second: Record) -> bool:
    one, other = _words(first), _words(second)
    return len(one & other) >= _ALIKE * len(one | other)
