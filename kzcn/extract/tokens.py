"""A sentence as tokens: words with a tag, and dates, quantities and names as one token each."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kzcn.extract import lexicon
from kzcn.extract.lexicon import VerbForm

__all__ = ["Mention", "Tag", "Token", "tokenize"]

Tag = Literal[
    "date",
    "quantity",
    "name",
    "verb",
    "aux",
    "modal",
    "to",
    "prep",
    "det",
    "pron",
    "conj",
    "rel",
    "sub",
    "adv",
    "neg",
    "punct",
    "word",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that stands as one token: index `ref` of the dates, quantities or names of the sentence."""

    start: int
    end: int
    tag: Literal["date", "quantity", "name"]
    ref: int
    adjective: bool = False
    """A name used as an adjective: "Peruvian"."""


@dataclass(slots=True)
class Token:
    """A word, a mark or a mention. `forms` are the verb readings that its neighbours leave open."""

    start: int
    end: int
    text: str
    low: str
    tag: Tag
    ref: int = -1
    adjective: bool = False
    forms: tuple[VerbForm, ...] = ()


_WORD = re.compile(r"[^\W_]+(?:[-–/'’.](?=[^\W_])[^\W_]+)*|['’]s(?![^\W_])|(?<=s)['’](?=\s)|[^\s]")
_UNKNOWN_PAST = re.compile(r"[a-z]{2,}(?:[^aeiou\W]ed|[ao]ed|ied|ised|ized|ated)$")
_NOT_PAST = frozenset(
    """hundred sacred naked united indeed speed feed seed need exceed breed weed freed red shed bed embed newfound
    so-called sect limited armed mixed wicked beloved aged advanced detailed retired related based combined""".split()
)
_VOCABULARY = 50_000
"""Words whose tags are remembered."""


def tokenize(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Token]:
    """Cut text[start:end] into tokens; `mentions` are in order, inside the span and do not overlap."""
    tokens: list[Token] = []
    position = start
    for mention in mentions:
        tokens.extend(_words(text, position, mention.start))
        piece = text[mention.start : mention.end]
        tokens.append(
            Token(mention.start, mention.end, piece, piece.lower(), mention.tag, mention.ref, mention.adjective)
        )
        position = mention.end
    tokens.extend(_words(text, position, end))
    _settle_verbs(tokens)
    _settle_lone_verb(tokens)
    return tokens


