"""Acts of treaties put together: a row an instrument, its acts as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from kzcn.query import FactRow

__all__ = ["TreatyRow", "instruments"]

_COLUMNS = {
    "treaty_signed": "signed",
    "agreement_reached": "signed",
    "treaty_ratified": "ratified",
    "treaty_in_force": "in_force",
    "treaty_extended": "extended",
    "treaty_ended": "ended",
}
"""Kind of act and its column."""
_UNKNOWN = "XXXX"
"""EDTF for a year that is not known."""


class TreatyRow(NamedTuple):
    """An instrument with its acts; each act's column holds the EDTF dates it is told with."""

    title: str
    instrument: str | None
    instrument_type: str | None
    parties: tuple[str, ...]
    place: str | None
    signed: tuple[str, ...]
    signed_shown: str
    """For people: "26 Apr 1994"; "undated" where the act is told without a date."""
    ratified: tuple[str, ...]
    ratified_shown: str
    """With who ratified, where that is told: "15 Jun 1995 (Latvia)"."""
    in_force: tuple[str, ...]
    in_force_shown: str
    extended: tuple[str, ...]
    extended_shown: str
    ended: tuple[str, ...]
    ended_shown: str
    other: tuple[str, ...]
    """Kinds of other acts."""
    polarity: str
    attribution: str | None
    rank: str
    status: str
    conflicts: tuple[str, ...]
    """Of any of its acts."""
    origins: int
    sources: tuple[int, ...]
    acts: tuple[str, ...]
    """Ids of all its acts."""
    id: str
    """Of the first act."""


def instruments(chosen: Iterable[FactRow], acts: Iterable[FactRow]) -> Iterator[TreatyRow]:
    """The instruments that have one of the chosen acts, in the order of these, each with all of its `acts`."""
    lives: dict[str, list[FactRow]] = {}
    for act in acts:
        lives.setdefault(_life(act), []).append(act)
    for life in dict.fromkeys(map(_life, chosen)):
        yield _row(lives[life])


def _life(act: FactRow) -> str:
    return act.life or act.id


def _row(acts: Sequence[FactRow]) -> TreatyRow:
    first = next((act for act in acts if act.id == _life(act)), acts[0])
    columns: dict[str, Any] = {}
    for column in dict.fromkeys(_COLUMNS.values()):
        told = [act for act in acts if _COLUMNS.get(act.kind) == column]
        columns[column] = tuple(act.date or _UNKNOWN for act in told)
        columns[f"{column}_shown"] = "; ".join(_shown(act, first) for act in told)
    return TreatyRow(
        title=first.title,
        instrument=_first(act.instrument for act in acts),
        instrument_type=_first(act.instrument_type for act in acts),
        parties=first.parties,
        place=first.place,
        **columns,
        other=tuple(act.kind for act in acts if act.kind not in _COLUMNS),
        polarity=first.polarity,
        attribution=first.attribution,
        rank=first.rank,
        status=first.status,
        conflicts=tuple(sorted({name for act in acts for name in act.conflicts})),
        origins=max(act.origins for act in acts),
        sources=tuple(sorted({number for act in acts for number in act.sources})),
        acts=tuple(act.id for act in acts),
        id=first.id,
    )


def _shown(act: FactRow, first: FactRow) -> str:
    """The date for people, and who acts where it is one of several parties alone."""
    date = act.date_shown or "undated"
    alone = len(act.parties) == 1 < len(first.parties)
    return f"{date} ({act.parties[0]})" if alone else date


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)
