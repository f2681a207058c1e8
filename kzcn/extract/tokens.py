"""A sentence as tokens: words with a tag, and dates, quantities and names as one token each."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


_WORD = re.compile(r"['’]s(?![^\W_])|(?<=s)['’](?=\s)|[^\W_]+(?:[-–/'’.](?=[^\W_])[^\W_]+)*|[^\s]")
_GENITIVE = re.compile(r"['’]s?$")
_UNKNOWN_PAST = re.compile(r"[a-z]{2,}(?:[^aeiou\W]ed|[ao]ed|ied|ised|ized|ated)$")
_NOT_PAST = frozenset(
    """hundred sacred naked united indeed speed feed seed need exceed breed weed freed red shed bed embed newfound
    so-called sect limited armed mixed wicked beloved aged advanced detailed retired related based combined""".split()
)
_VOCABULARY = 50_000
"""Words whose tags are remembered."""
_UNKNOWN_GERUND = re.compile(r"[a-z]{3,}ing$")


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
def _tag(low: str) -> Tag:  # noqa: PLR0911 - one return for each class
    if low in ("'s", "’s"):
        return "det"
    if not low[0].isalnum():
        return "punct"
    if low in lexicon.AUXILIARIES:
        return "aux"
    if low in lexicon.MODALS:
        return "modal"
    if low == "to":
        return "to"
    if low in lexicon.CONJUNCTIONS:
        return "conj"
    for words, tag in _CLASSES:
        if low in words:
            return tag
    return "adv" if _ADVERB.search(low) and low not in _NO_ADVERBS else "word"


_ADVERB = re.compile(r"[a-z]{3,}ly$")
_NO_ADVERBS = frozenset(
    """family ally assembly supply july italy only monopoly reply anomaly apply rally early friendly costly daily
    weekly monthly quarterly yearly elderly likely unlikely lovely lonely homily hilly belly bully fly imply
    comply multiply rely tally folly jelly lily holy ugly deadly orderly scholarly neighbourly timely""".split()
)
_CLASSES: tuple[tuple[frozenset[str], Tag], ...] = (
    (lexicon.NEGATIONS, "neg"),
    (frozenset(("which", "who", "whom", "whose", "where", "that")), "rel"),
    (
        frozenset(("when", "while", "whereas", "because", "although", "though", "if", "unless", "whether", "once")),
        "sub",
    ),
    (lexicon.DETERMINERS, "det"),
    (lexicon.PRONOUNS, "pron"),
    (lexicon.PREPOSITIONS, "prep"),
    (lexicon.ADVERBS, "adv"),
)


def _settle_verbs(tokens: list[Token]) -> None:
    """Tag as verbs the words that can be one and stand where one can."""
    forms = lexicon.verb_forms()
    for index, token in enumerate(tokens):
        opens = token.tag == "name" and index == 0
        if token.tag != "word" and not opens:
            continue
        readings = forms.get(token.low) or _unknown(token.low)
        possible = tuple(reading for reading in readings if _possible(reading, tokens, index))
        if possible and not (opens and tokens[1:2] and tokens[1].tag not in _PHRASE_AFTER):
            token.tag, token.forms = "verb", possible


def _settle_lone_verb(tokens: list[Token]) -> None:
    """A sentence without a verb so far: the first word that can be one after a comma or a plural is it.

    "The two rivers, the Una and the Sava, flow from …".
    """
    if any(token.tag in ("verb", "aux", "modal") for token in tokens):
        return
    forms = lexicon.verb_forms()
    for index in range(1, len(tokens) - 1):
        token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
        plain = (
            tuple(form for form in forms.get(token.low, ()) if form.form in ("base", "s"))
            if token.tag == "word"
            else ()
        )
        if plain and (before.low == "," or _plural_noun(before)) and after.tag in _PHRASE_AFTER:
            token.tag, token.forms = "verb", plain
            return


@lru_cache(maxsize=_VOCABULARY)
def _unknown(low: str) -> tuple[VerbForm, ...]:
    """Readings of a word that is in no table but looks like a past form."""
    if _UNKNOWN_PAST.search(low) and low not in _NOT_PAST:
        return (VerbForm(low, "past", noun=False), VerbForm(low, "participle", noun=False))
    return ()


_NOUN_BEFORE = frozenset(("word", "name", "quantity", "date", "pron", "rel", "adv", "punct", "conj"))
_PHRASE_AFTER = frozenset(("det", "name", "quantity", "date", "prep", "to", "adv", "pron", "rel", "neg"))


def _possible(reading: VerbForm, tokens: list[Token], index: int) -> bool:
    """Can the word be this verb form here?"""
    before = _before(tokens, index)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    check = {"base": _base_here, "s": _third_here, "past": _past_here, "participle": _past_here, "ing": _ing_here}
    return check[reading.form](reading, before, after)


def _before(tokens: list[Token], index: int) -> Token | None:
    """The token before, adverbs and negations passed over."""
    while index > 0 and tokens[index - 1].tag in ("adv", "neg"):
        index -= 1
    return tokens[index - 1] if index > 0 else None


_COMPOUNDS = frozenset(
    """arms sports sales customs goods works news series its his this us was has is as thus""".split()
)


def _plural_noun(token: Token) -> bool:
    return token.tag == "word" and token.low.endswith("s") and not token.low.endswith("ss")


def _base_here(reading: VerbForm, before: Token | None, after: Token | None) -> bool:
    if before is None:
        return False
    if before.tag in ("to", "modal", "aux") or before.low in ("they", "we", "who", "you", "i"):
        return before.tag != "aux" or before.low in ("do", "does", "did")
    if reading.noun:
        return (
            _plural_noun(before) and before.low not in _COMPOUNDS and after is not None and after.tag in _PHRASE_AFTER
        )
    if reading.lemma in (
        "have",
        "open",
        "last",
        "near",
        "empty",
        "complete",
        "present",
        "separate",
        "direct",
        "level",
        "secure",
    ):
        return False
    return (_plural_noun(before) or before.tag in ("name", "rel", "quantity")) and (
        after is None or after.tag != "punct"
    )


def _third_here(reading: VerbForm, before: Token | None, after: Token | None) -> bool:
    if before is None or before.tag not in ("word", "name", "pron", "rel", "punct", "conj", "date"):
        return False
    if not reading.noun:
        return before.tag != "punct" or before.low in (",", ")", '"', "”")
    if before.tag == "pron" or before.low in ("which", "who", "it"):
        return True
    return (
        before.tag == "name"
        and not before.adjective
        and after is not None
        and after.tag not in ("punct", "conj")
        and after.low != "of"
    )


def _past_here(reading: VerbForm, before: Token | None, after: Token | None) -> bool:  # noqa: PLR0911
    del reading
    if before is None:
        return after is not None and after.tag in _PHRASE_AFTER
    if before.tag in ("aux", "modal"):
        return True
    if before.tag in ("det", "prep", "to") or before.low in ("'s", "’s"):
        return False
    if before.tag == "quantity":
        return after is None or after.tag in _PHRASE_AFTER or after.tag == "punct"
    if before.low.endswith(("'s", "’s", "s'", "s’")):
        return False
    if before.tag in ("word", "verb"):
        return after is None or after.tag != "word" or not _adjectival(before)
    return before.tag in _NOUN_BEFORE


def _adjectival(before: Token) -> bool:
    return before.low.endswith(("al", "ly", "ic", "ive", "ous", "able", "ible", "ful"))


def _ing_here(reading: VerbForm, before: Token | None, after: Token | None) -> bool:
    del reading
    if before is None:
        return after is not None and after.tag in _PHRASE_AFTER
    if before.tag == "aux":
        return True
    if before.tag in ("det", "verb", "to"):
        return False
    phrase = after is not None and (
        after.tag in ("det", "name", "quantity", "pron", "to", "rel") or after.low in ("in", "from", "with", "on")
    )
    return phrase or (before.low == "," and after is not None and after.tag not in ("punct", "conj"))
