"""What scanning did to plain text: letters for digits, lost blanks, words parted at line ends, page heads."""

from __future__ import annotations

import re

from kzcn.reading.builder import Builder

__all__ = ["is_page_head", "joins_word", "keep_repaired"]

_DIRT = re.compile(
    # a year or a grouped number with l, I or O for digits: l9O2, 94,OOO
    r"(?<![\w,.])(?P<digits>(?=[\dlIO,]{0,15}\d)(?=[\d,]{0,15}[lIO])(?:[12lI][\dlIO]{3}|[\dlIO]{1,3}(?:,[\dlIO]{3}){1,4}))(?![\w])"
    # a day before its month: I2 May, 3O June
    r"|(?<![\w,.])(?P<day>[lI]\d|[123][lIO])(?=\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]{0,7}\s)"
    # a day behind its month: September l7; the first: lst of May
    r"|(?<=[a-z]{3}\s)(?P<after>l\d)(?=\s(?:of\s|,|in\s)|,)|(?<![\w,.])(?P<first>lst)(?=\s(?:of\s|[A-Z]))"
    # an ordinal: 2lst, 3Oth; a number that ends in O: 60O
    r"|(?<![\w,.])(?P<short>(?:[lI]\d|[123][lIO])(?=(?:st|nd|rd|th)\b)|[1-9]\d{0,2}O(?!\w))"
    # krn for km behind a number
    r"|(?<=\d\s)(?P<unit>krn)\b"
    # a preposition or month glued to a year: in1902
    r"|\b(?:in|of|by|since|from|until|on|In|By|Since|From|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?=(?P<glued>(?:1[0-9]|20)\d\d\b))"
)
_MAY_BE_DIRT = (re.compile(r"\d(?:(?<=[A-Za-z].)|(?<=[lIO],.)|,?[lIO]|\skrn)"), re.compile(r"lst\s(?<=\blst\s)"))
"""From its digit on, as a text has few; apart, so that each search goes from one possible beginning to the next."""
_DIGITS = str.maketrans("lIO", "110")
_PAGE_HEAD = re.compile(
    r"\d{1,4}\s{3,99}[^a-z\d]{3,80}|[^a-z\d]{3,80}?\s{3,99}\d{1,4}|[-–]?\s?\d{1,3}\s?[-–]?"
    r"|[-–]\s?\d{4}\s?[-–]|[3-9]\d{3}|[Pp]age \d{1,4}(?: of \d{1,4})?"
)
_PARTED = re.compile(r"[^\W\d_][-\u00ad]$")


def keep_repaired(builder: Builder, start: int, end: int) -> None:
    """Add a raw run, its digits and blanks put right."""
    at = start
    dirty = any(sign.search(builder.raw, start, end) for sign in _MAY_BE_DIRT)
    for found in _DIRT.finditer(builder.raw, start, end) if dirty else ():
        if not found["glued"]:
            builder.keep(at, found.start())
            builder.put("km" if found["unit"] else found[0].translate(_DIGITS), found.start(), found.end())
        else:
            builder.keep(at, found.end())
            builder.blank(found.end())
        at = found.end()
    builder.keep(at, end)


def is_page_head(text: str) -> bool:
    """Whether a line is the head or foot of a printed page: its number, with or without a title in capitals."""
    return len(text) < 120 and _PAGE_HEAD.fullmatch(text) is not None


def joins_word(above: str, below: str) -> bool:
    """Whether a line ends in a word that the next one finishes."""
    return _PARTED.search(above) is not None and below[:1].islower()
