"""Where a sentence tells, beside its subject, what that has been since a time: "Fiji, a member since 1951, voted"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kzcn.extract.tokens import Token

__all__ = ["Aside", "aside_at"]

_LONGEST = 14
"""Tokens of an aside at most."""
_TELLING = frozenset(("verb", "aux", "modal", "rel", "sub"))
_STATES = frozenset(
    "service force exile office power use operation place captivity hiding prison command charge opposition".split()
)
"""What one is in since a time: "in service since 1951"."""
_ROLES = frozenset(
    "a an ally allies member members partner partners rival rivals enemy enemies friend friends neighbours".split()
)
"""What opens a sentence with what its subject was: "Allies in Togo from 1951, the two armies …"."""


class Aside(NamedTuple):
    """The words of an aside without its date, and those of the thing that it tells of."""

    words: range
    thing: range


def aside_at(tokens: Sequence[Token], index: int) -> Aside | None:
    """The aside that the date at a token ends, between the subject and its verb or before both; None without one."""
    if index < 2 or index + 2 >= len(tokens) or tokens[index + 1].low != ",":
        return None
    first = next((at + 1 for at in range(index - 2, -1, -1) if tokens[at].low == "," or tokens[at].tag in _TELLING), 0)
    words, behind = range(first, index - 1), tokens[index + 2]
    if not 0 < len(words) <= _LONGEST or not _stands(tokens, words):
        return None
    opens = first == 0 and tokens[0].low in _ROLES and behind.tag in ("det", "name", "pron")
    if opens and tokens[index - 1].low in ("since", "from"):
        return Aside(words, range(index + 2, len(tokens)))
    beside = first > 1 and tokens[first - 1].low == "," and tokens[index - 1].low == "since"
    if beside and behind.tag in ("verb", "aux", "modal") and tokens[first - 2].tag in ("name", "word"):
        return Aside(words, _noun_phrase(tokens, first - 1))
    return None


def _stands(tokens: Sequence[Token], words: range) -> bool:
    """Can words tell what something is: "a member of the bloc", "in service", "dry"; no number, no list?"""
    opening, second = tokens[words.start], tokens[words.start + 1]
    opens = opening.tag in ("det", "word", "name") or (opening.low in ("in", "at", "under") and second.low in _STATES)
    tags = [tokens[at].tag for at in words]
    return opens and ("word" in tags or words.start == 0) and "quantity" not in tags and "date" not in tags


def _noun_phrase(tokens: Sequence[Token], end: int) -> range:
    """The phrase before a comma, back to where its sentence, or another part of it, begins."""
    first = end
    while first > 0 and tokens[first - 1].tag not in _TELLING and tokens[first - 1].low not in (",", ";", ":"):
        first -= 1
    return range(first + (tokens[first].tag == "conj"), end)
