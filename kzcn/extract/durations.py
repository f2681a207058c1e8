"""How long something lasts: "the siege lasted nine days", "a lorry takes 40 hours".

A length of time is a fact of its own only where the verb tells it. What places another thing in time ("within 30
days", "two years later") or says how long that was ("ruled for nine years") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzcn.dates import DateMention
from kzcn.extract import places, slots, titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.draft import Draft
from kzcn.extract.phrases import complement
from kzcn.extract.polarity import polarity_of
from kzcn.extract.scene import Scene
from kzcn.model import Qualifier, Quantity, Span

__all__ = ["duration_drafts", "is_length"]

_LASTING = frozenset("last take need require average".split())
"""Verbs that a length of time completes: "lasted nine days", "takes two hours"."""
_HEDGES = frozenset(("up", "to", "some", "for", "between", "under", "below"))
_TOLD = frozenset(("past", "perfect", "present", "future", "reduced"))
_BEHIND = frozenset(". ; , : ) to in by on from between for across at and but with without while when as".split())
"""What may stand behind a length of time that a verb tells: not "two weeks' leave", "nine days off"."""
_LENGTH = re.compile(r"P(?P<clock>T?)(?P<count>\d*\.?\d+)(?P<unit>DE|CE|[YMWDH])")
_UNITS = {
    "Y": ("year", 1),
    "M": ("month", 1),
    "W": ("week", 1),
    "D": ("day", 1),
    "DE": ("year", 10),
    "CE": ("year", 100),
}
_CLOCK = {"H": ("hour", 1), "M": ("minute", 1)}
_QUALIFIERS: dict[str | None, Qualifier] = {
    "APPROX": "about",
    "MORE_THAN": "more_than",
    "EQUAL_OR_MORE": "more_than",
    "LESS_THAN": "almost",
    "EQUAL_OR_LESS": "up_to",
}
"""TIMEX3 modifier -> qualifier."""


def is_length(mention: DateMention) -> bool:
    """Whether a mention of time tells a counted length."""
    return mention.type == "duration" and _LENGTH.fullmatch(mention.timex or "") is not None


def duration_drafts(scene: Scene, index: int) -> Iterator[Draft]:
    """A claim for each length of time that a clause without a date tells."""
    view, clause = scene.view, scene.view.clauses[index]
    if clause.predicate.lemma not in _LASTING or clause.predicate.tense not in _TOLD or scene.dating.own(index):
        return
    polarity = polarity_of(view, clause)
    for place in range(clause.first, clause.last):
        quantity = _length(view, place) if view.tokens[place].tag == "date" else None
        if quantity is not None and polarity is not None and _is_told(view, clause, place):
            mention = view.dates[view.tokens[place].ref]
            what = complement(view.tokens, clause.subject, 8)
            yield Draft(
                kind="duration",
                title=titles.clipped(f"Duration – {what}: {titles.shown(quantity)}"),
                rule="length of time",
                clause=index,
                quantity=quantity,
                value_span=Span(mention.start, mention.end),
                measure=what or None,
                parties=slots.parties(view, clause, scene.main),
                place=places.place(view, clause),
                polarity=polarity,
                attribution=slots.attribution(view, clause),
            )


def _length(view: View, place: int) -> Quantity | None:
    """The length that a mention of time tells; None for dates and for what is not counted."""
    mention = view.dates[view.tokens[place].ref]
    found = _LENGTH.fullmatch(mention.timex or "") if mention.type == "duration" else None
    unit = (_CLOCK if found["clock"] else _UNITS).get(found["unit"]) if found else None
    if found is None or unit is None:
        return None
    count = float(found["count"]) * unit[1]
    return Quantity(int(count) if count.is_integer() else count, unit[0], _qualifier(view, place, mention))


def _qualifier(view: View, place: int, mention: DateMention) -> Qualifier:
    before = [token.low for token in view.tokens[max(0, place - 2) : place]]
    if before == ["up", "to"]:
        return "up_to"
    if before[-1:] == ["some"]:
        return "about"
    nearly = mention.mod == "APPROX" and mention.text.lower().startswith(("nearly", "almost"))
    return "almost" if nearly else _QUALIFIERS.get(mention.mod, "exact")


def _is_told(view: View, clause: Clause, place: int) -> bool:
    """Is a length of time, and no other one beside it, what the verb tells of something that is named?"""
    behind = [token.low for token in view.tokens[place + 1 : place + 2]]
    lead = place
    while lead > clause.predicate.last and (view.tokens[lead - 1].tag == "adv" or view.tokens[lead - 1].low in _HEDGES):
        lead -= 1
    alone = not any(view.tokens[at].tag == "date" for at in range(place + 1, min(place + 3, clause.last)))
    named = any(view.tokens[at].tag in ("word", "name") for at in clause.subject)
    ranges = any(word in ("or", "to") for word in view.tokens[place].low.split())
    return lead == clause.predicate.last and alone and named and not ranges and (not behind or behind[0] in _BEHIND)
