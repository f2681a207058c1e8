"""Years of a reign: "in his third year", "in the 21st year of Thutmose", "year 8 of his reign".

They are reckoned from the beginning of the reign that the text has told of: the king named with the year, else the one
named last, else the reign told last. The year of the accession counts as the first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from kzcn.dates.readings import Drafted, Reading, Relative
from kzcn.dates.tokens import TAG, Tokens, tag_set
from kzcn.dates.values import Value
from kzcn.dates.words import REIGNED, RULERS, word_set

__all__ = ["with_reigns"]

_LEADS = word_set("from c ca circa about around in")
_THRONE = word_set("throne accession acceded ascended crowned coronation enthroned succeeded enthronement")
_BECOMING = word_set("became made proclaimed")
_BEGINNING = word_set("began begins begin")
_PRONOUNS = word_set("he she who his her him they we you")
_DENYING = word_set("never not nor neither")
_PLACING = word_set("of in at to from near")
_TITLE = 4
"""Tokens between a title and a bracket, or in the years of a reign, at most."""
_WINDOW = 10
"""Tokens between a year and the word of an accession at most."""
_ENDS = tag_set("DOT BREAK SEMI")
_LONGEST = 72
"""Years of the longest reign."""


_NAMED = 400
"""Tokens before a regnal year within which its king may have been named."""


@dataclass(frozen=True, slots=True)
class _Reign:
    """A reign that the text tells of: the token at which it is told, whose it is, its first year, and its last."""

    at: int
    king: str | None
    first: Value
    last: int | None

    def lasts(self, year: int) -> bool:
        """Whether it has so many years."""
        longest = _LONGEST if self.last is None else self.last - (self.first.year or 0) + 1
        return 1 <= year <= longest


def with_reigns(tokens: Tokens, drafts: Sequence[Drafted]) -> Iterator[Drafted]:
    """The expressions of a text, its regnal years reckoned; those of a reign without a beginning are left out."""
    if not any(draft.reading.regnal for draft in drafts):
        yield from drafts
        return
    reigns = [reign for draft in drafts if (reign := _reign(tokens, draft)) is not None]
    kings = {reign.king: reign for reign in reversed(reigns) if reign.king is not None}
    for draft in drafts:
        year = draft.reading.regnal
        if year is None:
            yield draft
            continue
        reign = kings.get(year.king) if year.king else _reign_at(tokens, draft.first, reigns, kings)
        if reign is not None and reign.lasts(year.number):
            yield replace(draft, reading=Reading("date", Relative("year", year.number - 1, base=reign.first)))


def _reign_at(tokens: Tokens, at: int, reigns: Sequence[_Reign], kings: Mapping[str, _Reign]) -> _Reign | None:
    """The reign that the text stands in at a token: of the king named last, else one of "him" that was told shortly."""
    named = (kings[word] for word in reversed(tokens.words[max(0, at - _NAMED) : at]) if word in kings)
    told = bisect_left(reigns, at, key=_place)
    last = reigns[told - 1] if told else None
    unnamed = last if last is not None and last.king is None and at - last.at < _NAMED else None
    return next(named, unnamed)


def _place(reign: _Reign) -> int:
    return reign.at


def _reign(tokens: Tokens, draft: Drafted) -> _Reign | None:
    """The reign whose years, or whose beginning, a date tells."""
    parts = draft.reading.parts
    first, last = (parts[0].spec, parts[-1].spec) if parts else (draft.reading.spec, draft.reading.spec)
    if not isinstance(first, Value) or not isinstance(last, Value) or first.unit != "year" or first.year is None:
        return None
    at = _before_leads(tokens, draft.first)
    if draft.reading.joint == "range":
        opened = _opener(tokens, at)
        return _Reign(draft.first, _king(tokens, opened), first, last.year) if opened is not None else None
    accession = _accession(tokens, draft)
    return _Reign(draft.first, _king(tokens, accession), first, None) if accession is not None else None


def _before_leads(tokens: Tokens, at: int) -> int:
    while at > 0 and (tokens.words[at - 1].lower() in _LEADS or _is_short(tokens, at - 1)):
        at -= 1
    return at


def _is_short(tokens: Tokens, at: int) -> bool:
    """Is it the point of "r." or "c."?"""
    return tokens.words[at] == "." and at > 0 and tokens.words[at - 1].lower() in ("r", "c", "ca")


def _opener(tokens: Tokens, at: int) -> int | None:
    """Where what tells that years are those of a reign begins: "Shulgi | (2094–2047 BC)", "who | ruled from 702"."""
    if at and tokens.words[at - 1].lower() in REIGNED:
        return at - 1
    if at < 2 or tokens.tags[at - 1] != TAG["OPEN"] or tokens.tags[at - 2] not in (TAG["NAME"], TAG["ROMAN"]):
        return None
    titled = any(word.lower() in RULERS for word in tokens.words[max(0, at - 1 - _TITLE) : at - 1])
    return at - 1 if titled or _is_of_old(tokens, at) else None


def _is_of_old(tokens: Tokens, at: int) -> bool:
    """Do the years that begin at a token stand before Christ?"""
    return any(word.lower().startswith("b") for word in tokens.words[at : at + _TITLE] if word[-1].isalpha())


def _accession(tokens: Tokens, draft: Drafted) -> int | None:
    """The word near a year, in the same part of the sentence, that tells of an accession of somebody named."""
    behind = range(draft.first - 1, draft.first - _WINDOW, -1)
    ahead = range(draft.last, draft.last + _WINDOW)
    for at in chain(behind, ahead):
        between = tokens.tags[min(at, draft.last) : max(at, draft.first)]
        if not 0 <= at < len(tokens.words) or not _ENDS.isdisjoint(between) or TAG["YEAR4"] in between:
            continue
        own = at < draft.first or TAG["YEAR4"] not in tokens.tags[at : at + _WINDOW]
        if own and _tells_accession(tokens, at) and _is_of_somebody(tokens, at):
            return at
    return None


def _tells_accession(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at].lower()
    after = [other.lower() for other in tokens.words[at + 1 : at + 4]]
    if word == "reign":
        return not _BEGINNING.isdisjoint(after[:2]) or tokens.words[max(0, at - 1)].lower() == "to"
    return word in _THRONE or (word in _BECOMING and not RULERS.isdisjoint(after))


def _is_of_somebody(tokens: Tokens, at: int) -> bool:
    """Does a name or a pronoun stand shortly before, and nothing that denies it?"""
    before = [word.lower() for word in tokens.words[max(0, at - _WINDOW) : at]]
    named = _king(tokens, at) is not None or not _PRONOUNS.isdisjoint(before)
    return named and _DENYING.isdisjoint(before)


def _king(tokens: Tokens, at: int) -> str | None:
    """The name that stands before a token, no further than its sentence begins, and is no place's."""
    for place in range(at - 1, max(-1, at - _WINDOW), -1):
        if tokens.tags[place] in _ENDS:
            return None
        word = tokens.words[place]
        placed = place > 0 and tokens.words[place - 1].lower() in _PLACING
        if tokens.tags[place] == TAG["NAME"] and word.lower() not in RULERS | _PRONOUNS and not placed:
            return word
    return None
