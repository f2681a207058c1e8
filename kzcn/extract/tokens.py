"""A sentence as tokens: words with a tag, and dates, quantities and names as one token each."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from kzcn.extract import lexicon
from kzcn.extract.lexicon import VerbForm
from kzcn.names import is_state

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


class Mention(NamedTuple):
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


_WORD = re.compile(
    r"[ ]?([Ee]xchange of (?:diplomatic )?(?:[Nn]otes|[Ll]etters)\b"
    r"|[A-Za-z]+(?=[ ,])"  # most words, told before those that a mark joins
    r"|[^\W_]+(?:[-–/'’.](?=[^\W_])[^\W_]+)*|['’]s(?![^\W_])|(?<=s)['’](?=\s)|[^\s])"
)
"""A word or mark, and the blank before it, which is passed over with it."""
_UNKNOWN_PAST = re.compile(r"(?:^|-)(?!un)[a-z]{2,}(?:[^aeiou\W]ed|[ao]ed|ied|ised|ized|ated)$")
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
        word = match[1]
        low, tag = _low_and_tag(word)
        first, last = match.span(1)
        if low in _APOSTROPHES and first > start and text[first - 1] == "s":
            tag = "det"
        found.append(Token(first, last, word, low, tag))
    return found


_APOSTROPHES = frozenset(("'", "’"))


@lru_cache(maxsize=_VOCABULARY)
def _low_and_tag(word: str) -> tuple[str, Tag]:
    low = word.lower()
    return low, _tag(low)


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
    comply multiply rely tally folly jelly lily holy ugly deadly orderly scholarly neighbourly timely
    sicily thessaly""".split()
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


_GOVERNING: Mapping[str, Container[str]] = {
    **dict.fromkeys(["compared"], ("to", "with", "against")),
    **dict.fromkeys(["starting", "beginning", "commencing"], ("from", "in", "on", "with", "since")),
    **dict.fromkeys(["depending", "based"], ("on", "upon")),
}
"""Participles that are prepositions before these: "compared to 1990", "starting from 1894"."""


def _governs(tokens: Sequence[Token], index: int) -> bool:
    """Is a participle a preposition here?"""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    carried = index > 0 and tokens[index - 1].tag in ("aux", "modal")
    return not carried and after in _GOVERNING.get(tokens[index].low, ())


def _stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """Is "since" an adverb: "have | since | come back"?"""
    after = lexicon.verb_forms().get(tokens[index + 1].low, ()) if index + 1 < len(tokens) else ()
    return index > 0 and tokens[index - 1].tag == "aux" and any(form.form == "participle" for form in after)


_POINTING = frozenset("in at on by of from with under near to into against over".split())


def _points(tokens: Sequence[Token], index: int) -> bool:
    """Does "that" point to something: before "of" or a mark, behind a preposition, at the head of a sentence?"""
    if index + 1 == len(tokens):
        return False
    opens = index == 0 or tokens[index - 1].low in (";", ":") or tokens[index - 1].low in _POINTING
    return tokens[index + 1].low in ("of", ".", ";", ",") or (
        opens and tokens[index + 1].tag in ("word", "aux", "modal")
    )


def _is_adjectival(tokens: Sequence[Token], index: int) -> bool:
    """Does a participle end an adjective: "Soviet-backed", "a strong, unified state"?"""
    if index < 2:
        return False
    mark = tokens[index - 1]
    if mark.low == "-":
        return mark.end == tokens[index].start and tokens[index - 2].low not in ("re", "co")
    if mark.low != "," or index < 3 or index + 1 >= len(tokens):
        return False
    listed = tokens[index - 2].tag == "word" and tokens[index - 3].low in ("a", "an")
    return listed and tokens[index + 1].tag in ("word", "name")


_PARTICLES = frozenset("up out off down back away".split())
"""What goes with a participle that opens a sentence: "Put up in 1951, …"."""
_UNSETTLED = frozenset((*_GOVERNING, "that", "last", "since", "time", "so", "not", "being", "once", "all", "do", "as"))


def _settle_verbs(tokens: list[Token]) -> None:
    """Tag as verbs the words that can be one and stand where one can."""
    for index, token in enumerate(tokens):
        if token.low in _UNSETTLED:
            _settle(tokens, index)
            _settle_phrase(tokens, index)
        opens = index == 0 and token.tag == "name"
        if opens and _tag(token.low) == "adv":
            token.tag = "adv"
            continue
        if token.tag != "word" and not opens:
            continue
        readings = _readings(token.low)
        if not readings and index and tokens[index - 1].tag == "modal":
            readings = _behind_modal(tokens, index)
        if not readings or _is_adjectival(tokens, index):
            continue
        possible = tuple(reading for reading in readings if _possible(reading, tokens, index))
        if possible and not (opens and tokens[1:2] and not (_opens_phrase(tokens[1]) or tokens[1].low in _PARTICLES)):
            token.tag, token.forms = "verb", possible


