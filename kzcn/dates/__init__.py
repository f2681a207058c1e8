"""Dates in prose: `find` gives the temporal expressions of a text, `EDTF` holds and compares their values."""

from __future__ import annotations

from kzcn.dates.edtf import EDTF, Bounds, Point
from kzcn.dates.mention import DateMention

__all__ = ["EDTF", "Bounds", "DateMention", "Point"]
