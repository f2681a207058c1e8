"""What a number leaves to tell: does it stand at the heart of its clause, or beside an event that is told too?"""

from __future__ import annotations

import re
from collections.abc import Collection

from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.counts import HARMS, mention_at
from kzcn.extract.frames import match
from kzcn.extract.measured import MEASURING
from kzcn.extract.movements import VERBS
from kzcn.extract.words import INSTRUMENTS
from kzcn.kinds import kinds
from kzcn.quantities import QuantityMention

__all__ = ["at_heart", "counts_instruments", "lies_off", "tells_all"]


def tells_all(view: View, clause: Clause, own: Collection[int], numbered: Collection[int]) -> bool:
    """Does a number stand at the heart of a clause, as its subject or object, so that it tells what happened?

    A number beside ("with seven ships", ", 90 km long,") leaves the event to be told too. `own` are the numbers that
    belong to the clause, `numbered` those of the whole sentence, of which one may stand in its subject.
    """
    mine = [*own, *(place for place in numbered if place in clause.subject)]
    telling = any(at_heart(view, clause, place) for place in mine) and not _is_signing(view, clause, mine)
    return telling and not (all(_is_few(view, place) for place in mine) and _is_known(view, clause))


_FEW = 3


def _is_few(view: View, place: int) -> bool:
    """Is a number of one to three, in words, which tells less than what was done: "Two envoys were expelled"?"""
    mention = view.quantities[view.tokens[place].ref]
    return mention.word and mention.quantity.value <= _FEW and mention.sort in ("person", "count")


def _is_known(view: View, clause: Clause) -> bool:
    """Does a row tell what a clause is about, other than deaths, which their number tells?"""
    found = match(view.tokens, clause, tense_standing=False)
    return found is not None and not found.frame.weak and clause.predicate.lemma not in HARMS


def _is_signing(view: View, clause: Clause, numbers: Collection[int]) -> bool:
    """Is an instrument signed or ratified whose matter the numbers are: "a treaty on 5 wells was signed"?"""
    if any(counts_instruments(view, mention_at(view, place), clause) for place in numbers):
        return False
    found = match(view.tokens, clause, tense_standing=False)
    return found is not None and found.frame.instrument and kinds()[found.frame.kind].family == "treaty"


_SPANNING = frozenset(
    """be measure run stretch extend total span cover reach number shrink grow rise fall widen finish complete build lay
    add lose gain clear mark survey have agree fence dredge electrify pave""".split()
)


_MAKING = frozenset("be finish complete build lay open begin start inaugurate close".split())
"""What is done with a thing whatever its length."""
_HYPHENED = re.compile(r"\d[-‑ ]?[-‑][^\W\d]")
"""A measure that only describes: "a 1,860-megawatt plant"."""


def _describes(view: View, place: int) -> bool:
    """Is a number only part of an adjective: "a 1,860-megawatt plant", "a 30-member council"?"""
    token = view.tokens[place]
    behind = view.document.text[token.end : token.end + 2]
    return _HYPHENED.search(token.text) is not None or (behind[:1] in ("-", "‑") and behind[1:].isalpha())


def at_heart(view: View, clause: Clause, place: int) -> bool:
    """Does a number stand as the subject or object of a clause, or as what a measuring verb comes to?"""
    tokens = view.tokens
    sort = view.quantities[tokens[place].ref].sort
    if (place and tokens[place - 1].text in "([") or _describes(view, place):
        return False
    if sort in ("money", "percent", "factor"):
        beside = (
            _is_taken_part(view, clause, place)
            or _tells_apart(view, clause, place)
            or _lies_deep(view, clause, place)
            or (sort == "money" and _goes_with(view, range(clause.predicate.last, place)))
        )
        return not (beside or (sort == "money" and _is_cost(view, place)))
    aside = place in clause.subject and any(token.low == "," for token in tokens[clause.subject.start : place])
    if sort == "length":
        describes = place in clause.subject and clause.predicate.lemma in _MAKING and not _leads(view, clause, place)
        return clause.predicate.lemma in _SPANNING and not (aside or describes or lies_off(view, place))
    if place in clause.subject:
        return not (aside or _goes_with(view, range(clause.subject.start, place)))
    lead = view.quantities[tokens[place].ref].lead
    between = [token for token in tokens[clause.predicate.last : place] if token.start < lead]
    if len(between) == 1 and between[0].low in ("to", "at", "by", "from"):
        moved = view.quantities[tokens[place].ref].sort == "number" and clause.predicate.lemma in VERBS
        return moved or clause.predicate.lemma in MEASURING
    return place >= clause.predicate.last and all(
        token.tag not in ("prep", "to") and token.low != "," for token in between
    )


