"""What a number counts: the noun phrase after it, its head, and the head's singular."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kzcn.quantities.lexicon import (
    ATTRIBUTIVE_PLURALS,
    MONTHS,
    NOUN_STOPS,
    NUMBER_WORDS,
    after_units,
    irregular_plurals,
)
from kzcn.quantities.numerals import BLANKS

__all__ = ["OF_THE", "NounPhrase", "counted", "singular", "unit_name", "unit_of"]

MOST_WORDS = 5

NEXT_WORD = re.compile(
    rf"[{BLANKS}][“\"]?((?:[A-Z]\.){{2,4}}|[^\W\d_][^\W_]{{0,30}}(?:[-'’.&][^\W_]{{1,30}}){{0,3}})(?![\w])"
)
OF_THE = re.compile(rf"[{BLANKS}]of[{BLANKS}](?:the|its|their|these|those|all|his|her)(?=[{BLANKS}])")
JOINED = re.compile(rf"(?:,|[{BLANKS}](?:and|or))(?=[{BLANKS}])")
HYPHEN_NOUN = re.compile(r"[-‑]([a-z]{3,20})(?![\w-])")
NEVER_PLURAL = re.compile(
    r"(?:ss|us|is|ics|['’]s|[^a-z]s|^.)$|^(?:always|perhaps|overseas|besides|towards|afterwards|times)$"
)
SHAPES = ("way", "sided", "fold", "point", "odd", "plus", "strong", "old", "yearly")


class NounPhrase(NamedTuple):
    """A counted noun phrase ("Kazakh students") and its head ("students")."""

    start: int
    end: int
    head: str


def counted(text: str, end: int, limit: int, *, hyphened: bool = True) -> NounPhrase | None:
    """The plural noun phrase that the number ending at `end` counts, or None.

    The phrase runs to its first plural noun, and on over further plural nouns ("sports clubs").
    With `hyphened` it may also be the noun of "a 1,000-family system".
    """
    joined_noun = HYPHEN_NOUN.match(text, end, limit) if hyphened else None
    if joined_noun:
        return _hyphened(joined_noun)
    group = OF_THE.match(text, end, limit)
    pos = group.end() if group else end
    start = None
    for _ in range(MOST_WORDS):
        word = NEXT_WORD.match(text, pos, limit)
        if word is None or not _may_stand(word[1]):
            return None
        start = word.start(1) if start is None else start
        if is_plural(word[1]):
            return _to_the_last_plural(text, start, word, limit)
        joined = JOINED.match(text, word.end(), limit)
        pos = joined.end() if joined else word.end()
    return None


def _hyphened(match: re.Match[str]) -> NounPhrase | None:
    """The family of "a 1,000-family system"."""
    return None if match[1] in SHAPES else NounPhrase(match.start(1), match.end(1), match[1])


def _to_the_last_plural(text: str, start: int, head: re.Match[str], limit: int) -> NounPhrase:
    while (following := NEXT_WORD.match(text, head.end(), limit)) and _goes_on(following[1]):
        head = following
    if following and head[1].lower() in ATTRIBUTIVE_PLURALS and _may_stand(following[1]):
        later = NEXT_WORD.match(text, following.end(), limit)
        if later and is_plural(later[1]):
            head = later
    return NounPhrase(start, head.end(1), head[1])


def _goes_on(word: str) -> bool:
    """Whether a word after a plural noun is one more of them, and not "dead" or "personnel"."""
    return word.endswith("s") and _may_stand(word) and is_plural(word)


def _may_stand(word: str) -> bool:
    """Whether a word may stand inside a counted noun phrase."""
    lower = word if word.isupper() else word.lower()
    return lower not in NOUN_STOPS and lower not in NUMBER_WORDS and (lower not in MONTHS or word.islower())


@lru_cache(4096)
def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun.

    >>> is_plural("provinces"), is_plural("famous")
    (True, False)
    """
    if word in irregular_plurals() or word.endswith(("men", "children", "people")):
        return True
    if word[0].isupper() and word.endswith("ese"):  # Nepalese
        return True
    by_spelling = len(word) > 2 and word.endswith("s") and not NEVER_PLURAL.search(word)
    return by_spelling or _person(word) is not None


def _person(word: str) -> str | None:
    """The unit of a plural of the people words, also where the rules of spelling would miss it ("Pakistanis")."""
    if not word.endswith("s"):
        return None
    unit = after_units().get(word[:-1])
    return unit.symbol if unit and unit.sort == "person" else None


@lru_cache(4096)
def singular(noun: str) -> str:
    """The singular of an English plural noun.

    >>> singular("companies"), singular("boxes"), singular("bridges")
    ('company', 'box', 'bridge')
    """
    irregular = irregular_plurals().get(noun)
    if irregular:
        return irregular
    if _person(noun):
        return noun[:-1]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh|zz|[^aeo]us|[bp]us)es$", noun):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


_MODEL = re.compile(r"[^\W\d_]+-?\d")


def unit_of(phrase: str, head: str) -> str:
    """The unit of what a phrase counts: of machines with a model number ("F-16 fighters") never a person."""
    name = unit_name(head)
    return singular(head).lower() if name == "person" and _MODEL.search(phrase) else name


def unit_name(head: str) -> str:
    """The unit of a count: "person" for people words, else the head noun in the singular, small unless a name."""
    one = singular(head)
    unit = after_units().get(one) or after_units().get(one.lower())
    if unit and unit.sort == "person":
        return "person"
    if head.islower() and head.endswith("men"):  # fishermen, townswomen
        return "person"
    if one[0].isupper() and re.search(r"(?:an|ese|lander)$", one):  # Russians, Portuguese, New Zealanders
        return "person"
    return one if one.isupper() else one.lower()
