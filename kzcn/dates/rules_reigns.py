"""Grammar of the years of a reign: "his third year", "Thutmose's 21st year", "year 8 of his reign"."""

from __future__ import annotations

from collections.abc import Sequence

from kzcn.dates.pieces import Hit, count_of
from kzcn.dates.readings import Reading, Regnal, Rule, rule
from kzcn.dates.tokens import TAG, Tokens

__all__ = ["REIGN_RULES"]

_HIS = frozenset({"his", "her"})
_REIGN = frozenset({"reign", "rule"})
_OFFICES = frozenset("office power parliament government prison exile school college charge command".split())
"""What "his third year in" counts from something else than an accession."""


def _his_year(hit: Hit) -> Reading | None:
    """`his third year`, `her fifth regnal year`, `his third year of rule`."""
    number, last = hit.integer("number"), hit.match.end()
    if hit.unit() != "year" or number is None or hit.words("whose")[0] not in _HIS:
        return None
    rest = [word.lower() for word in hit.tokens.words[last : last + 3]]
    if rest[:2] in (["of", "reign"], ["of", "rule"]):
        return Reading("date", None, last=last + 2, regnal=Regnal(number))
    if rest[:1] in (["of"], ["as"], ["at"]) or (rest[:1] == ["in"] and not _OFFICES.isdisjoint(rest)):
        return None
    return Reading("date", None, regnal=Regnal(number))


def _kings_year(hit: Hit) -> Reading | None:
    """`Thutmose's 21st year`, `Thutmose III's 21st year`."""
    number, (first, _) = hit.integer("number"), hit.match.span()
    at = first - 1
    if at > 0 and hit.tokens.tags[at] == TAG["ROMAN"]:
        at -= 1
    if hit.unit() != "year" or number is None or at < 0 or hit.tokens.tags[at] != TAG["NAME"]:
        return None
    return Reading("date", None, first=first + 1, regnal=Regnal(number, hit.tokens.words[at]))


def _year_of_reign(hit: Hit) -> Reading | None:
    """`the fifth year of his reign`, `the 21st year of Thutmose`, `year 8 of the reign of Thutmose`."""
    number = hit.integer("number") or count_of(hit.words("number"))
    reign = _reign_behind(hit.tokens, hit.match.end())
    if hit.unit() != "year" or number is None or reign is None:
        return None
    king, last = reign
    return Reading("date", None, last=last, regnal=Regnal(int(number), king))


def _reign_behind(tokens: Tokens, at: int) -> tuple[str | None, int] | None:
    """Whose reign the words from a token on name, and where they end: "his reign", "Thutmose", "Thutmose's reign"."""
    words = [word.lower() for word in tokens.words[at : at + 3]]
    if words[:1] and words[0] in _HIS and not _REIGN.isdisjoint(words[1:2]):
        return None, at + 2
    if words == ["the", "reign", "of"]:
        at += 3
    if tokens.tags[at : at + 1] != TAG["NAME"]:
        return None
    return tokens.words[at], _end_of_king(tokens.words, tokens.tags, at + 1)


def _end_of_king(words: Sequence[str], tags: str, at: int) -> int:
    """Where "III's reign" behind a name ends."""
    if tags[at : at + 1] == TAG["ROMAN"]:
        at += 1
    owns = tags[at : at + 1] in (TAG["S"], TAG["APOS"]) and not _REIGN.isdisjoint(words[at + 1 : at + 2])
    return at + 2 if owns else at


REIGN_RULES: tuple[Rule, ...] = (
    rule("regnal year", "ITS:whose ORDINAL_:number REGNAL? UNIT:unit", _his_year, "his third year"),
    rule(
        "regnal year of a king",
        "( 's | ' ) ORDINAL_:number REGNAL? UNIT:unit",
        _kings_year,
        "Thutmose's 21st year",
    ),
    rule("year of a reign", "the ORDINAL_:number UNIT:unit of", _year_of_reign, "the fifth year of his reign"),
    rule("numbered year of a reign", "REGNAL? UNIT:unit COUNT_:number of", _year_of_reign, "year 8 of Thutmose"),
)
