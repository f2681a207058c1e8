"""Claims about what happened and what stands: a clause and the frame that it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kzcn.extract import places, slots, titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.dating import Dated, Dating
from kzcn.extract.draft import Draft
from kzcn.extract.frames import LEADING, Frame, Match, event_frame, match, noun_heads
from kzcn.extract.gapped import told_by_date
from kzcn.extract.instruments import fill_instrument, instrument_before, instrument_in, words_before
from kzcn.extract.phrases import complement
from kzcn.extract.polarity import is_charge, left_to_aim, not_since, not_until, polarity_of, purpose_of
from kzcn.extract.scene import Scene
from kzcn.extract.words import SURVEY, TOLD_IN_PRESENT
from kzcn.kinds import kinds
from kzcn.model import Polarity
from kzcn.names import is_state

__all__ = ["clause_drafts"]

_LASTING = frozenset("be have live remain work operate serve exist belong last stand rule grow run keep hold".split())
"""Verbs that tell what lasts, also in the past tense: "lived there since 1903"."""
_FALLBACK = Frame("dated clause", "action", weak=True)
_STANDING = Frame("dated standing", "standing", standing=True, weak=True)


def _introduces(view: View, clause: Clause) -> bool:
    """Does a clause only lead to the articles of its text: "have agreed as follows:"?"""
    return [view.tokens[place].low for place in clause.rest[:2]] == ["as", "follows"]


def _polarity(view: View, clause: Clause) -> Polarity | None:
    """As `polarity_of`; that something has not been done since a time is told as what stands."""
    if not_since(view, clause):
        return "reported" if clause.link == "complement" else "done"
    return polarity_of(view, clause)


def clause_drafts(scene: Scene, index: int) -> Iterator[Draft]:
    """The claims of one clause that its verb or its event noun makes."""
    view, dating, _ = scene
    clause = view.clauses[index]
    polarity = _polarity(view, clause)
    if polarity is None or _introduces(view, clause):
        return
    found = _scheduled(view, dating, index)
    if found is None:
        found = _frame(view, dating, index)
    elif polarity != "denied":
        polarity = "planned"
    if found is not None and _left_to_aim(view, index) and (found.frame.weak or _told_by_aim(view, index)):
        return
    if found is None or _of_survey(view, clause) or _told_by_sum(view, index):
        return
    dates = _dates(dating, clause, index)
    if not dates and not (_counts_undated(view, clause, found.frame, polarity) and _says_something(view, index, found)):
        return
    own = dating.own(index)
    told = told_by_date(view.tokens, clause, own) if len(own) == len(dates) else [clause for _ in dates]
    choices: Sequence[tuple[Dated | None, Clause]] = list(zip(dates, told, strict=True)) or [(None, clause)]
    for date, again in choices:
        draft = _draft(scene, index, found, _Telling(again, date, polarity))
        yield from _of_each_seat(view, again, draft)


_SEATS = {
    "embassy": "Embassy", "embassies": "Embassy", "consulate": "Consulate", "consulates": "Consulate",
    "consulate-general": "Consulate-General", "consulates-general": "Consulate-General", "mission": "Mission",
    "missions": "Mission",
}  # fmt: skip
"""Nouns of seats, and how a title writes one of them."""


def _of_each_seat(view: View, clause: Clause, draft: Draft) -> Iterator[Draft]:
    """The claim of each seat that a clause names: "has an embassy in Athens and consulates in Patras and Volos"."""
    seats = list(_seats(view, clause)) if draft.kind == "embassy" and draft.parties else []
    if len(seats) < 2:
        yield draft
        return
    for noun, place in seats:
        yield replace(draft, place=place, title=titles.clipped(f"{noun} of {_owner(draft)} in {place}"))


def _owner(draft: Draft) -> str:
    """The first state of a claim, else its first body."""
    return next((party for party in draft.parties if is_state(party)), draft.parties[0])


def _seats(view: View, clause: Clause) -> Iterator[tuple[str, str]]:
    """The seats behind a verb, each with its place."""
    tokens, noun = view.tokens, ""
    for place in clause.rest:
        token = tokens[place]
        noun = _SEATS.get(token.low, noun)
        named = noun and token.tag == "name" and view.names[token.ref].sort in ("place", "other")
        if named and (
            tokens[place - 1].low in ("in", "at") or tokens[place - 1].tag == "conj" or tokens[place - 1].low == ","
        ):
            yield noun, token.text


def _left_to_aim(view: View, index: int) -> bool:
    """Does the infinitive behind a clause tell the whole: "refused | to sign", "became the first | to ratify"?"""
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    governed = following is not None and following.link == "infinitive" and following.parent == index
    return governed and left_to_aim(view, view.clauses[index])


_SCHEDULING = frozenset("schedule plan slate set expect fix".split())


def _scheduled(view: View, dating: Dating, index: int) -> Match | None:
    """The event that is set for a date: "a summit is scheduled for May 1998"."""
    clause = view.clauses[index]
    if not (clause.predicate.passive and clause.predicate.lemma in _SCHEDULING and dating.own(index)):
        return None
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    head = next(iter(noun_heads(view.tokens, clause.subject)), None)
    if view.tokens[clause.predicate.last].low in ("up", "off", "out"):
        return None
    if head is None or (following is not None and following.link == "infinitive" and following.parent == index):
        return None
    frame = event_frame(view.tokens[head], {view.tokens[place].low for place in clause.subject})
    return Match(frame, head) if frame is not None and not frame.standing else None


def _told_by_aim(view: View, index: int) -> bool:
    """Has the infinitive behind a clause a row of its own: "refused | to ratify", not "refused | to accept"?"""
    told = match(view.tokens, view.clauses[index + 1], tense_standing=False)
    return told is not None and not told.frame.weak


def _of_survey(view: View, clause: Clause) -> bool:
    """A survey that was held is told by what it found."""
    if all(quantity.sort != "percent" for quantity in view.quantities):
        return False
    return any(view.tokens[place].low in SURVEY for place in clause.subject) and clause.link == "participial"


_PAYING = frozenset(
    "pay lend give invest spend buy sell contribute provide offer donate grant transfer repay allocate".split()
)


def _told_by_sum(view: View, index: int) -> bool:
    """Is the clause told by a sum: "agreed to pay $3 million"?"""
    purpose = purpose_of(view, index)
    return (purpose is not None and purpose.predicate.lemma in _PAYING) and any(
        view.tokens[place].tag == "quantity" and view.quantities[view.tokens[place].ref].sort == "money"
        for place in purpose.rest
    )


def _dates(dating: Dating, clause: Clause, index: int) -> list[Dated]:
    """The dates of an event: an infinitive, a participle or a relative clause has only what stands in it."""
    led = clause.link == "infinitive" and clause.parent is not None and _left_to_aim(dating.view, clause.parent)
    alone = (clause.link in ("relative", "infinitive", "participial") and not led) or is_charge(dating.view, clause)
    if alone and not dating.own(index) and dating.heading is None and not dating.reckoned(index):
        return []
    dates = dating.of(index)
    once = clause.predicate.tense == "past" and dating.view.clauses[index].predicate.lemma not in _LASTING
    once = once and not _shares_perfect(dating.view, clause)
    if not_until(dating.view, clause):
        return [date.closed() for date in dates]
    if once:
        return [date.closed() if date.ongoing else date for date in dates]
    return dates


def _shares_perfect(view: View, clause: Clause) -> bool:
    """Does a verb share the "have" of the one it goes on with: "have fought each other since then | and traded"?"""
    before = view.parent_of(clause) if clause.link == "coordinate" else None
    if before is None or before.subject != clause.subject:
        return False
    return before.predicate.tense == "perfect" or _shares_perfect(view, before)


def _frame(view: View, dating: Dating, index: int) -> Match | None:
    clause = view.clauses[index]
    if not_since(view, clause):
        return Match(_STANDING, clause.predicate.last - 1)
    lasting = clause.predicate.tense == "perfect" and clause.predicate.lemma in ("be", "have", "own", "belong")
    standing = (clause.predicate.tense == "present" or clause.predicate.passive or lasting) and dating.heading is None
    found = match(view.tokens, clause, tense_standing=standing) or _elliptic(view, index)
    if found is None or found.frame.weak:
        found = _nominal(view, dating, index) or found
    return found or _unnamed(dating, index)


_BEING = frozenset(("be", "have"))


def _unnamed(dating: Dating, index: int) -> Match | None:
    """What a dated clause tells that no row knows."""
    view, clause = dating.view, dating.view.clauses[index]
    tense, led = clause.predicate.tense, None
    if tense in ("infinitive", "conditional", "participle"):
        led = polarity_of(view, clause) if tense != "participle" or dating.reckoned(index) else None
        if led not in ("planned", "done", "reported"):
            return None
    by_means = tense == "past" and clause.link in ("main", "coordinate") and dating.opens_with_means(index)
    dated = dating.own(index) or dating.reckoned(index) or _shares_date(dating, index) or _is_of_entry(dating, index)
    if not (dated or by_means):
        return None
    if clause.link == "relative" and tense == "present" and not dating.tokens_of.get(index):
        return None
    being = clause.predicate.lemma in _BEING
    if being and led is None and not _is_of_something(view, clause):
        return None
    stands = being and tense != "past" and led != "planned"
    return Match(_STANDING if stands else _FALLBACK, clause.predicate.last - 1)


def _is_of_entry(dating: Dating, index: int) -> bool:
    """Does a clause of a dated entry tell a deed of its own: "1951: Togo closes its port, | Ghana opens two"?"""
    clause = dating.view.clauses[index]
    told = clause.predicate.tense in ("past", "present") and clause.predicate.lemma not in _LASTING
    if dating.heading is None or not told or clause.link not in ("main", "coordinate"):
        return False
    return polarity_of(dating.view, clause) != "denied"


def _is_of_something(view: View, clause: Clause) -> bool:
    """Does a form of "be" tell of a thing with a name or noun, or where it was: not "It was otherwise in 1951"?"""
    named = any(view.tokens[place].tag == "name" for place in clause.rest)
    return named or any(view.tokens[place].tag in ("word", "name", "quantity") for place in clause.subject)


def _shares_date(dating: Dating, index: int) -> bool:
    """Does a deed share the date of another: "took it in 1803 and | burnt it", "barred him from leaving in 1803"?"""
    view, clause = dating.view, dating.view.clauses[index]
    acts = clause.predicate.tense == "past" and clause.predicate.lemma not in _LASTING
    if not acts or clause.link not in ("main", "coordinate"):
        return False
    led_on = index + 1 < len(view.clauses) and view.clauses[index + 1].link in ("infinitive", "complement")
    goes_on = clause.link == "coordinate" and not led_on and dating.goes_on(index)
    return goes_on or dating.leads_on(index)


_THROUGH = frozenset(("with", "through", "by", "via", "including"))


def _nominal(view: View, dating: Dating, index: int) -> Match | None:
    """The event noun that tells what a plain verb only leads to, with a date behind it.

    "The turning point was the visit of the queen in 1954"; "ties grew with the signing of a pact in 1954".
    """
    clause = view.clauses[index]
    date = next(iter(dating.own(index)), None)
    if date is None or date not in clause.rest:
        return None
    if clause.link == "relative" and clause.predicate.lemma in _HAPPENING:
        return _spoken_of(view, clause)
    heads = noun_heads(view.tokens, clause.rest)[:1] if clause.predicate.lemma == "be" else []
    behind = (
        head
        for place in clause.rest
        if view.tokens[place].low in _THROUGH
        for head in noun_heads(view.tokens, range(place + 1, clause.last))[:1]
    )
    for head in [*heads, *behind]:
        words = {word for token in view.tokens[clause.rest.start : date] for word in token.low.split()}
        frame = event_frame(view.tokens[head], words) if head < date else None
        if frame is not None and not frame.weak and not frame.standing:
            return Match(frame, head, alone=True)
    return None


_HAPPENING = frozenset(("take", "happen", "occur", "begin", "start", "end", "last"))
_NEAR = 12


def _spoken_of(view: View, clause: Clause) -> Match | None:
    """The event that a relative clause says the time of: "the visit of the queen to Malta that took place in 1954"."""
    for place in reversed(range(max(0, clause.predicate.first - _NEAR), clause.predicate.first)):
        token = view.tokens[place]
        if token.tag in ("verb", "aux") or token.low in (";", ","):
            return None
        frame = event_frame(token)
        if frame is not None and not frame.weak and not frame.standing:
            return Match(frame, place, alone=True)
    return None


def _elliptic(view: View, index: int) -> Match | None:
    """The frame of the clause before, repeated: "Norway has a consulate in Riga; Latvia has one in Bergen"."""
    clause = view.clauses[index]
    if index == 0 or clause.predicate.lemma != view.clauses[index - 1].predicate.lemma:
        return None
    if not any(view.tokens[place].low in ("one", "another") for place in clause.rest):
        return None
    return match(view.tokens, view.clauses[index - 1], tense_standing=True)


def _counts_undated(view: View, clause: Clause, frame: Frame, polarity: Polarity) -> bool:
    """Without a date only strong rows count, told as done, of a subject that is named."""
    if (
        frame.weak
        or polarity not in ("done", "reported")
        or clause.predicate.tense == "infinitive"
        or clause.link == "participial"
    ):
        return False
    if clause.link in ("subordinate", "complement") and clause.opener not in ("after", "when"):
        return False
    if frame.standing:
        return clause.link in ("main", "coordinate") and _named(view, clause)
    told = clause.predicate.tense in ("past", "perfect", "reduced") or (
        frame.kind in TOLD_IN_PRESENT and clause.predicate.tense == "present"
    )
    return told and (_named(view, clause) or frame.kind.startswith(("treaty_", "demarcation")))


_SAID = frozenset(("statement", "denial", "announcement"))
"""Kinds whose verb leaves the telling to what is said."""


def _says_something(view: View, index: int, found: Match) -> bool:
    """Does a verb of saying have what is said behind it, not in quotes or nowhere: "the Chilean envoy said so"?"""
    clause = view.clauses[index]
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    if found.frame.kind not in _SAID:
        return True
    if following is not None and following.link in ("complement", "infinitive"):
        return following.link == "complement" or polarity_of(view, following) != "reported"
    if clause.predicate.passive or found.frame.kind == "denial":
        return clause.predicate.passive or bool(noun_heads(view.tokens, clause.rest))
    return clause.link != "relative" and bool(noun_heads(view.tokens, clause.rest)) and slots.speaks(view, clause)


def _named(view: View, clause: Clause) -> bool:
    """Does a name stand in the clause, or "the two countries"?"""
    places = (*clause.subject, *clause.rest, *clause.adverbials)
    return any(view.tokens[place].tag == "name" or slots.both_sides(view.tokens, place) for place in places)


_LEAVING = frozenset(("withdraw", "pull"))
"""Verbs of one who leaves an instrument that goes on."""


class _Telling(NamedTuple):
    """A clause as it is told of one of its dates."""

    clause: Clause
    date: Dated | None
    polarity: Polarity


def _draft(scene: Scene, index: int, found: Match, telling: _Telling) -> Draft:
    view, _, main = scene
    clause = telling.clause
    family = kinds()[found.frame.kind].family
    where = places.place(view, clause, alone=family == "treaty")
    draft = Draft(
        kind=found.frame.kind,
        title="",
        rule=found.frame.name,
        clause=index,
        date=telling.date,
        parties=slots.parties(view, clause, main),
        place=where,
        names=slots.sentence_names(view, clause),
        polarity=telling.polarity,
        attribution=slots.attribution(view, clause),
        anaphoric=_goes_on(view, clause),
    )
    instrument = instrument_in(view, clause) if family == "treaty" else None
    if instrument is None and family == "treaty" and clause.predicate.passive and clause.link == "participial":
        instrument = instrument_before(view, clause)
    if instrument is not None:
        fill_instrument(view, instrument, draft, verb=clause.predicate.lemma)
    if clause.predicate.lemma in _LEAVING and draft.kind == "treaty_ended":
        draft.title = ""
    if _denied_by_parent(view, clause):
        draft.title = ""
    if draft.kind == "embassy" and len(draft.parties) == 1 and draft.parties[0] in main:
        draft.parties = (*draft.parties, *(party for party in main if party != draft.parties[0]))
    if draft.kind == "embassy" and draft.parties and where:
        draft.title = titles.clipped(f"Embassy of {_owner(draft)} in {where}")
    draft.title = draft.title or _title(scene, index, clause, found)
    return draft


def _title(scene: Scene, index: int, clause: Clause, found: Match) -> str:
    view = scene.view
    if _denied_by_parent(view, clause):
        return titles.event_title(scene, index - 1, places.located(view, clause))
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    if found.frame.kind in _SAID and following is not None and following.link == "complement":
        return titles.said_title(scene, index)
    if found.alone or (clause.predicate.lemma in LEADING and found.token in clause.rest):
        words = range(words_before(view, found.token)[0], max(clause.last, found.token + 1))
        return titles.clipped(complement(view.tokens, words, 8))
    return titles.event_title(scene, index, places.located(view, clause), clause=clause)


def _denied_by_parent(view: View, clause: Clause) -> bool:
    """Does the verb before an infinitive deny it: "refused | to sign the treaty"?"""
    return clause.link == "infinitive" and polarity_of(view, clause) == "denied" and not clause.predicate.negated


def _goes_on(view: View, clause: Clause) -> bool:
    """Does the sentence continue the passage: "It said …", "However, …"?"""
    return view.goes_on and clause.predicate.tense in ("past", "perfect")
