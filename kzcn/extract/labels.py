"""The words that go with a number: those of its clause, what it measures, and the title of its claim."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kzcn.extract import titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.draft import Draft
from kzcn.extract.lexicon import verb_forms
from kzcn.extract.measures import Measure
from kzcn.extract.phrases import joined, noun_phrase
from kzcn.extract.scene import Scene
from kzcn.extract.tokens import Token
from kzcn.kinds import kinds
from kzcn.model import Quantity
from kzcn.quantities import QuantityMention

__all__ = ["about", "clause_words", "number_title", "words"]


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


def about(
    view: View, mention: QuantityMention, place: int, clause: Clause | None, measure: Measure | None
) -> str | None:
    """What a number measures, in the words of its sentence; None where these do not say it.

    Args:
        view: the sentence.
        mention: the number.
        place: its token.
        clause: the clause it belongs to, where it belongs to one.
        measure: the row of the table of measures that it fits, where it fits one.
    """
    if mention.noun:
        return _noun(view, mention, mention.noun, place)
    label = measure.label if measure else None
    kind = measure.kind if measure else None
    if clause is None or (kind is not None and kinds()[kind].family == "border"):
        return label
    bracketed = mention.sort == "percent" and place > 0 and view.tokens[place - 1].text in "(["
    if kind == "survey_share" or bracketed:
        return _answer(view, place)
    plain = [index for index in clause.rest if view.tokens[index].tag != "quantity"]
    return noun_phrase(view.tokens, plain, 5) or noun_phrase(view.tokens, clause.subject, 5) or label


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


_SHARED = frozenset(("disputed_share", "claimed_area"))
"""Kinds whose title names the one party that the number is about."""
_SAID = {
    "trade_turnover": "Trade turnover reached {value}",
    "trade_growth": "{goods} {moved} {value}",
    "trade_target": "Trade target: {value}",
}
_FALLING = frozenset("fall drop decline decrease down shrink slump lower plunge contract".split())


def number_title(scene: Scene, draft: Draft, mention: QuantityMention, place: int, measure: Measure | None) -> str:
    """The title of a claim about the number at a token: what its clause tells, else what it measures and the number."""
    quantity = mention.quantity
    told = _told(scene, draft, quantity, place)
    if told is not None:
        return told
    if draft.kind == "survey_share":
        return titles.survey_title(quantity, draft.measure)
    if draft.kind in _SAID:
        return _said(scene.view, scene.clause(draft.clause), draft.kind, quantity)
    row = measure.label if measure else None
    label = (draft.measure if mention.noun else row) or draft.measure or row or draft.kind
    if draft.kind in _SHARED and len(draft.parties) == 1:
        label += f" of {draft.parties[0]}"
    return titles.number_title(label, quantity, draft.measure or "")


def _told(scene: Scene, draft: Draft, quantity: Quantity, place: int) -> str | None:
    """What the clause of a number tells, where it tells it best and holds no other; None elsewhere."""
    clause = scene.clause(draft.clause)
    if clause is None or draft.clause is None or draft.kind not in _TOLD or clause.predicate.lemma == "be":
        return None
    if not _only_number(scene.view, clause):
        return None
    told = titles.event_title(scene, draft.clause, number=place)
    return told if titles.plain_number(quantity) in told and len(told.split()) > 2 else None


def _said(view: View, clause: Clause | None, kind: str, quantity: Quantity) -> str:
    """The title of a figure of trade: "Exports fell 8 %"."""
    around = clause_words(view, clause) if clause else set()
    goods = next((goods for goods in ("exports", "imports") if goods in around), "trade").capitalize()
    moved = "fell" if around & _FALLING else "grew"
    return titles.clipped(_SAID[kind].format(value=titles.shown(quantity), goods=goods, moved=moved))


def _only_number(view: View, clause: Clause) -> bool:
    return sum(view.tokens[index].tag == "quantity" for index in range(clause.first, clause.last)) == 1
