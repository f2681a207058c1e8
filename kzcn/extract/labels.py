"""The words that go with a number: those of its clause, and the title of its claim."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kzcn.extract import titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.counts import is_whole
from kzcn.extract.draft import Draft
from kzcn.extract.lexicon import verb_forms
from kzcn.extract.measured import Number
from kzcn.extract.measures import Measure
from kzcn.extract.movements import NOUNS, Movement
from kzcn.extract.scene import Scene
from kzcn.model import Quantity

__all__ = ["clause_words", "number_title", "words"]


def clause_words(view: View, clause: Clause) -> set[str]:
    """The words of a clause in lower case, with the lemmas of verb forms."""
    places = (*clause.subject, *clause.adverbials, *range(clause.first, clause.last))
    return words(view, places) | {clause.predicate.lemma}


def words(view: View, places: Sequence[int]) -> set[str]:
    """The words of some tokens but auxiliaries in lower case, with the lemmas of verb forms."""
    tokens = [view.tokens[place] for place in places]
    return set().union(*[_with_lemmas(token.low) for token in tokens if token.tag not in _HELPING])


@lru_cache(maxsize=50_000)
def _with_lemmas(text: str) -> frozenset[str]:
    words = text.split()
    return frozenset((*words, *(reading.lemma for word in words for reading in verb_forms().get(word, ()))))


_HELPING = frozenset(("aux", "modal"))


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
    measure = draft.measure if draft.measure and draft.measure != "growth of trade" else ""
    named = draft.kind == "growth" or not GOODS.isdisjoint(measure.lower().split())
    if measure in draft.parties:
        return titles.number_title("Growth" if moved == "grew" else "Fall", quantity, measure)
    subject = measure if named and measure else "Trade"
    if subject.lower().split()[-1] in NOUNS:
        return titles.number_title(subject, quantity)
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
    numbers = [index for index in range(clause.first, clause.last) if view.tokens[index].tag == "quantity"]
    return sum(not is_whole(view, index) for index in numbers) == 1
