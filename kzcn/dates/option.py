"""Dates as people write them in options: `1992`, `36BC`, `April 1994`, `2nd century BC`, `2014-05`, EDTF."""

from __future__ import annotations

import re

from kzcn.dates.edtf import EDTF
from kzcn.errors import BadDate

__all__ = ["read_option"]

_SHORT_YEAR = re.compile(r"\d{1,3}")
_ERA = re.compile(r"(?:(?<=\d)|(?<=\s))(?:bce?|ce|ad)$")


def read_option(text: str) -> EDTF:
    """Read a date of the command line.

    Raises BadDate when it is neither EDTF nor one date in words.
    """
    text = _ERA.sub(lambda era: era[0].upper(), text.strip())
    if _SHORT_YEAR.fullmatch(text):
        return EDTF.parse(text.zfill(4))
    try:
        return EDTF.parse(text)
    except BadDate as bad:
        found = _in_words(text)
        if found is None:
            shape = 'write one like 1992, 36BC, "April 1994", "2nd century BC" or 1992-01-03'
            raise BadDate(f"{text!r} is no date; {shape}") from bad
        return found


def _in_words(text: str) -> EDTF | None:
    from kzcn.dates.finder import find  # noqa: PLC0415 - EDTF needs no grammar

    mentions = find(text)
    if len(mentions) != 1 or (mentions[0].lead, mentions[0].end) != (0, len(text)):
        return None
    edtf = mentions[0].edtf
    return EDTF.parse(edtf) if edtf is not None and not edtf.startswith("XXXX") else None
