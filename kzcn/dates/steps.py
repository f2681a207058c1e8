"""A date some units of time before or after another: what was two days before 29 January."""

from __future__ import annotations

import re

from kzcn.dates.edtf import EDTF
from kzcn.dates.values import Value, shift

__all__ = ["stepped"]

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "day", "M": "month", "Y": "year"}
_WEEK = 7


def stepped(edtf: str, length: str, direction: int) -> str | None:
    """The date that lies a length of time after (1) or before (-1) another, as exact as the unit of the length.

    Args:
        edtf: a day, month or year.
        length: a TIMEX3 duration: "P2D".
        direction: 1 or -1.

    Returns:
        EDTF; None where the date is an interval or not exact enough, or the length no whole number of units.
    """
    match, date = _LENGTH.fullmatch(length), EDTF.parse(edtf)
    point = date.start
    if match is None or date.is_interval or point is None or not point.year.lstrip("-").isdigit() or point.qualifier:
        return None
    month, day = (
        int(part) if part and part.isdigit() and int(part) <= 31 else None for part in (point.month, point.day)
    )
    if month is not None and month > 12:
        return None
    count = int(match[1]) * (_WEEK if match[2] == "W" else 1)
    value = shift(Value(int(point.year), month, day if month else None), _UNITS[match[2]], direction * count)
    return value.edtf() if value is not None else None
