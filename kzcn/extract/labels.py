"""The words that go with a number: those of its clause, what it measures, and the title of its claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kzcn.extract import titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.draft import Draft
from kzcn.extract.lexicon import verb_forms
from kzcn.extract.measures import Measure
from kzcn.extract.movements import MOVING, Movement
from kzcn.extract.phrases import joined, noun_phrase
from kzcn.extract.portions import Portion
from kzcn.extract.scene import Scene
from kzcn.extract.tokens import Token
from kzcn.kinds import kinds
from kzcn.model import Quantity
from kzcn.quantities import QuantityMention

__all__ = ["MEASURING", "Number", "about", "clause_words", "number_title", "words"]


def clause_words(view: View, clause: Clause) -> set[str]:
    """The words of a clause in lower case, with the lemmas of verb forms."""
    places = (*clause.subject, *clause.adverbials, *range(clause.first, clause.last))
    return words(view, places) | {clause.predicate.lemma}


def words(view: View, places: Sequence[int]) -> set[str]:
    """The words of some tokens in lower case, with the lemmas of verb forms."""
    found: set[str] = set()
    for place in places:
        low = view.tokens[place].low
        found |= _with_lemmas(low) if " " not in low else frozenset().union(*map(_with_lemmas, low.split()))
    return found


@lru_cache(maxsize=50_000)
def _with_lemmas(word: str) -> frozenset[str]:
    return frozenset((word, *(reading.lemma for reading in verb_forms().get(word, ()))))


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
    place, mention, own, _ = number
    if mention.noun:
        return _noun(view, mention, mention.noun, place)
    label = measure.label if measure else None
    kind = measure.kind if measure else None
    if own is not None and mention.sort == "percent" and place in own.clause.subject and own.clause.predicate.negated:
        return _left_undone(view, place, own)
    if kind is not None and kinds()[kind].family == "border":
        return label
    if own is None:
        return _around(view, place) or label
    bracketed = mention.sort == "percent" and place > 0 and view.tokens[place - 1].text in "(["
    if kind == "survey_share" or (bracketed and kind != "trade_growth"):
        return _answer(view, place)
    return (
        _of_what(view, place, own.words)
        or (_contrast(view, place, own) if own.gapped else None)
        or _before(view, place, own)
        or _attributed(view, mention, place, own)
        or _measured(view, place, own)
        or _phrase(view, _beside(view, own.clause.rest))
        or _phrase(view, own.clause.subject)
        or label
    )


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
    return _phrase(view, own.lead) or _phrase(view, range(place + 1, own.words.stop))


_DIMENSIONS = frozenset(
    "length capacity total sum amount value worth width depth height price size figure rate".split()
)
_LEADING = frozenset(("of", "worth", "totalling", "totaling", ":"))


def _before(view: View, place: int, own: Portion) -> str | None:
    """The noun that a number is said of: "a loan of $5 million"; of a mere "length" the thing that has it."""
    tokens, lead = view.tokens, view.quantities[view.tokens[place].ref].lead
    at = place - 1
    while at > 0 and (tokens[at].start >= lead or tokens[at].low in ("of", "a", "total") or tokens[at].low in _LEADING):
        at -= 1
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
    return _phrase(view, subject) or _phrase(view, range(start, at + 1))


def _attributed(view: View, mention: QuantityMention, place: int, own: Portion) -> str | None:
    """The thing that a number stands before: "the 1,830-km Line C"."""
    joined_to = "-" in mention.text or "‑" in mention.text
    return _phrase(view, range(place + 1, own.words.stop)) if joined_to else None


MEASURING = frozenset(
    """be reach total stand amount exceed rise fall grow increase decrease decline drop run equal remain hold measure
    stretch extend climb jump surge come account constitute hit pass surpass top span cost shrink double triple
    lengthen weigh average""".split()
)
"""Verbs whose subject is what a number measures."""


def _measured(view: View, place: int, own: Portion) -> str | None:
    """The subject of a measuring verb, or what it moves: "increased its imports by 8 %"."""
    clause = own.clause
    if clause.predicate.lemma not in MEASURING or place < clause.predicate.last:
        return None
    opens = view.tokens[clause.predicate.last].tag in ("det", "word", "name")
    moved = _phrase(view, range(clause.predicate.last, place)) if opens else None
    return moved or _phrase(view, clause.subject)


def _beside(view: View, places: range) -> list[int]:
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
    dollars euros around about course time times increase decrease rise fall drop growth decline result mere""".split()
)
"""Words that are no label alone, and never open one."""