def _behind_modal(tokens: Sequence[Token], index: int) -> tuple[VerbForm, ...]:
    """What a word in no table is where it stands right behind a modal: "will | irrigate the plain"."""
    told = index + 1 < len(tokens) and _takes_object(tokens[index + 1])
    return (VerbForm(tokens[index].low, "base", noun=False),) if told else ()


def _settle(tokens: list[Token], index: int) -> None:
    """Tag a word that is of another class where it stands than alone."""
    token = tokens[index]
    if _governs(tokens, index):
        token.tag = "prep"
    if token.low == "that" and _points(tokens, index):
        token.tag = "det" if tokens[index + 1].tag == "word" else "pron"
    if token.low == "since" and _stands_alone(tokens, index):
        token.tag = "adv"
    if token.low == "time" and [before.low for before in tokens[max(0, index - 2) : index]] == ["by", "the"]:
        token.tag = "sub"
    if token.low == "not" and [after.low for after in tokens[index + 1 : index + 2]] in (["quite"], ["only"]):
        token.tag = "adv"
    if token.low == "being" and index > 0 and tokens[index - 1].low == "into":
        token.tag = "word"
    if token.low == "so" and [after.low for after in tokens[index + 1 : index + 2]] == ["far"]:
        token.tag = "adv"
    if token.low == "last" and index > 0 and tokens[index - 1].tag in ("to", "modal"):
        token.tag = "word"


_WITHIN_NAME = ["name", "aux", "name"]


def _settle_phrase(tokens: list[Token], index: int) -> None:
    """Tag words by their neighbours: ", once promised for 2023,", "has all but dried up", "Colonia do Sacramento"."""
    if tokens[index].low == "once" and _is_adverb(tokens, index):
        tokens[index].tag = "adv"
        if tokens[index + 1].low == "more":
            tokens[index + 1].tag = "adv"
    if _compares(tokens, index):
        for token in tokens[index : index + 3]:
            token.tag = "adv"
    if [token.low for token in tokens[index : index + 2]] == ["all", "but"]:
        tokens[index].tag = tokens[index + 1].tag = "adv"
    if tokens[index].low == "do" and [token.tag for token in tokens[max(0, index - 1) : index + 2]] == _WITHIN_NAME:
        tokens[index].tag = "word"  # Colonia do Sacramento


_EXTENTS = frozenset("many much few little high low late early recently".split())


def _compares(tokens: Sequence[Token], index: int) -> bool:
    """Does "as" open "as many as 500", "as high as 500"?"""
    words = [token.low for token in tokens[index : index + 3]]
    return words[::2] == ["as", "as"] and words[1] in _EXTENTS


def _is_adverb(tokens: Sequence[Token], index: int) -> bool:
    """Does "once" open no clause: "took it once more", "the lakes once covered", ", once promised for 2023,"?"""
    if [token.low for token in tokens[index + 1 : index + 2]] in (["more"], ["again"]):
        return True
    follows = index > 0 and (tokens[index - 1].low == "," or tokens[index - 1].tag in ("word", "name", "rel"))
    return follows and _is_participle(tokens, index + 1)


def _is_participle(tokens: Sequence[Token], index: int) -> bool:
    """Can a word be a participle: ", once | promised for 2023,"?"""
    readings = _readings(tokens[index].low) if index < len(tokens) else ()
    return any(reading.form == "participle" for reading in readings)


def _settle_lone_verb(tokens: list[Token]) -> None:
    """A sentence without a verb of its own so far: the first word that can be one behind its subject is it.

    "The two rivers, the Una and the Sava, flow from …", "The river rises in the hills, half of which lie in …".
    """
    if not _lacks_verb(tokens):
        return
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.tag in ("rel", "sub"):
            return
        forms = _present_forms(token) if _opens_phrase(after) else ()
        plural = before.low == "," or _is_plural(before) or (token.low in _RANGING and tokens[0].low.endswith("s"))
        singular = tokens[0].tag == "det" and before.tag == "word" and not _is_adjective(before)
        told = tuple(form for form in forms if plural or (form.form == "s" and singular))
        if told:
            token.tag, token.forms = "verb", told
            return


_RANGING = frozenset(("range", "vary", "run", "number"))
"""What estimates do: "Estimates of the dead | range from"."""


def _lacks_verb(tokens: Sequence[Token]) -> bool:
    """Has a sentence no verb, or only those of its relative clauses?"""
    waiting = False
    for index, token in enumerate(tokens):
        if token.tag == "rel":
            waiting = True
        elif token.tag in _FINITE and not (index and tokens[index - 1].tag in _CARRYING):
            if not waiting:
                return False
            waiting = False
    return True


