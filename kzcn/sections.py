"""The parts of the answers `border` and `trade`: tables of conditions over `facts f`, of which the first wins."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["BORDER", "TRADE", "Section"]


class Section(NamedTuple):
    """A part of an answer: its heading and what belongs to it."""

    heading: str
    sql: str
    by_kind: bool = False
    """Its rows come in the order of the kinds' table before that of their dates: a total before its parts."""


_BORDER_WORDS = ("border", "boundar", "frontier", "demarcat", "delimit")
_TEXTS = "(f.title || ' ' || ifnull(f.measure, '') || ' ' || ifnull(f.instrument, '') || ' ' || ifnull(f.place, ''))"


def _speaks_of_border(text: str) -> str:
    return "(" + " OR ".join(f"{text} LIKE '%{word}%'" for word in _BORDER_WORDS) + ")"


def _kinds(*names: str) -> str:
    return "f.kind IN (" + ", ".join(f"'{name}'" for name in names) + ")"


_IN_BORDER_SECTION = (
    "EXISTS (SELECT 1 FROM fact_claims fc JOIN claims c ON c.id = fc.claim "
    f"WHERE fc.fact = f.id AND {_speaks_of_border('c.section')})"
)

BORDER = (
    Section("Length", _kinds("border_length", "border_land_length", "border_water_length"), by_kind=True),
    Section("Disputed land", _kinds("disputed_area", "disputed_share"), by_kind=True),
    Section("Boundary treaties", f"f.family = 'treaty' AND ({_speaks_of_border(_TEXTS)} OR {_IN_BORDER_SECTION})"),
    Section(
        "Claims and incidents",
        _kinds("territory_claim", "claimed_area", "ceded_area", "occupied_area", "territory_transferred", "demarcation")
        + f" OR (f.family = 'event' AND {_speaks_of_border(_TEXTS)})",
    ),
    Section("Waters and crossings", _kinds("river", "lake", "canal", "crossing")),
    Section("Other figures", "f.family = 'border'"),
)

TRADE = (
    Section(
        "Turnover and growth",
        _kinds("trade_turnover", "trade_growth", "exports", "imports", "trade_share", "trade_partner"),
    ),
    Section("Targets", _kinds("trade_target")),
    Section("Investments", _kinds("investment")),
    Section("Loans and grants", _kinds("loan", "grant")),
    Section("Purchases and deals", _kinds("acquisition", "deal")),
    Section("Other amounts", "f.family = 'trade'"),
)