def _words(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in _WORD.finditer(text, start, end):
        low = match[0].lower()
        genitive = low in ("'", "’") and match.start() > start and text[match.start() - 1] == "s"
        found.append(Token(match.start(), match.end(), match[0], low, "det" if genitive else _tag(low)))
    return found


@lru_cache(maxsize=_VOCABULARY)
def _tag(low: str) -> Tag:
    if low in ("'s", "’s"):
        return "det"
    if not low[0].isalnum():
        return "punct"
    adverb = _ADVERB.search(low) and low not in _NO_ADVERBS
    return next((tag for words, tag in _CLASSES if low in words), "adv" if adverb else "word")


_ADVERB = re.compile(r"[a-z]{3,}ly$")
_NO_ADVERBS = frozenset(
    """family ally assembly supply july italy only monopoly reply anomaly apply rally early friendly costly daily
    weekly monthly quarterly yearly elderly likely unlikely lovely lonely homily hilly belly bully fly imply
    comply multiply rely tally folly jelly lily holy ugly deadly orderly scholarly neighbourly timely""".split()
)
_CLASSES: tuple[tuple[Container[str], Tag], ...] = (
    (lexicon.AUXILIARIES, "aux"),
    (lexicon.MODALS, "modal"),
    (("to",), "to"),
    (lexicon.CONJUNCTIONS, "conj"),
    (lexicon.NEGATIONS, "neg"),
    (lexicon.RELATIVES, "rel"),
    (lexicon.SUBORDINATORS, "sub"),
    (lexicon.DETERMINERS, "det"),
    (lexicon.PRONOUNS, "pron"),
    (lexicon.PREPOSITIONS, "prep"),
    (lexicon.ADVERBS, "adv"),
)
"""The closed classes; a word of several is of the first."""


def _settle_verbs(tokens: list[Token]) -> None:
    """Tag as verbs the words that can be one and stand where one can."""
    forms = lexicon.verb_forms()
    for index, token in enumerate(tokens):
        opens = token.tag == "name" and index == 0
        if token.tag != "word" and not opens:
            continue
        readings = forms.get(token.low) or _unknown(token.low)
        possible = tuple(reading for reading in readings if _possible(reading, tokens, index))
        if possible and not (opens and tokens[1:2] and not _opens_phrase(tokens[1])):
            token.tag, token.forms = "verb", possible


def _settle_lone_verb(tokens: list[Token]) -> None:
    """A sentence without a verb so far: the first word that can be one after a comma or a plural is it.

    "The two rivers, the Una and the Sava, flow from …".
    """
    if any(token.tag in ("verb", "aux", "modal") for token in tokens):
        return
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        told = before.low == "," or _is_plural(before)
        present = _present_forms(token) if told and _opens_phrase(after) else ()
        if present:
            token.tag, token.forms = "verb", present
            return


def _present_forms(token: Token) -> tuple[VerbForm, ...]:
    """What a word can be in the present tense."""
    readings = lexicon.verb_forms().get(token.low, ()) if token.tag == "word" else ()
    return tuple(reading for reading in readings if reading.form in ("base", "s"))


@lru_cache(maxsize=_VOCABULARY)
def _unknown(low: str) -> tuple[VerbForm, ...]:
    """Readings of a word that is in no table but looks like a past form."""
    if _UNKNOWN_PAST.search(low) and low not in _NOT_PAST:
        return (VerbForm(low, "past", noun=False), VerbForm(low, "participle", noun=False))
    return ()


def _possible(reading: VerbForm, tokens: list[Token], index: int) -> bool:
    """Can the word be this verb form here?"""
    before = _before(tokens, index)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if reading.form == "base":
        return _base_here(reading, before, after)
    if reading.form == "s":
        return _third_here(reading, before, after)
    return _ing_here(before, after) if reading.form == "ing" else _past_here(before, after)


def _before(tokens: list[Token], index: int) -> Token | None:
    """The token before, adverbs and negations passed over."""
    while index > 0 and tokens[index - 1].tag in ("adv", "neg"):
        index -= 1
    return tokens[index - 1] if index > 0 else None


_PHRASE_AFTER = frozenset(("det", "name", "quantity", "date", "prep", "to", "adv", "pron", "rel", "neg"))


def _opens_phrase(after: Token | None) -> bool:
    """Can a token open what goes with a verb right before it?"""
    return after is not None and after.tag in _PHRASE_AFTER


_COMPOUNDS = frozenset(
    """arms sports sales customs goods works news series its his this us was has is as thus""".split()
)
_ADJECTIVES = frozenset("have open last near empty complete present separate direct level secure".split())
"""What is more often an adjective behind a noun than the verb; "have" is an auxiliary."""


def _is_plural(token: Token) -> bool:
    return token.tag == "word" and token.low.endswith("s") and not token.low.endswith("ss")


def _base_here(reading: VerbForm, before: Token | None, after: Token | None) -> bool:
    if before is None:
        return False
    if before.tag in ("to", "modal", "aux"):
        return before.tag != "aux" or before.low in ("do", "does", "did")
    if before.low in ("they", "we", "who", "you", "i"):
        return True
    if reading.noun:
        return _is_plural(before) and before.low not in _COMPOUNDS and _opens_phrase(after)
    told = _is_plural(before) or before.tag in ("name", "rel", "quantity")
    return told and reading.lemma not in _ADJECTIVES and (after is None or after.tag != "punct")


def _third_here(reading: VerbForm, before: Token | None, after: Token | None) -> bool:
    if before is None or before.tag not in ("word", "name", "pron", "rel", "punct", "conj", "date"):
        return False
    if not reading.noun:
        return before.tag != "punct" or before.low in (",", ")", '"', "”")
    if before.tag == "pron" or before.low in ("which", "who", "it"):
        return True
    goes_on = after is not None and after.tag not in ("punct", "conj") and after.low != "of"
    return before.tag == "name" and not before.adjective and goes_on


_NOUN_BEFORE = frozenset(("name", "date", "pron", "rel", "adv", "punct", "conj"))
_GENITIVES = ("'s", "’s", "s'", "s’")


def _past_here(before: Token | None, after: Token | None) -> bool:
    if before is None:
        return _opens_phrase(after)
    if before.tag in ("aux", "modal"):
        return True
    if before.low.endswith(_GENITIVES):
        return False
    if before.tag == "quantity":
        return after is None or _opens_phrase(after) or after.tag == "punct"
    if before.tag in ("word", "verb"):
        return after is None or after.tag != "word" or not _is_adjective(before)
    return before.tag in _NOUN_BEFORE


def _is_adjective(before: Token) -> bool:
    return before.low.endswith(("al", "ly", "ic", "ive", "ous", "able", "ible", "ful"))


def _ing_here(before: Token | None, after: Token | None) -> bool:
    if before is None:
        return _opens_phrase(after)
    if before.tag in ("aux", "det", "verb", "to") or after is None:
        return before.tag == "aux"
    governs = after.tag in ("det", "name", "quantity", "pron", "to", "rel") or after.low in ("in", "from", "with", "on")
    return governs or (before.low == "," and after.tag not in ("punct", "conj"))