def _goes_with(view: View, before: range) -> bool:
    """Does a number only tell what somebody had: "envoys | with a suite of | 80", "dug | with a loan of | $5"?"""
    for at in reversed(before):
        token = view.tokens[at]
        if token.tag not in ("det", "word", "adv") and token.low != "of":
            return token.low == "with"
    return False


_WAYS = frozenset(
    "from away inside off deep apart north south east west upstream downstream into beyond inland ahead".split()
)


def lies_off(view: View, place: int) -> bool:
    """Does a length say how far something lies or moves: "3 km upstream of the town"?"""
    return place + 1 < len(view.tokens) and view.tokens[place + 1].low in _WAYS


def _lies_deep(view: View, clause: Clause, place: int) -> bool:
    """Does a number only tell more of the subject: "The option on | 19 % of the port lapsed"?"""
    if place not in clause.subject or clause.predicate.lemma in MEASURING:
        return False
    lead = view.quantities[view.tokens[place].ref].lead
    before = [view.tokens[at] for at in clause.subject if view.tokens[at].start < lead]
    return any(token.low == "," or (token.tag in ("prep", "to") and token.low not in _OF) for token in before)


def _leads(view: View, clause: Clause, place: int) -> bool:
    """Does a subject begin with its number: "90 km of track were laid", not "a track of 90 km was laid"?"""
    lead = view.quantities[view.tokens[place].ref].lead
    return not any(view.tokens[at].tag in ("word", "name") and view.tokens[at].start < lead for at in clause.subject)


_OF = frozenset(("of", "worth"))
_COSTS = frozenset("cost costs outlay expense price expenditure".split())


def _is_cost(view: View, place: int) -> bool:
    """Is a sum only what something cost: "opened at a cost of | $5 million", "the | $5 million mill closed"?"""
    tokens, lead = view.tokens, view.quantities[view.tokens[place].ref].lead
    before = [token.low for token in tokens[max(0, place - 6) : place] if token.start < lead]
    if len(before) > 1 and before[-1] == "of":
        return before[-2] in _COSTS
    return before[-1:] == ["the"] and place + 1 < len(tokens) and tokens[place + 1].tag == "word"


def _tells_apart(view: View, clause: Clause, place: int) -> bool:
    """Does a fraction in words only say which part of a thing: "work on the Hungarian half of the line began"?"""
    mention, before = view.quantities[view.tokens[place].ref], view.tokens[place - 1] if place else None
    named = before is not None and (before.adjective or before.low.endswith("ern"))
    return mention.word and named and place in clause.subject and clause.predicate.lemma not in MEASURING


def _is_taken_part(view: View, clause: Clause, place: int) -> bool:
    """Is a fraction in words the part of something that was taken or built: "seized half of the valley"?"""
    mention = view.quantities[view.tokens[place].ref]
    part = mention.sort == "percent" and mention.word and view.tokens[place + 1 : place + 2]
    behind = place == clause.predicate.last or all(
        token.start >= mention.lead or token.tag == "det" for token in view.tokens[clause.predicate.last : place]
    )
    found = match(view.tokens, clause, tense_standing=False) if part and behind else None
    return (
        found is not None
        and not found.frame.weak
        and found.frame.kind in ("conquest", "territory_transferred", "invasion")
    )


def counts_instruments(view: View, mention: QuantityMention, clause: Clause | None) -> str | None:
    """The kind of treaty claim that a number of instruments makes: "signed four accords"; None for other numbers."""
    noun = (mention.noun or "").lower().split()[-1:]
    if clause is None or mention.sort != "count" or INSTRUMENTS.isdisjoint(noun):
        return None
    found = match(view.tokens, clause, tense_standing=False)
    kind = found.frame.kind if found else "treaty_signed"
    return kind if kinds()[kind].family == "treaty" else "treaty_signed"
