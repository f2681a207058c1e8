"""Whether a share says how much something grew or fell: "rose by 5 %", "a 3 % drop in sales", "(+7 %)"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.portions import Portion
from kzcn.extract.tokens import Token
from kzcn.quantities import QuantityMention

__all__ = ["MOVING", "NOUNS", "VERBS", "Movement", "is_base", "is_growth", "movement"]

Movement = Literal["grew", "fell"]


def _table(grew: str, fell: str) -> dict[str, Movement]:
    return {**dict.fromkeys(grew.split(), "grew"), **dict.fromkeys(fell.split(), "fell")}


VERBS = _table(
    """increase rise grow jump surge expand soar gain climb raise double triple treble quadruple boost advance
    rebound recover skyrocket accelerate swell widen leap multiply balloon lift improve appreciate creep push""",
    """fall drop decline decrease shrink slump lower plunge contract reduce halve cut dip slip plummet slow sink
    dwindle tumble collapse slide narrow worsen weaken depreciate trim""",
)
"""Lemmas of the verbs of growing and falling."""
NOUNS = _table(
    """increase increases rise growth jump surge expansion gain climb hike upturn rebound more higher larger greater
    up boost leap appreciation""",
    """fall drop decline decrease slump reduction cut dip contraction loss less lower smaller fewer down downturn
    depreciation""",
)
"""Nouns, and words of comparing, beside a share."""
MOVING = frozenset(VERBS) | frozenset(NOUNS)
_FACTORS = _table(
    """double doubled doubling triple tripled tripling trebled quadrupled quadrupling twofold threefold fourfold
    fivefold sixfold tenfold quintupled""",
    "halved",
)
_SIGNS: dict[str, Movement] = {"+": "grew", "-": "fell", "−": "fell", "–": "fell"}
_REACH = 4
_PASSED = frozenset(("annual", "yearly", "real", "average", "sharp", "slight", "modest", "further"))
_BEFORE = frozenset(("by", "of", "a", "an", "the", "-", "–", "—", "+", ":", "was", "is"))


def movement(view: View, clause: Clause | None, portion: Portion | None, place: int) -> Movement | None:
    """Which way a share or factor says that something moved; None for one that says how large a part is."""
    tokens, mention = view.tokens, view.quantities[view.tokens[place].ref]
    return (
        _signed(view, mention)
        or _behind(tokens, place)
        or _before(tokens, place, _skipped(view, place))
        or _of_verb(view, clause, portion, place)
        or _by_change(tokens, portion, _skipped(view, place))
        or _FACTORS.get(mention.text.lower())
    )


def is_base(view: View, place: int, goal: int) -> bool:
    """Is a number where a change begins that ends at another: "to grow from | $5 million to | $8 million"?"""
    if goal >= len(view.tokens) or view.tokens[goal].tag != "quantity":
        return False
    before, last = _skipped(view, place), _skipped(view, goal)
    return before >= 0 and view.tokens[before].low == "from" and last > place and view.tokens[last].low == "to"


def is_growth(sort: str, words: Collection[str]) -> bool:
    """Does a share or factor under a label say how much something moved: "Growth of exports: 8 %"?"""
    return sort in ("percent", "factor") and not MOVING.isdisjoint(words)


def _signed(view: View, mention: QuantityMention) -> Movement | None:
    """The sign right before a number: "+7 %"; a minus only where a bracket or blank shows that it is no dash."""
    text = view.document.text
    sign = text[mention.start - 1 : mention.start] or " "
    if sign == "+":
        return "grew"
    return _SIGNS.get(sign) if text[max(0, mention.start - 2) : mention.start - 1] in ("(", " ") else None


def _behind(tokens: Sequence[Token], place: int) -> Movement | None:
    """The noun right behind a share: "a 3 % drop", "5 % higher", "a 4 % year-on-year increase"."""
    for token in tokens[place + 1 : place + 1 + _REACH]:
        word = token.low.split()[0] if token.tag == "date" else token.low  # "less than a year earlier"
        if word in NOUNS:
            return NOUNS[word]
        if token.tag not in ("word", "adv") or token.low == "of" or (token.tag == "word" and not _modifies(token)):
            return None
    return None


def _modifies(token: Token) -> bool:
    return "-" in token.low or token.low in _PASSED


def _before(tokens: Sequence[Token], place: int, before: int) -> Movement | None:
    """The noun or particle that leads to a share: "an increase of 3 %", "up 5 %", "down by about a fifth"."""
    if tokens[place + 1 : place + 2] and tokens[place + 1].low == "of" and tokens[before].low != "by":
        return None
    for at in range(before, max(-1, before - _REACH), -1):
        token = tokens[at]
        if token.low in NOUNS:
            particle = token.low in ("up", "down", "more", "less") and tokens[at - 1].low in _MAKING
            return None if particle else NOUNS[token.low]
        if token.low not in _BEFORE and token.tag not in ("adv", "prep"):
            return None
        if token.low in ("to", "from", "in", "with", "for"):
            return None
    return None


_MAKING = frozenset("make makes made making set sets up".split())


def _of_verb(view: View, clause: Clause | None, portion: Portion | None, place: int) -> Movement | None:
    """The verb that a share belongs to: "fell 5 %", "increased its sales by 5 %", in the next portion "imports 3 %"."""
    if clause is None or place < clause.predicate.last:
        return None
    moved = VERBS.get(clause.predicate.lemma)
    if moved is None:
        return _of_subject(view, clause, place)
    before = _skipped(view, place)
    token = view.tokens[before]
    of_part = place + 1 < len(view.tokens) and view.tokens[place + 1].low == "of"
    by = token.low == "by"
    if (of_part and not by) or token.low in ("to", "from", "at", "with", "for", "in"):
        return None
    near = by or before < clause.predicate.last or token.tag in ("adv", "punct")
    return moved if near or (portion is not None and portion.gapped) or token.tag in ("word", "name") else None


_DASHES = frozenset(("-", "–", "—", "‒"))


def _by_change(tokens: Sequence[Token], portion: Portion | None, before: int) -> Movement | None:
    """The noun far before "by", or before a list with dashes: "an increase in sales of tea by 8 %, tin – 3 %"."""
    if portion is None or tokens[before].low not in {"by", *_DASHES}:
        return None
    start = portion.words.start if tokens[before].low == "by" else portion.clause.first
    return next((NOUNS[tokens[at].low] for at in range(before, start, -1) if tokens[at].low in _CHANGES), None)


_CHANGES = frozenset("increase increases decrease decreases growth decline reduction rise drop fall expansion".split())


def _of_subject(view: View, clause: Clause, place: int) -> Movement | None:
    """What the subject says: "the growth of trade reached 8 %"."""
    if place + 1 < len(view.tokens) and view.tokens[place + 1].low == "of":
        return None
    told = clause.predicate.lemma in ("be", "reach", "amount", "stand", "total", "exceed", "hit", "average", "come")
    head = _first_noun(view.tokens, clause.subject) if told else None
    return NOUNS.get(head.low) if head and head.low in _CHANGES else None


def _first_noun(tokens: Sequence[Token], places: Iterable[int]) -> Token | None:
    """The head of a phrase: the last word before "of" or another preposition."""
    head = None
    for place in places:
        if tokens[place].tag in ("prep", "to", "punct"):
            break
        if tokens[place].tag == "word":
            head = tokens[place]
    return head


def _skipped(view: View, place: int) -> int:
    """The token before a number and the words of its qualifier."""
    lead = view.quantities[view.tokens[place].ref].lead
    at = place - 1
    while at >= 0 and view.tokens[at].start >= lead:
        at -= 1
    return at
