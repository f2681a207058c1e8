"""Years of antiquity without an era: "in 200 BC … in 192 … the campaign of 177" are all before Christ.

A number of two or three digits is a year of the era that was written last, where a word that dates stands before it,
nothing behind it is counted by it, and it lies near the year told last; so is one of four digits near such a year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kzcn.dates.tokens import TAG, Tokens, tag_line, tag_set
from kzcn.dates.words import word_set

__all__ = ["with_eras"]

_NUMBERS = tag_line("N12 N24 N31 N59 N99 N3 N4 YEAR4")
_LOOKED_AT = re.compile(f"[{TAG['ERA']}{_NUMBERS}]")
_DIGITS = 6
"""Digits of a number that are read; no year has as many."""
_YEAR = re.compile(r"\d{1,6}")
_LONGEST = 4
"""Digits of a year of antiquity."""
_AHEAD, _BACK = 120, 50
"""Years from the one told last within which a number may be the next one, in the way of time and against it."""
_LATE = 900
"""Before this year before Christ a year of four digits may be one, too, where it lies near the one told last."""
_DUG_UP = range(1800, 2030)
"""Years in which antiquity is dug up and written of, as often as years before Christ."""
_NOT_FAR_BACK = 20
"""As `_BACK`, for a year of four digits that may be one of ours."""
_MONTHS = tag_set("MONTH MAYMARCH")
_DATING = word_set(
    "in since until till by of before after about around toward towards circa ca c year early late mid between"
)
_JOINING = tag_set("AND DASH TO")
"""What stands before the second year of "between 156 and 141"."""
_DATED_NOUNS = word_set(
    """treaty peace truce pact accord alliance settlement war campaign expedition embassy mission siege battle victory
    defeat revolt rebellion famine plague raid edict law census eclipse election winter spring summer autumn"""
)
"""Nouns that "of" and a year of three digits date: "the treaty of 944"."""
_REIGNING = word_set("reign reigned throne")
_ROUGHLY = word_set("about around circa ca c")
_COUNTED = word_set("men women people horse foot cavalry infantry horsemen children oxen sheep cattle per percent")
_NO_PLURALS = word_set("was is has his its as this us thus")
_MEASURED = tag_set("UNIT UNITS DAY DAYS CLOCK CLOCKS HUNDRED PERCENT")


@dataclass(slots=True)
class _Reader:
    """Walks over the numbers of a text with the year that was told last, negative before Christ."""

    words: Sequence[str]
    tags: list[str]
    told: int | None = None
    before_christ: set[int] = field(default_factory=set)

    def number(self, at: int) -> None:
        """Read a number: with its era, as a year of our time, or as the next year of antiquity."""
        year = int(self.words[at][:_DIGITS])
        early = self.told is not None and self.told < -_LATE and self._is_next(at, year)
        if year >= 1000 and not early:
            self.told = None if self.tags[at] == TAG["YEAR4"] else self.told
        elif not self._has_era(at) and self._is_next(at, year):
            self.tags[at] = TAG["YEAR4"]
            self._tell(at, year)
        elif self.tags[at] == TAG["YEAR4"] or self._stands_alone(at):
            self.tags[at] = TAG["YEAR4"]
            self.told = year

    def _stands_alone(self, at: int) -> bool:
        """Is a number of three digits a year by itself: "in 751 he came"?"""
        behind = self.tags[at + 1 : at + 2]
        if self.tags[at] != TAG["N3"] or at == 0 or self._counts(at + 1) or behind in ([TAG["OF"]], [TAG["DASH"]]):
            return False
        before = self.words[at - 1].lower()
        if before == "of":
            return at > 1 and self.words[at - 2].lower() in _DATED_NOUNS
        return before in ("in", "since", "until")

    def era(self, at: int) -> None:
        """Read an era with the year, or the century, that stands at it."""
        sign = -1 if self.words[at].lower().startswith("b") else 1
        beside = (place for place in (at - 1, at + 1, at - 2) if 0 <= place < len(self.words))
        digits = next((found for place in beside if (found := _YEAR.match(self.words[place]))), None)
        if sign < 0:
            self._let_be_years(at)
        if digits is not None:
            century = self.words[at - 1].lower().startswith("centur")
            self.told = sign * (int(digits[0]) * 100 - 50 if century else int(digits[0]))

    def _let_be_years(self, at: int) -> None:
        """Take numbers above those of our years for years where "BC" stands at them: "2334–2279 BC"."""
        joined = at > 1 and self.tags[at - 2] in _JOINING
        for place in (at - 1, at - 3 if joined else at - 1):
            if place >= 0 and self.tags[place] == TAG["N4"] and len(self.words[place]) <= _LONGEST:
                self.tags[place] = TAG["YEAR4"]

    def _tell(self, at: int, year: int) -> None:
        if self.told is not None and self.told < 0:
            self.before_christ.add(at)
            year = -year
        self.told = year

    def _has_era(self, at: int) -> bool:
        """Does an era stand at a number, or behind the other end of its range?"""
        beside = [*self.tags[max(0, at - 1) : at], *self.tags[at + 1 : at + 2]]
        joined = self.tags[at + 1 : at + 2] and self.tags[at + 1] in _JOINING and self.tags[at + 3 : at + 4]
        return TAG["ERA"] in beside or joined == [TAG["ERA"]]

    def _is_next(self, at: int, year: int) -> bool:
        """Is a number the next year of the story?"""
        if self.told is None or year < 10 or (year in _DUG_UP and not self._of_reign(at)):
            return False
        passed = (-year if self.told < 0 else year) - self.told
        back = _BACK if year < 1000 or year > _DUG_UP.stop else _NOT_FAR_BACK
        return -back <= passed <= _AHEAD and self._is_dated(at) and not self._counts(at + 1)

    def _of_reign(self, at: int) -> bool:
        """Does a word shortly before a year tell of a reign: "whose reign began in 2028"?"""
        return any(word.lower() in _REIGNING for word in self.words[max(0, at - 4) : at])

    def _is_dated(self, at: int) -> bool:
        """Does a word that dates stand before a number, or a bracket that holds no more than years?"""
        before = self.words[at - 1].lower() if at else ""
        if before == "of":
            return at > 1 and self.words[at - 2].lower() in _DATED_NOUNS
        if before in _ROUGHLY and self.tags[at + 1 : at + 2] == [TAG["OTHER"]]:
            return False
        if before == "(":
            return self.tags[at + 1 : at + 2] in ([TAG["CLOSE"]], [TAG["DASH"]])
        if at > 1 and self.tags[at - 1] in _JOINING:
            return self.tags[at - 2] == TAG["YEAR4"]
        if before == "from":
            return self.tags[at + 1 : at + 2] == [TAG["TO"]] and not self._counts(at + 3)
        return before in _DATING or (at > 0 and self.tags[at - 1] in _MONTHS)

    def _counts(self, after: int) -> bool:
        """Does what follows tell what a number counts: "300 ships", "300 small boats", "30 days"?"""
        for place in range(after, min(after + 2, len(self.words))):
            word = self.words[place].lower()
            if word in _COUNTED or self.tags[place] in _MEASURED:
                return True
            if self.tags[place] not in (TAG["OTHER"], TAG["NAME"]):
                return False
            if word.endswith("s") and word not in _NO_PLURALS and self.tags[place] == TAG["OTHER"]:
                return True
        return False


def with_eras(tokens: Tokens) -> Tokens:
    """The tokens of a text in which numbers near years of antiquity are years; those before Christ are noted."""
    if TAG["ERA"] not in tokens.tags and TAG["N3"] not in tokens.tags:
        return tokens
    reader = _Reader(tokens.words, list(tokens.tags))
    for found in _LOOKED_AT.finditer(tokens.tags):
        if found[0] == TAG["ERA"]:
            reader.era(found.start())
        else:
            reader.number(found.start())
    return replace(tokens, tags="".join(reader.tags), before_christ=frozenset(reader.before_christ))
