"""What a number measures, in the words of its sentence: "80 % of all coal", "a loan of $5 million"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kzcn.extract.analysis import View
from kzcn.extract.counts import mention_at
from kzcn.extract.measures import Measure
from kzcn.extract.movements import MOVING, VERBS, Movement
from kzcn.extract.phrases import joined, noun_phrase
from kzcn.extract.portions import Portion, portion
from kzcn.extract.tokens import Token
from kzcn.extract.words import SAYING
from kzcn.kinds import kinds
from kzcn.quantities import QuantityMention

__all__ = ["MEASURING", "Number", "about", "part_of"]


class Number(NamedTuple):
    """A number of a sentence with what is known of it."""

    place: int
    """Its token."""
    mention: QuantityMention
    own: Portion | None
    """What of its clause belongs to it, where it belongs to one."""
    moved: Movement | None = None
    """Which way it says that something moved."""


def about(view: View, number: Number, measure: Measure | None) -> str | None:
    """What a number measures, in the words of its sentence; None where these do not say it.

    Args:
        view: the sentence.
        number: the number.
        measure: the row of the table of measures that it fits, where it fits one.
    """
    place, mention, own, moved = number
    if mention.noun:
        return _noun(view, mention, mention.noun, place)
    label = measure.label if measure else None
    kind = measure.kind if measure else None
    bracketed = mention.sort == "percent" and place > 0 and view.tokens[place - 1].text in "(["
    if kind == "survey_share" or (bracketed and own is not None and not moved):
        return _answer(view, place)
    if own is not None and mention.sort == "percent" and place in own.clause.subject and own.clause.predicate.negated:
        return _left_undone(view, place, own)
    if kind is not None and (kind == "casualties" or kinds()[kind].family == "border"):
        return label
    if own is None:
        return _around(view, place) or label
    return (
        _beside(view, place, own)
        or (_same_as_before(view, place, own) if moved else None)
        or (_told(view, place, own) if not moved or _may_move(own, place) else None)
        or label
    )


def _may_move(own: Portion, place: int) -> bool:
    """Is a number in the subject of its clause, or is the verb one of measuring or moving?"""
    lemma = own.clause.predicate.lemma
    return lemma in MEASURING or lemma in VERBS or place in own.clause.subject


def _beside(view: View, place: int, own: Portion) -> str | None:
    """What stands right beside a number and says what it measures."""
    return (
        _phrase(view, part_of(view, place))
        or _of_what(view, place, own.words)
        or (_contrast(view, place, own) if own.gapped else None)
        or _before(view, place, own)
        or _attributed(view, place, own)
        or _multiplied(view, place)
    )


def part_of(view: View, place: int) -> range:
    """What the part of a sum is: "$1 billion of which is | Chinese exports"; empty for other numbers."""
    tokens = view.tokens
    if [token.low for token in tokens[place + 1 : place + 3]] != ["of", "which"]:
        return range(0)
    verb = place + 3
    if verb >= len(tokens) or tokens[verb].low not in ("is", "are", "was", "were"):
        return range(0)
    end = next((at for at in range(verb, len(tokens)) if tokens[at].low in (",", ";", ".", "(")), len(tokens))
    return range(verb + 1, end)


def _multiplied(view: View, place: int) -> str | None:
    """What a factor changes: "to triple its payments"."""
    factor = view.quantities[view.tokens[place].ref].sort == "factor"
    behind = range(place + 1, len(view.tokens))
    return _phrase(view, behind) if factor and _opens(view.tokens, behind) else None


def _told(view: View, place: int, own: Portion) -> str | None:
    """What the clause of a number says it measures; who only says it or owns nothing of it is no measure."""
    clause = own.clause
    if clause.predicate.lemma in MEASURING and place >= clause.predicate.last and not own.gapped:
        return _measured(view, own, place)
    if place in clause.subject and (owner := _phrase(view, range(clause.subject.start, place))):
        return owner
    beside = range(max(clause.rest.start, own.words.start), min(clause.rest.stop, own.words.stop))
    complements = _complements(view, beside or clause.rest)
    if view.quantities[view.tokens[place].ref].sort != "percent" and _only_goes(view, complements):
        return None
    told = _phrase(view, complements)
    return told or (_phrase(view, clause.subject) if clause.predicate.lemma not in SAYING else None)


def _same_as_before(view: View, place: int, own: Portion) -> str | None:
    """What the number before measures, of a change told of it: "exports of $5 million, down 8 %"."""
    if not own.gapped:
        return None
    earlier = next((at for at in range(place - 1, own.clause.first, -1) if view.tokens[at].tag == "quantity"), None)
    if earlier is None:
        return None
    if noun := mention_at(view, earlier).noun:
        return noun
    first = portion(view, own.clause, earlier)
    return _beside(view, earlier, first) or _told(view, earlier, first)


def _around(view: View, place: int) -> str | None:
    """What a number is about in words without a verb: "exports doubled", "tripled its aid"."""
    tokens = view.tokens
    part = _of_what(view, place, range(len(tokens)))
    if part is not None:
        return part
    if tokens[place + 1 : place + 2] and tokens[place + 1].tag in ("det", "word", "name"):
        return _phrase(view, range(place + 1, len(tokens)))
    comma = next((at for at in range(place - 1, -1, -1) if tokens[at].low in (",", ";", ":")), -1)
    return _phrase(view, range(comma + 1, place))


_RATES = frozenset("a an per each every year annum month week day annually yearly monthly daily worth".split())


def _left_undone(view: View, place: int, own: Portion) -> str | None:
    """What a share has not seen: "line not marked" for "half of the line has not been marked"."""
    thing = _of_what(view, place, own.words) or _phrase(view, own.clause.subject)
    verb = view.tokens[own.clause.predicate.last - 1].text
    return f"{thing} not {verb}" if thing and own.clause.predicate.passive else thing


def _of_what(view: View, place: int, words: range) -> str | None:
    """What a number is a part or amount of: "80 % of all coal", "$4 million worth of goods", "a 3 % drop in sales"."""
    at = place + 1
    moved = False
    while at in words and (view.tokens[at].low in _RATES or view.tokens[at].low in MOVING):
        moved |= view.tokens[at].low in MOVING
        at += 1
    if at not in words or view.tokens[at].low not in (("of", "in") if moved else ("of",)):
        return None
    return _phrase(view, range(at + 1, words.stop))


def _contrast(view: View, place: int, own: Portion) -> str | None:
    """What sets a number apart from the one before: its own subject, else its own complement."""
    if any(view.tokens[at].low in MOVING for at in own.lead) and not _phrase(view, own.lead):
        return None
    behind = range(place + 1, own.words.stop)
    return _phrase(view, own.lead) or _phrase(view, range(own.words.start, place)) or _phrase(view, behind)


_DIMENSIONS = frozenset("length capacity total sum amount value worth width depth height price size figure".split())
_LEADING = frozenset(("of", "worth", "totalling", "totaling", ":"))


def _before(view: View, place: int, own: Portion) -> str | None:
    """The noun that a number is said of: "a loan of $5 million"; of a mere "length" the thing that has it."""
    tokens, lead = view.tokens, view.quantities[view.tokens[place].ref].lead
    at = place - 1
    while at > 0 and (tokens[at].start >= lead or tokens[at].low in ("of", "a", "total") or tokens[at].low in _LEADING):
        at -= 1
    while at > 2 and tokens[at].tag == "name" and tokens[at - 1].low in ("in", "from", "to", "with"):
        at -= 2
    linked = any(token.low in _LEADING for token in tokens[at + 1 : place])
    if not linked or at not in own.words or tokens[at].tag not in ("word", "name"):
        return None
    start = at
    while start - 1 in own.words and (
        tokens[start - 1].tag in ("word", "name") or tokens[start - 1].low in ("'s", "’s")
    ):
        start -= 1
    if tokens[at].low not in _DIMENSIONS:
        return _phrase(view, range(start, at + 1))
    subject = own.clause.subject if place not in own.clause.subject else range(0)
    owner = next((at for at in subject if tokens[at].low in ("'s", "’s")), subject.stop)
    return _phrase(view, range(subject.start, owner)) or _phrase(view, range(start, at + 1))


def _attributed(view: View, place: int, own: Portion) -> str | None:
    """The thing that a number stands before: "the 1,830-km Line C", "a $3 million credit line"."""
    tokens, mention = view.tokens, view.quantities[view.tokens[place].ref]
    before = next((token for token in reversed(tokens[:place]) if token.start < mention.lead), None)
    after = tokens[place + 1] if place + 1 in own.words else None
    if after is None or after.tag not in ("word", "name") or after.low in MOVING:
        return None
    opened = before is not None and before.low in ("a", "an", "the", "its", "their") and mention.sort == "money"
    return (
        _phrase(view, range(place + 1, own.words.stop))
        if opened or "-" in mention.text or "‑" in mention.text
        else None
    )


MEASURING = frozenset(
    """be reach total stand amount exceed rise fall grow increase decrease decline drop run equal remain hold measure
    stretch extend climb jump surge come account constitute hit pass surpass top span cover cost shrink double triple
    lengthen weigh average swell dwindle soar plunge plummet slump tumble leap slide hover peak balloon contract
    dip narrow widen expand sink""".split()
)
"""Verbs whose subject is what a number measures."""


def _only_goes(view: View, complements: Sequence[int]) -> bool:
    """Do complements only say to or from whom: "sold $5 million | to Peru"?"""
    first = next((at for at in complements if view.tokens[at].tag != "date"), None)
    behind = view.tokens[first + 1].tag if first is not None and first + 1 < len(view.tokens) else ""
    return first is not None and view.tokens[first].low in ("to", "from") and behind == "name"


def _measured(view: View, own: Portion, place: int) -> str | None:
    """The subject of a measuring verb, or what it moves: "increased its imports by 8 %"."""
    clause = own.clause
    opens = view.tokens[clause.predicate.last].tag in ("det", "word", "name")
    moved = _phrase(view, range(clause.predicate.last, place)) if opens else None
    parent = view.parent_of(clause) if clause.link == "infinitive" else None
    doing = parent is not None and not parent.predicate.passive and _opens(view.tokens, parent.rest)
    return moved or (_phrase(view, parent.rest) if parent and doing else None) or _phrase(view, clause.subject)


def _opens(tokens: Sequence[Token], places: range) -> bool:
    """Do some tokens open with a noun phrase?"""
    return bool(places) and tokens[places.start].tag in ("det", "word", "name")


def _complements(view: View, places: range) -> list[int]:
    """The complements of a clause without numbers and brackets."""
    kept, depth = [], 0
    for at in places:
        depth += view.tokens[at].text == "("
        if not depth and view.tokens[at].tag != "quantity":
            kept.append(at)
        depth -= view.tokens[at].text == ")" and depth > 0
    return kept


_NO_LABEL = frozenset(
    """up down so more less least most total record high low steady annum year years month day average usd eur us
    dollars euros around about course time times increase decrease rise fall drop growth decline result
    mere part""".split()
)
"""Words that are no label alone, and never open one."""


def _phrase(view: View, places: Iterable[int]) -> str | None:
    """The first noun phrase of some tokens that says something: not "up", "a record", "per annum"."""
    left = [place for place in places if view.tokens[place].tag != "quantity" and not _dates_noun(view.tokens, place)]
    while left and (view.tokens[left[0]].low in _NO_LABEL or not _opens_label(view.tokens[left[0]])):
        left.pop(0)
    while left and (view.tokens[left[-1]].low in _PARTICLES or view.tokens[left[-1]].tag == "punct"):
        left.pop()
    return noun_phrase(view.tokens, left, 5) or None


_PARTICLES = frozenset(("up", "down", "by", "at", "to", "of"))


def _dates_noun(tokens: Sequence[Token], place: int) -> bool:
    """Is a token a date before the noun that it tells of: "Peru's July 2023 imports"?"""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].tag == "date" and after is not None and after.tag in ("word", "name")


def _opens_label(token: Token) -> bool:
    return token.tag in ("word", "name")


def _noun(view: View, mention: QuantityMention, noun: str, place: int) -> str:
    """The noun counted, with the name behind it: "students in Chile"."""
    behind = [token for token in view.tokens[place + 1 :] if mention.noun_end and token.start >= mention.noun_end]
    if len(behind) > 1 and behind[0].low in ("in", "of", "from") and behind[1].tag == "name":
        return f"{noun} {behind[0].low} {behind[1].text}"
    return noun


def _answer(view: View, place: int) -> str | None:
    """What those asked said: the words before a bracketed share, else those behind the verb of saying or the number."""
    tokens = view.tokens
    quoted = place + 1 < len(tokens) and tokens[place + 1].text in _QUOTES
    if place and tokens[place - 1].text in "([" and not quoted:
        start = place - 2
        while start > 0 and tokens[start - 1].tag not in _ANSWER_ENDS and place - start < 6:
            start -= 1
        return _plain(tokens[start : place - 1])
    end = next((at for at in range(place + 1, len(tokens)) if _ends_answer(tokens[at])), len(tokens))
    said = next((at for at in range(place + 1, end) if tokens[at].tag in ("verb", "aux")), place)
    return _plain(tokens[said + 1 : end])


_ANSWER_ENDS = ("punct", "conj", "prep", "rel", "to", "aux", "verb")


def _ends_answer(token: Token) -> bool:
    return token.low in (",", ";", ".", "(", ")") or token.tag == "quantity"


def _plain(tokens: Sequence[Token]) -> str | None:
    """The words of an answer, without pronouns, articles and "that": at most six."""
    words = [token for token in tokens if token.tag not in _SMALL and token.low not in _POINTING]
    while words and words[-1].tag == "conj":
        words.pop()
    return joined(words[:6]) or None


_SMALL = ("pron", "rel", "punct")
_POINTING = frozenset("the a an that this these those their its his her our".split())


_QUOTES = frozenset('"“«„')
