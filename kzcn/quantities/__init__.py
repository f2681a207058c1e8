"""Quantities in English prose: numbers with their currency, unit or counted noun, and how exact they are."""

from __future__ import annotations

from kzcn.quantities.scan import QuantityMention, find

__all__ = ["QuantityMention", "find"]
