"""The closed table of kinds, read from `tables/kinds.csv`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from kzcn.model import Family
from kzcn.tabled import rows

__all__ = ["BORDER_LENGTHS", "Kind", "kinds"]

BORDER_LENGTHS = ("border_length", "border_land_length", "border_water_length")
"""The kinds of what two states share: the whole, then its parts."""


class Kind(NamedTuple):
    """A kind of fact: its family, its words for people, and the PLOVER type and mode where one fits."""

    kind: str
    family: Family
    label: str
    plover: str | None
    mode: str | None


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by name, in the order of the table."""
    return {
        row["kind"]: Kind(
            row["kind"], cast("Family", row["family"]), row["label"], row["plover"] or None, row["mode"] or None
        )
        for row in rows("kinds.csv")
    }