_FINITE = frozenset(("verb", "aux", "modal"))
_CARRYING = frozenset(("aux", "modal", "adv", "neg", "to"))


def _present_forms(token: Token) -> tuple[VerbForm, ...]:
    """What a word can be in the present tense."""
    readings = lexicon.verb_forms().get(token.low, ()) if token.tag == "word" else ()
    return tuple(reading for reading in readings if reading.form in ("base", "s"))


@lru_cache(maxsize=_VOCABULARY)
def _readings(low: str) -> tuple[VerbForm, ...]:
    """The verb forms that a word can be; one that is in no table but looks like a past form is one."""
    known = lexicon.verb_forms().get(low)
    if known:
        return known
    if _UNKNOWN_PAST.search(low) and low not in _NOT_PAST:
        return (VerbForm(low, "past", noun=False), VerbForm(low, "participle", noun=False))
    return ()


def _possible(reading: VerbForm, tokens: list[Token], index: int) -> bool:
    """Can the word be this verb form here?"""
    before = _before(tokens, index)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if reading.form == "base":
        return _base_here(reading, tokens, index) or (_joined_names(tokens, index) and _takes_object(after))
    if reading.form == "s":
        return _measures(reading, before, after) or _third_here(reading, before, after)
    return _ing_here(reading, before, after) if reading.form == "ing" else _past_here(before, after)


_LONGEST_ASIDE = 16


def _behind_aside(tokens: Sequence[Token], index: int) -> bool:
    """Do two commas part a verb from its modal: "shall, jointly with the other side, | begin"?"""
    for at in range(index - 2, max(0, index - _LONGEST_ASIDE), -1):
        if tokens[at].low == ",":
            return tokens[at - 1].tag == "modal" and tokens[at + 1].tag in ("adv", "prep", "word", "neg")
        if tokens[at].tag in ("verb", "aux", "modal", "rel", "sub"):
            return False
    return False


def _joined_names(tokens: Sequence[Token], index: int) -> bool:
    """Do names joined by a conjunction stand right before: "Chile and Peru | trade"?"""
    before = [token.tag for token in tokens[max(0, index - 3) : index]]
    return before == ["name", "conj", "name"]


def _takes_object(after: Token | None) -> bool:
    return after is not None and after.tag in ("det", "name", "quantity", "pron")


def _before(tokens: Sequence[Token], index: int) -> Token | None:
    """The token before, adverbs and negations passed over."""
    while index > 0 and tokens[index - 1].tag in ("adv", "neg"):
        index -= 1
    return tokens[index - 1] if index > 0 else None


_PHRASE_AFTER = frozenset(("det", "name", "quantity", "date", "prep", "to", "adv", "pron", "rel", "neg"))


def _opens_phrase(after: Token | None) -> bool:
    """Can a token open what goes with a verb right before it?"""
    return after is not None and after.tag in _PHRASE_AFTER


_COMPOUNDS = frozenset(
    """arms sports sales customs goods works news series its his this us was has is as thus gas means species
    corps headquarters crisis basis status campus virus census chaos analysis politics bus plus canvas""".split()
)
"""What ends like a plural and is none, or stands before a noun."""
_ADJECTIVES = frozenset("have open last near empty complete present separate direct level secure".split())
"""What is more often an adjective behind a noun than the verb; "have" is an auxiliary."""


_GOALS = frozenset("power war force market land date office".split())
"""What is a noun behind "to" where no object follows: "rose to power"."""


def _is_plural(token: Token) -> bool:
    ends = token.low.endswith("s") and not token.low.endswith("ss")
    return token.tag == "word" and ends and token.low not in _COMPOUNDS


def _base_here(reading: VerbForm, tokens: Sequence[Token], index: int) -> bool:
    before = _before(tokens, index)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None:
        return False
    if before.tag == "to":
        repeated = index > 2 and tokens[index - 2].low == tokens[index].low  # from end to end
        return not repeated and (reading.lemma not in _GOALS or _takes_object(after))
    if before.tag in ("modal", "aux"):
        return before.tag == "modal" or before.low in ("do", "does", "did")
    if before.low in ("they", "we", "who", "you", "i") or (before.low == "," and _behind_aside(tokens, index)):
        return True
    if reading.noun:
        opens = _opens_phrase(after) if before.tag == "rel" or reading.lemma != "back" else _takes_object(after)
        follows = _is_plural(before) or before.tag == "rel" or _goes_on_in_present(tokens, index)
        return follows and (opens or _goes_back(after))
    told = _is_plural(before) or before.tag in ("name", "rel", "quantity") or _goes_on_in_present(tokens, index)
    counted = before.tag == "quantity" and not reading.noun
    return told and reading.lemma not in _ADJECTIVES and (counted or after is None or after.tag != "punct")


