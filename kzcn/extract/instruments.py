"""How an instrument between states is named: its title or its plain words, its type, what it is about."""

from __future__ import annotations

from kzcn.extract import slots, titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.draft import Draft
from kzcn.extract.frames import is_instrument
from kzcn.extract.phrases import complement, noun_phrase
from kzcn.extract.topic import BORDER

__all__ = ["fill_instrument", "instrument_before", "instrument_in", "words_before"]

_ACTS = {
    "treaty_signed": "signed",
    "treaty_ratified": "ratified",
    "treaty_in_force": "entered into force",
    "treaty_extended": "extended",
    "treaty_amended": "amended",
    "treaty_ended": "ended",
}
_PLANS = {
    "treaty_signed": "to be signed",
    "treaty_ratified": "to be ratified",
    "treaty_in_force": "to enter into force",
    "treaty_extended": "to be extended",
    "treaty_amended": "to be amended",
    "treaty_ended": "to end",
}
_MARKING = frozenset("demarcation delimitation delineate delimit demarcate boundary".split())
"""Of the words of a border, those that speak of a line between states wherever they stand in a sentence."""

_NEAR = 5
"""Tokens on each side of an instrument."""


def words_before(view: View, head: int, most: int = 3) -> list[int]:
    """A noun and up to `most` words right before it, its date left out: "the 1821 peasant revolt"."""
    start = head
    while start > 0 and view.tokens[start - 1].tag in ("word", "name") and head - start < most:
        start -= 1
    return list(range(start, head + 1))


def _topic(view: View, head: int, reach: int) -> str | None:
    """What an instrument is about, in one word: "border", where the words within reach of it say so; else None."""
    near = view.tokens[max(0, head - reach) : head + reach + 1]
    spoken = {word for token in near for word in token.low.split()}
    anywhere = {word for token in view.tokens for word in token.low.split()}
    return "border" if spoken & BORDER or anywhere & _MARKING else None


def _described(view: View, head: int, subject: str | None) -> str:
    """An instrument without a name: its adjectives, its noun, what it is about: "pact on rescue"."""
    tokens = view.tokens
    adjectives = noun_phrase(tokens, words_before(view, head, 4)[:-1], 4)
    about = _about(view, head)
    told = about or any(cue in adjectives.lower() for cue in ("border", "boundary", "frontier"))
    named = subject if subject and not told and len(adjectives.split()) < 2 else ""
    plural = tokens[head].tag == "word" and tokens[head].low in slots.SINGULAR
    noun = tokens[head].low if plural else slots.instrument_type(tokens[head])
    return " ".join(filter(None, [adjectives, named, noun, about]))


def _past_parties(view: View, head: int) -> int:
    """The last token of "with …" or "between … and …" behind an instrument; the instrument itself without them."""
    tokens, place = view.tokens, head + 1
    if place >= len(tokens) or tokens[place].low not in ("with", "between"):
        return head
    while place + 1 < len(tokens) and tokens[place + 1].tag in ("name", "conj", "det"):
        place += 1
    return place


def _about(view: View, head: int) -> str:
    """What follows the noun of an instrument: "on visas", "of understanding", "to build a canal"."""
    tokens = view.tokens
    head = _past_parties(view, head)
    after, behind = tokens[head + 1 : head + 2], range(head + 2, len(tokens))
    if after and after[0].low in ("on", "of", "for", "concerning") and behind and tokens[behind[0]].tag != "date":
        subject = noun_phrase(tokens, behind, 4)
        return f"{after[0].low} {subject}" if subject not in ("", "up", "more", "less") else ""
    purpose = _purpose(view, head)
    if purpose is not None:
        return purpose
    return f"to {complement(tokens, behind, 5)}" if after and after[0].tag == "to" else ""


def _purpose(view: View, head: int) -> str | None:
    """What an infinitive behind an instrument tells of it; of "to end it", what was spoken of before: "on piracy"."""
    near = range(head + 1, head + 5)
    aims = (clause for clause in view.clauses if clause.link == "infinitive" and clause.predicate.first in near)
    infinitive = next(aims, None)
    if infinitive is None:
        return None
    aim = complement(view.tokens, infinitive.rest, 5)
    if aim not in ("it", "them", "this", ""):
        return f"to {infinitive.predicate.lemma} {aim}"
    before = [clause for clause in view.clauses if clause.last <= head]
    meant = noun_phrase(view.tokens, before[-1].rest, 4) if before else ""
    return f"on {meant}" if meant else ""


def instrument_in(view: View, clause: Clause) -> int | None:
    """Token of the first instrument of a clause, behind its verb or in its subject; None where it has none."""
    places = (*clause.rest, *clause.subject)
    return next((place for place in places if is_instrument(view.tokens[place])), None)


def instrument_before(view: View, clause: Clause) -> int | None:
    """Token of the last instrument before a participle: "the treaty between Chad and Mali, | signed in Riga"."""
    return next((place for place in reversed(range(clause.predicate.first)) if is_instrument(view.tokens[place])), None)


_SHORT_OF_SIGNING = {"initial": "initialled", "adopt": "adopted", "approve": "approved", "endorse": "endorsed"}
"""Verbs of what is done with an instrument that need not be signed, and how a title says it."""


def fill_instrument(view: View, head: int, draft: Draft, reach: int = _NEAR, verb: str = "") -> None:
    """Instrument, its type, what it is about, and a title that says what was done with it and where.

    Args:
        view: the sentence.
        head: token of the instrument.
        draft: the claim to fill; a title is given to the acts of instruments only.
        reach: how many tokens on each side may say what it is about.
        verb: the lemma that tells what was done with it.
    """
    draft.instrument = slots.instrument_at(view, head)
    draft.instrument_type = slots.instrument_type(view.tokens[head])
    draft.measure = _topic(view, head, reach)
    if draft.kind == "treaty_signed" and draft.instrument and not draft.place:
        draft.place = slots.place_of_instrument(draft.instrument)
    if draft.kind in _ACTS:
        words = draft.instrument or _described(view, head, draft.measure)
        act = (_PLANS if draft.polarity == "planned" else _ACTS)[draft.kind]
        if act == _ACTS["treaty_signed"]:
            act = _SHORT_OF_SIGNING.get(verb, act)
        draft.title = titles.act_title(words, act, draft.place)
