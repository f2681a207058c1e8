"""A claim in the making: what a rule found, before it is bound to its place in the source."""

from __future__ import annotations

from dataclasses import dataclass

from kzcn.extract.dating import Dated
from kzcn.model import Polarity, Quantity, Span

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """Slots of a claim with clean offsets."""

    kind: str
    title: str
    rule: str
    clause: int | None = None
    date: Dated | None = None
    quantity: Quantity | None = None
    value_span: Span | None = None
    measure: str | None = None
    parties: tuple[str, ...] = ()
    place: str | None = None
    instrument: str | None = None
    instrument_type: str | None = None
    names: tuple[str, ...] = ()
    polarity: Polarity = "done"
    attribution: str | None = None
    anaphoric: bool = False
    """Its clause goes on with the passage before it, so that it may take over its date."""
    beside: bool = False
    """A noun tells it beside what the verb of its clause tells with the same date."""