def _goes_on_in_present(tokens: Sequence[Token], index: int) -> bool:
    """Does a verb go on behind a conjunction: "they land in May and | leave in June"?"""
    if tokens[index - 1].tag != "conj":
        return False
    earlier = next((token for token in reversed(tokens[: index - 1]) if token.tag in ("verb", "aux", "modal")), None)
    return earlier is not None and earlier.tag == "verb" and all(form.form == "base" for form in earlier.forms)


_GOODS = frozenset("oil gas grain coal rail road air energy state cargo freight prisoner student arms water".split())
"""Nouns that stand before other nouns: "Oil swaps with", at the head of a sentence where they look like names."""


def _does(name: Token, after: Token | None) -> bool:
    """Is a name the subject of what may be a plural: "Nepal claims", not "Nepalese claims", "Oil claims against"?"""
    common = name.low in lexicon.verb_forms() or name.low in _GOODS
    leads = after is not None and after.tag == "prep"
    people = name.adjective or name.low.endswith(("ish", "ese", "ian"))
    return is_state(name.text) or not (people or _is_adjective(name) or (common and leads))


def _goes_back(after: Token | None) -> bool:
    """Is a noun before it a verb, as in "ties date back to", "the pact dates back to"?"""
    return after is not None and after.low == "back"


def _third_here(reading: VerbForm, before: Token | None, after: Token | None) -> bool:
    if before is None or before.tag not in ("word", "name", "pron", "rel", "punct", "conj", "date"):
        return False
    if not reading.noun:
        return before.tag != "punct" or before.low in (",", ")", '"', "”")
    if before.tag == "pron" or before.low in ("which", "who", "it") or _covers(before, after):
        return True
    if _goes_back(after):
        return before.tag in ("word", "name")
    if before.tag == "conj":
        return after is not None and after.tag == "det"
    goes_on = after is not None and after.tag not in ("punct", "conj") and after.low != "of"
    return before.tag == "name" and goes_on and _does(before, after)


def _covers(before: Token, after: Token | None) -> bool:
    """Does what follows make a verb of what may be a noun: "The lake, the Ura, | covers 9 km2"?"""
    return before.low == "," and after is not None and after.tag in ("quantity", "det")


_MEASURING = frozenset(("take", "need", "average"))
_LENGTH = re.compile(r"(?:hour|day|week|month|year|minute)s?$")


def _measures(reading: VerbForm, before: Token | None, after: Token | None) -> bool:
    """Does a verb tell how long something takes: "a lorry needs 14 hours", "the 90 km takes some 14 hours"?"""
    if reading.lemma not in _MEASURING or before is None or after is None:
        return False
    long = after.low == "some" or (after.tag == "date" and _LENGTH.search(after.text) is not None)
    return long and before.tag in ("word", "name", "quantity", "punct")


_SUM = re.compile(r"[$€£¥]|[A-Z]{3}|[mb]illion|\bbn|\bmn")
_PAIRS = frozenset(("two", "three", "four"))
"""Numbers that stand for those spoken of: "the two established ties"."""
_NOUN_BEFORE = frozenset(("name", "date", "pron", "rel", "adv", "punct", "conj"))
_GENITIVES = ("'s", "’s", "s'", "s’")


def _past_here(before: Token | None, after: Token | None) -> bool:
    if before is None:
        return _opens_phrase(after) or (after is not None and after.low in _PARTICLES)
    if before.tag in ("aux", "modal"):
        return True
    if before.low.endswith(_GENITIVES):
        return False
    if before.tag == "quantity":
        whole = before.low in _PAIRS or _SUM.search(before.text) is not None
        return whole or after is None or _opens_phrase(after) or after.tag == "punct"
    if before.tag in ("word", "verb"):
        return after is None or after.tag != "word" or not _is_adjective(before)
    return before.tag in _NOUN_BEFORE


def _is_adjective(before: Token) -> bool:
    return before.low.endswith(("al", "ly", "ic", "ive", "ous", "able", "ible", "ful"))


def _ing_here(reading: VerbForm, before: Token | None, after: Token | None) -> bool:
    if before is None:
        return _opens_phrase(after)
    if before.tag in ("aux", "det", "verb", "to") or after is None:
        return before.tag == "aux"
    if after.tag in ("det", "name", "quantity", "pron", "to", "rel"):
        return True
    finite = any(form.form == "past" for form in lexicon.verb_forms().get(after.low, ()))
    if before.low in _GERUND_AFTER and not finite and (after.tag in ("word", "date") or after.low in ('"', "“")):
        return not reading.noun
    if reading.noun and (before.tag == "prep" or (before.tag in ("word", "name") and not _is_plural(before))):
        return False
    return after.low in ("in", "from", "with", "on") or (before.low == "," and after.tag not in ("punct", "conj"))


_GERUND_AFTER = frozenset("after before since by upon while when without despite following".split())
"""What a gerund with its object follows: "after gaining independence"."""
