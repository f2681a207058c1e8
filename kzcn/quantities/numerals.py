"""Reading one number: digits with their separators, number words, fractions.

`read` takes the number that begins at an offset; it knows nothing of units and of what the number may mean.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kzcn.quantities.lexicon import FRACTION_NOUNS, NUMBER_WORDS, SCALES

__all__ = ["Numeral", "read"]

BLANKS = " \u00a0\u2009\u202f"
LONGEST = 24
"""Characters; a longer run of digits is no amount."""

# 1 200 · 1'200'000 · 12 345,6
SPACED = re.compile(rf"[0-9]{{1,3}}(?:([{BLANKS}'’])[0-9]{{3}})(?:\1[0-9]{{3}})*(?:[.,][0-9]{{1,2}})?(?![0-9])")
GOES_ON = re.compile(r"[ -]?[0-9]")
DASH = re.compile(r"[-–]")
# everything that hangs together: 1,234.5 · 10:30 · 2010-05-03 · 1.2.3.4 · 3/4
RUN = re.compile(r"[0-9]+(?:[-–/:.,][0-9]+)*")
PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
GROUPED_BY_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}|0,[0-9]+")
VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

WORD = re.compile(rf"(?:[{BLANKS}]|[-‑])?([A-Za-z]{{2,12}})(?![^\W_])")
AND_FRACTION = re.compile(
    rf"[{BLANKS}]and[{BLANKS}](?:a[{BLANKS}])?(half|quarter|third|three[ -]quarters|two[ -]thirds)(?![^\W_])"
)
OF_A_SCALE = re.compile(rf"(?:[{BLANKS}]of)?[{BLANKS}-](?:an?[{BLANKS}])?(hundred|thousand|million|billion|trillion)\b")
OF = re.compile(rf"[{BLANKS}](?:of\b|(?:the|its|their|his|her|all)\b)")
ARTICLE = re.compile(rf"(?<![^\W_])([Aa]n?)[{BLANKS}]\Z")
CHANGED_BY = re.compile(
    rf"(?:\b(?:by|up|down|than|almost|nearly|about|roughly|barely|over|rose|fell|grew|dropped|shrank)[{BLANKS}]|\()\Z",
    re.IGNORECASE,
)
ENDS_CHANGE = re.compile(
    rf"[{BLANKS}]?(?:[,.;:)]|\Z)|[{BLANKS}](?:on|from|in|since|over|and|to|by|during|against|compared|between|after|at|while|"
    rf"but|or|per|each|as|year-on-year|(?:the|that|this)[{BLANKS}](?:year|month|following|next|same)|last|later)\b"
)
NOT_A_SHARE = re.compile(
    r"\b(?:first|second|other|latter|former|last|in|third|fourth|same|other|each)[ \u00a0]\Z", re.IGNORECASE
)
_NAMED_HALF = re.compile(rf"\b[Tt]he[{BLANKS}][^\W\d_]+[{BLANKS}]$")
"""What makes a part with a name of the half behind it: "the western half of the island"."""
_BEFORE_SHARE = 24
"""Characters in which what stands before a share is looked at."""


class Numeral(NamedTuple):
    """A number as written: `value * scale`; the scale word is kept apart so that a range can share it."""

    start: int
    end: int
    value: Fraction
    scale: int = 1
    word: bool = False
    share: bool = False
    """A fraction in words: "two-thirds"."""
    bare: bool = False
    """Digits alone, which may be a year or a name."""


def read(text: str, start: int, floor: int, limit: int) -> Numeral | int:
    """The number that begins at `start`, or the offset to go on from where there is none.

    `text` before `floor` and from `limit` on belongs to something else. `start` is where a digit or a word of
    `NUMBER_WORDS`, `SCALES` or `FRACTION_NOUNS` begins. A numeral may begin earlier, at its article ("a hundred").
    """
    if text[start].isdecimal() or text[start] in VULGAR:
        found = _digits(text, start, limit)
        return found if isinstance(found, int) else _and_fraction(text, found, limit)
    return _words(text, start, floor, limit)


def _digits(text: str, start: int, limit: int) -> Numeral | int:
    if text[start] in VULGAR:
        return Numeral(start, start + 1, VULGAR[text[start]])
    spaced = SPACED.match(text, start, limit)
    if spaced and not GOES_ON.match(text, spaced.end(), limit):
        digits = re.sub(rf"[{BLANKS}'’]", "", spaced[0]).replace(",", ".")
        return Numeral(start, spaced.end(), Fraction(digits)) if len(digits) <= LONGEST else spaced.end()
    run = RUN.match(text, start, limit)
    if run is None:  # a decimal digit of another script
        return start + 1
    parts = DASH.split(run[0]) if run.end() - start <= 2 * LONGEST else []
    values = [_value(part) for part in parts]
    if not 1 <= len(values) <= 2 or None in values:
        return run.end()
    end = start + len(parts[0])
    value = values[0] or Fraction(0)
    if len(parts) == 1 and end < limit and text[end] in VULGAR:
        return Numeral(start, end + 1, value + VULGAR[text[end]])
    return Numeral(start, end, value, bare=parts[0].isdecimal())


@lru_cache(4096)
def _value(digits: str) -> Fraction | None:
    if len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return Fraction(int(digits))  # quicker than from the text
    if PLAIN.fullmatch(digits):
        return Fraction(digits)
    if GROUPED.fullmatch(digits) or INDIAN.fullmatch(digits):
        return (
            _decimal_comma(digits)
            if digits.startswith("0,") and "." not in digits and digits.count(",") == 1
            else Fraction(digits.replace(",", ""))
        )
    if GROUPED_BY_POINTS.fullmatch(digits):
        return Fraction(digits.replace(".", "").replace(",", "."))
    return _decimal_comma(digits) if DECIMAL_COMMA.fullmatch(digits) else None


def _decimal_comma(digits: str) -> Fraction:
    return Fraction(digits.replace(",", "."))


def _words(text: str, start: int, floor: int, limit: int) -> Numeral | int:
    first = WORD.match(text, start, limit)
    if first is None:
        return start + 1
    word = first[1].lower()
    if word in FRACTION_NOUNS:
        return _share(text, start, floor, limit)
    if word in SCALES:
        article = _article(text, start, floor)
        if article == start:
            return first.end()
        return _and_fraction(text, Numeral(article, first.end(), Fraction(1), SCALES[word], word=True), limit)
    return _and_fraction(text, _cardinal(text, start, limit), limit)


def _article(text: str, start: int, floor: int) -> int:
    """Where the "a" before `start` stands, or `start`."""
    article = ARTICLE.search(text[max(floor, start - 4) : start])
    return start - len(article[0]) if article else start


def _cardinal(text: str, start: int, limit: int) -> Numeral:
    """A number in words: thirty-one, two hundred and fifty, five million two hundred thousand."""
    total = current = 0
    end, last = start, 0
    scale_below = 10**15
    pos = start
    while match := WORD.match(text, pos, limit):
        word = match[1].lower()
        if word == "and" and last >= 100:
            pos = match.end()
            continue
        number = NUMBER_WORDS.get(word)
        if number is not None and _adds(current, number):
            current += number
            last = number
        elif word == "hundred" and 0 < current < 20:
            current, last = current * 100, 100
        elif 1000 <= SCALES.get(word, 0) < scale_below and current:
            scale_below = last = SCALES[word]
            total, current = total + current * last, 0
        else:
            break
        pos = end = match.end()
    value = total + current
    scale = last if last in (100, 1000, 10**6, 10**9, 10**12) and value % last == 0 else 1
    return _end_as_fraction(text, Numeral(start, end, Fraction(value, scale), scale, word=True), limit)


def _adds(current: int, number: int) -> bool:
    """Whether the words go on as one number: twenty + three, two hundred + fifty, but not three + five."""
    rest = current % 100
    return rest == 0 or (rest >= 20 and rest % 10 == 0 and number < 10)


def _end_as_fraction(text: str, numeral: Numeral, limit: int) -> Numeral:
    """Two thirds, one-fifth, three quarters of a million."""
    noun = WORD.match(text, numeral.end, limit)
    parts = FRACTION_NOUNS.get(noun[1].lower()) if noun else None
    if noun is None or parts is None or numeral.scale > 1 or not numeral.value < parts:
        return numeral
    if noun[1].lower() in ("quarter", "quarters") and not (OF.match(text, noun.end(), limit) or "-" in noun[0]):
        return numeral
    return _of_a_scale(text, numeral._replace(end=noun.end(), value=numeral.value / parts, share=True), limit)


def _share(text: str, start: int, floor: int, limit: int) -> Numeral | int:
    """Half of, a third of, by a third, a quarter of a billion, half a million."""
    noun = WORD.match(text, start, limit)
    word = noun[1].lower() if noun else ""
    end = start + len(word)
    before = text[max(floor, start - _BEFORE_SHARE) : start]
    is_named = word == "half" and OF.match(text, end, limit) and _NAMED_HALF.search(before)
    if NOT_A_SHARE.search(before) or is_named or word.endswith("s"):
        return end
    article = _article(text, start, floor)
    numeral = Numeral(article, end, Fraction(1, FRACTION_NOUNS[word]), word=True, share=True)
    scaled = _of_a_scale(text, numeral, limit)
    if not scaled.share or OF.match(text, end, limit):
        return scaled if article < start or word == "half" else end
    if (
        (article < start or word == "half")
        and CHANGED_BY.search(text[max(floor, article - 10) : article])
        and ENDS_CHANGE.match(text, end, limit)
    ):
        return numeral
    measured = re.compile(rf"[{BLANKS}]an?[{BLANKS}]").match(text, end, limit)
    return numeral._replace(end=measured.end() - 1, share=False) if measured and word == "half" else end


def _of_a_scale(text: str, numeral: Numeral, limit: int) -> Numeral:
    scale = OF_A_SCALE.match(text, numeral.end, limit)
    return numeral._replace(end=scale.end(), scale=SCALES[scale[1]], share=False) if scale else numeral


def _and_fraction(text: str, numeral: Numeral, limit: int) -> Numeral:
    """One and a half (million)."""
    more = AND_FRACTION.match(text, numeral.end, limit)
    if more is None or numeral.share or 1 < numeral.scale < 1000:
        return numeral
    part = {"half": (1, 2), "quarter": (1, 4), "third": (1, 3), "three": (3, 4), "two": (2, 3)}[
        re.split("[ -]", more[1])[0]
    ]
    return numeral._replace(end=more.end(), value=numeral.value + Fraction(*part))