def _phrase(view: View, places: Iterable[int]) -> str | None:
    """The first noun phrase of some tokens that says something: not "up", "a record", "per annum"."""
    left = [place for place in places if view.tokens[place].tag != "quantity"]
    while left and (view.tokens[left[0]].low in _NO_LABEL or not _opens_label(view.tokens[left[0]])):
        left.pop(0)
    while left and (view.tokens[left[-1]].low in _PARTICLES or view.tokens[left[-1]].tag == "punct"):
        left.pop()
    return noun_phrase(view.tokens, left, 5) or None


_PARTICLES = frozenset(("up", "down", "by", "at", "to", "of"))


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
    if place and tokens[place - 1].text in "([":
        start = place - 2
        while start > 0 and tokens[start - 1].tag not in ("punct", "conj", "prep", "rel", "to") and place - start < 6:
            start -= 1
        return _plain(tokens[start : place - 1])
    end = next((at for at in range(place + 1, len(tokens)) if tokens[at].low in (",", ";", ".", "(")), len(tokens))
    said = next((at for at in range(place + 1, end) if tokens[at].tag == "verb"), place)
    return _plain(tokens[said + 1 : end])


def _plain(tokens: Sequence[Token]) -> str | None:
    """The words of an answer, without pronouns, articles and "that": at most six."""
    words = [token for token in tokens if token.tag not in ("pron", "det", "rel", "punct")]
    return joined(words[:6]) or None


_TOLD = frozenset(
    """loan grant acquisition investment deal project_cost migrants casualties students travellers cases count
    population amount occupied_area ceded_area capacity treaty_signed agreement_reached treaty_ratified""".split()
)
"""Kinds whose clause tells best what the number is; the others go by their label."""


_SHARED = frozenset(("disputed_share", "claimed_area", "ceded_area", "occupied_area"))
"""Kinds whose title names the one party that the number is about."""
_SAID = {"trade_turnover": "Trade turnover reached {value}", "trade_target": "Trade target: {value}"}


def number_title(scene: Scene, draft: Draft, number: Number, measure: Measure | None) -> str:
    """The title of a claim about a number: what its clause tells, else what it measures and the number."""
    mention, quantity = number.mention, number.mention.quantity
    told = _told(scene, draft, quantity, number.place)
    if told is not None:
        return told
    if draft.kind == "survey_share":
        return titles.survey_title(quantity, draft.measure)
    if draft.kind in ("trade_growth", "growth"):
        return _moved(draft, quantity, number.moved or "grew")
    if draft.kind in _SAID:
        return titles.clipped(_SAID[draft.kind].format(value=titles.shown(quantity)))
    row = measure.label if measure else None
    label = (draft.measure if mention.noun else row) or draft.measure or row or draft.kind
    if draft.kind in _SHARED and len(draft.parties) == 1:
        label += f" of {draft.parties[0]}"
    return titles.number_title(label, quantity, draft.measure or "")


def _moved(draft: Draft, quantity: Quantity, moved: Movement) -> str:
    """The title of a growth: "Imports of tea fell 8 %", and of what is not named as trade "Trade grew 8 % – tea"."""
    measure = draft.measure or ""
    named = draft.kind == "growth" or not GOODS.isdisjoint(measure.lower().split())
    if measure in draft.parties:
        return titles.number_title("Growth" if moved == "grew" else "Fall", quantity, measure)
    subject = measure if named and measure else "Trade"
    aside = f" – {measure}" if measure and not named else ""
    return titles.clipped(f"{subject} {moved} {titles.shown(quantity)}{aside}")


GOODS = frozenset("trade turnover commerce export exports import imports shipments".split())
"""Words that name trade itself."""


def _told(scene: Scene, draft: Draft, quantity: Quantity, place: int) -> str | None:
    """What the clause of a number tells, where it tells it best and holds no other; None elsewhere."""
    clause = scene.clause(draft.clause)
    if clause is None or draft.clause is None or draft.kind not in _TOLD or clause.predicate.lemma == "be":
        return None
    if not _only_number(scene.view, clause) or (clause.predicate.negated and draft.polarity == "done"):
        return None
    told = titles.event_title(scene, draft.clause, number=place)
    return told if titles.plain_number(quantity) in told and len(told.split()) > 2 else None


def _only_number(view: View, clause: Clause) -> bool:
    return sum(view.tokens[index].tag == "quantity" for index in range(clause.first, clause.last)) == 1
