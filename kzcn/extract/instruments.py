"""How an instrument between states is named: its title or its plain words, its type, what it is about."""

from __future__ import annotations

from kzcn.extract import slots, titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.draft import Draft
from kzcn.extract.phrases import complement, noun_phrase

__all__ = ["described", "fill_instrument", "topic", "words_before"]

_ACTS = {
    "treaty_signed": "signed",
    "treaty_ratified": "ratified",
    "treaty_in_force": "entered into force",
    "treaty_extended": "extended",
    "treaty_ended": "ended",
}
_BORDER = frozenset(
    """border borders boundary boundaries frontier frontiers demarcation delimitation delineate delimit
    demarcate""".split()
)
_MARKING = frozenset("demarcation delimitation delineate delimit demarcate boundary".split())
"""Of these words, those that speak of a line between states wherever they stand in a sentence."""


def words_before(view: View, head: int) -> list[int]:
    """A noun and the words right before it, its date left out: "the 1821 peasant revolt"."""
    places = [head]
    while places[0] > 0 and view.tokens[places[0] - 1].tag in ("word", "name") and len(places) < 4:
        places.insert(0, places[0] - 1)
    return places


def topic(view: View, head: int, reach: int = 5) -> str | None:
    """What an instrument is about, in one word: "border", where the words within reach of it say so; else None."""
    near = view.tokens[max(0, head - reach) : head + reach + 1]
    spoken = {word for token in near for word in token.low.split()}
    anywhere = {word for token in view.tokens for word in token.low.split()}
    return "border" if spoken & _BORDER or anywhere & _MARKING else None


def described(view: View, head: int, subject: str | None) -> str:
    """An instrument without a name: its adjectives, its noun, what it is about: "pact on rescue"."""
    tokens = view.tokens
    start = head
    while start > 0 and tokens[start - 1].tag in ("word", "name") and head - start < 4:
        start -= 1
    words = noun_phrase(tokens, range(start, head), 4).split()
    words.append(slots.instrument_type(tokens[head]))
    about = _about(view, head)
    if (
        subject
        and not about
        and len(words) < 3
        and not any(cue in " ".join(words).lower() for cue in ("border", "boundary", "frontier"))
    ):
        words.insert(-1, subject)
    return " ".join([*words, *about.split()])


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
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if (
        after is not None
        and after.low in ("on", "of", "for", "concerning")
        and tokens[head + 2 : head + 3]
        and tokens[head + 2].tag != "date"
    ):
        topic = noun_phrase(tokens, range(head + 2, len(tokens)), 4)
        return f"{after.low} {topic}" if topic else ""
    purpose = next(
        (
            clause
            for clause in view.clauses
            if clause.link == "infinitive" and head < clause.predicate.first <= head + 4
        ),
        None,
    )
    if purpose is None:
        plain = after is not None and after.tag == "to"
        return f"to {complement(tokens, range(head + 2, len(tokens)), 5)}" if plain else ""
    aim = complement(tokens, purpose.rest, 5)
    if aim in ("it", "them", "this", ""):
        before = [clause for clause in view.clauses if clause.last <= head]
        aim = noun_phrase(tokens, before[-1].rest, 4) if before else ""
        return f"on {aim}" if aim else ""
    return f"to {purpose.predicate.lemma} {aim}"


def fill_instrument(view: View, clause: Clause, draft: Draft) -> None:
    """Instrument, its type, what it is about, and a title that says what was done with it."""
    places = slots.instruments(view.tokens, (*clause.rest, *clause.subject))
    if not places:
        return
    draft.instrument = slots.instrument_at(view, places[0])
    draft.instrument_type = slots.instrument_type(view.tokens[places[0]])
    draft.measure = topic(view, places[0])
    words = draft.instrument or described(view, places[0], draft.measure)
    if draft.kind in _ACTS:
        draft.title = titles.act_title(words, _ACTS[draft.kind], draft.place)
