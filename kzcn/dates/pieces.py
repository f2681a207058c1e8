"""Named pieces of the grammar, and how the words they match become numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from kzcn.dates.parts import part_named
from kzcn.dates.tokens import Tokens
from kzcn.dates.values import Value
from kzcn.dates.words import CARDINALS, MONTHS, ORDINALS, PARTS_OF_DAY, SEASONS, UNITS, WEEKDAYS, word_set

__all__ = ["PIECES", "Hit", "count_of"]

PIECES = {
    # 12 · 1992 · 499
    "INT_": "N12 | N24 | N31 | N59 | N99 | N00 | N3 | YEAR4",
    "DAYNUM_": "N12 | N24 | N31 | N00",
    # 4th · fourth · twenty-first
    "ORDINAL_": "ORDDAY | ORDBIG | TENS -? ( FIRST | SECOND | ORDWORD ) | FIRST | SECOND | ORDWORD",
    "DAYN_": "DAYNUM_ | the? ORDINAL_",
    # May · Sept.
    "MONTH_": "MONTH | MAYMARCH | MON .?",
    "WEEKDAY_": "WEEKDAY | WKD .?",
    "SEASON_": "SEASON | FALL",
    # 1992 · 36 BC · AD 36
    "YEAR_": "INT_ ERA | ERA INT_ | YEAR4",
    # two thousand and thirteen · nineteen hundred and ninety-four · nineteen sixty-four
    "WORDYEAR_": "( CARD | ONE ) HUNDRED ( ( CARD | ONE ) HUNDRED )? ( and? SMALL_ )?"
    " | CARD TENS ( -? ( ONE | CARD ) )?",
    # '99
    "SHORTYEAR_": "' ( N12 | N24 | N31 | N59 | N99 | N00 )",
    # 1930s · the '60s · sixties · eighteen-fifties
    "DECADE_": "DECADE ERA? | YEAR4 S | ' DECADE | ( CARD -? )? DECADEWORD",
    # early · the end of · in the middle of · the last days of
    "MODIFIER_": "( EARLY | LATE ) ( in | - )? | EDGE - | MID - UNIT | the? ( EARLY | LATE | MID ) -?"
    " | the? ( EDGE | MIDDLE | REST ) of"
    " | the? ( EARLY | LATE | LATTER | FIRST | LAST | FINAL | MIDDLE ) ( PART | DAYS | UNIT | UNITS ) of",
    # the second week of · the first half of
    "MONTHPART_": "MODIFIER_ | the? ( FIRST | SECOND | LATTER | ORDWORD ) ( UNIT | HALF ) of",
    # c. · about
    "CIRCA_": "CIRCA .? | ABOUT",
    "UNIT_": "DAY | UNIT | CLOCK | WEEKEND | QUARTER | SECOND",
    "UNITS_": "DAYS | UNITS | CLOCKS | WEEKENDS | QUARTERS | PARTDAYS",
    "ANYUNIT_": "UNIT_ | UNITS_",
    "SPAN_": "DAY | UNIT | WEEKEND | QUARTER",
    # the next · that same · last
    "NTH_": "the ( NEXT | FOLLOWING | PREVIOUS | SAME FOLLOWING? | LATTER | LAST | CURRENT | COMING )"
    " | ( THAT | THIS ) SAME? | THIS ( PAST | COMING ) | NEXT | LAST",
    "THEN_": "the ( NEXT | FOLLOWING | PREVIOUS | SAME ) | THAT SAME?",
    "WHEN_": "EARLY | LATE | EARLIER | LATER",
    # ago · later · from now
    "DIRECTION_": "AGO | LATER | EARLIER | BEFORE | AFTERWARDS | HENCE | PREVIOUS | from NOW",
    # 12 · 1,200 · two · twenty-five · two hundred and fifty · two and a half
    "SMALL_": "TENS ( -? ( ONE | CARD ) )? | CARD | ONE",
    "COUNT_": "INT_ HUNDRED? | NX HUNDRED? | N4"
    " | SMALL_ ( HUNDRED ( and? SMALL_ )? )? ( -? and -? ( a | ONE ) -? half )?"
    " | a HUNDRED ( and? SMALL_ )? | INT_ and a half | INT_ INT_ / INT_",
    "VAGUE_": "a? FEW ( HUNDRED | more )? | SEVERAL ( HUNDRED | more )? | a? COUPLE of? | MANY of | SOME",
    # about · more than · at least
    "ABOUT_": "ABOUT | ALMOST | OVER | MORE THAN | at LEAST | AROUND",
    "DAYPART_": "PARTDAY | POINTDAY",
    "CLOCK_": "CLOCKTIME ( AMPM | CLOCKS )? ZONE? | N12 AMPM ZONE? | INT_ OCLOCK | POINTDAY",
}

_OPEN = word_set("few several many numerous some")
_FRACTIONS_AND_SETS = {"half": 0.5, "couple": 2.0, "dozen": 12.0}
_DIGITS = re.compile(r"\d{1,9}")
"""The digits of a number that are read: no date has as many."""
_LONGEST_COUNT = 15
"""Characters of a number that may count units of time."""


_ROMAN = re.compile(r"(x{0,2})(ix|iv|v?)(i{0,3})")


def _roman(word: str) -> int:
    """The number of a Roman numeral up to 29, in small letters; 0 for any other word."""
    match = _ROMAN.fullmatch(word)
    if match is None:
        return 0
    tens, fives, ones = match.groups()
    return 10 * len(tens) + {"": 0, "v": 5, "iv": 4, "ix": 9}[fives] + len(ones)


class Hit(NamedTuple):
    """A match of a rule over the tokens: its named pieces as words and numbers."""

    tokens: Tokens
    match: re.Match[str]

    def words(self, name: str) -> list[str]:
        """The words of a piece in small letters; none where the piece is missing."""
        first, last = self.span(name)
        return [word.lower() for word in self.tokens.words[first:last]] if first >= 0 else []

    def words_of_match(self) -> list[str]:
        """All the words of the match in small letters."""
        return [word.lower() for word in self.tokens.words[self.match.start() : self.match.end()]]

    def has(self, name: str) -> bool:
        """Whether the piece is there."""
        return self.span(name)[0] >= 0

    def span(self, name: str) -> tuple[int, int]:
        """First and last token of a piece, end exclusive; (-1, -1) where it is missing."""
        return self.match.span(name) if name in self.match.re.groupindex else (-1, -1)

    def integer(self, name: str) -> int | None:
        """The number written in a piece, in digits or as an ordinal."""
        words = self.words(name)
        for word in words:
            if digits := _DIGITS.match(word):
                return int(digits[0])
            if roman := _roman(word):
                return roman
        numbers = [ORDINALS.get(word) or CARDINALS.get(word) for word in words]
        return sum(number for number in numbers if number) or None

    def lookup(self, name: str, table: dict[str, int]) -> int | None:
        """The number a table gives for the first word of a piece it knows."""
        return next((table[word] for word in self.words(name) if word in table), None)

    def month(self, name: str = "month") -> int | None:
        """The month a piece names, 1 to 12."""
        return self.lookup(name, MONTHS)

    def weekday(self, name: str = "weekday") -> int | None:
        """The day of the week a piece names, Monday 1."""
        return self.lookup(name, WEEKDAYS)

    def season(self, name: str = "season") -> str | None:
        """The TIMEX3 season a piece names."""
        return next((SEASONS[word] for word in self.words(name) if word in SEASONS), None)

    def unit(self, name: str = "unit") -> str | None:
        """The unit of time a piece names."""
        return next((UNITS[word] for word in self.words(name) if word in UNITS), None)

    def part_of_year(self, name: str = "name") -> Value:
        """The quarter or half that `Q3`, `3Q` or `H1` names, without its year."""
        word = self.words(name)[0]
        number = int(word.strip("qh"))
        return Value(half=number) if "h" in word else Value(quarter=number)

    def part_of_day(self, name: str = "daypart") -> str | None:
        """The TIMEX3 part of the day a piece names."""
        return next((PARTS_OF_DAY[word] for word in self.words(name) if word in PARTS_OF_DAY), None)

    def year(self, name: str = "year") -> int | None:
        """The astronomical year a piece names, in digits or in words; None where it is missing."""
        words = self.words(name)
        number = _year_in_words(words) if words and words[0] in CARDINALS else self.integer(name)
        if number is None:
            return None
        return 1 - number if self.before_christ(name) else number

    def qualifier(self) -> str:
        """The EDTF qualifier: `~` where the piece `circa` is there."""
        return "~" if self.has("circa") else ""

    def before_christ(self, name: str) -> bool:
        """Whether a piece is marked, or known by the text before it, as before Christ."""
        known = not self.tokens.before_christ.isdisjoint(range(*self.span(name)))
        return known or any(word[0] == "b" for word in self.words(name))

    def modifier(self, name: str = "modifier") -> str | None:
        """The part that a piece singles out; EARLIER and LATER of what lies on one side of the time told last."""
        return part_named(self.words(name))


def _year_in_words(words: list[str]) -> int | None:
    """1964 of "one thousand nine hundred and sixty-four" and of "nineteen sixty-four"; None for what is no year."""
    thousands = rest = 0
    for number in (CARDINALS[word] for word in words if word in CARDINALS):
        if number == 1000:
            thousands, rest = 1000 * rest, 0
        elif number == 100 or (number >= 10 and 10 <= rest < 100):
            rest = 100 * rest + (number if number != 100 else 0)
        else:
            rest += number
    year = thousands + rest
    return year if 1000 <= year < 2200 else None


def count_of(words: list[str]) -> float | None:
    """The number that words say; None for "a few", "several" and other words that leave it open."""
    if "/" in words:
        return _mixed_fraction(words)
    total = part = 0.0
    known = False
    for index, word in enumerate(words):
        number = _number_in(word, first=index == 0 and words[1:2] not in (["couple"], ["dozen"]))
        multiplies = CARDINALS.get(word, 0) >= 100
        if word in _OPEN or (multiplies and not known):
            return None
        if number is None:
            continue
        if multiplies:
            total, part = (total + part) * number, 0.0
        else:
            part += number
        known = True
    return total + part if known else None


def _number_in(word: str, *, first: bool) -> float | None:
    """The number one word stands for; an article stands for one before "hundred"."""
    if word[0].isdigit():
        return float(word.replace(",", "")) if word.count(".") < 2 and len(word) <= _LONGEST_COUNT else None
    if word in _FRACTIONS_AND_SETS:
        return _FRACTIONS_AND_SETS[word]
    return 1.0 if first and word in ("a", "an") else CARDINALS.get(word)


def _mixed_fraction(words: list[str]) -> float | None:
    """`2 1/2`."""
    whole, above, below = (float(words[at]) for at in (0, 1, 3))
    return whole + above / below if below else None
