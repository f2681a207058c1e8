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
from kzcn.dates.words import word_set

__all__ = ["with_reigns"]

_REIGNED = word_set("reigned ruled r reign")
"""What stands before the years of a reign: "(reigned 1279–1213 BC)", "who ruled from 702 to 715"."""
_LEADS = word_set("from c ca circa about around in . ,")
_THRONE = word_set("throne accession acceded ascended crowned coronation enthroned succeeded enthronement")
_RULERS = word_set("king queen emperor empress pharaoh shah sultan khan caliph tsar czar ruler prince duke")
_BECOMING = word_set("became made proclaimed")
_BEGINNING = word_set("began begins begin")
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
    """The reign that the text stands in at a token: of the king named last, else the one told last."""
    told = bisect_left(reigns, at, key=_place)
    named = (kings[word] for word in reversed(tokens.words[max(0, at - _NAMED) : at]) if word in kings)
    return next(named, reigns[told - 1] if told else None)


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
    while at > 0 and tokens.words[at - 1].lower() in _LEADS:
        at -= 1
    return at


def _opener(tokens: Tokens, at: int) -> int | None:
    """Where what tells that years are those of a reign begins: "Shulgi | (2094–2047 BC)", "who | ruled from 702"."""
    if at and tokens.words[at - 1].lower() in _REIGNED:
        return at - 1
    bracket = at > 1 and tokens.tags[at - 1] == TAG["OPEN"] and tokens.tags[at - 2] in (TAG["NAME"], TAG["ROMAN"])
    return at - 1 if bracket else None


def _accession(tokens: Tokens, draft: Drafted) -> int | None:
    """The word near a year, in the same part of the sentence, that tells of an accession."""
    for at in chain(range(draft.first - 1, draft.first - _WINDOW, -1), range(draft.last, draft.last + _WINDOW)):
        between = tokens.tags[min(at, draft.last) : max(at, draft.first)]
        if 0 <= at < len(tokens.words) and _ENDS.isdisjoint(between) and _tells_accession(tokens, at):
            return at
    return None


def _tells_accession(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at].lower()
    after = [other.lower() for other in tokens.words[at + 1 : at + 4]]
    if word == "reign":
        return not _BEGINNING.isdisjoint(after[:2]) or tokens.words[at - 1].lower() == "to"
    return word in _THRONE or (word in _BECOMING and not _RULERS.isdisjoint(after))


def _king(tokens: Tokens, at: int) -> str | None:
    """The name that stands before a token, no further than its sentence begins."""
    for place in range(at - 1, max(-1, at - _WINDOW), -1):
        if tokens.tags[place] in _ENDS:
            return None
        if tokens.tags[place] == TAG["NAME"] and tokens.words[place].lower() not in _RULERS:
            return tokens.words[place]
    return None
