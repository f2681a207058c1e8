"""What is not a quantity though it has a number: names, labels, dates, times, pronouns."""

from __future__ import annotations

import re

from kzcn.quantities.lexicon import DEFINITE, MONTHS, NUMERAL_LABELS, NUMERAL_NAMES, ORDINALS_BEFORE
from kzcn.quantities.numerals import BLANKS, Numeral

__all__ = [
    "first_word",
    "glued_after",
    "glued_before",
    "is_definite",
    "is_label",
    "is_name",
    "is_one_of_many",
    "is_year",
]

LOOK_BACK = 40

LAST_WORD = re.compile(rf"([^\W\d_]+|[№#§]+)\.?[{BLANKS}]?\Z")
FIRST_WORD = re.compile(rf"[{BLANKS}]([A-Za-z]+)")
GLUE_BEFORE = re.compile(r"(?:[^\W_][-‑–]|[\w/=@&%\\^])\Z|(?<![\s(\[])[#:+]\Z")
GLUE_AFTER = re.compile(r"[/\\=@_&][\w]|[_°º′″]|[’'][\w]|\.[A-Za-z]|:[0-9]")
CLOCK_OR_MONTH = re.compile(
    rf"[{BLANKS}]?(?:[ap]\.?m\b|o['’]clock\b|BCE?\b|CE\b|AD\b|hrs?\b|GMT\b|UTC\b)|(?:st|nd|rd|th|s)\b"
    rf"|[{BLANKS}](?:{'|'.join(month.title() for month in sorted(MONTHS, key=len, reverse=True))})\b"
)
BEFORE_A_YEAR = re.compile(
    rf"\b(?:in|on|over|than|since|by|until|till|from|of|during|before|after|around|circa|c|the|year|early|late|mid|AD|CE|"
    rf"{'|'.join(MONTHS)})\.?,?[{BLANKS}]\Z",
    re.IGNORECASE,
)
SOME_DAY = re.compile(rf"[Oo]ne[{BLANKS}]day\b")
PRONOUN_BEFORE = re.compile(r"\b(?:no|any|every|some|each|which|this|that|another|the|only)[ \u00a0-]\Z", re.IGNORECASE)
SENTENCE_START = re.compile(r"(?:\A|[.!?:;\n\"“”«»(—–•*|/]|\t)\s*\Z")


def before(text: str, offset: int, floor: int) -> str:
    """The few characters before an offset that a guard may look at."""
    return text[max(floor, offset - LOOK_BACK) : offset]


def last_word(left: str) -> str:
    """The word that ends a text, in small letters; empty where none does."""
    word = _last_word(left)
    return word[1].lower() if word else ""


def _last_word(left: str) -> re.Match[str] | None:
    """The word that ends a text: it is looked for behind the last blank that something follows."""
    return LAST_WORD.search(left, left.rfind(" ", 0, -1) + 1)


def first_word(text: str, end: int, limit: int) -> str:
    """The word right behind an offset, in small letters; empty where none is."""
    word = FIRST_WORD.match(text, end, limit)
    return word[1].lower() if word else ""


def glued_before(left: str) -> bool:
    """Whether the number hangs on what stands before it: COVID-19, G20, /2010, x=5."""
    return bool(GLUE_BEFORE.search(left[-2:]))


def glued_after(text: str, end: int, limit: int) -> bool:
    """Whether what follows makes the number a time, a day, a coordinate or part of an address."""
    return bool(GLUE_AFTER.match(text, end, limit) or CLOCK_OR_MONTH.match(text, end, limit))


def is_label(left: str) -> bool:
    """Whether the number is the number of a law, page, flight … or the day after a month's name."""
    word = last_word(left)
    return word in NUMERAL_LABELS or (word in MONTHS and not left.rstrip().endswith(word))


def is_name(text: str, numeral: Numeral, left: str) -> bool:
    """Whether a number with nothing to count belongs to a name: Point 38, Apollo 11, Big Five."""
    if numeral.word:
        return text[numeral.start].isupper() and not SENTENCE_START.search(left)
    word = _last_word(left)
    return word is not None and (word[1].lower() in NUMERAL_NAMES or word[1][0].isupper())


def is_one_of_many(text: str, numeral: Numeral, left: str) -> bool:
    """Whether "one" is a pronoun or a determiner: no one, the one, one day."""
    if not numeral.word or numeral.value * numeral.scale != 1:
        return False
    return bool(PRONOUN_BEFORE.search(left) or SOME_DAY.match(text, numeral.start))


def is_year(numeral: Numeral, left: str) -> bool:
    """Whether four bare digits are a year by what stands before them."""
    return looks_like_a_year(numeral) and bool(BEFORE_A_YEAR.search(left))


def looks_like_a_year(numeral: Numeral) -> bool:
    """Whether a number is written as a year of the last thousand years would be."""
    return numeral.bare and numeral.end - numeral.start == 4 and 1000 <= numeral.value <= 2199


def is_definite(left: str) -> bool:
    """Whether the phrase is one already spoken of: "the two countries", "its first five years"."""
    words = re.findall(r"[^\W\d_]+", left)
    while words and words[-1].lower() in ORDINALS_BEFORE:
        words.pop()
    if [word.lower() for word in words[-2:]] == ["in", "all"]:
        return False
    return bool(words) and words[-1].lower() in DEFINITE and left[-1:].isspace()
