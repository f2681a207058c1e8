"""Claims about things that carry a date of their own: "the Treaty of Kyakhta (1727)", "the revolt of 1825"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzcn.extract import places, slots, titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.dating import Dated, Host, past_events
from kzcn.extract.draft import Draft
from kzcn.extract.frames import is_instrument, match, noun_frame
from kzcn.extract.instruments import described, fill_instrument, topic, words_before
from kzcn.extract.phrases import complement, noun_phrase
from kzcn.extract.predicates import Predicate
from kzcn.extract.scene import Scene

__all__ = ["headed_draft", "hosted_drafts", "listed_drafts"]


def listed_drafts(scene: Scene) -> Iterator[Draft]:
    """Two or more instruments of one list, each with its date: "with a treaty in 1951 and a protocol in June 1953"."""
    view, dating, main = scene
    found = [
        (place, head)
        for place, token in enumerate(view.tokens)
        if token.tag == "date" and (head := _dated_noun(view, place)) is not None
    ]
    if len(found) < 2:
        return
    for place, head in found:
        index = view.clause_of(head)
        date = dating.value(place)
        if date is None or index is None:
            continue
        draft = Draft(
            "treaty_signed",
            "",
            "listed instruments",
            index,
            date,
            parties=slots.parties(view, view.clauses[index], main),
        )
        draft.instrument = slots.instrument_at(view, head)
        draft.instrument_type = slots.instrument_type(view.tokens[head])
        draft.measure = topic(view, head)
        draft.title = titles.act_title(draft.instrument or described(view, head, draft.measure), "signed", None)
        yield draft


def _dated_noun(view: View, place: int) -> int | None:
    """The instrument right before "in" or "on" and a date."""
    tokens = view.tokens
    if place < 2 or tokens[place - 1].low not in ("in", "on") or not is_instrument(tokens[place - 2]):
        return None
    index = view.clause_of(place)
    if (
        index is not None
        and (found := match(tokens, view.clauses[index], tense_standing=False))
        and found.frame.kind.startswith("treaty_")
    ):
        return None
    return place - 2


def hosted_drafts(scene: Scene) -> Iterator[Draft]:
    """Instruments and events with a date of their own: "the Treaty of Kyakhta (1727)", "the revolt (1825–27)"."""
    view, dating, main = scene
    yield from _in_force(scene)
    yield from _past_events(scene)
    for host in dating.hosts:
        token = view.tokens[host.token]
        index = view.clause_of(host.token)
        clause = scene.clause(index)
        date = dating.value(host.date)
        if date is None:
            continue
        if is_instrument(token):
            yield from _hosted_instrument(scene, host, index, date)
        elif (frame := noun_frame(token.low.split()[-1]) or noun_frame(token.low.split()[0])) is not None:
            yield Draft(
                kind=frame.kind,
                title=titles.clipped(noun_phrase(view.tokens, words_before(view, host.token), 6)),
                rule=f"{frame.name} with its date",
                clause=index,
                date=date,
                parties=slots.parties(view, clause, main) if clause else (),
                place=places.place(view, clause) if clause else None,
                names=slots.sentence_names(view, clause) if clause else (),
            )


def _past_events(scene: Scene) -> Iterator[Draft]:
    """Events that an adverbial of time names: "After the occupation of Thebes in 1906, …"."""
    view, dating, main = scene
    for host in past_events(view.tokens):
        words = range(host.token, host.date)
        frame = noun_frame(view.tokens[host.token].low, {view.tokens[place].low for place in words})
        value = dating.value(host.date)
        index = view.clause_of(host.token)
        if frame is None or value is None or frame.weak or frame.standing:
            continue
        named = slots.parties(view, view.clauses[index], main) if index is not None else ()
        title = titles.clipped(complement(view.tokens, words, 8))
        yield Draft(
            frame.kind,
            title,
            f"{frame.name} before",
            index,
            value.closed(),
            parties=named,
        )


def _in_force(scene: Scene) -> Iterator[Draft]:
    """Entries into force without a verb: "…; in force since 5 May 1951"."""
    view, dating, main = scene
    tokens = view.tokens
    for place in range(3, len(tokens)):
        if tokens[place].tag != "date":
            continue
        words = [token.low for token in tokens[max(0, place - 4) : place]]
        if words[:2] != ["in", "force"] and words[1:3] != ["in", "force"]:
            continue
        date, index = dating.value(place), view.clause_of(place)
        told = (
            index is not None
            and view.clauses[index].predicate.last <= place - 3
            and view.clauses[index].predicate.lemma in ("be", "enter", "come")
        )
        if date is not None and not told and tokens[place - 1].tag == "prep":
            yield Draft(
                "treaty_in_force", "Entered into force", "in force with its date", index, date, parties=tuple(main)
            )


def _hosted_instrument(scene: Scene, host: Host, index: int | None, date: Dated) -> Iterator[Draft]:
    """A dated instrument counts where it has a name of its own, or is told apart by its year: "the accord of 1911"."""
    view, _, main = scene
    clause = scene.clause(index)
    token = view.tokens[host.token]
    plain = len(token.text.split()) < 2 or token.tag != "name"
    if plain and view.tokens[host.token + 1].low != "of":
        return
    draft = Draft("treaty_signed", "", "instrument with its date", index, date)
    draft.instrument = slots.instrument_at(view, host.token)
    draft.instrument_type = slots.instrument_type(token)
    draft.measure = topic(view, host.token, reach=len(view.tokens))
    if clause is not None:
        draft.parties = slots.parties(view, clause, main)
        draft.place = places.place(view, clause)
        draft.names = slots.sentence_names(view, clause)
    if draft.instrument:
        draft.place = slots.place_of_instrument(draft.instrument) or draft.place
    draft.title = titles.act_title(draft.instrument or described(view, host.token, draft.measure), "signed", None)
    yield draft


def headed_draft(view: View, heading: Dated, main: Sequence[str]) -> Draft | None:
    """A dated entry without a verb: "1903: Agreement on fisheries"."""
    words = [index for index, token in enumerate(view.tokens) if token.tag in ("word", "name")]
    if not words:
        return None
    treaty = next((index for index in words if is_instrument(view.tokens[index])), None)
    frame = next((frame for index in words if (frame := noun_frame(view.tokens[index].low.split()[-1]))), None)
    kind = "treaty_signed" if treaty is not None else frame.kind if frame else "action"
    whole = Clause(0, len(view.tokens), Predicate(0, 0, "", "past"), "main", range(len(view.tokens)), range(0))
    draft = Draft(
        kind, "", "dated entry", date=heading, parties=slots.parties(view, whole, main), place=places.place(view, whole)
    )
    if treaty is not None:
        fill_instrument(view, whole, draft)
    draft.title = draft.title or titles.clipped(noun_phrase(view.tokens, words, 8))
    return draft
