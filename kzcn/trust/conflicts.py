"""Facts that cannot be true together, side by side with where each is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from kzcn.query import Facts

__all__ = ["ConflictRow", "conflicts"]

_COMPARED = ("date", "value", "value_max", "unit", "qualifier", "place")


class ConflictRow(NamedTuple):
    """One side of a conflict."""

    section: str
    """The conflict: its number, what it is about and which slots differ; the same for all its sides."""
    date: str | None
    date_shown: str | None
    title: str
    value: float | None
    value_max: float | None
    unit: str | None
    qualifier: str | None
    value_shown: str | None
    place: str | None
    attribution: str | None
    rank: str
    rank_reason: str | None
    origins: int
    evidence: tuple[str, ...]
    """Where it is written: "rivers.txt 120-180, History > Border"."""
    conflicts: tuple[str, ...]
    id: str


def conflicts(facts: Facts) -> list[ConflictRow]:
    """The sides of every conflict, those of one conflict together, in the order of the database.

    Raises: DatabaseError where the file is damaged.
    """
    links: dict[str, list[str]] = {}
    for fact, other in facts.rows(
        "SELECT c.fact, c.other FROM facts_conflicts c JOIN facts f ON f.id = c.fact ORDER BY f.no, c.other"
    ):
        links.setdefault(str(fact), []).append(str(other))
    return [
        _row(_heading(number, records), record)
        for number, group in enumerate(_groups(links), 1)
        for records in [list(facts.show(group))]
        for record in records
    ]


def _groups(links: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Facts that are linked, directly or by others, in the order of `links`."""
    seen: set[str] = set()
    for first in links:
        waiting, group = [first], set[str]()
        while waiting:
            name = waiting.pop()
            if name not in group and name not in seen:
                group.add(name)
                waiting.extend(links.get(name, ()))
        seen |= group
        if group:
            yield [name for name in links if name in group]


def _heading(number: int, records: Sequence[Mapping[str, Any]]) -> str:
    differing = [slot for slot in _COMPARED if len({record[slot] for record in records} - {None}) > 1]
    about = records[0]["kind"].replace("_", " ")
    return f"{number}. {about}: {', '.join(differing) or 'told'} differ{'' if len(differing) > 1 else 's'}"


def _row(heading: str, record: Mapping[str, Any]) -> ConflictRow:
    same = {name: record[name] for name in ConflictRow._fields if name not in {"section", "evidence", "conflicts"}}
    evidence = tuple(_place(piece) for piece in record["evidence"])
    return ConflictRow(section=heading, evidence=evidence, conflicts=tuple(record["conflicts"]), **same)


def _place(piece: Mapping[str, Any]) -> str:
    sections = f", {' > '.join(piece['section'])}" if piece["section"] else ""
    return f"{piece['source_name']} {piece['start']}-{piece['end']}{sections}"
