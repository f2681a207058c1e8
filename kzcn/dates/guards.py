"""What only looks like a date: numbers that count or number something, months and seasons that are other words."""

from __future__ import annotations

from kzcn.dates.readings import Reading
from kzcn.dates.tokens import Tokens

__all__ = ["allowed"]


def allowed(tokens: Tokens, first: int, last: int, rule: str, reading: Reading) -> bool:
    """Whether the words around a reading let it stand."""
    return True
